/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Songs that begin with one of those that are there to begin with, and the band of one that
 * began with nothing.
 */

#include "maq-window-private.h"

#include "maq-file.h"
#include "maq-new-song.h"
#include "maq-styles.h"
#include "maq-template.h"
#include "maq-usual-band.h"

/* What a worker makes a song of. */
typedef struct
{
  GFile *file;
  char  *style;   /* "" for the template's own */
} Order;

static void
order_free (Order *self)
{
  g_object_unref (self->file);
  g_free (self->style);
  g_free (self);
}

static MaqStyle *
find_style (const char *name)
{
  return *name == '\0' ? NULL : maq_style_library_find (maq_styles_get (), name);
}

static void
begin_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;
  g_autoptr (MaqProject) root = maq_file_load (order->file, NULL, cancellable, &error);

  if (root == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, maq_template_begin (root, find_style (order->style)),
                           (GDestroyNotify) maq_project_unref);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  MaqWindow *self = MAQ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) root = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (MaqDocument) document = NULL;

  if (maq_window_is_gone (self))
    return;
  if (root == NULL)
    {
      maq_window_say (self, error->message);
      return;
    }
  document = maq_document_new (root);
  maq_window_set_document (maq_window_get_free (self), document);
}

static void
new_from_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, begun_cb, NULL);
  Order *order = g_new0 (Order, 1);
  const char *uri;

  g_variant_get (parameter, "(&ss)", &uri, &order->style);
  order->file = g_file_new_for_uri (uri);
  g_task_set_source_tag (task, new_from_cb);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, begin_in_thread);
}

static void
new_form_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) root = NULL;
  g_autoptr (MaqDocument) document = NULL;
  const char *form;
  const char *style;

  g_variant_get (parameter, "(&s&s)", &form, &style);
  root = maq_new_song_create_with_form (form, &error);
  if (root == NULL)
    {
      maq_window_say (self, error->message);
      return;
    }
  root = maq_template_take_style (g_steal_pointer (&root), find_style (style));
  document = maq_document_new (root);
  maq_window_set_document (maq_window_get_free (self), document);
}

/* Where the songs to begin with are: a window without a song. */
static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (maq_window_get_free (MAQ_WINDOW (widget))));
}

static void
add_band_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  MaqWindow *self = MAQ_WINDOW (widget);

  if (self->editor != NULL)
    maq_editor_apply (self->editor, maq_usual_band_new_move (maq_editor_get_root (self->editor)));
}

void
maq_window_new_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "doc.new-from", "(ss)", new_from_cb);
  gtk_widget_class_install_action (widget_class, "doc.new-form", "(ss)", new_form_cb);
  gtk_widget_class_install_action (widget_class, "doc.choose-template", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "score.add-band", NULL, add_band_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "doc.choose-template",
                                       NULL);
}
