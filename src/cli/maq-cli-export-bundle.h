/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-cli-export-kinds.h"

G_BEGIN_DECLS

/** maq_cli_export_bundle: (transfer full): everything that `export` writes, in one archive */
GBytes *maq_cli_export_bundle (const MaqCliExporting  *exporting,
                               GError                **error);

G_END_DECLS
