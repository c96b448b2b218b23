/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-role.h"

G_BEGIN_DECLS

/**
 * MaqInstrument:
 * @low_key: lowest MIDI key that the band writes for the role
 * @high_key: highest
 * @gain_db: the level at which the role stands right beside the others, with
 *   the layer's own gain at 0; measured with the General MIDI sounds of the roles
 *
 * What the band knows of the instrument that a role stands for.
 */
typedef struct
{
  guint8 low_key;
  guint8 high_key;
  double gain_db;
} MaqInstrument;

/** maq_instrument_of_role: (transfer none): never %NULL */
const MaqInstrument *maq_instrument_of_role (MaqRole role);

G_END_DECLS
