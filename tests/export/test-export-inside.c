/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "maq-export-job.h"
#include "sound-test.h"
#include "wav-test.h"

#define RATE 48000
#define TAIL_SECONDS 1.0
#define MP3_BYTES_PER_SECOND 20000.0

typedef struct
{
  char            *folder;  /* for stems as files; beside it is what is temporary */
  MaqHandoff      *handoff;
  MaqPerformance  *performance;
  MaqSoundfont    *font;
  MaqExportSource  source;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_build_filename (g_get_tmp_dir (), "out", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0777), ==, 0);
  self->handoff = sound_test_song (0.0);
  self->performance = export_test_perform (self->handoff);
  self->font = load_font ();
  self->source = (MaqExportSource) { self->handoff, self->performance, self->font };
}

/* Nothing is left behind. */
static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GDir) left = NULL;

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  left = g_dir_open (g_get_tmp_dir (), 0, NULL);
  g_assert_cmpstr (g_dir_read_name (left), ==, NULL);
  g_free (self->folder);
  maq_performance_unref (self->performance);
  maq_handoff_unref (self->handoff);
  g_clear_pointer (&self->font, maq_soundfont_unref);
}

static MaqExportOptions
make_options (void)
{
  return (MaqExportOptions) { .inside = {
    .plan = { .rate_hz = RATE, .count_in_bars = 2, .tail_seconds = TAIL_SECONDS } } };
}

static GBytes *
make (Fixture                *self,
      const char             *kind,
      const MaqExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  const MaqExportKind *what = maq_export_find_kind (kind);
  GBytes *bytes = maq_export_make (what, &self->source, options, NULL, what->suffixes[0], &error);

  g_assert_no_error (error);
  return bytes;
}

/* The stems as they come into a folder, by name. */
static GHashTable *
export_stems (Fixture  *self,
              MaqFrame *n_frames)
{
  const MaqSoundWish wish = { .has_stems = TRUE, .plan = { .rate_hz = RATE,
                                                           .tail_seconds = TAIL_SECONDS } };
  g_autoptr(MaqExportSound) sound = maq_export_sound_new (self->handoff, &wish, NULL);
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  g_auto(GStrv) names = maq_export_sound_dup_names (sound);
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_bytes_unref);

  g_assert_true (maq_export_sound_write (sound, self->performance, self->font, self->folder,
                                         files, NULL, NULL, NULL, NULL));
  g_assert_true (maq_file_set_finish (files, NULL));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr(Wav) wav = wav_read (path);
      char *contents = NULL;
      gsize size = 0;

      *n_frames = wav->n_frames;
      g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
      g_hash_table_insert (stems, g_strconcat ("audio/", names[i], NULL),
                           g_bytes_new_take (contents, size));
      g_unlink (path);
    }
  return stems;
}

static double
number (xmlNode    *node,
        const char *name)
{
  g_autofree char *text = export_test_attribute (node, name);

  return g_ascii_strtod (text, NULL);
}

/* A clip from the start of the song to the end of its sound, with the file of a stem. */
static void
assert_clip (xmlNode    *lanes,
             Fixture    *self,
             GHashTable *files,
             GHashTable *stems,
             MaqFrame    n_frames)
{
  xmlNode *clip = export_test_find (export_test_find (lanes, "Clips"), "Clip");
  xmlNode *audio = export_test_find (clip, "Audio");
  g_autofree char *path = export_test_attribute (export_test_find (audio, "File"), "path");
  MaqForm *form = maq_handoff_get_form (self->handoff);
  double quarters = (double) maq_form_get_length_ticks (form) / MAQ_TICKS_PER_QUARTER;
  GBytes *inside = g_hash_table_lookup (files, path);
  GBytes *outside = g_hash_table_lookup (stems, path);

  g_assert_nonnull (inside);
  g_assert_nonnull (outside);
  g_assert_true (g_bytes_equal (inside, outside));
  g_assert_cmpint ((gint64) number (audio, "sampleRate"), ==, RATE);
  g_assert_cmpint (llround (number (audio, "duration") * RATE), ==, n_frames);
  g_assert_cmpfloat (number (clip, "time"), ==, 0.0);
  /* the song ends at 101.5 quarters a minute */
  g_assert_cmpfloat_with_epsilon (number (clip, "duration"),
                                  quarters + TAIL_SECONDS * 101.5 / 60.0, 0.01);
}

static void
test_dawproject (Fixture       *self,
                 gconstpointer  data)
{
  MaqExportOptions options = make_options ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) files = NULL;
  g_autoptr(GHashTable) stems = NULL;
  g_autoptr(xmlDoc) doc = NULL;
  MaqFrame n_frames = 0;
  guint n_clips = 0;
  xmlNode *lanes;

  options.inside.has_stems = TRUE;
  bytes = make (self, "dawproject", &options);
  files = export_test_unzip (bytes);
  stems = export_stems (self, &n_frames);
  doc = export_test_parse (g_hash_table_lookup (files, "project.xml"));
  export_test_validate (doc, "dawproject/Project.xsd");
  lanes = export_test_find (export_test_find (xmlDocGetRootElement (doc), "Arrangement"), "Lanes");
  for (xmlNode *lane = export_test_find (lanes, "Lanes"); lane != NULL;
       lane = export_test_next (lane, "Lanes"))
    if (export_test_find (export_test_find (export_test_find (lane, "Clips"), "Clip"),
                          "Audio") != NULL)
      {
        assert_clip (lane, self, files, stems, n_frames);
        n_clips++;
      }
  g_assert_cmpuint (n_clips, ==, 3);
  g_assert_cmpuint (g_hash_table_size (stems), ==, 3);
  g_assert_cmpuint (g_hash_table_size (files), ==, 5);
}

