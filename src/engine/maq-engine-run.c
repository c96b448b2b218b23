/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The sounding thread. Nothing here or in what it calls allocates, frees,
 * locks, waits or logs.
 */

#include "maq-engine-private.h"

#include <math.h>
#include <string.h>

#include "maq-denormal.h"

#define FADE_QUANTA 16
#define POINT_QUANTA 4
#define VOICE_QUANTA 32

/*
 * There is always room. The control thread empties the ring each time before
 * it posts a plan, and the ring holds twice as much as racks can wait.
 */
static void
retire (MaqEngine *self,
        MaqPlan   *plan,
        MaqRack   *rack)
{
  MaqRetired retired = { plan, rack };

  if (plan != NULL || rack != NULL)
    maq_ring_push (self->retired, &retired);
}

static void
aim_strips (MaqEngine     *self,
            const MaqPlan *before)
{
  const MaqPlan *plan = self->rt.plan;

  for (guint lane = 0; lane < plan->n_lanes; lane++)
    {
      guint16 slot = plan->slot_of_lane[lane];
      const MaqStrip *strip = maq_lane_get_strip (maq_performance_get_lane (plan->performance,
                                                                            lane));
      gboolean is_new = before == NULL
                        || before->slots.lane_ids[slot] != plan->slots.lane_ids[slot];

      maq_rack_aim (self->rt.rack, slot, strip, maq_plan_is_audible (plan, lane), is_new);
    }
}

/* The last of the racks that wait; the ones before it were never used. */
static MaqRack *
take_rack (MaqEngine *self)
{
  MaqRack *newest = NULL;
  MaqRack *rack;

  while (maq_ring_pop (self->racks, &rack))
    {
      retire (self, NULL, newest);
      newest = rack;
    }
  return newest;
}

/* A plan that needs a larger rack was posted after that rack: look in this order. */
static gboolean
take_news (MaqEngine    *self,
           MaqEventList *events)
{
  MaqPlan *plan;
  MaqRack *rack;
  MaqPlan *before = self->rt.plan;

  if (self->rt.fading != NULL)
    return FALSE;
  plan = maq_mailbox_take (self->plans);
  rack = take_rack (self);
  if (plan == NULL && rack == NULL)
    return FALSE;
  if (rack != NULL)
    {
      self->rt.fading = self->rt.rack;
      self->rt.rack = rack;
      self->rt.n_faded = 0;
    }
  if (plan != NULL)
    self->rt.plan = plan;
  if (self->rt.plan != NULL)
    {
      aim_strips (self, rack != NULL ? NULL : before);
      maq_sequencer_set_plan (self->rt.sequencer, self->rt.plan, rack != NULL, events);
    }
  if (plan != NULL)
    retire (self, before, NULL);
  return TRUE;
}

static void
obey (MaqEngine        *self,
      const MaqCommand *command,
      MaqEventList     *events)
{
  switch (command->kind)
    {
    case MAQ_COMMAND_PLAY:
      maq_sequencer_play (self->rt.sequencer, events);
      break;
    case MAQ_COMMAND_STOP:
      maq_sequencer_stop (self->rt.sequencer, events);
      break;
    case MAQ_COMMAND_SEEK:
      maq_sequencer_seek (self->rt.sequencer, command->start, events);
      break;
    case MAQ_COMMAND_JUMP:
      maq_sequencer_jump (self->rt.sequencer, command->start, events);
      break;
    case MAQ_COMMAND_LOOP:
      maq_sequencer_set_loop (self->rt.sequencer, command->start, command->end);
      break;
    case MAQ_COMMAND_METRONOME:
      maq_sequencer_set_metronome (self->rt.sequencer, command->on);
      break;
    case MAQ_COMMAND_COUNT_IN:
      maq_sequencer_set_count_in (self->rt.sequencer, command->on);
      break;
    case MAQ_COMMAND_GAIN:
      maq_master_aim (self->rt.master, command->gain_db, self->rt.n_quanta == 0);
      break;
    default:
      break;
    }
}

static gboolean
take_commands (MaqEngine    *self,
               MaqEventList *events)
{
  gboolean any = FALSE;
  MaqCommand command;

  /* What doesn't fit any more is done in the next quantum. */
  while (events->n_events < MAQ_EVENTS_PER_QUANTUM / 4
         && maq_ring_pop (self->commands, &command))
    {
      obey (self, &command, events);
      any = TRUE;
    }
  return any;
}

static void
send_events (MaqEngine          *self,
             const MaqEventList *events)
{
  guint n_slots = MAQ_RACK_PARTS * maq_rack_get_n_channels (self->rt.rack);

  for (guint i = 0; i < events->n_events; i++)
    {
      const MaqEvent *event = &events->events[i];

      if (event->kind == MAQ_EVENT_CLICK)
        maq_master_click (self->rt.master, event->key > 0);
      else if (event->slot < n_slots)
        maq_rack_send (self->rt.rack, event);
    }
}

