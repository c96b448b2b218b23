/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-check-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-vec-private.h"

/* What an arrangement is held against: one for which everything held, or nothing. */
typedef struct
{
  const MaqCheckPlace *place;
  MaqArrangement      *after;
  MaqArrangement      *before;        /* or NULL */
  gboolean             is_meter_same;
  gboolean             has_same_form;   /* the same section ids in the same order */
  gboolean             has_same_layers; /* the same layer ids in the same order */
  GHashTable          *indices;         /* section id → index + 1; NULL if the form is the same */
  GHashTable          *known;           /* sections of before; NULL if the form is the same */
  GArray              *changed;         /* ids of sections that are not known */
} Comparison;

static gboolean
have_same_sections (MaqArrangement *a,
                    MaqArrangement *b)
{
  guint n_sections = maq_arrangement_get_n_sections (a);

  if (maq_arrangement_get_fields (a)->sections == maq_arrangement_get_fields (b)->sections)
    return TRUE;
  if (n_sections != maq_arrangement_get_n_sections (b))
    return FALSE;

  for (guint i = 0; i < n_sections; i++)
    {
      MaqSection *left = maq_arrangement_get_section (a, i);
      MaqSection *right = maq_arrangement_get_section (b, i);

      if (left != right && maq_section_get_id (left) != maq_section_get_id (right))
        return FALSE;
    }

  return TRUE;
}

static gboolean
have_same_layers (MaqArrangement *a,
                  MaqArrangement *b)
{
  guint n_layers = maq_arrangement_get_n_layers (a);

  if (n_layers != maq_arrangement_get_n_layers (b))
    return FALSE;

  for (guint i = 0; i < n_layers; i++)
    {
      MaqLayer *left = maq_arrangement_get_layer (a, i);
      MaqLayer *right = maq_arrangement_get_layer (b, i);

      if (left != right && maq_layer_get_id (left) != maq_layer_get_id (right))
        return FALSE;
    }

  return TRUE;
}

static int
find_section (Comparison *self,
              MaqId       id)
{
  if (self->indices == NULL)
    return maq_arrangement_find_section (self->after, id);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->indices, &id)) - 1;
}

static MaqSection *
find_followed (Comparison *self,
               MaqSection *section)
{
  MaqId id = maq_section_get_fields (section)->follows;
  int index = id != MAQ_ID_NONE ? find_section (self, id) : -1;

  return index >= 0 ? maq_arrangement_get_section (self->after, index) : NULL;
}

static gboolean
is_known (Comparison *self,
          guint       index)
{
  MaqSection *section = maq_arrangement_get_section (self->after, index);

  if (self->before == NULL)
    return FALSE;
  if (self->has_same_form)
    return maq_arrangement_get_section (self->before, index) == section;

  return g_hash_table_contains (self->known, section);
}

static gboolean
has_changed (Comparison *self,
             MaqId       id)
{
  for (guint i = 0; i < self->changed->len; i++)
    if (g_array_index (self->changed, MaqId, i) == id)
      return TRUE;

  return FALSE;
}

