/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-change.h"
#include "maq-compiler.h"

/*
 * How much dearer it is to compile a whole song than to compile it again after
 * an edit to one part: 1,000 sections, 32 layers. Aim: 200 times.
 */

#define N_SECTIONS 1000
#define N_LAYERS   32
#define N_EDITS    50
#define AIM        200.0

static MaqVec *
make_chords (void)
{
  static const char *const names[] = { "C", "Am7", "F", "G7", "Em", "Dm7", "Bb", "Gsus4" };
  MaqChordChange *changes[G_N_ELEMENTS (names)];
  MaqVec *vec;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MaqChord) chord = maq_chord_parse (names[i], NULL);

      changes[i] = maq_chord_change_new ((int) i, 0, chord);
    }
  vec = maq_vec_new (&maq_chord_change_vec_class, (const gpointer *) changes,
                     G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    maq_chord_change_unref (changes[i]);
  return vec;
}

static MaqSection *
make_section (guint   index,
              MaqVec *chords)
{
  MaqPart *parts[N_LAYERS];
  g_autoptr (MaqVec) part_vec = NULL;
  MaqSectionFields fields = { .id = 1000 + index, .kind = MAQ_SECTION_VERSE, .name = "Verse",
                              .bars = 8, .chords = chords, .chord_bars = 8 };

  if (index % 3 == 2)
    {
      fields.follows = 1000 + index - 2;
      fields.bars = 0;
      fields.chords = NULL;
      fields.chord_bars = 0;
      return maq_section_new (&fields);
    }
  for (guint i = 0; i < N_LAYERS; i++)
    parts[i] = maq_part_new (&(MaqPartFields) { .layer = 1 + i, .level = 3 + (int) (i % 7) });
  part_vec = maq_vec_new (&maq_part_vec_class, (const gpointer *) parts, N_LAYERS);
  for (guint i = 0; i < N_LAYERS; i++)
    maq_part_unref (parts[i]);
  fields.parts = part_vec;
  return maq_section_new (&fields);
}

static MaqSong *
make_song (void)
{
  g_autoptr (MaqVec) chords = make_chords ();
  g_autoptr (GPtrArray) sections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);
  g_autoptr (MaqVec) section_vec = NULL;
  g_autoptr (MaqVec) layer_vec = NULL;
  g_autoptr (MaqVec) arrangements = NULL;
  g_autoptr (MaqArrangement) arrangement = NULL;
  MaqSongFields fields = { .id = 1, .title = "Long", .tempo_qpm = 120.0, .meter = { 4, 4 },
                           .current = 1, .style = "rock", .seed = 5 };
  gpointer item;

  for (guint i = 0; i < N_SECTIONS; i++)
    g_ptr_array_add (sections, make_section (i, chords));
  for (guint i = 0; i < N_LAYERS; i++)
    g_ptr_array_add (layers, maq_layer_new (&(MaqLayerFields) { .id = 1 + i, .name = "Layer",
                                                                .role = i % MAQ_N_ROLES }));
  section_vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata,
                             N_SECTIONS);
  layer_vec = maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers->pdata, N_LAYERS);
  arrangement = maq_arrangement_new (&(MaqArrangementFields) { .id = 1, .name = "One",
                                                               .layers = layer_vec,
                                                               .sections = section_vec });
  item = arrangement;
  fields.arrangements = arrangements = maq_vec_new (&maq_arrangement_vec_class, &item, 1);
  maq_key_parse ("C", &fields.key);
  return maq_song_new (&fields);
}

static MaqSong *
edit_song (MaqSong *song,
           guint    index)
{
  MaqArrangement *before = maq_song_get_current (song);
  g_autoptr (MaqPart) part = maq_part_new (&(MaqPartFields) { .layer = 1 + index % N_LAYERS,
                                                              .level = 10 });
  g_autoptr (MaqSection) section
    = maq_section_with_part (maq_arrangement_get_section (before, index), part);
  g_autoptr (MaqArrangement) after = maq_arrangement_with_section_at (before, index, section);

  return maq_song_with_arrangement (song, after);
}

int
main (void)
{
  g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);
  g_autoptr (MaqSong) song = make_song ();
  g_autoptr (MaqPerformance) performance = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 whole_us;
  gint64 edits_us = 0;
  double ratio;

  performance = maq_compiler_compile (compiler, song);
  whole_us = g_get_monotonic_time () - start;
  g_print ("whole: %u phrases in %.1f ms\n", maq_compiler_get_n_made (compiler),
           (double) whole_us / 1000.0);
  for (guint i = 0; i < N_EDITS; i++)
    {
      MaqSong *edited = edit_song (song, i * 19 + (i * 19 % 3 == 2));
      MaqPerformance *after;

      start = g_get_monotonic_time ();
      after = maq_compiler_compile (compiler, edited);
      maq_performance_unref (performance);
      edits_us += g_get_monotonic_time () - start;
      performance = after;
      maq_song_unref (song);
      song = edited;
    }
  ratio = (double) whole_us * N_EDITS / (double) edits_us;
  g_print ("one part: %.2f ms\nratio: 1/%.0f (aim 1/%.0f)\n",
           (double) edits_us / N_EDITS / 1000.0, ratio, AIM);
  return ratio >= AIM ? 0 : 1;
}
