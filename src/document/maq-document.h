/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-path.h"
#include "maq-project.h"

G_BEGIN_DECLS

#define MAQ_DOCUMENT_ERROR (maq_document_error_quark ())

/**
 * MaqDocumentError:
 * @MAQ_DOCUMENT_ERROR_UNREADABLE: the file is not there, or no project can be read from it
 * @MAQ_DOCUMENT_ERROR_UNWRITABLE: nothing was written; the old file is whole
 * @MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK: somebody else changed the file since it
 *   was read; nothing was written. Ask, then save with %MAQ_SAVE_OVERWRITE,
 *   save under another name, or reload
 * @MAQ_DOCUMENT_ERROR_NO_FILE: the document was never saved: save it under a name
 *
 * What goes wrong with documents. Each message is a whole sentence for the user.
 */
typedef enum
{
  MAQ_DOCUMENT_ERROR_UNREADABLE,
  MAQ_DOCUMENT_ERROR_UNWRITABLE,
  MAQ_DOCUMENT_ERROR_CHANGED_ON_DISK,
  MAQ_DOCUMENT_ERROR_NO_FILE,
} MaqDocumentError;

GQuark maq_document_error_quark (void);

/**
 * MaqSaveFlags:
 * @MAQ_SAVE_DEFAULT: refuse to write over somebody else's change
 * @MAQ_SAVE_OVERWRITE: write over it
 */
typedef enum
{
  MAQ_SAVE_DEFAULT,
  MAQ_SAVE_OVERWRITE = 1 << 0,
} MaqSaveFlags;

#define MAQ_TYPE_DOCUMENT (maq_document_get_type ())

/**
 * MaqDocument:
 *
 * A project that is being worked on: its current root, the history of its
 * roots, its file, and the recovery file that keeps up with it.
 *
 * When the program is killed, what recovery offers is what the root was at
 * most 250 ms before, or as long before as it takes to write all of the
 * project twice, if that is longer. A project of 20 MB takes some 0.1 s of one
 * core, and only at first and when an edit changes every section; other edits
 * of it take 0.02 s.
 *
 * Belongs to the thread whose main context was the default when it was made.
 *
 * Properties, each with notify: `title` (string), `modified`, `can-undo`,
 * `can-redo` (booleans), `undo-label`, `redo-label` (strings or %NULL), `file`
 * (#GFile or %NULL), `changed-on-disk` (somebody else changed or removed the
 * file and nothing has been done about it), `recovery-failed` (the last
 * write of the recovery file went wrong), `saving` (booleans).
 *
 * Signals:
 *
 * - `changed (MaqProject *old_root, MaqProject *new_root)`: the root is
 *   another one; both are borrowed pointers.
 */
G_DECLARE_FINAL_TYPE (MaqDocument, maq_document, MAQ, DOCUMENT, GObject)

/**
 * maq_document_new:
 * @root: (transfer none): where it begins
 *
 * Makes an untitled document without unsaved changes, for a fresh start.
 */
MaqDocument *maq_document_new                 (MaqProject          *root) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_document_new_imported:
 * @name: (nullable): what to call it, such as the name of the foreign file without its suffix
 *
 * Makes an untitled document that counts as modified, for what came from a foreign format.
 */
MaqDocument *maq_document_new_imported        (MaqProject          *root,
                                               const char          *name) G_GNUC_WARN_UNUSED_RESULT;

/** maq_document_get_root: (transfer none): take a reference to hold it longer than to the next change */
MaqProject  *maq_document_get_root            (MaqDocument         *self);
/** maq_document_get_title: (transfer none): the file's name without suffix, else a title inside */
const char  *maq_document_get_title           (MaqDocument         *self);
/** maq_document_get_file: (transfer none) (nullable): %NULL while it was never saved */
GFile       *maq_document_get_file            (MaqDocument         *self);
/** maq_document_dup_suggested_name: (transfer full): a file name for Save As, with its suffix */
char        *maq_document_dup_suggested_name  (MaqDocument         *self);
gboolean     maq_document_is_modified         (MaqDocument         *self);
gboolean     maq_document_is_changed_on_disk  (MaqDocument         *self);

/**
 * maq_document_apply:
 * @root: (transfer none): a root that maq_check() accepts
 * @label: (nullable): what was done, for "Undo …", translated: "Strip back Verse 1".
 *   %NULL changes the root without a step of its own, such as when another
 *   song is looked at: the change joins the step before it
 * @selection: what was selected when it was done
 *
 * Makes @root the current root, in one undo step. Nothing happens if it is
 * the current root already.
 */
