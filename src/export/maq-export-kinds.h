/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chart-sheet.h"
#include "maq-export-sound.h"

G_BEGIN_DECLS

/* Every kind of document that a plan can be handed on as, in the order of a bundle. */

/** MaqExportGroup: where kinds stand together when somebody chooses */
typedef enum
{
  MAQ_EXPORT_GROUP_PAPER, /* pages */
  MAQ_EXPORT_GROUP_TEXT,  /* to read on a screen, or in a spreadsheet */
  MAQ_EXPORT_GROUP_MUSIC, /* for notation programs and DAWs */
  MAQ_EXPORT_GROUP_SOUND, /* to play along with, and for DAWs */
  MAQ_EXPORT_GROUP_ALL,   /* all that is no sound, in one file */
  MAQ_N_EXPORT_GROUPS
} MaqExportGroup;

/**
 * MaqExportTakes:
 * @MAQ_EXPORT_TAKES_CHORDS: how chords are written, and how much higher
 * @MAQ_EXPORT_TAKES_LYRICS: whether words stand under the bars
 * @MAQ_EXPORT_TAKES_PARTS: whether there is a part for each layer
 * @MAQ_EXPORT_TAKES_CLICK: whether there is a metronome
 * @MAQ_EXPORT_TAKES_GRIDS: whether there are bars of chords
 * @MAQ_EXPORT_TAKES_SOUND: how sound is written, and the count-in: all kinds of sound share these
 * @MAQ_EXPORT_TAKES_GUIDE: whether the click is in the mix
 * @MAQ_EXPORT_TAKES_GROUPS: whether layers of a group share a file
 * @MAQ_EXPORT_TAKES_COUNTS: whether each section is counted in
 * @MAQ_EXPORT_TAKES_CUES: whether cues are spoken, and whether they share a file with the click
 *
 * Which of the options a kind looks at; the paper is one of all kinds with pages.
 */
typedef enum
{
  MAQ_EXPORT_TAKES_CHORDS = 1 << 0,
  MAQ_EXPORT_TAKES_LYRICS = 1 << 1,
  MAQ_EXPORT_TAKES_PARTS  = 1 << 2,
  MAQ_EXPORT_TAKES_CLICK  = 1 << 3,
  MAQ_EXPORT_TAKES_GRIDS  = 1 << 4,
  MAQ_EXPORT_TAKES_SOUND  = 1 << 5,
  MAQ_EXPORT_TAKES_GUIDE  = 1 << 6,
  MAQ_EXPORT_TAKES_GROUPS = 1 << 7,
  MAQ_EXPORT_TAKES_COUNTS = 1 << 8,
  MAQ_EXPORT_TAKES_CUES   = 1 << 9,
} MaqExportTakes;

/**
 * MaqExportHolds:
 *
 * Which sound a document can have within it, if it is wished.
 */
typedef enum
{
  MAQ_EXPORT_HOLDS_GUIDE = 1 << 0,
  MAQ_EXPORT_HOLDS_CLICK = 1 << 1,
  MAQ_EXPORT_HOLDS_CUES  = 1 << 2,
  MAQ_EXPORT_HOLDS_STEMS = 1 << 3,
} MaqExportHolds;

/**
 * MaqExportSoundOptions:
 * @samples: how WAV and FLAC keep samples
 * @rate_hz: 44,100, 48,000 or 96,000; 0 for 48,000
 * @count_in_bars: bars that are counted before the music in all files
 * @has_report: whether loudness and peaks are written down beside
 * @guide_has_click: whether the click is in the mix, and the cues if there are any
 * @groups_stems: whether layers of a group share a file
 * @counts_sections: whether the bar before each section is counted, too
 * @speaks: whether cues say the names of the sections; asks for espeak-ng
 * @joins_click: whether click and cues share a file
 * @pattern: (nullable): of the names of files, %NULL for %MAQ_FILE_PATTERN_DEFAULT; stays with
 *   whoever sets it
 *
 * How sound is written.
 */
typedef struct
{
  MaqSampleFormat samples;
  int             rate_hz;
  guint           count_in_bars;
  gboolean        has_report;
  gboolean        guide_has_click;
  gboolean        groups_stems;
  gboolean        counts_sections;
  gboolean        speaks;
  gboolean        joins_click;
  const char     *pattern;
} MaqExportSoundOptions;

