/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-writer.h"

#include <string.h>

#include "maq-xml-foreign-private.h"
#include "maq-xml-format.h"
#include "maq-xml-memo-private.h"
#include "maq-xml-value-private.h"

/*
 * out: the text so far
 * target: room for the name of an element without fields of its own
 * n_alike: how many before it have the same name
 * memo: (nullable): sections that need not be written out
 */
typedef struct
{
  GString    *out;
  GString    *target;
  guint       n_alike;
  MaqXmlMemo *memo;
} MaqXmlWriter;

static void
indent (MaqXmlWriter *self,
        int           depth)
{
  g_string_append_len (self->out, "                ", 2 * depth);
}

/* What stands on an element without fields of its own, its owner keeps. */
static MaqXmlForeignPart
find_foreign (MaqXmlWriter        *self,
              const MaqXmlElement *element,
              gconstpointer        fields,
              const MaqXmlForeign *foreign)
{
  if (element->foreign_offset != MAQ_XML_NOWHERE)
    return foreign->own;
  if (foreign->others == NULL)
    return (MaqXmlForeignPart) { 0 };

  g_string_truncate (self->target, 0);
  maq_xml_foreign_append_target (self->target, element, fields, self->n_alike);
  return maq_xml_foreign_find (foreign, self->target->str);
}

static void
write_items (MaqXmlWriter *self,
             MaqXmlSlice   items,
             int           depth)
{
  MaqXmlSlice item;

  while (maq_xml_foreign_next_item (&items, &item))
    {
      indent (self, depth);
      g_string_append_len (self->out, item.text, (gssize) item.length);
      g_string_append_c (self->out, '\n');
    }
}

static void
write_attributes (MaqXmlWriter        *self,
                  const MaqXmlElement *element,
                  gconstpointer        fields,
                  MaqXmlSlice          foreign)
{
  for (const MaqXmlAttribute *a = element->attributes; a->name != NULL; a++)
    {
      if ((a->flags & MAQ_XML_REQUIRED) == 0 && !maq_xml_value_is_stated (a, fields))
        continue;

      g_string_append_c (self->out, ' ');
      g_string_append (self->out, a->name);
      g_string_append (self->out, "=\"");
      maq_xml_value_append (a, fields, self->out);
      g_string_append_c (self->out, '"');
    }

  if (foreign.length > 0)
    g_string_append_len (self->out, foreign.text, (gssize) foreign.length);
}

static void write_element (MaqXmlWriter        *self,
                           const MaqXmlElement *element,
                           gconstpointer        fields,
                           const MaqXmlForeign *foreign,
                           int                  depth);

static void
write_child (MaqXmlWriter      *self,
             const MaqXmlChild *child,
             gconstpointer      parent,
             gpointer           value,
             const MaqXmlForeign *foreign,
             int                depth)
{
  MaqXmlFields fields = { 0 };
  MaqXmlForeign own;

  if (child->arity == MAQ_XML_CHILD_TEXT)
    fields.text.text = value;
  else
    child->element->view (&fields, parent, value);

  if (child->element->foreign_offset == MAQ_XML_NOWHERE)
    {
      write_element (self, child->element, &fields, foreign, depth);
      return;
    }

  maq_xml_foreign_init (&own, MAQ_XML_FIELD (const char *, &fields,
                                             child->element->foreign_offset));
  write_element (self, child->element, &fields, &own, depth);
  maq_xml_foreign_clear (&own);
}

/* What a section's text is depends on nothing around it: they all stand equally deep. */
static void
write_remembered (MaqXmlWriter        *self,
                  const MaqXmlChild   *child,
                  gconstpointer        parent,
                  gpointer             section,
                  const MaqXmlForeign *foreign,
                  int                  depth)
{
  gsize begin = self->out->len;

  if (maq_xml_memo_recall (self->memo, section, self->out))
    return;

  write_child (self, child, parent, section, foreign, depth);
  maq_xml_memo_learn (self->memo, section, self->out->str + begin, self->out->len - begin);
}

static void
write_many (MaqXmlWriter      *self,
            const MaqXmlChild *child,
            gconstpointer      parent,
            MaqVec            *values,
            const MaqXmlForeign *foreign,
            int                depth)
{
  gboolean (*is_alike) (gpointer, gpointer) = child->element->is_alike;
  guint n_alike = 0;

  for (guint i = 0; i < maq_vec_get_length (values); i++)
    {
      gpointer value = maq_vec_get (values, i);

      if (is_alike != NULL && i > 0 && is_alike (maq_vec_get (values, i - 1), value))
        n_alike++;
      else
        n_alike = 0;

      self->n_alike = n_alike;
      if (self->memo != NULL && child->element == &maq_xml_section)
        write_remembered (self, child, parent, value, foreign, depth);
      else
        write_child (self, child, parent, value, foreign, depth);
    }

  self->n_alike = 0;
}

/* A text that says nothing stands only for what others put on it. */
static gboolean
is_written (const MaqXmlChild *child,
            gconstpointer      value,
            const MaqXmlForeign *foreign)
{
  MaqXmlForeignPart part;

  if (value != NULL || child->arity != MAQ_XML_CHILD_TEXT)
    return value != NULL;

  part = maq_xml_foreign_find (foreign, child->element->name);
  return part.attributes.length > 0 || part.items.length > 0;
}

