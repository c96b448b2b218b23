/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-notation.h"
#include "maq-sung-words.h"
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

/**
 * MaqMusicXmlMeasure:
 * @index: of the bar that it is
 * @n_times: how often it is played: also as the bars that are @distance later, and so on
 * @opens: a repeat begins with it
 * @closes: how often that is played, if it ends with it; 0 if it does not
 * @ending: 1 or 2 within an ending; 0 outside
 * @ending_opens: the ending begins with it
 * @ending_closes: the ending ends with it
 *
 * What is written once.
 */
typedef struct
{
  guint    index;
  guint    n_times;
  guint    distance;
  gboolean opens;
  guint    closes;
  guint    ending;
  gboolean ending_opens;
  gboolean ending_closes;
} MaqMusicXmlMeasure;

/* maq_musicxml_list_measures: (transfer full) (element-type MaqMusicXmlMeasure): the bars of all
 * parts, those once that are alike in each */
GArray     *maq_musicxml_list_measures    (const MaqMusicXmlPart  *parts,
                                           guint                   n_parts);
/* maq_musicxml_find_way_out: (transfer none) (nullable): what players must know of where a section
 * is left, if that is in the bar; (out) @offset_ticks: from its start */
const char *maq_musicxml_find_way_out     (MaqForm                *form,
                                           const MaqNotationBar   *bar,
                                           MaqTick                *offset_ticks);
/* maq_musicxml_write_part: @measures: of all parts */
void        maq_musicxml_write_part       (const MaqMusicXmlPart  *part,
                                           GArray                 *measures);
/* maq_musicxml_write_marks: what stands above the staff at the start of a measure */
void        maq_musicxml_write_marks      (const MaqMusicXmlPart    *part,
                                           const MaqMusicXmlMeasure *measure);
/* maq_musicxml_write_left: the bar line before a measure, if it is no plain one */
void        maq_musicxml_write_left       (MaqXmlOut                *out,
                                           const MaqMusicXmlMeasure *measure);
/* maq_musicxml_write_right: the bar line after it; (nullable) @style: where nothing is repeated */
void        maq_musicxml_write_right      (MaqXmlOut                *out,
                                           const MaqMusicXmlMeasure *measure,
                                           const char               *style);
/* maq_musicxml_write_verse: what is sung on a note at one time of several, from 1 */
void        maq_musicxml_write_verse      (MaqXmlOut                *out,
                                           const MaqSungText        *sung,
                                           guint                     number);
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
