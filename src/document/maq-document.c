/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-document-private.h"

#include <glib/gi18n-lib.h>

#include "maq-file.h"

G_DEFINE_FINAL_TYPE (MaqDocument, maq_document, G_TYPE_OBJECT)

GParamSpec *maq_document_properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what the outside sees ---- */

static char *
make_title (MaqDocument *self)
{
  const MaqProjectFields *fields = maq_project_get_fields (maq_document_get_root (self));
  const char *song = maq_song_get_title (maq_project_get_current (maq_document_get_root (self)));

  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);
      g_autofree char *shown = g_filename_display_name (name);

      if (g_str_has_suffix (shown, MAQ_FILE_SUFFIX))
        shown[strlen (shown) - strlen (MAQ_FILE_SUFFIX)] = '\0';
      return g_steal_pointer (&shown);
    }

  if (self->name != NULL)
    return g_strdup (self->name);
  if (fields->title != NULL)
    return g_strdup (fields->title);
  if (*song != '\0')
    return g_strdup (song);

  return g_strdup (_("Untitled"));
}

static MaqDocumentShown
get_shown (MaqDocument *self)
{
  return (MaqDocumentShown) {
    .is_modified = maq_document_is_modified (self),
    .can_undo = maq_document_can_undo (self),
    .can_redo = maq_document_can_redo (self),
    .undo_label = maq_document_get_undo_label (self),
    .redo_label = maq_document_get_redo_label (self),
  };
}

static void
notify_if (MaqDocument *self,
           gboolean     differs,
           int          property)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), maq_document_properties[property]);
}

/* Labels are compared as pointers: a step that replaces another has its own. */
void
maq_document_notify (MaqDocument *self)
{
  g_autofree char *old_title = self->title;
  MaqDocumentShown old = self->shown;

  self->shown = get_shown (self);
  self->title = make_title (self);

  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, g_strcmp0 (old_title, self->title) != 0, PROP_TITLE);
  notify_if (self, old.is_modified != self->shown.is_modified, PROP_MODIFIED);
  notify_if (self, old.can_undo != self->shown.can_undo, PROP_CAN_UNDO);
  notify_if (self, old.can_redo != self->shown.can_redo, PROP_CAN_REDO);
  notify_if (self, old.undo_label != self->shown.undo_label, PROP_UNDO_LABEL);
  notify_if (self, old.redo_label != self->shown.redo_label, PROP_REDO_LABEL);
  g_object_thaw_notify (G_OBJECT (self));
}

MaqProject *
maq_document_get_root (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), NULL);

  return maq_history_get_root (self->history);
}

const char *
maq_document_get_title (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), NULL);

  return self->title;
}

GFile *
maq_document_get_file (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), NULL);

  return self->file;
}

char *
maq_document_dup_suggested_name (MaqDocument *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), NULL);

  name = g_strdelimit (g_strdup (self->title), "/\n\r\t", '-');
  if (name[0] == '.')
    name[0] = '-';

  return g_strconcat (name, MAQ_FILE_SUFFIX, NULL);
}

gboolean
maq_document_is_modified (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), FALSE);

  return maq_document_get_root (self) != self->saved_root;
}

gboolean
maq_document_is_changed_on_disk (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), FALSE);

  return self->is_changed_on_disk;
}

/* ---- the history ---- */

void
maq_document_guard (MaqDocument *self)
{
  maq_recovery_writer_post (self->recovery,
                            maq_document_is_modified (self) ? maq_document_get_root (self) : NULL);
}

/* @before: (transfer full) */
static void
root_changed (MaqDocument *self,
              MaqProject  *before)
{
  g_autoptr(MaqProject) old_root = before;

  if (!self->is_closed)
    maq_document_guard (self);
  g_signal_emit (self, signals[CHANGED], 0, old_root, maq_document_get_root (self));
  maq_document_notify (self);
}

/* A change without a step of its own, such as looking at another song, is no
 * reason to ask whether to save. */
