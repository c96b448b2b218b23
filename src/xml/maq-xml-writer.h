/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/**
 * maq_xml_write:
 * @root: a project that passes maq_check()
 *
 * Writes a project as UTF-8 XML: one element a line, attributes in a fixed
 * order, defaults left out. The same project gives the same bytes everywhere.
 * May be called from any thread.
 *
 * Returns: (transfer full): the text
 */
GBytes *maq_xml_write (MaqProject *root) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MaqXmlMemo:
 *
 * The sections that were written last, with their texts. Belongs to one thread
 * at a time; keeps alive what it knows, and takes about as much memory as the
 * text.
 */
typedef struct _MaqXmlMemo MaqXmlMemo;

MaqXmlMemo *maq_xml_memo_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void        maq_xml_memo_free (MaqXmlMemo *self);

/**
 * maq_xml_write_with_memo:
 *
 * As maq_xml_write(), and the same bytes; but a section that @memo knows is not
 * written out again: an edit costs what was edited, and a copy of the rest.
 *
 * Returns: (transfer full): the text
 */
GBytes     *maq_xml_write_with_memo (MaqProject *root,
                                     MaqXmlMemo *memo) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
