/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-check.h"

G_BEGIN_DECLS

/* How the check answers: with the first mistake, or with many. */
typedef struct
{
  GError  **error;
  GArray   *mistakes;      /* MaqMistake; NULL: the first ends the check */
  guint     max_mistakes;
} MaqCheckReport;

/*
 * Where the check is; what is NULL is not said. The numbers are those of
 * nameless things, from 1, for people to count.
 */
typedef struct
{
  MaqSong         *song;
  MaqArrangement  *arrangement;
  MaqSection      *section;
  guint            section_number;
  MaqLayer        *layer;
  guint            layer_number;
  GHashTable      *layer_indices; /* layer id → index + 1; NULL: look for them one by one */
  MaqMistakeList   list;
  int              index;         /* in that list, from 0; -1: all of it */
  int              point;         /* of an arc */
  MaqCheckReport  *report;
} MaqCheckPlace;

/* always FALSE; the sentence tells what is wrong, the place goes before it */
gboolean maq_check_fail        (const MaqCheckPlace *place,
                                const char          *format,
                                ...) G_GNUC_PRINTF (2, 3);
/* after a mistake: whether to look for more; @holds becomes FALSE */
gboolean maq_check_goes_on     (const MaqCheckPlace *place,
                                gboolean            *holds);
/* the same place, but an item of a list of it */
MaqCheckPlace maq_check_item   (const MaqCheckPlace *place,
                                MaqMistakeList       list,
                                int                  index);
/* @what names the text, not yet translated: "the name" */
gboolean maq_check_text        (const MaqCheckPlace *place,
                                const char          *what,
                                const char          *text,
                                gsize                max_bytes);
/* what the reader keeps of other people: a text of its own making */
gboolean maq_check_foreign     (const MaqCheckPlace *place,
                                const char          *foreign);
gboolean maq_check_number      (const MaqCheckPlace *place,
                                const char          *what,
                                double               value,
                                double               low,
                                double               high);
/* what need not be stated may be unset */
gboolean maq_check_stated      (const MaqCheckPlace *place,
                                const char          *what,
                                MaqStated            value,
                                double               low,
                                double               high);
/* what layers and songs state of the groove */
gboolean maq_check_groove      (const MaqCheckPlace *place,
                                double               swing,
                                MaqStated            lag_ms,
                                MaqStated            looseness);
gboolean maq_check_sound       (const MaqCheckPlace *place,
                                MaqSound            *sound);
gboolean maq_check_meter       (const MaqCheckPlace *place,
                                MaqMeter             meter);
gboolean maq_check_key         (const MaqCheckPlace *place,
                                MaqKey               key);

/* maq-check-section.c */
/* everything that a section states itself, as far as it can be told without its neighbours */
gboolean maq_check_section     (const MaqCheckPlace *place,
                                MaqSection          *before);
/* what hangs on the bars of a section; @followed may be NULL */
gboolean maq_check_bars        (const MaqCheckPlace *place,
                                MaqSection          *followed,
                                MaqMeter             song_meter);

/* maq-check-session.c */
gboolean maq_check_session     (const MaqCheckPlace *place,
                                MaqSession          *session);

/* maq-check-arrangement.c */
gboolean maq_check_arrangement (const MaqCheckPlace *place,
                                MaqArrangement      *before,
                                gboolean             is_meter_same);

G_END_DECLS
