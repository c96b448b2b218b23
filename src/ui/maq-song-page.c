/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-song-page.h"

#include <glib/gi18n-lib.h>

#include "maq-adapted.h"
#include "maq-bar-map.h"
#include "maq-groove-rows.h"
#include "maq-length.h"
#include "maq-limits.h"
#include "maq-page-title.h"
#include "maq-rows.h"
#include "maq-soundfont-list.h"
#include "maq-space.h"
#include "maq-style-row.h"
#include "maq-styles.h"
#include "maq-transpose-row.h"

struct _MaqSongPage
{
  GtkBox           parent_instance;

  MaqEditor       *editor;
  GtkWidget       *heading;
  GtkWidget       *title;
  GtkWidget       *artist;
  GtkWidget       *note;
  GtkWidget       *target;
  GtkWidget       *capo;
  GtkWidget       *key;
  GtkWidget       *tempo;
  GtkWidget       *meter;
  GtkWidget       *style;
  GtkWidget       *adapted;     /* how meters are played that a style does not know */
  GtkWidget       *space;
  GtkWidget       *soundfont;
  GPtrArray       *soundfonts;  /* file names, as in the list after its first entry */
  MaqGrooveRows    groove;
};

G_DEFINE_FINAL_TYPE (MaqSongPage, maq_song_page, GTK_TYPE_BOX)

static void
changed_cb (GtkWidget *owner,
            GtkWidget *row)
{
  MaqSongPage *self = MAQ_SONG_PAGE (owner);
  const char *text = row == self->title || row == self->artist ? maq_rows_get_text (row) : NULL;

  if (row == self->title)
    maq_editor_apply (self->editor, maq_move_song_title (text != NULL ? text : ""));
  else if (row == self->artist)
    maq_editor_apply (self->editor, maq_move_song_artist (text));
  else if (row == self->note)
    maq_editor_apply (self->editor,
                      maq_move_arrangement_note (maq_arrangement_get_id (
                        maq_editor_get_arrangement (self->editor)), maq_rows_get_text (row)));
  else if (row == self->tempo)
    maq_editor_apply_gesture (self->editor, maq_move_song_tempo (maq_rows_get_value (row)),
                              "song-tempo");
}

static void
choice_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqSongPage *self = MAQ_SONG_PAGE (owner);
  guint choice = maq_rows_get_choice (row);

  if (row == self->space)
    maq_editor_apply (self->editor, maq_move_song_space ((MaqSpace) choice));
  else if (choice <= self->soundfonts->len)
    maq_editor_apply (self->editor, maq_move_project_soundfont (
      choice == 0 ? NULL : g_ptr_array_index (self->soundfonts, choice - 1)));
}

static void
groove_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqSongPage *self = MAQ_SONG_PAGE (owner);
  MaqStated value = maq_rows_get_stated (row);

  if (row == self->groove.swing)
    maq_editor_apply_gesture (self->editor, maq_move_song_swing (maq_stated_or (value, 0)),
                              "song-swing");
  else if (row == self->groove.lag)
    maq_editor_apply_gesture (self->editor, maq_move_song_lag (value), "song-lag");
  else
    maq_editor_apply_gesture (self->editor, maq_move_song_looseness (value), "song-looseness");
}

static void
style_cb (MaqSongPage *self,
          const char  *name)
{
  maq_editor_apply (self->editor, maq_move_song_style (name));
}

static void
listen_cb (MaqSongPage *self,
           const char  *name)
{
  maq_editor_audition (self->editor, name == NULL ? NULL : maq_move_song_style (name));
}

static void
target_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqSongPage *self = MAQ_SONG_PAGE (owner);
  const char *text = maq_rows_get_text (row);
  int seconds;

  if (maq_length_parse (text != NULL ? text : "", &seconds))
    maq_editor_apply (self->editor,
                      maq_move_target_length (maq_arrangement_get_id (
                        maq_editor_get_arrangement (self->editor)), seconds));
  else
    g_signal_emit_by_name (self->editor, "refused",
                           _("That is no length. Write it as minutes and seconds, such as 3:40."));
  maq_song_page_update (self, self->editor);
}

