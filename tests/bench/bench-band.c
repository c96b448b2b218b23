/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "maq-chord-change.h"
#include "maq-compiler.h"

/*
 * How long the band takes for 200 bars of 8 layers beside the program `mma` doing
 * as much. Both read what they play from their library each time: ours the file of
 * one style, mma that of one groove. What is compared is processor time, which a
 * busy machine leaves alone. Aim: 1/50.
 */

#define N_SECTIONS 25
#define N_BARS     8
#define N_RUNS     30
#define AIM        50.0

static const char *const chords[] = { "C", "Am7", "F", "G7", "Em", "Dm7", "Bb", "Gsus4" };

static const MaqRole roles[] = { MAQ_ROLE_DRUMS, MAQ_ROLE_BASS, MAQ_ROLE_ACOUSTIC_GUITAR,
                                 MAQ_ROLE_ELECTRIC_GUITAR, MAQ_ROLE_KEYS, MAQ_ROLE_PAD,
                                 MAQ_ROLE_STRINGS, MAQ_ROLE_LEAD };

static const char *
chord_at (guint section,
          guint bar)
{
  return chords[(section * 3 + bar * (1 + section % 3)) % G_N_ELEMENTS (chords)];
}

static MaqSection *
make_section (guint index)
{
  g_autoptr (GPtrArray) changes
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);
  g_autoptr (MaqVec) change_vec = NULL;
  g_autoptr (MaqVec) part_vec = NULL;
  MaqSectionFields fields = { .id = 100 + index, .kind = MAQ_SECTION_VERSE, .name = "Verse",
                              .bars = N_BARS, .chord_bars = N_BARS };

  for (guint bar = 0; bar < N_BARS; bar++)
    {
      g_autoptr (MaqChord) chord = maq_chord_parse (chord_at (index, bar), NULL);

      g_ptr_array_add (changes, maq_chord_change_new ((int) bar, 0, chord));
    }
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_ptr_array_add (parts, maq_part_new (&(MaqPartFields) { .layer = 1 + i, .level = 6 }));
  fields.chords = change_vec = maq_vec_new (&maq_chord_change_vec_class,
                                            (const gpointer *) changes->pdata, changes->len);
  fields.parts = part_vec = maq_vec_new (&maq_part_vec_class, (const gpointer *) parts->pdata,
                                         parts->len);
  return maq_section_new (&fields);
}

static MaqSong *
make_song (void)
{
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);
  g_autoptr (MaqVec) section_vec = NULL;
  g_autoptr (MaqVec) layer_vec = NULL;
  g_autoptr (MaqVec) arrangements = NULL;
  g_autoptr (MaqArrangement) arrangement = NULL;
  MaqSongFields fields = { .id = 1, .title = "Song", .tempo_qpm = 120.0, .meter = { 4, 4 },
                           .current = 1, .style = "rock", .seed = 5 };
  gpointer item;

  for (guint i = 0; i < N_SECTIONS; i++)
    g_ptr_array_add (sections, make_section (i));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_ptr_array_add (layers, maq_layer_new (&(MaqLayerFields) { .id = 1 + i, .name = "Layer",
                                                                .role = roles[i] }));
  section_vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata,
                             sections->len);
  layer_vec = maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers->pdata, layers->len);
  arrangement = maq_arrangement_new (&(MaqArrangementFields) { .id = 1, .name = "One",
                                                               .layers = layer_vec,
                                                               .sections = section_vec });
  item = arrangement;
  fields.arrangements = arrangements = maq_vec_new (&maq_arrangement_vec_class, &item, 1);
  maq_key_parse ("C", &fields.key);
  return maq_song_new (&fields);
}

/* Milliseconds of processor time that this process or its children have had. */
static double
used_ms (int who)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (who, &usage), ==, 0);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static gpointer
compile_cb (gpointer song)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);

  maq_performance_unref (maq_compiler_compile (compiler, song));
  return NULL;
}

/* Each time in a thread of its own, which knows nothing of the times before. */
static double
time_ours (MaqSong *song)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start_ms = used_ms (RUSAGE_SELF);

      g_thread_join (g_thread_new ("band", compile_cb, song));
      best = MIN (best, used_ms (RUSAGE_SELF) - start_ms);
    }
  return best;
}

/* A groove of its library, which has five tracks, and three more. */
static char *
write_mma (void)
{
  g_autoptr (GString) text = g_string_new ("Tempo 120\nTimeSig 4 4\nGroove Rock1\n");
  char *path = NULL;
  int file = g_file_open_tmp ("maq-bench-XXXXXX.mma", &path, NULL);

  g_close (file, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_string_append_printf (text, "Chord-More%u Sequence {", i + 1);
      for (guint j = 0; j < 4; j++)
        g_string_append_printf (text, "%u 8 90;", 1 + j);
      g_string_append (text, "}\n");
    }
  for (guint i = 0; i < N_SECTIONS * N_BARS; i++)
    g_string_append_printf (text, "%u %s\n", i + 1, chord_at (i / N_BARS, i % N_BARS));
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

/* Milliseconds, or below 0 if there is no mma. */
static double
time_mma (void)
{
  g_autofree char *program = g_find_program_in_path ("mma");
  g_autofree char *input = NULL;
  g_autofree char *output = NULL;
  double best = G_MAXDOUBLE;

  if (program == NULL)
    return -1.0;
  input = write_mma ();
  output = g_strconcat (input, ".mid", NULL);
  for (guint i = 0; i < 5; i++)
    {
      const char *argv[] = { program, "-f", output, input, NULL };
      g_autofree char *said = NULL;
      double start_ms = used_ms (RUSAGE_CHILDREN);
      int status = -1;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said,
                         NULL, &status, NULL) || status != 0)
        {
          g_print ("mma says: %s\n", said != NULL ? said : "nothing");
          best = -1.0;
          break;
        }
      best = MIN (best, used_ms (RUSAGE_CHILDREN) - start_ms);
    }
  g_remove (output);
  g_remove (input);
  return best;
}

int
main (void)
{
  g_autoptr (MaqSong) song = make_song ();
  double ours_ms = time_ours (song);
  double mma_ms;

  g_print ("band: %u bars, %u layers in %.2f ms\n", N_SECTIONS * N_BARS,
           (guint) G_N_ELEMENTS (roles), ours_ms);
  mma_ms = time_mma ();
  if (mma_ms < 0.0)
    {
      g_print ("there is no mma to compare with\n");
      return 77;
    }
  g_print ("mma: %.1f ms\nratio: 1/%.0f (aim 1/%.0f)\n", mma_ms, mma_ms / ours_ms, AIM);
  return mma_ms / ours_ms >= AIM ? 0 : 1;
}
