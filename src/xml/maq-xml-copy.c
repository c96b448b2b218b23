/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-copy-private.h"

#include <string.h>

#include "maq-xml-value-private.h"

void
maq_xml_copy_init (MaqXmlCopy *self)
{
  self->out = g_string_new (NULL);
  self->declared = g_array_new (FALSE, FALSE, sizeof (MaqXmlDeclaration));
  self->depth = 0;
  self->in_tag = FALSE;
}

void
maq_xml_copy_clear (MaqXmlCopy *self)
{
  g_string_free (self->out, TRUE);
  g_array_free (self->declared, TRUE);
}

void
maq_xml_copy_begin (MaqXmlCopy *self)
{
  g_string_truncate (self->out, 0);
  g_array_set_size (self->declared, 0);
  self->depth = 0;
  self->in_tag = FALSE;
}

/* Entities are not substituted, so an ampersand arrives as a reference. */
static void
append_decoded (GString    *text,
                const char *from,
                const char *end)
{
  while (from < end)
    {
      const char *amp = memchr (from, '&', (gsize) (end - from));

      if (amp == NULL)
        amp = end;
      g_string_append_len (text, from, amp - from);
      if (amp < end)
        g_string_append_c (text, '&');
      from = amp + (end - amp >= 5 && memcmp (amp, "&#38;", 5) == 0 ? 5 : 1);
    }
}

void
maq_xml_append_attribute_text (GString        *text,
                               const xmlChar **attribute)
{
  append_decoded (text, (const char *) attribute[3], (const char *) attribute[4]);
}

static void
declare (MaqXmlCopy    *self,
         const xmlChar *prefix,
         const xmlChar *uri)
{
  MaqXmlDeclaration declaration = { prefix, uri != NULL && *uri != '\0' ? uri : NULL, self->depth };

  g_autoptr(GString) text = g_string_new (NULL);

  if (declaration.uri != NULL)
    append_decoded (text, (const char *) uri, (const char *) uri + strlen ((const char *) uri));

  g_array_append_val (self->declared, declaration);
  g_string_append (self->out, " xmlns");
  if (prefix != NULL)
    g_string_append_printf (self->out, ":%s", prefix);
  g_string_append (self->out, "=\"");
  maq_xml_append_quoted (self->out, text->str, (gssize) text->len);
  g_string_append_c (self->out, '"');
}

static gboolean
is_declared (MaqXmlCopy    *self,
             const xmlChar *prefix,
             const xmlChar *uri)
{
  if (g_strcmp0 ((const char *) prefix, "xml") == 0)
    return TRUE;

  for (guint i = self->declared->len; i > 0; i--)
    {
      MaqXmlDeclaration *d = &g_array_index (self->declared, MaqXmlDeclaration, i - 1);

      if (g_strcmp0 ((const char *) d->prefix, (const char *) prefix) == 0)
        return xmlStrEqual (d->uri, uri);
    }

  return FALSE;
}

static void
need (MaqXmlCopy    *self,
      const xmlChar *prefix,
      const xmlChar *uri)
{
  if (!is_declared (self, prefix, uri))
    declare (self, prefix, uri);
}

static void
close_tag (MaqXmlCopy *self)
{
  if (self->in_tag)
    g_string_append_c (self->out, '>');
  self->in_tag = FALSE;
}

static void
append_name (MaqXmlCopy    *self,
             const xmlChar *prefix,
             const xmlChar *name)
{
  if (prefix != NULL)
    {
      g_string_append (self->out, (const char *) prefix);
      g_string_append_c (self->out, ':');
    }
  g_string_append (self->out, (const char *) name);
}

void
maq_xml_copy_attribute (MaqXmlCopy     *self,
                        const xmlChar **attribute)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (attribute[1] != NULL)
    need (self, attribute[1], attribute[2]);

  maq_xml_append_attribute_text (text, attribute);
  g_string_append_c (self->out, ' ');
  append_name (self, attribute[1], attribute[0]);
  g_string_append (self->out, "=\"");
  maq_xml_append_quoted (self->out, text->str, (gssize) text->len);
  g_string_append_c (self->out, '"');
}

/* Declarations come before all attributes, as they do in what is read. */
void
maq_xml_copy_start (MaqXmlCopy     *self,
                    const xmlChar  *name,
                    const xmlChar  *prefix,
                    const xmlChar  *uri,
                    int             n_namespaces,
                    const xmlChar **namespaces,
                    int             n_attributes,
                    const xmlChar **attributes)
{
  close_tag (self);
  self->depth++;
  self->in_tag = TRUE;

  g_string_append_c (self->out, '<');
  append_name (self, prefix, name);
  for (int i = 0; i < n_namespaces; i++)
    declare (self, namespaces[2 * i], namespaces[2 * i + 1]);
  need (self, prefix, uri);
  for (int i = 0; i < n_attributes; i++)
    if (attributes[5 * i + 1] != NULL)
      need (self, attributes[5 * i + 1], attributes[5 * i + 2]);
  for (int i = 0; i < n_attributes; i++)
    maq_xml_copy_attribute (self, attributes + 5 * i);
}

void
maq_xml_copy_end (MaqXmlCopy    *self,
                  const xmlChar *name,
                  const xmlChar *prefix)
{
  if (self->in_tag)
    {
      g_string_append (self->out, "/>");
      self->in_tag = FALSE;
    }
  else
    {
      g_string_append (self->out, "</");
      append_name (self, prefix, name);
      g_string_append_c (self->out, '>');
    }

  while (self->declared->len > 0 &&
         g_array_index (self->declared, MaqXmlDeclaration, self->declared->len - 1).depth ==
           self->depth)
    g_array_set_size (self->declared, self->declared->len - 1);
  self->depth--;
}

void
maq_xml_copy_text (MaqXmlCopy *self,
                   const char *text,
                   int         length)
{
  close_tag (self);
  maq_xml_append_verbatim (self->out, text, length);
}

void
maq_xml_copy_comment (MaqXmlCopy    *self,
                      const xmlChar *text)
{
  close_tag (self);
  g_string_append_printf (self->out, "<!--%s-->", text);
}

void
maq_xml_copy_pi (MaqXmlCopy    *self,
                 const xmlChar *target,
                 const xmlChar *data)
{
  close_tag (self);
  g_string_append_printf (self->out, "<?%s", target);
  if (data != NULL)
    g_string_append_printf (self->out, " %s", data);
  g_string_append (self->out, "?>");
}
