/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small drawings of notes: what is drawn is what is played. */

#include "maq-note-picture.h"

#define WIDTH 80
#define HEIGHT 20
#define LENGTH 8000

static MaqPhrase *
create_phrase (int high_key)
{
  const MaqNote notes[] = {
    { .start_ticks = -100, .length_ticks = 600, .key = 40, .velocity = 127 },
    { .start_ticks = 4000, .length_ticks = 2000, .key = (guint8) high_key, .velocity = 20 },
    { .start_ticks = 7900, .length_ticks = 9000, .key = 40, .velocity = 127 },
  };

  return maq_phrase_new (notes, G_N_ELEMENTS (notes), -1, -1);
}

static MaqNotePicture
describe (MaqPhrase *phrase)
{
  return (MaqNotePicture) {
    .phrase = phrase, .length_ticks = LENGTH, .width = WIDTH, .height = HEIGHT,
    .ink = { 0, 0, 0, 1 },
  };
}

/* The topmost row with ink in a column, or -1; and how strong it is. */
static int
find_ink (MaqRaster *raster,
          int         x,
          int        *strength)
{
  const guint32 *pixels = maq_raster_get_pixels (raster);

  for (int y = 0; y < HEIGHT; y++)
    if (pixels[y * WIDTH + x] != 0)
      {
        if (strength != NULL)
          *strength = (int) (pixels[y * WIDTH + x] >> 24);
        return y;
      }
  return -1;
}

static void
shows_when_and_how_high (void)
{
  g_autoptr (MaqPhrase) phrase = create_phrase (60);
  const MaqNotePicture picture = describe (phrase);
  g_autoptr (MaqRaster) raster = maq_note_picture_paint (&picture);
  int loud = 0;
  int soft = 0;

  g_assert_cmpint (maq_raster_get_width (raster), ==, WIDTH);
  g_assert_cmpint (maq_raster_get_height (raster), ==, HEIGHT);
  g_assert_cmpint (find_ink (raster, 0, &loud), >, HEIGHT / 2);
  g_assert_cmpint (find_ink (raster, 20, NULL), ==, -1);
  g_assert_cmpint (find_ink (raster, 39, NULL), ==, -1);
  g_assert_cmpint (find_ink (raster, 40, &soft), <, HEIGHT / 2);
  g_assert_cmpint (find_ink (raster, 58, NULL), <, HEIGHT / 2);
  g_assert_cmpint (find_ink (raster, 59, NULL), ==, -1);
  g_assert_cmpint (find_ink (raster, WIDTH - 1, NULL), >, HEIGHT / 2);
  g_assert_cmpint (loud, >, soft + 50);
}

/* A long bar is as wide as a short one, on the ruler and so in the picture. */
static void
bars_are_as_wide (void)
{
  const gint64 starts[] = { 0, 6000, LENGTH };
  g_autoptr (MaqPhrase) phrase = create_phrase (60);
  g_autoptr (GBytes) bars = g_bytes_new_static (starts, sizeof starts);
  MaqNotePicture picture = describe (phrase);
  g_autoptr (MaqRaster) raster = NULL;

  picture.bars = bars;
  raster = maq_note_picture_paint (&picture);
  g_assert_cmpint (find_ink (raster, 25, NULL), ==, -1);
  g_assert_cmpint (find_ink (raster, 27, NULL), <, HEIGHT / 2);
  g_assert_cmpint (find_ink (raster, 38, NULL), <, HEIGHT / 2);
  g_assert_cmpint (find_ink (raster, 40, NULL), ==, -1);
  g_assert_cmpint (find_ink (raster, 77, NULL), ==, -1);
  g_assert_cmpint (find_ink (raster, WIDTH - 1, NULL), >, HEIGHT / 2);
}

/* One pitch is a line in the middle, not a block. */
static void
one_pitch_is_a_line (void)
{
  g_autoptr (MaqPhrase) phrase = create_phrase (40);
  const MaqNotePicture picture = describe (phrase);
  g_autoptr (MaqRaster) raster = maq_note_picture_paint (&picture);
  int y = find_ink (raster, 0, NULL);

  g_assert_cmpint (y, >, HEIGHT / 4);
  g_assert_cmpint (y, <, HEIGHT * 3 / 4);
  g_assert_cmpint (find_ink (raster, 45, NULL), ==, y);
}

static void
painted_cb (gpointer user_data)
{
  ++*(int *) user_data;
}

