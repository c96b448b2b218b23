/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-output.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <gst/gst.h>

#include "maq-src.h"

#define FIRST_RETRY_SECONDS 2
#define LAST_RETRY_SECONDS 30

struct _MaqOutput
{
  MaqEngine       *engine;
  int              rate_hz;
  MaqOutputNotify  notify;
  gpointer         user_data;

  GstElement      *pipeline;
  MaqSrc          *source;       /* borrowed from the pipeline */
  GstElement      *sink;         /* likewise */
  guint            bus_watch;
  gboolean         is_silent;    /* the sink is our own, which only keeps time */
  gboolean         is_running;
  MaqFrame         heard_frame;  /* when it was asked for last */

  guint            retry_source;
  guint            retry_seconds;
  GCancellable    *probing;
};

static void open_pipeline (MaqOutput *self,
                           gboolean   is_silent);

static const char *
no_device (void)
{
  return _("No sound device is there, so nothing can be heard. Playing goes on silently; sound "
           "comes back when a device is connected.");
}

/* Sinks */

static void
set_if_there (GObject    *object,
              const char *name,
              gint64      value)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);

  if (pspec != NULL && G_IS_PARAM_SPEC_INT64 (pspec))
    g_object_set (object, name, value, NULL);
}

static void
element_added_cb (GstBin     *bin,
                  GstBin     *sub_bin,
                  GstElement *element,
                  gpointer    data)
{
  if (!GST_OBJECT_FLAG_IS_SET (element, GST_ELEMENT_FLAG_SINK) || GST_IS_BIN (element))
    return;
  set_if_there (G_OBJECT (element), "buffer-time", MAQ_OUTPUT_BUFFER_USEC);
  set_if_there (G_OBJECT (element), "latency-time", MAQ_OUTPUT_BLOCK_USEC);
}

static GstElement *
make_silent_sink (void)
{
  GstElement *sink = gst_element_factory_make ("fakesink", NULL);

  if (sink != NULL)
    g_object_set (sink, "sync", TRUE, "max-lateness", (gint64) -1, NULL);
  return sink;
}

/* autoaudiosink puts a fakesink in itself where no device can be opened. */
static gboolean
has_fake_child (GstElement *sink)
{
  GstIterator *iterator;
  GValue value = G_VALUE_INIT;
  gboolean is_fake = FALSE;

  if (!GST_IS_BIN (sink))
    return FALSE;
  iterator = gst_bin_iterate_recurse (GST_BIN (sink));
  while (!is_fake && gst_iterator_next (iterator, &value) == GST_ITERATOR_OK)
    {
      GstElementFactory *factory = gst_element_get_factory (g_value_get_object (&value));

      is_fake = factory != NULL
                && g_str_equal (gst_plugin_feature_get_name (GST_PLUGIN_FEATURE (factory)),
                                "fakesink");
      g_value_unset (&value);
    }
  gst_iterator_free (iterator);
  return is_fake;
}

/* Looking for a device */

static void
probe_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  g_autoptr (GstElement) sink = gst_element_factory_make ("autoaudiosink", NULL);
  gboolean found = FALSE;

  if (sink == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  gst_object_ref_sink (sink);
  if (gst_element_set_state (sink, GST_STATE_READY) != GST_STATE_CHANGE_FAILURE)
    found = !has_fake_child (sink);
  gst_element_set_state (sink, GST_STATE_NULL);
  g_task_return_boolean (task, found);
}

static gboolean retry_cb (gpointer data);

static void
retry_later (MaqOutput *self)
{
  if (self->retry_source != 0)
    return;
  self->retry_source = g_timeout_add_seconds (self->retry_seconds, retry_cb, self);
  self->retry_seconds = MIN (self->retry_seconds * 2, LAST_RETRY_SECONDS);
}

static void
probed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  MaqOutput *self = data;
  g_autoptr (GError) error = NULL;
  gboolean found = g_task_propagate_boolean (G_TASK (result), &error);

  /* Cancelled means that the output is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->probing);
  if (found)
    open_pipeline (self, FALSE);
  else
    retry_later (self);
}

static gboolean
retry_cb (gpointer data)
{
  MaqOutput *self = data;
  g_autoptr (GTask) task = NULL;

  self->retry_source = 0;
  if (self->probing != NULL)
    return G_SOURCE_REMOVE;
  self->probing = g_cancellable_new ();
  task = g_task_new (NULL, self->probing, probed_cb, self);
  g_task_set_source_tag (task, retry_cb);
  g_task_run_in_thread (task, probe_thread);
  return G_SOURCE_REMOVE;
}

static void
fall_silent (MaqOutput *self)
{
  self->notify (no_device (), self->user_data);
  retry_later (self);
}

/* The pipeline */

