/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-audio-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/app/gstappsrc.h>
#include <gst/gst.h>

#include "maq-wav-file-private.h"

/* More waits in the pipeline only if the disk is slow. */
#define MAX_WAITING_BYTES (2 * 1024 * 1024)

#define MAX_CHAPTERS 999 /* their numbers have three digits */

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define FORMAT "F32LE"
#else
#define FORMAT "F32BE"
#endif

typedef struct
{
  const char *ending;
  const char *encoder;     /* an element; the package that has it comes with it; none for WAV */
  const char *package;
  const char *pipeline;    /* from raw sound to bytes */
  const char *pipeline_16; /* the same with 16 bits, where that is a choice */
  gboolean    is_inner;    /* no file of its own: a path can't ask for it */
} Format;

static const Format formats[] = {
  { ".flac", "flacenc", "gstreamer1.0-plugins-good",
    "audioconvert ! audio/x-raw,format=S24_32LE ! flacenc",
    "audioconvert dithering=tpdf ! audio/x-raw,format=S16LE ! flacenc" },
  { ".wav", NULL, NULL, NULL, NULL },
  { ".opus", "opusenc", "gstreamer1.0-plugins-base",
    "audioconvert ! audioresample quality=9 ! audio/x-raw,rate=48000 ! "
    "opusenc bitrate=160000 ! oggmux", NULL },
  { ".mp3", "lamemp3enc", "gstreamer1.0-plugins-good",
    "audioconvert ! audioresample quality=9 ! audio/x-raw,rate=48000 ! "
    "lamemp3enc target=bitrate cbr=true bitrate=160", NULL, TRUE },
};

struct _MaqAudioWriter
{
  char       *path;
  char       *part;        /* where it is written until it is whole */
  int         rate_hz;
  MaqWavFile *wav;         /* or what follows */
  GstElement *pipeline;
  GstAppSrc  *source;
  GstBus     *bus;
  guint64     n_frames;
};

G_DEFINE_QUARK (maq-player-error-quark, maq_player_error)

static const Format *
find_format (const char *path,
             gboolean    is_inner)
{
  g_autofree char *name = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (name, formats[i].ending) && (is_inner || !formats[i].is_inner))
      return &formats[i];
  return NULL;
}

gboolean
maq_audio_file_can_write (const char *path)
{
  return find_format (path, FALSE) != NULL;
}

static gboolean
has_element (const char *name)
{
  GstElementFactory *factory = gst_element_factory_find (name);

  if (factory == NULL)
    return FALSE;
  gst_object_unref (factory);
  return TRUE;
}

/* An empty file beside the one that is wanted, with the user's usual permissions. */
static gboolean
make_part (MaqAudioWriter  *self,
           GError         **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);

  for (guint attempt = 0; attempt < 100; attempt++)
    {
      g_autofree char *part_name = g_strdup_printf (".%s.%08x.part", name, g_random_int ());
      int fd;

      g_free (self->part);
      self->part = g_build_filename (folder, part_name, NULL);
      fd = g_open (self->part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
      if (fd >= 0)
        return g_close (fd, error);
      if (errno != EEXIST)
        break;
    }
  g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE,
               _("The file can't be written: %s. Choose another folder."), g_strerror (errno));
  g_clear_pointer (&self->part, g_free);
  return FALSE;
}

static void
set_up_source (MaqAudioWriter *self)
{
  GstCaps *caps = gst_caps_new_simple ("audio/x-raw",
                                       "format", G_TYPE_STRING, FORMAT,
                                       "layout", G_TYPE_STRING, "interleaved",
                                       "channels", G_TYPE_INT, 2,
                                       "rate", G_TYPE_INT, self->rate_hz,
                                       NULL);

  gst_app_src_set_caps (self->source, caps);
  gst_caps_unref (caps);
  gst_app_src_set_stream_type (self->source, GST_APP_STREAM_TYPE_STREAM);
  gst_app_src_set_max_bytes (self->source, 2 * MAX_WAITING_BYTES);
  g_object_set (self->source, "format", GST_FORMAT_TIME, NULL);
}

