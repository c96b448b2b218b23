/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-document.h"
#include "maq-history.h"
#include "maq-recovery-writer-private.h"

G_BEGIN_DECLS

/* What the outside was told last, so that it is told of each change once. */
typedef struct
{
  gboolean    is_modified;
  gboolean    can_undo;
  gboolean    can_redo;
  const char *undo_label;
  const char *redo_label;
} MaqDocumentShown;

/*
 * saved_root: (nullable): what the file says, or where an untitled document began
 * etag: (nullable): the version of the file that saved_root is of
 * name: (nullable): what an untitled document is called
 * queries: cancels the questions that the monitor gave rise to
 * saves: (element-type GTask): that wait for the one under way
 */
struct _MaqDocument
{
  GObject            parent_instance;

  MaqHistory        *history;
  MaqProject        *saved_root;
  GFile             *file;
  char              *etag;
  char              *name;
  char              *title;
  GFileMonitor      *monitor;
  GCancellable      *queries;
  MaqRecoveryWriter *recovery;
  GQueue             saves;
  GTask             *save;
  gboolean           is_closed;
  gboolean           is_changed_on_disk;
  gboolean           has_recovery_failed;
  MaqDocumentShown   shown;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_FILE,
  PROP_CHANGED_ON_DISK,
  PROP_RECOVERY_FAILED,
  PROP_SAVING,
  N_PROPS
};

extern GParamSpec *maq_document_properties[N_PROPS];

/*
 * maq_document_new_full: saved_root: (nullable): what its file says; store:
 * (transfer full) (nullable): the recovery files that it goes on with
 */
MaqDocument *maq_document_new_full       (MaqProject       *root,
                                          MaqProject       *saved_root,
                                          const char       *name,
                                          GFile            *file,
                                          const char       *etag,
                                          MaqRecoveryStore *store);
/* maq_document_notify: tells the outside what is different from what it was told */
void         maq_document_notify         (MaqDocument      *self);
/* maq_document_set_saved: the file now says this */
void         maq_document_set_saved      (MaqDocument      *self,
                                          MaqProject       *root,
                                          GFile            *file,
                                          const char       *etag);
/* maq_document_guard: brings the recovery file up to date */
void         maq_document_guard          (MaqDocument      *self);

/* Watching the file: maq-document-watch.c */

void         maq_document_watch          (MaqDocument      *self);
void         maq_document_unwatch        (MaqDocument      *self);
void         maq_document_set_changed_on_disk (MaqDocument *self,
                                          gboolean          changed);

G_END_DECLS
