/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "maq-id.h"

G_BEGIN_DECLS

/**
 * MaqLoop:
 * @first: the section it begins in
 * @first_bar: bars of that section before it
 * @last: the section it ends in
 * @end_bar: bars of that section up to its end; 0 for all of them
 */
typedef struct
{
  MaqId first;
  int   first_bar;
  MaqId last;
  int   end_bar;
} MaqLoop;

/**
 * MaqSight:
 * @px_per_bar: how large a bar is drawn, in pixels; 0 if the whole song is fitted into the window
 * @first_bar: where the view begins, in bars from the start of the song
 * @scroll_px: how far down it is scrolled, in pixels
 *
 * What of a song is in view.
 */
typedef struct
{
  double px_per_bar;
  double first_bar;
  int    scroll_px;
} MaqSight;

/**
 * MaqHere:
 * @section: %MAQ_ID_NONE for the start of the song
 * @ticks: from the start of that section
 *
 * Where the playhead stands.
 */
typedef struct
{
  MaqId  section;
  double ticks;
} MaqHere;

/**
 * MaqView:
 * @loop: what is repeated; nothing without a first section
 * @sight: what is in view
 * @here: where the playhead stands
 * @section: what is selected, %MAQ_ID_NONE for no section
 * @layer: what is selected, %MAQ_ID_NONE for no layer
 * @folded: (nullable): names of the groups of layers that are folded
 *
 * How one looks at a song and listens to it: no part of the plan.
 */
typedef struct
{
  MaqLoop  loop;
  MaqSight sight;
  MaqHere  here;
  MaqId    section;
  MaqId    layer;
  GStrv    folded;
} MaqView;

void     maq_view_clear      (MaqView       *view);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaqView, maq_view_clear)

/** MAQ_VIEW_STORE_MAX: files whose views are kept, those that were changed last */
#define MAQ_VIEW_STORE_MAX 200

/**
 * maq_view_store_keep:
 * @view: one that shows everything, with the playhead at the start and nothing selected or
 *   repeated, takes no place
 *
 * Keeps how the song of a file is looked at. It stands in the state directory of the user and
 * not in the file.
 */
void     maq_view_store_keep (GFile         *file,
                              const MaqView *view);
/**
 * maq_view_store_find:
 * @view: (out caller-allocates): only its numbers are checked; its loop and its place may name what is gone
 *
 * Returns: %FALSE if nothing is kept
 */
gboolean maq_view_store_find (GFile         *file,
                              MaqView       *view);

G_END_DECLS
