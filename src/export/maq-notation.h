/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/*
 * What is played, as it is written: onsets on a grid of sixteenths, or of
 * triplets where those come nearer; swung eighths as plain ones; lengths up to
 * the next onset where only a breath parts them; cut at bar lines and into
 * values that a note can have.
 */

/** MAQ_NOTATION_MAX_KEYS: keys struck at once that are written */
#define MAQ_NOTATION_MAX_KEYS 12

/** MaqNotationBar: a bar of the arrangement; @start_ticks from its start, @bar of its section */
typedef struct
{
  MaqTick  start_ticks;
  MaqTick  length_ticks;
  guint    section;
  int      bar;
  MaqMeter meter;
} MaqNotationBar;

/** MaqNotationNote: keys that are struck together, lowest first; never overlaps the next */
typedef struct
{
  MaqTick start_ticks;
  MaqTick length_ticks;
  guint   n_keys;
  guint8  keys[MAQ_NOTATION_MAX_KEYS];
} MaqNotationNote;

/** MaqNotationHow: how a lane is read */
typedef enum
{
  MAQ_NOTATION_CHORDS, /* everything that is struck */
  MAQ_NOTATION_TUNE,   /* the highest key alone */
  MAQ_NOTATION_DRUMS,  /* everything, no longer than its beat */
} MaqNotationHow;

/**
 * MaqNotationPiece:
 * @start_ticks: from the start of the arrangement
 * @note: index of a #MaqNotationNote, -1 for a rest
 * @is_tied: it goes on from the piece before
 * @ties: it goes on in the piece after
 * @is_triplet: it is two thirds as long as its value says
 * @opens: the first piece of a triplet
 * @closes: the last piece of a triplet
 * @fills_bar: a rest as long as its bar
 *
 * One note or rest on paper.
 */
typedef struct
{
  MaqTick  start_ticks;
  MaqTick  length_ticks;
  int      note;
  gboolean is_tied;
  gboolean ties;
  gboolean is_triplet;
  gboolean opens;
  gboolean closes;
  gboolean fills_bar;
} MaqNotationPiece;

/** MaqNotation: one lane as it is written, immutable */
typedef struct _MaqNotation MaqNotation;

/** maq_notation_new: @lane: (nullable): %NULL for one that is silent throughout */
MaqNotation *maq_notation_new             (MaqForm           *form,
                                           MaqPerformance    *performance,
                                           MaqLane           *lane,
                                           MaqNotationHow     how) G_GNUC_WARN_UNUSED_RESULT;
void         maq_notation_free            (MaqNotation       *self);

/** maq_notation_get_bars: (transfer none) (array length=n_bars) */
const MaqNotationBar  *maq_notation_get_bars  (MaqNotation   *self,
                                               guint         *n_bars);
/** maq_notation_get_notes: (transfer none) (array length=n_notes) */
const MaqNotationNote *maq_notation_get_notes (MaqNotation   *self,
                                               guint         *n_notes);
/** maq_notation_list_pieces: (transfer full) (element-type MaqNotationPiece): what fills a bar */
GArray      *maq_notation_list_pieces     (MaqNotation       *self,
                                           guint              bar) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_notation_find_value:
 * @length_ticks: at least a thirty-second
 * @n_dots: (out): 0 or 1
 *
 * Returns: the longest value that is no longer: 1 for a whole note, 2 for a half; 0 for a breve
 */
int          maq_notation_find_value      (MaqTick            length_ticks,
                                           int               *n_dots);
/** maq_notation_value_ticks: how long such a note is */
MaqTick      maq_notation_value_ticks     (int                value,
                                           int                n_dots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqNotation, maq_notation_free)

G_END_DECLS
