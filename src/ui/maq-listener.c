/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-listener.h"

#include <gio/gio.h>

#include "maq-compiler.h"
#include "maq-player.h"
#include "maq-styles.h"

struct _MaqListener
{
  GObject      parent_instance;

  MaqPlayer   *player;
  MaqCompiler *compiler;    /* the worker's while one is under way */
  MaqSong     *wanted;      /* to be played next, while a worker is under way */
  MaqSong     *song;        /* that plays, or is being made */
  MaqPerformance *performance; /* the latest that is no audition */
  MaqSong     *performed;   /* what it is made of */
  gboolean     is_compiling;

  struct
  {
    MaqSong   *home;        /* what plays when it is over; NULL while there is none */
    double     position_ticks;
    gint64     loop_start_ticks;
    gint64     loop_end_ticks;
    gboolean   was_playing;
  } audition;
};

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_MESSAGE,
  N_PROPS
};

enum
{
  SIGNAL_PERFORMED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqListener, maq_listener, G_TYPE_OBJECT)

static void
playing_cb (MaqListener *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

static void
message_cb (MaqListener *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

typedef struct
{
  MaqListener *listener; /* kept alive by the callback */
  MaqSong     *song;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  maq_song_unref (job->song);
  g_free (job);
}

static void
compile_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Job *job = task_data;
  MaqListener *self = job->listener;

  if (self->compiler == NULL)
    self->compiler = maq_compiler_new (maq_styles_get ());
  g_task_return_pointer (task, maq_compiler_compile (self->compiler, job->song),
                         (GDestroyNotify) maq_performance_unref);
}

static void start_compiling (MaqListener *self,
                             MaqSong     *song);

static void
take_performance (MaqListener    *self,
                  MaqSong        *song,
                  MaqPerformance *performance)
{
  if (self->audition.home != NULL)
    return;
  if (song != NULL)
    maq_song_ref (song);
  g_clear_pointer (&self->performed, maq_song_unref);
  self->performed = song;
  if (self->performance == performance)
    return;
  g_clear_pointer (&self->performance, maq_performance_unref);
  self->performance = performance == NULL ? NULL : maq_performance_ref (performance);
  g_signal_emit (self, signals[SIGNAL_PERFORMED], 0);
}

static void
compiled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MaqListener) self = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (MaqPerformance) performance = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (MaqSong) wanted = g_steal_pointer (&self->wanted);

  self->is_compiling = FALSE;
  if (performance != NULL && self->player != NULL && self->song != NULL)
    {
      maq_player_set_performance (self->player, performance);
      take_performance (self, job->song, performance);
    }
  if (wanted != NULL)
    start_compiling (self, wanted);
}

/* The task has no source: the worker may let go of it last, and the player must not end in that
 * thread. */
static void
start_compiling (MaqListener *self,
                 MaqSong     *song)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, compiled_cb, g_object_ref (self));
  Job *job = g_new0 (Job, 1);

  job->listener = self;
  job->song = maq_song_ref (song);
  self->is_compiling = TRUE;
  g_task_set_source_tag (task, start_compiling);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compile_in_thread);
}

static void
maq_listener_dispose (GObject *object)
{
  MaqListener *self = MAQ_LISTENER (object);

  g_clear_object (&self->player);
  g_clear_pointer (&self->wanted, maq_song_unref);
  g_clear_pointer (&self->song, maq_song_unref);
  g_clear_pointer (&self->audition.home, maq_song_unref);
  g_clear_pointer (&self->performance, maq_performance_unref);
  g_clear_pointer (&self->performed, maq_song_unref);
  G_OBJECT_CLASS (maq_listener_parent_class)->dispose (object);
}

static void
maq_listener_finalize (GObject *object)
{
  g_clear_pointer (&MAQ_LISTENER (object)->compiler, maq_compiler_free);
  G_OBJECT_CLASS (maq_listener_parent_class)->finalize (object);
}

