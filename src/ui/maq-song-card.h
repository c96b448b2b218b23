/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-form-sketch.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SONG_CARD (maq_song_card_get_type ())

/** MaqSongCard: a song to be opened: a small picture of its form, its name, and a line about it */
G_DECLARE_FINAL_TYPE (MaqSongCard, maq_song_card, MAQ, SONG_CARD, GtkButton)

GtkWidget *maq_song_card_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_song_card_set_words: (nullable) @detail: a line under the title */
void       maq_song_card_set_words  (MaqSongCard   *self,
                                     const char    *title,
                                     const char    *detail);
/** maq_song_card_set_sketch: (transfer full): @sketch: what its picture shows */
void       maq_song_card_set_sketch (MaqSongCard   *self,
                                     MaqFormSketch *sketch);
/** maq_song_card_get_sketch: (transfer none) (nullable) */
MaqFormSketch *maq_song_card_get_sketch (MaqSongCard *self);

G_END_DECLS
