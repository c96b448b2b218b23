/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Usual words for what a section should feel like, to be chosen beside those that are typed.
 * A mood is a text in which words are parted by commas.
 */

/** MaqMoodFunc: (nullable) @mood: the mood with a word more or less; %NULL when none is left */
typedef void (*MaqMoodFunc) (GtkWidget  *owner,
                             const char *mood);

/** maq_mood_words_has: (nullable) @mood: whether @word is one of its words, in any case */
gboolean   maq_mood_words_has         (const char  *mood,
                                       const char  *word);
/** maq_mood_words_dup_toggled: (nullable): @mood with @word at its end, or without it */
char      *maq_mood_words_dup_toggled (const char  *mood,
                                       const char  *word) G_GNUC_WARN_UNUSED_RESULT;

/** maq_mood_words_create: (transfer floating): a button with the usual words in a popover */
GtkWidget *maq_mood_words_create      (GtkWidget   *owner,
                                       MaqMoodFunc  func) G_GNUC_WARN_UNUSED_RESULT;
/** maq_mood_words_show: (nullable) @mood: presses the words that are in it */
void       maq_mood_words_show        (GtkWidget   *button,
                                       const char  *mood);

G_END_DECLS
