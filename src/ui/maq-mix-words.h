/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where a layer stands, in words: what the strip's numbers mean to people.
 */

/** maq_mix_words_dup_pan: −1 to 1: "30 % left" */
char *maq_mix_words_dup_pan      (double pan) G_GNUC_WARN_UNUSED_RESULT;
/** maq_mix_words_dup_distance: 0 to 1: "Close" */
char *maq_mix_words_dup_distance (double distance) G_GNUC_WARN_UNUSED_RESULT;
/** maq_mix_words_dup_tone: −1 to 1: "20 % brighter" */
char *maq_mix_words_dup_tone     (double tone) G_GNUC_WARN_UNUSED_RESULT;
/** maq_mix_words_dup_width: 0 to 2: "As it is" */
char *maq_mix_words_dup_width    (double width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
