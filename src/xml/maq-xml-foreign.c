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

gboolean
maq_xml_foreign_has_records (const char *foreign)
{
  return foreign != NULL && strchr (foreign, MAQ_XML_FOREIGN_RECORD) != NULL;
}

static void
append_key (GString             *target,
            const MaqXmlElement *element,
            gconstpointer        fields)
{
  g_string_append (target, element->name);
  for (const MaqXmlAttribute *a = element->attributes; a->name != NULL; a++)
    {
      if ((a->flags & MAQ_XML_KEY) == 0)
        continue;
      g_string_append_c (target, '/');
      maq_xml_value_append (a, fields, target);
    }
}

gboolean
maq_xml_foreign_is_alike (const MaqXmlElement *element,
                          gpointer             first,
                          gpointer             second)
{
  g_autoptr(GString) first_key = g_string_new (NULL);
  g_autoptr(GString) second_key = g_string_new (NULL);
  MaqXmlFields fields = { 0 };

  element->view (&fields, NULL, first);
  append_key (first_key, element, &fields);
  element->view (&fields, NULL, second);
  append_key (second_key, element, &fields);

  return g_string_equal (first_key, second_key);
}

void
maq_xml_foreign_append_target (GString             *target,
                               const MaqXmlElement *element,
                               gconstpointer        fields,
                               guint                n_alike)
{
  append_key (target, element, fields);
  if (n_alike > 0)
    g_string_append_printf (target, "/+%u", n_alike);
}
