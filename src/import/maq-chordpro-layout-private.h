/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chordpro-grid-private.h"
#include "maq-draft-private.h"

G_BEGIN_DECLS

/**
 * ChordproItemKind: what stands in a section
 * @CHORDPRO_LINE: words, perhaps with chords
 * @CHORDPRO_CHORDS: chords one after the other, without words or bar lines
 * @CHORDPRO_BARS: bars
 * @CHORDPRO_REMARK: something said at this place
 * @CHORDPRO_METER: the meter from here on
 */
typedef enum
{
  CHORDPRO_LINE,
  CHORDPRO_CHORDS,
  CHORDPRO_BARS,
  CHORDPRO_REMARK,
  CHORDPRO_METER,
} ChordproItemKind;

/**
 * ChordproItem:
 * @text: (nullable): words or the remark
 * @n_syllables: of the words
 * @n_bars: how long a line of words lasts, once it is known
 * @cells: (nullable): (element-type ChordproCell): of a line
 * @bars: (nullable): (element-type GArray): for each bar its cells
 */
typedef struct
{
  ChordproItemKind  kind;
  MaqRemarkKind     remark_kind;
  char             *text;
  guint             n_syllables;
  int               n_bars;
  GArray           *cells;
  GPtrArray        *bars;
  MaqMeter          meter;
} ChordproItem;

/**
 * ChordproSection:
 * @is_paragraph: nothing but blank lines around it make it a section
 * @is_recall: the chart asks for an earlier section again
 * @recalled: (nullable): the section that it asks for
 * @shift: semitones from the written chords to the sounding ones at its start
 * @key: as written, unset if the chart does not say
 * @beats_per_minute: as written, 0 if the chart does not say
 * @draft: where its bars go
 */
typedef struct _ChordproSection ChordproSection;
struct _ChordproSection
{
  char            *name;
  char            *mood;
  MaqSectionKind   kind;
  guint            line;
  int              n_times;
  gboolean         is_paragraph;
  gboolean         is_recall;
  ChordproSection *recalled;
  int              shift;
  MaqKey           key;
  double           beats_per_minute;
  MaqMeter         meter;
  GPtrArray       *items;
  MaqDraftSection *draft;
};

ChordproSection *chordpro_section_new        (const char       *name,
                                              MaqSectionKind    kind,
                                              guint             line) G_GNUC_WARN_UNUSED_RESULT;
void             chordpro_section_free       (ChordproSection  *self);
ChordproItem    *chordpro_section_add_item   (ChordproSection  *self,
                                              ChordproItemKind  kind);
/** chordpro_section_has_music: whether there is anything but remarks */
gboolean         chordpro_section_has_music  (ChordproSection  *self);
gboolean         chordpro_section_has_words  (ChordproSection  *self);
gboolean         chordpro_section_has_chords (ChordproSection  *self);

/**
 * chordpro_layout_sections:
 * @sections: (element-type ChordproSection): of one song
 * @meter: of the song
 * @tempo_qpm: how fast the song is sung
 *
 * Gives every section of a lyric chart its bars and adds it to @draft. A chart
 * with words says which chords, not how long; this is the rule:
 *
 * - Grids and bar lines are taken at their word, whatever the others say.
 * - A line of words lasts 2 bars if the lines of the song mostly have one or two
 *   chords, 4 bars if they have three to eight, 8 bars if they have more; twice
 *   that if nobody could sing it so fast (over 5 syllables a second).
 * - A line with many more words and chords than usual lasts twice as long, one
 *   with less than half as many words half as long. A line with twice the usual
 *   chords has one to a bar where that makes the section a multiple of 4 bars.
 * - The chords of a line fall on bars, in the place that their syllables have in
 *   the line. If it has more chords than bars, every bar begins with one, and
 *   those that are too many share a bar with one of their neighbours, so that
 *   all stay close to their syllables: half a bar each, or 2 beats and 1 and 1.
 * - Chords without words or bar lines last as long as those of the lines with
 *   words, one bar if there are none; an odd count holds the last one longer.
 * - Words without any chords in their section are sung to the chords of the
 *   first section of the same kind.
 */
void             chordpro_layout_sections    (GPtrArray        *sections,
                                              MaqMeter          meter,
                                              double            tempo_qpm,
                                              MaqDraft         *draft,
                                              MaqImportReport  *report);

/**
 * chordpro_place_chords:
 * @cells: (element-type ChordproCell): of a line, up to 64
 * @n_bars: how long the line is, up to 64; with no more than two chords to a bar
 *
 * Puts the chords of a line into bars that @draft has, by the rule above
 * (maq-chordpro-placement.c).
 */
void             chordpro_place_chords       (MaqDraftSection  *draft,
                                              const GArray     *cells,
                                              int               first_bar,
                                              int               n_bars,
                                              MaqMeter          meter);

G_END_DECLS
