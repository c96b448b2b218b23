/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-meter.h"

static void
test_text (void)
{
  static const char *const texts[] = {
    "4/4", "3/4", "6/8", "12/8", "7/8", "5/4", "2/2", "1/1", "32/32", "9/16",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MaqMeter meter = MAQ_METER_UNSET;
      char text[MAQ_METER_TEXT_MAX];

      g_assert_true (maq_meter_parse (texts[i], &meter));
      g_assert_true (maq_meter_is_set (meter));
      g_assert_true (maq_meter_is_valid (meter));
      g_assert_cmpstr (maq_meter_format (meter, text), ==, texts[i]);
    }
}

static void
test_signs (void)
{
  MaqMeter meter;

  g_assert_true (maq_meter_parse ("C", &meter));
  g_assert_true (maq_meter_equal (meter, (MaqMeter) { 4, 4 }));
  g_assert_true (maq_meter_parse ("C|", &meter));
  g_assert_true (maq_meter_equal (meter, (MaqMeter) { 2, 2 }));
  g_assert_false (maq_meter_equal (meter, (MaqMeter) { 2, 4 }));
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "4", "4/", "/4", "0/4", "33/4", "4/0", "4/3", "4/64", "444/4", "4/444", "4/4 ", " 4/4",
    "-4/4", "4/-4", "4.5/4", "4//4", "c", "C||", "99999999999999999999/4",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MaqMeter meter = { 7, 8 };

      g_assert_false (maq_meter_parse (texts[i], &meter));
      g_assert_true (maq_meter_equal (meter, (MaqMeter) { 7, 8 }));
    }
  g_assert_false (maq_meter_is_set (MAQ_METER_UNSET));
  g_assert_false (maq_meter_is_valid (MAQ_METER_UNSET));
}

static void
test_beats (void)
{
  static const struct
  {
    MaqMeter meter;
    MaqTick  bar_ticks;
    MaqTick  beat_ticks;
    guint    n_beats;
    gboolean compound;
  } rows[] = {
    { { 4, 4 }, 3840, 960, 4, FALSE },   { { 3, 4 }, 2880, 960, 3, FALSE },
    { { 6, 8 }, 2880, 1440, 2, TRUE },   { { 9, 8 }, 4320, 1440, 3, TRUE },
    { { 12, 8 }, 5760, 1440, 4, TRUE },  { { 3, 8 }, 1440, 480, 3, FALSE },
    { { 7, 8 }, 3360, 480, 7, FALSE },   { { 6, 4 }, 5760, 960, 6, FALSE },
    { { 6, 16 }, 1440, 720, 2, TRUE },   { { 2, 2 }, 3840, 1920, 2, FALSE },
    { { 5, 4 }, 4800, 960, 5, FALSE },   { { 1, 32 }, 120, 120, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (maq_meter_bar_ticks (rows[i].meter), ==, rows[i].bar_ticks);
      g_assert_cmpint (maq_meter_beat_ticks (rows[i].meter), ==, rows[i].beat_ticks);
      g_assert_cmpuint (maq_meter_n_beats (rows[i].meter), ==, rows[i].n_beats);
      g_assert_cmpint (maq_meter_is_compound (rows[i].meter), ==, rows[i].compound);
      g_assert_cmpint (rows[i].beat_ticks * rows[i].n_beats, ==, rows[i].bar_ticks);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/meter/text", test_text);
  g_test_add_func ("/score/meter/signs", test_signs);
  g_test_add_func ("/score/meter/refused", test_refused);
  g_test_add_func ("/score/meter/beats", test_beats);
  return g_test_run ();
}
