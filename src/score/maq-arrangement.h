/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-arc.h"
#include "maq-dismissal.h"
#include "maq-layer.h"
#include "maq-remark.h"
#include "maq-section.h"
#include "maq-take.h"

G_BEGIN_DECLS

/**
 * MaqArrangement:
 *
 * One way to lay a song out: layers and sections, in order. Immutable.
 */
typedef struct _MaqArrangement MaqArrangement;

/**
 * MaqArrangementFields:
 * @id: unique among the song's arrangements
 * @name: "As demoed"
 * @note: (nullable): what this arrangement is for
 * @target_seconds: how long it is meant to last, up to %MAQ_TARGET_MAX_SECONDS; 0 if nothing is said
 * @layers: (element-type MaqLayer) (nullable): from the top of the grid; %NULL for none
 * @sections: (element-type MaqSection) (nullable): in the order of time; %NULL for none
 * @arcs: (element-type MaqArc) (nullable): %NULL for none
 * @remarks: (element-type MaqRemark) (nullable): %NULL for none
 * @dismissals: (element-type MaqDismissal) (nullable): %NULL for none
 * @takes: (element-type MaqTake) (nullable): at most one for a layer in a section; %NULL for none
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  MaqId       id;
  const char *name;
  const char *note;
  int         target_seconds;
  MaqVec     *layers;
  MaqVec     *sections;
  MaqVec     *arcs;
  MaqVec     *remarks;
  MaqVec     *dismissals;
  MaqVec     *takes;
  const char *foreign;
} MaqArrangementFields;

extern const MaqVecClass maq_layer_vec_class;
extern const MaqVecClass maq_section_vec_class;
extern const MaqVecClass maq_arc_vec_class;
extern const MaqVecClass maq_remark_vec_class;
extern const MaqVecClass maq_dismissal_vec_class;
extern const MaqVecClass maq_take_vec_class;

MaqArrangement             *maq_arrangement_new             (const MaqArrangementFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqArrangement             *maq_arrangement_ref             (MaqArrangement *self);
void                        maq_arrangement_unref           (MaqArrangement *self);
const MaqArrangementFields *maq_arrangement_get_fields      (MaqArrangement *self);
MaqId                       maq_arrangement_get_id          (MaqArrangement *self);
/** maq_arrangement_get_name: (transfer none): never %NULL */
const char                 *maq_arrangement_get_name        (MaqArrangement *self);
gboolean                    maq_arrangement_equal           (MaqArrangement *self,
                                                             MaqArrangement *other);

guint                       maq_arrangement_get_n_layers    (MaqArrangement *self);
MaqLayer                   *maq_arrangement_get_layer       (MaqArrangement *self,
                                                             guint           index);
/** maq_arrangement_find_layer: index of the layer with this id, or -1 */
int                         maq_arrangement_find_layer      (MaqArrangement *self,
                                                             MaqId           id);
guint                       maq_arrangement_get_n_sections  (MaqArrangement *self);
MaqSection                 *maq_arrangement_get_section     (MaqArrangement *self,
                                                             guint           index);
/** maq_arrangement_find_section: index of the section with this id, or -1 */
int                         maq_arrangement_find_section    (MaqArrangement *self,
                                                             MaqId           id);
guint                       maq_arrangement_get_n_remarks   (MaqArrangement *self);
MaqRemark                  *maq_arrangement_get_remark      (MaqArrangement *self,
                                                             guint           index);

/**
 * maq_arrangement_get_resolved:
 *
 * The section at @index with everything that it takes from the section it
 * follows. Derived once and kept; a section that follows nobody is returned
 * itself. May be called from any thread.
 *
 * Returns: (transfer none)
 */
MaqSection                 *maq_arrangement_get_resolved    (MaqArrangement *self,
                                                             guint           index);
/** maq_arrangement_get_level: the level of a layer in a section as it sounds, 0 when it is out */
int                         maq_arrangement_get_level       (MaqArrangement *self,
                                                             guint           section_index,
                                                             MaqId           layer);

/** maq_arrangement_fresh_id: an id that nothing in the arrangement has; the same for equal arguments */
MaqId                       maq_arrangement_fresh_id        (MaqArrangement *self,
                                                             guint64         salt);

MaqArrangement             *maq_arrangement_with_fields     (MaqArrangement *self,
                                                             const MaqArrangementFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqArrangement             *maq_arrangement_with_section_at (MaqArrangement *self,
                                                             guint           index,
                                                             MaqSection     *section) G_GNUC_WARN_UNUSED_RESULT;
MaqArrangement             *maq_arrangement_insert_section  (MaqArrangement *self,
                                                             guint           index,
                                                             MaqSection     *section) G_GNUC_WARN_UNUSED_RESULT;
/** maq_arrangement_without_section: leaves followers, remarks and arcs alone; see maq-edit.h */
MaqArrangement             *maq_arrangement_without_section (MaqArrangement *self,
                                                             guint           index) G_GNUC_WARN_UNUSED_RESULT;
MaqArrangement             *maq_arrangement_moved_section   (MaqArrangement *self,
                                                             guint           from,
                                                             guint           to) G_GNUC_WARN_UNUSED_RESULT;
MaqArrangement             *maq_arrangement_with_layer_at   (MaqArrangement *self,
                                                             guint           index,
                                                             MaqLayer       *layer) G_GNUC_WARN_UNUSED_RESULT;
MaqArrangement             *maq_arrangement_insert_layer    (MaqArrangement *self,
                                                             guint           index,
                                                             MaqLayer       *layer) G_GNUC_WARN_UNUSED_RESULT;
/** maq_arrangement_without_layer: leaves its parts alone; see maq-edit.h */
MaqArrangement             *maq_arrangement_without_layer   (MaqArrangement *self,
                                                             guint           index) G_GNUC_WARN_UNUSED_RESULT;
MaqArrangement             *maq_arrangement_moved_layer     (MaqArrangement *self,
                                                             guint           from,
                                                             guint           to) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqArrangement, maq_arrangement_unref)

G_END_DECLS
