/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-id.h"
#include "maq-vec.h"

G_BEGIN_DECLS

/** MaqArcKind: what the producer means to rise and fall */
typedef enum
{
  MAQ_ARC_ENERGY,
  MAQ_ARC_TENSION,
  MAQ_ARC_INTIMACY,
  MAQ_ARC_OTHER,
  MAQ_N_ARC_KINDS
} MaqArcKind;

const char *maq_arc_kind_get_nick  (MaqArcKind  self);
/** maq_arc_kind_get_label: (transfer none): its name, translated; "Arc" for %MAQ_ARC_OTHER */
const char *maq_arc_kind_get_label (MaqArcKind  self);
gboolean    maq_arc_kind_from_nick (const char *nick,
                                    MaqArcKind *kind);

/** MaqArcPoint: a point of an arc, anchored to a section so that it moves with it; immutable */
typedef struct _MaqArcPoint MaqArcPoint;

/**
 * maq_arc_point_new:
 * @bar: bars from the start of the section, fractions allowed, 0 or more
 * @value: 0.0 to 10.0
 * @is_smooth: whether the way to the next point is curved
 */
MaqArcPoint *maq_arc_point_new         (MaqId        section,
                                        double       bar,
                                        double       value,
                                        gboolean     is_smooth) G_GNUC_WARN_UNUSED_RESULT;
MaqArcPoint *maq_arc_point_ref         (MaqArcPoint *self);
void         maq_arc_point_unref       (MaqArcPoint *self);
MaqId        maq_arc_point_get_section (MaqArcPoint *self);
double       maq_arc_point_get_bar     (MaqArcPoint *self);
double       maq_arc_point_get_value   (MaqArcPoint *self);
gboolean     maq_arc_point_is_smooth   (MaqArcPoint *self);
gboolean     maq_arc_point_equal       (MaqArcPoint *self,
                                        MaqArcPoint *other);

extern const MaqVecClass maq_arc_point_vec_class;

/** MaqArc: a curve over the arrangement that the producer intends, immutable */
typedef struct _MaqArc MaqArc;

/**
 * MaqArcFields:
 * @name: (nullable): needed where @kind is %MAQ_ARC_OTHER
 * @points: (element-type MaqArcPoint) (nullable): in the order of the sections; %NULL for none
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  MaqArcKind  kind;
  const char *name;
  MaqVec     *points;
  const char *foreign;
} MaqArcFields;

MaqArc             *maq_arc_new         (const MaqArcFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqArc             *maq_arc_ref         (MaqArc             *self);
void                maq_arc_unref       (MaqArc             *self);
const MaqArcFields *maq_arc_get_fields  (MaqArc             *self);
gboolean            maq_arc_equal       (MaqArc             *self,
                                         MaqArc             *other);
MaqArc             *maq_arc_with_fields (MaqArc             *self,
                                         const MaqArcFields *fields) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqArcPoint, maq_arc_point_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqArc, maq_arc_unref)

G_END_DECLS
