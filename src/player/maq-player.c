/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-player.h"

#include <gio/gio.h>
#include <gst/gst.h>

#include "maq-engine.h"
#include "maq-output.h"

#define RATE_HZ 48000
#define TICK_MSEC 50

/* Silent ticks after which the device is given back: the room has rung out by then. */
#define REST_TICKS 120

/* Frames within which a command has certainly taken effect. */
#define EFFECT_FRAMES 512

typedef struct
{
  MaqSoundfont *font;
  MaqEngine    *engine;
  char         *message;    /* why it is not the font that was asked for, or NULL */
} Loaded;

typedef struct
{
  char     *path;
  gboolean  falls_back;     /* whether any font is better than none */
} Wanted;

struct _MaqPlayer
{
  GObject         parent_instance;

  MaqSoundfont   *font;
  MaqEngine      *engine;
  MaqOutput      *output;
  GCancellable   *loading;

  MaqPerformance *performance;
  gboolean        playing;
  gboolean        metronome;
  gboolean        count_in;
  double          gain_db;
  MaqTick         loop_start;      /* before there is an engine */
  MaqTick         loop_end;
  double          waiting_ticks;   /* likewise */

  char           *font_message;
  char           *engine_message;
  char           *sounds_message;
  char           *device_message;

  guint           tick_source;
  guint           n_quiet_ticks;
  MaqFrame        command_frame;   /* the engine's, when it was last told to play or go */
  gboolean        seeking;         /* what is heard is still from before a seek */
};

enum
{
  PROP_READY = 1,
  PROP_PLAYING,
  PROP_METRONOME,
  PROP_COUNT_IN,
  PROP_GAIN,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MaqPlayer, maq_player, G_TYPE_OBJECT)

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->engine, maq_engine_free);
  g_clear_pointer (&loaded->font, maq_soundfont_unref);
  g_free (loaded->message);
  g_free (loaded);
}

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->path);
  g_free (wanted);
}

