/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqXmlOut:
 *
 * Writes XML for other programs: indented, in UTF-8. Whatever is in the texts,
 * what comes out is well-formed; they are put on one line, and what XML cannot
 * say is left out.
 */
typedef struct _MaqXmlOut MaqXmlOut;

/** maq_xml_out_new: @public_id: (nullable): of the document type, with @system_id */
MaqXmlOut *maq_xml_out_new       (const char *root,
                                  const char *public_id,
                                  const char *system_id) G_GNUC_WARN_UNUSED_RESULT;
void       maq_xml_out_free      (MaqXmlOut  *self);

void       maq_xml_out_open      (MaqXmlOut  *self,
                                  const char *name);
void       maq_xml_out_close     (MaqXmlOut  *self);
/** maq_xml_out_attribute: of the element that was opened last; %NULL writes nothing */
void       maq_xml_out_attribute (MaqXmlOut  *self,
                                  const char *name,
                                  const char *text);
/** maq_xml_out_attribute_number: in the shortest text that reads back as the same */
void       maq_xml_out_attribute_number (MaqXmlOut  *self,
                                  const char *name,
                                  double      value);
/** maq_xml_out_text: within the element that was opened last */
void       maq_xml_out_text      (MaqXmlOut  *self,
                                  const char *text);
/** maq_xml_out_put: an element with @text alone, without it an empty one */
void       maq_xml_out_put       (MaqXmlOut  *self,
                                  const char *name,
                                  const char *text);
void       maq_xml_out_put_number (MaqXmlOut *self,
                                  const char *name,
                                  double      value);

/** maq_xml_out_finish: (transfer full): the document, all elements closed */
GBytes    *maq_xml_out_finish    (MaqXmlOut  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqXmlOut, maq_xml_out_free)

G_END_DECLS
