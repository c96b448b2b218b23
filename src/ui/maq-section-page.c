/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-section-page.h"

#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"
#include "maq-chord-text.h"
#include "maq-limits.h"
#include "maq-lyric.h"
#include "maq-mood-words.h"
#include "maq-page-title.h"
#include "maq-rows.h"
#include "maq-several.h"
#include "maq-style-row.h"
#include "maq-styles.h"
#include "maq-transpose-row.h"

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
  GtkWidget *style;
  GtkWidget *feel;
  GtkWidget *feel_bars;
  GtkWidget *transition;
  GtkWidget *beats;        /* of the transition */
  GtkWidget *space;
  GtkWidget *dynamics;
  GtkWidget *mood;
  GtkWidget *mood_words;   /* the usual ones */
  GtkWidget *lyrics;
  GtkWidget *figures;
  GtkWidget *balance;
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

/* What the rows say holds for all sections that are selected. */
static MaqMove *
make_kind (MaqId                   section,
           const MaqSectionFields *wanted)
{
  return maq_move_section_kind (section, wanted->kind);
}

static MaqMove *
make_mood (MaqId                   section,
           const MaqSectionFields *wanted)
{
  return maq_move_section_mood (section, wanted->mood);
}

static MaqMove *
make_transition (MaqId                   section,
                 const MaqSectionFields *wanted)
{
  return maq_move_section_transition (section, wanted->transition);
}

static MaqMove *
make_space (MaqId                   section,
            const MaqSectionFields *wanted)
{
  return maq_move_section_space (section, wanted->space);
}

static MaqMove *
make_dynamics (MaqId                   section,
               const MaqSectionFields *wanted)
{
  return maq_move_section_dynamics (section, wanted->dynamics);
}

static MaqMove *
make_style (MaqId                   section,
            const MaqSectionFields *wanted)
{
  return maq_move_section_style (section, wanted->style);
}

static MaqMove *
make_tempo (MaqId                   section,
            const MaqSectionFields *wanted)
{
  return maq_move_section_tempo (section, wanted->tempo_qpm);
}

static MaqMove *
make_meter (MaqId                   section,
            const MaqSectionFields *wanted)
{
  return maq_move_section_meter (section, wanted->meter);
}

static MaqMove *
make_key (MaqId                   section,
          const MaqSectionFields *wanted)
{
  return maq_move_section_key (section, wanted->key);
}

static MaqMove *
make_feel (MaqId                   section,
           const MaqSectionFields *wanted)
{
  return maq_move_section_feel (section, wanted->feel, 0);
}

static MaqMove *
make_bars (MaqId                   section,
           const MaqSectionFields *wanted)
{
  return maq_move_resize_section (section, wanted->bars);
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
    maq_several_apply (self->editor, make_mood, &(MaqSectionFields) { .mood = text }, NULL);
  else if (row == self->lyrics)
    apply_lyrics (self, text);
}

/* Words chosen in a row are one step to be undone. */
static void
mood_cb (GtkWidget  *owner,
         const char *mood)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  g_autofree char *gesture = g_strdup_printf ("mood/%" G_GINT64_MODIFIER "x", self->section);

  maq_several_apply (self->editor, make_mood, &(MaqSectionFields) { .mood = mood }, gesture);
}

static void
choice_cb (GtkWidget *owner,
           GtkWidget *row)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  guint choice = maq_rows_get_choice (row);
  const MaqSectionFields wanted = {
    .kind = (MaqSectionKind) choice,
    .transition = (MaqTransition) choice,
    .space = (MaqSpace) choice,
    .dynamics = (MaqDynamics) choice,
    .feel = (MaqFeel) choice,
  };

  if (choice == GTK_INVALID_LIST_POSITION)
    return;
  if (row == self->kind)
    maq_several_apply (self->editor, make_kind, &wanted, NULL);
  else if (row == self->transition)
    maq_several_apply (self->editor, make_transition, &wanted, NULL);
  else if (row == self->space)
    maq_several_apply (self->editor, make_space, &wanted, NULL);
  else if (row == self->dynamics)
    maq_several_apply (self->editor, make_dynamics, &wanted, NULL);
  else if (row == self->feel)
    maq_several_apply (self->editor, make_feel, &wanted, NULL);
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

  maq_several_apply (self->editor, make_bars,
                     &(MaqSectionFields) { .bars = (int) maq_rows_get_value (row) }, gesture);
}

