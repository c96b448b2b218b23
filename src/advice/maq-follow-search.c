/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The search is greedy: of all single changes the one that is worth most for what it
 * costs is done, until none is worth it. What is changed already costs little to change
 * again, so that a level finds its place; what no longer pays is taken back at the end.
 */

#include "maq-follow-private.h"

#include <math.h>
#include <stdlib.h>

#include "maq-arc-shape.h"
#include "maq-limits.h"

/* What a change has to bring, in energy of a section of mean length, for each of its cost. */
#define WORTH 0.2

/* What changes cost: levels first, then entries, then who plays. */
#define LEVEL_COST 1.0
#define ENTRY_COST 1.8
#define LAYER_COST 2.6
/* A small step is better than a large one that does the same: it costs this times its square. */
#define STEP_COST 0.05
/* The tune is what the song is about: it is left alone for as long as others can do it. */
#define VOCAL_FACTOR 2.5
#define VOCAL_STEPS 3
#define AGAIN_COST 0.15

#define MAX_STEPS 400

#define LEAST_SHARE 0.6
#define MOST_SHARE 1.5

/* Who comes in does not do so at the top. */
#define LOUDEST_ENTRY 8

/* Sections of fewer bars are too short to enter in their middle. */
#define MIN_ENTRY_BARS 8

/* One change: a part, and with it those that take it over. */
typedef struct
{
  guint         section;
  guint         layer;
  gboolean      is_family;
  MaqFollowPart part;
} Change;

static guint
at (const MaqFollowSearch *self,
    guint                  section,
    guint                  layer)
{
  return section * self->n_layers + layer;
}

static MaqCurve *
dup_curve (MaqArrangement *arrangement,
           MaqForm        *form)
{
  MaqVec *arcs = maq_arrangement_get_fields (arrangement)->arcs;

  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    if (maq_arc_get_fields (maq_vec_get (arcs, i))->kind == MAQ_ARC_ENERGY)
      return maq_arc_dup_curve (maq_vec_get (arcs, i), form);
  return NULL;
}

static void
fill_section (MaqFollowSearch *self,
              MaqCurve        *curve,
              guint            section)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqSection *own = maq_arrangement_get_section (self->arrangement, section);
  MaqId follows = maq_section_get_fields (own)->follows;

  for (int bar = 0; bar < place->bars; bar++)
    self->meant[section] += maq_curve_evaluate (curve, place->first_bar + bar + 0.5) / place->bars;
  self->followed[section] = follows == MAQ_ID_NONE
                              ? -1 : maq_arrangement_find_section (self->arrangement, follows);
  for (guint i = 0; i < self->n_layers; i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (self->arrangement, i);
      MaqId id = maq_layer_get_id (layer);
      MaqPart *part = maq_section_find_part (place->section, id);
      const MaqPartFields *fields = part == NULL ? NULL : maq_part_get_fields (part);
      guint index = at (self, section, i);

      self->fixed[index] = (fields != NULL && fields->pinned)
                           || maq_layer_get_fields (layer)->muted;
      self->taken_over[index] = self->followed[section] >= 0
                                && maq_section_find_part (own, id) == NULL;
      if (fields != NULL && fields->entry_bar < place->bars)
        self->before[index] = (MaqFollowPart) { (gint8) fields->level,
                                                (guint16) fields->entry_bar };
      self->parts[index] = self->before[index];
      if (!maq_layer_get_fields (layer)->muted)
        self->ends[index] = fields != NULL && fields->exit_bar > 0 ? fields->exit_bar : place->bars;
    }
}

static void
choose (MaqFollowSearch *self,
        const MaqId     *sections,
        guint            n_sections)
{
  for (guint i = 0; i < self->n_sections; i++)
    self->chosen[i] = n_sections == 0;
  for (guint i = 0; i < n_sections; i++)
    {
      int index = maq_arrangement_find_section (self->arrangement, sections[i]);

      if (index >= 0)
        self->chosen[index] = TRUE;
    }
}

