/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-midi.h"

#include <math.h>
#include <string.h>

#include "maq-export-midi-private.h"
#include "maq-export-words.h"
#include "maq-played.h"

#define DRUM_CHANNEL 9
#define CLICK_FIRST_KEY 76
#define CLICK_KEY 77
#define CLICK_TICKS 60
#define CONTROL_BANK 0
#define CONTROL_BANK_FINE 32
#define CONTROL_VOLUME 7
#define CONTROL_PAN 10

typedef struct
{
  int bank;
  int program;
} Sound;

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
write_spans (MaqSmfWriter   *writer,
             MaqPerformance *performance)
{
  const MaqSpan *before = NULL;
  double tempo_qpm = 0.0;

  for (guint i = 0; i < maq_performance_get_n_spans (performance); i++)
    {
      const MaqSpan *span = maq_performance_get_span (performance, i);

      tempo_qpm = write_tempi (writer, span, tempo_qpm);
      if (before == NULL || before->beats != span->beats || before->unit != span->unit)
        maq_smf_writer_add_meter (writer, span->start_ticks, span->beats, span->unit);
      before = span;
    }
}

/* where all bars are as long as the first, the meter is written once */
static MaqMeter
write_meters (MaqSmfWriter *writer,
              MaqForm      *form,
              guint         section,
              MaqMeter      before)
{
  const MaqFormSection *place = maq_form_get_section (form, section);

  for (int bar = 0; bar < place->bars; bar++)
    {
      MaqMeter meter = maq_form_get_bar_meter (form, section, bar);

      if (!maq_meter_equal (meter, before))
        maq_smf_writer_add_meter (writer,
                                  place->start_ticks + maq_form_get_bar_start (form, section, bar),
                                  meter.beats, meter.unit);
      before = meter;
    }

  return before;
}

/* Modes are written as the minor or major whose third they have; what has more than seven
 * accidentals, by its other name. */
static void
write_key (MaqSmfWriter *writer,
           MaqTick       ticks,
           MaqKey        key)
{
  int sharps = maq_key_get_signature (key);

  while (sharps > 7)
    sharps -= 12;
  while (sharps < -7)
    sharps += 12;

  maq_smf_writer_add_key (writer, ticks, sharps, (maq_key_scale (key) & 1 << 3) != 0);
}

static void
write_form (MaqSmfWriter   *writer,
            MaqPerformance *performance,
            MaqForm        *form)
{
  MaqMeter meter = MAQ_METER_UNSET;
  MaqKey key = MAQ_KEY_UNSET;
  double tempo_qpm = 0.0;

  for (guint i = 0; i < maq_performance_get_n_spans (performance); i++)
    tempo_qpm = write_tempi (writer, maq_performance_get_span (performance, i), tempo_qpm);

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);
      g_autofree char *name = NULL;

      meter = write_meters (writer, form, i, meter);
      if (!maq_key_equal (place->key, key))
        write_key (writer, place->start_ticks, place->key);
      key = place->key;
      name = maq_export_dup_line (maq_export_get_name (place->section));
      maq_smf_writer_add_text (writer, 0, place->start_ticks, MAQ_SMF_META_MARKER, name);
    }
}

/* General MIDI's controller 7: 40 log10 (value / 127) dB (GM 1 developer guidelines) */
static guint
volume_of_gain (double gain_db)
{
  return CLAMP (127.0 * pow (10.0, gain_db / 40.0) + 0.5, 0, 127);
}

/* A bank of SoundFonts is 0 to 127, which controller 0 selects; what is more takes both. */
static void
write_sound (MaqSmfWriter *writer,
             guint         track,
             MaqTick       ticks,
             guint         channel,
             const Sound  *sound)
{
  if (channel != DRUM_CHANNEL)
    {
      maq_smf_writer_add_control (writer, track, ticks, channel, CONTROL_BANK,
                                  sound->bank < 128 ? sound->bank : sound->bank >> 7);
      maq_smf_writer_add_control (writer, track, ticks, channel, CONTROL_BANK_FINE,
                                  sound->bank < 128 ? 0 : sound->bank & 0x7f);
    }
  maq_smf_writer_add_program (writer, track, ticks, channel, sound->program);
}

/* Universal real time system exclusive: scale/octave tuning of one channel, 14 bits a tone. */
static void
write_tuning (MaqSmfWriter *writer,
              guint         track,
              MaqTick       ticks,
              guint         channel,
              const gint8  *cents)
{
  guint8 data[7 + 2 * 12 + 1] = { 0x7f, 0x7f, 0x08, 0x09 };

  data[4 + (channel >= 14 ? 0 : channel >= 7 ? 1 : 2)] =
    1 << (channel >= 14 ? channel - 14 : channel >= 7 ? channel - 7 : channel);
  for (guint i = 0; i < 12; i++)
    {
      int value = CLAMP (8192 + (cents != NULL ? cents[i] : 0) * 8192 / 100, 0, 16383);

      data[7 + 2 * i] = value >> 7;
      data[8 + 2 * i] = value & 0x7f;
    }
  data[sizeof data - 1] = 0xf7;

  maq_smf_writer_add_sysex (writer, track, ticks, data, sizeof data);
}

