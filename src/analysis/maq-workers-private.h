/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*MaqWork) (guint    index,
                         gpointer user_data);

/**
 * maq_workers_run:
 * @work: called once for each index below @n_works, on some thread
 *
 * Does it on as many threads as there are cores, which step back behind all others, and
 * returns when all is done.
 */
void maq_workers_run (MaqWork  work,
                      gpointer user_data,
                      guint    n_works);

G_END_DECLS
