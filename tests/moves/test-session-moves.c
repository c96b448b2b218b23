/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "maq-diff.h"
#include "maq-lanterns.h"
#include "maq-limits.h"
#include "maq-move.h"

/* what comes of a move; takes @root over */
static MaqProject *
does (MaqProject *root,
      MaqMove    *move)
{
  g_autoptr(GError) error = NULL;
  MaqProject *after = maq_move_apply (move, root, &error);

  g_assert_no_error (error);
  maq_move_unref (move);
  maq_project_unref (root);
  return after;
}

static void
refuses (MaqProject *root,
         MaqMove    *move,
         int         code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (maq_move_apply (move, root, &error));
  g_assert_error (error, MAQ_MOVE_ERROR, code);
  maq_move_unref (move);
}

static MaqSession *
session_of (MaqProject *root)
{
  return maq_project_get_fields (root)->session;
}

static const MaqSessionRowFields *
row_of (MaqProject     *root,
        MaqSessionList  list,
        guint           index)
{
  return maq_session_row_get_fields (maq_session_get_row (session_of (root), list, index));
}

static MaqLayer *
layer_of (MaqProject *root,
          guint       index)
{
  return maq_arrangement_get_layer (maq_project_get_arrangement (root), index);
}

static void
texts_come_and_go (void)
{
  g_autoptr(MaqProject) before = maq_project_ref (song);
  g_autoptr(MaqProject) root = maq_project_ref (before);
  g_autoptr(MaqDiff) diff = NULL;

  g_assert_null (session_of (root));
  root = does (root, maq_move_session_text (MAQ_SESSION_LIGHT, "two lamps"));
  g_assert_cmpstr (maq_session_get_text (session_of (root), MAQ_SESSION_LIGHT), ==, "two lamps");
  diff = maq_diff_new (before, root);
  g_assert_cmpuint (maq_diff_get_n_changes (diff), ==, 1);
  g_assert_cmpstr (maq_diff_get_change (diff, 0)->sentence, ==, "Session: Light");

  root = does (root, maq_move_session_text (MAQ_SESSION_LIGHT, ""));
  g_assert_null (session_of (root));
  g_assert_true (maq_project_equal (before, root));
}

static void
nothing_changes_nothing (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  g_autoptr(MaqMove) move = maq_move_session_text (MAQ_SESSION_DATE, NULL);
  g_autoptr(MaqProject) after = maq_move_apply (move, root, NULL);

  g_assert_true (after == root);
}

static void
rows_are_added_moved_deleted (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  MaqId second;

  root = does (root, maq_move_add_session_row (MAQ_SESSION_INPUTS, "Kick in"));
  root = does (root, maq_move_add_session_row (MAQ_SESSION_INPUTS, NULL));
  g_assert_cmpint (row_of (root, MAQ_SESSION_INPUTS, 0)->channel, ==, 1);
  g_assert_cmpint (row_of (root, MAQ_SESSION_INPUTS, 1)->channel, ==, 2);
  second = row_of (root, MAQ_SESSION_INPUTS, 1)->id;

  root = does (root, maq_move_place_session_row (MAQ_SESSION_INPUTS, second, 0));
  g_assert_cmphex (row_of (root, MAQ_SESSION_INPUTS, 0)->id, ==, second);
  refuses (root, maq_move_place_session_row (MAQ_SESSION_INPUTS, second, 2),
                  MAQ_MOVE_ERROR_BAD_VALUE);
  refuses (root, maq_move_input_channel (second, 1000), MAQ_MOVE_ERROR_BAD_VALUE);
  root = does (root, maq_move_input_switch (second, MAQ_INPUT_PHANTOM, TRUE));
  g_assert_true (row_of (root, MAQ_SESSION_INPUTS, 0)->switches[MAQ_INPUT_PHANTOM]);

  root = does (root, maq_move_delete_session_row (MAQ_SESSION_INPUTS, second));
  g_assert_cmpuint (maq_session_get_n_rows (session_of (root), MAQ_SESSION_INPUTS), ==, 1);
  refuses (root, maq_move_delete_session_row (MAQ_SESSION_INPUTS, second),
                  MAQ_MOVE_ERROR_NOT_THERE);
}

