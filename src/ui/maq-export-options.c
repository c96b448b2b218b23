/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-options.h"

#include <glib/gi18n-lib.h>

#include "maq-cue-book.h"

/* What is chosen by a place in a list. */
typedef enum
{
  LIST_SUFFIX,
  LIST_PAPER,
  LIST_NOTATION,
  LIST_TRANSPOSITION,
  LIST_COUNT_IN,
} List;

typedef struct
{
  MaqExportChoice      *choice;
  guint                 kind;
  MaqExportOptionsFunc  func;
  GtkWidget            *owner;
  GtkWidget            *box;
} Options;

/* A list or a switch, and what it changes. */
typedef struct
{
  const Options *options;
  List           list;
  gboolean      *is_set; /* of the choice */
} Control;

static const int transpositions[] = { 0, 2, 9, 7, -1, -2, -3, -4, -5, -6, -7 };

static guint
get_selected (const Options *options,
              List           list)
{
  const MaqExportPick *pick = maq_export_choice_get_pick (options->choice, options->kind);

  if (list == LIST_SUFFIX)
    return pick->suffix;
  if (list == LIST_PAPER)
    return maq_export_choice_get_paper (options->choice);
  if (list == LIST_NOTATION)
    return pick->options.chart.notation;
  if (list == LIST_COUNT_IN)
    return pick->options.sound.count_in_bars;
  for (guint i = 0; i < G_N_ELEMENTS (transpositions); i++)
    if (transpositions[i] == pick->options.chart.semitones)
      return i;
  return 0;
}

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             gpointer     user_data)
{
  const Control *control = user_data;
  const Options *options = control->options;
  MaqExportPick *pick = maq_export_choice_get_pick (options->choice, options->kind);
  guint i = gtk_drop_down_get_selected (drop_down);

  if (i == GTK_INVALID_LIST_POSITION)
    return;
  if (control->list == LIST_SUFFIX)
    pick->suffix = i;
  else if (control->list == LIST_PAPER)
    maq_export_choice_set_paper (options->choice, i);
  else if (control->list == LIST_NOTATION)
    pick->options.chart.notation = i;
  else if (control->list == LIST_COUNT_IN)
    pick->options.sound.count_in_bars = i;
  else
    pick->options.chart.semitones = transpositions[i];
  if ((maq_export_get_kind (options->kind)->takes & MAQ_EXPORT_TAKES_SOUND) != 0)
    maq_export_choice_share_sound (options->choice, options->kind);
  options->func (options->owner);
}

/* The paper may have been changed at another document. */
static void
mapped_cb (GtkWidget *drop_down,
           gpointer   user_data)
{
  const Control *control = user_data;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              get_selected (control->options, control->list));
}

static void
toggled_cb (GtkCheckButton *check,
            gpointer        user_data)
{
  const Control *control = user_data;

  *control->is_set = gtk_check_button_get_active (check);
  control->options->func (control->options->owner);
}

static Control *
create_control (GtkWidget     *widget,
                const Options *options,
                List           list,
                gboolean      *is_set)
{
  Control *control = g_new0 (Control, 1);

  control->options = options;
  control->list = list;
  control->is_set = is_set;
  g_object_set_data_full (G_OBJECT (widget), "control", control, g_free);
  return control;
}

static void
add_list (const Options     *options,
          List               list,
          const char        *title,
          const char *const *names)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (names);
  Control *control = create_control (drop_down, options, list, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), get_selected (options, list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), control);
  g_signal_connect (drop_down, "map", G_CALLBACK (mapped_cb), control);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), drop_down);
  gtk_box_append (GTK_BOX (options->box), row);
}

static void
add_switch (const Options *options,
            const char    *title,
            gboolean      *is_set)
{
  GtkWidget *check = gtk_check_button_new_with_label (title);
  Control *control = create_control (check, options, LIST_SUFFIX, is_set);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), *is_set);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), control);
  gtk_box_append (GTK_BOX (options->box), check);
}

static void
add_page_options (const Options *options)
{
  static const char *const files[] = { "PDF", "SVG", "PNG", NULL };
  const char *const papers[] = { _("A4"), _("US Letter"), NULL };

  add_list (options, LIST_SUFFIX, _("File"), files);
  add_list (options, LIST_PAPER, _("Paper"), papers);
}

