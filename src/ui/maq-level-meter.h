/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_LEVEL_METER (maq_level_meter_get_type ())

/**
 * MaqLevelMeter:
 *
 * Two bars from −48 to 0 dBFS that fall back slowly; one when it stands
 * upright. CSS node: levelmeter, with the class .upright.
 */
G_DECLARE_FINAL_TYPE (MaqLevelMeter, maq_level_meter, MAQ, LEVEL_METER, GtkWidget)

GtkWidget *maq_level_meter_new_upright (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_level_meter_push: the highest samples since the last call, 1.0 is 0 dBFS */
void     maq_level_meter_push    (MaqLevelMeter *self,
                                  float          left,
                                  float          right);
/** maq_level_meter_is_at_rest: whether nothing shows any more */
gboolean maq_level_meter_is_at_rest (MaqLevelMeter *self);

G_END_DECLS
