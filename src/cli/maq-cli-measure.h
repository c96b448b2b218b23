/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-balance.h"
#include "maq-form.h"
#include "maq-measure.h"

G_BEGIN_DECLS

/** maq_cli_print_measures_text: a table for people, with what the contrast to the section before is */
void maq_cli_print_measures_text (MaqForm   *form,
                                  GPtrArray *measures);
/** maq_cli_print_contrast: a sentence for each section: how it differs from the one before */
void maq_cli_print_contrast      (MaqForm        *form,
                                  MaqArrangement *arrangement,
                                  GPtrArray      *measures);
/** maq_cli_print_loudness: integrated, loudest and range of each section, for people */
void maq_cli_print_loudness      (MaqForm   *form,
                                  GPtrArray *measures);
/** maq_cli_print_measures_csv: a row for each section, or for each bar if @bars (RFC 4180) */
void maq_cli_print_measures_csv  (MaqForm   *form,
                                  GPtrArray *measures,
                                  gboolean   bars);
/** maq_cli_print_measures_json: an object with a list of sections, and their bars if @bars (RFC 8259) */
void maq_cli_print_measures_json (MaqForm   *form,
                                  GPtrArray *measures,
                                  gboolean   bars);

/** maq_cli_print_balances_text: who holds which share of which band, and what is crowded */
void maq_cli_print_balances_text (MaqForm   *form,
                                  GPtrArray *balances);
/** maq_cli_print_balances_csv: a row for each layer in each section */
void maq_cli_print_balances_csv  (MaqForm   *form,
                                  GPtrArray *balances);
/** maq_cli_print_balances_json: an object with a list of sections, each with its layers */
void maq_cli_print_balances_json (MaqForm   *form,
                                  GPtrArray *balances);

/** maq_cli_band_names: names of the bands in files */
extern const char *const maq_cli_band_names[MAQ_N_FREQUENCY_BANDS];
/** maq_cli_print_number: without a locale's comma; @otherwise where there is nothing to tell */
void maq_cli_print_number        (double      value,
                                  int         decimals,
                                  const char *otherwise);
void maq_cli_print_csv_text      (const char *text);

G_END_DECLS
