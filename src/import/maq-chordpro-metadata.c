/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a chart says of itself within its comments: "%{key}" is the key, "%{capo|Capo %{}}"
 * says something only where there is one, and what follows another bar where there is none.
 * https://www.chordpro.org/chordpro/chordpro-configuration-format-strings/
 */

#include "maq-chordpro-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return number > 0 ? g_strdup (g_ascii_formatd (text, sizeof text, "%g", number)) : NULL;
}

/* (transfer full) (nullable): NULL where the chart does not say, up to here */
static char *
dup_metadata (ChordproReader *self,
              const char     *name,
              gboolean       *is_known)
{
  char text[MAX (MAQ_KEY_TEXT_MAX, MAQ_METER_TEXT_MAX)];

  *is_known = TRUE;
  if (strcmp (name, "title") == 0)
    return g_strdup (self->draft->title);
  if (strcmp (name, "subtitle") == 0)
    return g_strdup (self->subtitle);
  if (strcmp (name, "artist") == 0)
    return g_strdup (self->draft->artist);
  if (strcmp (name, "composer") == 0)
    return g_strdup (self->draft->composer);
  if (strcmp (name, "key") == 0)
    return maq_key_is_set (self->key) ? g_strdup (maq_key_format (self->key, text)) : NULL;
  if (strcmp (name, "tempo") == 0)
    return dup_number (self->beats_per_minute);
  if (strcmp (name, "time") == 0)
    return maq_meter_is_set (self->meter) ? g_strdup (maq_meter_format (self->meter, text)) : NULL;
  if (strcmp (name, "capo") == 0)
    return dup_number (self->draft->capo);
  *is_known = FALSE;
  return NULL;
}

/* The brace that closes what @text, behind "%{", has opened. */
static const char *
find_end (const char *text)
{
  int depth = 1;

  for (; *text != '\0'; text++)
    {
      if (text[0] == '%' && text[1] == '{')
        depth++;
      else if (*text == '}' && --depth == 0)
        return text;
    }
  return NULL;
}

/* @inside: "key", "key|in %{}" or "key|in %{}|in any key" */
static void
append_value (ChordproReader *self,
              GString        *text,
              const char     *inside)
{
  g_auto(GStrv) words = g_strsplit (inside, "|", 3);
  const char *present = words[0] != NULL && words[1] != NULL ? words[1] : "%{}";
  const char *absent = words[0] != NULL && words[1] != NULL && words[2] != NULL ? words[2] : "";
  gboolean is_known;
  g_autofree char *value = dup_metadata (self, words[0] != NULL ? words[0] : "", &is_known);
  const char *end;

  if (!is_known)
    {
      maq_import_report_add (self->report, self->line,
                             _("“%%{%s}” is nothing that is known here; it is left out."), inside);
      return;
    }
  if (value == NULL)
    {
      g_string_append (text, absent);
      return;
    }
  for (; (end = strstr (present, "%{}")) != NULL; present = end + strlen ("%{}"))
    {
      g_string_append_len (text, present, end - present);
      g_string_append (text, value);
    }
  g_string_append (text, present);
}

char *
chordpro_reader_expand (ChordproReader *self,
                        const char     *value)
{
  GString *text = g_string_new (NULL);
  const char *start;
  const char *end;

  while ((start = strstr (value, "%{")) != NULL && (end = find_end (start + 2)) != NULL)
    {
      g_autofree char *inside = g_strndup (start + 2, (gsize) (end - start - 2));

      g_string_append_len (text, value, start - value);
      append_value (self, text, inside);
      value = end + 1;
    }
  g_string_append (text, value);
  return g_strstrip (g_string_free (text, FALSE));
}
