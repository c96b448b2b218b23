/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord-number.h"
#include "maq-handoff.h"
#include "maq-sheet.h"

G_BEGIN_DECLS

/**
 * MaqChartOptions:
 * @paper: what it is printed on
 * @notation: chords as names, Roman numerals or Nashville numbers
 * @semitones: how much higher chords are written than they sound, -11 to 11: 2 for
 *   instruments in B flat, 9 in E flat, -n for a capo in fret n
 * @has_lyrics: whether words stand under their bars
 */
typedef struct
{
  MaqPaper         paper;
  MaqChordNotation notation;
  int              semitones;
  gboolean         has_lyrics;
} MaqChartOptions;

/**
 * maq_chart_sheet_new:
 *
 * The chords, section by section, four bars to a line: repeats and first and second endings
 * where bars are alike, pushes, holds and stabs, odd bars, who comes in and who leaves, how
 * the section ends, and words if wanted. Sections without chords have empty bars.
 *
 * Returns: (transfer full): the chart
 */
MaqSheet *maq_chart_sheet_new (MaqHandoff            *handoff,
                               const MaqChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
