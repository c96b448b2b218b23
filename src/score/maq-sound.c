/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sound.h"

#include "maq-text-private.h"

struct _MaqSound
{
  MaqSoundFields fields;
};

MaqSound *
maq_sound_new (const MaqSoundFields *fields)
{
  MaqSound *self = g_atomic_rc_box_new0 (MaqSound);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.name = maq_text_intern (fields->name);
  self->fields.meaning = maq_text_intern (fields->meaning);
  self->fields.foreign = maq_text_intern (fields->foreign);

  return self;
}

MaqSound *
maq_sound_ref (MaqSound *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqSound *self)
{
  maq_text_release (self->fields.name);
  maq_text_release (self->fields.meaning);
  maq_text_release (self->fields.foreign);
}

void
maq_sound_unref (MaqSound *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqSoundFields *
maq_sound_get_fields (MaqSound *self)
{
  return &self->fields;
}

static gboolean
says (MaqSound             *self,
      const MaqSoundFields *b)
{
  const MaqSoundFields *a = &self->fields;

  return a->bank == b->bank &&
         a->program == b->program &&
         a->is_signature == b->is_signature &&
         maq_text_same (a->name, b->name) &&
         maq_text_same (a->meaning, b->meaning) &&
         maq_text_same (a->foreign, b->foreign);
}

gboolean
maq_sound_equal (MaqSound *self,
                 MaqSound *other)
{
  return self == other || says (self, &other->fields);
}

gboolean
maq_sound_equal0 (MaqSound *a,
                  MaqSound *b)
{
  return a == b || (a != NULL && b != NULL && maq_sound_equal (a, b));
}
