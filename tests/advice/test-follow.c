/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Following an arc, with ears that are quick: what they hear goes by the levels alone, in
 * another way than the model that the search goes by. The ears that are real are in
 * test-follow-heard.c.
 */

#include "maq-follow.h"

#include <math.h>
#include <string.h>

#include "maq-check.h"
#include "maq-form.h"
#include "maq-quick-ears.h"
#include "maq-random-song.h"
#include "ui-songs.h"
#include "maq-written-song.h"

#define N_SONGS 40

static MaqFollow *
follow (MaqProject *root)
{
  g_autoptr (GError) error = NULL;
  MaqFollow *self = maq_follow_new (root, NULL, 0, maq_quick_ears_listen, NULL, NULL, &error);

  g_assert_no_error (error);
  return self;
}

static MaqProject *
apply (MaqFollow  *self,
       MaqProject *root)
{
  g_autoptr (MaqMove) move = maq_follow_create_move (self, NULL);
  g_autoptr (GError) error = NULL;
  MaqProject *after;

  if (move == NULL)
    return maq_project_ref (root);
  after = maq_move_apply (move, root, &error);
  g_assert_no_error (error);
  return after;
}

static MaqProject *
create_song (void)
{
  return WRITTEN ("intro 4, verse 16, chorus 8, verse 16, chorus 8, bridge 8, chorus 8",
                  "drums 5 5 5 5 5 5 5", "bass 5 5 5 5 5 5 5", "keys 5 5 5 5 5 5 5",
                  "electric-guitar 5 5 5 5 5 5 5", "vocal 0 6 6 6 6 6 6");
}

static void
assert_pinned_untouched (MaqProject *before,
                         MaqProject *after)
{
  MaqArrangement *a = maq_project_get_arrangement (before);
  MaqArrangement *b = maq_project_get_arrangement (after);

  for (guint i = 0; i < maq_arrangement_get_n_sections (a); i++)
    for (guint j = 0; j < maq_arrangement_get_n_layers (a); j++)
      {
        MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (a, j));
        MaqPart *part = maq_section_find_part (maq_arrangement_get_resolved (a, i), layer);
        MaqPart *same = maq_section_find_part (maq_arrangement_get_resolved (b, i), layer);

        if (part == NULL || !maq_part_get_fields (part)->pinned)
          continue;
        g_assert_nonnull (same);
        g_assert_true (maq_part_equal (part, same));
      }
}

static gboolean
is_heard (MaqProject *root,
          guint       section,
          guint       layer,
          int         bar)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqLayer *player = maq_arrangement_get_layer (arrangement, layer);
  MaqPart *part = maq_section_find_part (maq_arrangement_get_resolved (arrangement, section),
                                         maq_layer_get_id (player));
  const MaqPartFields *fields;

  if (part == NULL || maq_layer_get_fields (player)->muted)
    return FALSE;
  fields = maq_part_get_fields (part);
  return fields->level > 0 && bar >= fields->entry_bar
         && (fields->exit_bar == 0 || bar < fields->exit_bar);
}

/* Nobody is heard any more where somebody was: never. */
static void
assert_no_holes (MaqProject *before,
                 MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (before);
  g_autoptr (MaqForm) form = maq_form_new (maq_project_get_current (before), arrangement);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    for (int bar = 0; bar < maq_form_get_section (form, i)->bars; bar++)
      {
        gboolean was_heard = FALSE;
        gboolean is_still_heard = FALSE;

        for (guint j = 0; j < n_layers; j++)
          {
            was_heard |= is_heard (before, i, j, bar);
            is_still_heard |= is_heard (after, i, j, bar);
          }
        g_assert_true (is_still_heard || !was_heard);
      }
}

static const MaqPartFields *
get_fields (MaqProject *root,
            guint       section,
            guint       layer)
{
  static const MaqPartFields out = { 0 };
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqLayer *player = maq_arrangement_get_layer (arrangement, layer);
  MaqPart *part = maq_section_find_part (maq_arrangement_get_resolved (arrangement, section),
                                         maq_layer_get_id (player));

  return part == NULL ? &out : maq_part_get_fields (part);
}

