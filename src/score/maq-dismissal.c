/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-dismissal.h"

#include "maq-text-private.h"

struct _MaqDismissal
{
  MaqDismissalFields fields;
};

MaqDismissal *
maq_dismissal_new (const MaqDismissalFields *fields)
{
  MaqDismissal *self = g_atomic_rc_box_new0 (MaqDismissal);

  self->fields = *fields;
  self->fields.check = maq_text_intern (fields->check);
  self->fields.foreign = maq_text_intern (fields->foreign);

  return self;
}

MaqDismissal *
maq_dismissal_ref (MaqDismissal *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqDismissal *self)
{
  maq_text_release (self->fields.check);
  maq_text_release (self->fields.foreign);
}

void
maq_dismissal_unref (MaqDismissal *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqDismissalFields *
maq_dismissal_get_fields (MaqDismissal *self)
{
  return &self->fields;
}

gboolean
maq_dismissal_equal (MaqDismissal *self,
                     MaqDismissal *other)
{
  const MaqDismissalFields *a = &self->fields;
  const MaqDismissalFields *b = &other->fields;

  return self == other ||
         (maq_text_same (a->check, b->check) && a->section == b->section &&
          a->layer == b->layer && maq_text_same (a->foreign, b->foreign));
}

gboolean
maq_dismissal_covers (MaqDismissal *self,
                      const char   *check,
                      MaqId         section,
                      MaqId         layer)
{
  const MaqDismissalFields *fields = &self->fields;

  return g_strcmp0 (fields->check, check) == 0 &&
         (fields->section == MAQ_ID_NONE || fields->section == section) &&
         (fields->layer == MAQ_ID_NONE || fields->layer == layer);
}
