/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-midi.h"

#include <math.h>

#include "maq-smf-writer.h"

#define DRUM_CHANNEL 9
#define CONTROL_VOLUME 7
#define CONTROL_PAN 10

/* Also each step of a tempo that changes. Returns the one that it ends with. */
static double
write_tempi (MaqSmfWriter  *writer,
             const MaqSpan *span,
             double         before_qpm)
{
  for (double at = 0.0, until = 0.0; at < (double) span->length_ticks; at = until)
    {
      double tempo_qpm = maq_span_get_tempo (span, at, &until);

      if (tempo_qpm != before_qpm)
        maq_smf_writer_add_tempo (writer, span->start_ticks + (MaqTick) at, tempo_qpm);
      before_qpm = tempo_qpm;
    }
  return before_qpm;
}

static void
write_spans (MaqSmfWriter      *writer,
             MaqPerformance    *performance,
             const char *const *names,
             guint              n_names)
{
  const MaqSpan *before = NULL;
  double tempo_qpm = 0.0;

  for (guint i = 0; i < maq_performance_get_n_spans (performance); i++)
    {
      const MaqSpan *span = maq_performance_get_span (performance, i);

      tempo_qpm = write_tempi (writer, span, tempo_qpm);
      if (before == NULL || before->beats != span->beats || before->unit != span->unit)
        maq_smf_writer_add_meter (writer, span->start_ticks, span->beats, span->unit);
      if (i < n_names)
        maq_smf_writer_add_text (writer, 0, span->start_ticks, MAQ_SMF_META_MARKER, names[i]);
      before = span;
    }
}

/* General MIDI's controller 7: 40 log10 (value / 127) dB (GM 1 developer guidelines) */
static guint
volume_of_gain (double gain_db)
{
  return CLAMP (127.0 * pow (10.0, gain_db / 40.0) + 0.5, 0, 127);
}

static void
write_phrase (MaqSmfWriter  *writer,
              guint          track,
              guint          channel,
              MaqPhrase     *phrase,
              const MaqSpan *span)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);

  if (maq_phrase_get_program (phrase) >= 0)
    maq_smf_writer_add_program (writer, track, span->start_ticks, channel,
                                maq_phrase_get_program (phrase));

  for (guint i = 0; i < n_notes; i++)
    {
      double tempo_qpm = maq_span_get_tempo (span, notes[i].start_ticks, NULL);
      double lag_ticks = maq_seconds_to_ticks (notes[i].lag_us / 1e6, tempo_qpm);

      maq_smf_writer_add_note (writer, track,
                               span->start_ticks + notes[i].start_ticks + lrint (lag_ticks),
                               notes[i].length_ticks, channel, notes[i].key, notes[i].velocity);
    }
}

static void
write_lane (MaqSmfWriter   *writer,
            MaqPerformance *performance,
            MaqLane        *lane,
            guint           channel)
{
  const MaqStrip *strip = maq_lane_get_strip (lane);
  guint track = maq_smf_writer_add_track (writer, maq_lane_get_name (lane));
  gboolean had_own_program = FALSE;

  maq_smf_writer_add_program (writer, track, 0, channel, maq_lane_get_program (lane));
  maq_smf_writer_add_control (writer, track, 0, channel, CONTROL_VOLUME,
                              volume_of_gain (strip->gain_db));
  maq_smf_writer_add_control (writer, track, 0, channel, CONTROL_PAN,
                              CLAMP (64.0 + strip->pan * 63.0, 0, 127));

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      const MaqSpan *span = maq_performance_get_span (performance, i);

      if (phrase == NULL)
        continue;
      if (had_own_program && maq_phrase_get_program (phrase) < 0)
        maq_smf_writer_add_program (writer, track, span->start_ticks, channel,
                                    maq_lane_get_program (lane));
      had_own_program = maq_phrase_get_program (phrase) >= 0;
      write_phrase (writer, track, channel, phrase, span);
    }
}

GBytes *
maq_export_midi (MaqPerformance    *performance,
                 const char *const *names,
                 guint              n_names)
{
  g_autoptr(MaqSmfWriter) writer = maq_smf_writer_new (MAQ_TICKS_PER_QUARTER);
  guint next = 0;

  maq_smf_writer_add_track (writer, NULL);
  write_spans (writer, performance, names, names != NULL ? n_names : 0);

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);
      guint channel = DRUM_CHANNEL;

      if (!maq_lane_is_drums (lane))
        {
          channel = next % 15 < DRUM_CHANNEL ? next % 15 : next % 15 + 1;
          next++;
        }
      write_lane (writer, performance, lane, channel);
    }

  return maq_smf_writer_finish (writer, maq_performance_get_length (performance));
}
