/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-part.h"

#include "maq-text-private.h"

struct _MaqPart
{
  MaqPartFields fields;
};

MaqPart *
maq_part_new (const MaqPartFields *fields)
{
  MaqPart *self = g_atomic_rc_box_new0 (MaqPart);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.pinned = fields->pinned != FALSE;
  if (fields->sound != NULL)
    maq_sound_ref (fields->sound);
  self->fields.pattern = maq_text_intern (fields->pattern);
  self->fields.style = maq_text_intern (fields->style);
  self->fields.motif = maq_text_intern (fields->motif);
  self->fields.direction = maq_text_intern (fields->direction);
  self->fields.foreign = maq_text_intern (fields->foreign);

  return self;
}

MaqPart *
maq_part_ref (MaqPart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqPart *self)
{
  g_clear_pointer (&self->fields.sound, maq_sound_unref);
  maq_text_release (self->fields.pattern);
  maq_text_release (self->fields.style);
  maq_text_release (self->fields.motif);
  maq_text_release (self->fields.direction);
  maq_text_release (self->fields.foreign);
}

void
maq_part_unref (MaqPart *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqPartFields *
maq_part_get_fields (MaqPart *self)
{
  return &self->fields;
}

static gboolean
says (MaqPart             *self,
      const MaqPartFields *b)
{
  const MaqPartFields *a = &self->fields;

  return a->layer == b->layer &&
         a->level == b->level &&
         a->entry_bar == b->entry_bar &&
         a->exit_bar == b->exit_bar &&
         maq_text_same (a->pattern, b->pattern) &&
         maq_text_same (a->style, b->style) &&
         maq_text_same (a->motif, b->motif) &&
         maq_text_same (a->direction, b->direction) &&
         a->pinned == b->pinned &&
         maq_text_same (a->foreign, b->foreign) &&
         maq_sound_equal0 (a->sound, b->sound);
}

gboolean
maq_part_equal (MaqPart *self,
                MaqPart *other)
{
  return self == other || says (self, &other->fields);
}

MaqPart *
maq_part_with_fields (MaqPart *self,
                      const MaqPartFields *fields)
{
  return says (self, fields) ? maq_part_ref (self) : maq_part_new (fields);
}

MaqId
maq_part_get_layer (MaqPart *self)
{
  return self->fields.layer;
}

int
maq_part_get_level (MaqPart *self)
{
  return self->fields.level;
}

MaqPart *
maq_part_with_level (MaqPart *self,
                     int level)
{
  MaqPartFields fields = self->fields;

  fields.level = level;
  return maq_part_with_fields (self, &fields);
}
