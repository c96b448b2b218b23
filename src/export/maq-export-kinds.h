/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chart-sheet.h"
#include "maq-performance.h"

G_BEGIN_DECLS

/* Every kind of document that a plan can be handed on as, in the order of a bundle. */

/** MaqExportGroup: where kinds stand together when somebody chooses */
typedef enum
{
  MAQ_EXPORT_GROUP_PAPER, /* pages */
  MAQ_EXPORT_GROUP_TEXT,  /* to read on a screen, or in a spreadsheet */
  MAQ_EXPORT_GROUP_MUSIC, /* for notation programs and DAWs */
  MAQ_EXPORT_GROUP_ALL,   /* everything in one file */
  MAQ_N_EXPORT_GROUPS
} MaqExportGroup;

/**
 * MaqExportTakes:
 * @MAQ_EXPORT_TAKES_CHORDS: how chords are written, and how much higher
 * @MAQ_EXPORT_TAKES_LYRICS: whether words stand under the bars
 * @MAQ_EXPORT_TAKES_PARTS: whether there is a part for each layer
 * @MAQ_EXPORT_TAKES_CLICK: whether there is a metronome
 * @MAQ_EXPORT_TAKES_GRIDS: whether there are bars of chords
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
} MaqExportTakes;

/**
 * MaqExportOptions:
 * @chart: paper of all pages, and how chords are written
 * @has_parts: whether MusicXML has a part for each layer, too
 * @has_click: whether there is a metronome in MIDI
 * @has_grids: whether ChordPro has bars of chords instead of chords over words
 *
 * What can be wished; each kind takes what is its own. All zero is a good choice.
 */
typedef struct
{
  MaqChartOptions chart;
  gboolean        has_parts;
  gboolean        has_click;
  gboolean        has_grids;
} MaqExportOptions;

/**
 * MaqExportSource:
 * @handoff: what is handed on
 * @performance: (nullable): what the band plays; there must be one for kinds that play
 *
 * What documents are made from.
 */
typedef struct
{
  MaqHandoff     *handoff;
  MaqPerformance *performance;
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
 * @list: (nullable): whom there is one for each; %NULL: there is one for all
 * @lay_out: (nullable): its pages for @which of @list; %NULL if there is none such; itself
 *   %NULL for what has no pages
 * @write: (nullable): the file, or %NULL with an error that names no path; %NULL for pages
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
  char          **(*list)    (MaqHandoff              *handoff);
  MaqSheet       *(*lay_out) (MaqHandoff              *handoff,
                              const MaqExportOptions  *options,
                              const char              *which);
  GBytes         *(*write)   (const MaqExportSource   *source,
                              const MaqExportOptions  *options,
                              GError                 **error);
} MaqExportKind;

/** maq_export_get_n_kinds: how many there are */
guint                maq_export_get_n_kinds     (void);
/** maq_export_get_kind: (transfer none): @i from 0 */
const MaqExportKind *maq_export_get_kind        (guint                    i);
/** maq_export_find_kind: (transfer none) (nullable): by its id */
const MaqExportKind *maq_export_find_kind       (const char              *id);
/** maq_export_find_kind_of: (transfer none) (nullable): by the suffix of @path, in any case */
const MaqExportKind *maq_export_find_kind_of    (const char              *path);

/**
 * maq_export_make:
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
