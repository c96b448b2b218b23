/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chordpro-layout-private.h"
#include "maq-chordpro-line-private.h"
#include "maq-import-heading-private.h"
#include "maq-limits.h"

G_BEGIN_DECLS

/**
 * ChordproMemory: the chords of the first section of a kind, for `[^]`
 * @symbols: (element-type utf8)
 */
typedef struct
{
  ChordproSection *owner;
  GPtrArray       *symbols;
} ChordproMemory;

/**
 * ChordproTold: what the report of a song says once, however often it occurs
 * @CHORDPRO_TOLD_HEADINGS: lines of words were taken for headings
 * @CHORDPRO_TOLD_STROKES: strokes were counted as beats
 * @CHORDPRO_TOLD_SILENCE: the band falls silent where no chord is
 * @CHORDPRO_TOLD_TABLATURE: lines of tablature were left out
 */
typedef enum
{
  CHORDPRO_TOLD_HEADINGS  = 1 << 0,
  CHORDPRO_TOLD_STROKES   = 1 << 1,
  CHORDPRO_TOLD_SILENCE   = 1 << 2,
  CHORDPRO_TOLD_TABLATURE = 1 << 3,
} ChordproTold;

/*
 * The state between two lines of a chart.
 * @line: the one that is read, from 1
 * @has_title: a directive says what the song is called
 * @has_brackets: the song has chords in brackets; one that has none may have
 *   them on lines of their own above the words
 * @skips_line: the line is read already, with the one above
 * @drafts: (element-type MaqDraft): songs that are done
 * @sections: (element-type ChordproSection): of the song that is read
 * @pending: (element-type MaqDraftRemark): remarks that wait for their section
 * @section: (nullable): where lines go
 * @in_environment: it ends with `{end_of_…}`
 * @is_labelled: the environment has a name of its own
 * @after_blank: a blank line came after the last one of the section
 * @ignored: (nullable): the environment that is passed over: "tab"
 * @ignored_text: (nullable): what stands in it, if it is to be kept
 * @shifts: (element-type int): what the open `{transpose}`s add up to
 * @lines: (array zero-terminated=1): of the chart
 * @first_beats_per_minute: the song's tempo as written, 0 if the chart does not say
 * @n_repeated: lines that were written out because they are played again
 * @told: what the report says already
 * @key, @beats_per_minute, @meter: as written, from here on
 */
typedef struct
{
  MaqImportReport *report;
  const char      *title;
  char           **lines;
  guint            line;
  gboolean         marks_verses;
  gboolean         marks_choruses;
  gboolean         has_title;
  gboolean         has_brackets;
  gboolean         skips_line;
  gboolean         has_directives;
  GPtrArray       *drafts;

  MaqDraft        *draft;
  GPtrArray       *sections;
  GPtrArray       *pending;
  ChordproSection *section;
  gboolean         in_environment;
  gboolean         is_labelled;
  gboolean         after_blank;
  char            *ignored;
  GString         *ignored_text;
  ChordproGrid    *grid;
  char            *subtitle;
  GArray          *shifts;
  MaqKey           key;
  double           first_beats_per_minute;
  double           beats_per_minute;
  MaqMeter         meter;
  guint            n_repeated;
  ChordproTold     told;
  ChordproMemory   memories[MAQ_N_SECTION_KINDS];
  guint            n_recalled;
  char             last_symbol[MAQ_LIMIT_CHORD_BYTES + 1];  /* that was a chord */
} ChordproReader;

/* maq-chordpro-reader.c: sections and what goes into them */

void             chordpro_reader_begin_song    (ChordproReader *self);
void             chordpro_reader_end_song      (ChordproReader *self);
/** chordpro_reader_look_ahead: sees how the song that begins after the current line is marked */
void             chordpro_reader_look_ahead    (ChordproReader *self);
/** chordpro_reader_begin_section: (transfer none): it is open from now on */
ChordproSection *chordpro_reader_begin_section (ChordproReader *self,
                                                const char     *name,
                                                MaqSectionKind  kind);
void             chordpro_reader_begin_heading (ChordproReader *self,
                                                ImportHeading  *heading);
/** chordpro_reader_name_section: gives the open section the name of a heading */
void             chordpro_reader_name_section  (ChordproReader *self,
                                                ImportHeading  *heading);
/** chordpro_reader_need_section: (transfer none): the open one, or a new paragraph */
ChordproSection *chordpro_reader_need_section  (ChordproReader *self);
void             chordpro_reader_end_section   (ChordproReader *self);
void             chordpro_reader_add_remark    (ChordproReader *self,
                                                MaqRemarkKind   kind,
                                                const char     *text);
/** chordpro_reader_add_remark_behind: puts it on the section that was read last */
void             chordpro_reader_add_remark_behind (ChordproReader *self,
                                                MaqRemarkKind   kind,
                                                const char     *text);
/** chordpro_reader_tells: whether the report of the song does not say it yet */
gboolean         chordpro_reader_tells         (ChordproReader *self,
                                                ChordproTold    told);
int              chordpro_reader_get_shift     (ChordproReader *self);
/** chordpro_reader_chord: a #ChordproChordFunc: the sounding chord; what is none becomes a remark */
MaqChord        *chordpro_reader_chord         (gpointer        user_data,
                                                guint           line,
                                                const char     *symbol,
                                                MaqChordMark   *mark);
/** chordpro_reader_end_grid: puts the bars of the grid into the open section */
void             chordpro_reader_end_grid      (ChordproReader *self);

/* maq-chordpro-metadata.c */

/** chordpro_reader_expand: (transfer full): a text in which "%{key}" is what the chart says */
char            *chordpro_reader_expand        (ChordproReader *self,
                                                const char     *value) G_GNUC_WARN_UNUSED_RESULT;

/* maq-chordpro-directives.c */

void             chordpro_reader_directive     (ChordproReader    *self,
                                                ChordproDirective *directive,
                                                const char        *line);
/** chordpro_reader_ends_ignored: whether a directive ends the environment that is passed over */
gboolean         chordpro_reader_ends_ignored  (ChordproReader    *self,
                                                ChordproDirective *directive);
/** chordpro_environment_of: (nullable): X of "start_of_X" or "soX", @is_end: "end_of_X" */
const char      *chordpro_environment_of       (const char        *name,
                                                gboolean          *is_end);

/* maq-chordpro-body.c: lines that are no directives */

void             chordpro_reader_body_line     (ChordproReader    *self,
                                                const char        *line);
/** chordpro_is_chord_row: whether a line is nothing but chords without brackets */
gboolean         chordpro_is_chord_row         (const char        *line);
/** chordpro_bracket_row: the chords of such a line in brackets, within the words below it */
char            *chordpro_bracket_row          (const char        *row,
                                                const char        *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
