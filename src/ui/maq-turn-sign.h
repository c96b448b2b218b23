/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-palette.h"
#include "maq-turn.h"

G_BEGIN_DECLS

#define MAQ_TYPE_TURN_SIGN (maq_turn_sign_get_type ())

/** MAQ_TURN_SIGN_WIDTH: of its box, in pixels */
#define MAQ_TURN_SIGN_WIDTH 14
#define MAQ_TURN_SIGN_HEIGHT 18

/**
 * MaqTurnSign:
 *
 * A turn of the song, at its bar in the arc lane: rising before what is promised, a diamond
 * where nobody expects it, a dot where it arrives. CSS node: turnsign. Accessible role:
 * LIST_ITEM, its label says where it is, what it is and why. Its keys belong to the lane.
 */
G_DECLARE_FINAL_TYPE (MaqTurnSign, maq_turn_sign, MAQ, TURN_SIGN, GtkWidget)

GtkWidget *maq_turn_sign_new       (const MaqPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_turn_sign_bind:
 * @index: of the turn in the song
 * @generation: of what the turns say, above 0
 * @label: (transfer full): what it says
 */
void       maq_turn_sign_bind      (MaqTurnSign      *self,
                                    guint             index,
                                    guint             generation,
                                    MaqTurn           turn,
                                    char             *label);
/** maq_turn_sign_is_bound: whether it says this already */
gboolean   maq_turn_sign_is_bound  (MaqTurnSign      *self,
                                    guint             index,
                                    guint             generation);
guint      maq_turn_sign_get_index (MaqTurnSign      *self);
/** maq_turn_sign_set_shift: how far from its bar it stands, in pixels, to make room for others */
void       maq_turn_sign_set_shift (MaqTurnSign      *self,
                                    int               shift);
int        maq_turn_sign_get_shift (MaqTurnSign      *self);

G_END_DECLS
