/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-audio-file.h"

G_BEGIN_DECLS

/*
 * MaqWavHead: what stands before the sound of a stereo WAVE file, as a function of how much
 * follows.
 * @samples: how samples are kept
 * @rate_hz: frames per second
 * @n_frames: of sound
 * @n_after: bytes behind the sound
 * @has_room: whether there is room for sizes of 64 bits; without it, nothing above 4 GiB is right
 *
 * With room, what is below 4 GiB is a RIFF file with a `JUNK` chunk that everybody skips, and what
 * is above is an RF64 file, with a `ds64` chunk in its place (EBU Tech 3306, 2009). So a file may
 * be begun before its length is known, and the head is as long either way.
 */
typedef struct
{
  MaqSampleFormat samples;
  int             rate_hz;
  guint64         n_frames;
  guint64         n_after;
  gboolean        has_room;
} MaqWavHead;

/* maq_wav_head_get_sample_bytes: of one sample of one channel */
guint       maq_wav_head_get_sample_bytes (MaqSampleFormat   samples);
/* maq_wav_head_is_large: whether the file has more bytes than a RIFF file can say */
gboolean    maq_wav_head_is_large         (const MaqWavHead *self);
/* maq_wav_head_write: (transfer full): the bytes before the first frame */
GByteArray *maq_wav_head_write            (const MaqWavHead *self) G_GNUC_WARN_UNUSED_RESULT;

/* maq_wav_put_u16, _u32, _id: little endian, as all of it */
void        maq_wav_put_u16               (GByteArray       *out,
                                           guint             value);
void        maq_wav_put_u32               (GByteArray       *out,
                                           guint32           value);
void        maq_wav_put_id                (GByteArray       *out,
                                           const char       *id);

G_END_DECLS
