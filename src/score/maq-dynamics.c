/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-dynamics.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} dynamics_of[MAQ_N_DYNAMICS] = {
  [MAQ_DYNAMICS_UNSET] = { "", N_("As usual") },
  [MAQ_DYNAMICS_NONE] = { "none", N_("Steady") },
  [MAQ_DYNAMICS_SWELL] = { "swell", N_("Swell") },
  [MAQ_DYNAMICS_DUCK] = { "duck", N_("Duck") },
  [MAQ_DYNAMICS_DROP_OUT] = { "drop-out", N_("Drop out") },
};

const char *
maq_dynamics_get_nick (MaqDynamics self)
{
  return dynamics_of[self].nick;
}

const char *
maq_dynamics_get_label (MaqDynamics self)
{
  return _(dynamics_of[self].label);
}

gboolean
maq_dynamics_from_nick (const char  *nick,
                        MaqDynamics *dynamics)
{
  for (guint i = 0; i < MAQ_N_DYNAMICS; i++)
    if (g_strcmp0 (dynamics_of[i].nick, nick) == 0)
      {
        *dynamics = i;
        return TRUE;
      }

  return FALSE;
}
