/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-measure.h"

#include <glib/gi18n.h>

#include "maq-cli.h"
#include "maq-contrast.h"

#define NAME_COLUMNS 16

const char *const maq_cli_band_names[MAQ_N_FREQUENCY_BANDS]
  = { "sub", "low", "low_mid", "mid", "presence", "air" };

/* Figures that can be listed, in the order in which they stand in a row. */
typedef struct
{
  const char *name;
  int         decimals;
  double    (*get)     (const MaqFigures *figures);
} Column;

static double
get_seconds (const MaqFigures *figures)
{
  return figures->seconds;
}

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

static double
get_centroid (const MaqFigures *figures)
{
  return figures->centroid_hz;
}

static double
get_width (const MaqFigures *figures)
{
  return figures->width;
}

static double
get_layers (const MaqFigures *figures)
{
  return figures->n_layers;
}

static double
get_register (const MaqFigures *figures)
{
  return figures->register_key;
}

static double
get_distance (const MaqFigures *figures)
{
  return figures->distance;
}

static const Column columns[] = {
  { "seconds", 2, get_seconds },
  { "energy", 2, get_energy },
  { "loudness_lufs", 1, get_loudness },
  { "onsets_per_second", 2, get_onsets },
  { "centroid_hz", 0, get_centroid },
  { "width", 3, get_width },
  { "layers", 0, get_layers },
  { "register_key", 1, get_register },
  { "distance", 2, get_distance },
};

void
maq_cli_print_number (double      value,
                      int         decimals,
                      const char *otherwise)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_print ("%s", maq_loudness_is_silence (value)
                   ? otherwise : g_ascii_formatd (text, sizeof text, format, value));
}

static double
get_loudness_figure (MaqMeasure *measure,
                     guint       index)
{
  const MaqLoudnessFigures *loudness = maq_measure_get_loudness (measure);

  return (const double[]) { loudness->integrated_lufs, loudness->short_term_max_lufs,
                            loudness->momentary_max_lufs, loudness->range_lu }[index];
}

/* What only sections have, and bars are too short for. */
static const char *const loudness_names[] = { "integrated_lufs", "short_term_max_lufs",
                                              "momentary_max_lufs", "range_lu" };

static const char *
get_name (MaqForm *form,
          guint    index)
{
  return maq_section_get_name (maq_form_get_section (form, index)->section);
}

static void
print_change (const MaqFigures *before,
              const MaqFigures *now)
{
  if (before == NULL || maq_loudness_is_silence (before->loudness_lufs)
      || maq_loudness_is_silence (now->loudness_lufs))
    g_print ("%6s", "");
  else
    g_print ("%+6.1f", now->loudness_lufs - before->loudness_lufs);
}

void
maq_cli_print_measures_text (MaqForm   *form,
                             GPtrArray *measures)
{
  const MaqFigures *before = NULL;

  g_print ("%s\n", _("Section            Time  Energy    LUFS   ± LU  Onsets/s  Bright   Width  "
                     "Layers  Distance"));
  for (guint i = 0; i < measures->len; i++)
    {
      const MaqFigures *now = maq_measure_get_whole (g_ptr_array_index (measures, i));
      const MaqFormSection *section = maq_form_get_section (form, i);
      g_autofree char *name = maq_cli_dup_fit (get_name (form, i), NAME_COLUMNS);
      g_autofree char *time = maq_cli_dup_time (section->start_seconds);

      g_print ("%s  %5s  %6.1f", name, time, now->energy);
      if (maq_loudness_is_silence (now->loudness_lufs))
        g_print ("  %6s", "–");
      else
        g_print ("  %6.1f", now->loudness_lufs);
      g_print (" ");
      print_change (before, now);
      g_print ("  %8.1f  %5.0f Hz  %4.2f  %6u  %8.2f\n", now->onsets_per_second,
               now->centroid_hz, now->width, now->n_layers, now->distance);
      before = now;
    }
}

void
maq_cli_print_loudness (MaqForm   *form,
                        GPtrArray *measures)
{
  g_print ("\n%s\n", _("Section           Integrated  Loudest 3 s  Loudest 0.4 s  Range"));
  for (guint i = 0; i < measures->len; i++)
    {
      MaqMeasure *measure = g_ptr_array_index (measures, i);
      const int n_columns[] = { 10, 11, 13, 5 };
      g_autofree char *name = maq_cli_dup_fit (get_name (form, i), NAME_COLUMNS);

      g_print ("%s", name);
      for (guint figure = 0; figure < G_N_ELEMENTS (loudness_names); figure++)
        if (maq_loudness_is_silence (get_loudness_figure (measure, figure)))
          g_print ("  %*s", n_columns[figure], "-");
        else
          g_print ("  %*.1f", n_columns[figure], get_loudness_figure (measure, figure));
      g_print ("\n");
    }
}

