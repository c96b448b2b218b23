/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-value-private.h"

#include <string.h>

/* What XML cannot say in any way: most control characters. */
#define REPLACEMENT "\357\277\275"

static const char *
escape_byte (guchar      byte,
             const char *stops)
{
  if (strchr (stops, byte) == NULL)
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' ? REPLACEMENT : NULL;

  switch (byte)
    {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    default: return "&#13;";
    }
}

/* U+FFFE and U+FFFF are well-formed UTF-8 but no characters of XML */
static gboolean
is_no_character (const char *text,
                 gsize       left)
{
  return left >= 3 && memcmp (text, "\357\277", 2) == 0 && (guchar) text[2] >= 0xbe;
}

static void
append_escaped (GString    *out,
                const char *text,
                gssize      length,
                const char *stops)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  const char *plain = text;

  while (text < end)
    {
      guchar byte = (guchar) *text;
      const char *instead = NULL;
      gsize step = 1;

      if (byte < 0x40)
        {
          instead = byte == '\0' ? REPLACEMENT : escape_byte (byte, stops);
        }
      else if (byte == 0xef && is_no_character (text, (gsize) (end - text)))
        {
          instead = REPLACEMENT;
          step = 3;
        }

      if (instead != NULL)
        {
          g_string_append_len (out, plain, text - plain);
          g_string_append (out, instead);
          plain = text + step;
        }

      text += step;
    }

  g_string_append_len (out, plain, text - plain);
}

void
maq_xml_append_quoted (GString    *out,
                       const char *text,
                       gssize      length)
{
  append_escaped (out, text, length, "&<>\"\t\n\r");
}

void
maq_xml_append_line (GString    *out,
                     const char *text,
                     gssize      length)
{
  append_escaped (out, text, length, "&<>\n\r");
}

void
maq_xml_append_verbatim (GString    *out,
                         const char *text,
                         gssize      length)
{
  append_escaped (out, text, length, "&<>\r");
}
