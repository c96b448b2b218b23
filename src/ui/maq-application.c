/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-application.h"

#include <glib/gi18n-lib.h>

#include "maq-preferences-window.h"
#include "maq-styles.h"
#include "maq-window.h"

struct _MaqApplication
{
  AdwApplication parent_instance;

  GSettings     *settings;
  gboolean       exits_after_startup;
  gboolean       has_looked_back;   /* for what a crash left behind */
};

G_DEFINE_FINAL_TYPE (MaqApplication, maq_application, ADW_TYPE_APPLICATION)

static gboolean
quit_idle_cb (gpointer user_data)
{
  g_application_quit (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  MaqApplication *self = MAQ_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget)));

  if (self->exits_after_startup)
    {
      g_idle_add (quit_idle_cb, self);
      return G_SOURCE_REMOVE;
    }
  maq_styles_prepare ();
  maq_window_load_soundfont (MAQ_WINDOW (widget));
  if (!self->has_looked_back)
    maq_window_look_for_recoveries (MAQ_WINDOW (widget));
  self->has_looked_back = TRUE;
  return G_SOURCE_REMOVE;
}

/* The SoundFont may be large: it loads when the window is there. */
static MaqWindow *
create_window (MaqApplication *self)
{
  GtkWidget *window = maq_window_new (ADW_APPLICATION (self));

  gtk_widget_add_tick_callback (window, first_frame_cb, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  return MAQ_WINDOW (window);
}

static void
maq_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    create_window (MAQ_APPLICATION (application));
  else
    gtk_window_present (window);
}

static void
maq_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

      if (window == NULL || !MAQ_IS_WINDOW (window) || i > 0 ||
          maq_window_get_document (MAQ_WINDOW (window)) != NULL)
        window = GTK_WINDOW (create_window (MAQ_APPLICATION (application)));
      maq_window_open (MAQ_WINDOW (window), files[i]);
    }
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (user_data),
                                     (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", _("Maquette"),
                         "application-icon", MAQ_APPLICATION_ID,
                         "version", MAQ_VERSION,
                         "developer-name", _("The Maquette authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Plans records before the session: sections, layers, "
                                       "direction, and how it sounds."),
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  MaqApplication *self = MAQ_APPLICATION (user_data);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (maq_preferences_window_new (parent, self->settings)));
}

/* Every window plays with the same SoundFont. */
static void
soundfont_cb (MaqApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (MAQ_IS_WINDOW (l->data))
      maq_window_load_soundfont (l->data);
}

static void
maq_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "about", .activate = about_cb },
    { .name = "preferences", .activate = preferences_cb },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  static const char *const close_keys[] = { "<Control>w", NULL };
  static const char *const preferences_keys[] = { "<Control>comma", NULL };
  static const char *const help_keys[] = { "<Control>question", NULL };
  GtkApplication *self = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (maq_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  MAQ_APPLICATION (self)->settings = g_settings_new (MAQ_APPLICATION_ID);
  g_signal_connect_object (MAQ_APPLICATION (self)->settings, "changed::soundfont",
                           G_CALLBACK (soundfont_cb), self, G_CONNECT_SWAPPED);
  gtk_application_set_accels_for_action (self, "app.preferences", preferences_keys);
  gtk_application_set_accels_for_action (self, "app.quit", quit_keys);
  gtk_application_set_accels_for_action (self, "window.close", close_keys);
  gtk_application_set_accels_for_action (self, "win.show-help-overlay", help_keys);
}

static int
maq_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  MaqApplication *self = MAQ_APPLICATION (application);

  self->exits_after_startup = g_variant_dict_contains (options, "exit-after-startup");
  return -1;
}

static void
maq_application_finalize (GObject *object)
{
  g_clear_object (&MAQ_APPLICATION (object)->settings);
  G_OBJECT_CLASS (maq_application_parent_class)->finalize (object);
}

static void
maq_application_class_init (MaqApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_application_finalize;
  application_class->startup = maq_application_startup;
  application_class->activate = maq_application_activate;
  application_class->open = maq_application_open;
  application_class->handle_local_options = maq_application_handle_local_options;
}

static void
maq_application_init (MaqApplication *self)
{
  static const GOptionEntry options[] = {
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

MaqApplication *
maq_application_new (void)
{
  return g_object_new (MAQ_TYPE_APPLICATION,
                       "application-id", MAQ_APPLICATION_ID,
                       "resource-base-path", "/io/github/maquette/Maquette",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
