/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-figure-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-arc-shape.h"
#include "maq-contrast.h"
#include "maq-figure-bars.h"
#include "maq-note-name.h"
#include "maq-rows.h"
#include "maq-shown-number.h"

/* Less than half a step of what is shown is no difference. */
#define LEAST_STEPS 0.5

#define MAX_NAMED 6 /* layers that come, go or change */
#define KEYS_PER_OCTAVE 12

/* A figure, where it stands in its picture, and how it is told. */
typedef struct
{
  const char *title;
  const char *tooltip;
  double    (*get)        (const MaqFigures *figures);
  double      lowest;
  double      highest;
  gboolean    in_octaves;
  gboolean    is_key;
  const char *unit;
  const char *change_unit;
  double      scale;      /* what is told for 1 */
  int         decimals;
} Figure;

typedef struct
{
  GtkWidget *row;
  GtkWidget *bars;
  GtkWidget *number;
  GtkWidget *change;
  GtkWidget *detail;
} Row;

enum
{
  ROW_ENERGY,
  ROW_LOUDNESS,
  ROW_ONSETS,
  ROW_BRIGHTNESS,
  ROW_WIDTH,
  ROW_LAYERS,
  ROW_REGISTER,
  ROW_DISTANCE,
  N_ROWS
};

struct _MaqFigureRows
{
  GtkBox               parent_instance;

  MaqEditor           *editor;
  MaqMeasured         *measured;   /* belongs to the owner of the page */
  AdwPreferencesGroup *group;
  GtkWidget           *state;      /* that it measures just now */
  GtkWidget           *hidden;     /* how to let it measure */
  Row                  rows[N_ROWS];
  gboolean             measures;
};

G_DEFINE_FINAL_TYPE (MaqFigureRows, maq_figure_rows, GTK_TYPE_BOX)

static double
get_energy (const MaqFigures *figures)
{
  return figures->energy;
}

static double
get_loudness (const MaqFigures *figures)
{
  return figures->loudness_lufs;
}

static double
get_onsets (const MaqFigures *figures)
{
  return figures->onsets_per_second;
}

/* What is silent is neither dark nor bright, and without a pitch neither low nor high. */
static double
get_brightness (const MaqFigures *figures)
{
  return figures->centroid_hz > 0.0 ? figures->centroid_hz : MAQ_LOUDNESS_SILENCE;
}

static double
get_width (const MaqFigures *figures)
{
  return maq_loudness_is_silence (figures->loudness_lufs) ? MAQ_LOUDNESS_SILENCE : figures->width;
}

static double
get_layers (const MaqFigures *figures)
{
  return figures->n_layers;
}

static double
get_register (const MaqFigures *figures)
{
  return figures->register_key > 0.0 ? figures->register_key : MAQ_LOUDNESS_SILENCE;
}

static double
get_distance (const MaqFigures *figures)
{
  return figures->n_layers > 0 ? figures->distance : MAQ_LOUDNESS_SILENCE;
}

static const Figure shown[N_ROWS] = {
  { N_("Energy"), N_("From 0 to 10, of what is heard; the marks are what is meant. Every mix is "
                     "made as loud as the next, so this compares sections of a song, not songs."),
    get_energy,
    0, 10, FALSE, FALSE, "", "", 1, 1 },
  { N_("Loudness"), N_("Of all of it, from very soft to very loud"), get_loudness,
    -40, -8, FALSE, FALSE, N_("LUFS"), N_("LU"), 1, 1 },
  { N_("Onsets"), N_("Beginnings of sounds that are heard as such"), get_onsets,
    0, 10, FALSE, FALSE, N_("a second"), "", 1, 1 },
  { N_("Brightness"), N_("Where the middle of the spectrum is"), get_brightness,
    200, 6400, TRUE, FALSE, N_("Hz"), N_("Hz"), 1, 0 },
  { N_("Width"), N_("From mono at 0 % to left and right that have nothing in common at 50 %"),
    get_width, 0, 0.5, FALSE, FALSE, N_("%"), N_("%"), 100, 0 },
  { N_("Layers"), N_("How many play"), get_layers, 0, 12, FALSE, FALSE, "", "", 1, 0 },
  { N_("Register"), N_("How high it is played on average, drums apart"), get_register, 24, 96,
    FALSE, TRUE, "", N_("semitones"), 1, 0 },
  { N_("Distance"), N_("From your ear at 0 % to the far end of the hall at 100 %"), get_distance,
    0, 1, FALSE, FALSE, N_("%"), N_("%"), 100, 0 },
};

