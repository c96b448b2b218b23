/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arrangement-private.h"

#include "maq-text-private.h"
#include "maq-vec-private.h"

MaqArrangement *
maq_arrangement_new (const MaqArrangementFields *fields)
{
  MaqArrangement *self = g_atomic_rc_box_new0 (MaqArrangement);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.name = maq_text_intern (fields->name);
  self->fields.note = maq_text_intern (fields->note);
  self->fields.foreign = maq_text_intern (fields->foreign);
  self->fields.layers = maq_vec_ref_items (fields->layers);
  self->fields.sections = maq_vec_ref_items (fields->sections);
  self->fields.arcs = maq_vec_ref_items (fields->arcs);
  self->fields.remarks = maq_vec_ref_items (fields->remarks);
  self->fields.dismissals = maq_vec_ref_items (fields->dismissals);
  self->fields.takes = maq_vec_ref_items (fields->takes);

  return self;
}

MaqArrangement *
maq_arrangement_ref (MaqArrangement *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqArrangement *self)
{
  for (guint i = 0; self->resolved != NULL && i < maq_vec_get_length0 (self->fields.sections); i++)
    g_clear_pointer (&self->resolved[i], maq_section_unref);
  g_clear_pointer (&self->resolved, g_free);
  maq_text_release (self->fields.name);
  maq_text_release (self->fields.note);
  maq_text_release (self->fields.foreign);
  maq_vec_unref0 (self->fields.layers);
  maq_vec_unref0 (self->fields.sections);
  maq_vec_unref0 (self->fields.arcs);
  maq_vec_unref0 (self->fields.remarks);
  maq_vec_unref0 (self->fields.dismissals);
  maq_vec_unref0 (self->fields.takes);
}