static void
apply (MaqDocument *self,
       MaqProject  *root,
       const char  *label,
       MaqPath      selection,
       const char  *gesture)
{
  g_autoptr(MaqProject) before = maq_project_ref (maq_document_get_root (self));
  gboolean was_modified = maq_document_is_modified (self);

  if (!maq_history_apply (self->history, root, label, selection, gesture))
    return;

  if (label == NULL && !was_modified)
    {
      maq_project_unref (self->saved_root);
      self->saved_root = maq_project_ref (root);
    }

  root_changed (self, g_steal_pointer (&before));
}

void
maq_document_apply (MaqDocument *self,
                    MaqProject  *root,
                    const char  *label,
                    MaqPath      selection)
{
  g_return_if_fail (MAQ_IS_DOCUMENT (self));
  g_return_if_fail (root != NULL);

  apply (self, root, label, selection, NULL);
}

void
maq_document_apply_gesture (MaqDocument *self,
                            MaqProject  *root,
                            const char  *label,
                            MaqPath      selection,
                            const char  *gesture)
{
  g_return_if_fail (MAQ_IS_DOCUMENT (self));
  g_return_if_fail (root != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (gesture != NULL);

  apply (self, root, label, selection, gesture);
}

void
maq_document_end_gesture (MaqDocument *self)
{
  g_return_if_fail (MAQ_IS_DOCUMENT (self));

  maq_history_end_gesture (self->history);
}

gboolean
maq_document_undo (MaqDocument *self,
                   MaqPath     *selection)
{
  g_autoptr(MaqProject) before = NULL;

  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), FALSE);

  before = maq_project_ref (maq_document_get_root (self));
  if (!maq_history_undo (self->history, selection))
    return FALSE;

  root_changed (self, g_steal_pointer (&before));
  return TRUE;
}

gboolean
maq_document_redo (MaqDocument *self,
                   MaqPath     *selection)
{
  g_autoptr(MaqProject) before = NULL;

  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), FALSE);

  before = maq_project_ref (maq_document_get_root (self));
  if (!maq_history_redo (self->history, selection))
    return FALSE;

  root_changed (self, g_steal_pointer (&before));
  return TRUE;
}

gboolean
maq_document_can_undo (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), FALSE);

  return maq_history_get_n_done (self->history) > 0;
}

gboolean
maq_document_can_redo (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), FALSE);

  return maq_history_get_n_done (self->history) < maq_history_get_n_steps (self->history);
}

const char *
maq_document_get_undo_label (MaqDocument *self)
{
  return maq_document_can_undo (self)
           ? maq_history_get_label (self->history, maq_history_get_n_done (self->history) - 1)
           : NULL;
}

const char *
maq_document_get_redo_label (MaqDocument *self)
{
  return maq_document_can_redo (self)
           ? maq_history_get_label (self->history, maq_history_get_n_done (self->history))
           : NULL;
}

guint
maq_document_get_n_steps (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), 0);

  return maq_history_get_n_steps (self->history);
}

guint
maq_document_get_n_done (MaqDocument *self)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), 0);

  return maq_history_get_n_done (self->history);
}

const char *
maq_document_get_step_label (MaqDocument *self,
                             guint        index)
{
  g_return_val_if_fail (MAQ_IS_DOCUMENT (self), NULL);

  return maq_history_get_label (self->history, index);
}

void
maq_document_go_to_step (MaqDocument *self,
                         guint        n_done)
{
  g_autoptr(MaqProject) before = NULL;

  g_return_if_fail (MAQ_IS_DOCUMENT (self));
  g_return_if_fail (n_done <= maq_history_get_n_steps (self->history));

  before = maq_project_ref (maq_document_get_root (self));
  while (maq_history_get_n_done (self->history) > n_done)
    maq_history_undo (self->history, NULL);
  while (maq_history_get_n_done (self->history) < n_done)
    maq_history_redo (self->history, NULL);

  if (maq_document_get_root (self) != before)
    root_changed (self, g_steal_pointer (&before));
}

/* ---- beginning and end ---- */

static void
recovery_failed_cb (gpointer data,
                    gboolean failed)
{
  MaqDocument *self = data;

  self->has_recovery_failed = failed;
  g_object_notify_by_pspec (G_OBJECT (self), maq_document_properties[PROP_RECOVERY_FAILED]);
}

/* The file, its version and the title are what the recovery file is offered with. */
static void
describe (MaqDocument *self)
{
  if (!self->is_closed)
    maq_recovery_writer_describe (self->recovery, self->title, self->file, self->etag);
}

