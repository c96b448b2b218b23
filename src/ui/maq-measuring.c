/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-measuring.h"

/* After an edit, in case another one follows at once. */
#define DELAY_MSEC 500
#define PROGRESS_MSEC 150

struct _MaqMeasuring
{
  GObject         parent_instance;

  MaqSoundfont   *font;          /* of the measurer */
  MaqMeasurer    *measurer;      /* belongs to the worker while there is one */
  MaqPerformance *measured;      /* now, or last */
  MaqPerformance *wanted;        /* NULL for nothing */
  MaqSoundfont   *wanted_font;
  GCancellable   *cancellable;   /* of the worker; NULL while there is none */
  guint           delay_id;
  guint           progress_id;
  guint           n_total;

  GMutex          mutex;         /* for what the worker says meanwhile: */
  GPtrArray      *done;          /* MaqMeasure or NULL for each section */
  guint           n_done;
  guint           n_told;
};

/* What a worker takes along. */
typedef struct
{
  MaqMeasuring   *owner;         /* the task keeps it */
  MaqPerformance *performance;
} Work;

enum
{
  SIGNAL_MEASURED,
  SIGNAL_PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqMeasuring, maq_measuring, G_TYPE_OBJECT)

static void start (MaqMeasuring *self);

static void
work_free (gpointer data)
{
  Work *work = data;

  maq_performance_unref (work->performance);
  g_free (work);
}

static void
unref_measure (gpointer measure)
{
  if (measure != NULL)
    maq_measure_unref (measure);
}

static void
progress_in_thread (guint       done,
                    guint       total,
                    guint       index,
                    MaqMeasure *measure,
                    gpointer    user_data)
{
  MaqMeasuring *self = ((Work *) user_data)->owner;

  g_mutex_lock (&self->mutex);
  self->done->pdata[index] = maq_measure_ref (measure);
  self->n_done = done;
  g_mutex_unlock (&self->mutex);
}

static void
measure_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  GPtrArray *measures = maq_measurer_measure (work->owner->measurer, work->performance,
                                              progress_in_thread, work, cancellable, &error);

  if (measures != NULL)
    g_task_return_pointer (task, measures, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
progress_cb (gpointer data)
{
  MaqMeasuring *self = data;
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (unref_measure);
  guint n_done;

  g_ptr_array_set_size (measures, (int) self->n_total);
  g_mutex_lock (&self->mutex);
  n_done = self->n_done;
  for (guint i = 0; i < self->n_total; i++)
    if (self->done->pdata[i] != NULL)
      measures->pdata[i] = maq_measure_ref (self->done->pdata[i]);
  g_mutex_unlock (&self->mutex);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0, n_done, self->n_total);
  /* who hears that may have stopped it */
  if (n_done > self->n_told && self->progress_id != 0)
    g_signal_emit (self, signals[SIGNAL_MEASURED], 0, self->measured, measures);
  self->n_told = n_done;
  return G_SOURCE_CONTINUE;
}

static void
rest (MaqMeasuring *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0, 0, 0);
}

static void
measured_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  MaqMeasuring *self = MAQ_MEASURING (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->cancellable);
  if (measures != NULL && self->wanted == NULL)
    g_signal_emit (self, signals[SIGNAL_MEASURED], 0, work->performance, measures);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("nothing was measured: %s", error->message);
  if (self->wanted != NULL && self->delay_id == 0)
    start (self);
  else if (self->wanted == NULL)
    rest (self);
}

static void
start (MaqMeasuring *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  if (self->font != self->wanted_font)
    {
      g_clear_pointer (&self->measurer, maq_measurer_free);
      g_clear_pointer (&self->font, maq_soundfont_unref);
      self->font = maq_soundfont_ref (self->wanted_font);
      self->measurer = maq_measurer_new (self->font);
    }
  work->owner = self;
  work->performance = g_steal_pointer (&self->wanted);
  self->cancellable = g_cancellable_new ();
  self->n_total = maq_performance_get_n_spans (work->performance);
  self->n_done = self->n_told = 0;
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->done, (int) self->n_total);
  g_clear_pointer (&self->measured, maq_performance_unref);
  self->measured = maq_performance_ref (work->performance);
  if (self->progress_id == 0)
    self->progress_id = g_timeout_add (PROGRESS_MSEC, progress_cb, self);
  task = g_task_new (self, self->cancellable, measured_cb, NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, measure_in_thread);
}

static gboolean
delay_cb (gpointer data)
{
  MaqMeasuring *self = data;

  self->delay_id = 0;
  if (self->wanted != NULL && self->cancellable == NULL)
    start (self);
  return G_SOURCE_REMOVE;
}

static void
maq_measuring_dispose (GObject *object)
{
  MaqMeasuring *self = MAQ_MEASURING (object);

  maq_measuring_stop (self);
  G_OBJECT_CLASS (maq_measuring_parent_class)->dispose (object);
}

static void
maq_measuring_finalize (GObject *object)
{
  MaqMeasuring *self = MAQ_MEASURING (object);

  g_clear_pointer (&self->measurer, maq_measurer_free);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  g_clear_pointer (&self->measured, maq_performance_unref);
  g_ptr_array_unref (self->done);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (maq_measuring_parent_class)->finalize (object);
}

static void
maq_measuring_class_init (MaqMeasuringClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = maq_measuring_dispose;
  object_class->finalize = maq_measuring_finalize;
  signals[SIGNAL_MEASURED] = g_signal_new ("measured", MAQ_TYPE_MEASURING, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER,
                                           G_TYPE_POINTER);
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", MAQ_TYPE_MEASURING, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                           G_TYPE_UINT);
}

static void
maq_measuring_init (MaqMeasuring *self)
{
  g_mutex_init (&self->mutex);
  self->done = g_ptr_array_new_with_free_func (unref_measure);
}

MaqMeasuring *
maq_measuring_new (void)
{
  return g_object_new (MAQ_TYPE_MEASURING, NULL);
}

void
maq_measuring_take (MaqMeasuring   *self,
                    MaqSoundfont   *font,
                    MaqPerformance *performance)
{
  maq_measuring_stop (self);
  self->wanted = maq_performance_ref (performance);
  self->wanted_font = maq_soundfont_ref (font);
  self->delay_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MSEC, delay_cb, self, NULL);
}

void
maq_measuring_stop (MaqMeasuring *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_pointer (&self->wanted, maq_performance_unref);
  g_clear_pointer (&self->wanted_font, maq_soundfont_unref);
  /* nothing more is said of what was to be measured till now */
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
