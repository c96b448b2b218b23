/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many parts at once, on "As demoed" of the example song. */

#include "maq-lanterns.h"

#define MAX_NAMES 4

/* Sections and layers by name, each list up to a NULL. */
typedef struct
{
  MaqId    sections[MAX_NAMES];
  MaqId    layers[MAX_NAMES];
  MaqCells cells;
} Block;

static void
find_block (Block             *self,
            const char *const *sections,
            const char *const *layers)
{
  self->cells = (MaqCells) { self->sections, 0, self->layers, 0 };
  for (; sections[self->cells.n_sections] != NULL; self->cells.n_sections++)
    self->sections[self->cells.n_sections] = section (sections[self->cells.n_sections]);
  for (; layers[self->cells.n_layers] != NULL; self->cells.n_layers++)
    self->layers[self->cells.n_layers] = layer (layers[self->cells.n_layers]);
}

#define NAMES(...) ((const char *const[]) { __VA_ARGS__, NULL })

static const MaqPartFields *
get_part (MaqProject *root,
          const char *section_name,
          const char *layer_name)
{
  return maq_part_get_fields (maq_section_find_part (get_resolved (root, section_name),
                                                     layer (layer_name)));
}

static void
level_is_set_everywhere (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, NAMES ("Intro", "Verse 1"), NAMES ("Drums", "Strings"));
  result = apply (maq_move_cells_level (&block.cells, 4));
  g_assert_cmpint (get_level (result, "Intro", "Drums"), ==, 4);
  g_assert_cmpint (get_level (result, "Intro", "Strings"), ==, 4);
  g_assert_cmpint (get_level (result, "Verse 1", "Drums"), ==, 4);
  g_assert_cmpint (get_level (result, "Verse 1", "Strings"), ==, 4);
  g_assert_cmpint (get_level (result, "Verse 1", "Bass"), ==, 7);
  assert_label (maq_move_cells_level (&block.cells, 4), "2 layers in 2 sections at 4");
  assert_label (maq_move_cells_level (&block.cells, 0), "2 layers out in 2 sections");
  assert_refused (maq_move_cells_level (&block.cells, 11), MAQ_MOVE_ERROR_BAD_VALUE, "level");

  find_block (&block, NAMES ("Verse 1"), NAMES ("Strings"));
  assert_label (maq_move_cells_level (&block.cells, 4), "Strings in Verse 1 at 4");
  assert_same (maq_move_cells_level (&block.cells, 5));
}

static void
steps_do_not_add_up_in_followers (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, NAMES ("Chorus 2", "Chorus 1"), NAMES ("Drums", "Strings", "Harmonics"));
  result = apply (maq_move_cells_step (&block.cells, 1, 1));
  g_assert_cmpint (get_level (result, "Chorus 1", "Drums"), ==, 9);
  g_assert_cmpint (get_level (result, "Chorus 2", "Drums"), ==, 9);
  g_assert_null (maq_section_find_part (get_section (result, "Chorus 2"), layer ("Drums")));
  g_assert_cmpint (get_level (result, "Chorus 1", "Strings"), ==, 8);
  g_assert_cmpint (get_level (result, "Chorus 2", "Strings"), ==, 9);
  g_assert_cmpint (get_level (result, "Chorus 1", "Harmonics"), ==, 0);
  assert_label (maq_move_cells_step (&block.cells, -2, -2), "3 layers in 2 sections softer by 2");
}

static void
steps_bring_in_only_who_is_alone (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;
  g_autoptr(MaqProject) silence = NULL;

  find_block (&block, NAMES ("Verse 1", "Pre-Chorus 1"), NAMES ("Harmonics"));
  result = apply (maq_move_cells_step (&block.cells, 3, 3));
  g_assert_cmpint (get_level (result, "Verse 1", "Harmonics"), ==, 3);
  g_assert_cmpint (get_level (result, "Pre-Chorus 1", "Harmonics"), ==, 3);
  silence = apply_to (result, maq_move_cells_step (&block.cells, -10, -10));
  g_assert_true (maq_project_equal (silence, song));
}

