/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-measured.h"

#include <math.h>

struct _MaqMeasured
{
  GHashTable *measures;   /* MaqId → MaqMeasure */
  MaqId       arrangement;
};

MaqMeasured *
maq_measured_new (void)
{
  MaqMeasured *self = g_new0 (MaqMeasured, 1);

  self->measures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) maq_measure_unref);
  return self;
}

void
maq_measured_free (MaqMeasured *self)
{
  g_hash_table_unref (self->measures);
  g_free (self);
}

void
maq_measured_set_arrangement (MaqMeasured *self,
                              MaqId        arrangement)
{
  if (self->arrangement != arrangement)
    g_hash_table_remove_all (self->measures);
  self->arrangement = arrangement;
}

void
maq_measured_take (MaqMeasured    *self,
                   MaqPerformance *performance,
                   GPtrArray      *measures)
{
  for (guint i = 0; i < measures->len; i++)
    {
      guint64 id = maq_performance_get_span (performance, i)->id;
      MaqMeasure *measure = g_ptr_array_index (measures, i);

      if (measure != NULL)
        g_hash_table_replace (self->measures, g_memdup2 (&id, sizeof id),
                              maq_measure_ref (measure));
    }
}

MaqMeasure *
maq_measured_find (MaqMeasured *self,
                   MaqId        section)
{
  return g_hash_table_lookup (self->measures, &section);
}

/* Means are sums until all are added; power_sum and pitched_seconds are what they weigh. */
typedef struct
{
  double power_sum;
  double pitched_seconds;
  double played_seconds;
} Weights;

static double
get_power (double lufs)
{
  return maq_loudness_is_silence (lufs) ? 0.0 : pow (10.0, lufs / 10.0);
}

static void
add (MaqMeasuredSum *sum,
     Weights        *weights,
     MaqMeasure     *measure)
{
  const MaqFigures *figures = maq_measure_get_whole (measure);
  const MaqLoudnessFigures *loudness = maq_measure_get_loudness (measure);
  double power = get_power (figures->loudness_lufs) * figures->seconds;

  sum->figures.seconds += figures->seconds;
  sum->figures.makeup_db = figures->makeup_db;
  sum->figures.onsets_per_second += figures->onsets_per_second * figures->seconds;
  sum->figures.centroid_hz += figures->centroid_hz * power;
  sum->figures.width += figures->width * power;
  sum->figures.n_layers = MAX (sum->figures.n_layers, figures->n_layers);
  weights->power_sum += power;
  if (figures->register_key > 0.0)
    {
      sum->figures.register_key += figures->register_key * figures->seconds;
      weights->pitched_seconds += figures->seconds;
    }
  if (figures->n_layers > 0)
    {
      sum->figures.distance += figures->distance * figures->seconds;
      weights->played_seconds += figures->seconds;
    }
  sum->integrated_lufs = loudness->integrated_lufs;
  sum->short_term_max_lufs = MAX (sum->short_term_max_lufs, loudness->short_term_max_lufs);
  sum->momentary_max_lufs = MAX (sum->momentary_max_lufs, loudness->momentary_max_lufs);
}

static void
divide (MaqFigures    *figures,
        const Weights *weights)
{
  figures->loudness_lufs = MAQ_LOUDNESS_SILENCE;
  if (figures->seconds > 0.0)
    figures->onsets_per_second /= figures->seconds;
  if (weights->power_sum > 0.0)
    {
      figures->loudness_lufs = 10.0 * log10 (weights->power_sum / figures->seconds);
      figures->centroid_hz /= weights->power_sum;
      figures->width /= weights->power_sum;
    }
  if (weights->pitched_seconds > 0.0)
    figures->register_key /= weights->pitched_seconds;
  if (weights->played_seconds > 0.0)
    figures->distance /= weights->played_seconds;
  figures->energy = maq_figures_get_energy (figures, NULL);
}

gboolean
maq_measured_sum (MaqMeasured    *self,
                  MaqForm        *form,
                  guint           first,
                  guint           n_sections,
                  MaqMeasuredSum *sum)
{
  Weights weights = { 0 };

  *sum = (MaqMeasuredSum) { .short_term_max_lufs = MAQ_LOUDNESS_SILENCE,
                            .momentary_max_lufs = MAQ_LOUDNESS_SILENCE };
  for (guint i = first; i < first + n_sections; i++)
    {
      MaqMeasure *measure = maq_measured_find (
        self, maq_section_get_id (maq_form_get_section (form, i)->section));

      if (measure == NULL)
        return FALSE;
      add (sum, &weights, measure);
    }
  divide (&sum->figures, &weights);
  if (n_sections > 1)
    sum->integrated_lufs = sum->figures.loudness_lufs;
  return n_sections > 0;
}
