/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-phrase.h"

#include <stdlib.h>
#include <string.h>

#include "maq-hash.h"

struct _MaqPhrase
{
  guint64 hash;
  guint   n_notes;
  gint16  bank;
  gint16  program;
  gint8   cents[12];      /* all zero for equal temperament */
  MaqNote notes[];
};

static int
compare_notes (const void *a,
               const void *b)
{
  const MaqNote *left = a;
  const MaqNote *right = b;

  if (left->start_ticks != right->start_ticks)
    return left->start_ticks < right->start_ticks ? -1 : 1;
  if (left->key != right->key)
    return (int) left->key - (int) right->key;
  if (left->length_ticks != right->length_ticks)
    return left->length_ticks < right->length_ticks ? -1 : 1;
  if (left->velocity != right->velocity)
    return (int) left->velocity - (int) right->velocity;
  return (int) left->lag_us - (int) right->lag_us;
}

/* The band gives its notes in order: looking costs less than sorting. */
static gboolean
is_sorted (const MaqNote *notes,
           guint          n_notes)
{
  for (guint i = 1; i < n_notes; i++)
    if (compare_notes (&notes[i - 1], &notes[i]) > 0)
      return FALSE;
  return TRUE;
}

static guint64
mix (guint64 hash,
     gint64  value)
{
  return maq_hash_mix (hash ^ (guint64) value);
}

static guint64
hash_phrase (const MaqPhrase *self)
{
  guint64 hash = mix (mix (mix (0, self->n_notes), self->bank), self->program);

  if (maq_phrase_get_tuning ((MaqPhrase *) self) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (self->cents); i++)
      hash = mix (hash, self->cents[i]);
  for (guint i = 0; i < self->n_notes; i++)
    {
      const MaqNote *note = &self->notes[i];

      const guint64 place = (guint64) (guint32) note->start_ticks << 32
                            | (guint32) note->length_ticks;
      const guint64 touch = (guint64) (guint16) note->lag_us << 16 | note->key << 8
                            | note->velocity;

      /* one mix for both: an odd factor spreads the few bits of the touch over the word */
      hash = mix (hash, (gint64) (place ^ touch * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)));
    }
  return hash;
}

MaqPhrase *
maq_phrase_new (const MaqNote *notes,
                guint          n_notes,
                int            bank,
                int            program)
{
  MaqPhrase *self;

  g_return_val_if_fail (notes != NULL || n_notes == 0, NULL);
  g_return_val_if_fail (bank >= -1 && bank <= 16383, NULL);
  g_return_val_if_fail (program >= -1 && program <= 127, NULL);

  self = g_atomic_rc_box_alloc0 (sizeof *self + n_notes * sizeof *notes);
  self->n_notes = n_notes;
  self->bank = (gint16) bank;
  self->program = (gint16) program;
  if (n_notes > 0)
    {
      memcpy (self->notes, notes, n_notes * sizeof *notes);
      if (!is_sorted (notes, n_notes))
        qsort (self->notes, n_notes, sizeof *notes, compare_notes);
    }
  self->hash = hash_phrase (self);
  return self;
}

static gboolean
same_tuning (MaqPhrase   *self,
             const gint8 *cents)
{
  static const gint8 equal_temperament[12];

  return memcmp (self->cents, cents != NULL ? cents : equal_temperament, sizeof self->cents) == 0;
}

MaqPhrase *
maq_phrase_with_tuning (MaqPhrase   *self,
                        const gint8 *cents)
{
  gsize size = sizeof *self + self->n_notes * sizeof *self->notes;
  MaqPhrase *copy;

  if (same_tuning (self, cents))
    return maq_phrase_ref (self);
  for (guint i = 0; cents != NULL && i < G_N_ELEMENTS (self->cents); i++)
    g_return_val_if_fail (cents[i] >= -100 && cents[i] <= 100, NULL);

  copy = g_atomic_rc_box_alloc0 (size);
  memcpy (copy, self, size);
  if (cents != NULL)
    memcpy (copy->cents, cents, sizeof copy->cents);
  else
    memset (copy->cents, 0, sizeof copy->cents);
  copy->hash = hash_phrase (copy);
  return copy;
}

MaqPhrase *
maq_phrase_ref (MaqPhrase *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
maq_phrase_unref (MaqPhrase *self)
{
  g_atomic_rc_box_release (self);
}

const MaqNote *
maq_phrase_get_notes (MaqPhrase *self,
                      guint     *n_notes)
{
  *n_notes = self->n_notes;
  return self->notes;
}

int
maq_phrase_get_bank (MaqPhrase *self)
{
  return self->bank;
}

int
maq_phrase_get_program (MaqPhrase *self)
{
  return self->program;
}

const gint8 *
maq_phrase_get_tuning (MaqPhrase *self)
{
  return same_tuning (self, NULL) ? NULL : self->cents;
}

guint64
maq_phrase_hash (MaqPhrase *self)
{
  return self->hash;
}

gboolean
maq_phrase_equal (MaqPhrase *self,
                  MaqPhrase *other)
{
  if (self == other)
    return TRUE;
  if (self->hash != other->hash || self->n_notes != other->n_notes
      || self->bank != other->bank || self->program != other->program
      || !same_tuning (self, other->cents))
    return FALSE;
  for (guint i = 0; i < self->n_notes; i++)
    if (compare_notes (&self->notes[i], &other->notes[i]) != 0)
      return FALSE;
  return TRUE;
}
