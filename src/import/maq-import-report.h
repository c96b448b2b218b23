/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqImportReport:
 *
 * What an importer had to guess or leave out, in the order in which it came
 * upon it: "12: “Hm7” is no chord that is known; it is kept as a remark".
 */
typedef struct _MaqImportReport MaqImportReport;

/** MAQ_IMPORT_REPORT_MAX: notes that are kept word for word; more are only counted */
#define MAQ_IMPORT_REPORT_MAX 200

MaqImportReport *maq_import_report_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void             maq_import_report_free      (MaqImportReport *self);
/** maq_import_report_add: @self: (nullable); @line: from 1, or 0 for the whole file */
void             maq_import_report_add       (MaqImportReport *self,
                                              guint            line,
                                              const char      *format,
                                              ...) G_GNUC_PRINTF (3, 4);
/** maq_import_report_get_n_notes: how many are kept */
guint            maq_import_report_get_n_notes (MaqImportReport *self);
/** maq_import_report_get_n_more: how many came after those that are kept */
guint            maq_import_report_get_n_more (MaqImportReport *self);
/** maq_import_report_get_line: from 1, or 0 where a note is about the whole file */
guint            maq_import_report_get_line  (MaqImportReport *self,
                                              guint            index);
/** maq_import_report_get_text: (transfer none): a sentence, without the line */
const char      *maq_import_report_get_text  (MaqImportReport *self,
                                              guint            index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqImportReport, maq_import_report_free)

G_END_DECLS
