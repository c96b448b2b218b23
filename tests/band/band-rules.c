/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "band-rules.h"

#include <math.h>
#include <stdlib.h>

#include "maq-instrument.h"

/* How much later a note may come at the start of a section that is on the grid. */
#define ON_GRID_US 3000
/* How long before an entry a part may begin: two beats, also those of three eighths. */
#define PICKUP_TICKS 2880
/* A pushed chord comes an eighth early. */
#define PUSH_TICKS 480
/* A layer that lies no further from the beat goes with the chords of the beat. */
#define NEAR_MS 15.0

static int
bar_at (const RuleContext *context,
        MaqTick            ticks)
{
  int n_bars = maq_form_get_section (context->form, context->section)->bars;
  int bar = 0;

  while (bar + 1 < n_bars
         && maq_form_get_bar_start (context->form, context->section, bar + 1) <= ticks)
    bar++;
  return bar;
}

MaqTick
rules_beat_ticks (const RuleContext *context,
                  MaqTick            ticks)
{
  MaqMeter meter = maq_form_get_bar_meter (context->form, context->section,
                                           bar_at (context, ticks));

  /* in 7/8 and its like people feel two or three eighths */
  return meter.unit >= 8 ? 3 * MAQ_TICKS_PER_WHOLE / meter.unit : maq_meter_beat_ticks (meter);
}

void
rules_report (const RuleContext *context,
              Rule               rule,
              MaqTick            ticks,
              const char        *format,
              ...)
{
  MaqSection *section = maq_form_get_section (context->form, context->section)->section;
  int bar = bar_at (context, ticks);
  double beat = 1.0 + (double) (ticks - maq_form_get_bar_start (context->form, context->section,
                                                                bar)) / MAQ_TICKS_PER_QUARTER;
  MaqChord *chord = context->chords[rules_chord_at (context, ticks)].chord;
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  text = g_strdup_printf ("%s, section %u (%s) bar %d quarter %.3f over %s: %s",
                          maq_role_get_nick (context->role), context->section + 1,
                          maq_section_kind_get_nick (maq_section_get_kind (section)), bar + 1,
                          beat, maq_chord_get_text (chord), what);
  context->report (context, rule, ticks, text);
}

static void
check_shape (const RuleContext *context,
             const MaqNote     *note)
{
  const MaqInstrument *instrument = maq_instrument_of_role (context->role);
  /* a layer that pushes a lot may begin before its bar, but not before its section */
  MaqTick from = context->lag_ms < -NEAR_MS ? MIN (context->from_ticks, 0) : context->from_ticks;

  /* who enters inside the section may lead in */
  if (from > 0)
    from = MAX (from - PICKUP_TICKS, 0);

  if (note->key < instrument->low_key || note->key > instrument->high_key)
    rules_report (context, RULE_RANGE, note->start_ticks, "key %d is outside the range",
                  note->key);
  if (note->start_ticks < from || note->start_ticks >= context->to_ticks)
    rules_report (context, RULE_PART, note->start_ticks, "key %d begins outside the part",
                  note->key);
  if (note->start_ticks + note->length_ticks > context->to_ticks)
    rules_report (context, RULE_PART, note->start_ticks, "key %d is longer than the part",
                  note->key);
  if (note->length_ticks <= 0)
    rules_report (context, RULE_PART, note->start_ticks, "key %d has no length", note->key);
  if (note->start_ticks == 0 && context->lag_ms == 0.0
      && context->role != MAQ_ROLE_ACOUSTIC_GUITAR && context->role != MAQ_ROLE_ELECTRIC_GUITAR
      && abs (note->lag_us) > ON_GRID_US)
    rules_report (context, RULE_GRID, 0, "key %d is off the grid", note->key);
}

static void
check_keys (const RuleContext *context)
{
  gint32 ends[128];

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    ends[i] = G_MININT32;
  for (guint i = 0; i < context->n_notes; i++)
    {
      const MaqNote *note = &context->notes[i];

      if (note->start_ticks < ends[note->key])
        rules_report (context, RULE_KEYS, note->start_ticks, "key %d is down already", note->key);
      ends[note->key] = note->start_ticks + note->length_ticks;
    }
}

void
rules_check_part (const RuleContext *context)
{
  gboolean is_near = fabs (context->lag_ms) <= NEAR_MS;

  for (guint i = 0; i < context->n_notes; i++)
    {
      check_shape (context, &context->notes[i]);
      if (is_near && !maq_role_is_drums (context->role))
        rules_check_harmony (context, i);
    }
  check_keys (context);
  if (context->role == MAQ_ROLE_BASS && context->n_notes > 0 && is_near)
    rules_check_roots (context);
}

