/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-measure.h"

#include <math.h>

#include "maq-heard-private.h"
#include "maq-power.h"
#include "maq-render.h"
#include "maq-workers-private.h"

#define RATE_HZ 48000

/* Frames between two looks at whether to go on, and at the loudness: 200 ms. */
#define PIECE (RATE_HZ / 5)

/* Sections that are remembered; a long session forgets and measures again. */
#define MAX_KNOWN 8192

typedef struct
{
  MaqFigures        figures;
  MaqLoudnessMaxima maxima;
} Bar;

struct _MaqMeasure
{
  MaqFigures         whole;
  MaqLoudnessFigures loudness;
  guint              n_bars;
  Bar                bars[];
};

struct _MaqMeasurer
{
  MaqSoundfont *font;
  GHashTable   *known;         /* hash of what sounds → MaqMeasure */
  guint         n_rendered;
};

/* One call of maq_measurer_measure(), which its threads share. */
typedef struct
{
  MaqMeasurer        *measurer;
  MaqPerformance     *performance;
  GPtrArray          *measures;
  MaqMeasureProgress  progress;
  gpointer            user_data;
  GCancellable       *cancellable;
  GMutex              mutex;        /* for what follows, and the table of what is known */
  guint               n_done;
  GError             *error;
} Job;

MaqMeasure *
maq_measure_ref (MaqMeasure *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
maq_measure_unref (MaqMeasure *self)
{
  g_atomic_rc_box_release (self);
}

const MaqFigures *
maq_measure_get_whole (MaqMeasure *self)
{
  return &self->whole;
}

guint
maq_measure_get_n_bars (MaqMeasure *self)
{
  return self->n_bars;
}

const MaqFigures *
maq_measure_get_bar (MaqMeasure *self,
                     guint       index)
{
  g_return_val_if_fail (index < self->n_bars, &self->whole);

  return &self->bars[index].figures;
}

MaqLoudnessMaxima
maq_measure_get_bar_maxima (MaqMeasure *self,
                            guint       index)
{
  g_return_val_if_fail (index < self->n_bars,
                        ((MaqLoudnessMaxima) { MAQ_LOUDNESS_SILENCE, MAQ_LOUDNESS_SILENCE }));

  return self->bars[index].maxima;
}

const MaqLoudnessFigures *
maq_measure_get_loudness (MaqMeasure *self)
{
  return &self->loudness;
}

/* Bars */

/* Ticks from the section's start at which its bars begin, and its end. */
static GArray *
find_bars (const MaqSpan *span)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (MaqTick));
  const MaqNote *clicks = NULL;
  MaqTick start = 0;
  guint n_clicks = 0;

  g_array_append_val (starts, start);
  if (span->click != NULL)
    clicks = maq_phrase_get_notes (span->click, &n_clicks);
  for (guint i = 0; i < n_clicks; i++)
    if (clicks[i].key == 1 && clicks[i].start_ticks > 0
        && clicks[i].start_ticks < span->length_ticks)
      {
        start = clicks[i].start_ticks;
        g_array_append_val (starts, start);
      }
  g_array_append_val (starts, span->length_ticks);
  return starts;
}

typedef struct
{
  double key_sum;
  double key_weight;
  double distance_sum;
} Players;

static gboolean
count_notes (MaqPhrase *phrase,
             gboolean   is_drums,
             MaqTick    start,
             MaqTick    end,
             Players   *players)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);
  gboolean any = FALSE;

  for (guint i = 0; i < n_notes && notes[i].start_ticks < end; i++)
    {
      MaqTick from = MAX (notes[i].start_ticks, start);
      MaqTick to = MIN (notes[i].start_ticks + (MaqTick) notes[i].length_ticks, end);

      if (to <= from)
        continue;
      any = TRUE;
      if (is_drums)
        continue;
      players->key_sum += (double) (to - from) * notes[i].key;
      players->key_weight += (double) (to - from);
    }
  return any;
}

/* Who plays between two ticks of the section, how high, and how far away. */
static void
look_at_players (MaqPerformance *performance,
                 guint           index,
                 MaqTick         start,
                 MaqTick         end,
                 MaqFigures     *figures)
{
  Players players = { 0 };

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);
      MaqPhrase *phrase = maq_lane_get_phrase (lane, index);

      if (phrase == NULL || !maq_heard_lane (performance, lane)
          || !count_notes (phrase, maq_lane_is_drums (lane), start, end, &players))
        continue;
      figures->n_layers++;
      players.distance_sum += maq_lane_get_strip (lane)->distance;
    }
  if (players.key_weight > 0.0)
    figures->register_key = players.key_sum / players.key_weight;
  if (figures->n_layers > 0)
    figures->distance = players.distance_sum / figures->n_layers;
}

