/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord.h"

G_BEGIN_DECLS

typedef enum
{
  MAQ_CHORD_THIRD_MAJOR,
  MAQ_CHORD_THIRD_MINOR,
  MAQ_CHORD_THIRD_SUS2,
  MAQ_CHORD_THIRD_SUS4,
  MAQ_CHORD_THIRD_SUS24,
  MAQ_CHORD_THIRD_NONE,
} MaqChordThird;

typedef enum
{
  MAQ_CHORD_SEVENTH_NONE,
  MAQ_CHORD_SEVENTH_SIXTH,
  MAQ_CHORD_SEVENTH_DIMINISHED,
  MAQ_CHORD_SEVENTH_MINOR,
  MAQ_CHORD_SEVENTH_MAJOR,
} MaqChordSeventh;

/** MaqChordChange: what a symbol changes or adds, in the order it is written */
typedef enum
{
  MAQ_CHORD_FLAT_5 = 1 << 0,
  MAQ_CHORD_SHARP_5 = 1 << 1,
  MAQ_CHORD_FLAT_9 = 1 << 2,
  MAQ_CHORD_SHARP_9 = 1 << 3,
  MAQ_CHORD_SHARP_11 = 1 << 4,
  MAQ_CHORD_FLAT_13 = 1 << 5,
  MAQ_CHORD_ADD_9 = 1 << 6,
  MAQ_CHORD_ADD_11 = 1 << 7,
  MAQ_CHORD_ADD_13 = 1 << 8,
  MAQ_CHORD_NO_5 = 1 << 9,
} MaqChordChange;

/**
 * MaqChordSpec:
 * @extension: 0, 9, 11 or 13: how high the thirds are stacked on the seventh
 * @changes: a mask of `MaqChordChange`
 *
 * A chord symbol taken apart. In its normal form there is one spec for each
 * way a chord can be written tidily.
 */
typedef struct
{
  MaqNoteName     root;
  MaqNoteName     bass;
  MaqChordThird   third;
  MaqChordSeventh seventh;
  guint           extension;
  guint           changes;
} MaqChordSpec;

/** maq_chord_spec_read: reads a popular symbol, other than "N.C." */
gboolean maq_chord_spec_read       (const char    *text,
                                    MaqChordSpec  *spec,
                                    GError       **error);
/** maq_chord_spec_add_degree: adds a degree above the root, 1 to 13; %FALSE if it means nothing */
gboolean maq_chord_spec_add_degree (MaqChordSpec  *self,
                                    guint          degree,
                                    int            alter);
void     maq_chord_spec_normalize  (MaqChordSpec  *self);
guint    maq_chord_spec_get_tones  (const MaqChordSpec *self);
/** maq_chord_spec_to_text: (transfer full): the tidied spelling of a normal spec */
char    *maq_chord_spec_to_text    (const MaqChordSpec *self);

/** maq_chord_new_from_spec: makes the chord; normalizes @spec first */
MaqChord *maq_chord_new_from_spec  (const MaqChordSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
/** maq_chord_text_is_none: whether @text, without spaces at the ends, is one of "N.C.", "NC", "N" */
gboolean maq_chord_text_is_none    (const char    *text);
/** maq_chord_refuse: says that @part of the symbol @text is not understood */
void     maq_chord_refuse          (GError       **error,
                                       const char    *text,
                                       const char    *part);

G_END_DECLS
