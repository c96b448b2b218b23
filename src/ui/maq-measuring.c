/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-measuring.h"

#include "maq-balancer.h"

/* After an edit, in case another one follows at once. */
#define DELAY_MSEC 500
#define PROGRESS_MSEC 150

struct _MaqMeasuring
{
  GObject         parent_instance;

  MaqSoundfont   *font;          /* of the measurer */
  MaqMeasurer    *measurer;      /* belongs to the worker while there is one */
  MaqBalancer    *balancer;      /* likewise, and with the same font */
  guint64         section;       /* whose balance is wanted; 0 for none */
  guint64         balanced;      /* whose balance is found, or being found */
  MaqPerformance *complete;      /* all of it is measured; NULL while it is not */
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
  guint64         section;       /* whose balance it finds */
} Work;

enum
{
  SIGNAL_MEASURED,
  SIGNAL_BALANCED,
  SIGNAL_PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqMeasuring, maq_measuring, G_TYPE_OBJECT)

static void start (MaqMeasuring *self);
static void go_on (MaqMeasuring *self);

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
    {
      self->complete = maq_performance_ref (work->performance);
      self->balanced = 0;
      g_signal_emit (self, signals[SIGNAL_MEASURED], 0, work->performance, measures);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("nothing was measured: %s", error->message);
  if (self->wanted == NULL)
    rest (self);
  go_on (self);
}

/* One section of it as a whole song, or NULL if it is not there. */
static MaqPerformance *
dup_section (MaqPerformance *performance,
             guint64         section)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);
  guint index = 0;
  MaqSpan span;

  while (index < maq_performance_get_n_spans (performance) &&
         maq_performance_get_span (performance, index)->id != section)
    index++;
  if (index == maq_performance_get_n_spans (performance))
    return NULL;
  span = *maq_performance_get_span (performance, index);
  span.start_ticks = 0;
  span.first_bar = 0;
  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);
      MaqPhrase *phrase = maq_lane_get_phrase (lane, index);

      g_ptr_array_add (lanes, maq_lane_new (maq_lane_get_id (lane), maq_lane_get_name (lane),
                                            maq_lane_is_drums (lane), maq_lane_get_bank (lane),
                                            maq_lane_get_program (lane),
                                            maq_lane_get_strip (lane), &phrase, 1));
    }
  return maq_performance_new (&span, 1, (MaqLane **) lanes->pdata, lanes->len, NULL, NULL);
}

static void
balance_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) balances
    = maq_balancer_measure (work->owner->balancer, work->performance, NULL, NULL,
                            cancellable, &error);

  if (balances != NULL)
    g_task_return_pointer (task, maq_balance_ref (g_ptr_array_index (balances, 0)),
                           (GDestroyNotify) maq_balance_unref);
  else
    g_task_return_error (task, error);
}

static void
balanced_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  MaqMeasuring *self = MAQ_MEASURING (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqBalance) balance = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->cancellable);
  if (balance != NULL && self->complete != NULL && self->section == work->section)
    g_signal_emit (self, signals[SIGNAL_BALANCED], 0, work->section, balance);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("no balance was found: %s", error->message);
  go_on (self);
}

static void
start_balance (MaqMeasuring *self)
{
  MaqPerformance *performance = dup_section (self->complete, self->section);
  g_autoptr (GTask) task = NULL;
  Work *work;

  self->balanced = self->section;
  if (performance == NULL)
    return;
  if (self->balancer == NULL)
    self->balancer = maq_balancer_new (self->font);
  work = g_new0 (Work, 1);
  work->owner = self;
  work->performance = performance;
  work->section = self->section;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, balanced_cb, NULL);
  g_task_set_task_data (task, work, work_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, balance_in_thread);
}

/* What comes next, if no worker is at work: one at a time. */
static void
go_on (MaqMeasuring *self)
{
  if (self->cancellable != NULL || self->delay_id != 0)
    return;
  if (self->wanted != NULL)
    start (self);
  else if (self->complete != NULL && self->section != 0 && self->section != self->balanced)
    start_balance (self);
}

static void
start (MaqMeasuring *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  if (self->font != self->wanted_font)
    {
      g_clear_pointer (&self->measurer, maq_measurer_free);
      g_clear_pointer (&self->balancer, maq_balancer_free);
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
  go_on (self);
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
  g_clear_pointer (&self->balancer, maq_balancer_free);
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
  signals[SIGNAL_BALANCED] = g_signal_new ("balanced", MAQ_TYPE_MEASURING, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64,
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
maq_measuring_look_at (MaqMeasuring *self,
                       guint64       section)
{
  if (self->section == section)
    return;
  self->section = section;
  self->balanced = 0;
  if (self->complete != NULL && self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  go_on (self);
}

void
maq_measuring_stop (MaqMeasuring *self)
{
  g_clear_pointer (&self->complete, maq_performance_unref);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_pointer (&self->wanted, maq_performance_unref);
  g_clear_pointer (&self->wanted_font, maq_soundfont_unref);
  /* nothing more is said of what was to be measured till now */
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