/* A player who plays less comes or goes where a phrase of two bars begins, and plays half of it. */
static void
assert_keeps_half (const MaqPartFields *before,
                   const MaqPartFields *after,
                   int                  bars)
{
  int end_before = before->exit_bar == 0 ? bars : MIN (before->exit_bar, bars);
  int end = after->exit_bar == 0 ? bars : MIN (after->exit_bar, bars);

  if (before->level == 0 || after->level == 0
      || (before->entry_bar == after->entry_bar && end_before == end))
    return;
  g_assert_cmpint (before->entry_bar, ==, 0);
  g_assert_cmpint (end_before, ==, bars);
  g_assert_cmpint (after->level, ==, before->level);
  g_assert_cmpint (after->entry_bar % 2, ==, 0);
  g_assert_cmpint (after->exit_bar % 2, ==, 0);
  g_assert_cmpint (2 * (end - after->entry_bar), >=, bars);
}

/* Drums and bass keep half their level, a layer half of its sections. */
static void
assert_keeps_voices (MaqProject *before,
                     MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (before);
  g_autoptr (MaqForm) form = maq_form_new (maq_project_get_current (before), arrangement);

  for (guint j = 0; j < maq_arrangement_get_n_layers (arrangement); j++)
    {
      MaqRole role = maq_layer_get_role (maq_arrangement_get_layer (arrangement, j));
      guint n_before = 0;
      guint n_after = 0;

      for (guint i = 0; i < maq_form_get_n_sections (form); i++)
        {
          const MaqPartFields *was = get_fields (before, i, j);
          const MaqPartFields *is = get_fields (after, i, j);
          int bars = maq_form_get_section (form, i)->bars;

          if (role == MAQ_ROLE_DRUMS || role == MAQ_ROLE_BASS)
            g_assert_cmpint (2 * is->level, >=, was->level);
          n_before += was->level > 0 && was->entry_bar < bars;
          n_after += is->level > 0 && is->entry_bar < bars;
          assert_keeps_half (was, is, bars);
        }
      g_assert_cmpuint (2 * n_after, >=, n_before);
    }
}

static double
get_step_error (MaqFollow *self,
                gboolean   after)
{
  double sum = 0.0;

  for (guint i = 1; i < maq_follow_get_n_sections (self); i++)
    {
      const MaqFollowSection *from = maq_follow_get_section (self, i - 1);
      const MaqFollowSection *to = maq_follow_get_section (self, i);
      double heard = after ? to->after - from->after : to->before - from->before;

      sum += fabs (heard - (to->meant - from->meant));
    }
  return sum;
}

/* No step gets smaller than meant that was not, nor turns around. */
static void
assert_keeps_steps (MaqFollow *self)
{
  double met = MAQ_FOLLOW_STEPS_MET * (maq_follow_get_n_sections (self) - 1);

  g_assert_cmpfloat (get_step_error (self, TRUE), <=,
                     MAX (get_step_error (self, FALSE), met) + 1e-9);
  for (guint i = 1; i < maq_follow_get_n_sections (self); i++)
    {
      const MaqFollowSection *from = maq_follow_get_section (self, i - 1);
      const MaqFollowSection *to = maq_follow_get_section (self, i);
      double sign = to->meant < from->meant ? -1.0 : 1.0;
      double meant = sign * (to->meant - from->meant);
      double before = sign * (to->before - from->before);
      double after = sign * (to->after - from->after);

      if (meant >= MAQ_FOLLOW_MET)
        g_assert_cmpfloat (after, >=, MIN (before, meant) - MAQ_FOLLOW_MET - 1e-9);
    }
}

