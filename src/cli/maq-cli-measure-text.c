/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-measure.h"

#include <glib/gi18n.h>

#include "maq-arc-shape.h"
#include "maq-cli.h"
#include "maq-contrast.h"

#define NAME_COLUMNS 16

const char *
maq_cli_measured_get_name (const MaqCliMeasured *self,
                           guint                 section)
{
  return maq_section_get_name (maq_form_get_section (self->form, section)->section);
}

MaqMeasure *
maq_cli_measured_get (const MaqCliMeasured *self,
                      guint                 section)
{
  return g_ptr_array_index (self->measures, section);
}

double
maq_cli_measured_get_meant (const MaqCliMeasured *self,
                            guint                 section)
{
  return self->meant == NULL
           ? MAQ_LOUDNESS_SILENCE
           : maq_arc_get_mean (self->meant, maq_form_get_section (self->form, section));
}

char *
maq_cli_measured_dup_contrast (const MaqCliMeasured *self,
                               guint                 section)
{
  MaqContrast contrast
    = maq_contrast_get (maq_measure_get_whole (maq_cli_measured_get (self, section - 1)),
                        maq_measure_get_whole (maq_cli_measured_get (self, section)));

  return maq_contrast_dup_sentence (&contrast, self->arrangement, section - 1, section);
}

/* A number, or a dash where there is none. */
static void
print_figure (double value,
              int    n_columns)
{
  if (maq_loudness_is_silence (value))
    g_print ("  %*s–", n_columns - 1, "");
  else
    g_print ("  %*.1f", n_columns, value);
}

static void
print_change (const MaqFigures *before,
              const MaqFigures *now)
{
  if (before == NULL || maq_loudness_is_silence (before->loudness_lufs)
      || maq_loudness_is_silence (now->loudness_lufs))
    g_print ("%7s", "");
  else
    g_print (" %+6.1f", now->loudness_lufs - before->loudness_lufs);
}

void
maq_cli_print_measures_text (const MaqCliMeasured *self)
{
  const MaqFigures *before = NULL;

  g_print ("%s\n", _("Section            Time  Meant  Energy  Tension    LUFS   ± LU  Onsets/s    "
                     "Bright Width  Layers  Distance"));
  for (guint i = 0; i < self->measures->len; i++)
    {
      const MaqFigures *now = maq_measure_get_whole (maq_cli_measured_get (self, i));
      g_autofree char *name = maq_cli_dup_fit (maq_cli_measured_get_name (self, i), NAME_COLUMNS);
      g_autofree char *time
        = maq_cli_dup_time (maq_form_get_section (self->form, i)->start_seconds);

      g_print ("%s  %5s", name, time);
      print_figure (maq_cli_measured_get_meant (self, i), 5);
      print_figure (now->energy, 6);
      print_figure (maq_tension_get_section (self->tension, i), 7);
      print_figure (now->loudness_lufs, 6);
      print_change (before, now);
      g_print ("  %8.1f  %5.0f Hz  %4.2f  %6u  %8.2f\n", now->onsets_per_second,
               now->centroid_hz, now->width, now->n_layers, now->distance);
      before = now;
    }
}

void
maq_cli_print_loudness (const MaqCliMeasured *self)
{
  g_print ("\n%s\n", _("Section           Integrated  Loudest 3 s  Loudest 0.4 s  Range"));
  for (guint i = 0; i < self->measures->len; i++)
    {
      const MaqLoudnessFigures *loudness
        = maq_measure_get_loudness (maq_cli_measured_get (self, i));
      g_autofree char *name = maq_cli_dup_fit (maq_cli_measured_get_name (self, i), NAME_COLUMNS);

      g_print ("%s", name);
      print_figure (loudness->integrated_lufs, 10);
      print_figure (loudness->short_term_max_lufs, 11);
      print_figure (loudness->momentary_max_lufs, 13);
      print_figure (loudness->range_lu, 5);
      g_print ("\n");
    }
}

void
maq_cli_print_contrast (const MaqCliMeasured *self)
{
  g_print ("\n");
  for (guint i = 1; i < self->measures->len; i++)
    {
      g_autofree char *name = maq_cli_dup_fit (maq_cli_measured_get_name (self, i), NAME_COLUMNS);
      g_autofree char *sentence = maq_cli_measured_dup_contrast (self, i);

      g_print ("%s  %s\n", name, sentence);
    }
}

void
maq_cli_print_turns (const MaqCliMeasured *self)
{
  guint n_turns = maq_tension_get_n_marks (self->tension);

  g_print ("\n");
  for (guint i = 0; i < n_turns; i++)
    {
      const MaqTurnMark *mark = maq_tension_get_mark (self->tension, i);
      int bar = maq_form_get_section (self->form, mark->section)->first_bar + mark->bar + 1;
      g_autofree char *name = maq_cli_dup_fit (maq_cli_measured_get_name (self, mark->section),
                                               NAME_COLUMNS);
      g_autofree char *words = maq_turn_mark_dup_text (mark);

      /* Translators: a section, a bar of the song, and what turn the song takes there */
      g_print (_("%s  bar %3d  %s"), name, bar, words);
      g_print ("\n");
    }
  if (n_turns == 0)
    g_print ("%s\n", _("Nothing prepares, surprises or resolves."));
}
