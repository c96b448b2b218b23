/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "maq-handoff.h"
#include "maq-performance.h"
#include "maq-random-song.h"

G_BEGIN_DECLS

/*
 * What the tests of all writers share: any song, and one whose names are made
 * to break out of every format.
 */

/** export_test_any: the first arrangement of any song */
MaqHandoff *export_test_any     (GRand      *rand) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_hostile: every text in it is @name */
MaqHandoff *export_test_hostile (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/**
 * export_test_plain:
 * @n_bars: of each section
 * @chords: (nullable): as they are typed
 * @lines: (nullable): lyrics of each section, a line each four bars; the first layer sings them
 */
MaqHandoff *export_test_plain   (guint              n_sections,
                                 guint              n_layers,
                                 int                n_bars,
                                 const char        *chords,
                                 const char *const *lines) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_perform: what the band plays of it */
MaqPerformance *export_test_perform (MaqHandoff *handoff) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_parse: a document, which must be well-formed */
xmlDoc     *export_test_parse   (GBytes     *bytes) G_GNUC_WARN_UNUSED_RESULT;
/**
 * export_test_validate:
 * @schema: "musicxml/musicxml.xsd": below the folder of outside material
 *
 * Fails unless a document is valid. Where there is no such folder, it says so
 * once and holds for all.
 */
void        export_test_validate (xmlDoc     *doc,
                                  const char *schema);
/** export_test_find: (nullable): the first child element of that name */
xmlNode    *export_test_find    (xmlNode    *parent,
                                 const char *name);
/** export_test_next: (nullable): the next element of that name beside */
xmlNode    *export_test_next    (xmlNode    *node,
                                 const char *name);
/** export_test_count: child elements of that name */
guint       export_test_count   (xmlNode    *parent,
                                 const char *name);
/** export_test_text: (transfer full): what is in the child of that name, "" without it */
char       *export_test_text    (xmlNode    *parent,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_number: likewise as a number, 0 without it */
double      export_test_number  (xmlNode    *parent,
                                 const char *name);
/** export_test_attribute: (transfer full): "" without it */
char       *export_test_attribute (xmlNode  *node,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_unzip: (transfer full) (element-type utf8 GBytes): what is in an archive, by name */
GHashTable *export_test_unzip   (GBytes     *bytes) G_GNUC_WARN_UNUSED_RESULT;
/** export_test_names: names that break out of formats; ends with %NULL */
extern const char *const export_test_names[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
