/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-export-job.h"

G_BEGIN_DECLS

#define MAQ_TYPE_EXPORT_FILES (maq_export_files_get_type ())

/**
 * MaqExportFiles:
 *
 * The files that an export will write, with a sign at those that are there already.
 */
G_DECLARE_FINAL_TYPE (MaqExportFiles, maq_export_files, MAQ, EXPORT_FILES, AdwBin)

GtkWidget *maq_export_files_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_export_files_show: returns how many of them are there already */
guint      maq_export_files_show (MaqExportFiles *self,
                                  MaqExportJob   *job);

G_END_DECLS
