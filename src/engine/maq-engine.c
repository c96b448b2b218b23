/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-engine-private.h"

#include <string.h>

#include "maq-soundfont-private.h"

#define N_RACKS 64
#define N_COMMANDS 256
#define RACK_STEP 4
#define MIN_RATE_HZ 8000
#define MAX_RATE_HZ 96000

/* However long nobody sounds them, racks for each size and each tuning can wait. */
G_STATIC_ASSERT (MAQ_SYNTH_MAX_LANES / RACK_STEP + MAQ_RACK_MAX_TUNINGS < N_RACKS);

static MaqRack *
make_rack (MaqEngine       *self,
           guint            n_channels,
           const MaqSlots  *slots,
           GError         **error)
{
  MaqSoundfont *fonts[MAQ_RACK_PARTS];

  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    fonts[part] = self->control.font;
  n_channels = (n_channels + RACK_STEP - 1) / RACK_STEP * RACK_STEP;
  return maq_rack_new (fonts, MIN (n_channels, MAQ_SYNTH_MAX_LANES), slots->tunings,
                       slots->n_tunings, self->rate_hz, error);
}

static void
make_ways (MaqEngine *self)
{
  self->plans = maq_mailbox_new ((GDestroyNotify) maq_plan_free);
  self->racks = maq_ring_new (sizeof (MaqRack *), N_RACKS);
  self->commands = maq_ring_new (sizeof (MaqCommand), N_COMMANDS);
  self->retired = maq_ring_new (sizeof (MaqRetired), 2 * N_RACKS);
  self->clock = maq_clock_new (self->rate_hz);
  g_queue_init (&self->control.waiting);
}

static void
make_sounding_side (MaqEngine *self)
{
  self->rt.sequencer = maq_sequencer_new (self->rate_hz);
  self->rt.master = maq_master_new (self->rate_hz);
  self->rt.events = g_new0 (MaqEvent, MAQ_EVENTS_PER_QUANTUM);
  for (guint i = 0; i < MAQ_SYNTH_MAX_LANES; i++)
    {
      for (guint part = 0; part < MAQ_RACK_PARTS; part++)
        self->rt.bus_of_channel[part][i] = &self->rt.buses[part];
      self->rt.fading_bus_of_channel[i] = &self->rt.fading_bus;
    }
}

MaqEngine *
maq_engine_new (MaqSoundfont  *font,
                int            rate_hz,
                GError       **error)
{
  g_autoptr (MaqEngine) self = NULL;

  g_return_val_if_fail (font != NULL, NULL);
  g_return_val_if_fail (rate_hz >= MIN_RATE_HZ && rate_hz <= MAX_RATE_HZ, NULL);

  self = g_new0 (MaqEngine, 1);
  self->rate_hz = rate_hz;
  make_ways (self);
  make_sounding_side (self);
  self->control.font = maq_soundfont_reload (font, error);
  if (self->control.font == NULL)
    return NULL;
  self->rt.rack = make_rack (self, RACK_STEP, &self->control.slots, error);
  if (self->rt.rack == NULL)
    return NULL;
  self->control.n_channels = maq_rack_get_n_channels (self->rt.rack);
  return g_steal_pointer (&self);
}

void
maq_engine_free (MaqEngine *self)
{
  MaqRack *rack;

  if (self == NULL)
    return;
  maq_engine_collect (self);
  while (maq_ring_pop (self->racks, &rack))
    maq_rack_free (rack);
  maq_plan_free (self->rt.plan);
  if (self->rt.rack != NULL)
    maq_rack_hush (self->rt.rack);
  maq_rack_free (self->rt.rack);
  maq_rack_free (self->rt.fading);
  maq_sequencer_free (self->rt.sequencer);
  maq_master_free (self->rt.master);
  g_free (self->rt.events);
  maq_mailbox_free (self->plans);
  maq_ring_free (self->racks);
  maq_ring_free (self->commands);
  maq_ring_free (self->retired);
  maq_clock_free (self->clock);
  g_queue_clear_full (&self->control.waiting, g_free);
  g_clear_pointer (&self->control.performance, maq_performance_unref);
  g_clear_pointer (&self->control.font, maq_soundfont_unref);
  g_free (self);
}

void
maq_engine_collect (MaqEngine *self)
{
  MaqRetired retired;

  while (maq_ring_pop (self->retired, &retired))
    {
      maq_plan_free (retired.plan);
      maq_rack_free (retired.rack);
    }
  while (!g_queue_is_empty (&self->control.waiting)
         && maq_ring_push (self->commands, g_queue_peek_head (&self->control.waiting)))
    g_free (g_queue_pop_head (&self->control.waiting));
}

/* Keeps the order also when the sounding thread doesn't listen for a while. */
static void
send_command (MaqEngine  *self,
              MaqCommand  command)
{
  maq_engine_collect (self);
  if (g_queue_is_empty (&self->control.waiting) && maq_ring_push (self->commands, &command))
    return;
  g_queue_push_tail (&self->control.waiting, g_memdup2 (&command, sizeof command));
}

static gboolean
has_span (MaqEngine *self,
          guint64    id)
{
  return self->control.performance != NULL && id != 0
         && maq_performance_find_span_id (self->control.performance, id) >= 0;
}

/* A larger rack, or one that knows more tunings, is made here and changed for the old one there. */
static gboolean
provide_rack (MaqEngine      *self,
              const MaqPlan  *plan,
              GError        **error)
{
  MaqRack *rack;

  if (plan->n_channels <= self->control.n_channels
      && plan->slots.n_tunings <= self->control.n_tunings)
    return TRUE;
  rack = make_rack (self, MAX (plan->n_channels, self->control.n_channels), &plan->slots, error);
  if (rack == NULL)
    return FALSE;
  if (!maq_ring_push (self->racks, &rack))
    g_assert_not_reached ();
  self->control.n_channels = maq_rack_get_n_channels (rack);
  self->control.n_tunings = plan->slots.n_tunings;
  return TRUE;
}

