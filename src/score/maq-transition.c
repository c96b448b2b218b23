/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-transition.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} transitions[MAQ_N_TRANSITIONS] = {
  [MAQ_TRANSITION_UNSET] = { "", N_("As usual") },
  [MAQ_TRANSITION_NONE] = { "none", N_("Straight on") },
  [MAQ_TRANSITION_FILL] = { "fill", N_("Fill") },
  [MAQ_TRANSITION_STOP] = { "stop", N_("Stop") },
  [MAQ_TRANSITION_RING_OUT] = { "ring-out", N_("Ring out") },
  [MAQ_TRANSITION_RISER] = { "riser", N_("Riser") },
  [MAQ_TRANSITION_FADE] = { "fade", N_("Fade out") },
  [MAQ_TRANSITION_RITARDANDO] = { "ritardando", N_("Slow down") },
  [MAQ_TRANSITION_ACCELERANDO] = { "accelerando", N_("Speed up") },
};

const char *
maq_transition_get_nick (MaqTransition self)
{
  return transitions[self].nick;
}

const char *
maq_transition_get_label (MaqTransition self)
{
  return _(transitions[self].label);
}

gboolean
maq_transition_from_nick (const char    *nick,
                          MaqTransition *transition)
{
  for (guint i = 0; i < MAQ_N_TRANSITIONS; i++)
    if (g_strcmp0 (transitions[i].nick, nick) == 0)
      {
        *transition = i;
        return TRUE;
      }

  return FALSE;
}
