/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-palette.h"

G_BEGIN_DECLS

/**
 * maq_part_sign_has:
 * @width: of the cell, in pixels
 * @height: of the cell, in pixels
 * @x: from the left of the cell, in pixels
 * @y: from its top, in pixels
 *
 * Returns: whether a point in a cell lies on the sign; never in a cell that is too small for it
 */
gboolean maq_part_sign_has      (double            width,
                                 double            height,
                                 double            x,
                                 double            y);
/** maq_part_sign_snapshot: draws it, if there is room; @plays: minus rather than plus */
void     maq_part_sign_snapshot (GtkSnapshot      *snapshot,
                                 const MaqPalette *palette,
                                 double            width,
                                 double            height,
                                 gboolean          plays);

G_END_DECLS
