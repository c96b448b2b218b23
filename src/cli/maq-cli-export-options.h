/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-export-kinds.h"

G_BEGIN_DECLS

/**
 * MaqCliExportWishes:
 * @player: (nullable): whose sheet is to be written
 *
 * What `export` is told of how to write, as it is told.
 */
typedef struct
{
  char    *player;
  char    *paper;
  char    *notation;
  int      semitones;
  gboolean has_lyrics;
  gboolean has_parts;
  gboolean has_click;
  gboolean has_grids;
} MaqCliExportWishes;

void     maq_cli_export_wishes_clear (MaqCliExportWishes        *wishes);
/** maq_cli_export_wishes_add: adds the options that fill @wishes, a `GOptionEntry` each */
void     maq_cli_export_wishes_add   (MaqCliExportWishes        *wishes,
                                      GArray                    *entries);
/** maq_cli_export_wishes_read: %FALSE after complaining of one that can't be granted */
gboolean maq_cli_export_wishes_read  (const MaqCliExportWishes  *wishes,
                                      MaqExportOptions          *options);

G_END_DECLS
