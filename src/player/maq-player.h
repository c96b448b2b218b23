/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "maq-performance.h"
#include "maq-soundfont.h"
#include "maq-transport-state.h"

G_BEGIN_DECLS

#define MAQ_TYPE_PLAYER (maq_player_get_type ())

/**
 * MaqPlayer:
 *
 * Lets performances be heard: the engine, and the way to the loudspeakers.
 *
 * Everything happens on the main thread and returns at once. The SoundFont
 * loads in a worker; whatever is asked for before it is there is done when it
 * is. Properties, all but #MaqPlayer:soundfont notified when they change:
 *
 * - "ready" (boolean, read): whether a SoundFont is there and sound is made
 * - "playing" (boolean): whether the song moves on, false again at its end
 * - "metronome", "count-in" (boolean)
 * - "gain" (double, dB, -60 to 12): master volume
 * - "message" (string, nullable, read): what hinders hearing anything or the
 *   right sounds, as a sentence for the user, such as a missing sound device;
 *   %NULL when all is well. The song moves on silently meanwhile.
 *
 * Position and peaks change all the time and are asked for, once a frame.
 */
G_DECLARE_FINAL_TYPE (MaqPlayer, maq_player, MAQ, PLAYER, GObject)

MaqPlayer      *maq_player_new             (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_player_load_soundfont:
 * @path: (nullable): a file, or %NULL for the system's
 *
 * Loads a SoundFont in a worker and plays with it from then on. When it can't
 * be loaded, "message" says so and the one before stays, or the system's comes
 * if there was none.
 */
void            maq_player_load_soundfont  (MaqPlayer      *self,
                                            const char     *path);
/** maq_player_get_soundfont: (transfer none) (nullable): for exports; %NULL until it is loaded */
MaqSoundfont   *maq_player_get_soundfont   (MaqPlayer      *self);

/**
 * maq_player_set_performance:
 * @performance: (nullable): what to play from now on
 *
 * While it plays, the listener stays at the same place of the same section.
 * Takes microseconds; call it after each edit.
 */
void            maq_player_set_performance (MaqPlayer      *self,
                                            MaqPerformance *performance);

void            maq_player_play            (MaqPlayer      *self);
void            maq_player_stop            (MaqPlayer      *self);
gboolean        maq_player_get_playing     (MaqPlayer      *self);
/** maq_player_seek: goes to @ticks at once */
void            maq_player_seek            (MaqPlayer      *self,
                                            double          ticks);
/** maq_player_jump: goes to @ticks when the present bar is over; at once if it stands still */
void            maq_player_jump            (MaqPlayer      *self,
                                            double          ticks);
/** maq_player_set_loop: repeats a stretch of the present performance; no loop if it is empty */
void            maq_player_set_loop        (MaqPlayer      *self,
                                            MaqTick         start_ticks,
                                            MaqTick         end_ticks);
/** maq_player_get_loop: where the loop is in the present performance; %FALSE if there is none */
gboolean        maq_player_get_loop        (MaqPlayer      *self,
                                            MaqTick        *start_ticks,
                                            MaqTick        *end_ticks);

gboolean        maq_player_get_metronome   (MaqPlayer      *self);
void            maq_player_set_metronome   (MaqPlayer      *self,
                                            gboolean        metronome);
gboolean        maq_player_get_count_in    (MaqPlayer      *self);
void            maq_player_set_count_in    (MaqPlayer      *self,
                                            gboolean        count_in);
double          maq_player_get_gain        (MaqPlayer      *self);
void            maq_player_set_gain        (MaqPlayer      *self,
                                            double          gain_db);

/** maq_player_get_position: (out): where the music is that is heard just now */
void            maq_player_get_position    (MaqPlayer         *self,
                                            MaqTransportState *position);
/** maq_player_take_peaks: highest samples since the last call, 1.0 is 0 dBFS */
void            maq_player_take_peaks      (MaqPlayer      *self,
                                            float          *left,
                                            float          *right);
/** maq_player_take_lane_peak: likewise for one lane after its strip */
float           maq_player_take_lane_peak  (MaqPlayer      *self,
                                            guint64         lane_id);

gboolean        maq_player_get_ready       (MaqPlayer      *self);
const char     *maq_player_get_message     (MaqPlayer      *self);

G_END_DECLS
