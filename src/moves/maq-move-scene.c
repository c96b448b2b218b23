/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

#define FALLBACK_LEVEL 5

int
maq_move_require_section (MaqProject  *root,
                          MaqId        section,
                          GError     **error)
{
  int index = maq_arrangement_find_section (maq_project_get_arrangement (root), section);

  if (index < 0)
    maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                     _("That section is no longer there. Choose another one."));

  return index;
}

int
maq_move_require_layer (MaqProject  *root,
                        MaqId        layer,
                        GError     **error)
{
  int index = maq_arrangement_find_layer (maq_project_get_arrangement (root), layer);

  if (index < 0)
    maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                     _("That layer is no longer there. Choose another one."));

  return index;
}

const char *
maq_move_section_name (MaqProject *root,
                       MaqId       section)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (arrangement, section);
  const char *name = NULL;

  if (index < 0)
    return _("section");

  name = maq_section_get_name (maq_arrangement_get_section (arrangement, index));
  if (name[0] != '\0')
    return name;

  return maq_section_kind_get_label (
    maq_section_get_kind (maq_arrangement_get_section (arrangement, index)));
}

char *
maq_move_dup_said (MaqMove    *self,
                   MaqProject *root,
                   const char *what)
{
  return g_strdup_printf (_("%s: %s"), maq_move_section_name (root, self->section), what);
}

const char *
maq_move_layer_name (MaqProject *root,
                     MaqId       layer)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_layer (arrangement, layer);
  const char *name = NULL;

  if (index < 0)
    return _("layer");

  name = maq_layer_get_name (maq_arrangement_get_layer (arrangement, index));
  if (name[0] != '\0')
    return name;

  return maq_role_get_label (maq_layer_get_role (maq_arrangement_get_layer (arrangement, index)));
}

gboolean
maq_move_begin_section (MaqMove           *self,
                        MaqProject        *root,
                        MaqSectionFields  *fields,
                        GError           **error)
{
  int index = maq_move_require_section (root, self->section, error);

  if (index < 0)
    return FALSE;

  *fields = *maq_section_get_fields (
    maq_arrangement_get_section (maq_project_get_arrangement (root), index));
  return TRUE;
}

/* Chords that were taken over may not fit the odd bars of the section itself. */
static gboolean
needs_fit (const MaqSectionFields *a,
           const MaqSectionFields *b)
{
  return a->bars != b->bars || a->follows != b->follows || a->odd_bars != b->odd_bars ||
         a->chords != b->chords || !maq_meter_equal (a->meter, b->meter);
}

MaqProject *
maq_move_end_section (MaqProject             *root,
                      const MaqSectionFields *fields)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (before, fields->id);
  MaqSection *was = maq_arrangement_get_section (before, index);
  g_autoptr(MaqSection) section = maq_section_with_fields (was, fields);
  g_autoptr(MaqArrangement) after = NULL;

  after = maq_arrangement_with_section_at (before, index, section);
  if (needs_fit (maq_section_get_fields (was), fields))
    return maq_move_replace_fitted (root, after);

  return maq_edit_replace_arrangement (root, after);
}

MaqProject *
maq_move_end_song (MaqProject          *root,
                   const MaqSongFields *fields)
{
  g_autoptr(MaqSong) song = maq_song_with_fields (maq_project_get_current (root), fields);

  return maq_edit_replace_song (root, song);
}

gboolean
maq_move_begin_layer (MaqMove         *self,
                      MaqProject      *root,
                      MaqLayerFields  *fields,
                      GError         **error)
{
  int index = maq_move_require_layer (root, self->layer, error);

  if (index < 0)
    return FALSE;

  *fields = *maq_layer_get_fields (
    maq_arrangement_get_layer (maq_project_get_arrangement (root), index));
  return TRUE;
}

