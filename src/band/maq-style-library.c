/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-style-library.h"

#include <string.h>

#include "maq-data.h"

/*
 * The program's own styles are called like their files, and are read when somebody asks
 * for them: a song needs one or two of them. Those of the user are read at once, because
 * they may be called anything, and be broken.
 */

typedef struct
{
  char     *name;
  char     *path;
  MaqStyle *style;       /* NULL until it is asked for */
} Entry;

struct _MaqStyleLibrary
{
  GMutex     lock;       /* of what follows: libraries are shared by threads */
  GPtrArray *entries;    /* Entry, sorted by name */
  GPtrArray *problems;   /* char * */
  gboolean   is_whole;   /* whether all of them have been read */
};

#define MAX_STYLES 500

/* What a song is played in that names no style, if its meter allows */
#define USUAL_STYLE "indie-folk"

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->style, maq_style_unref);
  g_free (entry->name);
  g_free (entry->path);
  g_free (entry);
}

static int
compare_entries_cb (gconstpointer a,
                    gconstpointer b)
{
  const Entry *left = *(Entry *const *) a;
  const Entry *right = *(Entry *const *) b;

  return strcmp (left->name, right->name);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static Entry *
find_entry (MaqStyleLibrary *self,
            const char      *name,
            guint           *index)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (strcmp (entry->name, name) == 0)
        {
          if (index != NULL)
            *index = i;
          return entry;
        }
    }
  return NULL;
}

/* Reads the style of an entry; one that cannot be read is left out of the library. */
static MaqStyle *
load_entry (MaqStyleLibrary *self,
            Entry           *entry)
{
  g_autoptr (GError) error = NULL;

  if (entry->style != NULL)
    return entry->style;
  entry->style = maq_style_load (entry->path, &error);
  if (entry->style == NULL)
    {
      g_ptr_array_add (self->problems, g_strdup (error->message));
      g_ptr_array_remove (self->entries, entry);
      return NULL;
    }
  return entry->style;
}

static void
add_entry (MaqStyleLibrary *self,
           const char      *name,
           const char      *path,
           MaqStyle        *style)
{
  Entry *entry = g_new (Entry, 1);
  guint index;

  if (find_entry (self, name, &index) != NULL)
    g_ptr_array_remove_index_fast (self->entries, index);
  *entry = (Entry) { g_strdup (name), g_strdup (path), style };
  g_ptr_array_add (self->entries, entry);
}

static void
read_file (MaqStyleLibrary *self,
           const char      *path)
{
  g_autoptr (GError) error = NULL;
  MaqStyle *style = maq_style_load (path, &error);

  if (style != NULL)
    add_entry (self, maq_style_get_name (style), path, style);
  else
    g_ptr_array_add (self->problems, g_strdup (error->message));
}

static void
read_folder (MaqStyleLibrary *self,
             const char      *folder,
             gboolean         is_own)
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
      g_autofree char *base = g_strndup (names->pdata[i],
                                         strlen (names->pdata[i]) - strlen (".xml"));

      if (is_own)
        add_entry (self, base, path, NULL);
      else
        read_file (self, path);
    }
}

static MaqStyleLibrary *
new_empty (void)
{
  MaqStyleLibrary *self = g_atomic_rc_box_new0 (MaqStyleLibrary);

  g_mutex_init (&self->lock);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

MaqStyleLibrary *
maq_style_library_new_for_folders (const char *const *folders)
{
  MaqStyleLibrary *self = new_empty ();

  for (guint i = 0; folders[i] != NULL; i++)
    read_folder (self, folders[i], FALSE);
  g_ptr_array_sort (self->entries, compare_entries_cb);
  return self;
}

MaqStyleLibrary *
maq_style_library_new (void)
{
  g_autofree char *own = g_build_filename (maq_data_get_folder (), "styles", NULL);
  g_autofree char *users = g_build_filename (g_get_user_data_dir (), "maquette", "styles", NULL);
  MaqStyleLibrary *self = new_empty ();

  read_folder (self, own, TRUE);
  read_folder (self, users, FALSE);
  g_ptr_array_sort (self->entries, compare_entries_cb);
  return self;
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
  g_mutex_clear (&self->lock);
}

void
maq_style_library_unref (MaqStyleLibrary *self)
{
  g_atomic_rc_box_release_full (self, clear_library);
}

/* Reads what has not been read yet. */
static void
read_all (MaqStyleLibrary *self)
{
  for (guint i = 0; !self->is_whole && i < self->entries->len;)
    i += load_entry (self, self->entries->pdata[i]) != NULL;
  self->is_whole = TRUE;
}

guint
maq_style_library_get_n_styles (MaqStyleLibrary *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  read_all (self);
  return self->entries->len;
}

MaqStyle *
maq_style_library_get_style (MaqStyleLibrary *self,
                             guint            index)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  read_all (self);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return ((Entry *) self->entries->pdata[index])->style;
}

const char *
maq_style_library_get_path (MaqStyleLibrary *self,
                            guint            index)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  read_all (self);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return ((Entry *) self->entries->pdata[index])->path;
}

static MaqStyle *
find_style (MaqStyleLibrary *self,
            const char      *name)
{
  Entry *entry = name != NULL ? find_entry (self, name, NULL) : NULL;

  return entry != NULL ? load_entry (self, entry) : NULL;
}

MaqStyle *
maq_style_library_find (MaqStyleLibrary *self,
                        const char      *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return find_style (self, name);
}

/* The first that is written in the meter, else the first that suits it. */
static MaqStyle *
find_for_meter (MaqStyleLibrary *self,
                MaqMeter         meter)
{
  MaqStyle *suits = NULL;

  read_all (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      MaqStyle *style = ((Entry *) self->entries->pdata[i])->style;

      if (maq_meter_equal (maq_style_get_meter (style), meter))
        return style;
      if (suits == NULL && maq_style_suits_meter (style, meter))
        suits = style;
    }
  return suits;
}

MaqStyle *
maq_style_library_choose (MaqStyleLibrary *self,
                          const char      *name,
                          MaqMeter         meter)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  MaqStyle *style = find_style (self, name);
  MaqStyle *usual;

  if (style != NULL)
    return style;
  usual = find_style (self, USUAL_STYLE);
  if (usual != NULL && maq_style_suits_meter (usual, meter))
    return usual;
  style = find_for_meter (self, meter);
  if (style != NULL || usual != NULL)
    return style != NULL ? style : usual;
  return self->entries->len > 0 ? ((Entry *) self->entries->pdata[0])->style : NULL;
}

guint
maq_style_library_get_n_problems (MaqStyleLibrary *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  read_all (self);
  return self->problems->len;
}

const char *
maq_style_library_get_problem (MaqStyleLibrary *self,
                               guint            index)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_return_val_if_fail (index < self->problems->len, NULL);

  return self->problems->pdata[index];
}
