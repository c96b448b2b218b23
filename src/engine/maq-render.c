/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The same parts that sound live, in the same order. The sequencer runs ahead
 * of a batch of quanta and writes down what happens; then the parts of the
 * rack play what is theirs, shared out among the threads that there are; then
 * the master puts them together.
 */

#include "maq-render.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "maq-dc.h"
#include "maq-denormal.h"
#include "maq-master.h"
#include "maq-rooms.h"
#include "maq-sequencer.h"
#include "maq-soundfont-private.h"

#define BATCH (MAQ_RENDER_BLOCK / MAQ_QUANTUM)
#define DEFAULT_TAIL_SECONDS 3.0

typedef struct
{
  MaqBus    buses[BATCH];                     /* the mix of the part */
  MaqBus    stem_buses[MAQ_SYNTH_MAX_LANES];  /* or one for each lane */
  MaqRooms *stem_rooms[MAQ_SYNTH_MAX_LANES];
  MaqDc     stem_dcs[MAQ_SYNTH_MAX_LANES];
} Part;

struct _MaqRender
{
  int               rate_hz;
  MaqRenderOptions  options;
  MaqPlan          *plan;
  MaqSoundfont     *fonts[MAQ_RACK_PARTS];
  MaqRack          *rack;
  MaqSequencer     *sequencer;
  MaqMaster        *master;
  Part             *parts[MAQ_RACK_PARTS];
  MaqEventList      events;
  MaqBlend          blends[BATCH];
  float             stem_gain;
  float           **stems;           /* for each lane a batch of frames */
  float            *mix;             /* a batch of frames */
  guint             n_ready;         /* frames of the batch that nobody took yet */
  guint             n_skipped;       /* frames still to be dropped: the limiter's */
  MaqFrame          n_frames;
  MaqFrame          n_done;
  gint64            n_quanta;
  gint64            end_quantum;     /* the sequencer stops here */

  GThread          *helper;          /* plays parts too */
  _Atomic guint     next_part;       /* which nobody has taken yet */

  /* Not GLib's: ThreadSanitizer sees through these. */
  pthread_mutex_t   mutex;
  pthread_cond_t    cond;
  gboolean          has_work;
  gboolean          is_quitting;
};

/* Setting up */

static void
aim_strips (MaqRender *self)
{
  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      MaqLane *owner = maq_performance_get_lane (self->plan->performance, lane);
      gboolean audible = maq_plan_is_audible (self->plan, lane);

      if (self->options.solo_lane_id != 0)
        audible = maq_lane_get_id (owner) == self->options.solo_lane_id;
      maq_rack_aim (self->rack, self->plan->slot_of_lane[lane], maq_lane_get_strip (owner),
                    audible, TRUE);
    }
}

static void
measure (MaqRender *self)
{
  MaqPerformance *performance = self->plan->performance;
  double end_ticks = self->options.end_ticks;
  double length = (double) maq_performance_get_length (performance);
  double tail_seconds = self->options.tail_seconds;
  double seconds;

  if (end_ticks <= 0.0 || end_ticks > length)
    end_ticks = length;
  seconds = maq_performance_ticks_to_seconds (performance, end_ticks)
            - maq_performance_ticks_to_seconds (performance, self->options.start_ticks);
  seconds = MAX (seconds, 0.0);
  if (tail_seconds < 0.0)
    tail_seconds = DEFAULT_TAIL_SECONDS;
  self->n_frames = (MaqFrame) llround ((seconds + tail_seconds) * self->rate_hz);
  self->end_quantum = end_ticks < length
                      ? (gint64) ceil (seconds * self->rate_hz / MAQ_QUANTUM) : G_MAXINT64;
}

static void
start_sequencer (MaqRender *self)
{
  MaqPerformance *performance = self->plan->performance;
  MaqPlace place = { 0 };

  self->events.capacity = 2 * MAQ_EVENTS_PER_QUANTUM;
  self->events.events = g_new (MaqEvent, self->events.capacity);
  maq_sequencer_set_plan (self->sequencer, self->plan, FALSE, &self->events);
  maq_sequencer_set_metronome (self->sequencer, self->options.metronome);
  if (maq_performance_get_n_spans (performance) > 0)
    {
      double ticks = MAX (self->options.start_ticks, 0.0);
      guint index = maq_performance_find_span (performance, (MaqTick) ticks);
      const MaqSpan *span = maq_performance_get_span (performance, index);

      place.span_id = span->id;
      place.offset_ticks = ticks - (double) span->start_ticks;
    }
  maq_sequencer_seek (self->sequencer, place, &self->events);
  /* From the very end, play would begin again at the start. */
  if (self->options.start_ticks < (double) maq_performance_get_length (performance))
    maq_sequencer_play (self->sequencer, &self->events);
}

