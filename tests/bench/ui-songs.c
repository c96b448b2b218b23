/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Songs of any size that have of everything what songs of bands have. */

#include "ui-songs.h"

#include "maq-chord-text.h"
#include "maq-limits.h"

#define LAYERS_PER_GROUP 5

#define N_PHRASES 499
#define NOTES_PER_PHRASE 96

static MaqVec *
create_parts (guint section,
              guint n_layers)
{
  g_autofree MaqPart **parts = g_new (MaqPart *, n_layers);
  MaqVec *vec;

  for (guint i = 0; i < n_layers; i++)
    {
      const MaqPartFields fields = {
        .layer = i + 1,
        .level = (int) ((section * 7 + i * 3) % (MAQ_LEVEL_MAX + 1)),
        .entry_bar = (section + i) % 7 == 0 ? 4 : 0,
        .motif = (section + i) % 9 == 0 ? "Hook" : NULL,
        .direction = (section + i) % 13 == 0 ? "let it ring" : NULL,
      };

      parts[i] = maq_part_new (&fields);
    }
  vec = maq_vec_new (&maq_part_vec_class, (const gpointer *) parts, n_layers);
  for (guint i = 0; i < n_layers; i++)
    maq_part_unref (parts[i]);
  return vec;
}

static MaqVec *
create_sections (guint n_sections,
                 guint n_layers)
{
  g_autofree MaqSection **sections = g_new (MaqSection *, n_sections);
  int chord_bars = 0;
  g_autoptr (MaqVec) chords = maq_chord_text_parse ("| C | G/B Am7 | % | >F . G7sus4 G |",
                                                    (MaqMeter) { 4, 4 }, NULL, &chord_bars, NULL);
  MaqVec *vec;

  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (MaqVec) parts = create_parts (i, n_layers);
      g_autoptr (MaqVec) few = create_parts (i, n_layers / 5);
      g_autofree char *name = g_strdup_printf ("Section %u", i + 1);
      const MaqSectionFields fields = {
        .id = i + 1,
        .kind = (MaqSectionKind) (i % MAQ_N_SECTION_KINDS),
        .name = name,
        .bars = 8,
        .chords = i % 3 == 2 ? NULL : chords,
        .chord_bars = i % 3 == 2 ? 0 : chord_bars,
        .follows = i % 3 == 2 ? i : MAQ_ID_NONE,
        .parts = i % 3 == 2 ? few : parts,
      };

      sections[i] = maq_section_new (&fields);
    }
  vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections, n_sections);
  for (guint i = 0; i < n_sections; i++)
    maq_section_unref (sections[i]);
  return vec;
}

static MaqVec *
create_layers (guint n_layers)
{
  g_autofree MaqLayer **layers = g_new (MaqLayer *, n_layers);
  MaqVec *vec;

  for (guint i = 0; i < n_layers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Layer %u", i + 1);
      g_autofree char *group = g_strdup_printf ("Group %u", i / LAYERS_PER_GROUP);
      const MaqLayerFields fields = {
        .id = i + 1,
        .name = name,
        .role = (MaqRole) (i % MAQ_N_ROLES),
        .colour = (MaqColour) (i % MAQ_N_COLOURS),
        .group = i % (2 * LAYERS_PER_GROUP) < LAYERS_PER_GROUP ? NULL : group,
      };

      layers[i] = maq_layer_new (&fields);
    }
  vec = maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers, n_layers);
  for (guint i = 0; i < n_layers; i++)
    maq_layer_unref (layers[i]);
  return vec;
}

static MaqVec *
create_arcs (guint n_sections)
{
  g_autoptr (GPtrArray) points =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_point_unref);
  g_autoptr (MaqVec) vec = NULL;
  g_autoptr (MaqArc) arc = NULL;
  MaqArcFields fields = { .kind = MAQ_ARC_ENERGY };

  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_add (points, maq_arc_point_new (i + 1, i % 2 * 2.0, i * 3 % 11, i % 2 == 0));
  vec = maq_vec_new (&maq_arc_point_vec_class, (const gpointer *) points->pdata, points->len);
  fields.points = vec;
  arc = maq_arc_new (&fields);
  return maq_vec_new (&maq_arc_vec_class, (const gpointer *) &arc, 1);
}