static gboolean
bus_cb (GstBus     *bus,
        GstMessage *message,
        gpointer    data)
{
  MaqOutput *self = data;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ASYNC_DONE:
      if (self->is_silent || has_fake_child (self->sink))
        fall_silent (self);
      else
        {
          self->retry_seconds = FIRST_RETRY_SECONDS;
          self->notify (NULL, self->user_data);
        }
      break;
    case GST_MESSAGE_ERROR:
      /* The device went away, or there is none that works. */
      if (!self->is_silent)
        open_pipeline (self, TRUE);
      break;
    case GST_MESSAGE_CLOCK_LOST:
      gst_element_set_state (self->pipeline, GST_STATE_PAUSED);
      if (self->is_running)
        gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
      break;
    default:
      break;
    }
  return G_SOURCE_CONTINUE;
}

static void
close_pipeline (MaqOutput *self)
{
  if (self->pipeline == NULL)
    return;
  maq_output_get_heard_frame (self);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_handle_id (&self->bus_watch, g_source_remove);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  self->source = NULL;
  self->sink = NULL;
}

static GstElement *
make_sink (gboolean is_silent)
{
  GstElement *sink = is_silent ? NULL : gst_element_factory_make ("autoaudiosink", NULL);

  return sink != NULL ? sink : make_silent_sink ();
}

static void
open_pipeline (MaqOutput *self,
               gboolean   is_silent)
{
  GstElement *source = maq_src_new (self->engine, self->rate_hz);
  GstElement *convert = gst_element_factory_make ("audioconvert", NULL);
  GstElement *resample = gst_element_factory_make ("audioresample", NULL);
  GstBus *bus;

  close_pipeline (self);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->pipeline = gst_pipeline_new (NULL);
  g_signal_connect (self->pipeline, "deep-element-added", G_CALLBACK (element_added_cb), NULL);
  self->is_silent = is_silent || convert == NULL || resample == NULL;
  self->source = MAQ_SRC (source);
  self->sink = make_sink (self->is_silent);
  if (self->is_silent)
    {
      gst_bin_add_many (GST_BIN (self->pipeline), source, self->sink, NULL);
      gst_element_link_many (source, self->sink, NULL);
      g_clear_pointer (&convert, gst_object_unref);
      g_clear_pointer (&resample, gst_object_unref);
    }
  else
    {
      gst_bin_add_many (GST_BIN (self->pipeline), source, convert, resample, self->sink, NULL);
      gst_element_link_many (source, convert, resample, self->sink, NULL);
    }
  bus = gst_element_get_bus (self->pipeline);
  self->bus_watch = gst_bus_add_watch (bus, bus_cb, self);
  gst_object_unref (bus);
  gst_element_set_state (self->pipeline, self->is_running ? GST_STATE_PLAYING : GST_STATE_PAUSED);
}

MaqOutput *
maq_output_new (MaqEngine       *engine,
                int              rate_hz,
                MaqOutputNotify  notify,
                gpointer         user_data)
{
  MaqOutput *self = g_new0 (MaqOutput, 1);

  self->engine = engine;
  self->rate_hz = rate_hz;
  self->notify = notify;
  self->user_data = user_data;
  self->retry_seconds = FIRST_RETRY_SECONDS;
  open_pipeline (self, FALSE);
  return self;
}

void
maq_output_free (MaqOutput *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->probing);
  g_clear_object (&self->probing);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  close_pipeline (self);
  g_free (self);
}

void
maq_output_set_running (MaqOutput *self,
                        gboolean   running)
{
  if (self->is_running == running)
    return;
  self->is_running = running;
  gst_element_set_state (self->pipeline, running ? GST_STATE_PLAYING : GST_STATE_PAUSED);
}

MaqFrame
maq_output_get_heard_frame (MaqOutput *self)
{
  gint64 nsec = 0;

  if (self->pipeline != NULL
      && gst_element_query_position (self->pipeline, GST_FORMAT_TIME, &nsec) && nsec >= 0)
    self->heard_frame = maq_src_get_first_frame (self->source)
                        + (MaqFrame) gst_util_uint64_scale ((guint64) nsec,
                                                            (guint64) self->rate_hz, GST_SECOND);
  return MIN (self->heard_frame, maq_engine_get_frame (self->engine));
}
