/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-random-song.h"

#include "maq-chord-text.h"

static MaqVec *
make_layers (guint n_layers)
{
  g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);

  for (guint i = 0; i < n_layers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Layer %u", i + 1);

      g_ptr_array_add (layers, maq_layer_new (&(MaqLayerFields) {
        .id = i + 1,
        .name = name,
        .role = i % MAQ_N_ROLES,
      }));
    }

  return maq_vec_new (&maq_layer_vec_class, layers->pdata, layers->len);
}

static MaqVec *
make_parts (guint n_layers,
            guint section)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);

  for (guint i = 0; i < n_layers; i++)
    g_ptr_array_add (parts, maq_part_new (&(MaqPartFields) {
      .layer = i + 1,
      .level = (int) ((i + section) % 10) + 1,
    }));

  return maq_vec_new (&maq_part_vec_class, parts->pdata, parts->len);
}

static MaqVec *
make_sections (guint n_sections,
               guint n_layers)
{
  g_autoptr(GPtrArray) sections = NULL;
  g_autoptr(MaqVec) chords = NULL;
  int chord_bars = 0;

  chords = maq_chord_text_parse ("| C | Am7 | F | G |", (MaqMeter) { 4, 4 }, NULL, &chord_bars,
                                 NULL);
  sections = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *name = g_strdup_printf ("Section %u", i + 1);
      g_autoptr(MaqVec) parts = make_parts (n_layers, i);

      g_ptr_array_add (sections, maq_section_new (&(MaqSectionFields) {
        .id = 1000 + i,
        .kind = i % MAQ_N_SECTION_KINDS,
        .name = name,
        .bars = 8,
        .chords = chords,
        .chord_bars = chord_bars,
        .parts = parts,
      }));
    }

  return maq_vec_new (&maq_section_vec_class, sections->pdata, sections->len);
}

MaqProject *
maq_any_grid (guint n_sections,
              guint n_layers)
{
  g_autoptr(MaqVec) layers = make_layers (n_layers);
  g_autoptr(MaqVec) sections = make_sections (n_sections, n_layers);
  g_autoptr(MaqArrangement) arrangement = NULL;
  g_autoptr(MaqVec) arrangements = NULL;
  g_autoptr(MaqSong) song = NULL;
  g_autoptr(MaqVec) songs = NULL;

  arrangement = maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .name = "Grid", .layers = layers, .sections = sections,
  });
  arrangements = maq_vec_new (&maq_arrangement_vec_class, (gpointer *) &arrangement, 1);
  song = maq_song_new (&(MaqSongFields) {
    .id = 1, .title = "Grid", .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 120,
    .meter = { 4, 4 }, .seed = 1, .current = 1, .arrangements = arrangements,
  });
  songs = maq_vec_new (&maq_song_vec_class, (gpointer *) &song, 1);

  return maq_project_new (&(MaqProjectFields) { .current = 1, .songs = songs });
}
