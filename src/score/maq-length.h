/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"

G_BEGIN_DECLS

/*
 * How long a song lasts and how long it is meant to, as people write and say it.
 */

/**
 * maq_length_parse:
 * @text: "3:40", "1:02:30", or minutes alone, "4"; blanks around it do not count
 * @seconds: (out): up to %MAQ_TARGET_MAX_SECONDS; 0 for an empty text
 *
 * Returns: whether @text is a length
 */
gboolean  maq_length_parse              (const char *text,
                                         int        *seconds);
/** maq_length_dup_text: "3:52", to the nearest second */
char     *maq_length_dup_text           (double      seconds) G_GNUC_WARN_UNUSED_RESULT;
/** maq_length_dup_words: "3:52", or with a target above 0 "3:52, 12 s over" */
char     *maq_length_dup_words          (double      seconds,
                                         int         target_seconds) G_GNUC_WARN_UNUSED_RESULT;
/** maq_length_find_first_chorus: whether there is a chorus, and when the first begins */
gboolean  maq_length_find_first_chorus  (MaqForm    *form,
                                         double     *seconds);

G_END_DECLS
