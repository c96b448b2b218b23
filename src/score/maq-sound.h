/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqSound:
 *
 * An immutable recipe for a sound: where it comes from and what it stands for.
 */
typedef struct _MaqSound MaqSound;

/**
 * MaqSoundFields:
 * @name: (nullable): for people: "Nylon guitar", "Harmonics"
 * @bank: SoundFont bank, 0 to 16383; ignored by drum kits
 * @program: SoundFont program or drum kit, 0 to 127
 * @meaning: (nullable): what it stands for in the story
 * @is_signature: whether it is tracked across songs
 * @foreign: (nullable): other people's attributes and elements, as the reader found them
 *
 * Everything a sound states; a plain struct to make one from.
 */
typedef struct
{
  const char *name;
  int         bank;
  int         program;
  const char *meaning;
  gboolean    is_signature;
  const char *foreign;
} MaqSoundFields;

MaqSound             *maq_sound_new         (const MaqSoundFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqSound             *maq_sound_ref         (MaqSound             *self);
void                  maq_sound_unref       (MaqSound             *self);
const MaqSoundFields *maq_sound_get_fields  (MaqSound             *self);
gboolean              maq_sound_equal       (MaqSound             *self,
                                             MaqSound             *other);
/** maq_sound_equal0: as maq_sound_equal(), where either may be %NULL */
gboolean              maq_sound_equal0      (MaqSound             *a,
                                             MaqSound             *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSound, maq_sound_unref)

G_END_DECLS
