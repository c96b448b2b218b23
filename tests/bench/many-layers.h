/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"
#include "maq-project.h"

G_BEGIN_DECLS

/** load_example: (transfer full): the project that comes with the program */
MaqProject     *load_example (void);
/**
 * with_layers:
 *
 * Returns: (transfer full): @performance with as many lanes as wanted: its own,
 *   then copies of them in other keys and programs
 */
MaqPerformance *with_layers  (MaqPerformance *performance,
                              guint           n_layers);

G_END_DECLS
