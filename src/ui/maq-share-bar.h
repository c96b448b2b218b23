/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-colour.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SHARE_BAR (maq_share_bar_get_type ())

/** MAQ_SHARE_BAR_MAX: as many are shown; what is left of the whole is a paler piece */
#define MAQ_SHARE_BAR_MAX 6

/**
 * MaqShare:
 * @share: of the whole, 0 to 1
 *
 * A piece of a bar.
 */
typedef struct
{
  MaqColour colour;
  double    share;
} MaqShare;

/**
 * MaqShareBar:
 *
 * Who shares something, as pieces of a bar in their colours. CSS node: sharebar. It says nothing
 * itself: the names stand beside it.
 */
G_DECLARE_FINAL_TYPE (MaqShareBar, maq_share_bar, MAQ, SHARE_BAR, GtkWidget)

GtkWidget *maq_share_bar_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_share_bar_show: @shares: (array length=n_shares): at most %MAQ_SHARE_BAR_MAX; none: silence */
void       maq_share_bar_show (MaqShareBar    *self,
                               const MaqShare *shares,
                               guint           n_shares);

G_END_DECLS
