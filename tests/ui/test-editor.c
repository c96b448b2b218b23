/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected, and what is turned on and on; no display is needed for that. */

#include "maq-block.h"
#include "maq-editor.h"
#include "maq-new-song.h"
#include "maq-part-clip.h"

typedef struct
{
  MaqDocument *document;
  MaqEditor   *editor;
  guint        n_changes;  /* of the selection */
} Fixture;

static void
selection_changed_cb (Fixture *self)
{
  self->n_changes++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (MaqProject) root = maq_new_song_create ();

  self->document = maq_document_new (root);
  self->editor = maq_editor_new (self->document);
  g_signal_connect_swapped (self->editor, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  maq_document_close (self->document);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->document);
}

static MaqId
get_section (Fixture *self,
             guint    index)
{
  return maq_section_get_id (
    maq_arrangement_get_section (maq_editor_get_arrangement (self->editor), index));
}

static MaqId
get_layer (Fixture *self,
           guint    index)
{
  return maq_layer_get_id (
    maq_arrangement_get_layer (maq_editor_get_arrangement (self->editor), index));
}

static int
get_level (Fixture *self,
           guint    section,
           guint    layer)
{
  return maq_arrangement_get_level (maq_editor_get_arrangement (self->editor), section,
                                    get_layer (self, layer));
}

static void
assert_range (Fixture *self,
              guint    first_section,
              guint    n_sections,
              guint    first_layer,
              guint    n_layers)
{
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  g_assert_cmpuint (range.n_sections, ==, n_sections);
  g_assert_cmpuint (range.n_layers, ==, n_layers);
  if (n_sections > 0)
    g_assert_cmpuint (range.first_section, ==, first_section);
  if (n_layers > 0)
    g_assert_cmpuint (range.first_layer, ==, first_layer);
}

static void
test_range (Fixture       *self,
            gconstpointer  data)
{
  const MaqRange block = { 1, 2, 0, 2 };

  assert_range (self, 0, 0, 0, 0);
  maq_editor_select (self->editor, get_section (self, 2), get_layer (self, 1));
  assert_range (self, 2, 1, 1, 1);
  maq_editor_extend (self->editor, get_section (self, 0), get_layer (self, 2));
  assert_range (self, 0, 3, 1, 2);
  g_assert_cmpint (maq_editor_get_section_index (self->editor), ==, 0);

  /* the head of a section is of another sort */
  maq_editor_extend (self->editor, get_section (self, 1), MAQ_ID_NONE);
  assert_range (self, 1, 1, 0, 0);

  self->n_changes = 0;
  maq_editor_select_range (self->editor, &block);
  g_assert_cmpuint (self->n_changes, ==, 1);
  assert_range (self, 1, 2, 0, 2);
  g_assert_cmpint (maq_editor_get_section_index (self->editor), ==, 1);
}

static void
test_range_outlives_undo (Fixture       *self,
                          gconstpointer  data)
{
  const MaqRange range = { 0, 2, 0, 2 };
  g_auto (MaqBlock) block = { 0 };

  maq_editor_select_range (self->editor, &range);
  maq_block_init (&block, maq_editor_get_arrangement (self->editor), &range);
  g_assert_true (maq_editor_apply (self->editor, maq_move_cells_level (&block.cells, 9)));
  assert_range (self, 0, 2, 0, 2);
  maq_editor_undo (self->editor);
  assert_range (self, 0, 2, 0, 2);
  maq_editor_redo (self->editor);
  assert_range (self, 0, 2, 0, 2);

  /* it comes back from elsewhere */
  maq_editor_select (self->editor, get_section (self, 2), MAQ_ID_NONE);
  maq_editor_undo (self->editor);
  assert_range (self, 0, 2, 0, 2);
  maq_editor_select (self->editor, get_section (self, 2), MAQ_ID_NONE);
  maq_editor_redo (self->editor);
  assert_range (self, 0, 2, 0, 2);

  /* what it began at may go */
  g_assert_true (maq_editor_apply_gesture (self->editor,
                                           maq_move_delete_section (get_section (self, 1)),
                                           "gone"));
  assert_range (self, 0, 1, 0, 1);
}

static void
turn (Fixture *self,
      int      by)
{
  const MaqRange range = { 1, 1, 0, 2 };
  int all = maq_editor_turn_by (self->editor, "wheel", by);
  g_auto (MaqBlock) block = { 0 };

  maq_block_init (&block, maq_editor_get_arrangement (self->editor), &range);
  maq_editor_turn (self->editor, maq_move_cells_step (&block.cells, all, all));
}

