/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

static gboolean
names (MaqMove *self,
       MaqId    id)
{
  for (guint i = 0; i < self->n_ids; i++)
    if (self->ids[i] == id)
      return TRUE;

  return FALSE;
}

/* an arrangement in which @layer is out of one section */
static MaqArrangement *
take_out (MaqArrangement *arrangement,
          guint           index,
          MaqId           layer)
{
  MaqPart *part = NULL;
  MaqPartFields fields;
  g_autoptr(MaqSection) section = NULL;

  if (maq_arrangement_get_level (arrangement, index, layer) == 0)
    return maq_arrangement_ref (arrangement);

  part = maq_section_find_part (maq_arrangement_get_resolved (arrangement, index), layer);
  fields = *maq_part_get_fields (part);
  fields.level = 0;
  section = maq_move_put_part (arrangement, index, &fields);
  return maq_arrangement_with_section_at (arrangement, index, section);
}

static MaqProject *
apply_strip_section (MaqMove     *self,
                     MaqProject  *root,
                     GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int index = maq_move_require_section (root, self->section, error);
  g_autoptr(MaqArrangement) after = NULL;

  if (index < 0)
    return NULL;

  after = maq_arrangement_ref (before);
  for (guint i = 0; i < maq_arrangement_get_n_layers (before); i++)
    {
      MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (before, i));
      g_autoptr(MaqArrangement) previous = NULL;

      if (names (self, layer))
        continue;

      previous = g_steal_pointer (&after);
      after = take_out (previous, index, layer);
    }

  return maq_edit_replace_arrangement (root, after);
}

static char *
dup_strip_section_label (MaqMove    *self,
                         MaqProject *root)
{
  g_autoptr(GString) kept = g_string_new (NULL);
  const char *name = maq_move_section_name (root, self->section);

  for (guint i = 0; i < self->n_ids; i++)
    g_string_append_printf (kept, "%s%s", i > 0 ? _(", ") : "",
                            maq_move_layer_name (root, self->ids[i]));

  if (self->n_ids == 0)
    return g_strdup_printf (_("%s stripped to silence"), name);

  /* translators: "Verse 1 stripped back to Acoustic guitar, Keys" */
  return g_strdup_printf (_("%s stripped back to %s"), name, kept->str);
}

MaqMove *
maq_move_strip_section (MaqId        section,
                        const MaqId *keep_layers,
                        guint        n_layers)
{
  static const MaqMoveClass move_class = { apply_strip_section, dup_strip_section_label, FALSE,
                                           NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .ids = (MaqId *) keep_layers, .n_ids = n_layers });
}

static MaqProject *
apply_strip_layer (MaqMove     *self,
                   MaqProject  *root,
                   GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  g_autoptr(MaqArrangement) after = NULL;

  if (maq_move_require_layer (root, self->layer, error) < 0)
    return NULL;

  after = maq_arrangement_ref (before);
  for (guint i = 0; i < maq_arrangement_get_n_sections (before); i++)
    {
      g_autoptr(MaqArrangement) previous = NULL;

      if (names (self, maq_section_get_id (maq_arrangement_get_section (before, i))))
        continue;

      previous = g_steal_pointer (&after);
      after = take_out (previous, i, self->layer);
    }

  return maq_edit_replace_arrangement (root, after);
}

static char *
dup_strip_layer_label (MaqMove    *self,
                       MaqProject *root)
{
  g_autoptr(GString) kept = g_string_new (NULL);
  const char *name = maq_move_layer_name (root, self->layer);

  for (guint i = 0; i < self->n_ids; i++)
    g_string_append_printf (kept, "%s%s", i > 0 ? _(", ") : "",
                            maq_move_section_name (root, self->ids[i]));

  if (self->n_ids == 0)
    return g_strdup_printf (_("%s out everywhere"), name);

  /* translators: "Strings only in Chorus 1, Chorus 3" */
  return g_strdup_printf (_("%s only in %s"), name, kept->str);
}

MaqMove *
maq_move_strip_layer (MaqId        layer,
                      const MaqId *keep_sections,
                      guint        n_sections)
{
  static const MaqMoveClass move_class = { apply_strip_layer, dup_strip_layer_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer,
                                    .ids = (MaqId *) keep_sections, .n_ids = n_sections });
}

