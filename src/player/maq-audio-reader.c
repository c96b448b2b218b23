/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-audio-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/app/gstappsink.h>
#include <gst/gst.h>
#include <stdio.h>
#include <string.h>

#define N_CHANNELS 2
#define MAX_WAIT (10 * GST_SECOND) /* for a block; a disk may sleep */

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define FORMAT "F32LE"
#else
#define FORMAT "F32BE"
#endif

static const char *
find_decoder (const char *path)
{
  char start[12] = { 0 };
  FILE *stream = fopen (path, "rbe");
  gsize n_read = 0;

  if (stream != NULL)
    {
      n_read = fread (start, 1, sizeof start, stream);
      fclose (stream);
    }
  if (n_read == sizeof start && (memcmp (start, "RIFF", 4) == 0 || memcmp (start, "RF64", 4) == 0)
      && memcmp (start + 8, "WAVE", 4) == 0)
    return "wavparse";
  if (n_read == sizeof start && memcmp (start, "fLaC", 4) == 0)
    return "flacparse ! flacdec";
  return NULL;
}

static gboolean
fail (GError     **error,
      const char  *sentence)
{
  g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_READ, "%s", sentence);
  return FALSE;
}

static const char *
choose_decoder (const char  *path,
                GError     **error)
{
  const char *decoder;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    {
      fail (error, _("The file can't be read."));
      return NULL;
    }
  if (status.st_size > MAQ_AUDIO_READER_MAX_BYTES)
    {
      fail (error, _("The file is larger than 32 MiB. Shorten it."));
      return NULL;
    }
  decoder = find_decoder (path);
  if (decoder == NULL)
    fail (error, _("It is neither a WAV nor a FLAC file. Convert it to one of these."));
  return decoder;
}

static GstElement *
make_pipeline (const char  *path,
               const char  *decoder,
               int          rate_hz,
               GError     **error)
{
  g_autofree char *description
    = g_strdup_printf ("filesrc name=in ! %s ! audioconvert ! audioresample quality=9 ! "
                       "audio/x-raw,format=" FORMAT ",layout=interleaved,channels=2,rate=%d ! "
                       "appsink name=out sync=false max-buffers=8", decoder, rate_hz);
  g_autoptr (GError) reason = NULL;
  GstElement *pipeline = gst_parse_launch (description, &reason);
  g_autoptr (GstElement) in = NULL;

  if (pipeline == NULL || reason != NULL)
    {
      g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_ENCODER,
                   _("Sound files can't be read because GStreamer lacks what it takes (%s). "
                     "Install the package “%s”."), reason->message, "gstreamer1.0-plugins-good");
      g_clear_pointer (&pipeline, gst_object_unref);
      return NULL;
    }
  in = gst_bin_get_by_name (GST_BIN (pipeline), "in");
  g_object_set (in, "location", path, NULL);
  return pipeline;
}

static void
append (GArray    *samples,
        GstSample *sample)
{
  GstMapInfo map;

  if (!gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ))
    return;
  g_array_append_vals (samples, map.data, (guint) (map.size / sizeof (float)));
  gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
}

/* Samples until there are no more, or more than may be. */
static gboolean
pull (GstElement *pipeline,
      gsize       max_samples,
      GArray     *samples,
      GError    **error)
{
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (pipeline), "out");
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) broken = NULL;
  GstSample *sample;

  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  while (samples->len <= max_samples
         && (sample = gst_app_sink_try_pull_sample (GST_APP_SINK (sink), MAX_WAIT)) != NULL)
    {
      append (samples, sample);
      gst_sample_unref (sample);
    }
  broken = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);
  if (samples->len > max_samples)
    return fail (error, _("It is too long. Shorten it."));
  if (broken != NULL || !gst_app_sink_is_eos (GST_APP_SINK (sink)))
    return fail (error, _("What is in it is damaged. Write it again with the program that it is "
                          "from."));
  if (samples->len == 0)
    return fail (error, _("There is no sound in it."));
  return TRUE;
}

float *
maq_audio_file_read (const char  *path,
                     int          rate_hz,
                     double       max_seconds,
                     MaqFrame    *n_frames,
                     GError     **error)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (float));
  const char *decoder;
  GstElement *pipeline;
  gboolean well;

  if (!gst_init_check (NULL, NULL, error))
    return NULL;
  decoder = choose_decoder (path, error);
  if (decoder == NULL)
    return NULL;
  pipeline = make_pipeline (path, decoder, rate_hz, error);
  if (pipeline == NULL)
    return NULL;
  well = pull (pipeline, (gsize) (max_seconds * rate_hz) * N_CHANNELS, samples, error);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  gst_object_unref (pipeline);
  if (!well)
    return NULL;
  *n_frames = samples->len / N_CHANNELS;
  return (float *) (void *) g_array_free (g_steal_pointer (&samples), FALSE);
}