static void
key_cb (GtkWidget *owner,
        GtkWidget *row)
{
  MaqSongPage *self = MAQ_SONG_PAGE (owner);
  const char *text = maq_rows_get_text (row);
  MaqKey key;

  if (text != NULL && maq_key_parse (text, &key))
    maq_editor_apply (self->editor, maq_move_song_key (key));
  else
    g_signal_emit_by_name (self->editor, "refused",
                           _("That is no key. Write it as C, F#m or D dorian."));
  maq_song_page_update (self, self->editor);
}

static void
meter_cb (GtkWidget *owner,
          GtkWidget *row)
{
  MaqSongPage *self = MAQ_SONG_PAGE (owner);
  const char *text = maq_rows_get_text (row);
  MaqMeter meter;

  if (text != NULL && maq_meter_parse (text, &meter))
    maq_editor_apply (self->editor, maq_move_song_meter (meter));
  else
    g_signal_emit_by_name (self->editor, "refused",
                           _("That is no meter. Write it as 4/4, 3/4 or 6/8."));
  maq_song_page_update (self, self->editor);
}

static void
maq_song_page_dispose (GObject *object)
{
  MaqSongPage *self = MAQ_SONG_PAGE (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->soundfonts, g_ptr_array_unref);
  G_OBJECT_CLASS (maq_song_page_parent_class)->dispose (object);
}

static void
maq_song_page_class_init (MaqSongPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_song_page_dispose;
}

/* The capo is for people: what is stored and shown are the chords that sound. */
static GtkWidget *
create_capo_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *fret = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Capo"));
  gtk_widget_set_tooltip_text (row, _("As the chart has it; the chords here are those that sound"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), fret);
  g_object_set_data (G_OBJECT (row), "fret", fret);
  return row;
}

static void
maq_song_page_init (MaqSongPage *self)
{
  GtkWidget *page = GTK_WIDGET (self);
  AdwPreferencesGroup *group;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->heading = maq_page_title_add (page);
  group = maq_rows_add_group (page, NULL);
  self->title = maq_rows_add_entry (group, page, _("Title"), NULL, changed_cb);
  self->artist = maq_rows_add_entry (group, page, _("Artist"), NULL, changed_cb);
  self->note = maq_rows_add_entry (group, page, _("Note"), NULL, changed_cb);
  self->target = maq_rows_add_entry (group, page, _("Target length"),
                                     _("How long it should last: 3:40; nothing for no target"),
                                     target_cb);
  group = maq_rows_add_group (page, _("Music"));
  self->key = maq_rows_add_entry (group, page, _("Key"), _("C, F#m, D dorian"), key_cb);
  adw_preferences_group_add (group, maq_transpose_row_new ());
  self->capo = create_capo_row ();
  adw_preferences_group_add (group, self->capo);
  self->tempo = maq_rows_add_spin (group, page, _("Tempo"), _("Quarter notes per minute"),
                                   MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM, 1, 1, changed_cb);
  self->meter = maq_rows_add_entry (group, page, _("Meter"), _("4/4, 3/4, 6/8"), meter_cb);
  self->style = maq_style_row_new (_("How the band plays"));
  adw_preferences_group_add (group, self->style);
  self->adapted = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->adapted), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->adapted), _("Adapted"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->adapted), 0);
  adw_preferences_group_add (group, self->adapted);
  g_signal_connect_object (self->style, "chosen", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "listen", G_CALLBACK (listen_cb), self, G_CONNECT_SWAPPED);
  maq_groove_rows_add (&self->groove, maq_rows_add_group (page, _("Groove")), page, groove_cb);
  group = maq_rows_add_group (page, _("Sound"));
  self->space = maq_rows_add_choice (group, page, _("Space"),
                                     _("The room that sections stand in if they state no other"),
                                     FALSE, choice_cb);
  self->soundfont = maq_rows_add_choice (group, page, _("SoundFont"),
                                         _("The instruments, for all songs of this file"), FALSE,
                                         choice_cb);
}

GtkWidget *
maq_song_page_new (void)
{
  return g_object_new (MAQ_TYPE_SONG_PAGE, NULL);
}

