/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <glib.h>

/* Gives a target every file of the folders on the command line, so that what
 * a fuzzer once found is tried in every build. */

static guint
replay_folder (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autofree uint8_t *exact = NULL;
      gsize length;

      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      /* Without the NUL that GLib adds: reading too far must be seen. */
      exact = g_memdup2 (contents, length);
      g_printerr ("%s\n", path);
      LLVMFuzzerTestOneInput (exact, length);
      n_files++;
    }
  return n_files;
}

int
main (int    argc,
      char **argv)
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    n_files += replay_folder (argv[i]);
  g_print ("%u inputs\n", n_files);
  return n_files > 0 ? 0 : 1;
}
