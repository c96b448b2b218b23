/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-check.h"
#include "maq-import-billboard.h"
#include "maq-import-chordpro.h"
#include "maq-import-text-private.h"

typedef enum
{
  FORMAT_UNKNOWN,
  FORMAT_CHORDPRO,
  FORMAT_BILLBOARD,
} Format;

G_DEFINE_QUARK (maq-import-error-quark, maq_import_error)

static const char *const chordpro_endings[] = {
  ".cho", ".crd", ".chopro", ".chordpro", ".pro",
};

static gboolean
has_chordpro_ending (const char *filename)
{
  g_autofree char *lower = g_ascii_strdown (filename, -1);

  for (guint i = 0; i < G_N_ELEMENTS (chordpro_endings); i++)
    {
      if (g_str_has_suffix (lower, chordpro_endings[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_markup (const char *text)
{
  return text[strspn (text, " \t\n")] == '<';
}

static gboolean
looks_like_chordpro (const char *text)
{
  const char *p = text;

  for (; p != NULL; p = strchr (p, '\n'))
    {
      p += strspn (p, " \t\n");
      if (*p == '{' && g_ascii_isalpha (p[1]))
        return TRUE;
      if (*p == '\0')
        break;
    }
  for (p = strchr (text, '['); p != NULL; p = strchr (p + 1, '['))
    {
      if (p[1] >= 'A' && p[1] <= 'H' && memchr (p, ']', strnlen (p, 16)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static Format
guess_format (const char *text,
              const char *filename)
{
  if (is_markup (text))
    return FORMAT_UNKNOWN;
  if (maq_import_is_billboard (text))
    return FORMAT_BILLBOARD;
  if (filename != NULL && has_chordpro_ending (filename))
    return FORMAT_CHORDPRO;
  return looks_like_chordpro (text) ? FORMAT_CHORDPRO : FORMAT_UNKNOWN;
}

/* "my_song.cho" is called "my song". */
static char *
title_from_filename (const char *filename)
{
  g_autofree char *base = filename != NULL ? g_path_get_basename (filename) : g_strdup ("");
  g_autofree char *name = NULL;
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot > base)
    *dot = '\0';
  name = g_filename_display_name (base);
  g_strdelimit (name, "_", ' ');
  return g_steal_pointer (&name);
}

MaqProject *
maq_import_bytes (GBytes           *bytes,
                  const char       *filename,
                  MaqImportReport  *report,
                  GError          **error)
{
  g_autofree char *text = import_text_decode (bytes, report, error);
  g_autofree char *title = title_from_filename (filename);
  g_autoptr(MaqProject) project = NULL;
  g_autoptr(GError) failure = NULL;

  if (text == NULL)
    return NULL;
  if (text[strspn (text, " \t\n")] == '\0')
    {
      g_set_error_literal (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_EMPTY,
                           _("The file is empty; choose one with a chart in it."));
      return NULL;
    }
  switch (guess_format (text, filename))
    {
    case FORMAT_BILLBOARD:
      project = maq_import_billboard (text, title, report, error);
      break;
    case FORMAT_CHORDPRO:
      project = maq_import_chordpro (text, title, report, error);
      break;
    case FORMAT_UNKNOWN:
    default:
      g_set_error_literal (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_UNKNOWN,
                           _("No chart is seen in it; Maquette reads Billboard annotations, and "
                             "ChordPro charts with their chords in brackets, like [Am7]."));
    }
  if (project == NULL)
    return NULL;
  if (!maq_check (project, &failure))
    {
      g_set_error_literal (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_INVALID, failure->message);
      return NULL;
    }
  return g_steal_pointer (&project);
}
