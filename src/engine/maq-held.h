/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "maq-event.h"
#include "maq-phrase.h"
#include "maq-rt.h"

G_BEGIN_DECLS

/** MAQ_HELD_MAX: notes that can be held at a time; one more lets the oldest go */
#define MAQ_HELD_MAX 1024

/**
 * MaqHeldNote:
 * @span_id: the section whose phrase it is from
 * @left_ticks: how long it is still held
 * @note: what it is
 * @slot: who plays it
 * @is_early: whether its section has not begun yet
 *
 * A note that was struck and not yet released.
 */
typedef struct
{
  guint64 span_id;
  double  left_ticks;
  MaqNote note;
  guint16 slot;
  guint8  is_early;
} MaqHeldNote;

/**
 * MaqHeld:
 *
 * All notes that are held, so that none is ever forgotten. A plain struct;
 * zero is a table that is empty.
 */
typedef struct
{
  guint       n_notes;
  MaqHeldNote notes[MAQ_HELD_MAX];
} MaqHeld;

/** maq_held_strike: sends a note on, after a note off if that key was down */
void     maq_held_strike      (MaqHeld           *self,
                               const MaqHeldNote *note,
                               MaqEventList      *events) MAQ_RT;
/** maq_held_release: lets the note at @index go; the last one takes its place */
void     maq_held_release     (MaqHeld           *self,
                               guint              index,
                               MaqEventList      *events) MAQ_RT;
void     maq_held_release_all (MaqHeld           *self,
                               MaqEventList      *events) MAQ_RT;
/** maq_held_pass: lets go of what ends within the next @ticks */
void     maq_held_pass        (MaqHeld           *self,
                               double             ticks,
                               MaqEventList      *events) MAQ_RT;
/** maq_held_has: whether a lane's note from a section is held */
gboolean maq_held_has         (MaqHeld           *self,
                               guint16            slot,
                               guint64            span_id,
                               const MaqNote     *note) MAQ_RT;

G_END_DECLS