void
maq_cli_print_contrast (MaqForm        *form,
                        MaqArrangement *arrangement,
                        GPtrArray      *measures)
{
  g_print ("\n");
  for (guint i = 1; i < measures->len; i++)
    {
      MaqContrast contrast
        = maq_contrast_get (maq_measure_get_whole (g_ptr_array_index (measures, i - 1)),
                            maq_measure_get_whole (g_ptr_array_index (measures, i)));
      g_autofree char *name = maq_cli_dup_fit (get_name (form, i), NAME_COLUMNS);
      g_autofree char *sentence = maq_contrast_dup_sentence (&contrast, arrangement, i - 1, i);

      g_print ("%s  %s\n", name, sentence);
    }
}

void
maq_cli_print_csv_text (const char *name)
{
  g_print ("\"");
  for (; *name != '\0'; name++)
    g_print (*name == '"' ? "\"\"" : "%c", *name);
  g_print ("\"");
}

static void
print_csv_row (const MaqFigures *figures)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_print (",");
      maq_cli_print_number (columns[i].get (figures), columns[i].decimals, "");
    }
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    {
      g_print (",");
      maq_cli_print_number (figures->band_db[i], 1, "");
    }
}

void
maq_cli_print_measures_csv (MaqForm   *form,
                            GPtrArray *measures,
                            gboolean   bars)
{
  g_print ("section,first_bar");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_print (",%s", columns[i].name);
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    g_print (",%s_db", maq_cli_band_names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (loudness_names) && !bars; i++)
    g_print (",%s", loudness_names[i]);
  g_print ("\r\n");
  for (guint i = 0; i < measures->len; i++)
    {
      MaqMeasure *measure = g_ptr_array_index (measures, i);
      guint n_rows = bars ? maq_measure_get_n_bars (measure) : 1;

      for (guint row = 0; row < n_rows; row++)
        {
          maq_cli_print_csv_text (get_name (form, i));
          g_print (",%u", (guint) maq_form_get_section (form, i)->first_bar + row + 1);
          print_csv_row (bars ? maq_measure_get_bar (measure, row)
                              : maq_measure_get_whole (measure));
          for (guint figure = 0; figure < G_N_ELEMENTS (loudness_names) && !bars; figure++)
            {
              g_print (",");
              maq_cli_print_number (get_loudness_figure (measure, figure), 1, "");
            }
          g_print ("\r\n");
        }
    }
}

static void
print_json_figures (const MaqFigures *figures)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_print ("%s\"%s\": ", i > 0 ? ", " : "", columns[i].name);
      maq_cli_print_number (columns[i].get (figures), columns[i].decimals, "null");
    }
  g_print (", \"bands_db\": {");
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    {
      g_print ("%s\"%s\": ", i > 0 ? ", " : "", maq_cli_band_names[i]);
      maq_cli_print_number (figures->band_db[i], 1, "null");
    }
  g_print ("}");
}

static void
print_json_section (MaqForm    *form,
                    guint       index,
                    MaqMeasure *measure,
                    gboolean    bars)
{
  g_print ("    {\"name\": ");
  maq_cli_print_json_text (get_name (form, index));
  g_print (", \"first_bar\": %d, ", maq_form_get_section (form, index)->first_bar + 1);
  print_json_figures (maq_measure_get_whole (measure));
  for (guint i = 0; i < G_N_ELEMENTS (loudness_names); i++)
    {
      g_print (", \"%s\": ", loudness_names[i]);
      maq_cli_print_number (get_loudness_figure (measure, i), 1, "null");
    }
  if (bars)
    {
      g_print (", \"bars\": [");
      for (guint i = 0; i < maq_measure_get_n_bars (measure); i++)
        {
          g_print ("%s\n      {", i > 0 ? "," : "");
          print_json_figures (maq_measure_get_bar (measure, i));
          g_print ("}");
        }
      g_print ("\n    ]");
    }
  g_print ("}");
}

void
maq_cli_print_measures_json (MaqForm   *form,
                             GPtrArray *measures,
                             gboolean   bars)
{
  g_print ("{\n  \"sections\": [\n");
  for (guint i = 0; i < measures->len; i++)
    {
      print_json_section (form, i, g_ptr_array_index (measures, i), bars);
      g_print ("%s\n", i + 1 < measures->len ? "," : "");
    }
  g_print ("  ]\n}\n");
}
