/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Moves on arcs. An arc is named by its kind, and one of the other kind by its name
 * too; a move that draws makes it if it is not there yet.
 */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-form.h"
#include "maq-limits.h"

static int
find_arc (MaqArrangement *arrangement,
          MaqMove        *self)
{
  MaqVec *arcs = maq_arrangement_get_fields (arrangement)->arcs;

  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    {
      const MaqArcFields *fields = maq_arc_get_fields (maq_vec_get (arcs, i));

      if ((int) fields->kind == self->number
          && (fields->kind != MAQ_ARC_OTHER || g_strcmp0 (fields->name, self->text) == 0))
        return (int) i;
    }
  return -1;
}

/* What the arc has now: that of a new one if it is not there. */
static void
get_fields (MaqArrangement *arrangement,
            MaqMove        *self,
            MaqArcFields   *fields)
{
  int index = find_arc (arrangement, self);

  if (index >= 0)
    *fields = *maq_arc_get_fields (maq_vec_get (maq_arrangement_get_fields (arrangement)->arcs,
                                                (guint) index));
  else
    *fields = (MaqArcFields) { .kind = (MaqArcKind) self->number, .name = self->text };
}

static gboolean
require_name (MaqMove  *self,
              GError  **error)
{
  if (!maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return FALSE;
  if (self->number == MAQ_ARC_OTHER && self->text == NULL)
    return maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                            _("An arc of your own needs a name. Give it one."));
  return TRUE;
}

/* Puts @arc, or nothing, in the place of the one that @self names. */
static MaqProject *
replace_arc (MaqProject  *root,
             MaqMove     *self,
             MaqArc      *arc,
             GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  MaqArrangementFields fields = *maq_arrangement_get_fields (before);
  g_autoptr (MaqVec) arcs = maq_move_vec (fields.arcs, &maq_arc_vec_class);
  g_autoptr (MaqVec) changed = NULL;
  g_autoptr (MaqArrangement) after = NULL;
  g_autoptr (MaqArrangement) sorted = NULL;
  int index = find_arc (before, self);

  if (arc == NULL)
    changed = index < 0 ? maq_vec_ref (arcs) : maq_vec_without (arcs, (guint) index);
  else if (index >= 0)
    changed = maq_vec_with_item (arcs, (guint) index, arc);
  else if (maq_vec_get_length (arcs) >= MAQ_LIMIT_ARCS)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                       _("An arrangement may have %d arcs. Delete one first."), MAQ_LIMIT_ARCS);
      return NULL;
    }
  else
    changed = maq_vec_with_inserted (arcs, maq_vec_get_length (arcs), arc);
  if (changed == arcs)
    return maq_project_ref (root);
  fields.arcs = maq_vec_get_length (changed) > 0 ? changed : NULL;
  after = maq_arrangement_with_fields (before, &fields);
  sorted = maq_move_sort_arcs (after);
  return maq_edit_replace_arrangement (root, sorted);
}

static int
find_point (MaqVec  *points,
            MaqMove *self)
{
  for (guint i = 0; points != NULL && i < maq_vec_get_length (points); i++)
    if (maq_arc_point_get_section (maq_vec_get (points, i)) == self->section
        && maq_arc_point_get_bar (maq_vec_get (points, i)) == self->value)
      return (int) i;
  return -1;
}

static MaqProject *
apply_point (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqArcFields fields;
  g_autoptr (MaqVec) points = NULL;
  g_autoptr (MaqVec) changed = NULL;
  g_autoptr (MaqArcPoint) point = NULL;
  g_autoptr (MaqArc) arc = NULL;
  int index;

  if (!require_name (self, error) || maq_move_require_section (root, self->section, error) < 0
      || !maq_move_require_number (self->value, 0.0, MAQ_LIMIT_BARS, _("The bar"), error)
      || !maq_move_require_number (self->value2, 0.0, 10.0, _("The height"), error))
    return NULL;
  get_fields (arrangement, self, &fields);
  points = maq_move_vec (fields.points, &maq_arc_point_vec_class);
  index = find_point (points, self);
  if (index < 0 && maq_vec_get_length (points) >= MAQ_LIMIT_ARC_POINTS)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                       _("An arc may have %d points. Delete one first."), MAQ_LIMIT_ARC_POINTS);
      return NULL;
    }
  point = maq_arc_point_new (self->section, self->value, self->value2, self->number2 != 0);
  if (index >= 0 && maq_arc_point_equal (maq_vec_get (points, (guint) index), point))
    return maq_project_ref (root);
  changed = index >= 0 ? maq_vec_with_item (points, (guint) index, point)
                       : maq_vec_with_inserted (points, maq_vec_get_length (points), point);
  fields.points = changed;
  arc = maq_arc_new (&fields);
  return replace_arc (root, self, arc, error);
}

/* "Energy" */
static const char *
get_label (MaqMove *self)
{
  return self->number == MAQ_ARC_OTHER && self->text != NULL
           ? self->text : maq_arc_kind_get_label ((MaqArcKind) self->number);
}

static char *
dup_point_label (MaqMove    *self,
                 MaqProject *root)
{
  /* Translators: an arc, such as energy; where; how high */
  return g_strdup_printf (_("%s in %s: %.1f"), get_label (self),
                          maq_move_section_name (root, self->section), self->value2);
}

/* An arc is nothing that is selected. */
static MaqPath
find_no_target (MaqMove    *self,
                MaqProject *before,
                MaqProject *after)
{
  return (MaqPath) { 0 };
}

