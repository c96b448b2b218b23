/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-follow.h"
#include "maq-form.h"

G_BEGIN_DECLS

/* What a layer plays in a section, as far as following an arc changes it. */
typedef struct
{
  gint8   level;
  guint16 entry_bar;
} MaqFollowPart;

/*
 * What the band would play: for each section, layer and level its power and where its
 * notes begin. Set right by what was measured.
 */
typedef struct _MaqFollowModel MaqFollowModel;

/* NULL if it was cancelled */
MaqFollowModel *maq_follow_model_new       (MaqProject          *root,
                                            GCancellable        *cancellable);
void            maq_follow_model_free      (MaqFollowModel      *self);
/* from now on a section with these parts has these figures */
void            maq_follow_model_correct   (MaqFollowModel      *self,
                                            guint                section,
                                            const MaqFollowPart *parts,
                                            const MaqFigures    *measured);
/* the energy of a section with these parts, one for each layer */
double          maq_follow_model_predict   (MaqFollowModel      *self,
                                            guint                section,
                                            const MaqFollowPart *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqFollowModel, maq_follow_model_free)

/* What may be changed, what is meant, and what is changed so far. */
typedef struct
{
  MaqProject     *root;
  MaqArrangement *arrangement;
  MaqForm        *form;
  MaqFollowModel *model;
  guint           n_sections;
  guint           n_layers;
  double         *meant;       /* for each section */
  gboolean       *chosen;
  int            *followed;    /* index of the section that it follows, or -1 */
  gboolean       *fixed;       /* for each section and layer, in this order, */
  gboolean       *taken_over;  /* whether the part is that of the followed section */
  MaqFollowPart  *before;
  MaqFollowPart  *parts;
  int            *ends;        /* the bar before which it ends; 0 where nobody hears it */
} MaqFollowSearch;

/* maq-follow-search.c: FALSE if there is no arc of energy */
gboolean        maq_follow_search_init     (MaqFollowSearch     *self,
                                            MaqProject          *root,
                                            const MaqId         *sections,
                                            guint                n_sections);
void            maq_follow_search_clear    (MaqFollowSearch     *self);
/* changes self->parts as long as that is worth it; predictions come from the model */
void            maq_follow_search_run      (MaqFollowSearch     *self,
                                            GCancellable        *cancellable);
/* mean by bars of how far the chosen sections are from what is meant */
double          maq_follow_search_distance (MaqFollowSearch     *self,
                                            const double        *energies);
/* whether a part that is taken over goes along with that of the followed section */
gboolean        maq_follow_search_goes_along (MaqFollowSearch   *self,
                                            guint                section,
                                            guint                layer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaqFollowSearch, maq_follow_search_clear)

/* maq-follow-words.c: what becomes of a section, and the moves that do it */
char           *maq_follow_words_dup       (MaqFollowSearch     *self,
                                            guint                section);
void            maq_follow_words_add_moves (MaqFollowSearch     *self,
                                            guint                section,
                                            GPtrArray           *moves);
/* parts of the section that are changed there, and not taken over */
guint           maq_follow_words_count     (MaqFollowSearch     *self,
                                            guint                section);

G_END_DECLS
