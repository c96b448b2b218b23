/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/*
 * Tables for spreadsheets, as RFC 4180 has them: commas, CRLF, cells in quotes
 * where they need them, UTF-8. A text that a spreadsheet would take for a
 * formula (it begins with =, +, - or @) gets an apostrophe before it, which
 * spreadsheets take for “this is text” (OWASP, CSV injection).
 */

/**
 * maq_export_csv_matrix:
 *
 * A row for each layer, a column for each section: its level, 0 where it is
 * out. The first rows say how many bars a section has, and where it begins.
 * The first cell says what plan it is.
 *
 * Returns: (transfer full): the table
 */
GBytes *maq_export_csv_matrix   (MaqHandoff *handoff) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_export_csv_schedule:
 *
 * A row for each time that a layer enters, leaves or changes its level: where,
 * who, and from which level to which. The last cell of each says what plan it is.
 *
 * Returns: (transfer full): the table
 */
GBytes *maq_export_csv_schedule (MaqHandoff *handoff) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_export_csv_inputs:
 *
 * A row for each input of the session, and for each layer that none of them records. Switches
 * are 1 or 0. The last cell of each says what plan it is.
 *
 * Returns: (transfer full): the table
 */
GBytes *maq_export_csv_inputs   (MaqHandoff *handoff) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
