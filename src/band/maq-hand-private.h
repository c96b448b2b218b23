/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-band-private.h"
#include "maq-groove-private.h"
#include "maq-instrument.h"

G_BEGIN_DECLS

/* MaqHand: one player at work on one phrase; it does not outlive maq_band_play() */
typedef struct
{
  const MaqScene      *scene;
  const MaqBandPart   *part;
  const MaqInstrument *instrument;
  MaqGroove            groove;
  guint64              seed;
  guint                first_bar;
  guint                end_bar;
  MaqTick              entry_ticks;  /* where the part begins, */
  MaqTick              from_ticks;   /* and its pickup: nothing begins before, */
  MaqTick              to_ticks;     /* and nothing sounds after */
  int                  ring_bar;     /* the bar that is struck once, or -1 */
  double               looseness_us; /* standard deviation of when notes are played */
  MaqTick              thrown_ticks; /* the beginning for which chance was asked last, */
  double               thrown;       /* and what it said: who plays together is loose together */
  int                  line_key;     /* where a line of degrees has come to, or -1 */
  GArray              *hits;         /* MaqHit */
  GArray              *notes;        /* MaqNote */
} MaqHand;

/* maq_hand_velocity: how hard a sign is played there, before chance */
int  maq_hand_velocity  (const MaqHand *self,
                         const MaqHit  *hit);
/*
 * maq_hand_add: a note of @line (or NULL) from @start_ticks to @end_ticks, as far as the
 * part lets it; @lag_us comes to the looseness and lag that all notes have
 */
void maq_hand_add       (MaqHand            *self,
                         const MaqStyleLine *line,
                         MaqTick             start_ticks,
                         MaqTick             end_ticks,
                         int                 key,
                         int                 velocity,
                         int                 lag_us);
/* maq_hand_gated: the end of a note from @start to @end that sounds for its line's share */
MaqTick maq_hand_gated  (const MaqHit  *hit,
                         MaqTick        start_ticks,
                         MaqTick        end_ticks);
/* maq_hand_cut: takes away what begins from @ticks on and shortens what sounds there */
void maq_hand_cut       (GArray             *hits,
                         MaqTick             ticks);
/* maq_hand_chord: index of the chord that a sign plays: the one there, or the one it is ahead of */
guint maq_hand_chord    (const MaqHand      *self,
                         const MaqHit       *hit);
/* maq_hand_degree: semitones over the root of what a sign names; 0 if the chord has no such note */
int  maq_hand_degree    (const MaqHand       *self,
                         const MaqSceneChord *chord,
                         char                 sign);

/*
 * maq_marks_obey: what the marks of the chords in the bars from @first up to @end make of
 * @hits; whether they are no longer sorted
 */
gboolean maq_marks_obey (const MaqHand *self,
                         guint          first,
                         guint          end,
                         GArray        *hits);
void maq_play_drums     (MaqHand       *self);
void maq_play_bass      (MaqHand       *self);
void maq_play_chords    (MaqHand       *self);
void maq_play_tune      (MaqHand       *self);

G_END_DECLS
