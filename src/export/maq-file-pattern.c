/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-file-pattern.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "maq-bundle.h"
#include "maq-export-words.h"
#include "maq-number.h"

#define VALUE_BYTES 70 /* of each name that is put in, so that all of them have room */

typedef struct
{
  MaqHandoff *handoff;
  guint       number;
  const char *layer;
} Facts;

G_DEFINE_QUARK (maq-file-pattern-error-quark, maq_file_pattern_error)

static char *
dup_title (const Facts *facts)
{
  return maq_bundle_dup_name (maq_song_get_title (maq_handoff_get_song (facts->handoff)),
                              VALUE_BYTES);
}

static char *
dup_arrangement (const Facts *facts)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (facts->handoff);

  return maq_bundle_dup_name (maq_arrangement_get_name (arrangement), VALUE_BYTES);
}

static char *
dup_version (const Facts *facts)
{
  return g_strdup (maq_handoff_get_version (facts->handoff));
}

static char *
dup_number (const Facts *facts)
{
  return g_strdup_printf ("%02u", facts->number);
}

static char *
dup_layer (const Facts *facts)
{
  return maq_bundle_dup_name (facts->layer, VALUE_BYTES);
}

/* Felt beats a minute, as metronomes are set: "92", "92.5" */
static char *
dup_tempo (const Facts *facts)
{
  const MaqSongFields *fields = maq_song_get_fields (maq_handoff_get_song (facts->handoff));
  char text[MAQ_NUMBER_TEXT_MAX];
  double beats = maq_export_get_beats (fields->tempo_qpm, fields->meter);

  return g_strdup (maq_number_format (round (beats * 100.0) / 100.0, text));
}

static const struct
{
  const char *name;
  char     *(*dup) (const Facts *facts);
} values[] = {
  { "{title}", dup_title },
  { "{arrangement}", dup_arrangement },
  { "{version}", dup_version },
  { "{number}", dup_number },
  { "{layer}", dup_layer },
  { "{tempo}", dup_tempo },
};

/* Which of them stands there, or how many there are. */
static guint
find_value (const char *text)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (values) && !g_str_has_prefix (text, values[i].name))
    i++;
  return i;
}

gboolean
maq_file_pattern_check (const char  *pattern,
                        GError     **error)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (const char *p = strchr (pattern, '{'); p != NULL; p = strchr (p + 1, '{'))
    if (find_value (p) == G_N_ELEMENTS (values))
      {
        g_autofree char *what = g_strndup (p, MIN (strcspn (p, "}") + 1, strlen (p)));

        for (guint i = 0; i < G_N_ELEMENTS (values); i++)
          g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", values[i].name);
        g_set_error (error, MAQ_FILE_PATTERN_ERROR, MAQ_FILE_PATTERN_ERROR_UNKNOWN,
                     _("Names of files can't have “%s” in them; there are: %s."), what, all->str);
        return FALSE;
      }
  return TRUE;
}

/* Names that mean a device on Windows, whatever their ending. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "CON", "PRN", "AUX", "NUL", "COM", "LPT" };
  gsize length = strcspn (name, ". ");

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_ascii_strncasecmp (name, devices[i], 3) == 0
        && (i < 4 ? length == 3 : length == 4 && g_ascii_isdigit (name[3])))
      return TRUE;
  return FALSE;
}

char *
maq_file_pattern_expand (const char *pattern,
                         MaqHandoff *handoff,
                         guint       number,
                         const char *layer,
                         const char *suffix)
{
  const Facts facts = { handoff, number, layer };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      guint i = find_value (p);
      g_autofree char *value = NULL;

      if (i == G_N_ELEMENTS (values))
        {
          g_string_append_c (text, *p);
          continue;
        }
      value = values[i].dup (&facts);
      g_string_append (text, value);
      p += strlen (values[i].name) - 1;
    }
  name = maq_bundle_dup_name (text->str, MAQ_BUNDLE_NAME_BYTES - strlen (suffix) - 1);
  return g_strconcat (is_device (name) ? "_" : "", name, suffix, NULL);
}