static void
set_message (MaqPlayer   *self,
             char       **place,
             const char  *message)
{
  g_autofree char *before = g_strdup (maq_player_get_message (self));

  if (g_strcmp0 (*place, message) != 0)
    {
      g_free (*place);
      *place = g_strdup (message);
    }
  if (g_strcmp0 (before, maq_player_get_message (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_playing (MaqPlayer *self,
             gboolean   playing)
{
  if (self->playing == playing)
    return;
  self->playing = playing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

/* Looking after the engine, as long as it runs */

static void
notice_end (MaqPlayer *self)
{
  MaqFrame heard = maq_output_get_heard_frame (self->output);
  MaqTransportState position;

  if (!self->playing || heard < self->command_frame + EFFECT_FRAMES)
    return;
  maq_engine_get_position (self->engine, heard, &position);
  if (!position.playing)
    set_playing (self, FALSE);
}

static gboolean
tick_cb (gpointer data)
{
  MaqPlayer *self = data;

  maq_engine_collect (self->engine);
  notice_end (self);
  self->n_quiet_ticks = self->playing ? 0 : self->n_quiet_ticks + 1;
  if (self->n_quiet_ticks < REST_TICKS)
    return G_SOURCE_CONTINUE;
  maq_output_set_running (self->output, FALSE);
  self->tick_source = 0;
  return G_SOURCE_REMOVE;
}

/* Whatever is asked of the engine takes effect only while it runs. */
static void
wake (MaqPlayer *self)
{
  self->n_quiet_ticks = 0;
  maq_output_set_running (self->output, TRUE);
  if (self->tick_source == 0)
    self->tick_source = g_timeout_add (TICK_MSEC, tick_cb, self);
}

static void
note_command (MaqPlayer *self)
{
  self->command_frame = maq_engine_get_frame (self->engine) + maq_engine_get_latency (self->engine);
  wake (self);
}

/* Coming and going of engines */

static void
device_message_cb (const char *message,
                   gpointer    data)
{
  MaqPlayer *self = data;

  set_message (self, &self->device_message, message);
}

static void
drop_engine (MaqPlayer *self)
{
  MaqTransportState position;

  if (self->engine == NULL)
    return;
  maq_player_get_position (self, &position);
  self->waiting_ticks = position.ticks;
  self->seeking = TRUE;
  if (!maq_engine_get_loop (self->engine, &self->loop_start, &self->loop_end))
    self->loop_start = self->loop_end = 0;
  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->output, maq_output_free);
  g_clear_pointer (&self->engine, maq_engine_free);
}

static void
give_performance (MaqPlayer *self)
{
  g_autofree char *missing = NULL;
  g_autoptr (GError) error = NULL;

  maq_engine_set_performance (self->engine, self->performance, &error);
  if (self->performance != NULL)
    missing = maq_soundfont_describe_missing (self->font, self->performance);
  set_message (self, &self->engine_message, error != NULL ? error->message : NULL);
  set_message (self, &self->sounds_message, missing);
}

static void
tell_all (MaqPlayer *self)
{
  maq_engine_set_gain (self->engine, self->gain_db);
  maq_engine_set_metronome (self->engine, self->metronome);
  give_performance (self);
  maq_engine_set_loop (self->engine, self->loop_start, self->loop_end);
  maq_engine_seek (self->engine, self->waiting_ticks);
  maq_engine_set_count_in (self->engine, self->count_in);
  if (self->playing)
    maq_engine_play (self->engine);
  note_command (self);
}

static void
take_engine (MaqPlayer *self,
             Loaded    *loaded)
{
  gboolean was_ready = self->engine != NULL;

  drop_engine (self);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  self->font = g_steal_pointer (&loaded->font);
  self->engine = g_steal_pointer (&loaded->engine);
  self->output = maq_output_new (self->engine, RATE_HZ, device_message_cb, self);
  tell_all (self);
  if (!was_ready)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Wanted *wanted = data;
  Loaded *loaded = g_new0 (Loaded, 1);
  GError *error = NULL;

  loaded->font = maq_soundfont_load (wanted->path, &error);
  if (loaded->font == NULL && wanted->path != NULL && wanted->falls_back)
    {
      loaded->message = g_strdup (error->message);
      g_clear_error (&error);
      loaded->font = maq_soundfont_load (NULL, &error);
    }
  if (loaded->font != NULL)
    loaded->engine = maq_engine_new (loaded->font, RATE_HZ, &error);
  if (loaded->engine != NULL)
    {
      g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_free);
      return;
    }
  loaded_free (loaded);
  g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MaqPlayer) self = data;
  g_autoptr (GError) error = NULL;
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_message (self, &self->font_message, error != NULL ? error->message : loaded->message);
  if (loaded == NULL)
    return;
  take_engine (self, loaded);
  loaded_free (loaded);
}

/* The object */

static void
maq_player_dispose (GObject *object)
{
  MaqPlayer *self = MAQ_PLAYER (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->output, maq_output_free);
  g_clear_pointer (&self->engine, maq_engine_free);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  g_clear_pointer (&self->performance, maq_performance_unref);
  G_OBJECT_CLASS (maq_player_parent_class)->dispose (object);
}

static void
maq_player_finalize (GObject *object)
{
  MaqPlayer *self = MAQ_PLAYER (object);

  g_free (self->font_message);
  g_free (self->engine_message);
  g_free (self->sounds_message);
  g_free (self->device_message);
  G_OBJECT_CLASS (maq_player_parent_class)->finalize (object);
}

static void
maq_player_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MaqPlayer *self = MAQ_PLAYER (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, maq_player_get_ready (self));
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_METRONOME:
      g_value_set_boolean (value, self->metronome);
      break;
    case PROP_COUNT_IN:
      g_value_set_boolean (value, self->count_in);
      break;
    case PROP_GAIN:
      g_value_set_double (value, self->gain_db);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, maq_player_get_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
maq_player_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MaqPlayer *self = MAQ_PLAYER (object);

  switch (id)
    {
    case PROP_PLAYING:
      if (g_value_get_boolean (value))
        maq_player_play (self);
      else
        maq_player_stop (self);
      break;
    case PROP_METRONOME:
      maq_player_set_metronome (self, g_value_get_boolean (value));
      break;
    case PROP_COUNT_IN:
      maq_player_set_count_in (self, g_value_get_boolean (value));
      break;
    case PROP_GAIN:
      maq_player_set_gain (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
maq_player_class_init (MaqPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                               | G_PARAM_STATIC_STRINGS;

  object_class->dispose = maq_player_dispose;
  object_class->finalize = maq_player_finalize;
  object_class->get_property = maq_player_get_property;
  object_class->set_property = maq_player_set_property;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, writable);
  properties[PROP_METRONOME] = g_param_spec_boolean ("metronome", NULL, NULL, FALSE, writable);
  properties[PROP_COUNT_IN] = g_param_spec_boolean ("count-in", NULL, NULL, FALSE, writable);
  properties[PROP_GAIN] = g_param_spec_double ("gain", NULL, NULL, -60.0, 12.0, 0.0, writable);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
maq_player_init (MaqPlayer *self)
{
  gst_init (NULL, NULL);
}

MaqPlayer *
maq_player_new (void)
{
  return g_object_new (MAQ_TYPE_PLAYER, NULL);
}

void
maq_player_load_soundfont (MaqPlayer  *self,
                           const char *path)
{
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (MAQ_IS_PLAYER (self));

  wanted = g_new0 (Wanted, 1);
  wanted->path = g_strdup (path);
  wanted->falls_back = self->engine == NULL;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  /* without a source, which would end in the worker's thread if that lets go of it last */
  task = g_task_new (NULL, self->loading, loaded_cb, g_object_ref (self));
  g_task_set_source_tag (task, maq_player_load_soundfont);
  g_task_set_task_data (task, wanted, (GDestroyNotify) wanted_free);
  g_task_run_in_thread (task, load_thread);
}

MaqSoundfont *
maq_player_get_soundfont (MaqPlayer *self)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), NULL);

  return self->font;
}

void
maq_player_set_performance (MaqPlayer      *self,
                            MaqPerformance *performance)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  if (self->performance == performance)
    return;
  if (performance != NULL)
    maq_performance_ref (performance);
  g_clear_pointer (&self->performance, maq_performance_unref);
  self->performance = performance;
  if (self->engine == NULL)
    return;
  give_performance (self);
  wake (self);
}

