/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sequencer.h"

#include <math.h>

/* A quantum of one millisecond; at 60 a minute a quarter note is a second. */
#define RATE 64000
#define QUARTER 960
#define BAR (4 * QUARTER)

typedef struct
{
  guint   msec;
  guint   kind;
  guint   key;
} Happened;

typedef struct
{
  MaqSequencer *sequencer;
  MaqEventList  events;
  MaqPlan      *plans[8];
  guint         n_plans;
  guint         msec;
  GArray       *log;
  MaqTick       ramp_ticks;   /* to half the tempo, at the end of each section */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->sequencer = maq_sequencer_new (RATE);
  fixture->events.capacity = MAQ_EVENTS_PER_QUANTUM;
  fixture->events.events = g_new0 (MaqEvent, MAQ_EVENTS_PER_QUANTUM);
  fixture->log = g_array_new (FALSE, FALSE, sizeof (Happened));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  maq_sequencer_free (fixture->sequencer);
  g_free (fixture->events.events);
  for (guint i = 0; i < fixture->n_plans; i++)
    maq_plan_free (fixture->plans[i]);
  g_array_unref (fixture->log);
}

static void
run (Fixture *fixture,
     guint    n_msec)
{
  for (guint i = 0; i < n_msec; i++, fixture->msec++)
    {
      maq_sequencer_run (fixture->sequencer, &fixture->events);
      for (guint e = 0; e < fixture->events.n_events; e++)
        {
          const MaqEvent *event = &fixture->events.events[e];
          Happened happened = { fixture->msec, event->kind, event->key };

          if (event->kind != MAQ_EVENT_SOUND)
            g_array_append_val (fixture->log, happened);
        }
      fixture->events.n_events = 0;
    }
}

/* When a key went down or up for the nth time, in milliseconds, or -1. */
static int
find (Fixture *fixture,
      guint    kind,
      guint    key,
      guint    nth)
{
  for (guint i = 0; i < fixture->log->len; i++)
    {
      const Happened *happened = &g_array_index (fixture->log, Happened, i);

      if (happened->kind == kind && happened->key == key && nth-- == 0)
        return (int) happened->msec;
    }
  return -1;
}

#define assert_at(fixture, kind, key, nth, wanted_msec) \
  g_assert_cmpint (ABS (find (fixture, kind, key, nth) - (int) (wanted_msec)), <=, 1)
#define ON MAQ_EVENT_NOTE_ON
#define OFF MAQ_EVENT_NOTE_OFF

/* One lane that plays a phrase in each section; as many bars as said, or one. */
static void
set_sections (Fixture          *fixture,
              MaqPhrase *const *phrases,
              guint             n_phrases,
              const guint      *ids,
              const guint      *bars)
{
  static const MaqNote beats[4] = { { 0, 9, 0, 1, 99 }, { QUARTER, 9, 0, 0, 99 },
                                    { 2 * QUARTER, 9, 0, 0, 99 }, { 3 * QUARTER, 9, 0, 0, 99 } };
  g_autoptr (MaqPhrase) click = maq_phrase_new (beats, 4, -1, -1);
  g_autofree MaqSpan *spans = g_new0 (MaqSpan, n_phrases);
  MaqStrip strip = { 0 };
  g_autoptr (MaqLane) lane = maq_lane_new (5, "Lane", FALSE, 0, 0, &strip, phrases, n_phrases);
  g_autoptr (MaqPerformance) performance = NULL;
  MaqPlan *plan;
  guint first_bar = 0;

  for (guint i = 0; i < n_phrases; i++)
    {
      guint n_bars = bars != NULL ? bars[i] : 1;

      spans[i] = (MaqSpan) { .id = ids[i], .start_ticks = first_bar * BAR,
                             .length_ticks = n_bars * BAR, .tempo_qpm = 60.0, .beats = 4,
                             .unit = 4, .beat_ticks = QUARTER, .first_bar = first_bar,
                             .n_bars = n_bars, .click = click,
                             .ramp_ticks = fixture->ramp_ticks, .ramp_tempo_qpm = 30.0 };
      first_bar += n_bars;
    }
  performance = maq_performance_new (spans, n_phrases, &lane, 1, NULL, NULL);
  plan = maq_plan_new (performance, NULL);
  fixture->plans[fixture->n_plans++] = plan;
  maq_sequencer_set_plan (fixture->sequencer, plan, FALSE, &fixture->events);
}

