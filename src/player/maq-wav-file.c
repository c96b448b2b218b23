/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-wav-file-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "maq-random.h"

#define N_CHANNELS 2
#define FORMAT_PCM 1
#define FORMAT_FLOAT 3
#define RIFF_SIZE_AT 4
#define MAX_BYTES G_GUINT64_CONSTANT (0xfffffffe)

struct _MaqWavFile
{
  FILE            *stream;
  MaqSampleFormat  samples;
  guint            sample_bytes;
  MaqRandom        random;        /* for dither */
  GByteArray      *bytes;         /* of one block */
  GByteArray      *after;         /* what stands behind the sound */
  guint64          data_at;       /* where the sound begins */
  guint64          fact_at;       /* where the number of frames stands, 0 for nowhere */
  guint64          data_bytes;
};

/* Little endian, as all of it */

static void
put_u16 (GByteArray *out,
         guint       value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
put_u32 (GByteArray *out,
         guint32     value)
{
  put_u16 (out, value & 0xffff);
  put_u16 (out, value >> 16);
}

static void
put_id (GByteArray *out,
        const char *id)
{
  g_byte_array_append (out, (const guint8 *) id, 4);
}

static void
put_head (MaqWavFile *self,
          int         rate_hz,
          GByteArray *out)
{
  guint frame_bytes = N_CHANNELS * self->sample_bytes;
  gboolean is_float = self->samples == MAQ_SAMPLES_FLOAT;

  put_id (out, "RIFF");
  put_u32 (out, 0);
  put_id (out, "WAVE");
  put_id (out, "fmt ");
  put_u32 (out, is_float ? 18 : 16);
  put_u16 (out, is_float ? FORMAT_FLOAT : FORMAT_PCM);
  put_u16 (out, N_CHANNELS);
  put_u32 (out, (guint32) rate_hz);
  put_u32 (out, (guint32) rate_hz * frame_bytes);
  put_u16 (out, frame_bytes);
  put_u16 (out, 8 * self->sample_bytes);
  if (is_float)
    {
      put_u16 (out, 0);
      put_id (out, "fact");
      put_u32 (out, 4);
      self->fact_at = out->len;
      put_u32 (out, 0);
    }
  put_id (out, "data");
  put_u32 (out, 0);
  self->data_at = out->len;
}

static void
put_label (GByteArray *out,
           guint       id,
           const char *label)
{
  gsize n_bytes = strlen (label) + 1;

  put_id (out, "labl");
  put_u32 (out, (guint32) (4 + n_bytes));
  put_u32 (out, id);
  g_byte_array_append (out, (const guint8 *) label, (guint) n_bytes);
  if (n_bytes % 2 == 1)
    g_byte_array_append (out, (const guint8 *) "", 1);
}

/* Each marker with its place among the frames; there is one piece of sound, so both are it. */
static void
put_markers (const MaqAudioOptions *options,
             GByteArray            *out)
{
  g_autoptr (GByteArray) labels = g_byte_array_new ();

  if (options->n_markers == 0)
    return;
  put_id (out, "cue ");
  put_u32 (out, 4 + 24 * options->n_markers);
  put_u32 (out, options->n_markers);
  put_id (labels, "adtl");
  for (guint i = 0; i < options->n_markers; i++)
    {
      guint32 frame = (guint32) options->markers[i].frame;

      put_u32 (out, i + 1);
      put_u32 (out, frame);
      put_id (out, "data");
      put_u32 (out, 0);
      put_u32 (out, 0);
      put_u32 (out, frame);
      put_label (labels, i + 1, options->markers[i].label);
    }
  put_id (out, "LIST");
  put_u32 (out, labels->len);
  g_byte_array_append (out, labels->data, labels->len);
}

static gboolean
fail (GError **error)
{
  int reason = errno;

  if (reason == ENOSPC || reason == EFBIG || reason == EDQUOT)
    g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE,
                 _("The file can't be written because the disk is full. Make room or choose "
                   "another folder."));
  else
    g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE,
                 _("The file can't be written: %s"), g_strerror (reason));
  return FALSE;
}

static gboolean
put_out (MaqWavFile  *self,
         GByteArray  *bytes,
         GError     **error)
{
  if (bytes->len > 0 && fwrite (bytes->data, bytes->len, 1, self->stream) != 1)
    return fail (error);
  return TRUE;
}

