/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "maq-xml-format.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"

G_DEFINE_QUARK (maq-document-error-quark, maq_document_error)

static char *
dup_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

/* ---- reading ---- */

static void
set_unreadable (GError       **error,
                GFile         *file,
                const GError  *reason)
{
  g_autofree char *name = dup_name (file);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE,
                 _("“%s” is not there; it may have been moved or renamed"), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE,
                 _("“%s” may not be read by you; ask its owner, or change its permissions"), name);
  else
    g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE,
                 _("“%s” cannot be read: %s"), name, reason->message);
}

static gboolean
check_kind (GFile     *file,
            GFileType  kind,
            goffset    size,
            GError   **error)
{
  g_autofree char *name = dup_name (file);

  if (kind == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE,
                 _("“%s” is a folder; choose a file in it"), name);
  else if (kind != G_FILE_TYPE_REGULAR)
    g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE,
                 _("“%s” is a pipe or a device; choose a file"), name);
  else if (size == 0)
    g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE,
                 _("“%s” is empty; take it from a copy"), name);
  else if (size > MAQ_XML_MAX_BYTES)
    g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNREADABLE,
                 _("“%s” is bigger than a project can be (%d MiB); choose another file"),
                 name, MAQ_XML_MAX_BYTES >> 20);
  else
    return TRUE;

  return FALSE;
}

/* Opening a pipe would wait for somebody to write into it: look first, and
 * open without waiting, in case it has become one since. */
static GInputStream *
open_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr(GError) reason = NULL;
  GInputStream *stream;

  if (path == NULL)
    {
      stream = G_INPUT_STREAM (g_file_read (file, cancellable, &reason));
    }
  else
    {
      int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

      stream = fd >= 0 ? g_object_new (G_TYPE_UNIX_INPUT_STREAM, "fd", fd, "close-fd", TRUE, NULL)
                       : NULL;
      if (fd < 0)
        g_set_error_literal (&reason, G_IO_ERROR, g_io_error_from_errno (errno),
                             g_strerror (errno));
    }

  if (stream == NULL)
    set_unreadable (error, file, reason);

  return stream;
}

static GBytes *
read_stream (GFile         *file,
             GInputStream  *stream,
             gsize          size,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *data = g_malloc (size + 1);
  g_autoptr(GError) reason = NULL;
  gsize n_read;

  if (!g_input_stream_read_all (stream, data, size, &n_read, cancellable, &reason))
    {
      set_unreadable (error, file, reason);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), n_read);
}

GBytes *
maq_file_read (GFile         *file,
               char         **etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) reason = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, "standard::type,standard::size,etag::value",
                            G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (info == NULL)
    {
      set_unreadable (error, file, reason);
      return NULL;
    }

  if (!check_kind (file, g_file_info_get_file_type (info), g_file_info_get_size (info), error))
    return NULL;

  stream = open_file (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  bytes = read_stream (file, stream, (gsize) g_file_info_get_size (info), cancellable, error);
  if (bytes == NULL || !check_kind (file, G_FILE_TYPE_REGULAR, (goffset) g_bytes_get_size (bytes),
                                    error))
    return NULL;

  if (etag != NULL)
    *etag = g_strdup (g_file_info_get_etag (info));

  return g_steal_pointer (&bytes);
}

MaqProject *
maq_file_load (GFile         *file,
               char         **etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *version = NULL;
  g_autoptr(GBytes) bytes = maq_file_read (file, &version, cancellable, error);
  MaqProject *root = bytes != NULL ? maq_xml_read (bytes, error) : NULL;

  if (root != NULL && etag != NULL)
    *etag = g_steal_pointer (&version);

  return root;
}

/* ---- writing ---- */

static void
set_unwritable (GError      **error,
                GFile        *file,
                const GError *reason)
{
  g_autofree char *name = dup_name (file);
  MaqDocumentError code = MAQ_DOCUMENT_ERROR_UNWRITABLE;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, MAQ_DOCUMENT_ERROR, code,
                 _("“%s” was not saved, because the disk is full; "
                   "make room, or save it in another place"), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, MAQ_DOCUMENT_ERROR, code,
                 _("“%s” was not saved, because its folder is not there any more; "
                   "save it in another place"), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    g_set_error (error, MAQ_DOCUMENT_ERROR, code,
                 _("“%s” was not saved, because its folder may not be written to; "
                   "save it in another place"), name);
  else
    g_set_error (error, MAQ_DOCUMENT_ERROR, code,
                 _("“%s” was not saved: %s; save it in another place"), name, reason->message);
}

static void
set_changed (GError **error,
             GFile   *file)
{
  g_autofree char *name = dup_name (file);

  g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK,
               _("“%s” was not saved, because another program has changed it meanwhile; "
                 "save over that, or save under another name"), name);
}

static gboolean
set_errno (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return FALSE;
}

/* what is behind the links, so that a link stays one */
static char *
resolve (GFile *file)
{
  char *target = realpath (g_file_peek_path (file), NULL);
  char *path = g_strdup (target != NULL ? target : g_file_peek_path (file));

  free (target);
  return path;
}

static gboolean
write_all (int            fd,
           GBytes        *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (fd, data, MIN (size, 1 << 20));

      if (n < 0 && errno != EINTR)
        return set_errno (error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }

  return TRUE;
}

