/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-move-private.h"

G_BEGIN_DECLS

/*
 * A plan works out which moves come to what is asked for, in the song at hand.
 * It adds to @moves, which takes them over, and says in a sentence why not
 * where it can't.
 */
typedef gboolean (*MaqMovePlan) (MaqMove     *self,
                                 MaqProject  *root,
                                 GPtrArray   *moves,
                                 GError     **error);

/* (element-type MaqMove): NULL if refused */
GPtrArray  *maq_move_plan            (MaqMove         *self,
                                      MaqProject      *root,
                                      MaqMovePlan      plan,
                                      GError         **error);
MaqProject *maq_move_apply_plan      (MaqMove         *self,
                                      MaqProject      *root,
                                      MaqMovePlan      plan,
                                      GError         **error);
/* one after the other, all or none; @root itself if nothing changes */
MaqProject *maq_move_apply_all       (MaqProject      *root,
                                      GPtrArray       *moves,
                                      GError         **error);
/* always FALSE */
gboolean    maq_move_refuse_plan     (GError         **error,
                                      const char      *sentence);

/* (element-type MaqId): who plays in a section, those first who can carry it alone */
GArray     *maq_move_sounding_layers (MaqArrangement  *arrangement,
                                      guint            index);
/* (element-type MaqId): who doesn't, those first who lift it most; no voices */
GArray     *maq_move_silent_layers   (MaqArrangement  *arrangement,
                                      guint            index);
/* whether @other stands in the register of @layer and is at least as loud; @is_first settles ties */
gboolean    maq_move_is_masked_by    (MaqArrangement  *arrangement,
                                      guint            index,
                                      MaqId            layer,
                                      MaqId            other,
                                      gboolean         is_first);
/* drums, percussion, bass: what a drop takes away */
gboolean    maq_move_is_ground       (MaqArrangement  *arrangement,
                                      MaqId            layer);
/* maq-move-lift.c: who plays plays louder by @by, and up to @n_entries more come in */
void        maq_move_add_lift        (MaqArrangement  *arrangement,
                                      int              index,
                                      int              by,
                                      guint            n_entries,
                                      GPtrArray       *moves);

G_END_DECLS
