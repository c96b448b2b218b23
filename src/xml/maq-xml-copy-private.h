/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/*
 * MaqXmlCopy writes down other people's XML as it is parsed, so that it means
 * the same wherever it is put: every namespace it uses it also declares. The
 * copy of a copy is the same text.
 */
typedef struct
{
  const xmlChar *prefix;
  const xmlChar *uri;
  guint          depth;
} MaqXmlDeclaration;

/*
 * out: the text so far
 * declared: (element-type MaqXmlDeclaration): what holds in it
 * depth: elements that are open
 * in_tag: whether the ">" of the newest start tag is still to come
 */
typedef struct
{
  GString  *out;
  GArray   *declared;
  guint     depth;
  gboolean  in_tag;
} MaqXmlCopy;

void     maq_xml_copy_init      (MaqXmlCopy     *self);
void     maq_xml_copy_clear     (MaqXmlCopy     *self);
/* maq_xml_copy_begin: forgets what was copied */
void     maq_xml_copy_begin     (MaqXmlCopy     *self);

/* the arguments of the next two are those of libxml2's handlers */
void     maq_xml_copy_start     (MaqXmlCopy     *self,
                                 const xmlChar  *name,
                                 const xmlChar  *prefix,
                                 const xmlChar  *uri,
                                 int             n_namespaces,
                                 const xmlChar **namespaces,
                                 int             n_attributes,
                                 const xmlChar **attributes);
void     maq_xml_copy_end       (MaqXmlCopy     *self,
                                 const xmlChar  *name,
                                 const xmlChar  *prefix);
void     maq_xml_copy_text      (MaqXmlCopy     *self,
                                 const char     *text,
                                 int             length);
void     maq_xml_copy_comment   (MaqXmlCopy     *self,
                                 const xmlChar  *text);
void     maq_xml_copy_pi        (MaqXmlCopy     *self,
                                 const xmlChar  *target,
                                 const xmlChar  *data);
/* maq_xml_copy_attribute: one attribute, five pointers as libxml2 gives them */
void     maq_xml_copy_attribute (MaqXmlCopy     *self,
                                 const xmlChar **attribute);

/* maq_xml_append_attribute_text: what an attribute says, as libxml2 gives it, decoded */
void     maq_xml_append_attribute_text (GString        *text,
                                        const xmlChar **attribute);

G_END_DECLS