void
maq_arrangement_unref (MaqArrangement *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqArrangementFields *
maq_arrangement_get_fields (MaqArrangement *self)
{
  return &self->fields;
}

gboolean
maq_arrangement_says (MaqArrangement             *self,
                      const MaqArrangementFields *b)
{
  const MaqArrangementFields *a = &self->fields;

  return a->id == b->id &&
         maq_text_same (a->name, b->name) &&
         maq_text_same (a->note, b->note) &&
         a->target_seconds == b->target_seconds &&
         maq_text_same (a->foreign, b->foreign) &&
         maq_vec_equal_items (a->layers, b->layers) &&
         maq_vec_equal_items (a->sections, b->sections) &&
         maq_vec_equal_items (a->arcs, b->arcs) &&
         maq_vec_equal_items (a->remarks, b->remarks) &&
         maq_vec_equal_items (a->dismissals, b->dismissals) &&
         maq_vec_equal_items (a->takes, b->takes);
}

gboolean
maq_arrangement_equal (MaqArrangement *self,
                       MaqArrangement *other)
{
  return self == other || maq_arrangement_says (self, &other->fields);
}

MaqId
maq_arrangement_get_id (MaqArrangement *self)
{
  return self->fields.id;
}

const char *
maq_arrangement_get_name (MaqArrangement *self)
{
  return self->fields.name != NULL ? self->fields.name : "";
}

const MaqVecClass maq_layer_vec_class = {
  (gpointer (*) (gpointer)) maq_layer_ref,
  (void (*) (gpointer)) maq_layer_unref,
  (gboolean (*) (gpointer, gpointer)) maq_layer_equal,
};

const MaqVecClass maq_section_vec_class = {
  (gpointer (*) (gpointer)) maq_section_ref,
  (void (*) (gpointer)) maq_section_unref,
  (gboolean (*) (gpointer, gpointer)) maq_section_equal,
};

const MaqVecClass maq_arc_vec_class = {
  (gpointer (*) (gpointer)) maq_arc_ref,
  (void (*) (gpointer)) maq_arc_unref,
  (gboolean (*) (gpointer, gpointer)) maq_arc_equal,
};

const MaqVecClass maq_remark_vec_class = {
  (gpointer (*) (gpointer)) maq_remark_ref,
  (void (*) (gpointer)) maq_remark_unref,
  (gboolean (*) (gpointer, gpointer)) maq_remark_equal,
};

const MaqVecClass maq_dismissal_vec_class = {
  (gpointer (*) (gpointer)) maq_dismissal_ref,
  (void (*) (gpointer)) maq_dismissal_unref,
  (gboolean (*) (gpointer, gpointer)) maq_dismissal_equal,
};

const MaqVecClass maq_take_vec_class = {
  (gpointer (*) (gpointer)) maq_take_ref,
  (void (*) (gpointer)) maq_take_unref,
  (gboolean (*) (gpointer, gpointer)) maq_take_equal,
};

guint
maq_arrangement_get_n_layers (MaqArrangement *self)
{
  return maq_vec_get_length0 (self->fields.layers);
}

MaqLayer *
maq_arrangement_get_layer (MaqArrangement *self,
                           guint           index)
{
  return maq_vec_get (self->fields.layers, index);
}

int
maq_arrangement_find_layer (MaqArrangement *self,
                            MaqId           id)
{
  guint n_layers = maq_arrangement_get_n_layers (self);
  const gpointer *layers = maq_vec_get_items0 (self->fields.layers);

  for (guint i = 0; i < n_layers; i++)
    if (maq_layer_get_id (layers[i]) == id)
      return i;

  return -1;
}

guint
maq_arrangement_get_n_sections (MaqArrangement *self)
{
  return maq_vec_get_length0 (self->fields.sections);
}

MaqSection *
maq_arrangement_get_section (MaqArrangement *self,
                             guint           index)
{
  return maq_vec_get (self->fields.sections, index);
}

int
maq_arrangement_find_section (MaqArrangement *self,
                              MaqId           id)
{
  guint n_sections = maq_arrangement_get_n_sections (self);
  const gpointer *sections = maq_vec_get_items0 (self->fields.sections);

  for (guint i = 0; i < n_sections; i++)
    if (maq_section_get_id (sections[i]) == id)
      return i;

  return -1;
}

guint
maq_arrangement_get_n_remarks (MaqArrangement *self)
{
  return maq_vec_get_length0 (self->fields.remarks);
}

MaqRemark *
maq_arrangement_get_remark (MaqArrangement *self,
                            guint           index)
{
  return maq_vec_get (self->fields.remarks, index);
}

int
maq_arrangement_get_level (MaqArrangement *self,
                           guint           section_index,
                           MaqId           layer)
{
  MaqSection *section = maq_arrangement_get_section (self, section_index);
  MaqPart *part = maq_section_find_part (section, layer);

  if (part == NULL)
    part = maq_section_find_part (maq_arrangement_get_resolved (self, section_index), layer);

  return part != NULL ? maq_part_get_level (part) : 0;
}

static guint64
mix_ids (MaqVec *vec,
         MaqId (*get_id) (gpointer item),
         guint64 mixed)
{
  for (guint i = 0; i < maq_vec_get_length0 (vec); i++)
    mixed += get_id (maq_vec_get (vec, i)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return mixed;
}

static MaqId
remark_id (gpointer remark)
{
  return maq_remark_get_fields (remark)->id;
}

static gboolean
has_id (MaqArrangement *self,
        MaqId           id)
{
  if (maq_arrangement_find_section (self, id) >= 0 || maq_arrangement_find_layer (self, id) >= 0)
    return TRUE;

  for (guint i = 0; i < maq_arrangement_get_n_remarks (self); i++)
    if (remark_id (maq_arrangement_get_remark (self, i)) == id)
      return TRUE;

  return FALSE;
}

MaqId
maq_arrangement_fresh_id (MaqArrangement *self,
                          guint64         salt)
{
  guint64 mixed = 0;
  MaqId id;

  mixed = mix_ids (self->fields.sections, (MaqId (*) (gpointer)) maq_section_get_id, mixed);
  mixed = mix_ids (self->fields.layers, (MaqId (*) (gpointer)) maq_layer_get_id, mixed);
  mixed = mix_ids (self->fields.remarks, remark_id, mixed);

  do
    id = maq_id_derive (mixed++, salt);
  while (has_id (self, id));

  return id;
}
