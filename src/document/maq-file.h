/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-document.h"

G_BEGIN_DECLS

/** MAQ_FILE_SUFFIX: how the name of a project's file ends */
#define MAQ_FILE_SUFFIX ".maquette"

/**
 * maq_file_read:
 * @etag: (out) (optional): what tells this version of the file from others
 * @error: a #MaqDocumentError: it is not there, may not be read, is a folder,
 *   a pipe or a device, is empty, too big, or no text; or a #GIOErrorEnum
 *
 * Reads a whole file that a stranger may have written, never more than
 * %MAQ_XML_MAX_BYTES, never from what is no regular file. Blocks; any thread.
 */
GBytes     *maq_file_read        (GFile         *file,
                                  char         **etag,
                                  GCancellable  *cancellable,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_file_load:
 * @error: as maq_file_read(), or a #MaqXmlError, whose message begins with the line
 *
 * Reads a project. Blocks; any thread.
 */
MaqProject *maq_file_load        (GFile         *file,
                                  char         **etag,
                                  GCancellable  *cancellable,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_file_save:
 * @etag: (nullable): the version of the file that may be replaced; %NULL: any
 * @new_etag: (out) (optional): of what was written
 * @error: a #MaqDocumentError or a #GIOErrorEnum
 *
 * Writes a project, whole or not at all, and waits until the disk has it.
 * Blocks; any thread.
 */
gboolean    maq_file_save        (GFile         *file,
                                  MaqProject    *root,
                                  const char    *etag,
                                  char         **new_etag,
                                  GCancellable  *cancellable,
                                  GError       **error);
/** maq_file_with_suffix: (transfer full): @file, with %MAQ_FILE_SUFFIX added if it lacks it */
GFile      *maq_file_with_suffix (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
