/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "maq-audio-reader.h"
#include "maq-export-job.h"
#include "maq-loudness.h"
#include "sound-test.h"
#include "wav-test.h"

#define RATE 48000

typedef struct
{
  char           *folder;
  MaqHandoff     *handoff;
  MaqPerformance *performance;
  MaqSoundfont   *font;
  GStrv           names;
  double          stem_gain_db;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const double *gain_db = data;

  self->folder = g_dir_make_tmp ("maquette-sound-XXXXXX", NULL);
  self->handoff = sound_test_song (gain_db != NULL ? *gain_db : 0.0);
  self->performance = export_test_perform (self->handoff);
  self->font = load_font ();
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
remove_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  remove_files (self->folder);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_strfreev (self->names);
  maq_performance_unref (self->performance);
  maq_handoff_unref (self->handoff);
  g_clear_pointer (&self->font, maq_soundfont_unref);
}

static gboolean
write_wish (Fixture             *self,
            const MaqSoundWish  *wish,
            MaqAudioProgress     progress,
            gpointer             user_data,
            GCancellable        *cancellable,
            GError             **error)
{
  g_autoptr(MaqExportSound) sound = maq_export_sound_new (self->handoff, wish, error);
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  gboolean well;

  g_assert_nonnull (sound);
  g_clear_pointer (&self->names, g_strfreev);
  self->names = maq_export_sound_dup_names (sound);
  well = maq_export_sound_write (sound, self->performance, self->font, self->folder, files,
                                 progress, user_data, cancellable, error)
         && maq_file_set_finish (files, error);
  self->stem_gain_db = maq_export_sound_get_stem_gain (sound);
  return well;
}

static void
write_all (Fixture            *self,
           const MaqSoundWish *wish)
{
  g_autoptr(GError) error = NULL;

  remove_files (self->folder);
  write_wish (self, wish, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder), ==, g_strv_length (self->names));
}

static char *
dup_path (Fixture    *self,
          const char *what)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    if (strstr (self->names[i], what) != NULL)
      return g_build_filename (self->folder, self->names[i], NULL);
  g_error ("there is no %s", what);
}

static Wav *
read_wav (Fixture    *self,
          const char *what)
{
  g_autofree char *path = dup_path (self, what);

  return wav_read (path);
}

static MaqLoudnessFigures
measure (const Wav *wav)
{
  g_autoptr(MaqLoudness) meter = maq_loudness_new ((guint) wav->rate_hz, 2, MAQ_LOUDNESS_DEFAULT);

  maq_loudness_add (meter, wav->samples, (gsize) wav->n_frames);
  return maq_loudness_get_figures (meter);
}

static float
peak_after (const Wav *wav,
            MaqFrame   frame)
{
  return peak_of (wav->samples, (guint) frame, (guint) (wav->rate_hz / 50));
}

/* Where sound begins after silence of 5 ms. */
static GArray *
find_onsets (const Wav *wav)
{
  GArray *onsets = g_array_new (FALSE, FALSE, sizeof (MaqFrame));
  MaqFrame quiet = wav->rate_hz / 200;

  for (MaqFrame n = 0; n < wav->n_frames; n++)
    {
      if (wav->samples[2 * n] == 0.0f && wav->samples[2 * n + 1] == 0.0f)
        {
          quiet++;
          continue;
        }
      if (quiet >= wav->rate_hz / 200)
        g_array_append_val (onsets, n);
      quiet = 0;
    }
  return onsets;
}

/* Heard in the file: a click on each beat and nowhere else; what is stronger is louder. */
static void
test_click (Fixture       *self,
            gconstpointer  data)
{
  const MaqSoundWish wish = { .has_click = TRUE, .format = MAQ_SOUND_WAV_FLOAT,
                              .plan = { .rate_hz = 44100, .count_in_bars = 2,
                                        .counts_sections = TRUE, .tail_seconds = 0.5 } };
  g_autoptr(GArray) beats = sound_test_beats (self->handoff, &wish.plan);
  g_autoptr(GArray) onsets = NULL;
  g_autoptr(Wav) wav = NULL;
  float lowest[2][MAQ_N_CLICK_STRENGTHS] = { { 9, 9, 9 }, { 9, 9, 9 } };
  float highest[2][MAQ_N_CLICK_STRENGTHS] = { 0 };

  write_all (self, &wish);
  wav = read_wav (self, "Click");
  onsets = find_onsets (wav);
  g_assert_cmpuint (onsets->len, ==, beats->len);
  for (guint i = 0; i < beats->len; i++)
    {
      const SoundBeat *beat = &g_array_index (beats, SoundBeat, i);
      float peak = peak_after (wav, beat->frame);
      guint count = beat->is_count ? 1 : 0;

      g_assert_cmpint (ABS (g_array_index (onsets, MaqFrame, i) - beat->frame), <=, 1);
      lowest[count][beat->strength] = MIN (lowest[count][beat->strength], peak);
      highest[count][beat->strength] = MAX (highest[count][beat->strength], peak);
    }
  for (guint count = 0; count < 2; count++)
    for (guint i = 1; i < MAQ_N_CLICK_STRENGTHS; i++)
      g_assert_cmpfloat (lowest[count][i], >, 1.2f * highest[count][i - 1]);
  g_assert_cmpfloat (measure (wav).true_peak_dbtp, <=, -1.0);
}