static void
take_sound (MaqFigures         *figures,
            double              lufs,
            MaqSpectrumFigures  heard)
{
  figures->seconds = heard.seconds;
  figures->loudness_lufs = lufs;
  figures->onsets_per_second = heard.n_onsets / MAX (heard.seconds, 1e-3);
  figures->centroid_hz = heard.centroid_hz;
  figures->width = heard.width;
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    figures->band_db[i] = maq_power_to_db (heard.band_powers[i]);
}

/* Powers add up by time; brightness and width are those of where the power is. */
static void
sum_up (MaqMeasure *self)
{
  MaqFigures *whole = &self->whole;
  double powers[MAQ_N_FREQUENCY_BANDS] = { 0 };
  double power_sum = 0.0;
  double onsets = 0.0;

  for (guint i = 0; i < self->n_bars; i++)
    {
      const MaqFigures *bar = &self->bars[i].figures;
      double power = maq_power_from_db (bar->loudness_lufs) * bar->seconds;

      whole->seconds += bar->seconds;
      power_sum += power;
      onsets += bar->onsets_per_second * bar->seconds;
      whole->centroid_hz += power * bar->centroid_hz;
      whole->width += power * bar->width;
      for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
        powers[band] += maq_power_from_db (bar->band_db[band]) * bar->seconds;
    }
  whole->loudness_lufs = MAQ_LOUDNESS_SILENCE;
  if (whole->seconds <= 0.0)
    return;
  whole->onsets_per_second = onsets / whole->seconds;
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    whole->band_db[band] = maq_power_to_db (powers[band] / whole->seconds);
  if (power_sum <= 0.0)
    return;
  whole->loudness_lufs = maq_power_to_db (power_sum / whole->seconds);
  whole->centroid_hz /= power_sum;
  whole->width /= power_sum;
}

/* Rendering */

/* What has been heard of a bar so far: mean square after the K weighting, times frames. */
typedef struct
{
  double   power_sum;
  MaqFrame n_frames;
} Heard;

static gboolean
listen_until (MaqRender    *render,
              MaqFrame      end,
              MaqLoudness  *loudness,
              MaqSpectrum  *spectrum,
              Heard        *heard,
              GCancellable *cancellable)
{
  g_autofree float *samples = g_new (float, 2 * PIECE);

  while (maq_render_get_done (render) < end && !g_cancellable_is_cancelled (cancellable))
    {
      guint wanted = (guint) MIN (end - maq_render_get_done (render), PIECE);
      guint n_frames = maq_render_read (render, samples, wanted);

      if (n_frames == 0)
        break;
      maq_loudness_add (loudness, samples, n_frames);
      maq_spectrum_add (spectrum, samples, n_frames);
      if (n_frames < RATE_HZ / 1000)
        continue;
      heard->n_frames += n_frames;
      heard->power_sum
        += n_frames * maq_power_from_db (maq_loudness_get_window (loudness,
                                                            (double) n_frames / RATE_HZ));
    }
  return !g_cancellable_is_cancelled (cancellable);
}

static MaqMeasure *
measure_bars (MaqPerformance *performance,
              guint           index,
              MaqRender      *render,
              GCancellable   *cancellable)
{
  const MaqSpan *span = maq_performance_get_span (performance, index);
  g_autoptr (GArray) starts = find_bars (span);
  g_autoptr (MaqLoudness) loudness
    = maq_loudness_new (RATE_HZ, 2, MAQ_LOUDNESS_MAXIMA | MAQ_LOUDNESS_NO_TRUE_PEAK);
  g_autoptr (MaqSpectrum) spectrum = maq_spectrum_new (RATE_HZ);
  guint n_bars = starts->len - 1;
  g_autoptr (MaqMeasure) self
    = g_atomic_rc_box_alloc0 (sizeof *self + n_bars * sizeof *self->bars);

  self->n_bars = n_bars;
  for (guint i = 0; i < n_bars; i++)
    {
      MaqTick start = g_array_index (starts, MaqTick, i);
      MaqTick end = g_array_index (starts, MaqTick, i + 1);
      double seconds = maq_span_ticks_to_seconds (span, (double) end);
      MaqFigures *bar = &self->bars[i].figures;
      Heard heard = { 0 };

      if (!listen_until (render, llround (seconds * RATE_HZ), loudness, spectrum, &heard,
                         cancellable))
        return NULL;
      take_sound (bar, maq_power_to_db (heard.power_sum / (double) MAX (heard.n_frames, 1)),
                  maq_spectrum_take (spectrum));
      self->bars[i].maxima = maq_loudness_take_maxima (loudness);
      bar->makeup_db = span->makeup_db;
      look_at_players (performance, index, start, end, bar);
      bar->energy = maq_figures_get_energy (bar, NULL);
    }
  sum_up (self);
  self->whole.makeup_db = span->makeup_db;
  look_at_players (performance, index, 0, span->length_ticks, &self->whole);
  self->whole.energy = maq_figures_get_energy (&self->whole, NULL);
  self->loudness = maq_loudness_get_figures (loudness);
  return g_steal_pointer (&self);
}

