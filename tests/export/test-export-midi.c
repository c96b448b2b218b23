/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "maq-export-midi.h"
#include "maq-odd-bar.h"
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

/* an intro of a bar in B flat, a verse of three in G dorian, of which the second is in 2/4 */
static MaqHandoff *
make_handoff (void)
{
  g_autoptr(MaqOddBar) odd = maq_odd_bar_new (1, (MaqMeter) { 2, 4 });
  g_autoptr(MaqVec) odd_bars = maq_vec_new (&maq_odd_bar_vec_class, (gpointer[]) { odd }, 1);
  g_autoptr(MaqSection) intro = maq_section_new (&(MaqSectionFields) {
    .id = 1, .kind = MAQ_SECTION_INTRO, .name = "Intro", .bars = 1 });
  g_autoptr(MaqSection) verse = maq_section_new (&(MaqSectionFields) {
    .id = 2, .kind = MAQ_SECTION_VERSE, .bars = 3, .odd_bars = odd_bars,
    .key = { { 4, 0 }, MAQ_MODE_DORIAN } });
  g_autoptr(MaqVec) sections = maq_vec_new (&maq_section_vec_class,
                                            (gpointer[]) { intro, verse }, 2);
  g_autoptr(MaqArrangement) arrangement = maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .sections = sections });
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class,
                                                (gpointer[]) { arrangement }, 1);
  g_autoptr(MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1, .title = "Song", .key = { { 6, -1 }, MAQ_MODE_MAJOR }, .tempo_qpm = 120,
    .meter = { 4, 4 }, .current = 1, .arrangements = arrangements });
  g_autoptr(MaqVec) songs = NULL;
  g_autoptr(MaqProject) project = NULL;

  songs = maq_vec_new (&maq_song_vec_class, (gpointer[]) { song }, 1);
  project = maq_project_new (&(MaqProjectFields) { .current = 1, .songs = songs });
  return maq_handoff_new (project, song, arrangement);
}

