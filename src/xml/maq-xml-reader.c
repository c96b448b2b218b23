/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>

#include "maq-check.h"
#include "maq-limits.h"
#include "maq-xml-foreign-private.h"
#include "maq-xml-format.h"
#include "maq-xml-lines-private.h"
#include "maq-xml-value-private.h"

/*
 * libxml2's SAX interface rather than its reader: the reader parses ahead in
 * pieces and knows lines only up to 65535, and we want the line of everything.
 */

/* Where the text is good XML of ours, what stands after a mistake can be read. */
static gboolean
goes_on (MaqXmlReader *self,
         MaqXmlError   code)
{
  return self->mistakes != NULL && code == MAQ_XML_ERROR_INVALID && self->n_frames > 0 &&
         self->mistakes->len + 1 < self->max_mistakes;
}

static void G_GNUC_PRINTF (4, 0)
fail_va (MaqXmlReader *self,
         MaqXmlError   code,
         int           line,
         const char   *format,
         va_list       arguments)
{
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (self->error != NULL)
    return;

  sentence = g_strdup_vprintf (format, arguments);
  error = g_error_new (MAQ_XML_ERROR, code, "%d: %s", line, sentence);
  if (goes_on (self, code))
    {
      g_ptr_array_add (self->mistakes, error);
      maq_xml_reader_get_frame (self, 0)->is_broken = TRUE;
      return;
    }

  self->error = error;
  if (self->parser != NULL)
    xmlStopParser (self->parser);
}

void
maq_xml_reader_fail (MaqXmlReader *self,
                     MaqXmlError   code,
                     int           line,
                     const char   *format,
                     ...)
{
  va_list arguments;

  va_start (arguments, format);
  fail_va (self, code, line, format, arguments);
  va_end (arguments);
}

int
maq_xml_reader_get_line (MaqXmlReader *self)
{
  return self->parser->input != NULL ? self->parser->input->line : 1;
}

MaqXmlFrame *
maq_xml_reader_get_frame (MaqXmlReader *self,
                          int           outwards)
{
  g_return_val_if_fail (outwards < self->n_frames, NULL);

  return &self->frames[self->n_frames - 1 - outwards];
}

static void G_GNUC_PRINTF (2, 3)
fail_here (MaqXmlReader *self,
           const char   *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  fail_va (self, MAQ_XML_ERROR_INVALID, maq_xml_reader_get_line (self), format, arguments);
  va_end (arguments);
}

/* ---- attributes ---- */

static const MaqXmlAttribute *
find_attribute (const MaqXmlElement *element,
                const char          *name)
{
  for (const MaqXmlAttribute *a = element->attributes; a->name != NULL; a++)
    if (g_str_equal (a->name, name))
      return a;

  return NULL;
}

/* "2", "1.1" and what else may come after "1" */
static gboolean
is_newer_version (const char *text)
{
  char *end;
  guint64 major = g_ascii_strtoull (text, &end, 10);

  return g_ascii_isdigit (*text) && major >= MAQ_XML_VERSION &&
         (*end == '\0' ? major > MAQ_XML_VERSION : *end == '.');
}

/* the attribute, also if its value is not good; NULL if it is not known */
static const MaqXmlAttribute *
read_attribute (MaqXmlReader   *self,
                MaqXmlFrame    *frame,
                const xmlChar **attribute)
{
  const MaqXmlAttribute *known = find_attribute (frame->element, (const char *) attribute[0]);
  const char *text;
  g_autofree char *advice = NULL;
  gboolean is_kept;

  if (known == NULL || attribute[2] != NULL)
    {
      fail_here (self, _("<%s> has no attribute “%s”; remove it, or give it another namespace"),
                 frame->element->name, attribute[0]);
      return NULL;
    }

  g_string_truncate (self->scratch, 0);
  maq_xml_append_attribute_text (self->scratch, attribute);
  is_kept = known->type == MAQ_XML_TYPE_NAME || known->type == MAQ_XML_TYPE_FILE;
  text = is_kept ? maq_xml_frame_keep (frame, self->scratch->str) : self->scratch->str;

  if (frame->element == &maq_xml_root && is_newer_version (text))
    {
      maq_xml_reader_fail (self, MAQ_XML_ERROR_NEWER, maq_xml_reader_get_line (self),
                           _("This project was made by a newer Maquette (version %s of the format, "
                             "this one reads version %d); open it with a newer Maquette. "
                             "The file is left alone"),
                           text, MAQ_XML_VERSION);
      return known;
    }

  if (!maq_xml_rules_check_text (self, text))
    return known;

  advice = maq_xml_value_read (known, &frame->fields, text);
  if (advice != NULL)
    {
      g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));

      fail_here (self, _("<%s> says %s=\"%s\", which it cannot: %s"),
                 frame->element->name, known->name, shown, advice);
      return known;
    }

  maq_xml_rules_check_attribute (self, known);
  return known;
}

