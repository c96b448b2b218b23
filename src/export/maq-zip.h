/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MAQ_ZIP_ERROR (maq_zip_error_quark ())

/** MAQ_ZIP_MAX_BYTES: an archive that would be larger is an error, as it is put together in memory */
#define MAQ_ZIP_MAX_BYTES G_GUINT64_CONSTANT (0x7ff00000)

/** MaqZipError: @MAQ_ZIP_ERROR_FAILED: what the library says */
typedef enum
{
  MAQ_ZIP_ERROR_FAILED,
} MaqZipError;

GQuark maq_zip_error_quark (void);

/**
 * MaqZip:
 *
 * A ZIP archive that is put together in memory. The same files give the same
 * bytes: all bear the date of the ZIP format's beginning, 1980.
 */
typedef struct _MaqZip MaqZip;

MaqZip     *maq_zip_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void        maq_zip_free   (MaqZip      *self);
/** maq_zip_add: @name: a path with `/`, in UTF-8; an error is told by maq_zip_finish() */
void        maq_zip_add    (MaqZip      *self,
                            const char  *name,
                            GBytes      *bytes);
/** maq_zip_add_packed: likewise what would not get smaller, as sound: it is put in as it is */
void        maq_zip_add_packed (MaqZip  *self,
                            const char  *name,
                            GBytes      *bytes);
/** maq_zip_finish: (transfer full): the archive, once, or %NULL with a #MaqZipError */
GBytes     *maq_zip_finish (MaqZip      *self,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqZip, maq_zip_free)

G_END_DECLS
