/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the recording of parts is. */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

static int
find_take (MaqVec *takes,
           MaqId   section,
           MaqId   layer)
{
  for (guint i = 0; i < maq_vec_get_length (takes); i++)
    {
      const MaqTakeFields *fields = maq_take_get_fields (maq_vec_get (takes, i));

      if (fields->section == section && fields->layer == layer)
        return (int) i;
    }

  return -1;
}

/* "to do" is what every part is of which nothing is said */
static gboolean
says_nothing (const MaqTakeFields *fields)
{
  return fields->state == MAQ_TAKE_TO_DO && fields->number == 0 &&
         (fields->note == NULL || *fields->note == '\0') && fields->foreign == NULL;
}

static MaqVec *
put_take (MaqVec              *takes,
          int                  index,
          const MaqTakeFields *fields)
{
  g_autoptr(MaqTake) take = NULL;

  if (says_nothing (fields))
    return index >= 0 ? maq_vec_without (takes, index) : maq_vec_ref (takes);

  if (index >= 0)
    take = maq_take_with_fields (maq_vec_get (takes, index), fields);
  else
    take = maq_take_new (fields);
  return index >= 0 ? maq_vec_with_item (takes, index, take)
                    : maq_vec_with_inserted (takes, maq_vec_get_length (takes), take);
}

/* changes what is said of a part: state and number, or the note */
static MaqProject *
change_take (MaqMove     *self,
             MaqProject  *root,
             gboolean     is_note,
             GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqArrangementFields after = *maq_arrangement_get_fields (arrangement);
  MaqTakeFields fields = { .section = self->section, .layer = self->layer };
  g_autoptr(MaqVec) takes = maq_move_vec (after.takes, &maq_take_vec_class);
  g_autoptr(MaqVec) changed = NULL;
  g_autoptr(MaqArrangement) result = NULL;
  int index;

  if (maq_move_require_section (root, self->section, error) < 0 ||
      maq_move_require_layer (root, self->layer, error) < 0 ||
      !maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error) ||
      !maq_move_require_number (self->number2, 0, MAQ_LIMIT_TAKES, _("The take"), error))
    return NULL;

  index = find_take (takes, self->section, self->layer);
  if (index >= 0)
    fields = *maq_take_get_fields (maq_vec_get (takes, index));
  if (is_note)
    fields.note = self->text;
  else
    {
      fields.state = self->number;
      fields.number = self->number2;
    }

  changed = put_take (takes, index, &fields);
  after.takes = changed;
  result = maq_arrangement_with_fields (arrangement, &after);
  return maq_edit_replace_arrangement (root, result);
}

static MaqProject *
apply_take (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  return change_take (self, root, FALSE, error);
}

static char *
dup_take_label (MaqMove    *self,
                MaqProject *root)
{
  const MaqTakeFields fields = { .state = self->number, .number = self->number2 };
  g_autofree char *words = maq_take_dup_words (&fields);

  /* translators: layer, section, and how far its recording is: "Bass in Verse 1: Keep 3" */
  return g_strdup_printf (_("%s in %s: %s"), maq_move_layer_name (root, self->layer),
                          maq_move_section_name (root, self->section), words);
}

MaqMove *
maq_move_part_take (MaqId        section,
                    MaqId        layer,
                    MaqTakeState state,
                    int          number)
{
  static const MaqMoveClass move_class = { apply_take, dup_take_label, TRUE, NULL };

  g_return_val_if_fail ((int) state >= 0 && state < MAQ_N_TAKE_STATES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .number = state, .number2 = number });
}

static MaqProject *
apply_note (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  return change_take (self, root, TRUE, error);
}

static char *
dup_note_label (MaqMove    *self,
                MaqProject *root)
{
  return g_strdup_printf (_("%s in %s: note on the take"),
                          maq_move_layer_name (root, self->layer),
                          maq_move_section_name (root, self->section));
}

MaqMove *
maq_move_part_take_note (MaqId       section,
                         MaqId       layer,
                         const char *note)
{
  static const MaqMoveClass move_class = { apply_note, dup_note_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .text = maq_move_some (note) });
}
