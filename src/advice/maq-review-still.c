/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where nothing happens for long. */

#include "maq-review-private.h"

#include <glib/gi18n-lib.h>

#define LONG_BARS 16
#define LONG_SECONDS 25.0
#define FEW_LAYERS 2
/* Levels that differ by so much are heard as somebody who comes forward or steps back. */
#define STEP_LEVELS 2
#define ENTRY_LEVEL 5
#define MAX_TRIED 3

/* Bars in which nothing changes, from one bar of a section to another, which is not in it. */
typedef struct
{
  guint section;
  int   bar;
  guint section_end;
  int   end_bar;
} Stretch;

static gboolean
is_other_part (const MaqPartFields *a,
               const MaqPartFields *b)
{
  return ABS (a->level - b->level) >= STEP_LEVELS || g_strcmp0 (a->pattern, b->pattern) != 0 ||
         g_strcmp0 (a->style, b->style) != 0 || g_strcmp0 (a->motif, b->motif) != 0 ||
         !maq_sound_equal0 (a->sound, b->sound);
}

/* whether somebody enters, leaves or changes when a section gives way to the next */
static gboolean
changes_after (const MaqReview *self,
               guint            section)
{
  const MaqFormSection *a = maq_form_get_section (self->form, section);
  const MaqFormSection *b = maq_form_get_section (self->form, section + 1);
  const MaqSectionFields *x = maq_section_get_fields (a->section);
  const MaqSectionFields *y = maq_section_get_fields (b->section);

  for (guint i = 0; i < self->n_layers; i++)
    {
      gboolean was = maq_review_sounds (self, section, i, a->bars - 1);

      if (was != maq_review_sounds (self, section + 1, i, 0) ||
          (was && is_other_part (maq_review_get_part (self, section, i),
                                 maq_review_get_part (self, section + 1, i))))
        return TRUE;
    }

  return x->transition == MAQ_TRANSITION_STOP || x->transition == MAQ_TRANSITION_RING_OUT ||
         x->feel != y->feel || x->dynamics != y->dynamics || a->space != b->space ||
         a->tempo_qpm != b->tempo_qpm || !maq_key_equal (a->key, b->key) ||
         !maq_meter_equal (a->meter, b->meter) || g_strcmp0 (a->style, b->style) != 0;
}

/* the next bar of a section after @bar in which somebody enters or leaves; its length for none */
static int
find_change (const MaqReview *self,
             guint            section,
             int              bar)
{
  int next = maq_review_get_bars (self, section);

  for (guint i = 0; i < self->n_layers; i++)
    {
      const MaqPartFields *part = maq_review_get_part (self, section, i);

      if (part != NULL && part->entry_bar > bar)
        next = MIN (next, part->entry_bar);
      if (part != NULL && part->exit_bar > bar)
        next = MIN (next, part->exit_bar);
    }

  return next;
}

/* Extends a stretch as far as it goes. */
static void
find_end (const MaqReview *self,
          Stretch         *stretch)
{
  stretch->section_end = stretch->section;
  stretch->end_bar = find_change (self, stretch->section, stretch->bar);
  while (stretch->end_bar == maq_review_get_bars (self, stretch->section_end) &&
         stretch->section_end + 1 < self->n_sections &&
         !changes_after (self, stretch->section_end))
    {
      stretch->section_end++;
      stretch->end_bar = find_change (self, stretch->section_end, 0);
    }
}

static double
get_seconds (const MaqReview *self,
             guint            section,
             int              bar)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);

  return maq_form_ticks_to_seconds (self->form, place->start_ticks +
                                                maq_form_get_bar_start (self->form, section, bar));
}

static int
count_bars (const MaqReview *self,
            const Stretch   *stretch)
{
  return maq_form_get_section (self->form, stretch->section_end)->first_bar + stretch->end_bar -
         maq_form_get_section (self->form, stretch->section)->first_bar - stretch->bar;
}

/* where a song arrives or ends, and a solo, which has a story of its own */
static gboolean
may_stand (const MaqReview *self,
           const Stretch   *stretch)
{
  MaqSectionKind kind = maq_review_get_kind (self, stretch->section);

  return kind == MAQ_SECTION_SOLO ||
         (stretch->section == stretch->section_end &&
          (kind == MAQ_SECTION_CHORUS || kind == MAQ_SECTION_DROP || kind == MAQ_SECTION_OUTRO) &&
          count_bars (self, stretch) <= LONG_BARS);
}

static gboolean
is_long (const MaqReview *self,
         const Stretch   *stretch)
{
  return count_bars (self, stretch) >= LONG_BARS &&
         get_seconds (self, stretch->section_end, stretch->end_bar) -
         get_seconds (self, stretch->section, stretch->bar) >= LONG_SECONDS &&
         maq_review_count (self, stretch->section, stretch->bar) > FEW_LAYERS &&
         !may_stand (self, stretch);
}

/*
 * Lets a layer be heard in half of the stretch: in the second half of a long section, in the
 * middle of a very long one, in every other one of short ones.
 */