static gboolean
check_layer (const MaqCheckPlace *outer,
             MaqArrangement      *arrangement,
             guint                index)
{
  MaqLayer *layer = maq_arrangement_get_layer (arrangement, index);
  const MaqLayerFields *fields = maq_layer_get_fields (layer);
  MaqCheckPlace place = *outer;

  place.layer = layer;
  place.layer_number = index + 1;
  if (fields->id == MAQ_ID_NONE)
    return maq_check_fail (&place, _("it has no id."));
  if (maq_arrangement_find_layer (arrangement, fields->id) != (int) index)
    return maq_check_fail (&place, _("its id %" G_GINT64_MODIFIER "x is taken by another layer."),
                           fields->id);

  return maq_check_text (&place, _("the name"), fields->name, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (&place, _("the performer"), fields->performer, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (&place, _("the direction"), fields->direction, MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_foreign (&place, fields->foreign) &&
         maq_check_number (&place, _("the role"), fields->role, 0, MAQ_N_ROLES - 1) &&
         maq_check_sound (&place, fields->sound) &&
         maq_check_number (&place, _("the gain"), fields->gain_db, MAQ_GAIN_MIN_DB,
                           MAQ_GAIN_MAX_DB) &&
         maq_check_number (&place, _("the pan"), fields->pan, -1.0, 1.0) &&
         maq_check_number (&place, _("the distance"), fields->distance, 0.0, 1.0) &&
         maq_check_number (&place, _("the lag"), fields->lag_ms, -50.0, 50.0) &&
         (fields->swing == 0 ||
          maq_check_number (&place, _("the swing"), fields->swing, 50.0, 75.0));
}

static gboolean
check_layers (Comparison *self)
{
  MaqVec *layers = maq_arrangement_get_fields (self->after)->layers;
  MaqVec *former = self->before != NULL ? maq_arrangement_get_fields (self->before)->layers : NULL;

  if (self->before != NULL && layers == former)
    return TRUE;
  if (!maq_check_number (self->place, _("the number of layers"), maq_vec_get_length0 (layers), 0,
                         MAQ_LIMIT_LAYERS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (layers); i++)
    if (!(self->has_same_layers && maq_vec_get (layers, i) == maq_vec_get (former, i)) &&
        !check_layer (self->place, self->after, i))
      return FALSE;

  return TRUE;
}

/* the first place where each section stands, so that a second is noticed */
static gboolean
index_sections (Comparison *self)
{
  self->indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < maq_arrangement_get_n_sections (self->after); i++)
    {
      MaqSection *section = maq_arrangement_get_section (self->after, i);
      const MaqId *id = &maq_section_get_fields (section)->id;
      MaqCheckPlace place = *self->place;

      place.section = section;
      place.section_number = i + 1;
      if (*id == MAQ_ID_NONE)
        return maq_check_fail (&place, _("it has no id."));
      if (g_hash_table_contains (self->indices, id))
        return maq_check_fail (&place, _("its id %" G_GINT64_MODIFIER
                                         "x is taken by another section."), *id);
      g_hash_table_insert (self->indices, (gpointer) id, GINT_TO_POINTER (i + 1));
    }

  return TRUE;
}

static void
collect_known (Comparison *self)
{
  self->known = g_hash_table_new (NULL, NULL);
  for (guint i = 0; self->before != NULL && i < maq_arrangement_get_n_sections (self->before); i++)
    g_hash_table_add (self->known, maq_arrangement_get_section (self->before, i));
}

static void
collect_changed (Comparison *self)
{
  self->changed = g_array_new (FALSE, FALSE, sizeof (MaqId));
  for (guint i = 0; i < maq_arrangement_get_n_sections (self->after); i++)
    if (!is_known (self, i))
      g_array_append_val (self->changed,
                          maq_section_get_fields (maq_arrangement_get_section (self->after,
                                                                               i))->id);
}

static gboolean
check_follows (const MaqCheckPlace *place,
               MaqSection          *followed)
{
  const MaqSectionFields *fields = maq_section_get_fields (place->section);

  if (fields->follows == MAQ_ID_NONE)
    return TRUE;
  if (fields->follows == fields->id)
    return maq_check_fail (place, _("it follows itself."));
  if (followed == NULL)
    return maq_check_fail (place, _("it follows a section %" G_GINT64_MODIFIER
                                    "x that is not there."), fields->follows);
  if (maq_section_get_fields (followed)->follows != MAQ_ID_NONE)
    return maq_check_fail (place, _("it follows “%s”, which follows another section itself."),
                           maq_section_get_name (followed));

  return TRUE;
}

static gboolean
check_one_section (Comparison *self,
                   guint       index)
{
  MaqSection *section = maq_arrangement_get_section (self->after, index);
  MaqId follows = maq_section_get_fields (section)->follows;
  MaqSection *former = NULL;
  MaqSection *followed = NULL;
  MaqCheckPlace place = *self->place;
  gboolean holds = is_known (self, index) && self->has_same_layers;

  if (holds && self->is_meter_same && (follows == MAQ_ID_NONE ||
      (self->has_same_form && !has_changed (self, follows))))
    return TRUE;

  place.section = section;
  place.section_number = index + 1;
  followed = find_followed (self, section);
  if (self->has_same_form && self->has_same_layers && self->before != NULL)
    former = maq_arrangement_get_section (self->before, index);

  return (holds || maq_check_section (&place, former)) &&
         check_follows (&place, followed) &&
         maq_check_bars (&place, followed, maq_song_get_fields (self->place->song)->meter);
}

static gboolean
check_sections (Comparison *self)
{
  MaqVec *sections = maq_arrangement_get_fields (self->after)->sections;

  if (self->has_same_form && self->has_same_layers && self->is_meter_same &&
      sections == maq_arrangement_get_fields (self->before)->sections)
    return TRUE;
  if (!maq_check_number (self->place, _("the number of sections"), maq_vec_get_length0 (sections),
                         0, MAQ_LIMIT_SECTIONS))
    return FALSE;

  if (!self->has_same_form)
    {
      collect_known (self);
      if (!index_sections (self))
        return FALSE;
    }
  collect_changed (self);

  for (guint i = 0; i < maq_vec_get_length0 (sections); i++)
    if (!check_one_section (self, i))
      return FALSE;

  return TRUE;
}

static gboolean
check_points (Comparison *self,
              MaqVec     *points)
{
  int last = 0;
  double last_bar = 0;

  if (!maq_check_number (self->place, _("the number of points of an arc"),
                         maq_vec_get_length0 (points), 0, MAQ_LIMIT_ARC_POINTS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (points); i++)
    {
      MaqArcPoint *point = maq_vec_get (points, i);
      int section = find_section (self, maq_arc_point_get_section (point));
      double bar = maq_arc_point_get_bar (point);

      if (section < 0)
        return maq_check_fail (self->place, _("an arc has a point in a section %" G_GINT64_MODIFIER
                                              "x that is not there."),
                               maq_arc_point_get_section (point));
      if (!maq_check_number (self->place, _("the bar of a point of an arc"), bar, 0,
                             MAQ_LIMIT_BARS) ||
          !maq_check_number (self->place, _("the value of a point of an arc"),
                             maq_arc_point_get_value (point), 0.0, 10.0))
        return FALSE;
      if (section < last || (section == last && bar < last_bar))
        return maq_check_fail (self->place, _("point %u of an arc stands after a later one."),
                               i + 1);
      last = section;
      last_bar = bar;
    }

  return TRUE;
}

static gboolean
check_arcs (Comparison *self)
{
  MaqVec *arcs = maq_arrangement_get_fields (self->after)->arcs;

  if (self->has_same_form && arcs == maq_arrangement_get_fields (self->before)->arcs)
    return TRUE;
  if (!maq_check_number (self->place, _("the number of arcs"), maq_vec_get_length0 (arcs), 0,
                         MAQ_LIMIT_ARCS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (arcs); i++)
    {
      const MaqArcFields *fields = maq_arc_get_fields (maq_vec_get (arcs, i));

      if (!maq_check_number (self->place, _("the kind of an arc"), fields->kind, 0,
                             MAQ_N_ARC_KINDS - 1) ||
          !maq_check_text (self->place, _("the name of an arc"), fields->name,
                           MAQ_LIMIT_NAME_BYTES) ||
          !maq_check_foreign (self->place, fields->foreign))
        return FALSE;
      if (fields->kind == MAQ_ARC_OTHER && fields->name == NULL)
        return maq_check_fail (self->place, _("an arc of another kind has no name."));
      if (!check_points (self, fields->points))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_remark (Comparison *self,
              GHashTable *ids,
              MaqRemark  *remark)
{
  const MaqRemarkFields *fields = maq_remark_get_fields (remark);

  if (fields->id == MAQ_ID_NONE)
    return maq_check_fail (self->place, _("a remark has no id."));
  if (!g_hash_table_add (ids, (gpointer) &fields->id))
    return maq_check_fail (self->place, _("two remarks have the id %" G_GINT64_MODIFIER "x."),
                           fields->id);
  if (fields->section != MAQ_ID_NONE && find_section (self, fields->section) < 0)
    return maq_check_fail (self->place, _("a remark is about a section %" G_GINT64_MODIFIER
                                          "x that is not there."), fields->section);
  if (fields->layer != MAQ_ID_NONE && maq_arrangement_find_layer (self->after, fields->layer) < 0)
    return maq_check_fail (self->place, _("a remark is about a layer %" G_GINT64_MODIFIER
                                          "x that is not there."), fields->layer);

  return maq_check_number (self->place, _("the kind of a remark"), fields->kind, 0,
                           MAQ_N_REMARK_KINDS - 1) &&
         maq_check_number (self->place, _("the state of a remark"), fields->state, 0,
                           MAQ_N_REMARK_STATES - 1) &&
         maq_check_number (self->place, _("the bar of a remark, from 0,"), fields->bar, 0,
                           MAQ_LIMIT_BARS - 1) &&
         maq_check_text (self->place, _("the author of a remark"), fields->author,
                         MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (self->place, _("a remark"), fields->text, MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_foreign (self->place, fields->foreign);
}

static gboolean
check_remarks (Comparison *self)
{
  MaqVec *remarks = maq_arrangement_get_fields (self->after)->remarks;
  g_autoptr(GHashTable) ids = NULL;

  if (self->has_same_form && self->has_same_layers &&
      remarks == maq_arrangement_get_fields (self->before)->remarks)
    return TRUE;
  if (!maq_check_number (self->place, _("the number of remarks"), maq_vec_get_length0 (remarks), 0,
                         MAQ_LIMIT_REMARKS))
    return FALSE;

  ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < maq_vec_get_length0 (remarks); i++)
    if (!check_remark (self, ids, maq_vec_get (remarks, i)))
      return FALSE;

  return TRUE;
}

gboolean
maq_check_arrangement (const MaqCheckPlace *place,
                       MaqArrangement      *before,
                       gboolean             is_meter_same)
{
  const MaqArrangementFields *fields = maq_arrangement_get_fields (place->arrangement);
  Comparison comparison = { .place = place, .after = place->arrangement, .before = before,
                            .is_meter_same = is_meter_same };
  gboolean holds;

  if (place->arrangement == before && is_meter_same)
    return TRUE;

  if (before != NULL)
    {
      comparison.has_same_form = have_same_sections (before, place->arrangement);
      comparison.has_same_layers = have_same_layers (before, place->arrangement);
    }

  holds = maq_check_text (place, _("the name"), fields->name, MAQ_LIMIT_NAME_BYTES) &&
          maq_check_text (place, _("the note"), fields->note, MAQ_LIMIT_TEXT_BYTES) &&
          maq_check_foreign (place, fields->foreign) &&
          check_layers (&comparison) &&
          check_sections (&comparison) &&
          check_arcs (&comparison) &&
          check_remarks (&comparison);

  g_clear_pointer (&comparison.indices, g_hash_table_unref);
  g_clear_pointer (&comparison.known, g_hash_table_unref);
  g_clear_pointer (&comparison.changed, g_array_unref);
  return holds;
}
