/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-bundle.h"

#include <string.h>

#include "maq-export-words.h"
#include "maq-zip.h"

#define MANIFEST "00 manifest.txt"
#define TITLE_BYTES 80 /* of a song's title, so that what follows has room */

typedef struct
{
  char     *what;
  char     *suffix;
  GBytes   *bytes;
  gboolean  is_packed;
} Item;

struct _MaqBundle
{
  MaqHandoff *handoff;
  GArray     *items; /* of Item: what they are called depends on how many there will be */
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->what);
  g_free (item->suffix);
  g_bytes_unref (item->bytes);
}

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
                          guint       n_files,
                          const char *what,
                          const char *suffix)
{
  const char *text = maq_song_get_title (maq_handoff_get_song (handoff));
  g_autofree char *title = maq_bundle_dup_name (text, TITLE_BYTES);
  g_autofree char *last = g_strdup_printf ("%02u", n_files);
  g_autofree char *start = g_strdup_printf ("%0*u %s ", (int) strlen (last), number, title);
  g_autofree char *rest =
    maq_bundle_dup_name (what, MAQ_BUNDLE_NAME_BYTES - strlen (start) - strlen (suffix));

  return g_strconcat (start, rest, suffix, NULL);
}

MaqBundle *
maq_bundle_new (MaqHandoff *handoff)
{
  MaqBundle *self = g_new0 (MaqBundle, 1);

  self->handoff = maq_handoff_ref (handoff);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

void
maq_bundle_free (MaqBundle *self)
{
  maq_handoff_unref (self->handoff);
  g_array_unref (self->items);
  g_free (self);
}

static void
add (MaqBundle  *self,
     const char *what,
     const char *suffix,
     GBytes     *bytes,
     gboolean    is_packed)
{
  const Item item = { g_strdup (what), g_strdup (suffix), g_bytes_ref (bytes), is_packed };

  g_array_append_val (self->items, item);
}

void
maq_bundle_add (MaqBundle  *self,
                const char *what,
                const char *suffix,
                GBytes     *bytes)
{
  add (self, what, suffix, bytes, FALSE);
}

void
maq_bundle_add_sound (MaqBundle  *self,
                      const char *what,
                      const char *suffix,
                      GBytes     *bytes)
{
  add (self, what, suffix, bytes, TRUE);
}

static GString *
begin_manifest (MaqHandoff *handoff)
{
  g_autofree char *line = maq_export_dup_line (maq_song_get_title (maq_handoff_get_song (handoff)));
  g_autofree char *version = maq_export_dup_version (handoff);
  GString *manifest = g_string_new (NULL);

  g_string_append_printf (manifest, "%s\n%s\n\n", line, version);
  return manifest;
}

static void
put (MaqBundle  *self,
     guint       i,
     MaqZip     *zip,
     const char *folder,
     GString    *manifest)
{
  const Item *item = &g_array_index (self->items, Item, i);
  g_autofree char *name = maq_bundle_dup_file_name (self->handoff, i + 1, self->items->len,
                                                    item->what, item->suffix);
  g_autofree char *path = g_strconcat (folder, "/", name, NULL);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, item->bytes);

  g_string_append_printf (manifest, "%s  %10" G_GSIZE_FORMAT "  %s\n", digest,
                          g_bytes_get_size (item->bytes), name);
  (item->is_packed ? maq_zip_add_packed : maq_zip_add) (zip, path, item->bytes);
}

GBytes *
maq_bundle_finish (MaqBundle  *self,
                   GError    **error)
{
  const char *text = maq_song_get_title (maq_handoff_get_song (self->handoff));
  g_autofree char *title = maq_bundle_dup_name (text, TITLE_BYTES);
  g_autofree char *folder =
    g_strdup_printf ("%s %s", title, maq_handoff_get_version (self->handoff));
  g_autofree char *path = g_strconcat (folder, "/" MANIFEST, NULL);
  g_autoptr(MaqZip) zip = maq_zip_new ();
  g_autoptr(GBytes) bytes = NULL;
  GString *manifest = begin_manifest (self->handoff);

  for (guint i = 0; i < self->items->len; i++)
    put (self, i, zip, folder, manifest);
  bytes = g_string_free_to_bytes (manifest);
  maq_zip_add (zip, path, bytes);
  return maq_zip_finish (zip, error);
}