static void
read_attributes (MaqXmlReader   *self,
                 MaqXmlFrame    *frame,
                 int             n_attributes,
                 const xmlChar **attributes)
{
  guint seen = 0;

  maq_xml_copy_begin (&self->copy);
  for (int i = 0; i < n_attributes && self->error == NULL; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;
      const MaqXmlAttribute *known = NULL;

      if (attribute[2] != NULL && !g_str_equal (attribute[2], MAQ_XML_NAMESPACE))
        {
          maq_xml_copy_attribute (&self->copy, attribute);
          continue;
        }

      known = read_attribute (self, frame, attribute);
      if (known != NULL)
        seen |= 1u << (known - frame->element->attributes);
    }
  g_string_append (frame->attributes, self->copy.out->str);

  for (const MaqXmlAttribute *a = frame->element->attributes; a->name != NULL; a++)
    if ((a->flags & MAQ_XML_REQUIRED) && !(seen & (1u << (a - frame->element->attributes))) &&
        self->error == NULL)
      fail_here (self, _("<%s> needs %s=\"…\"; write it"), frame->element->name, a->name);
}

/* ---- elements ---- */

static void
start_root (MaqXmlReader   *self,
            const char     *name,
            const char     *uri,
            int             n_attributes,
            const xmlChar **attributes)
{
  if (g_strcmp0 (uri, MAQ_XML_NAMESPACE) == 0 && g_str_equal (name, maq_xml_root.name))
    read_attributes (self, maq_xml_frame_push (self, &maq_xml_root, 0),
                     n_attributes, attributes);
  else
    maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_MAQUETTE, maq_xml_reader_get_line (self),
                         _("This is no Maquette project: it begins with <%s> of the namespace "
                           "“%s”, not with <maquette> of “%s”; import it if it is another "
                           "kind of file"),
                         name, uri != NULL ? uri : "", MAQ_XML_NAMESPACE);
}

static gboolean
check_place (MaqXmlReader *self,
             MaqXmlFrame  *parent,
             const char   *name,
             int           child)
{
  const MaqXmlChild *row = &parent->element->children[MAX (child, 0)];
  guint n_items;

  if (child < 0)
    {
      fail_here (self, _("<%s> is not known in <%s>; remove it, or give it another namespace"),
                 name, parent->element->name);
      return FALSE;
    }
  if (child < parent->next_child)
    {
      fail_here (self, _("<%s> must stand before <%s>; move it up"),
                 name, parent->element->children[parent->next_child].element->name);
      return FALSE;
    }

  n_items = parent->items[child]->len;
  if (n_items >= row->maximum)
    {
      fail_here (self, _("<%s> holds more than %u <%s>; take some out"),
                 parent->element->name, row->maximum, name);
      return FALSE;
    }

  return TRUE;
}

static void
start_ours (MaqXmlReader   *self,
            const char     *name,
            int             n_attributes,
            const xmlChar **attributes)
{
  MaqXmlFrame *parent = maq_xml_reader_get_frame (self, 0);
  int child = maq_xml_element_find_child (parent->element, name);

  if (!check_place (self, parent, name, child))
    {
      self->skip_depth = 1;
      return;
    }

  parent->next_child = child;
  read_attributes (self,
                   maq_xml_frame_push (self, parent->element->children[child].element, child),
                   n_attributes, attributes);
}