MaqDocument *
maq_document_new_full (MaqProject       *root,
                       MaqProject       *saved_root,
                       const char       *name,
                       GFile            *file,
                       const char       *etag,
                       MaqRecoveryStore *store)
{
  MaqDocument *self = g_object_new (MAQ_TYPE_DOCUMENT, NULL);

  self->history = maq_history_new (root);
  self->saved_root = saved_root != NULL ? maq_project_ref (saved_root) : NULL;
  self->name = g_strdup (name);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->etag = g_strdup (etag);
  self->title = make_title (self);
  self->shown = get_shown (self);
  self->recovery = maq_recovery_writer_new (store, recovery_failed_cb, self);
  describe (self);
  maq_document_guard (self);
  maq_document_watch (self);

  return self;
}

MaqDocument *
maq_document_new (MaqProject *root)
{
  g_return_val_if_fail (root != NULL, NULL);

  return maq_document_new_full (root, root, NULL, NULL, NULL, NULL);
}

MaqDocument *
maq_document_new_imported (MaqProject *root,
                           const char *name)
{
  g_return_val_if_fail (root != NULL, NULL);

  return maq_document_new_full (root, NULL, name, NULL, NULL, NULL);
}

void
maq_document_set_saved (MaqDocument *self,
                        MaqProject  *root,
                        GFile       *file,
                        const char  *etag)
{
  gboolean is_elsewhere = self->file == NULL || !g_file_equal (self->file, file);
  g_autofree char *old_etag = self->etag;

  self->etag = g_strdup (etag);
  g_clear_pointer (&self->saved_root, maq_project_unref);
  self->saved_root = maq_project_ref (root);
  if (is_elsewhere)
    {
      g_set_object (&self->file, file);
      g_object_notify_by_pspec (G_OBJECT (self), maq_document_properties[PROP_FILE]);
      maq_document_watch (self);
    }

  maq_document_set_changed_on_disk (self, FALSE);
  maq_document_notify (self);
  describe (self);
  if (!self->is_closed)
    maq_document_guard (self);
}

void
maq_document_close (MaqDocument *self)
{
  g_return_if_fail (MAQ_IS_DOCUMENT (self));

  if (self->is_closed)
    return;

  self->is_closed = TRUE;
  maq_recovery_writer_free (g_steal_pointer (&self->recovery), TRUE);
}

static void
maq_document_dispose (GObject *object)
{
  MaqDocument *self = MAQ_DOCUMENT (object);

  maq_document_unwatch (self);

  G_OBJECT_CLASS (maq_document_parent_class)->dispose (object);
}

static void
maq_document_finalize (GObject *object)
{
  MaqDocument *self = MAQ_DOCUMENT (object);

  if (self->recovery != NULL)
    maq_recovery_writer_free (self->recovery, FALSE);
  g_clear_pointer (&self->history, maq_history_free);
  g_clear_pointer (&self->saved_root, maq_project_unref);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self->name);
  g_free (self->title);

  G_OBJECT_CLASS (maq_document_parent_class)->finalize (object);
}

static void
maq_document_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MaqDocument *self = MAQ_DOCUMENT (object);

  switch (property)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, maq_document_is_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, maq_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, maq_document_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, maq_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, maq_document_get_redo_label (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_CHANGED_ON_DISK:
      g_value_set_boolean (value, self->is_changed_on_disk);
      break;
    case PROP_RECOVERY_FAILED:
      g_value_set_boolean (value, self->has_recovery_failed);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->save != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
maq_document_class_init (MaqDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamSpec **properties = maq_document_properties;

  object_class->dispose = maq_document_dispose;
  object_class->finalize = maq_document_finalize;
  object_class->get_property = maq_document_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_CHANGED_ON_DISK] = g_param_spec_boolean ("changed-on-disk", NULL, NULL, FALSE,
                                                           flags);
  properties[PROP_RECOVERY_FAILED] = g_param_spec_boolean ("recovery-failed", NULL, NULL, FALSE,
                                                           flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", MAQ_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
maq_document_init (MaqDocument *self)
{
  g_queue_init (&self->saves);
}
