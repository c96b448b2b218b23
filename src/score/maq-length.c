/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-length.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

#define MAX_FIELDS 3  /* hours, minutes, seconds */

/* Figures only: no sign, no blanks, no fraction. */
static gboolean
parse_field (const char *text,
             guint64     highest,
             guint64    *value)
{
  return g_ascii_string_to_unsigned (text, 10, 0, highest, value, NULL);
}

gboolean
maq_length_parse (const char *text,
                  int        *seconds)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_auto (GStrv) fields = g_strsplit (bare, ":", MAX_FIELDS + 1);
  guint n_fields = g_strv_length (fields);
  guint64 total = 0;

  if (n_fields > MAX_FIELDS)
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      guint64 value;

      if (!parse_field (fields[i], i == 0 ? MAQ_TARGET_MAX_SECONDS : 59, &value))
        return FALSE;
      total = total * 60 + value;
    }
  if (n_fields == 1)
    total *= 60;
  if (total > MAQ_TARGET_MAX_SECONDS)
    return FALSE;

  *seconds = (int) total;
  return TRUE;
}

char *
maq_length_dup_text (double seconds)
{
  int whole = (int) lround (seconds);

  return g_strdup_printf ("%d:%02d", whole / 60, whole % 60);
}

/* "12 s over", "1:05 short" or "on target" */
static char *
dup_difference (double seconds,
                int    target_seconds)
{
  int over = (int) lround (seconds) - target_seconds;
  g_autofree char *length = NULL;

  if (over == 0)
    return g_strdup (_("on target"));
  if (ABS (over) < 60)
    /* Translators: a number of seconds */
    length = g_strdup_printf (_("%d s"), ABS (over));
  else
    length = maq_length_dup_text (ABS (over));

  /* Translators: by how much a song is longer or shorter than it is meant to be: "12 s over" */
  return g_strdup_printf (over > 0 ? _("%s over") : _("%s short"), length);
}

char *
maq_length_dup_words (double seconds,
                      int    target_seconds)
{
  g_autofree char *length = maq_length_dup_text (seconds);
  g_autofree char *difference = NULL;

  if (target_seconds <= 0)
    return g_steal_pointer (&length);

  difference = dup_difference (seconds, target_seconds);
  /* Translators: how long a song lasts, and how that compares: "3:52, 12 s over" */
  return g_strdup_printf (_("%s, %s"), length, difference);
}

gboolean
maq_length_find_first_chorus (MaqForm *form,
                              double  *seconds)
{
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);

      if (maq_section_get_kind (place->section) == MAQ_SECTION_CHORUS)
        {
          *seconds = place->start_seconds;
          return TRUE;
        }
    }

  return FALSE;
}
