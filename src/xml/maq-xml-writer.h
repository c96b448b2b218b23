/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/**
 * maq_xml_write:
 * @root: a project that passes maq_check()
 *
 * Writes a project as UTF-8 XML: one element a line, attributes in a fixed
 * order, defaults left out. The same project gives the same bytes everywhere.
 * May be called from any thread.
 *
 * Returns: (transfer full): the text
 */
GBytes *maq_xml_write (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