/* WAV files mark the sections where the tempo map has them, whatever the rate and the bits. */
static void
test_marks (Fixture       *self,
            gconstpointer  data)
{
  static const struct { MaqSoundFormat format; int rate_hz; guint kind; guint bits; } kinds[] = {
    { MAQ_SOUND_WAV_16, 44100, 1, 16 }, { MAQ_SOUND_WAV_24, 48000, 1, 24 },
    { MAQ_SOUND_WAV_FLOAT, 96000, 3, 32 },
  };
  MaqForm *form = maq_handoff_get_form (self->handoff);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const MaqSoundWish wish = { .has_click = TRUE, .format = kinds[k].format,
                                  .plan = { .rate_hz = kinds[k].rate_hz, .count_in_bars = 1 } };
      g_autoptr(Wav) wav = NULL;

      write_all (self, &wish);
      wav = read_wav (self, "Click");
      g_assert_cmpuint (wav->format, ==, kinds[k].kind);
      g_assert_cmpuint (wav->bits, ==, kinds[k].bits);
      g_assert_cmpint (wav->rate_hz, ==, kinds[k].rate_hz);
      g_assert_cmpuint (wav->n_cues, ==, 4);
      for (guint i = 0; i < wav->n_cues; i++)
        {
          const MaqFormSection *place = maq_form_get_section (form, i);

          g_assert_cmpint (wav->cues[i], ==, sound_test_lead (&wish.plan)
                                             + llround (place->start_seconds * wav->rate_hz));
          g_assert_cmpstr (wav->labels[i], ==, maq_section_get_name (place->section));
        }
    }
}

/* Names of sections as they are, even those that break out of formats. */
static void
test_hostile_marks (Fixture       *self,
                    gconstpointer  data)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      const MaqSoundWish wish = { .has_click = TRUE, .pattern = "click",
                                  .plan = { .rate_hz = RATE } };
      g_autoptr(Wav) wav = NULL;

      maq_performance_unref (self->performance);
      maq_handoff_unref (self->handoff);
      self->handoff = export_test_hostile (export_test_names[i]);
      self->performance = export_test_perform (self->handoff);
      write_all (self, &wish);
      wav = read_wav (self, "click");
      g_assert_cmpuint (wav->n_cues, ==, 2);
      g_assert_true (g_utf8_validate (wav->labels[1], -1, NULL));
      g_assert_null (strpbrk (wav->labels[1], "\r\n\t"));
    }
}

/* Adds @gain times the samples; all files have one length. */
static void
add_wav (Fixture    *self,
         const char *what,
         double      gain,
         double     *sum,
         gint64      n_frames)
{
  g_autoptr(Wav) wav = read_wav (self, what);

  g_assert_cmpint (wav->n_frames, ==, n_frames);
  for (gint64 i = 0; i < 2 * n_frames; i++)
    sum[i] += gain * wav->samples[i];
}

static double
highest_db (const double *samples,
            gint64        n_frames)
{
  double highest = 1e-9;

  for (gint64 i = 0; i < 2 * n_frames; i++)
    highest = MAX (highest, fabs (samples[i]));
  return 20.0 * log10 (highest);
}

