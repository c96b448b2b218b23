/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-style.h"

G_BEGIN_DECLS

/**
 * MaqStyleLibrary:
 *
 * The styles that are there, in the order of their names. It never changes, though the
 * program's own styles are read only when they are asked for; any thread may ask.
 */
typedef struct _MaqStyleLibrary MaqStyleLibrary;

/**
 * maq_style_library_new:
 *
 * The styles of the program (see maq_data_get_folder()), which are called like their files,
 * and the user's own (`maquette/styles` in the user's data folder), which stand in for those
 * of the same name.
 *
 * A file that cannot be read is left out; see maq_style_library_get_problem().
 */
MaqStyleLibrary *maq_style_library_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_style_library_new_for_folders: @folders ends with %NULL; later folders win */
MaqStyleLibrary *maq_style_library_new_for_folders (const char *const *folders) G_GNUC_WARN_UNUSED_RESULT;
MaqStyleLibrary *maq_style_library_ref             (MaqStyleLibrary   *self);
void             maq_style_library_unref           (MaqStyleLibrary   *self);

guint            maq_style_library_get_n_styles    (MaqStyleLibrary   *self);
/** maq_style_library_get_style: (transfer none) */
MaqStyle        *maq_style_library_get_style       (MaqStyleLibrary   *self,
                                                    guint              index);
/** maq_style_library_get_path: (transfer none): the file that the style was read from */
const char      *maq_style_library_get_path        (MaqStyleLibrary   *self,
                                                    guint              index);
/** maq_style_library_find: (transfer none) (nullable): the style of this name */
MaqStyle        *maq_style_library_find            (MaqStyleLibrary   *self,
                                                    const char        *name);
/**
 * maq_style_library_choose:
 * @name: (nullable): the style that is asked for
 * @meter: what it has to suit if @name is not there
 *
 * Returns: (transfer none) (nullable): the style of this name, else the usual
 *   one if it suits the meter, else the first that is written in it, else the
 *   first that suits it, else the usual one; %NULL only in an empty library
 */
MaqStyle        *maq_style_library_choose          (MaqStyleLibrary   *self,
                                                    const char        *name,
                                                    MaqMeter           meter);
guint            maq_style_library_get_n_problems  (MaqStyleLibrary   *self);
/**
 * maq_style_library_get_problem:
 *
 * Returns: (transfer none): a sentence about a file that was left out, with its
 *   path and, where it is known, the line: "/…/waltz.xml:12: …"
 */
const char      *maq_style_library_get_problem     (MaqStyleLibrary   *self,
                                                    guint              index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqStyleLibrary, maq_style_library_unref)

G_END_DECLS
