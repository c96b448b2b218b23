/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-import-report.h"
#include "maq-project.h"

G_BEGIN_DECLS

#define MAQ_IMPORT_ERROR (maq_import_error_quark ())

/**
 * MaqImportError:
 * @MAQ_IMPORT_ERROR_UNKNOWN: no format that is known
 * @MAQ_IMPORT_ERROR_NOT_TEXT: bytes that are no text
 * @MAQ_IMPORT_ERROR_TOO_LARGE: more than a chart can be
 * @MAQ_IMPORT_ERROR_EMPTY: no music in it
 * @MAQ_IMPORT_ERROR_INVALID: music that goes beyond what a project holds
 *
 * Why no project comes out of a file. The message is "LINE: what is wrong and
 * what to do", or the sentence alone where it is about the whole file.
 */
typedef enum
{
  MAQ_IMPORT_ERROR_UNKNOWN,
  MAQ_IMPORT_ERROR_NOT_TEXT,
  MAQ_IMPORT_ERROR_TOO_LARGE,
  MAQ_IMPORT_ERROR_EMPTY,
  MAQ_IMPORT_ERROR_INVALID,
} MaqImportError;

/** MAQ_IMPORT_MAX_BYTES: bytes of a file that are looked at: 4 MiB */
#define MAQ_IMPORT_MAX_BYTES (4 << 20)

GQuark           maq_import_error_quark     (void);

/**
 * maq_import_bytes:
 * @bytes: a chart in a format that can be read
 * @filename: (nullable): its name: gives a title to a song that has none
 * @report: (nullable): takes what had to be guessed or left out
 * @error: a #MaqImportError
 *
 * Makes a project of a chart, with the default band on it. What comes out
 * passes maq_check(); the same bytes always give the same project. May be
 * called from any thread.
 *
 * Returns: (transfer full): the project, or %NULL
 */
MaqProject      *maq_import_bytes           (GBytes           *bytes,
                                             const char       *filename,
                                             MaqImportReport  *report,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
