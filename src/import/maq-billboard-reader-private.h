/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-draft-private.h"

G_BEGIN_DECLS

/**
 * BillboardLine:
 * @seconds: its time stamp
 * @section: index of the section that it is in, or -1 for silence and the end
 * @first_bar: of the section, with which it begins
 * @end_bar: after its last one
 * @quarters: how long its music is
 * @is_steady: FALSE if it has a pause, whose length means nothing
 */
typedef struct
{
  double   seconds;
  int      section;
  int      first_bar;
  int      end_bar;
  double   quarters;
  gboolean is_steady;
} BillboardLine;

/*
 * The state between two lines of an annotation.
 * @line: the one that is read, from 1
 * @lines: (element-type BillboardLine): those with a time stamp
 * @tonics: (element-type MaqNoteName): of each section
 * @playing: (element-type guint): instruments whose note is open
 * @single_lines: (element-type guint): for each instrument the index, from 1, of the
 *   line that latest had it to itself: "(guitar)"
 * @tonic: from the next section on
 */
typedef struct
{
  MaqImportReport *report;
  guint            line;
  MaqDraft        *draft;
  MaqDraftSection *section;
  GArray          *lines;
  GArray          *tonics;
  GArray          *playing;
  GArray          *single_lines;
  MaqNoteName      tonic;
  MaqMeter         meter;
} BillboardReader;

/** billboard_read_bars: adds the bars between the first and the last bar line; FALSE: a pause among them */
gboolean billboard_read_bars  (BillboardReader *self,
                               const char      *text);
/** billboard_open_notes: opens those among the fields; who plays, plays the latest line */
void     billboard_open_notes (BillboardReader  *self,
                               char            **fields);
/** billboard_close_notes: closes those that end with the latest line */
void     billboard_close_notes (BillboardReader  *self,
                                char            **fields);
/** billboard_set_tempi: finds the tempi that agree with the time stamps */
void     billboard_set_tempi  (BillboardReader *self);

G_END_DECLS
