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

/* A proposal while it is being looked for. */
typedef struct
{
  MaqFollowSearch   search;
  MaqFollowMeasure  measure;
  gpointer          user_data;
  GCancellable     *cancellable;
  MaqFigures       *figures;     /* of the latest proposal */
  double           *energies;
  double           *first;       /* of the song as it is */
  double           *best;        /* of each section with the best parts so far, */
  MaqFollowPart    *best_parts;
  double           *best_total;  /* error and cost of it and those that follow it; by followed */
} Work;

static void
work_init (Work *self)
{
  guint n = self->search.n_sections + 1;
  gsize n_parts = (gsize) self->search.n_sections * self->search.n_layers + 1;

  self->figures = g_new0 (MaqFigures, n);
  self->energies = g_new0 (double, n);
  self->first = g_new0 (double, n);
  self->best = g_new0 (double, n);
  self->best_parts = g_new0 (MaqFollowPart, n_parts);
  self->best_total = g_new0 (double, n);
}

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->search.model, maq_follow_model_free);
  maq_follow_search_clear (&self->search);
  g_free (self->figures);
  g_free (self->energies);
  g_free (self->first);
  g_free (self->best);
  g_free (self->best_parts);
  g_free (self->best_total);
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

static double
judge_section (Work  *self,
               guint  section)
{
  if (!self->search.chosen[section])
    return 0.0;
  return maq_follow_try_error (&self->search, section, self->energies[section])
         + LEAST_WORTH * maq_follow_try_section_cost (&self->search, section);
}

static void
note_section (Work  *self,
              guint  section)
{
  self->best[section] = self->energies[section];
  copy_parts (self, section, self->best_parts, self->search.parts);
}

/* Nothing is heard in two sections but by following: of each family the best is noted. */
static void
note_best (Work     *self,
           gboolean  is_first)
{
  const MaqFollowSearch *search = &self->search;

  for (guint i = 0; i < search->n_sections; i++)
    {
      double total = 0.0;

      if (search->followed[i] >= 0)
        continue;
      total = judge_section (self, i);
      for (guint k = search->n_before[i]; k < search->n_before[i + 1]; k++)
        total += judge_section (self, search->followers[k]);
      if (!is_first && total >= self->best_total[i] - 1e-6)
        continue;
      self->best_total[i] = total;
      note_section (self, i);
      for (guint k = search->n_before[i]; k < search->n_before[i + 1]; k++)
        note_section (self, search->followers[k]);
    }
}

/* Measures what is proposed, sets the model right, and notes what is the best so far. */
static gboolean
look_at (Work        *self,
         MaqProject  *root,
         GError     **error)
{
  MaqFollowSearch *search = &self->search;

  if (!self->measure (root, self->figures, self->user_data, self->cancellable, error))
    return FALSE;
  for (guint i = 0; i < search->n_sections; i++)
    {
      self->energies[i] = self->figures[i].energy;
      maq_follow_model_correct (search->model, i, search->parts + i * search->n_layers,
                                &self->figures[i]);
    }
  if (root == search->root)
    memcpy (self->first, self->energies, search->n_sections * sizeof *self->first);
  note_best (self, root == search->root);
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

static guint
count_plays (const MaqFollowSearch *search,
             guint                  layer)
{
  guint n = 0;

  for (guint i = 0; i < search->n_sections; i++)
    n += search->parts[i * search->n_layers + layer].level > 0;
  return n;
}

/* What is best for each section may be too much for a player: some stay as they were. */
static void
keep_voices (Work *self)
{
  MaqFollowSearch *search = &self->search;

  for (guint layer = 0; layer < search->n_layers; layer++)
    for (guint i = 0; i < search->n_sections; i++)
      {
        if (2 * count_plays (search, layer) >= search->n_played[layer])
          break;
        if (search->followed[i] >= 0)
          continue;
        copy_parts (self, i, search->parts, search->before);
        for (guint k = search->n_before[i]; k < search->n_before[i + 1]; k++)
          copy_parts (self, search->followers[k], search->parts, search->before);
      }
}

/* Puts together what is best for each section, and measures that. */
static gboolean
conclude (Work          *self,
          MaqFollowPart *latest,
          GError       **error)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;
  gsize n_bytes = search->n_sections * sizeof *self->energies;

  memcpy (latest, search->parts, n_parts * sizeof *latest);
  memcpy (search->parts, self->best_parts, n_parts * sizeof *search->parts);
  keep_voices (self);
  if (!same_parts (search, latest))
    {
      g_autoptr (MaqProject) root = apply (search, error);

      if (root == NULL || !look_at (self, root, error))
        return FALSE;
    }
  memcpy (self->best, self->energies, n_bytes);
  if (maq_follow_search_distance (search, self->best)
      < maq_follow_search_distance (search, self->first) - LEAST_GAIN)
    return TRUE;
  memcpy (self->best, self->first, n_bytes);
  memcpy (search->parts, search->before, n_parts * sizeof *search->parts);
  return TRUE;
}

static gboolean
search (Work    *self,
        GError **error)
{
  MaqFollowSearch *search = &self->search;
  gsize n_parts = (gsize) search->n_sections * search->n_layers;
  g_autofree MaqFollowPart *previous = g_new0 (MaqFollowPart, n_parts + 1);

  if (!look_at (self, search->root, error))
    return FALSE;
  for (guint round = 0; round < MAQ_FOLLOW_ROUNDS && !is_met (self); round++)
    {
      g_autoptr (MaqProject) root = NULL;

      memcpy (previous, search->parts, n_parts * sizeof *previous);
      maq_follow_search_run (search, self->cancellable);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (same_parts (search, previous))
        break;
      root = apply (search, error);
      if (root == NULL || !look_at (self, root, error))
        return FALSE;
    }
  return conclude (self, previous, error);
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
        .after = work->best[i],
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
  /* Translators: after a sentence: sections that stay further from what is meant than 1.0 */
  low = self->low_names == NULL ? g_steal_pointer (&near)
                                : g_strdup_printf (_("%s Still below it: %s."), near,
                                                   self->low_names);
  return self->high_names == NULL ? g_steal_pointer (&low)
                                  : g_strdup_printf (_("%s Still above it: %s."), low,
                                                     self->high_names);
}