/* Sections of one bar each, @n_phrases of them, with ids that count up. */
static void
set_song (Fixture          *fixture,
          MaqPhrase *const *phrases,
          guint             n_phrases,
          guint             first_id)
{
  guint ids[8];

  g_assert_cmpuint (n_phrases, <=, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n_phrases; i++)
    ids[i] = first_id + i;
  set_sections (fixture, phrases, n_phrases, ids, NULL);
}

static MaqPhrase *
make_phrase (const MaqNote *note)
{
  return maq_phrase_new (note, 1, -1, -1);
}

static void
test_notes_on_time (Fixture       *fixture,
                    gconstpointer  data)
{
  const MaqNote notes[3] = { { 0, QUARTER, 0, 60, 100 }, { QUARTER, QUARTER, 0, 60, 100 },
                             { 2 * QUARTER, QUARTER / 2, 0, 62, 100 } };
  g_autoptr (MaqPhrase) phrase = maq_phrase_new (notes, 3, -1, -1);

  set_song (fixture, &phrase, 1, 1);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 5000);
  assert_at (fixture, ON, 60, 0, 0);
  assert_at (fixture, OFF, 60, 0, 1000);
  assert_at (fixture, ON, 60, 1, 1000);
  assert_at (fixture, OFF, 60, 1, 2000);
  assert_at (fixture, ON, 62, 0, 2000);
  assert_at (fixture, OFF, 62, 0, 2500);
  g_assert_cmpint (find (fixture, ON, 60, 2), ==, -1);
  g_assert_cmpuint (maq_sequencer_get_n_held (fixture->sequencer), ==, 0);
}

/* Earlier and later than written, also across the line between two sections. */
static void
test_lag (Fixture       *fixture,
          gconstpointer  data)
{
  const MaqNote first[2] = { { QUARTER, 96, -20000, 60, 100 }, { BAR - 1, 96, 30000, 61, 100 } };
  const MaqNote second[2] = { { 0, 96, -20000, 62, 100 }, { QUARTER, 96, 20000, 63, 100 } };
  g_autoptr (MaqPhrase) one = maq_phrase_new (first, 2, -1, -1);
  g_autoptr (MaqPhrase) two = maq_phrase_new (second, 2, -1, -1);
  MaqPhrase *phrases[2] = { one, two };

  set_song (fixture, phrases, 2, 1);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 8200);
  assert_at (fixture, ON, 60, 0, 980);
  assert_at (fixture, ON, 61, 0, 4029);
  assert_at (fixture, ON, 62, 0, 3980);
  assert_at (fixture, ON, 63, 0, 5020);
  g_assert_cmpint (find (fixture, ON, 62, 1), ==, -1);
  g_assert_cmpint (find (fixture, ON, 61, 1), ==, -1);
}

/* An early first note is not lost when the song starts with it. */
static void
test_early_at_start (Fixture       *fixture,
                     gconstpointer  data)
{
  const MaqNote note = { 0, 96, -20000, 60, 100 };
  g_autoptr (MaqPhrase) phrase = make_phrase (&note);

  set_song (fixture, &phrase, 1, 1);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 100);
  assert_at (fixture, ON, 60, 0, 0);
}

/* A pickup sounds at the end of the section before, and only then. */
static void
test_pickup (Fixture       *fixture,
             gconstpointer  data)
{
  const MaqNote note = { -QUARTER, QUARTER, 0, 60, 100 };
  g_autoptr (MaqPhrase) pickup = make_phrase (&note);
  MaqPhrase *phrases[3] = { NULL, pickup, NULL };
  MaqPlace second = { 2, 0.0 };

  set_song (fixture, phrases, 3, 1);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 8000);
  assert_at (fixture, ON, 60, 0, 3000);
  assert_at (fixture, OFF, 60, 0, 4000);
  maq_sequencer_seek (fixture->sequencer, second, &fixture->events);
  run (fixture, 3900);
  g_assert_cmpint (find (fixture, ON, 60, 1), ==, -1);
}

