/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people do not want to be told any more. */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-limits.h"

static MaqProject *
replace (MaqProject *root,
         MaqVec     *dismissals)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  MaqArrangementFields fields = *maq_arrangement_get_fields (before);
  g_autoptr(MaqArrangement) after = NULL;

  fields.dismissals = dismissals;
  after = maq_arrangement_with_fields (before, &fields);
  return maq_edit_replace_arrangement (root, after);
}

static gboolean
require (MaqMove     *self,
         MaqProject  *root,
         GError     **error)
{
  g_autofree char *check = maq_move_dup_name (self->text, error);

  return check != NULL && maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error) &&
         (self->section == MAQ_ID_NONE ||
          maq_move_require_section (root, self->section, error) >= 0) &&
         (self->layer == MAQ_ID_NONE || maq_move_require_layer (root, self->layer, error) >= 0);
}

static MaqProject *
apply_dismiss (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  MaqVec *known = maq_arrangement_get_fields (maq_project_get_arrangement (root))->dismissals;
  g_autoptr(MaqVec) before = maq_move_vec (known, &maq_dismissal_vec_class);
  g_autoptr(MaqDismissal) dismissal = NULL;
  g_autoptr(MaqVec) after = NULL;
  guint n = maq_vec_get_length (before);

  if (!require (self, root, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    if (maq_dismissal_covers (maq_vec_get (before, i), self->text, self->section, self->layer))
      return maq_project_ref (root);
  if (n >= MAQ_LIMIT_DISMISSALS)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                       _("Too much is dismissed already. Bring some of it back first."));
      return NULL;
    }

  dismissal = maq_dismissal_new (&(MaqDismissalFields) { .check = self->text,
                                                         .section = self->section,
                                                         .layer = self->layer });
  after = maq_vec_with_inserted (before, n, dismissal);
  return replace (root, after);
}

static char *
dup_dismiss_label (MaqMove    *self,
                   MaqProject *root)
{
  if (self->section != MAQ_ID_NONE)
    return g_strdup_printf (_("Advice on %s dismissed"),
                            maq_move_section_name (root, self->section));

  return g_strdup (_("Advice dismissed"));
}

MaqMove *
maq_move_dismiss (const char *check,
                  MaqId       section,
                  MaqId       layer)
{
  static const MaqMoveClass move_class = { apply_dismiss, dup_dismiss_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .text = maq_move_some (check) });
}

static MaqProject *
apply_bring_back (MaqMove     *self,
                  MaqProject  *root,
                  GError     **error)
{
  MaqVec *known = maq_arrangement_get_fields (maq_project_get_arrangement (root))->dismissals;
  g_autoptr(MaqVec) after = maq_move_vec (known, &maq_dismissal_vec_class);

  if (!require (self, root, error))
    return NULL;

  for (guint i = maq_vec_get_length (after); i-- > 0;)
    if (maq_dismissal_covers (maq_vec_get (after, i), self->text, self->section, self->layer))
      {
        g_autoptr(MaqVec) longer = g_steal_pointer (&after);

        after = maq_vec_without (longer, i);
      }

  return replace (root, after);
}

static char *
dup_bring_back_label (MaqMove    *self,
                      MaqProject *root)
{
  if (self->section != MAQ_ID_NONE)
    return g_strdup_printf (_("Advice on %s brought back"),
                            maq_move_section_name (root, self->section));

  return g_strdup (_("Advice brought back"));
}

MaqMove *
maq_move_bring_back (const char *check,
                     MaqId       section,
                     MaqId       layer)
{
  static const MaqMoveClass move_class = { apply_bring_back, dup_bring_back_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .layer = layer, .text = maq_move_some (check) });
}
