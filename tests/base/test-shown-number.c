/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-shown-number.h"

static void
assert_shown (double      value,
              int         decimals,
              const char *number,
              const char *change)
{
  g_autofree char *shown = maq_shown_number (value, decimals);
  g_autofree char *changed = maq_shown_change (value, decimals);

  g_assert_cmpstr (shown, ==, number);
  g_assert_cmpstr (changed, ==, change);
}

static void
test_signs (void)
{
  assert_shown (3.4, 1, "3.4", "+3.4");
  assert_shown (-18.2, 1, "−18.2", "−18.2");
  assert_shown (0.0, 1, "0.0", "0.0");
}

/* What is rounded to nothing has no sign. */
static void
test_nothing (void)
{
  assert_shown (-0.04, 1, "0.0", "0.0");
  assert_shown (0.04, 1, "0.0", "0.0");
  assert_shown (-0.06, 1, "−0.1", "−0.1");
  assert_shown (-0.4, 0, "0", "0");
  assert_shown (0.6, 0, "1", "+1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/shown-number/signs", test_signs);
  g_test_add_func ("/base/shown-number/nothing", test_nothing);
  return g_test_run ();
}