/* The list is of what was there when the page was first shown, and what the project asks for. */
static void
show_soundfont (MaqSongPage *self)
{
  const char *wanted = maq_project_get_fields (maq_editor_get_root (self->editor))->soundfont;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  if (self->soundfonts == NULL)
    self->soundfonts = maq_soundfont_list_new_names (
      maq_document_get_file (maq_editor_get_document (self->editor)));
  if (wanted != NULL &&
      !g_ptr_array_find_with_equal_func (self->soundfonts, wanted, g_str_equal, NULL))
    g_ptr_array_add (self->soundfonts, g_strdup (wanted));
  g_ptr_array_add (names, (gpointer) _("As in Preferences"));
  for (guint i = 0; i < self->soundfonts->len; i++)
    {
      g_ptr_array_add (names, g_ptr_array_index (self->soundfonts, i));
      if (g_strcmp0 (g_ptr_array_index (self->soundfonts, i), wanted) == 0)
        selected = i + 1;
    }
  g_ptr_array_add (names, NULL);
  maq_rows_show_choices (self->soundfont, (const char *const *) names->pdata, selected);
}

static void
show_space (MaqSongPage *self,
            MaqSpace     space)
{
  const char *spaces[MAQ_N_SPACES + 1] = { NULL };

  for (guint i = 0; i < MAQ_N_SPACES; i++)
    spaces[i] = maq_space_get_label ((MaqSpace) i);
  spaces[MAQ_SPACE_UNSET] = _("As usual, a live room");
  maq_rows_show_choices (self->space, spaces, space);
}

static void
show_adapted (MaqSongPage *self)
{
  g_auto (GStrv) notes = maq_adapted_dup_notes (maq_styles_get (),
                                                maq_editor_get_song (self->editor),
                                                maq_editor_get_arrangement (self->editor));
  g_autofree char *text = g_strjoinv ("\n", notes);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->adapted), text);
  gtk_widget_set_visible (self->adapted, *text != '\0');
}

static void
show_style (MaqSongPage         *self,
            const MaqSongFields *fields)
{
  const MaqGroove groove = { fields->swing, fields->lag_ms, fields->looseness };
  MaqStyle *usual = maq_styles_find (NULL, fields->meter);

  maq_style_row_show (MAQ_STYLE_ROW (self->style), fields->style,
                      usual == NULL ? NULL : maq_style_get_name (usual), _("Suits the meter"),
                      fields->meter);
  maq_groove_rows_show (&self->groove, groove, NULL, maq_styles_find (fields->style,
                                                                      fields->meter));
}

static void
show_target (MaqSongPage *self,
             int          target_seconds)
{
  g_autofree char *text = maq_length_dup_text (target_seconds);

  maq_rows_show_text (self->target, target_seconds > 0 ? text : NULL);
}

static void
show_capo (MaqSongPage *self,
           int          capo)
{
  g_autofree char *text = g_strdup_printf (_("Fret %d"), capo);

  gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (self->capo), "fret")), text);
  gtk_widget_set_visible (self->capo, capo > 0);
}

void
maq_song_page_update (MaqSongPage *self,
                      MaqEditor   *editor)
{
  MaqSong *song = maq_editor_get_song (editor);
  const MaqSongFields *fields = maq_song_get_fields (song);
  const char *note = maq_arrangement_get_fields (maq_editor_get_arrangement (editor))->note;
  MaqForm *form = maq_editor_get_form (editor);
  g_autofree char *clock = maq_bar_map_dup_length (maq_form_get_seconds (form));
  g_autofree char *detail =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %d bar · %s", "%s · %d bars · %s",
                                  (gulong) maq_form_get_bars (form)),
                     maq_arrangement_get_name (maq_editor_get_arrangement (editor)),
                     maq_form_get_bars (form), clock);
  char key[MAQ_KEY_TEXT_MAX];
  char meter[MAQ_METER_TEXT_MAX];

  g_set_object (&self->editor, editor);
  maq_page_title_show (self->heading, maq_song_get_title (song), detail);
  maq_rows_show_text (self->title, fields->title);
  maq_rows_show_text (self->artist, fields->artist);
  maq_rows_show_text (self->key, maq_key_format (fields->key, key));
  maq_rows_show_text (self->meter, maq_meter_format (fields->meter, meter));
  maq_rows_show_value (self->tempo, fields->tempo_qpm);
  maq_rows_show_text (self->note, note);
  gtk_widget_set_tooltip_text (self->note, note != NULL ? note
                                                        : _("What this arrangement is for"));
  show_target (self, maq_arrangement_get_fields (
                       maq_editor_get_arrangement (editor))->target_seconds);
  show_capo (self, fields->capo);
  show_style (self, fields);
  show_adapted (self);
  show_space (self, fields->space);
  show_soundfont (self);
}

void
maq_song_page_focus_target (MaqSongPage *self)
{
  maq_rows_focus (self->target);
}
