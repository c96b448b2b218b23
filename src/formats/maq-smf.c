/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-smf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (maq-smf-error-quark, maq_smf_error)

struct _MaqSmf
{
  GBytes    *bytes;   /* the events point into it */
  int        format;
  int        division;
  GPtrArray *tracks;  /* of GArray of MaqSmfEvent */
};

/* a place in the bytes that never goes beyond their end */
typedef struct
{
  const guint8 *data;
  gsize         position;
  gsize         end;
} Cursor;

static gsize
left (const Cursor *self)
{
  return self->end - self->position;
}

static gboolean
read_byte (Cursor *self,
           guint8 *byte)
{
  if (left (self) == 0)
    return FALSE;

  *byte = self->data[self->position++];
  return TRUE;
}

/* @n_bytes must be left */
static guint32
take_number (Cursor *self,
             guint   n_bytes)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | self->data[self->position++];

  return number;
}

/* seven bits to a byte, at most four bytes */
static gboolean
read_length (Cursor  *self,
             guint32 *number)
{
  *number = 0;
  for (guint i = 0; i < 4; i++)
    {
      guint8 byte;

      if (!read_byte (self, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_block (Cursor      *self,
            MaqSmfEvent *event)
{
  if (!read_length (self, &event->n_bytes) || left (self) < event->n_bytes)
    return FALSE;

  event->bytes = self->data + self->position;
  self->position += event->n_bytes;
  return TRUE;
}

static guint
n_data_bytes (guint8 status)
{
  return status == MAQ_SMF_PROGRAM || status == MAQ_SMF_CHANNEL_PRESSURE ? 1 : 2;
}

/* @running: the status that events without one of their own have, 0 for none */
static gboolean
read_event (Cursor      *self,
            guint8      *running,
            MaqSmfEvent *event)
{
  guint8 byte;

  if (!read_byte (self, &byte))
    return FALSE;

  if (byte == MAQ_SMF_META)
    {
      event->status = byte;
      return read_byte (self, &event->data[0]) && read_block (self, event);
    }
  if (byte == MAQ_SMF_SYSEX || byte == MAQ_SMF_ESCAPE)
    {
      event->status = byte;
      *running = 0;
      return read_block (self, event);
    }
  if (byte > MAQ_SMF_SYSEX || (byte < 0x80 && *running == 0))
    return FALSE;

  if (byte >= 0x80)
    *running = byte;
  else
    self->position--;

  event->status = *running & 0xf0;
  event->channel = *running & 0x0f;
  for (guint i = 0; i < n_data_bytes (event->status); i++)
    if (!read_byte (self, &event->data[i]) || event->data[i] > 0x7f)
      return FALSE;

  return TRUE;
}

static gboolean
is_end (const MaqSmfEvent *event)
{
  return event->status == MAQ_SMF_META && event->data[0] == MAQ_SMF_META_END_OF_TRACK;
}

/* What can't be read ends the track; what came before it stands. */
static GArray *
read_track (Cursor *self,
            guint  *n_left)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (MaqSmfEvent));
  guint8 running = 0;
  gint64 ticks = 0;

  while (*n_left > 0)
    {
      MaqSmfEvent event = { 0 };
      guint32 delta;

      if (!read_length (self, &delta) || !read_event (self, &running, &event))
        break;

      ticks += delta;
      event.ticks = ticks;
      g_array_append_val (events, event);
      (*n_left)--;
      if (is_end (&event))
        break;
    }

  return events;
}

static gboolean
read_header (Cursor  *self,
             MaqSmf  *smf,
             GError **error)
{
  guint32 length, format, division;

  if (left (self) < 14 || memcmp (self->data, "MThd", 4) != 0)
    {
      g_set_error (error, MAQ_SMF_ERROR, MAQ_SMF_ERROR_BAD_DATA,
                   _("This is not a MIDI file: it does not begin with “MThd”"));
      return FALSE;
    }

  self->position = 4;
  length = take_number (self, 4);
  format = take_number (self, 2);
  take_number (self, 2); /* how many tracks: those that are there count */
  division = take_number (self, 2);

  if (length < 6 || length - 6 > left (self) || format > 2 || division == 0)
    {
      g_set_error (error, MAQ_SMF_ERROR, MAQ_SMF_ERROR_BAD_DATA,
                   _("The header of this MIDI file makes no sense"));
      return FALSE;
    }

  self->position += length - 6;
  smf->format = format;
  smf->division = (gint16) division;
  return TRUE;
}

static gboolean
read_chunk (Cursor *self,
            MaqSmf *smf,
            guint  *n_left)
{
  const guint8 *kind = self->data + self->position;
  guint32 length;
  Cursor body;

  if (left (self) < 8)
    return FALSE;

  self->position += 4;
  length = take_number (self, 4);
  length = MIN (length, left (self));
  body = (Cursor) { self->data, self->position, self->position + length };
  self->position += length;

  if (memcmp (kind, "MTrk", 4) == 0)
    g_ptr_array_add (smf->tracks, read_track (&body, n_left));

  return TRUE;
}

MaqSmf *
maq_smf_read (GBytes  *bytes,
              GError **error)
{
  g_autoptr(MaqSmf) self = g_atomic_rc_box_new0 (MaqSmf);
  Cursor cursor = { 0 };
  guint n_left = MAQ_SMF_MAX_EVENTS;

  self->bytes = g_bytes_ref (bytes);
  self->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  cursor.data = g_bytes_get_data (bytes, &cursor.end);

  if (!read_header (&cursor, self, error))
    return NULL;

  while (n_left > 0 && read_chunk (&cursor, self, &n_left))
    continue;

  if (n_left == 0 || self->tracks->len == 0)
    {
      g_set_error (error, MAQ_SMF_ERROR, MAQ_SMF_ERROR_BAD_DATA,
                   n_left == 0 ? _("This MIDI file has more events than Maquette reads")
                               : _("This MIDI file has no tracks"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

MaqSmf *
maq_smf_ref (MaqSmf *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqSmf *self)
{
  g_ptr_array_unref (self->tracks);
  g_bytes_unref (self->bytes);
}

void
maq_smf_unref (MaqSmf *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

int
maq_smf_get_format (MaqSmf *self)
{
  return self->format;
}

int
maq_smf_get_division (MaqSmf *self)
{
  return self->division;
}

guint
maq_smf_get_n_tracks (MaqSmf *self)
{
  return self->tracks->len;
}

const MaqSmfEvent *
maq_smf_get_events (MaqSmf *self,
                    guint   track,
                    guint  *n_events)
{
  GArray *events;

  g_return_val_if_fail (track < self->tracks->len, NULL);

  events = g_ptr_array_index (self->tracks, track);
  *n_events = events->len;
  return (const MaqSmfEvent *) (gpointer) events->data;
}
