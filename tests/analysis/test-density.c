/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Instruments that strike so often a second are heard to do so. */

#include "fixture.h"
#include "maq-measure.h"

#define SECONDS   8
/* two quarters a second */
#define TEMPO_QPM 120.0
/* a vibrato or the end of a note may be taken for a beginning now and then */
#define OFF_PER_SECOND 0.5

typedef struct
{
  const char *name;
  gboolean    is_drums;
  int         program;
  guint8      keys[2];    /* in turn */
  gboolean    is_slow;    /* comes to its tone so late that a stroke with it is heard apart */
} Voice;

static MaqLane *
make_lane (const Voice *voice,
           guint        id,
           guint        per_second,
           gboolean     is_late)
{
  const gint32 step_ticks = 2 * MAQ_TICKS_PER_QUARTER / (gint32) per_second;
  g_autofree MaqNote *notes = g_new0 (MaqNote, SECONDS * per_second);
  g_autoptr (MaqPhrase) phrase = NULL;
  MaqStrip strip = { .distance = 0.1 };

  for (guint i = 0; i < SECONDS * per_second; i++)
    notes[i] = (MaqNote) { .start_ticks = (gint32) i * step_ticks + (is_late ? step_ticks / 2 : 0),
                           .length_ticks = step_ticks * 9 / 10, .key = voice->keys[i % 2],
                           .velocity = 96 };
  phrase = maq_phrase_new (notes, SECONDS * per_second, -1, -1);
  return maq_lane_new (id, voice->name, voice->is_drums, 0, voice->program, &strip, &phrase, 1);
}

static double
measure_density (MaqSoundfont   *font,
                 MaqLane *const *lanes,
                 guint           n_lanes)
{
  const MaqSpan span = {
    .id = 1,
    .length_ticks = 2 * SECONDS * MAQ_TICKS_PER_QUARTER,
    .tempo_qpm = TEMPO_QPM,
    .beats = 4,
    .unit = 4,
    .beat_ticks = MAQ_TICKS_PER_QUARTER,
    .n_bars = SECONDS / 2,
    .room = MAQ_ROOM_LIVE,
  };
  g_autoptr (MaqPerformance) performance
    = maq_performance_new (&span, 1, lanes, n_lanes, NULL, NULL);
  g_autoptr (MaqMeasurer) measurer = maq_measurer_new (font);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures
    = maq_measurer_measure (measurer, performance, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return maq_measure_get_whole (g_ptr_array_index (measures, 0))->onsets_per_second;
}

static const Voice voices[] = {
  { "Kit", TRUE, 0, { 36, 38 }, FALSE },
  { "Piano", FALSE, 0, { 60, 64 }, FALSE },
  { "Guitar", FALSE, 25, { 52, 57 }, FALSE },
  { "Bass", FALSE, 33, { 36, 43 }, FALSE },
  { "Organ", FALSE, 16, { 60, 65 }, FALSE },
  { "Trumpet", FALSE, 56, { 60, 65 }, TRUE },
};

static void
test_alone (void)
{
  static const guint rates[] = { 1, 2, 4 };
  g_autoptr (MaqSoundfont) font = load_font ();

  for (guint i = 0; font != NULL && i < G_N_ELEMENTS (voices); i++)
    for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
      {
        g_autoptr (MaqLane) lane = make_lane (&voices[i], 1, rates[r], FALSE);
        double density = measure_density (font, &lane, 1);

        g_test_message ("%s: %u a second are heard as %.2f", voices[i].name, rates[r], density);
        g_assert_cmpfloat_with_epsilon (density, rates[r], OFF_PER_SECOND);
      }
}

/* Who strikes at once is heard once, and who strikes between comes to it. */
static void
test_together (void)
{
  g_autoptr (MaqSoundfont) font = load_font ();

  for (guint i = 1; font != NULL && i < G_N_ELEMENTS (voices); i++)
    for (guint is_late = 0; is_late < 2; is_late++)
      {
        g_autoptr (MaqLane) drums = make_lane (&voices[0], 1, 2, FALSE);
        g_autoptr (MaqLane) other = make_lane (&voices[i], 2, 2, is_late);
        MaqLane *const lanes[] = { drums, other };
        double density = measure_density (font, lanes, G_N_ELEMENTS (lanes));

        g_test_message ("%s %s the kit: %.2f a second", voices[i].name,
                        is_late ? "in turn with" : "with", density);
        if (is_late || !voices[i].is_slow)
          g_assert_cmpfloat_with_epsilon (density, is_late ? 4.0 : 2.0, OFF_PER_SECOND);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/density/alone", test_alone);
  g_test_add_func ("/analysis/density/together", test_together);
  return g_test_run ();
}
