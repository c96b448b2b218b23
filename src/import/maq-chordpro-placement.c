/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-layout-private.h"

#include <math.h>

#define MAX_BARS 64
#define MAX_CHORDS 64

/* The beat of a bar where one of its chords begins: three in 4/4 have 2, 1 and
 * 1 beats, two in 3/4 have 2 and 1: the quick ones come last. */
static int
find_beat (int chord,
           int n_chords,
           int n_beats)
{
  return (chord * n_beats + n_chords - 1) / n_chords;
}

static double
find_distance (const GArray *cells,
               int           chord,
               double        at_bars,
               int           n_bars)
{
  double distance = g_array_index (cells, ChordproCell, chord).at * n_bars - at_bars;

  return distance * distance;
}

/* Chooses how many chords each bar has, at least one, so that all together are
 * as close to their syllables as they get; of equals, the one with the fuller
 * bars later. */
static void
count_bar_chords (const GArray *cells,
                  int           n_bars,
                  int           n_beats,
                  int          *counts)
{
  double costs[MAX_BARS + 1][MAX_CHORDS + 1];
  int chosen[MAX_BARS + 1][MAX_CHORDS + 1] = { 0 };
  int n_chords = (int) cells->len;
  int most = (n_chords + n_bars - 1) / n_bars;

  for (int bar = 0; bar <= n_bars; bar++)
    for (int end = 0; end <= n_chords; end++)
      costs[bar][end] = bar == 0 && end == 0 ? 0.0 : INFINITY;
  for (int bar = 0; bar < n_bars; bar++)
    for (int end = bar + 1; end <= n_chords; end++)
      for (int count = most; count >= 1; count--)
        {
          double cost = count <= end ? costs[bar][end - count] : INFINITY;

          for (int i = 0; i < count && cost < INFINITY; i++)
            cost += find_distance (cells, end - count + i,
                                   bar + (double) find_beat (i, count, n_beats) / n_beats, n_bars);
          /* rounding makes equals differ a little */
          if (cost >= costs[bar + 1][end] - 1e-9)
            continue;
          costs[bar + 1][end] = cost;
          chosen[bar + 1][end] = count;
        }
  for (int bar = n_bars, end = n_chords; bar > 0; end -= chosen[bar--][end])
    counts[bar - 1] = chosen[bar][end];
}

/* More chords than bars: no bar begins with the chord of the one before. */
static void
place_crowded (MaqDraftSection *draft,
               const GArray    *cells,
               int              first_bar,
               int              n_bars,
               MaqMeter         meter)
{
  int n_beats = MAX (2, (int) maq_meter_n_beats (meter));
  int counts[MAX_BARS];
  guint next = 0;

  count_bar_chords (cells, n_bars, n_beats, counts);
  for (int bar = 0; bar < n_bars; bar++)
    for (int i = 0; i < counts[bar]; i++)
      {
        const ChordproCell *cell = &g_array_index (cells, ChordproCell, next++);

        maq_draft_section_add_chord (draft, first_bar + bar,
                                     find_beat (i, counts[bar], n_beats) *
                                     maq_meter_bar_ticks (meter) / n_beats,
                                     cell->chord, cell->mark);
      }
}

void
chordpro_place_chords (MaqDraftSection *draft,
                       const GArray    *cells,
                       int              first_bar,
                       int              n_bars,
                       MaqMeter         meter)
{
  int next_bar = 0;

  g_return_if_fail (n_bars <= MAX_BARS && cells->len <= MAX_CHORDS);

  if ((int) cells->len > n_bars)
    {
      place_crowded (draft, cells, first_bar, n_bars, meter);
      return;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const ChordproCell *cell = &g_array_index (cells, ChordproCell, i);
      int n_left = (int) (cells->len - i);
      int bar = (int) floor (cell->at * n_bars + 0.5);

      /* words before the first chord are mostly a pickup */
      if (i == 0 && cell->at < 0.4)
        bar = 0;
      bar = CLAMP (bar, next_bar, n_bars - n_left);
      maq_draft_section_add_chord (draft, first_bar + bar, 0, cell->chord, cell->mark);
      next_bar = bar + 1;
    }
}
