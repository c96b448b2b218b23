/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-notation.h"
#include "maq-xml-out.h"

G_BEGIN_DECLS

/** MaqMusicXmlClef: how a part is written */
typedef enum
{
  MAQ_MUSICXML_CLEF_TREBLE,
  MAQ_MUSICXML_CLEF_TREBLE_8, /* sounds an octave lower: guitars, tenors */
  MAQ_MUSICXML_CLEF_BASS,
  MAQ_MUSICXML_CLEF_BASS_8,   /* sounds an octave lower: bass */
  MAQ_MUSICXML_CLEF_DRUMS,
} MaqMusicXmlClef;

/**
 * MaqMusicXmlPart:
 * @number: 1 for the first
 * @is_lead: whether it is the lead sheet: chords, marks, lyrics, slashes
 *
 * A part that is being written.
 */
typedef struct
{
  MaqXmlOut       *out;
  MaqHandoff      *handoff;
  MaqNotation     *notation;
  guint            number;
  MaqMusicXmlClef  clef;
  gboolean         is_lead;
} MaqMusicXmlPart;

/* maq_musicxml_write_part: its measures */
void        maq_musicxml_write_part       (const MaqMusicXmlPart  *part);
/* maq_musicxml_write_marks: what stands above the staff at the start of a bar */
void        maq_musicxml_write_marks      (const MaqMusicXmlPart  *part,
                                           const MaqNotationBar   *bar);
/* maq_musicxml_write_chord: @offset_ticks: from where the next note begins */
void        maq_musicxml_write_chord      (MaqXmlOut              *out,
                                           const MaqChordSpan     *span,
                                           MaqTick                 offset_ticks);
/* maq_musicxml_drum_id: (transfer full): of the sound of a drum in a part */
char       *maq_musicxml_dup_drum_id      (guint                   part,
                                           guint8                  key);
/* maq_musicxml_get_value_name: (transfer none): "quarter" for 4 */
const char *maq_musicxml_get_value_name   (int                     value);

G_END_DECLS
