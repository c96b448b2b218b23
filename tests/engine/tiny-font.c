/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-font.h"

#include <math.h>
#include <string.h>

/* Chunks and records after the SoundFont technical specification, version 2.01. */

#define PERIOD 96           /* frames of a wave: 500 Hz at 48 kHz, B4 and a bit */
#define N_PERIODS 40
#define N_FRAMES (PERIOD * N_PERIODS)
#define ROOT_KEY 71
#define GENERATOR_INSTRUMENT 41
#define GENERATOR_SAMPLE 53
#define GENERATOR_LOOPS 54

static void
put16 (GByteArray *bytes,
       int         value)
{
  guint16 word = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (bytes, (const guint8 *) &word, sizeof word);
}

static void
put32 (GByteArray *bytes,
       guint32     value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (bytes, (const guint8 *) &value, sizeof value);
}

static void
put_name (GByteArray *bytes,
          const char *name)
{
  char field[20] = { 0 };

  g_strlcpy (field, name, sizeof field);
  g_byte_array_append (bytes, (const guint8 *) field, sizeof field);
}

/* A chunk with what is in @inner, which is emptied. */
static void
put_chunk (GByteArray *bytes,
           const char *id,
           GByteArray *inner)
{
  g_byte_array_append (bytes, (const guint8 *) id, 4);
  put32 (bytes, inner->len);
  g_byte_array_append (bytes, inner->data, inner->len);
  g_byte_array_set_size (inner, 0);
}

static void
put_text_chunk (GByteArray *bytes,
                const char *id,
                const char *text)
{
  g_autoptr (GByteArray) inner = g_byte_array_new ();

  g_byte_array_append (inner, (const guint8 *) text, (guint) strlen (text) + 1);
  if (inner->len % 2 == 1)
    g_byte_array_append (inner, (const guint8 *) "", 1);
  put_chunk (bytes, id, inner);
}

static void
put_info (GByteArray *bytes)
{
  g_autoptr (GByteArray) list = g_byte_array_new ();
  g_autoptr (GByteArray) inner = g_byte_array_new ();

  g_byte_array_append (list, (const guint8 *) "INFO", 4);
  put16 (inner, 2);
  put16 (inner, 1);
  put_chunk (list, "ifil", inner);
  put_text_chunk (list, "isng", "EMU8000");
  put_text_chunk (list, "INAM", "Tiny");
  put_chunk (bytes, "LIST", list);
}

static void
put_samples (GByteArray *bytes)
{
  g_autoptr (GByteArray) list = g_byte_array_new ();
  g_autoptr (GByteArray) inner = g_byte_array_new ();

  g_byte_array_append (list, (const guint8 *) "sdta", 4);
  for (guint n = 0; n < N_FRAMES; n++)
    put16 (inner, (int) lrint (16000.0 * sin (2.0 * G_PI * n / PERIOD)));
  for (guint n = 0; n < 46; n++)
    put16 (inner, 0);
  put_chunk (list, "smpl", inner);
  put_chunk (bytes, "LIST", list);
}

static void
put_bags (GByteArray *list,
          const char *id,
          guint       n,
          guint       n_generators)
{
  g_autoptr (GByteArray) inner = g_byte_array_new ();

  for (guint i = 0; i <= n; i++)
    {
      put16 (inner, (int) (i * n_generators));
      put16 (inner, 0);
    }
  put_chunk (list, id, inner);
}

static void
put_nothing (GByteArray *list,
             const char *id,
             guint       n_bytes)
{
  g_autoptr (GByteArray) inner = g_byte_array_new ();

  g_byte_array_set_size (inner, n_bytes);
  memset (inner->data, 0, n_bytes);
  put_chunk (list, id, inner);
}

static void
put_preset (GByteArray *inner,
            const char *name,
            TinyPreset  preset,
            guint       bag)
{
  put_name (inner, name);
  put16 (inner, preset.program);
  put16 (inner, preset.bank);
  put16 (inner, (int) bag);
  for (guint i = 0; i < 3; i++)
    put32 (inner, 0);
}

static void
put_presets (GByteArray       *list,
             const TinyPreset *presets,
             guint             n_presets)
{
  g_autoptr (GByteArray) inner = g_byte_array_new ();

  for (guint i = 0; i < n_presets; i++)
    put_preset (inner, "Sine", presets[i], i);
  put_preset (inner, "EOP", (TinyPreset) { 0 }, n_presets);
  put_chunk (list, "phdr", inner);
  put_bags (list, "pbag", n_presets, 1);
  put_nothing (list, "pmod", 10);
  for (guint i = 0; i < n_presets; i++)
    {
      put16 (inner, GENERATOR_INSTRUMENT);
      put16 (inner, 0);
    }
  put32 (inner, 0);
  put_chunk (list, "pgen", inner);
}

static void
put_instrument (GByteArray *list)
{
  g_autoptr (GByteArray) inner = g_byte_array_new ();

  put_name (inner, "Sine");
  put16 (inner, 0);
  put_name (inner, "EOI");
  put16 (inner, 1);
  put_chunk (list, "inst", inner);
  put_bags (list, "ibag", 1, 2);
  put_nothing (list, "imod", 10);
  put16 (inner, GENERATOR_LOOPS);
  put16 (inner, 1);
  put16 (inner, GENERATOR_SAMPLE);
  put16 (inner, 0);
  put32 (inner, 0);
  put_chunk (list, "igen", inner);
}

static void
put_sample_header (GByteArray *inner,
                   const char *name,
                   guint       n_frames)
{
  guint8 pitch[2] = { ROOT_KEY, 0 };

  put_name (inner, name);
  put32 (inner, 0);
  put32 (inner, n_frames);
  put32 (inner, n_frames > 0 ? PERIOD : 0);
  put32 (inner, n_frames > 0 ? n_frames - PERIOD : 0);
  put32 (inner, 48000);
  g_byte_array_append (inner, pitch, 2);
  put16 (inner, 0);
  put16 (inner, 1);
}

char *
tiny_font_write (const TinyPreset *presets,
                 guint             n_presets)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) riff = g_byte_array_new ();
  g_autoptr (GByteArray) list = g_byte_array_new ();
  g_autoptr (GByteArray) inner = g_byte_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("maquette-font-XXXXXX", NULL);
  char *path = g_build_filename (folder, "tiny.sf2", NULL);

  g_byte_array_append (riff, (const guint8 *) "sfbk", 4);
  put_info (riff);
  put_samples (riff);
  g_byte_array_append (list, (const guint8 *) "pdta", 4);
  put_presets (list, presets, n_presets);
  put_instrument (list);
  put_sample_header (inner, "Sine", N_FRAMES);
  put_sample_header (inner, "EOS", 0);
  put_chunk (list, "shdr", inner);
  put_chunk (riff, "LIST", list);
  put_chunk (bytes, "RIFF", riff);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  return path;
}
