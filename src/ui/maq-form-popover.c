/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-form-popover.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-form-text.h"
#include "maq-length.h"

struct _MaqFormPopover
{
  GtkPopover  parent_instance;

  MaqEditor  *editor;
  GtkWidget  *entry;
  GtkWidget  *outcome;
  GtkWidget  *apply;
};

G_DEFINE_FINAL_TYPE (MaqFormPopover, maq_form_popover, GTK_TYPE_POPOVER)

/* "12 s" or "1:05" */
static char *
dup_span (int seconds)
{
  if (seconds >= 60)
    return maq_length_dup_text (seconds);
  /* Translators: seconds */
  return g_strdup_printf (_("%d s"), seconds);
}

/* "11 sections, 92 bars, 3:52, 12 s longer" */
static char *
describe (MaqProject *before,
          MaqForm    *is)
{
  g_autoptr (MaqForm) was = maq_form_new (maq_project_get_current (before),
                                          maq_project_get_arrangement (before));
  int seconds = (int) lround (maq_form_get_seconds (is));
  int more = seconds - (int) lround (maq_form_get_seconds (was));
  guint n_sections = maq_form_get_n_sections (is);
  int bars = maq_form_get_bars (is);
  g_autofree char *sections = NULL;
  g_autofree char *length = NULL;
  g_autofree char *clock = maq_length_dup_text (seconds);
  g_autofree char *span = dup_span (ABS (more));

  sections = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u section", "%u sections",
                                           n_sections), n_sections);
  length = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                         (gulong) bars), bars);
  if (more == 0)
    /* Translators: sections, bars, minutes and seconds */
    return g_strdup_printf (_("%s, %s, %s"), sections, length, clock);
  /* Translators: sections, bars, minutes and seconds, by how much: "12 s" or "1:05" */
  return g_strdup_printf (more > 0 ? _("%s, %s, %s, %s longer") : _("%s, %s, %s, %s shorter"),
                          sections, length, clock, span);
}

static void
show_outcome (MaqFormPopover *self,
              const char     *sentence,
              gboolean        is_fine)
{
  gtk_label_set_label (GTK_LABEL (self->outcome), sentence);
  gtk_widget_set_sensitive (self->apply, is_fine);
  if (is_fine)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
}

/* What comes of the text, and what of it may be meant in another way. */
static char *
describe_text (MaqFormPopover *self,
               const char     *text)
{
  MaqProject *root = maq_document_get_root (maq_editor_get_document (self->editor));
  g_autoptr (GArray) items = maq_form_text_parse (text, maq_project_get_arrangement (root), NULL);
  g_autofree char *doubt = items == NULL ? NULL : maq_form_text_dup_doubt (text, items);
  g_autofree char *sentence = describe (root, maq_editor_get_form (self->editor));

  return doubt == NULL ? g_steal_pointer (&sentence) : g_strconcat (sentence, "\n", doubt, NULL);
}

static void
changed_cb (MaqFormPopover *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->editor == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (!maq_editor_preview_quietly (self->editor,
                                   maq_move_form (text), &error))
    {
      show_outcome (self, error->message, FALSE);
      return;
    }

  sentence = describe_text (self, text);
  show_outcome (self, sentence, TRUE);
}

static void
apply_cb (MaqFormPopover *self)
{
  if (self->editor == NULL || !gtk_widget_get_sensitive (self->apply))
    return;

  maq_editor_apply (self->editor,
                    maq_move_form (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
shown_cb (MaqFormPopover *self)
{
  g_autofree char *text = NULL;

  if (self->editor == NULL)
    return;

  text = maq_form_text_format (maq_editor_get_arrangement (self->editor));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (self->entry);
  /* all of it is selected, with the cursor before the first word: a long form is read from there */
  gtk_editable_select_region (GTK_EDITABLE (self->entry), -1, 0);
  changed_cb (self);
}

static void
closed_cb (MaqFormPopover *self)
{
  if (self->editor != NULL)
    maq_editor_cancel_preview (self->editor);
}

static void
maq_form_popover_dispose (GObject *object)
{
  g_clear_object (&MAQ_FORM_POPOVER (object)->editor);
  G_OBJECT_CLASS (maq_form_popover_parent_class)->dispose (object);
}

static void
maq_form_popover_class_init (MaqFormPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_form_popover_dispose;
}

static GtkWidget *
make_line (MaqFormPopover *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 52);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Form of the song"), -1);
  self->apply = maq_compat_create_button (_("_Apply"));
  gtk_widget_set_tooltip_text (self->apply, _("Give the Song This Form (Enter)"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->apply);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (apply_cb), self,
                           G_CONNECT_SWAPPED);
  return line;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
  return label;
}

static void
maq_form_popover_init (MaqFormPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *hint = make_note (_("Sections, their bars, how often: Intro 4, V 16, PC 4, C 8, V2, "
                                 "Breakdown 8, C x2, Outro. What you leave out goes; a further "
                                 "chorus follows the first."));

  gtk_widget_add_css_class (hint, "dim-label");
  self->outcome = make_note ("");
  gtk_box_append (GTK_BOX (box), make_line (self));
  gtk_box_append (GTK_BOX (box), self->outcome);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
maq_form_popover_new (void)
{
  return g_object_new (MAQ_TYPE_FORM_POPOVER, NULL);
}

void
maq_form_popover_set_editor (MaqFormPopover *self,
                             MaqEditor      *editor)
{
  g_set_object (&self->editor, editor);
}