static void
beats_cb (GtkWidget *owner,
          GtkWidget *row)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  g_autofree char *gesture = g_strdup_printf ("beats/%" G_GINT64_MODIFIER "x", self->section);
  int beats = (int) maq_stated_or (maq_rows_get_stated (row), 0);

  maq_editor_apply_gesture (self->editor,
                            maq_move_section_transition_beats (self->section, beats), gesture);
}

static void
feel_bars_cb (GtkWidget *owner,
              GtkWidget *row)
{
  MaqSectionPage *self = MAQ_SECTION_PAGE (owner);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  int index = maq_arrangement_find_section (arrangement, self->section);
  g_autofree char *gesture = g_strdup_printf ("feel/%" G_GINT64_MODIFIER "x", self->section);
  int bars = (int) maq_stated_or (maq_rows_get_stated (row), 0);

  if (index < 0)
    return;
  maq_editor_apply_gesture (
    self->editor,
    maq_move_section_feel (self->section,
                           maq_section_get_fields (
                             maq_arrangement_get_resolved (arrangement, (guint) index))->feel,
                           bars), gesture);
}

static void
style_cb (MaqSectionPage *self,
          const char     *name)
{
  maq_several_apply (self->editor, make_style, &(MaqSectionFields) { .style = name }, NULL);
}

static void
listen_cb (MaqSectionPage *self,
           const char     *name)
{
  maq_editor_audition (self->editor,
                       name == NULL ? NULL : maq_move_section_style (self->section, name));
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
    maq_several_apply (self->editor, make_tempo, &(MaqSectionFields) { .tempo_qpm = tempo }, NULL);
  else if (row == self->meter)
    maq_several_apply (self->editor, make_meter, &(MaqSectionFields) { .meter = meter }, NULL);
  else
    maq_several_apply (self->editor, make_key, &(MaqSectionFields) { .key = key }, NULL);
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
add_sound (MaqSectionPage      *self,
           AdwPreferencesGroup *group)
{
  GtkWidget *page = GTK_WIDGET (self);

  self->transition = maq_rows_add_choice (group, page, _("Way out"),
                                          _("How the band leaves the section"), FALSE, choice_cb);
  self->beats = maq_rows_add_stated (group, page, _("Beats of it"),
                                     _("Quarter notes that the way out lasts"), 1,
                                     MAQ_LIMIT_TRANSITION_BEATS, beats_cb);
  self->space = maq_rows_add_choice (group, page, _("Space"), _("The room that the band stands in"),
                                     FALSE, choice_cb);
  self->dynamics = maq_rows_add_choice (group, page, _("Dynamics"),
                                        _("What the loudness of the whole mix does"), FALSE,
                                        choice_cb);
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
  self->chords = maq_rows_add_entry (group, page, _("Chords"),
                                     _("C | G/B Am7 | % | F . . G, repeats: |: C | F :| x3\n"
                                       "Marks: >C pushed, <C> held, ^C a stab\n"
                                       "Also as numbers: I | V/7 vi7 or 1 | 5/7 6-7"), text_cb);
  self->style = maq_style_row_new (_("How the band plays here"));
  adw_preferences_group_add (group, self->style);
  g_signal_connect_object (self->style, "chosen", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "listen", G_CALLBACK (listen_cb), self, G_CONNECT_SWAPPED);
  self->feel = maq_rows_add_choice (group, page, _("Feel"),
                                    _("How fast the band’s beat goes against the song’s"), FALSE,
                                    choice_cb);
  self->feel_bars = maq_rows_add_stated (group, page, _("Last bars"),
                                         _("In how many bars at its end the feel holds"), 1,
                                         MAQ_LIMIT_BARS, feel_bars_cb);
  self->tempo = maq_rows_add_entry (group, page, _("Tempo"), _("Empty: as before"), override_cb);
  self->meter = maq_rows_add_entry (group, page, _("Meter"), _("Empty: as before"), override_cb);
  self->key = maq_rows_add_entry (group, page, _("Key"), _("Empty: as before"), override_cb);
  adw_preferences_group_add (group, maq_transpose_row_new ());
  add_sound (self, maq_rows_add_group (page, _("Sound")));
  group = maq_rows_add_group (page, _("Words"));
  self->lyrics = maq_rows_add_entry (group, page, _("Lyrics"),
                                     _("Lines are parted by a slash between blanks"), text_cb);
  self->mood = maq_rows_add_entry (group, page, _("Mood"), _("What it should feel like"), text_cb);
  self->mood_words = maq_mood_words_create (page, mood_cb);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->mood), self->mood_words);
  self->figures = maq_figure_rows_new ();
  gtk_box_append (GTK_BOX (self), self->figures);
  self->balance = maq_balance_rows_new ();
  gtk_box_append (GTK_BOX (self), self->balance);
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

  for (guint i = 0; i < MAQ_N_SECTION_KINDS; i++)
    kinds[i] = maq_section_kind_get_label ((MaqSectionKind) i);
  maq_rows_show_choices (self->kind, kinds, fields->kind);
  maq_rows_show_detail (self->kind, NULL);
}

