/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-role.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *nick;
  const char *label;
  int         program;
} roles[MAQ_N_ROLES] = {
  [MAQ_ROLE_DRUMS] = { "drums", N_("Drums"), 0 },
  [MAQ_ROLE_PERCUSSION] = { "percussion", N_("Percussion"), 0 },
  [MAQ_ROLE_BASS] = { "bass", N_("Bass"), 33 },
  [MAQ_ROLE_ACOUSTIC_GUITAR] = { "acoustic-guitar", N_("Acoustic guitar"), 25 },
  [MAQ_ROLE_ELECTRIC_GUITAR] = { "electric-guitar", N_("Electric guitar"), 27 },
  [MAQ_ROLE_KEYS] = { "keys", N_("Keys"), 0 },
  [MAQ_ROLE_ORGAN] = { "organ", N_("Organ"), 16 },
  [MAQ_ROLE_PAD] = { "pad", N_("Pad"), 89 },
  [MAQ_ROLE_STRINGS] = { "strings", N_("Strings"), 48 },
  [MAQ_ROLE_BRASS] = { "brass", N_("Brass"), 61 },
  [MAQ_ROLE_LEAD] = { "lead", N_("Lead"), 73 },
  [MAQ_ROLE_VOCAL] = { "vocal", N_("Vocal"), 53 },
  [MAQ_ROLE_TEXTURE] = { "texture", N_("Texture"), 31 },
};

const char *
maq_role_get_nick (MaqRole self)
{
  g_return_val_if_fail (self < MAQ_N_ROLES, NULL);

  return roles[self].nick;
}

const char *
maq_role_get_label (MaqRole self)
{
  g_return_val_if_fail (self < MAQ_N_ROLES, NULL);

  return _(roles[self].label);
}

gboolean
maq_role_from_nick (const char *nick,
                    MaqRole    *role)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < MAQ_N_ROLES; i++)
    {
      if (strcmp (roles[i].nick, nick) == 0)
        {
          if (role != NULL)
            *role = (MaqRole) i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
maq_role_is_drums (MaqRole self)
{
  return self == MAQ_ROLE_DRUMS || self == MAQ_ROLE_PERCUSSION;
}

int
maq_role_get_program (MaqRole self)
{
  g_return_val_if_fail (self < MAQ_N_ROLES, 0);

  return roles[self].program;
}
