/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-xml-reader.h"

G_BEGIN_DECLS

/** MAQ_XML_SCHEMA_NAME: name of the RELAX NG schema of projects, among the program's data */
#define MAQ_XML_SCHEMA_NAME "maquette.rng"

/**
 * maq_xml_validate:
 * @schema: name of a file: a RELAX NG schema that belongs to the program
 * @error: a #MaqXmlError, or a `G_FILE_ERROR` if there is no such schema
 *
 * Holds a text against a schema, in one pass over it. For tests and for those
 * who make such files with other programs: maq_xml_read() looks closer and
 * says more plainly what is wrong.
 *
 * Returns: whether it is valid
 */
gboolean maq_xml_validate (GBytes      *bytes,
                           const char  *schema,
                           GError     **error);

G_END_DECLS
