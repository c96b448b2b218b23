/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A proposal has to bring the song nearer by so much. */
#define LEAST_GAIN 0.05

/* What a change has to bring as measured: half of what is expected of it when it is chosen. */
#define LEAST_WORTH (MAQ_FOLLOW_WORTH / 2)

/* Each round has to be so much better than the one before, or it is the last one. */
#define LEAST_PROGRESS 0.03

/* What makes steps worse than they were costs more than anything saves. */
#define WORSE_COST 10.0
#define LEAST_DIFFERENCE 1e-6
#define MAX_PASSES 8

/* Sections that stay further from what is meant are named. */
#define FAR 1.0

struct _MaqFollow
{
  MaqProject       *root;       /* that it is about */
  MaqFollowSection *sections;
  int              *bars;       /* of each */
  guint            *n_own;      /* how many parts of each it changes */
  GPtrArray       **moves;      /* for each section, of its own changes */
  gboolean         *follows;    /* whether it follows another one */
  guint             n_sections;
  guint             n_changes;
  double            before;
  double            after;
  char             *low_names;   /* sections that stay far below what is meant */
  char             *high_names;  /* sections that stay far above it */
};

/* What was measured: the parts, and what was heard of each section. */
typedef struct
{
  MaqFollowPart *parts;
  double        *energies;
  double        *costs;        /* of what is changed in each section */
} Round;

/* A proposal while it is being looked for. */
typedef struct
{
  MaqFollowSearch   search;
  MaqFollowMeasure  measure;
  gpointer          user_data;
  GCancellable     *cancellable;
  MaqFigures       *figures;     /* of the latest proposal */
  double           *energies;
  double           *first;       /* what is heard of the song as it is */
  Round             rounds[MAQ_FOLLOW_ROUNDS + 1];
  guint             n_rounds;
  guint            *choice;      /* for each section the round whose parts it takes, */
  double           *guessed;     /* and what would be heard */
} Work;

static void
work_init (Work *self)
{
  guint n = self->search.n_sections + 1;

  self->figures = g_new0 (MaqFigures, n);
  self->energies = g_new0 (double, n);
  self->first = g_new0 (double, n);
  self->choice = g_new0 (guint, n);
  self->guessed = g_new0 (double, n);
}

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->search.model, maq_follow_model_free);
  maq_follow_search_clear (&self->search);
  for (guint i = 0; i < self->n_rounds; i++)
    {
      g_free (self->rounds[i].parts);
      g_free (self->rounds[i].energies);
      g_free (self->rounds[i].costs);
    }
  g_free (self->figures);
  g_free (self->energies);
  g_free (self->first);
  g_free (self->choice);
  g_free (self->guessed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* First what others take over, then what goes its own way. */
static MaqMove *
create_sequence (GPtrArray *const *moves,
                 const gboolean   *follows,
                 const gboolean   *wanted,
                 guint             n_sections)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (gboolean pass = FALSE; pass <= TRUE; pass++)
    for (guint i = 0; i < n_sections; i++)
      if (follows[i] == pass && (wanted == NULL || wanted[i]))
        g_ptr_array_extend (all, moves[i], NULL, NULL);
  return all->len == 0 ? NULL : maq_move_sequence ((MaqMove *const *) all->pdata, all->len,
                                                   _("Follow the arc"));
}

static void
fill_moves (MaqFollowSearch *search,
            GPtrArray      **moves,
            gboolean        *follows)
{
  for (guint i = 0; i < search->n_sections; i++)
    {
      moves[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
      follows[i] = search->followed[i] >= 0;
      maq_follow_words_add_moves (search, i, moves[i]);
    }
}

static void
free_moves (GPtrArray **moves,
            guint       n_sections)
{
  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_unref (moves[i]);
  g_free (moves);
}

static MaqProject *
apply (MaqFollowSearch  *search,
       GError          **error)
{
  GPtrArray **moves = g_new0 (GPtrArray *, search->n_sections + 1);
  g_autofree gboolean *follows = g_new0 (gboolean, search->n_sections + 1);
  g_autoptr (MaqMove) move = NULL;

  fill_moves (search, moves, follows);
  move = create_sequence (moves, follows, NULL, search->n_sections);
  free_moves (moves, search->n_sections);
  return move == NULL ? maq_project_ref (search->root)
                      : maq_move_apply (move, search->root, error);
}

static void
copy_parts (Work                *self,
            guint                section,
            MaqFollowPart       *to,
            const MaqFollowPart *from)
{
  gsize first = (gsize) section * self->search.n_layers;

  memcpy (to + first, from + first, self->search.n_layers * sizeof *to);
}

static void
note_round (Work *self)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;
  Round *round = &self->rounds[self->n_rounds++];

  round->parts = g_memdup2 (search->parts, (n_parts + 1) * sizeof *search->parts);
  round->energies = g_memdup2 (self->energies, (search->n_sections + 1) * sizeof (double));
  round->costs = g_new0 (double, search->n_sections + 1);
  for (guint i = 0; i < search->n_sections; i++)
    round->costs[i] = maq_follow_try_section_cost (search, i);
}

