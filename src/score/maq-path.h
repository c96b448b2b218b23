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
 * @section_end: the section at the other end of a selection; %MAQ_ID_NONE if it has but one
 * @layer_end: likewise the layer
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
  MaqId section_end;
  MaqId layer_end;
} MaqPath;

static inline gboolean
maq_path_equal (MaqPath a,
                MaqPath b)
{
  return a.song == b.song && a.arrangement == b.arrangement &&
         a.section == b.section && a.layer == b.layer &&
         a.section_end == b.section_end && a.layer_end == b.layer_end;
}

G_END_DECLS
