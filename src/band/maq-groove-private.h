/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-scene-private.h"
#include "maq-style-private.h"

G_BEGIN_DECLS

/* MaqHit: a sign of a pattern at its place in the section; small, because it is sorted a lot */
typedef struct
{
  gint32              start_ticks;   /* as written, for finding the chord */
  gint32              end_ticks;
  gint32              sound_ticks;   /* where it falls when it swings */
  gint32              sound_end_ticks;
  const MaqStyleLine *line;
  guint8              strength;      /* 3: first of the bar, 2: half of it, 1: a beat, 0: between */
  char                sign;
} MaqHit;

/* MaqGroove: how one part reads the patterns of its style */
typedef struct
{
  const MaqScene *scene;
  MaqStyle       *style;
  MaqRole         role;       /* whose patterns */
  guint           phase;      /* of the style's patterns where the section begins */
  const char     *pattern;    /* the one that is asked for, or NULL */
  guint64         seed;
  MaqPatternKind  kind;       /* what sections of this kind play */
  guint           step;       /* 1 to 4 */
  MaqTick         rise_ticks; /* from here on it plays one step more */
  gboolean        soft_too;   /* whether the step's own soft signs sound */
  double          swing;      /* 0.5 to 0.75 */
} MaqGroove;

/* maq_groove_role: whose patterns a role reads in a style that has none for it */
MaqRole maq_groove_role     (MaqStyle              *style,
                             MaqRole                role);
/* maq_groove_lay: adds what is played in the bars from @first up to @end */
void    maq_groove_lay      (const MaqGroove       *self,
                             guint                  first,
                             guint                  end,
                             GArray                *hits);
/* maq_groove_lay_pattern: adds one bar of a pattern, wherever it stands */
void    maq_groove_lay_pattern (const MaqGroove       *self,
                                const MaqStylePattern *pattern,
                                guint                  pattern_bar,
                                guint                  bar,
                                GArray                *hits);
/*
 * maq_groove_lay_felt: adds one bar of a pattern in half-time or double-time; @felt_bar is 1
 * for the second bar of a pattern in a bar of the song, or of the song in one of a pattern
 */
void    maq_groove_lay_felt    (const MaqGroove       *self,
                                const MaqStylePattern *pattern,
                                guint                  pattern_bar,
                                guint                  bar,
                                guint                  felt_bar,
                                GArray                *hits);
/* maq_groove_line_sounds: whether a sign is played at the part's level */
gboolean maq_groove_line_sounds (const MaqGroove     *self,
                                 const MaqStyleLine  *line,
                                 const MaqStyleEvent *event,
                                 gboolean             has_risen);
/* maq_groove_beat_before: where the last @n beats of a bar begin, in ticks of the section */
MaqTick maq_groove_beat_before (const MaqScene     *scene,
                                guint               bar,
                                guint               n);

/* maq_groove_lay_rise: adds the build that ends with the section, from @from_ticks on */
void    maq_groove_lay_rise    (const MaqGroove       *self,
                                MaqTick                from_ticks,
                                GArray                *hits);
/* maq_groove_swung: where what is written at @ticks falls */
MaqTick maq_groove_swung       (const MaqGroove       *self,
                                MaqTick                ticks);
/* maq_groove_tail_start: where a fill or a pickup begins in a bar, in ticks of the section */
MaqTick maq_groove_tail_start  (const MaqGroove       *self,
                                const MaqStylePattern *pattern,
                                guint                  bar);

/* maq_groove_feel: how the band goes against the beat of the song in a bar */
static inline MaqFeel
maq_groove_feel (const MaqGroove *self,
                 guint            bar)
{
  return bar >= self->scene->feel_bar ? self->scene->feel : MAQ_FEEL_PLAIN;
}

G_END_DECLS