/* Measures what is proposed, and sets the model right. */
static gboolean
look_at (Work        *self,
         MaqProject  *root,
         GError     **error)
{
  MaqFollowSearch *search = &self->search;

  if (!self->measure (root, self->figures, self->user_data, self->cancellable, error))
    return FALSE;
  maq_follow_model_make_up (search->model, search->parts);
  maq_follow_model_settle (search->model);
  for (guint i = 0; i < search->n_sections; i++)
    {
      self->energies[i] = search->energies[i] = self->figures[i].energy;
      maq_follow_model_correct (search->model, i, search->parts + i * search->n_layers,
                                &self->figures[i]);
    }
  return TRUE;
}

static gboolean
is_met (Work *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    if (self->search.chosen[i]
        && fabs (self->energies[i] - self->search.meant[i]) > MAQ_FOLLOW_MET)
      return FALSE;
  return TRUE;
}

static gboolean
same_parts (MaqFollowSearch     *search,
            const MaqFollowPart *parts)
{
  for (gsize i = 0; i < (gsize) search->n_sections * search->n_layers; i++)
    if (!maq_follow_part_equal (parts[i], search->parts[i]))
      return FALSE;
  return TRUE;
}

/* Nothing is heard in two sections but by following: a section and those that follow it go
 * together. */
static void
choose_family (Work  *self,
               guint  section,
               guint  round)
{
  const MaqFollowSearch *search = &self->search;

  self->choice[section] = round;
  for (guint i = search->n_before[section]; i < search->n_before[section + 1]; i++)
    self->choice[search->followers[i]] = round;
}

/* What would be heard of each section. */
static void
guess (Work *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    self->guessed[i] = self->rounds[self->choice[i]].energies[i];
}

/* How far off the steps may be on the mean: no further than before, unless that is next to
 * nothing. */
static double
get_most_error (const Work *self)
{
  return MAX (maq_follow_steps_error (&self->search, self->first), MAQ_FOLLOW_STEPS_MET);
}

/* How much worse the steps are than before. */
static double
judge_steps (const Work *self)
{
  const MaqFollowSearch *search = &self->search;
  double worse = maq_follow_steps_error (search, self->guessed) - get_most_error (self);

  return maq_follow_steps_lack (search, self->guessed) + MAX (worse, 0.0);
}

/* How far what is chosen is from what is meant, and what it costs. */
static double
judge (Work *self)
{
  const MaqFollowSearch *search = &self->search;
  double total;

  guess (self);
  total = maq_follow_steps_cost (search, self->guessed) + WORSE_COST * judge_steps (self);
  for (guint i = 0; i < search->n_sections; i++)
    if (search->chosen[i])
      total += maq_follow_try_error (search, i, self->guessed[i])
               + LEAST_WORTH * self->rounds[self->choice[i]].costs[i];
  return total;
}

/* One section with its followers after the other takes what is best for all, if that is better. */
static gboolean
choose_families (Work   *self,
                 double *total)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->search.n_sections; i++)
    {
      guint before = self->choice[i];

      if (self->search.followed[i] >= 0)
        continue;
      for (guint round = 0; round < self->n_rounds; round++)
        {
          double other;

          choose_family (self, i, round);
          other = judge (self);
          if (other < *total - LEAST_DIFFERENCE)
            {
              *total = other;
              before = round;
              any = TRUE;
            }
        }
      choose_family (self, i, before);
    }
  return any;
}

/* Of all that was measured the best for each section, beginning with the best for all. */
static void
choose (Work *self)
{
  double best = INFINITY;
  guint best_round = 0;

  for (guint round = 0; round < self->n_rounds; round++)
    {
      double total;

      for (guint i = 0; i < self->search.n_sections; i++)
        self->choice[i] = round;
      total = judge (self);
      if (total < best - LEAST_DIFFERENCE)
        {
          best = total;
          best_round = round;
        }
    }
  for (guint i = 0; i < self->search.n_sections; i++)
    self->choice[i] = best_round;
  for (guint pass = 0; pass < MAX_PASSES && choose_families (self, &best); pass++)
    ;
}

