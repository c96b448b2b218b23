/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

#define SALT_REMARK 3

static MaqProject *
replace_remarks (MaqProject *root,
                 MaqVec     *remarks)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  MaqArrangementFields fields = *maq_arrangement_get_fields (before);
  g_autoptr(MaqArrangement) after = NULL;

  fields.remarks = remarks;
  after = maq_arrangement_with_fields (before, &fields);
  return maq_edit_replace_arrangement (root, after);
}

static MaqProject *
apply_add (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  g_autoptr(MaqVec) remarks = NULL;
  g_autoptr(MaqVec) longer = NULL;
  g_autoptr(MaqRemark) remark = NULL;

  if ((self->section != MAQ_ID_NONE && maq_move_require_section (root, self->section, error) < 0) ||
      (self->layer != MAQ_ID_NONE && maq_move_require_layer (root, self->layer, error) < 0) ||
      !maq_move_require_number (self->number2, 0, MAQ_LIMIT_BARS - 1, _("The bar"), error) ||
      !maq_move_require_text (self->text2, MAQ_LIMIT_NAME_BYTES, error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error))
    return NULL;
  if (self->text == NULL)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                       _("A remark can’t be empty. Say something."));
      return NULL;
    }

  remark = maq_remark_new (&(MaqRemarkFields) {
    .id = maq_arrangement_fresh_id (before, SALT_REMARK),
    .kind = self->number,
    .state = self->value > 0 ? MAQ_REMARK_AGREED : MAQ_REMARK_OPEN,
    .section = self->section,
    .layer = self->layer,
    .bar = self->number2,
    .author = self->text2,
    .text = self->text,
  });
  remarks = maq_move_vec (maq_arrangement_get_fields (before)->remarks, &maq_remark_vec_class);
  longer = maq_vec_with_inserted (remarks, maq_vec_get_length (remarks), remark);
  return replace_remarks (root, longer);
}

static char *
dup_add_label (MaqMove    *self,
               MaqProject *root)
{
  if (self->section != MAQ_ID_NONE)
    return g_strdup_printf (_("Remark on %s"), maq_move_section_name (root, self->section));
  if (self->layer != MAQ_ID_NONE)
    return g_strdup_printf (_("Remark on %s"), maq_move_layer_name (root, self->layer));

  return g_strdup (_("Remark"));
}

MaqMove *
maq_move_add_remark (MaqRemarkKind  kind,
                     MaqId          section,
                     MaqId          layer,
                     int            bar,
                     const char    *author,
                     const char    *text)
{
  static const MaqMoveClass move_class = { apply_add, dup_add_label, FALSE, NULL };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_REMARK_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .number = kind, .number2 = bar,
                                    .text = maq_move_some (text),
                                    .text2 = maq_move_some (author) });
}

MaqMove *
maq_move_add_agreed (const char *author,
                     const char *text)
{
  static const MaqMoveClass move_class = { apply_add, dup_add_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = MAQ_REMARK_DECISION,
                                    .value = 1, .text = maq_move_some (text),
                                    .text2 = maq_move_some (author) });
}

static int
require_remark (MaqProject  *root,
                MaqId        remark,
                GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    if (maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i))->id == remark)
      return i;

  maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE, _("That remark is no longer there."));
  return -1;
}

/* Begins to change a remark: what it says now, or -1 when it is gone. */
static int
begin_remark (MaqMove          *self,
              MaqProject       *root,
              MaqRemarkFields  *fields,
              GError          **error)
{
  int index = require_remark (root, self->other, error);

  if (index >= 0)
    *fields = *maq_remark_get_fields (maq_arrangement_get_remark (
                                        maq_project_get_arrangement (root), index));
  return index;
}

static MaqProject *
end_remark (MaqProject            *root,
            int                    index,
            const MaqRemarkFields *fields)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  g_autoptr(MaqRemark) remark = maq_remark_with_fields (maq_arrangement_get_remark (before, index),
                                                        fields);
  g_autoptr(MaqVec) remarks = maq_vec_with_item (maq_arrangement_get_fields (before)->remarks,
                                                 index, remark);

  return replace_remarks (root, remarks);
}

static MaqProject *
apply_state (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqRemarkFields fields;
  int index = begin_remark (self, root, &fields, error);

  fields.state = self->number;
  return index < 0 ? NULL : end_remark (root, index, &fields);
}

static char *
dup_state_label (MaqMove    *self,
                 MaqProject *root)
{
  static const char *labels[MAQ_N_REMARK_STATES] = {
    N_("Open the remark again"),
    N_("Agree on the remark"),
    N_("Park the remark"),
    N_("Drop the remark"),
  };

  return g_strdup (_(labels[self->number]));
}

MaqMove *
maq_move_remark_state (MaqId          remark,
                       MaqRemarkState state)
{
  static const MaqMoveClass move_class = { apply_state, dup_state_label, TRUE, NULL };

  g_return_val_if_fail ((int) state >= 0 && state < MAQ_N_REMARK_STATES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = remark,
                                    .number = state });
}

static MaqProject *
apply_kind (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqRemarkFields fields;
  int index = begin_remark (self, root, &fields, error);

  fields.kind = self->number;
  return index < 0 ? NULL : end_remark (root, index, &fields);
}

static char *
dup_kind_label (MaqMove    *self,
                MaqProject *root)
{
  static const char *labels[MAQ_N_REMARK_KINDS] = {
    N_("Make the remark a note"),
    N_("Make the remark a question"),
    N_("Make the remark a direction"),
    N_("Make the remark a decision"),
  };

  return g_strdup (_(labels[self->number]));
}

MaqMove *
maq_move_remark_kind (MaqId         remark,
                      MaqRemarkKind kind)
{
  static const MaqMoveClass move_class = { apply_kind, dup_kind_label, TRUE, NULL };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_REMARK_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = remark, .number = kind });
}

static MaqProject *
apply_text (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqRemarkFields fields;
  int index = begin_remark (self, root, &fields, error);

  if (index < 0 || !maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error))
    return NULL;
  if (self->text == NULL)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                       _("A remark can’t be empty. Say something, or delete it."));
      return NULL;
    }

  fields.text = self->text;
  return end_remark (root, index, &fields);
}

static char *
dup_text_label (MaqMove    *self,
                MaqProject *root)
{
  return g_strdup (_("Reword the remark"));
}

MaqMove *
maq_move_remark_text (MaqId       remark,
                      const char *text)
{
  static const MaqMoveClass move_class = { apply_text, dup_text_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = remark,
                                    .text = maq_move_some (text) });
}

static MaqProject *
apply_author (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqRemarkFields fields;
  int index = begin_remark (self, root, &fields, error);

  if (index < 0 || !maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return NULL;

  fields.author = self->text;
  return end_remark (root, index, &fields);
}

static char *
dup_author_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup (_("Say whose remark it is"));
}

MaqMove *
maq_move_remark_author (MaqId       remark,
                        const char *author)
{
  static const MaqMoveClass move_class = { apply_author, dup_author_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = remark,
                                    .text = maq_move_some (author) });
}

static MaqProject *
apply_delete (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int index = require_remark (root, self->other, error);
  g_autoptr(MaqVec) remarks = NULL;

  if (index < 0)
    return NULL;

  remarks = maq_vec_without (maq_arrangement_get_fields (before)->remarks, index);
  return replace_remarks (root, remarks);
}

static char *
dup_delete_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup (_("Delete the remark"));
}

MaqMove *
maq_move_delete_remark (MaqId remark)
{
  static const MaqMoveClass move_class = { apply_delete, dup_delete_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .other = remark });
}