/* as the file that is replaced, or as any new file */
static void
copy_mode (int         fd,
           const char *path)
{
  struct stat before;

  if (stat (path, &before) != 0)
    return;

  if (fchown (fd, before.st_uid, before.st_gid) == 0 || before.st_uid == geteuid ())
    (void) !fchmod (fd, before.st_mode & 07777);
}

static char *
query_etag (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = g_file_query_info (file, "etag::value", G_FILE_QUERY_INFO_NONE,
                                                 NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* nobody is overwritten where nobody wrote: a file that is gone is no change */
static gboolean
check_etag (GFile       *file,
            const char  *path,
            const char  *etag,
            GError     **error)
{
  g_autofree char *now = etag != NULL ? query_etag (path) : NULL;

  if (now == NULL || g_str_equal (now, etag))
    return TRUE;

  set_changed (error, file);
  return FALSE;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* A file without a name leaves nothing behind when we are killed; not every
 * file system can make one. */
static int
open_temporary (const char *folder,
                char       *temporary)
{
  int fd = g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);

  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
    {
      temporary[0] = '\0';
      return fd;
    }

  return g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
}

static char *
dup_temporary_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  return g_strdup_printf ("%s/.%s.%06x.XXXXXX", folder, name, g_random_int () & 0xffffff);
}

static gboolean
write_temporary (int            fd,
                 const char    *path,
                 GBytes        *bytes,
                 GCancellable  *cancellable,
                 GError       **error)
{
  if (!write_all (fd, bytes, cancellable, error))
    return FALSE;

  copy_mode (fd, path);
  return fsync (fd) == 0 || set_errno (error);
}

static char *
dup_open_name (int fd)
{
  return g_strdup_printf ("/proc/self/fd/%d", fd);
}

/* Gives a file without a name one, and says which: always the same, so that
 * what a kill leaves behind here goes away with the next save. */
static gboolean
name_temporary (int          fd,
                const char  *path,
                char       **temporary,
                GError     **error)
{
  g_autofree char *opened = dup_open_name (fd);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf ("%s/.%s.new", folder, name);

  if (**temporary != '\0')
    return TRUE;

  if (linkat (AT_FDCWD, opened, AT_FDCWD, hidden, AT_SYMLINK_FOLLOW) != 0 &&
      (errno != EEXIST || g_unlink (hidden) != 0 ||
       linkat (AT_FDCWD, opened, AT_FDCWD, hidden, AT_SYMLINK_FOLLOW) != 0))
    return set_errno (error);

  g_free (*temporary);
  *temporary = g_steal_pointer (&hidden);
  return TRUE;
}

/*
 * g_file_replace() writes into the old file itself where it cannot make a new
 * one beside it, and a kill in between leaves half a file. This fails instead.
 */
static gboolean
replace_file (GFile         *file,
              GBytes        *bytes,
              const char    *etag,
              char         **new_etag,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *path = resolve (file);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = dup_temporary_name (path);
  g_autofree char *written = NULL;
  int fd = open_temporary (folder, temporary);
  g_autofree char *opened = dup_open_name (fd);
  gboolean ok = fd >= 0 || set_errno (error);

  ok = ok && write_temporary (fd, path, bytes, cancellable, error);
  written = ok ? query_etag (opened) : NULL;
  /* once more: others may have written while the disk took its time */
  ok = ok && check_etag (file, path, etag, error);
  ok = ok && !g_cancellable_set_error_if_cancelled (cancellable, error);
  ok = ok && name_temporary (fd, path, &temporary, error);
  if (ok && g_rename (temporary, path) != 0)
    ok = set_errno (error);
  if (fd >= 0)
    close (fd);

  if (!ok && *temporary != '\0')
    g_unlink (temporary);
  if (!ok)
    return FALSE;

  sync_folder (path);
  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&written);

  return TRUE;
}

/* Renaming over a pipe or a device would take it away. */
static gboolean
check_replaceable (GFile       *file,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *name = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  name = dup_name (file);
  g_set_error (error, MAQ_DOCUMENT_ERROR, MAQ_DOCUMENT_ERROR_UNWRITABLE,
               _("“%s” was not saved, because it is no file but a folder, a pipe or a device; "
                 "save under another name"), name);
  return FALSE;
}

gboolean
maq_file_save (GFile         *file,
               MaqProject    *root,
               const char    *etag,
               char         **new_etag,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GBytes) bytes = maq_xml_write (root);
  g_autoptr(GError) reason = NULL;
  gboolean ok;

  if (g_file_peek_path (file) != NULL)
    ok = check_replaceable (file, g_file_peek_path (file), &reason) &&
         check_etag (file, g_file_peek_path (file), etag, &reason) &&
         replace_file (file, bytes, etag, new_etag, cancellable, &reason);
  else
    ok = g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  etag, FALSE, G_FILE_CREATE_NONE, new_etag, cancellable, &reason);

  if (ok)
    return TRUE;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    set_changed (error, file);
  else if (reason->domain == MAQ_DOCUMENT_ERROR ||
           g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    set_unwritable (error, file, reason);

  return FALSE;
}

GFile *
maq_file_with_suffix (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *longer = NULL;
  g_autoptr(GFile) parent = NULL;

  if (g_str_has_suffix (name, MAQ_FILE_SUFFIX) && !g_str_equal (name, MAQ_FILE_SUFFIX))
    return g_object_ref (file);

  longer = g_strconcat (name, MAQ_FILE_SUFFIX, NULL);
  parent = g_file_get_parent (file);
  return parent != NULL ? g_file_get_child (parent, longer) : g_object_ref (file);
}
