/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-move-private.h"

G_BEGIN_DECLS

/*
 * A bar of a section that is put together from bars of others: @bar of
 * @source, a section with everything that it takes over; -1 is a new bar, in
 * which the chord before sounds on.
 */
typedef struct
{
  MaqSection *source;
  int         bar;
} MaqMoveBar;

/*
 * @model with other bars: chords, odd bars, lyrics and the bars in which
 * layers play are those of @bars. What the parts play is that of the first
 * source that has them in. @song_meter holds where a source states none.
 */
MaqSection     *maq_move_rebar          (MaqSection       *model,
                                         MaqMeter          song_meter,
                                         const MaqMoveBar *bars,
                                         guint             n_bars);

/* Takes remarks and arc points of @section in bars from @from on @by bars later, within @to. */
MaqArrangement *maq_move_shift_anchors  (MaqArrangement   *arrangement,
                                         MaqId             section,
                                         int               from,
                                         int               by,
                                         MaqId             to);

/* @section as a follower of the one it follows that states only what differs from it */
MaqSection     *maq_move_compact        (MaqArrangement   *arrangement,
                                         MaqSection       *section);

/* Its followers go their own ways and sound as before. */
MaqArrangement *maq_move_free_followers (MaqArrangement   *arrangement,
                                         MaqId             section);

G_END_DECLS
