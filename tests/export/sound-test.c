/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sound-test.h"

#include <math.h>
#include <string.h>

#include "maq-odd-bar.h"

#define FIRST_TEMPO 160.0
#define FIRST_BAR_QUARTERS 3.5

static const struct
{
  const char     *name;
  MaqSectionKind  kind;
  int             bars;
  MaqMeter        meter;
  double          tempo_qpm;
  const char     *style;
  MaqTransition   transition;
  const char     *clicks;      /* of a bar: B for its start, g for a group, a point for a beat */
  MaqTick         step;        /* from one to the next */
} sections[] = {
  { "Verse", MAQ_SECTION_VERSE, 3, { 7, 8 }, FIRST_TEMPO, "folk-dance-7", MAQ_TRANSITION_NONE,
    "B.g.g..", 480 },
  { "Chorus", MAQ_SECTION_CHORUS, 3, { 4, 4 }, 133.0, NULL, MAQ_TRANSITION_RITARDANDO,
    "B...", 960 },
  { "Bridge", MAQ_SECTION_BRIDGE, 2, { 9, 8 }, 97.0, "folk-dance-7", MAQ_TRANSITION_ACCELERANDO,
    "B.g.g.g..", 480 },
  { "Outro", MAQ_SECTION_OUTRO, 3, { 6, 8 }, 101.5, NULL, MAQ_TRANSITION_NONE, "B.", 1440 },
};

#define ODD_SECTION 3
#define ODD_BAR 1
#define ODD_CLICKS "B..g."

static MaqSection *
make_section (guint index)
{
  g_autoptr(MaqPart) drums = maq_part_new (&(MaqPartFields) { .layer = 1, .level = 8 });
  g_autoptr(MaqPart) bass = maq_part_new (&(MaqPartFields) { .layer = 2, .level = 6 });
  g_autoptr(MaqPart) keys = maq_part_new (&(MaqPartFields) { .layer = 3, .level = 5 });
  g_autoptr(MaqVec) parts = maq_vec_new (&maq_part_vec_class,
                                         (gpointer[]) { drums, bass, keys }, 3);
  g_autoptr(MaqOddBar) odd = maq_odd_bar_new (ODD_BAR, (MaqMeter) { 5, 8 });
  g_autoptr(MaqVec) odd_bars = maq_vec_new (&maq_odd_bar_vec_class, (gpointer[]) { odd }, 1);

  return maq_section_new (&(MaqSectionFields) {
    .id = index + 10, .name = sections[index].name, .kind = sections[index].kind,
    .bars = sections[index].bars, .meter = sections[index].meter,
    .tempo_qpm = sections[index].tempo_qpm, .style = sections[index].style,
    .transition = sections[index].transition,
    .odd_bars = index == ODD_SECTION ? odd_bars : NULL, .parts = parts });
}

static MaqArrangement *
make_arrangement (double gain_db)
{
  static const char *const names[] = { "Drums", "Bass", "Keys", "Mute" };
  static const MaqRole roles[] = { MAQ_ROLE_DRUMS, MAQ_ROLE_BASS, MAQ_ROLE_KEYS, MAQ_ROLE_PAD };
  g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr(MaqVec) layer_vec = NULL;
  g_autoptr(MaqVec) section_vec = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (layers, maq_layer_new (&(MaqLayerFields) {
      .id = i + 1, .name = names[i], .role = roles[i], .gain_db = gain_db, .muted = i == 3,
      .group = i == 0 || i == 1 ? "Rhythm" : NULL }));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    g_ptr_array_add (all, make_section (i));
  layer_vec = maq_vec_new (&maq_layer_vec_class, layers->pdata, layers->len);
  section_vec = maq_vec_new (&maq_section_vec_class, all->pdata, all->len);
  return maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .name = "As planned", .layers = layer_vec, .sections = section_vec });
}

MaqHandoff *
sound_test_song (double gain_db)
{
  g_autoptr(MaqArrangement) arrangement = make_arrangement (gain_db);
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class,
                                                (gpointer[]) { arrangement }, 1);
  g_autoptr(MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1, .title = "Turns", .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 120,
    .meter = { 4, 4 }, .current = 1, .arrangements = arrangements });
  g_autoptr(MaqVec) songs = maq_vec_new (&maq_song_vec_class, (gpointer[]) { song }, 1);
  g_autoptr(MaqProject) project = maq_project_new (&(MaqProjectFields) {
    .title = "Turns", .current = 1, .songs = songs });

  return maq_handoff_new (project, song, arrangement);
}

MaqFrame
sound_test_lead (const MaqSoundPlanOptions *options)
{
  return llround (options->count_in_bars * FIRST_BAR_QUARTERS * 60.0 / FIRST_TEMPO
                  * options->rate_hz);
}

static void
add_beat (GArray   *beats,
          double    frame,
          char      sign,
          gboolean  is_count)
{
  const SoundBeat beat = { llround (frame), sign == 'B' ? MAQ_CLICK_BAR
                                            : sign == 'g' ? MAQ_CLICK_GROUP : MAQ_CLICK_BEAT,
                           is_count };

  g_array_append_val (beats, beat);
}

GArray *
sound_test_beats (MaqHandoff                *handoff,
                  const MaqSoundPlanOptions *options)
{
  MaqForm *form = maq_handoff_get_form (handoff);
  GArray *beats = g_array_new (FALSE, FALSE, sizeof (SoundBeat));
  double lead = (double) sound_test_lead (options);

  for (guint bar = 0; bar < options->count_in_bars; bar++)
    for (guint i = 0; i < 7; i++)
      add_beat (beats, (bar * 7 + i) * 0.5 * 60.0 / FIRST_TEMPO * options->rate_hz,
                sections[0].clicks[i], TRUE);
  for (guint s = 0; s < G_N_ELEMENTS (sections); s++)
    for (int bar = 0; bar < sections[s].bars; bar++)
      {
        gboolean is_odd = s == ODD_SECTION && bar == ODD_BAR;
        const char *signs = is_odd ? ODD_CLICKS : sections[s].clicks;
        MaqTick start = maq_form_get_section (form, s)->start_ticks
                        + maq_form_get_bar_start (form, s, bar);
        gboolean is_count = options->counts_sections && bar == sections[s].bars - 1
                            && s + 1 < G_N_ELEMENTS (sections);

        for (guint i = 0; signs[i] != '\0'; i++)
          add_beat (beats,
                    lead + maq_form_ticks_to_seconds (form, start + i * (is_odd ? 480
                                                                         : sections[s].step))
                           * options->rate_hz, signs[i], is_count);
      }
  return beats;
}
