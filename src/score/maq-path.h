/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-id.h"

G_BEGIN_DECLS

/**
 * MaqPath:
 * @song: a song
 * @arrangement: an arrangement of it
 * @section: a section of that; with @layer: a part
 * @layer: a layer of that
 *
 * Names a place in a project by ids; %MAQ_ID_NONE where it says no more.
 * Passed by value.
 */
typedef struct
{
  MaqId song;
  MaqId arrangement;
  MaqId section;
  MaqId layer;
} MaqPath;

static inline gboolean
maq_path_equal (MaqPath a,
                MaqPath b)
{
  return a.song == b.song && a.arrangement == b.arrangement &&
         a.section == b.section && a.layer == b.layer;
}

G_END_DECLS
