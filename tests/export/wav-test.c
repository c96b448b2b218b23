/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "wav-test.h"

#include <string.h>

static guint32
get (const guint8 *at,
     guint         n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint32) at[i] << 8 * i;
  return value;
}

static void
read_format (Wav          *self,
             const guint8 *at,
             guint32       size)
{
  g_assert_cmpuint (size, >=, 16);
  self->format = get (at, 2);
  g_assert_cmpuint (get (at + 2, 2), ==, 2);
  self->rate_hz = (int) get (at + 4, 4);
  self->bits = get (at + 14, 2);
  g_assert_cmpuint (get (at + 12, 2), ==, 2 * self->bits / 8);
  g_assert_cmpuint (get (at + 8, 4), ==, (guint) self->rate_hz * 2 * self->bits / 8);
}

static float
read_sample (Wav          *self,
             const guint8 *at)
{
  guint32 bits = get (at, self->bits / 8);
  float sample;

  if (self->format == 1)
    return (float) ((gint32) (bits << (32 - self->bits)) / 2147483648.0);
  memcpy (&sample, &bits, sizeof sample);
  return sample;
}

static void
read_data (Wav          *self,
           const guint8 *at,
           guint32       size)
{
  guint bytes = self->bits / 8;

  g_assert_cmpuint (size % (2 * bytes), ==, 0);
  self->n_frames = size / (2 * bytes);
  self->samples = g_new (float, 2 * self->n_frames);
  for (gint64 i = 0; i < 2 * self->n_frames; i++)
    self->samples[i] = read_sample (self, at + i * bytes);
}

static void
read_cues (Wav          *self,
           const guint8 *at,
           guint32       size)
{
  self->n_cues = get (at, 4);
  g_assert_cmpuint (size, ==, 4 + 24 * self->n_cues);
  self->cues = g_new (guint32, self->n_cues);
  self->labels = g_new0 (char *, self->n_cues + 1);
  for (guint i = 0; i < self->n_cues; i++)
    {
      const guint8 *point = at + 4 + 24 * i;

      g_assert_cmpuint (get (point, 4), ==, i + 1);
      g_assert_cmpmem (point + 8, 4, "data", 4);
      g_assert_cmpuint (get (point + 4, 4), ==, get (point + 20, 4));
      self->cues[i] = get (point + 20, 4);
    }
}

static void
read_labels (Wav          *self,
             const guint8 *at,
             guint32       size)
{
  g_assert_cmpmem (at, 4, "adtl", 4);
  for (guint32 done = 4; done < size;)
    {
      guint32 n_bytes = get (at + done + 4, 4);
      guint32 id = get (at + done + 8, 4);

      g_assert_cmpmem (at + done, 4, "labl", 4);
      g_assert_cmpuint (id, >=, 1);
      g_assert_cmpuint (id, <=, self->n_cues);
      g_assert_null (self->labels[id - 1]);
      g_assert_cmpuint (at[done + 8 + n_bytes - 1], ==, 0);
      self->labels[id - 1] = g_strdup ((const char *) at + done + 12);
      g_assert_cmpuint (strlen (self->labels[id - 1]), ==, n_bytes - 5);
      done += 8 + n_bytes + n_bytes % 2;
    }
}

Wav *
wav_read (const char *path)
{
  Wav *self = g_new0 (Wav, 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  const guint8 *bytes;
  gsize n_bytes;
  guint32 fact = 0;

  g_file_get_contents (path, &contents, &n_bytes, &error);
  g_assert_no_error (error);
  bytes = (const guint8 *) contents;
  g_assert_cmpuint (n_bytes, >=, 44);
  g_assert_cmpmem (bytes, 4, "RIFF", 4);
  g_assert_cmpmem (bytes + 8, 4, "WAVE", 4);
  g_assert_cmpuint (get (bytes + 4, 4), ==, n_bytes - 8);
  for (gsize at = 12; at < n_bytes;)
    {
      guint32 size = get (bytes + at + 4, 4);

      g_assert_cmpuint (at + 8 + size, <=, n_bytes);
      if (memcmp (bytes + at, "fmt ", 4) == 0)
        read_format (self, bytes + at + 8, size);
      else if (memcmp (bytes + at, "fact", 4) == 0)
        fact = get (bytes + at + 8, 4);
      else if (memcmp (bytes + at, "data", 4) == 0)
        read_data (self, bytes + at + 8, size);
      else if (memcmp (bytes + at, "cue ", 4) == 0)
        read_cues (self, bytes + at + 8, size);
      else if (memcmp (bytes + at, "LIST", 4) == 0)
        read_labels (self, bytes + at + 8, size);
      at += 8 + size + size % 2;
    }
  g_assert_cmpuint (fact, ==, self->format == 3 ? self->n_frames : 0);
  return self;
}

void
wav_free (Wav *self)
{
  g_free (self->samples);
  g_free (self->cues);
  g_strfreev (self->labels);
  g_free (self);
}