static void
steps_tilt (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, NAMES ("Intro", "Verse 1", "Pre-Chorus 1"), NAMES ("Drums"));
  result = apply (maq_move_cells_step (&block.cells, -4, 2));
  g_assert_cmpint (get_level (result, "Intro", "Drums"), ==, 1);
  g_assert_cmpint (get_level (result, "Verse 1", "Drums"), ==, 6);
  g_assert_cmpint (get_level (result, "Pre-Chorus 1", "Drums"), ==, 9);
  assert_label (maq_move_cells_step (&block.cells, 0, 2), "Drums in 3 sections: from +0 to +2");
}

static void
scaling_keeps_proportions (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, NAMES ("Intro"), NAMES ("Harmonics", "Pad", "Strings"));
  result = apply (maq_move_cells_scale (&block.cells, 4));
  g_assert_cmpint (get_level (result, "Intro", "Pad"), ==, 10);
  g_assert_cmpint (get_level (result, "Intro", "Harmonics"), ==, 5);
  g_assert_cmpint (get_level (result, "Intro", "Strings"), ==, 0);

  /* as long as the loudest plays, everybody does */
  g_clear_pointer (&result, maq_project_unref);
  result = apply (maq_move_cells_scale (&block.cells, -5));
  g_assert_cmpint (get_level (result, "Intro", "Pad"), ==, 1);
  g_assert_cmpint (get_level (result, "Intro", "Harmonics"), ==, 1);
}

static void
ramps_are_straight (void)
{
  Block block;
  g_autoptr(MaqProject) quiet = NULL;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, NAMES ("Intro", "Verse 1", "Pre-Chorus 1", "Chorus 1"), NAMES ("Strings"));
  result = apply (maq_move_cells_ramp (&block.cells));
  g_assert_cmpint (get_level (result, "Intro", "Strings"), ==, 0);
  g_assert_cmpint (get_level (result, "Verse 1", "Strings"), ==, 2);
  g_assert_cmpint (get_level (result, "Pre-Chorus 1", "Strings"), ==, 5);
  g_assert_cmpint (get_level (result, "Chorus 1", "Strings"), ==, 7);
  assert_label (maq_move_cells_ramp (&block.cells), "Ramp of Strings over 4 sections");

  find_block (&block, NAMES ("Intro"), NAMES ("Strings"));
  assert_refused (maq_move_cells_ramp (&block.cells), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "two sections");
}

static void
who_is_out_comes_in (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, NAMES ("Intro", "Verse 1"), NAMES ("Vocal", "Drums"));
  result = apply (maq_move_cells_in (&block.cells));
  g_assert_cmpint (get_level (result, "Intro", "Vocal"), ==, 7);
  g_assert_cmpint (get_level (result, "Intro", "Drums"), ==, 5);
  g_assert_true (get_section (result, "Verse 1") == get_section (song, "Verse 1"));
  assert_label (maq_move_cells_in (&block.cells), "2 layers into 2 sections");
}

static void
assert_pinned (MaqProject *root,
               const char *name,
               const char *layer_name,
               gboolean    pinned)
{
  g_assert_cmpint (get_part (root, name, layer_name)->pinned, ==, pinned);
}

