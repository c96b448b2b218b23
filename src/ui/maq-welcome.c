/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-welcome.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"
#include "maq-song-card.h"
#include "maq-styles.h"
#include "maq-template.h"

#define N_RECENT 4

struct _MaqWelcome
{
  GtkWidget     parent_instance;

  GtkWidget    *page;
  GtkWidget    *recent;
  GtkFlowBox   *songs;
  GtkWidget    *templates;
  GtkFlowBox   *forms;
  GtkDropDown  *styles;

  GQueue        waiting;      /* of MaqSongCard that have no picture yet */
  GCancellable *cancellable;  /* of the file that is being read; NULL for none */
  gboolean      is_filled;
};

static const char file_key[] = "maq-file";

G_DEFINE_FINAL_TYPE (MaqWelcome, maq_welcome, GTK_TYPE_WIDGET)

static void load_next (MaqWelcome *self);

static GFile *
get_file (MaqSongCard *card)
{
  return g_object_get_data (G_OBJECT (card), file_key);
}

static gboolean
is_template (MaqWelcome  *self,
             MaqSongCard *card)
{
  return gtk_widget_is_ancestor (GTK_WIDGET (card), GTK_WIDGET (self->forms));
}

static char *
dup_length (const MaqFormSketch *sketch)
{
  g_autofree char *clock = maq_bar_map_dup_length (sketch->seconds);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar · %s", "%d bars · %s",
                                       (gulong) sketch->bars), sketch->bars, clock);
}

/* What a file is called, without the ending that all of them have. */
static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  char *ending = strrchr (shown, '.');

  if (ending != NULL && ending != shown)
    *ending = '\0';
  return g_steal_pointer (&shown);
}

static void
describe_recent (MaqSongCard         *card,
                 const MaqFormSketch *sketch)
{
  g_autofree char *name = dup_name (get_file (card));
  g_autofree char *length = dup_length (sketch);
  g_autofree char *detail = g_str_equal (sketch->title, name)
                              ? g_strdup (length)
                              : g_strdup_printf ("%s · %s", sketch->title, length);

  maq_song_card_set_words (card, name, detail);
}

/* The style that was chosen for all of them, or NULL for each in its own. */
static MaqStyle *
get_style (MaqWelcome *self)
{
  guint chosen = gtk_drop_down_get_selected (self->styles);

  if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    return NULL;
  return maq_style_library_get_style (maq_styles_get (), chosen - 1);
}

static void
describe_template (MaqWelcome  *self,
                   MaqSongCard *card)
{
  const MaqFormSketch *sketch = maq_song_card_get_sketch (card);
  MaqStyle *style = get_style (self);
  g_autofree char *uri = g_file_get_uri (get_file (card));
  g_autofree char *length = NULL;
  g_autofree char *detail = NULL;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "(ss)", uri,
                                    style == NULL ? "" : maq_style_get_name (style));
  if (sketch == NULL)
    return;
  length = style == NULL ? dup_length (sketch)
                         : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                                         (gulong) sketch->bars), sketch->bars);
  if (style == NULL && sketch->style == NULL)
    detail = g_steal_pointer (&length);
  else
    detail = g_strdup_printf ("%s · %s", style == NULL ? sketch->style
                                                       : maq_style_get_label (style), length);
  maq_song_card_set_words (card, maq_template_translate (sketch->title), detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (card), maq_template_translate (sketch->note));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MaqSongCard) card = user_data;
  g_autoptr (GError) error = NULL;
  MaqFormSketch *sketch = maq_form_sketch_load_finish (result, &error);
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (card), MAQ_TYPE_WELCOME);
  MaqWelcome *self;

  if (widget == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&sketch, maq_form_sketch_free);
      return;
    }
  self = MAQ_WELCOME (widget);
  g_clear_object (&self->cancellable);
  if (sketch != NULL)
    maq_song_card_set_sketch (card, sketch);
  else
    g_debug ("no picture: %s", error->message);
  if (sketch != NULL && is_template (self, card))
    describe_template (self, card);
  else if (sketch != NULL)
    describe_recent (card, sketch);
  load_next (self);
}

