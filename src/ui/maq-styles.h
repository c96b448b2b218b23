/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-style-library.h"

G_BEGIN_DECLS

/**
 * maq_styles_get:
 *
 * The styles that are there, read once for all windows. The first call takes
 * as long as reading them, on whatever thread it is; others wait for it.
 *
 * Returns: (transfer none): the library
 */
MaqStyleLibrary *maq_styles_get     (void);
/** maq_styles_prepare: reads them in a worker, so that nobody has to wait */
void             maq_styles_prepare (void);

/** maq_styles_find: (transfer none) (nullable): what is played in @meter for (nullable) @name */
MaqStyle        *maq_styles_find    (const char *name,
                                     MaqMeter    meter);
/** maq_styles_dup_meters: the meters that a style names, as "4/4, 12/8" */
char            *maq_styles_dup_meters (MaqStyle *style) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