gboolean
maq_follow_search_init (MaqFollowSearch *self,
                        MaqProject      *root,
                        const MaqId     *sections,
                        guint            n_sections)
{
  g_autoptr (MaqCurve) curve = NULL;
  gsize n_parts;

  *self = (MaqFollowSearch) { .root = maq_project_ref (root) };
  self->arrangement = maq_arrangement_ref (maq_project_get_arrangement (root));
  self->form = maq_form_new (maq_project_get_current (root), self->arrangement);
  self->n_sections = maq_form_get_n_sections (self->form);
  self->n_layers = maq_arrangement_get_n_layers (self->arrangement);
  n_parts = (gsize) self->n_sections * self->n_layers;
  self->meant = g_new0 (double, self->n_sections + 1);
  self->chosen = g_new0 (gboolean, self->n_sections + 1);
  self->followed = g_new0 (int, self->n_sections + 1);
  self->fixed = g_new0 (gboolean, n_parts + 1);
  self->taken_over = g_new0 (gboolean, n_parts + 1);
  self->before = g_new0 (MaqFollowPart, n_parts + 1);
  self->parts = g_new0 (MaqFollowPart, n_parts + 1);
  self->ends = g_new0 (int, n_parts + 1);
  curve = dup_curve (self->arrangement, self->form);
  if (curve == NULL)
    return FALSE;
  choose (self, sections, n_sections);
  for (guint i = 0; i < self->n_sections; i++)
    fill_section (self, curve, i);
  return TRUE;
}

void
maq_follow_search_clear (MaqFollowSearch *self)
{
  g_clear_pointer (&self->form, maq_form_unref);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->meant, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->followed, g_free);
  g_clear_pointer (&self->fixed, g_free);
  g_clear_pointer (&self->taken_over, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->parts, g_free);
  g_clear_pointer (&self->ends, g_free);
}

static gboolean
equal (MaqFollowPart a,
       MaqFollowPart b)
{
  return a.level == b.level && (a.level == 0 || a.entry_bar == b.entry_bar);
}

static double
get_cost (MaqFollowPart before,
          MaqFollowPart after)
{
  int steps = after.level - before.level;

  if (equal (before, after))
    return 0.0;
  if ((before.level == 0) != (after.level == 0))
    return LAYER_COST;
  if (before.entry_bar != after.entry_bar)
    return ENTRY_COST;
  return LEVEL_COST + STEP_COST * steps * steps;
}

static MaqRole
get_role (const MaqFollowSearch *self,
          guint                  layer)
{
  return maq_layer_get_role (maq_arrangement_get_layer (self->arrangement, layer));
}

/* Whether a part that is taken over goes along with that of the followed section. */
gboolean
maq_follow_search_goes_along (MaqFollowSearch *self,
                              guint            section,
                              guint            layer)
{
  return self->taken_over[at (self, section, layer)]
         && equal (self->parts[at (self, section, layer)],
                   self->parts[at (self, (guint) self->followed[section], layer)]);
}

/* Longer sections weigh more, but the short ones are heard, too. */
static double
get_share (const MaqFollowSearch *self,
           guint                  section)
{
  double share = (double) maq_form_get_section (self->form, section)->bars * self->n_sections
                 / MAX (maq_form_get_bars (self->form), 1);

  return CLAMP (share, LEAST_SHARE, MOST_SHARE);
}

/* How far a section is from what is meant; less than is met does not count. */
static double
get_error (const MaqFollowSearch *self,
           guint                  section,
           double                 energy)
{
  return MAX (fabs (energy - self->meant[section]) - MAQ_FOLLOW_MET / 2, 0.0)
         * get_share (self, section);
}

static double
predict (MaqFollowSearch *self,
         guint            section)
{
  return get_error (self, section,
                    maq_follow_model_predict (self->model, section,
                                              self->parts + at (self, section, 0)));
}

/* The section at @index, if a change there changes it. */
static gboolean
is_reached (MaqFollowSearch *self,
            const Change    *change,
            guint            section)
{
  if (section == change->section)
    return TRUE;
  return change->is_family && self->followed[section] == (int) change->section
         && maq_follow_search_goes_along (self, section, change->layer);
}

static gboolean
may_reach (MaqFollowSearch *self,
           const Change    *change)
{
  for (guint i = 0; i < self->n_sections; i++)
    if (is_reached (self, change, i)
        && (!self->chosen[i] || self->fixed[at (self, i, change->layer)]))
      return FALSE;
  return TRUE;
}

/* Whether anybody is heard in a bar with these parts, one for each layer. */
static gboolean
sounds (const MaqFollowSearch *self,
        guint                  section,
        const MaqFollowPart   *parts,
        int                    bar)
{
  for (guint i = 0; i < self->n_layers; i++)
    {
      guint index = at (self, section, i);

      if (parts[i].level > 0 && bar >= parts[i].entry_bar && bar < self->ends[index])
        return TRUE;
    }
  return FALSE;
}

