/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-project.h"

G_BEGIN_DECLS

/*
 * Songs that nobody would write, for properties that must hold for all: with
 * sections that follow others, odd bars, arcs, remarks, foreign XML and names
 * in all scripts. All that is made satisfies maq_check().
 */

/** MaqRandomSize: how many things there are at most, of each sort */
typedef struct
{
  guint songs;
  guint arrangements;
  guint sections;
  guint layers;
} MaqRandomSize;

extern const MaqRandomSize maq_any_small;
extern const MaqRandomSize maq_any_middling;

/**
 * maq_any_seed:
 *
 * Chooses a seed, the one in the environment variable MAQ_TEST_SEED if there
 * is one, and prints it, so that a failure can be had again.
 */
guint32     maq_any_seed       (void);

MaqProject *maq_any_project    (GRand               *rand,
                                const MaqRandomSize *size) G_GNUC_WARN_UNUSED_RESULT;

/** maq_any_name: (transfer full): short and not empty, in any script */
char       *maq_any_name       (GRand               *rand) G_GNUC_WARN_UNUSED_RESULT;
/** maq_any_text: (transfer full): with line ends, tabs, quotes and markup */
char       *maq_any_text       (GRand               *rand) G_GNUC_WARN_UNUSED_RESULT;
/** maq_any_chord_text: (transfer full): bars as people type them */
char       *maq_any_chord_text (GRand               *rand,
                                guint                n_bars) G_GNUC_WARN_UNUSED_RESULT;
MaqMeter    maq_any_meter      (GRand               *rand);
MaqKey      maq_any_key        (GRand               *rand);
/** maq_any_chance: TRUE in @percent of all cases */
gboolean    maq_any_chance     (GRand               *rand,
                                int                  percent);
/** maq_any_grid: a plain project of so many sections and layers, every part at some level */
MaqProject *maq_any_grid       (guint                n_sections,
                                guint                n_layers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