static gboolean
have_same_tuning (const gint8 *a,
                  const gint8 *b)
{
  return a == b || (a != NULL && b != NULL && memcmp (a, b, 12) == 0);
}

static void
write_notes (MaqSmfWriter  *writer,
             guint          track,
             guint          channel,
             MaqPhrase     *phrase,
             const MaqSpan *span)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);

  for (guint i = 0; i < n_notes; i++)
    maq_smf_writer_add_note (writer, track, maq_played_start (span, &notes[i]),
                             notes[i].length_ticks, channel, notes[i].key, notes[i].velocity);
}

static void
write_phrases (MaqSmfWriter   *writer,
               guint           track,
               MaqPerformance *performance,
               MaqLane        *lane,
               guint           channel)
{
  const Sound usual = { maq_lane_get_bank (lane), maq_lane_get_program (lane) };
  const gint8 *tuning = NULL;
  Sound sound = usual;

  write_sound (writer, track, 0, channel, &usual);
  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      const MaqSpan *span = maq_performance_get_span (performance, i);
      Sound wanted = usual;

      if (phrase == NULL)
        continue;

      if (maq_phrase_get_program (phrase) >= 0)
        wanted = (Sound) { MAX (maq_phrase_get_bank (phrase), 0), maq_phrase_get_program (phrase) };
      if (wanted.bank != sound.bank || wanted.program != sound.program)
        write_sound (writer, track, span->start_ticks, channel, &wanted);
      if (!have_same_tuning (maq_phrase_get_tuning (phrase), tuning))
        write_tuning (writer, track, span->start_ticks, channel, maq_phrase_get_tuning (phrase));
      sound = wanted;
      tuning = maq_phrase_get_tuning (phrase);
      write_notes (writer, track, channel, phrase, span);
    }
}

static guint
write_lane (MaqSmfWriter   *writer,
            MaqPerformance *performance,
            MaqLane        *lane,
            guint           channel)
{
  const MaqStrip *strip = maq_lane_get_strip (lane);
  guint track = maq_smf_writer_add_track (writer, maq_lane_get_name (lane));
  gboolean is_heard = maq_performance_any_soloed (performance) ? strip->soloed : !strip->muted;

  maq_smf_writer_add_control (writer, track, 0, channel, CONTROL_VOLUME,
                              is_heard ? volume_of_gain (strip->gain_db) : 0);
  maq_smf_writer_add_control (writer, track, 0, channel, CONTROL_PAN,
                              CLAMP (64.0 + strip->pan * 63.0, 0, 127));
  write_phrases (writer, track, performance, lane, channel);
  return track;
}

/* Wood blocks of General MIDI: high for a bar's first beat. */
static void
write_click (MaqSmfWriter   *writer,
             MaqPerformance *performance)
{
  guint track = maq_smf_writer_add_track (writer, "Click");

  for (guint i = 0; i < maq_performance_get_n_spans (performance); i++)
    {
      const MaqSpan *span = maq_performance_get_span (performance, i);
      guint n_notes = 0;
      const MaqNote *notes = span->click != NULL ? maq_phrase_get_notes (span->click, &n_notes)
                                                 : NULL;

      for (guint j = 0; j < n_notes; j++)
        maq_smf_writer_add_note (writer, track, span->start_ticks + notes[j].start_ticks,
                                 CLICK_TICKS, DRUM_CHANNEL,
                                 notes[j].key == 1 ? CLICK_FIRST_KEY : CLICK_KEY,
                                 notes[j].velocity);
    }
}

/* The track of each lane in turn; drums share a channel. */
static void
write_lanes (MaqSmfWriter   *writer,
             MaqPerformance *performance,
             MaqHandoff     *handoff)
{
  MaqLane *singer = handoff != NULL ? maq_sung_words_find_lane (handoff, performance) : NULL;
  guint next = 0;

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);
      guint channel = DRUM_CHANNEL;
      guint track;

      if (!maq_lane_is_drums (lane))
        {
          channel = next % 15 < DRUM_CHANNEL ? next % 15 : next % 15 + 1;
          next++;
        }
      track = write_lane (writer, performance, lane, channel);
      if (lane == singer)
        maq_export_midi_write_sung (writer, track, handoff, performance, lane);
    }
}

GBytes *
maq_export_midi (MaqPerformance *performance,
                 MaqHandoff     *handoff,
                 gboolean        with_click)
{
  g_autoptr(MaqSmfWriter) writer = maq_smf_writer_new (MAQ_TICKS_PER_QUARTER);

  if (handoff != NULL)
    {
      g_autofree char *title =
        maq_export_dup_line (maq_song_get_title (maq_handoff_get_song (handoff)));

      maq_smf_writer_add_track (writer, title);
      write_form (writer, performance, maq_handoff_get_form (handoff));
      maq_export_midi_write_words (writer, handoff, performance);
    }
  else
    {
      maq_smf_writer_add_track (writer, NULL);
      write_spans (writer, performance);
    }
  write_lanes (writer, performance, handoff);
  if (with_click)
    write_click (writer, performance);

  return maq_smf_writer_finish (writer, maq_performance_get_length (performance));
}