/* What it says is what comes of it, and that is nearer than before. */
static void
assert_nearer (MaqFollow  *self,
               MaqProject *root)
{
  g_autoptr (MaqProject) after = apply (self, root);
  g_autofree MaqFigures *figures = g_new0 (MaqFigures, maq_follow_get_n_sections (self) + 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (maq_check (after, &error));
  g_assert_no_error (error);
  if (maq_follow_get_n_changes (self) == 0)
    {
      g_assert_true (after == root);
      return;
    }
  g_assert_cmpfloat (maq_follow_get_distance (self, TRUE), <,
                     maq_follow_get_distance (self, FALSE));
  maq_quick_ears_listen (after, figures, NULL, NULL, NULL);
  for (guint i = 0; i < maq_follow_get_n_sections (self); i++)
    g_assert_cmpfloat_with_epsilon (figures[i].energy, maq_follow_get_section (self, i)->after,
                                    1e-9);
  assert_pinned_untouched (root, after);
  assert_no_holes (root, after);
  assert_keeps_voices (root, after);
  assert_keeps_steps (self);
}

static void
test_random (void)
{
  guint32 seed = maq_any_seed ();
  guint n_proposed = 0;

  for (guint32 i = 0; i < N_SONGS; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + i);
      g_autoptr (MaqProject) any = maq_any_project (rand, &maq_any_small);
      g_autoptr (MaqProject) root = maq_quick_ears_lay (any, (MaqArcShape) g_rand_int_range (
                                                rand, 0, MAQ_N_ARC_SHAPES));
      g_autoptr (MaqFollow) self = NULL;

      if (root == NULL)
        continue;
      self = follow (root);
      n_proposed += maq_follow_get_n_changes (self) > 0;
      assert_nearer (self, root);
    }
  g_assert_cmpuint (n_proposed, >, N_SONGS / 8);
}

static void
test_comes_near (void)
{
  g_autoptr (MaqProject) song = create_song ();

  for (MaqArcShape shape = 0; shape < MAQ_N_ARC_SHAPES; shape++)
    {
      g_autoptr (MaqProject) root = maq_quick_ears_lay (song, shape);
      g_autoptr (MaqFollow) self = follow (root);
      g_autofree char *summary = maq_follow_dup_summary (self);

      g_test_message ("%s: %s", maq_arc_shape_get_label (shape), summary);
      assert_nearer (self, root);
      g_assert_cmpfloat (maq_follow_get_distance (self, TRUE), <, 1.8);
    }
}

/* Without the changes of any one section it would be further off: none of them is for nothing. */
static void
test_fewest (void)
{
  g_autoptr (MaqProject) song = create_song ();

  for (MaqArcShape shape = 0; shape < MAQ_N_ARC_SHAPES; shape++)
    {
      g_autoptr (MaqProject) root = maq_quick_ears_lay (song, shape);
      g_autoptr (MaqFollow) self = follow (root);

      for (guint i = 0; i < maq_follow_get_n_sections (self); i++)
        {
          const MaqFollowSection *section = maq_follow_get_section (self, i);

          if (section->text != NULL)
            g_assert_cmpfloat (fabs (section->before - section->meant), >,
                               fabs (section->after - section->meant) + 0.1);
        }
    }
}

/* Levels that go no lower, and players who may not all leave: they come later, or leave earlier. */
static void
test_plays_half (void)
{
  g_autoptr (MaqProject) song = WRITTEN ("verse 8, verse 8, verse 8, verse 8", "drums 1 1 1 1",
                                         "keys 1 1 1 1", "organ 1 1 1 1", "strings 1 1 1 1",
                                         "pad 1 1 1 1", "lead 1 1 1 1");
  guint n_halves[2] = { 0, 0 };

  for (guint is_falling = 0; is_falling <= 1; is_falling++)
    {
      g_autoptr (MaqProject) root = maq_project_ref (song);
      g_autoptr (MaqFollow) self = NULL;
      g_autoptr (MaqProject) after = NULL;

      for (MaqId section = 1; section <= 4; section++)
        for (int end = 0; end <= 1; end++)
          {
            g_autoptr (MaqMove) point
              = maq_move_arc_point (MAQ_ARC_ENERGY, NULL, section, end * 7.75,
                                    end == (int) is_falling ? 0.0 : 1.0, FALSE);
            g_autoptr (MaqProject) before = g_steal_pointer (&root);

            root = maq_move_apply (point, before, NULL);
          }
      self = follow (root);
      after = apply (self, root);
      assert_nearer (self, root);
      for (guint i = 0; i < 4; i++)
        for (guint j = 0; j < 6; j++)
          {
            const MaqPartFields *part = get_fields (after, i, j);

            g_assert_cmpint (is_falling ? part->entry_bar : part->exit_bar, ==, 0);
            n_halves[is_falling] += part->level > 0
                                    && (part->entry_bar > 0 || part->exit_bar > 0);
          }
    }
  g_assert_cmpuint (n_halves[0], >, 0);
  g_assert_cmpuint (n_halves[1], >, 0);
}

