/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-lines-private.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "maq-xml-format.h"

/*
 * One reading: the element that was begun last, as a mistake would name it.
 *
 * here: its path, the list that it is or stands in, and which item it is
 * n_items: how many of each kind began since the element around them did
 */
typedef struct
{
  xmlParserCtxtPtr  parser;
  GArray           *mistakes;
  int              *lines;
  MaqMistake        here;
  struct
  {
    int items, arcs, points, remarks, dismissals, takes, inputs, recalls, contacts;
  } n_items;
} Finder;

/* whether @id is not named here, or is just that of the mistake */
static gboolean
is_on_way (MaqId here,
           MaqId id)
{
  return here == MAQ_ID_NONE || here == id;
}

/* Elements come before what stands in them, so the last that fits is the nearest. */
static void
note_line (Finder *self)
{
  const MaqMistake *here = &self->here;
  int line = self->parser->input != NULL ? self->parser->input->line : 1;

  for (guint i = 0; i < self->mistakes->len; i++)
    {
      const MaqMistake *mistake = &g_array_index (self->mistakes, MaqMistake, i);

      if (is_on_way (here->path.song, mistake->path.song) &&
          is_on_way (here->path.arrangement, mistake->path.arrangement) &&
          is_on_way (here->path.section, mistake->path.section) &&
          is_on_way (here->path.layer, mistake->path.layer) &&
          (here->list == MAQ_MISTAKE_SELF || here->list == mistake->list) &&
          (here->index < 0 || here->index == mistake->index) &&
          (here->point < 0 || here->point == mistake->point))
        self->lines[i] = line;
    }
}

static MaqId
find_id (int             n_attributes,
         const xmlChar **attributes,
         const char     *name)
{
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;
      g_autofree char *text = NULL;
      MaqId id = MAQ_ID_NONE;

      if (attribute[1] != NULL || strcmp ((const char *) attribute[0], name) != 0)
        continue;

      text = g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
      return maq_id_parse (text, &id) ? id : MAQ_ID_NONE;
    }

  return MAQ_ID_NONE;
}

static void
begin_list (Finder         *self,
            MaqMistakeList  list)
{
  self->here.path.layer = MAQ_ID_NONE;
  self->here.list = list;
  self->here.index = -1;
  self->here.point = -1;
  self->n_items.items = 0;
}

static void
begin_item (Finder         *self,
            MaqMistakeList  list,
            int             index)
{
  begin_list (self, list);
  self->here.index = index;
}

static void
begin_item_of_arrangement (Finder         *self,
                           MaqMistakeList  list,
                           int             index)
{
  self->here.path.section = MAQ_ID_NONE;
  self->n_items.points = 0;
  begin_item (self, list, index);
}

/* a thing with an id: what stood in the one before it is forgotten */
static void
begin_thing (Finder  *self,
             MaqPath  path)
{
  begin_list (self, MAQ_MISTAKE_SELF);
  self->here.path = path;
}

static gboolean
begin_named (Finder         *self,
             const char     *name,
             int             n_attributes,
             const xmlChar **attributes)
{
  MaqPath path = self->here.path;
  MaqId id = find_id (n_attributes, attributes, "id");

  if (strcmp (name, "song") == 0)
    path = (MaqPath) { .song = id };
  else if (strcmp (name, "arrangement") == 0)
    path = (MaqPath) { .song = path.song, .arrangement = id };
  else if (strcmp (name, "layer") == 0)
    path = (MaqPath) { .song = path.song, .arrangement = path.arrangement, .layer = id };
  else if (strcmp (name, "section") == 0)
    path = (MaqPath) { .song = path.song, .arrangement = path.arrangement, .section = id };
  else if (strcmp (name, "part") == 0)
    path.layer = find_id (n_attributes, attributes, "layer");
  else
    return FALSE;

  if (strcmp (name, "arrangement") == 0)
    self->n_items.arcs = self->n_items.remarks = self->n_items.dismissals =
      self->n_items.takes = 0;
  begin_thing (self, path);
  return TRUE;
}

static gboolean
begin_in_session (Finder     *self,
                  const char *name)
{
  static const struct
  {
    const char     *name;
    MaqMistakeList  list;
    gsize           offset;
  } items[] = {
    { "input", MAQ_MISTAKE_INPUTS, offsetof (Finder, n_items.inputs) },
    { "recall", MAQ_MISTAKE_RECALL, offsetof (Finder, n_items.recalls) },
    { "contact", MAQ_MISTAKE_CONTACTS, offsetof (Finder, n_items.contacts) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (strcmp (name, items[i].name) == 0)
      {
        self->here.path = (MaqPath) { 0 };
        begin_item (self, items[i].list, G_STRUCT_MEMBER (int, self, items[i].offset)++);
        return TRUE;
      }

  return FALSE;
}

static gboolean
begin_listed (Finder     *self,
              const char *name)
{
  if (strcmp (name, "odd-bars") == 0)
    begin_list (self, MAQ_MISTAKE_ODD_BARS);
  else if (strcmp (name, "chords") == 0)
    begin_list (self, MAQ_MISTAKE_CHORDS);
  else if (strcmp (name, "lyrics") == 0)
    begin_list (self, MAQ_MISTAKE_LYRICS);
  else if (strcmp (name, "odd-bar") == 0 || strcmp (name, "chord") == 0 ||
           strcmp (name, "lyric") == 0)
    self->here.index = self->n_items.items++;
  else if (strcmp (name, "arc") == 0)
    begin_item_of_arrangement (self, MAQ_MISTAKE_ARCS, self->n_items.arcs++);
  else if (strcmp (name, "point") == 0)
    self->here.point = self->n_items.points++;
  else if (strcmp (name, "remark") == 0)
    begin_item_of_arrangement (self, MAQ_MISTAKE_REMARKS, self->n_items.remarks++);
  else if (strcmp (name, "dismissed") == 0)
    begin_item_of_arrangement (self, MAQ_MISTAKE_DISMISSALS, self->n_items.dismissals++);
  else if (strcmp (name, "take") == 0)
    begin_item_of_arrangement (self, MAQ_MISTAKE_TAKES, self->n_items.takes++);
  else
    return begin_in_session (self, name);

  return TRUE;
}

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
  Finder *self = data;

  if (g_strcmp0 ((const char *) uri, MAQ_XML_NAMESPACE) != 0)
    return;

  if (strcmp ((const char *) name, "project") == 0 ||
      begin_named (self, (const char *) name, n_attributes, attributes) ||
      begin_listed (self, (const char *) name))
    note_line (self);
}

int *
maq_xml_find_lines (const char *data,
                    gsize       size,
                    GArray     *mistakes)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .startElementNs = start_element_cb };
  Finder self = { .mistakes = mistakes, .here = { .index = -1, .point = -1 } };

  self.lines = g_new (int, mistakes->len);
  for (guint i = 0; i < mistakes->len; i++)
    self.lines[i] = 1;

  self.parser = xmlCreatePushParserCtxt (&handler, &self, NULL, 0, NULL);
  xmlCtxtUseOptions (self.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                    XML_PARSE_IGNORE_ENC);
  xmlParseChunk (self.parser, data, (int) size, TRUE);
  xmlFreeParserCtxt (self.parser);

  return self.lines;
}
