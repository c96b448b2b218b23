/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-smf-writer.h"
#include "maq-sung-words.h"

G_BEGIN_DECLS

/* maq_export_midi_write_words: the version, and a track of chords, with lyrics that nobody sings */
void maq_export_midi_write_words (MaqSmfWriter   *writer,
                                  MaqHandoff     *handoff,
                                  MaqPerformance *performance);
/* maq_export_midi_write_sung: the lyrics on the notes of a lane */
void maq_export_midi_write_sung  (MaqSmfWriter   *writer,
                                  guint           track,
                                  MaqHandoff     *handoff,
                                  MaqPerformance *performance,
                                  MaqLane        *lane);

G_END_DECLS