static void
test_loop (Fixture       *fixture,
           gconstpointer  data)
{
  const MaqNote note = { 0, 2 * BAR, 0, 60, 100 };
  g_autoptr (MaqPhrase) phrase = make_phrase (&note);
  MaqPhrase *phrases[2] = { phrase, NULL };
  MaqPlace start = { 1, 0.0 };
  MaqPlace end = { 1, MAQ_PLACE_END };

  set_song (fixture, phrases, 2, 1);
  maq_sequencer_set_loop (fixture->sequencer, start, end);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 12500);
  for (guint round = 0; round < 4; round++)
    assert_at (fixture, ON, 60, round, 4000 * round);
  for (guint round = 0; round < 3; round++)
    assert_at (fixture, OFF, 60, round, 4000 * (round + 1));
  g_assert_cmpuint (maq_sequencer_get_n_held (fixture->sequencer), ==, 1);
}

static double
play_from (Fixture  *fixture,
           MaqPlace  place)
{
  MaqTransportState position;

  maq_sequencer_stop (fixture->sequencer, &fixture->events);
  maq_sequencer_seek (fixture->sequencer, place, &fixture->events);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  maq_sequencer_get_position (fixture->sequencer, &position);
  g_assert_true (position.playing);
  return position.ticks;
}

/* Playing begins in the loop, wherever the playhead was left. */
static void
test_play_begins_in_loop (Fixture       *fixture,
                          gconstpointer  data)
{
  MaqPhrase *phrases[4] = { NULL, NULL, NULL, NULL };
  MaqPlace start = { 2, QUARTER };
  MaqPlace end = { 3, 2 * QUARTER };
  double loop_ticks = BAR + QUARTER;
  double inside_ticks = 2 * BAR + QUARTER;

  set_song (fixture, phrases, 4, 1);
  maq_sequencer_set_loop (fixture->sequencer, start, end);
  g_assert_cmpfloat (play_from (fixture, (MaqPlace) { 1, 0.0 }), ==, loop_ticks);
  g_assert_cmpfloat (play_from (fixture, (MaqPlace) { 2, 100.0 }), ==, loop_ticks);
  g_assert_cmpfloat (play_from (fixture, start), ==, loop_ticks);
  g_assert_cmpfloat (play_from (fixture, (MaqPlace) { 3, QUARTER }), ==, inside_ticks);
  g_assert_cmpfloat (play_from (fixture, end), ==, loop_ticks);
  g_assert_cmpfloat (play_from (fixture, (MaqPlace) { 4, MAQ_PLACE_END }), ==, loop_ticks);
  maq_sequencer_set_loop (fixture->sequencer, (MaqPlace) { 0 }, (MaqPlace) { 0 });
  g_assert_cmpfloat (play_from (fixture, (MaqPlace) { 4, 0.0 }), ==, 3.0 * BAR);
}

/* A note before the beat is struck once each round, and the seam lets it ring. */
static void
test_early_in_loop (Fixture       *fixture,
                    gconstpointer  data)
{
  const MaqNote notes[2] = { { 0, QUARTER, -20000, 60, 100 }, { -QUARTER, QUARTER, 0, 62, 100 } };
  g_autoptr (MaqPhrase) phrase = maq_phrase_new (notes, 2, -1, -1);
  MaqPhrase *phrases[2] = { phrase, NULL };

  set_song (fixture, phrases, 2, 1);
  maq_sequencer_set_loop (fixture->sequencer, (MaqPlace) { 1, 0.0 },
                          (MaqPlace) { 1, MAQ_PLACE_END });
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 10500);
  assert_at (fixture, ON, 60, 0, 0);
  for (guint round = 1; round < 3; round++)
    {
      assert_at (fixture, ON, 60, round, 4000 * round - 20);
      assert_at (fixture, OFF, 60, round, 4000 * round + 980);
      assert_at (fixture, ON, 62, round - 1, 4000 * round - 1000);
    }
  g_assert_cmpint (find (fixture, ON, 60, 3), ==, -1);
}

