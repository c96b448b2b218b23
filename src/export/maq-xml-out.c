/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-out.h"

#include <libxml/xmlwriter.h>

#include "maq-export-words.h"
#include "maq-number.h"

struct _MaqXmlOut
{
  xmlBuffer     *buffer;
  xmlTextWriter *writer;
};

MaqXmlOut *
maq_xml_out_new (const char *root,
                 const char *public_id,
                 const char *system_id)
{
  MaqXmlOut *self = g_new0 (MaqXmlOut, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterSetIndent (self->writer, 1);
  xmlTextWriterSetIndentString (self->writer, BAD_CAST " ");
  xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", "no");
  if (public_id != NULL)
    xmlTextWriterWriteDTD (self->writer, BAD_CAST root, BAD_CAST public_id, BAD_CAST system_id,
                           NULL);
  maq_xml_out_open (self, root);
  return self;
}

void
maq_xml_out_free (MaqXmlOut *self)
{
  xmlFreeTextWriter (self->writer);
  xmlBufferFree (self->buffer);
  g_free (self);
}

void
maq_xml_out_open (MaqXmlOut  *self,
                  const char *name)
{
  xmlTextWriterStartElement (self->writer, BAD_CAST name);
}

void
maq_xml_out_close (MaqXmlOut *self)
{
  xmlTextWriterEndElement (self->writer);
}

void
maq_xml_out_attribute (MaqXmlOut  *self,
                       const char *name,
                       const char *text)
{
  g_autofree char *line = text != NULL ? maq_export_dup_line (text) : NULL;

  if (line != NULL)
    xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST line);
}

void
maq_xml_out_attribute_number (MaqXmlOut  *self,
                              const char *name,
                              double      value)
{
  char text[MAQ_NUMBER_TEXT_MAX];

  maq_xml_out_attribute (self, name, maq_number_format (value, text));
}

void
maq_xml_out_text (MaqXmlOut  *self,
                  const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);

  xmlTextWriterWriteString (self->writer, BAD_CAST line);
}

void
maq_xml_out_put (MaqXmlOut  *self,
                 const char *name,
                 const char *text)
{
  maq_xml_out_open (self, name);
  if (text != NULL)
    maq_xml_out_text (self, text);
  maq_xml_out_close (self);
}

void
maq_xml_out_put_number (MaqXmlOut  *self,
                        const char *name,
                        double      value)
{
  char text[MAQ_NUMBER_TEXT_MAX];

  maq_xml_out_put (self, name, maq_number_format (value, text));
}

GBytes *
maq_xml_out_finish (MaqXmlOut *self)
{
  xmlTextWriterEndDocument (self->writer);
  xmlTextWriterFlush (self->writer);
  return g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
}
