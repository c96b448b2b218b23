/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-space.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} spaces[MAQ_N_SPACES] = {
  [MAQ_SPACE_UNSET] = { "", N_("As usual") },
  [MAQ_SPACE_BOOTH] = { "booth", N_("Booth") },
  [MAQ_SPACE_LIVE_ROOM] = { "live-room", N_("Live room") },
  [MAQ_SPACE_CHAMBER] = { "chamber", N_("Chamber") },
  [MAQ_SPACE_HALL] = { "hall", N_("Hall") },
  [MAQ_SPACE_PLATE] = { "plate", N_("Plate") },
  [MAQ_SPACE_OUTDOORS] = { "outdoors", N_("Outdoors") },
};

const char *
maq_space_get_nick (MaqSpace self)
{
  return spaces[self].nick;
}

const char *
maq_space_get_label (MaqSpace self)
{
  return _(spaces[self].label);
}

gboolean
maq_space_from_nick (const char *nick,
                     MaqSpace   *space)
{
  for (guint i = 0; i < MAQ_N_SPACES; i++)
    if (g_strcmp0 (spaces[i].nick, nick) == 0)
      {
        *space = i;
        return TRUE;
      }

  return FALSE;
}
