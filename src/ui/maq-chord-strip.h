/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-chord-number.h"
#include "maq-form.h"
#include "maq-palette.h"

G_BEGIN_DECLS

#define MAQ_TYPE_CHORD_STRIP (maq_chord_strip_get_type ())

/**
 * MaqChordStrip:
 *
 * The chords of one section in the chord lane, as a picture: names or numbers
 * at their bars and beats, `%` where a bar repeats the one before, and a repeat
 * sign where the chords begin again. CSS node: chordstrip.
 */
G_DECLARE_FINAL_TYPE (MaqChordStrip, maq_chord_strip, MAQ, CHORD_STRIP, GtkWidget)

GtkWidget  *maq_chord_strip_new           (const MaqPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_chord_strip_bind:
 * @index: of the section in @form
 * @is_inherited: whether the chords are those of the section that it follows
 *
 * Returns: %FALSE if it shows just that already
 */
gboolean    maq_chord_strip_bind          (MaqChordStrip    *self,
                                           MaqForm          *form,
                                           guint             index,
                                           gboolean          is_inherited,
                                           MaqChordNotation  notation);
MaqId       maq_chord_strip_get_section   (MaqChordStrip    *self);
/**
 * maq_chord_strip_get_bar_text: (transfer none): what stands in a bar, as it is typed: `.` where
 * the chord before sounds on, `%` for the bar before
 */
const char *maq_chord_strip_get_bar_text  (MaqChordStrip    *self,
                                           int               bar);
/** maq_chord_strip_dup_bar_label: (transfer full): a bar in words: "Verse 1, bar 3: Am7" */
char       *maq_chord_strip_dup_bar_label (MaqChordStrip    *self,
                                           int               bar);

G_END_DECLS
