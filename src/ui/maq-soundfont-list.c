/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-soundfont-list.h"

#include <stdlib.h>

static const char *const folders[] = { "sounds/sf2", "sounds/sf3", "soundfonts" };

static void
add_path (GPtrArray  *paths,
          const char *path)
{
  char *real = realpath (path, NULL);
  guint index;

  if (real != NULL && !g_ptr_array_find_with_equal_func (paths, real, g_str_equal, &index))
    g_ptr_array_add (paths, g_strdup (real));
  free (real);
}

static gboolean
is_soundfont (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".sf2") || g_str_has_suffix (lower, ".sf3");
}

static void
add_folder (GPtrArray  *paths,
            const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_soundfont (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        add_path (paths, path);
      }
}

static void
add_folders (GPtrArray  *paths,
             const char *data_folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (data_folder, folders[i], NULL);

      add_folder (paths, folder);
    }
}

static void
add_usual_folders (GPtrArray *paths)
{
  const char *const *system_folders = g_get_system_data_dirs ();

  for (guint i = 0; system_folders[i] != NULL; i++)
    add_folders (paths, system_folders[i]);
  add_folders (paths, g_get_user_data_dir ());
}

static void
add_beside (GPtrArray *paths,
            GFile     *project)
{
  g_autoptr(GFile) parent = project == NULL ? NULL : g_file_get_parent (project);

  if (parent != NULL && g_file_peek_path (parent) != NULL)
    add_folder (paths, g_file_peek_path (parent));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *one = g_path_get_basename (*(const char *const *) a);
  g_autofree char *other = g_path_get_basename (*(const char *const *) b);

  return g_ascii_strcasecmp (one, other);
}

GPtrArray *
maq_soundfont_list_new (const char *also)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  add_usual_folders (paths);
  if (also != NULL && also[0] != '\0')
    add_path (paths, also);
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

GPtrArray *
maq_soundfont_list_new_names (GFile *project)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  add_beside (paths, project);
  add_usual_folders (paths);
  g_ptr_array_sort (paths, compare_names);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (paths, i));

      if (g_utf8_validate (name, -1, NULL) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }

  return names;
}
