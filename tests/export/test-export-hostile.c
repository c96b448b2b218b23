/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "maq-export-job.h"
#include "maq-export-words.h"
#include "sound-test.h"

#define BUNDLE_EACH 7

/* Files of songs all of whose names are made to break out of them, read back by others. Tables,
 * texts, MIDI and scores have tests of their own. */

typedef struct
{
  MaqHandoff      *handoff;
  MaqPerformance  *performance;
  MaqExportSource  source;
} Hostile;

static void
clear_hostile (Hostile *song)
{
  maq_performance_unref (song->performance);
  maq_handoff_unref (song->handoff);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hostile, clear_hostile)

static Hostile
make_hostile (const char   *name,
           MaqSoundfont *font)
{
  Hostile song = { .handoff = export_test_hostile (name) };

  song.performance = export_test_perform (song.handoff);
  song.source = (MaqExportSource) { song.handoff, song.performance, font };
  return song;
}

static GBytes *
make (const Hostile             *song,
      const char             *kind,
      const MaqExportOptions *options,
      const char             *suffix)
{
  const MaqExportKind *what = maq_export_find_kind (kind);
  g_auto(GStrv) all = what->list != NULL ? what->list (song->handoff) : NULL;
  g_autoptr(GError) error = NULL;
  GBytes *bytes = maq_export_make (what, &song->source, options, all != NULL ? all[0] : NULL,
                                   suffix, &error);

  g_assert_no_error (error);
  return bytes;
}

static const MaqExportOptions plain = { 0 };

/* Well-formed, with nothing in it that would run or be fetched. */
static void
assert_picture (xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      g_assert_cmpstr ((const char *) node->name, !=, "script");
      g_assert_cmpstr ((const char *) node->name, !=, "foreignObject");
      for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
        {
          g_autofree char *value = export_test_attribute (node, (const char *) attribute->name);

          if (strcmp ((const char *) attribute->name, "href") == 0)
            g_assert_true (value[0] == '#' || g_str_has_prefix (value, "data:image/"));
          g_assert_false (g_str_has_prefix ((const char *) attribute->name, "on"));
        }
      assert_picture (node->children);
    }
}

static void
test_svg (void)
{
  static const char *const kinds[] = { "cover", "map", "charts", "player", "input-list",
                                       "contacts" };

  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_auto(Hostile) song = make_hostile (export_test_names[i], NULL);

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autoptr(GBytes) bytes = make (&song, kinds[k], &plain, ".svg");
          g_autoptr(xmlDoc) doc = export_test_parse (bytes);

          assert_picture (xmlDocGetRootElement (doc));
        }
    }
}

typedef struct
{
  const guint8 *data;
  gsize         left;
} Stream;

static cairo_status_t
read_cb (void    *closure,
         guchar  *data,
         guint    length)
{
  Stream *stream = closure;

  if (length > stream->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, stream->data, length);
  stream->data += length;
  stream->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_auto(Hostile) song = make_hostile (export_test_names[i], NULL);
      g_autoptr(GBytes) bytes = make (&song, "contacts", &plain, ".png");
      Stream stream = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
      cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &stream);

      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (surface), >, 100);
      cairo_surface_destroy (surface);
    }
}

/* Another reader opens it without a word, and its title is on one line. */
static void
test_pdf (void)
{
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  g_autofree char *folder = g_dir_make_tmp ("maquette-hostile-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  const char *const command[] = { program, path, NULL };

  for (guint i = 0; program != NULL && export_test_names[i] != NULL; i++)
    {
      g_auto(Hostile) song = make_hostile (export_test_names[i], NULL);
      g_autoptr(GBytes) bytes = make (&song, "charts", &plain, ".pdf");
      g_autofree char *said = NULL;
      g_autofree char *complaint = NULL;
      g_auto(GStrv) lines = NULL;
      int status;

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes), NULL));
      g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                                   &said, &complaint, &status, NULL));
      g_assert_cmpstr (complaint, ==, "");
      g_assert_true (g_spawn_check_wait_status (status, NULL));
      lines = g_strsplit (g_strchomp (said), "\n", -1);
      for (guint k = 0; lines[k] != NULL; k++)
        g_assert_nonnull (strchr (lines[k], ':'));
    }
  g_unlink (path);
  g_rmdir (folder);
  if (program == NULL)
    g_test_skip ("pdfinfo is not installed");
}

/* A name that every system takes, and none that leads out of its folder. */
static void
assert_name (const char *name)
{
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_cmpuint (strlen (name), <=, 255);
  g_assert_cmpint (name[0], !=, '.');
  for (const char *p = name; *p != '\0'; p++)
    g_assert_true ((guchar) *p >= 0x20 && *p != 0x7f && strchr ("/\\:*?\"<>|", *p) == NULL);
}

/* Each clip leads to a file of the archive, and no file is anywhere else. */
static void
assert_stems (GBytes *archive)
{
  g_autoptr(GHashTable) files = export_test_unzip (archive);
  g_autoptr(xmlDoc) doc = export_test_parse (g_hash_table_lookup (files, "project.xml"));
  xmlNode *lanes = export_test_find (export_test_find (xmlDocGetRootElement (doc), "Arrangement"),
                                     "Lanes");
  guint n_stems = 0;

  export_test_validate (doc, "dawproject/Project.xsd");
  for (xmlNode *lane = export_test_find (lanes, "Lanes"); lane != NULL;
       lane = export_test_next (lane, "Lanes"))
    {
      xmlNode *clip = export_test_find (export_test_find (lane, "Clips"), "Clip");
      xmlNode *audio = export_test_find (clip, "Audio");
      g_autofree char *path = NULL;

      if (audio == NULL)
        continue;
      path = export_test_attribute (export_test_find (audio, "File"), "path");
      g_assert_true (g_hash_table_contains (files, path));
      g_assert_true (g_str_has_prefix (path, "audio/"));
      assert_name (path + strlen ("audio/"));
      n_stems++;
    }
  g_assert_cmpuint (n_stems, ==, 1);
  g_assert_cmpuint (g_hash_table_size (files), ==, 3);
}

