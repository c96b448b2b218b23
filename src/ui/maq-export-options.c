/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-options.h"

#include <glib/gi18n-lib.h>

#include "maq-cue-book.h"
#include "maq-file-pattern.h"

#define MOST_LETTERS 120 /* of a pattern */

/* What is chosen by a place in a list. */
typedef enum
{
  LIST_SUFFIX,
  LIST_PAPER,
  LIST_NOTATION,
  LIST_TRANSPOSITION,
  LIST_COUNT_IN,
  LIST_FORMAT,
  LIST_RATE,
  LIST_INSIDE,
  LIST_INSIDE_COUNT,
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

/* Indices of suffixes of sound, and how much of a sample is kept. */
static const struct { guint suffix; MaqSampleFormat samples; } formats[] = {
  { 0, MAQ_SAMPLES_24 }, { 0, MAQ_SAMPLES_16 }, { 0, MAQ_SAMPLES_FLOAT },
  { 1, MAQ_SAMPLES_24 }, { 1, MAQ_SAMPLES_16 }, { 2, MAQ_SAMPLES_24 },
};
static const int rates_hz[] = { 44100, 48000, 96000 };
#define USUAL_RATE 1 /* of these */
static const int transpositions[] = { 0, 2, 9, 7, -1, -2, -3, -4, -5, -6, -7 };

static guint
find_format (const MaqExportPick *pick)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].suffix == pick->suffix && formats[i].samples == pick->options.sound.samples)
      return i;
  /* FLAC keeps no floats, Opus no samples at all */
  return pick->suffix == 1 ? 3 : 5;
}

static guint
find_rate (const MaqExportPick *pick)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates_hz); i++)
    if (rates_hz[i] == pick->options.sound.rate_hz)
      return i;
  return USUAL_RATE;
}

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
  if (list == LIST_FORMAT)
    return find_format (pick);
  if (list == LIST_RATE)
    return find_rate (pick);
  if (list == LIST_INSIDE)
    return pick->options.inside.format;
  if (list == LIST_INSIDE_COUNT)
    return pick->options.inside.plan.count_in_bars;
  for (guint i = 0; i < G_N_ELEMENTS (transpositions); i++)
    if (transpositions[i] == pick->options.chart.semitones)
      return i;
  return 0;
}

static void
choose (const Options *options,
        List           list,
        guint          i)
{
  MaqExportPick *pick = maq_export_choice_get_pick (options->choice, options->kind);

  switch (list)
    {
    case LIST_SUFFIX:
      pick->suffix = i;
      break;
    case LIST_PAPER:
      maq_export_choice_set_paper (options->choice, i);
      break;
    case LIST_NOTATION:
      pick->options.chart.notation = i;
      break;
    case LIST_COUNT_IN:
      pick->options.sound.count_in_bars = i;
      break;
    case LIST_FORMAT:
      pick->suffix = formats[i].suffix;
      pick->options.sound.samples = formats[i].samples;
      break;
    case LIST_RATE:
      pick->options.sound.rate_hz = rates_hz[i];
      break;
    case LIST_INSIDE:
      pick->options.inside.format = i;
      break;
    case LIST_INSIDE_COUNT:
      pick->options.inside.plan.count_in_bars = i;
      break;
    case LIST_TRANSPOSITION:
    default:
      pick->options.chart.semitones = transpositions[i];
    }
}

static void
say_changed (const Options *options)
{
  if ((maq_export_get_kind (options->kind)->takes & MAQ_EXPORT_TAKES_SOUND) != 0)
    maq_export_choice_share_sound (options->choice, options->kind);
  options->func (options->owner);
}

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             gpointer     user_data)
{
  const Control *control = user_data;
  guint i = gtk_drop_down_get_selected (drop_down);

  if (i == GTK_INVALID_LIST_POSITION || i == get_selected (control->options, control->list))
    return;
  choose (control->options, control->list, i);
  say_changed (control->options);
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

  if (*control->is_set == gtk_check_button_get_active (check))
    return;
  *control->is_set = gtk_check_button_get_active (check);
  say_changed (control->options);
}

/* What all sound files have in common may have been changed at another one. */
static void
mapped_check_cb (GtkCheckButton *check,
                 gpointer        user_data)
{
  const Control *control = user_data;

  gtk_check_button_set_active (check, *control->is_set);
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

static GtkWidget *
add_row (const Options *options,
         const char    *title,
         GtkWidget     *widget)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), widget);
  gtk_box_append (GTK_BOX (options->box), row);
  return row;
}

static GtkWidget *
add_list (const Options     *options,
          List               list,
          const char        *title,
          const char *const *names)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (names);
  Control *control = create_control (drop_down, options, list, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), get_selected (options, list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), control);
  g_signal_connect (drop_down, "map", G_CALLBACK (mapped_cb), control);
  return add_row (options, title, drop_down);
}

