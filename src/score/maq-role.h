/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MaqRole: what a layer does in the band; the styles have patterns by role */
typedef enum
{
  MAQ_ROLE_DRUMS,
  MAQ_ROLE_PERCUSSION,
  MAQ_ROLE_BASS,
  MAQ_ROLE_ACOUSTIC_GUITAR,
  MAQ_ROLE_ELECTRIC_GUITAR,
  MAQ_ROLE_KEYS,
  MAQ_ROLE_ORGAN,
  MAQ_ROLE_PAD,
  MAQ_ROLE_STRINGS,
  MAQ_ROLE_BRASS,
  MAQ_ROLE_LEAD,
  MAQ_ROLE_VOCAL,
  MAQ_ROLE_TEXTURE,
  MAQ_N_ROLES
} MaqRole;

/** maq_role_get_nick: "acoustic-guitar": in files, never translated */
const char *maq_role_get_nick  (MaqRole     self);
/** maq_role_get_label: "Acoustic guitar", translated */
const char *maq_role_get_label (MaqRole     self);
gboolean    maq_role_from_nick (const char *nick,
                                MaqRole    *role);
/** maq_role_is_drums: whether its notes are the sounds of a drum kit */
gboolean    maq_role_is_drums  (MaqRole     self);
/** maq_role_get_program: the General MIDI program that suits it, 0 to 127 */
int         maq_role_get_program (MaqRole   self);

G_END_DECLS