static void
set_levels (Fixture *self,
            int      first,
            int      second)
{
  g_assert_true (maq_editor_apply (self->editor,
                                   maq_move_part_level (get_section (self, 1),
                                                        get_layer (self, 0), first)));
  g_assert_true (maq_editor_apply (self->editor,
                                   maq_move_part_level (get_section (self, 1),
                                                        get_layer (self, 1), second)));
}

static void
test_turning_back_leaves_nothing (Fixture       *self,
                                  gconstpointer  data)
{
  MaqProject *before;
  guint n_done;

  set_levels (self, 3, 7);
  before = maq_editor_get_root (self->editor);
  n_done = maq_document_get_n_done (self->document);
  turn (self, -2);
  g_assert_cmpint (get_level (self, 1, 0), ==, 1);
  g_assert_cmpuint (maq_document_get_n_done (self->document), ==, n_done + 1);
  turn (self, -3);
  g_assert_cmpint (get_level (self, 1, 0), ==, 0);
  g_assert_cmpint (get_level (self, 1, 1), ==, 2);
  g_assert_cmpuint (maq_document_get_n_done (self->document), ==, n_done + 1);
  turn (self, 5);
  g_assert_true (maq_editor_get_root (self->editor) == before);
  g_assert_cmpuint (maq_document_get_n_done (self->document), ==, n_done);
}

static void
test_turning_too_far_is_not_counted (Fixture       *self,
                                     gconstpointer  data)
{
  set_levels (self, 3, 7);
  for (int i = 0; i < 20; i++)
    turn (self, 1);
  g_assert_cmpint (get_level (self, 1, 0), ==, 10);
  turn (self, -1);
  g_assert_cmpint (get_level (self, 1, 0), ==, 9);
}

static void
test_turns_end_with_the_selection (Fixture       *self,
                                   gconstpointer  data)
{
  guint n_done;

  set_levels (self, 3, 7);
  n_done = maq_document_get_n_done (self->document);
  turn (self, -3);
  maq_editor_select (self->editor, get_section (self, 0), MAQ_ID_NONE);
  turn (self, 2);
  g_assert_cmpint (get_level (self, 1, 0), ==, 0);
  g_assert_cmpint (get_level (self, 1, 1), ==, 6);
  g_assert_cmpuint (maq_document_get_n_done (self->document), ==, n_done + 2);

  /* another edit begins anew too */
  set_levels (self, 5, 5);
  turn (self, 1);
  g_assert_cmpint (get_level (self, 1, 0), ==, 6);
}

