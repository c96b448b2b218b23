/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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
/** maq_cli_print_measures_csv: a row for each section, or for each bar if @bars (RFC 4180) */
void maq_cli_print_measures_csv  (MaqForm   *form,
                                  GPtrArray *measures,
                                  gboolean   bars);
/** maq_cli_print_measures_json: an object with a list of sections, and their bars if @bars (RFC 8259) */
void maq_cli_print_measures_json (MaqForm   *form,
                                  GPtrArray *measures,
                                  gboolean   bars);

G_END_DECLS
