/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-band.h"

/*
 * The band makes songs of few players and songs of many about as loud, so that an edit to
 * some sections turns all others up or down a little. That is no reason to render them
 * again: a section is measured at the gain that it had first, and the rest is added.
 */
static MaqPerformance *
dup_at_first_gain (MaqFollowBand  *self,
                   MaqPerformance *performance,
                   double         *louder_db)
{
  guint n_spans = maq_performance_get_n_spans (performance);
  guint n_lanes = maq_performance_get_n_lanes (performance);
  g_autofree MaqSpan *spans = g_new0 (MaqSpan, n_spans + 1);
  g_autofree MaqLane **lanes = g_new0 (MaqLane *, n_lanes + 1);

  if (self->first == NULL)
    self->first = maq_performance_ref (performance);
  if (performance == self->first || maq_performance_get_n_spans (self->first) != n_spans)
    return maq_performance_ref (performance);
  for (guint i = 0; i < n_spans; i++)
    {
      const MaqSpan *first = maq_performance_get_span (self->first, i);

      spans[i] = *maq_performance_get_span (performance, i);
      louder_db[i] = spans[i].gain_db - first->gain_db;
      spans[i].gain_db -= louder_db[i];
      spans[i].end_gain_db -= louder_db[i];
    }
  for (guint i = 0; i < n_lanes; i++)
    lanes[i] = maq_performance_get_lane (performance, i);
  return maq_performance_new (spans, n_spans, lanes, n_lanes, NULL, NULL);
}

static void
make_louder (MaqFigures *figures,
             double      louder_db)
{
  if (louder_db == 0.0 || maq_loudness_is_silence (figures->loudness_lufs))
    return;
  figures->loudness_lufs += louder_db;
  for (guint i = 0; i < MAQ_N_FREQUENCY_BANDS; i++)
    if (!maq_loudness_is_silence (figures->band_db[i]))
      figures->band_db[i] += louder_db;
  figures->energy = maq_figures_get_energy (figures, NULL);
}

gboolean
maq_follow_band_measure (MaqProject    *root,
                         MaqFigures    *figures,
                         gpointer       band,
                         GCancellable  *cancellable,
                         GError       **error)
{
  MaqFollowBand *self = band;
  g_autoptr (MaqPerformance) performance
    = maq_compiler_compile (self->compiler, maq_project_get_current (root));
  g_autofree double *louder_db = g_new0 (double, maq_performance_get_n_spans (performance) + 1);
  g_autoptr (MaqPerformance) at_first_gain = dup_at_first_gain (self, performance, louder_db);
  g_autoptr (GPtrArray) measures
    = maq_measurer_measure (self->measurer, at_first_gain, self->progress, self->user_data,
                            cancellable, error);

  if (measures == NULL)
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    {
      figures[i] = *maq_measure_get_whole (g_ptr_array_index (measures, i));
      make_louder (&figures[i], louder_db[i]);
    }
  return TRUE;
}
