/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-colour.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} colours[MAQ_N_COLOURS] = {
  [MAQ_COLOUR_NONE] = { "", N_("No colour") },
  [MAQ_COLOUR_BLUE] = { "blue", N_("Blue") },
  [MAQ_COLOUR_TEAL] = { "teal", N_("Teal") },
  [MAQ_COLOUR_GREEN] = { "green", N_("Green") },
  [MAQ_COLOUR_YELLOW] = { "yellow", N_("Yellow") },
  [MAQ_COLOUR_ORANGE] = { "orange", N_("Orange") },
  [MAQ_COLOUR_RED] = { "red", N_("Red") },
  [MAQ_COLOUR_PURPLE] = { "purple", N_("Purple") },
  [MAQ_COLOUR_BROWN] = { "brown", N_("Brown") },
};

const char *
maq_colour_get_nick (MaqColour self)
{
  return colours[self].nick;
}

const char *
maq_colour_get_label (MaqColour self)
{
  return _(colours[self].label);
}

gboolean
maq_colour_from_nick (const char *nick,
                      MaqColour  *colour)
{
  for (guint i = 0; i < MAQ_N_COLOURS; i++)
    if (g_strcmp0 (colours[i].nick, nick) == 0)
      {
        *colour = i;
        return TRUE;
      }

  return FALSE;
}
