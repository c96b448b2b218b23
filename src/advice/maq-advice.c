/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-advice.h"

struct _MaqAdvice
{
  MaqAdviceFields fields;
};

MaqAdvice *
maq_advice_new (const MaqAdviceFields *fields)
{
  MaqAdvice *self = g_atomic_rc_box_new0 (MaqAdvice);

  g_return_val_if_fail (fields->n_moves <= MAQ_ADVICE_MAX_MOVES, NULL);

  self->fields = *fields;
  self->fields.check = g_intern_string (fields->check);
  self->fields.sentence = g_strdup (fields->sentence);
  self->fields.reason = g_strdup (fields->reason);
  self->fields.moves = g_new0 (MaqMove *, MAX (fields->n_moves, 1));
  for (guint i = 0; i < fields->n_moves; i++)
    self->fields.moves[i] = maq_move_ref (fields->moves[i]);

  return self;
}

MaqAdvice *
maq_advice_ref (MaqAdvice *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqAdvice *self)
{
  g_free ((char *) self->fields.sentence);
  g_free ((char *) self->fields.reason);
  for (guint i = 0; i < self->fields.n_moves; i++)
    maq_move_unref (self->fields.moves[i]);
  g_free (self->fields.moves);
}

void
maq_advice_unref (MaqAdvice *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqAdviceFields *
maq_advice_get_fields (MaqAdvice *self)
{
  return &self->fields;
}
