/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-layer.h"
#include "maq-picks.h"

G_BEGIN_DECLS

#define MAQ_TYPE_LAYER_HEAD (maq_layer_head_get_type ())

/**
 * MaqLayerHead:
 *
 * Signals:
 *
 * - `mute (gboolean)`, `solo (gboolean)`: the user asks for it
 */
G_DECLARE_FINAL_TYPE (MaqLayerHead, maq_layer_head, MAQ, LAYER_HEAD, GtkWidget)

GtkWidget *maq_layer_head_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       maq_layer_head_bind         (MaqLayerHead *self,
                                        MaqLayer     *layer);
void       maq_layer_head_set_selected (MaqLayerHead *self,
                                        MaqSelected   selected);
/** maq_layer_head_set_compact: keeps the name rather than the place, where there is no room for both */
void       maq_layer_head_set_compact  (MaqLayerHead *self,
                                        gboolean      compact);
MaqId      maq_layer_head_get_layer    (MaqLayerHead *self);
/** maq_layer_head_push_peak: as maq_level_meter_push(); %FALSE when its meter has come to rest */
gboolean   maq_layer_head_push_peak    (MaqLayerHead *self,
                                        float         peak);
/** maq_layer_head_dup_icon_name: name of the icon of a role */
char      *maq_layer_head_dup_icon_name (MaqRole      role) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
