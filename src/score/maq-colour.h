/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqColour: what marks a layer on the screen and on paper; its name always stands beside it */
typedef enum
{
  MAQ_COLOUR_NONE,
  MAQ_COLOUR_BLUE,
  MAQ_COLOUR_TEAL,
  MAQ_COLOUR_GREEN,
  MAQ_COLOUR_YELLOW,
  MAQ_COLOUR_ORANGE,
  MAQ_COLOUR_RED,
  MAQ_COLOUR_PURPLE,
  MAQ_COLOUR_BROWN,
  MAQ_N_COLOURS
} MaqColour;

/** maq_colour_get_nick: "blue": in files, never translated; "" for none */
const char *maq_colour_get_nick  (MaqColour   self);
/** maq_colour_get_label: "Blue", translated */
const char *maq_colour_get_label (MaqColour   self);
gboolean    maq_colour_from_nick (const char *nick,
                                  MaqColour  *colour);

G_END_DECLS