static void
maq_listener_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MaqListener *self = MAQ_LISTENER (object);

  switch (prop_id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, maq_listener_get_playing (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, maq_listener_get_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maq_listener_class_init (MaqListenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = maq_listener_dispose;
  object_class->finalize = maq_listener_finalize;
  object_class->get_property = maq_listener_get_property;
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  signals[SIGNAL_PERFORMED] = g_signal_new ("performed", MAQ_TYPE_LISTENER, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
maq_listener_init (MaqListener *self)
{
  self->player = maq_player_new ();
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (playing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::message", G_CALLBACK (message_cb), self,
                           G_CONNECT_SWAPPED);
}

MaqListener *
maq_listener_new (void)
{
  return g_object_new (MAQ_TYPE_LISTENER, NULL);
}

GObject *
maq_listener_get_player (MaqListener *self)
{
  return G_OBJECT (self->player);
}

void
maq_listener_load_soundfont (MaqListener *self,
                             const char  *path)
{
  maq_player_load_soundfont (self->player, path != NULL && *path != '\0' ? path : NULL);
}

static void
play_song (MaqListener *self,
           MaqSong     *song)
{
  if (self->song == song)
    return;
  g_clear_pointer (&self->song, maq_song_unref);
  g_clear_pointer (&self->wanted, maq_song_unref);
  if (song == NULL)
    {
      maq_player_set_performance (self->player, NULL);
      take_performance (self, NULL, NULL);
      return;
    }
  self->song = maq_song_ref (song);
  if (self->is_compiling)
    self->wanted = maq_song_ref (song);
  else
    start_compiling (self, song);
}

MaqPerformance *
maq_listener_get_performance (MaqListener *self)
{
  return self->performance;
}

MaqSong *
maq_listener_get_performed (MaqListener *self)
{
  return self->performed;
}

void
maq_listener_set_song (MaqListener *self,
                       MaqSong     *song)
{
  if (self->audition.home == NULL || song == NULL)
    {
      g_clear_pointer (&self->audition.home, maq_song_unref);
      play_song (self, song);
      return;
    }
  maq_song_ref (song);
  maq_song_unref (self->audition.home);
  self->audition.home = song;
}

void
maq_listener_audition (MaqListener *self,
                       MaqSong     *song,
                       gint64       start_ticks,
                       gint64       end_ticks)
{
  if (self->song == NULL)
    return;
  if (self->audition.home == NULL)
    {
      self->audition.home = maq_song_ref (self->song);
      self->audition.position_ticks = maq_listener_get_position (self, NULL);
      self->audition.was_playing = maq_listener_get_playing (self);
      if (!maq_player_get_loop (self->player, &self->audition.loop_start_ticks,
                                &self->audition.loop_end_ticks))
        self->audition.loop_start_ticks = self->audition.loop_end_ticks = 0;
    }
  play_song (self, song);
  maq_player_set_loop (self->player, start_ticks, end_ticks);
  maq_player_seek (self->player, (double) start_ticks);
  if (!maq_player_get_playing (self->player))
    maq_player_play (self->player);
}

/* Who listened to the song before goes on listening; else all is where it was. */
void
maq_listener_end_audition (MaqListener *self)
{
  g_autoptr (MaqSong) home = g_steal_pointer (&self->audition.home);

  if (home == NULL)
    return;
  if (!self->audition.was_playing)
    {
      maq_player_stop (self->player);
      maq_player_seek (self->player, self->audition.position_ticks);
    }
  maq_player_set_loop (self->player, self->audition.loop_start_ticks,
                       self->audition.loop_end_ticks);
  play_song (self, home);
}

gboolean
maq_listener_get_playing (MaqListener *self)
{
  return self->player != NULL && maq_player_get_playing (self->player);
}

void
maq_listener_toggle (MaqListener *self)
{
  if (maq_player_get_playing (self->player))
    maq_player_stop (self->player);
  else
    maq_player_play (self->player);
}

void
maq_listener_stop (MaqListener *self)
{
  maq_player_stop (self->player);
}

void
maq_listener_seek (MaqListener *self,
                   double       ticks)
{
  maq_player_seek (self->player, ticks);
}

void
maq_listener_jump (MaqListener *self,
                   double       ticks)
{
  maq_player_jump (self->player, ticks);
}

void
maq_listener_set_loop (MaqListener *self,
                       gint64       start_ticks,
                       gint64       end_ticks)
{
  if (self->audition.home != NULL)
    {
      self->audition.loop_start_ticks = start_ticks;
      self->audition.loop_end_ticks = end_ticks;
      return;
    }
  maq_player_set_loop (self->player, start_ticks, end_ticks);
}

double
maq_listener_get_position (MaqListener *self,
                           guint       *count_in_beat)
{
  MaqTransportState state = { 0 };

  maq_player_get_position (self->player, &state);
  if (count_in_beat != NULL)
    *count_in_beat = state.counting_in ? state.count_in_beat : 0;
  return state.ticks;
}

void
maq_listener_take_peaks (MaqListener *self,
                         float       *left,
                         float       *right)
{
  maq_player_take_peaks (self->player, left, right);
}

float
maq_listener_take_layer_peak (MaqListener *self,
                              MaqId        layer)
{
  return maq_player_take_lane_peak (self->player, layer);
}

const char *
maq_listener_get_message (MaqListener *self)
{
  return self->player == NULL ? NULL : maq_player_get_message (self->player);
}
