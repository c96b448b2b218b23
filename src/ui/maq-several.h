/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

G_BEGIN_DECLS

/*
 * What several selected sections have in common, and how they are changed as one.
 */

/** MaqSectionMaker: (transfer full): the move that gives a section something of @wanted */
typedef MaqMove *(*MaqSectionMaker) (MaqId                   section,
                                     const MaqSectionFields *wanted);

/**
 * maq_several_apply:
 * @wanted: what the sections are to state; @make takes from it what it is about
 * @gesture: (nullable): steps of the same gesture become one; %NULL for none
 *
 * Does it to all sections that are selected, as one step. They stay selected.
 */
void     maq_several_apply      (MaqEditor              *editor,
                                 MaqSectionMaker         make,
                                 const MaqSectionFields *wanted,
                                 const char             *gesture);
/** maq_several_differ: whether selected sections state something else in a field of
 * #MaqSectionFields that is at @offset and has @size bytes */
gboolean maq_several_differ     (MaqEditor              *editor,
                                 gsize                   offset,
                                 gsize                   size);
/** MAQ_SEVERAL_DIFFER: whether they differ in a field with a name */
#define MAQ_SEVERAL_DIFFER(editor, field)                                        \
  maq_several_differ ((editor), G_STRUCT_OFFSET (MaqSectionFields, field),       \
                      sizeof ((MaqSectionFields *) NULL)->field)
/** maq_several_dup_names: (transfer full): of the sections that are selected: "Verse 1, Bridge" */
char    *maq_several_dup_names  (MaqEditor              *editor) G_GNUC_WARN_UNUSED_RESULT;
/** maq_several_dup_layer_names: (transfer full): of the layers that are selected */
char    *maq_several_dup_layer_names (MaqEditor         *editor) G_GNUC_WARN_UNUSED_RESULT;
/** maq_several_dup_bars: (transfer full) (nullable): "6 to 8"; %NULL if all are as long */
char    *maq_several_dup_bars   (MaqEditor              *editor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
