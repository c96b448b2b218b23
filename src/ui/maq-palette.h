/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-limits.h"
#include "maq-section-kind.h"
#include "maq-stamps.h"

G_BEGIN_DECLS

/*
 * How opaque the colours of the kinds lie on the ground, and text on them. Text on all of
 * them stands out with a contrast of 4.5 : 1; the test of the palette measures it.
 */
#define MAQ_SHADE_HEAD          0.80  /* name of a section */
#define MAQ_SHADE_HEAD_SELECTED 0.90
#define MAQ_SHADE_TINT          0.20  /* a part above its level */
#define MAQ_SHADE_PART          0.72  /* a part below its level */
#define MAQ_SHADE_INHERITED     0.62  /* of these, where a part is taken over */
#define MAQ_SHADE_QUIET         0.35  /* of these, where a layer is muted */
#define MAQ_INK_FULL            0.95
#define MAQ_INK_SOFT            0.85  /* what stands beside */
#define MAQ_INK_INHERITED       0.75
#define MAQ_INK_FAINT           0.72  /* on the ground and on muted parts alone */

/**
 * MaqPalette:
 * @kinds: fill of each kind of section
 * @foreground: text
 * @accent: selection and playhead
 * @line: what parts bars from each other
 * @high_contrast: whether the user asks for plain edges
 * @levels: "out", "1" … "10", laid out once for all cells
 * @stamps: what many cells have in common, in these colours
 *
 * What the timeline is painted with: the colours of style.css as they are
 * just now, looked up once and shared by all its widgets.
 */
typedef struct
{
  GdkRGBA      kinds[MAQ_N_SECTION_KINDS];
  GdkRGBA      foreground;
  GdkRGBA      ground;
  GdkRGBA      accent;
  GdkRGBA      line;
  gboolean     high_contrast;
  PangoLayout *levels[MAQ_LEVEL_MAX + 1];
  MaqStamps   *stamps;
} MaqPalette;

/** maq_palette_update: looks everything up again in the style of @widget */
void    maq_palette_update (MaqPalette       *self,
                            GtkWidget        *widget);
void    maq_palette_clear  (MaqPalette       *self);
/** maq_palette_fade: @color with its opacity multiplied by @alpha */
GdkRGBA maq_palette_fade   (const GdkRGBA    *color,
                            double            alpha);
/**
 * maq_palette_append_round:
 *
 * Fills a rounded box. It is drawn as a border that leaves no hole: clipping
 * to round corners takes the software renderer several times as long.
 */
void    maq_palette_append_round (GtkSnapshot          *snapshot,
                                  const GskRoundedRect *box,
                                  const GdkRGBA        *color);
/** maq_palette_append_edge: draws the edge of a rounded box, inside it */
void    maq_palette_append_edge  (GtkSnapshot          *snapshot,
                                  const GskRoundedRect *box,
                                  const GdkRGBA        *color,
                                  float                 thickness);
/** maq_palette_append_layout: writes @layout from a corner on */
void    maq_palette_append_layout (GtkSnapshot        *snapshot,
                                  PangoLayout          *layout,
                                  float                 x,
                                  float                 y,
                                  const GdkRGBA        *ink);
/** maq_palette_create_layout: a layout of one line in the font of @widget, figures of one width */
PangoLayout *maq_palette_create_layout (GtkWidget     *widget,
                                        double         scale,
                                        PangoWeight    weight) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
