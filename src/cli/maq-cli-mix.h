/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-cli.h"
#include "maq-measure.h"
#include "maq-render.h"

G_BEGIN_DECLS

/**
 * maq_cli_write_mix:
 * @path: .flac, .wav or .opus
 * @replaces: whether a file that is there already may go
 * @is_quiet: whether to keep length, loudness and peak to itself
 *
 * Renders a performance into a file, with a progress bar; complains if it cannot.
 */
MaqCliExit maq_cli_write_mix      (const char             *path,
                                   MaqSoundfont           *font,
                                   MaqPerformance         *performance,
                                   const MaqRenderOptions *options,
                                   gboolean                replaces,
                                   gboolean                is_quiet);
/** maq_cli_load_soundfont: (nullable) @path: the one to play with; complains if there is none */
MaqSoundfont *maq_cli_load_soundfont (const char          *path) G_GNUC_WARN_UNUSED_RESULT;
/** maq_cli_load_song_soundfont: (nullable) @wanted: rather than the one that the project at @path asks for */
MaqSoundfont *maq_cli_load_song_soundfont (const char     *wanted,
                                           MaqProject     *project,
                                           const char     *path) G_GNUC_WARN_UNUSED_RESULT;
/** maq_cli_measure_progress_cb: a #MaqMeasureProgress that draws a bar where there is a terminal */
void       maq_cli_measure_progress_cb (guint             done,
                                        guint             total,
                                        guint             index,
                                        MaqMeasure       *measure,
                                        gpointer          user_data);
/** maq_cli_report_failure: (nullable) @path: the file it is about; complains about @error, or says that it was cancelled */
MaqCliExit maq_cli_report_failure (const char             *path,
                                   const GError           *error);

G_END_DECLS
