/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-rack.h"

#include "maq-drum-map.h"

/* For a slot that has no kit. */
#define NO_KIT -1

struct _MaqRack
{
  MaqSynth     *synths[MAQ_RACK_PARTS];
  MaqSoundfont *font;
  gint16        kits[MAQ_RACK_MAX_SLOTS];
};

MaqRack *
maq_rack_new (MaqSoundfont *const *fonts,
              guint                n_channels,
              const gint8        (*tunings)[12],
              guint                n_tunings,
              int                  rate_hz,
              GError             **error)
{
  g_autoptr (MaqRack) self = g_new0 (MaqRack, 1);

  self->font = maq_soundfont_ref (fonts[0]);
  for (guint i = 0; i < MAQ_RACK_MAX_SLOTS; i++)
    self->kits[i] = NO_KIT;
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    {
      self->synths[part] = maq_synth_new (fonts[part], n_channels, rate_hz, error);
      if (self->synths[part] == NULL)
        return NULL;
      for (guint i = 0; i < n_tunings; i++)
        maq_synth_add_tuning (self->synths[part], i + 1, tunings[i]);
    }
  return g_steal_pointer (&self);
}

void
maq_rack_free (MaqRack *self)
{
  if (self == NULL)
    return;
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    maq_synth_free (self->synths[part]);
  maq_soundfont_unref (self->font);
  g_free (self);
}

guint
maq_rack_get_n_channels (MaqRack *self)
{
  return maq_synth_get_n_lanes (self->synths[0]);
}

void
maq_rack_send (MaqRack        *self,
               const MaqEvent *event)
{
  MaqSynth *synth = self->synths[event->slot % MAQ_RACK_PARTS];
  guint channel = event->slot / MAQ_RACK_PARTS;
  int bank = event->bank;
  int program = event->value;
  int kit = self->kits[event->slot];
  int key = kit != NO_KIT ? maq_drum_map_get_key (kit, event->key) : event->key;

  switch ((MaqEventKind) event->kind)
    {
    case MAQ_EVENT_NOTE_OFF:
      maq_synth_note_off (synth, channel, key);
      break;
    case MAQ_EVENT_NOTE_ON:
      maq_synth_note_on (synth, channel, key, event->value);
      break;
    case MAQ_EVENT_SOUND:
      maq_soundfont_resolve (self->font, event->key != 0, &bank, &program);
      maq_synth_set_sound (synth, channel, bank, program);
      self->kits[event->slot] = event->key != 0 ? (gint16) program : NO_KIT;
      break;
    case MAQ_EVENT_TUNING:
      maq_synth_set_tuning (synth, channel, event->value);
      break;
    case MAQ_EVENT_CLICK:
      break;
    }
}

void
maq_rack_aim (MaqRack        *self,
              guint           slot,
              const MaqStrip *strip,
              gboolean        audible,
              gboolean        at_once)
{
  maq_synth_aim (self->synths[slot % MAQ_RACK_PARTS], slot / MAQ_RACK_PARTS, strip, audible,
                 at_once);
}

void
maq_rack_run (MaqRack        *self,
              guint           part,
              const MaqBlend *blend,
              MaqBus *const  *buses,
              float          *peaks)
{
  maq_synth_run (self->synths[part], blend, buses, peaks);
}

void
maq_rack_hush (MaqRack *self)
{
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    maq_synth_hush (self->synths[part]);
}

guint
maq_rack_get_n_voices (MaqRack *self)
{
  guint n_voices = 0;

  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    n_voices += maq_synth_get_n_voices (self->synths[part]);
  return n_voices;
}