static void
test_jump_waits_for_bar (Fixture       *fixture,
                         gconstpointer  data)
{
  const MaqNote note = { 0, QUARTER, 0, 60, 100 };
  g_autoptr (MaqPhrase) phrase = make_phrase (&note);
  MaqPhrase *phrases[4] = { NULL, NULL, NULL, phrase };
  MaqPlace last = { 4, 0.0 };
  MaqTransportState position;

  set_song (fixture, phrases, 4, 1);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 1500);
  maq_sequencer_jump (fixture->sequencer, last, &fixture->events);
  run (fixture, 2000);
  maq_sequencer_get_position (fixture->sequencer, &position);
  g_assert_cmpuint (position.span_id, ==, 1);
  run (fixture, 1000);
  maq_sequencer_get_position (fixture->sequencer, &position);
  g_assert_cmpuint (position.span_id, ==, 4);
  assert_at (fixture, ON, 60, 0, 4000);
}

static void
test_count_in (Fixture       *fixture,
               gconstpointer  data)
{
  const MaqNote note = { 0, QUARTER, 0, 60, 100 };
  g_autoptr (MaqPhrase) phrase = make_phrase (&note);
  MaqTransportState position;

  set_song (fixture, &phrase, 1, 1);
  maq_sequencer_set_count_in (fixture->sequencer, TRUE);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 2500);
  maq_sequencer_get_position (fixture->sequencer, &position);
  g_assert_true (position.playing && position.counting_in);
  g_assert_cmpuint (position.count_in_beat, ==, 3);
  g_assert_cmpfloat (position.ticks, ==, 0.0);
  run (fixture, 3000);
  assert_at (fixture, MAQ_EVENT_CLICK, 1, 0, 0);
  for (guint beat = 0; beat < 3; beat++)
    assert_at (fixture, MAQ_EVENT_CLICK, 0, beat, 1000 * (beat + 1));
  g_assert_cmpint (find (fixture, MAQ_EVENT_CLICK, 1, 1), ==, -1);
  assert_at (fixture, ON, 60, 0, 4000);
}

static void
test_metronome (Fixture       *fixture,
                gconstpointer  data)
{
  MaqPhrase *phrases[2] = { NULL, NULL };

  set_song (fixture, phrases, 2, 1);
  maq_sequencer_set_metronome (fixture->sequencer, TRUE);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 6500);
  assert_at (fixture, MAQ_EVENT_CLICK, 1, 0, 0);
  assert_at (fixture, MAQ_EVENT_CLICK, 1, 1, 4000);
  assert_at (fixture, MAQ_EVENT_CLICK, 0, 3, 5000);
  maq_sequencer_set_metronome (fixture->sequencer, FALSE);
  run (fixture, 1500);
  g_assert_cmpint (find (fixture, MAQ_EVENT_CLICK, 0, 5), ==, -1);
}

/* Starting in the middle of a long note strikes it; a short one is past. */
static void
test_chase (Fixture       *fixture,
            gconstpointer  data)
{
  const MaqNote notes[2] = { { 0, BAR, 0, 60, 100 }, { QUARTER, QUARTER / 2, 0, 61, 100 } };
  g_autoptr (MaqPhrase) phrase = maq_phrase_new (notes, 2, -1, -1);
  MaqPlace middle = { 1, 1.2 * QUARTER };

  set_song (fixture, &phrase, 1, 1);
  maq_sequencer_seek (fixture->sequencer, middle, &fixture->events);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 4000);
  assert_at (fixture, ON, 60, 0, 0);
  assert_at (fixture, OFF, 60, 0, 2800);
  g_assert_cmpint (find (fixture, ON, 61, 0), ==, -1);
}

