/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-reviewing.h"

#include <gio/gio.h>

/* After an edit, in case another one follows at once. */
#define DELAY_MSEC 300

struct _MaqReviewing
{
  GObject     parent_instance;

  MaqProject *root;       /* that @advice is about; NULL before the first */
  GPtrArray  *advice;     /* of MaqAdvice */
  MaqProject *latest;     /* that was taken; NULL before the first */
  MaqProject *wanted;     /* the latest, until a worker has it; NULL for nothing */
  GArray     *figures;    /* MaqSectionFigures of the latest, as measured; NULL for none */
  int         chorus_seconds;
  GCancellable *working;  /* NULL while nobody does */
  guint       delay_id;
};

/* What a worker takes along. */
typedef struct
{
  MaqProject *root;
  GArray     *figures;
  int         chorus_seconds;
} Work;

enum
{
  SIGNAL_REVIEWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqReviewing, maq_reviewing, G_TYPE_OBJECT)

static void start (MaqReviewing *self);

static void
work_free (gpointer data)
{
  Work *work = data;

  maq_project_unref (work->root);
  g_clear_pointer (&work->figures, g_array_unref);
  g_free (work);
}

/* What was measured of each section, by index; one that was not lasts no time. */
static GArray *
sort_figures (MaqArrangement *arrangement,
              GArray         *figures)
{
  GArray *sorted = g_array_new (FALSE, TRUE, sizeof (MaqFigures));

  g_array_set_size (sorted, maq_arrangement_get_n_sections (arrangement));
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const MaqSectionFigures *of = &g_array_index (figures, MaqSectionFigures, i);
      int index = maq_arrangement_find_section (arrangement, of->section);

      if (index >= 0)
        g_array_index (sorted, MaqFigures, index) = of->figures;
    }

  return sorted;
}

static void
review_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Work *work = task_data;
  MaqReviewOptions options = { .chorus_seconds = work->chorus_seconds };
  g_autoptr (GArray) figures = sort_figures (maq_project_get_arrangement (work->root),
                                             work->figures);

  options.figures = (const MaqFigures *) (gpointer) figures->data;
  options.n_figures = figures->len;
  g_task_return_pointer (task, maq_review (work->root, &options, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
reviewed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  MaqReviewing *self = MAQ_REVIEWING (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) advice = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->working);
  if (self->wanted != NULL && self->delay_id == 0)
    {
      start (self);
      return;
    }
  if (advice == NULL)
    return;
  g_clear_pointer (&self->root, maq_project_unref);
  self->root = maq_project_ref (work->root);
  g_ptr_array_unref (self->advice);
  self->advice = g_steal_pointer (&advice);
  g_signal_emit (self, signals[SIGNAL_REVIEWED], 0);
}

static void
start (MaqReviewing *self)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  work->root = g_steal_pointer (&self->wanted);
  work->figures = self->figures != NULL ? g_array_ref (self->figures) : NULL;
  work->chorus_seconds = self->chorus_seconds;
  self->working = g_cancellable_new ();
  task = g_task_new (self, self->working, reviewed_cb, NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, review_in_thread);
}

static gboolean
delay_cb (gpointer data)
{
  MaqReviewing *self = data;

  self->delay_id = 0;
  if (self->wanted != NULL && self->working == NULL)
    start (self);
  return G_SOURCE_REMOVE;
}

static void
want (MaqReviewing *self,
      MaqProject   *root)
{
  if (root == self->wanted)
    return;

  g_clear_pointer (&self->wanted, maq_project_unref);
  self->wanted = maq_project_ref (root);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->working);
  self->delay_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MSEC, delay_cb, self, NULL);
}

static void
maq_reviewing_dispose (GObject *object)
{
  MaqReviewing *self = MAQ_REVIEWING (object);

  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_pointer (&self->wanted, maq_project_unref);
  G_OBJECT_CLASS (maq_reviewing_parent_class)->dispose (object);
}

static void
maq_reviewing_finalize (GObject *object)
{
  MaqReviewing *self = MAQ_REVIEWING (object);

  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->latest, maq_project_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_ptr_array_unref (self->advice);
  G_OBJECT_CLASS (maq_reviewing_parent_class)->finalize (object);
}

static void
maq_reviewing_class_init (MaqReviewingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = maq_reviewing_dispose;
  object_class->finalize = maq_reviewing_finalize;
  signals[SIGNAL_REVIEWED] = g_signal_new ("reviewed", MAQ_TYPE_REVIEWING, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
maq_reviewing_init (MaqReviewing *self)
{
  self->advice = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_advice_unref);
}

MaqReviewing *
maq_reviewing_new (void)
{
  return g_object_new (MAQ_TYPE_REVIEWING, NULL);
}

static gboolean
is_of (MaqProject *root,
       MaqId       song,
       MaqId       arrangement)
{
  return maq_song_get_id (maq_project_get_current (root)) == song &&
         maq_arrangement_get_id (maq_project_get_arrangement (root)) == arrangement;
}

void
maq_reviewing_take (MaqReviewing *self,
                    MaqProject   *root)
{
  if (root == self->latest)
    return;

  if (self->latest != NULL &&
      !is_of (self->latest, maq_song_get_id (maq_project_get_current (root)),
              maq_arrangement_get_id (maq_project_get_arrangement (root))))
    g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->latest, maq_project_unref);
  self->latest = maq_project_ref (root);
  want (self, root);
}

/* The newest is heard through again by something else, also when a worker has it already: that
 * one goes by what was known before. */
static void
review_again (MaqReviewing *self)
{
  if (self->wanted == NULL && self->latest != NULL)
    want (self, self->latest);
}

void
maq_reviewing_set_chorus (MaqReviewing *self,
                          int           seconds)
{
  if (self->chorus_seconds == seconds)
    return;

  self->chorus_seconds = seconds;
  review_again (self);
}

void
maq_reviewing_set_figures (MaqReviewing *self,
                           MaqId         song,
                           MaqId         arrangement,
                           GArray       *figures)
{
  g_autoptr (GArray) taken = figures;

  if (self->latest == NULL || !is_of (self->latest, song, arrangement))
    g_clear_pointer (&taken, g_array_unref);
  if (taken == NULL && self->figures == NULL)
    return;

  g_clear_pointer (&self->figures, g_array_unref);
  self->figures = g_steal_pointer (&taken);
  review_again (self);
}

gboolean
maq_reviewing_is_busy (MaqReviewing *self)
{
  return self->wanted != NULL || self->working != NULL;
}

MaqProject *
maq_reviewing_get_root (MaqReviewing *self)
{
  return self->root;
}

GPtrArray *
maq_reviewing_get_advice (MaqReviewing *self)
{
  return self->advice;
}