static void
assert_bundle (GBytes *archive)
{
  g_autoptr(GHashTable) files = export_test_unzip (archive);
  GHashTableIter iter;
  gpointer key;
  guint n_sounds = 0;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_auto(GStrv) names = g_strsplit (key, "/", -1);

      g_assert_cmpuint (g_strv_length (names), ==, 2);
      assert_name (names[0]);
      assert_name (names[1]);
      n_sounds += g_str_has_suffix (key, ".opus");
    }
  g_assert_cmpuint (n_sounds, ==, 2);
}

static void
test_sound_inside (void)
{
  g_autoptr(MaqSoundfont) font = load_font ();

  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_auto(Hostile) song = make_hostile (export_test_names[i], font);
      const MaqExportOptions stems = { .inside = {
        .has_stems = TRUE, .plan = { .rate_hz = 44100 } } };
      const MaqExportOptions sound = { .inside = {
        .has_click = TRUE, .has_cues = TRUE, .format = MAQ_SOUND_OPUS,
        .plan = { .rate_hz = 48000 } } };
      g_autoptr(GBytes) project = make (&song, "dawproject", &stems, ".dawproject");

      assert_stems (project);
      /* which takes its time, and whose names are tested by themselves */
      if (i % BUNDLE_EACH == 0)
        {
          g_autoptr(GBytes) bundle = make (&song, "bundle", &sound, ".zip");

          assert_bundle (bundle);
        }
    }
}

/* What a spreadsheet would compute: a cell that begins so and is no number. */
static void
assert_report (const char *table)
{
  g_auto(GStrv) rows = g_strsplit (table, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (rows), ==, 3);
  g_assert_cmpstr (rows[2], ==, "");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (strpbrk (rows[i], "\r\n\t"));
      g_assert_cmpint (rows[i][0], ==, '"');
      g_assert_null (strchr ("=+-@", rows[i][1]));
    }
}

static void
test_report (void)
{
  static const char *const patterns[] = { "{title} {layer}", "=1+{title}" };

  for (guint i = 0; export_test_names[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (patterns); k++)
      {
        g_auto(Hostile) song = make_hostile (export_test_names[i], NULL);
        const MaqSoundWish wish = { .has_click = TRUE, .has_report = TRUE,
                                    .pattern = patterns[k], .plan = { .rate_hz = 44100 } };
        g_autofree char *folder = g_dir_make_tmp ("maquette-hostile-XXXXXX", NULL);
        g_autoptr(MaqExportSound) sound = maq_export_sound_new (song.handoff, &wish, NULL);
        g_auto(GStrv) names = maq_export_sound_dup_names (sound);
        g_autoptr(MaqFileSet) files = maq_file_set_new ();

        g_assert_true (maq_export_sound_write (sound, song.performance, NULL, folder, files, NULL,
                                               NULL, NULL, NULL));
        g_assert_true (maq_file_set_finish (files, NULL));
        for (guint n = 0; names[n] != NULL; n++)
          {
            g_autofree char *path = g_build_filename (folder, names[n], NULL);
            g_autofree char *text = NULL;

            assert_name (names[n]);
            g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
            if (g_str_has_suffix (names[n], ".csv"))
              assert_report (text);
            g_unlink (path);
          }
        g_assert_cmpint (g_rmdir (folder), ==, 0);
      }
}

static Hostile
make_untitled (void)
{
  g_autoptr(MaqHandoff) plain_song = export_test_plain (3, 3, 4, "C | F | G | C", NULL);
  MaqSongFields fields = *maq_song_get_fields (maq_handoff_get_song (plain_song));
  g_autoptr(MaqSong) song = NULL;
  g_autoptr(MaqVec) songs = NULL;
  g_autoptr(MaqProject) project = NULL;
  Hostile untitled = { 0 };

  fields.title = NULL;
  song = maq_song_new (&fields);
  songs = maq_vec_new (&maq_song_vec_class, (gpointer[]) { song }, 1);
  project = maq_project_new (&(MaqProjectFields) { .current = fields.id, .songs = songs });
  untitled.handoff = maq_handoff_new (project, song, maq_handoff_get_arrangement (plain_song));
  untitled.performance = export_test_perform (untitled.handoff);
  untitled.source = (MaqExportSource) { untitled.handoff, untitled.performance };
  return untitled;
}

/* A song that nobody has called anything yet is handed on like any other. */
static void
test_untitled (void)
{
  g_auto(Hostile) song = make_untitled ();

  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);
      g_auto(GStrv) all = kind->list != NULL ? kind->list (song.handoff) : NULL;
      g_autoptr(GBytes) bytes = NULL;

      if (kind->wish != NULL || (all != NULL && all[0] == NULL))
        continue;
      g_test_message ("%s", kind->id);
      bytes = make (&song, kind->id, &plain, kind->suffixes[0]);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/hostile/svg", test_svg);
  g_test_add_func ("/export/hostile/png", test_png);
  g_test_add_func ("/export/hostile/pdf", test_pdf);
  g_test_add_func ("/export/hostile/untitled", test_untitled);
  g_test_add_func ("/export/hostile/sound-inside", test_sound_inside);
  g_test_add_func ("/export/hostile/report", test_report);
  return g_test_run ();
}