/* Notes that an edit keeps go on; what it takes away ends; what it brings begins. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  const MaqNote before[2] = { { 0, BAR, 0, 60, 100 }, { 0, BAR, 0, 64, 100 } };
  const MaqNote after[2] = { { 0, 2 * QUARTER, 0, 60, 100 }, { 0, BAR, 0, 67, 100 } };
  g_autoptr (MaqPhrase) old = maq_phrase_new (before, 2, -1, -1);
  g_autoptr (MaqPhrase) new = maq_phrase_new (after, 2, -1, -1);

  set_song (fixture, &old, 1, 1);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 1000);
  set_song (fixture, &new, 1, 1);
  run (fixture, 4000);
  g_assert_cmpint (find (fixture, ON, 60, 1), ==, -1);
  assert_at (fixture, OFF, 60, 0, 2000);
  assert_at (fixture, OFF, 64, 0, 1000);
  assert_at (fixture, ON, 67, 0, 1000);
  assert_at (fixture, OFF, 67, 0, 4000);
}

/* A rack that is new knows nothing of what is held: it is told again. */
static void
test_new_rack (Fixture       *fixture,
               gconstpointer  data)
{
  const MaqNote note = { 0, BAR, 0, 60, 100 };
  g_autoptr (MaqPhrase) phrase = make_phrase (&note);

  set_song (fixture, &phrase, 1, 1);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 1000);
  maq_sequencer_set_plan (fixture->sequencer, fixture->plans[0], TRUE, &fixture->events);
  run (fixture, 4000);
  assert_at (fixture, ON, 60, 1, 1000);
  assert_at (fixture, OFF, 60, 1, 4000);
  g_assert_cmpuint (maq_sequencer_get_n_held (fixture->sequencer), ==, 0);
}

/* Sections before the listener come and go; the music stays where it is. */
static void
test_edit_before (Fixture       *fixture,
                  gconstpointer  data)
{
  const MaqNote note = { 0, BAR, 0, 60, 100 };
  g_autoptr (MaqPhrase) phrase = make_phrase (&note);
  MaqPhrase *phrases[4] = { phrase, phrase, phrase, phrase };
  MaqTransportState position;

  set_song (fixture, phrases, 4, 10);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 5000);
  for (guint first_id = 11; first_id >= 9; first_id -= 2)
    {
      set_song (fixture, phrases, 4, first_id);
      run (fixture, 100);
      maq_sequencer_get_position (fixture->sequencer, &position);
      g_assert_cmpuint (position.span_id, ==, 11);
    }
  g_assert_cmpfloat_with_epsilon (position.span_ticks, 1.2 * QUARTER, 2.0);
  g_assert_cmpfloat_with_epsilon (position.ticks, 2 * BAR + 1.2 * QUARTER, 2.0);
  g_assert_cmpint (find (fixture, ON, 60, 2), ==, -1);
}

/* A breakdown of two bars (9) between two sections (1, 2), heard from @msec into the song, is
 * undone: the music goes on in the section @id, @ticks from its start. */
static void
undo_breakdown (Fixture *fixture,
                guint    msec,
                guint    id,
                double   ticks)
{
  MaqPhrase *phrases[3] = { NULL, NULL, NULL };
  const guint with_ids[3] = { 1, 9, 2 };
  const guint with_bars[3] = { 2, 2, 2 };
  const guint ids[2] = { 1, 2 };
  const guint bars[2] = { 2, 2 };
  MaqTransportState position;

  set_sections (fixture, phrases, 3, with_ids, with_bars);
  maq_sequencer_seek (fixture->sequencer, (MaqPlace) { 1, 0.0 }, &fixture->events);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, msec);
  set_sections (fixture, phrases, 2, ids, bars);
  maq_sequencer_get_position (fixture->sequencer, &position);
  g_assert_true (position.playing);
  g_assert_cmpuint (position.span_id, ==, id);
  g_assert_cmpfloat_with_epsilon (position.span_ticks, ticks, 2.0);
  maq_sequencer_stop (fixture->sequencer, &fixture->events);
}

