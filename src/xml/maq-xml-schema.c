/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-schema.h"

#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>

#include "maq-xml-format.h"

static void
error_cb (void        *data,
          xmlErrorPtr  problem)
{
  GError **error = data;
  g_autofree char *said = NULL;

  if (*error != NULL || problem->level < XML_ERR_ERROR)
    return;

  said = g_strstrip (g_strdup (problem->message != NULL ? problem->message : ""));
  g_set_error (error, MAQ_XML_ERROR, MAQ_XML_ERROR_INVALID, "%d: %s", problem->line, said);
}

static xmlRelaxNGPtr
load_schema (const char  *schema,
             GError     **error)
{
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt (schema);
  xmlRelaxNGPtr result;
  g_autoptr(GError) problem = NULL;

  xmlRelaxNGSetParserStructuredErrors (parser, error_cb, &problem);
  result = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);

  if (result == NULL)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                 _("The schema “%s” cannot be read; install Maquette again"), schema);

  return result;
}

/* A DOCTYPE is refused here too: a validator that substitutes entities is a way in. */
static gboolean
read_through (xmlTextReaderPtr  reader,
              GError          **error)
{
  int result;

  while ((result = xmlTextReaderRead (reader)) == 1 && *error == NULL)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_DOCUMENT_TYPE)
      {
        g_set_error (error, MAQ_XML_ERROR, MAQ_XML_ERROR_NOT_XML, "%d: %s",
                     xmlTextReaderGetParserLineNumber (reader), _("A DOCTYPE is not accepted"));
        return FALSE;
      }

  return *error == NULL && result == 0 && xmlTextReaderIsValid (reader) == 1;
}

gboolean
maq_xml_validate (GBytes      *bytes,
                  const char  *schema,
                  GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlTextReaderPtr reader;
  xmlRelaxNGPtr grammar;
  gboolean valid;
  g_autoptr(GError) problem = NULL;

  g_return_val_if_fail (size <= MAQ_XML_MAX_BYTES, FALSE);

  grammar = load_schema (schema, error);
  if (grammar == NULL)
    return FALSE;

  reader = xmlReaderForMemory (data, (int) size, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  xmlTextReaderSetStructuredErrorHandler (reader, error_cb, &problem);
  xmlTextReaderRelaxNGSetSchema (reader, grammar);
  valid = read_through (reader, &problem);
  xmlFreeTextReader (reader);
  xmlRelaxNGFree (grammar);

  if (!valid && problem == NULL)
    g_set_error (&problem, MAQ_XML_ERROR, MAQ_XML_ERROR_INVALID, "%s",
                 _("The text does not follow the schema"));
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return valid;
}