static guint
count_plays (const Work *self,
             guint       layer)
{
  const MaqFollowSearch *search = &self->search;
  guint n = 0;

  for (guint i = 0; i < search->n_sections; i++)
    n += self->rounds[self->choice[i]].parts[i * search->n_layers + layer].level > 0;
  return n;
}

/* What is best for each section may be too much for a player: some stay as they were. */
static void
keep_voices (Work *self)
{
  const MaqFollowSearch *search = &self->search;

  for (guint layer = 0; layer < search->n_layers; layer++)
    for (guint i = 0; i < search->n_sections; i++)
      {
        if (2 * count_plays (self, layer) >= search->n_played[layer])
          break;
        if (search->followed[i] < 0)
          choose_family (self, i, 0);
      }
}

/* What is left of how much worse the steps are, if a section takes what was measured in a round. */
static double
judge_swap (Work  *self,
            guint  section,
            guint  round)
{
  guint before = self->choice[section];
  double left;

  choose_family (self, section, round);
  guess (self);
  left = judge_steps (self);
  choose_family (self, section, before);
  return left;
}

/* Changes or takes back what makes steps worse than they were: what the least is left of first. */
static gboolean
mend_steps (Work *self)
{
  double now;
  double least = INFINITY;
  guint best = G_MAXUINT;
  guint best_round = 0;

  guess (self);
  now = judge_steps (self);
  for (guint i = 0; now > 0.0 && i < self->search.n_sections; i++)
    for (guint round = 0; round < self->n_rounds; round++)
      {
        double left;

        if (self->search.followed[i] >= 0 || self->choice[i] == 0 || self->choice[i] == round)
          continue;
        left = judge_swap (self, i, round);
        /* what is taken back stays so, and all else has to be better: it comes to an end */
        if (left >= least || (round > 0 && left >= now))
          continue;
        least = left;
        best = i;
        best_round = round;
      }
  if (best != G_MAXUINT)
    choose_family (self, best, best_round);
  return best != G_MAXUINT;
}

static void
keep_steps (Work *self)
{
  while (mend_steps (self))
    ;
}

/* Puts together what is chosen, and measures that unless it was the latest. */
static gboolean
put_together (Work    *self,
              GError **error)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;
  g_autofree MaqFollowPart *latest
    = g_memdup2 (search->parts, (n_parts + 1) * sizeof *search->parts);
  g_autoptr (MaqProject) root = NULL;

  for (guint i = 0; i < search->n_sections; i++)
    copy_parts (self, i, search->parts, self->rounds[self->choice[i]].parts);
  if (same_parts (search, latest))
    return TRUE;
  root = apply (search, error);
  return root != NULL && look_at (self, root, error);
}

/* The steps are measured, too: a song that is nearer and flatter follows nothing. */
static gboolean
is_better (const Work *self)
{
  const MaqFollowSearch *search = &self->search;

  return maq_follow_search_distance (search, self->energies)
           < maq_follow_search_distance (search, self->first) - LEAST_GAIN
         && maq_follow_steps_error (search, self->energies) <= get_most_error (self)
         && maq_follow_steps_lack (search, self->energies) <= 0.0;
}

/* What is measured of all that is chosen is what counts for the sections from now on. */
static void
learn_choice (Work *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    self->rounds[self->choice[i]].energies[i] = self->energies[i];
}

static gboolean
conclude (Work    *self,
          GError **error)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;

  choose (self);
  for (guint trial = 0; trial < MAQ_FOLLOW_TRIES; trial++)
    {
      keep_voices (self);
      keep_steps (self);
      if (!put_together (self, error))
        return FALSE;
      if (is_better (self))
        return TRUE;
      learn_choice (self);
    }
  memcpy (self->energies, self->first, search->n_sections * sizeof (double));
  memcpy (search->parts, search->before, n_parts * sizeof *search->parts);
  return TRUE;
}

/* How good what was measured last is as a whole. */
static double
judge_latest (Work *self)
{
  for (guint i = 0; i < self->search.n_sections; i++)
    self->choice[i] = self->n_rounds - 1;
  return judge (self);
}

