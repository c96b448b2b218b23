/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-import-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-import.h"

#define HEAD_BYTES 65536

/* Leaves lone carriage returns and those before line feeds as line feeds. */
static void
unify_line_ends (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\r')
        {
          *to++ = '\n';
          if (from[1] == '\n')
            from++;
        }
      else
        *to++ = *from;
    }
  *to = '\0';
}

static guint
line_of_offset (const char *text,
                gsize       offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
  return line;
}

static char *
decode_utf16 (const char *data,
              gsize       size)
{
  gboolean is_little = (guint8) data[0] == 0xff;
  gsize n_written;
  g_autofree char *text = g_convert (data + 2, (gssize) size - 2, "UTF-8",
                                     is_little ? "UTF-16LE" : "UTF-16BE",
                                     NULL, &n_written, NULL);

  if (text == NULL || memchr (text, '\0', n_written) != NULL)
    return NULL;
  return g_steal_pointer (&text);
}

/* Files that are not UTF-8 are nearly always Windows' Latin-1; where even that
 * leaves bytes without a meaning, plain Latin-1 never does. */
static char *
decode_latin1 (const char *data,
               gsize       size)
{
  char *text = g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  if (text == NULL)
    text = g_convert (data, (gssize) size, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  return text;
}

/* Pictures and programs are full of bytes that no text editor writes. */
static gboolean
looks_binary (const char *data,
              gsize       size)
{
  gsize n_odd = 0;

  for (gsize i = 0; i < size; i++)
    {
      guint8 byte = (guint8) data[i];

      if (byte == 0)
        return TRUE;
      n_odd += byte < 32 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    }
  return n_odd * 50 > size;
}

char *
import_text_decode (GBytes           *bytes,
                    MaqImportReport  *report,
                    GError          **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end;
  g_autofree char *text = NULL;

  gboolean is_wide = size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 ||
                                   memcmp (data, "\xfe\xff", 2) == 0);
  gboolean is_large = size > MAQ_IMPORT_MAX_BYTES;

  if (is_large && (is_wide || !looks_binary (data, HEAD_BYTES)))
    {
      g_set_error (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_TOO_LARGE,
                   _("The file has %zu MB, and no chart is larger than %d MB; "
                     "choose the chart itself."),
                   size >> 20, MAQ_IMPORT_MAX_BYTES >> 20);
      return NULL;
    }
  if (is_wide)
    text = decode_utf16 (data, size);
  else if (size > 0 && !is_large && !looks_binary (data, size))
    {
      gsize skip = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

      if (g_utf8_validate_len (data + skip, size - skip, &end))
        text = g_strndup (data + skip, size - skip);
      else
        {
          text = decode_latin1 (data + skip, size - skip);
          maq_import_report_add (report, line_of_offset (data, (gsize) (end - data)),
                                 _("This is no UTF-8, so the file is read as Latin-1; "
                                   "check its accents and quotes."));
        }
    }
  if (text == NULL && size > 0)
    {
      g_set_error_literal (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_NOT_TEXT,
                           _("The file is no text; choose a ChordPro chart or a Billboard "
                             "annotation."));
      return NULL;
    }
  if (text == NULL)
    text = g_strdup ("");
  unify_line_ends (text);
  return g_steal_pointer (&text);
}

static gboolean
is_allowed (gunichar c)
{
  return c >= 32 && c != 127 && !(c >= 0x80 && c < 0xa0) && (c & 0xfffe) != 0xfffe &&
         !(c >= 0xfdd0 && c <= 0xfdef);
}

char *
import_text_clean (const char *text,
                   gsize       max_bytes,
                   gboolean    keep_lines)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  gboolean pending_space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize length = clean->len;

      if (keep_lines && (c == '\n' || c == ' '))
        g_string_append_c (clean, (char) c);
      else if (c == 0xfeff || c == 0x200b)
        continue;
      else if (g_unichar_isspace (c) || !is_allowed (c))
        pending_space = clean->len > 0;
      else
        {
          if (pending_space)
            g_string_append_c (clean, ' ');
          g_string_append_unichar (clean, c);
          pending_space = FALSE;
        }
      if (clean->len > max_bytes)
        {
          g_string_truncate (clean, length);
          break;
        }
    }
  return g_strstrip (g_string_free (g_steal_pointer (&clean), FALSE));
}

double
import_text_parse_number (const char *text)
{
  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  if (*text == '\0' || strlen (text) > 1000)
    return -1.0;
  /* hexadecimal would be a joke, but the C library laughs at it */
  if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
    return 0.0;
  return g_ascii_strtod (text, NULL);
}
