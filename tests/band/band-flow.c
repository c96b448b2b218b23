/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "band-rules.h"

/* From this level on the drums do not play a bar twice in a row. */
#define ALIVE_LEVEL 5
/* Velocities that differ by less are the same hit, played by hand. */
#define SAME_VELOCITY 14

/* Longest silence in bars: drums and bass carry the others, some of whom wait for their turn. */
static double
longest_silence (MaqRole role)
{
  switch (role)
    {
    case MAQ_ROLE_DRUMS:
      return 1.0;
    case MAQ_ROLE_BASS:
      return 1.5;
    case MAQ_ROLE_PERCUSSION:
    case MAQ_ROLE_BRASS:
    case MAQ_ROLE_LEAD:
    case MAQ_ROLE_VOCAL:
    case MAQ_ROLE_TEXTURE:
      return 4.0;
    default:
      return 2.0;
    }
}

/* Whether nobody has to play somewhere between: there is no chord, or all stop. */
static gboolean
is_meant (const RuleContext *context,
          MaqTick            from_ticks,
          MaqTick            to_ticks)
{
  MaqSection *section = maq_form_get_section (context->form, context->section)->section;

  if (maq_section_get_fields (section)->transition == MAQ_TRANSITION_STOP
      && to_ticks == context->to_ticks)
    return TRUE;
  for (guint i = rules_chord_at (context, from_ticks);
       i < context->n_chords && context->chords[i].start_ticks < to_ticks; i++)
    if ((maq_chord_is_none (context->chords[i].chord) && !maq_role_is_drums (context->role))
        || context->chords[i].mark == MAQ_CHORD_MARK_HOLD
        || context->chords[i].mark == MAQ_CHORD_MARK_STAB)
      return TRUE;
  return FALSE;
}

static void
check_silence (const RuleContext *context,
               MaqTick            from_ticks,
               MaqTick            to_ticks)
{
  const MaqFormSection *section = maq_form_get_section (context->form, context->section);
  double longest = longest_silence (context->role) * (double) maq_meter_bar_ticks (section->meter);

  if ((double) (to_ticks - from_ticks) > longest && !is_meant (context, from_ticks, to_ticks))
    rules_report (context, RULE_SILENCE, from_ticks, "nothing for %.2f bars",
                  (double) (to_ticks - from_ticks)
                    / (double) maq_meter_bar_ticks (section->meter));
}

static void
check_silences (const RuleContext *context)
{
  MaqTick end = context->from_ticks;

  for (guint i = 0; i < context->n_notes; i++)
    {
      const MaqNote *note = &context->notes[i];

      check_silence (context, end, note->start_ticks);
      end = MAX (end, note->start_ticks + note->length_ticks);
    }
  check_silence (context, end, context->to_ticks);
}

static gboolean
bars_are_equal (const RuleContext *context,
                const MaqTick     *starts)
{
  guint i = 0;
  guint j;

  while (i < context->n_notes && context->notes[i].start_ticks < starts[0])
    i++;
  for (j = i; j < context->n_notes && context->notes[j].start_ticks < starts[1];)
    j++;
  for (; i < context->n_notes && context->notes[i].start_ticks < starts[1]; i++, j++)
    if (j >= context->n_notes || context->notes[j].start_ticks >= starts[2]
        || context->notes[i].start_ticks - starts[0] != context->notes[j].start_ticks - starts[1]
        || context->notes[i].key != context->notes[j].key
        || abs (context->notes[i].velocity - context->notes[j].velocity) > SAME_VELOCITY)
      return FALSE;
  return j >= context->n_notes || context->notes[j].start_ticks >= starts[2];
}

/* Whether a bar has room for all that a bar of the style has. */
static gboolean
is_whole (const RuleContext *context,
          int                bar)
{
  MaqMeter meter = maq_form_get_bar_meter (context->form, context->section, bar);

  return maq_meter_bar_ticks (meter) >= maq_meter_bar_ticks (context->own_meter)
         && maq_meter_n_beats (meter) >= maq_meter_n_beats (context->own_meter);
}

static void
check_repeats (const RuleContext *context)
{
  const MaqFormSection *section = maq_form_get_section (context->form, context->section);
  int n_bars = section->bars;

  for (int bar = 0; bar + 2 <= n_bars; bar++)
    {
      MaqTick starts[3];

      for (int i = 0; i < 3; i++)
        starts[i] = maq_form_get_bar_start (context->form, context->section, bar + i);
      /* a bar that is cut short may lose what made it different */
      if (starts[2] == section->length_ticks
          && maq_section_get_fields (section->section)->transition == MAQ_TRANSITION_STOP)
        continue;
      if (is_whole (context, bar) && is_whole (context, bar + 1)
          && starts[0] >= context->from_ticks && starts[2] <= context->to_ticks
          && starts[1] - starts[0] == starts[2] - starts[1] && bars_are_equal (context, starts))
        rules_report (context, RULE_REPEATS, starts[1], "the same as the bar before");
    }
}

void
rules_check_flow (const RuleContext *context)
{
  int level = context->part != NULL ? maq_part_get_level (context->part) : 0;

  if (level == 0)
    return;
  check_silences (context);
  if (context->role == MAQ_ROLE_DRUMS && level >= ALIVE_LEVEL)
    check_repeats (context);
}
