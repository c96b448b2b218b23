/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

static char *
dup_place (MaqMove    *self,
           MaqProject *root)
{
  /* translators: a layer in a section, such as "Strings in Verse 1" */
  return g_strdup_printf (_("%s in %s"), maq_move_layer_name (root, self->layer),
                          maq_move_section_name (root, self->section));
}

static int
level_before (MaqMove    *self,
              MaqProject *root)
{
  MaqPartFields fields;

  return maq_move_begin_part (self, root, &fields, NULL) ? fields.level : 0;
}

static char *
dup_level_label (MaqMove    *self,
                 MaqProject *root,
                 int         level)
{
  const char *layer = maq_move_layer_name (root, self->layer);
  const char *section = maq_move_section_name (root, self->section);

  if (level == 0)
    /* translators: a layer is taken out of a section: "Strings out in Verse 1" */
    return g_strdup_printf (_("%s out in %s"), layer, section);
  if (level_before (self, root) == 0)
    /* translators: a layer comes in: "Strings into Verse 1 at 5" */
    return g_strdup_printf (_("%s into %s at %d"), layer, section, level);

  /* translators: "Strings in Verse 1 at 7" */
  return g_strdup_printf (_("%s in %s at %d"), layer, section, level);
}

static MaqProject *
apply_level (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqPartFields fields;

  if (!maq_move_begin_part (self, root, &fields, error) ||
      !maq_move_require_number (self->number, 0, MAQ_LEVEL_MAX, _("The level"), error))
    return NULL;

  fields.level = self->number;
  return maq_move_end_part (self, root, &fields);
}

static char *
dup_set_level_label (MaqMove    *self,
                     MaqProject *root)
{
  return dup_level_label (self, root, self->number);
}

MaqMove *
maq_move_part_level (MaqId section,
                     MaqId layer,
                     int   level)
{
  static const MaqMoveClass move_class = { apply_level, dup_set_level_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .number = level });
}

static int
toggled_level (MaqMove    *self,
               MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  if (level_before (self, root) > 0)
    return 0;

  return maq_move_guess_level (arrangement,
                               maq_arrangement_find_section (arrangement, self->section),
                               self->layer);
}

static MaqProject *
apply_toggle (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqPartFields fields;

  if (!maq_move_begin_part (self, root, &fields, error))
    return NULL;

  fields.level = toggled_level (self, root);
  return maq_move_end_part (self, root, &fields);
}

static char *
dup_toggle_label (MaqMove    *self,
                  MaqProject *root)
{
  MaqPartFields fields;

  if (!maq_move_begin_part (self, root, &fields, NULL))
    return dup_place (self, root);

  return dup_level_label (self, root, toggled_level (self, root));
}

MaqMove *
maq_move_part_toggle (MaqId section,
                      MaqId layer)
{
  static const MaqMoveClass move_class = { apply_toggle, dup_toggle_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer });
}

static MaqProject *
apply_entry (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqPartFields fields;
  int index, bars;

  if (!maq_move_begin_part (self, root, &fields, error))
    return NULL;

  index = maq_arrangement_find_section (arrangement, self->section);
  bars = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index))->bars;
  if (!maq_move_require_number (self->number, 0, bars - 1, _("The bar of the entry"), error) ||
      !maq_move_require_number (self->number2, 0, bars, _("The bar of the exit"), error))
    return NULL;
  if (self->number2 != 0 && self->number2 <= self->number)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                       _("%s can’t leave before it enters. Choose a later bar."),
                       maq_move_layer_name (root, self->layer));
      return NULL;
    }

  fields.entry_bar = self->number;
  fields.exit_bar = self->number2 == bars ? 0 : self->number2;
  return maq_move_end_part (self, root, &fields);
}

static char *
dup_entry_label (MaqMove    *self,
                 MaqProject *root)
{
  const char *layer = maq_move_layer_name (root, self->layer);
  const char *section = maq_move_section_name (root, self->section);

  if (self->number2 == 0)
    /* translators: layer, bar of the section, section: "Strings from bar 5 of Verse 1" */
    return g_strdup_printf (_("%s from bar %d of %s"), layer, self->number + 1, section);

  /* translators: layer, bars of the section, section: "Strings in bars 5 to 8 of Verse 1" */
  return g_strdup_printf (_("%s in bars %d to %d of %s"), layer, self->number + 1, self->number2,
                          section);
}

MaqMove *
maq_move_part_entry (MaqId section,
                     MaqId layer,
                     int   entry_bar,
                     int   exit_bar)
{
  static const MaqMoveClass move_class = { apply_entry, dup_entry_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .number = entry_bar, .number2 = exit_bar });
}

/* Gives one of the texts that a part may state, at @offset of its fields, the value of the move. */
static MaqProject *
state_text (MaqMove     *self,
            MaqProject  *root,
            goffset      offset,
            gsize        max_bytes,
            GError     **error)
{
  MaqPartFields fields;

  if (!maq_move_begin_part (self, root, &fields, error) ||
      !maq_move_require_text (self->text, max_bytes, error))
    return NULL;

  G_STRUCT_MEMBER (const char *, &fields, offset) = self->text;
  return maq_move_end_part (self, root, &fields);
}

