/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-beats-private.h"
#include "maq-role.h"
#include "maq-style.h"
#include "maq-tick.h"

G_BEGIN_DECLS

/* The bounds of a style file: users load files of strangers. */
#define MAQ_STYLE_MAX_BYTES    (1024 * 1024)
#define MAQ_STYLE_MAX_BARS     4
#define MAQ_STYLE_MAX_PATTERNS 64     /* of one role, with its fills */
#define MAQ_STYLE_MAX_LINES    32     /* of one pattern */
#define MAQ_STYLE_MAX_STEPS    12     /* of one beat */
#define MAQ_STYLE_MAX_ALL_STEPS 500000 /* of all lines: a short sign may stand for many */
#define MAQ_STYLE_N_STEPS      4      /* additive steps of intensity */
#define MAQ_STYLE_LOOSENESS    30     /* percent: the looseness of a style that states none */

/* MaqPlay: what the signs of a line mean */
typedef enum
{
  MAQ_PLAY_HITS,      /* X x o: a drum */
  MAQ_PLAY_STRUM,     /* D d U u: down and up; x: muted strings */
  MAQ_PLAY_CHORD,     /* X x o: the fitted chord */
  MAQ_PLAY_POWER,     /* X x o: root, fifth and octave */
  MAQ_PLAY_VOICES,    /* 1 to 6: a note of the fitted chord, from its lowest */
  MAQ_PLAY_DEGREES,   /* 1 to 9, 0: a degree over the root; a: an approach to the next root */
  MAQ_PLAY_MELODY,    /* X x o: a note of a tune that the band makes up */
  MAQ_PLAY_WALK,      /* X x o: a step of a walking bass that the band finds */
  MAQ_N_PLAYS
} MaqPlay;

typedef struct
{
  guint8 bar;             /* of the pattern */
  guint8 beat;            /* of the bar, as maq_beats_split() has it */
  gint16 offset_ticks;    /* within the beat */
  gint32 length_ticks;    /* in the meter of the style */
  char   sign;
} MaqStyleEvent;

typedef struct
{
  MaqPlay        play;
  guint8         from;       /* the step from which it sounds, 1 to 4 */
  guint8         drum;       /* MIDI key; MAQ_PLAY_HITS only */
  guint8         voices;     /* notes of a chord at most; 0 for as many as suit the role */
  gint8          octave;     /* above the role's usual register */
  guint8         gate;       /* percent of its length that a note sounds */
  gint8          loud;       /* added to the velocity */
  gboolean       rings;      /* notes last until the line's next sign */
  gboolean       ties;       /* notes that two chords have in common sound on */
  guint8         ahead_halves;   /* half beats before a change that already play its chord */
  gint8          late_ms;    /* behind the other lines */
  guint          n_events;
  MaqStyleEvent *events;
} MaqStyleLine;

typedef enum
{
  MAQ_PATTERN_GROOVE,
  MAQ_PATTERN_BREAK,
  MAQ_PATTERN_BUILD,
  MAQ_PATTERN_DROP,
  MAQ_PATTERN_SMALL_FILL,
  MAQ_PATTERN_MEDIUM_FILL,
  MAQ_PATTERN_LARGE_FILL,
  MAQ_PATTERN_PICKUP,
  MAQ_PATTERN_ENDING,
  MAQ_N_PATTERN_KINDS
} MaqPatternKind;

typedef struct
{
  char           *name;
  MaqPatternKind  kind;
  guint           weight;
  guint           bars;
  MaqTick         tail_ticks;   /* the end of the bar that a fill or a pickup takes */
  GArray         *lines;     /* MaqStyleLine */
} MaqStylePattern;

/* By the third of the key */
enum
{
  MAQ_STYLE_TUNING_MAJOR,
  MAQ_STYLE_TUNING_MINOR,
  MAQ_STYLE_N_TUNINGS
};

struct _MaqStyle
{
  char      *name;
  char      *label;
  char      *about;
  MaqMeter   meter;
  GArray    *also;           /* MaqMeter: others that the style names */
  MaqBeats   beats;          /* of a bar in it */
  double     tempo_qpm;
  double     swing;
  guint8     swing_of;       /* 8 or 16: the notes that it moves every second of */
  double     push_ms;        /* above 0: behind the beat */
  double     looseness;      /* percent */
  gboolean   counts_song;    /* patterns count their bars from the start of the song */
  gboolean   has_tuning[MAQ_STYLE_N_TUNINGS];
  gint8      tunings[MAQ_STYLE_N_TUNINGS][12];       /* cents, from the tonic up */
  struct
  {
    gint16 bank;
    gint16 program;          /* or -1 for what is usual */
    double gain_db;          /* on top of the role's, if the program is heard */
  }          sounds[MAQ_N_ROLES];
  GPtrArray *patterns[MAQ_N_ROLES];   /* MaqStylePattern */
};

/* For the reader */
MaqStyle              *maq_style_new_empty        (void);
/* maq_style_new_silent: one in 4/4 without any pattern */
MaqStyle              *maq_style_new_silent       (void);
MaqStylePattern       *maq_style_pattern_new      (void);
void                   maq_style_pattern_free     (MaqStylePattern *self);

/* maq_style_get_n_patterns: patterns of a kind that a role has */
guint                  maq_style_get_n_patterns   (MaqStyle        *self,
                                                   MaqRole          role,
                                                   MaqPatternKind   kind);
const MaqStylePattern *maq_style_get_pattern      (MaqStyle        *self,
                                                   MaqRole          role,
                                                   MaqPatternKind   kind,
                                                   guint            index);
/* maq_style_get_program: the sound that the style likes for a role, or the usual one; @bank too */
int                    maq_style_get_program      (MaqStyle        *self,
                                                   MaqRole          role,
                                                   int             *bank);
/* maq_style_find_pattern: the groove of this name, or NULL */
const MaqStylePattern *maq_style_find_pattern     (MaqStyle        *self,
                                                   MaqRole          role,
                                                   const char      *name);

/* maq_drum_from_name: the MIDI key of "closed-hat", or 0 */
guint8                 maq_drum_from_name         (const char      *name);

G_END_DECLS