void         maq_document_apply               (MaqDocument         *self,
                                               MaqProject          *root,
                                               const char          *label,
                                               MaqPath              selection);
/**
 * maq_document_apply_gesture:
 * @gesture: names what is being turned, such as "level/1a/2f"
 *
 * As maq_document_apply(), but a step of the same gesture that is the newest
 * one is replaced rather than followed, so that a turn of the wheel can be
 * undone as one. If the gesture ends where it began, its step goes away.
 */
void         maq_document_apply_gesture       (MaqDocument         *self,
                                               MaqProject          *root,
                                               const char          *label,
                                               MaqPath              selection,
                                               const char          *gesture);
/** maq_document_end_gesture: the next gesture is another one, whatever its name */
void         maq_document_end_gesture         (MaqDocument         *self);

/**
 * maq_document_undo:
 * @selection: (out) (optional): what was selected when the undone step was
 *   done, cut short to what is there in the root that comes back
 *
 * Returns: whether there was something to undo
 */
gboolean     maq_document_undo                (MaqDocument         *self,
                                               MaqPath             *selection);
/** maq_document_redo: the counterpart of maq_document_undo() */
gboolean     maq_document_redo                (MaqDocument         *self,
                                               MaqPath             *selection);
gboolean     maq_document_can_undo            (MaqDocument         *self);
gboolean     maq_document_can_redo            (MaqDocument         *self);
/** maq_document_get_undo_label: (transfer none) (nullable): of the step that would be undone */
const char  *maq_document_get_undo_label      (MaqDocument         *self);
/** maq_document_get_redo_label: (transfer none) (nullable): of the step that would be done again */
const char  *maq_document_get_redo_label      (MaqDocument         *self);

/** maq_document_get_n_steps: steps in the history, done and undone */
guint        maq_document_get_n_steps         (MaqDocument         *self);
/** maq_document_get_n_done: how many of them are done; the rest can be redone */
guint        maq_document_get_n_done          (MaqDocument         *self);
/** maq_document_get_step_label: (transfer none): label of a step, from the oldest */
const char  *maq_document_get_step_label      (MaqDocument         *self,
                                               guint                index);
/** maq_document_go_to_step: undoes or redoes until @n_done steps are done */
void         maq_document_go_to_step          (MaqDocument         *self,
                                               guint                n_done);

/**
 * maq_document_open_async:
 * @file: a `.maquette` file
 *
 * Reads a project and makes a document of it, in a worker.
 */
void         maq_document_open_async          (GFile               *file,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/**
 * maq_document_open_finish:
 * @error: a #MaqDocumentError, a #MaqXmlError or a #GIOErrorEnum
 *
 * Returns: (transfer full): the document, or %NULL
 */
MaqDocument *maq_document_open_finish         (GAsyncResult        *result,
                                               GError             **error);

/**
 * maq_document_save_async:
 *
 * Writes the current root to the document's file, whole or not at all. Edits
 * go on meanwhile; what is saved is the root at the time of the call. A save
 * that is asked for while another is under way waits for it.
 */
void         maq_document_save_async          (MaqDocument         *self,
                                               MaqSaveFlags         flags,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/**
 * maq_document_save_as_async:
 * @file: where to; `.maquette` is added to a name without it
 *
 * As maq_document_save_async(), and from then on @file is the document's
 * file. What @file held is replaced: the file chooser has asked.
 */
void         maq_document_save_as_async       (MaqDocument         *self,
                                               GFile               *file,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/**
 * maq_document_save_finish:
 * @error: a #MaqDocumentError or a #GIOErrorEnum
 *
 * Ends a save of either kind. After an error the old file is whole, the
 * document is as it was, and its recovery file stays.
 */
gboolean     maq_document_save_finish         (MaqDocument         *self,
                                               GAsyncResult        *result,
                                               GError             **error);

/**
 * maq_document_reload_async:
 *
 * Takes in what the file says now, as one step that can be undone.
 */
void         maq_document_reload_async        (MaqDocument         *self,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean     maq_document_reload_finish       (MaqDocument         *self,
                                               GAsyncResult        *result,
                                               GError             **error);

/**
 * maq_document_close:
 *
 * Ends the work on the document, by the user's wish: its recovery file goes
 * away even if there are unsaved changes. A document that is dropped without
 * it leaves its recovery file for the next start.
 */
void         maq_document_close               (MaqDocument         *self);

G_END_DECLS