/* Where the section states nothing: what it takes over, and from whom. */
static char *
dup_whose (MaqEditor              *editor,
           const MaqSectionFields *fields)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (editor);
  int index = fields->follows == MAQ_ID_NONE
                ? -1 : maq_arrangement_find_section (arrangement, fields->follows);

  if (index < 0)
    return g_strdup (_("As the song has it"));
  /* Translators: the name of a section, as "As Chorus 1 has it" */
  return g_strdup_printf (_("As %s has it"), maq_section_get_name (
    maq_arrangement_get_section (arrangement, (guint) index)));
}

static void
show_transition (MaqSectionPage         *self,
                 const MaqFormSection   *place,
                 const MaqSectionFields *fields)
{
  const MaqSectionFields *resolved = maq_section_get_fields (place->section);
  const char *names[MAQ_N_TRANSITIONS + 1] = { NULL };
  MaqTransition played = resolved->transition;
  double usual = played == MAQ_TRANSITION_STOP
                   ? 1 : maq_meter_bar_ticks (place->meter) / (double) MAQ_TICKS_PER_QUARTER;
  gboolean is_taken_over = fields->transition_beats == 0 && resolved->transition_beats > 0;

  for (guint i = 0; i < MAQ_N_TRANSITIONS; i++)
    names[i] = maq_transition_get_label ((MaqTransition) i);
  names[MAQ_TRANSITION_UNSET] = _("As usual, a fill");
  maq_rows_show_choices (self->transition, names, fields->transition);
  maq_rows_show_detail (self->transition, fields->transition == MAQ_TRANSITION_UNSET &&
                                            played != MAQ_TRANSITION_UNSET
                                              ? maq_transition_get_label (played) : NULL);
  maq_rows_show_stated (self->beats, fields->transition_beats > 0
                                       ? maq_stated (fields->transition_beats) : MAQ_UNSTATED,
                        is_taken_over ? resolved->transition_beats : usual,
                        is_taken_over ? _("As the followed section has it") : _("As usual"));
  gtk_widget_set_visible (self->beats, played == MAQ_TRANSITION_STOP ||
                                         played >= MAQ_TRANSITION_RISER);
}

static void
show_feel (MaqSectionPage         *self,
           const MaqFormSection   *place,
           const MaqSectionFields *fields,
           const char             *whose)
{
  const MaqSectionFields *resolved = maq_section_get_fields (place->section);
  const char *feels[MAQ_N_FEELS + 1] = { NULL };
  gboolean is_own = fields->feel != MAQ_FEEL_UNSET;

  for (guint i = 0; i < MAQ_N_FEELS; i++)
    feels[i] = maq_feel_get_label ((MaqFeel) i);
  if (fields->follows != MAQ_ID_NONE)
    feels[MAQ_FEEL_UNSET] = whose;
  maq_rows_show_choices (self->feel, feels, fields->feel);
  maq_rows_show_detail (self->feel, !is_own && resolved->feel != MAQ_FEEL_UNSET
                                      ? maq_feel_get_label (resolved->feel) : NULL);
  maq_rows_show_stated (self->feel_bars, is_own && fields->feel_bars > 0
                                           ? maq_stated (fields->feel_bars) : MAQ_UNSTATED,
                        resolved->feel_bars > 0 ? resolved->feel_bars : place->bars,
                        is_own || resolved->feel_bars == 0 ? _("In all bars") : whose);
  gtk_widget_set_visible (self->feel_bars, resolved->feel > MAQ_FEEL_PLAIN);
}

