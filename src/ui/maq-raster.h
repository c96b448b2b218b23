/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MaqRaster:
 *
 * Pixels that every renderer draws fast. The software renderer of GTK converts
 * a texture anew in each frame, whether any of it is seen or not; surfaces it
 * copies. Hardware keeps textures, but would be sent surfaces in each frame.
 *
 * Counts its references in any thread; is drawn in the main thread alone.
 */
typedef struct _MaqRaster MaqRaster;

/** maq_raster_to_pixel: @color, as much of it as @alpha, as a raster has it */
guint32        maq_raster_to_pixel    (const GdkRGBA         *color,
                                       double                 alpha);
/** maq_raster_new: @pixels (transfer full): premultiplied ARGB, @width to a row, from g_malloc */
MaqRaster     *maq_raster_new         (guint32               *pixels,
                                       int                    width,
                                       int                    height) G_GNUC_WARN_UNUSED_RESULT;
/** maq_raster_new_for_node: what @node draws from 0, 0 on, with @scale pixels to a unit */
MaqRaster     *maq_raster_new_for_node (GskRenderNode        *node,
                                       int                    width,
                                       int                    height,
                                       int                    scale) G_GNUC_WARN_UNUSED_RESULT;
MaqRaster     *maq_raster_ref         (MaqRaster             *self);
void           maq_raster_unref       (MaqRaster             *self);
int            maq_raster_get_width   (const MaqRaster       *self);
int            maq_raster_get_height  (const MaqRaster       *self);
const guint32 *maq_raster_get_pixels  (const MaqRaster       *self);
/** maq_raster_suits: whether @widget is drawn by software, so that it pays to draw pixels */
gboolean       maq_raster_suits       (GtkWidget             *widget);
/**
 * maq_raster_append:
 * @widget: what is being drawn
 * @bounds: in its coordinates, beginning at whole pixels
 *
 * Draws the pixels into @bounds. By software, those that are hardly larger or
 * smaller reach over its end or not quite to it: to stretch them would take
 * several times as long.
 */
void           maq_raster_append      (MaqRaster             *self,
                                       GtkSnapshot           *snapshot,
                                       GtkWidget             *widget,
                                       const graphene_rect_t *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRaster, maq_raster_unref)

G_END_DECLS