/* The arc from the start of each section to its end. */
static MaqProject *
draw (MaqProject   *song,
      const double *meant)
{
  MaqProject *root = maq_project_ref (song);
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);
      int bars = maq_section_get_fields (section)->bars;

      for (int end = 0; end <= 1; end++)
        {
          g_autoptr (MaqMove) point
            = maq_move_arc_point (MAQ_ARC_ENERGY, NULL, maq_section_get_id (section),
                                  end == 0 ? 0.0 : bars - 0.25, CLAMP (meant[i], 0.0, 10.0),
                                  FALSE);
          g_autoptr (MaqProject) before = g_steal_pointer (&root);

          root = maq_move_apply (point, before, NULL);
        }
      arrangement = maq_project_get_arrangement (root);
    }
  return root;
}

/* As high as it is heard, and so much higher. */
static MaqProject *
draw_above (MaqProject *song,
            double      above)
{
  MaqFigures figures[16];
  double meant[16];
  guint n_sections = maq_arrangement_get_n_sections (maq_project_get_arrangement (song));

  maq_quick_ears_listen (song, figures, NULL, NULL, NULL);
  for (guint i = 0; i < n_sections; i++)
    meant[i] = figures[i].energy + above;
  return draw (song, meant);
}

/* All of a song is too high, and what leads to the choruses is settled: a chorus that came down
 * alone would be nearer to what is meant, and no chorus any more. */
static void
test_steps (void)
{
  g_autoptr (MaqProject) song
    = WRITTEN ("verse 8, pre-chorus 8, chorus 8, verse 8, pre-chorus 8, chorus 8",
               "drums 3 5 8 3 5 8", "bass 3 4 7 3 4 7", "keys 3 5 8 3 5 8", "pad 2 4 8 2 4 8");
  const MaqId sections[] = { 1, 2, 4, 5 };
  const MaqId layers[] = { 1, 2, 3, 4 };
  const MaqCells cells = { sections, 4, layers, 4 };
  g_autoptr (MaqMove) pin = maq_move_cells_pinned (&cells, TRUE);
  g_autoptr (MaqProject) pinned = maq_move_apply (pin, song, NULL);
  g_autoptr (MaqProject) root = draw_above (pinned, -1.2);
  g_autoptr (MaqProject) free = draw_above (song, -1.2);
  g_autoptr (MaqFollow) stays = follow (root);
  g_autoptr (MaqFollow) comes_down = follow (free);

  assert_nearer (stays, root);
  for (guint i = 2; i < 6; i += 3)
    {
      const MaqFollowSection *before = maq_follow_get_section (stays, i - 1);
      const MaqFollowSection *chorus = maq_follow_get_section (stays, i);

      g_assert_cmpfloat (chorus->meant - before->meant, >, 0.8);
      g_assert_cmpfloat (chorus->after - before->after, >=,
                         chorus->meant - before->meant - MAQ_FOLLOW_MET);
    }
  /* if all may come down, the choruses do, too */
  assert_nearer (comes_down, free);
  g_assert_cmpfloat (maq_follow_get_distance (comes_down, TRUE), <, 0.9);
  g_assert_cmpfloat (maq_follow_get_section (comes_down, 2)->after, <,
                     maq_follow_get_section (comes_down, 2)->before - 0.4);
}

static guint
count_parts (MaqProject *root,
             guint       layer)
{
  guint n = 0;

  for (guint i = 0; i < maq_arrangement_get_n_sections (maq_project_get_arrangement (root)); i++)
    n += get_fields (root, i, layer)->level > 0;
  return n;
}

static MaqProject *
create_band_song (void)
{
  return WRITTEN ("verse 8, chorus 8, verse 8, chorus 8", "keys 4 6 4 6", "organ 4 6 4 6",
                  "strings 4 6 4 6", "electric-guitar 4 6 4 6", "brass 0 6 0 6");
}

