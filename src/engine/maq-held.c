/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-held.h"

void
maq_held_release (MaqHeld      *self,
                  guint         index,
                  MaqEventList *events)
{
  const MaqHeldNote *held = &self->notes[index];

  maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_NOTE_OFF, .slot = held->slot,
                                            .key = held->note.key });
  self->notes[index] = self->notes[--self->n_notes];
}

void
maq_held_strike (MaqHeld           *self,
                 const MaqHeldNote *note,
                 MaqEventList      *events)
{
  for (guint i = 0; i < self->n_notes; i++)
    if (self->notes[i].slot == note->slot && self->notes[i].note.key == note->note.key)
      {
        maq_held_release (self, i, events);
        break;
      }
  if (self->n_notes == MAQ_HELD_MAX)
    maq_held_release (self, 0, events);
  self->notes[self->n_notes++] = *note;
  maq_event_list_push (events, (MaqEvent) { .kind = MAQ_EVENT_NOTE_ON, .slot = note->slot,
                                            .key = note->note.key,
                                            .value = note->note.velocity });
}

void
maq_held_release_all (MaqHeld      *self,
                      MaqEventList *events)
{
  while (self->n_notes > 0)
    maq_held_release (self, self->n_notes - 1, events);
}

void
maq_held_pass (MaqHeld      *self,
               double        ticks,
               MaqEventList *events)
{
  for (guint i = self->n_notes; i-- > 0;)
    {
      MaqHeldNote *held = &self->notes[i];

      if (held->left_ticks < ticks)
        maq_held_release (self, i, events);
      else
        held->left_ticks -= ticks;
    }
}

gboolean
maq_held_has (MaqHeld       *self,
              guint16        slot,
              guint64        span_id,
              const MaqNote *note)
{
  for (guint i = 0; i < self->n_notes; i++)
    {
      const MaqHeldNote *held = &self->notes[i];

      if (held->slot == slot && held->span_id == span_id && held->note.key == note->key
          && held->note.start_ticks == note->start_ticks)
        return TRUE;
    }
  return FALSE;
}
