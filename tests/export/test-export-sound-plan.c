/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "maq-bundle.h"
#include "maq-file-pattern.h"
#include "sound-test.h"

/* Each beat of odd meters, through changes of tempo and meter, where the tempo map says. */
static void
test_clicks (void)
{
  g_autoptr(MaqHandoff) handoff = sound_test_song (0.0);
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  static const int rates[] = { 44100, 48000, 96000 };

  for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
    for (guint bars = 0; bars <= MAQ_SOUND_PLAN_MAX_COUNT_IN; bars++)
      {
        const MaqSoundPlanOptions options = { .rate_hz = rates[rate], .count_in_bars = bars,
                                              .counts_sections = bars % 2 == 1,
                                              .tail_seconds = 0.5 };
        g_autoptr(MaqSoundPlan) plan = maq_sound_plan_new (handoff, performance, &options);
        g_autoptr(GArray) beats = sound_test_beats (handoff, &options);
        double seconds = maq_form_get_seconds (maq_handoff_get_form (handoff));
        guint n_clicks;
        const MaqPlannedClick *clicks = maq_sound_plan_get_clicks (plan, &n_clicks);

        g_assert_cmpint (maq_sound_plan_get_lead (plan), ==, sound_test_lead (&options));
        g_assert_cmpint (maq_sound_plan_get_n_frames (plan), ==,
                         sound_test_lead (&options) + llround ((seconds + 0.5) * rates[rate]));
        g_assert_cmpuint (n_clicks, ==, beats->len);
        for (guint i = 0; i < n_clicks; i++)
          {
            const SoundBeat *beat = &g_array_index (beats, SoundBeat, i);

            g_assert_cmpint (ABS (clicks[i].frame - beat->frame), <=, 1);
            g_assert_cmpint (clicks[i].strength, ==, beat->strength);
            g_assert_cmpint (clicks[i].is_count, ==, beat->is_count);
          }
      }
}

/* A section begins where the tempo map says, and is announced a bar before, on the grid. */
static void
test_sections (void)
{
  g_autoptr(MaqHandoff) handoff = sound_test_song (0.0);
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  const MaqSoundPlanOptions options = { .rate_hz = 48000, .count_in_bars = 2 };
  g_autoptr(MaqSoundPlan) plan = maq_sound_plan_new (handoff, performance, &options);
  MaqForm *form = maq_handoff_get_form (handoff);
  MaqFrame lead = sound_test_lead (&options);
  guint n_sections;
  const MaqPlannedSection *sections = maq_sound_plan_get_sections (plan, &n_sections);

  g_assert_cmpuint (n_sections, ==, 4);
  g_assert_cmpint (sections[0].frame, ==, lead);
  g_assert_cmpint (sections[0].cue_frame, ==, lead / 2);
  for (guint i = 1; i < n_sections; i++)
    {
      const MaqFormSection *before = maq_form_get_section (form, i - 1);
      MaqTick cue = before->start_ticks + maq_form_get_bar_start (form, i - 1, before->bars - 1);

      g_assert_cmpuint (sections[i].section, ==, i);
      g_assert_cmpint (sections[i].frame, ==,
                       lead + llround (maq_form_get_section (form, i)->start_seconds * 48000));
      g_assert_cmpint (sections[i].cue_frame, ==,
                       lead + llround (maq_form_ticks_to_seconds (form, cue) * 48000));
    }
}

/* Some sections only: counted in their own meter; without a count-in, the first has no cue. */
static void
test_range (void)
{
  g_autoptr(MaqHandoff) handoff = sound_test_song (0.0);
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  MaqSoundPlanOptions options = { .rate_hz = 48000, .count_in_bars = 1, .first_section = 1,
                                  .n_sections = 2 };
  g_autoptr(MaqSoundPlan) plan = maq_sound_plan_new (handoff, performance, &options);
  g_autoptr(MaqSoundPlan) bare = NULL;
  MaqForm *form = maq_handoff_get_form (handoff);
  const MaqPlannedSection *sections;
  guint n_sections;

  g_assert_cmpint (maq_sound_plan_get_lead (plan), ==, llround (4 * 60.0 / 133.0 * 48000));
  g_assert_cmpint (maq_sound_plan_get_start (plan), ==,
                   maq_form_get_section (form, 1)->start_ticks);
  g_assert_cmpint (maq_sound_plan_get_end (plan), ==, maq_form_get_section (form, 3)->start_ticks);
  sections = maq_sound_plan_get_sections (plan, &n_sections);
  g_assert_cmpuint (n_sections, ==, 2);
  g_assert_cmpint (sections[0].cue_frame, ==, 0);
  options.count_in_bars = 0;
  bare = maq_sound_plan_new (handoff, performance, &options);
  sections = maq_sound_plan_get_sections (bare, &n_sections);
  g_assert_cmpint (sections[0].frame, ==, 0);
  g_assert_cmpint (sections[0].cue_frame, <, 0);
  g_assert_cmpint (sections[1].cue_frame, >, 0);
}