/* Translators: a number and its unit */
static char *
dup_with_unit (char       *number,
               const char *unit)
{
  g_autofree char *owned = number;

  return *unit == '\0' ? g_steal_pointer (&owned) : g_strdup_printf (_("%s %s"), owned, _(unit));
}

/* "A3": the key that is nearest */
static char *
dup_key (double register_key)
{
  int key = (int) lround (register_key);
  char name[MAQ_NOTE_NAME_TEXT_MAX];

  maq_note_name_format (maq_note_name_from_pitch_class (key % KEYS_PER_OCTAVE, FALSE), name);
  return g_strdup_printf ("%s%d", name, key / KEYS_PER_OCTAVE - 1);
}

static char *
dup_number (const Figure *figure,
            double        value)
{
  if (maq_loudness_is_silence (value))
    return g_strdup ("–");
  if (figure->is_key)
    return dup_key (value);
  return dup_with_unit (maq_shown_number (value * figure->scale, figure->decimals),
                        figure->unit);
}

/* How it differs from before; nothing where that is nothing, or one of the two is silent. */
static char *
dup_change (const Figure *figure,
            double        before,
            double        now)
{
  double change = (now - before) * figure->scale;

  if (maq_loudness_is_silence (before) || maq_loudness_is_silence (now) ||
      fabs (change) < LEAST_STEPS * pow (10.0, -figure->decimals))
    return g_strdup ("");
  return dup_with_unit (maq_shown_change (change, figure->decimals), figure->change_unit);
}

static double
get_height (const Figure *figure,
            double        value)
{
  double height;

  if (maq_loudness_is_silence (value))
    return -1.0;
  height = figure->in_octaves ? log2 (value / figure->lowest) /
                                log2 (figure->highest / figure->lowest)
                              : (value - figure->lowest) / (figure->highest - figure->lowest);
  return CLAMP (height, 0.0, 1.0);
}

static GtkWidget *
create_label (const char *css_class,
              float       xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Name, bars, number with its difference; below all that what makes it. */
static void
add_row (MaqFigureRows *self,
         guint          index)
{
  Row *row = &self->rows[index];
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = create_label ("figure-title", 0);

  row->row = adw_preferences_row_new ();
  row->bars = maq_figure_bars_new ();
  row->number = create_label ("figure-number", 1);
  row->change = create_label ("figure-change", 1);
  row->detail = create_label ("figure-detail", 0);
  gtk_label_set_label (GTK_LABEL (title), _(shown[index].title));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (row->detail), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (row->detail), 30);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (row->bars, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (row->number), 10);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), row->bars, 1, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), row->number, 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), row->change, 2, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), row->detail, 0, 2, 3, 1);
  gtk_widget_add_css_class (grid, "figure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  gtk_widget_set_tooltip_text (row->row, _(shown[index].tooltip));
  adw_preferences_group_add (self->group, row->row);
}

static void
maq_figure_rows_dispose (GObject *object)
{
  g_clear_object (&MAQ_FIGURE_ROWS (object)->editor);
  G_OBJECT_CLASS (maq_figure_rows_parent_class)->dispose (object);
}

static void
maq_figure_rows_class_init (MaqFigureRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_figure_rows_dispose;
}

static void
maq_figure_rows_init (MaqFigureRows *self)
{
  self->group = maq_rows_add_group (GTK_WIDGET (self), _("Measured"));
  self->state = create_label ("figure-detail", 1);
  adw_preferences_group_set_header_suffix (self->group, self->state);
  self->hidden = maq_rows_add_not_measured (self->group);
  for (guint i = 0; i < N_ROWS; i++)
    add_row (self, i);
  maq_figure_rows_set_measuring (self, FALSE, FALSE);
}

GtkWidget *
maq_figure_rows_new (void)
{
  return g_object_new (MAQ_TYPE_FIGURE_ROWS, NULL);
}