/**
 * MaqExportOptions:
 * @chart: paper of all pages, and how chords are written
 * @has_parts: whether MusicXML has a part for each layer, too
 * @has_click: whether there is a metronome in MIDI
 * @has_grids: whether ChordPro has bars of chords instead of chords over words
 * @sound: how sound is written
 * @inside: sound that is to be within the document, of which it takes what it can hold; a rate of
 *   0 is 48,000, with the usual tail. A web page has it as MP3, a DAWproject without a count-in
 *
 * What can be wished; each kind takes what is its own. All zero is a good choice.
 */
typedef struct
{
  MaqChartOptions chart;
  gboolean        has_parts;
  gboolean        has_click;
  gboolean        has_grids;
  MaqExportSoundOptions sound;
  MaqSoundWish    inside;
} MaqExportOptions;

/**
 * MaqExportSource:
 * @handoff: what is handed on
 * @performance: (nullable): what the band plays; there must be one for kinds that play
 * @font: (nullable): what it plays with, where there is sound; %NULL for the system's
 * @cancellable: (nullable): ends sound that is made for the inside of a document
 * @progress: (nullable) (scope call): told how far that is
 *
 * What documents are made from.
 */
typedef struct
{
  MaqHandoff     *handoff;
  MaqPerformance *performance;
  MaqSoundfont   *font;
  GCancellable   *cancellable;
  MaqAudioProgress progress;
  gpointer        user_data;
} MaqExportSource;

/**
 * MaqExportKind:
 * @id: names it on the command line and in settings: "input-list"
 * @title: what people call it
 * @help: what it is for, in a line
 * @name: what its file is called, besides the song: "input list"
 * @group: among which it stands
 * @suffixes: (array zero-terminated=1): of its files, the usual one first
 * @is_usual: whether a file with one of these suffixes is of this kind if nothing else is said
 * @plays: whether it needs the performance
 * @takes: the options that it looks at
 * @holds: the sound that can be within it
 * @list: (nullable): whom there is one for each; %NULL: there is one for all
 * @lay_out: (nullable): its pages for @which of @list; %NULL if there is none such; itself
 *   %NULL for what has no pages
 * @write: (nullable): the file, or %NULL with an error that names no path; %NULL for pages
 *   and for sound
 * @wish: (nullable): for sound, whose files are written together: adds what it is to what is
 *   wished
 */
typedef struct
{
  const char      *id;
  const char      *title;
  const char      *help;
  const char      *name;
  MaqExportGroup   group;
  const char      *suffixes[4];
  gboolean         is_usual;
  gboolean         plays;
  MaqExportTakes   takes;
  MaqExportHolds   holds;
  char          **(*list)    (MaqHandoff              *handoff);
  MaqSheet       *(*lay_out) (MaqHandoff              *handoff,
                              const MaqExportOptions  *options,
                              const char              *which);
  GBytes         *(*write)   (const MaqExportSource   *source,
                              const MaqExportOptions  *options,
                              GError                 **error);
  void            (*wish)    (const MaqExportOptions  *options,
                              MaqSoundWish            *wish);
} MaqExportKind;

/** maq_export_get_n_kinds: how many there are */
guint                maq_export_get_n_kinds     (void);
/** maq_export_get_kind: (transfer none): @i from 0 */
const MaqExportKind *maq_export_get_kind        (guint                    i);
/** maq_export_find_kind: (transfer none) (nullable): by its id */
const MaqExportKind *maq_export_find_kind       (const char              *id);
/** maq_export_find_kind_of: (transfer none) (nullable): by the suffix of @path, in any case */
const MaqExportKind *maq_export_find_kind_of    (const char              *path);
/** maq_export_is_other: whether @path has a suffix of other kinds only, as a table that is to
    be called "x.pdf"; a suffix that none has is anybody's */
gboolean             maq_export_is_other        (const MaqExportKind     *kind,
                                                 const char              *path);

/** maq_export_has_inside: whether @options wish sound within a document of this kind */
gboolean             maq_export_has_inside      (const MaqExportKind     *kind,
                                                 const MaqExportOptions  *options);

/**
 * maq_export_make:
 * @kind: one that is no sound
 * @which: (nullable): one of what the kind lists; %NULL for a kind that does not
 * @suffix: one of the kind's, or a path that ends in it; for pages with another name, PDF
 *
 * Makes a document of any kind.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with an error that names no path
 */
GBytes              *maq_export_make            (const MaqExportKind     *kind,
                                                 const MaqExportSource   *source,
                                                 const MaqExportOptions  *options,
                                                 const char              *which,
                                                 const char              *suffix,
                                                 GError                 **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
