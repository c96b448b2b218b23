/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-export-kinds.h"

G_BEGIN_DECLS

/** maq_export_bundle: (transfer full): all other kinds and the project, in one archive */
GBytes *maq_export_bundle (const MaqExportSource   *source,
                           const MaqExportOptions  *options,
                           GError                 **error);

G_END_DECLS
