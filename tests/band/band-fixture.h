/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-compiler.h"

/* FixtureSection: a section in a line */
typedef struct
{
  MaqId           id;
  MaqSectionKind  kind;
  int             bars;
  const char     *chords;       /* "C | Am >G | F": by bar, shared out evenly; > push, < hold, ^ stab */
  int             level;        /* of every layer */
  MaqTransition   transition;
  MaqId           follows;
  int             transition_beats;
} FixtureSection;

/* FixtureSong: what a song is made from; 0 and NULL for what is usual */
typedef struct
{
  const char           *style;
  MaqMeter              meter;
  const char           *key;
  double                tempo_qpm;
  guint64               seed;
  const FixtureSection *sections;
  guint                 n_sections;
} FixtureSong;

/* A layer for each role, ids 100 + role; sections at the level they say. */
MaqSong *fixture_song         (const FixtureSong *spec);
/* The same with another level of one layer in one section. */
MaqSong *fixture_with_level   (MaqSong           *song,
                               guint              section,
                               MaqId              layer,
                               int                level);
/* The same with another layer or section. */
MaqSong *fixture_with_section (MaqSong           *song,
                               guint              index,
                               MaqSection        *section);
/* The styles of the source tree; fails the test if one cannot be read. */
MaqStyleLibrary *fixture_styles (void);

typedef struct
{
  const char *path;
  void      (*test) (void);
} FixtureTest;

/* What main() returns: does the tests, with the styles of the source tree in @styles. */
int      fixture_run          (int                argc,
                               char             **argv,
                               MaqStyleLibrary  **styles,
                               const FixtureTest *tests,
                               guint              n_tests);

/* All sections of a usual song in four minutes. */
extern const FixtureSection fixture_usual[];
extern const guint fixture_n_usual;