/* The kinds of rooms that the song uses: a stem has no others. */
static guint
find_rooms (MaqPerformance *performance)
{
  guint kinds = 1u << MAQ_ROOM_LIVE;

  for (guint i = 0; i < maq_performance_get_n_spans (performance); i++)
    kinds |= 1u << maq_performance_get_span (performance, i)->room;
  return kinds;
}

static void
make_outputs (MaqRender *self)
{
  guint kinds = find_rooms (self->plan->performance);

  self->mix = g_new0 (float, 2 * MAQ_RENDER_BLOCK);
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    self->parts[part] = g_new0 (Part, 1);
  if (!self->options.stems)
    return;
  self->stem_gain = (float) pow (10.0, self->options.gain_db / 20.0);
  self->stems = g_new0 (float *, self->plan->n_lanes);
  for (guint lane = 0; lane < self->plan->n_lanes; lane++)
    {
      guint slot = self->plan->slot_of_lane[lane];
      Part *part;

      self->stems[lane] = g_new0 (float, 2 * MAQ_RENDER_BLOCK);
      part = self->parts[slot % MAQ_RACK_PARTS];
      part->stem_rooms[slot / MAQ_RACK_PARTS] = maq_rooms_new (kinds, self->rate_hz);
      maq_dc_init (&part->stem_dcs[slot / MAQ_RACK_PARTS], self->rate_hz);
    }
}

static gboolean
make_sound (MaqRender     *self,
            MaqSoundfont  *font,
            GError       **error)
{
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    {
      self->fonts[part] = maq_soundfont_reload (font, error);
      if (self->fonts[part] == NULL)
        return FALSE;
    }
  self->rack = maq_rack_new (self->fonts, self->plan->n_channels, self->plan->slots.tunings,
                             self->plan->slots.n_tunings, self->rate_hz, error);
  return self->rack != NULL;
}

static gpointer help (gpointer data);

MaqRender *
maq_render_new (MaqSoundfont            *font,
                MaqPerformance          *performance,
                const MaqRenderOptions  *options,
                GError                 **error)
{
  static const MaqRenderOptions defaults = MAQ_RENDER_OPTIONS_INIT;
  g_autoptr (MaqRender) self = NULL;

  g_return_val_if_fail (font != NULL, NULL);
  g_return_val_if_fail (performance != NULL, NULL);

  self = g_new0 (MaqRender, 1);
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->cond, NULL);
  self->options = options != NULL ? *options : defaults;
  self->rate_hz = self->options.rate_hz > 0 ? self->options.rate_hz : 48000;
  self->plan = maq_plan_new (performance, NULL);
  if (!make_sound (self, font, error))
    return NULL;
  self->sequencer = maq_sequencer_new (self->rate_hz);
  self->master = maq_master_new (self->rate_hz);
  maq_master_aim (self->master, self->options.gain_db, TRUE);
  if (self->options.unlimited)
    maq_master_unlimit (self->master);
  self->n_skipped = self->options.stems ? 0 : maq_master_get_latency (self->master);
  measure (self);
  make_outputs (self);
  aim_strips (self);
  start_sequencer (self);
  if (!self->options.one_thread && g_get_num_processors () > 1)
    self->helper = g_thread_new ("maq-render", help, self);
  return g_steal_pointer (&self);
}

static void
stop_helper (MaqRender *self)
{
  if (self->helper == NULL)
    return;
  pthread_mutex_lock (&self->mutex);
  self->is_quitting = TRUE;
  pthread_cond_broadcast (&self->cond);
  pthread_mutex_unlock (&self->mutex);
  g_thread_join (self->helper);
}

