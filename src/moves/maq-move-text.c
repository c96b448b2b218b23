/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

char *
maq_move_some (const char *text)
{
  return text != NULL && text[0] != '\0' ? (char *) text : NULL;
}

static gboolean
is_writable (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || c == 0xfffe || c == 0xffff)
        return FALSE;
    }

  return TRUE;
}

gboolean
maq_move_require_text (const char  *text,
                       gsize        max_bytes,
                       GError     **error)
{
  if (text == NULL)
    return TRUE;

  if (!g_utf8_validate (text, -1, NULL) || !is_writable (text))
    return maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                            _("The text holds characters that can’t be kept. Type it again."));

  if (strlen (text) > max_bytes)
    return maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                            _("The text is too long. Shorten it to %zu letters."),
                            max_bytes);

  return TRUE;
}

char *
maq_move_dup_name (const char  *text,
                   GError     **error)
{
  g_autofree char *name = NULL;

  if (!maq_move_require_text (text, MAQ_LIMIT_NAME_BYTES, error))
    return NULL;

  name = g_strdelimit (g_strdup (text != NULL ? text : ""), "\n\t", ' ');
  g_strstrip (name);
  if (name[0] == '\0')
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE, _("A name can’t be empty. Type one."));
      return NULL;
    }

  return g_steal_pointer (&name);
}

gboolean
maq_move_require_number (double       value,
                         double       low,
                         double       high,
                         const char  *what,
                         GError     **error)
{
  if (isfinite (value) && value >= low && value <= high)
    return TRUE;

  return maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                          /* translators: "The tempo must be from 10 to 999." */
                          _("%s must be from %g to %g."), what, low, high);
}

gboolean
maq_move_require_stated (MaqStated    value,
                         double       low,
                         double       high,
                         const char  *what,
                         GError     **error)
{
  return !value.is_set || maq_move_require_number (value.value, low, high, what, error);
}

gboolean
maq_move_require_meter (MaqMeter   meter,
                        GError   **error)
{
  if (maq_meter_is_valid (meter))
    return TRUE;

  return maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                          _("%d/%d is no meter. Choose 1 to 32 beats of a whole, half, quarter, "
                            "8th, 16th or 32nd."), meter.beats, meter.unit);
}

static gboolean
has_section_named (MaqArrangement *arrangement,
                   const char     *name,
                   MaqId           except)
{
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);

      if (maq_section_get_id (section) != except &&
          strcmp (maq_section_get_name (section), name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_section_of_kind (MaqArrangement *arrangement,
                     MaqSectionKind  kind,
                     MaqId           except)
{
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);

      if (maq_section_get_id (section) != except && maq_section_get_kind (section) == kind)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_counted (MaqSectionKind kind)
{
  return kind == MAQ_SECTION_VERSE || kind == MAQ_SECTION_CHORUS ||
         kind == MAQ_SECTION_PRE_CHORUS;
}

char *
maq_move_dup_free_section_name (MaqArrangement *arrangement,
                                MaqSectionKind  kind,
                                MaqId           except)
{
  const char *label = maq_section_kind_get_label (kind);
  guint first = has_section_of_kind (arrangement, kind, except) ? 2 : 1;

  if (!is_counted (kind) && !has_section_named (arrangement, label, except))
    return g_strdup (label);

  for (guint number = is_counted (kind) ? 1 : first; ; number++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", label, number);

      if (!has_section_named (arrangement, name, except))
        return g_steal_pointer (&name);
    }
}

char *
maq_move_dup_numbered_name (MaqArrangement *arrangement,
                            const char     *base)
{
  for (guint number = 2; ; number++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", base, number);

      if (!has_section_named (arrangement, name, MAQ_ID_NONE))
        return g_steal_pointer (&name);
    }
}

static gboolean
has_layer_named (MaqArrangement *arrangement,
                 const char     *name)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    if (strcmp (maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)), name) == 0)
      return TRUE;

  return FALSE;
}

char *
maq_move_dup_free_layer_name (MaqArrangement *arrangement,
                              const char     *base)
{
  if (!has_layer_named (arrangement, base))
    return g_strdup (base);

  for (guint number = 2; ; number++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", base, number);

      if (!has_layer_named (arrangement, name))
        return g_steal_pointer (&name);
    }
}

char *
maq_move_dup_base_name (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;
  if (length == 0 || length == strlen (name) || name[length - 1] != ' ')
    return g_strdup (name);

  return g_strndup (name, length - 1);
}
