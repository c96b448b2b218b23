/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Careless edits of random songs: whatever they break, the check of what
 * changed agrees with the check of everything. */

#include "maq-check.h"

#include <string.h>

#include "maq-edit.h"
#include "maq-limits.h"
#include "maq-odd-bar.h"
#include "maq-random-song.h"

static MaqSection *
pick_section (GRand          *rand,
              MaqArrangement *arrangement)
{
  gint32 n_sections = (gint32) maq_arrangement_get_n_sections (arrangement);

  return maq_arrangement_get_section (arrangement, (guint) g_rand_int_range (rand, 0, n_sections));
}

static MaqId
pick_layer (GRand          *rand,
            MaqArrangement *arrangement)
{
  gint32 n_layers = (gint32) maq_arrangement_get_n_layers (arrangement);

  if (n_layers == 0 || maq_any_chance (rand, 5))
    return 0xdead;

  return maq_layer_get_id (
    maq_arrangement_get_layer (arrangement, (guint) g_rand_int_range (rand, 0, n_layers)));
}

static MaqSection *
with_any_part (GRand          *rand,
               MaqArrangement *arrangement,
               MaqSection     *section)
{
  g_autoptr(MaqPart) part = maq_part_new (&(MaqPartFields) {
    .layer = pick_layer (rand, arrangement),
    .level = g_rand_int_range (rand, -1, 12),
    .entry_bar = g_rand_int_range (rand, 0, 12),
    .exit_bar = g_rand_int_range (rand, 0, 20),
  });

  return maq_section_with_part (section, part);
}

static MaqSection *
with_any_odd_bar (GRand      *rand,
                  MaqSection *section)
{
  MaqSectionFields fields = *maq_section_get_fields (section);
  g_autoptr(MaqOddBar) odd = maq_odd_bar_new (g_rand_int_range (rand, 0, 12),
                                              maq_any_meter (rand));
  g_autoptr(MaqVec) odd_bars = maq_vec_new (&maq_odd_bar_vec_class, (gpointer[]) { odd }, 1);

  fields.odd_bars = maq_any_chance (rand, 70) ? odd_bars : NULL;
  return maq_section_with_fields (section, &fields);
}

static MaqSection *
spoil_section (GRand          *rand,
               MaqArrangement *arrangement,
               MaqSection     *section)
{
  MaqSectionFields fields = *maq_section_get_fields (section);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return with_any_part (rand, arrangement, section);
    case 1:
      return with_any_odd_bar (rand, section);
    case 2:
      fields.bars = g_rand_int_range (rand, 0, 12);
      break;
    case 3:
      fields.meter = maq_any_chance (rand, 30) ? MAQ_METER_UNSET : maq_any_meter (rand);
      break;
    case 4:
      fields.follows = maq_any_chance (rand, 30)
                         ? MAQ_ID_NONE
                         : maq_section_get_id (pick_section (rand, arrangement));
      break;
    default:
      fields.name = "Another";
      break;
    }

  return maq_section_with_fields (section, &fields);
}

static MaqArrangement *
spoil_arrangement (GRand          *rand,
                   MaqArrangement *arrangement)
{
  guint n_sections = maq_arrangement_get_n_sections (arrangement);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);
  g_autoptr(MaqSection) spoiled = NULL;
  int index;

  if (n_sections == 0)
    return maq_arrangement_ref (arrangement);
  if (n_layers > 0 && maq_any_chance (rand, 10))
    return maq_arrangement_without_layer (arrangement, g_rand_int (rand) % n_layers);
  if (maq_any_chance (rand, 10))
    return maq_arrangement_without_section (arrangement, g_rand_int (rand) % n_sections);
  if (maq_any_chance (rand, 10))
    return maq_arrangement_moved_section (arrangement, g_rand_int (rand) % n_sections,
                                          g_rand_int (rand) % n_sections);

  spoiled = spoil_section (rand, arrangement, pick_section (rand, arrangement));
  index = maq_arrangement_find_section (arrangement, maq_section_get_id (spoiled));
  if (maq_any_chance (rand, 10))
    return maq_arrangement_insert_section (arrangement, (guint) index, spoiled);

  return maq_arrangement_with_section_at (arrangement, (guint) index, spoiled);
}

static MaqProject *
spoil (GRand      *rand,
       MaqProject *root)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));
  g_autoptr(MaqArrangement) arrangement = NULL;
  g_autoptr(MaqSong) song = NULL;

  if (maq_any_chance (rand, 10))
    {
      fields.meter = maq_any_meter (rand);
      song = maq_song_new (&fields);
      return maq_edit_replace_song (root, song);
    }

  arrangement = spoil_arrangement (rand, maq_project_get_arrangement (root));
  return maq_edit_replace_arrangement (root, arrangement);
}

static void
both_checks_agree (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());
  guint n_broken = 0, n_all = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(MaqProject) root = maq_any_project (rand, &maq_any_small);

      for (guint j = 0; j < 40; j++)
        {
          g_autoptr(MaqProject) once = spoil (rand, root);
          g_autoptr(MaqProject) twice = spoil (rand, once);
          gboolean holds = maq_check (twice, NULL);
          g_autoptr(GArray) mistakes = maq_check_find_mistakes (twice, 10);

          g_assert_true (maq_check_change (root, twice, NULL) == holds);
          g_assert_true ((mistakes->len == 0) == holds);
          g_assert_cmpuint (mistakes->len, <=, 10);
          n_broken += holds ? 0 : 1;
          n_all++;
        }
    }

  g_test_message ("%u of %u were broken", n_broken, n_all);
  g_assert_cmpuint (n_broken, >, n_all / 10);
  g_assert_cmpuint (n_broken, <, n_all - n_all / 10);
}

static MaqProject *
with_length (MaqProject *root,
             guint       index,
             int         bars)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqSection *section = maq_arrangement_get_section (arrangement, index);
  MaqSectionFields fields = *maq_section_get_fields (section);
  g_autoptr(MaqSection) longer = NULL;
  g_autoptr(MaqArrangement) after = NULL;

  fields.bars = bars;
  longer = maq_section_with_fields (section, &fields);
  after = maq_arrangement_with_section_at (arrangement, index, longer);
  return maq_edit_replace_arrangement (root, after);
}

/* Each section may be long, but not all of them. */
static void
all_together_are_too_long (void)
{
  g_autoptr(MaqProject) root = maq_any_grid (11, 1);
  g_autoptr(MaqProject) longer = NULL;
  g_autoptr(GError) whole = NULL;
  g_autoptr(GError) change = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(MaqProject) before = root;

      root = with_length (before, i, i < 9 ? MAQ_LIMIT_BARS : MAQ_LIMIT_BARS - 8);
      g_assert_true (maq_check_change (before, root, NULL));
    }
  g_assert_true (maq_check (root, NULL));
  longer = with_length (root, 9, MAQ_LIMIT_BARS - 7);
  g_assert_false (maq_check (longer, &whole));
  g_assert_nonnull (strstr (whole->message, "all sections have 20001 bars together"));
  g_assert_false (maq_check_change (root, longer, &change));
  g_assert_cmpstr (change->message, ==, whole->message);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/check/both-agree", both_checks_agree);
  g_test_add_func ("/score/check/all-together-are-too-long", all_together_are_too_long);

  return g_test_run ();
}