static void
write_children (MaqXmlWriter        *self,
                const MaqXmlElement *element,
                gconstpointer        fields,
                const MaqXmlForeign *foreign,
                int                  depth)
{
  for (const MaqXmlChild *child = element->children; child->element != NULL; child++)
    {
      gpointer value = *(const gpointer *) (const void *) ((const char *) fields + child->offset);

      if (!is_written (child, value, foreign))
        continue;

      if (child->arity == MAQ_XML_CHILD_MANY)
        write_many (self, child, fields, value, foreign, depth);
      else
        write_child (self, child, fields, value, foreign, depth);
    }
}

static gboolean
has_children (const MaqXmlElement *element,
              gconstpointer        fields,
              const MaqXmlForeign *foreign)
{
  for (const MaqXmlChild *child = element->children; child->element != NULL; child++)
    {
      gpointer value = *(const gpointer *) (const void *) ((const char *) fields + child->offset);

      if (is_written (child, value, foreign) &&
          (child->arity != MAQ_XML_CHILD_MANY || maq_vec_get_length (value) > 0))
        return TRUE;
    }

  return FALSE;
}

static void
write_inside (MaqXmlWriter        *self,
              const MaqXmlElement *element,
              gconstpointer        fields,
              const MaqXmlForeign *foreign,
              MaqXmlSlice          items,
              int                  depth)
{
  if (element->text_offset != MAQ_XML_NOWHERE)
    {
      const char *text = *(const char *const *) (const void *) ((const char *) fields +
                                                                element->text_offset);
      MaqXmlSlice item;

      while (maq_xml_foreign_next_item (&items, &item))
        g_string_append_len (self->out, item.text, (gssize) item.length);
      maq_xml_append_line (self->out, text != NULL ? text : "", -1);
      return;
    }

  g_string_append_c (self->out, '\n');
  write_items (self, items, depth + 1);
  write_children (self, element, fields, foreign, depth + 1);
  indent (self, depth);
}

static gboolean
has_inside (const MaqXmlElement *element,
            gconstpointer        fields,
            const MaqXmlForeign *foreign,
            MaqXmlSlice          items)
{
  const char *text;

  if (items.length > 0)
    return TRUE;
  if (element->text_offset == MAQ_XML_NOWHERE)
    return has_children (element, fields, foreign);

  text = *(const char *const *) (const void *) ((const char *) fields + element->text_offset);
  return text != NULL && *text != '\0';
}

/* @foreign: what the nearest value keeps of other people */
static void
write_element (MaqXmlWriter        *self,
               const MaqXmlElement *element,
               gconstpointer        fields,
               const MaqXmlForeign *foreign,
               int                  depth)
{
  MaqXmlForeignPart part = find_foreign (self, element, fields, foreign);

  indent (self, depth);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, element->name);
  write_attributes (self, element, fields, part.attributes);
  if (!has_inside (element, fields, foreign, part.items))
    {
      g_string_append (self->out, "/>\n");
      return;
    }

  g_string_append_c (self->out, '>');
  write_inside (self, element, fields, foreign, part.items, depth);
  g_string_append_printf (self->out, "</%s>\n", element->name);
}

/* The root element is no value; what other people put on it is with the project. */
static void
write_root (MaqXmlWriter *self,
            MaqProject   *root)
{
  MaqXmlRootFields fields = { MAQ_XML_VERSION, root };
  MaqXmlForeign foreign;
  MaqXmlForeignPart part;

  maq_xml_foreign_init (&foreign, maq_project_get_fields (root)->foreign);
  part = maq_xml_foreign_find (&foreign, MAQ_XML_FOREIGN_ROOT);

  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  write_items (self, part.items, 0);
  g_string_append (self->out, "<maquette xmlns=\"" MAQ_XML_NAMESPACE "\"");
  write_attributes (self, &maq_xml_root, &fields, part.attributes);
  g_string_append (self->out, ">\n");
  write_children (self, &maq_xml_root, &fields, &foreign, 1);
  g_string_append (self->out, "</maquette>\n");
  maq_xml_foreign_clear (&foreign);
}

static GBytes *
write_all (MaqProject *root,
           MaqXmlMemo *memo,
           gsize       likely_size)
{
  MaqXmlWriter self = { .memo = memo };

  self.out = g_string_sized_new (likely_size);
  self.target = g_string_new (NULL);
  write_root (&self, root);
  g_string_free (self.target, TRUE);

  return g_string_free_to_bytes (self.out);
}

GBytes *
maq_xml_write (MaqProject *root)
{
  g_return_val_if_fail (root != NULL, NULL);

  return write_all (root, NULL, 1 << 14);
}

GBytes *
maq_xml_write_with_memo (MaqProject *root,
                         MaqXmlMemo *memo)
{
  GBytes *bytes;

  g_return_val_if_fail (root != NULL, NULL);

  maq_xml_memo_begin (memo);
  bytes = write_all (root, memo, maq_xml_memo_get_size (memo) + (1 << 14));
  maq_xml_memo_end (memo, g_bytes_get_size (bytes));

  return bytes;
}