static void
raise_peak (_Atomic guint32 *peak,
            float            value)
{
  guint32 bits = atomic_load_explicit (peak, memory_order_relaxed);
  float before;

  memcpy (&before, &bits, sizeof before);
  if (value <= before)
    return;
  memcpy (&bits, &value, sizeof bits);
  atomic_store_explicit (peak, bits, memory_order_relaxed);
}

static void
run_part (MaqEngine *self,
          guint      part)
{
  float peaks[MAQ_SYNTH_MAX_LANES];
  guint n_channels = maq_rack_get_n_channels (self->rt.rack);

  memset (&self->rt.buses[part], 0, sizeof self->rt.buses[part]);
  maq_rack_run (self->rt.rack, part, maq_sequencer_get_blend (self->rt.sequencer),
                self->rt.bus_of_channel[part], peaks);
  for (guint i = 0; i < n_channels; i++)
    if (peaks[i] > 0.0f)
      raise_peak (&self->slot_peaks[MAQ_RACK_PARTS * i + part], peaks[i]);
}

static void
add_fading (float       *out,
            const float *in,
            guint        n_faded)
{
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    out[n] += in[n] * (1.0f - (float) (n_faded * MAQ_QUANTUM + n) / (FADE_QUANTA * MAQ_QUANTUM));
}

/* The rack that was replaced sounds on for some milliseconds, ever softer. */
static void
fade (MaqEngine *self)
{
  float peaks[MAQ_SYNTH_MAX_LANES];
  MaqBus *in = &self->rt.fading_bus;
  MaqBus *out = &self->rt.buses[0];

  memset (in, 0, sizeof *in);
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    maq_rack_run (self->rt.fading, part, maq_sequencer_get_blend (self->rt.sequencer),
                  self->rt.fading_bus_of_channel, peaks);
  for (guint side = 0; side < 2; side++)
    {
      add_fading (out->dry[side], in->dry[side], self->rt.n_faded);
      add_fading (out->early[side], in->early[side], self->rt.n_faded);
      add_fading (out->send[side], in->send[side], self->rt.n_faded);
    }
  if (++self->rt.n_faded < FADE_QUANTA)
    return;
  maq_rack_hush (self->rt.fading);
  retire (self, NULL, self->rt.fading);
  self->rt.fading = NULL;
}

static void
tell_position (MaqEngine *self,
               gboolean   news)
{
  gboolean was_playing;
  MaqTransportState position;
  MaqFrame frame = (MaqFrame) atomic_load_explicit (&self->n_frames, memory_order_relaxed);

  maq_sequencer_get_position (self->rt.sequencer, &position);
  was_playing = self->rt.was_playing;
  self->rt.was_playing = position.playing;
  if (news || was_playing != position.playing || self->rt.n_quanta % POINT_QUANTA == 0)
    maq_clock_write (self->clock, frame + maq_master_get_latency (self->rt.master), &position);
}

static void
make_quantum (MaqEngine *self)
{
  MaqEventList events = { .events = self->rt.events, .capacity = MAQ_EVENTS_PER_QUANTUM };
  const MaqBus *parts[MAQ_RACK_PARTS];
  gboolean news = take_news (self, &events);

  news |= take_commands (self, &events);
  tell_position (self, news);
  maq_sequencer_run (self->rt.sequencer, &events);
  send_events (self, &events);
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    {
      run_part (self, part);
      parts[part] = &self->rt.buses[part];
    }
  if (self->rt.fading != NULL)
    fade (self);
  maq_master_run (self->rt.master, maq_sequencer_get_blend (self->rt.sequencer), parts,
                  self->rt.made);
  if (self->rt.n_quanta % VOICE_QUANTA == 0)
    atomic_store_explicit (&self->n_voices, maq_rack_get_n_voices (self->rt.rack),
                           memory_order_relaxed);
  self->rt.n_made = MAQ_QUANTUM;
  self->rt.n_quanta++;
}

static void
meter (MaqEngine   *self,
       const float *interleaved,
       guint        n_frames)
{
  float left = 0.0f;
  float right = 0.0f;

  for (guint n = 0; n < n_frames; n++)
    {
      left = MAX (left, fabsf (interleaved[2 * n]));
      right = MAX (right, fabsf (interleaved[2 * n + 1]));
    }
  raise_peak (&self->peaks[0], left);
  raise_peak (&self->peaks[1], right);
}

void
maq_engine_run (MaqEngine *self,
                float     *interleaved,
                guint      n_frames)
{
  guint64 denormals = maq_denormal_begin ();

  for (guint done = 0; done < n_frames;)
    {
      guint n_taken;

      if (self->rt.n_made == 0)
        make_quantum (self);
      n_taken = MIN (n_frames - done, self->rt.n_made);
      memcpy (interleaved + 2 * done, self->rt.made + 2 * (MAQ_QUANTUM - self->rt.n_made),
              2 * n_taken * sizeof *interleaved);
      meter (self, interleaved + 2 * done, n_taken);
      self->rt.n_made -= n_taken;
      done += n_taken;
      atomic_fetch_add_explicit (&self->n_frames, n_taken, memory_order_release);
    }
  maq_denormal_end (denormals);
}