/* What comes of it stands in the list of files. */
static void
pattern_cb (GtkEditable *entry,
            gpointer     user_data)
{
  const Options *options = user_data;
  const char *text = gtk_editable_get_text (entry);

  if (g_strcmp0 (maq_export_choice_get_pattern (options->choice), *text != '\0' ? text : NULL) == 0)
    return;
  maq_export_choice_set_pattern (options->choice, text);
  gtk_widget_activate_action (GTK_WIDGET (entry), "export.show-files", NULL);
  say_changed (options);
}

/* A text is set in two steps, of which the first would be taken for a pattern. */
static void
pattern_mapped_cb (GtkEditable *entry,
                   gpointer     user_data)
{
  const Options *options = user_data;
  const char *pattern = maq_export_choice_get_pattern (options->choice);

  g_signal_handlers_block_by_func (entry, pattern_cb, (gpointer) options);
  gtk_editable_set_text (entry, pattern != NULL ? pattern : "");
  g_signal_handlers_unblock_by_func (entry, pattern_cb, (gpointer) options);
}

static void
add_pattern (const Options *options)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *title = _("Names");

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), MAQ_FILE_PATTERN_DEFAULT);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MOST_LETTERS);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 17);
  gtk_widget_set_tooltip_text (entry, _("Names of Sound Files: {number}, {title}, {layer}, "
                                        "{arrangement}, {version} and {tempo} Are Filled In"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  pattern_mapped_cb (GTK_EDITABLE (entry), (gpointer) options);
  g_signal_connect (entry, "changed", G_CALLBACK (pattern_cb), (gpointer) options);
  g_signal_connect (entry, "map", G_CALLBACK (pattern_mapped_cb), (gpointer) options);
  add_row (options, title, entry);
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
  g_signal_connect (check, "map", G_CALLBACK (mapped_check_cb), control);
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

/* In the order of both formats and #MaqSoundFormat. */
static GtkWidget *
add_formats (const Options *options,
             List           list,
             const char    *title)
{
  const char *const names[] = { _("WAV, 24 Bits"), _("WAV, 16 Bits"), _("WAV, 32-Bit Float"),
                                _("FLAC, 24 Bits"), _("FLAC, 16 Bits"), "Opus", NULL };

  return add_list (options, list, title, names);
}

static void
add_counts (const Options *options,
            List           list)
{
  const char *const counts[] = { _("None"), _("One Bar"), _("Two Bars"), _("Three Bars"),
                                 _("Four Bars"), NULL };

  add_list (options, list, _("Count-In"), counts);
}

static void
add_sound_options (const Options  *options,
                   MaqExportTakes  takes)
{
  MaqExportPick *pick = maq_export_choice_get_pick (options->choice, options->kind);
  MaqExportSoundOptions *sound = &pick->options.sound;
  const char *const rates[] = { _("44.1 kHz"), _("48 kHz"), _("96 kHz"), NULL };

  add_formats (options, LIST_FORMAT, _("File"));
  gtk_widget_set_tooltip_text (add_list (options, LIST_RATE, _("Frames per Second"), rates),
                               _("Opus Always Has 48 kHz"));
  add_counts (options, LIST_COUNT_IN);
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
  add_switch (options, _("With a report of the loudness"), &sound->has_report);
  add_pattern (options);
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

/* A document that can hold one kind of sound has it in the form that suits it. */
static void
add_inside_options (const Options  *options,
                    MaqExportHolds  holds)
{
  MaqSoundWish *inside =
    &maq_export_choice_get_pick (options->choice, options->kind)->options.inside;

  if ((holds & MAQ_EXPORT_HOLDS_GUIDE) != 0)
    add_switch (options, _("With the guide mix, to be heard"), &inside->has_guide);
  if ((holds & MAQ_EXPORT_HOLDS_CLICK) != 0)
    add_switch (options, _("With the click track"), &inside->has_click);
  if ((holds & MAQ_EXPORT_HOLDS_CUES) != 0)
    add_switch (options, _("With the cues"), &inside->has_cues);
  if ((holds & MAQ_EXPORT_HOLDS_STEMS) != 0)
    add_switch (options, _("With a stem of each layer"), &inside->has_stems);
  if ((holds & MAQ_EXPORT_HOLDS_GUIDE) != 0 && (holds & MAQ_EXPORT_HOLDS_STEMS) != 0)
    add_formats (options, LIST_INSIDE, _("Sound"));
  if ((holds & MAQ_EXPORT_HOLDS_CLICK) != 0)
    add_counts (options, LIST_INSIDE_COUNT);
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

  if (what->takes == 0 && what->holds == 0 && what->lay_out == NULL)
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
  add_inside_options (options, what->holds);
  return options->box;
}
