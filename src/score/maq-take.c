/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-take.h"

#include <glib/gi18n-lib.h>

#include "maq-text-private.h"

struct _MaqTake
{
  MaqTakeFields fields;
};

static const struct
{
  const char *nick;
  const char *label;
} states[MAQ_N_TAKE_STATES] = {
  [MAQ_TAKE_TO_DO] = { "to-do", N_("To do") },
  [MAQ_TAKE_TAKEN] = { "taken", N_("Taken") },
  [MAQ_TAKE_KEEP] = { "keep", N_("Keep") },
  [MAQ_TAKE_PUNCH] = { "punch", N_("Punch in") },
};

const char *
maq_take_state_get_nick (MaqTakeState self)
{
  return states[self].nick;
}

const char *
maq_take_state_get_label (MaqTakeState self)
{
  return _(states[self].label);
}

gboolean
maq_take_state_from_nick (const char   *nick,
                          MaqTakeState *state)
{
  for (guint i = 0; i < MAQ_N_TAKE_STATES; i++)
    if (g_strcmp0 (states[i].nick, nick) == 0)
      {
        *state = (MaqTakeState) i;
        return TRUE;
      }

  return FALSE;
}

MaqTake *
maq_take_new (const MaqTakeFields *fields)
{
  MaqTake *self = g_atomic_rc_box_new0 (MaqTake);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.note = maq_text_intern (fields->note);
  self->fields.foreign = maq_text_intern (fields->foreign);

  return self;
}

MaqTake *
maq_take_ref (MaqTake *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqTake *self)
{
  maq_text_release (self->fields.note);
  maq_text_release (self->fields.foreign);
}

void
maq_take_unref (MaqTake *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqTakeFields *
maq_take_get_fields (MaqTake *self)
{
  return &self->fields;
}

static gboolean
says (MaqTake             *self,
      const MaqTakeFields *b)
{
  const MaqTakeFields *a = &self->fields;

  return a->section == b->section && a->layer == b->layer &&
         a->state == b->state && a->number == b->number &&
         maq_text_same (a->note, b->note) && maq_text_same (a->foreign, b->foreign);
}

gboolean
maq_take_equal (MaqTake *self,
                MaqTake *other)
{
  return self == other || says (self, &other->fields);
}

MaqTake *
maq_take_with_fields (MaqTake             *self,
                      const MaqTakeFields *fields)
{
  return says (self, fields) ? maq_take_ref (self) : maq_take_new (fields);
}

char *
maq_take_dup_words (const MaqTakeFields *fields)
{
  if (fields->number == 0)
    return g_strdup (maq_take_state_get_label (fields->state));

  /* translators: what is with a take, and its number: "Keep 3" */
  return g_strdup_printf (_("%s %d"), maq_take_state_get_label (fields->state), fields->number);
}
