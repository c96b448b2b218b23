/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-check.h"

G_BEGIN_DECLS

/*
 * maq_xml_find_lines:
 * @data: a text that was read as a project
 * @mistakes: (element-type MaqMistake): what is wrong in that project
 *
 * Reads a text once more, for the lines alone: who writes a good project does
 * not pay for them.
 *
 * Returns: (transfer full) (array): a line for each mistake: that of the
 *   element, or of the nearest one around it; free with g_free()
 */
int *maq_xml_find_lines (const char *data,
                         gsize       size,
                         GArray     *mistakes);

G_END_DECLS
