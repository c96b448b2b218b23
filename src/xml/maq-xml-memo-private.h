/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-section.h"
#include "maq-xml-writer.h"

G_BEGIN_DECLS

/* maq_xml_memo_begin: a new text; what it does not ask for is forgotten at its end */
void     maq_xml_memo_begin (MaqXmlMemo *self);
void     maq_xml_memo_end   (MaqXmlMemo *self,
                             gsize       size);
/* maq_xml_memo_recall: appends the text of @section, if it is known */
gboolean maq_xml_memo_recall (MaqXmlMemo *self,
                              MaqSection *section,
                              GString    *out);
/* maq_xml_memo_learn: @text is that of @section, copied */
void     maq_xml_memo_learn (MaqXmlMemo *self,
                             MaqSection *section,
                             const char *text,
                             gsize       length);
/* maq_xml_memo_get_size: how long the text was last time */
gsize    maq_xml_memo_get_size (MaqXmlMemo *self);

G_END_DECLS
