/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-view-store.h"

#include <glib/gstdio.h>
#include <math.h>

#include "maq-limits.h"
#include "maq-timeline-metrics.h"

/* More than that no one has written here, and it is not read. */
#define MAX_BYTES (512 * 1024)
/* A layer's row is never higher than that: how far down a view can lie. */
#define MAX_SCROLL_PX (MAQ_LIMIT_LAYERS * 200)

void
maq_view_clear (MaqView *view)
{
  g_clear_pointer (&view->folded, g_strfreev);
}

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "maquette", "views.ini", NULL);
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

  for (gsize i = 0; i + MAQ_VIEW_STORE_MAX < n_groups; i++)
    g_key_file_remove_group (keys, groups[i], NULL);
}

static void
write_id (GKeyFile   *keys,
          const char *group,
          const char *key,
          MaqId       id)
{
  char text[MAQ_ID_TEXT_MAX];

  if (id != MAQ_ID_NONE)
    g_key_file_set_string (keys, group, key, maq_id_format (id, text));
}

static void
write_view (GKeyFile      *keys,
            const char    *group,
            const MaqView *view)
{
  if (view->loop.first != MAQ_ID_NONE)
    {
      write_id (keys, group, "first", view->loop.first);
      g_key_file_set_integer (keys, group, "first-bar", view->loop.first_bar);
      write_id (keys, group, "last", view->loop.last);
      g_key_file_set_integer (keys, group, "end-bar", view->loop.end_bar);
    }
  if (view->sight.px_per_bar > 0)
    {
      g_key_file_set_double (keys, group, "px-per-bar", view->sight.px_per_bar);
      g_key_file_set_double (keys, group, "view-bar", view->sight.first_bar);
    }
  if (view->sight.scroll_px > 0)
    g_key_file_set_integer (keys, group, "scroll", view->sight.scroll_px);
  if (view->here.section != MAQ_ID_NONE)
    {
      write_id (keys, group, "here", view->here.section);
      g_key_file_set_double (keys, group, "here-ticks", view->here.ticks);
    }
  write_id (keys, group, "section", view->section);
  write_id (keys, group, "layer", view->layer);
  if (view->folded != NULL && view->folded[0] != NULL)
    g_key_file_set_string_list (keys, group, "folded", (const char *const *) view->folded,
                                MIN (g_strv_length (view->folded), MAQ_LIMIT_LAYERS));
}

void
maq_view_store_keep (GFile         *file,
                     const MaqView *view)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = dup_group (file);
  g_autoptr (GKeyFile) keys = load (path);
  g_autoptr (GError) error = NULL;
  gboolean had = g_key_file_remove_group (keys, group, NULL);

  write_view (keys, group, view);
  if (!had && !g_key_file_has_group (keys, group))
    return;
  limit (keys);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (keys, path, &error))
    g_debug ("the view is not kept: %s", error != NULL ? error->message : folder);
}

static MaqId
read_id (GKeyFile   *keys,
         const char *group,
         const char *key)
{
  g_autofree char *text = g_key_file_get_string (keys, group, key, NULL);
  MaqId id;

  return text != NULL && maq_id_parse (text, &id) ? id : MAQ_ID_NONE;
}

static int
read_bar (GKeyFile   *keys,
          const char *group,
          const char *key)
{
  return CLAMP (g_key_file_get_integer (keys, group, key, NULL), 0, MAQ_LIMIT_BARS);
}

static double
read_double (GKeyFile   *keys,
             const char *group,
             const char *key,
             double      most)
{
  double value = g_key_file_get_double (keys, group, key, NULL);

  return isfinite (value) ? CLAMP (value, 0, most) : 0;
}

gboolean
maq_view_store_find (GFile   *file,
                     MaqView *view)
{
  g_autofree char *path = dup_path ();
  g_autofree char *group = dup_group (file);
  g_autoptr (GKeyFile) keys = load (path);

  *view = (MaqView) { 0 };
  if (!g_key_file_has_group (keys, group))
    return FALSE;
  view->loop.first = read_id (keys, group, "first");
  view->loop.first_bar = read_bar (keys, group, "first-bar");
  view->loop.last = read_id (keys, group, "last");
  view->loop.end_bar = read_bar (keys, group, "end-bar");
  view->sight.px_per_bar = read_double (keys, group, "px-per-bar", MAQ_ZOOM_MAX);
  view->sight.first_bar = read_double (keys, group, "view-bar",
                                       MAQ_LIMIT_SECTIONS * MAQ_LIMIT_BARS);
  view->sight.scroll_px = CLAMP (g_key_file_get_integer (keys, group, "scroll", NULL), 0,
                                 MAX_SCROLL_PX);
  view->here.section = read_id (keys, group, "here");
  view->here.ticks = read_double (keys, group, "here-ticks", G_MAXINT);
  view->section = read_id (keys, group, "section");
  view->layer = read_id (keys, group, "layer");
  view->folded = g_key_file_get_string_list (keys, group, "folded", NULL, NULL);
  return TRUE;
}