/* What was shown before it must not be done instead of it. */
static void
test_refused_preview_leaves_nothing (Fixture       *self,
                                     gconstpointer  data)
{
  MaqProject *before = maq_document_get_root (self->document);
  MaqId section = get_section (self, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (maq_editor_preview (self->editor, maq_move_resize_section (section, 7), &error));
  g_assert_no_error (error);
  g_assert_true (maq_editor_is_previewing (self->editor));
  g_assert_false (maq_editor_preview (self->editor, maq_move_resize_section (section, 0),
                                      &error));
  g_assert_nonnull (error);
  g_assert_true (maq_editor_get_root (self->editor) == before);
  g_assert_false (maq_editor_commit_preview (self->editor));
  g_assert_true (maq_document_get_root (self->document) == before);
}

static void
toggle (Fixture *self,
        guint    section,
        guint    layer)
{
  maq_editor_toggle (self->editor, &(MaqRange) { section, 1, layer, 1 });
}

static void
assert_parts (Fixture    *self,
              const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 3; j++)
      if (maq_editor_has_part (self->editor, i, j))
        g_string_append_printf (found, "%u:%u ", i, j);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_parts_here_and_there (Fixture       *self,
                           gconstpointer  data)
{
  g_auto (MaqBlock) block = { 0 };

  set_levels (self, 3, 7);
  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  toggle (self, 0, 0);
  toggle (self, 2, 1);
  assert_parts (self, "0:0 2:1 ");
  assert_range (self, 0, 3, 0, 2);
  g_assert_nonnull (maq_editor_get_picks (self->editor));
  g_assert_cmpint (maq_editor_get_section_index (self->editor), ==, 2);

  /* those between are left alone */
  maq_block_init_selected (&block, self->editor);
  g_assert_true (maq_editor_apply (self->editor, maq_move_cells_level (&block.cells, 9)));
  g_assert_cmpint (get_level (self, 0, 0), ==, 9);
  g_assert_cmpint (get_level (self, 2, 1), ==, 9);
  g_assert_cmpint (get_level (self, 1, 0), ==, 3);
  g_assert_cmpint (get_level (self, 1, 1), ==, 7);

  /* they come back with the step that was done to them */
  maq_editor_select (self->editor, get_section (self, 1), MAQ_ID_NONE);
  assert_parts (self, "");
  maq_editor_undo (self->editor);
  assert_parts (self, "0:0 2:1 ");
  maq_editor_select (self->editor, get_section (self, 1), MAQ_ID_NONE);
  maq_editor_redo (self->editor);
  assert_parts (self, "0:0 2:1 ");

  /* what was taken away leaves the cursor with the others; the last stay */
  toggle (self, 2, 1);
  assert_parts (self, "0:0 ");
  g_assert_null (maq_editor_get_picks (self->editor));
  g_assert_cmpint (maq_editor_get_section_index (self->editor), ==, 0);
  toggle (self, 0, 0);
  assert_parts (self, "0:0 ");
}

static void
test_parts_become_a_block (Fixture       *self,
                           gconstpointer  data)
{
  const MaqRange block = { 0, 2, 0, 2 };

  maq_editor_select_range (self->editor, &block);
  toggle (self, 1, 1);
  assert_parts (self, "0:0 0:1 1:0 ");
  g_assert_nonnull (maq_editor_get_picks (self->editor));
  g_assert_cmpuint (maq_editor_count_parts (self->editor), ==, 3);
  toggle (self, 1, 1);
  g_assert_null (maq_editor_get_picks (self->editor));
  assert_range (self, 0, 2, 0, 2);

  /* a head is of another sort; a section that goes takes its parts along */
  toggle (self, 3, 0);
  maq_editor_extend (self->editor, get_section (self, 1), MAQ_ID_NONE);
  assert_parts (self, "");
  maq_editor_select_range (self->editor, &block);
  toggle (self, 3, 0);
  toggle (self, 0, 0);
  g_assert_true (maq_editor_apply_gesture (self->editor,
                                           maq_move_delete_section (get_section (self, 3)),
                                           "gone"));
  g_assert_cmpint (maq_editor_get_section_index (self->editor), ==, 0);
  g_assert_cmpuint (maq_editor_count_parts (self->editor), ==, 3);
}

static void
toggle_section (Fixture *self,
                guint    section)
{
  maq_editor_toggle (self->editor, &(MaqRange) { .first_section = section, .n_sections = 1 });
}

static void
toggle_layer (Fixture *self,
              guint    layer)
{
  maq_editor_toggle (self->editor, &(MaqRange) { .first_layer = layer, .n_layers = 1 });
}

/* Sections as "W" whole, "p" in parts, "." not at all, and then layers. */
static void
assert_heads (Fixture    *self,
              const char *expected)
{
  static const char signs[] = { '.', 'p', 'W' };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    g_string_append_c (found, signs[maq_editor_tell_section (self->editor, i)]);
  g_string_append_c (found, ' ');
  for (guint j = 0; j < 3; j++)
    g_string_append_c (found, signs[maq_editor_tell_layer (self->editor, j)]);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_heads_here_and_there (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GArray) sections = NULL;
  g_auto (MaqBlock) block = { 0 };

  set_levels (self, 3, 7);
  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  toggle_section (self, 0);
  toggle_section (self, 3);
  assert_heads (self, "W..W ...");
  assert_parts (self, "");
  g_assert_cmpuint (maq_editor_count_parts (self->editor), ==, 0);
  sections = maq_editor_list_sections (self->editor);
  g_assert_cmpuint (sections->len, ==, 2);
  g_assert_true (g_array_index (sections, MaqId, 1) == get_section (self, 3));

  /* what acts on parts means all of theirs, and none between */
  maq_block_init_selected (&block, self->editor);
  g_assert_true (maq_editor_apply_here (self->editor, maq_move_cells_level (&block.cells, 9)));
  g_assert_cmpint (get_level (self, 0, 1), ==, 9);
  g_assert_cmpint (get_level (self, 3, 0), ==, 9);
  g_assert_cmpint (get_level (self, 1, 0), ==, 3);
  assert_heads (self, "W..W ...");

  /* beside each other they are a range again; what is of another sort is all that is selected */
  toggle_section (self, 3);
  toggle_section (self, 1);
  g_assert_null (maq_editor_get_picks (self->editor));
  assert_heads (self, "WW.. ...");
  toggle_layer (self, 2);
  assert_heads (self, ".... ..W");
  toggle_layer (self, 0);
  assert_heads (self, ".... W.W");
  toggle (self, 1, 0);
  assert_heads (self, ".p.. p..");
  toggle (self, 3, 2);
  assert_heads (self, ".p.p p.p");
}

/* A step that began with them brings them back. */
static void
test_heads_outlive_undo (Fixture       *self,
                         gconstpointer  data)
{
  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  toggle_section (self, 2);
  toggle_section (self, 0);
  g_assert_true (maq_editor_apply_here (
    self->editor, maq_move_section_kind (get_section (self, 2), MAQ_SECTION_BRIDGE)));
  assert_heads (self, "W.W. ...");
  maq_editor_select (self->editor, get_section (self, 1), MAQ_ID_NONE);
  maq_editor_undo (self->editor);
  assert_heads (self, "W.W. ...");
  g_assert_cmpint (maq_editor_get_section_index (self->editor), ==, 0);
  g_assert_cmpint (maq_editor_get_layer_index (self->editor), ==, -1);
}

/* What lay between is not copied, and not overwritten where it is pasted. */
static void
test_clip_has_gaps (Fixture       *self,
                    gconstpointer  data)
{
  const guint8 picked[] = { 1, 0 };
  g_autoptr (MaqPartClip) clip = NULL;
  MaqRange target;

  set_levels (self, 3, 7);
  clip = maq_part_clip_new (maq_editor_get_arrangement (self->editor),
                            &(MaqRange) { 1, 1, 0, 2 }, picked);
  set_levels (self, 5, 6);
  g_assert_true (maq_editor_apply (self->editor, maq_part_clip_create_move (
                   clip, maq_editor_get_arrangement (self->editor), &(MaqRange) { 1, 1, 0, 1 },
                   &target)));
  g_assert_cmpint (get_level (self, 1, 0), ==, 3);
  g_assert_cmpint (get_level (self, 1, 1), ==, 6);
}

static void
test_clip_fills_and_is_cropped (Fixture       *self,
                                gconstpointer  data)
{
  const MaqRange from = { 1, 1, 0, 2 };
  const MaqRange to = { 0, 3, 0, 2 };
  MaqArrangement *arrangement;
  guint last;
  g_autoptr (MaqPartClip) clip = NULL;
  MaqRange target;

  set_levels (self, 3, 7);
  arrangement = maq_editor_get_arrangement (self->editor);
  clip = maq_part_clip_new (arrangement, &from, NULL);
  g_assert_true (maq_editor_apply (self->editor,
                                   maq_part_clip_create_move (clip, arrangement, &to, &target)));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (get_level (self, i, 0), ==, 3);
      g_assert_cmpint (get_level (self, i, 1), ==, 7);
    }
  g_assert_cmpuint (target.n_sections, ==, 3);

  arrangement = maq_editor_get_arrangement (self->editor);
  last = maq_arrangement_get_n_layers (arrangement) - 1;
  g_assert_true (maq_editor_apply (self->editor, maq_part_clip_create_move (
                   clip, arrangement, &(MaqRange) { 0, 1, last, 1 }, &target)));
  g_assert_cmpuint (target.n_layers, ==, 1);
  g_assert_cmpint (get_level (self, 0, last), ==, 3);
  g_assert_nonnull (strstr (maq_part_clip_get_text (clip), "\t3\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, function) \
  g_test_add ("/ui/editor/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("range", test_range);
  TEST ("range-outlives-undo", test_range_outlives_undo);
  TEST ("turning-back-leaves-nothing", test_turning_back_leaves_nothing);
  TEST ("turning-too-far-is-not-counted", test_turning_too_far_is_not_counted);
  TEST ("turns-end-with-the-selection", test_turns_end_with_the_selection);
  TEST ("refused-preview-leaves-nothing", test_refused_preview_leaves_nothing);
  TEST ("parts-here-and-there", test_parts_here_and_there);
  TEST ("parts-become-a-block", test_parts_become_a_block);
  TEST ("heads-here-and-there", test_heads_here_and_there);
  TEST ("heads-outlive-undo", test_heads_outlive_undo);
  TEST ("clip-has-gaps", test_clip_has_gaps);
  TEST ("clip-fills-and-is-cropped", test_clip_fills_and_is_cropped);
#undef TEST

  return g_test_run ();
}
