/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

#define MAQ_FILE_PATTERN_ERROR (maq_file_pattern_error_quark ())

/** MaqFilePatternError: @MAQ_FILE_PATTERN_ERROR_UNKNOWN: there is no such thing to put in */
typedef enum
{
  MAQ_FILE_PATTERN_ERROR_UNKNOWN,
} MaqFilePatternError;

GQuark   maq_file_pattern_error_quark (void);

/** MAQ_FILE_PATTERN_DEFAULT: "01 Low Tide Guide", as maq_bundle_dup_file_name() has it */
#define MAQ_FILE_PATTERN_DEFAULT "{number} {title} {layer}"

/**
 * maq_file_pattern_check:
 * @pattern: names of files, with what is put in in braces: `{title}`, `{arrangement}`,
 *   `{version}`, `{number}`, `{layer}`, `{tempo}`
 * @error: %MAQ_FILE_PATTERN_ERROR_UNKNOWN
 */
gboolean maq_file_pattern_check (const char  *pattern,
                                 GError     **error);
/**
 * maq_file_pattern_expand:
 * @pattern: that passes maq_file_pattern_check()
 * @number: of the file
 * @layer: what is in it
 * @suffix: ".wav"
 *
 * The name of a file that any system takes, whatever is in the song: without folders, at most
 * %MAQ_BUNDLE_NAME_BYTES long. What is put in is not looked through for braces.
 */
char    *maq_file_pattern_expand (const char *pattern,
                                  MaqHandoff *handoff,
                                  guint       number,
                                  const char *layer,
                                  const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
