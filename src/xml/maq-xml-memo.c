/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-memo-private.h"

/*
 * Sections never change, so the pointer tells; a reference keeps it from
 * becoming that of another one.
 *
 * known: (key-type MaqSection) (value-type GBytes): of the text before
 * used: likewise, of this one
 */
struct _MaqXmlMemo
{
  GHashTable *known;
  GHashTable *used;
  gsize       size;
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (NULL, NULL, (GDestroyNotify) maq_section_unref,
                                (GDestroyNotify) g_bytes_unref);
}

MaqXmlMemo *
maq_xml_memo_new (void)
{
  MaqXmlMemo *self = g_new0 (MaqXmlMemo, 1);

  self->known = new_table ();
  return self;
}

void
maq_xml_memo_free (MaqXmlMemo *self)
{
  g_hash_table_unref (self->known);
  g_free (self);
}

void
maq_xml_memo_begin (MaqXmlMemo *self)
{
  self->used = new_table ();
}

void
maq_xml_memo_end (MaqXmlMemo *self,
                  gsize       size)
{
  g_hash_table_unref (self->known);
  self->known = g_steal_pointer (&self->used);
  self->size = size;
}

static void
use (MaqXmlMemo *self,
     MaqSection *section,
     GBytes     *text)
{
  g_hash_table_insert (self->used, maq_section_ref (section), text);
}

/* Arrangements share sections, so one may come twice in a text. */
gboolean
maq_xml_memo_recall (MaqXmlMemo *self,
                     MaqSection *section,
                     GString    *out)
{
  GBytes *text = g_hash_table_lookup (self->used, section);
  gsize length;
  const char *data;

  if (text == NULL)
    {
      text = g_hash_table_lookup (self->known, section);
      if (text == NULL)
        return FALSE;
      use (self, section, g_bytes_ref (text));
    }

  data = g_bytes_get_data (text, &length);
  g_string_append_len (out, data, (gssize) length);
  return TRUE;
}

void
maq_xml_memo_learn (MaqXmlMemo *self,
                    MaqSection *section,
                    const char *text,
                    gsize       length)
{
  use (self, section, g_bytes_new (text, length));
}

gsize
maq_xml_memo_get_size (MaqXmlMemo *self)
{
  return self->size;
}
