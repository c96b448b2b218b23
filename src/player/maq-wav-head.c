/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-wav-head-private.h"

#include <string.h>

#define N_CHANNELS 2
#define FORMAT_PCM 1
#define FORMAT_FLOAT 3
#define LARGE G_MAXUINT32 /* in place of a size that stands in the ds64 chunk */
#define ROOM_BYTES 28     /* of what is in that */

void
maq_wav_put_u16 (GByteArray *out,
                 guint       value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

void
maq_wav_put_u32 (GByteArray *out,
                 guint32     value)
{
  maq_wav_put_u16 (out, value & 0xffff);
  maq_wav_put_u16 (out, value >> 16);
}

static void
put_u64 (GByteArray *out,
         guint64     value)
{
  maq_wav_put_u32 (out, (guint32) value);
  maq_wav_put_u32 (out, (guint32) (value >> 32));
}

void
maq_wav_put_id (GByteArray *out,
                const char *id)
{
  g_byte_array_append (out, (const guint8 *) id, 4);
}

guint
maq_wav_head_get_sample_bytes (MaqSampleFormat samples)
{
  static const guint sizes[] = { [MAQ_SAMPLES_24] = 3, [MAQ_SAMPLES_16] = 2,
                                 [MAQ_SAMPLES_FLOAT] = 4 };

  return sizes[samples];
}

static guint64
get_data_bytes (const MaqWavHead *self)
{
  return self->n_frames * N_CHANNELS * maq_wav_head_get_sample_bytes (self->samples);
}

/* All but the first two fields, as files count themselves. */
static guint64
get_riff_bytes (const MaqWavHead *self)
{
  const guint64 format = self->samples == MAQ_SAMPLES_FLOAT ? 8 + 18 + 8 + 4 : 8 + 16;
  const guint64 room = self->has_room ? 8 + ROOM_BYTES : 0;

  return 4 + room + format + 8 + get_data_bytes (self) + self->n_after;
}

gboolean
maq_wav_head_is_large (const MaqWavHead *self)
{
  return get_riff_bytes (self) >= LARGE;
}

static void
put_room (const MaqWavHead *self,
          gboolean          is_large,
          GByteArray       *out)
{
  maq_wav_put_id (out, is_large ? "ds64" : "JUNK");
  maq_wav_put_u32 (out, ROOM_BYTES);
  put_u64 (out, is_large ? get_riff_bytes (self) : 0);
  put_u64 (out, is_large ? get_data_bytes (self) : 0);
  put_u64 (out, is_large ? self->n_frames : 0);
  maq_wav_put_u32 (out, 0);
}

static void
put_format (const MaqWavHead *self,
            gboolean          is_large,
            GByteArray       *out)
{
  const guint sample_bytes = maq_wav_head_get_sample_bytes (self->samples);
  const gboolean is_float = self->samples == MAQ_SAMPLES_FLOAT;

  maq_wav_put_id (out, "fmt ");
  maq_wav_put_u32 (out, is_float ? 18 : 16);
  maq_wav_put_u16 (out, is_float ? FORMAT_FLOAT : FORMAT_PCM);
  maq_wav_put_u16 (out, N_CHANNELS);
  maq_wav_put_u32 (out, (guint32) self->rate_hz);
  maq_wav_put_u32 (out, (guint32) self->rate_hz * N_CHANNELS * sample_bytes);
  maq_wav_put_u16 (out, N_CHANNELS * sample_bytes);
  maq_wav_put_u16 (out, 8 * sample_bytes);
  if (!is_float)
    return;
  maq_wav_put_u16 (out, 0);
  maq_wav_put_id (out, "fact");
  maq_wav_put_u32 (out, 4);
  maq_wav_put_u32 (out, is_large ? LARGE : (guint32) self->n_frames);
}

GByteArray *
maq_wav_head_write (const MaqWavHead *self)
{
  const gboolean is_large = self->has_room && maq_wav_head_is_large (self);
  GByteArray *out = g_byte_array_new ();

  maq_wav_put_id (out, is_large ? "RF64" : "RIFF");
  maq_wav_put_u32 (out, is_large ? LARGE : (guint32) get_riff_bytes (self));
  maq_wav_put_id (out, "WAVE");
  if (self->has_room)
    put_room (self, is_large, out);
  put_format (self, is_large, out);
  maq_wav_put_id (out, "data");
  maq_wav_put_u32 (out, is_large ? LARGE : (guint32) get_data_bytes (self));
  return out;
}