static gboolean
search (Work    *self,
        GError **error)
{
  MaqFollowSearch *search = &self->search;
  double best;

  if (!look_at (self, search->root, error))
    return FALSE;
  memcpy (self->first, self->energies, search->n_sections * sizeof (double));
  maq_follow_steps_learn (search, self->first);
  note_round (self);
  best = judge_latest (self);
  for (guint round = 0; round < MAQ_FOLLOW_ROUNDS && !is_met (self); round++)
    {
      g_autoptr (MaqProject) root = NULL;

      maq_follow_search_run (search, self->cancellable);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (same_parts (search, self->rounds[round].parts))
        break;
      root = apply (search, error);
      if (root == NULL || !look_at (self, root, error))
        return FALSE;
      note_round (self);
      /* what each round takes is the most of the time: the last ones bring little */
      if (round > 0 && judge_latest (self) > best * (1.0 - LEAST_PROGRESS))
        break;
      best = MIN (best, judge_latest (self));
    }
  return conclude (self, error);
}

/* The sections that stay below what is meant, or above it, by more than anybody overlooks. */
static char *
dup_far_names (MaqFollow *self,
               gboolean   below)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (self->root);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->n_sections; i++)
    {
      double lack = self->sections[i].meant - self->sections[i].after;

      if (!self->sections[i].chosen || (below ? lack : -lack) <= FAR)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, maq_section_get_name (maq_arrangement_get_section (arrangement, i)));
    }
  return g_string_free (names, names->len == 0);
}

static double
find_distance (MaqFollow *self,
               gboolean   after)
{
  double sum = 0.0;
  int bars = 0;

  for (guint i = 0; i < self->n_sections; i++)
    {
      const MaqFollowSection *section = &self->sections[i];

      if (!section->chosen)
        continue;
      sum += fabs ((after ? section->after : section->before) - section->meant) * self->bars[i];
      bars += self->bars[i];
    }
  return bars == 0 ? 0.0 : sum / bars;
}

/* What follows from what is measured of the sections. */
static void
sum_up (MaqFollow      *self,
        const gboolean *wanted)
{
  for (guint i = 0; i < self->n_sections; i++)
    if (wanted == NULL || wanted[i])
      self->n_changes += self->n_own[i];
  self->before = find_distance (self, FALSE);
  self->after = find_distance (self, TRUE);
  self->low_names = dup_far_names (self, TRUE);
  self->high_names = dup_far_names (self, FALSE);
}

static MaqFollow *
allocate (MaqProject *root,
          guint       n_sections)
{
  MaqFollow *self = g_atomic_rc_box_new0 (MaqFollow);

  self->root = maq_project_ref (root);
  self->n_sections = n_sections;
  self->sections = g_new0 (MaqFollowSection, n_sections + 1);
  self->bars = g_new0 (int, n_sections + 1);
  self->n_own = g_new0 (guint, n_sections + 1);
  self->moves = g_new0 (GPtrArray *, n_sections + 1);
  self->follows = g_new0 (gboolean, n_sections + 1);
  return self;
}

static MaqFollow *
create (Work *work)
{
  MaqFollowSearch *search = &work->search;
  MaqFollow *self = allocate (search->root, search->n_sections);

  fill_moves (search, self->moves, self->follows);
  for (guint i = 0; i < search->n_sections; i++)
    {
      self->sections[i] = (MaqFollowSection) {
        .section = maq_section_get_id (maq_form_get_section (search->form, i)->section),
        .meant = search->meant[i],
        .before = work->first[i],
        .after = work->energies[i],
        .chosen = search->chosen[i],
        .text = maq_follow_words_dup (search, i),
      };
      self->bars[i] = maq_form_get_section (search->form, i)->bars;
      self->n_own[i] = maq_follow_words_count (search, i);
    }
  sum_up (self, NULL);
  return self;
}

MaqFollow *
maq_follow_new (MaqProject        *root,
                const MaqId       *sections,
                guint              n_sections,
                MaqFollowMeasure   measure,
                gpointer           user_data,
                GCancellable      *cancellable,
                GError           **error)
{
  g_auto (Work) work = { .measure = measure, .user_data = user_data,
                         .cancellable = cancellable };

  if (!maq_follow_search_init (&work.search, root, sections, n_sections))
    {
      g_set_error_literal (error, MAQ_MOVE_ERROR, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                           maq_arrangement_get_fields (work.search.arrangement)->arcs == NULL
                             ? _("No energy is meant yet. Draw its arc first.")
                             : _("No energy is meant yet. Draw its arc first: of all arcs it is "
                                 "the one that levels and entries are measured against. "
                                 "Intimacy and arcs of your own are not measured, and tension "
                                 "goes by harmony and form, too."));
      return NULL;
    }
  work_init (&work);
  work.search.model = maq_follow_model_new (root, work.search.chosen, cancellable);
  if (work.search.model == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      return NULL;
    }
  return search (&work, error) ? create (&work) : NULL;
}

