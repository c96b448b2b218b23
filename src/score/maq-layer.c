/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-layer.h"

#include "maq-limits.h"
#include "maq-text-private.h"

struct _MaqLayer
{
  MaqLayerFields fields;
};

/* what is as usual need not be stated */
static MaqStated
plain_width (MaqStated width)
{
  return width.is_set && width.value == MAQ_WIDTH_AS_IS ? MAQ_UNSTATED : width;
}

MaqLayer *
maq_layer_new (const MaqLayerFields *fields)
{
  MaqLayer *self = g_atomic_rc_box_new0 (MaqLayer);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.width = plain_width (fields->width);
  if (fields->sound != NULL)
    maq_sound_ref (fields->sound);
  self->fields.name = maq_text_intern (fields->name);
  self->fields.performer = maq_text_intern (fields->performer);
  self->fields.direction = maq_text_intern (fields->direction);
  self->fields.meaning = maq_text_intern (fields->meaning);
  self->fields.group = maq_text_intern (fields->group);
  self->fields.foreign = maq_text_intern (fields->foreign);

  return self;
}

MaqLayer *
maq_layer_ref (MaqLayer *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqLayer *self)
{
  g_clear_pointer (&self->fields.sound, maq_sound_unref);
  maq_text_release (self->fields.name);
  maq_text_release (self->fields.performer);
  maq_text_release (self->fields.direction);
  maq_text_release (self->fields.meaning);
  maq_text_release (self->fields.group);
  maq_text_release (self->fields.foreign);
}

void
maq_layer_unref (MaqLayer *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqLayerFields *
maq_layer_get_fields (MaqLayer *self)
{
  return &self->fields;
}

static gboolean
says (MaqLayer             *self,
      const MaqLayerFields *b)
{
  const MaqLayerFields *a = &self->fields;

  return a->id == b->id &&
         a->role == b->role &&
         a->colour == b->colour &&
         a->gain_db == b->gain_db &&
         a->pan == b->pan &&
         a->distance == b->distance &&
         a->tone == b->tone &&
         a->swing == b->swing &&
         a->muted == b->muted &&
         a->soloed == b->soloed &&
         maq_stated_equal (a->width, plain_width (b->width)) &&
         maq_stated_equal (a->lag_ms, b->lag_ms) &&
         maq_stated_equal (a->looseness, b->looseness) &&
         maq_text_same (a->name, b->name) &&
         maq_text_same (a->performer, b->performer) &&
         maq_text_same (a->direction, b->direction) &&
         maq_text_same (a->meaning, b->meaning) &&
         maq_text_same (a->group, b->group) &&
         maq_text_same (a->foreign, b->foreign) &&
         maq_sound_equal0 (a->sound, b->sound);
}

const char *
maq_layer_get_meaning (MaqLayer *self)
{
  const MaqLayerFields *fields = &self->fields;

  if (fields->meaning != NULL || fields->sound == NULL)
    return fields->meaning;
  return maq_sound_get_fields (fields->sound)->meaning;
}

gboolean
maq_layer_equal (MaqLayer *self,
                 MaqLayer *other)
{
  return self == other || says (self, &other->fields);
}

MaqLayer *
maq_layer_with_fields (MaqLayer *self,
                       const MaqLayerFields *fields)
{
  return says (self, fields) ? maq_layer_ref (self) : maq_layer_new (fields);
}

MaqId
maq_layer_get_id (MaqLayer *self)
{
  return self->fields.id;
}

const char *
maq_layer_get_name (MaqLayer *self)
{
  return self->fields.name != NULL ? self->fields.name : "";
}

MaqRole
maq_layer_get_role (MaqLayer *self)
{
  return self->fields.role;
}

