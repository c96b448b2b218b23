/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-lane.h"

struct _MaqLane
{
  guint64    id;
  char      *name;
  gboolean   is_drums;
  int        bank;
  int        program;
  MaqStrip   strip;
  guint      n_phrases;
  MaqPhrase *phrases[];
};

gboolean
maq_strip_equal (const MaqStrip *a,
                 const MaqStrip *b)
{
  return a->gain_db == b->gain_db && a->pan == b->pan && a->distance == b->distance
         && a->tone == b->tone && a->spread == b->spread && a->in_front == b->in_front
         && a->muted == b->muted && a->soloed == b->soloed;
}

MaqLane *
maq_lane_new (guint64           id,
              const char       *name,
              gboolean          is_drums,
              int               bank,
              int               program,
              const MaqStrip   *strip,
              MaqPhrase *const *phrases,
              guint             n_phrases)
{
  MaqLane *self;

  g_return_val_if_fail (id > 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bank >= 0 && bank <= 16383, NULL);
  g_return_val_if_fail (program >= 0 && program <= 127, NULL);
  g_return_val_if_fail (strip != NULL, NULL);
  g_return_val_if_fail (phrases != NULL || n_phrases == 0, NULL);

  self = g_atomic_rc_box_alloc0 (sizeof *self + n_phrases * sizeof *phrases);
  self->id = id;
  self->name = g_strdup (name);
  self->is_drums = !!is_drums;
  self->bank = bank;
  self->program = program;
  self->strip = *strip;
  self->n_phrases = n_phrases;
  for (guint i = 0; i < n_phrases; i++)
    if (phrases[i] != NULL)
      self->phrases[i] = maq_phrase_ref (phrases[i]);
  return self;
}

MaqLane *
maq_lane_ref (MaqLane *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_lane (gpointer data)
{
  MaqLane *self = data;

  g_free (self->name);
  for (guint i = 0; i < self->n_phrases; i++)
    g_clear_pointer (&self->phrases[i], maq_phrase_unref);
}

void
maq_lane_unref (MaqLane *self)
{
  g_atomic_rc_box_release_full (self, clear_lane);
}

guint64
maq_lane_get_id (MaqLane *self)
{
  return self->id;
}

const char *
maq_lane_get_name (MaqLane *self)
{
  return self->name;
}

gboolean
maq_lane_is_drums (MaqLane *self)
{
  return self->is_drums;
}

int
maq_lane_get_bank (MaqLane *self)
{
  return self->bank;
}

int
maq_lane_get_program (MaqLane *self)
{
  return self->program;
}

const MaqStrip *
maq_lane_get_strip (MaqLane *self)
{
  return &self->strip;
}

guint
maq_lane_get_n_phrases (MaqLane *self)
{
  return self->n_phrases;
}

MaqPhrase *
maq_lane_get_phrase (MaqLane *self,
                     guint    index)
{
  return index < self->n_phrases ? self->phrases[index] : NULL;
}