/* A chord that is written again where it already sounds is no change, unless it is marked. */
static MaqChordSpan *
dup_changes (MaqForm *form,
             guint    section,
             guint   *n_chords)
{
  guint n_spans;
  MaqChordSpan *spans = maq_form_dup_chords (form, section, &n_spans);
  guint n = 0;

  for (guint i = 0; i < n_spans; i++)
    if (n > 0 && spans[n - 1].mark == MAQ_CHORD_MARK_NONE
        && spans[i].mark == MAQ_CHORD_MARK_NONE
        && maq_chord_equal (spans[n - 1].chord, spans[i].chord))
      spans[n - 1].length_ticks += spans[i].length_ticks;
    else
      spans[n++] = spans[i];
  *n_chords = n;
  return spans;
}

MaqChordSpan *
rules_dup_chords (MaqForm *form,
                  guint    section,
                  guint   *n_chords)
{
  MaqChordSpan *chords = dup_changes (form, section, n_chords);

  for (guint i = 0; i < *n_chords; i++)
    {
      MaqChordSpan *chord = &chords[i];

      if (chord->mark != MAQ_CHORD_MARK_PUSH || (i == 0 && section == 0)
          || (i > 0 && chord[-1].length_ticks <= PUSH_TICKS))
        continue;
      if (i > 0)
        chord[-1].length_ticks -= PUSH_TICKS;
      chord->start_ticks -= PUSH_TICKS;
      chord->length_ticks += PUSH_TICKS;
    }
  return chords;
}

/* Whether the band comes early to what is written at a place of a section. */
static gboolean
is_pushed (MaqForm *form,
           guint    section,
           MaqTick  ticks)
{
  g_autofree MaqChordSpan *written = NULL;
  g_autofree MaqChordSpan *heard = NULL;
  guint n_chords;

  if (section >= maq_form_get_n_sections (form))
    return FALSE;
  written = dup_changes (form, section, &n_chords);
  heard = rules_dup_chords (form, section, &n_chords);
  for (guint i = 0; i < n_chords; i++)
    if (written[i].start_ticks == ticks)
      return heard[i].start_ticks < ticks;
  return FALSE;
}

/* Where the part of the layer begins and ends. */
static void
find_window (RuleContext *context)
{
  const MaqFormSection *section = maq_form_get_section (context->form, context->section);
  const MaqPartFields *part = context->part != NULL ? maq_part_get_fields (context->part) : NULL;

  context->from_ticks = 0;
  context->to_ticks = section->length_ticks;
  if (part == NULL)
    return;
  if (part->entry_bar > 0 && part->entry_bar < section->bars)
    context->from_ticks = maq_form_get_bar_start (context->form, context->section,
                                                  part->entry_bar);
  if (part->exit_bar > 0 && part->exit_bar < section->bars)
    context->to_ticks = maq_form_get_bar_start (context->form, context->section, part->exit_bar);
  if (is_pushed (context->form, context->section, context->from_ticks))
    context->from_ticks -= PUSH_TICKS;
  if (context->to_ticks < section->length_ticks
        ? is_pushed (context->form, context->section, context->to_ticks)
        : is_pushed (context->form, context->section + 1, 0))
    context->to_ticks -= PUSH_TICKS;
}

void
rules_visit (RuleContext *context,
             MaqSong     *song,
             RuleCheck    check)
{
  MaqArrangement *arrangement = maq_song_get_current (song);
  g_autoptr (MaqForm) form = maq_form_new (song, arrangement);

  context->arrangement = arrangement;
  context->form = form;
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      MaqSection *section = maq_form_get_section (form, i)->section;
      g_autofree MaqChordSpan *chords = rules_dup_chords (form, i, &context->n_chords);

      context->section = i;
      context->chords = chords;
      for (guint j = 0; j < maq_performance_get_n_lanes (context->performance); j++)
        {
          MaqLane *lane = maq_performance_get_lane (context->performance, j);
          MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
          MaqLayer *layer = maq_arrangement_get_layer (arrangement, j);

          context->lane = j;
          context->role = maq_layer_get_role (layer);
          context->lag_ms
            = maq_stated_or (maq_layer_get_fields (layer)->lag_ms,
                             maq_stated_or (maq_song_get_fields (song)->lag_ms, 0.0));
          context->part = maq_section_find_part (section, maq_layer_get_id (layer));
          context->notes = NULL;
          context->n_notes = 0;
          if (phrase != NULL)
            context->notes = maq_phrase_get_notes (phrase, &context->n_notes);
          find_window (context);
          check (context);
        }
    }
}

static void
fail_cb (const RuleContext *context G_GNUC_UNUSED,
         Rule               rule G_GNUC_UNUSED,
         MaqTick            ticks G_GNUC_UNUSED,
         const char        *what)
{
  g_test_message ("%s", what);
  g_test_fail ();
}

void
rules_check (MaqSong        *song,
             MaqPerformance *performance)
{
  RuleContext context = { .performance = performance, .report = fail_cb };

  rules_visit (&context, song, rules_check_part);
}