static void
add_comment (GstTagList *tags,
             char       *comment)
{
  gst_tag_list_add (tags, GST_TAG_MERGE_APPEND, GST_TAG_EXTENDED_COMMENT, comment, NULL);
  g_free (comment);
}

/* As comments of Vorbis, whose chapters players and editors know ("Chapter Extension", Xiph.Org):
 * CHAPTER001=00:00:12.500 and CHAPTER001NAME=Verse 1. */
static void
add_chapters (MaqAudioWriter        *self,
              const MaqAudioOptions *options)
{
  g_autoptr (GstElement) setter = gst_bin_get_by_interface (GST_BIN (self->pipeline),
                                                            GST_TYPE_TAG_SETTER);
  g_autoptr (GstTagList) tags = gst_tag_list_new_empty ();

  for (guint i = 0; i < MIN (options->n_markers, MAX_CHAPTERS); i++)
    {
      const MaqAudioMarker *marker = &options->markers[i];
      guint64 ms = gst_util_uint64_scale_round ((guint64) marker->frame, 1000,
                                                (guint64) self->rate_hz);

      add_comment (tags, g_strdup_printf ("CHAPTER%03u=%02u:%02u:%02u.%03u", i + 1,
                                          (guint) (ms / 3600000), (guint) (ms / 60000 % 60),
                                          (guint) (ms / 1000 % 60), (guint) (ms % 1000)));
      add_comment (tags, g_strdup_printf ("CHAPTER%03uNAME=%s", i + 1, marker->label));
    }
  if (setter != NULL && options->n_markers > 0)
    gst_tag_setter_merge_tags (GST_TAG_SETTER (setter), tags, GST_TAG_MERGE_APPEND);
}

static gboolean
make_pipeline (MaqAudioWriter         *self,
               const Format           *format,
               const MaqAudioOptions  *options,
               GError                **error)
{
  gboolean is_16 = options->samples == MAQ_SAMPLES_16;
  g_autofree char *description = g_strdup_printf ("appsrc name=in ! %s ! filesink name=out",
                                                  is_16 && format->pipeline_16 != NULL
                                                    ? format->pipeline_16 : format->pipeline);
  g_autoptr (GstElement) out = NULL;

  self->pipeline = gst_parse_launch (description, error);
  if (self->pipeline == NULL)
    return FALSE;
  self->source = GST_APP_SRC (gst_bin_get_by_name (GST_BIN (self->pipeline), "in"));
  out = gst_bin_get_by_name (GST_BIN (self->pipeline), "out");
  g_object_set (out, "location", self->part, NULL);
  self->bus = gst_element_get_bus (self->pipeline);
  set_up_source (self);
  add_chapters (self, options);
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
  return TRUE;
}

static gboolean
can_encode (const Format  *format,
            GError       **error)
{
  if (format->encoder == NULL)
    return TRUE;
  if (!gst_init_check (NULL, NULL, error))
    return FALSE;
  if (has_element (format->encoder) && has_element ("appsrc") && has_element ("audioconvert"))
    return TRUE;
  g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_ENCODER,
               _("Files ending in %s can't be written because GStreamer's “%s” is missing. "
                 "Install the package “%s”."),
               format->ending, format->encoder, format->package);
  return FALSE;
}

MaqAudioWriter *
maq_audio_writer_new_with (const char             *path,
                           int                     rate_hz,
                           const MaqAudioOptions  *options,
                           GError                **error)
{
  const Format *format = options->ending != NULL ? find_format (options->ending, TRUE)
                                                 : find_format (path, FALSE);
  g_autoptr (MaqAudioWriter) self = NULL;

  if (format == NULL)
    {
      g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_FORMAT,
                   _("The name has no ending that can be written. Let it end in .flac, .wav or "
                     ".opus."));
      return NULL;
    }
  if (!can_encode (format, error))
    return NULL;
  self = g_new0 (MaqAudioWriter, 1);
  self->path = g_strdup (path);
  self->rate_hz = rate_hz;
  if (!make_part (self, error))
    return NULL;
  if (format->encoder == NULL)
    {
      self->wav = maq_wav_file_new (self->part, rate_hz, options, error);
      return self->wav != NULL ? g_steal_pointer (&self) : NULL;
    }
  if (!make_pipeline (self, format, options, error))
    return NULL;
  return g_steal_pointer (&self);
}

