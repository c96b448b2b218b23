/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-xml-table-private.h"

G_BEGIN_DECLS

/*
 * Other people's attributes, elements and comments, kept in the `foreign`
 * text of the nearest value that has one.
 *
 * The text begins with the value's own items, each a piece of XML that
 * declares the namespaces it uses, separated by ITEM. After that come
 * records: RECORD target FIELD attributes FIELD items. The target is empty
 * for the value's own attributes; else it names an element without fields of
 * its own: "chord/5/2.5". The separators are characters that XML cannot have.
 */
#define MAQ_XML_FOREIGN_ITEM   '\035'
#define MAQ_XML_FOREIGN_RECORD '\036'
#define MAQ_XML_FOREIGN_FIELD  '\037'

/* the target that stands for the root element, kept with the project */
#define MAQ_XML_FOREIGN_ROOT "maquette"

/* a stretch of a foreign text */
typedef struct
{
  const char *text;
  gsize       length;
} MaqXmlSlice;

/* what is kept for one element */
typedef struct
{
  MaqXmlSlice attributes;
  MaqXmlSlice items;
} MaqXmlForeignPart;

/*
 * A foreign text, ready to look things up in.
 *
 * own: the part of the value itself
 * others: (nullable): (key-type utf8) (value-type MaqXmlForeignPart): by target
 */
typedef struct
{
  MaqXmlForeignPart  own;
  GHashTable        *others;
} MaqXmlForeign;

void     maq_xml_foreign_init          (MaqXmlForeign       *self,
                                        const char          *text);
void     maq_xml_foreign_clear         (MaqXmlForeign       *self);
/* maq_xml_foreign_find: what is kept for @target; empty if nothing is */
MaqXmlForeignPart maq_xml_foreign_find (const MaqXmlForeign *self,
                                        const char          *target);
/* maq_xml_foreign_next_item: takes the first item off @items; FALSE if there is none */
gboolean maq_xml_foreign_next_item     (MaqXmlSlice         *items,
                                        MaqXmlSlice         *item);
/* maq_xml_foreign_append_record: adds what is to be kept for @target */
void     maq_xml_foreign_append_record (GString             *records,
                                        const char          *target,
                                        const char          *attributes,
                                        const char          *items);
/*
 * maq_xml_foreign_append_target: the name of an element without fields of its
 * own; n_alike: how many before it in the list would have the same name
 */
void     maq_xml_foreign_append_target (GString             *target,
                                        const MaqXmlElement *element,
                                        gconstpointer        fields,
                                        guint                n_alike);

G_END_DECLS