/* So quiet that the limiter leaves the guide alone: the stems added up are the guide. */
static void
test_null (Fixture       *self,
           gconstpointer  data)
{
  MaqSoundWish wish = { .has_guide = TRUE, .has_click = TRUE, .has_stems = TRUE,
                        .format = MAQ_SOUND_WAV_FLOAT,
                        .plan = { .rate_hz = RATE, .count_in_bars = 1, .tail_seconds = 0.5 } };

  if (self->font == NULL)
    return;
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(Wav) guide = NULL;
      g_autofree double *sum = NULL;

      write_all (self, &wish);
      g_assert_cmpuint (g_strv_length (self->names), ==, round == 0 ? 5 : 4);
      guide = read_wav (self, "Guide");
      g_assert_cmpfloat (peak_of (guide->samples, 0, (guint) guide->n_frames), >, 0.01f);
      g_assert_cmpfloat (peak_of (guide->samples, 0, (guint) sound_test_lead (&wish.plan)), ==,
                         0.0f);
      sum = g_new0 (double, 2 * guide->n_frames);
      add_wav (self, "Guide", -1.0, sum, guide->n_frames);
      if (round == 0)
        {
          add_wav (self, "Drums", 1.0, sum, guide->n_frames);
          add_wav (self, "Bass", 1.0, sum, guide->n_frames);
        }
      else
        add_wav (self, "Rhythm", 1.0, sum, guide->n_frames);
      add_wav (self, "Keys", 1.0, sum, guide->n_frames);
      g_test_message ("off by %.1f dBFS at most", highest_db (sum, guide->n_frames));
      g_assert_cmpfloat (highest_db (sum, guide->n_frames), <=, -90.0);
      add_wav (self, "Click", 0.0, sum, guide->n_frames);
      wish.groups_stems = TRUE;
    }
}

/* Loud: the guide keeps below -1 dBTP by its limiter, stems by being turned down alike. */
static void
test_loud (Fixture       *self,
           gconstpointer  data)
{
  const MaqSoundWish wish = { .has_guide = TRUE, .guide_has_click = TRUE, .guide_has_cues = TRUE,
                              .has_click = TRUE, .has_cues = TRUE, .joins_click = TRUE,
                              .has_stems = TRUE, .has_report = TRUE,
                              .plan = { .rate_hz = RATE, .count_in_bars = 1,
                                        .tail_seconds = 0.5 } };
  const MaqRenderOptions options = { .rate_hz = RATE, .tail_seconds = 0.5, .unlimited = TRUE };
  g_autoptr(MaqRender) render = NULL;
  g_autofree double *sum = NULL;
  g_autofree float *mix = NULL;
  g_autofree char *path = NULL;
  g_autofree char *report = NULL;
  g_autoptr(Wav) guide = NULL;
  MaqFrame lead = sound_test_lead (&wish.plan);

  if (self->font == NULL)
    return;
  write_all (self, &wish);
  g_assert_cmpfloat (self->stem_gain_db, <, 0.0);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *one = g_build_filename (self->folder, self->names[i], NULL);
      g_autoptr(Wav) wav = wav_read (one);

      g_assert_cmpfloat (measure (wav).true_peak_dbtp, <=, -1.0);
    }
  guide = read_wav (self, "Guide");
  g_assert_cmpfloat (peak_of (guide->samples, 0, (guint) lead), >, 0.1f);
  render = maq_render_new (self->font, self->performance, &options, NULL);
  g_assert_cmpint (maq_render_get_n_frames (render) + lead, ==, guide->n_frames);
  mix = g_new0 (float, 2 * guide->n_frames);
  maq_render_read (render, mix + 2 * lead, (guint) (guide->n_frames - lead));
  g_assert_cmpfloat (peak_of (mix, 0, (guint) guide->n_frames), >, 1.0f);
  sum = g_new0 (double, 2 * guide->n_frames);
  for (gint64 i = 0; i < 2 * guide->n_frames; i++)
    sum[i] = -mix[i];
  add_wav (self, "Drums", pow (10.0, -self->stem_gain_db / 20.0), sum, guide->n_frames);
  add_wav (self, "Bass", pow (10.0, -self->stem_gain_db / 20.0), sum, guide->n_frames);
  add_wav (self, "Keys", pow (10.0, -self->stem_gain_db / 20.0), sum, guide->n_frames);
  g_test_message ("off by %.1f dBFS at most", highest_db (sum, guide->n_frames));
  g_assert_cmpfloat (highest_db (sum, guide->n_frames), <=, -90.0);
  path = dup_path (self, "Loudness.csv");
  g_assert_true (g_file_get_contents (path, &report, NULL, NULL));
  g_assert_nonnull (strstr (report, "Guide.wav\","));
}

