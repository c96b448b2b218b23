/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-excerpt.h"

#include "maq-arc-shape.h"
#include "maq-vec-private.h"

#define MOST 10.0 /* of an arc; a smooth one may swing a little further between its points */

typedef struct
{
  MaqArrangement *whole;
  MaqForm        *form;
  guint           first;
  guint           end;     /* the section after the last */
  GHashTable     *ids;     /* of the sections that stay */
} Excerpt;

static gboolean
stays (const Excerpt *self,
       MaqId          section)
{
  return g_hash_table_contains (self->ids, &section);
}

static MaqId
remark_section (gpointer remark)
{
  return maq_remark_get_fields (remark)->section;
}

static MaqId
take_section (gpointer take)
{
  return maq_take_get_fields (take)->section;
}

static MaqId
dismissal_section (gpointer dismissal)
{
  return maq_dismissal_get_fields (dismissal)->section;
}

/* What is about a section that stays, or about none; %NULL for nothing. */
static MaqVec *
keep (const Excerpt     *self,
      MaqVec            *vec,
      const MaqVecClass *vec_class,
      MaqId            (*get_section) (gpointer item))
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < maq_vec_get_length0 (vec); i++)
    {
      MaqId section = get_section (maq_vec_get (vec, i));

      if (section == MAQ_ID_NONE || stays (self, section))
        g_ptr_array_add (kept, maq_vec_get (vec, i));
    }
  return kept->len > 0 ? maq_vec_new (vec_class, kept->pdata, kept->len) : NULL;
}

static MaqVec *
keep_sections (const Excerpt *self)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = self->first; i < self->end; i++)
    {
      MaqSection *section = maq_arrangement_get_section (self->whole, i);
      MaqId follows = maq_section_get_fields (section)->follows;

      if (follows != MAQ_ID_NONE && !stays (self, follows))
        section = maq_arrangement_get_resolved (self->whole, i);
      g_ptr_array_add (kept, section);
    }
  return maq_vec_new (&maq_section_vec_class, kept->pdata, kept->len);
}

/* A point of a section that stays, as high as the arc is at @x; smooth if it was before. */
static MaqArcPoint *
make_end (const MaqFormSection *place,
          MaqCurve             *curve,
          double                x,
          double                bar)
{
  gboolean is_smooth = FALSE;

  for (guint i = 0; i < maq_curve_get_n_points (curve); i++)
    if (maq_curve_get_point (curve, i)->x <= x)
      is_smooth = maq_curve_get_point (curve, i)->is_smooth;
  return maq_arc_point_new (maq_section_get_id (place->section), bar,
                            CLAMP (maq_curve_evaluate (curve, x), 0.0, MOST), is_smooth);
}

/* Points beyond the end of their section stand at it: to the first of them the arc goes before it
 * jumps, so they are kept, and the end that is made stands behind them. */
static MaqArc *
cut_arc (const Excerpt *self,
         MaqArc        *arc)
{
  MaqArcFields fields = *maq_arc_get_fields (arc);
  g_autoptr(MaqCurve) curve = maq_arc_dup_curve (arc, self->form);
  const MaqFormSection *first = maq_form_get_section (self->form, self->first);
  const MaqFormSection *last = maq_form_get_section (self->form, self->end - 1);
  double end_bar = last->bars;
  g_autoptr(GPtrArray) points =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_point_unref);
  g_autoptr(MaqVec) kept = NULL;

  if (curve == NULL)
    return maq_arc_ref (arc);
  g_ptr_array_add (points, make_end (first, curve, first->first_bar, 0.0));
  for (guint i = 0; i < maq_vec_get_length0 (fields.points); i++)
    {
      MaqArcPoint *point = maq_vec_get (fields.points, i);
      const MaqId section = maq_arc_point_get_section (point);

      if (!stays (self, section) || (section == maq_section_get_id (first->section)
                                     && maq_arc_point_get_bar (point) <= 0.0))
        continue;
      g_ptr_array_add (points, maq_arc_point_ref (point));
      if (section == maq_section_get_id (last->section))
        end_bar = MAX (end_bar, maq_arc_point_get_bar (point));
    }
  g_ptr_array_add (points, make_end (last, curve, last->first_bar + last->bars, end_bar));
  kept = maq_vec_new (&maq_arc_point_vec_class, points->pdata, points->len);
  fields.points = kept;
  return maq_arc_with_fields (arc, &fields);
}

static MaqVec *
cut_arcs (const Excerpt *self,
          MaqVec        *arcs)
{
  g_autoptr(GPtrArray) cut = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_unref);

  for (guint i = 0; i < maq_vec_get_length0 (arcs); i++)
    g_ptr_array_add (cut, cut_arc (self, maq_vec_get (arcs, i)));
  return cut->len > 0 ? maq_vec_new (&maq_arc_vec_class, cut->pdata, cut->len) : NULL;
}

MaqArrangement *
maq_excerpt_new (MaqArrangement *arrangement,
                 MaqForm        *form,
                 guint           first,
                 guint           n_sections,
                 const char     *name)
{
  MaqArrangementFields fields = *maq_arrangement_get_fields (arrangement);
  Excerpt self = { arrangement, form, first, first + n_sections, NULL };
  g_autoptr(GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(MaqVec) sections = NULL;
  g_autoptr(MaqVec) arcs = NULL;
  g_autoptr(MaqVec) remarks = NULL;
  g_autoptr(MaqVec) takes = NULL;
  g_autoptr(MaqVec) dismissals = NULL;

  g_return_val_if_fail (n_sections > 0, NULL);
  g_return_val_if_fail (self.end <= maq_arrangement_get_n_sections (arrangement), NULL);

  if (n_sections == maq_arrangement_get_n_sections (arrangement))
    return maq_arrangement_ref (arrangement);
  self.ids = ids;
  for (guint i = self.first; i < self.end; i++)
    g_hash_table_add (ids,
                      (gpointer) &maq_section_get_fields (
                        maq_arrangement_get_section (arrangement, i))->id);
  sections = keep_sections (&self);
  arcs = cut_arcs (&self, fields.arcs);
  remarks = keep (&self, fields.remarks, &maq_remark_vec_class, remark_section);
  takes = keep (&self, fields.takes, &maq_take_vec_class, take_section);
  dismissals = keep (&self, fields.dismissals, &maq_dismissal_vec_class, dismissal_section);
  fields.name = name;
  fields.target_seconds = 0;
  fields.sections = sections;
  fields.arcs = arcs;
  fields.remarks = remarks;
  fields.takes = takes;
  fields.dismissals = dismissals;
  return maq_arrangement_with_fields (arrangement, &fields);
}
