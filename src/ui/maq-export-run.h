/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "maq-export-choice.h"

G_BEGIN_DECLS

/**
 * MaqExportRun:
 *
 * The writing of all that was chosen, in a worker. It holds the program: who ends it waits
 * until no half file is left behind. Referenced; belongs to the main thread.
 */
typedef struct _MaqExportRun MaqExportRun;

/** MaqExportRunFunc: it has ended; (nullable) @error: why nothing was written */
typedef void (*MaqExportRunFunc) (const GError *error,
                                  gpointer      user_data);

/**
 * maq_export_run_start:
 * @player: (nullable): for whom, where there is one for each; %NULL for all of them
 * @font: (nullable): what the band plays with; %NULL for the system's
 * @user_data: an object; kept alive meanwhile
 *
 * Returns: (transfer full): it
 */
MaqExportRun *maq_export_run_start        (GApplication     *application,
                                           MaqExportChoice  *choice,
                                           MaqHandoff       *handoff,
                                           const char       *player,
                                           const char       *folder,
                                           MaqSoundfont     *font,
                                           MaqExportRunFunc  func,
                                           GObject          *user_data) G_GNUC_WARN_UNUSED_RESULT;
void          maq_export_run_unref        (MaqExportRun     *self);
/** maq_export_run_cancel: nothing is written; it ends soon, with %G_IO_ERROR_CANCELLED */
void          maq_export_run_cancel       (MaqExportRun     *self);
/** maq_export_run_get_fraction: how much is done, 0.0 to 1.0 */
double        maq_export_run_get_fraction (MaqExportRun     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqExportRun, maq_export_run_unref)

G_END_DECLS