static void
show_sound (MaqSectionPage         *self,
            const MaqFormSection   *place,
            const MaqSectionFields *fields)
{
  const MaqSectionFields *resolved = maq_section_get_fields (place->section);
  const char *spaces[MAQ_N_SPACES + 1] = { NULL };
  const char *dynamics[MAQ_N_DYNAMICS + 1] = { NULL };
  g_autofree char *whose = dup_whose (self->editor, fields);
  MaqStyle *played = maq_styles_find (place->style, place->meter);

  for (guint i = 0; i < MAQ_N_SPACES; i++)
    spaces[i] = maq_space_get_label ((MaqSpace) i);
  for (guint i = 0; i < MAQ_N_DYNAMICS; i++)
    dynamics[i] = maq_dynamics_get_label ((MaqDynamics) i);
  spaces[MAQ_SPACE_UNSET] = whose;
  dynamics[MAQ_DYNAMICS_UNSET] = fields->follows != MAQ_ID_NONE ? whose : _("As usual, none");
  maq_rows_show_choices (self->space, spaces, fields->space);
  maq_rows_show_choices (self->dynamics, dynamics, fields->dynamics);
  maq_rows_show_detail (self->space, fields->space == MAQ_SPACE_UNSET
                                       ? maq_space_get_label (place->space) : NULL);
  maq_rows_show_detail (self->dynamics, fields->dynamics == MAQ_DYNAMICS_UNSET &&
                                          resolved->dynamics != MAQ_DYNAMICS_UNSET
                                            ? maq_dynamics_get_label (resolved->dynamics) : NULL);
  show_feel (self, place, fields, whose);
  maq_style_row_show (MAQ_STYLE_ROW (self->style), fields->style,
                      place->style != NULL ? place->style
                      : played != NULL ? maq_style_get_name (played) : NULL, whose, place->meter);
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
  g_autofree char *chords =
    maq_chord_text_format_in_key (resolved->chords, resolved->chord_bars, place->meter,
                                  resolved->odd_bars, place->key,
                                  maq_editor_get_chord_notation (self->editor));
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

/* A choice in which they differ is made for none of them yet. */
static void
show_differences (MaqSectionPage *self)
{
  const struct
  {
    GtkWidget *row;
    gboolean   differs;
  } choices[] = {
    { self->kind, MAQ_SEVERAL_DIFFER (self->editor, kind) },
    { self->transition, MAQ_SEVERAL_DIFFER (self->editor, transition) },
    { self->space, MAQ_SEVERAL_DIFFER (self->editor, space) },
    { self->dynamics, MAQ_SEVERAL_DIFFER (self->editor, dynamics) },
    { self->feel, MAQ_SEVERAL_DIFFER (self->editor, feel) },
  }, texts[] = {
    { self->tempo, MAQ_SEVERAL_DIFFER (self->editor, tempo_qpm) },
    { self->meter, MAQ_SEVERAL_DIFFER (self->editor, meter) },
    { self->key, MAQ_SEVERAL_DIFFER (self->editor, key) },
    { self->mood, MAQ_SEVERAL_DIFFER (self->editor, mood) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].differs)
      {
        maq_rows_show_no_choice (choices[i].row);
        maq_rows_show_detail (choices[i].row, _("Not the same in all of them"));
      }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].differs)
      maq_rows_show_text (texts[i].row, NULL);
}

/* What each section has of its own is not to be seen while several are selected. */
static void
show_several (MaqSectionPage *self)
{
  g_autoptr (GArray) sections = maq_editor_list_sections (self->editor);
  gboolean is_one = sections->len < 2;
  GtkWidget *const own[] = { self->name, self->follows, self->chords, self->lyrics,
                             self->balance };
  g_autofree char *bars = NULL;
  g_autofree char *names = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    gtk_widget_set_visible (own[i], is_one);
  gtk_widget_set_visible (self->figures, maq_editor_get_picks (self->editor) == NULL);
  bars = maq_several_dup_bars (self->editor);
  maq_rows_show_detail (self->bars, bars);
  if (is_one)
    return;
  names = maq_several_dup_names (self->editor);
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Section", "%u Sections",
                                        sections->len), sections->len);
  maq_page_title_show (self->heading, title, names);
  gtk_widget_set_visible (self->feel_bars, FALSE);
  gtk_widget_set_visible (self->beats, FALSE);
  show_differences (self);
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
  maq_mood_words_show (self->mood_words, fields->mood);
  maq_rows_show_text (self->lyrics, lyrics);
  show_kinds (self, fields);
  show_follows (self, arrangement, fields);
  show_music (self, place, fields);
  show_transition (self, place, fields);
  show_sound (self, place, fields);
  show_several (self);
}

MaqFigureRows *
maq_section_page_get_figures (MaqSectionPage *self)
{
  return MAQ_FIGURE_ROWS (self->figures);
}

MaqBalanceRows *
maq_section_page_get_balance (MaqSectionPage *self)
{
  return MAQ_BALANCE_ROWS (self->balance);
}
