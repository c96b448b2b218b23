/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-info-private.h"

#include <glib/gi18n.h>

/* texts on one line, those that say something, with @separator between them */
static void
append_text (GString    *line,
             const char *separator,
             const char *text)
{
  g_autofree char *flat = NULL;

  if (text == NULL)
    return;
  flat = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", flat);
}

static char *
dup_row (const MaqSessionRowFields *fields)
{
  g_autoptr(GString) line = g_string_new (NULL);

  if (fields->channel > 0)
    g_string_append_printf (line, "%d", fields->channel);
  for (guint i = 0; i < maq_session_list_get_n_texts (fields->list); i++)
    append_text (line, " · ", fields->texts[i]);
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    if (fields->switches[i])
      append_text (line, " · ", maq_input_switch_get_label (i));

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
print_list (MaqSession     *session,
            MaqSessionList  list,
            const char     *title)
{
  for (guint i = 0; i < maq_session_get_n_rows (session, list); i++)
    {
      g_autofree char *line = dup_row (
        maq_session_row_get_fields (maq_session_get_row (session, list, i)));

      if (i == 0)
        g_print ("\n%s\n", title);
      g_print ("  %s\n", line);
    }
}

void
maq_cli_print_session (MaqSession *session)
{
  gboolean is_titled = FALSE;

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      append_text (line, "", maq_session_get_text (session, i));
      if (line->len == 0)
        continue;
      if (!is_titled)
        g_print ("\n%s\n", _("Session"));
      is_titled = TRUE;
      g_print ("  %s: %s\n", maq_session_text_get_label (i), line->str);
    }

  print_list (session, MAQ_SESSION_INPUTS, _("Inputs"));
  print_list (session, MAQ_SESSION_RECALL, _("Recall notes"));
  print_list (session, MAQ_SESSION_CONTACTS, _("Contacts"));
}

void
maq_cli_print_takes (MaqArrangement *arrangement)
{
  MaqVec *takes = maq_arrangement_get_fields (arrangement)->takes;

  for (guint i = 0; takes != NULL && i < maq_vec_get_length (takes); i++)
    {
      const MaqTakeFields *fields = maq_take_get_fields (maq_vec_get (takes, i));
      int section = maq_arrangement_find_section (arrangement, fields->section);
      int layer = maq_arrangement_find_layer (arrangement, fields->layer);
      g_autofree char *words = maq_take_dup_words (fields);
      g_autoptr(GString) line = g_string_new (words);

      append_text (line, " · ", fields->note);
      if (i == 0)
        g_print ("\n%s\n", _("Takes"));
      g_print ("  %s · %s: %s\n",
               maq_section_get_name (maq_arrangement_get_section (arrangement, section)),
               maq_layer_get_name (maq_arrangement_get_layer (arrangement, layer)), line->str);
    }
}
