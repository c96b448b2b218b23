/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-loop-store.h"

#include <glib/gstdio.h>

#include "maq-limits.h"

/* More than that no one has written here, and it is not read. */
#define MAX_BYTES (256 * 1024)

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "maquette", "loops.ini", NULL);
}

static char *
dup_group (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

static GKeyFile *
load (const char *path)
{
  GKeyFile *keys = g_key_file_new ();
  GStatBuf info;

  /* what is not there or damaged holds nothing */
  if (g_stat (path, &info) == 0 && info.st_size <= MAX_BYTES)
    g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  return keys;
}

/* Those that were kept first go first. */
static void
limit (GKeyFile *keys)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (keys, &n_groups);

  for (gsize i = 0; i + MAQ_LOOP_STORE_MAX < n_groups; i++)
    g_key_file_remove_group (keys, groups[i], NULL);
}

void
maq_loop_store_keep (GFile         *file,
                     const MaqLoop *loop)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = dup_group (file);
  g_autoptr (GKeyFile) keys = load (path);
  g_autoptr (GError) error = NULL;
  char text[MAQ_ID_TEXT_MAX];

  if (!g_key_file_remove_group (keys, group, NULL) && loop->first == MAQ_ID_NONE)
    return;
  if (loop->first != MAQ_ID_NONE)
    {
      g_key_file_set_string (keys, group, "first", maq_id_format (loop->first, text));
      g_key_file_set_integer (keys, group, "first-bar", loop->first_bar);
      g_key_file_set_string (keys, group, "last", maq_id_format (loop->last, text));
      g_key_file_set_integer (keys, group, "end-bar", loop->end_bar);
    }
  limit (keys);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (keys, path, &error))
    g_debug ("the loop is not kept: %s", error != NULL ? error->message : folder);
}

static gboolean
read_place (GKeyFile   *keys,
            const char *group,
            const char *id_key,
            const char *bar_key,
            MaqId      *id,
            int        *bar)
{
  g_autofree char *text = g_key_file_get_string (keys, group, id_key, NULL);

  *bar = g_key_file_get_integer (keys, group, bar_key, NULL);
  return text != NULL && maq_id_parse (text, id) && *bar >= 0 && *bar <= MAQ_LIMIT_BARS;
}

gboolean
maq_loop_store_find (GFile   *file,
                     MaqLoop *loop)
{
  g_autofree char *path = dup_path ();
  g_autofree char *group = dup_group (file);
  g_autoptr (GKeyFile) keys = load (path);

  return read_place (keys, group, "first", "first-bar", &loop->first, &loop->first_bar) &&
         read_place (keys, group, "last", "end-bar", &loop->last, &loop->end_bar);
}