void
maq_render_free (MaqRender *self)
{
  if (self == NULL)
    return;
  stop_helper (self);
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    {
      for (guint i = 0; self->parts[part] != NULL && i < MAQ_SYNTH_MAX_LANES; i++)
        maq_rooms_free (self->parts[part]->stem_rooms[i]);
      g_free (self->parts[part]);
    }
  for (guint lane = 0; self->stems != NULL && lane < self->plan->n_lanes; lane++)
    g_free (self->stems[lane]);
  g_free (self->stems);
  g_free (self->mix);
  g_free (self->events.events);
  if (self->rack != NULL)
    maq_rack_hush (self->rack);
  maq_rack_free (self->rack);
  for (guint part = 0; part < MAQ_RACK_PARTS; part++)
    g_clear_pointer (&self->fonts[part], maq_soundfont_unref);
  maq_sequencer_free (self->sequencer);
  maq_master_free (self->master);
  maq_plan_free (self->plan);
  pthread_mutex_destroy (&self->mutex);
  pthread_cond_destroy (&self->cond);
  g_free (self);
}

int
maq_render_get_rate (MaqRender *self)
{
  return self->rate_hz;
}

MaqFrame
maq_render_get_n_frames (MaqRender *self)
{
  return self->n_frames;
}

MaqFrame
maq_render_get_done (MaqRender *self)
{
  return self->n_done;
}

guint
maq_render_get_n_stems (MaqRender *self)
{
  return self->plan->n_lanes;
}

/* Rendering */

static void
write_events (MaqRender *self)
{
  if (self->n_quanta > 0)
    self->events.n_events = 0;
  for (guint quantum = 0; quantum < BATCH; quantum++, self->n_quanta++)
    {
      if (self->events.capacity - self->events.n_events < MAQ_EVENTS_PER_QUANTUM)
        {
          self->events.capacity *= 2;
          self->events.events = g_renew (MaqEvent, self->events.events, self->events.capacity);
        }
      self->events.quantum = quantum;
      if (self->n_quanta == self->end_quantum)
        maq_sequencer_stop (self->sequencer, &self->events);
      maq_sequencer_run (self->sequencer, &self->events);
      self->blends[quantum] = *maq_sequencer_get_blend (self->sequencer);
    }
}

static void
write_stem (MaqRender *self,
            guint      part,
            guint      channel,
            guint      quantum)
{
  int lane = self->plan->lane_of_slot[MAQ_RACK_PARTS * channel + part];
  MaqBus *bus = &self->parts[part]->stem_buses[channel];
  float *out;

  if (lane < 0)
    return;
  out = self->stems[lane] + 2 * quantum * MAQ_QUANTUM;
  maq_rooms_run (self->parts[part]->stem_rooms[channel], &self->blends[quantum], bus,
                 bus->dry);
  maq_dc_run (&self->parts[part]->stem_dcs[channel], bus->dry[0], bus->dry[1]);
  for (guint n = 0; n < MAQ_QUANTUM; n++)
    {
      out[2 * n] = self->stem_gain * bus->dry[0][n];
      out[2 * n + 1] = self->stem_gain * bus->dry[1][n];
    }
}

/*
 * Also when one lane is solo, all are played: FluidSynth takes up the voices
 * that others left, and which one a note gets can be heard.
 */
static gboolean
is_for_part (const MaqEvent *event,
             guint           part)
{
  return event->kind != MAQ_EVENT_CLICK && event->slot % MAQ_RACK_PARTS == part;
}

static void
play_part (MaqRender *self,
           guint      part)
{
  guint64 denormals = maq_denormal_begin ();
  guint n_channels = maq_rack_get_n_channels (self->rack);
  Part *mine = self->parts[part];
  MaqBus *buses[MAQ_SYNTH_MAX_LANES];
  float peaks[MAQ_SYNTH_MAX_LANES];
  guint next = 0;

  memset (mine->buses, 0, sizeof mine->buses);
  for (guint quantum = 0; quantum < BATCH; quantum++)
    {
      for (; next < self->events.n_events && self->events.events[next].quantum == quantum; next++)
        if (is_for_part (&self->events.events[next], part))
          maq_rack_send (self->rack, &self->events.events[next]);
      if (self->options.stems)
        memset (mine->stem_buses, 0, n_channels * sizeof *mine->stem_buses);
      for (guint i = 0; i < n_channels; i++)
        buses[i] = self->options.stems ? &mine->stem_buses[i] : &mine->buses[quantum];
      maq_rack_run (self->rack, part, &self->blends[quantum], buses, peaks);
      for (guint i = 0; self->options.stems && i < n_channels; i++)
        write_stem (self, part, i, quantum);
    }
  maq_denormal_end (denormals);
}