/* The transport */

void
maq_player_play (MaqPlayer *self)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  if (self->playing)
    return;
  if (self->engine != NULL)
    {
      maq_engine_play (self->engine);
      note_command (self);
    }
  set_playing (self, TRUE);
}

void
maq_player_stop (MaqPlayer *self)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  if (!self->playing)
    return;
  if (self->engine != NULL)
    {
      maq_engine_stop (self->engine);
      note_command (self);
    }
  set_playing (self, FALSE);
}

gboolean
maq_player_get_playing (MaqPlayer *self)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), FALSE);

  return self->playing;
}

void
maq_player_seek (MaqPlayer *self,
                 double     ticks)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  self->waiting_ticks = ticks;
  if (self->engine == NULL)
    return;
  maq_engine_seek (self->engine, ticks);
  note_command (self);
  self->seeking = TRUE;
}

void
maq_player_jump (MaqPlayer *self,
                 double     ticks)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  self->waiting_ticks = ticks;
  if (self->engine == NULL)
    return;
  maq_engine_jump (self->engine, ticks);
  wake (self);
}

void
maq_player_set_loop (MaqPlayer *self,
                     MaqTick    start_ticks,
                     MaqTick    end_ticks)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  self->loop_start = start_ticks;
  self->loop_end = end_ticks;
  if (self->engine == NULL)
    return;
  maq_engine_set_loop (self->engine, start_ticks, end_ticks);
  wake (self);
}