static MaqMeasure *
measure_section (Job     *job,
                 guint    index,
                 GError **error)
{
  const MaqSpan *span = maq_performance_get_span (job->performance, index);
  const MaqRenderOptions options = {
    .rate_hz = RATE_HZ,
    .start_ticks = (double) span->start_ticks,
    .end_ticks = (double) (span->start_ticks + span->length_ticks),
    .one_thread = TRUE,
  };
  g_autoptr (MaqRender) render = maq_render_new (job->measurer->font, job->performance, &options,
                                                 error);

  if (render == NULL)
    return NULL;
  return measure_bars (job->performance, index, render, job->cancellable);
}

static MaqMeasure *
look_up (Job     *job,
         guint64  hash)
{
  MaqMeasure *known;

  g_mutex_lock (&job->mutex);
  known = g_hash_table_lookup (job->measurer->known, &hash);
  if (known != NULL)
    maq_measure_ref (known);
  g_mutex_unlock (&job->mutex);
  return known;
}

static void
remember (MaqMeasurer *self,
          guint64      hash,
          MaqMeasure  *measure)
{
  if (g_hash_table_size (self->known) >= MAX_KNOWN)
    g_hash_table_remove_all (self->known);
  g_hash_table_replace (self->known, g_memdup2 (&hash, sizeof hash), maq_measure_ref (measure));
}

static void
remember_rendered (Job        *job,
                   guint64     hash,
                   MaqMeasure *measure)
{
  g_mutex_lock (&job->mutex);
  job->measurer->n_rendered++;
  remember (job->measurer, hash, measure);
  g_mutex_unlock (&job->mutex);
}

static void
finish (Job        *job,
        guint       index,
        MaqMeasure *measure,
        GError     *error)
{
  guint n_done;

  g_mutex_lock (&job->mutex);
  job->measures->pdata[index] = measure;
  n_done = ++job->n_done;
  if (error != NULL && job->error == NULL)
    job->error = g_steal_pointer (&error);
  g_clear_error (&error);
  if (measure != NULL && job->progress != NULL)
    job->progress (n_done, job->measures->len, index, measure, job->user_data);
  g_mutex_unlock (&job->mutex);
}

static void
measure_cb (guint    index,
            gpointer user_data)
{
  Job *job = user_data;
  guint64 hash = maq_heard_hash_section (job->performance, index);
  MaqMeasure *measure = look_up (job, hash);
  GError *error = NULL;

  if (measure == NULL && !g_cancellable_is_cancelled (job->cancellable))
    {
      measure = measure_section (job, index, &error);
      if (measure != NULL)
        remember_rendered (job, hash, measure);
    }
  finish (job, index, measure, error);
}

MaqMeasurer *
maq_measurer_new (MaqSoundfont *font)
{
  MaqMeasurer *self;

  g_return_val_if_fail (font != NULL, NULL);

  self = g_new0 (MaqMeasurer, 1);
  self->font = maq_soundfont_ref (font);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) maq_measure_unref);
  return self;
}

void
maq_measurer_free (MaqMeasurer *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  maq_soundfont_unref (self->font);
  g_free (self);
}

void
maq_measurer_learn (MaqMeasurer    *self,
                    MaqPerformance *performance,
                    GPtrArray      *measures)
{
  guint n_spans = MIN (measures->len, maq_performance_get_n_spans (performance));

  for (guint i = 0; i < n_spans; i++)
    if (g_ptr_array_index (measures, i) != NULL)
      remember (self, maq_heard_hash_section (performance, i), g_ptr_array_index (measures, i));
}

guint
maq_measurer_get_n_rendered (MaqMeasurer *self)
{
  return self->n_rendered;
}

static void
unref_measure (gpointer measure)
{
  if (measure != NULL)
    maq_measure_unref (measure);
}

GPtrArray *
maq_measurer_measure (MaqMeasurer         *self,
                      MaqPerformance      *performance,
                      MaqMeasureProgress   progress,
                      gpointer             user_data,
                      GCancellable        *cancellable,
                      GError             **error)
{
  guint n_spans = maq_performance_get_n_spans (performance);
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (unref_measure);
  Job job = { self, performance, measures, progress, user_data, cancellable };

  g_ptr_array_set_size (measures, (gint) n_spans);
  g_mutex_init (&job.mutex);
  maq_workers_run (measure_cb, &job, n_spans);
  g_mutex_clear (&job.mutex);
  if (job.error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, &job.error);
  if (job.error == NULL)
    return g_steal_pointer (&measures);
  g_propagate_error (error, job.error);
  return NULL;
}
