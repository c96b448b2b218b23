/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers as files have them: the same in every language and on every machine.
 */

/** MAQ_NUMBER_TEXT_MAX: bytes that hold any number as text, with its final NUL */
#define MAQ_NUMBER_TEXT_MAX 352

/**
 * maq_number_parse_int:
 * @text: decimal digits, with a minus before them if negative, and nothing else
 * @value: (out) (optional): where to put the number
 *
 * Returns: %FALSE, and @value is left as it is, if @text is no such number or
 *   it lies outside of @min to @max
 */
gboolean    maq_number_parse_int    (const char *text,
                                     gint64      min,
                                     gint64      max,
                                     gint64     *value);
/**
 * maq_number_parse_double:
 * @text: decimal digits with an optional minus, point and exponent, and
 *   nothing else: no spaces, no infinity, no hexadecimals
 * @value: (out) (optional): where to put the number
 *
 * Returns: %FALSE, and @value is left as it is, if @text is no such number or
 *   it lies outside of @min to @max
 */
gboolean    maq_number_parse_double (const char *text,
                                     double      min,
                                     double      max,
                                     double     *value);
/**
 * maq_number_format:
 * @value: a finite number
 * @text: (out caller-allocates): room for %MAQ_NUMBER_TEXT_MAX bytes
 *
 * Writes the shortest text that reads back as the very same number, without
 * exponent: "0.5", "92", "-3.5".
 *
 * Returns: (transfer none): @text
 */
const char *maq_number_format       (double      value,
                                     char       *text);

G_END_DECLS
