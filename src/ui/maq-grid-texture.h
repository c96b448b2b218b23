/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-palette.h"
#include "maq-raster.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

/** MAQ_TEXTURE_BELOW_PX: sections that are narrower than this on average are painted as a picture */
#define MAQ_TEXTURE_BELOW_PX 4.0

/** maq_grid_texture_is_wanted: whether there are so many cells in view that they are no widgets */
gboolean    maq_grid_texture_is_wanted (const MaqTimelineMetrics *metrics);
/**
 * MaqGridTexture:
 *
 * The visible part of the grid as a picture: its cost depends on the view and
 * not on the song. While it is scrolled along the song, it is kept in tiles.
 */
typedef struct _MaqGridTexture MaqGridTexture;

MaqGridTexture *maq_grid_texture_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void        maq_grid_texture_free      (MaqGridTexture           *self);
/** maq_grid_texture_forget: colours or cells are others than they were */
void        maq_grid_texture_forget    (MaqGridTexture           *self);
/**
 * maq_grid_texture_append:
 * @widget: that is as large as the song
 * @width: of the visible part of the grid, in pixels
 * @height: likewise
 *
 * Draws the visible part of the grid.
 */
void        maq_grid_texture_append    (MaqGridTexture           *self,
                                        GtkSnapshot              *snapshot,
                                        GtkWidget                *widget,
                                        const MaqTimelineMetrics *metrics,
                                        const MaqPalette         *palette,
                                        MaqArrangement           *arrangement,
                                        int                       width,
                                        int                       height);
/** maq_grid_texture_new_row: likewise the section row, one pixel high */
MaqRaster  *maq_grid_texture_new_row   (const MaqTimelineMetrics *metrics,
                                        const MaqPalette         *palette,
                                        MaqArrangement           *arrangement,
                                        int                       width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