MaqMove *
maq_move_arc_point (MaqArcKind  kind,
                    const char *name,
                    MaqId       section,
                    double      bar,
                    double      value,
                    gboolean    is_smooth)
{
  static const MaqMoveClass move_class = { apply_point, dup_point_label, FALSE, find_no_target };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_ARC_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = kind,
                                    .text = maq_move_some (name), .section = section,
                                    .value = bar, .value2 = value, .number2 = is_smooth });
}

static MaqProject *
apply_delete_point (MaqMove     *self,
                    MaqProject  *root,
                    GError     **error)
{
  MaqArcFields fields;
  g_autoptr (MaqVec) points = NULL;
  g_autoptr (MaqArc) arc = NULL;
  int index;

  get_fields (maq_project_get_arrangement (root), self, &fields);
  index = find_point (fields.points, self);
  if (index < 0)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                       _("That point of the arc is no longer there."));
      return NULL;
    }
  points = maq_vec_without (fields.points, (guint) index);
  fields.points = points;
  arc = maq_vec_get_length (points) > 0 ? maq_arc_new (&fields) : NULL;
  return replace_arc (root, self, arc, error);
}

static char *
dup_delete_point_label (MaqMove    *self,
                        MaqProject *root)
{
  return g_strdup_printf (_("%s in %s: no point"), get_label (self),
                          maq_move_section_name (root, self->section));
}

MaqMove *
maq_move_delete_arc_point (MaqArcKind  kind,
                           const char *name,
                           MaqId       section,
                           double      bar)
{
  static const MaqMoveClass move_class = { apply_delete_point, dup_delete_point_label, FALSE,
                                           find_no_target };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_ARC_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = kind,
                                    .text = maq_move_some (name), .section = section,
                                    .value = bar });
}

/* From @section and the bar in value to @other and the bar in stated. */
static MaqProject *
apply_shift (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqArcFields fields;
  g_autoptr (MaqVec) left = NULL;
  g_autoptr (MaqArc) arc = NULL;
  g_autoptr (MaqProject) without = NULL;
  MaqMove to = *self;
  int index;

  get_fields (maq_project_get_arrangement (root), self, &fields);
  index = find_point (fields.points, self);
  if (index < 0)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                       _("That point of the arc is no longer there."));
      return NULL;
    }
  to.section = self->other;
  to.value = self->stated.value;
  to.number2 = maq_arc_point_is_smooth (maq_vec_get (fields.points, (guint) index));
  if (to.section == self->section && to.value == self->value)
    return apply_point (&to, root, error);
  left = maq_vec_without (fields.points, (guint) index);
  fields.points = left;
  arc = maq_arc_new (&fields);
  without = replace_arc (root, self, arc, error);
  return without == NULL ? NULL : apply_point (&to, without, error);
}

static char *
dup_shift_label (MaqMove    *self,
                 MaqProject *root)
{
  return g_strdup_printf (_("%s in %s: %.1f"), get_label (self),
                          maq_move_section_name (root, self->other), self->value2);
}

MaqMove *
maq_move_shift_arc_point (MaqArcKind  kind,
                          const char *name,
                          MaqId       section,
                          double      bar,
                          MaqId       to_section,
                          double      to_bar,
                          double      value)
{
  static const MaqMoveClass move_class = { apply_shift, dup_shift_label, FALSE, find_no_target };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_ARC_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = kind,
                                    .text = maq_move_some (name), .section = section,
                                    .value = bar, .other = to_section,
                                    .stated = { TRUE, to_bar }, .value2 = value });
}

static MaqProject *
apply_shape (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqArcFields fields;
  g_autoptr (MaqForm) form = NULL;
  g_autoptr (MaqArc) arc = NULL;

  if (!require_name (self, error))
    return NULL;
  if (maq_arrangement_get_n_sections (arrangement) == 0)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                       _("There are no sections to lay an arc over. Add one first."));
      return NULL;
    }
  get_fields (arrangement, self, &fields);
  form = maq_form_new (maq_project_get_current (root), arrangement);
  arc = maq_arc_shape_apply ((MaqArcShape) self->number2, &fields, form);
  return replace_arc (root, self, arc, error);
}

static char *
dup_shape_label (MaqMove    *self,
                 MaqProject *root)
{
  return g_strdup_printf (_("%s: %s"), get_label (self),
                          maq_arc_shape_get_label ((MaqArcShape) self->number2));
}

MaqMove *
maq_move_shape_arc (MaqArcKind   kind,
                    const char  *name,
                    MaqArcShape  shape)
{
  static const MaqMoveClass move_class = { apply_shape, dup_shape_label, FALSE, find_no_target };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_ARC_KINDS, NULL);
  g_return_val_if_fail ((int) shape >= 0 && shape < MAQ_N_ARC_SHAPES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = kind,
                                    .text = maq_move_some (name), .number2 = (int) shape });
}

static MaqProject *
apply_delete_arc (MaqMove     *self,
                  MaqProject  *root,
                  GError     **error)
{
  if (find_arc (maq_project_get_arrangement (root), self) < 0)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE, _("That arc is no longer there."));
      return NULL;
    }
  return replace_arc (root, self, NULL, error);
}

static char *
dup_delete_arc_label (MaqMove    *self,
                      MaqProject *root)
{
  return g_strdup_printf (_("%s: no arc"), get_label (self));
}

MaqMove *
maq_move_delete_arc (MaqArcKind  kind,
                     const char *name)
{
  static const MaqMoveClass move_class = { apply_delete_arc, dup_delete_arc_label, FALSE,
                                           find_no_target };

  g_return_val_if_fail ((int) kind >= 0 && kind < MAQ_N_ARC_KINDS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = kind,
                                    .text = maq_move_some (name) });
}
