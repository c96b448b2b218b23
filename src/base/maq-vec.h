/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqVec:
 *
 * An immutable array of counted values: the one container of the score.
 *
 * Every maker copies the array and shares the items; given what is already
 * there it returns the very vector it got. Items are never %NULL unless the
 * class says so by having a %NULL-safe ref and unref.
 */
typedef struct _MaqVec MaqVec;

/**
 * MaqVecClass:
 * @ref: takes a reference on an item and returns it
 * @unref: gives one back
 * @equal: (nullable): tells whether two items say the same; %NULL: same pointer
 *
 * What a vector needs to know of its items. Classes are `static const`.
 */
typedef struct
{
  gpointer (*ref)   (gpointer item);
  void     (*unref) (gpointer item);
  gboolean (*equal) (gpointer a,
                     gpointer b);
} MaqVecClass;

MaqVec   *maq_vec_new           (const MaqVecClass *vec_class,
                                 const gpointer    *items,
                                 guint              n_items) G_GNUC_WARN_UNUSED_RESULT;
MaqVec   *maq_vec_new_empty     (const MaqVecClass *vec_class) G_GNUC_WARN_UNUSED_RESULT;
MaqVec   *maq_vec_ref           (MaqVec            *self);
void      maq_vec_unref         (MaqVec            *self);

guint     maq_vec_get_length    (MaqVec            *self);
/** maq_vec_get: borrows the item at @index, which must be below the length */
gpointer  maq_vec_get           (MaqVec            *self,
                                 guint              index);
/** maq_vec_get_items: borrows the array itself, as long as the length, for loops over all of it */
const gpointer *maq_vec_get_items (MaqVec          *self);
/** maq_vec_find: the index of this very pointer, or -1 */
int       maq_vec_find          (MaqVec            *self,
                                 gpointer           item);
/** maq_vec_equal: whether both hold items that say the same, in the same order */
gboolean  maq_vec_equal         (MaqVec            *self,
                                 MaqVec            *other);

/** maq_vec_with_item: a vector with @item in the place of the one at @index */
MaqVec   *maq_vec_with_item     (MaqVec            *self,
                                 guint              index,
                                 gpointer           item) G_GNUC_WARN_UNUSED_RESULT;
/** maq_vec_with_inserted: a vector with @item before @index; the length is the end */
MaqVec   *maq_vec_with_inserted (MaqVec            *self,
                                 guint              index,
                                 gpointer           item) G_GNUC_WARN_UNUSED_RESULT;
MaqVec   *maq_vec_without       (MaqVec            *self,
                                 guint              index) G_GNUC_WARN_UNUSED_RESULT;
/** maq_vec_with_moved: the item at @from comes to stand at @to, counted after its removal */
MaqVec   *maq_vec_with_moved    (MaqVec            *self,
                                 guint              from,
                                 guint              to) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqVec, maq_vec_unref)

G_END_DECLS