static void
check_depth (MaqXmlReader *self)
{
  if (self->n_frames + self->copy_depth >= MAQ_XML_MAX_DEPTH)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, maq_xml_reader_get_line (self),
                         _("Elements stand within one another more than %d deep; "
                           "this is no file that Maquette wrote"),
                         MAQ_XML_MAX_DEPTH);
}

static gboolean
is_at_end (MaqXmlReader *self)
{
  xmlParserInputPtr input = self->parser->input;

  return self->taken == self->size && (input == NULL || input->cur >= input->end);
}

static void
fail_cut_off (MaqXmlReader *self,
              int           line)
{
  maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, line,
                       _("The file ends in the middle; it was cut off. "
                         "Take it from a copy, or complete it"));
}

/* libxml2 hands on a tag that the file ends in: there the parser is at the end. */
static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  MaqXmlReader *self = data;

  if (self->error == NULL && is_at_end (self))
    fail_cut_off (self, maq_xml_reader_get_line (self));
  if (self->error == NULL)
    check_depth (self);
  if (self->error != NULL)
    return;

  if (self->skip_depth > 0)
    {
      self->skip_depth++;
      return;
    }

  if (self->n_frames == 0)
    {
      start_root (self, (const char *) name, (const char *) uri, n_attributes, attributes);
      return;
    }

  if (self->copy_depth == 0 && uri != NULL && g_str_equal (uri, MAQ_XML_NAMESPACE))
    {
      start_ours (self, (const char *) name, n_attributes, attributes);
      return;
    }

  if (self->copy_depth == 0 && (uri == NULL || self->n_frames == 1))
    {
      fail_here (self, _("<%s> cannot stand in <%s>; remove it, or move it to another place"),
                 name, maq_xml_reader_get_frame (self, 0)->element->name);
      self->skip_depth = 1;
      return;
    }

  if (self->copy_depth++ == 0)
    maq_xml_copy_begin (&self->copy);
  maq_xml_copy_start (&self->copy, name, prefix, uri, n_namespaces, namespaces,
                      n_attributes, attributes);
}

/* ---- other people's things ---- */

static void
check_copy (MaqXmlReader *self,
            gsize         kept)
{
  if (self->n_frames > 0 && maq_xml_reader_get_frame (self, 0)->is_broken)
    return;

  if (kept + self->copy.out->len > MAQ_LIMIT_FOREIGN_BYTES)
    fail_here (self, _("What other programs put here is more than can be kept; "
                       "at most %d bytes are"), MAQ_LIMIT_FOREIGN_BYTES);
}

/* what was copied is complete */
static void
keep_copy (MaqXmlReader *self)
{
  GString *items = self->n_frames == 0 ? self->prolog
                                       : maq_xml_reader_get_frame (self, 0)->foreign;

  check_copy (self, items->len);
  if (items->len > 0)
    g_string_append_c (items, MAQ_XML_FOREIGN_ITEM);
  g_string_append_len (items, self->copy.out->str, (gssize) self->copy.out->len);
}

static void
comment_cb (void          *data,
            const xmlChar *text)
{
  MaqXmlReader *self = data;

  if (self->error != NULL)
    return;

  if (self->copy_depth > 0)
    {
      maq_xml_copy_comment (&self->copy, text);
    }
  else if (self->root == NULL)
    {
      maq_xml_copy_begin (&self->copy);
      maq_xml_copy_comment (&self->copy, text);
      keep_copy (self);
    }
}

static void
pi_cb (void          *data,
       const xmlChar *target,
       const xmlChar *text)
{
  MaqXmlReader *self = data;

  if (self->error != NULL)
    return;

  if (self->copy_depth > 0)
    {
      maq_xml_copy_pi (&self->copy, target, text);
    }
  else if (self->root == NULL)
    {
      maq_xml_copy_begin (&self->copy);
      maq_xml_copy_pi (&self->copy, target, text);
      keep_copy (self);
    }
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  MaqXmlReader *self = data;

  if (self->error != NULL)
    return;

  if (self->skip_depth > 0)
    {
      self->skip_depth--;
      return;
    }

  if (self->copy_depth == 0)
    {
      maq_xml_frame_finish (self);
      return;
    }

  maq_xml_copy_end (&self->copy, name, prefix);
  if (--self->copy_depth == 0)
    keep_copy (self);
}

