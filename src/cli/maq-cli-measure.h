/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-balance.h"
#include "maq-curve.h"
#include "maq-form.h"
#include "maq-measure.h"
#include "maq-tension.h"

G_BEGIN_DECLS

/**
 * MaqCliMeasured:
 * @measures: (element-type MaqMeasure): of the sections
 * @meant: (nullable): the arc of energy in bars, if one is drawn
 *
 * What is reported, with the arrangement that it was measured of.
 */
typedef struct
{
  MaqForm        *form;
  MaqArrangement *arrangement;
  GPtrArray      *measures;
  MaqTension     *tension;
  MaqCurve       *meant;
} MaqCliMeasured;

/* maq-cli-measure-text.c */
const char *maq_cli_measured_get_name     (const MaqCliMeasured *self,
                                           guint                 section);
MaqMeasure *maq_cli_measured_get          (const MaqCliMeasured *self,
                                           guint                 section);
/** maq_cli_measured_get_meant: mean of the arc of energy; %MAQ_LOUDNESS_SILENCE for none */
double      maq_cli_measured_get_meant    (const MaqCliMeasured *self,
                                           guint                 section);
/** maq_cli_measured_dup_contrast: in words, how a section from 1 on differs from the one before */
char       *maq_cli_measured_dup_contrast (const MaqCliMeasured *self,
                                           guint                 section) G_GNUC_WARN_UNUSED_RESULT;
/** maq_cli_print_measures_text: a table for people, a row for each section */
void        maq_cli_print_measures_text   (const MaqCliMeasured *self);
/** maq_cli_print_contrast: a sentence for each section: how it differs from the one before */
void        maq_cli_print_contrast        (const MaqCliMeasured *self);
/** maq_cli_print_loudness: integrated, loudest and range of each section, for people */
void        maq_cli_print_loudness        (const MaqCliMeasured *self);
/** maq_cli_print_turns: where something is prepared, surprises or resolves, for people */
void        maq_cli_print_turns           (const MaqCliMeasured *self);

/* maq-cli-measure-table.c */
/** maq_cli_print_measures_csv: a row for each section, or for each bar if @bars (RFC 4180) */
void        maq_cli_print_measures_csv    (const MaqCliMeasured *self,
                                           gboolean              bars);
/** maq_cli_print_measures_json: an object with a list of sections, and their bars if @bars (RFC 8259) */
void        maq_cli_print_measures_json   (const MaqCliMeasured *self,
                                           gboolean              bars);

/* maq-cli-measure-balance.c */
/** maq_cli_print_balances_text: who holds which share of which band, and what is crowded */
void maq_cli_print_balances_text (MaqForm   *form,
                                  GPtrArray *balances);
/** maq_cli_print_balances_csv: a row for each layer in each section */
void maq_cli_print_balances_csv  (MaqForm   *form,
                                  GPtrArray *balances);
/** maq_cli_print_balances_json: an object with a list of sections, each with its layers */
void maq_cli_print_balances_json (MaqForm   *form,
                                  GPtrArray *balances);

/* maq-cli-measure-table.c, for all of them */
/** maq_cli_band_names: names of the bands in files */
extern const char *const maq_cli_band_names[MAQ_N_FREQUENCY_BANDS];
/** maq_cli_print_number: without a locale's comma; @otherwise where there is nothing to tell */
void maq_cli_print_number        (double      value,
                                  int         decimals,
                                  const char *otherwise);
void maq_cli_print_csv_text      (const char *text);

G_END_DECLS
