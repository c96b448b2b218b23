/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/**
 * MaqCliExporting:
 * @handoff: what is handed on
 * @performance: (nullable): what the band plays, where the kind needs it
 * @path: of the file, whose suffix may say more of its kind
 * @has_parts: whether each layer is to have a part of its own where the kind knows parts
 * @has_click: whether there is to be a metronome in MIDI
 * @has_grids: whether ChordPro is to have bars in sections with words, too
 *
 * What the writers of all kinds of files get.
 */
typedef struct
{
  MaqHandoff     *handoff;
  MaqPerformance *performance;
  const char     *path;
  gboolean        has_parts;
  gboolean        has_click;
  gboolean        has_grids;
} MaqCliExporting;

/**
 * MaqCliExportKind:
 * @option: names it on the command line: "midi"
 * @suffixes: (array zero-terminated=1): by which --output knows it; none for one that
 *   has only its option
 * @plays: whether it needs the performance
 * @help: of the option
 * @write: (transfer full): the file, or %NULL with an error that names no path
 *
 * A kind of file that `export` writes.
 */
typedef struct
{
  const char *option;
  const char *suffixes[3];
  gboolean    plays;
  const char *help;
  GBytes   *(*write) (const MaqCliExporting *exporting,
                      GError               **error);
} MaqCliExportKind;

extern const MaqCliExportKind maq_cli_export_kinds[];
extern const guint maq_cli_n_export_kinds;

G_END_DECLS
