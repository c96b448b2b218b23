/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-preview.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-export-sketch.h"
#include "maq-sheet-view.h"

struct _MaqExportPreview
{
  AdwBin               parent_instance;

  GtkStack            *stack;
  MaqSheetView        *view;
  GtkWidget           *pager;
  GtkLabel            *page;
  GtkWidget           *previous;
  GtkWidget           *next;
  GtkWidget           *text;
  AdwStatusPage       *about;

  MaqHandoff          *handoff;  /* what is wanted last */
  const MaqExportKind *kind;
  MaqExportOptions     options;
  char                *player;
  const MaqExportKind *shown;
  gboolean             is_busy;
  gboolean             is_stale; /* what is made just now is not what is wanted */
};

G_DEFINE_FINAL_TYPE (MaqExportPreview, maq_export_preview, ADW_TYPE_BIN)

static const char *
get_icon_name (const MaqExportKind *kind)
{
  if (kind->group == MAQ_EXPORT_GROUP_ALL)
    return "package-x-generic-symbolic";
  if (kind->group == MAQ_EXPORT_GROUP_TEXT)
    return "text-x-generic-symbolic";
  return "audio-x-generic-symbolic";
}

static void
show_about (MaqExportPreview      *self,
            const MaqExportSketch *sketch)
{
  g_autofree char *size = g_format_size (sketch->bytes);
  /* Translators: the size of a file but for the sound in it: "34 kB, and the sound" */
  g_autofree char *heard = g_strdup_printf (_("%s, and the sound"), size);
  g_autofree char *text =
    sketch->bytes > 0 ? g_strdup_printf ("%s\n%s", _(self->kind->help),
                                         maq_export_has_inside (self->kind, &self->options)
                                           ? heard : size)
                      : g_strdup (_(self->kind->help));
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->about, get_icon_name (self->kind));
  adw_status_page_set_title (self->about, _(self->kind->title));
  adw_status_page_set_description (self->about, markup);
  gtk_stack_set_visible_child_name (self->stack, "about");
}

static void
show_error (MaqExportPreview *self,
            const GError     *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->about, "dialog-warning-symbolic");
  adw_status_page_set_title (self->about, _(self->kind->title));
  adw_status_page_set_description (self->about, markup);
  gtk_stack_set_visible_child_name (self->stack, "about");
}

static void
show_sketch (MaqExportPreview      *self,
             const MaqExportSketch *sketch)
{
  if (sketch->sheets != NULL && sketch->sheets->len > 0)
    {
      maq_sheet_view_set_sheets (self->view, sketch->sheets, self->shown != self->kind);
      gtk_stack_set_visible_child_name (self->stack, "pages");
    }
  else if (sketch->text != NULL)
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                                sketch->text, -1);
      gtk_stack_set_visible_child_name (self->stack, "text");
    }
  else
    show_about (self, sketch);
  gtk_widget_set_visible (self->pager, sketch->sheets != NULL && sketch->sheets->len > 0);
  self->shown = self->kind;
}

static void start (MaqExportPreview *self);

static void
sketched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MaqExportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqExportSketch) sketch = maq_export_sketch_finish (result, &error);

  self->is_busy = FALSE;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (self->is_stale)
    start (self);
  else if (sketch == NULL)
    show_error (self, error);
  else
    show_sketch (self, sketch);
}

static void
start (MaqExportPreview *self)
{
  self->is_busy = TRUE;
  self->is_stale = FALSE;
  maq_export_sketch_async (self->handoff, self->kind, &self->options, self->player, NULL,
                           sketched_cb, g_object_ref (self));
}

static void
turned_cb (MaqExportPreview *self)
{
  guint n_pages = maq_sheet_view_get_n_pages (self->view);
  guint page = maq_sheet_view_get_page (self->view);
  /* Translators: which page, and how many there are */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), page + 1, n_pages);

  gtk_label_set_label (self->page, text);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, page + 1 < n_pages);
}

/* The window has the actions, so that its keys do them from everywhere. */
static GtkWidget *
add_button (GtkWidget  *box,
            const char *icon,
            const char *tooltip,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_pager (MaqExportPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *page = gtk_label_new (NULL);

  self->previous = add_button (box, "go-up-symbolic", _("Previous Page (Ctrl+PgUp)"),
                               "preview.turn(-1)");
  self->page = GTK_LABEL (page);
  gtk_label_set_width_chars (self->page, 7);
  gtk_widget_add_css_class (page, "numeric");
  gtk_box_append (GTK_BOX (box), page);
  self->next = add_button (box, "go-down-symbolic", _("Next Page (Ctrl+PgDn)"),
                           "preview.turn(1)");
  add_button (box, "zoom-out-symbolic", _("Farther (Ctrl+−)"), "preview.zoom(0.8)");
  add_button (box, "zoom-fit-best-symbolic", _("As Wide as There Is Room (Ctrl+0)"),
              "preview.zoom(0.0)");
  add_button (box, "zoom-in-symbolic", _("Nearer (Ctrl++)"), "preview.zoom(1.25)");
  gtk_widget_add_css_class (box, "toolbar");
  gtk_widget_add_css_class (box, "osd");
  gtk_widget_add_css_class (box, "export-pager");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  maq_compat_name_buttons (box);
  return box;
}

static GtkWidget *
create_text (MaqExportPreview *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (self->text), TRUE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 18);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 18);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 18);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Preview"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  return scroller;
}

static void
maq_export_preview_dispose (GObject *object)
{
  MaqExportPreview *self = MAQ_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->handoff, maq_handoff_unref);
  g_clear_pointer (&self->player, g_free);
  G_OBJECT_CLASS (maq_export_preview_parent_class)->dispose (object);
}

static void
maq_export_preview_class_init (MaqExportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_export_preview_dispose;
}

static void
maq_export_preview_init (MaqExportPreview *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  self->view = MAQ_SHEET_VIEW (maq_sheet_view_new ());
  self->about = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_stack_add_named (self->stack, adw_bin_new (), "nothing");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "pages");
  gtk_stack_add_named (self->stack, create_text (self), "text");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->about), "about");
  self->pager = create_pager (self);
  gtk_widget_set_visible (self->pager, FALSE);
  g_signal_connect_object (self->view, "turned", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), stack);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->pager);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

GtkWidget *
maq_export_preview_new (void)
{
  return g_object_new (MAQ_TYPE_EXPORT_PREVIEW, NULL);
}

void
maq_export_preview_show (MaqExportPreview       *self,
                         MaqHandoff             *handoff,
                         const MaqExportKind    *kind,
                         const MaqExportOptions *options,
                         const char             *player)
{
  MaqHandoff *last = self->handoff;

  self->handoff = maq_handoff_ref (handoff);
  g_clear_pointer (&last, maq_handoff_unref);
  self->kind = kind;
  self->options = *options;
  g_free (self->player);
  self->player = g_strdup (player);
  if (self->is_busy)
    self->is_stale = TRUE;
  else
    start (self);
}

void
maq_export_preview_turn (MaqExportPreview *self,
                         int               by)
{
  maq_sheet_view_turn (self->view, by);
}

void
maq_export_preview_zoom (MaqExportPreview *self,
                         double            factor)
{
  maq_sheet_view_zoom (self->view, factor);
}
