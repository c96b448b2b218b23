/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-words.h"

#include <glib/gi18n-lib.h>

const char *
maq_remark_words_get_kind (MaqRemarkKind kind)
{
  const char *const labels[MAQ_N_REMARK_KINDS] = {
    [MAQ_REMARK_NOTE] = _("Note"),
    [MAQ_REMARK_QUESTION] = _("Question"),
    [MAQ_REMARK_DIRECTION] = _("Direction"),
    [MAQ_REMARK_DECISION] = _("Decision"),
  };

  return labels[kind];
}

const char *
maq_remark_words_get_icon (MaqRemarkKind kind)
{
  static const char *const names[MAQ_N_REMARK_KINDS] = {
    [MAQ_REMARK_NOTE] = "maq-remark-note-symbolic",
    [MAQ_REMARK_QUESTION] = "maq-remark-question-symbolic",
    [MAQ_REMARK_DIRECTION] = "maq-remark-direction-symbolic",
    [MAQ_REMARK_DECISION] = "maq-remark-decision-symbolic",
  };

  return names[kind];
}

static GtkWidget *
create_choice (const char *const *labels,
               const char        *tooltip,
               const char        *name)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (choice, tooltip);
  gtk_widget_add_css_class (choice, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (choice)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return choice;
}

GtkWidget *
maq_remark_words_create_kinds (void)
{
  const char *labels[MAQ_N_REMARK_KINDS + 1] = { NULL };

  for (guint i = 0; i < MAQ_N_REMARK_KINDS; i++)
    labels[i] = maq_remark_words_get_kind ((MaqRemarkKind) i);
  return create_choice (labels, _("What the remark is"), _("Kind of Remark"));
}

GtkWidget *
maq_remark_words_create_states (void)
{
  const char *const labels[MAQ_N_REMARK_STATES + 1] = {
    [MAQ_REMARK_OPEN] = C_("remark", "Open"),
    [MAQ_REMARK_AGREED] = _("Agreed"),
    [MAQ_REMARK_PARKED] = _("Parked"),
    [MAQ_REMARK_DROPPED] = _("Dropped"),
  };

  return create_choice (labels, _("Where people are with it"), _("State of the Remark"));
}

char *
maq_remark_words_dup_author (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MAQ_APPLICATION_ID);
  g_autofree char *author = g_strstrip (g_settings_get_string (settings, "author"));

  return *author == '\0' ? NULL : g_steal_pointer (&author);
}

static void
append_word (GString    *words,
             const char *word)
{
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, word);
}

char *
maq_remark_words_dup_place (MaqArrangement        *arrangement,
                            const MaqRemarkFields *fields)
{
  GString *place = g_string_new (NULL);
  int section = maq_arrangement_find_section (arrangement, fields->section);
  int layer = maq_arrangement_find_layer (arrangement, fields->layer);
  g_autofree char *bar = g_strdup_printf (_("bar %d"), fields->bar + 1);

  if (section >= 0)
    append_word (place, maq_section_get_name (maq_arrangement_get_section (arrangement,
                                                                           (guint) section)));
  if (section >= 0 && fields->bar > 0)
    append_word (place, bar);
  if (layer >= 0)
    append_word (place, maq_layer_get_name (maq_arrangement_get_layer (arrangement,
                                                                       (guint) layer)));
  if (place->len == 0)
    append_word (place, _("The whole song"));
  return g_string_free (place, FALSE);
}

char *
maq_remark_words_dup_sign (MaqArrangement        *arrangement,
                           const MaqRemarkFields *fields,
                           guint                  n)
{
  g_autofree char *place = maq_remark_words_dup_place (arrangement, fields);
  g_autofree char *said = g_strdup_printf ("%s, %s: %s", maq_remark_words_get_kind (fields->kind),
                                           place, fields->text != NULL ? fields->text : "");

  if (n == 1)
    return g_steal_pointer (&said);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %u more", "%s, and %u more",
                                       n - 1), said, n - 1);
}