static MaqMove *
new_text_move (const MaqMoveClass *move_class,
               MaqId               section,
               MaqId               layer,
               const char         *text)
{
  return maq_move_new (&(MaqMove) { .move_class = move_class, .section = section,
                                    .layer = layer, .text = maq_move_some (text) });
}

static MaqProject *
apply_pattern (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  return state_text (self, root, G_STRUCT_OFFSET (MaqPartFields, pattern), MAQ_LIMIT_NAME_BYTES,
                     error);
}

static char *
dup_pattern_label (MaqMove    *self,
                   MaqProject *root)
{
  g_autofree char *place = dup_place (self, root);

  if (self->text == NULL)
    return g_strdup_printf (_("%s: pattern of the band’s choice"), place);

  return g_strdup_printf (_("%s: pattern %s"), place, self->text);
}

MaqMove *
maq_move_part_pattern (MaqId       section,
                       MaqId       layer,
                       const char *pattern)
{
  static const MaqMoveClass move_class = { apply_pattern, dup_pattern_label, TRUE, NULL };

  return new_text_move (&move_class, section, layer, pattern);
}

static MaqProject *
apply_style (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  return state_text (self, root, G_STRUCT_OFFSET (MaqPartFields, style), MAQ_LIMIT_NAME_BYTES,
                     error);
}

static char *
dup_style_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autofree char *place = dup_place (self, root);

  if (self->text == NULL)
    return g_strdup_printf (_("%s: style of the section"), place);

  return g_strdup_printf (_("%s: style %s"), place, self->text);
}

MaqMove *
maq_move_part_style (MaqId       section,
                     MaqId       layer,
                     const char *style)
{
  static const MaqMoveClass move_class = { apply_style, dup_style_label, TRUE, NULL };

  return new_text_move (&move_class, section, layer, style);
}

static MaqProject *
apply_motif (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  return state_text (self, root, G_STRUCT_OFFSET (MaqPartFields, motif), MAQ_LIMIT_NAME_BYTES,
                     error);
}

static char *
dup_motif_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autofree char *place = dup_place (self, root);

  if (self->text == NULL)
    return g_strdup_printf (_("%s: no motif"), place);

  return g_strdup_printf (_("%s: motif %s"), place, self->text);
}

MaqMove *
maq_move_part_motif (MaqId       section,
                     MaqId       layer,
                     const char *motif)
{
  static const MaqMoveClass move_class = { apply_motif, dup_motif_label, TRUE, NULL };

  return new_text_move (&move_class, section, layer, motif);
}

static MaqProject *
apply_direction (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  return state_text (self, root, G_STRUCT_OFFSET (MaqPartFields, direction), MAQ_LIMIT_TEXT_BYTES,
                     error);
}

static char *
dup_direction_label (MaqMove    *self,
                     MaqProject *root)
{
  g_autofree char *place = dup_place (self, root);

  return g_strdup_printf (_("%s: direction"), place);
}

MaqMove *
maq_move_part_direction (MaqId       section,
                         MaqId       layer,
                         const char *direction)
{
  static const MaqMoveClass move_class = { apply_direction, dup_direction_label, TRUE, NULL };

  return new_text_move (&move_class, section, layer, direction);
}

static MaqProject *
apply_sound (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  g_autoptr(MaqSound) sound = NULL;
  MaqPartFields fields;

  if (!maq_move_begin_part (self, root, &fields, error) ||
      !maq_move_require_sound (self, fields.sound, &sound, error))
    return NULL;

  fields.sound = sound;
  return maq_move_end_part (self, root, &fields);
}

static char *
dup_sound_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autofree char *place = dup_place (self, root);

  return g_strdup_printf (_("%s: sound"), place);
}

MaqMove *
maq_move_part_sound (MaqId       section,
                     MaqId       layer,
                     int         bank,
                     int         program,
                     const char *name)
{
  static const MaqMoveClass move_class = { apply_sound, dup_sound_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .number = bank, .number2 = program,
                                    .text = maq_move_some (name) });
}

static MaqProject *
apply_reset (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSectionFields fields;
  g_autoptr(MaqSection) section = NULL;

  if (!maq_move_begin_section (self, root, &fields, error) ||
      maq_move_require_layer (root, self->layer, error) < 0)
    return NULL;

  section = maq_section_without_part (
    maq_arrangement_get_section (maq_project_get_arrangement (root),
                                 maq_arrangement_find_section (maq_project_get_arrangement (root),
                                                               self->section)),
    self->layer);
  return maq_move_end_section (root, maq_section_get_fields (section));
}

static char *
dup_reset_label (MaqMove    *self,
                 MaqProject *root)
{
  MaqSectionFields fields;
  g_autofree char *place = dup_place (self, root);

  if (maq_move_begin_section (self, root, &fields, NULL) && fields.follows != MAQ_ID_NONE)
    /* translators: "Strings in Chorus 2 as in Chorus 1" */
    return g_strdup_printf (_("%s as in %s"), place, maq_move_section_name (root, fields.follows));

  return dup_level_label (self, root, 0);
}

MaqMove *
maq_move_part_reset (MaqId section,
                     MaqId layer)
{
  static const MaqMoveClass move_class = { apply_reset, dup_reset_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer });
}
