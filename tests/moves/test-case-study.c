/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-case-study.h"

#include <string.h>

#include "maq-check.h"
#include "maq-diff.h"
#include "maq-form.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"

typedef MaqMove *(*MakeMove) (MaqProject *root);

static const MakeMove steps[] = {
  maq_case_study_strip_verses,
  maq_case_study_return_harmonics,
  maq_case_study_sing_in_main_room,
  maq_case_study_extend_instrumental,
};

static GBytes *
load_bytes (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples",
                                            "lanterns.maquette", NULL);
  g_autoptr(GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static MaqProject *
load (void)
{
  g_autoptr(GBytes) bytes = load_bytes ();
  g_autoptr(GError) error = NULL;
  MaqProject *root = maq_xml_read (bytes, &error);

  g_assert_no_error (error);
  maq_check (root, &error);
  g_assert_no_error (error);
  return root;
}

static MaqArrangement *
find_arrangement (MaqProject *root,
                  const char *name)
{
  MaqSong *song = maq_project_get_current (root);

  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    if (strcmp (maq_arrangement_get_name (maq_song_get_arrangement (song, i)), name) == 0)
      return maq_song_get_arrangement (song, i);

  g_error ("the example song has no arrangement %s", name);
}

static MaqProject *
show (MaqProject *root,
      const char *name)
{
  g_autoptr(MaqMove) move = NULL;
  g_autoptr(GError) error = NULL;
  MaqProject *shown = NULL;

  move = maq_move_select_arrangement (maq_arrangement_get_id (find_arrangement (root, name)));
  shown = maq_move_apply (move, root, &error);
  g_assert_no_error (error);
  return shown;
}

static MaqProject *
perform (MaqProject *root,
         MakeMove    make)
{
  g_autoptr(MaqMove) move = make (root);
  g_autofree char *label = maq_move_dup_label (move, root);
  g_autoptr(MaqDiff) diff = NULL;
  g_autofree char *summary = NULL;
  g_autoptr(GError) error = NULL;
  MaqProject *result = maq_move_apply (move, root, &error);

  g_assert_no_error (error);
  diff = maq_diff_new (root, result);
  summary = maq_diff_dup_summary (diff, 100);
  g_test_message ("%s: %s", label, summary);
  return result;
}

/* what is left to do from @root, as the four steps say, without the one at @skipped */
static char *
dup_rest (int skipped)
{
  g_autoptr(MaqProject) root = load ();
  g_autoptr(MaqProject) current = show (root, "As demoed");
  g_autoptr(MaqDiff) diff = NULL;

  for (int i = 0; i < (int) G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(MaqProject) before = NULL;

      if (i == skipped)
        continue;
      before = g_steal_pointer (&current);
      current = perform (before, steps[i]);
    }

  diff = maq_diff_new_arrangements (maq_project_get_current (root),
                                    maq_project_get_arrangement (current),
                                    find_arrangement (root, "After pre-production"));
  return maq_diff_dup_summary (diff, 100);
}

static void
four_moves_lead_there (void)
{
  g_autofree char *rest = dup_rest (-1);

  g_assert_cmpstr (rest, ==, "");
}

static void
each_move_is_needed (void)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *rest = dup_rest (i);

      g_assert_cmpstr (rest, !=, "");
    }
}

static guint
count_playing (MaqArrangement *arrangement,
               guint           section)
{
  guint n_playing = 0;

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    if (maq_arrangement_get_level (arrangement, section, maq_layer_get_id (
          maq_arrangement_get_layer (arrangement, i))) > 0)
      n_playing++;

  return n_playing;
}

/* The demo is dense from the first verse on; afterwards each chorus is a lift. */
static void
choruses_lift (void)
{
  g_autoptr(MaqProject) root = load ();
  MaqArrangement *demoed = find_arrangement (root, "As demoed");
  MaqArrangement *after = find_arrangement (root, "After pre-production");

  for (guint i = 0; i < maq_arrangement_get_n_sections (after); i++)
    switch ((int) maq_section_get_kind (maq_arrangement_get_section (after, i)))
      {
      case MAQ_SECTION_VERSE:
        g_assert_cmpuint (count_playing (demoed, i), >=, 8);
        g_assert_cmpuint (count_playing (after, i), <=, 6);
        break;
      case MAQ_SECTION_CHORUS:
        g_assert_cmpuint (count_playing (demoed, i), >=, 8);
        g_assert_cmpuint (count_playing (after, i), ==, count_playing (demoed, i));
        break;
      default:
        break;
      }
}

static void
lasts_as_long_as_a_song (void)
{
  g_autoptr(MaqProject) root = load ();
  MaqSong *song = maq_project_get_current (root);

  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    {
      g_autoptr(MaqForm) form = maq_form_new (song, maq_song_get_arrangement (song, i));

      g_assert_cmpfloat (maq_form_get_seconds (form), >, 220);
      g_assert_cmpfloat (maq_form_get_seconds (form), <, 250);
    }
}

static void
file_is_as_we_write_it (void)
{
  g_autoptr(GBytes) bytes = load_bytes ();
  g_autoptr(MaqProject) root = load ();
  g_autoptr(GBytes) written = maq_xml_write (root);

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moves/case-study/four-moves-lead-there", four_moves_lead_there);
  g_test_add_func ("/moves/case-study/each-move-is-needed", each_move_is_needed);
  g_test_add_func ("/moves/case-study/choruses-lift", choruses_lift);
  g_test_add_func ("/moves/case-study/lasts-as-long-as-a-song", lasts_as_long_as_a_song);
  g_test_add_func ("/moves/case-study/file-is-as-we-write-it", file_is_as_we_write_it);

  return g_test_run ();
}
