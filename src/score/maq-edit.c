/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-edit.h"

#include "maq-vec-private.h"

MaqProject *
maq_edit_replace_song (MaqProject *root,
                       MaqSong    *song)
{
  int index = maq_project_find_song (root, maq_song_get_id (song));
  MaqProjectFields fields = *maq_project_get_fields (root);
  g_autoptr(MaqVec) songs = NULL;

  g_return_val_if_fail (index >= 0, NULL);

  songs = maq_vec_with_item (fields.songs, index, song);
  if (songs == fields.songs)
    return maq_project_ref (root);

  fields.songs = songs;
  return maq_project_new (&fields);
}

MaqProject *
maq_edit_replace_arrangement (MaqProject     *root,
                              MaqArrangement *arrangement)
{
  g_autoptr(MaqSong) song = NULL;

  song = maq_song_with_arrangement (maq_project_get_current (root), arrangement);
  return maq_edit_replace_song (root, song);
}

MaqProject *
maq_edit_replace_section (MaqProject *root,
                          MaqSection *section)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  int index = maq_arrangement_find_section (before, maq_section_get_id (section));
  g_autoptr(MaqArrangement) after = NULL;

  g_return_val_if_fail (index >= 0, NULL);

  after = maq_arrangement_with_section_at (before, index, section);
  return maq_edit_replace_arrangement (root, after);
}

/* the items of @vec that @keeps says stay; @vec itself if all do */
static MaqVec *
filter (MaqVec            *vec,
        const MaqVecClass *vec_class,
        gboolean         (*keeps) (gpointer item, MaqId id),
        MaqId              id)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  guint n_items = maq_vec_get_length0 (vec);

  for (guint i = 0; i < n_items; i++)
    if (keeps (maq_vec_get (vec, i), id))
      g_ptr_array_add (kept, maq_vec_get (vec, i));

  if (kept->len == n_items)
    return maq_vec_ref0 (vec);

  return maq_vec_new (vec_class, kept->pdata, kept->len);
}

static gboolean
dismissal_is_elsewhere (gpointer dismissal,
                        MaqId    section)
{
  return maq_dismissal_get_fields (dismissal)->section != section;
}

static gboolean
dismissal_is_about_others (gpointer dismissal,
                           MaqId    layer)
{
  return maq_dismissal_get_fields (dismissal)->layer != layer;
}

static gboolean
take_is_elsewhere (gpointer take,
                   MaqId    section)
{
  return maq_take_get_fields (take)->section != section;
}

static gboolean
take_is_of_others (gpointer take,
                   MaqId    layer)
{
  return maq_take_get_fields (take)->layer != layer;
}

static gboolean
remark_is_elsewhere (gpointer remark,
                     MaqId    section)
{
  return maq_remark_get_fields (remark)->section != section;
}

static gboolean
remark_is_about_others (gpointer remark,
                        MaqId    layer)
{
  return maq_remark_get_fields (remark)->layer != layer;
}

static gboolean
point_is_elsewhere (gpointer point,
                    MaqId    section)
{
  return maq_arc_point_get_section (point) != section;
}

static MaqVec *
arcs_without_section (MaqVec *arcs,
                      MaqId   section)
{
  MaqVec *result = maq_vec_ref0 (arcs);

  for (guint i = 0; i < maq_vec_get_length0 (arcs); i++)
    {
      MaqArc *arc = maq_vec_get (arcs, i);
      MaqArcFields fields = *maq_arc_get_fields (arc);
      g_autoptr(MaqVec) points = filter (fields.points, &maq_arc_point_vec_class,
                                         point_is_elsewhere, section);
      g_autoptr(MaqArc) changed = NULL;
      g_autoptr(MaqVec) before = result;

      fields.points = points;
      changed = maq_arc_with_fields (arc, &fields);
      result = maq_vec_with_item (before, i, changed);
    }

  return result;
}

/* The first follower takes over everything, and the others follow it from then on. */
static MaqVec *
sections_without (MaqArrangement *self,
                  guint           index)
{
  MaqSection *deleted = maq_arrangement_get_section (self, index);
  MaqSection *heir = NULL;
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);

  for (guint i = 0; i < maq_arrangement_get_n_sections (self); i++)
    {
      MaqSection *section = maq_arrangement_get_section (self, i);
      gboolean follows = maq_section_get_fields (section)->follows == maq_section_get_id (deleted);
      MaqSection *result = NULL;

      if (i == index)
        continue;

      if (!follows)
        result = maq_section_ref (section);
      else if (heir == NULL)
        result = heir = maq_section_ref (maq_arrangement_get_resolved (self, i));
      else
        result = maq_section_refollowed (section, deleted, heir);

      g_ptr_array_add (kept, result);
    }

  return maq_vec_new (&maq_section_vec_class, kept->pdata, kept->len);
}

MaqArrangement *
maq_edit_delete_section (MaqArrangement *self,
                         MaqId           section)
{
  int index = maq_arrangement_find_section (self, section);
  MaqArrangementFields fields = *maq_arrangement_get_fields (self);
  g_autoptr(MaqVec) sections = NULL;
  g_autoptr(MaqVec) arcs = NULL;
  g_autoptr(MaqVec) remarks = NULL;
  g_autoptr(MaqVec) dismissals = NULL;
  g_autoptr(MaqVec) takes = NULL;

  g_return_val_if_fail (index >= 0, NULL);

  sections = sections_without (self, index);
  arcs = arcs_without_section (fields.arcs, section);
  remarks = filter (fields.remarks, &maq_remark_vec_class, remark_is_elsewhere, section);
  dismissals = filter (fields.dismissals, &maq_dismissal_vec_class, dismissal_is_elsewhere,
                       section);
  takes = filter (fields.takes, &maq_take_vec_class, take_is_elsewhere, section);

  fields.sections = sections;
  fields.arcs = arcs;
  fields.remarks = remarks;
  fields.dismissals = dismissals;
  fields.takes = takes;
  return maq_arrangement_with_fields (self, &fields);
}

MaqArrangement *
maq_edit_delete_layer (MaqArrangement *self,
                       MaqId           layer)
{
  int index = maq_arrangement_find_layer (self, layer);
  MaqArrangementFields fields = *maq_arrangement_get_fields (self);
  g_autoptr(GPtrArray) stripped = NULL;
  g_autoptr(MaqVec) layers = NULL;
  g_autoptr(MaqVec) sections = NULL;
  g_autoptr(MaqVec) remarks = NULL;
  g_autoptr(MaqVec) dismissals = NULL;
  g_autoptr(MaqVec) takes = NULL;

  g_return_val_if_fail (index >= 0, NULL);

  stripped = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  for (guint i = 0; i < maq_arrangement_get_n_sections (self); i++)
    g_ptr_array_add (stripped,
                     maq_section_without_part (maq_arrangement_get_section (self, i), layer));

  layers = maq_vec_without (fields.layers, index);
  sections = maq_vec_new (&maq_section_vec_class, stripped->pdata, stripped->len);
  remarks = filter (fields.remarks, &maq_remark_vec_class, remark_is_about_others, layer);
  dismissals = filter (fields.dismissals, &maq_dismissal_vec_class, dismissal_is_about_others,
                       layer);
  takes = filter (fields.takes, &maq_take_vec_class, take_is_of_others, layer);

  fields.layers = layers;
  fields.sections = sections;
  fields.remarks = remarks;
  fields.dismissals = dismissals;
  fields.takes = takes;
  return maq_arrangement_with_fields (self, &fields);
}