/* An arc asks for less, never for a hole: where somebody was heard, somebody stays. */
static gboolean
leaves_hole (const MaqFollowSearch *self,
             guint                  section)
{
  int bars = maq_form_get_section (self->form, section)->bars;

  for (int bar = 0; bar < bars; bar++)
    if (sounds (self, section, self->before + at (self, section, 0), bar)
        && !sounds (self, section, self->parts + at (self, section, 0), bar))
      return TRUE;
  return FALSE;
}

/* A player keeps at least half of what they had to play: fewer, and the song has lost a voice. */
static gboolean
loses_voice (const MaqFollowSearch *self,
             guint                  layer)
{
  guint n_before = 0;
  guint n_now = 0;

  for (guint i = 0; i < self->n_sections; i++)
    {
      n_before += self->before[at (self, i, layer)].level > 0;
      n_now += self->parts[at (self, i, layer)].level > 0;
    }
  return 2 * n_now < n_before;
}

/* What a change saves in error; nothing if it takes too much away. It is undone again. */
static double
try (MaqFollowSearch *self,
     const Change    *change,
     const double    *errors,
     gboolean        *reached)
{
  g_autofree MaqFollowPart *kept = g_new (MaqFollowPart, self->n_sections);
  gboolean takes_too_much = FALSE;
  double saved = 0.0;

  for (guint i = 0; i < self->n_sections; i++)
    reached[i] = is_reached (self, change, i);
  for (guint i = 0; i < self->n_sections; i++)
    {
      MaqFollowPart *part = &self->parts[at (self, i, change->layer)];

      kept[i] = *part;
      if (!reached[i])
        continue;
      *part = change->part;
      takes_too_much |= leaves_hole (self, i);
      if (!takes_too_much)
        saved += errors[i] - predict (self, i);
    }
  takes_too_much |= change->part.level == 0 && loses_voice (self, change->layer);
  for (guint i = 0; i < self->n_sections; i++)
    self->parts[at (self, i, change->layer)] = kept[i];
  return takes_too_much ? 0.0 : saved;
}

static void
carry_out (MaqFollowSearch *self,
           const Change    *change,
           double          *errors,
           gboolean        *reached)
{
  for (guint i = 0; i < self->n_sections; i++)
    reached[i] = is_reached (self, change, i);
  for (guint i = 0; i < self->n_sections; i++)
    if (reached[i])
      {
        self->parts[at (self, i, change->layer)] = change->part;
        errors[i] = predict (self, i);
      }
}

/* A change of what is changed already costs little, one that takes back nothing. */
static double
get_price (MaqFollowSearch *self,
           const Change    *change)
{
  MaqFollowPart before = self->before[at (self, change->section, change->layer)];
  MaqFollowPart now = self->parts[at (self, change->section, change->layer)];
  double price = get_cost (before, change->part) - get_cost (before, now);

  /* what leaves those behind that took it over is one more part to remember */
  if (!change->is_family && maq_follow_search_goes_along (self, change->section, change->layer))
    price += AGAIN_COST;
  if (get_role (self, change->layer) == MAQ_ROLE_VOCAL)
    price *= VOCAL_FACTOR;
  return MAX (price, AGAIN_COST);
}

static gboolean
is_allowed (MaqFollowSearch *self,
            const Change    *change)
{
  MaqFollowPart before = self->before[at (self, change->section, change->layer)];

  if (equal (change->part, self->parts[at (self, change->section, change->layer)]))
    return FALSE;
  switch ((int) get_role (self, change->layer))
    {
    case MAQ_ROLE_VOCAL:
      /* whether there is a tune to sing is not for the arc to say */
      return before.level > 0 && change->part.level > 0
             && change->part.entry_bar == before.entry_bar
             && abs (change->part.level - before.level) <= VOCAL_STEPS;
    case MAQ_ROLE_DRUMS:
    case MAQ_ROLE_BASS:
      /* they carry a section: without them it is another one */
      if (before.level > 0 && 2 * change->part.level < before.level)
        return FALSE;
      break;
    default:
      break;
    }
  return before.level > 0 || change->part.level <= LOUDEST_ENTRY;
}

