/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arrangement-private.h"

#include "maq-vec-private.h"

static MaqSection *
find_followed (MaqArrangement *self,
               MaqSection     *section)
{
  MaqId follows = maq_section_get_fields (section)->follows;
  int index = follows != MAQ_ID_NONE ? maq_arrangement_find_section (self, follows) : -1;

  return index >= 0 ? maq_arrangement_get_section (self, index) : NULL;
}

/* the table of resolved sections, made by whoever asks first */
static MaqSection **
ensure_resolved (MaqArrangement *self)
{
  MaqSection **table = g_atomic_pointer_get (&self->resolved);

  if (table == NULL)
    {
      table = g_new0 (MaqSection *, maq_arrangement_get_n_sections (self));
      if (!g_atomic_pointer_compare_and_exchange (&self->resolved, NULL, table))
        {
          g_free (table);
          table = g_atomic_pointer_get (&self->resolved);
        }
    }

  return table;
}

MaqSection *
maq_arrangement_get_resolved (MaqArrangement *self,
                              guint           index)
{
  MaqSection *section = maq_arrangement_get_section (self, index);
  MaqSection *followed = find_followed (self, section);
  MaqSection **slot;
  MaqSection *resolved;

  if (followed == NULL || followed == section)
    return section;

  slot = &ensure_resolved (self)[index];
  resolved = g_atomic_pointer_get (slot);
  if (resolved == NULL)
    {
      resolved = maq_section_resolve (section, followed);
      if (!g_atomic_pointer_compare_and_exchange (slot, NULL, resolved))
        {
          maq_section_unref (resolved);
          resolved = g_atomic_pointer_get (slot);
        }
    }

  return resolved;
}

/* where @section was in @before; sections rarely go far */
static int
find_former (MaqArrangement *before,
             guint           index,
             MaqSection     *section)
{
  guint n_sections = maq_arrangement_get_n_sections (before);

  for (guint i = index > 0 ? index - 1 : 0; i <= index + 1 && i < n_sections; i++)
    if (maq_arrangement_get_section (before, i) == section)
      return i;

  return maq_vec_find (before->fields.sections, section);
}

/* Takes over what @before has resolved and an edit of @changed alone left true. */
static void
carry_resolved (MaqArrangement *self,
                MaqArrangement *before,
                MaqId           changed)
{
  MaqSection **table = g_atomic_pointer_get (&before->resolved);

  if (table == NULL)
    return;

  for (guint i = 0; i < maq_arrangement_get_n_sections (self); i++)
    {
      MaqSection *section = maq_arrangement_get_section (self, i);
      MaqId follows = maq_section_get_fields (section)->follows;
      MaqSection *resolved = NULL;
      int former;

      if (follows == MAQ_ID_NONE || follows == changed)
        continue;

      former = find_former (before, i, section);
      if (former >= 0)
        resolved = g_atomic_pointer_get (&table[former]);
      if (resolved != NULL)
        ensure_resolved (self)[i] = maq_section_ref (resolved);
    }
}

/* As above, for an edit that changed any number of sections. */
static void
carry_resolved_slowly (MaqArrangement *self,
                       MaqArrangement *before)
{
  MaqSection **table = g_atomic_pointer_get (&before->resolved);
  g_autoptr(GHashTable) unchanged = NULL;

  if (table == NULL)
    return;

  unchanged = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < maq_arrangement_get_n_sections (before); i++)
    g_hash_table_insert (unchanged, maq_arrangement_get_section (before, i),
                         GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < maq_arrangement_get_n_sections (self); i++)
    {
      MaqSection *section = maq_arrangement_get_section (self, i);
      guint former = GPOINTER_TO_UINT (g_hash_table_lookup (unchanged, section));
      MaqSection *followed = find_followed (self, section);
      MaqSection *resolved;

      if (former == 0 || followed == NULL || !g_hash_table_contains (unchanged, followed))
        continue;

      resolved = g_atomic_pointer_get (&table[former - 1]);
      if (resolved != NULL)
        ensure_resolved (self)[i] = maq_section_ref (resolved);
    }
}

