/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-performance.h"

G_BEGIN_DECLS

#define MAQ_ENGINE_ERROR (maq_engine_error_quark ())

/**
 * MaqEngineError:
 * @MAQ_ENGINE_ERROR_NO_FONT: no SoundFont is installed in the usual places
 * @MAQ_ENGINE_ERROR_BAD_FONT: the file can't be read or is no SoundFont
 * @MAQ_ENGINE_ERROR_SYNTH: the synthesizer can't be set up
 */
typedef enum
{
  MAQ_ENGINE_ERROR_NO_FONT,
  MAQ_ENGINE_ERROR_BAD_FONT,
  MAQ_ENGINE_ERROR_SYNTH,
} MaqEngineError;

GQuark        maq_engine_error_quark     (void);

/**
 * MaqSoundfont:
 *
 * A loaded SoundFont (.sf2, .sf3): counted, immutable, for any number of
 * engines and renders on any threads. Loading takes from 10 ms to 2 s, so it
 * belongs in a worker; the samples are in memory once, however many use them.
 */
typedef struct _MaqSoundfont MaqSoundfont;

/**
 * maq_soundfont_find:
 *
 * Looks in the places where distributions put their General MIDI SoundFont.
 *
 * Returns: (transfer full) (nullable): a path, or %NULL if there is none
 */
char         *maq_soundfont_find         (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_soundfont_find_named:
 * @name: a file name without folder
 * @folder: (nullable): where to look first, such as beside the project
 *
 * Looks in @folder and in the folders where the system and the user have
 * SoundFonts.
 *
 * Returns: (transfer full) (nullable): a path, or %NULL if there is none
 */
char         *maq_soundfont_find_named   (const char    *name,
                                          const char    *folder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_soundfont_load:
 * @path: (nullable): the file, or %NULL for what maq_soundfont_find() finds
 * @error: %MAQ_ENGINE_ERROR_NO_FONT or %MAQ_ENGINE_ERROR_BAD_FONT
 *
 * Returns: (transfer full): the font, or %NULL
 */
MaqSoundfont *maq_soundfont_load         (const char    *path,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
MaqSoundfont *maq_soundfont_ref          (MaqSoundfont  *self);
void          maq_soundfont_unref        (MaqSoundfont  *self);

const char   *maq_soundfont_get_path     (MaqSoundfont  *self);

/**
 * maq_soundfont_resolve:
 * @is_drums: whether a kit is wanted; then @bank is ignored
 * @bank: (inout): the bank wanted, 0 to 16383
 * @program: (inout): the program wanted, 0 to 127
 *
 * Finds the sound in the font that is nearest to the one wanted: the same
 * program in bank 0, then the nearest of its family, which in General MIDI are
 * eight programs, then the nearest at all; for kits, the standard one of its
 * family. Any note sounds with what is found.
 *
 * Returns: whether it is the very one that is wanted
 */
gboolean      maq_soundfont_resolve      (MaqSoundfont  *self,
                                          gboolean       is_drums,
                                          int           *bank,
                                          int           *program);

/**
 * maq_soundfont_describe_missing:
 *
 * Returns: (transfer full) (nullable): a sentence about the sounds of
 *   @performance for which another one plays, or %NULL if there are none
 */
char         *maq_soundfont_describe_missing (MaqSoundfont   *self,
                                              MaqPerformance *performance) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSoundfont, maq_soundfont_unref)

G_END_DECLS
