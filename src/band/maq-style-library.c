/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-style-library.h"

#include <string.h>

#include "maq-data.h"

typedef struct
{
  MaqStyle *style;
  char     *path;
} Entry;

struct _MaqStyleLibrary
{
  GPtrArray *entries;    /* Entry, sorted by the name of the style */
  GPtrArray *problems;   /* char * */
};

#define MAX_STYLES 500

/* What a song is played in that names no style, if its meter allows */
#define USUAL_STYLE "indie-folk"

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  maq_style_unref (entry->style);
  g_free (entry->path);
  g_free (entry);
}

static MaqStyle *
style_at (MaqStyleLibrary *self,
          guint            index)
{
  return ((Entry *) self->entries->pdata[index])->style;
}

static int
compare_entries_cb (gconstpointer a,
                    gconstpointer b)
{
  const Entry *left = *(Entry *const *) a;
  const Entry *right = *(Entry *const *) b;

  return strcmp (maq_style_get_name (left->style), maq_style_get_name (right->style));
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
take_style (MaqStyleLibrary *self,
            MaqStyle        *style,
            const char      *path)
{
  Entry *entry = g_new (Entry, 1);

  for (guint i = 0; i < self->entries->len; i++)
    if (strcmp (maq_style_get_name (style_at (self, i)), maq_style_get_name (style)) == 0)
      {
        g_ptr_array_remove_index_fast (self->entries, i);
        break;
      }
  *entry = (Entry) { .style = style, .path = g_strdup (path) };
  g_ptr_array_add (self->entries, entry);
}

static void
read_folder (MaqStyleLibrary *self,
             const char      *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len && self->entries->len < MAX_STYLES; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autoptr (GError) error = NULL;
      MaqStyle *style = maq_style_load (path, &error);

      if (style != NULL)
        take_style (self, style, path);
      else
        g_ptr_array_add (self->problems, g_strdup (error->message));
    }
}

MaqStyleLibrary *
maq_style_library_new_for_folders (const char *const *folders)
{
  MaqStyleLibrary *self = g_atomic_rc_box_new0 (MaqStyleLibrary);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; folders[i] != NULL; i++)
    read_folder (self, folders[i]);
  g_ptr_array_sort (self->entries, compare_entries_cb);
  return self;
}

MaqStyleLibrary *
maq_style_library_new (void)
{
  g_autofree char *own = g_build_filename (maq_data_get_folder (), "styles", NULL);
  g_autofree char *users = g_build_filename (g_get_user_data_dir (), "maquette", "styles", NULL);
  const char *folders[] = { own, users, NULL };

  return maq_style_library_new_for_folders (folders);
}

MaqStyleLibrary *
maq_style_library_ref (MaqStyleLibrary *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_library (gpointer data)
{
  MaqStyleLibrary *self = data;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->problems);
}

void
maq_style_library_unref (MaqStyleLibrary *self)
{
  g_atomic_rc_box_release_full (self, clear_library);
}

guint
maq_style_library_get_n_styles (MaqStyleLibrary *self)
{
  return self->entries->len;
}

MaqStyle *
maq_style_library_get_style (MaqStyleLibrary *self,
                             guint            index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return style_at (self, index);
}

const char *
maq_style_library_get_path (MaqStyleLibrary *self,
                            guint            index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return ((Entry *) self->entries->pdata[index])->path;
}

MaqStyle *
maq_style_library_find (MaqStyleLibrary *self,
                        const char      *name)
{
  for (guint i = 0; name != NULL && i < self->entries->len; i++)
    if (strcmp (maq_style_get_name (style_at (self, i)), name) == 0)
      return style_at (self, i);
  return NULL;
}

MaqStyle *
maq_style_library_choose (MaqStyleLibrary *self,
                          const char      *name,
                          MaqMeter         meter)
{
  MaqStyle *style = maq_style_library_find (self, name);
  MaqStyle *usual = maq_style_library_find (self, USUAL_STYLE);

  if (style == NULL && usual != NULL && maq_style_suits_meter (usual, meter))
    style = usual;
  for (guint i = 0; style == NULL && i < self->entries->len; i++)
    if (maq_meter_equal (maq_style_get_meter (style_at (self, i)), meter))
      style = style_at (self, i);
  for (guint i = 0; style == NULL && i < self->entries->len; i++)
    if (maq_style_suits_meter (style_at (self, i), meter))
      style = style_at (self, i);
  if (style == NULL && self->entries->len > 0)
    style = usual != NULL ? usual : style_at (self, 0);
  return style;
}

guint
maq_style_library_get_n_problems (MaqStyleLibrary *self)
{
  return self->problems->len;
}

const char *
maq_style_library_get_problem (MaqStyleLibrary *self,
                               guint            index)
{
  g_return_val_if_fail (index < self->problems->len, NULL);

  return self->problems->pdata[index];
}
