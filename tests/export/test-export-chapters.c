/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "maq-export-words.h"
#include "sound-test.h"

#define RATE 44100

/* A click in a file of that format, whole. */
static GBytes *
write_click (MaqHandoff     *handoff,
             MaqSoundFormat  format)
{
  const MaqSoundWish wish = { .has_click = TRUE, .format = format, .pattern = "click",
                              .plan = { .rate_hz = RATE, .count_in_bars = 1 } };
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqExportSound) sound = maq_export_sound_new (handoff, &wish, &error);
  g_autoptr(MaqFileSet) files = maq_file_set_new ();
  g_autofree char *folder = g_dir_make_tmp ("maquette-chapters-XXXXXX", NULL);
  g_auto(GStrv) names = NULL;
  g_autofree char *path = NULL;
  char *contents = NULL;
  gsize size = 0;

  g_assert_no_error (error);
  names = maq_export_sound_dup_names (sound);
  path = g_build_filename (folder, names[0], NULL);
  maq_export_sound_write (sound, performance, NULL, folder, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (maq_file_set_finish (files, &error));
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return g_bytes_new_take (contents, size);
}

static guint32
get_u32 (const guint8 *at,
         gboolean      is_big)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return is_big ? GUINT32_FROM_BE (value) : GUINT32_FROM_LE (value);
}

/* Where the comments begin: the block of type 4 in FLAC (RFC 9639, 8.6), the second packet of an
 * Ogg Opus stream (RFC 7845, 5.2), which is one page here. */
static const guint8 *
find_comments (const guint8 *data,
               gsize         size)
{
  if (memcmp (data, "fLaC", 4) == 0)
    for (const guint8 *block = data + 4; block + 4 < data + size;
         block += 4 + (get_u32 (block, TRUE) & 0xffffff))
      if ((block[0] & 0x7f) == 4)
        return block + 4;
  for (const guint8 *at = data; at + 8 < data + size; at++)
    if (memcmp (at, "OpusTags", 8) == 0)
      return at + 8;
  g_assert_not_reached ();
}

/* "KEY=value" of them whose keys begin so */
static GPtrArray *
read_comments (GBytes     *bytes,
               const char *start)
{
  GPtrArray *comments = g_ptr_array_new_with_free_func (g_free);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint8 *at = find_comments (data, size);
  guint32 n_comments;

  at += 4 + get_u32 (at, FALSE);
  n_comments = get_u32 (at, FALSE);
  at += 4;
  for (guint32 i = 0; i < n_comments; i++)
    {
      guint32 length = get_u32 (at, FALSE);
      char *comment = g_strndup ((const char *) at + 4, length);

      g_assert_cmpuint ((gsize) (at + 4 + length - data), <=, size);
      g_assert_true (g_utf8_validate (comment, (gssize) length, NULL));
      at += 4 + length;
      if (g_str_has_prefix (comment, start))
        g_ptr_array_add (comments, comment);
      else
        g_free (comment);
    }
  return comments;
}

static const MaqSoundFormat formats[] = { MAQ_SOUND_FLAC_16, MAQ_SOUND_OPUS };

/* By the book: a bar of 7/8 at 160 goes before, and then each section is as long as it is. */
static void
test_places (void)
{
  const MaqSoundPlanOptions options = { .rate_hz = RATE, .count_in_bars = 1 };
  g_autoptr(MaqHandoff) handoff = sound_test_song (0.0);
  MaqForm *form = maq_handoff_get_form (handoff);
  double lead = (double) sound_test_lead (&options) / RATE;

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr(GBytes) bytes = write_click (handoff, formats[f]);
      g_autoptr(GPtrArray) chapters = read_comments (bytes, "CHAPTER");

      g_assert_cmpuint (chapters->len, ==, 2 * maq_form_get_n_sections (form));
      for (guint i = 0; i < maq_form_get_n_sections (form); i++)
        {
          const MaqFormSection *place = maq_form_get_section (form, i);
          g_autofree char *name = g_strdup_printf ("CHAPTER%03uNAME=%s", i + 1,
                                                   maq_export_get_name (place->section));
          const char *time = chapters->pdata[2 * i];
          guint number, hours, minutes, ms;
          double seconds;

          g_assert_cmpint (sscanf (time, "CHAPTER%3u=%2u:%2u:%lf", &number, &hours, &minutes,
                                   &seconds), ==, 4);
          g_assert_cmpint (sscanf (time + strlen (time) - 4, ".%3u", &ms), ==, 1);
          g_assert_cmpuint (strlen (time), ==, strlen ("CHAPTER001=00:00:00.000"));
          g_assert_cmpuint (number, ==, i + 1);
          g_assert_cmpfloat_with_epsilon (hours * 3600.0 + minutes * 60.0 + seconds,
                                          lead + place->start_seconds, 0.002);
          g_assert_cmpstr (chapters->pdata[2 * i + 1], ==, name);
        }
    }
}

/* Whatever a section is called, it is a name on one line, and no comment of another kind. */
static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);
        g_autoptr(GBytes) bytes = write_click (handoff, formats[f]);
        g_autoptr(GPtrArray) chapters = read_comments (bytes, "CHAPTER");
        g_autofree char *line = maq_export_dup_line (export_test_names[i]);
        g_autofree char *name = g_strconcat ("CHAPTER001NAME=", line, NULL);

        g_assert_cmpuint (chapters->len, ==, 4);
        g_assert_true (g_str_has_prefix (chapters->pdata[0], "CHAPTER001="));
        g_assert_cmpstr (chapters->pdata[1], ==, name);
        g_assert_null (strpbrk (chapters->pdata[1], "\n\r\t"));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/chapters/places", test_places);
  g_test_add_func ("/export/chapters/hostile", test_hostile_names);
  return g_test_run ();
}
