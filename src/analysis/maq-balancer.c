/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-balancer.h"

#include <string.h>

#include "maq-heard-private.h"
#include "maq-render.h"
#include "maq-workers-private.h"

#define RATE_HZ 48000

/* Layers of sections that are remembered; a long session forgets and measures again. */
#define MAX_KNOWN 65536

typedef struct
{
  double powers[MAQ_N_FREQUENCY_BANDS];
} Powers;

struct _MaqBalancer
{
  MaqSoundfont *font;
  GHashTable   *known;         /* hash of what sounds → Powers */
  guint         n_rendered;
};

/* A layer in a section that nobody knows yet. */
typedef struct
{
  guint64   hash;
  guint     index;             /* of the section */
  MaqLane  *lane;
} Work;

/* One call of maq_balancer_measure(), which its threads share. */
typedef struct
{
  MaqBalancer        *balancer;
  MaqPerformance     *performance;
  GArray             *works;
  MaqBalanceProgress  progress;
  gpointer            user_data;
  GCancellable       *cancellable;
  GMutex              mutex;       /* for what follows, and the table of what is known */
  guint               n_done;
  GError             *error;
} Job;

MaqBalancer *
maq_balancer_new (MaqSoundfont *font)
{
  MaqBalancer *self;

  g_return_val_if_fail (font != NULL, NULL);

  self = g_new0 (MaqBalancer, 1);
  self->font = maq_soundfont_ref (font);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
maq_balancer_free (MaqBalancer *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  maq_soundfont_unref (self->font);
  g_free (self);
}

guint
maq_balancer_get_n_rendered (MaqBalancer *self)
{
  return self->n_rendered;
}

/* The layer alone, in the section alone. */
static MaqPerformance *
isolate (MaqPerformance *performance,
         const Work     *work)
{
  MaqSpan span = *maq_performance_get_span (performance, work->index);
  MaqPhrase *phrase = maq_lane_get_phrase (work->lane, work->index);
  g_autoptr (MaqLane) lane
    = maq_lane_new (maq_lane_get_id (work->lane), maq_lane_get_name (work->lane),
                    maq_lane_is_drums (work->lane), maq_lane_get_bank (work->lane),
                    maq_lane_get_program (work->lane), maq_lane_get_strip (work->lane), &phrase, 1);

  span.start_ticks = 0;
  span.first_bar = 0;
  return maq_performance_new (&span, 1, &lane, 1, NULL, NULL);
}

static gboolean
measure_powers (Job         *job,
                const Work  *work,
                Powers      *powers,
                GError     **error)
{
  const MaqRenderOptions options = { .rate_hz = RATE_HZ, .unlimited = TRUE, .one_thread = TRUE };
  g_autoptr (MaqPerformance) alone = isolate (job->performance, work);
  g_autoptr (MaqRender) render = maq_render_new (job->balancer->font, alone, &options, error);
  g_autoptr (MaqSpectrum) spectrum = maq_spectrum_new_bands (RATE_HZ);
  g_autofree float *samples = g_new (float, 2 * MAQ_RENDER_BLOCK);
  MaqSpectrumFigures figures;
  guint n_frames;

  if (render == NULL)
    return FALSE;
  while ((n_frames = maq_render_read (render, samples, MAQ_RENDER_BLOCK)) > 0
         && !g_cancellable_is_cancelled (job->cancellable))
    maq_spectrum_add (spectrum, samples, n_frames);
  figures = maq_spectrum_take (spectrum);
  memcpy (powers->powers, figures.band_powers, sizeof powers->powers);
  return !g_cancellable_is_cancelled (job->cancellable);
}

static void
work_cb (guint    index,
         gpointer user_data)
{
  Job *job = user_data;
  const Work *work = &g_array_index (job->works, Work, index);
  Powers powers;
  GError *error = NULL;
  gboolean is_done;

  if (g_cancellable_is_cancelled (job->cancellable))
    return;
  is_done = measure_powers (job, work, &powers, &error);
  g_mutex_lock (&job->mutex);
  if (is_done)
    {
      g_hash_table_replace (job->balancer->known, g_memdup2 (&work->hash, sizeof work->hash),
                            g_memdup2 (&powers, sizeof powers));
      job->balancer->n_rendered++;
      job->n_done++;
      if (job->progress != NULL)
        job->progress (job->n_done, job->works->len, job->user_data);
    }
  if (error != NULL && job->error == NULL)
    job->error = g_steal_pointer (&error);
  g_clear_error (&error);
  g_mutex_unlock (&job->mutex);
}

typedef void (*LayerVisit) (Job     *job,
                            guint    index,
                            MaqLane *lane,
                            guint64  hash,
                            gpointer user_data);

/* Calls back for each layer that is heard in a section. */
static void
visit_layers (Job        *job,
              guint       index,
              LayerVisit  visit,
              gpointer    user_data)
{
  for (guint i = 0; i < maq_performance_get_n_lanes (job->performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (job->performance, i);
      MaqPhrase *phrase = maq_lane_get_phrase (lane, index);

      if (phrase != NULL && maq_heard_lane (job->performance, lane))
        visit (job, index, lane,
               maq_heard_hash_lane (maq_performance_get_span (job->performance, index), lane,
                                    phrase),
               user_data);
    }
}

static void
note_unknown (Job      *job,
              guint     index,
              MaqLane  *lane,
              guint64   hash,
              gpointer  wanted)
{
  const Work work = { hash, index, lane };

  if (g_hash_table_contains (job->balancer->known, &hash)
      || !g_hash_table_add (wanted, g_memdup2 (&hash, sizeof hash)))
    return;
  g_array_append_val (job->works, work);
}

static void
note_powers (Job      *job,
             guint     index,
             MaqLane  *lane,
             guint64   hash,
             gpointer  layers)
{
  const Powers *powers = g_hash_table_lookup (job->balancer->known, &hash);
  MaqBalanceLayer layer = { .id = maq_lane_get_id (lane), .name = maq_lane_get_name (lane),
                            .is_drums = maq_lane_is_drums (lane) };

  memcpy (layer.powers, powers->powers, sizeof layer.powers);
  g_array_append_val ((GArray *) layers, layer);
}

static void
find_works (Job *job)
{
  guint n_spans = maq_performance_get_n_spans (job->performance);
  g_autoptr (GHashTable) wanted
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (g_hash_table_size (job->balancer->known) >= MAX_KNOWN)
    g_hash_table_remove_all (job->balancer->known);
  for (guint i = 0; i < n_spans; i++)
    visit_layers (job, i, note_unknown, wanted);
}

static GPtrArray *
put_together (Job *job)
{
  guint n_spans = maq_performance_get_n_spans (job->performance);
  GPtrArray *balances = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_balance_unref);
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (MaqBalanceLayer));

  for (guint i = 0; i < n_spans; i++)
    {
      g_array_set_size (layers, 0);
      visit_layers (job, i, note_powers, layers);
      g_ptr_array_add (balances, maq_balance_new ((const MaqBalanceLayer *) (void *) layers->data,
                                                  layers->len));
    }
  return balances;
}

GPtrArray *
maq_balancer_measure (MaqBalancer         *self,
                      MaqPerformance      *performance,
                      MaqBalanceProgress   progress,
                      gpointer             user_data,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (Work));
  Job job = { self, performance, works, progress, user_data, cancellable };

  g_mutex_init (&job.mutex);
  find_works (&job);
  maq_workers_run (work_cb, &job, works->len);
  g_mutex_clear (&job.mutex);
  if (job.error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, &job.error);
  if (job.error == NULL)
    return put_together (&job);
  g_propagate_error (error, job.error);
  return NULL;
}