static void
add_sound_options (const Options  *options,
                   MaqExportTakes  takes)
{
  MaqExportPick *pick = maq_export_choice_get_pick (options->choice, options->kind);
  MaqExportSoundOptions *sound = &pick->options.sound;
  static const char *const files[] = { "WAV", "FLAC", "Opus", NULL };
  const char *const counts[] = { _("None"), _("One Bar"), _("Two Bars"), _("Three Bars"),
                                 _("Four Bars"), NULL };

  add_list (options, LIST_SUFFIX, _("File"), files);
  add_list (options, LIST_COUNT_IN, _("Count-In"), counts);
  if ((takes & MAQ_EXPORT_TAKES_GUIDE) != 0)
    add_switch (options, _("With the click"), &sound->guide_has_click);
  if ((takes & MAQ_EXPORT_TAKES_COUNTS) != 0)
    add_switch (options, _("Each section is counted in"), &sound->counts_sections);
  if ((takes & MAQ_EXPORT_TAKES_GROUPS) != 0)
    add_switch (options, _("One file for each group"), &sound->groups_stems);
  if ((takes & MAQ_EXPORT_TAKES_CUES) != 0)
    add_switch (options, _("In one file with the click"), &sound->joins_click);
  if ((takes & MAQ_EXPORT_TAKES_CUES) != 0 && maq_cue_book_can_speak ())
    add_switch (options, _("The names are spoken"), &sound->speaks);
}

static char *
dup_transposition (int semitones)
{
  switch (semitones)
    {
    case 0:
      return g_strdup (_("As They Sound"));
    case 2:
      return g_strdup (_("For B♭ Instruments"));
    case 7:
      return g_strdup (_("For F Instruments"));
    case 9:
      return g_strdup (_("For E♭ Instruments"));
    default:
      return g_strdup_printf (_("Capo %d"), -semitones);
    }
}

static void
add_chord_options (const Options *options)
{
  const char *const notations[] = { _("Names"), _("Roman Numerals"), _("Nashville Numbers"), NULL };
  g_autoptr (GStrvBuilder) instruments = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (transpositions); i++)
    {
      g_autofree char *name = dup_transposition (transpositions[i]);

      g_strv_builder_add (instruments, name);
    }
  names = g_strv_builder_end (instruments);
  add_list (options, LIST_NOTATION, _("Chords"), notations);
  add_list (options, LIST_TRANSPOSITION, _("Written"), (const char *const *) names);
}

GtkWidget *
maq_export_options_new (MaqExportChoice      *choice,
                        guint                 kind,
                        MaqExportOptionsFunc  func,
                        GtkWidget            *owner)
{
  const MaqExportKind *what = maq_export_get_kind (kind);
  MaqExportPick *pick = maq_export_choice_get_pick (choice, kind);
  Options *options;

  if (what->takes == 0 && what->lay_out == NULL)
    return NULL;
  options = g_new0 (Options, 1);
  options->choice = choice;
  options->kind = kind;
  options->func = func;
  options->owner = owner;
  options->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_object_set_data_full (G_OBJECT (options->box), "options", options, g_free);
  if (what->lay_out != NULL)
    add_page_options (options);
  if ((what->takes & MAQ_EXPORT_TAKES_SOUND) != 0)
    add_sound_options (options, what->takes);
  if ((what->takes & MAQ_EXPORT_TAKES_CHORDS) != 0)
    add_chord_options (options);
  if ((what->takes & MAQ_EXPORT_TAKES_LYRICS) != 0)
    add_switch (options, _("Words under the bars"), &pick->options.chart.has_lyrics);
  if ((what->takes & MAQ_EXPORT_TAKES_PARTS) != 0)
    add_switch (options, _("A part for each layer"), &pick->options.has_parts);
  if ((what->takes & MAQ_EXPORT_TAKES_CLICK) != 0)
    add_switch (options, _("A track with the metronome"), &pick->options.has_click);
  if ((what->takes & MAQ_EXPORT_TAKES_GRIDS) != 0)
    add_switch (options, _("Bars of chords, not chords over words"), &pick->options.has_grids);
  return options->box;
}
