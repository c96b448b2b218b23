/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-section-page.h"

#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"
#include "maq-chord-text.h"
#include "maq-limits.h"
#include "maq-lyric.h"
#include "maq-page-title.h"
#include "maq-rows.h"

struct _MaqSectionPage
{
  GtkBox     parent_instance;

  MaqEditor *editor;
  MaqId      section;
  GArray    *followable;   /* of MaqId, as in the list of what it can follow */
  GtkWidget *heading;
  GtkWidget *name;
  GtkWidget *kind;
  GtkWidget *bars;
  GtkWidget *follows;
  GtkWidget *chords;
  GtkWidget *key;
  GtkWidget *tempo;
  GtkWidget *meter;
  GtkWidget *transition;
  GtkWidget *mood;
  GtkWidget *lyrics;
};

G_DEFINE_FINAL_TYPE (MaqSectionPage, maq_section_page, GTK_TYPE_BOX)

/* In one row, lines are parted by a slash between blanks. */
static void
apply_lyrics (MaqSectionPage *self,
              const char     *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", " / ", -1);
  g_autofree char *joined = g_strjoinv ("\n", lines);

  maq_editor_apply (self->editor, maq_move_section_lyrics (self->section, joined));
}

static char *
dup_lyrics (MaqVec *lyrics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; lyrics != NULL && i < maq_vec_get_length (lyrics); i++)
    {
      if (i > 0)
        g_string_append (text, " / ");
      g_string_append (text, maq_lyric_get_text (maq_vec_get (lyrics, i)));
    }
  return g_string_free (text, FALSE);
}

static void
text_cb (GtkWidget *owner,
         GtkWidget *row)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  const char *text = maq_rows_get_text (row);

  if (row == self->name)
    maq_editor_apply (self->editor,
                      maq_move_rename_section (self->section, text != NULL ? text : ""));
  else if (row == self->chords)
    maq_editor_apply (self->editor,
                      maq_move_section_chords (self->section, text != NULL ? text : ""));
  else if (row == self->mood)
    maq_editor_apply (self->editor, maq_move_section_mood (self->section, text));
  else if (row == self->lyrics)
    apply_lyrics (self, text);
}

static void
choice_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  guint choice = maq_rows_get_choice (row);

  if (choice == GTK_INVALID_LIST_POSITION)
    return;
  if (row == self->kind)
    maq_editor_apply (self->editor,
                      maq_move_section_kind (self->section, (MaqSectionKind) choice));
  else if (row == self->transition)
    maq_editor_apply (self->editor,
                      maq_move_section_transition (self->section, (MaqTransition) choice));
  else if (row == self->follows && choice < self->followable->len)
    maq_editor_apply (self->editor,
                      maq_move_section_follows (self->section,
                                                g_array_index (self->followable, MaqId, choice)));
}

static void
bars_cb (GtkWidget *owner,
         GtkWidget *row)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  g_autofree char *gesture = g_strdup_printf ("bars/%" G_GINT64_MODIFIER "x", self->section);

  maq_editor_apply_gesture (self->editor,
                            maq_move_resize_section (self->section,
                                                     (int) maq_rows_get_value (row)), gesture);
}

/* Tempo, meter and key are empty where the section takes them over. */
static void
override_cb (GtkWidget *owner,
             GtkWidget *row)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  const char *text = maq_rows_get_text (row);
  MaqMeter meter = MAQ_METER_UNSET;
  MaqKey key = MAQ_KEY_UNSET;
  double tempo = text == NULL ? 0 : g_strtod (text, NULL);
  gboolean understood = text == NULL;

  if (row == self->tempo)
    understood = text == NULL || tempo > 0;
  else if (row == self->meter && text != NULL)
    understood = maq_meter_parse (text, &meter);
  else if (text != NULL)
    understood = maq_key_parse (text, &key);
  if (!understood)
    g_signal_emit_by_name (self->editor, "refused",
                           row == self->tempo ? _("That is no tempo. Write a number such as 96.")
                           : row == self->meter
                             ? _("That is no meter. Write it as 4/4, 3/4 or 6/8.")
                           : _("That is no key. Write it as C, F#m or D dorian."));
  else if (row == self->tempo)
    maq_editor_apply (self->editor, maq_move_section_tempo (self->section, tempo));
  else if (row == self->meter)
    maq_editor_apply (self->editor, maq_move_section_meter (self->section, meter));
  else
    maq_editor_apply (self->editor, maq_move_section_key (self->section, key));
  maq_section_page_update (self, self->editor);
}

static void
maq_section_page_dispose (GObject *object)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->followable, g_array_unref);
  G_OBJECT_CLASS (maq_section_page_parent_class)->dispose (object);
}

static void
maq_section_page_class_init (MaqSectionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_section_page_dispose;
}

