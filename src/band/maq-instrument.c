/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-instrument.h"

/*
 * Ranges are those in which a player sounds at ease in a song, not the limits
 * of the instrument. Gains were set by rendering each role alone and moving it
 * to its usual place in a mix; see data/styles/README.md.
 */
static const MaqInstrument instruments[MAQ_N_ROLES] = {
  [MAQ_ROLE_DRUMS] = { 35, 81, 15.0 },
  [MAQ_ROLE_PERCUSSION] = { 35, 81, 13.0 },
  [MAQ_ROLE_BASS] = { 28, 55, 9.5 },
  [MAQ_ROLE_ACOUSTIC_GUITAR] = { 40, 81, 4.0 },
  [MAQ_ROLE_ELECTRIC_GUITAR] = { 40, 84, 7.5 },
  [MAQ_ROLE_KEYS] = { 33, 88, 9.0 },
  [MAQ_ROLE_ORGAN] = { 36, 88, 1.5 },
  [MAQ_ROLE_PAD] = { 40, 84, 0.0 },
  [MAQ_ROLE_STRINGS] = { 43, 91, 3.0 },
  [MAQ_ROLE_BRASS] = { 46, 82, 6.5 },
  [MAQ_ROLE_LEAD] = { 55, 88, 5.0 },
  [MAQ_ROLE_VOCAL] = { 55, 77, 6.5 },
  [MAQ_ROLE_TEXTURE] = { 50, 76, 9.0 },
};

const MaqInstrument *
maq_instrument_of_role (MaqRole role)
{
  g_return_val_if_fail (role < MAQ_N_ROLES, &instruments[MAQ_ROLE_KEYS]);

  return &instruments[role];
}