/* One after the other: pictures leave the machine to the song that is being opened. */
static void
load_next (MaqWelcome *self)
{
  MaqSongCard *card;

  if (self->cancellable != NULL || (card = g_queue_pop_head (&self->waiting)) == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  maq_form_sketch_load_async (get_file (card), self->cancellable, loaded_cb, card);
}

static void
give_up_loading (MaqWelcome *self)
{
  g_queue_clear_full (&self->waiting, g_object_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
queue_cards (MaqWelcome *self,
             GtkFlowBox *box)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    {
      GtkWidget *card = gtk_flow_box_child_get_child (child);

      if (maq_song_card_get_sketch (MAQ_SONG_CARD (card)) == NULL)
        g_queue_push_tail (&self->waiting, g_object_ref (MAQ_SONG_CARD (card)));
    }
}

/* Behind a song nobody sees pictures: then no file is read. */
static void
load_missing (MaqWelcome *self)
{
  give_up_loading (self);
  if (!self->is_filled || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  queue_cards (self, self->songs);
  queue_cards (self, self->forms);
  load_next (self);
}

static MaqSongCard *
add_card (GtkFlowBox *box,
          GFile      *file)
{
  g_autofree char *name = dup_name (file);
  GtkWidget *card = maq_song_card_new ();
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  g_object_set_data_full (G_OBJECT (card), file_key, g_object_ref (file), g_object_unref);
  maq_song_card_set_words (MAQ_SONG_CARD (card), name, NULL);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_insert (box, child, -1);
  return MAQ_SONG_CARD (card);
}

static void
add_song (MaqWelcome *self,
          GMenuModel *songs,
          int         index)
{
  g_autofree char *action = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (songs, index,
                                                                       G_MENU_ATTRIBUTE_TARGET,
                                                                       NULL);
  g_autoptr (GFile) file = NULL;
  MaqSongCard *card;

  g_menu_model_get_item_attribute (songs, index, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  if (target == NULL)
    return;
  file = g_file_new_for_uri (g_variant_get_string (target, NULL));
  path = g_file_get_parse_name (file);
  card = add_card (self->songs, file);
  gtk_widget_set_tooltip_text (GTK_WIDGET (card), path);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (card), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), action);
}

void
maq_welcome_show_recent (MaqWelcome *self,
                         GMenuModel *songs)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->songs, 0)) != NULL)
    gtk_flow_box_remove (self->songs, GTK_WIDGET (child));
  for (int i = 0; i < MIN (g_menu_model_get_n_items (songs), N_RECENT); i++)
    add_song (self, songs, i);
  gtk_widget_set_visible (self->recent,
                          gtk_flow_box_get_child_at_index (self->songs, 0) != NULL);
  load_missing (self);
}

static void
add_template (MaqWelcome *self,
              GFile      *file)
{
  MaqSongCard *card = add_card (self->forms, file);

  describe_template (self, card);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "doc.new-from");
}

static void
style_cb (MaqWelcome *self)
{
  MaqStyle *style = get_style (self);
  g_autofree char *spoken = g_strdup_printf (_("Style: %s"), style == NULL
                                                               ? _("As Written")
                                                               : maq_style_get_label (style));
  GtkFlowBoxChild *child;

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->styles))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->forms, i)) != NULL; i++)
    describe_template (self, MAQ_SONG_CARD (gtk_flow_box_child_get_child (child)));
}

static void
form_cb (MaqWelcome  *self,
         GtkEditable *entry)
{
  MaqStyle *style = get_style (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "doc.new-form", "(ss)",
                              gtk_editable_get_text (entry),
                              style == NULL ? "" : maq_style_get_name (style));
}

static void
read_styles_in_thread (GTask        *task,
                       gpointer      source,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  MaqStyleLibrary *library = maq_styles_get ();

  for (guint i = 0; i < maq_style_library_get_n_styles (library); i++)
    maq_style_library_get_style (library, i);
  g_task_return_boolean (task, TRUE);
}

static void
styles_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  MaqWelcome *self = MAQ_WELCOME (source);
  MaqStyleLibrary *library = maq_styles_get ();
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("As Written"));
  for (guint i = 0; i < maq_style_library_get_n_styles (library); i++)
    gtk_string_list_append (labels, maq_style_get_label (maq_style_library_get_style (library,
                                                                                      i)));
  if (self->styles != NULL)
    gtk_drop_down_set_model (self->styles, G_LIST_MODEL (labels));
  g_object_unref (labels);
}

/* What takes time comes when the window is there. */
static gboolean
fill_cb (gpointer user_data)
{
  MaqWelcome *self = MAQ_WELCOME (user_data);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->is_filled || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  self->is_filled = TRUE;
  files = maq_template_list ();
  for (guint i = 0; i < files->len; i++)
    add_template (self, g_ptr_array_index (files, i));
  gtk_widget_set_visible (self->templates, files->len > 0);
  load_missing (self);
  task = g_task_new (self, NULL, styles_read_cb, NULL);
  g_task_set_source_tag (task, fill_cb);
  g_task_run_in_thread (task, read_styles_in_thread);
  return G_SOURCE_REMOVE;
}

static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  g_idle_add_full (G_PRIORITY_LOW, fill_cb, g_object_ref (widget), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
maq_welcome_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (maq_welcome_parent_class)->map (widget);
  if (MAQ_WELCOME (widget)->is_filled)
    load_missing (MAQ_WELCOME (widget));
  else
    gtk_widget_add_tick_callback (widget, first_frame_cb, NULL, NULL);
}

static void
maq_welcome_unmap (GtkWidget *widget)
{
  give_up_loading (MAQ_WELCOME (widget));
  GTK_WIDGET_CLASS (maq_welcome_parent_class)->unmap (widget);
}

static void
maq_welcome_dispose (GObject *object)
{
  MaqWelcome *self = MAQ_WELCOME (object);

  give_up_loading (self);
  self->styles = NULL;
  g_clear_pointer (&self->page, gtk_widget_unparent);
  G_OBJECT_CLASS (maq_welcome_parent_class)->dispose (object);
}

static void
maq_welcome_class_init (MaqWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_welcome_dispose;
  widget_class->map = maq_welcome_map;
  widget_class->unmap = maq_welcome_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/maquette/Maquette/ui/maq-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, page);
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, songs);
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, templates);
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, forms);
  gtk_widget_class_bind_template_child (widget_class, MaqWelcome, styles);
  gtk_widget_class_bind_template_callback (widget_class, style_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_cb);
}

static void
maq_welcome_init (MaqWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
