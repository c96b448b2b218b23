/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-mood-words.h"

#include <glib/gi18n-lib.h>

#define N_COLUMNS 3

/* What sections are often meant to feel like, from soft to loud and from light to dark. */
static const char *const words[] = {
  N_("tender"), N_("intimate"), N_("calm"),
  N_("warm"), N_("dreamy"), N_("hopeful"),
  N_("playful"), N_("joyful"), N_("bright"),
  N_("proud"), N_("triumphant"), N_("vast"),
  N_("wistful"), N_("longing"), N_("lonely"),
  N_("dark"), N_("restless"), N_("tense"),
  N_("angry"), N_("defiant"), N_("broken"),
};

/* What the button keeps: whom to tell, and whether the change is our own. */
typedef struct
{
  GtkWidget   *owner;
  MaqMoodFunc  func;
  char        *mood;
  GtkWidget   *chips[G_N_ELEMENTS (words)];
  gboolean     is_showing;
} MoodData;

static const char mood_data_key[] = "maq-mood-data";

static void
mood_data_free (gpointer data)
{
  g_free (((MoodData *) data)->mood);
  g_free (data);
}

static gboolean
is_word (const char *text,
         const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *other = g_utf8_casefold (word, -1);

  return g_str_equal (g_strstrip (folded), other);
}

gboolean
maq_mood_words_has (const char *mood,
                    const char *word)
{
  g_auto (GStrv) parts = g_strsplit (mood != NULL ? mood : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (is_word (parts[i], word))
      return TRUE;
  return FALSE;
}

char *
maq_mood_words_dup_toggled (const char *mood,
                            const char *word)
{
  g_auto (GStrv) parts = g_strsplit (mood != NULL ? mood : "", ",", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean had = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    if (is_word (parts[i], word))
      had = TRUE;
    else if (*g_strstrip (parts[i]) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  if (!had)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
toggled_cb (GtkToggleButton *chip,
            gpointer         user_data)
{
  MoodData *data = user_data;
  g_autofree char *mood = NULL;

  if (data->is_showing)
    return;
  mood = maq_mood_words_dup_toggled (data->mood, gtk_button_get_label (GTK_BUTTON (chip)));
  data->func (data->owner, mood);
}

static GtkWidget *
create_chips (MoodData *data)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label (_(words[i]));

      data->chips[i] = chip;
      gtk_widget_add_css_class (chip, "chip");
      g_signal_connect (chip, "toggled", G_CALLBACK (toggled_cb), data);
      gtk_grid_attach (GTK_GRID (grid), chip, (int) (i % N_COLUMNS), (int) (i / N_COLUMNS), 1, 1);
    }
  return grid;
}

GtkWidget *
maq_mood_words_create (GtkWidget   *owner,
                       MaqMoodFunc  func)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  MoodData *data = g_new0 (MoodData, 1);

  data->owner = owner;
  data->func = func;
  gtk_popover_set_child (GTK_POPOVER (popover), create_chips (data));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "face-smile-symbolic");
  gtk_widget_set_tooltip_text (button, _("Usual Moods"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), mood_data_key, data, mood_data_free);
  return button;
}

void
maq_mood_words_show (GtkWidget  *button,
                     const char *mood)
{
  MoodData *data = g_object_get_data (G_OBJECT (button), mood_data_key);

  if (g_strcmp0 (data->mood, mood) != 0)
    {
      g_free (data->mood);
      data->mood = g_strdup (mood);
    }
  data->is_showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (data->chips[i]),
                                  maq_mood_words_has (mood, _(words[i])));
  data->is_showing = FALSE;
}