static void
mix_batch (MaqRender *self)
{
  guint64 denormals = maq_denormal_begin ();
  guint next = 0;

  for (guint quantum = 0; quantum < BATCH; quantum++)
    {
      const MaqBus *buses[MAQ_RACK_PARTS];

      for (guint part = 0; part < MAQ_RACK_PARTS; part++)
        buses[part] = &self->parts[part]->buses[quantum];
      for (; next < self->events.n_events && self->events.events[next].quantum == quantum; next++)
        if (self->events.events[next].kind == MAQ_EVENT_CLICK)
          maq_master_click (self->master, self->events.events[next].key > 0);
      maq_master_run (self->master, &self->blends[quantum], buses,
                      self->mix + 2 * quantum * MAQ_QUANTUM);
    }
  maq_denormal_end (denormals);
}

/* Whoever is free takes the next part; each part is played by one thread. */
static void
play_parts (MaqRender *self)
{
  guint part;

  while ((part = atomic_fetch_add (&self->next_part, 1)) < MAQ_RACK_PARTS)
    play_part (self, part);
}

static gpointer
help (gpointer data)
{
  MaqRender *self = data;

  pthread_mutex_lock (&self->mutex);
  for (;;)
    {
      while (!self->has_work && !self->is_quitting)
        pthread_cond_wait (&self->cond, &self->mutex);
      if (self->is_quitting)
        break;
      pthread_mutex_unlock (&self->mutex);
      play_parts (self);
      pthread_mutex_lock (&self->mutex);
      self->has_work = FALSE;
      pthread_cond_broadcast (&self->cond);
    }
  pthread_mutex_unlock (&self->mutex);
  return NULL;
}

static void
set_to_work (MaqRender *self)
{
  pthread_mutex_lock (&self->mutex);
  self->has_work = TRUE;
  pthread_cond_broadcast (&self->cond);
  pthread_mutex_unlock (&self->mutex);
}

static void
wait_for_helper (MaqRender *self)
{
  pthread_mutex_lock (&self->mutex);
  while (self->has_work)
    pthread_cond_wait (&self->cond, &self->mutex);
  pthread_mutex_unlock (&self->mutex);
}

static void
render_batch (MaqRender *self)
{
  write_events (self);
  atomic_store (&self->next_part, 0);
  if (self->helper != NULL)
    set_to_work (self);
  play_parts (self);
  if (self->helper != NULL)
    wait_for_helper (self);
  if (!self->options.stems)
    mix_batch (self);
  self->n_ready = MAQ_RENDER_BLOCK;
}

/* Frames that may be taken from the batch now, at most so many; 0 at the end. */
static guint
get_ready (MaqRender *self,
           guint      n_wanted)
{
  MaqFrame n_left = self->n_frames - self->n_done;

  if (n_left <= 0)
    return 0;
  while (self->n_ready == 0)
    {
      guint n_dropped;

      render_batch (self);
      n_dropped = MIN (self->n_skipped, self->n_ready);
      self->n_skipped -= n_dropped;
      self->n_ready -= n_dropped;
    }
  return (guint) MIN (MIN ((MaqFrame) n_wanted, n_left), (MaqFrame) self->n_ready);
}

static void
take (MaqRender *self,
      guint      n_taken)
{
  self->n_ready -= n_taken;
  self->n_done += n_taken;
}

guint
maq_render_read (MaqRender *self,
                 float     *interleaved,
                 guint      n_frames)
{
  guint done = 0;
  guint n;

  g_return_val_if_fail (!self->options.stems, 0);

  while (done < n_frames && (n = get_ready (self, n_frames - done)) > 0)
    {
      memcpy (interleaved + 2 * done, self->mix + 2 * (MAQ_RENDER_BLOCK - self->n_ready),
              2 * n * sizeof *interleaved);
      take (self, n);
      done += n;
    }
  return done;
}

guint
maq_render_read_stems (MaqRender    *self,
                       float *const *stems,
                       guint         n_frames)
{
  guint done = 0;
  guint n;

  g_return_val_if_fail (self->options.stems, 0);

  while (done < n_frames && (n = get_ready (self, n_frames - done)) > 0)
    {
      for (guint lane = 0; lane < self->plan->n_lanes; lane++)
        memcpy (stems[lane] + 2 * done,
                self->stems[lane] + 2 * (MAQ_RENDER_BLOCK - self->n_ready),
                2 * n * sizeof (float));
      take (self, n);
      done += n;
    }
  return done;
}