static MaqMove *
come_and_go (const MaqReview *self,
             const Stretch   *stretch,
             guint            layer)
{
  g_autoptr(GPtrArray) moves = maq_review_moves ();
  MaqId id = maq_review_get_layer_id (self, layer);
  gboolean is_new = maq_review_get_part (self, stretch->section, layer) == NULL;
  const char *who = maq_layer_get_name (maq_review_get_layer (self, layer));
  gboolean was_in = !is_new;
  MaqMove *all;

  for (guint i = stretch->section; i <= stretch->section_end; i++)
    {
      MaqId section = maq_review_get_id (self, i);
      int start = i == stretch->section ? stretch->bar : 0;
      int bars = (i == stretch->section_end ? stretch->end_bar
                                            : maq_review_get_bars (self, i)) - start;
      gboolean is_in = bars >= LONG_BARS || (i > stretch->section ? !was_in : was_in);

      if (is_in && is_new)
        g_ptr_array_add (moves, maq_move_part_level (section, id, ENTRY_LEVEL));
      else if (!is_in)
        g_ptr_array_add (moves, maq_move_part_level (section, id, 0));
      if (bars >= 2 * LONG_BARS)
        g_ptr_array_add (moves, maq_move_part_entry (section, id, start + bars / 6 * 2,
                                                     start + bars / 3 * 2));
      else if (bars >= LONG_BARS)
        g_ptr_array_add (moves, maq_move_part_entry (section, id, start + bars / 8 * 4, 0));
      was_in = is_in;
    }

  all = maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, NULL);
  if (stretch->section != stretch->section_end)
    return maq_review_named (all, g_strdup_printf (_("%s in and out by turns"), who));

  if (count_bars (self, stretch) >= 2 * LONG_BARS)
    return maq_review_named (all, g_strdup_printf (is_new ? _("%s in the middle")
                                                          : _("%s only in the middle"), who));

  return maq_review_named (all, g_strdup_printf (is_new ? _("%s in halfway")
                                                        : _("%s not before halfway"), who));
}

/* A voice has its words; who has played in the section already does not wait any more. */
static gboolean
may_wait (const MaqReview *self,
          const Stretch   *stretch,
          guint            layer)
{
  const MaqPartFields *part = maq_review_get_part (self, stretch->section, layer);

  return part != NULL && part->entry_bar >= stretch->bar &&
         maq_layer_get_role (maq_review_get_layer (self, layer)) != MAQ_ROLE_VOCAL;
}

static GPtrArray *
list_events (const MaqReview *self,
             const Stretch   *stretch)
{
  GPtrArray *moves = maq_review_moves ();
  MaqId section = maq_review_get_id (self, stretch->section);
  guint n_new = 0, n_old = 0;

  /* who is not there yet comes in; who is there, from the bottom of the grid, waits */
  for (guint i = 0; i < self->n_layers && n_new < MAX_TRIED; i++)
    if (maq_review_get_part (self, stretch->section, i) == NULL &&
        maq_layer_get_role (maq_review_get_layer (self, i)) != MAQ_ROLE_VOCAL)
      {
        g_ptr_array_add (moves, come_and_go (self, stretch, i));
        n_new++;
      }
  for (guint i = self->n_layers; i-- > 0 && n_old < MAX_TRIED;)
    if (may_wait (self, stretch, i))
      {
        g_ptr_array_add (moves, come_and_go (self, stretch, i));
        n_old++;
      }
  if (stretch->section_end > stretch->section)
    g_ptr_array_add (moves, maq_move_lift (maq_review_get_id (self, stretch->section + 1), 2));
  else
    g_ptr_array_add (moves, maq_move_build_up (section,
                                               MAX (2, count_bars (self, stretch) * 3 / 4)));

  return moves;
}

static void
add_still (MaqReview     *self,
           const Stretch *stretch)
{
  MaqAdviceFields fields = maq_review_at (self, stretch->section);
  const char *first = maq_review_get_name (self, stretch->section);
  g_autofree char *sentence = NULL;

  fields.bar = stretch->bar;
  fields.first_bar += stretch->bar;
  fields.bars = count_bars (self, stretch);
  fields.section_end = maq_review_get_id (self, stretch->section_end);
  if (stretch->section == stretch->section_end)
    sentence = g_strdup_printf (_("Nothing enters or leaves for %d bars in %s."), fields.bars,
                                first);
  else
    sentence = g_strdup_printf (_("Nothing enters or leaves for %d bars, from %s to %s."),
                                fields.bars, first,
                                maq_review_get_name (self, stretch->section_end));
  fields.sentence = sentence;
  fields.reason = _("The ear stops following what stays the same. One entry, or one player who "
                    "waits, is enough. A groove may be meant to stand still.");
  maq_review_add (self, &fields, list_events (self, stretch));
}

/*
 * For sixteen bars or more, and 25 seconds or more, nobody enters, leaves, changes the
 * pattern or the level by two or more, and neither key, meter, tempo, feel, style, room nor mix
 * change; a stop or a chord that rings out is something that happens, too. Keeps quiet
 * where one or two play, about solos, and about sixteen bars of one chorus, drop or outro:
 * there a song has arrived.
 */
void
maq_review_still (MaqReview *self)
{
  Stretch stretch = { 0 };

  while (stretch.section < self->n_sections)
    {
      find_end (self, &stretch);
      if (is_long (self, &stretch))
        add_still (self, &stretch);
      stretch.section = stretch.section_end;
      stretch.bar = stretch.end_bar;
      if (stretch.bar >= maq_review_get_bars (self, stretch.section))
        {
          stretch.section++;
          stretch.bar = 0;
        }
    }
}
