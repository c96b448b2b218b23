/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-file-set.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PERMISSIONS 0644

/* @old keeps what was at @path until all are in their places. */
typedef struct
{
  char    *path;
  char    *draft;
  char    *old;
  gboolean is_placed;
} File;

struct _MaqFileSet
{
  GPtrArray *files;
};

static void
file_free (File *file)
{
  if (file->draft != NULL)
    g_unlink (file->draft);
  g_free (file->draft);
  g_free (file->path);
  g_free (file->old);
  g_free (file);
}

MaqFileSet *
maq_file_set_new (void)
{
  MaqFileSet *self = g_new0 (MaqFileSet, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  return self;
}

void
maq_file_set_free (MaqFileSet *self)
{
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
is_free (const char  *path,
         GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "%s: %s", path,
               _("This is no file but a folder, a pipe or a device; choose another name."));
  return FALSE;
}

/* A name beside @path that nobody has; a file of no bytes holds it. */
static char *
make_beside (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".maquette-XXXXXX", NULL);
  const int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, PERMISSIONS);

  if (fd < 0)
    {
      set_error (error, path, errno);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&name);
}

const char *
maq_file_set_add (MaqFileSet  *self,
                  const char  *path,
                  GError     **error)
{
  char *draft;
  File *file;

  if (!is_free (path, error))
    return NULL;
  draft = make_beside (path, error);
  if (draft == NULL)
    return NULL;
  file = g_new0 (File, 1);
  file->path = g_strdup (path);
  file->draft = draft;
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
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(GError) local_error = NULL;

  if (draft == NULL)
    return FALSE;
  if (g_file_set_contents_full (draft, data, (gssize) size, G_FILE_SET_CONTENTS_DURABLE,
                                PERMISSIONS, &local_error))
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
  if (!is_free (file->path, error) || !reach_disk (file, error))
    return FALSE;
  if (g_file_test (file->path, G_FILE_TEST_EXISTS))
    {
      file->old = make_beside (file->path, error);
      if (file->old == NULL)
        return FALSE;
      g_unlink (file->old);
      if (link (file->path, file->old) != 0 && g_rename (file->path, file->old) != 0)
        {
          set_error (error, file->path, errno);
          g_clear_pointer (&file->old, g_free);
          return FALSE;
        }
    }
  if (g_rename (file->draft, file->path) != 0)
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
      if (g_rename (file->old, file->path) == 0)
        g_unlink (file->old);
    }
  else if (file->is_placed)
    g_unlink (file->path);
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
