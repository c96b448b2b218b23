/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-file-set.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define PERMISSIONS 0644
#define MOST_LINKS 40

/* @old keeps what was at @target until all are in their places. */
typedef struct
{
  char    *path;   /* as it was named */
  char    *target; /* where its links lead */
  mode_t   mode;   /* of what is there; 0 if there is nothing */
  char    *draft;
  char    *old;
  gboolean is_placed;
} File;

struct _MaqFileSet
{
  GPtrArray  *files;
  GHashTable *targets; /* of these, borrowed */
};

static void
file_free (File *file)
{
  if (file->draft != NULL)
    g_unlink (file->draft);
  g_free (file->draft);
  g_free (file->path);
  g_free (file->target);
  g_free (file->old);
  g_free (file);
}

MaqFileSet *
maq_file_set_new (void)
{
  MaqFileSet *self = g_new0 (MaqFileSet, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  self->targets = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
maq_file_set_free (MaqFileSet *self)
{
  g_hash_table_unref (self->targets);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* What the system says, as a sentence that says what to do. */
static void
set_error (GError    **error,
           const char *path,
           int         number)
{
  const char *text;

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      text = _("The file can't be written, because its folder is not there; choose another.");
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      text = _("The file can't be written, because its folder may not be written to; "
               "choose another.");
      break;
    case ENOSPC:
      text = _("The file can't be written, because the disk is full; make room.");
      break;
    case ENAMETOOLONG:
      text = _("The file can't be written, because its name is too long; choose a shorter one.");
      break;
    default:
      text = g_strerror (number);
    }
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (number), "%s: %s", path, text);
}

static gboolean
is_free (const File  *file,
         GError     **error)
{
  if (!g_file_test (file->target, G_FILE_TEST_EXISTS)
      || g_file_test (file->target, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "%s: %s", file->path,
               _("This is no file but a folder, a pipe or a device; choose another name."));
  return FALSE;
}

/* Who has put a link there wants the file that it leads to be written, whether it is there yet or
 * not. */
static char *
dup_target (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = g_path_get_dirname (target);

      if (link == NULL)
        return g_steal_pointer (&target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link)
                                         : g_build_filename (folder, link, NULL);
    }
  return NULL;
}

/* A name beside the file that nobody has; a file of no bytes holds it, which others may read no
 * more than what is there. */
static char *
make_beside (const File  *file,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (file->target);
  g_autofree char *name = g_build_filename (folder, ".maquette-XXXXXX", NULL);
  const int mode = file->mode != 0 ? (int) file->mode | S_IRUSR | S_IWUSR : PERMISSIONS;
  const int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, mode);

  if (fd < 0)
    {
      set_error (error, file->path, errno);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&name);
}

static gboolean
prepare (MaqFileSet  *self,
         File        *file,
         GError     **error)
{
  GStatBuf status;

  if (file->target == NULL)
    {
      set_error (error, file->path, ELOOP);
      return FALSE;
    }
  if (g_hash_table_contains (self->targets, file->target))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "%s: %s", file->path,
                   _("Two of the files would have this name; give each its own."));
      return FALSE;
    }
  if (!is_free (file, error))
    return FALSE;
  if (g_stat (file->target, &status) == 0)
    file->mode = status.st_mode & 0777;
  file->draft = make_beside (file, error);
  return file->draft != NULL;
}

const char *
maq_file_set_add (MaqFileSet  *self,
                  const char  *path,
                  GError     **error)
{
  File *file = g_new0 (File, 1);

  file->path = g_strdup (path);
  file->target = dup_target (path);
  if (!prepare (self, file, error))
    {
      file_free (file);
      return NULL;
    }
  g_hash_table_add (self->targets, file->target);
  g_ptr_array_add (self->files, file);
  return file->draft;
}

gboolean
maq_file_set_write (MaqFileSet  *self,
                    const char  *path,
                    GBytes      *bytes,
                    GError     **error)
{
  const char *draft = maq_file_set_add (self, path, error);
  const File *file = draft != NULL ? g_ptr_array_index (self->files, self->files->len - 1) : NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(GError) local_error = NULL;

  if (file == NULL)
    return FALSE;
  if (g_file_set_contents_full (draft, data, (gssize) size, G_FILE_SET_CONTENTS_DURABLE,
                                file->mode != 0 ? (int) file->mode : PERMISSIONS, &local_error))
    return TRUE;
  set_error (error, path, local_error->code == G_FILE_ERROR_NOSPC ? ENOSPC : EIO);
  return FALSE;
}

/* What is not on the disk yet must not take the place of what is. */
static gboolean
reach_disk (const File  *file,
            GError     **error)
{
  const int fd = g_open (file->draft, O_RDONLY | O_CLOEXEC, 0);
  const gboolean well = fd >= 0 && fsync (fd) == 0;
  const int number = errno;

  if (fd >= 0)
    close (fd);
  if (!well)
    set_error (error, file->path, number);
  return well;
}

/* Two names for what was there, so that there is always a file at its path; where the file
 * system has no second names, there is none for a moment. */
static gboolean
place (File    *file,
       GError **error)
{
  if (!is_free (file, error) || !reach_disk (file, error))
    return FALSE;
  /* where a file system knows no permissions, there are none to keep */
  if (file->mode != 0)
    (void) !g_chmod (file->draft, (int) file->mode);
  if (g_file_test (file->target, G_FILE_TEST_EXISTS))
    {
      file->old = make_beside (file, error);
      if (file->old == NULL)
        return FALSE;
      g_unlink (file->old);
      if (link (file->target, file->old) != 0 && g_rename (file->target, file->old) != 0)
        {
          set_error (error, file->path, errno);
          g_clear_pointer (&file->old, g_free);
          return FALSE;
        }
    }
  if (g_rename (file->draft, file->target) != 0)
    {
      set_error (error, file->path, errno);
      return FALSE;
    }
  g_clear_pointer (&file->draft, g_free);
  file->is_placed = TRUE;
  return TRUE;
}

/* As it was before place(), whether that went well or not. Two names of one file stay two
 * when one is given to the other. */
static void
take_back (File *file)
{
  if (file->old != NULL)
    {
      if (g_rename (file->old, file->target) == 0)
        g_unlink (file->old);
    }
  else if (file->is_placed)
    g_unlink (file->target);
}

gboolean
maq_file_set_finish (MaqFileSet  *self,
                     GError     **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!place (g_ptr_array_index (self->files, i), error))
      {
        do
          take_back (g_ptr_array_index (self->files, i));
        while (i-- > 0);
        g_hash_table_remove_all (self->targets);
        g_ptr_array_set_size (self->files, 0);
        return FALSE;
      }
  for (guint i = 0; i < self->files->len; i++)
    {
      const File *file = g_ptr_array_index (self->files, i);

      if (file->old != NULL)
        g_unlink (file->old);
    }
  return TRUE;
}