/* Where it is enough that they play less, nobody leaves, however short the way to silence is; of
 * those who play throughout some do where that does not reach. */
static void
test_lowers_first (void)
{
  g_autoptr (MaqProject) song = create_band_song ();
  g_autoptr (MaqProject) little = draw_above (song, -1.0);
  g_autoptr (MaqFollow) lowers = follow (little);
  g_autoptr (MaqProject) lowered = apply (lowers, little);
  g_autoptr (MaqProject) much = draw_above (song, -9.0);
  g_autoptr (MaqFollow) silences = follow (much);
  g_autoptr (MaqProject) silenced = apply (silences, much);
  guint n_lost = 0;

  assert_nearer (lowers, little);
  assert_nearer (silences, much);
  g_assert_cmpuint (maq_follow_get_n_changes (lowers), >, 0);
  for (guint layer = 0; layer < 5; layer++)
    {
      g_assert_cmpuint (count_parts (lowered, layer), ==, count_parts (song, layer));
      n_lost += count_parts (song, layer) - count_parts (silenced, layer);
    }
  g_assert_cmpuint (n_lost, >, 0);
}

/* What stands for something in the story stays, even where silence is meant. */
static void
test_meaning_stays (void)
{
  g_autoptr (MaqProject) song = create_band_song ();
  g_autoptr (MaqProject) much = draw_above (song, -9.0);
  g_autoptr (MaqFollow) free = follow (much);
  g_autoptr (MaqProject) freed = apply (free, much);
  g_autoptr (MaqMove) mean = NULL;
  g_autoptr (MaqProject) root = NULL;
  g_autoptr (MaqFollow) self = NULL;
  g_autoptr (MaqProject) after = NULL;
  guint leaver = 0;

  while (count_parts (freed, leaver) == count_parts (song, leaver))
    g_assert_cmpuint (++leaver, <, 5);
  mean = maq_move_layer_meaning (leaver + 1, "The road home");
  root = maq_move_apply (mean, much, NULL);
  self = follow (root);
  after = apply (self, root);
  g_assert_cmpuint (count_parts (after, leaver), ==, count_parts (song, leaver));
}

/* An arc of what is heard already asks for nothing. */
static void
test_met (void)
{
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) root = draw_above (song, 0.0);
  g_autoptr (MaqFollow) self = follow (root);
  g_autoptr (MaqMove) move = maq_follow_create_move (self, NULL);
  g_autofree char *summary = maq_follow_dup_summary (self);

  g_assert_cmpuint (maq_follow_get_n_changes (self), ==, 0);
  g_assert_null (move);
  g_assert_nonnull (strstr (summary, "already"));
}

static void
test_without_arc (void)
{
  g_autoptr (MaqProject) root = create_song ();
  g_autoptr (GError) error = NULL;
  MaqFollow *self = maq_follow_new (root, NULL, 0, maq_quick_ears_listen, NULL, NULL, &error);

  g_assert_null (self);
  g_assert_error (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE);
}

static MaqProject *
pin_all (MaqProject *root)
{
  MaqId sections[7];
  MaqId layers[5];
  const MaqCells cells = { sections, 7, layers, 5 };
  g_autoptr (MaqMove) move = NULL;

  for (guint i = 0; i < 7; i++)
    sections[i] = i + 1;
  for (guint i = 0; i < 5; i++)
    layers[i] = i + 1;
  move = maq_move_cells_pinned (&cells, TRUE);
  return maq_move_apply (move, root, NULL);
}

static void
test_all_pinned (void)
{
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) pinned = pin_all (song);
  g_autoptr (MaqProject) root = maq_quick_ears_lay (pinned, MAQ_ARC_SHAPE_CLIMB);
  g_autoptr (MaqFollow) self = follow (root);
  g_autofree char *summary = maq_follow_dup_summary (self);

  g_assert_cmpuint (maq_follow_get_n_changes (self), ==, 0);
  g_assert_true (g_str_has_prefix (summary, "No change of levels"));
}

