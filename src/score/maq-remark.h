/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-id.h"

G_BEGIN_DECLS

/** MaqRemarkKind: what a remark is */
typedef enum
{
  MAQ_REMARK_NOTE,
  MAQ_REMARK_QUESTION,
  MAQ_REMARK_DIRECTION,
  MAQ_REMARK_DECISION,
  MAQ_N_REMARK_KINDS
} MaqRemarkKind;

/** MaqRemarkState: where people are with it */
typedef enum
{
  MAQ_REMARK_OPEN,
  MAQ_REMARK_AGREED,
  MAQ_REMARK_PARKED,
  MAQ_REMARK_DROPPED,
  MAQ_N_REMARK_STATES
} MaqRemarkState;

/** MaqRemark: something said about the song, anchored to a place in it, immutable */
typedef struct _MaqRemark MaqRemark;

/**
 * MaqRemarkFields:
 * @id: unique among the arrangement's remarks
 * @section: where it hangs, or %MAQ_ID_NONE for the whole arrangement
 * @layer: the layer it is about, or %MAQ_ID_NONE
 * @bar: of the section, from 0
 * @author: (nullable)
 * @text: what was said
 * @foreign: (nullable): other people's attributes and elements
 */
typedef struct
{
  MaqId           id;
  MaqRemarkKind   kind;
  MaqRemarkState  state;
  MaqId           section;
  MaqId           layer;
  int             bar;
  const char     *author;
  const char     *text;
  const char     *foreign;
} MaqRemarkFields;

const char            *maq_remark_kind_get_nick   (MaqRemarkKind          self);
gboolean               maq_remark_kind_from_nick  (const char            *nick,
                                                   MaqRemarkKind         *kind);
const char            *maq_remark_state_get_nick  (MaqRemarkState         self);
gboolean               maq_remark_state_from_nick (const char            *nick,
                                                   MaqRemarkState        *state);

MaqRemark             *maq_remark_new             (const MaqRemarkFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqRemark             *maq_remark_ref             (MaqRemark             *self);
void                   maq_remark_unref           (MaqRemark             *self);
const MaqRemarkFields *maq_remark_get_fields      (MaqRemark             *self);
gboolean               maq_remark_equal           (MaqRemark             *self,
                                                   MaqRemark             *other);
MaqRemark             *maq_remark_with_fields     (MaqRemark             *self,
                                                   const MaqRemarkFields *fields) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRemark, maq_remark_unref)

G_END_DECLS
