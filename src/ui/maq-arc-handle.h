/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-palette.h"

G_BEGIN_DECLS

#define MAQ_TYPE_ARC_HANDLE (maq_arc_handle_get_type ())

/** MAQ_ARC_HANDLE_SIZE: of its box, in pixels; what is drawn is smaller */
#define MAQ_ARC_HANDLE_SIZE 18

/**
 * MaqArcHandle:
 *
 * A point of an arc, to be taken hold of. CSS node: archandle. Accessible role:
 * LIST_ITEM, its label says where it is and how high. Its keys belong to the lane.
 */
G_DECLARE_FINAL_TYPE (MaqArcHandle, maq_arc_handle, MAQ, ARC_HANDLE, GtkWidget)

GtkWidget *maq_arc_handle_new       (const MaqPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_arc_handle_bind:
 * @index: of the point in its arc
 * @generation: of what the points say
 * @label: (transfer full): what it says
 */
void       maq_arc_handle_bind      (MaqArcHandle     *self,
                                     guint             index,
                                     guint             generation,
                                     char             *label);
/** maq_arc_handle_is_bound: whether it says this already */
gboolean   maq_arc_handle_is_bound  (MaqArcHandle     *self,
                                     guint             index,
                                     guint             generation);
guint      maq_arc_handle_get_index (MaqArcHandle     *self);

G_END_DECLS
