/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-compat.h"

#include <glib/gi18n-lib.h>

#define TOLD_SIZE "maq-told-size" /* of a text view that is as high as its text */

static void
name_button (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  const char *keys = tooltip == NULL ? NULL : strstr (tooltip, " (");
  g_autofree char *name = NULL;

  if (tooltip == NULL)
    return;
  name = keys == NULL ? g_strdup (tooltip) : g_strndup (tooltip, (gsize) (keys - tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_SCALE_BUTTON (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
maq_compat_set_name (GtkWidget  *widget,
                     const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
maq_compat_set_mnemonic (GtkButton  *button,
                         const char *label)
{
  g_auto (GStrv) pieces = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", pieces);

  gtk_button_set_use_underline (button, TRUE);
  gtk_button_set_label (button, label);
  maq_compat_set_name (GTK_WIDGET (button), name);
}

GtkWidget *
maq_compat_create_button (const char *label)
{
  GtkWidget *button = gtk_button_new ();

  maq_compat_set_mnemonic (GTK_BUTTON (button), label);
  return button;
}

void
maq_compat_name_buttons (GtkWidget *widget)
{
  gboolean is_icon = (GTK_IS_BUTTON (widget) &&
                      gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL) ||
                     (GTK_IS_MENU_BUTTON (widget) &&
                      gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) == NULL) ||
                     GTK_IS_SCALE_BUTTON (widget);

  if (is_icon)
    name_button (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    maq_compat_name_buttons (child);
}

static void
menu_mapped_cb (GtkWidget *button)
{
  gtk_widget_set_has_tooltip (button, FALSE);
}

static void
menu_unmapped_cb (GtkWidget *button)
{
  gtk_widget_set_has_tooltip (button, TRUE);
}

void
maq_compat_hush_tooltip (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  g_signal_connect_object (popover, "map", G_CALLBACK (menu_mapped_cb), button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "unmap", G_CALLBACK (menu_unmapped_cb), button,
                           G_CONNECT_SWAPPED);
}

static void
set_up_name_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (name));
}

void
maq_compat_shorten_names (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

void
maq_compat_let_wheel_pass (GtkWidget *control)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (control);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static gboolean
fit_text_cb (GtkWidget     *view,
             GdkFrameClock *clock,
             gpointer       data)
{
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

/* Each picture tells the adjustment anew; only another width or height of the text counts. */
static void
fit_text (GtkWidget     *view,
          GtkAdjustment *height)
{
  graphene_size_t *told = g_object_get_data (G_OBJECT (view), TOLD_SIZE);
  const graphene_size_t size = { (float) gtk_widget_get_width (view),
                                 (float) gtk_adjustment_get_upper (height) };

  if (graphene_size_equal (told, &size))
    return;
  *told = size;
  gtk_widget_add_tick_callback (view, fit_text_cb, NULL, NULL);
}

void
maq_compat_fit_text (GtkTextView *view)
{
  GtkAdjustment *height = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  g_object_set_data_full (G_OBJECT (view), TOLD_SIZE, graphene_size_alloc (),
                          (GDestroyNotify) graphene_size_free);
  g_signal_connect_object (height, "changed", G_CALLBACK (fit_text), view, G_CONNECT_SWAPPED);
}

void
maq_compat_keep_left_to_right (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    maq_compat_keep_left_to_right (child);
}

void
maq_compat_append_name (GMenu      *menu,
                        const char *name,
                        const char *action,
                        const char *target)
{
  g_auto (GStrv) pieces = g_strsplit (name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", pieces);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

typedef struct
{
  MaqFileFunc  func;
  GObject     *user_data;
} Choice;

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Choice          *choice)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      choice->func (file, choice->user_data);
    }
  g_object_unref (choice->user_data);
  g_free (choice);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooser *
create_chooser (GtkWindow            *parent,
                GtkFileChooserAction  action,
                const char           *title,
                MaqFileFunc           func,
                GObject              *user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  choice->user_data = g_object_ref (user_data);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choice);
  return GTK_FILE_CHOOSER (dialog);
}

static void
show_chooser (GtkFileChooser *chooser,
              GFile          *folder,
              const char     *name)
{
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
choose (GtkWindow            *parent,
        GtkFileChooserAction  action,
        const char           *title,
        GFile                *folder,
        const char           *name,
        MaqFileFunc           func,
        GObject              *user_data)
{
  static const char *const all[] = { "maquette", "cho", "chopro", "chordpro", "crd", "pro", "txt",
                                     NULL };
  static const char *const own[] = { "maquette", NULL };
  GtkFileChooser *chooser = create_chooser (parent, action, title, func, user_data);

  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    add_filter (chooser, _("Songs and Charts"), all);
  add_filter (chooser, _("Maquette Songs"), own);
  show_chooser (chooser, folder, name);
}

void
maq_compat_choose_sound (GtkWindow   *parent,
                         GFile       *folder,
                         const char  *name,
                         MaqFileFunc  func,
                         GObject     *user_data)
{
  static const char *const all[] = { "flac", "wav", "opus", NULL };
  GtkFileChooser *chooser = create_chooser (parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                            _("Export Sound"), func, user_data);

  add_filter (chooser, _("FLAC, WAV or Opus, by the Name’s Ending"), all);
  show_chooser (chooser, folder, name);
}

void
maq_compat_choose_folder (GtkWindow   *parent,
                          GFile       *folder,
                          MaqFileFunc  func,
                          GObject     *user_data)
{
  show_chooser (create_chooser (parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                _("Choose a Folder"), func, user_data), folder, NULL);
}

void
maq_compat_show_folder (GtkWindow  *parent,
                        const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

void
maq_compat_choose_open (GtkWindow   *parent,
                        GFile       *folder,
                        MaqFileFunc  func,
                        GObject     *user_data)
{
  choose (parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Song or Chart"), folder, NULL, func,
          user_data);
}

void
maq_compat_choose_chart (GtkWindow   *parent,
                         GFile       *folder,
                         MaqFileFunc  func,
                         GObject     *user_data)
{
  static const char *const charts[] = { "cho", "chopro", "chordpro", "crd", "pro", "txt", NULL };
  GtkFileChooser *chooser = create_chooser (parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                            _("Import a Chart"), func, user_data);

  add_filter (chooser, _("ChordPro and McGill Billboard Charts"), charts);
  show_chooser (chooser, folder, NULL);
}

void
maq_compat_choose_save (GtkWindow   *parent,
                        GFile       *folder,
                        const char  *name,
                        MaqFileFunc  func,
                        GObject     *user_data)
{
  choose (parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save the Song"), folder, name, func, user_data);
}