static void
test_pattern (void)
{
  g_autoptr(MaqHandoff) handoff = sound_test_song (0.0);
  g_autoptr(GError) error = NULL;
  g_autofree char *all
    = maq_file_pattern_expand ("{title}, {arrangement} {number} {layer} {tempo}", handoff, 7,
                               "{title}", ".wav");
  g_autofree char *version = maq_file_pattern_expand ("{version}", handoff, 1, "x", ".flac");
  g_autofree char *device = maq_file_pattern_expand ("{layer}", handoff, 1, "con", ".wav");

  g_assert_cmpstr (all, ==, "Turns, As planned 07 {title} 120.wav");
  g_assert_cmpuint (strlen (version), ==, MAQ_HANDOFF_VERSION_DIGITS + 5);
  g_assert_true (g_str_has_prefix (version, maq_handoff_get_version (handoff)));
  g_assert_cmpstr (device, ==, "_con.wav");
  g_assert_true (maq_file_pattern_check ("{number} {tempo}", &error));
  g_assert_false (maq_file_pattern_check ("{number} {nubmer}", &error));
  g_assert_error (error, MAQ_FILE_PATTERN_ERROR, MAQ_FILE_PATTERN_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "{nubmer}"));
  g_assert_nonnull (strstr (error->message, "{version}"));
}

/* Names that break out of formats stay in the folder, differ, and fit. */
static void
test_hostile_names (void)
{
  static const char *const patterns[] = { NULL, "{layer}", "../{title}/{layer}", "" };

  for (guint i = 0; export_test_names[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (patterns); k++)
      {
        g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);
        g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
        g_autoptr(GError) error = NULL;
        const MaqSoundWish wish = { .has_guide = TRUE, .has_click = TRUE, .has_stems = TRUE,
                                    .has_report = TRUE, .pattern = patterns[k],
                                    .plan = { .rate_hz = 48000 } };
        g_autoptr(MaqExportSound) sound = maq_export_sound_new (handoff, &wish, &error);
        g_auto(GStrv) names = NULL;

        g_assert_no_error (error);
        names = maq_export_sound_dup_names (sound);
        g_assert_cmpuint (g_strv_length (names), ==, 5);
        for (guint n = 0; names[n] != NULL; n++)
          {
            g_assert_true (g_utf8_validate (names[n], -1, NULL));
            g_assert_cmpuint (strlen (names[n]), <=, MAQ_BUNDLE_NAME_BYTES);
            g_assert_null (strpbrk (names[n], "/\\:*?\"<>|\n\r\t"));
            g_assert_cmpint (names[n][0], !=, '.');
            g_assert_true (g_hash_table_add (seen, names[n]));
          }
      }
}

static MaqHandoff *
make_alike (guint n_layers)
{
  g_autoptr(MaqProject) project = maq_any_grid (1, n_layers);
  MaqSong *song = maq_project_get_current (project);

  return maq_handoff_new (project, song, maq_song_get_current (song));
}

/* All kinds of sound have one suffix, and a pattern may make all of their names alike. */
static void
test_alike (void)
{
  static const guint n_layers = 200;
  g_autoptr(MaqHandoff) handoff = make_alike (n_layers);
  const MaqSoundWish wish = { .has_guide = TRUE, .has_click = TRUE, .has_cues = TRUE,
                              .has_stems = TRUE, .has_report = TRUE, .pattern = "x",
                              .plan = { .rate_hz = 48000 } };
  g_autoptr(MaqExportSound) sound = maq_export_sound_new (handoff, &wish, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) names = maq_export_sound_dup_names (sound);

  g_assert_cmpuint (g_strv_length (names), ==, 3 + n_layers + 2);
  g_assert_cmpstr (names[0], ==, "x.wav");
  g_assert_cmpstr (names[1], ==, "x (2).wav");
  g_assert_cmpstr (names[2 + n_layers], ==, "x (203).wav");
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (g_hash_table_add (seen, names[i]));
}

/* What can't be is said before anything is rendered. */
static void
test_refusals (void)
{
  g_autoptr(MaqHandoff) handoff = sound_test_song (0.0);
  g_autoptr(GError) error = NULL;
  MaqSoundWish wish = { .plan = { .rate_hz = 48000 } };

  g_assert_null (maq_export_sound_new (handoff, &wish, &error));
  g_assert_error (error, MAQ_SOUND_ERROR, MAQ_SOUND_ERROR_NOTHING);
  g_clear_error (&error);
  wish.has_click = TRUE;
  wish.plan.rate_hz = 8000;
  g_assert_null (maq_export_sound_new (handoff, &wish, &error));
  g_assert_error (error, MAQ_SOUND_ERROR, MAQ_SOUND_ERROR_RATE);
  g_clear_error (&error);
  wish.plan.rate_hz = 96000;
  wish.pattern = "{what}";
  g_assert_null (maq_export_sound_new (handoff, &wish, &error));
  g_assert_error (error, MAQ_FILE_PATTERN_ERROR, MAQ_FILE_PATTERN_ERROR_UNKNOWN);
}

static void
test_formats (void)
{
  for (guint i = 0; i < MAQ_N_SOUND_FORMATS; i++)
    {
      MaqSoundFormat format = MAQ_N_SOUND_FORMATS;

      if (i == MAQ_SOUND_MP3)
        continue;
      g_assert_true (maq_sound_format_from_nick (maq_sound_format_get_nick ((MaqSoundFormat) i),
                                                 &format));
      g_assert_cmpuint (format, ==, i);
    }
  g_assert_null (maq_sound_format_get_nick (MAQ_SOUND_MP3));
  g_assert_false (maq_sound_format_from_nick ("mp3", &(MaqSoundFormat) { 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/sound-plan/clicks", test_clicks);
  g_test_add_func ("/export/sound-plan/sections", test_sections);
  g_test_add_func ("/export/sound-plan/range", test_range);
  g_test_add_func ("/export/sound-plan/pattern", test_pattern);
  g_test_add_func ("/export/sound-plan/hostile-names", test_hostile_names);
  g_test_add_func ("/export/sound-plan/alike", test_alike);
  g_test_add_func ("/export/sound-plan/refusals", test_refusals);
  g_test_add_func ("/export/sound-plan/formats", test_formats);
  return g_test_run ();
}