MaqFollow *
maq_follow_ref (MaqFollow *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MaqFollow *self = data;

  for (guint i = 0; i < self->n_sections; i++)
    g_free ((char *) self->sections[i].text);
  free_moves (self->moves, self->n_sections);
  maq_project_unref (self->root);
  g_free (self->bars);
  g_free (self->n_own);
  g_free (self->sections);
  g_free (self->follows);
  g_free (self->low_names);
  g_free (self->high_names);
}

void
maq_follow_unref (MaqFollow *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
maq_follow_get_n_sections (MaqFollow *self)
{
  return self->n_sections;
}

const MaqFollowSection *
maq_follow_get_section (MaqFollow *self,
                        guint      index)
{
  g_return_val_if_fail (index < self->n_sections, NULL);

  return &self->sections[index];
}

guint
maq_follow_get_n_changes (MaqFollow *self)
{
  return self->n_changes;
}

double
maq_follow_get_distance (MaqFollow *self,
                         gboolean   after)
{
  return after ? self->after : self->before;
}

MaqMove *
maq_follow_create_move (MaqFollow      *self,
                        const gboolean *wanted)
{
  return create_sequence (self->moves, self->follows, wanted, self->n_sections);
}

/* The same in all but what is measured. */
static MaqFollow *
copy (MaqFollow *self)
{
  MaqFollow *other = allocate (self->root, self->n_sections);

  for (guint i = 0; i < self->n_sections; i++)
    {
      other->sections[i] = self->sections[i];
      other->sections[i].text = g_strdup (self->sections[i].text);
      other->bars[i] = self->bars[i];
      other->n_own[i] = self->n_own[i];
      other->moves[i] = g_ptr_array_ref (self->moves[i]);
      other->follows[i] = self->follows[i];
    }
  return other;
}

MaqFollow *
maq_follow_measure_wanted (MaqFollow         *self,
                           const gboolean    *wanted,
                           MaqFollowMeasure   measure,
                           gpointer           user_data,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autofree MaqFigures *figures = g_new0 (MaqFigures, self->n_sections + 1);
  g_autoptr (MaqMove) move = maq_follow_create_move (self, wanted);
  g_autoptr (MaqProject) root = NULL;
  MaqFollow *other;

  if (move != NULL)
    {
      root = maq_move_apply (move, self->root, error);
      if (root == NULL || !measure (root, figures, user_data, cancellable, error))
        return NULL;
    }
  other = copy (self);
  for (guint i = 0; i < self->n_sections; i++)
    other->sections[i].after = move != NULL ? figures[i].energy : self->sections[i].before;
  sum_up (other, wanted);
  return other;
}

static gboolean
has_changes (MaqFollow *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    if (self->n_own[i] > 0)
      return TRUE;
  return FALSE;
}

char *
maq_follow_dup_summary (MaqFollow *self)
{
  g_autofree char *near = NULL;
  g_autofree char *low = NULL;

  if (self->n_changes == 0 && has_changes (self))
    return g_strdup_printf (_("Nothing is chosen: it stays %.1f away on the mean."), self->before);
  if (self->n_changes == 0 && self->low_names == NULL && self->high_names == NULL)
    return g_strdup_printf (_("It follows the arc already: %.1f away on the mean."),
                            self->before);
  if (self->n_changes == 0)
    near = g_strdup_printf (_("No change of levels, entries and layers brings it nearer than the "
                              "%.1f that it is away on the mean."), self->before);
  else
    near = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u change brings it from %.1f to %.1f away on the mean.",
                                         "%u changes bring it from %.1f to %.1f away on the mean.",
                                         self->n_changes),
                            self->n_changes, self->before, self->after);
  /* Translators: after a sentence: sections that stay further from what is meant than that */
  low = self->low_names == NULL ? g_steal_pointer (&near)
                                : g_strdup_printf (_("%s Still more than %.1f below it: %s."), near,
                                                   FAR, self->low_names);
  return self->high_names == NULL ? g_steal_pointer (&low)
                                  : g_strdup_printf (_("%s Still more than %.1f above it: %s."),
                                                     low, FAR, self->high_names);
}