/* Inside of what goes, the bar is played out and then the song goes on; after it, nothing moves. */
static void
test_undo_of_bars (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    guint  msec;
    guint  id;
    double ticks;
  } cases[] = {
    { 3000, 1, 3 * QUARTER },
    { 9000, 1, BAR + QUARTER },
    { 15500, 1, BAR + 3.5 * QUARTER },
    { 17000, 2, QUARTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    undo_breakdown (fixture, cases[i].msec, cases[i].id, cases[i].ticks);
}

/* What was cut in two is one again: the place is where it was, whichever half was heard. */
static void
test_undo_of_split (Fixture       *fixture,
                    gconstpointer  data)
{
  MaqPhrase *phrases[3] = { NULL, NULL, NULL };
  const guint split_ids[3] = { 1, 9, 2 };
  const guint split_bars[3] = { 2, 2, 1 };
  const guint ids[2] = { 1, 2 };
  const guint bars[2] = { 4, 1 };
  MaqTransportState position;

  set_sections (fixture, phrases, 3, split_ids, split_bars);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 13000);
  set_sections (fixture, phrases, 2, ids, bars);
  maq_sequencer_get_position (fixture->sequencer, &position);
  g_assert_cmpuint (position.span_id, ==, 1);
  g_assert_cmpfloat_with_epsilon (position.span_ticks, 3 * BAR + QUARTER, 2.0);
}

/* Whatever happens, each key that goes down comes up. */
static void
test_no_note_is_forgotten (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  int balance[128] = { 0 };

  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (MaqNote));
      g_autoptr (MaqPhrase) phrase = NULL;
      MaqPhrase *phrases[3];

      for (guint i = 0; i < 300; i++)
        {
          MaqNote note = {
            .start_ticks = g_rand_int_range (random, -QUARTER, BAR),
            .length_ticks = g_rand_int_range (random, 1, 2 * BAR),
            .lag_us = (gint16) g_rand_int_range (random, -32000, 32000),
            .key = (guint8) g_rand_int_range (random, 40, 60),
            .velocity = 100,
          };

          g_array_append_val (notes, note);
        }
      phrase = maq_phrase_new ((const MaqNote *) (void *) notes->data, notes->len, -1, -1);
      phrases[0] = phrases[1] = phrases[2] = phrase;
      set_song (fixture, phrases, 1 + round % 3, 1 + round / 4);
      maq_sequencer_play (fixture->sequencer, &fixture->events);
      maq_sequencer_set_loop (fixture->sequencer, (MaqPlace) { 1, 100.0 * round },
                              (MaqPlace) { 1 + round % 3, 3000.0 });
      run (fixture, 5000);
      maq_sequencer_jump (fixture->sequencer, (MaqPlace) { 1, 500.0 }, &fixture->events);
      run (fixture, (guint) g_rand_int_range (random, 100, 5000));
      maq_sequencer_seek (fixture->sequencer, (MaqPlace) { 1, 333.0 }, &fixture->events);
      run (fixture, (guint) g_rand_int_range (random, 100, 3000));
    }
  maq_sequencer_stop (fixture->sequencer, &fixture->events);
  run (fixture, 1);
  g_assert_cmpuint (maq_sequencer_get_n_held (fixture->sequencer), ==, 0);
  for (guint i = 0; i < fixture->log->len; i++)
    {
      const Happened *happened = &g_array_index (fixture->log, Happened, i);

      balance[happened->key] += happened->kind == ON ? 1 : happened->kind == OFF ? -1 : 0;
      g_assert_cmpint (balance[happened->key], >=, 0);
      g_assert_cmpint (balance[happened->key], <=, 1);
    }
  for (guint key = 0; key < 128; key++)
    g_assert_cmpint (balance[key], ==, 0);
  g_assert_cmpuint (fixture->log->len, >, 1000);
}

