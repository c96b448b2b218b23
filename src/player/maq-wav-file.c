/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-wav-file-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "maq-random.h"
#include "maq-wav-head-private.h"

#define N_CHANNELS 2

struct _MaqWavFile
{
  FILE            *stream;
  MaqWavHead       head;
  guint            sample_bytes;
  MaqRandom        random;        /* for dither */
  GByteArray      *bytes;         /* of one block */
  GByteArray      *after;         /* what stands behind the sound */
};

static void
put_label (GByteArray *out,
           guint       id,
           const char *label)
{
  gsize n_bytes = strlen (label) + 1;

  maq_wav_put_id (out, "labl");
  maq_wav_put_u32 (out, (guint32) (4 + n_bytes));
  maq_wav_put_u32 (out, id);
  g_byte_array_append (out, (const guint8 *) label, (guint) n_bytes);
  if (n_bytes % 2 == 1)
    g_byte_array_append (out, (const guint8 *) "", 1);
}

/* Those that cues can name, which is for twelve hours at the highest rate. */
static guint
count_markers (const MaqAudioOptions *options)
{
  guint n_markers = 0;

  while (n_markers < options->n_markers && options->markers[n_markers].frame <= G_MAXUINT32)
    n_markers++;
  return n_markers;
}

/* Each marker with its place among the frames; there is one piece of sound, so both are it. */
static void
put_markers (const MaqAudioOptions *options,
             GByteArray            *out)
{
  g_autoptr (GByteArray) labels = g_byte_array_new ();
  const guint n_markers = count_markers (options);

  if (n_markers == 0)
    return;
  maq_wav_put_id (out, "cue ");
  maq_wav_put_u32 (out, 4 + 24 * n_markers);
  maq_wav_put_u32 (out, n_markers);
  maq_wav_put_id (labels, "adtl");
  for (guint i = 0; i < n_markers; i++)
    {
      guint32 frame = (guint32) options->markers[i].frame;

      maq_wav_put_u32 (out, i + 1);
      maq_wav_put_u32 (out, frame);
      maq_wav_put_id (out, "data");
      maq_wav_put_u32 (out, 0);
      maq_wav_put_u32 (out, 0);
      maq_wav_put_u32 (out, frame);
      put_label (labels, i + 1, options->markers[i].label);
    }
  maq_wav_put_id (out, "LIST");
  maq_wav_put_u32 (out, labels->len);
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
  g_autoptr (MaqWavFile) self = g_new0 (MaqWavFile, 1);
  g_autoptr (GByteArray) head = NULL;

  self->sample_bytes = maq_wav_head_get_sample_bytes (options->samples);
  self->random = maq_random_new (0, 0, 0);
  self->bytes = g_byte_array_new ();
  self->after = g_byte_array_new ();
  put_markers (options, self->after);
  self->head = (MaqWavHead) { options->samples, rate_hz, (guint64) options->n_frames,
                              self->after->len, FALSE };
  self->head.has_room = maq_wav_head_is_large (&self->head);
  self->head.n_frames = 0;
  self->stream = fopen (path, "r+be");
  if (self->stream == NULL)
    {
      fail (error);
      return NULL;
    }
  head = maq_wav_head_write (&self->head);
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

  if (self->head.samples == MAQ_SAMPLES_FLOAT)
    memcpy (&bits, &sample, sizeof bits);
  else if (self->head.samples == MAQ_SAMPLES_16)
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

  self->head.n_frames += n_frames;
  if (!self->head.has_room && maq_wav_head_is_large (&self->head))
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
  return put_out (self, self->bytes, error);
}

gboolean
maq_wav_file_finish (MaqWavFile  *self,
                     GError     **error)
{
  g_autoptr (GByteArray) head = maq_wav_head_write (&self->head);
  FILE *stream;

  if (!put_out (self, self->after, error))
    return FALSE;
  if (fseeko (self->stream, 0, SEEK_SET) != 0)
    return fail (error);
  if (!put_out (self, head, error))
    return FALSE;
  stream = g_steal_pointer (&self->stream);
  return fclose (stream) == 0 ? TRUE : fail (error);
}
