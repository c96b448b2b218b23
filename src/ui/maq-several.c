/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-several.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint
find_index (MaqEditor *editor,
            GArray    *sections,
            guint      which)
{
  return (guint) maq_arrangement_find_section (maq_editor_get_arrangement (editor),
                                               g_array_index (sections, MaqId, which));
}

void
maq_several_apply (MaqEditor              *editor,
                   MaqSectionMaker         make,
                   const MaqSectionFields *wanted,
                   const char             *gesture)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);
  g_autofree char *label = NULL;
  MaqMove *all;

  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (moves, make (g_array_index (sections, MaqId, i), wanted));
  if (sections->len > 1)
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change %u section",
                                          "Change %u sections", sections->len), sections->len);
  all = maq_move_sequence ((MaqMove *const *) moves->pdata, moves->len, label);
  if (gesture == NULL)
    maq_editor_apply_here (editor, all);
  else
    maq_editor_apply_gesture (editor, all, gesture);
}

gboolean
maq_several_differ (MaqEditor *editor,
                    gsize      offset,
                    gsize      size)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);
  const char *first = NULL;

  for (guint i = 0; i < sections->len; i++)
    {
      const char *field = (const char *) maq_section_get_fields (maq_arrangement_get_section (
                            arrangement, find_index (editor, sections, i))) + offset;

      if (first == NULL)
        first = field;
      else if (memcmp (first, field, size) != 0)
        return TRUE;
    }
  return FALSE;
}

char *
maq_several_dup_names (MaqEditor *editor)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "",
                            maq_section_get_name (maq_arrangement_get_section (
                              arrangement, find_index (editor, sections, i))));
  return g_string_free (names, FALSE);
}

char *
maq_several_dup_layer_names (MaqEditor *editor)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  g_autoptr (GArray) layers = maq_editor_list_layers (editor);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < layers->len; i++)
    {
      int index = maq_arrangement_find_layer (arrangement, g_array_index (layers, MaqId, i));

      g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "",
                              maq_layer_get_name (maq_arrangement_get_layer (arrangement,
                                                                             (guint) index)));
    }
  return g_string_free (names, FALSE);
}

char *
maq_several_dup_bars (MaqEditor *editor)
{
  MaqForm *form = maq_editor_get_form (editor);
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);
  int shortest = G_MAXINT;
  int longest = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      int bars = maq_form_get_section (form, find_index (editor, sections, i))->bars;

      shortest = MIN (shortest, bars);
      longest = MAX (longest, bars);
    }
  if (shortest >= longest)
    return NULL;
  return g_strdup_printf (_("%d to %d"), shortest, longest);
}