static void
maq_section_page_init (MaqSectionPage *self)
{
  GtkWidget *page = GTK_WIDGET (self);
  AdwPreferencesGroup *group;

  self->followable = g_array_new (FALSE, FALSE, sizeof (MaqId));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
  self->heading = maq_page_title_add (page);
  group = maq_rows_add_group (page, NULL);
  self->name = maq_rows_add_entry (group, page, _("Name"), NULL, text_cb);
  self->kind = maq_rows_add_choice (group, page, _("Kind"), NULL, FALSE, choice_cb);
  self->bars = maq_rows_add_spin (group, page, _("Bars"), _("Everything after it moves"), 1,
                                  MAQ_LIMIT_BARS, 1, 0, bars_cb);
  self->follows = maq_rows_add_choice (group, page, _("Follows"),
                                       _("What it does not state itself it takes from there"),
                                       FALSE, choice_cb);
  group = maq_rows_add_group (page, _("Music"));
  self->chords = maq_rows_add_entry (group, page, _("Chords"), _("C | G/B Am7 | % | F . . G"),
                                     text_cb);
  self->transition = maq_rows_add_choice (group, page, _("Way out"),
                                          _("How the band leaves the section"), FALSE, choice_cb);
  self->tempo = maq_rows_add_entry (group, page, _("Tempo"), _("Empty: as before"), override_cb);
  self->meter = maq_rows_add_entry (group, page, _("Meter"), _("Empty: as before"), override_cb);
  self->key = maq_rows_add_entry (group, page, _("Key"), _("Empty: as before"), override_cb);
  group = maq_rows_add_group (page, _("Words"));
  self->lyrics = maq_rows_add_entry (group, page, _("Lyrics"),
                                     _("Lines are parted by a slash between blanks"), text_cb);
  self->mood = maq_rows_add_entry (group, page, _("Mood"), _("What it should feel like"), text_cb);
}

GtkWidget *
maq_section_page_new (void)
{
  return g_object_new (MAQ_TYPE_SECTION_PAGE, NULL);
}

static void
show_kinds (MaqSectionPage         *self,
            const MaqSectionFields *fields)
{
  const char *kinds[MAQ_N_SECTION_KINDS + 1] = { NULL };
  const char *transitions[MAQ_N_TRANSITIONS + 1] = { NULL };

  for (guint i = 0; i < MAQ_N_SECTION_KINDS; i++)
    kinds[i] = maq_section_kind_get_label ((MaqSectionKind) i);
  for (guint i = 0; i < MAQ_N_TRANSITIONS; i++)
    transitions[i] = maq_transition_get_label ((MaqTransition) i);
  transitions[MAQ_TRANSITION_UNSET] = _("As usual, a fill");
  maq_rows_show_choices (self->kind, kinds, fields->kind);
  maq_rows_show_choices (self->transition, transitions, fields->transition);
}

/* It can follow all sections that follow nobody themselves. */
static void
show_follows (MaqSectionPage         *self,
              MaqArrangement         *arrangement,
              const MaqSectionFields *fields)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const MaqId nobody = MAQ_ID_NONE;
  guint selected = 0;

  g_array_set_size (self->followable, 0);
  g_array_append_val (self->followable, nobody);
  g_ptr_array_add (names, (gpointer) _("Nobody"));
  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      const MaqSectionFields *other = maq_section_get_fields (
        maq_arrangement_get_section (arrangement, i));

      if (other->id == fields->id || other->follows != MAQ_ID_NONE)
        continue;
      if (other->id == fields->follows)
        selected = self->followable->len;
      g_array_append_val (self->followable, other->id);
      g_ptr_array_add (names, (gpointer) other->name);
    }
  g_ptr_array_add (names, NULL);
  maq_rows_show_choices (self->follows, (const char *const *) names->pdata, selected);
}

static void
show_music (MaqSectionPage         *self,
            const MaqFormSection   *place,
            const MaqSectionFields *fields)
{
  const MaqSectionFields *resolved = maq_section_get_fields (place->section);
  g_autofree char *chords = maq_chord_text_format (resolved->chords, resolved->chord_bars,
                                                   place->meter, resolved->odd_bars);
  g_autofree char *tempo = fields->tempo_qpm > 0 ? g_strdup_printf ("%g", fields->tempo_qpm) : NULL;
  char meter[MAQ_METER_TEXT_MAX] = "";
  char key[MAQ_KEY_TEXT_MAX] = "";

  if (maq_meter_is_set (fields->meter))
    maq_meter_format (fields->meter, meter);
  if (maq_key_is_set (fields->key))
    maq_key_format (fields->key, key);
  maq_rows_show_text (self->chords, chords);
  maq_rows_show_text (self->tempo, tempo);
  maq_rows_show_text (self->meter, meter);
  maq_rows_show_text (self->key, key);
}

void
maq_section_page_update (MaqSectionPage *self,
                         MaqEditor      *editor)
{
  int index = maq_editor_get_section_index (editor);
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  const MaqFormSection *place;
  const MaqSectionFields *fields;
  g_autofree char *clock = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *lyrics = NULL;

  g_set_object (&self->editor, editor);
  if (index < 0)
    return;
  place = maq_form_get_section (maq_editor_get_form (editor), (guint) index);
  fields = maq_section_get_fields (maq_arrangement_get_section (arrangement, (guint) index));
  clock = maq_bar_map_dup_length (place->seconds);
  /* Translators: bars of the song and how long the section lasts */
  detail = g_strdup_printf (_("Bars %d to %d · %s"), place->first_bar + 1,
                            place->first_bar + place->bars, clock);
  self->section = fields->id;
  maq_page_title_show (self->heading, fields->name, detail);
  maq_rows_show_text (self->name, fields->name);
  maq_rows_show_value (self->bars, place->bars);
  lyrics = dup_lyrics (maq_section_get_fields (place->section)->lyrics);
  maq_rows_show_text (self->mood, fields->mood);
  maq_rows_show_text (self->lyrics, lyrics);
  show_kinds (self, fields);
  show_follows (self, arrangement, fields);
  show_music (self, place, fields);
}

void
maq_section_page_focus_chords (MaqSectionPage *self)
{
  maq_rows_focus (self->chords);
}