typedef struct
{
  Change change;
  double worth;
} Best;

static void
consider (MaqFollowSearch *self,
          Change           change,
          const double    *errors,
          gboolean        *reached,
          Best            *best)
{
  double price;
  double worth;

  if (!is_allowed (self, &change))
    return;
  price = get_price (self, &change);
  worth = try (self, &change, errors, reached) / price;
  if (worth > best->worth + 1e-9)
    *best = (Best) { change, worth };
}

static gboolean
plays_to_end (MaqFollowSearch *self,
              guint            section,
              guint            layer)
{
  MaqId id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, layer));
  MaqPart *part = maq_section_find_part (maq_form_get_section (self->form, section)->section, id);

  return part != NULL && maq_part_get_fields (part)->exit_bar == 0;
}

static void
consider_part (MaqFollowSearch *self,
               Change           change,
               const double    *errors,
               gboolean        *reached,
               Best            *best)
{
  MaqFollowPart before = self->before[at (self, change.section, change.layer)];
  int bars = maq_form_get_section (self->form, change.section)->bars;

  if (!may_reach (self, &change))
    return;
  for (int level = 0; level <= MAQ_LEVEL_MAX; level++)
    {
      change.part = (MaqFollowPart) { (gint8) level, before.entry_bar };
      consider (self, change, errors, reached, best);
    }
  if (before.level > 0 && before.entry_bar == 0 && bars >= MIN_ENTRY_BARS
      && plays_to_end (self, change.section, change.layer))
    {
      change.part = (MaqFollowPart) { before.level, (guint16) (bars / 2) };
      consider (self, change, errors, reached, best);
    }
}

static gboolean
has_family (MaqFollowSearch *self,
            const Change    *change)
{
  for (guint i = 0; i < self->n_sections; i++)
    if (i != change->section && is_reached (self, change, i))
      return TRUE;
  return FALSE;
}

static gboolean
step (MaqFollowSearch *self,
      double          *errors,
      gboolean        *reached)
{
  Best best = { .worth = WORTH };

  for (guint section = 0; section < self->n_sections; section++)
    for (guint layer = 0; layer < self->n_layers; layer++)
      {
        Change change = { section, layer, TRUE, { 0, 0 } };

        if (has_family (self, &change))
          consider_part (self, change, errors, reached, &best);
        change.is_family = FALSE;
        consider_part (self, change, errors, reached, &best);
      }
  if (best.worth <= WORTH)
    return FALSE;
  carry_out (self, &best.change, errors, reached);
  return TRUE;
}

/* What brings too little, now that the rest is done, is taken back. */
static void
take_back (MaqFollowSearch *self,
           double          *errors,
           gboolean        *reached)
{
  for (guint section = 0; section < self->n_sections; section++)
    for (guint layer = 0; layer < self->n_layers; layer++)
      {
        MaqFollowPart before = self->before[at (self, section, layer)];
        MaqFollowPart now = self->parts[at (self, section, layer)];
        Change change = { section, layer, TRUE, before };

        if (equal (before, now) || (self->taken_over[at (self, section, layer)]
                                    && maq_follow_search_goes_along (self, section, layer)))
          continue;
        if (try (self, &change, errors, reached) >= -WORTH * get_cost (before, now))
          carry_out (self, &change, errors, reached);
      }
}

void
maq_follow_search_run (MaqFollowSearch *self,
                       GCancellable    *cancellable)
{
  g_autofree double *errors = g_new0 (double, self->n_sections + 1);
  g_autofree gboolean *reached = g_new0 (gboolean, self->n_sections + 1);

  for (guint i = 0; i < self->n_sections; i++)
    errors[i] = predict (self, i);
  for (guint i = 0; i < MAX_STEPS && !g_cancellable_is_cancelled (cancellable); i++)
    if (!step (self, errors, reached))
      break;
  take_back (self, errors, reached);
}

double
maq_follow_search_distance (MaqFollowSearch *self,
                            const double    *energies)
{
  double sum = 0.0;
  int bars = 0;

  for (guint i = 0; i < self->n_sections; i++)
    {
      int length = maq_form_get_section (self->form, i)->bars;

      if (!self->chosen[i])
        continue;
      sum += fabs (energies[i] - self->meant[i]) * length;
      bars += length;
    }
  return bars == 0 ? 0.0 : sum / bars;
}
