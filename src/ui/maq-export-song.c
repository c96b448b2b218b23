/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-song.h"

#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-export-words.h"
#include "maq-player-sheet.h"

struct _MaqExportSong
{
  AdwBin       parent_instance;

  MaqProject  *root;
  MaqHandoff  *handoff;
  char       **players;
  GtkDropDown *arrangement;
  GtkDropDown *from;
  GtkDropDown *to;
  GtkDropDown *player;
  gboolean     is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqExportSong, maq_export_song, ADW_TYPE_BIN)

/* Whoever was chosen stays chosen, if they play in this arrangement, too. */
static void
fill_players (MaqExportSong *self)
{
  g_auto (GStrv) last = g_steal_pointer (&self->players);
  guint selected = gtk_drop_down_get_selected (self->player);
  const char *wanted = last != NULL && selected > 0 && selected <= g_strv_length (last)
                       ? last[selected - 1] : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->players = maq_player_sheet_list_players (self->handoff);
  selected = 0;
  gtk_string_list_append (names, _("Everybody"));
  for (guint i = 0; self->players[i] != NULL; i++)
    {
      gtk_string_list_append (names, self->players[i]);
      if (g_strcmp0 (self->players[i], wanted) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->player, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->player, selected);
}

static MaqArrangement *
get_arrangement (MaqExportSong *self)
{
  guint i = gtk_drop_down_get_selected (self->arrangement);

  return maq_song_get_arrangement (maq_project_get_current (self->root), i);
}

/* All of them, numbered, for several may have the same name. */
static void
fill_sections (MaqExportSong *self)
{
  MaqArrangement *arrangement = get_arrangement (self);
  const guint n_sections = maq_arrangement_get_n_sections (arrangement);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_sections; i++)
    {
      const char *name = maq_export_get_name (maq_arrangement_get_section (arrangement, i));

      /* Translators: number and name of a section */
      gtk_string_list_take (names, g_strdup_printf (_("%u. %s"), i + 1, name));
    }
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->from, 0);
  gtk_drop_down_set_selected (self->to, n_sections - 1);
}

static void
show_range (MaqExportSong *self)
{
  const guint from = gtk_drop_down_get_selected (self->from);
  const guint to = gtk_drop_down_get_selected (self->to);

  g_clear_pointer (&self->handoff, maq_handoff_unref);
  self->handoff = maq_handoff_new_range (self->root, maq_project_get_current (self->root),
                                         get_arrangement (self), from, to - from + 1);
  self->is_filling = TRUE;
  fill_players (self);
  self->is_filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (MaqExportSong *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The end that was not touched gives way. */
static void
range_cb (MaqExportSong *self,
          GParamSpec    *pspec,
          GtkDropDown   *touched)
{
  const guint from = gtk_drop_down_get_selected (self->from);
  const guint to = gtk_drop_down_get_selected (self->to);

  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  if (from > to)
    gtk_drop_down_set_selected (touched == self->from ? self->to : self->from,
                                touched == self->from ? from : to);
  self->is_filling = FALSE;
  show_range (self);
}

static void
arrangement_cb (MaqExportSong *self)
{
  self->is_filling = TRUE;
  fill_sections (self);
  self->is_filling = FALSE;
  show_range (self);
}

static GtkDropDown *
add_line (GtkGrid    *grid,
          int         line,
          const char *title,
          GtkWidget  *drop_down)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (drop_down, TRUE);
  maq_compat_shorten_names (GTK_DROP_DOWN (drop_down));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, drop_down, 1, line, 1, 1);
  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
create_arrangements (MaqSong *song)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget *drop_down;

  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    g_ptr_array_add (names,
                     (gpointer) maq_arrangement_get_name (maq_song_get_arrangement (song, i)));
  g_ptr_array_add (names, NULL);
  drop_down = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    if (maq_song_get_arrangement (song, i) == maq_song_get_current (song))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
  return drop_down;
}

static void
maq_export_song_dispose (GObject *object)
{
  MaqExportSong *self = MAQ_EXPORT_SONG (object);

  g_clear_pointer (&self->handoff, maq_handoff_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->players, g_strfreev);
  G_OBJECT_CLASS (maq_export_song_parent_class)->dispose (object);
}

static void
maq_export_song_class_init (MaqExportSongClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_export_song_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
maq_export_song_init (MaqExportSong *self)
{
}

GtkWidget *
maq_export_song_new (MaqProject *root)
{
  MaqExportSong *self = g_object_new (MAQ_TYPE_EXPORT_SONG, NULL);
  MaqSong *song = maq_project_get_current (root);
  GtkWidget *grid = gtk_grid_new ();
  const char *const nobody[] = { NULL };

  self->root = maq_project_ref (root);
  self->handoff = maq_handoff_new (root, song, maq_song_get_current (song));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  self->arrangement = add_line (GTK_GRID (grid), 0, _("Arrangement"), create_arrangements (song));
  self->from = add_line (GTK_GRID (grid), 1, _("From"), gtk_drop_down_new_from_strings (nobody));
  self->to = add_line (GTK_GRID (grid), 2, _("To"), gtk_drop_down_new_from_strings (nobody));
  self->player = add_line (GTK_GRID (grid), 3, _("For"), gtk_drop_down_new_from_strings (nobody));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->from), _("The First Section That Is Handed On"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->to), _("The Last Section That Is Handed On"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->player), _("Whose Sheets Are Written"));
  fill_sections (self);
  fill_players (self);
  g_signal_connect_object (self->arrangement, "notify::selected", G_CALLBACK (arrangement_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->from, "notify::selected", G_CALLBACK (range_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to, "notify::selected", G_CALLBACK (range_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), grid);
  return GTK_WIDGET (self);
}

MaqHandoff *
maq_export_song_get_handoff (MaqExportSong *self)
{
  return self->handoff;
}

const char *
maq_export_song_get_player (MaqExportSong *self)
{
  guint selected = gtk_drop_down_get_selected (self->player);

  return selected == 0 || selected > g_strv_length (self->players) ? NULL
                                                                   : self->players[selected - 1];
}
