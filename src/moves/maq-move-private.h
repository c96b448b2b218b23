/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-move.h"

G_BEGIN_DECLS

typedef struct _MaqMoveClass MaqMoveClass;

/*
 * One struct serves all moves; what a field means is the business of the class.
 * Moves that give one thing one value (merges) make each other pointless when
 * section, layer and other are the same.
 */
struct _MaqMove
{
  const MaqMoveClass *move_class;
  MaqId               section;
  MaqId               layer;
  MaqId               other;
  int                 number;
  int                 number2;
  double              value;
  double              value2;
  MaqStated           stated;
  char               *text;
  char               *text2;
  MaqMeter            meter;
  MaqKey              key;
  MaqId              *ids;
  guint               n_ids;
  guint               n_sections; /* of the ids, where the rest are layers */
  MaqPart           **parts;      /* some of them may be NULL */
  guint               n_parts;
  guint8             *picked;     /* which of the parts of sections and layers; NULL for all */
  guint               n_picked;
  MaqMove           **moves;
  guint               n_moves;
};

struct _MaqMoveClass
{
  MaqProject *(*apply)       (MaqMove     *self,
                              MaqProject  *root,
                              GError     **error);
  char       *(*dup_label)   (MaqMove     *self,
                              MaqProject  *root);
  gboolean      merges;
  /* NULL: what the fields section and layer name */
  MaqPath     (*find_target) (MaqMove     *self,
                              MaqProject  *before,
                              MaqProject  *after);
};

/* maq-move.c: copies texts, ids and moves of @model */
MaqMove        *maq_move_new               (const MaqMove       *model);
/* always FALSE */
gboolean        maq_move_refuse            (GError             **error,
                                            MaqMoveError         code,
                                            const char          *format,
                                            ...) G_GNUC_PRINTF (3, 4);

/* maq-move-scene.c: finds what a move is about, and puts it back changed */
int             maq_move_require_section   (MaqProject          *root,
                                            MaqId                section,
                                            GError             **error);
int             maq_move_require_layer     (MaqProject          *root,
                                            MaqId                layer,
                                            GError             **error);
const char     *maq_move_section_name      (MaqProject          *root,
                                            MaqId                section);
const char     *maq_move_layer_name        (MaqProject          *root,
                                            MaqId                layer);
/* "Verse 1: tempo 96", for a move on a section. */
char           *maq_move_dup_said          (MaqMove             *self,
                                            MaqProject          *root,
                                            const char          *what);
gboolean        maq_move_begin_section     (MaqMove             *self,
                                            MaqProject          *root,
                                            MaqSectionFields    *fields,
                                            GError             **error);
MaqProject     *maq_move_end_section       (MaqProject          *root,
                                            const MaqSectionFields *fields);
gboolean        maq_move_begin_layer       (MaqMove             *self,
                                            MaqProject          *root,
                                            MaqLayerFields      *fields,
                                            GError             **error);
MaqProject     *maq_move_end_layer         (MaqProject          *root,
                                            const MaqLayerFields *fields);
/* puts the current song back */
MaqProject     *maq_move_end_song          (MaqProject          *root,
                                            const MaqSongFields *fields);
/* the part as it sounds, its own or taken over; a silent one if there is none */
gboolean        maq_move_begin_part        (MaqMove             *self,
                                            MaqProject          *root,
                                            MaqPartFields       *fields,
                                            GError             **error);
MaqProject     *maq_move_end_part          (MaqMove             *self,
                                            MaqProject          *root,
                                            const MaqPartFields *fields);
/* the section in which one part is as @fields says */
MaqSection     *maq_move_put_part          (MaqArrangement      *arrangement,
                                            guint                index,
                                            const MaqPartFields *fields);
/* the same for parts of several layers */
MaqSection     *maq_move_put_parts         (MaqArrangement      *arrangement,
                                            MaqSection          *section,
                                            const MaqPartFields *fields,
                                            guint                n_parts);
/* the level at which a layer that is out of a section would come in */
int             maq_move_guess_level       (MaqArrangement      *arrangement,
                                            guint                index,
                                            MaqId                layer);
/* the sound that bank, program (-1: none) and name in number, number2 and text give */
gboolean        maq_move_require_sound     (MaqMove             *self,
                                            MaqSound            *before,
                                            MaqSound           **sound,
                                            GError             **error);
/* the vector, or a new empty one */
MaqVec         *maq_move_vec               (MaqVec              *vec,
                                            const MaqVecClass   *vec_class);

/* maq-move-fit.c: after a change of lengths or meters, keeps what hangs on them within bounds */
MaqArrangement *maq_move_fit               (MaqArrangement      *before,
                                            MaqMeter             meter_before,
                                            MaqArrangement      *after,
                                            MaqMeter             meter_after);
void            maq_move_fit_part_fields   (MaqPartFields       *fields,
                                            int                  bars);
MaqProject     *maq_move_replace_fitted    (MaqProject          *root,
                                            MaqArrangement      *after);

/* maq-move-form.c: points of arcs in the order of the sections again */
MaqArrangement *maq_move_sort_arcs         (MaqArrangement      *arrangement);

/* maq-move-text.c */
/* an empty text is no text; borrowed, for the model of maq_move_new() */
char           *maq_move_some              (const char          *text);
/* what @text comes to as a name: no blanks at the ends; refused if nothing is left */
char           *maq_move_dup_name          (const char          *text,
                                            GError             **error);
/* refuses what no text may hold */
gboolean        maq_move_require_text      (const char          *text,
                                            gsize                max_bytes,
                                            GError             **error);
/* refuses a number that is none, or outside of its range; @what is "The tempo" */
gboolean        maq_move_require_number    (double               value,
                                            double               low,
                                            double               high,
                                            const char          *what,
                                            GError             **error);
/* the same of a number that need not be stated */
gboolean        maq_move_require_stated    (MaqStated            value,
                                            double               low,
                                            double               high,
                                            const char          *what,
                                            GError             **error);
gboolean        maq_move_require_meter     (MaqMeter             meter,
                                            GError             **error);
/* "Verse 3": the first that no section but @except has */
char           *maq_move_dup_free_section_name (MaqArrangement  *arrangement,
                                            MaqSectionKind       kind,
                                            MaqId                except);
char           *maq_move_dup_free_layer_name (MaqArrangement    *arrangement,
                                            const char          *base);
/* "Swell 2": @base with the first number from 2 that no section has */
char           *maq_move_dup_numbered_name (MaqArrangement      *arrangement,
                                            const char          *base);
/* @name without the number at its end */
char           *maq_move_dup_base_name     (const char          *name);

G_END_DECLS
