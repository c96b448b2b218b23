/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where nobody plays, though nobody has asked for silence. */

#include "maq-review-private.h"

#include <glib/gi18n-lib.h>

#define ENTRY_LEVEL 3
#define MAX_TRIED 4

/* Bars of one section in which nobody plays. */
typedef struct
{
  guint section;
  int   bar;
  int   bars;
} Silence;

static const char *
get_layer_name (const MaqReview *self,
                guint            layer)
{
  return maq_layer_get_name (maq_review_get_layer (self, layer));
}

/* Who comes in after the silence may come in before it; who leaves, stay. */
static void
list_longer_stays (const MaqReview *self,
                   const Silence   *silence,
                   GPtrArray       *moves)
{
  MaqId section = maq_review_get_id (self, silence->section);
  int end = silence->bar + silence->bars;
  int n_bars = maq_review_get_bars (self, silence->section);

  for (guint i = 0; i < self->n_layers && moves->len < MAX_TRIED; i++)
    {
      const MaqPartFields *part = maq_review_get_part (self, silence->section, i);

      if (part == NULL)
        continue;
      if (part->entry_bar == end)
        g_ptr_array_add (moves, maq_review_named (
          maq_move_part_entry (section, part->layer, silence->bar, part->exit_bar),
          g_strdup_printf (_("%s in %d bars earlier"), get_layer_name (self, i), silence->bars)));
      else if (part->exit_bar == silence->bar)
        g_ptr_array_add (moves, maq_review_named (
          maq_move_part_entry (section, part->layer, part->entry_bar, end < n_bars ? end : 0),
          g_strdup_printf (_("%s stays %d bars longer"), get_layer_name (self, i),
                           silence->bars)));
    }
}

static gboolean
plays_beside (const MaqReview *self,
              guint            section,
              guint            layer)
{
  return (section > 0 && maq_review_get_part (self, section - 1, layer) != NULL) ||
         (section + 1 < self->n_sections &&
          maq_review_get_part (self, section + 1, layer) != NULL);
}

/* Whoever plays before or after may play through, but for the drums, which say too much. */
static void
list_players (const MaqReview *self,
              guint            section,
              GPtrArray       *moves)
{
  MaqId id = maq_review_get_id (self, section);

  for (guint i = 0; i < self->n_layers && moves->len < MAX_TRIED; i++)
    if (plays_beside (self, section, i) &&
        maq_layer_get_role (maq_review_get_layer (self, i)) != MAQ_ROLE_DRUMS)
      g_ptr_array_add (moves, maq_move_part_level (id, maq_review_get_layer_id (self, i),
                                                   ENTRY_LEVEL));
  g_ptr_array_add (moves, maq_move_delete_section (id));
}

static void
add_silence (MaqReview     *self,
             const Silence *silence)
{
  MaqAdviceFields fields = maq_review_at (self, silence->section);
  gboolean is_whole = silence->bars == fields.bars;
  const char *name = maq_review_get_name (self, silence->section);
  g_autofree char *sentence = NULL;
  GPtrArray *moves = maq_review_moves ();

  fields.bar = silence->bar;
  fields.first_bar += silence->bar;
  fields.bars = silence->bars;
  if (is_whole)
    sentence = g_strdup_printf (_("Nobody plays in %s."), name);
  else
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Nobody plays in %s for %d bar.",
                                             "Nobody plays in %s for %d bars.",
                                             (gulong) silence->bars), name, silence->bars);
  fields.sentence = sentence;
  fields.reason = _("Silence is strong where it is meant: a stop before a downbeat. Bars that "
                    "nobody fills sound like a mistake.");
  if (is_whole)
    list_players (self, silence->section, moves);
  else
    list_longer_stays (self, silence, moves);
  maq_review_add (self, &fields, moves);
}

static int
find_silence (const MaqReview *self,
              guint            section,
              int              bar,
              gboolean         is_silent)
{
  int n_bars = maq_review_get_bars (self, section);

  while (bar < n_bars && (maq_review_count (self, section, bar) == 0) != is_silent)
    bar++;

  return bar;
}

/*
 * In some bars of a section nobody plays. Keeps quiet in songs where nobody plays at all, about
 * a section of one bar, which is a rest that somebody has put there, and about sections that
 * drop out or are left by a stop: there silence is meant.
 */
void
maq_review_silent_bars (MaqReview *self)
{
  for (guint i = 0; i < self->n_sections && self->n_heard > 0; i++)
    {
      const MaqSectionFields *fields = maq_section_get_fields (maq_review_get_section (self, i));
      int n_bars = maq_review_get_bars (self, i);

      if (n_bars == 1 || fields->dynamics == MAQ_DYNAMICS_DROP_OUT ||
          fields->transition == MAQ_TRANSITION_STOP)
        continue;
      for (int bar = find_silence (self, i, 0, TRUE); bar < n_bars;)
        {
          int end = find_silence (self, i, bar, FALSE);

          add_silence (self, &(Silence) { i, bar, end - bar });
          bar = find_silence (self, i, end, TRUE);
        }
    }
}