MaqAudioWriter *
maq_audio_writer_new (const char  *path,
                      int          rate_hz,
                      GError     **error)
{
  return maq_audio_writer_new_with (path, rate_hz, &(MaqAudioOptions) { 0 }, error);
}

static void
close_pipeline (MaqAudioWriter *self)
{
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_pointer (&self->bus, gst_object_unref);
  g_clear_pointer (&self->source, gst_object_unref);
  g_clear_pointer (&self->pipeline, gst_object_unref);
}

void
maq_audio_writer_free (MaqAudioWriter *self)
{
  if (self == NULL)
    return;
  close_pipeline (self);
  maq_wav_file_free (self->wav);
  if (self->part != NULL)
    g_unlink (self->part);
  g_free (self->part);
  g_free (self->path);
  g_free (self);
}

/* Waits for news of some kind; an error becomes a sentence. */
static gboolean
listen (MaqAudioWriter  *self,
        GstMessageType   kind,
        GstClockTime     timeout,
        gboolean        *came,
        GError         **error)
{
  GstMessage *message = gst_bus_timed_pop_filtered (self->bus, timeout, kind | GST_MESSAGE_ERROR);
  g_autoptr (GError) reason = NULL;

  *came = message != NULL;
  if (message == NULL)
    return TRUE;
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    gst_message_parse_error (message, &reason, NULL);
  gst_message_unref (message);
  if (reason == NULL)
    return TRUE;
  if (g_error_matches (reason, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NO_SPACE_LEFT))
    g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE,
                 _("The file can't be written because the disk is full. Make room or choose "
                   "another folder."));
  else
    g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE,
                 _("The file can't be written: %s"), reason->message);
  return FALSE;
}

static gboolean
feed_pipeline (MaqAudioWriter  *self,
               const float     *interleaved,
               guint            n_frames,
               GError         **error)
{
  gsize n_bytes = n_frames * 2 * sizeof *interleaved;
  guint64 rate = (guint64) self->rate_hz;
  gboolean came = TRUE;
  GstBuffer *buffer;

  buffer = gst_buffer_new_memdup (interleaved, n_bytes);
  GST_BUFFER_PTS (buffer) = gst_util_uint64_scale (self->n_frames, GST_SECOND, rate);
  self->n_frames += n_frames;
  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (self->n_frames, GST_SECOND, rate)
                                 - GST_BUFFER_PTS (buffer);
  gst_app_src_push_buffer (self->source, buffer);
  if (!listen (self, GST_MESSAGE_ERROR, 0, &came, error))
    return FALSE;
  while (gst_app_src_get_current_level_bytes (self->source) > MAX_WAITING_BYTES)
    if (!listen (self, GST_MESSAGE_ERROR, 2 * GST_MSECOND, &came, error))
      return FALSE;
  return TRUE;
}

gboolean
maq_audio_writer_write (MaqAudioWriter  *self,
                        const float     *interleaved,
                        guint            n_frames,
                        GError         **error)
{
  if (n_frames == 0)
    return TRUE;
  if (self->wav != NULL)
    return maq_wav_file_write (self->wav, interleaved, n_frames, error);
  return feed_pipeline (self, interleaved, n_frames, error);
}

static gboolean
finish_pipeline (MaqAudioWriter  *self,
                 GError         **error)
{
  gboolean came = FALSE;

  gst_app_src_end_of_stream (self->source);
  if (!listen (self, GST_MESSAGE_EOS, GST_CLOCK_TIME_NONE, &came, error))
    return FALSE;
  close_pipeline (self);
  return TRUE;
}

gboolean
maq_audio_writer_finish (MaqAudioWriter  *self,
                         GError         **error)
{
  if (self->wav != NULL ? !maq_wav_file_finish (self->wav, error)
                        : !finish_pipeline (self, error))
    return FALSE;
  if (g_rename (self->part, self->path) != 0)
    {
      g_set_error (error, MAQ_PLAYER_ERROR, MAQ_PLAYER_ERROR_WRITE,
                   _("The file can't be written: %s. Choose another name."), g_strerror (errno));
      return FALSE;
    }
  g_clear_pointer (&self->part, g_free);
  return TRUE;
}