/* ---- texts ---- */

static gboolean
is_blank (const char *text,
          int         length)
{
  for (int i = 0; i < length; i++)
    if (strchr (" \t\r\n", text[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
text_cb (void          *data,
         const xmlChar *text,
         int            length)
{
  MaqXmlReader *self = data;
  MaqXmlFrame *frame;

  if (self->error != NULL || self->n_frames == 0 || self->skip_depth > 0)
    return;

  frame = maq_xml_reader_get_frame (self, 0);
  if (self->copy_depth > 0)
    {
      maq_xml_copy_text (&self->copy, (const char *) text, length);
      check_copy (self, 0);
    }
  else if (frame->element->text_offset == MAQ_XML_NOWHERE)
    {
      if (!is_blank ((const char *) text, length))
        fail_here (self, _("Text cannot stand in <%s>; put it into an element, or remove it"),
                   frame->element->name);
    }
  else if (!frame->is_broken)
    {
      g_string_append_len (frame->text, (const char *) text, length);
      if (frame->text->len > MAQ_LIMIT_TEXT_BYTES)
        fail_here (self, _("The text of <%s> is longer than %d bytes; shorten it"),
                   frame->element->name, MAQ_LIMIT_TEXT_BYTES);
    }
}

/* ---- what is no XML, or too clever ---- */

/* Entities blow up, and reach for files that are none of our business. */
static void
doctype_cb (void          *data,
            const xmlChar *name,
            const xmlChar *public_id,
            const xmlChar *system_id)
{
  MaqXmlReader *self = data;

  maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, maq_xml_reader_get_line (self),
                       _("A DOCTYPE is not accepted, because it can reach for other files; "
                         "remove it"));
}

static void
error_cb (void        *data,
          xmlErrorPtr  problem)
{
  MaqXmlReader *self = data;
  g_autofree char *said = NULL;

  if (self->error != NULL || problem->level < XML_ERR_ERROR)
    return;

  if (problem->code == XML_ERR_TAG_NOT_FINISHED || is_at_end (self))
    {
      fail_cut_off (self, problem->line);
      return;
    }

  said = g_strstrip (g_strdup (problem->message != NULL ? problem->message : ""));
  maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, problem->line,
                       _("This is not well-formed XML: %s"), said);
}

static const xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = start_element_cb,
  .endElementNs = end_element_cb,
  .characters = text_cb,
  .cdataBlock = text_cb,
  .ignorableWhitespace = text_cb,
  .comment = comment_cb,
  .processingInstruction = pi_cb,
  .internalSubset = doctype_cb,
  .serror = error_cb,
};

static int
take_bytes_cb (void *data,
               char *buffer,
               int   length)
{
  MaqXmlReader *self = data;
  gsize n = MIN ((gsize) length, self->size - self->taken);

  memcpy (buffer, self->data + self->taken, n);
  self->taken += n;
  return (int) n;
}

static int
close_cb (void *data)
{
  return 0;
}

/* ---- from the outside ---- */

static int
count_lines (const char *text,
             const char *end)
{
  int line = 1;

  while ((text = memchr (text, '\n', (gsize) (end - text))) != NULL)
    {
      line++;
      text++;
    }

  return line;
}

static void
check_bytes (MaqXmlReader *self)
{
  const char *wrong;

  if (self->size == 0)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, 1,
                         _("The file is empty; take it from a copy"));
  else if (self->size > MAQ_XML_MAX_BYTES)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, 1,
                         _("The file is bigger than a project can be (%d MiB); "
                           "this is no file that Maquette wrote"), MAQ_XML_MAX_BYTES >> 20);
  else if (memchr (self->data, '\0', self->size) != NULL)
    maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, 1,
                         _("The file is no text; import it if it is another kind of file"));
  else if (!g_utf8_validate (self->data, (gssize) self->size, &wrong))
    maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, count_lines (self->data, wrong),
                         _("The text is not UTF-8 here; save the file as UTF-8"));
}

