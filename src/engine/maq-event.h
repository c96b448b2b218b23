/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqEventKind: what happens at the beginning of a quantum */
typedef enum
{
  MAQ_EVENT_NOTE_OFF,
  MAQ_EVENT_NOTE_ON,
  MAQ_EVENT_SOUND,
  MAQ_EVENT_TUNING,
  MAQ_EVENT_CLICK,
} MaqEventKind;

/**
 * MaqEvent:
 * @quantum: which of the quanta of a list
 * @slot: which place of the rack; none for a click
 * @bank: of a sound
 * @kind: a #MaqEventKind
 * @key: of a note; of a sound, whether it is a kit; of a click, whether it is accented
 * @value: velocity of a note, program of a sound, number of a tuning
 */
typedef struct
{
  guint32 quantum;
  guint16 slot;
  guint16 bank;
  guint8  kind;
  guint8  key;
  guint8  value;
} MaqEvent;

/** MAQ_EVENTS_PER_QUANTUM: what a list must have room for before each quantum */
#define MAQ_EVENTS_PER_QUANTUM 8192

/**
 * MaqEventList:
 * @events: (array length=capacity): the caller's memory
 * @quantum: what new events are stamped with
 *
 * Events in the order in which they happen. A full list drops what comes.
 */
typedef struct
{
  MaqEvent *events;
  guint     n_events;
  guint     capacity;
  guint32   quantum;
} MaqEventList;

static inline void
maq_event_list_push (MaqEventList *self,
                     MaqEvent      event)
{
  if (self->n_events == self->capacity)
    return;
  event.quantum = self->quantum;
  self->events[self->n_events++] = event;
}

G_END_DECLS
