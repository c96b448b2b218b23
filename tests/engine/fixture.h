/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-engine.h"

G_BEGIN_DECLS

#define BAR (4 * MAQ_TICKS_PER_QUARTER)

/**
 * Song:
 *
 * A small song to be played: verse, chorus, verse, chorus of four bars each,
 * with as many lanes as wanted. Each test bends it before it makes the
 * performance.
 */
typedef struct
{
  guint    n_spans;
  guint    n_bars;        /* in each span */
  double   tempo_qpm;
  guint    n_lanes;
  guint    first_id;      /* of the spans */
  gboolean without_drums;
  int      program;       /* of the first lane, -1 for what it has by itself */
  guint    muted;         /* a bit for each lane */
  guint    soloed;
  double   distance;
  gboolean many;          /* every tenth lane another kit, each of the others another program */
  gboolean directed;      /* spans swell, duck, drop out, and fade in a ritardando, in turn */
  const gint8 *tuning;    /* twelve cents, or NULL */
  MaqRoomKind rooms[2];   /* of the spans, in turn */
} Song;

#define SONG_INIT { .n_spans = 4, .n_bars = 4, .tempo_qpm = 120.0, .n_lanes = 5, \
                    .first_id = 1, .program = -1, .distance = 0.3, \
                    .rooms = { MAQ_ROOM_LIVE, MAQ_ROOM_LIVE } }

/** song_play: (transfer full): the performance of it */
MaqPerformance *song_play       (const Song     *song);

/** load_font: (transfer full): the system's font; skips the test and returns %NULL if there is none */
MaqSoundfont   *load_font       (void);

/** run_seconds: (transfer full): what the engine makes, in blocks of @block frames */
float          *run_frames      (MaqEngine      *engine,
                                 guint           n_frames,
                                 guint           block);
/** peak_of: highest sample of @n_frames stereo frames from @start */
float           peak_of         (const float    *samples,
                                 guint           start,
                                 guint           n_frames);
/** step_of: the largest jump from a sample to the next of the same side */
float           step_of         (const float    *samples,
                                 guint           start,
                                 guint           n_frames);

G_END_DECLS
