/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-project.h"

G_BEGIN_DECLS

/** MaqCliExit: what the program leaves to the shell */
typedef enum
{
  MAQ_CLI_OK = 0,
  MAQ_CLI_PROBLEM = 1,    /* a file, or what is in it */
  MAQ_CLI_USAGE = 2,      /* the command line */
  MAQ_CLI_CANCELLED = 130 /* Ctrl+C */
} MaqCliExit;

/** MaqCliFunc: a command; @argv begins with its name and ends with %NULL */
typedef MaqCliExit (*MaqCliFunc) (int    argc,
                                  char **argv);

MaqCliExit maq_cli_check  (int    argc,
                           char **argv);
MaqCliExit maq_cli_export (int    argc,
                           char **argv);
MaqCliExit maq_cli_follow (int    argc,
                           char **argv);
MaqCliExit maq_cli_import (int    argc,
                           char **argv);
MaqCliExit maq_cli_info   (int    argc,
                           char **argv);
MaqCliExit maq_cli_measure (int   argc,
                            char **argv);
MaqCliExit maq_cli_new    (int    argc,
                           char **argv);
MaqCliExit maq_cli_render (int    argc,
                           char **argv);
MaqCliExit maq_cli_review (int    argc,
                           char **argv);
MaqCliExit maq_cli_styles (int    argc,
                           char **argv);

/**
 * MaqCliUsage:
 * @parameters: what comes after the options: "FILE…"
 * @summary: what the command does
 * @examples: lines of examples
 * @entries: its options
 *
 * What `--help` says of a command.
 */
typedef struct
{
  const char         *parameters;
  const char         *summary;
  const char         *examples;
  const GOptionEntry *entries;
} MaqCliUsage;

/**
 * maq_cli_parse:
 * @argc: (inout): what is left of the arguments, with the name of the command
 * @exit_code: (out): what to leave with, if %FALSE is returned
 *
 * Reads options, answers `--help`, complains about what it does not know.
 *
 * Returns: whether to go on
 */
gboolean   maq_cli_parse           (const MaqCliUsage  *usage,
                                    int                *argc,
                                    char             ***argv,
                                    MaqCliExit         *exit_code);
/** maq_cli_usage_error: says what is wrong with the command line, and where help is */
MaqCliExit maq_cli_usage_error     (const char         *command,
                                    const char         *format,
                                    ...) G_GNUC_PRINTF (2, 3);

/**
 * maq_cli_complain:
 * @path: (nullable): the file it is about
 * @message: a sentence, with "LINE: " before it where a line is known
 *
 * Writes "file:line: what is wrong and what to do" to standard error.
 */
void       maq_cli_complain        (const char         *path,
                                    const char         *message);

/** maq_cli_complain_whole: the same with a message that names its file itself */
void       maq_cli_complain_whole  (const char         *message);

/** maq_cli_read: (nullable): a file, "-" for standard input; complains if it cannot be read */
GBytes    *maq_cli_read            (const char         *path) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_cli_load:
 * @path: a project, or a chart that can be imported; "-" reads standard input
 * @shows_notes: whether to tell what had to be guessed in a chart
 *
 * Returns: (transfer full): the project, or %NULL after complaining
 */
MaqProject *maq_cli_load           (const char         *path,
                                    gboolean            shows_notes) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_cli_check_file:
 *
 * Complains about everything that is wrong with a project, or with a chart
 * that is imported, up to a number that can be read.
 *
 * Returns: whether all is well
 */
gboolean   maq_cli_check_file      (const char         *path);
/** maq_cli_may_write: whether nothing stands in the way, or only what may be replaced; complains */
gboolean   maq_cli_may_write       (const char         *path,
                                    gboolean            replaces);
/** maq_cli_print_adapted: where styles play in meters that they do not know, after @before */
void       maq_cli_print_adapted   (MaqSong            *song,
                                    MaqArrangement     *arrangement,
                                    const char         *before);
/** maq_cli_save: writes a project, or complains; "-" writes to standard output */
gboolean   maq_cli_save            (MaqProject         *project,
                                    const char         *path,
                                    gboolean            replaces);

/** maq_cli_save_bytes: the same with any bytes */
gboolean   maq_cli_save_bytes      (GBytes             *bytes,
                                    const char         *path,
                                    gboolean            replaces);

/** maq_cli_dup_time: (transfer full): "3:41" */
char      *maq_cli_dup_time        (double              seconds) G_GNUC_WARN_UNUSED_RESULT;
/** maq_cli_dup_fit: (transfer full): @name in so many columns of a terminal, cut if it is longer */
char      *maq_cli_dup_fit         (const char         *name,
                                    int                 n_columns) G_GNUC_WARN_UNUSED_RESULT;

/** maq_cli_print_json_text: a text in quotes, with what JSON does not allow in it escaped (RFC 8259) */
void       maq_cli_print_json_text (const char         *text);

/** maq_cli_progress_cb: a #MaqAudioProgress that draws a bar where there is a terminal */
void       maq_cli_progress_cb     (double              fraction,
                                    gpointer            user_data);
/** maq_cli_progress_done: clears the bar away */
void       maq_cli_progress_done   (void);
/** maq_cli_get_cancellable: (transfer none): is cancelled by Ctrl+C from now on */
GCancellable *maq_cli_get_cancellable (void);

G_END_DECLS
