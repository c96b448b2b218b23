/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-popover.h"

#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"
#include "maq-remark-words.h"

/* What is being written, and on what. */
typedef struct
{
  MaqEditor      *editor;
  GtkPopover     *popover;
  GtkEditable    *entry;
  GtkDropDown    *kind;
  GtkCheckButton *about;    /* whether it is about @layer; NULL if none is selected */
  MaqId           layer;
  MaqId           section;
  int             bar;
} Draft;

static const char draft_key[] = "maq-remark-draft";

static void
draft_free (gpointer data)
{
  g_object_unref (((Draft *) data)->editor);
  g_free (data);
}

static void
activate_cb (Draft *draft)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (draft->entry)));
  g_autofree char *author = maq_remark_words_dup_author ();
  MaqRemarkKind kind = (MaqRemarkKind) gtk_drop_down_get_selected (draft->kind);
  gboolean is_about = draft->about != NULL && gtk_check_button_get_active (draft->about);
  MaqId layer = is_about ? draft->layer : MAQ_ID_NONE;

  if (*text == '\0' ||
      maq_editor_apply (draft->editor, maq_move_add_remark (kind, draft->section, layer,
                                                            draft->bar, author, text)))
    gtk_popover_popdown (draft->popover);
}

/* A part that is selected where the music is will be what the remark is about. */
static GtkWidget *
create_about (Draft *draft)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (draft->editor);
  MaqPath at = maq_editor_get_selection (draft->editor);
  int layer = maq_arrangement_find_layer (arrangement, at.layer);
  g_autofree char *label = NULL;

  if (layer < 0)
    return NULL;
  label = g_strdup_printf (_("About %s"), maq_layer_get_name (
                             maq_arrangement_get_layer (arrangement, (guint) layer)));
  draft->layer = at.layer;
  draft->about = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (label));
  gtk_check_button_set_active (draft->about, at.section == draft->section);
  return GTK_WIDGET (draft->about);
}

static GtkWidget *
create_content (Draft      *draft,
                const char *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *where = gtk_label_new (place);
  GtkWidget *about = create_about (draft);

  draft->entry = GTK_EDITABLE (entry);
  draft->kind = GTK_DROP_DOWN (maq_remark_words_create_kinds ());
  gtk_editable_set_width_chars (draft->entry, 32);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What did you hear?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remark"), -1);
  gtk_widget_set_hexpand (where, TRUE);
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_widget_add_css_class (where, "remark-place");
  gtk_box_append (GTK_BOX (foot), where);
  if (about != NULL)
    gtk_box_append (GTK_BOX (foot), about);
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
