/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-recovery.h"

#include <glib/gi18n-lib.h>

#include "maq-diff.h"
#include "maq-document-private.h"
#include "maq-file.h"
#include "maq-xml-reader.h"

/* sentences about what differs; the rest is counted */
#define MAX_CHANGES 5

/*
 * store: (nullable): %NULL when a document has it, or nobody any more
 * file, etag, saved_root: (nullable): the document's file, the version that it
 *   was of, and what the file says now
 */
struct _MaqRecovery
{
  MaqRecoveryStore *store;
  char             *title;
  GFile            *file;
  char             *etag;
  gint64            time_us;
  MaqProject       *root;
  MaqProject       *saved_root;
  char             *summary;
};

MaqRecovery *
maq_recovery_ref (MaqRecovery *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (MaqRecovery *self)
{
  g_clear_pointer (&self->store, maq_recovery_store_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->saved_root, maq_project_unref);
  g_free (self->title);
  g_free (self->etag);
  g_free (self->summary);
}

void
maq_recovery_unref (MaqRecovery *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

const char *
maq_recovery_get_title (MaqRecovery *self)
{
  return self->title;
}

GFile *
maq_recovery_get_file (MaqRecovery *self)
{
  return self->file;
}

gint64
maq_recovery_get_time_us (MaqRecovery *self)
{
  return self->time_us;
}

MaqProject *
maq_recovery_get_root (MaqRecovery *self)
{
  return self->root;
}

const char *
maq_recovery_get_summary (MaqRecovery *self)
{
  return self->summary;
}

static gint64
query_time_us (GFile *file)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED ","
                                                       G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr(GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return time != NULL
           ? g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time)
           : 0;
}

/* A save that was under way may have come after what is here. */
static char *
make_summary (MaqRecovery *self)
{
  g_autoptr(MaqDiff) diff = NULL;
  g_autofree char *changes = NULL;

  if (self->file == NULL)
    return g_strdup (_("It was never saved"));
  if (self->saved_root == NULL)
    return g_strdup (_("Its file is not there any more, or cannot be read"));

  diff = maq_diff_new (self->saved_root, self->root);
  changes = maq_diff_dup_summary (diff, MAX_CHANGES);
  if (query_time_us (self->file) > self->time_us)
    return g_strdup_printf (_("The file was written later, and differs: %s"), changes);

  return g_steal_pointer (&changes);
}

/* What is whole, but beyond us, may be all that somebody has: another Maquette may read it. */
static gboolean
is_rubbish (const GError *error)
{
  return !g_error_matches (error, MAQ_XML_ERROR, MAQ_XML_ERROR_NEWER) &&
         !g_error_matches (error, MAQ_XML_ERROR, MAQ_XML_ERROR_INVALID);
}

/* @store: (transfer full). NULL if there is nothing to offer; @is_to_be_kept: nevertheless */
static MaqRecovery *
recovery_new (MaqRecoveryStore *store,
              gboolean         *is_to_be_kept)
{
  g_autoptr(MaqRecovery) self = g_rc_box_new0 (MaqRecovery);
  g_autoptr(GError) error = NULL;
  GFile *project = maq_recovery_store_get_project (store);

  self->store = store;
  self->root = maq_file_load (project, NULL, NULL, &error);
  *is_to_be_kept = self->root == NULL && !is_rubbish (error);
  if (self->root == NULL)
    return NULL;

  maq_recovery_store_read_info (store, &self->title, &self->file, &self->etag);
  if (self->title == NULL)
    self->title = g_strdup (_("Untitled"));
  if (self->file != NULL)
    self->saved_root = maq_file_load (self->file, NULL, NULL, NULL);
  if (self->saved_root != NULL && maq_project_equal (self->saved_root, self->root))
    return NULL;

  self->time_us = query_time_us (project);
  self->summary = make_summary (self);

  return g_steal_pointer (&self);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 first = (*(MaqRecovery *const *) a)->time_us;
  gint64 second = (*(MaqRecovery *const *) b)->time_us;

  return first > second ? -1 : first < second;
}

/* the ids of all that lies there, by their locks */
static GPtrArray *
list_ids (void)
{
  g_autofree char *folder = maq_recovery_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".lock"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".lock")));

  return ids;
}

GPtrArray *
maq_recovery_list (void)
{
  g_autoptr(GPtrArray) ids = list_ids ();
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_recovery_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      MaqRecoveryStore *store = maq_recovery_store_take_over (id);
      gboolean is_to_be_kept = FALSE;
      MaqRecovery *recovery = store != NULL ? recovery_new (store, &is_to_be_kept) : NULL;

      if (recovery != NULL)
        {
          g_ptr_array_add (list, recovery);
        }
      else if (store != NULL && !is_to_be_kept)
        {
          store = maq_recovery_store_take_over (id);
          if (store != NULL)
            maq_recovery_store_discard (store);
        }
    }

  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

MaqDocument *
maq_recovery_restore (MaqRecovery *self)
{
  g_return_val_if_fail (self->store != NULL, NULL);

  return maq_document_new_full (self->root, self->saved_root, self->title, self->file,
                                self->etag, g_steal_pointer (&self->store));
}

void
maq_recovery_discard (MaqRecovery *self)
{
  g_return_if_fail (self->store != NULL);

  maq_recovery_store_discard (g_steal_pointer (&self->store));
}
