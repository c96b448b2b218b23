/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "maq-export-kinds.h"

G_BEGIN_DECLS

/**
 * MaqExportSketch:
 * @sheets: (nullable) (element-type MaqSheet): its pages, if it has some
 * @text: (nullable): its beginning, if it is read as text
 * @bytes: how large it is, if it has no pages
 *
 * A document as it will be, to be looked at before.
 */
typedef struct
{
  GPtrArray *sheets;
  char      *text;
  gsize      bytes;
} MaqExportSketch;

/**
 * maq_export_sketch_async:
 * @player: (nullable): for whom, where there is one for each; %NULL for all of them
 *
 * Makes a document in a worker, without writing it.
 */
void             maq_export_sketch_async  (MaqHandoff             *handoff,
                                           const MaqExportKind    *kind,
                                           const MaqExportOptions *options,
                                           const char             *player,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
/** maq_export_sketch_finish: (transfer full) (nullable): free with maq_export_sketch_free() */
MaqExportSketch *maq_export_sketch_finish (GAsyncResult           *result,
                                           GError                **error)
                                           G_GNUC_WARN_UNUSED_RESULT;
void             maq_export_sketch_free   (MaqExportSketch        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqExportSketch, maq_export_sketch_free)

G_END_DECLS