/* What is meant in the middle of each bar, on the scale of the pictures. */
static GArray *
collect_meant (MaqCurve *curve,
               int       first_bar,
               guint     n_bars)
{
  GArray *meant = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_bars; i++)
    {
      double height = maq_curve_evaluate (curve, first_bar + i + 0.5) / 10.0;

      g_array_append_val (meant, height);
    }
  return meant;
}

static void
show_bars (MaqFigureRows  *self,
           guint           index,
           const MaqRange *range,
           MaqCurve       *curve)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  g_autoptr (GArray) heard = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) meant = NULL;

  for (guint i = range->first_section; i < range->first_section + range->n_sections; i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);
      MaqMeasure *measure = maq_measured_find (self->measured,
                                               maq_section_get_id (place->section));

      for (guint bar = 0; bar < (guint) place->bars; bar++)
        {
          double height = -1.0;

          if (measure != NULL && bar < maq_measure_get_n_bars (measure))
            height = get_height (&shown[index], shown[index].get (maq_measure_get_bar (measure,
                                                                                      bar)));
          g_array_append_val (heard, height);
        }
    }
  if (curve != NULL && index == ROW_ENERGY)
    meant = collect_meant (curve, maq_form_get_section (form, range->first_section)->first_bar,
                           heard->len);
  maq_figure_bars_show (MAQ_FIGURE_BARS (self->rows[index].bars),
                        (const double *) (gpointer) heard->data,
                        meant == NULL ? NULL : (const double *) (gpointer) meant->data,
                        heard->len);
}

/* What is meant of all sections of @range. */
static double
get_meant (MaqFigureRows  *self,
           MaqCurve       *curve,
           const MaqRange *range)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  double sum = 0.0;
  int n_bars = 0;

  for (guint i = range->first_section; i < range->first_section + range->n_sections; i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);

      sum += maq_arc_get_mean (curve, place) * place->bars;
      n_bars += place->bars;
    }
  return sum / n_bars;
}

/* "loudness 3.2 + onsets 1.4 + brightness 1.1 + layers 0.7", after what is meant */
static char *
dup_energy_detail (MaqFigureRows        *self,
                   const MaqMeasuredSum *sum,
                   MaqCurve             *curve,
                   const MaqRange       *range)
{
  MaqEnergyShare share;
  g_autofree char *made = NULL;

  maq_figures_get_energy (&sum->figures, &share);
  /* Translators: what a measured energy is made of, on its scale of 0 to 10 */
  made = g_strdup_printf (_("loudness %.1f + onsets %.1f + brightness %.1f + layers %.1f"),
                          share.loudness, share.density, share.brightness, share.layers);
  if (curve == NULL)
    return g_steal_pointer (&made);
  return g_strdup_printf (_("meant %.1f, heard: %s"), get_meant (self, curve, range), made);
}

