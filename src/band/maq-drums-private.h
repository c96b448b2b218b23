/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Keys of a General MIDI kit that the band itself strikes. */
#define MAQ_DRUM_KICK         36
#define MAQ_DRUM_SNARE        38
#define MAQ_DRUM_CRASH        49
#define MAQ_DRUM_SECOND_CRASH 57
#define MAQ_DRUM_CLOSED_HAT   42
#define MAQ_DRUM_OPEN_HAT     46
#define MAQ_DRUM_RIDE         51
#define MAQ_DRUM_RIDE_BELL    53
#define MAQ_DRUM_SECOND_RIDE  59
#define MAQ_DRUM_CABASA       69
#define MAQ_DRUM_SHAKER       70
