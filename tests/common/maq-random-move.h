/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-move.h"

G_BEGIN_DECLS

/**
 * maq_any_move:
 *
 * Makes any move, most often about things that are there and with values that
 * are allowed, now and then not.
 */
MaqMove *maq_any_move (GRand      *rand,
                       MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
