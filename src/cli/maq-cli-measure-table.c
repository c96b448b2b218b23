/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-measure.h"

#include "maq-cli.h"

const char *const maq_cli_band_names[MAQ_N_FREQUENCY_BANDS]
  = { "sub", "low", "low_mid", "mid", "presence", "air" };

static const char *const turn_names[MAQ_N_TURNS] = { "anticipation", "surprise", "resolution" };
static const char *const cause_names[MAQ_N_TURN_CAUSES]
  = { "build", "riser", "rise", "dominant", "stop", "change", "kind", "length", "arrival" };

/* What a row tells of: a section, or a bar of it. */
typedef struct
{
  const MaqCliMeasured *measured;
  const MaqFigures     *figures;
  guint                 section;
  int                   bar;        /* in the section, from 0; below 0: all of it */
} Row;

/* Figures that can be listed, in the order in which they stand in a row. */
typedef struct
{
  const char *name;
  int         decimals;
  double    (*get)     (const Row *row);
} Column;

static double
get_seconds (const Row *row)
{
  return row->figures->seconds;
}

static double
get_energy (const Row *row)
{
  return row->figures->energy;
}

static double
get_loudness (const Row *row)
{
  return row->figures->loudness_lufs;
}

static double
get_onsets (const Row *row)
{
  return row->figures->onsets_per_second;
}

static double
get_centroid (const Row *row)
{
  return row->figures->centroid_hz;
}

static double
get_width (const Row *row)
{
  return row->figures->width;
}

static double
get_layers (const Row *row)
{
  return row->figures->n_layers;
}

static double
get_register (const Row *row)
{
  return row->figures->register_key;
}

static double
get_distance (const Row *row)
{
  return row->figures->distance;
}

static const MaqFormSection *
get_place (const Row *row)
{
  return maq_form_get_section (row->measured->form, row->section);
}

static double
get_meant (const Row *row)
{
  if (row->bar < 0)
    return maq_cli_measured_get_meant (row->measured, row->section);
  return row->measured->meant == NULL
           ? MAQ_LOUDNESS_SILENCE
           : maq_curve_evaluate (row->measured->meant, get_place (row)->first_bar + row->bar + 0.5);
}

static double
get_tension (const Row *row)
{
  return row->bar < 0 ? maq_tension_get_section (row->measured->tension, row->section)
                      : maq_tension_get_bar (row->measured->tension, row->section, row->bar);
}

static MaqMeasure *
get_measure (const Row *row)
{
  return maq_cli_measured_get (row->measured, row->section);
}

static double
get_short_term (const Row *row)
{
  return row->bar < 0
           ? maq_measure_get_loudness (get_measure (row))->short_term_max_lufs
           : maq_measure_get_bar_maxima (get_measure (row), (guint) row->bar).short_term_lufs;
}

static double
get_momentary (const Row *row)
{
  return row->bar < 0
           ? maq_measure_get_loudness (get_measure (row))->momentary_max_lufs
           : maq_measure_get_bar_maxima (get_measure (row), (guint) row->bar).momentary_lufs;
}

static double
get_integrated (const Row *row)
{
  return maq_measure_get_loudness (get_measure (row))->integrated_lufs;
}

static double
get_range (const Row *row)
{
  return maq_measure_get_loudness (get_measure (row))->range_lu;
}

static const Column columns[] = {
  { "seconds", 2, get_seconds },
  { "energy", 2, get_energy },
  { "energy_meant", 2, get_meant },
  { "tension", 2, get_tension },
  { "loudness_lufs", 1, get_loudness },
  { "short_term_max_lufs", 1, get_short_term },
  { "momentary_max_lufs", 1, get_momentary },
  { "onsets_per_second", 2, get_onsets },
  { "centroid_hz", 0, get_centroid },
  { "width", 3, get_width },
  { "layers", 0, get_layers },
  { "register_key", 1, get_register },
  { "distance", 2, get_distance },
};

