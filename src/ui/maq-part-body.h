/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-palette.h"

G_BEGIN_DECLS

/**
 * MaqPartBody:
 * @palette: colours
 * @kind: of the section
 * @level: 0 where the part is out
 * @is_own: whether the section states the part itself
 * @is_quiet: whether the layer is muted, or another one soloed
 * @is_hovered: whether the pointer is over it
 * @from: where it enters, as a fraction of the width
 * @to: where it leaves, likewise
 * @width: of the whole cell, in units of the screen
 * @height: likewise
 *
 * What of a cell lies behind its notes and words.
 */
typedef struct
{
  const MaqPalette *palette;
  MaqSectionKind    kind;
  int               level;
  gboolean          is_own;
  gboolean          is_quiet;
  gboolean          is_hovered;
  double            from;
  double            to;
  int               width;
  int               height;
} MaqPartBody;

/** maq_part_body_get_cell: the round box that a cell of a size has */
GskRoundedRect maq_part_body_get_cell (int                width,
                                       int                height);
/** maq_part_body_get_box: that of it where the part plays */
GskRoundedRect maq_part_body_get_box  (const MaqPartBody *self);
/** maq_part_body_append: draws it at 0, 0 of @widget */
void           maq_part_body_append   (const MaqPartBody *self,
                                       GtkSnapshot       *snapshot,
                                       GtkWidget         *widget);

G_END_DECLS
