/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the song breathes. */

#include "maq-review-private.h"

#include <glib/gi18n-lib.h>

#define MANY_AT_ONCE 4
#define MANY_LAYERS 5
#define FEW_SECTIONS 4
/* A section that is so much smaller than the biggest is space, however many play. */
#define SPACE_DB 5.0

static int
find_first_heard (const MaqReview *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    for (guint j = 0; j < self->n_layers; j++)
      if (maq_review_get_part (self, i, j) != NULL)
        return (int) i;

  return -1;
}

/* whether the band steps back soon after the beginning, so that there is somewhere to go */
static gboolean
steps_back (const MaqReview *self,
            guint            first,
            guint            n_at_once)
{
  for (guint i = first + 1; i < MIN (first + 3, self->n_sections); i++)
    if (maq_review_count (self, i, 0) + 2 <= n_at_once)
      return TRUE;

  return FALSE;
}

/*
 * Four out of five of all layers, and four at least, begin together in the first bar that
 * is heard, and stay. Keeps quiet where one of the two sections after it has at least two
 * fewer: then the song begins with its hook and steps back.
 */
void
maq_review_all_at_once (MaqReview *self)
{
  int first = find_first_heard (self);
  guint n_at_once = first >= 0 ? maq_review_count (self, first, 0) : 0;
  g_autofree char *sentence = NULL;
  MaqAdviceFields fields;
  GPtrArray *moves;

  if (n_at_once < MANY_AT_ONCE || n_at_once * 5 < self->n_heard * 4 ||
      steps_back (self, first, n_at_once))
    return;

  fields = maq_review_at (self, first);
  sentence = n_at_once == self->n_heard
               ? g_strdup_printf (_("All %u layers enter at once, at the start of %s."),
                                  n_at_once, maq_review_get_name (self, first))
               : g_strdup_printf (_("%u of %u layers enter at once, at the start of %s."),
                                  n_at_once, self->n_heard, maq_review_get_name (self, first));
  fields.sentence = sentence;
  fields.reason = _("Whoever is there from the first bar can't enter any more. What comes in one "
                    "after the other is heard one after the other.");
  moves = maq_review_moves ();
  g_ptr_array_add (moves, maq_move_strip_back (fields.section, (int) n_at_once / 2));
  g_ptr_array_add (moves, maq_move_build_up (fields.section, MIN (8, fields.bars)));
  g_ptr_array_add (moves, maq_move_strip_back (fields.section, 2));
  g_ptr_array_add (moves, maq_move_strip_back (fields.section, 1));
  maq_review_add (self, &fields, moves);
}

/* the fewest who sound in any bar of a section; it changes only where somebody enters or leaves */
static guint
count_fewest (const MaqReview *self,
              guint            section)
{
  int bars = maq_review_get_bars (self, section);
  guint fewest = maq_review_count (self, section, 0);

  for (guint i = 0; i < self->n_layers; i++)
    {
      const MaqPartFields *part = maq_review_get_part (self, section, i);

      if (part != NULL && part->exit_bar > 0 && part->exit_bar < bars)
        fewest = MIN (fewest, maq_review_count (self, section, part->exit_bar));
    }

  return fewest;
}

static gboolean
has_break (const MaqReview *self,
           guint            section)
{
  const MaqSectionFields *fields = maq_section_get_fields (maq_review_get_section (self, section));

  return fields->transition == MAQ_TRANSITION_STOP ||
         fields->transition == MAQ_TRANSITION_RING_OUT ||
         fields->transition == MAQ_TRANSITION_FADE || fields->dynamics == MAQ_DYNAMICS_DROP_OUT;
}

/* Whether there is room anywhere; @fewest: how many sound at least. */
static gboolean
has_space (const MaqReview *self,
           guint            first,
           guint            last,
           guint           *fewest)
{
  double biggest = -G_MAXDOUBLE;

  for (guint i = 0; i < self->n_sections; i++)
    biggest = MAX (biggest, maq_review_get_size (self, i));
  *fewest = self->n_layers;
  for (guint i = first; i <= last; i++)
    {
      if (maq_review_get_size (self, i) <= biggest - SPACE_DB || has_break (self, i))
        return TRUE;
      *fewest = MIN (*fewest, count_fewest (self, i));
    }

  return *fewest * 4 <= self->n_heard * 3;
}

static GPtrArray *
list_breaths (const MaqReview *self,
              guint            first,
              guint            last)
{
  GPtrArray *moves = maq_review_moves ();
  int bridge = maq_review_find_last (self, MAQ_SECTION_BRIDGE);
  int chorus = maq_review_find_last (self, MAQ_SECTION_CHORUS);
  int verse = maq_review_find_last (self, MAQ_SECTION_VERSE);
  guint goal = chorus > (int) first && chorus <= (int) last ? (guint) chorus : last;

  if (bridge >= 0)
    g_ptr_array_add (moves, maq_move_strip_back (maq_review_get_id (self, bridge), 2));
  g_ptr_array_add (moves, maq_move_breakdown (maq_review_get_id (self, goal), 4));
  g_ptr_array_add (moves, maq_move_stop_before (maq_review_get_id (self, goal), 2));
  if (verse > (int) first)
    g_ptr_array_add (moves, maq_move_strip_back (maq_review_get_id (self, verse), 2));

  return moves;
}

/*
 * From the second section to the last but one more than three of four layers play in every
 * bar, no section is 5 dB smaller than the biggest, and nothing stops, rings out or drops
 * out. Keeps quiet in songs of fewer than five layers or four sections. How a song begins
 * and ends is not asked: everybody has an intro.
 */
void
maq_review_no_space (MaqReview *self)
{
  guint first = 1;
  guint last = self->n_sections - 2;
  g_autofree char *sentence = NULL;
  MaqAdviceFields fields, end;
  guint fewest = 0;

  if (self->n_heard < MANY_LAYERS || self->n_sections < FEW_SECTIONS ||
      has_space (self, first, last, &fewest))
    return;

  fields = maq_review_at (self, first);
  end = maq_review_at (self, last);
  fields.section_end = end.section;
  fields.bars = end.first_bar + end.bars - fields.first_bar;
  sentence = g_strdup_printf (_("From %s to %s at least %u of %u layers play all the time."),
                              maq_review_get_name (self, first), maq_review_get_name (self, last),
                              fewest, self->n_heard);
  fields.sentence = sentence;
  fields.reason = _("Without space nothing is big: a bar of little makes the next one matter.");
  maq_review_add (self, &fields, list_breaths (self, first, last));
}