static void
skip_byte_order_mark (MaqXmlReader *self)
{
  if (self->size >= 3 && memcmp (self->data, "\357\273\277", 3) == 0)
    self->taken = 3;
}

static void
parse (MaqXmlReader *self)
{
  xmlSAXHandler copy = handler;

  self->parser = xmlCreateIOParserCtxt (&copy, self, take_bytes_cb, close_cb, self,
                                        XML_CHAR_ENCODING_UTF8);
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA |
                                     XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                     XML_PARSE_IGNORE_ENC);
  xmlParseDocument (self->parser);
  if (self->root == NULL && (self->mistakes == NULL || self->mistakes->len == 0))
    maq_xml_reader_fail (self, MAQ_XML_ERROR_NOT_XML, maq_xml_reader_get_line (self),
                         _("This is no XML file; import it if it is another kind of file"));
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
}

/* What only the whole project shows; its lines are looked for when they are needed. */
static void
check_root (MaqXmlReader *self)
{
  guint max_mistakes = self->mistakes != NULL ? self->max_mistakes : 1;
  g_autoptr(GArray) found = NULL;
  g_autofree int *lines = NULL;

  if (self->error != NULL || self->root == NULL || maq_check (self->root, NULL))
    return;

  found = maq_check_find_mistakes (self->root, max_mistakes);
  lines = maq_xml_find_lines (self->data, self->size, found);
  for (guint i = 0; i < found->len; i++)
    {
      const MaqMistake *mistake = &g_array_index (found, MaqMistake, i);
      GError *error = g_error_new (MAQ_XML_ERROR, MAQ_XML_ERROR_INVALID, "%d: %s", lines[i],
                                   mistake->sentence);

      if (self->mistakes != NULL)
        g_ptr_array_add (self->mistakes, error);
      else
        self->error = error;
    }
}

static void
read_all (MaqXmlReader *self,
          GBytes       *bytes)
{
  self->data = g_bytes_get_data (bytes, &self->size);
  self->chords = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) maq_chord_unref);
  self->scratch = g_string_new (NULL);
  self->prolog = g_string_new (NULL);
  maq_xml_copy_init (&self->copy);

  check_bytes (self);
  skip_byte_order_mark (self);
  if (self->error == NULL)
    parse (self);
  check_root (self);

  maq_xml_frames_clear (self);
  maq_xml_copy_clear (&self->copy);
  g_string_free (self->prolog, TRUE);
  g_string_free (self->scratch, TRUE);
  g_hash_table_unref (self->chords);
}

MaqProject *
maq_xml_read (GBytes  *bytes,
              GError **error)
{
  MaqXmlReader self = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  read_all (&self, bytes);
  if (self.error == NULL)
    return self.root;

  g_clear_pointer (&self.root, maq_project_unref);
  g_propagate_error (error, self.error);
  return NULL;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  int first = maq_xml_error_get_line (*(GError *const *) a);
  int second = maq_xml_error_get_line (*(GError *const *) b);

  return first < second ? -1 : first > second;
}

char **
maq_xml_find_mistakes (GBytes *bytes,
                       guint   max_mistakes)
{
  g_autoptr(GPtrArray) mistakes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  MaqXmlReader self = { .mistakes = mistakes, .max_mistakes = max_mistakes };
  GPtrArray *messages = g_ptr_array_new ();

  g_return_val_if_fail (bytes != NULL, NULL);

  read_all (&self, bytes);
  g_clear_pointer (&self.root, maq_project_unref);
  if (self.error != NULL)
    g_ptr_array_add (mistakes, self.error);

  g_ptr_array_sort (mistakes, compare_lines);
  for (guint i = 0; i < mistakes->len; i++)
    g_ptr_array_add (messages, g_strdup (((GError *) g_ptr_array_index (mistakes, i))->message));
  g_ptr_array_add (messages, NULL);

  return (char **) (gpointer) g_ptr_array_free (messages, FALSE);
}