gboolean
maq_engine_set_performance (MaqEngine       *self,
                            MaqPerformance  *performance,
                            GError         **error)
{
  g_autoptr (MaqPlan) plan = maq_plan_new (performance, &self->control.slots);

  maq_engine_collect (self);
  if (!provide_rack (self, plan, error))
    return FALSE;
  if (performance != NULL)
    maq_performance_ref (performance);
  g_clear_pointer (&self->control.performance, maq_performance_unref);
  self->control.performance = performance;
  self->control.slots = plan->slots;
  maq_plan_free (maq_mailbox_post (self->plans, g_steal_pointer (&plan)));
  if (self->control.loop_start.span_id != 0
      && (!has_span (self, self->control.loop_start.span_id)
          || !has_span (self, self->control.loop_end.span_id)))
    maq_engine_set_loop (self, 0, 0);
  return TRUE;
}

/* Commands */

static MaqPlace
find_place (MaqEngine *self,
            double     ticks,
            gboolean   is_end)
{
  MaqPerformance *performance = self->control.performance;
  const MaqSpan *span;
  MaqPlace place = { 0 };

  if (performance == NULL || maq_performance_get_n_spans (performance) == 0)
    return place;
  ticks = MAX (ticks, 0.0);
  span = maq_performance_get_span (performance,
                                   maq_performance_find_span (performance,
                                                              (MaqTick) ticks - is_end));
  place.span_id = span->id;
  place.offset_ticks = ticks - (double) span->start_ticks;
  if (place.offset_ticks >= (double) span->length_ticks)
    place.offset_ticks = MAQ_PLACE_END;
  return place;
}

void
maq_engine_play (MaqEngine *self)
{
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_PLAY });
}

void
maq_engine_stop (MaqEngine *self)
{
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_STOP });
}

void
maq_engine_seek (MaqEngine *self,
                 double     ticks)
{
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_SEEK,
                                     .start = find_place (self, ticks, FALSE) });
}

void
maq_engine_jump (MaqEngine *self,
                 double     ticks)
{
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_JUMP,
                                     .start = find_place (self, ticks, FALSE) });
}

void
maq_engine_set_loop (MaqEngine *self,
                     MaqTick    start_ticks,
                     MaqTick    end_ticks)
{
  MaqPlace start = { 0 };
  MaqPlace end = { 0 };

  if (end_ticks - start_ticks >= MAQ_LOOP_MIN_TICKS)
    {
      start = find_place (self, (double) start_ticks, FALSE);
      end = find_place (self, (double) end_ticks, TRUE);
    }
  self->control.loop_start = start;
  self->control.loop_end = end;
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_LOOP, .start = start, .end = end });
}

static MaqTick
find_ticks (MaqEngine *self,
            MaqPlace   place)
{
  MaqPerformance *performance = self->control.performance;
  int index = maq_performance_find_span_id (performance, place.span_id);
  const MaqSpan *span = maq_performance_get_span (performance, (guint) index);

  return span->start_ticks + (MaqTick) MIN (place.offset_ticks, (double) span->length_ticks);
}

gboolean
maq_engine_get_loop (MaqEngine *self,
                     MaqTick   *start_ticks,
                     MaqTick   *end_ticks)
{
  if (self->control.loop_start.span_id == 0)
    return FALSE;
  if (start_ticks != NULL)
    *start_ticks = find_ticks (self, self->control.loop_start);
  if (end_ticks != NULL)
    *end_ticks = find_ticks (self, self->control.loop_end);
  return TRUE;
}

void
maq_engine_set_metronome (MaqEngine *self,
                          gboolean   metronome)
{
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_METRONOME, .on = metronome });
}

void
maq_engine_set_count_in (MaqEngine *self,
                         gboolean   count_in)
{
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_COUNT_IN, .on = count_in });
}

void
maq_engine_set_gain (MaqEngine *self,
                     double     gain_db)
{
  send_command (self, (MaqCommand) { .kind = MAQ_COMMAND_GAIN,
                                     .gain_db = CLAMP (gain_db, -60.0, 12.0) });
}

/* Status */

guint
maq_engine_get_latency (MaqEngine *self)
{
  return maq_master_get_latency (self->rt.master);
}

MaqFrame
maq_engine_get_frame (MaqEngine *self)
{
  return (MaqFrame) atomic_load_explicit (&self->n_frames, memory_order_acquire);
}

void
maq_engine_get_position (MaqEngine         *self,
                         MaqFrame           frame,
                         MaqTransportState *position)
{
  *position = (MaqTransportState) { 0 };
  maq_clock_read (self->clock, frame, position);
}

static float
take_peak (_Atomic guint32 *peak)
{
  guint32 bits = atomic_exchange_explicit (peak, 0, memory_order_relaxed);
  float value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

void
maq_engine_take_peaks (MaqEngine *self,
                       float     *left,
                       float     *right)
{
  *left = take_peak (&self->peaks[0]);
  *right = take_peak (&self->peaks[1]);
}

float
maq_engine_take_lane_peak (MaqEngine *self,
                           guint64    lane_id)
{
  if (lane_id != 0)
    for (guint slot = 0; slot < MAQ_RACK_MAX_SLOTS; slot++)
      if (self->control.slots.lane_ids[slot] == lane_id)
        return take_peak (&self->slot_peaks[slot]);
  return 0.0f;
}

guint
maq_engine_get_n_voices (MaqEngine *self)
{
  return atomic_load_explicit (&self->n_voices, memory_order_relaxed);
}
