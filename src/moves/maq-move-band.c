/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

#define SALT_LAYER 2

static MaqPath
find_made_layer (MaqMove    *self,
                 MaqProject *before,
                 MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (before);

  return (MaqPath) { .song = maq_song_get_id (maq_project_get_current (after)),
                     .arrangement = maq_arrangement_get_id (arrangement),
                     .layer = maq_arrangement_fresh_id (arrangement, SALT_LAYER) };
}

static MaqProject *
apply_add (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  guint n_layers = maq_arrangement_get_n_layers (before);
  guint place = self->number < 0 ? n_layers : MIN ((guint) self->number, n_layers);
  g_autofree char *name = NULL;
  g_autoptr(MaqSound) sound = NULL;
  g_autoptr(MaqLayer) layer = NULL;
  g_autoptr(MaqArrangement) after = NULL;

  if (self->number2 != -1 &&
      !maq_move_require_number (self->number2, 0, 127, _("The program"), error))
    return NULL;

  name = self->text != NULL
           ? maq_move_dup_name (self->text, error)
           : maq_move_dup_free_layer_name (before, maq_role_get_label (self->other));
  if (name == NULL)
    return NULL;

  if (self->number2 != -1)
    sound = maq_sound_new (&(MaqSoundFields) { .program = self->number2 });
  layer = maq_layer_new (&(MaqLayerFields) {
    .id = maq_arrangement_fresh_id (before, SALT_LAYER),
    .name = name,
    .role = self->other,
    .sound = sound,
  });
  after = maq_arrangement_insert_layer (before, place, layer);
  return maq_edit_replace_arrangement (root, after);
}

static char *
dup_add_label (MaqMove    *self,
               MaqProject *root)
{
  g_autofree char *name = NULL;

  name = self->text != NULL
           ? g_strdup (self->text)
           : maq_move_dup_free_layer_name (maq_project_get_arrangement (root),
                                           maq_role_get_label (self->other));
  return g_strdup_printf (_("Add %s"), name);
}

MaqMove *
maq_move_add_layer (MaqRole     role,
                    const char *name,
                    int         program,
                    int         index)
{
  static const MaqMoveClass move_class = { apply_add, dup_add_label, FALSE, find_made_layer };

  g_return_val_if_fail ((int) role >= 0 && role < MAQ_N_ROLES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = role, .number = index,
                                    .number2 = program, .text = maq_move_some (name) });
}

/* each part of @layer once more for @copy */
static MaqVec *
double_parts (MaqArrangement *arrangement,
              MaqId           layer,
              MaqId           copy)
{
  g_autoptr(GPtrArray) doubled = NULL;

  doubled = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);
      MaqPart *part = maq_section_find_part (section, layer);
      MaqPartFields fields = { 0 };
      g_autoptr(MaqPart) other = NULL;

      if (part != NULL)
        {
          fields = *maq_part_get_fields (part);
          fields.layer = copy;
          other = maq_part_new (&fields);
        }

      g_ptr_array_add (doubled, part != NULL ? maq_section_with_part (section, other)
                                             : maq_section_ref (section));
    }

  return maq_vec_new (&maq_section_vec_class, doubled->pdata, doubled->len);
}

static MaqProject *
apply_duplicate (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_layer (before, self->layer);
  MaqArrangementFields changed;
  MaqLayerFields fields;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr(MaqLayer) layer = NULL;
  g_autoptr(MaqArrangement) inserted = NULL;
  g_autoptr(MaqArrangement) after = NULL;
  g_autoptr(MaqVec) sections = NULL;

  if (!maq_move_begin_layer (self, root, &fields, error))
    return NULL;

  base = maq_move_dup_base_name (fields.name != NULL ? fields.name : "");
  name = maq_move_dup_free_layer_name (before, base);
  fields.id = maq_arrangement_fresh_id (before, SALT_LAYER);
  fields.name = name;
  layer = maq_layer_new (&fields);
  sections = double_parts (before, self->layer, fields.id);
  inserted = maq_arrangement_insert_layer (before, index + 1, layer);
  changed = *maq_arrangement_get_fields (inserted);
  changed.sections = sections;
  after = maq_arrangement_with_fields (inserted, &changed);
  return maq_edit_replace_arrangement (root, after);
}

static char *
dup_duplicate_label (MaqMove    *self,
                     MaqProject *root)
{
  return g_strdup_printf (_("Duplicate %s"), maq_move_layer_name (root, self->layer));
}

MaqMove *
maq_move_duplicate_layer (MaqId layer)
{
  static const MaqMoveClass move_class = { apply_duplicate, dup_duplicate_label, FALSE,
                                           find_made_layer };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer });
}

static MaqProject *
apply_copy (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqId copy = maq_arrangement_fresh_id (maq_project_get_arrangement (root), SALT_LAYER);
  g_autoptr (MaqProject) doubled = apply_duplicate (self, root, error);
  g_autoptr (MaqMove) place = maq_move_place_layer (copy, self->number, self->text);

  return doubled == NULL ? NULL : maq_move_apply (place, doubled, error);
}

static char *
dup_copy_label (MaqMove    *self,
                MaqProject *root)
{
  return g_strdup_printf (_("Copy %s"), maq_move_layer_name (root, self->layer));
}

MaqMove *
maq_move_copy_layer (MaqId       layer,
                     int         to_index,
                     const char *group)
{
  static const MaqMoveClass move_class = { apply_copy, dup_copy_label, FALSE, find_made_layer };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .number = to_index, .text = maq_move_some (group) });
}

static MaqProject *
apply_delete (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  g_autoptr(MaqArrangement) after = NULL;

  if (maq_move_require_layer (root, self->layer, error) < 0)
    return NULL;

  after = maq_edit_delete_layer (maq_project_get_arrangement (root), self->layer);
  return maq_edit_replace_arrangement (root, after);
}

static char *
dup_delete_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("Delete %s"), maq_move_layer_name (root, self->layer));
}

/* what took its place, or the one above */
static MaqPath
find_neighbour (MaqMove    *self,
                MaqProject *before,
                MaqProject *after)
{
  MaqArrangement *left = maq_project_get_arrangement (after);
  int n_left = maq_arrangement_get_n_layers (left);
  int index = maq_arrangement_find_layer (maq_project_get_arrangement (before), self->layer);
  MaqPath path = { .song = maq_song_get_id (maq_project_get_current (after)),
                   .arrangement = maq_arrangement_get_id (left) };

  if (n_left > 0)
    path.layer = maq_layer_get_id (
      maq_arrangement_get_layer (left, CLAMP (index, 0, n_left - 1)));

  return path;
}

MaqMove *
maq_move_delete_layer (MaqId layer)
{
  static const MaqMoveClass move_class = { apply_delete, dup_delete_label, FALSE, find_neighbour };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer });
}
