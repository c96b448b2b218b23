/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqFileSet:
 *
 * Several files that come into being together or not at all. Each is written under another
 * name in its own folder; at the end all take their places. Whoever gives up before, or
 * fails, leaves what was there as it was. Errors are any #GFileError, and say which file
 * and what to do. Belongs to one thread at a time.
 */
typedef struct _MaqFileSet MaqFileSet;

MaqFileSet *maq_file_set_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_file_set_free: removes what was written, unless it was put in its place */
void        maq_file_set_free   (MaqFileSet   *self);

/**
 * maq_file_set_add:
 * @path: where the file is to be; nothing there, a regular file, whose permissions it keeps, or a
 *   link to either, which stays; none that was added before
 *
 * Returns: (transfer none) (nullable): an empty file beside it, to write to; %NULL if there
 *   can be none
 */
const char *maq_file_set_add    (MaqFileSet   *self,
                                 const char   *path,
                                 GError      **error);
/** maq_file_set_write: adds @path with all that it is to hold */
gboolean    maq_file_set_write  (MaqFileSet   *self,
                                 const char   *path,
                                 GBytes       *bytes,
                                 GError      **error);
/** maq_file_set_finish: puts all in their places; once, as the last */
gboolean    maq_file_set_finish (MaqFileSet   *self,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqFileSet, maq_file_set_free)

G_END_DECLS