/* As long as the song, without a count-in, as nothing would be counted. */
static void
test_page (Fixture       *self,
           gconstpointer  data)
{
  static const char start[] = "src=\"data:audio/mpeg;base64,";
  MaqExportOptions options = make_options ();
  double seconds = maq_form_get_seconds (maq_handoff_get_form (self->handoff)) + TAIL_SECONDS;
  g_autoptr(GBytes) silent = make (self, "html", &options);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *page = NULL;
  g_autofree char *encoded = NULL;
  g_autofree guint8 *sound = NULL;
  g_autofree char *shown = NULL;
  const char *at;
  gsize size;

  options.inside.has_guide = TRUE;
  bytes = make (self, "html", &options);
  page = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_null (g_strstr_len (g_bytes_get_data (silent, NULL),
                               (gssize) g_bytes_get_size (silent), "<audio"));
  at = strstr (page, start);
  g_assert_nonnull (at);
  at += strlen (start);
  encoded = g_strndup (at, strcspn (at, "\""));
  sound = g_base64_decode (encoded, &size);
  g_assert_cmpuint (sound[0], ==, 0xff);
  g_assert_cmpuint (sound[1] & 0xe0, ==, 0xe0);
  g_assert_cmpfloat_with_epsilon ((double) size / MP3_BYTES_PER_SECOND, seconds, 0.15);
  shown = g_format_size (size);
  g_assert_nonnull (strstr (page, shown));
}

static void
test_bundle (Fixture       *self,
             gconstpointer  data)
{
  MaqExportOptions options = make_options ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GHashTable) files = NULL;
  GHashTableIter iter;
  gpointer key, value;
  guint n_sounds = 0;

  options.inside.has_guide = options.inside.has_click = options.inside.has_stems = TRUE;
  options.inside.has_report = TRUE;
  options.inside.format = MAQ_SOUND_WAV_16;
  bytes = make (self, "bundle", &options);
  files = export_test_unzip (bytes);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      n_sounds += g_str_has_suffix (key, ".wav");
      /* none of it a second time in the documents */
      if (!g_str_has_suffix (key, ".wav"))
        g_assert_cmpuint (g_bytes_get_size (value), <, 200000);
      if (g_str_has_suffix (key, "/00 manifest.txt"))
        {
          g_autofree char *text = g_strndup (g_bytes_get_data (value, NULL),
                                             g_bytes_get_size (value));

          for (guint i = 0; i < 7; i++)
            g_assert_nonnull (strstr (text, ((const char *[]) {
              "Guide.wav\n", "Click.wav\n", "Drums.wav\n", "Bass.wav\n", "Keys.wav\n",
              "Loudness.txt\n", "Loudness.csv\n" })[i]));
        }
    }
  g_assert_cmpuint (n_sounds, ==, 5);
}

/* Cancels when some of it is written. */
static void
cancel_cb (double   fraction,
           gpointer user_data)
{
  g_assert_cmpfloat (fraction, <=, 1.0);
  if (fraction > 0.6)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  static const char *const kinds[] = { "html", "dawproject", "bundle" };
  MaqExportOptions options = make_options ();

  options.inside.has_guide = options.inside.has_stems = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(MaqExportJob) job = maq_export_job_new (&self->source);
      const MaqExportKind *kind = maq_export_find_kind (kinds[i]);
      g_autoptr(GError) error = NULL;

      maq_export_job_add_to_folder (job, kind, &options, NULL, kind->suffixes[0], self->folder);
      g_assert_false (maq_export_job_run (job, cancellable, cancel_cb, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* Said before anything is played. */
static void
test_too_much (Fixture       *self,
               gconstpointer  data)
{
  MaqExportOptions options = make_options ();
  const MaqExportKind *kind = maq_export_find_kind ("dawproject");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  options.inside.has_stems = TRUE;
  options.inside.plan.tail_seconds = 3000.0;
  bytes = maq_export_make (kind, &self->source, &options, NULL, ".dawproject", &error);
  g_assert_null (bytes);
  g_assert_error (error, MAQ_SOUND_ERROR, MAQ_SOUND_ERROR_SIZE);
}

int
main (int   argc,
      char *argv[])
{
  const char *usual = g_getenv ("TMPDIR") != NULL ? g_getenv ("TMPDIR") : P_tmpdir;
  g_autofree char *temporary = g_build_filename (usual, "maquette-inside-XXXXXX", NULL);
  int result;

  /* before GLib looks for it, which it does once */
  g_assert_nonnull (g_mkdtemp (temporary));
  g_setenv ("TMPDIR", temporary, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/export/inside/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("dawproject", test_dawproject);
  ADD ("page", test_page);
  ADD ("bundle", test_bundle);
  ADD ("cancelled", test_cancelled);
  ADD ("too-much", test_too_much);
  result = g_test_run ();
  g_rmdir (temporary);
  return result;
}
