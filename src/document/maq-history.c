/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-history.h"

#include "maq-history-cost-private.h"

/*
 * root: what the step led to
 * bytes: what that root does not share with the one before
 */
typedef struct
{
  MaqProject *root;
  char       *label;
  char       *gesture;
  MaqPath     selection;
  gsize       bytes;
} MaqHistoryStep;

/*
 * first: the root before the oldest step
 * steps: (element-type MaqHistoryStep): from the oldest
 * n_done: how many are done; the root of the last of them is the current one
 */
struct _MaqHistory
{
  MaqProject *first;
  GPtrArray  *steps;
  guint       n_done;
  gsize       bytes;
  guint       max_steps;
  gsize       max_bytes;
};

static void
step_free (MaqHistoryStep *step)
{
  maq_project_unref (step->root);
  g_free (step->label);
  g_free (step->gesture);
  g_free (step);
}

MaqHistory *
maq_history_new (MaqProject *root)
{
  MaqHistory *self = g_new0 (MaqHistory, 1);

  self->first = maq_project_ref (root);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->max_steps = MAQ_HISTORY_MAX_STEPS;
  self->max_bytes = MAQ_HISTORY_MAX_BYTES;

  return self;
}

void
maq_history_free (MaqHistory *self)
{
  maq_project_unref (self->first);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static MaqHistoryStep *
get_step (MaqHistory *self,
          guint       index)
{
  return g_ptr_array_index (self->steps, index);
}

static MaqProject *
root_after (MaqHistory *self,
            guint       n_done)
{
  return n_done == 0 ? self->first : get_step (self, n_done - 1)->root;
}

MaqProject *
maq_history_get_root (MaqHistory *self)
{
  return root_after (self, self->n_done);
}

static void
remove_steps_from (MaqHistory *self,
                   guint       index)
{
  while (self->steps->len > index)
    {
      self->bytes -= get_step (self, self->steps->len - 1)->bytes;
      g_ptr_array_set_size (self->steps, (int) self->steps->len - 1);
    }
}

/* The newest step always stays, however big. */
static void
keep_within_limits (MaqHistory *self)
{
  guint n_over = 0;

  while (n_over + 1 < self->n_done &&
         (self->steps->len - n_over > self->max_steps || self->bytes > self->max_bytes))
    self->bytes -= get_step (self, n_over++)->bytes;

  if (n_over == 0)
    return;

  maq_project_unref (self->first);
  self->first = maq_project_ref (get_step (self, n_over - 1)->root);
  g_ptr_array_remove_range (self->steps, 0, n_over);
  self->n_done -= n_over;
}

static void
add_step (MaqHistory *self,
          MaqProject *root,
          const char *label,
          MaqPath     selection,
          const char *gesture)
{
  MaqHistoryStep *step = g_new0 (MaqHistoryStep, 1);

  step->root = maq_project_ref (root);
  step->label = g_strdup (label);
  step->gesture = g_strdup (gesture);
  step->selection = selection;
  step->bytes = maq_history_cost (maq_history_get_root (self), root);

  remove_steps_from (self, self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  self->bytes += step->bytes;
  keep_within_limits (self);
}

static void
change_root (MaqHistory *self,
             MaqProject *root)
{
  MaqProject **place = self->n_done == 0 ? &self->first
                                         : &get_step (self, self->n_done - 1)->root;
  MaqProject *before = *place;

  *place = maq_project_ref (root);
  maq_project_unref (before);
}

static gboolean
is_newest_gesture (MaqHistory *self,
                   const char *gesture)
{
  return gesture != NULL && self->n_done > 0 && self->n_done == self->steps->len &&
         g_strcmp0 (get_step (self, self->n_done - 1)->gesture, gesture) == 0;
}

/* The selection stays that of the gesture's start. */
static void
go_on_with_gesture (MaqHistory *self,
                    MaqProject *root,
                    const char *label)
{
  MaqHistoryStep *step = get_step (self, self->n_done - 1);
  MaqProject *before = root_after (self, self->n_done - 1);

  if (root == before)
    {
      self->n_done--;
      remove_steps_from (self, self->n_done);
      return;
    }

  change_root (self, root);
  g_free (step->label);
  step->label = g_strdup (label);
  self->bytes -= step->bytes;
  step->bytes = maq_history_cost (before, root);
  self->bytes += step->bytes;
}

gboolean
maq_history_apply (MaqHistory *self,
                   MaqProject *root,
                   const char *label,
                   MaqPath     selection,
                   const char *gesture)
{
  if (root == maq_history_get_root (self))
    return FALSE;

  if (label == NULL)
    change_root (self, root);
  else if (is_newest_gesture (self, gesture))
    go_on_with_gesture (self, root, label);
  else
    add_step (self, root, label, selection, gesture);

  return TRUE;
}

void
maq_history_end_gesture (MaqHistory *self)
{
  if (self->n_done > 0)
    g_clear_pointer (&get_step (self, self->n_done - 1)->gesture, g_free);
}

/* @path as far as it leads to something in @root */
static MaqPath
cut_short (MaqProject *root,
           MaqPath     path)
{
  MaqPath result = { 0 };
  int song = maq_project_find_song (root, path.song);
  int arrangement;
  MaqArrangement *found;

  if (song < 0)
    return result;
  result.song = path.song;

  arrangement = maq_song_find_arrangement (maq_project_get_song (root, (guint) song),
                                           path.arrangement);
  if (arrangement < 0)
    return result;
  result.arrangement = path.arrangement;

  found = maq_song_get_arrangement (maq_project_get_song (root, (guint) song),
                                    (guint) arrangement);
  if (maq_arrangement_find_section (found, path.section) >= 0)
    result.section = path.section;
  if (maq_arrangement_find_layer (found, path.layer) >= 0)
    result.layer = path.layer;
  if (maq_arrangement_find_section (found, path.section_end) >= 0)
    result.section_end = path.section_end;
  if (maq_arrangement_find_layer (found, path.layer_end) >= 0)
    result.layer_end = path.layer_end;

  return result;
}

static void
go_to (MaqHistory *self,
       guint       n_done,
       guint       step,
       MaqPath    *selection)
{
  maq_history_end_gesture (self);
  self->n_done = n_done;
  maq_history_end_gesture (self);
  if (selection != NULL)
    *selection = cut_short (maq_history_get_root (self), get_step (self, step)->selection);
}

gboolean
maq_history_undo (MaqHistory *self,
                  MaqPath    *selection)
{
  if (self->n_done == 0)
    return FALSE;

  go_to (self, self->n_done - 1, self->n_done - 1, selection);
  return TRUE;
}

gboolean
maq_history_redo (MaqHistory *self,
                  MaqPath    *selection)
{
  if (self->n_done == self->steps->len)
    return FALSE;

  go_to (self, self->n_done + 1, self->n_done, selection);
  return TRUE;
}

guint
maq_history_get_n_steps (MaqHistory *self)
{
  return self->steps->len;
}

guint
maq_history_get_n_done (MaqHistory *self)
{
  return self->n_done;
}

const char *
maq_history_get_label (MaqHistory *self,
                       guint       index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return get_step (self, index)->label;
}

gsize
maq_history_get_bytes (MaqHistory *self)
{
  return self->bytes;
}

void
maq_history_set_limits (MaqHistory *self,
                        guint       max_steps,
                        gsize       max_bytes)
{
  self->max_steps = max_steps;
  self->max_bytes = max_bytes;
  keep_within_limits (self);
}
