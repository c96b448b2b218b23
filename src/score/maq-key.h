/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-note-name.h"

G_BEGIN_DECLS

/** MaqMode: the scale of a key; unset in a key that states nothing */
typedef enum
{
  MAQ_MODE_UNSET,
  MAQ_MODE_MAJOR,
  MAQ_MODE_MINOR,
  MAQ_MODE_DORIAN,
  MAQ_MODE_PHRYGIAN,
  MAQ_MODE_LYDIAN,
  MAQ_MODE_MIXOLYDIAN,
  MAQ_MODE_LOCRIAN,
} MaqMode;

/** MaqKey: a tonic and its scale, passed by value */
typedef struct
{
  MaqNoteName tonic;
  MaqMode     mode;
} MaqKey;

/** MAQ_KEY_UNSET: a key that states nothing */
#define MAQ_KEY_UNSET ((MaqKey) { { 0, 0 }, MAQ_MODE_UNSET })

/** MAQ_KEY_TEXT_MAX: bytes that hold any key as text, with its final NUL */
#define MAQ_KEY_TEXT_MAX 20

gboolean    maq_key_is_set      (MaqKey      self);
gboolean    maq_key_equal       (MaqKey      self,
                                 MaqKey      other);
/** maq_key_scale: the scale as a mask of twelve bits from the tonic upwards, bit 0 the tonic */
guint       maq_key_scale       (MaqKey      self);
/** maq_key_get_signature: sharps of its signature; flats are below 0 */
int         maq_key_get_signature (MaqKey    self);
/** maq_key_prefers_flats: whether its signature has flats, for spelling notes */
gboolean    maq_key_prefers_flats (MaqKey    self);
/** maq_key_transposed: the key @semitones higher, spelled with the fewest accidentals */
MaqKey      maq_key_transposed  (MaqKey      self,
                                 int         semitones);
/** maq_key_format: writes "C", "F#m", "D dorian"; room for %MAQ_KEY_TEXT_MAX bytes */
const char *maq_key_format      (MaqKey      self,
                                 char       *text);
/** maq_key_parse: reads "C", "Am", "Bb major", "F# minor", "D dorian" and the like */
gboolean    maq_key_parse       (const char *text,
                                 MaqKey     *key);

G_END_DECLS