MaqArrangement *
maq_arrangement_with_fields (MaqArrangement             *self,
                             const MaqArrangementFields *fields)
{
  MaqArrangement *result;

  if (maq_arrangement_says (self, fields))
    return maq_arrangement_ref (self);

  result = maq_arrangement_new (fields);
  if (fields->sections == self->fields.sections)
    carry_resolved (result, self, MAQ_ID_NONE);
  else
    carry_resolved_slowly (result, self);

  return result;
}

/* @changed: the section whose followers must be resolved again */
static MaqArrangement *
with_sections (MaqArrangement *self,
               MaqVec         *sections,
               MaqId           changed)
{
  MaqArrangementFields fields = self->fields;
  MaqArrangement *result;

  if (sections == fields.sections)
    return maq_arrangement_ref (self);

  fields.sections = sections;
  result = maq_arrangement_new (&fields);
  carry_resolved (result, self, changed);

  return result;
}

static MaqArrangement *
with_layers (MaqArrangement *self,
             MaqVec         *layers)
{
  MaqArrangementFields fields = self->fields;
  MaqArrangement *result;

  if (layers == fields.layers)
    return maq_arrangement_ref (self);

  fields.layers = layers;
  result = maq_arrangement_new (&fields);
  carry_resolved (result, self, MAQ_ID_NONE);

  return result;
}

MaqArrangement *
maq_arrangement_with_section_at (MaqArrangement *self,
                                 guint           index,
                                 MaqSection     *section)
{
  g_autoptr(MaqVec) sections = maq_vec_with_item (self->fields.sections, index, section);

  return with_sections (self, sections, maq_section_get_id (section));
}

MaqArrangement *
maq_arrangement_insert_section (MaqArrangement *self,
                                guint           index,
                                MaqSection     *section)
{
  g_autoptr(MaqVec) before = self->fields.sections != NULL
                               ? maq_vec_ref (self->fields.sections)
                               : maq_vec_new_empty (&maq_section_vec_class);
  g_autoptr(MaqVec) sections = maq_vec_with_inserted (before, index, section);

  return with_sections (self, sections, maq_section_get_id (section));
}

MaqArrangement *
maq_arrangement_without_section (MaqArrangement *self,
                                 guint           index)
{
  MaqId id = maq_section_get_id (maq_arrangement_get_section (self, index));
  g_autoptr(MaqVec) sections = maq_vec_without (self->fields.sections, index);

  return with_sections (self, sections, id);
}

MaqArrangement *
maq_arrangement_moved_section (MaqArrangement *self,
                               guint           from,
                               guint           to)
{
  g_autoptr(MaqVec) sections = maq_vec_with_moved (self->fields.sections, from, to);

  return with_sections (self, sections, MAQ_ID_NONE);
}

MaqArrangement *
maq_arrangement_with_layer_at (MaqArrangement *self,
                               guint           index,
                               MaqLayer       *layer)
{
  g_autoptr(MaqVec) layers = maq_vec_with_item (self->fields.layers, index, layer);

  return with_layers (self, layers);
}

MaqArrangement *
maq_arrangement_insert_layer (MaqArrangement *self,
                              guint           index,
                              MaqLayer       *layer)
{
  g_autoptr(MaqVec) before = self->fields.layers != NULL
                               ? maq_vec_ref (self->fields.layers)
                               : maq_vec_new_empty (&maq_layer_vec_class);
  g_autoptr(MaqVec) layers = maq_vec_with_inserted (before, index, layer);

  return with_layers (self, layers);
}

MaqArrangement *
maq_arrangement_without_layer (MaqArrangement *self,
                               guint           index)
{
  g_autoptr(MaqVec) layers = maq_vec_without (self->fields.layers, index);

  return with_layers (self, layers);
}

MaqArrangement *
maq_arrangement_moved_layer (MaqArrangement *self,
                             guint           from,
                             guint           to)
{
  g_autoptr(MaqVec) layers = maq_vec_with_moved (self->fields.layers, from, to);

  return with_layers (self, layers);
}
