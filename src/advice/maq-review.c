/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-review-private.h"

static const struct
{
  const char     *nick;
  MaqReviewCheck  run;
} checks[] = {
  { "late-chorus", maq_review_late_chorus },
};

typedef struct
{
  MaqAdviceFields  fields;
  char            *sentence;
  GPtrArray       *moves;
} Finding;

static void
finding_free (Finding *self)
{
  g_free (self->sentence);
  g_ptr_array_unref (self->moves);
  g_free (self);
}

void
maq_review_add (MaqReview             *self,
                const MaqAdviceFields *fields,
                GPtrArray             *moves)
{
  Finding *finding = g_new0 (Finding, 1);

  finding->fields = *fields;
  finding->fields.check = checks[self->check].nick;
  finding->fields.sentence = finding->sentence = g_strdup (fields->sentence);
  finding->moves = moves;
  g_ptr_array_add (self->found, finding);
}

static void
review_init (MaqReview              *self,
             MaqProject             *root,
             const MaqReviewOptions *options)
{
  *self = (MaqReview) { .root = root, .options = *options };
  self->arrangement = maq_project_get_arrangement (root);
  self->form = maq_form_new (maq_project_get_current (root), self->arrangement);
  self->n_sections = maq_arrangement_get_n_sections (self->arrangement);
  self->n_layers = maq_arrangement_get_n_layers (self->arrangement);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
}

static void
review_clear (MaqReview *self)
{
  maq_form_unref (self->form);
  g_ptr_array_unref (self->found);
}

static void
review_run (MaqReview *self)
{
  for (self->check = 0; self->check < G_N_ELEMENTS (checks); self->check++)
    checks[self->check].run (self);
}

static gboolean
is_same (const MaqAdviceFields *a,
         const MaqAdviceFields *b)
{
  return a->check == b->check && a->section == b->section && a->layer == b->layer;
}

/* Whether the finding is gone when the move is done, and nothing new has come up instead. */
static gboolean
mends (MaqReview     *self,
       const Finding *finding,
       MaqMove       *move)
{
  g_autoptr(MaqProject) after = maq_move_apply (move, self->root, NULL);
  gboolean is_mended;
  MaqReview probe;

  if (after == NULL || after == self->root)
    return FALSE;

  review_init (&probe, after, &self->options);
  review_run (&probe);
  is_mended = probe.found->len < self->found->len;
  for (guint i = 0; is_mended && i < probe.found->len; i++)
    is_mended = !is_same (&((Finding *) g_ptr_array_index (probe.found, i))->fields,
                          &finding->fields);
  review_clear (&probe);

  return is_mended;
}

static MaqAdvice *
advise (MaqReview *self,
        Finding   *finding)
{
  MaqMove *moves[MAQ_ADVICE_MAX_MOVES];

  finding->fields.moves = moves;
  for (guint i = 0; i < finding->moves->len && finding->fields.n_moves < G_N_ELEMENTS (moves); i++)
    {
      MaqMove *move = g_ptr_array_index (finding->moves, i);

      if (mends (self, finding, move))
        moves[finding->fields.n_moves++] = move;
    }

  return maq_advice_new (&finding->fields);
}

GPtrArray *
maq_review (MaqProject             *root,
            const MaqReviewOptions *options)
{
  GPtrArray *advice = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_advice_unref);
  MaqReviewOptions usual = options != NULL ? *options : (MaqReviewOptions) { 0 };
  MaqReview self;

  if (usual.chorus_seconds <= 0)
    usual.chorus_seconds = MAQ_REVIEW_CHORUS_SECONDS;

  review_init (&self, root, &usual);
  review_run (&self);
  for (guint i = 0; i < self.found->len; i++)
    g_ptr_array_add (advice, advise (&self, g_ptr_array_index (self.found, i)));
  review_clear (&self);

  return advice;
}
