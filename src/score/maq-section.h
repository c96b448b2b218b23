/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-dynamics.h"
#include "maq-feel.h"
#include "maq-id.h"
#include "maq-key.h"
#include "maq-meter.h"
#include "maq-part.h"
#include "maq-section-kind.h"
#include "maq-space.h"
#include "maq-transition.h"
#include "maq-vec.h"

G_BEGIN_DECLS

/**
 * MaqSection:
 *
 * A stretch of bars, immutable. It owns its parts.
 *
 * A section that follows another leaves unset what it takes from there; see
 * maq_arrangement_get_resolved() for what that comes to.
 */
typedef struct _MaqSection MaqSection;

/**
 * MaqSectionFields:
 * @id: unique among the arrangement's sections
 * @kind: what it is in the form
 * @name: "Chorus 2"
 * @bars: length in bars, 1 to %MAQ_LIMIT_BARS; 0 takes it from the followed section
 * @follows: the section it follows, or %MAQ_ID_NONE
 * @meter: of its bars; unset takes it from the followed section, else the song
 * @tempo_qpm: quarter notes per minute; 0 takes it from the followed section, else the song
 * @key: likewise
 * @style: (nullable): likewise
 * @mood: (nullable): words for what it should feel like
 * @space: where the band is heard; unset takes it from the followed section, else the song
 * @dynamics: what the level of the mix does; unset takes it from the followed section
 * @feel: how fast the band's beat goes; unset takes it, with its bars, from the followed section
 * @feel_bars: its last bars, in which that holds, 1 to %MAQ_LIMIT_BARS; 0 in all
 * @transition: the way out of it
 * @transition_beats: how long that takes, in quarter notes, 1 to %MAQ_LIMIT_TRANSITION_BEATS;
 *   0 as usual: a beat for a stop, a bar for anything else
 * @odd_bars: (nullable) (element-type MaqOddBar): sorted by bar; %NULL states nothing
 * @chord_bars: bars after which the chords begin again; 0 only where there are none
 * @chords: (nullable) (element-type MaqChordChange): sorted by bar and offset; %NULL states nothing
 * @lyrics: (nullable) (element-type MaqLyric): sorted by bar; %NULL states nothing
 * @parts: (nullable) (element-type MaqPart): sorted by layer id; %NULL for none
 * @foreign: (nullable): other people's attributes and elements
 *
 * Everything a section states. Chords that are shorter than the section are
 * played again from their start, so a section that grows keeps its harmony.
 */
typedef struct
{
  MaqId           id;
  MaqSectionKind  kind;
  const char     *name;
  int             bars;
  MaqId           follows;
  MaqMeter        meter;
  double          tempo_qpm;
  MaqKey          key;
  const char     *style;
  const char     *mood;
  MaqSpace        space;
  MaqDynamics     dynamics;
  MaqFeel         feel;
  int             feel_bars;
  MaqTransition   transition;
  int             transition_beats;
  MaqVec         *odd_bars;
  int             chord_bars;
  MaqVec         *chords;
  MaqVec         *lyrics;
  MaqVec         *parts;
  const char     *foreign;
} MaqSectionFields;

extern const MaqVecClass maq_odd_bar_vec_class;
extern const MaqVecClass maq_chord_change_vec_class;
extern const MaqVecClass maq_lyric_vec_class;
extern const MaqVecClass maq_part_vec_class;

MaqSection             *maq_section_new          (const MaqSectionFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqSection             *maq_section_ref          (MaqSection             *self);
void                    maq_section_unref        (MaqSection             *self);
const MaqSectionFields *maq_section_get_fields   (MaqSection             *self);
MaqId                   maq_section_get_id       (MaqSection             *self);
/** maq_section_get_name: (transfer none): never %NULL */
const char             *maq_section_get_name     (MaqSection             *self);
MaqSectionKind          maq_section_get_kind     (MaqSection             *self);
gboolean                maq_section_equal        (MaqSection             *self,
                                                  MaqSection             *other);

guint                   maq_section_get_n_parts  (MaqSection             *self);
MaqPart                *maq_section_get_part     (MaqSection             *self,
                                                  guint                   index);
/** maq_section_find_part: (transfer none) (nullable): the part that this section itself states */
MaqPart                *maq_section_find_part    (MaqSection             *self,
                                                  MaqId                   layer);

/** maq_section_with_fields: @self if it states just that already */
MaqSection             *maq_section_with_fields  (MaqSection             *self,
                                                  const MaqSectionFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqSection             *maq_section_with_name    (MaqSection             *self,
                                                  const char             *name) G_GNUC_WARN_UNUSED_RESULT;
MaqSection             *maq_section_with_bars    (MaqSection             *self,
                                                  int                     bars) G_GNUC_WARN_UNUSED_RESULT;
/** maq_section_with_part: in the place of the part of the same layer, if there is one */
MaqSection             *maq_section_with_part    (MaqSection             *self,
                                                  MaqPart                *part) G_GNUC_WARN_UNUSED_RESULT;
MaqSection             *maq_section_without_part (MaqSection             *self,
                                                  MaqId                   layer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_section_resolve:
 * @followed: the section that @self follows
 *
 * Fills what @self leaves unset with what @followed states. A part stands or
 * is taken over as a whole.
 *
 * Returns: (transfer full): a section that needs no other
 */
MaqSection             *maq_section_resolve      (MaqSection             *self,
                                                  MaqSection             *followed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * maq_section_refollowed:
 * @before: the section that @self follows now
 * @after: the section that it is to follow
 *
 * Follows another section without sounding different: what the two state
 * differently and @self leaves unset, it states itself from now on. Where
 * @before states nothing that a section can take over, @after's is taken.
 */
MaqSection             *maq_section_refollowed   (MaqSection             *self,
                                                  MaqSection             *before,
                                                  MaqSection             *after) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSection, maq_section_unref)

G_END_DECLS
