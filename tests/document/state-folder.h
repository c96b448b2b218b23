/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>

/*
 * A state folder of the test's own, so that it meets no recovery files but its
 * own. GLib's isolated folders would do, but leak.
 */
static inline char *
state_folder_make (void)
{
  char *folder = g_dir_make_tmp ("maquette-state-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_assert_cmpstr (g_get_user_state_dir (), ==, folder);

  return folder;
}

/* removes a folder, its files, and the folders in it */
static inline void
state_folder_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        state_folder_remove (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}