static gboolean
require_motif (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  g_autofree char *name = maq_move_dup_name (self->text, error);

  if (name == NULL ||
      !maq_move_require_number (self->number, 1, MAQ_LEVEL_MAX, _("The level"), error))
    return FALSE;
  if (self->layer != MAQ_ID_NONE && maq_move_require_layer (root, self->layer, error) < 0)
    return FALSE;
  if (self->layer == MAQ_ID_NONE &&
      !maq_move_require_number (self->number2, 0, 127, _("The program"), error))
    return FALSE;

  for (guint i = 0; i < self->n_ids; i++)
    if (maq_move_require_section (root, self->ids[i], error) < 0)
      return FALSE;

  return TRUE;
}

static MaqProject *
apply_motif (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  g_autoptr(MaqProject) result = maq_project_ref (root);
  MaqId layer = self->layer;

  if (!require_motif (self, root, error))
    return NULL;

  if (layer == MAQ_ID_NONE)
    {
      g_autoptr(MaqMove) add = maq_move_add_layer (MAQ_ROLE_TEXTURE, self->text, self->number2, -1);

      g_clear_pointer (&result, maq_project_unref);
      result = maq_move_apply (add, root, error);
      if (result == NULL)
        return NULL;
      layer = maq_move_find_target (add, root, result).layer;
    }

  for (guint i = 0; i < self->n_ids; i++)
    {
      MaqMove place = { .section = self->ids[i], .layer = layer };
      g_autoptr(MaqProject) previous = g_steal_pointer (&result);
      MaqPartFields fields;

      if (!maq_move_begin_part (&place, previous, &fields, error))
        return NULL;

      fields.level = self->number;
      fields.motif = self->text;
      result = maq_move_end_part (&place, previous, &fields);
    }

  return g_steal_pointer (&result);
}

static char *
dup_motif_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autoptr(GString) places = g_string_new (NULL);

  for (guint i = 0; i < self->n_ids; i++)
    g_string_append_printf (places, "%s%s", i > 0 ? _(", ") : "",
                            maq_move_section_name (root, self->ids[i]));

  /* translators: a texture returns: "Harmonics in Intro, Interlude" */
  return g_strdup_printf (_("%s in %s"), self->text != NULL ? self->text : "", places->str);
}

static MaqPath
find_motif_layer (MaqMove    *self,
                  MaqProject *before,
                  MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (after);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);
  MaqPath path = { .song = maq_song_get_id (maq_project_get_current (after)),
                   .arrangement = maq_arrangement_get_id (arrangement),
                   .layer = self->layer };

  if (path.layer == MAQ_ID_NONE && n_layers > 0)
    path.layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement, n_layers - 1));

  return path;
}

MaqMove *
maq_move_motif (MaqId        layer,
                const char  *name,
                int          program,
                const MaqId *sections,
                guint        n_sections,
                int          level)
{
  static const MaqMoveClass move_class = { apply_motif, dup_motif_label, FALSE,
                                           find_motif_layer };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = layer, .number = level,
                                    .number2 = program, .text = maq_move_some (name),
                                    .ids = (MaqId *) sections, .n_ids = n_sections });
}

static MaqProject *
apply_sequence (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  g_autoptr(MaqProject) result = maq_project_ref (root);

  for (guint i = 0; i < self->n_moves; i++)
    {
      g_autoptr(MaqProject) previous = g_steal_pointer (&result);

      result = maq_move_apply (self->moves[i], previous, error);
      if (result == NULL)
        return NULL;
    }

  /* one move may have taken back what another did */
  if (maq_project_equal (root, result))
    return maq_project_ref (root);

  return g_steal_pointer (&result);
}

static char *
dup_sequence_label (MaqMove    *self,
                    MaqProject *root)
{
  if (self->text != NULL)
    return g_strdup (self->text);
  if (self->n_moves > 0)
    return maq_move_dup_label (self->moves[0], root);

  return g_strdup (_("Nothing"));
}

static MaqPath
find_sequence_target (MaqMove    *self,
                      MaqProject *before,
                      MaqProject *after)
{
  if (self->n_moves > 0)
    return maq_move_find_target (self->moves[0], before, after);

  return (MaqPath) { .song = maq_song_get_id (maq_project_get_current (after)),
                     .arrangement = maq_arrangement_get_id (maq_project_get_arrangement (after)) };
}

MaqMove *
maq_move_sequence (MaqMove *const *moves,
                   guint           n_moves,
                   const char     *label)
{
  static const MaqMoveClass move_class = { apply_sequence, dup_sequence_label, FALSE,
                                           find_sequence_target };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .moves = (MaqMove **) moves,
                                    .n_moves = n_moves, .text = maq_move_some (label) });
}
