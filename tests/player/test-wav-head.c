/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-wav-head-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "maq-audio-reader.h"
#include "maq-wav-file-private.h"

#define RATE 96000
#define MOST_RIFF G_GUINT64_CONSTANT (0xfffffffe) /* that a RIFF file may say of itself */

static guint64
get (const GByteArray *head,
     guint             at,
     guint             n_bytes)
{
  guint64 value = 0;

  g_assert_cmpuint (at + n_bytes, <=, head->len);
  for (guint i = 0; i < n_bytes; i++)
    value |= (guint64) head->data[at + i] << 8 * i;
  return value;
}

/* Where the content of a chunk begins; 0 if there is none. */
static guint
find (const GByteArray *head,
      const char       *id)
{
  for (guint at = 12; at + 8 <= head->len;
       at += 8 + (memcmp (head->data + at, "data", 4) == 0 ? 0 : (guint) get (head, at + 4, 4)))
    if (memcmp (head->data + at, id, 4) == 0)
      return at + 8;
  return 0;
}

static void
assert_id (const GByteArray *head,
           guint             at,
           const char       *id)
{
  g_assert_cmpmem (head->data + at, 4, id, 4);
}

/* As EBU Tech 3306 has it: 32 bits say that 64 bits stand in the first chunk. */
static void
assert_large (const MaqWavHead *shape,
              guint64           data_bytes)
{
  g_autoptr (GByteArray) head = maq_wav_head_write (shape);
  guint room = find (head, "ds64");

  g_assert_true (maq_wav_head_is_large (shape));
  assert_id (head, 0, "RF64");
  assert_id (head, 8, "WAVE");
  g_assert_cmpuint (get (head, 4, 4), ==, G_MAXUINT32);
  g_assert_cmpuint (room, ==, 20);
  g_assert_cmpuint (get (head, 16, 4), ==, 28);
  g_assert_cmpuint (get (head, room, 8), ==, head->len + data_bytes + shape->n_after - 8);
  g_assert_cmpuint (get (head, room + 8, 8), ==, data_bytes);
  g_assert_cmpuint (get (head, room + 16, 8), ==, shape->n_frames);
  g_assert_cmpuint (get (head, room + 24, 4), ==, 0);
  g_assert_cmpuint (find (head, "data"), ==, head->len);
  g_assert_cmpuint (get (head, head->len - 4, 4), ==, G_MAXUINT32);
  if (find (head, "fact") > 0)
    g_assert_cmpuint (get (head, find (head, "fact"), 4), ==, G_MAXUINT32);
}

static void
assert_small (const MaqWavHead *shape,
              guint64           data_bytes)
{
  g_autoptr (GByteArray) head = maq_wav_head_write (shape);

  g_assert_false (maq_wav_head_is_large (shape));
  assert_id (head, 0, "RIFF");
  g_assert_cmpuint (get (head, 4, 4), ==, head->len + data_bytes + shape->n_after - 8);
  g_assert_cmpuint (find (head, "ds64"), ==, 0);
  g_assert_cmpuint (find (head, "JUNK"), ==, shape->has_room ? 20 : 0);
  g_assert_cmpuint (get (head, head->len - 4, 4), ==, data_bytes);
  if (find (head, "fact") > 0)
    g_assert_cmpuint (get (head, find (head, "fact"), 4), ==, shape->n_frames);
}

/* On both sides of the border and far beyond it, with as many bytes before the sound. */
static void
test_border (void)
{
  static const struct { MaqSampleFormat samples; guint frame_bytes; guint head_bytes; } kinds[] = {
    { MAQ_SAMPLES_16, 4, 44 }, { MAQ_SAMPLES_24, 6, 44 }, { MAQ_SAMPLES_FLOAT, 8, 58 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint room = 0; room <= 36; room += 36)
      {
        guint frame_bytes = kinds[i].frame_bytes;
        guint64 most = (MOST_RIFF - (kinds[i].head_bytes + room - 8) - 1000) / frame_bytes;
        MaqWavHead shape = { kinds[i].samples, RATE, 0, 1000, room > 0 };
        g_autoptr (GByteArray) head = maq_wav_head_write (&shape);

        g_assert_cmpuint (head->len, ==, kinds[i].head_bytes + room);
        assert_small (&shape, 0);
        shape.n_frames = most;
        assert_small (&shape, most * frame_bytes);
        shape.n_frames = most + 1;
        g_assert_true (maq_wav_head_is_large (&shape));
        if (room == 0)
          continue;
        assert_large (&shape, shape.n_frames * frame_bytes);
        shape.n_frames = G_GUINT64_CONSTANT (1000000000000);
        assert_large (&shape, shape.n_frames * frame_bytes);
      }
}

static char *
dup_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("maquette-wav-XXXXXX", NULL);

  return g_build_filename (folder, "a.wav", NULL);
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
assert_read (const char *path,
             guint       n_frames)
{
  MaqFrame n_read = 0;
  g_autoptr (GError) error = NULL;
  g_autofree float *samples = maq_audio_file_read (path, RATE, 1.0, &n_read, &error);

  g_assert_no_error (error);
  g_assert_cmpint (n_read, ==, n_frames);
  for (guint i = 0; i < 2 * n_frames; i++)
    g_assert_cmpfloat (samples[i], ==, i / 1024.0f);
}

/* What was going to be large, and is not: a file like others, with room that nobody minds. */
static void
test_shorter (void)
{
  const MaqAudioOptions options = { .samples = MAQ_SAMPLES_FLOAT,
                                    .n_frames = G_GINT64_CONSTANT (1000000000) };
  g_autofree char *path = dup_path ();
  g_autoptr (MaqWavFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  float frames[2 * 64];
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    frames[i] = i / 1024.0f;
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  file = maq_wav_file_new (path, RATE, &options, &error);
  g_assert_true (maq_wav_file_write (file, frames, 64, &error));
  g_assert_true (maq_wav_file_finish (file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (size, ==, 58 + 36 + 64 * 8);
  g_assert_cmpmem (contents, 4, "RIFF", 4);
  assert_read (path, 64);
  remove_file (path);
}

/* Other programs write RF64 files also when they are small. */
static void
test_read (void)
{
  const MaqWavHead huge = { MAQ_SAMPLES_FLOAT, RATE, G_GUINT64_CONSTANT (1000000000), 0, TRUE };
  g_autoptr (GByteArray) bytes = maq_wav_head_write (&huge);
  const guint64 sizes[] = { GUINT64_TO_LE (bytes->len - 8 + 64 * 8), GUINT64_TO_LE (64 * 8),
                            GUINT64_TO_LE (64) };
  g_autofree char *path = dup_path ();

  memcpy (bytes->data + 20, sizes, sizeof sizes);
  for (guint i = 0; i < 2 * 64; i++)
    {
      float sample = i / 1024.0f;
      guint32 bits;

      memcpy (&bits, &sample, sizeof bits);
      maq_wav_put_u32 (bytes, bits);
    }
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
  assert_read (path, 64);
  remove_file (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/player/wav-head/border", test_border);
  g_test_add_func ("/player/wav-head/shorter", test_shorter);
  g_test_add_func ("/player/wav-head/read", test_read);
  return g_test_run ();
}
