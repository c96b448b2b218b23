/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * maq_data_get_folder:
 *
 * Where the program's data lie, such as `styles` and `examples`: what
 * `MAQ_DATADIR` in the environment says, else the source's own `data` for a
 * program that is started from its build folder, else where they are installed.
 *
 * Returns: (transfer none): a path, there or not
 */
const char *maq_data_get_folder       (void);

/**
 * maq_data_get_build_folder:
 *
 * Returns: (transfer none) (nullable): the build folder that the program was
 *   started from, %NULL if it is installed
 */
const char *maq_data_get_build_folder (void);

G_END_DECLS
