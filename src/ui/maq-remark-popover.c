/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-popover.h"

#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"

/* What is being written, and on what. */
typedef struct
{
  MaqEditor   *editor;
  GtkPopover  *popover;
  GtkEditable *entry;
  GtkDropDown *kind;
  MaqId        section;
  int          bar;
} Draft;

static const char draft_key[] = "maq-remark-draft";

static void
draft_free (gpointer data)
{
  g_object_unref (((Draft *) data)->editor);
  g_free (data);
}

const char *
maq_remark_kinds_get_label (MaqRemarkKind kind)
{
  const char *const labels[MAQ_N_REMARK_KINDS] = {
    [MAQ_REMARK_NOTE] = _("Note"),
    [MAQ_REMARK_QUESTION] = _("Question"),
    [MAQ_REMARK_DIRECTION] = _("Direction"),
    [MAQ_REMARK_DECISION] = _("Decision"),
  };

  return labels[kind];
}

GtkWidget *
maq_remark_kinds_create (void)
{
  const char *labels[MAQ_N_REMARK_KINDS + 1] = { NULL };
  GtkWidget *kinds;

  for (guint i = 0; i < MAQ_N_REMARK_KINDS; i++)
    labels[i] = maq_remark_kinds_get_label ((MaqRemarkKind) i);
  kinds = gtk_drop_down_new_from_strings (labels);
  gtk_widget_set_valign (kinds, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (kinds, _("What the remark is"));
  gtk_widget_add_css_class (kinds, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (kinds)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of Remark"), -1);
  return kinds;
}

char *
maq_remark_kinds_dup_author (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MAQ_APPLICATION_ID);
  g_autofree char *author = g_strstrip (g_settings_get_string (settings, "author"));

  return *author == '\0' ? NULL : g_steal_pointer (&author);
}

static void
activate_cb (Draft *draft)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (draft->entry)));
  g_autofree char *author = maq_remark_kinds_dup_author ();
  MaqRemarkKind kind = (MaqRemarkKind) gtk_drop_down_get_selected (draft->kind);

  if (*text == '\0' ||
      maq_editor_apply (draft->editor, maq_move_add_remark (kind, draft->section, MAQ_ID_NONE,
                                                            draft->bar, author, text)))
    gtk_popover_popdown (draft->popover);
}

static GtkWidget *
create_content (Draft      *draft,
                const char *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *where = gtk_label_new (place);

  draft->entry = GTK_EDITABLE (entry);
  draft->kind = GTK_DROP_DOWN (maq_remark_kinds_create ());
  gtk_editable_set_width_chars (draft->entry, 32);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What did you hear?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remark"), -1);
  gtk_widget_set_hexpand (where, TRUE);
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_widget_add_css_class (where, "remark-place");
  gtk_box_append (GTK_BOX (foot), where);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (draft->kind));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), foot);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), draft);
  return box;
}

GtkWidget *
maq_remark_popover_new (MaqEditor *editor,
                        double     ticks)
{
  MaqForm *form = maq_editor_get_form (editor);
  MaqPosition at = maq_form_find_ticks (form, (MaqTick) ticks);
  g_autofree char *place = maq_bar_map_dup_place (form, ticks);
  GtkWidget *popover = gtk_popover_new ();
  Draft *draft = g_new0 (Draft, 1);

  draft->editor = g_object_ref (editor);
  draft->popover = GTK_POPOVER (popover);
  draft->section = maq_section_get_id (maq_form_get_section (form, at.section)->section);
  draft->bar = at.bar;
  g_object_set_data_full (G_OBJECT (popover), draft_key, draft, draft_free);
  gtk_popover_set_child (draft->popover, create_content (draft, place));
  return popover;
}

void
maq_remark_popover_focus (GtkWidget *popover)
{
  Draft *draft = g_object_get_data (G_OBJECT (popover), draft_key);

  gtk_widget_grab_focus (GTK_WIDGET (draft->entry));
}