static void
are_painted_once (void)
{
  int n_painted = 0;
  MaqNotePictures *pictures = maq_note_pictures_new (painted_cb, &n_painted);
  g_autoptr (MaqPhrase) phrase = create_phrase (60);
  MaqNotePicture wanted = describe (phrase);
  MaqRaster *first;
  gboolean is_there;

  g_assert_null (maq_note_pictures_find (pictures, &wanted, &is_there));
  g_assert_false (is_there);
  g_assert_null (maq_note_pictures_find (pictures, &wanted, &is_there));
  while (n_painted == 0)
    g_main_context_iteration (NULL, TRUE);
  first = maq_note_pictures_find (pictures, &wanted, &is_there);
  g_assert_nonnull (first);
  g_assert_true (is_there);

  /* edges that are rounded make no other picture; another size shows the old one meanwhile */
  wanted.width++;
  g_assert_true (maq_note_pictures_find (pictures, &wanted, &is_there) == first && is_there);
  wanted.width += 40;
  g_assert_true (maq_note_pictures_find (pictures, &wanted, &is_there) == first && !is_there);
  while (n_painted == 1)
    g_main_context_iteration (NULL, TRUE);
  first = maq_note_pictures_find (pictures, &wanted, &is_there);
  g_assert_true (is_there);
  g_assert_cmpint (maq_raster_get_width (first), ==, wanted.width);
  g_assert_cmpint (n_painted, ==, 2);
  maq_note_pictures_free (pictures);
}

static MaqRaster *
wait_for (MaqNotePictures      *pictures,
          const MaqNotePicture *wanted)
{
  gboolean is_there;
  MaqRaster *raster = maq_note_pictures_find (pictures, wanted, &is_there);

  while (!is_there)
    {
      g_main_context_iteration (NULL, TRUE);
      raster = maq_note_pictures_find (pictures, wanted, &is_there);
    }
  return raster;
}

/* Each is one of 1.25 MB: the one that is asked for again and again stays, its neighbour goes. */
static void
what_is_kept_is_bounded (void)
{
  MaqNotePicture wanted[60];
  int n_painted = 0;
  MaqNotePictures *pictures = maq_note_pictures_new (painted_cb, &n_painted);
  gboolean is_there;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      wanted[i] = describe (create_phrase (60));
      wanted[i].width = MAQ_NOTE_PICTURE_WIDTH_MAX * 100;
      wanted[i].height = 80;
      g_assert_cmpint (maq_raster_get_width (wait_for (pictures, &wanted[i])), ==,
                       MAQ_NOTE_PICTURE_WIDTH_MAX);
      g_assert_cmpuint (maq_note_pictures_size (pictures), <=, MAQ_NOTE_PICTURES_BYTES);
      g_assert_nonnull (maq_note_pictures_find (pictures, &wanted[0], &is_there));
      g_assert_true (is_there);
    }
  g_assert_cmpuint (maq_note_pictures_size (pictures), >, MAQ_NOTE_PICTURES_BYTES * 9 / 10);
  g_assert_nonnull (maq_note_pictures_find (pictures, &wanted[30], &is_there));
  g_assert_null (maq_note_pictures_find (pictures, &wanted[1], &is_there));
  g_assert_false (is_there);

  maq_note_pictures_free (pictures);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    maq_phrase_unref (wanted[i].phrase);
}

/* Whoever asked may be gone before the worker is done. */
static void
are_given_up (void)
{
  int n_painted = 0;
  MaqNotePictures *pictures = maq_note_pictures_new (painted_cb, &n_painted);
  g_autoptr (MaqPhrase) phrase = create_phrase (60);
  const MaqNotePicture wanted = describe (phrase);
  gboolean is_there;

  maq_note_pictures_find (pictures, &wanted, &is_there);
  g_main_context_iteration (NULL, FALSE);
  maq_note_pictures_free (pictures);
  for (int i = 0; i < 20; i++)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (n_painted, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/note-picture/shows-when-and-how-high", shows_when_and_how_high);
  g_test_add_func ("/ui/note-picture/bars-are-as-wide", bars_are_as_wide);
  g_test_add_func ("/ui/note-picture/one-pitch-is-a-line", one_pitch_is_a_line);
  g_test_add_func ("/ui/note-picture/are-painted-once", are_painted_once);
  g_test_add_func ("/ui/note-picture/what-is-kept-is-bounded", what_is_kept_is_bounded);
  g_test_add_func ("/ui/note-picture/are-given-up", are_given_up);
  return g_test_run ();
}