MaqWavFile *
maq_wav_file_new (const char             *path,
                  int                     rate_hz,
                  const MaqAudioOptions  *options,
                  GError                **error)
{
  static const guint sizes[] = { [MAQ_SAMPLES_24] = 3, [MAQ_SAMPLES_16] = 2,
                                 [MAQ_SAMPLES_FLOAT] = 4 };
  g_autoptr (MaqWavFile) self = g_new0 (MaqWavFile, 1);
  g_autoptr (GByteArray) head = g_byte_array_new ();

  self->samples = options->samples;
  self->sample_bytes = sizes[options->samples];
  self->random = maq_random_new (0, 0, 0);
  self->bytes = g_byte_array_new ();
  self->after = g_byte_array_new ();
  put_markers (options, self->after);
  self->stream = fopen (path, "r+be");
  if (self->stream == NULL)
    {
      fail (error);
      return NULL;
    }
  put_head (self, rate_hz, head);
  return put_out (self, head, error) ? g_steal_pointer (&self) : NULL;
}

void
maq_wav_file_free (MaqWavFile *self)
{
  if (self == NULL)
    return;
  if (self->stream != NULL)
    fclose (self->stream);
  g_byte_array_unref (self->bytes);
  g_byte_array_unref (self->after);
  g_free (self);
}

/*
 * With dither of triangular density, so that what is rounded away is a hiss and no distortion
 * (Lipshitz, Wannamaker, Vanderkooy: "Quantization and Dither", JAES 40, 1992). Silence stays
 * silence.
 */
static gint32
round_to_16 (MaqWavFile *self,
             float       sample)
{
  double dither;

  if (sample == 0.0f)
    return 0;
  dither = maq_random_uniform (&self->random) - maq_random_uniform (&self->random);
  return (gint32) CLAMP (lrint ((double) sample * 32768.0 + dither), -32768, 32767);
}

static guint8 *
encode (MaqWavFile *self,
        float       sample,
        guint8     *out)
{
  guint32 bits;

  if (self->samples == MAQ_SAMPLES_FLOAT)
    memcpy (&bits, &sample, sizeof bits);
  else if (self->samples == MAQ_SAMPLES_16)
    bits = (guint32) round_to_16 (self, sample);
  else
    bits = (guint32) (gint32) CLAMP (lrint ((double) sample * 8388608.0), -8388608, 8388607);
  for (guint i = 0; i < self->sample_bytes; i++)
    *out++ = bits >> 8 * i & 0xff;
  return out;
}

gboolean
maq_wav_file_write (MaqWavFile   *self,
                    const float  *interleaved,
                    guint         n_frames,
                    GError      **error)
{
  guint n_bytes = n_frames * N_CHANNELS * self->sample_bytes;
  guint8 *out;

  if (self->data_at + self->data_bytes + n_bytes + self->after->len > MAX_BYTES)
    {
      g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE,
                   _("A WAV file can't hold more than 4 GiB. Choose FLAC, fewer bits or fewer "
                     "frames per second."));
      return FALSE;
    }
  g_byte_array_set_size (self->bytes, n_bytes);
  out = self->bytes->data;
  for (guint i = 0; i < N_CHANNELS * n_frames; i++)
    out = encode (self, interleaved[i], out);
  self->data_bytes += n_bytes;
  return put_out (self, self->bytes, error);
}

static gboolean
put_size (MaqWavFile  *self,
          guint64      at,
          guint64      value,
          GError     **error)
{
  g_byte_array_set_size (self->bytes, 0);
  put_u32 (self->bytes, (guint32) value);
  return fseeko (self->stream, (off_t) at, SEEK_SET) == 0 ? put_out (self, self->bytes, error)
                                                          : fail (error);
}

gboolean
maq_wav_file_finish (MaqWavFile  *self,
                     GError     **error)
{
  guint frame_bytes = N_CHANNELS * self->sample_bytes;
  guint64 n_bytes = self->data_at + self->data_bytes + self->after->len;
  FILE *stream;

  if (!put_out (self, self->after, error)
      || !put_size (self, RIFF_SIZE_AT, n_bytes - 8, error)
      || !put_size (self, self->data_at - 4, self->data_bytes, error)
      || (self->fact_at > 0
          && !put_size (self, self->fact_at, self->data_bytes / frame_bytes, error)))
    return FALSE;
  stream = g_steal_pointer (&self->stream);
  return fclose (stream) == 0 ? TRUE : fail (error);
}
