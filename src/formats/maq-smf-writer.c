/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-smf-writer.h"

#include <string.h>

/* the order of events at one tick */
typedef enum
{
  RANK_SAYS,  /* names, tempo, meter, program, controllers */
  RANK_ENDS,
  RANK_BEGINS,
} Rank;

typedef struct
{
  gint64  ticks;
  Rank    rank;
  guint   order;
  guint8  bytes[3];
  guint8  n_bytes;
  GBytes *text;       /* of a meta event, whose bytes are 0xff and its kind, or of a sysex */
} Event;

struct _MaqSmfWriter
{
  int        division;
  GPtrArray *tracks;   /* of GArray of Event */
};

static void
clear_event (gpointer event)
{
  g_clear_pointer (&((Event *) event)->text, g_bytes_unref);
}

MaqSmfWriter *
maq_smf_writer_new (int division)
{
  MaqSmfWriter *self;

  g_return_val_if_fail (division > 0 && division <= G_MAXINT16, NULL);

  self = g_new0 (MaqSmfWriter, 1);
  self->division = division;
  self->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

void
maq_smf_writer_free (MaqSmfWriter *self)
{
  g_ptr_array_unref (self->tracks);
  g_free (self);
}

static void
add_event (MaqSmfWriter *self,
           guint         track,
           Event         event)
{
  GArray *events;

  g_return_if_fail (track < self->tracks->len);

  events = g_ptr_array_index (self->tracks, track);
  event.ticks = MAX (event.ticks, 0);
  event.order = events->len;
  g_array_append_val (events, event);
}

static void
add_meta (MaqSmfWriter *self,
          guint         track,
          gint64        ticks,
          guint8        meta,
          const void   *data,
          gsize         n_bytes)
{
  add_event (self, track, (Event) {
    .ticks = ticks, .rank = RANK_SAYS, .bytes = { 0xff, meta }, .n_bytes = 2,
    .text = g_bytes_new (data, n_bytes) });
}

guint
maq_smf_writer_add_track (MaqSmfWriter *self,
                          const char   *name)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (Event));

  g_array_set_clear_func (events, clear_event);
  g_ptr_array_add (self->tracks, events);
  if (name != NULL)
    maq_smf_writer_add_text (self, self->tracks->len - 1, 0, MAQ_SMF_META_TRACK_NAME, name);

  return self->tracks->len - 1;
}

void
maq_smf_writer_add_note (MaqSmfWriter *self,
                         guint         track,
                         gint64        ticks,
                         gint64        length_ticks,
                         guint         channel,
                         guint         key,
                         guint         velocity)
{
  g_return_if_fail (length_ticks > 0 && channel < 16 && key < 128);
  g_return_if_fail (velocity > 0 && velocity < 128);

  add_event (self, track, (Event) {
    .ticks = ticks, .rank = RANK_BEGINS, .n_bytes = 3,
    .bytes = { MAQ_SMF_NOTE_ON | channel, key, velocity } });
  add_event (self, track, (Event) {
    .ticks = MAX (ticks, 0) + length_ticks, .rank = RANK_ENDS, .n_bytes = 3,
    .bytes = { MAQ_SMF_NOTE_OFF | channel, key, 64 } });
}

void
maq_smf_writer_add_control (MaqSmfWriter *self,
                            guint         track,
                            gint64        ticks,
                            guint         channel,
                            guint         controller,
                            guint         value)
{
  g_return_if_fail (channel < 16 && controller < 128 && value < 128);

  add_event (self, track, (Event) {
    .ticks = ticks, .rank = RANK_SAYS, .n_bytes = 3,
    .bytes = { MAQ_SMF_CONTROL | channel, controller, value } });
}

void
maq_smf_writer_add_program (MaqSmfWriter *self,
                            guint         track,
                            gint64        ticks,
                            guint         channel,
                            guint         program)
{
  g_return_if_fail (channel < 16 && program < 128);

  add_event (self, track, (Event) {
    .ticks = ticks, .rank = RANK_SAYS, .n_bytes = 2,
    .bytes = { MAQ_SMF_PROGRAM | channel, program } });
}

void
maq_smf_writer_add_tempo (MaqSmfWriter *self,
                          gint64        ticks,
                          double        tempo_qpm)
{
  guint32 us = CLAMP (60e6 / tempo_qpm + 0.5, 1, 0xffffff);
  const guint8 data[] = { us >> 16, us >> 8 & 0xff, us & 0xff };

  add_meta (self, 0, ticks, MAQ_SMF_META_TEMPO, data, sizeof data);
}

