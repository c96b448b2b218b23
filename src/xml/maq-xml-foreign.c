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

void
maq_xml_foreign_find (const char  *foreign,
                      const char  *target,
                      MaqXmlSlice *attributes,
                      MaqXmlSlice *items)
{
  const char *record;

  *attributes = (MaqXmlSlice) { NULL, 0 };
  *items = (MaqXmlSlice) { NULL, 0 };
  if (foreign == NULL)
    return;
  if (*target == '\0')
    *items = slice_until (foreign, MAQ_XML_FOREIGN_RECORD);

  for (record = strchr (foreign, MAQ_XML_FOREIGN_RECORD);
       record != NULL;
       record = strchr (record, MAQ_XML_FOREIGN_RECORD))
    {
      MaqXmlSlice name = slice_until (++record, MAQ_XML_FOREIGN_FIELD);
      const char *rest = name.text + name.length;

      if (*rest == '\0')
        return;
      if (name.length != strlen (target) || memcmp (name.text, target, name.length) != 0)
        continue;

      *attributes = slice_until (rest + 1, MAQ_XML_FOREIGN_FIELD);
      rest = attributes->text + attributes->length;
      if (*rest != '\0' && *target != '\0')
        *items = slice_until (rest + 1, MAQ_XML_FOREIGN_RECORD);
      return;
    }
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
                               gconstpointer        fields)
{
  gboolean is_one_of_many = FALSE;

  g_string_append (target, element->name);
  for (const MaqXmlAttribute *a = element->attributes; a->name != NULL; a++)
    {
      if ((a->flags & MAQ_XML_KEY) == 0)
        continue;
      g_string_append_c (target, '/');
      maq_xml_value_append (a, fields, target);
      is_one_of_many = TRUE;
    }

  if (is_one_of_many && element->text_offset != MAQ_XML_NOWHERE)
    g_string_append_printf (target, "/%x",
                            g_str_hash (*(const char *const *) (const void *)
                                          ((const char *) fields + element->text_offset)));
}
