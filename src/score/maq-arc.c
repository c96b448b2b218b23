/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc.h"

#include <glib/gi18n-lib.h>

#include "maq-text-private.h"
#include "maq-vec-private.h"

struct _MaqArc
{
  MaqArcFields fields;
};

MaqArc *
maq_arc_new (const MaqArcFields *fields)
{
  MaqArc *self = g_atomic_rc_box_new0 (MaqArc);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.name = maq_text_intern (fields->name);
  self->fields.foreign = maq_text_intern (fields->foreign);
  self->fields.points = maq_vec_ref_items (fields->points);

  return self;
}

MaqArc *
maq_arc_ref (MaqArc *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqArc *self)
{
  maq_text_release (self->fields.name);
  maq_text_release (self->fields.foreign);
  maq_vec_unref0 (self->fields.points);
}

void
maq_arc_unref (MaqArc *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqArcFields *
maq_arc_get_fields (MaqArc *self)
{
  return &self->fields;
}

static gboolean
says (MaqArc             *self,
      const MaqArcFields *b)
{
  const MaqArcFields *a = &self->fields;

  return a->kind == b->kind &&
         maq_text_same (a->name, b->name) &&
         maq_text_same (a->foreign, b->foreign) &&
         maq_vec_equal_items (a->points, b->points);
}

gboolean
maq_arc_equal (MaqArc *self,
               MaqArc *other)
{
  return self == other || says (self, &other->fields);
}

MaqArc *
maq_arc_with_fields (MaqArc *self,
                     const MaqArcFields *fields)
{
  return says (self, fields) ? maq_arc_ref (self) : maq_arc_new (fields);
}

static const char *kinds[MAQ_N_ARC_KINDS] = { "energy", "tension", "intimacy", "other" };

const char *
maq_arc_kind_get_nick (MaqArcKind self)
{
  return kinds[self];
}

const char *
maq_arc_kind_get_label (MaqArcKind self)
{
  static const char *const labels[MAQ_N_ARC_KINDS] = { N_("Energy"), N_("Tension"),
                                                       N_("Intimacy"), N_("Arc") };

  g_return_val_if_fail ((int) self >= 0 && self < MAQ_N_ARC_KINDS, "");

  return _(labels[self]);
}

gboolean
maq_arc_kind_from_nick (const char *nick,
                        MaqArcKind *kind)
{
  for (guint i = 0; i < MAQ_N_ARC_KINDS; i++)
    if (g_strcmp0 (kinds[i], nick) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}
