/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "maq-performance.h"
#include "maq-song.h"

G_BEGIN_DECLS

#define MAQ_TYPE_LISTENER (maq_listener_get_type ())

/**
 * MaqListener:
 *
 * Keeps what is heard up with what is shown: the band plays each new song in
 * a worker, the newest one wins, and the player goes on with it.
 *
 * Properties, with notify: "playing" (boolean, read), "message" (string,
 * nullable, read): what hinders hearing anything.
 *
 * Signals:
 *
 * - `performed ()`: the band has played the song anew; auditions do not count
 */
G_DECLARE_FINAL_TYPE (MaqListener, maq_listener, MAQ, LISTENER, GObject)

MaqListener *maq_listener_new            (void) G_GNUC_WARN_UNUSED_RESULT;

/** maq_listener_get_player: (transfer none): for binding its properties to controls */
GObject     *maq_listener_get_player     (MaqListener *self);
/** maq_listener_load_soundfont: see maq_player_load_soundfont() */
void         maq_listener_load_soundfont (MaqListener *self,
                                          const char  *path);
/** maq_listener_set_song: what to play from now on; %NULL for nothing */
void         maq_listener_set_song       (MaqListener *self,
                                          MaqSong     *song);
/** maq_listener_get_performance: (transfer none) (nullable): the latest of the song */
MaqPerformance *maq_listener_get_performance (MaqListener *self);
/** maq_listener_get_performed: (transfer none) (nullable): the song as that performance has it */
MaqSong        *maq_listener_get_performed (MaqListener   *self);
/**
 * maq_listener_audition:
 * @song: what to hear for a while instead, with the same form
 * @start_ticks: the stretch of it that is repeated, up to @end_ticks
 *
 * Another audition takes its place; maq_listener_set_song() and
 * maq_listener_set_loop() meanwhile say what is heard afterwards.
 */
void         maq_listener_audition       (MaqListener *self,
                                          MaqSong     *song,
                                          gint64       start_ticks,
                                          gint64       end_ticks);
/** maq_listener_end_audition: goes back to the song and the place that were heard before */
void         maq_listener_end_audition   (MaqListener *self);

gboolean     maq_listener_get_playing    (MaqListener *self);
void         maq_listener_toggle         (MaqListener *self);
void         maq_listener_stop           (MaqListener *self);
/** maq_listener_seek: goes to @ticks from the start of the song, at once */
void         maq_listener_seek           (MaqListener *self,
                                          double       ticks);
/** maq_listener_jump: goes there when the present bar is over, at once if nothing plays */
void         maq_listener_jump           (MaqListener *self,
                                          double       ticks);
/** maq_listener_set_loop: repeats a stretch, after an audition; no loop if it is empty */
void         maq_listener_set_loop       (MaqListener *self,
                                          gint64       start_ticks,
                                          gint64       end_ticks);
/**
 * maq_listener_get_position:
 * @count_in_beat: (out) (optional): which click before the start is heard, 0 for none
 *
 * Returns: ticks from the start of the song
 */
double       maq_listener_get_position   (MaqListener *self,
                                          guint       *count_in_beat);
/** maq_listener_take_peaks: see maq_player_take_peaks() */
void         maq_listener_take_peaks     (MaqListener *self,
                                          float       *left,
                                          float       *right);
/** maq_listener_take_layer_peak: see maq_player_take_lane_peak() */
float        maq_listener_take_layer_peak (MaqListener *self,
                                          MaqId        layer);
const char  *maq_listener_get_message    (MaqListener *self);

G_END_DECLS
