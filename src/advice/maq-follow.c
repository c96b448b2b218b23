/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where the whole song lies off by so much, and what is left without that is no more than
 * this part of it, the arc is followed but for its height. */
#define LEAST_OFFSET 0.5
#define REST_SHARE 0.5

struct _MaqFollow
{
  MaqProject       *root;       /* that it is about */
  MaqFollowSection *sections;
  int              *bars;       /* of each */
  guint            *n_own;      /* how many parts of each it changes */
  GPtrArray       **moves;      /* for each section, of its own changes */
  gboolean         *follows;    /* whether it follows another one */
  MaqFollowHold    *holds;      /* what keeps each from coming nearer, */
  char            **holders;    /* and who */
  guint             n_sections;
  guint             n_changes;
  double            before;
  double            after;
  double            offset;      /* mean of how far above what is meant it is then, */
  double            rest;        /* and of how far the sections are from that */
  char             *low_names;   /* sections that stay far below what is meant */
  char             *high_names;  /* sections that stay far above it */
};

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

      if (!self->sections[i].chosen || (below ? lack : -lack) <= MAQ_FOLLOW_FAR)
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

/* How far the song lies above what is meant as a whole, and how far from that its sections do. */
static void
find_offset (MaqFollow *self)
{
  double sum = 0.0;
  double rest = 0.0;
  int bars = 0;

  for (guint i = 0; i < self->n_sections; i++)
    if (self->sections[i].chosen)
      {
        sum += (self->sections[i].after - self->sections[i].meant) * self->bars[i];
        bars += self->bars[i];
      }
  self->offset = bars == 0 ? 0.0 : sum / bars;
  for (guint i = 0; i < self->n_sections; i++)
    if (self->sections[i].chosen)
      rest += fabs (self->sections[i].after - self->sections[i].meant - self->offset)
              * self->bars[i];
  self->rest = bars == 0 ? 0.0 : rest / bars;
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
  find_offset (self);
  self->low_names = dup_far_names (self, TRUE);
  self->high_names = dup_far_names (self, FALSE);
  for (guint i = 0; i < self->n_sections; i++)
    self->sections[i].reason = maq_follow_why_dup (self->holds[i], self->holders[i],
                                                   &self->sections[i]);
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
  self->holds = g_new0 (MaqFollowHold, n_sections + 1);
  self->holders = g_new0 (char *, n_sections + 1);
  return self;
}

static MaqFollow *
create (MaqFollowWork *work)
{
  MaqFollowSearch *search = &work->search;
  MaqFollow *self = allocate (search->root, search->n_sections);

  maq_follow_search_look_ahead (search);
  maq_follow_moves_fill (search, self->moves, self->follows);
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
      self->holds[i] = maq_follow_why_find (search, i, &self->holders[i]);
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
  g_auto (MaqFollowWork) work = { .measure = measure, .user_data = user_data,
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
  maq_follow_work_prepare (&work);
  work.search.model = maq_follow_model_new (root, work.search.chosen, cancellable);
  if (work.search.model == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      return NULL;
    }
  return maq_follow_work_run (&work, error) ? create (&work) : NULL;
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
    {
      g_free ((char *) self->sections[i].text);
      g_free ((char *) self->sections[i].reason);
      g_free (self->holders[i]);
    }
  maq_follow_moves_free (self->moves, self->n_sections);
  maq_project_unref (self->root);
  g_free (self->bars);
  g_free (self->n_own);
  g_free (self->sections);
  g_free (self->follows);
  g_free (self->holds);
  g_free (self->holders);
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

/* Most songs are followed after two or three proposals; what comes then takes ever less room. */
double
maq_follow_get_progress (guint  n_measured,
                         double part)
{
  static const double done[MAQ_FOLLOW_ROUNDS + MAQ_FOLLOW_TRIES + 2]
    = { 0.0, 0.2, 0.5, 0.75, 0.88, 0.95, 0.98, 1.0 };
  guint last = G_N_ELEMENTS (done) - 1;

  if (n_measured >= last)
    return 1.0;
  return done[n_measured] + CLAMP (part, 0.0, 1.0) * (done[n_measured + 1] - done[n_measured]);
}

char *
maq_follow_dup_sentence (MaqFollow *self,
                         guint      index)
{
  const MaqFollowSection *section;

  g_return_val_if_fail (index < self->n_sections, NULL);

  section = &self->sections[index];
  if (section->text == NULL || section->reason == NULL)
    return g_strdup (section->text != NULL ? section->text : section->reason);
  /* Translators: what changes in a section, and why it does not come nearer to what is meant */
  return g_strdup_printf (_("%s; %s"), section->text, section->reason);
}

MaqMove *
maq_follow_create_move (MaqFollow      *self,
                        const gboolean *wanted)
{
  return maq_follow_moves_create_sequence (self->moves, self->follows, wanted, self->n_sections);
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
      other->holds[i] = self->holds[i];
      other->holders[i] = g_strdup (self->holders[i]);
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
  if (fabs (self->offset) >= LEAST_OFFSET && self->rest <= REST_SHARE * fabs (self->offset))
    return g_strdup_printf (self->offset > 0.0
                              ? _("%s The whole song lies about %.1f above what is meant, its "
                                  "shape is within %.1f: the arc may be drawn higher.")
                              : _("%s The whole song lies about %.1f below what is meant, its "
                                  "shape is within %.1f: the arc may be drawn lower."),
                            near, fabs (self->offset), self->rest);
  /* Translators: after a sentence: sections that stay further from what is meant than that */
  low = self->low_names == NULL ? g_steal_pointer (&near)
                                : g_strdup_printf (_("%s Still more than %.1f below it: %s."), near,
                                                   MAQ_FOLLOW_FAR, self->low_names);
  return self->high_names == NULL ? g_steal_pointer (&low)
                                  : g_strdup_printf (_("%s Still more than %.1f above it: %s."),
                                                     low, MAQ_FOLLOW_FAR, self->high_names);
}
