/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The bounds of a project: what the checks refuse and readers never exceed.
 * Every file that a user opens may come from a stranger.
 */
#define MAQ_LIMIT_SONGS              100
#define MAQ_LIMIT_ARRANGEMENTS       100
#define MAQ_LIMIT_SECTIONS          2000
#define MAQ_LIMIT_LAYERS             256
#define MAQ_LIMIT_REMARKS          10000
#define MAQ_LIMIT_DISMISSALS         1000
#define MAQ_LIMIT_ALL_TAKES       100000  /* parts of an arrangement of which something is said */
#define MAQ_LIMIT_TAKES              999  /* of one part */
#define MAQ_LIMIT_SESSION_ROWS      1000  /* in one list of the session */
#define MAQ_LIMIT_CHANNELS           999
#define MAQ_LIMIT_ARCS                16
#define MAQ_LIMIT_ARC_POINTS        4000
#define MAQ_LIMIT_BARS              2000  /* in one section */
#define MAQ_LIMIT_ALL_BARS         20000  /* in all sections of an arrangement */
#define MAQ_LIMIT_CHORDS           16000  /* in one section */
#define MAQ_LIMIT_LYRICS            4000  /* lines in one section */
#define MAQ_LIMIT_NAME_BYTES         400  /* a name, a title, a pattern */
#define MAQ_LIMIT_TEXT_BYTES       20000  /* a direction, a remark, a mood */
#define MAQ_LIMIT_CHORD_BYTES         64
#define MAQ_LIMIT_FOREIGN_BYTES  1000000  /* other people's XML in one element */
#define MAQ_LIMIT_TRANSITION_BEATS    64  /* quarter notes */

#define MAQ_LEVEL_MAX                 10
#define MAQ_TEMPO_MIN_QPM           10.0
#define MAQ_TEMPO_MAX_QPM          999.0
#define MAQ_GAIN_MIN_DB            -60.0
#define MAQ_GAIN_MAX_DB             12.0
#define MAQ_LAG_MAX_MS              50.0  /* behind the beat, or ahead of it */
#define MAQ_SWING_MIN               50.0  /* percent of a beat: straight */
#define MAQ_SWING_MAX               75.0
#define MAQ_LOOSENESS_MAX          100.0  /* percent */
#define MAQ_TARGET_MAX_SECONDS     36000  /* that an arrangement is meant to last */
#define MAQ_WIDTH_AS_IS              1.0
#define MAQ_WIDTH_MAX                2.0

G_END_DECLS
