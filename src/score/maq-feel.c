/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-feel.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} feels[MAQ_N_FEELS] = {
  [MAQ_FEEL_UNSET] = { "", N_("As usual") },
  [MAQ_FEEL_PLAIN] = { "plain", N_("As written") },
  [MAQ_FEEL_HALF] = { "half", N_("Half-time") },
  [MAQ_FEEL_DOUBLE] = { "double", N_("Double-time") },
};

const char *
maq_feel_get_nick (MaqFeel self)
{
  return feels[self].nick;
}

const char *
maq_feel_get_label (MaqFeel self)
{
  return _(feels[self].label);
}

gboolean
maq_feel_from_nick (const char *nick,
                    MaqFeel    *feel)
{
  for (guint i = 0; i < MAQ_N_FEELS; i++)
    if (g_strcmp0 (feels[i].nick, nick) == 0)
      {
        *feel = i;
        return TRUE;
      }

  return FALSE;
}
