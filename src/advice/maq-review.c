/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-review-private.h"

static const struct
{
  const char     *nick;
  MaqReviewCheck  run;
} checks[] = {
  { "small-chorus", maq_review_small_chorus },
  { "late-chorus", maq_review_late_chorus },
  { "same-last-chorus", maq_review_same_chorus },
  { "all-at-once", maq_review_all_at_once },
  { "no-space", maq_review_no_space },
  { "silent-bars", maq_review_silent_bars },
  { "nothing-changes", maq_review_still },
  { "same-job", maq_review_same_job },
  { "lone-motif", maq_review_lone_motif },
  { "lone-player", maq_review_lone_player },
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
run (MaqReview *self)
{
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  for (self->check = 0; self->check < G_N_ELEMENTS (checks); self->check++)
    checks[self->check].run (self);
}

static gboolean
is_same (const MaqAdviceFields *a,
         const MaqAdviceFields *b)
{
  return a->check == b->check && a->section == b->section && a->bar == b->bar &&
         a->layer == b->layer;
}

/* What is settled stays as it is, also where another section takes it over. */
static gboolean
keeps_pinned (MaqReview  *self,
              MaqProject *root)
{
  MaqArrangement *after = maq_project_get_arrangement (root);

  for (guint i = 0; i < self->n_sections; i++)
    {
      MaqSection *section = maq_review_get_section (self, i);
      int at = maq_arrangement_find_section (after, maq_review_get_id (self, i));
      MaqSection *now = at < 0 ? NULL : maq_arrangement_get_resolved (after, (guint) at);

      for (guint j = 0; j < maq_section_get_n_parts (section); j++)
        {
          MaqPart *part = maq_section_get_part (section, j);
          MaqPart *other = now == NULL
                             ? NULL : maq_section_find_part (now, maq_part_get_layer (part));

          if (maq_part_get_fields (part)->pinned &&
              (other == NULL || !maq_part_equal (part, other)))
            return FALSE;
        }
    }

  return TRUE;
}

static guint
count_unmuted (MaqArrangement *arrangement,
               guint           section)
{
  guint n = 0;

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *layer
        = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));

      n += !layer->muted && maq_arrangement_get_level (arrangement, section, layer->id) > 0;
    }

  return n;
}

/* Whoever listens with a layer muted is not offered to be left with that one alone. */
static gboolean
keeps_heard (MaqReview  *self,
             MaqProject *root)
{
  MaqArrangement *after = maq_project_get_arrangement (root);

  for (guint i = 0; i < maq_arrangement_get_n_sections (after); i++)
    {
      MaqId id = maq_section_get_id (maq_arrangement_get_section (after, i));
      int was = maq_arrangement_find_section (self->arrangement, id);

      if (count_unmuted (after, i) == 0 &&
          (was < 0 || count_unmuted (self->arrangement, (guint) was) > 0))
        return FALSE;
    }

  return TRUE;
}

/*
 * Whether the finding is gone when the move is done, nothing new has come up instead, and
 * nothing that is pinned is touched.
 */
static gboolean
mends (MaqReview     *self,
       const Finding *finding,
       MaqMove       *move)
{
  g_autoptr(MaqProject) after = maq_move_apply (move, self->root, NULL);
  g_autoptr(GPtrArray) found = NULL;
  gboolean is_mended;
  MaqReview probe;

  if (after == NULL || after == self->root || !keeps_pinned (self, after) ||
      !keeps_heard (self, after))
    return FALSE;

  maq_review_init (&probe, after, &self->options);
  maq_review_take_loudness (&probe, self);
  if (self->registers != NULL)
    probe.registers = g_hash_table_ref (self->registers);
  run (&probe);
  maq_review_clear (&probe);
  found = probe.found;
  is_mended = found->len < self->found->len;
  for (guint i = 0; is_mended && i < found->len; i++)
    is_mended = !is_same (&((Finding *) g_ptr_array_index (found, i))->fields, &finding->fields);

  return is_mended;
}

static gboolean
is_dismissed (MaqReview             *self,
              const MaqAdviceFields *fields)
{
  MaqVec *dismissals = maq_arrangement_get_fields (self->arrangement)->dismissals;
  guint n = dismissals != NULL ? maq_vec_get_length (dismissals) : 0;

  for (guint i = 0; i < n; i++)
    if (maq_dismissal_covers (maq_vec_get (dismissals, i), fields->check, fields->section,
                              fields->layer))
      return TRUE;

  return FALSE;
}

static MaqAdvice *
advise (MaqReview *self,
        Finding   *finding)
{
  MaqMove *moves[MAQ_ADVICE_MAX_MOVES];

  finding->fields.moves = moves;
  finding->fields.is_dismissed = is_dismissed (self, &finding->fields);
  for (guint i = 0; i < finding->moves->len && finding->fields.n_moves < G_N_ELEMENTS (moves); i++)
    {
      MaqMove *move = g_ptr_array_index (finding->moves, i);

      if (g_cancellable_is_cancelled (self->cancellable))
        break;
      if (mends (self, finding, move))
        moves[finding->fields.n_moves++] = move;
    }

  return maq_advice_new (&finding->fields);
}

/* The first findings of each check are worked out, and what is dismissed among them. */
static GPtrArray *
advise_all (MaqReview *self)
{
  GPtrArray *advice = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_advice_unref);
  const char *check = NULL;
  guint n_of_check = 0;

  for (guint i = 0; i < self->found->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      Finding *finding = g_ptr_array_index (self->found, i);

      n_of_check = finding->fields.check == check ? n_of_check : 0;
      n_of_check += !is_dismissed (self, &finding->fields);
      check = finding->fields.check;
      if (n_of_check <= MAQ_REVIEW_MAX_PER_CHECK)
        g_ptr_array_add (advice, advise (self, finding));
    }

  return advice;
}

GPtrArray *
maq_review (MaqProject             *root,
            const MaqReviewOptions *options,
            GCancellable           *cancellable)
{
  MaqReviewOptions usual = options != NULL ? *options : (MaqReviewOptions) { 0 };
  GPtrArray *advice;
  MaqReview self;

  if (usual.chorus_seconds <= 0)
    usual.chorus_seconds = MAQ_REVIEW_CHORUS_SECONDS;

  maq_review_init (&self, root, &usual);
  self.cancellable = cancellable;
  run (&self);
  advice = advise_all (&self);
  maq_review_clear (&self);
  g_ptr_array_unref (self.found);

  return advice;
}