/* A loop from within a section to its end goes back to where it starts, not to the section. */
static void
test_loop_from_within (Fixture       *fixture,
                       gconstpointer  data)
{
  const MaqNote notes[2] = { { 0, QUARTER, 0, 60, 100 }, { QUARTER, QUARTER, 0, 62, 100 } };
  g_autoptr (MaqPhrase) phrase = maq_phrase_new (notes, 2, -1, -1);
  MaqPlace start = { 1, QUARTER };
  MaqPlace end = { 1, MAQ_PLACE_END };

  set_song (fixture, &phrase, 1, 1);
  maq_sequencer_set_loop (fixture->sequencer, start, end);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 7000);
  assert_at (fixture, ON, 62, 0, 0);
  assert_at (fixture, ON, 62, 1, 3000);
  assert_at (fixture, ON, 62, 2, 6000);
  g_assert_cmpint (find (fixture, ON, 60, 0), ==, -1);
}

/* In a ritardando each note is as late as the tempo says, and lags in milliseconds stay so. */
static void
test_ritardando (Fixture       *fixture,
                 gconstpointer  data)
{
  const MaqNote notes[5] = { { 0, 10, 0, 60, 100 }, { QUARTER, 10, 20000, 61, 100 },
                             { 2 * QUARTER, 10, 0, 62, 100 }, { 3 * QUARTER, 10, -20000, 63, 100 },
                             { BAR - 20, 10, 30000, 64, 100 } };
  const MaqNote next[1] = { { 0, 10, -15000, 70, 100 } };
  g_autoptr (MaqPhrase) first = maq_phrase_new (notes, 5, -1, -1);
  g_autoptr (MaqPhrase) second = maq_phrase_new (next, 1, -1, -1);
  MaqPhrase *phrases[2] = { first, second };
  MaqSpan span;
  double seconds[5];

  fixture->ramp_ticks = 3 * QUARTER;
  set_song (fixture, phrases, 2, 1);
  span = *maq_performance_get_span (fixture->plans[0]->performance, 0);
  for (guint i = 0; i < 5; i++)
    seconds[i] = maq_span_ticks_to_seconds (&span, notes[i].start_ticks) + notes[i].lag_us * 1e-6;
  g_assert_cmpfloat (seconds[3], >, 3.3);
  maq_sequencer_play (fixture->sequencer, &fixture->events);
  run (fixture, 8000);
  for (guint i = 0; i < 5; i++)
    {
      /* A lag is counted at the tempo where it is written: a hair, where that changes. */
      g_assert_cmpint (ABS (find (fixture, ON, 60 + i, 0) - (int) (seconds[i] * 1000.0)), <=, 2);
      g_assert_cmpint (find (fixture, ON, 60 + i, 1), ==, -1);
    }
  assert_at (fixture, ON, 70, 0, maq_span_ticks_to_seconds (&span, BAR) * 1000.0 - 15.0);
  g_assert_cmpint (find (fixture, ON, 70, 1), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/engine/sequencer/notes-on-time", test_notes_on_time },
    { "/engine/sequencer/lag", test_lag },
    { "/engine/sequencer/early-at-start", test_early_at_start },
    { "/engine/sequencer/pickup", test_pickup },
    { "/engine/sequencer/loop", test_loop },
    { "/engine/sequencer/play-begins-in-loop", test_play_begins_in_loop },
    { "/engine/sequencer/early-in-loop", test_early_in_loop },
    { "/engine/sequencer/jump-waits-for-bar", test_jump_waits_for_bar },
    { "/engine/sequencer/count-in", test_count_in },
    { "/engine/sequencer/metronome", test_metronome },
    { "/engine/sequencer/chase", test_chase },
    { "/engine/sequencer/edit", test_edit },
    { "/engine/sequencer/new-rack", test_new_rack },
    { "/engine/sequencer/edit-before", test_edit_before },
    { "/engine/sequencer/undo-of-bars", test_undo_of_bars },
    { "/engine/sequencer/undo-of-split", test_undo_of_split },
    { "/engine/sequencer/no-note-is-forgotten", test_no_note_is_forgotten },
    { "/engine/sequencer/loop-from-within", test_loop_from_within },
    { "/engine/sequencer/ritardando", test_ritardando },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
