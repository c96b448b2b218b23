/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord-change.h"
#include "maq-import-report.h"
#include "maq-remark.h"
#include "maq-song.h"

G_BEGIN_DECLS

/*
 * A song while it is being read: the one mutable thing of this floor. The
 * readers fill drafts, and maq-draft-song.c makes songs of them.
 */

/**
 * MaqDraftRemark:
 * @bar: of its section, from 0
 */
typedef struct
{
  MaqRemarkKind  kind;
  int            bar;
  char          *text;
} MaqDraftRemark;

/**
 * MaqDraftSpan:
 * @instrument: index in the draft's instruments
 * @entry_bar: bars of the section that pass before it enters
 * @exit_bar: the first bar in which it no longer plays
 *
 * Who a chart says is playing in a section, and where.
 */
typedef struct
{
  guint instrument;
  int   entry_bar;
  int   exit_bar;
} MaqDraftSpan;

/**
 * MaqDraftSection:
 * @name: as written, without its number; sections of one name are numbered
 * @letter: (nullable): sections may only follow those of the same letter
 * @line: of the chart where it begins, from 1
 * @is_recall: it says "the chorus again": lyrics and all are those of the first
 * @bars: (element-type MaqMeter): the meter of each
 * @chords: (element-type MaqChordChange): sorted
 * @lyrics: (element-type MaqLyric): sorted
 * @remarks: (element-type MaqDraftRemark)
 * @spans: (element-type MaqDraftSpan)
 */
typedef struct
{
  char           *name;
  char           *letter;
  char           *mood;
  guint           line;
  MaqSectionKind  kind;
  gboolean        is_recall;
  MaqKey          key;
  double          tempo_qpm;
  GArray         *bars;
  GPtrArray      *chords;
  GPtrArray      *lyrics;
  GPtrArray      *remarks;
  GArray         *spans;
} MaqDraftSection;

/**
 * MaqDraft:
 * @key: %MAQ_KEY_UNSET to guess it from the chords
 * @tempo_qpm: 0 for one that suits
 * @seconds: how long the chart says the song lasts, 0 if it does not
 * @note: (nullable): for the arrangement
 * @remarks: (element-type MaqDraftRemark): about the whole song
 * @instruments: (element-type utf8): names as the chart has them
 */
typedef struct
{
  char      *title;
  char      *artist;
  char      *composer;
  char      *note;
  MaqKey     key;
  double     tempo_qpm;
  MaqMeter   meter;
  int        capo;
  double     seconds;
  GPtrArray *sections;
  GPtrArray *remarks;
  GPtrArray *instruments;
} MaqDraft;

MaqDraft        *maq_draft_new                (void) G_GNUC_WARN_UNUSED_RESULT;
void             maq_draft_free               (MaqDraft        *self);
/** maq_draft_add_section: (transfer none): a new last section */
MaqDraftSection *maq_draft_add_section        (MaqDraft        *self,
                                               const char      *name,
                                               MaqSectionKind   kind,
                                               guint            line);
MaqDraftSection *maq_draft_get_section        (MaqDraft        *self,
                                               guint            index);
void             maq_draft_add_remark         (MaqDraft        *self,
                                               MaqRemarkKind    kind,
                                               const char      *text);
/** maq_draft_get_instrument: index of the instrument of this name, added if it is new */
guint            maq_draft_get_instrument     (MaqDraft        *self,
                                               const char      *name);

int              maq_draft_section_get_n_bars (MaqDraftSection *self);
/** maq_draft_section_add_bar: nothing happens beyond %MAQ_LIMIT_BARS */
void             maq_draft_section_add_bar    (MaqDraftSection *self,
                                               MaqMeter         meter);
/** maq_draft_section_add_chord: later than those before; the same chord again is nothing new
 * unless it or that one has a mark */
void             maq_draft_section_add_chord  (MaqDraftSection *self,
                                               int              bar,
                                               MaqTick          offset_ticks,
                                               MaqChord        *chord,
                                               MaqChordMark     mark);
void             maq_draft_section_add_lyric  (MaqDraftSection *self,
                                               int              bar,
                                               const char      *text);
void             maq_draft_section_add_remark (MaqDraftSection *self,
                                               MaqRemarkKind    kind,
                                               int              bar,
                                               const char      *text);
/** maq_draft_section_equal_music: whether both have the same bars and chords */
gboolean         maq_draft_section_equal_music (MaqDraftSection *self,
                                                MaqDraftSection *other);

/** maq_draft_guess_key: @tonic: (nullable): the tonic, if it is known */
MaqKey           maq_draft_guess_key          (MaqDraft          *self,
                                               const MaqNoteName *tonic,
                                               guint              first_section,
                                               guint              n_sections);

/**
 * maq_draft_to_song:
 * @id: of the song
 *
 * Numbers the names, finds who follows whom, guesses what is not stated and
 * puts the default band on. The draft is used up: only free it.
 *
 * Returns: (transfer full): a song whose arrangement is called "As written"
 */
MaqSong         *maq_draft_to_song            (MaqDraft        *self,
                                               MaqId            id) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqDraft, maq_draft_free)

G_END_DECLS
