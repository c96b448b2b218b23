/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "export-test.h"
#include "maq-export-midi.h"
#include "maq-smf.h"

#define N_SONGS 25

static char *
dup_text (const MaqSmfEvent *event)
{
  return g_strndup ((const char *) event->bytes, event->n_bytes);
}

static gboolean
is_meta (const MaqSmfEvent *event,
         MaqSmfMeta         meta)
{
  return event->status == MAQ_SMF_META && event->data[0] == meta;
}

/* "ticks key velocity" of each note that begins, sorted */
static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_notes (MaqSmf         *smf,
              guint           track,
              MaqPerformance *performance,
              MaqLane        *lane)
{
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) played = g_ptr_array_new_with_free_func (g_free);
  guint n_events;
  const MaqSmfEvent *events = maq_smf_get_events (smf, track, &n_events);

  for (guint i = 0; i < n_events; i++)
    if (events[i].status == MAQ_SMF_NOTE_ON && events[i].data[1] > 0)
      g_ptr_array_add (read, g_strdup_printf ("%d %u %u", (int) events[i].ticks,
                                              events[i].data[0], events[i].data[1]));
  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      const MaqSpan *span = maq_performance_get_span (performance, i);
      guint n_notes = 0;
      const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes; j++)
        {
          double tempo = maq_span_get_tempo (span, notes[j].start_ticks, NULL);
          long lag = lrint (notes[j].lag_us / 1e6 * tempo / 60.0 * MAQ_TICKS_PER_QUARTER);

          g_ptr_array_add (played, g_strdup_printf (
                             "%d %u %u",
                             MAX ((int) span->start_ticks + notes[j].start_ticks + (int) lag, 0),
                             notes[j].key, notes[j].velocity));
        }
    }
  g_ptr_array_sort (read, compare_texts);
  g_ptr_array_sort (played, compare_texts);
  g_assert_cmpuint (read->len, ==, played->len);
  for (guint i = 0; i < read->len; i++)
    g_assert_cmpstr (read->pdata[i], ==, played->pdata[i]);
}

static void
assert_chords (MaqSmf  *smf,
               MaqForm *form)
{
  guint n_events, at = 0;
  const MaqSmfEvent *events = maq_smf_get_events (smf, 1, &n_events);

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      guint n_spans;
      g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, i, &n_spans);

      for (guint j = 0; j < n_spans; j++, at++)
        {
          g_autofree char *text = NULL;

          while (at < n_events && !is_meta (&events[at], MAQ_SMF_META_TEXT))
            at++;
          g_assert_cmpuint (at, <, n_events);
          text = dup_text (&events[at]);
          g_assert_cmpstr (text, ==, maq_chord_get_text (spans[j].chord));
          g_assert_cmpint (events[at].ticks, ==,
                           maq_form_get_section (form, i)->start_ticks + spans[j].start_ticks);
        }
    }
}

static void
assert_file (MaqHandoff *handoff,
             gboolean    with_click)
{
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(GBytes) bytes = maq_export_midi (performance, handoff, with_click);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  guint n_lanes = maq_performance_get_n_lanes (performance);
  guint n_events, n_markers = 0;
  const MaqSmfEvent *events;
  gboolean says_version = FALSE;

  g_assert_nonnull (smf);
  g_assert_cmpuint (maq_smf_get_n_tracks (smf), ==, 2 + n_lanes + with_click);
  for (guint i = 0; i < n_lanes; i++)
    assert_notes (smf, 2 + i, performance, maq_performance_get_lane (performance, i));
  assert_chords (smf, maq_handoff_get_form (handoff));
  events = maq_smf_get_events (smf, 0, &n_events);
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *text = dup_text (&events[i]);

      n_markers += is_meta (&events[i], MAQ_SMF_META_MARKER);
      says_version |= is_meta (&events[i], MAQ_SMF_META_TEXT) &&
                      strstr (text, maq_handoff_get_version (handoff)) != NULL;
    }
  g_assert_cmpuint (n_markers, ==, maq_form_get_n_sections (maq_handoff_get_form (handoff)));
  g_assert_true (says_version);
}

static void
test_any_song (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);

      assert_file (handoff, i % 2 == 0);
    }
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);

      assert_file (handoff, FALSE);
    }
}

/* Every word is there, in its order, and begins with a note. */
static void
test_words_are_on_notes (void)
{
  g_autoptr(MaqHandoff) handoff = export_test_hostile ("so I leave the lanterns burning");
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(GBytes) bytes = maq_export_midi (performance, handoff, FALSE);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  g_autoptr(GString) words = g_string_new (NULL);
  guint n_events;
  const MaqSmfEvent *events = maq_smf_get_events (smf, 2, &n_events);

  for (guint i = 0; i < n_events; i++)
    if (is_meta (&events[i], MAQ_SMF_META_LYRIC))
      {
        g_autofree char *text = dup_text (&events[i]);
        gboolean is_on_note = FALSE;

        g_string_append_printf (words, "%s ", text);
        for (guint j = 0; j < n_events; j++)
          is_on_note |= events[j].status == MAQ_SMF_NOTE_ON && events[j].ticks == events[i].ticks;
        g_assert_true (is_on_note);
      }
  g_assert_cmpstr (words->str, ==,
                   "so I leave the lanterns burning so I leave the lanterns burning ");
}

/* A click for each beat, the first of each bar higher. */
static void
test_click (void)
{
  g_autoptr(MaqHandoff) handoff = export_test_hostile ("x");
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(GBytes) bytes = maq_export_midi (performance, handoff, TRUE);
  g_autoptr(MaqSmf) smf = maq_smf_read (bytes, NULL);
  guint n_events, n_clicks = 0;
  const MaqSmfEvent *events = maq_smf_get_events (smf, maq_smf_get_n_tracks (smf) - 1, &n_events);

  for (guint i = 0; i < n_events; i++)
    if (events[i].status == MAQ_SMF_NOTE_ON && events[i].data[1] > 0)
      {
        g_assert_cmpint (events[i].ticks, ==, n_clicks * MAQ_TICKS_PER_QUARTER);
        g_assert_cmpuint (events[i].data[0], ==, n_clicks % 4 == 0 ? 76 : 77);
        g_assert_cmpuint (events[i].channel, ==, 9);
        n_clicks++;
      }
  g_assert_cmpuint (n_clicks, ==, 2 * 4 * 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/midi-song/any-song", test_any_song);
  g_test_add_func ("/export/midi-song/hostile", test_hostile_names);
  g_test_add_func ("/export/midi-song/words", test_words_are_on_notes);
  g_test_add_func ("/export/midi-song/click", test_click);
  return g_test_run ();
}
