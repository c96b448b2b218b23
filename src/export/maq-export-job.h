/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-export-kinds.h"
#include "maq-export-sound.h"

G_BEGIN_DECLS

/**
 * MaqExportJob:
 *
 * Which documents are to be written, how, and into which files. Nothing is written before
 * maq_export_job_run(), and then all or nothing. Belongs to one thread at a time.
 */
typedef struct _MaqExportJob MaqExportJob;

/**
 * MaqExportProgress:
 * @fraction: how much is done, 0.0 to 1.0
 *
 * Called on the thread that writes.
 */
typedef void (*MaqExportProgress) (double   fraction,
                                   gpointer user_data);

MaqExportJob *maq_export_job_new           (const MaqExportSource   *source)
                                            G_GNUC_WARN_UNUSED_RESULT;
void          maq_export_job_free          (MaqExportJob            *self);

/**
 * maq_export_job_add:
 * @which: (nullable): one of what the kind lists; %NULL for a kind that does not
 * @path: of the file, its suffix says as what pages are written; not that of another
 */
void          maq_export_job_add           (MaqExportJob            *self,
                                            const MaqExportKind     *kind,
                                            const MaqExportOptions  *options,
                                            const char              *which,
                                            const char              *path);
/**
 * maq_export_job_add_to_folder:
 * @kind: kinds of sound go into one folder and have one suffix, the last one's
 * @which: (nullable): one of what the kind lists; %NULL for all of them
 * @suffix: one of the kind's
 *
 * Adds a document, or all of a kind that lists several, as files whose names sort in the
 * order in which they were added.
 */
void          maq_export_job_add_to_folder (MaqExportJob            *self,
                                            const MaqExportKind     *kind,
                                            const MaqExportOptions  *options,
                                            const char              *which,
                                            const char              *suffix,
                                            const char              *folder);

/**
 * maq_export_job_set_sound:
 * @wish: copied, but for its number of files before
 * @folder: that is there when the job runs
 * @error: as of maq_export_sound_new()
 *
 * Adds all its sound files, in place of those that are there.
 */
gboolean      maq_export_job_set_sound     (MaqExportJob            *self,
                                            const MaqSoundWish      *wish,
                                            const char              *folder,
                                            GError                 **error);

guint         maq_export_job_get_n_files   (MaqExportJob            *self);
/** maq_export_job_get_path: (transfer none): where file @i will be */
const char   *maq_export_job_get_path      (MaqExportJob            *self,
                                            guint                    i);

/**
 * maq_export_job_get_sound_error: (transfer none) (nullable):
 *
 * Why what was added as sound can't be written, a sentence that says what to do; %NULL if all is
 * well. No file of sound is among those of the job then, and maq_export_job_run() fails with it.
 */
const GError *maq_export_job_get_sound_error (MaqExportJob         *self);

/** maq_export_job_is_there: whether there is something where file @i will be */
gboolean      maq_export_job_is_there      (MaqExportJob            *self,
                                            guint                    i);

/**
 * maq_export_job_run:
 * @cancellable: (nullable): leaves everything as it was
 * @progress: (nullable) (scope call): told how far it is
 * @error: a sentence that begins with the path it is about, %G_IO_ERROR_CANCELLED
 *
 * Writes all files, replacing what is there; if one can't be made, none. May take some
 * seconds: call it in a worker.
 */
gboolean      maq_export_job_run           (MaqExportJob            *self,
                                            GCancellable            *cancellable,
                                            MaqExportProgress        progress,
                                            gpointer                 user_data,
                                            GError                 **error);

/** maq_export_job_get_stem_gain: after it has run: maq_export_sound_get_stem_gain(); 0 without sound */
double        maq_export_job_get_stem_gain (MaqExportJob            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqExportJob, maq_export_job_free)

G_END_DECLS
