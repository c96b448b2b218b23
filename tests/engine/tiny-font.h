/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TinyPreset: a sound of a tiny font */
typedef struct
{
  guint16 bank;
  guint16 program;
} TinyPreset;

/**
 * tiny_font_write:
 *
 * Writes a SoundFont of a few kilobytes into a temporary file: each preset is
 * the same endless sine.
 *
 * Returns: (transfer full): its path
 */
char *tiny_font_write (const TinyPreset *presets,
                       guint             n_presets);

G_END_DECLS