MaqProject *
maq_move_end_layer (MaqProject           *root,
                    const MaqLayerFields *fields)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_layer (before, fields->id);
  g_autoptr(MaqLayer) layer = NULL;
  g_autoptr(MaqArrangement) after = NULL;

  layer = maq_layer_with_fields (maq_arrangement_get_layer (before, index), fields);
  after = maq_arrangement_with_layer_at (before, index, layer);
  return maq_edit_replace_arrangement (root, after);
}

/* the part as it sounds: its own, or the one taken over */
static MaqPart *
find_effective_part (MaqArrangement *arrangement,
                     MaqSection     *section,
                     MaqId           layer)
{
  MaqPart *part = maq_section_find_part (section, layer);
  int followed;

  if (part != NULL || maq_section_get_fields (section)->follows == MAQ_ID_NONE)
    return part;

  followed = maq_arrangement_find_section (arrangement, maq_section_get_fields (section)->follows);
  return followed < 0 ? NULL
                      : maq_section_find_part (maq_arrangement_get_section (arrangement, followed),
                                               layer);
}

gboolean
maq_move_begin_part (MaqMove        *self,
                     MaqProject     *root,
                     MaqPartFields  *fields,
                     GError        **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  MaqPart *part = NULL;

  if (index < 0 || maq_move_require_layer (root, self->layer, error) < 0)
    return FALSE;

  part = find_effective_part (arrangement, maq_arrangement_get_section (arrangement, index),
                              self->layer);
  *fields = part != NULL ? *maq_part_get_fields (part) : (MaqPartFields) { .layer = self->layer };
  return TRUE;
}

static gboolean
is_silence (const MaqPartFields *fields)
{
  return fields->level == 0 && fields->entry_bar == 0 && fields->exit_bar == 0 &&
         fields->pattern == NULL && fields->motif == NULL && fields->sound == NULL &&
         fields->direction == NULL && !fields->pinned && fields->foreign == NULL;
}

static int
count_bars (MaqArrangement *arrangement,
            MaqSection     *section)
{
  const MaqSectionFields *fields = maq_section_get_fields (section);
  int followed = -1;

  if (fields->bars == 0)
    followed = maq_arrangement_find_section (arrangement, fields->follows);

  return followed < 0
           ? fields->bars
           : maq_section_get_fields (maq_arrangement_get_section (arrangement, followed))->bars;
}

/* A part that says nothing but "out" is not kept, unless it overrides another;
 * one that says what is taken over anyway is not made. FALSE if the section
 * stays as it is; else its part from now on, or NULL for none. */
static gboolean
settle_part (MaqArrangement       *arrangement,
             MaqSection           *section,
             const MaqPartFields  *stated,
             MaqPart             **part)
{
  MaqPart *own = maq_section_find_part (section, stated->layer);
  MaqPart *effective = find_effective_part (arrangement, section, stated->layer);
  gboolean follows = maq_section_get_fields (section)->follows != MAQ_ID_NONE;
  MaqPartFields fields = *stated;

  *part = NULL;
  if (effective != NULL)
    {
      g_autoptr(MaqPart) same = maq_part_with_fields (effective, stated);

      if (same == effective)
        return FALSE;
    }

  /* one taken over from a longer section may enter after the end of this one */
  maq_move_fit_part_fields (&fields, count_bars (arrangement, section));
  if (is_silence (&fields) && (effective == NULL || (own != NULL && !follows)))
    return own != NULL;

  *part = own != NULL ? maq_part_with_fields (own, &fields) : maq_part_new (&fields);
  return *part != own;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  MaqId left = maq_part_get_layer (*(MaqPart *const *) a);
  MaqId right = maq_part_get_layer (*(MaqPart *const *) b);

  return left < right ? -1 : left > right;
}

static void
remove_part (GPtrArray *parts,
             MaqId      layer)
{
  for (guint i = 0; i < parts->len; i++)
    if (maq_part_get_layer (g_ptr_array_index (parts, i)) == layer)
      {
        g_ptr_array_remove_index (parts, i);
        return;
      }
}