static MaqVec *
create_remarks (guint n_sections,
                guint n_layers)
{
  g_autoptr (GPtrArray) remarks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_remark_unref);

  for (guint i = 0; i < n_sections; i += 2)
    {
      const MaqRemarkFields fields = {
        .id = i + 1,
        .kind = (MaqRemarkKind) (i / 2 % MAQ_N_REMARK_KINDS),
        .state = (MaqRemarkState) (i / 4 % MAQ_N_REMARK_STATES),
        .section = i + 1,
        .layer = i % 4 == 0 ? MAQ_ID_NONE : i % n_layers + 1,
        .bar = (int) (i % 5),
        .text = "Is that too much?",
      };

      g_ptr_array_add (remarks, maq_remark_new (&fields));
    }
  return maq_vec_new (&maq_remark_vec_class, (const gpointer *) remarks->pdata, remarks->len);
}

MaqProject *
ui_songs_create_project (guint n_sections,
                         guint n_layers)
{
  g_autoptr (MaqVec) layers = create_layers (n_layers);
  g_autoptr (MaqVec) sections = create_sections (n_sections, n_layers);
  g_autoptr (MaqVec) arcs = create_arcs (n_sections);
  g_autoptr (MaqVec) remarks = create_remarks (n_sections, n_layers);
  const MaqArrangementFields arrangement_fields = {
    .id = 1, .name = "Large", .layers = layers, .sections = sections, .arcs = arcs,
    .remarks = remarks,
  };
  g_autoptr (MaqArrangement) arrangement = maq_arrangement_new (&arrangement_fields);
  g_autoptr (MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class,
                                                 (const gpointer *) &arrangement, 1);
  const MaqSongFields song_fields = {
    .id = 1, .title = "Large", .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 100,
    .meter = { 4, 4 }, .current = 1, .arrangements = arrangements,
  };
  g_autoptr (MaqSong) song = maq_song_new (&song_fields);
  g_autoptr (MaqVec) songs = maq_vec_new (&maq_song_vec_class, (const gpointer *) &song, 1);
  const MaqProjectFields fields = { .current = 1, .songs = songs };

  return maq_project_new (&fields);
}

static MaqPhrase *
create_phrase (guint number)
{
  MaqNote notes[NOTES_PER_PHRASE];

  for (guint i = 0; i < NOTES_PER_PHRASE; i++)
    notes[i] = (MaqNote) {
      .start_ticks = (gint32) (UI_SONGS_SECTION_TICKS / NOTES_PER_PHRASE * i),
      .length_ticks = 240,
      .key = (guint8) (40 + (i * 7 + number) % 30),
      .velocity = 90,
    };
  return maq_phrase_new (notes, NOTES_PER_PHRASE, -1, -1);
}

/* As many notes as a band plays; some phrases serve many cells, or they would fill the memory. */
MaqPerformance *
ui_songs_create_performance (guint n_sections,
                             guint n_layers)
{
  g_autofree MaqSpan *spans = g_new0 (MaqSpan, n_sections);
  g_autoptr (GPtrArray) phrases =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_phrase_unref);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);
  g_autofree MaqPhrase **row = g_new (MaqPhrase *, n_sections);
  const MaqStrip strip = { 0 };

  for (guint i = 0; i < N_PHRASES; i++)
    g_ptr_array_add (phrases, create_phrase (i));
  for (guint i = 0; i < n_sections; i++)
    spans[i] = (MaqSpan) {
      .id = i + 1, .start_ticks = (MaqTick) i * UI_SONGS_SECTION_TICKS,
      .length_ticks = UI_SONGS_SECTION_TICKS,
      .tempo_qpm = 100, .beats = 4, .unit = 4, .beat_ticks = MAQ_TICKS_PER_QUARTER,
      .first_bar = i * 8, .n_bars = 8,
    };
  for (guint lane = 0; lane < n_layers; lane++)
    {
      for (guint i = 0; i < n_sections; i++)
        row[i] = g_ptr_array_index (phrases, (lane * 31 + i) % N_PHRASES);
      g_ptr_array_add (lanes, maq_lane_new (lane + 1, "", FALSE, 0, 0, &strip, row, n_sections));
    }
  return maq_performance_new (spans, n_sections, (MaqLane *const *) lanes->pdata, n_layers, NULL,
                              NULL);
}
