/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-phrase.h"
#include "maq-role.h"

G_BEGIN_DECLS

/**
 * maq_makeup_power:
 * @seconds: of the section that it belongs to
 *
 * How loud a phrase is on the mean of a section at the band's gains, as a power: 1.0 at full
 * level, guessed from the notes alone, before any of them sounds.
 */
double maq_makeup_power   (MaqPhrase    *phrase,
                           MaqRole       role,
                           double        tempo_qpm,
                           double        seconds);
/**
 * maq_makeup_gain_db:
 * @powers: (array length=n_sections): of the sections
 * @seconds: (array length=n_sections): how long they are
 *
 * A gain for the whole song, so that songs of few players and songs of many are about as
 * loud: -16 LUFS. It does not go by what the producer does in the mix: a layer that is
 * turned down, muted or heard alone changes nothing else.
 */
double maq_makeup_gain_db (const double *powers,
                           const double *seconds,
                           guint         n_sections);

G_END_DECLS
