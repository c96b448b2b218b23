/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-arrangement.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_ARC_HEAD (maq_arc_head_get_type ())

/**
 * MaqArcHead:
 *
 * What stands beside the arc lane: which arc it shows, with a menu of arcs and shapes,
 * and how far it has been measured. CSS node: box, with the class .arc-head.
 */
G_DECLARE_FINAL_TYPE (MaqArcHead, maq_arc_head, MAQ, ARC_HEAD, GtkBox)

GtkWidget *maq_arc_head_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_arc_head_show: (nullable) @name: of an arc of the kind %MAQ_ARC_OTHER */
void       maq_arc_head_show         (MaqArcHead     *self,
                                      MaqArrangement *arrangement,
                                      MaqArcKind      kind,
                                      const char     *name);
/** maq_arc_head_set_progress: @done of @total sections are measured; both 0 when all are */
void       maq_arc_head_set_progress (MaqArcHead     *self,
                                      guint           done,
                                      guint           total);

G_END_DECLS
