/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-instrument.h"

/*
 * Ranges are those in which a player sounds at ease in a song, not the limits
 * of the instrument. Gains were set by rendering each role alone and moving it
 * to its usual place in a mix; see data/styles/README.md.
 */
static const MaqInstrument instruments[MAQ_N_ROLES] = {
  [MAQ_ROLE_DRUMS] = { 35, 81, 17.5 },
  [MAQ_ROLE_PERCUSSION] = { 35, 81, 14.0 },
  [MAQ_ROLE_BASS] = { 28, 55, 12.0 },
  [MAQ_ROLE_ACOUSTIC_GUITAR] = { 40, 81, 6.5 },
  [MAQ_ROLE_ELECTRIC_GUITAR] = { 40, 84, 10.0 },
  [MAQ_ROLE_KEYS] = { 33, 88, 11.5 },
  [MAQ_ROLE_ORGAN] = { 36, 88, 4.0 },
  [MAQ_ROLE_PAD] = { 40, 84, 2.5 },
  [MAQ_ROLE_STRINGS] = { 43, 91, 5.5 },
  [MAQ_ROLE_BRASS] = { 46, 82, 9.0 },
  [MAQ_ROLE_LEAD] = { 55, 88, 7.5 },
  [MAQ_ROLE_VOCAL] = { 55, 77, 9.0 },
  [MAQ_ROLE_TEXTURE] = { 50, 76, 2.0 },
};

const MaqInstrument *
maq_instrument_of_role (MaqRole role)
{
  g_return_val_if_fail (role < MAQ_N_ROLES, &instruments[MAQ_ROLE_KEYS]);

  return &instruments[role];
}
