/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-cli.h"
#include "maq-export-job.h"

G_BEGIN_DECLS

/* The sound files of `export`: guide mix, click, cues and stems in a folder. */

/** maq_cli_export_sound_entries: (array): their options, without an end */
extern const GOptionEntry maq_cli_export_sound_entries[];
extern const guint maq_cli_n_export_sound_entries;

/** maq_cli_export_sound_is_wanted: whether the command line asks for any; then -o names a folder */
gboolean   maq_cli_export_sound_is_wanted (void);
/**
 * maq_cli_export_sound_add:
 * @path: of the project
 * @folder: (nullable): where to, made if it is not there
 *
 * Adds what is asked for to @job, or complains.
 */
MaqCliExit maq_cli_export_sound_add       (MaqExportJob          *job,
                                           const char            *path,
                                           const char            *folder,
                                           gboolean               replaces);
/**
 * maq_cli_export_sound_put_inside:
 * @holds: what the documents that are asked for can have within them
 *
 * Puts what is asked for into @options, or complains of what has no place in any of them.
 */
MaqCliExit maq_cli_export_sound_put_inside (MaqExportHolds       holds,
                                           MaqExportOptions     *options);
/** maq_cli_export_sound_load: (nullable): what the band plays with; complains if there is none */
MaqSoundfont *maq_cli_export_sound_load   (MaqProject            *project,
                                           const char            *path) G_GNUC_WARN_UNUSED_RESULT;
/** maq_cli_export_sound_undo: removes the folder if it was made, and nothing is in it */
void       maq_cli_export_sound_undo      (void);

G_END_DECLS
