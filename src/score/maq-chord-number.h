/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord.h"

G_BEGIN_DECLS

/**
 * MaqChordNotation: how chords are written
 *
 * Roman numerals count the scale of the key: in A minor, F is VI, and F#dim is
 * #vi°. Their letters are small where the third is minor. Nashville numbers
 * count the major scale on the tonic: there F is b6; a dash makes a chord
 * minor. In both, what stands after a slash is the bass, counted in the same
 * way: G/B in C is V/7 and 5/7.
 */
typedef enum
{
  MAQ_CHORD_NOTATION_NAMES,     /* "Am7" */
  MAQ_CHORD_NOTATION_ROMAN,     /* "vi7" */
  MAQ_CHORD_NOTATION_NASHVILLE, /* "6-7" */
  MAQ_N_CHORD_NOTATIONS
} MaqChordNotation;

/** maq_chord_notation_get_nick: "names": in settings, never translated */
const char *maq_chord_notation_get_nick  (MaqChordNotation   self);
/** maq_chord_notation_from_nick: %FALSE leaves @notation alone */
gboolean    maq_chord_notation_from_nick (const char        *nick,
                                          MaqChordNotation  *notation);

/**
 * maq_chord_dup_text:
 * @key: that the chord stands in; where it is unset, names are written
 *
 * Writes a chord so that maq_chord_read() in the same key reads just this one
 * again.
 *
 * Returns: (transfer full): free with g_free()
 */
char       *maq_chord_dup_text           (MaqChord          *self,
                                          MaqKey             key,
                                          MaqChordNotation   notation);
/**
 * maq_chord_read:
 * @text: a name, a Roman numeral or a Nashville number; which of them shows
 * @key: that numbers count from; where it is unset, they are refused
 * @error: a `G_CONVERT_ERROR_ILLEGAL_SEQUENCE` with a sentence for the user
 *
 * In a Roman numeral, bVI means the sixth that the scale has where it is low
 * already, as in minor: many write it so.
 *
 * Returns: (transfer full): the chord, or %NULL
 */
MaqChord   *maq_chord_read               (const char        *text,
                                          MaqKey             key,
                                          GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
