/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

#define MAQ_XML_ERROR (maq_xml_error_quark ())

/**
 * MaqXmlError:
 * @MAQ_XML_ERROR_NOT_XML: no well-formed XML, or more of it than is allowed
 * @MAQ_XML_ERROR_NOT_MAQUETTE: XML, but no project of ours
 * @MAQ_XML_ERROR_NEWER: a newer version of the format; leave the file alone
 * @MAQ_XML_ERROR_INVALID: a project that says something it may not say
 *
 * Why no project comes out of a text.
 */
typedef enum
{
  MAQ_XML_ERROR_NOT_XML,
  MAQ_XML_ERROR_NOT_MAQUETTE,
  MAQ_XML_ERROR_NEWER,
  MAQ_XML_ERROR_INVALID,
} MaqXmlError;

GQuark      maq_xml_error_quark        (void);

/**
 * maq_xml_error_get_line:
 *
 * The message of a #MaqXmlError is "LINE: what is wrong and what to do", so
 * that a file's name and ":" before it give what compilers print.
 *
 * Returns: the line from 1, or 0 if the message has none
 */
int         maq_xml_error_get_line     (const GError  *error);
/** maq_xml_error_get_sentence: (transfer none): the message after the line */
const char *maq_xml_error_get_sentence (const GError  *error);

/**
 * maq_xml_read:
 * @bytes: UTF-8 XML as maq_xml_write() makes it, or as people change it
 * @error: a #MaqXmlError
 *
 * Reads a project. Never goes to the network or to another file, and never
 * takes much more memory than @bytes and the project have. What comes out
 * passes maq_check(). May be called from any thread.
 *
 * Returns: (transfer full): the project, or %NULL
 */
MaqProject *maq_xml_read               (GBytes        *bytes,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_xml_find_mistakes:
 *
 * As maq_xml_read(), but goes on after what a project may not say. Where the
 * text itself is broken, nothing after that is looked at.
 *
 * Returns: (transfer full) (array zero-terminated): the messages of the errors,
 *   "LINE: what is wrong and what to do", by line, at most @max_mistakes; empty
 *   if there are none
 */
char      **maq_xml_find_mistakes      (GBytes        *bytes,
                                        guint          max_mistakes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
