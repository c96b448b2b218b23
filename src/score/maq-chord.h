/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-key.h"

G_BEGIN_DECLS

/**
 * MaqChord:
 *
 * An immutable chord symbol: what was written, and what it means.
 *
 * The usual spellings are understood: C, Cm7, C-7, Cmaj7, CM7, C△7, F#ø, Bdim,
 * B°7, Eaug, E+, Bb13(b9), G7#5, Asus, D7sus4, Cadd9, C6/9, C5, G/B, N.C.
 */
typedef struct _MaqChord MaqChord;

/**
 * maq_chord_parse:
 * @text: a chord symbol in UTF-8, spaces at the ends allowed
 * @error: a `G_CONVERT_ERROR_ILLEGAL_SEQUENCE` with a sentence that names
 *   the part of @text that is not understood
 *
 * Returns: (transfer full): the chord, or %NULL
 */
MaqChord   *maq_chord_parse      (const char  *text,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/** maq_chord_new_none: "N.C.": nobody plays a chord */
MaqChord   *maq_chord_new_none   (void) G_GNUC_WARN_UNUSED_RESULT;
MaqChord   *maq_chord_ref        (MaqChord    *self);
void        maq_chord_unref      (MaqChord    *self);
gboolean    maq_chord_equal      (MaqChord    *self,
                                  MaqChord    *other);

/** maq_chord_get_text: (transfer none): the symbol in its tidied spelling */
const char *maq_chord_get_text   (MaqChord    *self);
gboolean    maq_chord_is_none    (MaqChord    *self);
MaqNoteName maq_chord_get_root   (MaqChord    *self);
/** maq_chord_get_bass: the note after the slash, else the root */
MaqNoteName maq_chord_get_bass   (MaqChord    *self);

/** maq_chord_get_tones: all tones, a mask of twelve bits from the root upwards, bit 0 the root */
guint       maq_chord_get_tones  (MaqChord    *self);
/**
 * maq_chord_get_third:
 *
 * In an eleventh chord over a major third, such as C11, the eleventh takes the
 * third's place, as players do.
 *
 * Returns: semitones from the root: 3, 4, or 2 and 5 when suspended; -1 in a fifth chord
 */
int         maq_chord_get_third  (MaqChord    *self);
/** maq_chord_get_fifth: semitones from the root: 6, 7 or 8 */
int         maq_chord_get_fifth  (MaqChord    *self);
/** maq_chord_get_seventh: semitones from the root: 9 (sixth or diminished), 10, 11; -1 if none */
int         maq_chord_get_seventh (MaqChord   *self);

/** maq_chord_transposed: the chord @semitones higher, spelled as @key would */
MaqChord   *maq_chord_transposed (MaqChord    *self,
                                  int          semitones,
                                  MaqKey       key) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_chord_carried:
 * @from: the key that it stands in
 * @to: a key of the same mode
 *
 * Returns: (transfer full): what it is there: the same degrees, spelled so,
 *   unless that needs a double accidental
 */
MaqChord   *maq_chord_carried    (MaqChord    *self,
                                  MaqKey       from,
                                  MaqKey       to) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqChord, maq_chord_unref)

G_END_DECLS
