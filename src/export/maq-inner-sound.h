/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-export-kinds.h"

G_BEGIN_DECLS

/**
 * MaqInnerFile:
 * @name: as it would be called in a folder: "02 Lanterns Bass.wav"
 * @what: is in it: "Bass"
 * @bytes: the file
 * @layer: of a stem the first of its layers, else 0
 *
 * One sound file on its way into a document.
 */
typedef struct
{
  char   *name;
  char   *what;
  GBytes *bytes;
  MaqId   layer;
} MaqInnerFile;

/**
 * MaqInnerSound:
 * @files: (element-type MaqInnerFile):
 * @rate_hz: frames per second
 * @n_frames: of each file
 *
 * All that goes into one document, of one start and one length.
 */
typedef struct
{
  GArray   *files;
  int       rate_hz;
  MaqFrame  n_frames;
} MaqInnerSound;

/**
 * maq_inner_sound_get_wish:
 * @holds: what the document can hold
 *
 * Returns: what of @options goes into it; rate and tail are the usual ones where nothing is said
 *   of them
 */
MaqSoundWish   maq_inner_sound_get_wish (const MaqExportOptions  *options,
                                         MaqExportHolds           holds);
/**
 * maq_inner_sound_make:
 * @source: with a performance
 * @error: a #MaqSoundError, a #MaqFilePatternError, a #GFileError, %G_IO_ERROR_CANCELLED or what
 *   maq_export_sound_write() says; it names no path of the user's
 *
 * Plays it, into a folder that is gone afterwards. The bytes stay on the disk as long as somebody
 * has them.
 *
 * Returns: (transfer full) (nullable):
 */
MaqInnerSound *maq_inner_sound_make     (const MaqExportSource   *source,
                                         const MaqSoundWish      *wish,
                                         GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void           maq_inner_sound_free     (MaqInnerSound           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqInnerSound, maq_inner_sound_free)

G_END_DECLS