/* FLAC gives back what WAV has; Opus is as long. */
static void
test_packed (Fixture       *self,
             gconstpointer  data)
{
  MaqSoundWish wish = { .has_click = TRUE, .pattern = "{layer}",
                        .plan = { .rate_hz = 44100, .count_in_bars = 1, .tail_seconds = 0.2 } };
  static const MaqSoundFormat pairs[][2] = { { MAQ_SOUND_WAV_24, MAQ_SOUND_FLAC_24 },
                                             { MAQ_SOUND_WAV_16, MAQ_SOUND_FLAC_16 } };
  g_autofree char *opus = g_build_filename (self->folder, "Click.opus", NULL);

  for (guint pair = 0; pair < G_N_ELEMENTS (pairs); pair++)
    {
      g_autofree char *path = g_build_filename (self->folder, "Click.flac", NULL);
      g_autofree float *samples = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(Wav) wav = NULL;
      MaqFrame n_frames = 0;

      wish.format = pairs[pair][0];
      write_wish (self, &wish, NULL, NULL, NULL, &error);
      wav = read_wav (self, "Click");
      wish.format = pairs[pair][1];
      write_wish (self, &wish, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      samples = maq_audio_file_read (path, 44100, 60.0, &n_frames, &error);
      g_assert_no_error (error);
      g_assert_cmpint (n_frames, ==, wav->n_frames);
      for (gint64 i = 0; i < 2 * n_frames; i++)
        g_assert_cmpfloat (fabsf (samples[i] - wav->samples[i]), <=,
                           pair == 0 ? 1.3e-7f : 3.1f / 32768.0f);
    }
  wish.format = MAQ_SOUND_OPUS;
  g_assert_true (write_wish (self, &wish, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_test (opus, G_FILE_TEST_IS_REGULAR));
}

static void
cancel_cb (double   fraction,
           gpointer data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (data);
}

static void
watch_cb (double   fraction,
          gpointer data)
{
  double *before = data;

  g_assert_cmpfloat (fraction, >=, *before);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *before = fraction;
}

/* Cancelled in the midst of it: all is as it was. */
static void
test_all_or_nothing (Fixture       *self,
                     gconstpointer  data)
{
  MaqSoundWish wish = { .has_guide = TRUE, .has_click = TRUE, .has_stems = TRUE,
                        .format = MAQ_SOUND_FLAC_24, .pattern = "{layer}",
                        .plan = { .rate_hz = RATE, .tail_seconds = 0.1 } };
  g_autofree char *mine = g_build_filename (self->folder, "Click.flac", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  double told = 0.0;

  if (self->font == NULL)
    return;
  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  g_assert_false (write_wish (self, &wish, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
  g_assert_true (g_file_get_contents (mine, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_true (write_wish (self, &wish, watch_cb, &told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (told, ==, 1.0);
  g_assert_cmpuint (count_files (self->folder), ==, 5);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Sounds among documents: kinds are written together, the names sort as they were added. */
static void
test_job (Fixture       *self,
          gconstpointer  data)
{
  static const char *const ids[] = { "cover", "guide", "click-track", "cues", "stems", "text" };
  const MaqExportSource source = { self->handoff, self->performance, self->font };
  const MaqExportOptions options = { .sound = { .count_in_bars = 1, .joins_click = TRUE,
                                                .groups_stems = TRUE, .has_report = TRUE } };
  g_autoptr(MaqExportJob) job = maq_export_job_new (&source);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(Wav) wav = NULL;
  double told = 0.0;

  if (self->font == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const MaqExportKind *kind = maq_export_find_kind (ids[i]);

      maq_export_job_add_to_folder (job, kind, &options, NULL, kind->suffixes[0], self->folder);
    }
  g_assert_cmpuint (maq_export_job_get_n_files (job), ==, 2 + 2 + 2 + 2);
  g_assert_false (maq_export_job_run (job, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (self->folder), ==, 0);
  g_assert_true (maq_export_job_run (job, NULL, watch_cb, &told, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (maq_export_job_is_there (job, i));
      g_ptr_array_add (names, g_path_get_basename (maq_export_job_get_path (job, i)));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_path_get_basename (maq_export_job_get_path (job, i));

      g_assert_cmpstr (name, ==, names->pdata[i]);
    }
  g_assert_nonnull (strstr (names->pdata[0], "cover"));
  g_assert_nonnull (strstr (names->pdata[1], "Guide"));
  wav = wav_read (maq_export_job_get_path (job, 2));
  g_assert_cmpuint (wav->n_cues, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  static const double quiet_db = -18.0;
  static const double loud_db = 9.0;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/sound/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/export/sound/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/export/sound/hostile-marks", Fixture, NULL, set_up, test_hostile_marks, tear_down);
  g_test_add ("/export/sound/null", Fixture, &quiet_db, set_up, test_null, tear_down);
  g_test_add ("/export/sound/loud", Fixture, &loud_db, set_up, test_loud, tear_down);
  g_test_add ("/export/sound/packed", Fixture, NULL, set_up, test_packed, tear_down);
  g_test_add ("/export/sound/all-or-nothing", Fixture, NULL, set_up, test_all_or_nothing,
              tear_down);
  g_test_add ("/export/sound/job", Fixture, NULL, set_up, test_job, tear_down);
  return g_test_run ();
}
