/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-import-report.h"

G_BEGIN_DECLS

/**
 * import_text_decode:
 * @error: %MAQ_IMPORT_ERROR_TOO_LARGE or %MAQ_IMPORT_ERROR_NOT_TEXT
 *
 * Makes UTF-8 of what people save: with or without a byte order mark, UTF-16,
 * Latin-1; line ends of all systems become "\n".
 *
 * Returns: (transfer full): valid UTF-8, or %NULL
 */
char     *import_text_decode  (GBytes           *bytes,
                               MaqImportReport  *report,
                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * import_text_clean:
 * @max_bytes: where to cut, between two characters
 *
 * Leaves out what no file may hold (control characters), runs white space
 * together and trims it. Line ends stay when @keep_lines.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
char     *import_text_clean   (const char       *text,
                               gsize             max_bytes,
                               gboolean          keep_lines) G_GNUC_WARN_UNUSED_RESULT;

/** import_text_parse_number: a number at or after the start of @text; -1 if there is none */
double    import_text_parse_number (const char  *text);

G_END_DECLS