/* What follows takes the pin over; one of its own is a part of its own. */
static void
pins_hold_parts (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;
  g_autoptr(MaqProject) freed = NULL;
  g_autoptr(MaqProject) alone = NULL;

  find_block (&block, NAMES ("Chorus 1", "Verse 1"), NAMES ("Drums", "Harmonics"));
  result = apply (maq_move_cells_pinned (&block.cells, TRUE));
  assert_pinned (result, "Verse 1", "Drums", TRUE);
  assert_pinned (result, "Verse 1", "Harmonics", TRUE);
  assert_pinned (result, "Chorus 2", "Drums", TRUE);
  assert_label (maq_move_cells_pinned (&block.cells, TRUE), "Pin 2 layers in 2 sections");
  assert_label (maq_move_cells_pinned (&block.cells, FALSE), "Unpin 2 layers in 2 sections");
  freed = apply_to (result, maq_move_cells_pinned (&block.cells, FALSE));
  assert_pinned (freed, "Chorus 2", "Drums", FALSE);
  g_assert_true (maq_arrangement_equal (maq_project_get_arrangement (freed),
                                        maq_project_get_arrangement (song)));

  find_block (&block, NAMES ("Chorus 2"), NAMES ("Drums"));
  alone = apply (maq_move_cells_pinned (&block.cells, TRUE));
  assert_pinned (alone, "Chorus 1", "Drums", FALSE);
  assert_pinned (alone, "Chorus 2", "Drums", TRUE);
  g_assert_nonnull (maq_section_find_part (get_section (alone, "Chorus 2"), layer ("Drums")));
}

static void
entries_fit_each_section (void)
{
  Block block;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, NAMES ("Verse 1", "Pre-Chorus 1"), NAMES ("Strings", "Harmonics"));
  result = apply (maq_move_cells_entry (&block.cells, 2, 12));
  g_assert_cmpint (get_part (result, "Verse 1", "Strings")->entry_bar, ==, 2);
  g_assert_cmpint (get_part (result, "Verse 1", "Strings")->exit_bar, ==, 12);
  g_assert_cmpint (get_part (result, "Pre-Chorus 1", "Strings")->entry_bar, ==, 2);
  g_assert_cmpint (get_part (result, "Pre-Chorus 1", "Strings")->exit_bar, ==, 0);
  g_assert_cmpint (get_level (result, "Verse 1", "Harmonics"), ==, 0);
  assert_label (maq_move_cells_entry (&block.cells, 2, 0), "2 layers from bar 3 of 2 sections");
  assert_label (maq_move_cells_entry (&block.cells, 1, 3),
                "2 layers in bars 2 to 3 of 2 sections");
  assert_refused (maq_move_cells_entry (&block.cells, 4, 4), MAQ_MOVE_ERROR_BAD_VALUE,
                  "later bar");
}

static void
copies_leave_sounds_with_their_role (void)
{
  g_autoptr(MaqProject) plucked = NULL;
  g_autoptr(MaqProject) result = NULL;
  MaqPart *part;
  MaqPart *parts[4];
  Block block;

  plucked = apply (maq_move_part_sound (section ("Verse 1"), layer ("Strings"), 0, 45,
                                        "Pizzicato"));
  part = maq_section_find_part (get_section (plucked, "Verse 1"), layer ("Strings"));
  parts[0] = part;
  parts[1] = part;
  parts[2] = NULL;
  parts[3] = part;
  find_block (&block, NAMES ("Intro", "Outro"), NAMES ("Strings", "Bass"));
  result = apply_to (plucked, maq_move_cells_put (&block.cells, parts));
  g_assert_cmpint (get_level (result, "Intro", "Strings"), ==, 5);
  g_assert_nonnull (get_part (result, "Intro", "Strings")->sound);
  g_assert_cmpint (get_level (result, "Intro", "Bass"), ==, 5);
  g_assert_null (get_part (result, "Intro", "Bass")->sound);
  g_assert_cmpint (get_level (result, "Outro", "Strings"), ==, 0);
  g_assert_cmpint (get_level (result, "Outro", "Bass"), ==, 5);
  assert_label (maq_move_cells_put (&block.cells, parts), "Copy to 2 layers in 2 sections");
}