/* "ticks:bytes" of the meta events of a kind in the first track */
static char *
dup_metas (GBytes *bytes,
           guint8  meta)
{
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_events;
  const MaqSmfEvent *events = maq_smf_get_events (smf, 0, &n_events);

  for (guint i = 0; i < n_events; i++)
    if (events[i].status == MAQ_SMF_META && events[i].data[0] == meta)
      {
        g_string_append_printf (text, "%s%d:", text->len > 0 ? " " : "", (int) events[i].ticks);
        if (meta == MAQ_SMF_META_MARKER)
          g_string_append_len (text, (const char *) events[i].bytes, events[i].n_bytes);
        else
          g_string_append_printf (text, "%d/%d", (gint8) events[i].bytes[0], events[i].bytes[1]);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_form_is_in_the_first_track (void)
{
  g_autoptr(MaqPerformance) performance = make_performance (1);
  g_autoptr(MaqHandoff) handoff = make_handoff ();
  g_autoptr(GBytes) bytes = maq_export_midi (performance, handoff, FALSE);
  g_autofree char *meters = dup_metas (bytes, MAQ_SMF_META_METER);
  g_autofree char *keys = dup_metas (bytes, MAQ_SMF_META_KEY);
  g_autofree char *markers = dup_metas (bytes, MAQ_SMF_META_MARKER);

  /* the unit as a power of two; keys as sharps and whether they are minor */
  g_assert_cmpstr (meters, ==, "0:4/2 7680:2/2 9600:4/2");
  g_assert_cmpstr (keys, ==, "0:-2/0 3840:-1/1");
  g_assert_cmpstr (markers, ==, "0:Intro 3840:Verse");
}

static MaqPerformance *
make_sounds (void)
{
  const gint8 cents[12] = { [4] = -50, [11] = 25 };
  const MaqNote note = { .length_ticks = 240, .key = 64, .velocity = 99 };
  g_autoptr(MaqPhrase) own = maq_phrase_new (&note, 1, 8, 81);
  g_autoptr(MaqPhrase) plain = maq_phrase_new (&note, 1, -1, -1);
  g_autoptr(MaqPhrase) tuned = maq_phrase_with_tuning (plain, cents);
  MaqPhrase *phrases[] = { plain, own, tuned, tuned, plain };
  const MaqStrip strip = { .muted = TRUE };
  g_autoptr(MaqLane) lane = maq_lane_new (1, "Lane", FALSE, 0, 33, &strip, phrases, 5);
  MaqSpan spans[5];

  for (guint i = 0; i < 5; i++)
    spans[i] = (MaqSpan) { .id = i + 1, .start_ticks = i * 3840, .length_ticks = 3840,
                           .tempo_qpm = 120, .beats = 4, .unit = 4, .beat_ticks = 960,
                           .first_bar = i, .n_bars = 1 };
  return maq_performance_new (spans, 5, &lane, 1, NULL, NULL);
}

/* Banks, programs and tunings change where the phrases do, and come back. */
static void
test_sounds_change_with_the_phrases (void)
{
  g_autoptr(MaqPerformance) performance = make_sounds ();
  g_autoptr(GBytes) bytes = maq_export_midi (performance, NULL, FALSE);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_events;
  const MaqSmfEvent *events = maq_smf_get_events (smf, 1, &n_events);
  const guint8 *first = NULL, *second = NULL;

  for (guint i = 0; i < n_events; i++)
    if (events[i].status == MAQ_SMF_PROGRAM ||
        (events[i].status == MAQ_SMF_CONTROL && events[i].data[0] == 0))
      g_string_append_printf (text, "%d:%s%d ", (int) events[i].ticks / 3840,
                              events[i].status == MAQ_SMF_PROGRAM ? "p" : "b",
                              events[i].data[events[i].status == MAQ_SMF_PROGRAM ? 0 : 1]);
    else if (events[i].status == MAQ_SMF_CONTROL && events[i].data[0] == 7)
      g_assert_cmpuint (events[i].data[1], ==, 0);
    else if (events[i].status == MAQ_SMF_SYSEX)
      {
        g_assert_cmpint (events[i].ticks, ==, first == NULL ? 2 * 3840 : 4 * 3840);
        g_assert_cmpuint (events[i].n_bytes, ==, 32);
        g_assert_null (second);
        *(first == NULL ? &first : &second) = events[i].bytes;
      }
  g_assert_cmpstr (text->str, ==, "0:b0 0:p33 1:b8 1:p81 2:b0 2:p33 ");

  /* channel 1 is bit 0 of the third byte; the middle of 14 bits is 0x40 0x00 */
  g_assert_cmpmem (first, 7, ((guint8[]) { 0x7f, 0x7f, 8, 9, 0, 0, 1 }), 7);
  g_assert_cmpmem (first + 7 + 2 * 4, 2, ((guint8[]) { 0x20, 0 }), 2);
  g_assert_cmpmem (first + 7 + 2 * 11, 2, ((guint8[]) { 0x50, 0 }), 2);
  g_assert_cmpmem (second + 7 + 2 * 4, 2, ((guint8[]) { 0x40, 0 }), 2);
  g_assert_cmpuint (first[31], ==, 0xf7);
}

static void
test_notes_where_the_engine_plays_them (void)
{
  g_autoptr(MaqPerformance) performance = make_performance (1);
  g_autoptr(GBytes) bytes = maq_export_midi (performance, NULL, FALSE);
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
  g_autoptr(GBytes) bytes = maq_export_midi (performance, NULL, FALSE);
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
  g_test_add_func ("/export/midi/form", test_form_is_in_the_first_track);
  g_test_add_func ("/export/midi/sounds", test_sounds_change_with_the_phrases);
  g_test_add_func ("/export/midi/drum-channel", test_only_drums_are_on_the_drum_channel);
  return g_test_run ();
}
