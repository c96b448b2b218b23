/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-data.h"

static void
test_environment_comes_first (void)
{
  g_setenv ("MAQ_DATADIR", "/elsewhere", TRUE);
  g_assert_cmpstr (maq_data_get_folder (), ==, "/elsewhere");
}

/* a test is a program that is started from its build folder */
static void
test_source_of_the_build (void)
{
  const char *source = g_getenv ("MAQ_SOURCE_ROOT");
  g_autofree char *expected = NULL;

  if (source == NULL)
    {
      g_test_skip ("not run by meson");
      return;
    }

  expected = g_build_filename (source, "data", NULL);
  g_unsetenv ("MAQ_DATADIR");
  g_assert_cmpstr (maq_data_get_folder (), ==, expected);
  g_assert_nonnull (maq_data_get_build_folder ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/data/environment-comes-first", test_environment_comes_first);
  g_test_add_func ("/base/data/source-of-the-build", test_source_of_the_build);
  return g_test_run ();
}
