/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-recovery-writer-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "maq-file.h"
#include "maq-xml-writer.h"

#define GROUP "recovery"

struct _MaqRecoveryStore
{
  char       *id;
  int         lock;
  GFile      *project;
  MaqXmlMemo *memo;
};

char *
maq_recovery_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "maquette", "recovery", NULL);
}

static char *
dup_path (const char *id,
          const char *suffix)
{
  g_autofree char *folder = maq_recovery_folder ();

  return g_strdup_printf ("%s/%s%s", folder, id, suffix);
}

static gboolean
is_still_there (const char *path,
                int         fd)
{
  struct stat named, opened;

  return stat (path, &named) == 0 && fstat (fd, &opened) == 0 &&
         named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

/* Somebody who clears up may have removed the file between our opening and
 * our locking it: then the lock is on nothing. */
static int
open_lock (const char *id,
           int         flags)
{
  g_autofree char *path = dup_path (id, ".lock");
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | flags, 0600);

  if (fd < 0)
    return -1;

  if (flock (fd, LOCK_EX | LOCK_NB) != 0 || !is_still_there (path, fd))
    {
      close (fd);
      errno = EEXIST;
      return -1;
    }

  return fd;
}

static MaqRecoveryStore *
store_new (const char *id,
           int         lock)
{
  MaqRecoveryStore *self = g_new0 (MaqRecoveryStore, 1);
  g_autofree char *path = dup_path (id, MAQ_FILE_SUFFIX);

  self->id = g_strdup (id);
  self->lock = lock;
  self->project = g_file_new_for_path (path);
  self->memo = maq_xml_memo_new ();

  return self;
}

MaqRecoveryStore *
maq_recovery_store_new (GError **error)
{
  g_autofree char *folder = maq_recovery_folder ();
  int lock = -1;

  errno = g_mkdir_with_parents (folder, 0700) == 0 ? EEXIST : errno;

  for (int i = 0; i < 100 && lock < 0 && errno == EEXIST; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());

      lock = open_lock (id, O_EXCL);
      if (lock >= 0)
        return store_new (id, lock);
    }

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return NULL;
}

MaqRecoveryStore *
maq_recovery_store_take_over (const char *id)
{
  int lock = open_lock (id, 0);

  return lock >= 0 ? store_new (id, lock) : NULL;
}

static void
unlink_files (MaqRecoveryStore *self)
{
  const char *suffixes[] = {
    MAQ_FILE_SUFFIX, MAQ_FILE_SUFFIX ".new", ".info", ".info.new", ".lock",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = dup_path (self->id, suffixes[i]);

      g_unlink (path);
    }
}

void
maq_recovery_store_free (MaqRecoveryStore *self)
{
  if (!g_file_query_exists (self->project, NULL))
    unlink_files (self);
  close (self->lock);
  maq_xml_memo_free (self->memo);
  g_object_unref (self->project);
  g_free (self->id);
  g_free (self);
}

GFile *
maq_recovery_store_get_project (MaqRecoveryStore *self)
{
  return self->project;
}

static gboolean
set_errno (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return FALSE;
}

/* whole or not at all, as far as the end of the program goes */
static gboolean
write_file (const char  *path,
            const char  *data,
            gsize        size,
            GError     **error)
{
  g_autofree char *temporary = g_strconcat (path, ".new", NULL);
  int fd = g_open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean ok = fd >= 0 || set_errno (error);

  while (ok && size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        ok = set_errno (error);
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }

  if (fd >= 0 && close (fd) != 0 && ok)
    ok = set_errno (error);
  if (ok && g_rename (temporary, path) != 0)
    ok = set_errno (error);
  if (!ok && fd >= 0)
    g_unlink (temporary);

  return ok;
}

gboolean
maq_recovery_store_write (MaqRecoveryStore  *self,
                          MaqProject        *root,
                          GError           **error)
{
  g_autoptr(GBytes) bytes = maq_xml_write_with_memo (root, self->memo);

  return write_file (g_file_peek_path (self->project), g_bytes_get_data (bytes, NULL),
                     g_bytes_get_size (bytes), error);
}

gboolean
maq_recovery_store_write_info (MaqRecoveryStore  *self,
                               const char        *title,
                               GFile             *file,
                               const char        *etag,
                               GError           **error)
{
  g_autoptr(GKeyFile) info = g_key_file_new ();
  g_autofree char *path = dup_path (self->id, ".info");
  g_autofree char *text = NULL;
  gsize size;

  g_key_file_set_string (info, GROUP, "title", title);
  g_key_file_set_int64 (info, GROUP, "pid", getpid ());
  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_key_file_set_string (info, GROUP, "file", uri);
    }
  if (etag != NULL)
    g_key_file_set_string (info, GROUP, "etag", etag);

  text = g_key_file_to_data (info, &size, NULL);
  return write_file (path, text, size, error);
}

void
maq_recovery_store_read_info (MaqRecoveryStore  *self,
                              char             **title,
                              GFile            **file,
                              char             **etag)
{
  g_autoptr(GKeyFile) info = g_key_file_new ();
  g_autofree char *path = dup_path (self->id, ".info");
  g_autofree char *uri = NULL;

  g_key_file_load_from_file (info, path, G_KEY_FILE_NONE, NULL);
  uri = g_key_file_get_string (info, GROUP, "file", NULL);
  *title = g_key_file_get_string (info, GROUP, "title", NULL);
  *file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  *etag = g_key_file_get_string (info, GROUP, "etag", NULL);
}

void
maq_recovery_store_remove (MaqRecoveryStore *self)
{
  g_unlink (g_file_peek_path (self->project));
}

void
maq_recovery_store_discard (MaqRecoveryStore *self)
{
  unlink_files (self);
  maq_recovery_store_free (self);
}