/* Verse 1 and Pre-Chorus 1, Drums and Strings: the corners that lie across */
static void
picked_parts_alone_change (void)
{
  const guint8 picked[] = { 1, 0, 0, 1 };
  const guint8 one_each[] = { 1, 0, 0, 1, 0, 0 };
  Block block;
  g_autoptr(MaqProject) result = NULL;
  g_autoptr(MaqProject) louder = NULL;
  int drums = get_level (song, "Pre-Chorus 1", "Drums");

  find_block (&block, NAMES ("Verse 1", "Pre-Chorus 1"), NAMES ("Drums", "Strings"));
  block.cells.picked = picked;
  result = apply (maq_move_cells_level (&block.cells, 9));
  g_assert_cmpint (get_level (result, "Verse 1", "Drums"), ==, 9);
  g_assert_cmpint (get_level (result, "Pre-Chorus 1", "Strings"), ==, 9);
  g_assert_cmpint (get_level (result, "Verse 1", "Strings"), ==,
                   get_level (song, "Verse 1", "Strings"));
  g_assert_cmpint (get_level (result, "Pre-Chorus 1", "Drums"), ==, drums);
  assert_label (maq_move_cells_level (&block.cells, 9), "2 parts in 2 sections at 9");

  /* in proportion to the loudest of them, whoever lies between */
  louder = apply_to (result, maq_move_cells_scale (&block.cells, -3));
  g_assert_cmpint (get_level (louder, "Verse 1", "Drums"), ==, 6);
  g_assert_cmpint (get_level (louder, "Pre-Chorus 1", "Drums"), ==, drums);

  assert_refused (maq_move_cells_ramp (&block.cells), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "two sections");
  find_block (&block, NAMES ("Verse 1", "Pre-Chorus 1", "Chorus 1"), NAMES ("Drums", "Strings"));
  block.cells.picked = one_each;
  assert_refused (maq_move_cells_ramp (&block.cells), MAQ_MOVE_ERROR_NOT_APPLICABLE,
                  "two sections");
}

/* from the first part that is picked to the last, over those that are between */
static void
picked_parts_ramp (void)
{
  const guint8 picked[] = { 0, 1, 1, 1 };
  Block block;
  g_autoptr(MaqProject) low = NULL;
  g_autoptr(MaqProject) high = NULL;
  g_autoptr(MaqProject) result = NULL;

  find_block (&block, (const char *const[]) { "Chorus 1", NULL }, NAMES ("Bass"));
  high = apply (maq_move_cells_level (&block.cells, 10));
  find_block (&block, NAMES ("Verse 1"), NAMES ("Bass"));
  low = apply_to (high, maq_move_cells_level (&block.cells, 2));
  block = (Block) { .sections = { section ("Intro"), section ("Verse 1"),
                                  section ("Pre-Chorus 1"), section ("Chorus 1") },
                    .layers = { layer ("Bass") } };
  block.cells = (MaqCells) { block.sections, 4, block.layers, 1, picked };
  result = apply_to (low, maq_move_cells_ramp (&block.cells));
  g_assert_cmpint (get_level (result, "Intro", "Bass"), ==, get_level (song, "Intro", "Bass"));
  g_assert_cmpint (get_level (result, "Verse 1", "Bass"), ==, 2);
  g_assert_cmpint (get_level (result, "Pre-Chorus 1", "Bass"), ==, 6);
  g_assert_cmpint (get_level (result, "Chorus 1", "Bass"), ==, 10);
}

static const LanternsTest tests[] = {
  { "/moves/cells/level-is-set-everywhere", level_is_set_everywhere },
  { "/moves/cells/steps-do-not-add-up-in-followers", steps_do_not_add_up_in_followers },
  { "/moves/cells/steps-bring-in-only-who-is-alone", steps_bring_in_only_who_is_alone },
  { "/moves/cells/steps-tilt", steps_tilt },
  { "/moves/cells/scaling-keeps-proportions", scaling_keeps_proportions },
  { "/moves/cells/ramps-are-straight", ramps_are_straight },
  { "/moves/cells/who-is-out-comes-in", who_is_out_comes_in },
  { "/moves/cells/pins-hold-parts", pins_hold_parts },
  { "/moves/cells/entries-fit-each-section", entries_fit_each_section },
  { "/moves/cells/picked-alone-change", picked_parts_alone_change },
  { "/moves/cells/picked-ramp", picked_parts_ramp },
  { "/moves/cells/copies-leave-sounds-with-their-role", copies_leave_sounds_with_their_role },
};

int
main (int    argc,
      char **argv)
{
  return lanterns_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
