/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "maq-project.h"

G_BEGIN_DECLS

/*
 * MaqRecoveryStore: the files that one document leaves behind, and the lock
 * that says that its program lives:
 *
 *   ID.maquette  the project
 *   ID.info      title, file and etag, as a key file
 *   ID.lock      locked (flock) as long as the program runs
 *
 * They lie in maquette/recovery in the user's state folder. Every file is
 * written whole, under another name first. Nothing is forced to the disk: what
 * is guarded against is the end of the program, not that of the machine, and
 * the system has what was written once write() is back.
 */
typedef struct _MaqRecoveryStore MaqRecoveryStore;

/* maq_recovery_folder: where they lie; the folder need not be there */
char             *maq_recovery_folder        (void);

/* maq_recovery_store_new: files of a new name, locked; NULL if nothing can be written */
MaqRecoveryStore *maq_recovery_store_new     (GError           **error);
/* maq_recovery_store_take_over: files that another program left; NULL if it lives */
MaqRecoveryStore *maq_recovery_store_take_over (const char      *id);
/* maq_recovery_store_free: gives the lock back; the files stay if there is a project */
void              maq_recovery_store_free    (MaqRecoveryStore  *self);

GFile            *maq_recovery_store_get_project (MaqRecoveryStore *self);
gboolean          maq_recovery_store_write   (MaqRecoveryStore  *self,
                                              MaqProject        *root,
                                              GError           **error);
gboolean          maq_recovery_store_write_info (MaqRecoveryStore *self,
                                              const char        *title,
                                              GFile             *file,
                                              const char        *etag,
                                              GError           **error);
void              maq_recovery_store_read_info (MaqRecoveryStore *self,
                                              char             **title,
                                              GFile            **file,
                                              char             **etag);
/* maq_recovery_store_remove: removes the project; the lock and the name stay */
void              maq_recovery_store_remove  (MaqRecoveryStore  *self);
/* maq_recovery_store_discard: removes everything and gives the lock back */
void              maq_recovery_store_discard (MaqRecoveryStore  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqRecoveryStore, maq_recovery_store_free)

/*
 * MaqRecoveryWriter: one thread that writes the newest root. What comes while
 * it writes waits, and only the newest of that.
 */
typedef struct _MaqRecoveryWriter MaqRecoveryWriter;

/*
 * maq_recovery_writer_new: store: (transfer full) (nullable): files to go on
 * with; else some are made when they are needed. failed_cb is called in the
 * main context of the caller each time it begins or ceases to go wrong.
 */
MaqRecoveryWriter *maq_recovery_writer_new   (MaqRecoveryStore  *store,
                                              void             (*failed_cb) (gpointer data,
                                                                             gboolean failed),
                                              gpointer           data);
/* maq_recovery_writer_describe: what will be said about the project from now on */
void               maq_recovery_writer_describe (MaqRecoveryWriter *self,
                                              const char        *title,
                                              GFile             *file,
                                              const char        *etag);
/* maq_recovery_writer_post: root: (nullable): NULL: there is nothing to recover */
void               maq_recovery_writer_post  (MaqRecoveryWriter *self,
                                              MaqProject        *root);
/* maq_recovery_writer_free: writes what waits and ends; discard: removes the files */
void               maq_recovery_writer_free  (MaqRecoveryWriter *self,
                                              gboolean           discard);

G_END_DECLS