gboolean
maq_player_get_loop (MaqPlayer *self,
                     MaqTick   *start_ticks,
                     MaqTick   *end_ticks)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), FALSE);

  if (self->engine != NULL)
    return maq_engine_get_loop (self->engine, start_ticks, end_ticks);
  if (start_ticks != NULL)
    *start_ticks = self->loop_start;
  if (end_ticks != NULL)
    *end_ticks = self->loop_end;
  return self->loop_end > self->loop_start;
}

gboolean
maq_player_get_metronome (MaqPlayer *self)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), FALSE);

  return self->metronome;
}

void
maq_player_set_metronome (MaqPlayer *self,
                          gboolean   metronome)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  metronome = !!metronome;
  if (self->metronome == metronome)
    return;
  self->metronome = metronome;
  if (self->engine != NULL)
    {
      maq_engine_set_metronome (self->engine, metronome);
      wake (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_METRONOME]);
}

gboolean
maq_player_get_count_in (MaqPlayer *self)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), FALSE);

  return self->count_in;
}

void
maq_player_set_count_in (MaqPlayer *self,
                         gboolean   count_in)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  count_in = !!count_in;
  if (self->count_in == count_in)
    return;
  self->count_in = count_in;
  if (self->engine != NULL)
    {
      maq_engine_set_count_in (self->engine, count_in);
      wake (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_IN]);
}

double
maq_player_get_gain (MaqPlayer *self)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), 0.0);

  return self->gain_db;
}

void
maq_player_set_gain (MaqPlayer *self,
                     double     gain_db)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  gain_db = CLAMP (gain_db, -60.0, 12.0);
  if (self->gain_db == gain_db)
    return;
  self->gain_db = gain_db;
  if (self->engine != NULL)
    {
      maq_engine_set_gain (self->engine, gain_db);
      wake (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GAIN]);
}

/* Status */

/* Where a seek will lead to, for as long as the engine does not say it itself. */
static void
get_waiting_position (MaqPlayer         *self,
                      MaqTransportState *position)
{
  const MaqSpan *span;

  *position = (MaqTransportState) { .ticks = self->waiting_ticks };
  if (self->performance == NULL || maq_performance_get_n_spans (self->performance) == 0)
    return;
  position->ticks = CLAMP (position->ticks, 0.0,
                           (double) maq_performance_get_length (self->performance));
  span = maq_performance_get_span (self->performance,
                                   maq_performance_find_span (self->performance,
                                                              (MaqTick) position->ticks));
  position->span_id = span->id;
  position->span_ticks = position->ticks - (double) span->start_ticks;
  position->tempo_qpm = maq_span_get_tempo (span, position->span_ticks, NULL);
}

void
maq_player_get_position (MaqPlayer         *self,
                         MaqTransportState *position)
{
  MaqFrame heard;

  g_return_if_fail (MAQ_IS_PLAYER (self));

  get_waiting_position (self, position);
  if (self->engine == NULL)
    return;
  heard = maq_output_get_heard_frame (self->output);
  if (heard >= self->command_frame + EFFECT_FRAMES)
    self->seeking = FALSE;
  if (!self->seeking || self->playing)
    maq_engine_get_position (self->engine, heard, position);
}

void
maq_player_take_peaks (MaqPlayer *self,
                       float     *left,
                       float     *right)
{
  g_return_if_fail (MAQ_IS_PLAYER (self));

  *left = *right = 0.0f;
  if (self->engine != NULL)
    maq_engine_take_peaks (self->engine, left, right);
}

float
maq_player_take_lane_peak (MaqPlayer *self,
                           guint64    lane_id)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), 0.0f);

  return self->engine != NULL ? maq_engine_take_lane_peak (self->engine, lane_id) : 0.0f;
}

gboolean
maq_player_get_ready (MaqPlayer *self)
{
  g_return_val_if_fail (MAQ_IS_PLAYER (self), FALSE);

  return self->engine != NULL;
}

const char *
maq_player_get_message (MaqPlayer *self)
{
  const char *const messages[] = {
    self->font_message, self->engine_message, self->device_message, self->sounds_message,
  };

  g_return_val_if_fail (MAQ_IS_PLAYER (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (messages[i] != NULL)
      return messages[i];
  return NULL;
}
