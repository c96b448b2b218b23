/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */


#include "maq-export-midi.h"
#include "maq-smf.h"

static MaqLane *
make_lane (guint64   id,
           gboolean  is_drums,
           MaqPhrase *phrase)
{
  const MaqStrip strip = { .gain_db = 0.0, .pan = -1.0 };
  MaqPhrase *phrases[] = { NULL, phrase };

  return maq_lane_new (id, "Lane", is_drums, 0, 33, &strip, phrases, 2);
}

/*  span 1: 3840 ticks at 120, silence; span 2: 1920 ticks at 60, a note at 480  */
static MaqPerformance *
make_performance (guint n_lanes)
{
  const MaqNote note = { .start_ticks = 480, .length_ticks = 240, .lag_us = 10000,
                         .key = 40, .velocity = 99 };
  g_autoptr(MaqPhrase) phrase = maq_phrase_new (&note, 1, -1, -1);
  const MaqSpan spans[] = {
    { .id = 1, .length_ticks = 3840, .tempo_qpm = 120, .beats = 4, .unit = 4,
      .beat_ticks = 960, .n_bars = 1 },
    { .id = 2, .start_ticks = 3840, .length_ticks = 1920, .tempo_qpm = 60, .beats = 4, .unit = 4,
      .beat_ticks = 960, .first_bar = 1, .n_bars = 1 },
  };
  g_autoptr(GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);

  for (guint i = 0; i < n_lanes; i++)
    g_ptr_array_add (lanes, make_lane (i + 1, i == 2, phrase));

  return maq_performance_new (spans, 2, (MaqLane **) lanes->pdata, lanes->len, NULL, NULL);
}

static guint
count (const MaqSmfEvent *events,
       guint              n_events,
       guint8             status,
       guint8             data)
{
  guint n_found = 0;

  for (guint i = 0; i < n_events; i++)
    n_found += events[i].status == status && events[i].data[0] == data;

  return n_found;
}

static void
test_notes_where_the_engine_plays_them (void)
{
  const char *const names[] = { "Intro", "Verse" };
  g_autoptr(MaqPerformance) performance = make_performance (1);
  g_autoptr(GBytes) bytes = maq_export_midi (performance, names, 2);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  guint n_events;
  const MaqSmfEvent *events = maq_smf_get_events (smf, 0, &n_events);

  g_assert_cmpuint (count (events, n_events, MAQ_SMF_META, MAQ_SMF_META_TEMPO), ==, 2);
  for (guint i = 0; i < n_events; i++)
    if (events[i].status == MAQ_SMF_META && events[i].data[0] == MAQ_SMF_META_TEMPO)
      {
        guint usec = (guint) (events[i].bytes[0] << 16 | events[i].bytes[1] << 8
                              | events[i].bytes[2]);

        g_assert_cmpuint (usec, ==, events[i].ticks == 0 ? 500000 : 1000000);
      }
  g_assert_cmpuint (count (events, n_events, MAQ_SMF_META, MAQ_SMF_META_METER), ==, 1);
  g_assert_cmpuint (count (events, n_events, MAQ_SMF_META, MAQ_SMF_META_MARKER), ==, 2);

  events = maq_smf_get_events (smf, 1, &n_events);
  for (guint i = 0; i < n_events; i++)
    if (events[i].status == MAQ_SMF_NOTE_ON)
      {
        /* 10 ms at 60 is 9.6 ticks */
        g_assert_cmpint (events[i].ticks, ==, 3840 + 480 + 10);
        g_assert_cmpuint (events[i].data[0], ==, 40);
        g_assert_cmpuint (events[i].data[1], ==, 99);
      }
  g_assert_cmpuint (count (events, n_events, MAQ_SMF_NOTE_ON, 40), ==, 1);
  g_assert_cmpuint (count (events, n_events, MAQ_SMF_PROGRAM, 33), ==, 1);
}

static void
test_only_drums_are_on_the_drum_channel (void)
{
  g_autoptr(MaqPerformance) performance = make_performance (40);
  g_autoptr(GBytes) bytes = maq_export_midi (performance, NULL, 0);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);

  g_assert_cmpuint (maq_smf_get_n_tracks (smf), ==, 41);
  for (guint track = 1; track <= 40; track++)
    {
      guint n_events;
      const MaqSmfEvent *events = maq_smf_get_events (smf, track, &n_events);

      for (guint i = 0; i < n_events; i++)
        if (events[i].status != MAQ_SMF_META)
          g_assert_true ((events[i].channel == 9) == (track == 3));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/midi/notes", test_notes_where_the_engine_plays_them);
  g_test_add_func ("/export/midi/drum-channel", test_only_drums_are_on_the_drum_channel);
  return g_test_run ();
}