static char *
dup_loudness_detail (const MaqMeasuredSum *sum)
{
  g_autofree char *integrated = maq_shown_number (sum->integrated_lufs, 1);
  g_autofree char *longest = maq_shown_number (sum->short_term_max_lufs, 1);
  g_autofree char *moment = maq_shown_number (sum->momentary_max_lufs, 1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (maq_loudness_is_silence (sum->momentary_max_lufs))
    return NULL;
  if (!maq_loudness_is_silence (sum->integrated_lufs))
    g_string_append_printf (text, _("integrated %s, "), integrated);
  if (!maq_loudness_is_silence (sum->short_term_max_lufs))
    /* Translators: loudness of the loudest 3 seconds */
    g_string_append_printf (text, _("loudest 3 s %s, "), longest);
  /* Translators: loudness of the loudest 0.4 seconds */
  g_string_append_printf (text, _("loudest moment %s"), moment);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_row (MaqFigureRows        *self,
          guint                 index,
          const MaqMeasuredSum *now,
          const MaqMeasuredSum *before,
          const char           *before_name,
          const char           *detail)
{
  const Figure *figure = &shown[index];
  Row *row = &self->rows[index];
  g_autofree char *number = now == NULL ? g_strdup ("…")
                                        : dup_number (figure, figure->get (&now->figures));
  g_autofree char *change = now == NULL || before == NULL
                              ? g_strdup ("") : dup_change (figure, figure->get (&before->figures),
                                                            figure->get (&now->figures));
  g_autoptr (GString) said = g_string_new (NULL);

  gtk_label_set_label (GTK_LABEL (row->number), number);
  gtk_label_set_label (GTK_LABEL (row->change), change);
  gtk_widget_set_visible (row->change, *change != '\0');
  gtk_label_set_label (GTK_LABEL (row->detail), detail != NULL ? detail : "");
  gtk_widget_set_visible (row->detail, detail != NULL);
  /* Translators: a figure and its number: "Loudness: -18.2 LUFS" */
  g_string_printf (said, _("%s: %s"), _(figure->title), now == NULL ? _("measuring") : number);
  if (*change != '\0')
    /* Translators: a difference and the section it is against: "+3.4 LU against Verse 1" */
    g_string_append_printf (said, _(", %s against %s"), change, before_name);
  if (detail != NULL)
    g_string_append_printf (said, ", %s", detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said->str, -1);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* What the numbers are of, where that is not one section, what they are held against, and what
 * makes the difference: what is heard and who plays, a line each. */
static void
show_words (MaqFigureRows     *self,
            const MaqRange    *range,
            const char        *before_name,
            const MaqContrast *contrast)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (range->n_sections > 1)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u section as a whole",
                                               "%u sections as a whole", range->n_sections),
                            range->n_sections);
  if (before_name != NULL)
    /* Translators: the section before: the small numbers are differences from it */
    g_string_append_printf (text, text->len > 0 ? _(", against %s") : _("Against %s"),
                            before_name);
  if (contrast != NULL && range->n_sections == 1)
    {
      g_autofree char *heard = maq_contrast_dup_heard (contrast);
      g_autofree char *played = maq_contrast_dup_played (
        maq_editor_get_arrangement (self->editor), range->first_section - 1, range->first_section,
        MAX_NAMED);

      append_line (text, heard);
      append_line (text, played);
    }
  adw_preferences_group_set_description (self->group, text->len > 0 ? text->str : NULL);
}

static void
show_all (MaqFigureRows  *self,
          const MaqRange *range)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  g_autoptr (MaqCurve) curve = maq_arc_dup_curve_of (maq_editor_get_arrangement (self->editor),
                                                     MAQ_ARC_ENERGY, form);
  MaqMeasuredSum now;
  MaqMeasuredSum before;
  gboolean has_now = maq_measured_sum (self->measured, form, range->first_section,
                                       range->n_sections, &now);
  gboolean has_before = range->first_section > 0 &&
                        maq_measured_sum (self->measured, form, range->first_section - 1, 1,
                                          &before);
  const char *before_name = has_before ? maq_section_get_name (
    maq_form_get_section (form, range->first_section - 1)->section) : NULL;
  MaqContrast contrast = { 0 };

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *detail = !has_now ? NULL
                                : i == ROW_ENERGY ? dup_energy_detail (self, &now, curve, range)
                                : i == ROW_LOUDNESS ? dup_loudness_detail (&now) : NULL;

      show_row (self, i, has_now ? &now : NULL, has_before ? &before : NULL, before_name, detail);
      show_bars (self, i, range, curve);
    }
  if (has_now && has_before)
    contrast = maq_contrast_get (&before.figures, &now.figures);
  show_words (self, range, before_name, has_now && has_before ? &contrast : NULL);
}

void
maq_figure_rows_show (MaqFigureRows *self,
                      MaqEditor     *editor,
                      MaqMeasured   *measured)
{
  MaqRange range;

  g_set_object (&self->editor, editor);
  self->measured = measured;
  maq_editor_get_range (editor, &range);
  if (self->measures && range.n_sections > 0)
    show_all (self, &range);
}

void
maq_figure_rows_set_measuring (MaqFigureRows *self,
                               gboolean       measures,
                               gboolean       now)
{
  self->measures = measures;
  gtk_widget_set_visible (self->hidden, !measures);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_set_visible (self->rows[i].row, measures);
  gtk_label_set_label (GTK_LABEL (self->state), now ? _("Measuring…") : "");
  if (!measures)
    adw_preferences_group_set_description (self->group, NULL);
}