/* Sections that were not chosen stay as they are. */
static void
test_chosen (void)
{
  const MaqId wanted[] = { 5, 7 };
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) root = maq_quick_ears_lay (song, MAQ_ARC_SHAPE_CLIMB);
  g_autoptr (MaqFollow) self = maq_follow_new (root, wanted, 2, maq_quick_ears_listen, NULL,
                                               NULL, NULL);
  g_autoptr (MaqProject) after = apply (self, root);

  g_assert_cmpuint (maq_follow_get_n_changes (self), >, 0);
  for (guint i = 0; i < 7; i++)
    if (i != 4 && i != 6)
      g_assert_true (maq_arrangement_get_section (maq_project_get_arrangement (after), i)
                     == maq_arrangement_get_section (maq_project_get_arrangement (root), i));
}

/* What is not wanted is left out, and the rest still applies. */
static void
test_wanted (void)
{
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) root = maq_quick_ears_lay (song, MAQ_ARC_SHAPE_CLIMB);
  g_autoptr (MaqFollow) self = follow (root);
  gboolean wanted[7] = { FALSE };

  for (guint i = 0; i < 7; i++)
    {
      const MaqFollowSection *section = maq_follow_get_section (self, i);
      g_autoptr (MaqMove) move = NULL;
      g_autoptr (MaqProject) after = NULL;

      memset (wanted, 0, sizeof wanted);
      wanted[i] = TRUE;
      move = maq_follow_create_move (self, wanted);
      g_assert_true ((move == NULL) == (section->text == NULL));
      if (move == NULL)
        continue;
      after = maq_move_apply (move, root, NULL);
      g_assert_nonnull (after);
      for (guint j = 0; j < 7; j++)
        g_assert_true ((maq_arrangement_get_section (maq_project_get_arrangement (after), j)
                        != maq_arrangement_get_section (maq_project_get_arrangement (root), j))
                       == (i == j));
    }
}

/* What is left out is measured as left out, with all that goes by it. */
static void
test_measure_wanted (void)
{
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) root = maq_quick_ears_lay (song, MAQ_ARC_SHAPE_CLIMB);
  g_autoptr (MaqFollow) all = follow (root);
  g_autoptr (MaqFollow) none = NULL;
  g_autofree char *summary = NULL;
  gboolean wanted[7] = { FALSE };
  guint n_heard = 0;
  guint n_changes = 0;

  none = maq_follow_measure_wanted (all, wanted, maq_quick_ears_listen, &n_heard, NULL, NULL);
  g_assert_cmpuint (n_heard, ==, 0);
  g_assert_cmpuint (maq_follow_get_n_changes (none), ==, 0);
  g_assert_cmpfloat (maq_follow_get_distance (none, TRUE), ==,
                     maq_follow_get_distance (all, FALSE));
  summary = maq_follow_dup_summary (none);
  g_assert_true (g_str_has_prefix (summary, "Nothing is chosen"));
  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (MaqFollow) one = NULL;

      memset (wanted, 0, sizeof wanted);
      wanted[i] = TRUE;
      one = maq_follow_measure_wanted (all, wanted, maq_quick_ears_listen, &n_heard, NULL, NULL);
      n_changes += maq_follow_get_n_changes (one);
      for (guint j = 0; j < 7; j++)
        {
          g_assert_cmpfloat_with_epsilon (maq_follow_get_section (one, j)->after,
                                          i == j ? maq_follow_get_section (all, j)->after
                                                 : maq_follow_get_section (all, j)->before, 1e-9);
          g_assert_cmpstr (maq_follow_get_section (one, j)->text, ==,
                           maq_follow_get_section (all, j)->text);
        }
    }
  g_assert_cmpuint (n_changes, ==, maq_follow_get_n_changes (all));
}

static void
test_same_again (void)
{
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) root = maq_quick_ears_lay (song, MAQ_ARC_SHAPE_TWO_PEAKS);
  g_autoptr (MaqFollow) first = follow (root);
  g_autoptr (MaqFollow) second = follow (root);

  for (guint i = 0; i < maq_follow_get_n_sections (first); i++)
    g_assert_cmpstr (maq_follow_get_section (first, i)->text, ==,
                     maq_follow_get_section (second, i)->text);
}

