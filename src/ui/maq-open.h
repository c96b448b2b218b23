/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-document.h"
#include "maq-import-report.h"

G_BEGIN_DECLS

/*
 * Opens whatever Maquette can read: projects as they are, charts as new
 * documents with a band on them.
 */

void         maq_open_async       (GFile               *file,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
/** maq_open_finish: (transfer full): the document, or %NULL with a sentence for the user */
MaqDocument *maq_open_finish      (GAsyncResult        *result,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_open_steal_report: (transfer full) (nullable): what opening a chart had to guess; once */
MaqImportReport *maq_open_steal_report (MaqDocument      *document) G_GNUC_WARN_UNUSED_RESULT;
/** maq_open_dup_example: (transfer full) (nullable): the song that comes with the program */
GFile       *maq_open_dup_example (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
