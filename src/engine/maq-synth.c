/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-synth.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-soundfont-private.h"

#define POLYPHONY 384

/* Sets how loud a song is before master gain and limiter: about -16 LUFS. */
#define GAIN 0.65

struct _MaqSynth
{
  MaqSoundfont     *font;
  fluid_settings_t *settings;
  fluid_synth_t    *synth;
  int               sfont_id;
  guint             n_lanes;
  MaqChannel      **channels;
  float            *samples;   /* for each lane a quantum left, a quantum right */
  float           **outs;
};

static gboolean
open_synth (MaqSynth *self,
            int       rate_hz)
{
  fluid_settings_t *settings = new_fluid_settings ();
  int n_channels = (int) ((self->n_lanes + 15) / 16 * 16);

  self->settings = settings;
  fluid_settings_setnum (settings, "synth.sample-rate", rate_hz);
  fluid_settings_setnum (settings, "synth.gain", GAIN);
  fluid_settings_setint (settings, "synth.polyphony", POLYPHONY);
  fluid_settings_setint (settings, "synth.cpu-cores", 1);
  fluid_settings_setint (settings, "synth.threadsafe-api", 0);
  fluid_settings_setint (settings, "synth.lock-memory", 0);
  fluid_settings_setint (settings, "synth.dynamic-sample-loading", 0);
  fluid_settings_setint (settings, "synth.reverb.active", 0);
  fluid_settings_setint (settings, "synth.chorus.active", 0);
  fluid_settings_setint (settings, "synth.midi-channels", n_channels);
  fluid_settings_setint (settings, "synth.audio-channels", (int) self->n_lanes);
  fluid_settings_setint (settings, "synth.audio-groups", (int) self->n_lanes);
  self->synth = new_fluid_synth (settings);
  if (self->synth == NULL)
    return FALSE;
  self->sfont_id = fluid_synth_add_sfont (self->synth, maq_soundfont_get_sfont (self->font));
  return self->sfont_id != FLUID_FAILED;
}

/* What is done for the first time may touch memory that is not there yet. */
static void
warm_up (MaqSynth *self)
{
  fluid_synth_process (self->synth, MAQ_QUANTUM, 0, NULL, (int) (2 * self->n_lanes),
                       self->outs);
}

MaqSynth *
maq_synth_new (MaqSoundfont  *font,
               guint          n_lanes,
               int            rate_hz,
               GError       **error)
{
  g_autoptr (MaqSynth) self = NULL;

  g_return_val_if_fail (font != NULL, NULL);
  g_return_val_if_fail (n_lanes >= 1 && n_lanes <= MAQ_SYNTH_MAX_LANES, NULL);

  self = g_new0 (MaqSynth, 1);
  self->font = maq_soundfont_ref (font);
  self->n_lanes = n_lanes;
  self->samples = g_new0 (float, 2 * n_lanes * MAQ_QUANTUM);
  self->outs = g_new0 (float *, 2 * n_lanes);
  self->channels = g_new0 (MaqChannel *, n_lanes);
  for (guint i = 0; i < n_lanes; i++)
    {
      self->channels[i] = maq_channel_new (rate_hz);
      self->outs[2 * i] = self->samples + 2 * i * MAQ_QUANTUM;
      self->outs[2 * i + 1] = self->samples + (2 * i + 1) * MAQ_QUANTUM;
    }
  if (!open_synth (self, rate_hz))
    {
      g_set_error (error, MAQ_ENGINE_ERROR, MAQ_ENGINE_ERROR_SYNTH,
                   _("The synthesizer can't play %u instruments at %d Hz. Choose another "
                     "sample rate."), n_lanes, rate_hz);
      return NULL;
    }
  warm_up (self);
  return g_steal_pointer (&self);
}

void
maq_synth_free (MaqSynth *self)
{
  if (self == NULL)
    return;
  if (self->synth != NULL && self->sfont_id != FLUID_FAILED)
    fluid_synth_remove_sfont (self->synth, maq_soundfont_get_sfont (self->font));
  g_clear_pointer (&self->synth, delete_fluid_synth);
  g_clear_pointer (&self->settings, delete_fluid_settings);
  for (guint i = 0; i < self->n_lanes; i++)
    maq_channel_free (self->channels[i]);
  g_free (self->channels);
  g_free (self->outs);
  g_free (self->samples);
  maq_soundfont_unref (self->font);
  g_free (self);
}

guint
maq_synth_get_n_lanes (MaqSynth *self)
{
  return self->n_lanes;
}

void
maq_synth_set_sound (MaqSynth *self,
                     guint     lane,
                     int       bank,
                     int       program)
{
  fluid_synth_program_select (self->synth, (int) lane, self->sfont_id, bank, program);
}

void
maq_synth_add_tuning (MaqSynth    *self,
                      guint        number,
                      const gint8 *cents)
{
  double pitches[12];

  for (guint i = 0; i < G_N_ELEMENTS (pitches); i++)
    pitches[i] = cents[i];
  fluid_synth_activate_octave_tuning (self->synth, 0, (int) number, "tuning", pitches, FALSE);
}

/* A tuning that is known already is only looked up: nothing is allocated here. */
void
maq_synth_set_tuning (MaqSynth *self,
                      guint     lane,
                      guint     number)
{
  if (number > 0)
    fluid_synth_activate_tuning (self->synth, (int) lane, 0, (int) number, FALSE);
  else
    fluid_synth_deactivate_tuning (self->synth, (int) lane, FALSE);
}

void
maq_synth_note_on (MaqSynth *self,
                   guint     lane,
                   int       key,
                   int       velocity)
{
  fluid_synth_noteon (self->synth, (int) lane, key, velocity);
}

void
maq_synth_note_off (MaqSynth *self,
                    guint     lane,
                    int       key)
{
  fluid_synth_noteoff (self->synth, (int) lane, key);
}

void
maq_synth_hush (MaqSynth *self)
{
  fluid_synth_all_sounds_off (self->synth, -1);
  memset (self->samples, 0, 2 * self->n_lanes * MAQ_QUANTUM * sizeof (float));
  warm_up (self);
  /* Any call lets the synthesizer take its finished voices back. */
  fluid_synth_all_notes_off (self->synth, -1);
}

guint
maq_synth_get_n_voices (MaqSynth *self)
{
  return (guint) fluid_synth_get_active_voice_count (self->synth);
}

void
maq_synth_aim (MaqSynth       *self,
               guint           lane,
               const MaqStrip *strip,
               gboolean        audible,
               gboolean        at_once)
{
  maq_channel_aim (self->channels[lane], strip, audible, at_once);
}

void
maq_synth_run (MaqSynth       *self,
               const MaqBlend *blend,
               MaqBus *const  *buses,
               float          *peaks)
{
  memset (self->samples, 0, 2 * self->n_lanes * MAQ_QUANTUM * sizeof (float));
  fluid_synth_process (self->synth, MAQ_QUANTUM, 0, NULL, (int) (2 * self->n_lanes),
                       self->outs);
  for (guint i = 0; i < self->n_lanes; i++)
    peaks[i] = maq_channel_run (self->channels[i], self->outs[2 * i], self->outs[2 * i + 1],
                                blend, buses[i]);
}
