/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-heard-private.h"

#include "maq-hash.h"

gboolean
maq_heard_lane (MaqPerformance *performance,
                MaqLane        *lane)
{
  const MaqStrip *strip = maq_lane_get_strip (lane);

  if (strip->muted || strip->gain_db <= MAQ_STRIP_SILENT_DB)
    return FALSE;
  return strip->soloed || !maq_performance_any_soloed (performance);
}

static guint64
hash_double (guint64 hash,
             double  value)
{
  return maq_hash_bytes (hash, &value, sizeof value);
}

static guint64
hash_number (guint64 hash,
             gint64  value)
{
  return maq_hash_bytes (hash, &value, sizeof value);
}

static guint64
hash_span (const MaqSpan *span)
{
  guint64 hash = hash_number (MAQ_HASH_START, span->length_ticks);

  hash = hash_double (hash, span->tempo_qpm);
  hash = hash_number (hash, span->ramp_ticks);
  hash = hash_double (hash, span->ramp_tempo_qpm);
  hash = hash_number (hash, span->room);
  hash = hash_double (hash, span->gain_db);
  hash = hash_double (hash, span->end_gain_db);
  hash = hash_double (hash, span->duck_db);
  hash = hash_double (hash, span->makeup_db);
  hash = hash_number (hash, span->cut_ticks);
  hash = hash_number (hash, span->fade_ticks);
  return hash_number (hash, span->click != NULL ? (gint64) maq_phrase_hash (span->click) : 0);
}

static guint64
hash_lane (guint64    hash,
           MaqLane   *lane,
           MaqPhrase *phrase)
{
  const MaqStrip *strip = maq_lane_get_strip (lane);

  hash = hash_number (hash, (gint64) maq_phrase_hash (phrase));
  hash = hash_number (hash, maq_lane_is_drums (lane));
  hash = hash_number (hash, maq_lane_get_bank (lane));
  hash = hash_number (hash, maq_lane_get_program (lane));
  hash = hash_double (hash, strip->gain_db);
  hash = hash_double (hash, strip->pan);
  hash = hash_double (hash, strip->distance);
  hash = hash_double (hash, strip->tone);
  hash = hash_double (hash, strip->spread);
  return hash_number (hash, strip->in_front);
}

guint64
maq_heard_hash_section (MaqPerformance *performance,
                        guint           index)
{
  guint64 hash = hash_span (maq_performance_get_span (performance, index));

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);
      MaqPhrase *phrase = maq_lane_get_phrase (lane, index);

      if (phrase != NULL && maq_heard_lane (performance, lane))
        hash = hash_lane (hash, lane, phrase);
    }
  return hash;
}

guint64
maq_heard_hash_lane (const MaqSpan *span,
                     MaqLane       *lane,
                     MaqPhrase     *phrase)
{
  return hash_lane (hash_span (span), lane, phrase);
}
