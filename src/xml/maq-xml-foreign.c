/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-foreign-private.h"

#include <string.h>

#include "maq-xml-value-private.h"

/* the stretch from @text to the first @stop or the end */
static MaqXmlSlice
slice_until (const char *text,
             char        stop)
{
  return (MaqXmlSlice) { text, (gsize) (strchrnul (text, stop) - text) };
}

static MaqXmlSlice
slice_after (MaqXmlSlice slice,
             char        stop)
{
  const char *end = slice.text + slice.length;

  return *end == '\0' ? (MaqXmlSlice) { end, 0 } : slice_until (end + 1, stop);
}

/* Of two records with the same target the first counts. */
static void
add_record (MaqXmlForeign *self,
            const char    *record)
{
  MaqXmlSlice name = slice_until (record, MAQ_XML_FOREIGN_FIELD);
  MaqXmlForeignPart part;
  char *target;

  part.attributes = slice_after (name, MAQ_XML_FOREIGN_FIELD);
  part.items = slice_after (part.attributes, MAQ_XML_FOREIGN_RECORD);
  if (name.length == 0)
    {
      self->own.attributes = part.attributes;
      return;
    }

  if (self->others == NULL)
    self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  target = g_strndup (name.text, name.length);
  if (g_hash_table_contains (self->others, target))
    g_free (target);
  else
    g_hash_table_insert (self->others, target, g_memdup2 (&part, sizeof part));
}

void
maq_xml_foreign_init (MaqXmlForeign *self,
                      const char    *text)
{
  *self = (MaqXmlForeign) { 0 };
  if (text == NULL)
    return;

  self->own.items = slice_until (text, MAQ_XML_FOREIGN_RECORD);
  for (text = strchr (text, MAQ_XML_FOREIGN_RECORD);
       text != NULL;
       text = strchr (text, MAQ_XML_FOREIGN_RECORD))
    add_record (self, ++text);
}

void
maq_xml_foreign_clear (MaqXmlForeign *self)
{
  g_clear_pointer (&self->others, g_hash_table_unref);
}

MaqXmlForeignPart
maq_xml_foreign_find (const MaqXmlForeign *self,
                      const char          *target)
{
  MaqXmlForeignPart *part = NULL;

  if (self->others != NULL)
    part = g_hash_table_lookup (self->others, target);

  return part != NULL ? *part : (MaqXmlForeignPart) { 0 };
}

gboolean
maq_xml_foreign_next_item (MaqXmlSlice *items,
                           MaqXmlSlice *item)
{
  const char *end;

  if (items->length == 0)
    return FALSE;

  end = memchr (items->text, MAQ_XML_FOREIGN_ITEM, items->length);
  item->text = items->text;
  item->length = end != NULL ? (gsize) (end - items->text) : items->length;
  items->text += MIN (item->length + 1, items->length);
  items->length -= MIN (item->length + 1, items->length);

  return TRUE;
}

void
maq_xml_foreign_append_record (GString    *records,
                               const char *target,
                               const char *attributes,
                               const char *items)
{
  g_string_append_c (records, MAQ_XML_FOREIGN_RECORD);
  g_string_append (records, target);
  g_string_append_c (records, MAQ_XML_FOREIGN_FIELD);
  g_string_append (records, attributes);
  g_string_append_c (records, MAQ_XML_FOREIGN_FIELD);
  g_string_append (records, items);
}

void
maq_xml_foreign_append_target (GString             *target,
                               const MaqXmlElement *element,
                               gconstpointer        fields,
                               guint                n_alike)
{
  g_string_append (target, element->name);
  for (const MaqXmlAttribute *a = element->attributes; a->name != NULL; a++)
    {
      if ((a->flags & MAQ_XML_KEY) == 0)
        continue;
      g_string_append_c (target, '/');
      maq_xml_value_append (a, fields, target);
    }

  if (n_alike > 0)
    g_string_append_printf (target, "/+%u", n_alike);
}
