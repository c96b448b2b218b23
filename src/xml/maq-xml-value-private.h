/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-xml-table-private.h"

G_BEGIN_DECLS

/*
 * maq_xml_value_read: puts what @text says into its field of @fields; a text
 * is put there as it is, so @text must outlive @fields. Returns NULL, or what
 * should be written instead, translated, owned by the caller.
 */
char *maq_xml_value_read        (const MaqXmlAttribute *attribute,
                                 gpointer               fields,
                                 const char            *text);

/* maq_xml_value_is_stated: whether the field is not what it is when nothing is said */
gboolean maq_xml_value_is_stated (const MaqXmlAttribute *attribute,
                                  gconstpointer          fields);

/* maq_xml_value_append: appends the field to @out, ready to stand in quotes */
void  maq_xml_value_append      (const MaqXmlAttribute *attribute,
                                 gconstpointer          fields,
                                 GString               *out);

/* maq_xml_append_quoted: appends a text as it stands within double quotes */
void  maq_xml_append_quoted     (GString               *out,
                                 const char            *text,
                                 gssize                 length);
/* maq_xml_append_line: appends a text as it stands between tags, on one line */
void  maq_xml_append_line       (GString               *out,
                                 const char            *text,
                                 gssize                 length);
/* maq_xml_append_verbatim: likewise, but a new line stays one */
void  maq_xml_append_verbatim   (GString               *out,
                                 const char            *text,
                                 gssize                 length);

G_END_DECLS