/* only the same text of the same row makes one step */
static void
likes_merge (void)
{
  g_autoptr(MaqMove) a = maq_move_session_row_text (MAQ_SESSION_RECALL, 7, 0, "one");
  g_autoptr(MaqMove) b = maq_move_session_row_text (MAQ_SESSION_RECALL, 7, 0, "two");
  g_autoptr(MaqMove) c = maq_move_session_row_text (MAQ_SESSION_RECALL, 7, 1, "two");
  g_autoptr(MaqMove) d = maq_move_session_row_text (MAQ_SESSION_RECALL, 8, 0, "two");

  g_assert_true (maq_move_merges_with (b, a));
  g_assert_false (maq_move_merges_with (c, a));
  g_assert_false (maq_move_merges_with (d, a));
}

static void
layers_follow_a_contact (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  MaqId layer = maq_layer_get_id (layer_of (root, 0));
  MaqId contact;

  root = does (root, maq_move_add_session_row (MAQ_SESSION_CONTACTS, "Ada"));
  contact = row_of (root, MAQ_SESSION_CONTACTS, 0)->id;
  root = does (root, maq_move_layer_performer (layer, "Ada"));
  root = does (root, maq_move_session_row_text (MAQ_SESSION_CONTACTS, contact, MAQ_CONTACT_NAME,
                                                 "Ada L."));
  g_assert_cmpstr (maq_layer_get_fields (layer_of (root, 0))->performer, ==, "Ada L.");
  g_assert_nonnull (maq_session_find_contact (session_of (root), "Ada L."));

  /* while the name is typed anew nobody loses anything */
  root = does (root, maq_move_session_row_text (MAQ_SESSION_CONTACTS, contact, MAQ_CONTACT_NAME,
                                                 NULL));
  g_assert_cmpstr (maq_layer_get_fields (layer_of (root, 0))->performer, ==, "Ada L.");
}

static void
contacts_are_filled_once (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  g_autoptr(MaqProject) again = NULL;
  g_autoptr(MaqMove) fill = maq_move_fill_contacts ();
  guint n_contacts;

  root = does (root, maq_move_layer_performer (maq_layer_get_id (layer_of (root, 0)), "Ada"));
  root = does (root, maq_move_layer_performer (maq_layer_get_id (layer_of (root, 1)), "Ada"));
  root = does (root, maq_move_ref (fill));
  n_contacts = maq_session_get_n_rows (session_of (root), MAQ_SESSION_CONTACTS);
  g_assert_cmpuint (n_contacts, >, 0);
  g_assert_nonnull (maq_session_find_contact (session_of (root), "Ada"));
  again = maq_move_apply (fill, root, NULL);
  g_assert_true (again == root);
}

static guint
count_inputs_of (MaqProject *root,
                 const char *layer)
{
  guint n_inputs = 0;

  for (guint i = 0; i < maq_session_get_n_rows (session_of (root), MAQ_SESSION_INPUTS); i++)
    n_inputs += g_strcmp0 (row_of (root, MAQ_SESSION_INPUTS, i)->texts[MAQ_INPUT_LAYER],
                           layer) == 0;

  return n_inputs;
}

static void
filling_keeps_what_was_typed (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  g_autofree char *name = g_strdup (maq_layer_get_name (layer_of (root, 0)));
  g_autoptr(MaqProject) filled = NULL;
  g_autoptr(MaqMove) fill = maq_move_fill_inputs ();
  MaqId typed;

  root = does (root, maq_move_add_session_row (MAQ_SESSION_INPUTS, "my own"));
  typed = row_of (root, MAQ_SESSION_INPUTS, 0)->id;
  root = does (root, maq_move_session_row_text (MAQ_SESSION_INPUTS, typed, MAQ_INPUT_LAYER,
                                                 name));
  root = does (root, maq_move_input_channel (typed, 17));
  root = does (root, maq_move_fill_inputs ());

  g_assert_cmpstr (row_of (root, MAQ_SESSION_INPUTS, 0)->texts[0], ==, "my own");
  g_assert_cmpuint (count_inputs_of (root, name), ==, 1);
  g_assert_cmpint (row_of (root, MAQ_SESSION_INPUTS, 1)->channel, ==, 18);
  for (guint i = 0; i < maq_arrangement_get_n_layers (maq_project_get_arrangement (root)); i++)
    g_assert_cmpuint (count_inputs_of (root, maq_layer_get_name (layer_of (root, i))), >, 0);

  filled = maq_move_apply (fill, root, NULL);
  g_assert_true (filled == root);
}

