/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/**
 * MaqBundle:
 *
 * Everything that is handed on, in one ZIP archive: a folder named after the
 * song and the version, in it the files with numbers before their names, so
 * that they sort as they were added, and a manifest that says what plan they
 * are of and the size and SHA-256 of each.
 */
typedef struct _MaqBundle MaqBundle;

/** MAQ_BUNDLE_NAME_BYTES: how long a name of a file may be, as most file systems have it */
#define MAQ_BUNDLE_NAME_BYTES 255

MaqBundle  *maq_bundle_new      (MaqHandoff   *handoff) G_GNUC_WARN_UNUSED_RESULT;
void        maq_bundle_free     (MaqBundle    *self);
/**
 * maq_bundle_add:
 * @what: "charts": becomes part of the name, whatever is in it
 * @suffix: ".pdf"
 */
void        maq_bundle_add      (MaqBundle    *self,
                                 const char   *what,
                                 const char   *suffix,
                                 GBytes       *bytes);
/** maq_bundle_add_sound: likewise what would not get smaller in an archive */
void        maq_bundle_add_sound (MaqBundle   *self,
                                 const char   *what,
                                 const char   *suffix,
                                 GBytes       *bytes);
/** maq_bundle_finish: (transfer full): the archive, or %NULL with a #MaqZipError */
GBytes     *maq_bundle_finish   (MaqBundle    *self,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_bundle_dup_name:
 * @max_bytes: how long it may become, above 0
 *
 * Makes of any text a name that any system takes for a file: on one line,
 * without slashes and what Windows forbids, no dots or blanks at its ends, cut
 * between characters, never empty.
 */
char       *maq_bundle_dup_name (const char   *text,
                                 gsize         max_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_bundle_dup_file_name:
 * @number: 1 for the first
 * @n_files: how many there are to be, so that 007 sorts before 100; 0 where that is not known
 * @what: "charts": becomes part of the name, whatever is in it
 * @suffix: ".pdf"
 *
 * Returns: (transfer full): "03 Song charts.pdf": a name that sorts among the others of
 *   the same plan
 */
char       *maq_bundle_dup_file_name (MaqHandoff *handoff,
                                      guint       number,
                                      guint       n_files,
                                      const char *what,
                                      const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqBundle, maq_bundle_free)

G_END_DECLS