/* What bars are too short for. */
static const Column section_columns[] = {
  { "integrated_lufs", 1, get_integrated },
  { "range_lu", 1, get_range },
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

void
maq_cli_print_csv_text (const char *name)
{
  g_print ("\"");
  for (; *name != '\0'; name++)
    g_print (*name == '"' ? "\"\"" : "%c", *name);
  g_print ("\"");
}

static gboolean
has_turn (const Row         *row,
          const MaqTurnMark *mark)
{
  return mark->section == row->section && (row->bar < 0 || mark->bar == row->bar);
}

/* "anticipation:riser resolution:arrival" */
static void
print_csv_turns (const Row *row)
{
  const char *space = "";

  g_print (",\"");
  for (guint i = 0; i < maq_tension_get_n_marks (row->measured->tension); i++)
    {
      const MaqTurnMark *mark = maq_tension_get_mark (row->measured->tension, i);

      if (!has_turn (row, mark))
        continue;
      g_print ("%s%s:%s", space, turn_names[mark->turn], cause_names[mark->cause]);
      space = " ";
    }
  g_print ("\"");
}

/* How it differs from the section before. */
static void
print_csv_contrast (const Row *row)
{
  g_autofree char *sentence = row->section == 0
                                ? g_strdup ("")
                                : maq_cli_measured_dup_contrast (row->measured, row->section);

  g_print (",");
  maq_cli_print_csv_text (sentence);
}

static void
print_csv_columns (const Row    *row,
                   const Column *listed,
                   guint         n_listed)
{
  for (guint i = 0; i < n_listed; i++)
    {
      g_print (",");
      if (row == NULL)
        g_print ("%s", listed[i].name);
      else
        maq_cli_print_number (listed[i].get (row), listed[i].decimals, "");
    }
}

static void
print_csv_row (const Row *row)
{
  maq_cli_print_csv_text (maq_cli_measured_get_name (row->measured, row->section));
  g_print (",%d", get_place (row)->first_bar + MAX (row->bar, 0) + 1);
  print_csv_columns (row, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    {
      g_print (",");
      maq_cli_print_number (row->figures->band_db[i], 1, "");
    }
  if (row->bar < 0)
    print_csv_columns (row, section_columns, G_N_ELEMENTS (section_columns));
  print_csv_turns (row);
  if (row->bar < 0)
    print_csv_contrast (row);
  g_print ("\r\n");
}

static void
print_csv_head (gboolean bars)
{
  g_print (bars ? "section,bar" : "section,first_bar");
  print_csv_columns (NULL, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    g_print (",%s_db", maq_cli_band_names[i]);
  if (!bars)
    print_csv_columns (NULL, section_columns, G_N_ELEMENTS (section_columns));
  g_print (bars ? ",turns\r\n" : ",turns,contrast\r\n");
}

void
maq_cli_print_measures_csv (const MaqCliMeasured *self,
                            gboolean              bars)
{
  print_csv_head (bars);
  for (guint i = 0; i < self->measures->len; i++)
    {
      MaqMeasure *measure = maq_cli_measured_get (self, i);

      if (!bars)
        print_csv_row (&(Row) { self, maq_measure_get_whole (measure), i, -1 });
      for (guint bar = 0; bar < maq_measure_get_n_bars (measure) && bars; bar++)
        print_csv_row (&(Row) { self, maq_measure_get_bar (measure, bar), i, (int) bar });
    }
}

static void
print_json_columns (const Row    *row,
                    const Column *listed,
                    guint         n_listed)
{
  for (guint i = 0; i < n_listed; i++)
    {
      g_print (", \"%s\": ", listed[i].name);
      maq_cli_print_number (listed[i].get (row), listed[i].decimals, "null");
    }
}

static void
print_json_figures (const Row *row)
{
  print_json_columns (row, columns, G_N_ELEMENTS (columns));
  g_print (", \"bands_db\": {");
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    {
      g_print ("%s\"%s\": ", i > 0 ? ", " : "", maq_cli_band_names[i]);
      maq_cli_print_number (row->figures->band_db[i], 1, "null");
    }
  g_print ("}");
}

static void
print_json_turns (const Row *row)
{
  const char *comma = "";

  g_print (", \"turns\": [");
  for (guint i = 0; i < maq_tension_get_n_marks (row->measured->tension); i++)
    {
      const MaqTurnMark *mark = maq_tension_get_mark (row->measured->tension, i);

      if (!has_turn (row, mark))
        continue;
      g_print ("%s{\"bar\": %d, \"turn\": \"%s\", \"cause\": \"%s\"}", comma,
               get_place (row)->first_bar + mark->bar + 1, turn_names[mark->turn],
               cause_names[mark->cause]);
      comma = ", ";
    }
  g_print ("]");
}

static void
print_json_bars (const Row *section)
{
  MaqMeasure *measure = get_measure (section);

  g_print (", \"bars\": [");
  for (guint i = 0; i < maq_measure_get_n_bars (measure); i++)
    {
      const Row row = { section->measured, maq_measure_get_bar (measure, i), section->section,
                        (int) i };

      g_print ("%s\n      {\"bar\": %d", i > 0 ? "," : "",
               get_place (&row)->first_bar + row.bar + 1);
      print_json_figures (&row);
      g_print ("}");
    }
  g_print ("\n    ]");
}

static void
print_json_section (const Row *row,
                    gboolean   bars)
{
  g_print ("    {\"name\": ");
  maq_cli_print_json_text (maq_cli_measured_get_name (row->measured, row->section));
  g_print (", \"first_bar\": %d", get_place (row)->first_bar + 1);
  print_json_figures (row);
  print_json_columns (row, section_columns, G_N_ELEMENTS (section_columns));
  print_json_turns (row);
  if (row->section > 0)
    {
      g_autofree char *sentence = maq_cli_measured_dup_contrast (row->measured, row->section);

      g_print (", \"contrast\": ");
      maq_cli_print_json_text (sentence);
    }
  if (bars)
    print_json_bars (row);
  g_print ("}");
}

void
maq_cli_print_measures_json (const MaqCliMeasured *self,
                             gboolean              bars)
{
  g_print ("{\n  \"bands_are_of\": \"the mix\",\n  \"sections\": [\n");
  for (guint i = 0; i < self->measures->len; i++)
    {
      const Row row = { self, maq_measure_get_whole (maq_cli_measured_get (self, i)), i, -1 };

      print_json_section (&row, bars);
      g_print ("%s\n", i + 1 < self->measures->len ? "," : "");
    }
  g_print ("  ]\n}\n");
}
