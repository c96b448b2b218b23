/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord-change.h"
#include "maq-chord-number.h"
#include "maq-meter.h"
#include "maq-vec.h"

G_BEGIN_DECLS

/**
 * maq_chord_text_parse:
 * @text: bars as people type them: `| C | G/B Am7 | % | F . . G |`
 * @meter: of the bars, valid
 * @odd_bars: (nullable) (element-type MaqOddBar): bars that are longer or shorter
 * @n_bars: (out): how many bars there are
 * @error: a `G_CONVERT_ERROR_ILLEGAL_SEQUENCE` with a sentence that names what
 *   is not understood and the bar it stands in
 *
 * Reads chords. Bars are parted by `|` or by line ends; what stands in a bar
 * divides it evenly. `.` and `/` let the chord before sound on, also over the
 * bar line, as does an empty bar; `%` is the bar before once more; `G@480`
 * begins 480 ticks into its bar.
 *
 * Marks stand around a chord as in charts: `>C` is pushed, `<C>` held, `^C` a
 * stab; see %MaqChordMark. `%` has the marks of the bar before, too.
 *
 * In a text without any `|`, each of these is a bar of its own: `Dm7 Bb9 F C`
 * are four bars. A bar that has more of them than beats is refused, unless as
 * many stand on each beat or all name their places.
 *
 * Returns: (transfer full) (element-type MaqChordChange): sorted; empty for an
 *   empty text; %NULL on error
 */
MaqVec *maq_chord_text_parse (const char  *text,
                              MaqMeter     meter,
                              MaqVec      *odd_bars,
                              int         *n_bars,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_chord_text_parse_in_key:
 * @key: that Roman numerals and Nashville numbers count from
 *
 * As maq_chord_text_parse(), but chords may also be written as numbers, see
 * maq_chord_read().
 */
MaqVec *maq_chord_text_parse_in_key (const char  *text,
                                     MaqKey       key,
                                     MaqMeter     meter,
                                     MaqVec      *odd_bars,
                                     int         *n_bars,
                                     GError     **error);

/**
 * maq_chord_text_split:
 * @text: one bar or several
 *
 * Takes bars apart as maq_chord_text_parse() does, but a text without any `|`
 * is one bar.
 *
 * Returns: (transfer full) (element-type utf8): at least one bar; free with
 *   g_ptr_array_unref()
 */
GPtrArray *maq_chord_text_split (const char *text);

/**
 * maq_chord_text_take_mark:
 * @token: (inout): a chord with the signs around it; advanced past, and cut
 *   before them
 *
 * Returns: how the chord is to be played; %MAQ_CHORD_MARK_NONE where nothing
 *   stands around it
 */
MaqChordMark maq_chord_text_take_mark (char **token);

/**
 * maq_chord_text_format:
 * @chords: (nullable) (element-type MaqChordChange): sorted, within @n_bars
 * @n_bars: how many bars to write
 *
 * Writes chords so that maq_chord_text_parse() reads just these again.
 *
 * Returns: (transfer full): "" for no bars; free with g_free()
 */
char   *maq_chord_text_format (MaqVec     *chords,
                               int         n_bars,
                               MaqMeter    meter,
                               MaqVec     *odd_bars) G_GNUC_WARN_UNUSED_RESULT;
/** maq_chord_text_format_in_key: as maq_chord_text_format(), in another notation */
char   *maq_chord_text_format_in_key (MaqVec           *chords,
                                      int               n_bars,
                                      MaqMeter          meter,
                                      MaqVec           *odd_bars,
                                      MaqKey            key,
                                      MaqChordNotation  notation);

/**
 * maq_chord_text_dup_bars:
 * @chords: (nullable) (element-type MaqChordChange): sorted
 * @chord_bars: after how many bars they begin again; 0 for never
 * @n_bars: how many bars to write
 *
 * Writes each bar by itself, with the chords as often as they are played: `.`
 * where the chord before sounds on, `%` for what the bar before has.
 *
 * Returns: (transfer full): @n_bars texts; free with g_strfreev()
 */
char  **maq_chord_text_dup_bars (MaqVec           *chords,
                                 int               chord_bars,
                                 int               n_bars,
                                 MaqMeter          meter,
                                 MaqVec           *odd_bars,
                                 MaqKey            key,
                                 MaqChordNotation  notation);

G_END_DECLS