static void
inputs_follow_a_layer (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  g_autofree char *name = g_strdup (maq_layer_get_name (layer_of (root, 0)));
  guint n_inputs;

  root = does (root, maq_move_fill_inputs ());
  n_inputs = count_inputs_of (root, name);
  root = does (root, maq_move_rename_layer (maq_layer_get_id (layer_of (root, 0)), "Anew"));
  g_assert_cmpuint (count_inputs_of (root, "Anew"), ==, n_inputs);
  g_assert_cmpuint (count_inputs_of (root, name), ==, 0);
}

static void
takes_go_with_their_parts (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqId section = maq_section_get_id (maq_arrangement_get_section (arrangement, 0));
  MaqId layer = maq_layer_get_id (layer_of (root, 0));
  g_autoptr(MaqProject) shorter = NULL;
  g_autoptr(MaqProject) thinner = NULL;
  g_autofree char *label = NULL;
  g_autoptr(MaqMove) keep = maq_move_part_take (section, layer, MAQ_TAKE_KEEP, 3);

  label = maq_move_dup_label (keep, root);
  g_assert_nonnull (strstr (label, "Keep 3"));
  root = does (root, maq_move_ref (keep));
  root = does (root, maq_move_part_take_note (section, layer, "bars 3 and 4 again"));
  g_assert_cmpuint (maq_vec_get_length (maq_arrangement_get_fields (
                      maq_project_get_arrangement (root))->takes), ==, 1);
  refuses (root, maq_move_part_take (section, layer, MAQ_TAKE_KEEP, 1000),
                  MAQ_MOVE_ERROR_BAD_VALUE);

  shorter = does (maq_project_ref (root), maq_move_delete_section (section));
  g_assert_null (maq_arrangement_get_fields (maq_project_get_arrangement (shorter))->takes);
  thinner = does (maq_project_ref (root), maq_move_delete_layer (layer));
  g_assert_null (maq_arrangement_get_fields (maq_project_get_arrangement (thinner))->takes);

  /* to do, and nothing to say of it, is what all others are too */
  root = does (root, maq_move_part_take_note (section, layer, ""));
  root = does (root, maq_move_part_take (section, layer, MAQ_TAKE_TO_DO, 0));
  g_assert_null (maq_arrangement_get_fields (maq_project_get_arrangement (root))->takes);
}

static void
too_much_is_refused (void)
{
  g_autoptr(MaqProject) root = maq_project_ref (song);
  g_autofree char *long_name = g_strnfill (MAQ_LIMIT_NAME_BYTES + 1, 'n');

  for (guint i = 0; i < MAQ_LIMIT_SESSION_ROWS; i++)
    root = does (root, maq_move_add_session_row (MAQ_SESSION_RECALL, "Compressor"));
  refuses (root, maq_move_add_session_row (MAQ_SESSION_RECALL, NULL),
                  MAQ_MOVE_ERROR_NOT_APPLICABLE);
  refuses (root, maq_move_add_session_row (MAQ_SESSION_INPUTS, long_name),
                  MAQ_MOVE_ERROR_BAD_VALUE);
  refuses (root, maq_move_session_text (MAQ_SESSION_PLACE, long_name),
                  MAQ_MOVE_ERROR_BAD_VALUE);
  refuses (root, maq_move_session_text (MAQ_SESSION_PLACE, "bell \a"),
                  MAQ_MOVE_ERROR_BAD_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  static const LanternsTest tests[] = {
    { "/moves/session/texts-come-and-go", texts_come_and_go },
    { "/moves/session/nothing-changes-nothing", nothing_changes_nothing },
    { "/moves/session/rows", rows_are_added_moved_deleted },
    { "/moves/session/likes-merge", likes_merge },
    { "/moves/session/layers-follow-a-contact", layers_follow_a_contact },
    { "/moves/session/filling-keeps", filling_keeps_what_was_typed },
    { "/moves/session/contacts-are-filled-once", contacts_are_filled_once },
    { "/moves/session/inputs-follow-a-layer", inputs_follow_a_layer },
    { "/moves/session/takes", takes_go_with_their_parts },
    { "/moves/session/too-much-is-refused", too_much_is_refused },
  };

  return lanterns_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
