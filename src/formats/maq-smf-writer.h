/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-smf.h"

G_BEGIN_DECLS

/**
 * MaqSmfWriter:
 *
 * Collects the events of a MIDI file of format 1 in any order. It does not
 * outlive the function that makes it.
 */
typedef struct _MaqSmfWriter MaqSmfWriter;

/** maq_smf_writer_new: @division: ticks in a quarter note, 1 to 32,767 */
MaqSmfWriter *maq_smf_writer_new       (int            division) G_GNUC_WARN_UNUSED_RESULT;
void          maq_smf_writer_free      (MaqSmfWriter  *self);

/** maq_smf_writer_add_track: returns the number of the new track; the first carries tempo and meter */
guint         maq_smf_writer_add_track (MaqSmfWriter  *self,
                                        const char    *name);
/** maq_smf_writer_add_note: @length_ticks above 0, @channel 0 to 15, @velocity 1 to 127 */
void          maq_smf_writer_add_note  (MaqSmfWriter  *self,
                                        guint          track,
                                        gint64         ticks,
                                        gint64         length_ticks,
                                        guint          channel,
                                        guint          key,
                                        guint          velocity);
void          maq_smf_writer_add_control (MaqSmfWriter *self,
                                        guint          track,
                                        gint64         ticks,
                                        guint          channel,
                                        guint          controller,
                                        guint          value);
void          maq_smf_writer_add_program (MaqSmfWriter *self,
                                        guint          track,
                                        gint64         ticks,
                                        guint          channel,
                                        guint          program);
/** maq_smf_writer_add_tempo: quarter notes per minute, kept to a microsecond a quarter */
void          maq_smf_writer_add_tempo (MaqSmfWriter  *self,
                                        gint64         ticks,
                                        double         tempo_qpm);
/** maq_smf_writer_add_meter: @unit is a power of two */
void          maq_smf_writer_add_meter (MaqSmfWriter  *self,
                                        gint64         ticks,
                                        guint          beats,
                                        guint          unit);
/**
 * maq_smf_writer_add_key: @sharps -7 (seven flats) to 7; @is_minor whether it is that of a
 * minor key
 */
void          maq_smf_writer_add_key   (MaqSmfWriter  *self,
                                        gint64         ticks,
                                        int            sharps,
                                        gboolean       is_minor);
/** maq_smf_writer_add_sysex: @data goes from the byte after 0xf0 to 0xf7 */
void          maq_smf_writer_add_sysex (MaqSmfWriter  *self,
                                        guint          track,
                                        gint64         ticks,
                                        const guint8  *data,
                                        gsize          n_bytes);
/** maq_smf_writer_add_text: a marker, lyric or other text in UTF-8 */
void          maq_smf_writer_add_text  (MaqSmfWriter  *self,
                                        guint          track,
                                        gint64         ticks,
                                        MaqSmfMeta     meta,
                                        const char    *text);

/**
 * maq_smf_writer_finish:
 * @end_ticks: where all tracks end, if their events don't go on for longer
 *
 * At one tick a track says what it is, then notes end, then others begin.
 *
 * Returns: (transfer full): the file
 */
GBytes       *maq_smf_writer_finish    (MaqSmfWriter  *self,
                                        gint64         end_ticks) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSmfWriter, maq_smf_writer_free)

G_END_DECLS