void
maq_smf_writer_add_meter (MaqSmfWriter *self,
                          gint64        ticks,
                          guint         beats,
                          guint         unit)
{
  const guint8 data[] = { beats, g_bit_nth_lsf (unit, -1), 24, 8 };

  g_return_if_fail (beats > 0 && beats < 256 && unit > 0);

  add_meta (self, 0, ticks, MAQ_SMF_META_METER, data, sizeof data);
}

void
maq_smf_writer_add_key (MaqSmfWriter *self,
                        gint64        ticks,
                        int           sharps,
                        gboolean      is_minor)
{
  const guint8 data[] = { (guint8) sharps, is_minor ? 1 : 0 };

  g_return_if_fail (sharps >= -7 && sharps <= 7);

  add_meta (self, 0, ticks, MAQ_SMF_META_KEY, data, sizeof data);
}

void
maq_smf_writer_add_sysex (MaqSmfWriter *self,
                          guint         track,
                          gint64        ticks,
                          const guint8 *data,
                          gsize         n_bytes)
{
  g_return_if_fail (n_bytes > 0 && data[n_bytes - 1] == 0xf7);

  add_event (self, track, (Event) {
    .ticks = ticks, .rank = RANK_SAYS, .bytes = { MAQ_SMF_SYSEX }, .n_bytes = 1,
    .text = g_bytes_new (data, n_bytes) });
}

void
maq_smf_writer_add_text (MaqSmfWriter *self,
                         guint         track,
                         gint64        ticks,
                         MaqSmfMeta    meta,
                         const char   *text)
{
  add_meta (self, track, ticks, meta, text, strlen (text));
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *one = a;
  const Event *other = b;

  if (one->ticks != other->ticks)
    return one->ticks < other->ticks ? -1 : 1;
  if (one->rank != other->rank)
    return (int) one->rank - (int) other->rank;
  return one->order < other->order ? -1 : 1;
}

static void
append_number (GByteArray *out,
               guint32     number,
               guint       n_bytes)
{
  for (guint i = n_bytes; i > 0; i--)
    {
      guint8 byte = number >> 8 * (i - 1) & 0xff;

      g_byte_array_append (out, &byte, 1);
    }
}

static void
append_length (GByteArray *out,
               guint32     number)
{
  for (int shift = 21; shift >= 0; shift -= 7)
    if (number >> shift != 0 || shift == 0)
      {
        guint8 byte = (number >> shift & 0x7f) | (shift > 0 ? 0x80 : 0);

        g_byte_array_append (out, &byte, 1);
      }
}

static void
append_event (GByteArray  *out,
              const Event *event)
{
  g_byte_array_append (out, event->bytes, event->n_bytes);
  if (event->text != NULL)
    {
      gsize n_bytes;
      const guint8 *data = g_bytes_get_data (event->text, &n_bytes);

      append_length (out, n_bytes);
      g_byte_array_append (out, data, n_bytes);
    }
}

static void
append_track (GByteArray *out,
              GArray     *events,
              gint64      end_ticks)
{
  g_autoptr(GByteArray) body = g_byte_array_new ();
  const guint8 end[] = { 0xff, MAQ_SMF_META_END_OF_TRACK, 0 };
  gint64 ticks = 0;

  g_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);

      append_length (body, event->ticks - ticks);
      append_event (body, event);
      ticks = event->ticks;
    }
  append_length (body, MAX (end_ticks - ticks, 0));
  g_byte_array_append (body, end, sizeof end);

  g_byte_array_append (out, (const guint8 *) "MTrk", 4);
  append_number (out, body->len, 4);
  g_byte_array_append (out, body->data, body->len);
}

GBytes *
maq_smf_writer_finish (MaqSmfWriter *self,
                       gint64        end_ticks)
{
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (out, (const guint8 *) "MThd", 4);
  append_number (out, 6, 4);
  append_number (out, 1, 2);
  append_number (out, self->tracks->len, 2);
  append_number (out, self->division, 2);

  for (guint i = 0; i < self->tracks->len; i++)
    append_track (out, g_ptr_array_index (self->tracks, i), end_ticks);

  return g_byte_array_free_to_bytes (out);
}