MaqSection *
maq_move_put_parts (MaqArrangement      *arrangement,
                    MaqSection          *section,
                    const MaqPartFields *stated,
                    guint                n_parts)
{
  MaqSectionFields fields = *maq_section_get_fields (section);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);
  g_autoptr(MaqVec) vec = NULL;
  gboolean changes = FALSE;

  for (guint i = 0; i < maq_section_get_n_parts (section); i++)
    g_ptr_array_add (parts, maq_part_ref (maq_section_get_part (section, i)));
  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr(MaqPart) part = NULL;

      if (!settle_part (arrangement, section, &stated[i], &part))
        continue;

      changes = TRUE;
      remove_part (parts, stated[i].layer);
      if (part != NULL)
        g_ptr_array_add (parts, g_steal_pointer (&part));
    }
  if (!changes)
    return maq_section_ref (section);

  g_ptr_array_sort (parts, compare_parts);
  vec = maq_vec_new (&maq_part_vec_class, parts->pdata, parts->len);
  fields.parts = vec;
  return maq_section_with_fields (section, &fields);
}

MaqSection *
maq_move_put_part (MaqArrangement      *arrangement,
                   guint                index,
                   const MaqPartFields *stated)
{
  MaqSection *section = maq_arrangement_get_section (arrangement, index);
  g_autoptr(MaqPart) part = NULL;

  if (!settle_part (arrangement, section, stated, &part))
    return maq_section_ref (section);

  return part != NULL ? maq_section_with_part (section, part)
                      : maq_section_without_part (section, stated->layer);
}

MaqProject *
maq_move_end_part (MaqMove             *self,
                   MaqProject          *root,
                   const MaqPartFields *fields)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (before, self->section);
  g_autoptr(MaqSection) section = maq_move_put_part (before, index, fields);
  g_autoptr(MaqArrangement) after = maq_arrangement_with_section_at (before, index, section);

  return maq_edit_replace_arrangement (root, after);
}

/* how far away a section is, those of the same kind first */
static guint
distance (MaqArrangement *arrangement,
          guint           from,
          guint           to)
{
  MaqSectionKind kind = maq_section_get_kind (maq_arrangement_get_section (arrangement, from));
  gboolean is_akin = maq_section_get_kind (maq_arrangement_get_section (arrangement, to)) == kind;

  return (is_akin ? 0 : MAQ_LIMIT_SECTIONS) + (to > from ? to - from : from - to);
}

int
maq_move_guess_level (MaqArrangement *arrangement,
                      guint           index,
                      MaqId           layer)
{
  guint best = G_MAXUINT;
  int result = FALLBACK_LEVEL;

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);
      MaqPart *part = find_effective_part (arrangement, section, layer);
      guint far = distance (arrangement, index, i);

      if (part == NULL || maq_part_get_level (part) == 0 || far >= best)
        continue;

      best = far;
      result = maq_part_get_level (part);
    }

  return result;
}

gboolean
maq_move_require_sound (MaqMove   *self,
                        MaqSound  *before,
                        MaqSound **sound,
                        GError   **error)
{
  MaqSoundFields fields = { 0 };

  *sound = NULL;
  if (self->number2 == -1)
    return TRUE;

  if (!maq_move_require_number (self->number, 0, 16383, _("The bank"), error) ||
      !maq_move_require_number (self->number2, 0, 127, _("The program"), error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return FALSE;

  if (before != NULL)
    fields = *maq_sound_get_fields (before);
  fields.bank = self->number;
  fields.program = self->number2;
  fields.name = self->text;
  *sound = maq_sound_new (&fields);

  return TRUE;
}

MaqVec *
maq_move_vec (MaqVec            *vec,
              const MaqVecClass *vec_class)
{
  return vec != NULL ? maq_vec_ref (vec) : maq_vec_new_empty (vec_class);
}
