/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-src.h"

#include <stdatomic.h>

#define BYTES_PER_FRAME (2 * sizeof (float))
#define BLOCK_SECONDS 0.01

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define FORMAT "F32LE"
#else
#define FORMAT "F32BE"
#endif

struct _MaqSrc
{
  GstBaseSrc     parent_instance;

  MaqEngine     *engine;
  int            rate_hz;
  guint64        n_frames;      /* since the element was started */
  _Atomic gint64 first_frame;
};

G_DEFINE_FINAL_TYPE (MaqSrc, maq_src, GST_TYPE_BASE_SRC)

static GstStaticPadTemplate src_template =
  GST_STATIC_PAD_TEMPLATE ("src", GST_PAD_SRC, GST_PAD_ALWAYS,
                           GST_STATIC_CAPS ("audio/x-raw, format = " FORMAT ", "
                                            "layout = interleaved, channels = 2, "
                                            "rate = [ 8000, 96000 ]"));

static GstCaps *
maq_src_get_caps (GstBaseSrc *src,
                  GstCaps    *filter)
{
  MaqSrc *self = MAQ_SRC (src);
  GstCaps *caps = gst_caps_new_simple ("audio/x-raw",
                                       "format", G_TYPE_STRING, FORMAT,
                                       "layout", G_TYPE_STRING, "interleaved",
                                       "channels", G_TYPE_INT, 2,
                                       "rate", G_TYPE_INT, self->rate_hz,
                                       NULL);
  GstCaps *both;

  if (filter == NULL)
    return caps;
  both = gst_caps_intersect_full (filter, caps, GST_CAPS_INTERSECT_FIRST);
  gst_caps_unref (caps);
  return both;
}

static gboolean
maq_src_start (GstBaseSrc *src)
{
  MaqSrc *self = MAQ_SRC (src);

  self->n_frames = 0;
  atomic_store (&self->first_frame, maq_engine_get_frame (self->engine));
  return TRUE;
}

static gboolean
maq_src_is_seekable (GstBaseSrc *src)
{
  return FALSE;
}

static GstFlowReturn
maq_src_fill (GstBaseSrc *src,
              guint64     offset,
              guint       size,
              GstBuffer  *buffer)
{
  MaqSrc *self = MAQ_SRC (src);
  guint n_frames = size / BYTES_PER_FRAME;
  guint64 rate = (guint64) self->rate_hz;
  guint64 end = self->n_frames + n_frames;
  GstMapInfo map;

  if (!gst_buffer_map (buffer, &map, GST_MAP_WRITE))
    return GST_FLOW_ERROR;
  maq_engine_run (self->engine, (float *) (void *) map.data, n_frames);
  gst_buffer_unmap (buffer, &map);
  gst_buffer_set_size (buffer, (gssize) (n_frames * BYTES_PER_FRAME));

  GST_BUFFER_OFFSET (buffer) = self->n_frames;
  GST_BUFFER_OFFSET_END (buffer) = end;
  GST_BUFFER_PTS (buffer) = gst_util_uint64_scale (self->n_frames, GST_SECOND, rate);
  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (end, GST_SECOND, rate)
                                 - GST_BUFFER_PTS (buffer);
  self->n_frames = end;
  return GST_FLOW_OK;
}

static void
maq_src_class_init (MaqSrcClass *klass)
{
  GstElementClass *element_class = GST_ELEMENT_CLASS (klass);
  GstBaseSrcClass *src_class = GST_BASE_SRC_CLASS (klass);

  src_class->get_caps = maq_src_get_caps;
  src_class->start = maq_src_start;
  src_class->is_seekable = maq_src_is_seekable;
  src_class->fill = maq_src_fill;

  gst_element_class_add_static_pad_template (element_class, &src_template);
  gst_element_class_set_static_metadata (element_class, "Maquette engine", "Source/Audio",
                                         "Plays an arrangement", "The Maquette authors");
}

static void
maq_src_init (MaqSrc *self)
{
  gst_base_src_set_format (GST_BASE_SRC (self), GST_FORMAT_TIME);
}

GstElement *
maq_src_new (MaqEngine *engine,
             int        rate_hz)
{
  MaqSrc *self = g_object_new (MAQ_TYPE_SRC, NULL);

  self->engine = engine;
  self->rate_hz = rate_hz;
  gst_base_src_set_blocksize (GST_BASE_SRC (self),
                              (guint) (rate_hz * BLOCK_SECONDS) * BYTES_PER_FRAME);
  return GST_ELEMENT (self);
}

MaqFrame
maq_src_get_first_frame (MaqSrc *self)
{
  return atomic_load (&self->first_frame);
}
