/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-review.h"

G_BEGIN_DECLS

/*
 * An arrangement laid out for the checks, so that nothing need be looked up: the parts as
 * they sound, by section and layer. Borrowed from the root. A layer that is muted counts as
 * if it were not: muting is for listening.
 */
typedef struct
{
  MaqProject            *root;
  MaqArrangement        *arrangement;
  MaqForm               *form;
  MaqReviewOptions       options;   /* figures apart */
  guint                  n_sections;
  guint                  n_layers;
  guint                  n_heard;   /* layers that play anywhere */
  const MaqPartFields  **parts;     /* NULL for who is out */
  double                *sizes;     /* of sections, see maq_review_get_size() */
  double                *loudness;  /* of sections in LUFS, as measured; NaN where nothing is known */
  GCancellable          *cancellable;
  guint                  check;     /* the one that is at work */
  GPtrArray             *found;     /* of findings */
  GHashTable            *registers; /* by layer, see maq_review_new_registers(); NULL unasked */
} MaqReview;

/* a check says what it finds with maq_review_add() */
typedef void (*MaqReviewCheck) (MaqReview *self);

/*
 * Notes a finding; @moves are tried later, in their order, and those that mend it are
 * offered. Takes over @moves (element-type MaqMove); ->check and ->moves of @fields are left
 * to this.
 */
void                   maq_review_add           (MaqReview             *self,
                                                 const MaqAdviceFields *fields,
                                                 GPtrArray             *moves);

/* maq-review-scene.c: what the checks ask of the arrangement */
void                   maq_review_init          (MaqReview              *self,
                                                 MaqProject             *root,
                                                 const MaqReviewOptions *options);
void                   maq_review_clear         (MaqReview              *self);
/* Measured again are none: what an edit comes to is what was measured and how the sizes differ. */
void                   maq_review_take_loudness (MaqReview              *self,
                                                 const MaqReview        *before);
/* maq-review-register.c: (transfer full): in which register each layer plays */
GHashTable            *maq_review_new_registers   (const MaqReview      *self);
/* whether two layers have half of the smaller one's register in common */
gboolean               maq_review_shares_register (const MaqReview      *self,
                                                 guint                   layer,
                                                 guint                   other);
const MaqPartFields   *maq_review_get_part      (const MaqReview        *self,
                                                 guint                   section,
                                                 guint                   layer);
gboolean               maq_review_sounds        (const MaqReview        *self,
                                                 guint                   section,
                                                 guint                   layer,
                                                 int                     bar);
/* how many layers sound in a bar */
guint                  maq_review_count         (const MaqReview        *self,
                                                 guint                   section,
                                                 int                     bar);
/*
 * How big a section is by what its parts state, in dB: each layer gives 1.5 dB a level and
 * its gain, for as many of the bars as it plays; powers add up. 200 dB below for silence.
 */
double                 maq_review_get_size      (const MaqReview        *self,
                                                 guint                   section);
MaqSection            *maq_review_get_section   (const MaqReview        *self,
                                                 guint                   section);
MaqId                  maq_review_get_id        (const MaqReview        *self,
                                                 guint                   section);
const char            *maq_review_get_name      (const MaqReview        *self,
                                                 guint                   section);
MaqSectionKind         maq_review_get_kind      (const MaqReview        *self,
                                                 guint                   section);
int                    maq_review_get_bars      (const MaqReview        *self,
                                                 guint                   section);
MaqLayer              *maq_review_get_layer     (const MaqReview        *self,
                                                 guint                   layer);
MaqId                  maq_review_get_layer_id  (const MaqReview        *self,
                                                 guint                   layer);
/* index of the first section of a kind from @from on, or -1; of the last */
int                    maq_review_find_kind     (const MaqReview        *self,
                                                 MaqSectionKind          kind,
                                                 guint                   from);
int                    maq_review_find_last     (const MaqReview        *self,
                                                 MaqSectionKind          kind);
/* the fields of a finding about a section from beginning to end */
MaqAdviceFields        maq_review_at            (const MaqReview        *self,
                                                 guint                   section);
GPtrArray             *maq_review_moves         (void);
/* a move with a name of its own; takes over both */
MaqMove               *maq_review_named         (MaqMove                *move,
                                                 char                   *label);
/* all layers of one section at levels @by higher */
MaqMove               *maq_review_step          (const MaqReview        *self,
                                                 guint                   section,
                                                 int                     by);

/* the checks */
void                   maq_review_still         (MaqReview *self);
void                   maq_review_silent_bars   (MaqReview *self);
void                   maq_review_small_chorus  (MaqReview *self);
void                   maq_review_same_chorus   (MaqReview *self);
void                   maq_review_late_chorus   (MaqReview *self);
void                   maq_review_same_job      (MaqReview *self);
void                   maq_review_all_at_once   (MaqReview *self);
void                   maq_review_no_space      (MaqReview *self);
void                   maq_review_lone_motif    (MaqReview *self);
void                   maq_review_lone_player   (MaqReview *self);

G_END_DECLS
