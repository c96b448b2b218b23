/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
test_int (void)
{
  static const struct
  {
    const char *text;
    gint64      value;
  } rows[] = {
    { "0", 0 },
    { "-0", 0 },
    { "92", 92 },
    { "-17", -17 },
    { "007", 7 },
    { "9223372036854775807", G_MAXINT64 },
    { "-9223372036854775808", G_MININT64 },
  };
  static const char *const refused[] = {
    "", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x10", "--1", "9223372036854775808", "\xd9\xa1",
    "-9223372036854775809", "99999999999999999999999999999999999999", "1\n", "nan",
  };
  gint64 value;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (maq_number_parse_int (rows[i].text, G_MININT64, G_MAXINT64, &value));
      g_assert_cmpint (value, ==, rows[i].value);
    }
  value = 77;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (maq_number_parse_int (refused[i], G_MININT64, G_MAXINT64, &value));
  g_assert_true (maq_number_parse_int ("10", 0, 10, NULL));
  g_assert_false (maq_number_parse_int ("11", 0, 10, &value));
  g_assert_false (maq_number_parse_int ("-1", 0, 10, &value));
  g_assert_cmpint (value, ==, 77);
}

static void
test_double (void)
{
  static const struct
  {
    const char *text;
    double      value;
  } rows[] = {
    { "0", 0.0 },      { "92", 92.0 },   { "-3.5", -3.5 },      { "0.5", 0.5 },
    { "1e3", 1000.0 }, { "1E-2", 0.01 }, { "2.5e+1", 25.0 },    { "00.1", 0.1 },
    { "-0", 0.0 },     { "1e-999", 0.0 }, { "0.534058956", 0.534058956 },
  };
  static const char *const refused[] = {
    "", "-", ".", "5.", ".5", "+1", " 1", "1 ", "1,5", "nan", "NaN", "inf", "-inf", "infinity",
    "0x10", "0x1p3", "1e", "1e+", "1.5.2", "1e999", "-1e999", "1f", "1\n", "e5", "1 000",
  };
  g_autofree char *long_text = g_strnfill (5000, '1');
  double value;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (maq_number_parse_double (rows[i].text, -1e300, 1e300, &value));
      g_assert_cmpfloat (value, ==, rows[i].value);
    }
  value = 77.0;
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (maq_number_parse_double (refused[i], -G_MAXDOUBLE, G_MAXDOUBLE, &value));
  g_assert_false (maq_number_parse_double (long_text, -G_MAXDOUBLE, G_MAXDOUBLE, &value));
  g_assert_true (maq_number_parse_double ("10.0", 0.0, 10.0, NULL));
  g_assert_false (maq_number_parse_double ("10.001", 0.0, 10.0, &value));
  g_assert_false (maq_number_parse_double ("-0.001", 0.0, 10.0, &value));
  g_assert_cmpfloat (value, ==, 77.0);
}

static void
test_format (void)
{
  static const struct
  {
    double      value;
    const char *text;
  } rows[] = {
    { 0.0, "0" },
    { -0.0, "0" },
    { 0.5, "0.5" },
    { 92.0, "92" },
    { -3.5, "-3.5" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 100000.0, "100000" },
    { 1e15, "1000000000000000" },
    { 120.25, "120.25" },
    { 1.0 / 3.0, "0.3333333333333333" },
    { 0.00001, "0.00001" },
    { 999.999, "999.999" },
    { 1e21, "1000000000000000000000" },
  };
  char text[MAQ_NUMBER_TEXT_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (maq_number_format (rows[i].value, text), ==, rows[i].text);
}

static void
assert_round_trip (double value)
{
  char text[MAQ_NUMBER_TEXT_MAX];
  double back = NAN;

  maq_number_format (value, text);
  g_assert_cmpuint (strlen (text), <, MAQ_NUMBER_TEXT_MAX);
  g_assert_null (strpbrk (text, "eE,"));
  g_assert_true (maq_number_parse_double (text, -G_MAXDOUBLE, G_MAXDOUBLE, &back));
  g_assert_cmpfloat (back, ==, value);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      assert_round_trip (g_test_rand_double_range (-1000.0, 1000.0));
      assert_round_trip (g_test_rand_int () / 960.0);
      assert_round_trip (ldexp (g_test_rand_double () + 0.5, g_test_rand_int_range (-60, 1020)));
    }
  assert_round_trip (G_MAXDOUBLE);
  assert_round_trip (-G_MAXDOUBLE);
}

/* Under a language with a decimal comma nothing may change. */
static void
test_comma (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8", "de_DE" };
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (locales) && !found; i++)
    found = setlocale (LC_ALL, locales[i]) != NULL;
  if (!found)
    {
      g_test_skip ("No locale with a decimal comma is installed");
      return;
    }
  test_int ();
  test_double ();
  test_format ();
  test_round_trip ();
  setlocale (LC_ALL, "C.UTF-8");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/int", test_int);
  g_test_add_func ("/base/number/double", test_double);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  g_test_add_func ("/base/number/comma", test_comma);
  return g_test_run ();
}
