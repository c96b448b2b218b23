/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-feel.h"
#include "maq-form.h"

G_BEGIN_DECLS

/* MAQ_SCENE_PUSH_TICKS: how early a pushed chord comes: an eighth */
#define MAQ_SCENE_PUSH_TICKS (MAQ_TICKS_PER_QUARTER / 2)

/* MaqSceneChord: a chord as the band sees it; everything in pitch classes */
typedef struct
{
  MaqTick  start_ticks;    /* an eighth early if it is pushed, even before the section */
  MaqTick  length_ticks;
  MaqTick  written_ticks;  /* where it is written */
  MaqChordMark mark;
  gboolean is_none;
  guint16  tones;      /* absolute: bit 0 is C */
  gint8    root;
  gint8    bass;
  gint8    third;      /* semitones over the root, -1 if there is none */
  gint8    fifth;      /* likewise */
  gint8    seventh;    /* -1 if there is none */
} MaqSceneChord;

/*
 * MaqScene: all that the parts of one section have in common. Two scenes that
 * say the same give the same phrases, whatever sections they come from.
 */
typedef struct
{
  guint64          song_seed;
  MaqId            seed_id;        /* of the section, or of the one it follows */
  MaqSectionKind   kind;
  MaqTransition    transition;     /* never unset */
  MaqTransition    came_by;        /* the transition before it; unset at the start */
  gboolean         is_last;
  MaqSceneChord    before;         /* the last chord of the section before; none at the start */
  MaqSceneChord    next;           /* the first chord of the next section; none at the end */
  MaqTick          transition_ticks;   /* what the transition takes at the end */
  guint8           fill;           /* which fill of those that the style has */
  double           tempo_qpm;
  MaqFeel          feel;           /* never unset */
  guint            feel_bar;       /* from here on */
  MaqKey           key;
  guint            n_bars;
  MaqTick         *bar_starts;     /* n_bars + 1 */
  MaqMeter        *meters;         /* n_bars */
  guint            n_chords;
  MaqSceneChord   *chords;
  guint            n_lyrics;
  gint32          *lyric_bars;     /* where the lines of the lyrics begin */
  guint8          *lyric_notes;    /* about how many syllables they have */
  guint64          hash;
} MaqScene;

/* What does not follow from the section itself. */
typedef struct
{
  guint64        song_seed;
  MaqId          seed_id;
  MaqTransition  came_by;
  gboolean       is_last;
  MaqSceneChord  before;     /* without a place, */
  MaqSceneChord  next;       /* and that too */
  guint8         fill;
} MaqSceneFacts;

MaqScene            *maq_scene_new        (MaqForm             *form,
                                           guint                section,
                                           const MaqSceneFacts *facts);
MaqScene            *maq_scene_ref        (MaqScene            *self);
void                 maq_scene_unref      (MaqScene            *self);
gboolean             maq_scene_equal      (MaqScene            *self,
                                           MaqScene            *other);

static inline MaqTick
maq_scene_length (const MaqScene *self)
{
  return self->bar_starts[self->n_bars];
}

/* maq_scene_chord_named: a chord without a place */
MaqSceneChord        maq_scene_chord_named (MaqChord           *chord,
                                            MaqChordMark        mark);
/* maq_scene_tonic: the chord of a section that states none */
MaqSceneChord        maq_scene_tonic      (MaqKey               key);
gboolean             maq_scene_same_harmony (const MaqSceneChord *a,
                                             const MaqSceneChord *b);
/* maq_scene_limit: where what is written up to @ticks has to end: before a pushed chord there */
MaqTick              maq_scene_limit      (const MaqScene      *self,
                                           MaqTick              ticks);
/* maq_scene_chord: the chord at @index; after the last one comes that of the next section */
const MaqSceneChord *maq_scene_chord      (const MaqScene      *self,
                                           guint                index);
/* maq_scene_chord_ahead: index of the chord that begins at most @reach after @ticks, or sounds there */
guint                maq_scene_chord_ahead (const MaqScene     *self,
                                            MaqTick             ticks,
                                            MaqTick             reach);
/* maq_scene_chord_at: index of the chord that sounds at @ticks */
guint                maq_scene_chord_at   (const MaqScene      *self,
                                           MaqTick              ticks);
/* maq_scene_bar_at: the bar that holds @ticks */
guint                maq_scene_bar_at     (const MaqScene      *self,
                                           MaqTick              ticks);
/* maq_scene_scale: the notes that fit the key and the chord: absolute mask of pitch classes */
guint                maq_scene_scale      (const MaqScene      *self,
                                           const MaqSceneChord *chord);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqScene, maq_scene_unref)

G_END_DECLS
