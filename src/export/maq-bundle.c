/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-bundle.h"

#include <string.h>

#include "maq-export-words.h"
#include "maq-zip.h"

#define MANIFEST "00 manifest.txt"
#define TITLE_BYTES 80 /* of a song's title, so that what follows has room */

struct _MaqBundle
{
  MaqHandoff *handoff;
  MaqZip     *zip;
  GString    *manifest;
  char       *folder;
  guint       n_files;
};

/* Cut between characters, and never within what belongs to one letter. */
static void
cut (GString *name,
     gsize    max_bytes)
{
  gsize length = max_bytes;

  if (name->len <= max_bytes)
    return;
  while (length > 0 && ((guchar) name->str[length] & 0xc0) == 0x80)
    length--;
  while (length > 0 && g_unichar_iszerowidth (g_utf8_get_char (name->str + length)))
    length = (gsize) (g_utf8_prev_char (name->str + length) - name->str);
  g_string_truncate (name, length);
}

char *
maq_bundle_dup_name (const char *text,
                     gsize       max_bytes)
{
  g_autofree char *line = maq_export_dup_line (text);
  GString *name = g_string_new (line);

  g_strdelimit (name->str, "/\\:*?\"<>|", '-');
  while (name->len > 0 && strchr (". ", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);
  cut (name, max_bytes);
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_assign (name, "-");
  return g_string_free (name, FALSE);
}

char *
maq_bundle_dup_file_name (MaqHandoff *handoff,
                          guint       number,
                          const char *what,
                          const char *suffix)
{
  const char *text = maq_song_get_title (maq_handoff_get_song (handoff));
  g_autofree char *title = maq_bundle_dup_name (text, TITLE_BYTES);
  g_autofree char *start = g_strdup_printf ("%02u %s ", number, title);
  g_autofree char *rest =
    maq_bundle_dup_name (what, MAQ_BUNDLE_NAME_BYTES - strlen (start) - strlen (suffix));

  return g_strconcat (start, rest, suffix, NULL);
}

MaqBundle *
maq_bundle_new (MaqHandoff *handoff)
{
  MaqBundle *self = g_new0 (MaqBundle, 1);
  const char *text = maq_song_get_title (maq_handoff_get_song (handoff));
  g_autofree char *line = maq_export_dup_line (text);
  g_autofree char *title = maq_bundle_dup_name (text, TITLE_BYTES);
  g_autofree char *version = maq_export_dup_version (handoff);

  self->handoff = maq_handoff_ref (handoff);
  self->zip = maq_zip_new ();
  self->folder = g_strdup_printf ("%s %s", title, maq_handoff_get_version (handoff));
  self->manifest = g_string_new (NULL);
  g_string_append_printf (self->manifest, "%s\n%s\n\n", line, version);
  return self;
}

void
maq_bundle_free (MaqBundle *self)
{
  maq_handoff_unref (self->handoff);
  maq_zip_free (self->zip);
  g_string_free (self->manifest, TRUE);
  g_free (self->folder);
  g_free (self);
}

static void
add (MaqBundle  *self,
     const char *what,
     const char *suffix,
     GBytes     *bytes,
     void      (*put) (MaqZip     *zip,
                       const char *name,
                       GBytes     *bytes))
{
  g_autofree char *name = maq_bundle_dup_file_name (self->handoff, ++self->n_files, what, suffix);
  g_autofree char *path = g_strconcat (self->folder, "/", name, NULL);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_string_append_printf (self->manifest, "%s  %10" G_GSIZE_FORMAT "  %s\n", digest,
                          g_bytes_get_size (bytes), name);
  put (self->zip, path, bytes);
}

void
maq_bundle_add (MaqBundle  *self,
                const char *what,
                const char *suffix,
                GBytes     *bytes)
{
  add (self, what, suffix, bytes, maq_zip_add);
}

void
maq_bundle_add_sound (MaqBundle  *self,
                      const char *what,
                      const char *suffix,
                      GBytes     *bytes)
{
  add (self, what, suffix, bytes, maq_zip_add_packed);
}

GBytes *
maq_bundle_finish (MaqBundle  *self,
                   GError    **error)
{
  g_autoptr(GBytes) manifest = g_bytes_new (self->manifest->str, self->manifest->len);
  g_autofree char *path = g_strconcat (self->folder, "/" MANIFEST, NULL);

  maq_zip_add (self->zip, path, manifest);
  return maq_zip_finish (self->zip, error);
}
