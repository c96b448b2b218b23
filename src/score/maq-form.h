/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chord-change.h"
#include "maq-song.h"

G_BEGIN_DECLS

/**
 * MaqForm:
 *
 * Where everything is in time: derived from a song and one of its
 * arrangements, immutable, never stored.
 */
typedef struct _MaqForm MaqForm;

/**
 * MaqFormSection:
 * @section: (transfer none): with everything it takes from the one it follows
 * @first_bar: bars before it
 * @bars: bars in it
 * @start_ticks: from the start of the arrangement
 * @length_ticks: in ticks
 * @start_seconds: from the start of the arrangement
 * @seconds: how long it lasts
 * @tempo_qpm: the tempo that holds in it, up to its last @ramp_ticks
 * @ramp_ticks: over its last so many ticks a ritardando or accelerando goes to
 *   @end_tempo_qpm step by step, see %MaqTempo; 0 if it has neither
 * @end_tempo_qpm: the tempo that it ends with
 * @transition_ticks: what the way out takes at its end: its beats, or what is usual; 0 for
 *   nothing
 * @meter: the meter that holds in it, odd bars apart
 * @key: the key that holds in it
 * @style: (nullable): the style that holds in it
 * @space: where the band is heard, never unset
 */
typedef struct
{
  MaqSection *section;
  int         first_bar;
  int         bars;
  MaqTick     start_ticks;
  MaqTick     length_ticks;
  double      start_seconds;
  double      seconds;
  double      tempo_qpm;
  MaqTick     ramp_ticks;
  double      end_tempo_qpm;
  MaqTick     transition_ticks;
  MaqMeter    meter;
  MaqKey      key;
  const char *style;
  MaqSpace    space;
} MaqFormSection;

/**
 * MaqPosition:
 * @section: index of the section
 * @bar: bar of the section, from 0
 * @beat: felt beat of the bar, from 0
 * @ticks: within the beat
 *
 * A place as musicians say it.
 */
typedef struct
{
  guint   section;
  int     bar;
  int     beat;
  MaqTick ticks;
} MaqPosition;

/**
 * MaqChordSpan:
 * @start_ticks: from the start of the section
 * @length_ticks: to the next chord or the end of the section, above 0
 * @chord: (transfer none)
 * @mark: how it is played
 *
 * A chord as it sounds.
 */
typedef struct
{
  MaqTick       start_ticks;
  MaqTick       length_ticks;
  MaqChord     *chord;
  MaqChordMark  mark;
} MaqChordSpan;

MaqForm              *maq_form_new              (MaqSong        *song,
                                                 MaqArrangement *arrangement) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_form_new_before:
 * @next_qpm: quarter notes per minute of what comes after @arrangement, 0 if nothing does
 *
 * As maq_form_new(), of an excerpt: a ritardando or accelerando at its end goes where it goes in
 * the whole.
 */
MaqForm              *maq_form_new_before       (MaqSong        *song,
                                                 MaqArrangement *arrangement,
                                                 double          next_qpm) G_GNUC_WARN_UNUSED_RESULT;
MaqForm              *maq_form_ref              (MaqForm        *self);
void                  maq_form_unref            (MaqForm        *self);

guint                 maq_form_get_n_sections   (MaqForm        *self);
const MaqFormSection *maq_form_get_section      (MaqForm        *self,
                                                 guint           index);
int                   maq_form_get_bars         (MaqForm        *self);
MaqTick               maq_form_get_length_ticks (MaqForm        *self);
double                maq_form_get_seconds      (MaqForm        *self);

/** maq_form_get_bar_meter: meter of one bar of a section; @bar below its bars */
MaqMeter              maq_form_get_bar_meter    (MaqForm        *self,
                                                 guint           section,
                                                 int             bar);
/** maq_form_get_bar_start: ticks from the start of the section to one of its bars, or its end */
MaqTick               maq_form_get_bar_start    (MaqForm        *self,
                                                 guint           section,
                                                 int             bar);
/** maq_form_find_bar: the place of a bar counted from the start of the arrangement, clamped */
MaqPosition           maq_form_find_bar         (MaqForm        *self,
                                                 int             bar);
/** maq_form_find_ticks: the place at a tick, clamped to the arrangement */
MaqPosition           maq_form_find_ticks       (MaqForm        *self,
                                                 MaqTick         ticks);
MaqTick               maq_form_position_ticks   (MaqForm        *self,
                                                 MaqPosition     position);
double                maq_form_ticks_to_seconds (MaqForm        *self,
                                                 MaqTick         ticks);
MaqTick               maq_form_seconds_to_ticks (MaqForm        *self,
                                                 double          seconds);

/**
 * maq_form_dup_chords:
 * @n_spans: (out): how many
 *
 * The chords of a section as they sound: repeated where they are shorter than
 * the section, without a gap, beginning at its first tick. A section that
 * states no chord has the tonic chord of its key throughout.
 *
 * Returns: (transfer full) (array length=n_spans): free with g_free(); valid while the form lives
 */
MaqChordSpan         *maq_form_dup_chords       (MaqForm        *self,
                                                 guint           section,
                                                 guint          *n_spans) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqForm, maq_form_unref)

G_END_DECLS
