/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Keys of a General MIDI kit that the band itself strikes. */
#define MAQ_DRUM_KICK         36
#define MAQ_DRUM_SNARE        38
#define MAQ_DRUM_CRASH        49
#define MAQ_DRUM_SECOND_CRASH 57
