/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Standard MIDI Files 1.0 (MIDI Manufacturers Association, RP-001): bytes to
 * structs of their own and back. Nothing here knows what a song is.
 */

#define MAQ_SMF_ERROR (maq_smf_error_quark ())

/** MaqSmfError: @MAQ_SMF_ERROR_BAD_DATA: the bytes are no MIDI file that can be read */
typedef enum
{
  MAQ_SMF_ERROR_BAD_DATA,
} MaqSmfError;

GQuark maq_smf_error_quark (void);

/** MAQ_SMF_MAX_EVENTS: a file with more events is refused */
#define MAQ_SMF_MAX_EVENTS 4000000

/** MaqSmfStatus: the first byte of an event, its channel taken off */
typedef enum
{
  MAQ_SMF_NOTE_OFF = 0x80,
  MAQ_SMF_NOTE_ON = 0x90,
  MAQ_SMF_KEY_PRESSURE = 0xa0,
  MAQ_SMF_CONTROL = 0xb0,
  MAQ_SMF_PROGRAM = 0xc0,
  MAQ_SMF_CHANNEL_PRESSURE = 0xd0,
  MAQ_SMF_PITCH_BEND = 0xe0,
  MAQ_SMF_SYSEX = 0xf0,
  MAQ_SMF_ESCAPE = 0xf7,
  MAQ_SMF_META = 0xff,
} MaqSmfStatus;

/** MaqSmfMeta: what a meta event says */
typedef enum
{
  MAQ_SMF_META_TEXT = 0x01,
  MAQ_SMF_META_COPYRIGHT = 0x02,
  MAQ_SMF_META_TRACK_NAME = 0x03,
  MAQ_SMF_META_LYRIC = 0x05,
  MAQ_SMF_META_MARKER = 0x06,
  MAQ_SMF_META_END_OF_TRACK = 0x2f,
  MAQ_SMF_META_TEMPO = 0x51,
  MAQ_SMF_META_METER = 0x58,
  MAQ_SMF_META_KEY = 0x59,
} MaqSmfMeta;

/**
 * MaqSmfEvent:
 * @ticks: from the start of the track, in the file's own division
 * @status: a #MaqSmfStatus
 * @channel: 0 to 15, where the event has one
 * @data: its one or two data bytes; of a meta event the #MaqSmfMeta in @data[0]
 * @bytes: (nullable): what a meta or system exclusive event carries
 * @n_bytes: how much of it
 */
typedef struct
{
  gint64        ticks;
  guint8        status;
  guint8        channel;
  guint8        data[2];
  const guint8 *bytes;
  guint32       n_bytes;
} MaqSmfEvent;

/** MaqSmf: a MIDI file that was read, immutable */
typedef struct _MaqSmf MaqSmf;

/**
 * maq_smf_read:
 * @error: %MAQ_SMF_ERROR_BAD_DATA with the offset of what can't be read
 *
 * Reads a file of format 0, 1 or 2. A track that ends before its time, or
 * that claims more bytes than there are, is read as far as it goes; chunks of
 * other kinds are passed over.
 *
 * Returns: (transfer full): the file, or %NULL
 */
MaqSmf            *maq_smf_read         (GBytes       *bytes,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
MaqSmf            *maq_smf_ref          (MaqSmf       *self);
void               maq_smf_unref        (MaqSmf       *self);

/** maq_smf_get_format: 0, 1 or 2 */
int                maq_smf_get_format   (MaqSmf       *self);
/** maq_smf_get_division: ticks in a quarter note; below 0 for SMPTE time, as the file has it */
int                maq_smf_get_division (MaqSmf       *self);
guint              maq_smf_get_n_tracks (MaqSmf       *self);
/** maq_smf_get_events: (transfer none) (array length=n_events): in the order of time */
const MaqSmfEvent *maq_smf_get_events   (MaqSmf       *self,
                                         guint         track,
                                         guint        *n_events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSmf, maq_smf_unref)

G_END_DECLS
