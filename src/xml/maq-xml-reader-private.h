/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/parser.h>

#include "maq-xml-copy-private.h"
#include "maq-xml-reader.h"
#include "maq-xml-table-private.h"

G_BEGIN_DECLS

/* Our own elements stand at most this deep: <maquette> … <chord>. */
#define MAQ_XML_MAX_FRAMES 8

/*
 * An element of ours that is open.
 *
 * child: which of its parent's children it is
 * next_child: the first child that may still come
 * items: values of the children read so far, owned
 * n_alike: how many before the newest of them are alike, see MaqXmlElement
 * keys: (key-type guint64) what is unique among them, and in which line it stands
 * strings: texts that the fields point to
 * text: what stands between its tags
 * is_broken: it has a mistake, so no value is made of it
 * is_incomplete: a child of it has
 * attributes, foreign, records: other people's things, see maq-xml-foreign-private.h
 */
typedef struct
{
  const MaqXmlElement *element;
  int                  child;
  int                  next_child;
  int                  line;
  MaqXmlFields         fields;
  GPtrArray           *items[MAQ_XML_MAX_CHILDREN];
  guint                n_alike;
  GHashTable          *keys[MAQ_XML_MAX_CHILDREN];
  GPtrArray           *strings;
  GString             *text;
  gboolean             is_broken;
  gboolean             is_incomplete;
  GString             *attributes;
  GString             *foreign;
  GString             *records;
} MaqXmlFrame;

/*
 * One reading.
 *
 * copy_depth: elements of other people that are open
 * prolog: comments before the root element
 * chords: (key-type utf8) those met so far; a song has few that differ
 * skip_depth: elements that are open and not looked at, because they may not stand there
 * root: what comes out
 * mistakes: (nullable) (element-type GError): what is wrong, where reading goes on after it
 * error: what ends the reading; nothing is looked at after it
 */
typedef struct
{
  xmlParserCtxtPtr  parser;
  const char       *data;
  gsize             size;
  gsize             taken;
  MaqXmlFrame       frames[MAQ_XML_MAX_FRAMES];
  int               n_frames;
  guint             copy_depth;
  MaqXmlCopy        copy;
  GString          *prolog;
  GString          *scratch;
  GHashTable       *chords;
  guint             skip_depth;
  MaqProject       *root;
  GPtrArray        *mistakes;
  guint             max_mistakes;
  GError           *error;
} MaqXmlReader;

/* maq_xml_reader_fail: stops reading, unless mistakes are collected and this is one */
void         maq_xml_reader_fail      (MaqXmlReader *self,
                                       MaqXmlError   code,
                                       int           line,
                                       const char   *format,
                                       ...) G_GNUC_PRINTF (4, 5);
int          maq_xml_reader_get_line  (MaqXmlReader *self);
/* maq_xml_reader_get_frame: the innermost element of ours, or one of those around it */
MaqXmlFrame *maq_xml_reader_get_frame (MaqXmlReader *self,
                                       int           outwards);

/* Frames: maq-xml-frame.c */

MaqXmlFrame *maq_xml_frame_push       (MaqXmlReader        *self,
                                       const MaqXmlElement *element,
                                       int                  child);
/* maq_xml_frame_keep: a copy of a text that lives as long as the frame */
const char  *maq_xml_frame_keep       (MaqXmlFrame         *self,
                                       const char          *text);
/* maq_xml_frame_finish: makes the value of the innermost element and hands it on */
void         maq_xml_frame_finish     (MaqXmlReader        *self);
void         maq_xml_frames_clear     (MaqXmlReader        *self);

/* What tables cannot say: maq-xml-rules.c */

/* maq_xml_rules_check_attribute: after it was read */
void         maq_xml_rules_check_attribute (MaqXmlReader          *self,
                                            const MaqXmlAttribute *attribute);
gboolean     maq_xml_rules_check_text      (MaqXmlReader          *self,
                                            const char            *text);
/* maq_xml_rules_check_element: when its end is reached, before its value is made */
void         maq_xml_rules_check_element   (MaqXmlReader          *self);

G_END_DECLS