/* Few rounds, however far the arc is. */
static void
test_rounds (void)
{
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) root = maq_quick_ears_lay (song, MAQ_ARC_SHAPE_DROP);
  guint n_heard = 0;
  g_autoptr (MaqFollow) self = maq_follow_new (root, NULL, 0, maq_quick_ears_listen, &n_heard, NULL,
                                               NULL);

  g_assert_nonnull (self);
  g_assert_cmpuint (n_heard, <=, MAQ_FOLLOW_ROUNDS + MAQ_FOLLOW_TRIES + 1);
}

static void
test_cancelled (void)
{
  g_autoptr (MaqProject) song = create_song ();
  g_autoptr (MaqProject) root = maq_quick_ears_lay (song, MAQ_ARC_SHAPE_CLIMB);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  MaqFollow *self;

  g_cancellable_cancel (cancellable);
  self = maq_follow_new (root, NULL, 0, maq_quick_ears_listen, NULL, cancellable, &error);
  g_assert_null (self);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A song so large that looking for changes takes its time. */
static MaqProject *
create_large_song (void)
{
  g_autoptr (MaqProject) song = ui_songs_create_project (300, 80);

  return maq_quick_ears_lay (song, MAQ_ARC_SHAPE_CLIMB);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (2000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

typedef struct
{
  guint    n_heard;
  GThread *canceller;
} Patience;

/* What was heard is enough: it is cancelled while changes to it are looked for. */
static gboolean
listen_once (MaqProject    *root,
             MaqFigures    *figures,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  Patience *patience = user_data;

  if (++patience->n_heard == 1)
    {
      patience->canceller = g_thread_new ("cancel", cancel_soon, cancellable);
      return maq_quick_ears_listen (root, figures, NULL, NULL, NULL);
    }
  g_clear_pointer (&patience->canceller, g_thread_join);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Whoever looks only now and then whether it is cancelled does not come back from this in time. */
static void
test_cancelled_while_searching (void)
{
  g_autoptr (MaqProject) root = create_large_song ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Patience patience = { 0 };
  MaqFollow *self = maq_follow_new (root, NULL, 0, listen_once, &patience, cancellable, &error);

  g_assert_null (self);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (patience.n_heard, <=, 2);
  g_clear_pointer (&patience.canceller, g_thread_join);
}

static void
test_cancelled_while_listening (void)
{
  g_autoptr (MaqProject) root = create_large_song ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_heard = 0;
  GThread *canceller = g_thread_new ("cancel", cancel_soon, cancellable);
  MaqFollow *self = maq_follow_new (root, NULL, 0, maq_quick_ears_listen, &n_heard, cancellable,
                                    &error);

  g_thread_join (canceller);
  g_assert_null (self);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_heard, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/follow/random", test_random);
  g_test_add_func ("/advice/follow/comes-near", test_comes_near);
  g_test_add_func ("/advice/follow/fewest", test_fewest);
  g_test_add_func ("/advice/follow/plays-half", test_plays_half);
  g_test_add_func ("/advice/follow/steps", test_steps);
  g_test_add_func ("/advice/follow/lowers-first", test_lowers_first);
  g_test_add_func ("/advice/follow/meaning-stays", test_meaning_stays);
  g_test_add_func ("/advice/follow/met", test_met);
  g_test_add_func ("/advice/follow/without-arc", test_without_arc);
  g_test_add_func ("/advice/follow/all-pinned", test_all_pinned);
  g_test_add_func ("/advice/follow/chosen", test_chosen);
  g_test_add_func ("/advice/follow/wanted", test_wanted);
  g_test_add_func ("/advice/follow/measure-wanted", test_measure_wanted);
  g_test_add_func ("/advice/follow/same-again", test_same_again);
  g_test_add_func ("/advice/follow/rounds", test_rounds);
  g_test_add_func ("/advice/follow/cancelled", test_cancelled);
  g_test_add_func ("/advice/follow/cancelled/searching", test_cancelled_while_searching);
  g_test_add_func ("/advice/follow/cancelled/listening", test_cancelled_while_listening);
  return g_test_run ();
}
