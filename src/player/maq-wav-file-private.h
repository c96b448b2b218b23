/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-audio-file.h"

G_BEGIN_DECLS

/*
 * MaqWavFile: stereo sound on its way into a RIFF WAVE file (IBM and Microsoft, "Multimedia
 * Programming Interface and Data Specifications 1.0", 1991). The places that are marked stand
 * behind the sound as a `cue ` chunk, and what they are called in a `LIST` of type `adtl`, in
 * UTF-8. Sizes have 32 bits there: what is going to be longer becomes an RF64 file, if that is known
 * from the start, and is refused otherwise.
 */
typedef struct _MaqWavFile MaqWavFile;

/* maq_wav_file_new: @path: that is there already; @options: copied */
MaqWavFile *maq_wav_file_new    (const char             *path,
                                 int                     rate_hz,
                                 const MaqAudioOptions  *options,
                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void        maq_wav_file_free   (MaqWavFile             *self);
gboolean    maq_wav_file_write  (MaqWavFile             *self,
                                 const float            *interleaved,
                                 guint                   n_frames,
                                 GError                **error);
/* maq_wav_file_finish: writes what stands behind the sound, and the sizes */
gboolean    maq_wav_file_finish (MaqWavFile             *self,
                                 GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqWavFile, maq_wav_file_free)

G_END_DECLS
