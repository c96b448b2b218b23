/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-form.h"
#include "maq-review.h"

G_BEGIN_DECLS

/*
 * What a check looks at, laid out so that it need not be looked up: the parts as they
 * sound, by section and layer. Borrowed from the root.
 */
typedef struct
{
  MaqProject       *root;
  MaqArrangement   *arrangement;
  MaqForm          *form;
  MaqReviewOptions  options;
  guint             n_sections;
  guint             n_layers;
  guint             check;  /* the one that is at work */
  GPtrArray        *found;  /* (element-type Finding) */
} MaqReview;

/* a check says what it finds with maq_review_add() */
typedef void (*MaqReviewCheck) (MaqReview *self);

/*
 * Notes a finding; @moves are tried later, in their order, and those that mend it are
 * offered. Takes over @moves (element-type MaqMove); @fields->check and ->moves are left
 * to this.
 */
void maq_review_add         (MaqReview             *self,
                             const MaqAdviceFields *fields,
                             GPtrArray             *moves);

/* maq-review-chorus.c */
void maq_review_late_chorus (MaqReview             *self);

G_END_DECLS
