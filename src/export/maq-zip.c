/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

#define YEAR_1980 315532800 /* seconds of Unix time */

G_DEFINE_QUARK (maq-zip-error-quark, maq_zip_error)

struct _MaqZip
{
  struct archive *archive;
  GByteArray     *data;    /* NULL once it is given away */
  char           *problem; /* the first one */
};

static la_ssize_t
write_cb (struct archive *archive,
          void           *user_data,
          const void     *buffer,
          size_t          length)
{
  GByteArray *data = user_data;

  if (length > MAQ_ZIP_MAX_BYTES - data->len)
    {
      archive_set_error (archive, EFBIG, "%s",
                         _("The archive would be larger than 2 GB; leave something out."));
      return -1;
    }
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static void
note (MaqZip *self,
      int     result)
{
  if (result != ARCHIVE_OK && self->problem == NULL)
    self->problem = g_strdup (archive_error_string (self->archive));
}

MaqZip *
maq_zip_new (void)
{
  MaqZip *self = g_new0 (MaqZip, 1);

  self->data = g_byte_array_new ();
  self->archive = archive_write_new ();
  note (self, archive_write_set_format_zip (self->archive));
  note (self, archive_write_set_options (self->archive, "zip:hdrcharset=UTF-8"));
  note (self, archive_write_set_bytes_in_last_block (self->archive, 1));
  note (self, archive_write_open (self->archive, self->data, NULL, write_cb, NULL));
  return self;
}

void
maq_zip_free (MaqZip *self)
{
  archive_write_free (self->archive);
  g_clear_pointer (&self->data, g_byte_array_unref);
  g_free (self->problem);
  g_free (self);
}

void
maq_zip_add (MaqZip     *self,
             const char *name,
             GBytes     *bytes)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, YEAR_1980, 0);
  note (self, archive_write_header (self->archive, entry));
  if (size > 0 && archive_write_data (self->archive, data, size) != (la_ssize_t) size)
    note (self, ARCHIVE_FATAL);
  archive_entry_free (entry);
}

void
maq_zip_add_packed (MaqZip     *self,
                    const char *name,
                    GBytes     *bytes)
{
  note (self, archive_write_zip_set_compression_store (self->archive));
  maq_zip_add (self, name, bytes);
  note (self, archive_write_zip_set_compression_deflate (self->archive));
}

GBytes *
maq_zip_finish (MaqZip  *self,
                GError **error)
{
  note (self, archive_write_close (self->archive));
  if (self->problem != NULL)
    {
      g_set_error (error, MAQ_ZIP_ERROR, MAQ_ZIP_ERROR_FAILED, "%s", self->problem);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->data));
}
