/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-reader.h"

#include <string.h>

G_DEFINE_QUARK (maq-xml-error-quark, maq_xml_error)

int
maq_xml_error_get_line (const GError *error)
{
  char *end;
  guint64 line;

  g_return_val_if_fail (error != NULL, 0);

  if (error->domain != MAQ_XML_ERROR || !g_ascii_isdigit (error->message[0]))
    return 0;

  line = g_ascii_strtoull (error->message, &end, 10);
  return *end == ':' && line <= G_MAXINT ? (int) line : 0;
}

const char *
maq_xml_error_get_sentence (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (maq_xml_error_get_line (error) == 0)
    return error->message;

  return strchr (error->message, ':') + 2;
}
