/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord-number.h"
#include "maq-form.h"

G_BEGIN_DECLS

/* A chord as it stands on a chart: @place is 0.0 at the bar's start to below 1.0 */
typedef struct
{
  double       place;
  char        *text;
  MaqChordMark mark;
} MaqChartChord;

/* One bar: @signature is equal for bars that are read alike. */
typedef struct
{
  MaqMeter  meter;
  GArray   *chords;     /* MaqChartChord */
  char     *signature;
} MaqChartBar;

/* Bars that are written down once: @n_bars of them from @first_bar, played @times times;
 * the last @n_ending_bars are the first ending, and as many from the end of the second time
 * are the second one. */
typedef struct
{
  int first_bar;
  int n_bars;
  int times;
  int n_ending_bars;
} MaqChartRun;

/* (transfer full): the bars of a section; @semitones higher than the song */
GPtrArray *maq_chart_bars_new  (MaqForm          *form,
                                guint             section,
                                MaqChordNotation  notation,
                                int               semitones);
/* (transfer full) (element-type MaqChartRun): how they are best written down */
GArray    *maq_chart_bars_fold (GPtrArray        *bars);

G_END_DECLS
