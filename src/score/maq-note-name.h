/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqNoteName:
 * @step: the letter, 0 for C to 6 for B
 * @alter: sharps above 0, flats below, -2 to 2
 *
 * A spelled note without octave, passed by value.
 */
typedef struct
{
  gint8 step;
  gint8 alter;
} MaqNoteName;

/** MAQ_NOTE_NAME_TEXT_MAX: bytes that hold any note name, with its final NUL */
#define MAQ_NOTE_NAME_TEXT_MAX 4

/** maq_note_name_pitch_class: 0 for C to 11 for B */
int         maq_note_name_pitch_class (MaqNoteName  self);
gboolean    maq_note_name_equal       (MaqNoteName  self,
                                       MaqNoteName  other);
/** maq_note_name_from_pitch_class: @flats chooses B flat over A sharp */
MaqNoteName maq_note_name_from_pitch_class (int     pitch_class,
                                            gboolean flats);
/**
 * maq_note_name_format:
 * @text: (out caller-allocates): room for %MAQ_NOTE_NAME_TEXT_MAX bytes
 *
 * Writes "C", "F#", "Bb", "Ebb" in ASCII, as charts are typed.
 */
const char *maq_note_name_format      (MaqNoteName  self,
                                       char        *text);
/**
 * maq_note_name_parse:
 * @name: (out): where to put the note
 *
 * Reads a note at the beginning of @text: letter A to G and #, b, ♯, ♭ or x.
 *
 * Returns: the number of bytes read, 0 if there is no note
 */
gsize       maq_note_name_parse       (const char  *text,
                                       MaqNoteName *name);

G_END_DECLS
