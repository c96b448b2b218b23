/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The search is greedy: of all single changes the one that is worth most for what it
 * costs is done, until none is worth it. What is changed already costs little to change
 * again, so that a level finds its place; what no longer pays is taken back at the end, and
 * each change that is left is compared with what could be done in its section instead.
 * What is best for a part is kept for as long as nothing that it depends on changes.
 */

#include "maq-follow-private.h"

#include <math.h>

#include "maq-arc-shape.h"

/* Steps at most: each part may find its place in a few of them. */
#define LEAST_STEPS 400
#define STEPS_PER_SECTION 10

/* A change is only put in another one's place if that is so much better. */
#define LEAST_GAIN 0.02

/* Two of three are most. */
#define MOST_OF 3

/* Layers may leave sections that stay so far above what is meant, */
#define SPARE_ABOVE 0.5
/* those that the song leans on, too. */
#define ANYBODY_ABOVE MAQ_FOLLOW_FAR

static guint
at (const MaqFollowSearch *self,
    guint                  section,
    guint                  layer)
{
  return section * self->n_layers + layer;
}

static void
take_meant (MaqFollowSearch *self,
            MaqCurve        *curve,
            guint            section)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);

  self->meant[section] = maq_arc_get_mean (curve, place);
  for (int bar = 0; bar < place->bars; bar++)
    {
      double meant = maq_curve_evaluate (curve, place->first_bar + bar + 0.5) / place->bars;

      self->slopes[section] += 2.0 * (2 * bar + 1 < place->bars ? -meant
                                      : 2 * bar + 1 > place->bars ? meant : 0.0);
    }
}

static void
fill_section (MaqFollowSearch *self,
              MaqCurve        *curve,
              guint            section)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqSection *own = maq_arrangement_get_section (self->arrangement, section);
  MaqId follows = maq_section_get_fields (own)->follows;

  take_meant (self, curve, section);
  self->followed[section] = follows == MAQ_ID_NONE
                              ? -1 : maq_arrangement_find_section (self->arrangement, follows);
  for (guint i = 0; i < self->n_layers; i++)
    {
      MaqId id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, i));
      MaqPart *part = maq_section_find_part (place->section, id);
      const MaqPartFields *fields = part == NULL ? NULL : maq_part_get_fields (part);
      guint index = at (self, section, i);

      self->stays[index] = fields != NULL && (fields->motif != NULL || fields->direction != NULL);
      self->fixed[index] = self->muted[i] || (fields != NULL && fields->pinned);
      self->taken_over[index] = self->followed[section] >= 0
                                && maq_section_find_part (own, id) == NULL;
      if (fields != NULL && fields->level > 0 && fields->entry_bar < place->bars)
        self->before[index] = (MaqFollowPart) { (gint8) fields->level, (guint16) fields->entry_bar,
                                                (guint16) fields->exit_bar };
      self->parts[index] = self->before[index];
      self->n_played[i] += self->parts[index].level > 0;
    }
}

static gboolean
plays_throughout (const MaqFollowSearch *self,
                  guint                  section,
                  guint                  layer)
{
  MaqFollowPart part = self->before[at (self, section, layer)];

  return part.level > 0 && part.entry_bar == 0
         && maq_follow_part_get_end (part, maq_form_get_section (self->form, section)->bars)
              == maq_form_get_section (self->form, section)->bars;
}

/* Who plays throughout in most choruses belongs to a chorus; where there is but one, in most of
 * the song. */
static gboolean
is_spine (const MaqFollowSearch *self,
          guint                  section,
          guint                  layer)
{
  MaqSectionKind kind = maq_section_get_kind (maq_form_get_section (self->form, section)->section);
  guint n_kind = 0;
  guint n_kind_played = 0;
  guint n_played = 0;

  for (guint i = 0; i < self->n_sections; i++)
    {
      gboolean is_kind
        = maq_section_get_kind (maq_form_get_section (self->form, i)->section) == kind;
      gboolean plays = plays_throughout (self, i, layer);

      n_kind += is_kind;
      n_kind_played += is_kind && plays;
      n_played += plays;
    }
  return n_kind > 1 ? MOST_OF * n_kind_played >= (MOST_OF - 1) * n_kind
                    : MOST_OF * n_played >= (MOST_OF - 1) * self->n_sections;
}

/* What says something in the story stays; what a song is carried by is not taken away lightly. */
static void
bind_layers (MaqFollowSearch *self)
{
  for (guint layer = 0; layer < self->n_layers; layer++)
    {
      const MaqLayerFields *fields
        = maq_layer_get_fields (maq_arrangement_get_layer (self->arrangement, layer));

      for (guint i = 0; i < self->n_sections; i++)
        {
          self->stays[at (self, i, layer)] |= fields->meaning != NULL;
          self->bound[at (self, i, layer)] = is_spine (self, i, layer);
        }
    }
}

/* Those who follow a section, for each of them, one after the other. */
static void
list_followers (MaqFollowSearch *self)
{
  g_autofree guint *n_found = g_new0 (guint, self->n_sections + 1);

  for (guint i = 0; i < self->n_sections; i++)
    if (self->followed[i] >= 0)
      self->n_before[self->followed[i] + 1]++;
  for (guint i = 0; i < self->n_sections; i++)
    self->n_before[i + 1] += self->n_before[i];
  for (guint i = 0; i < self->n_sections; i++)
    if (self->followed[i] >= 0)
      {
        guint followed = (guint) self->followed[i];

        self->followers[self->n_before[followed] + n_found[followed]++] = i;
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

static void
allocate (MaqFollowSearch *self)
{
  gsize n_parts = (gsize) self->n_sections * self->n_layers + 1;
  guint n_sections = self->n_sections + 1;
  int most_bars = 1;

  for (guint i = 0; i < self->n_sections; i++)
    most_bars = MAX (most_bars, maq_form_get_section (self->form, i)->bars);
  self->meant = g_new0 (double, n_sections);
  self->slopes = g_new0 (double, n_sections);
  self->chosen = g_new0 (gboolean, n_sections);
  self->followed = g_new0 (int, n_sections);
  self->n_before = g_new0 (guint, n_sections);
  self->followers = g_new0 (guint, n_sections);
  self->energies = g_new0 (double, n_sections);
  self->errors = g_new0 (double, n_sections);
  self->leaves = g_new0 (guint8, n_sections);
  self->tried = g_new0 (double, (gsize) n_sections * MAQ_FOLLOW_TRIALS);
  self->serials = g_new0 (guint, n_sections);
  self->stays = g_new0 (gboolean, n_parts);
  self->bound = g_new0 (gboolean, n_parts);
  self->fixed = g_new0 (gboolean, n_parts);
  self->taken_over = g_new0 (gboolean, n_parts);
  self->before = g_new0 (MaqFollowPart, n_parts);
  self->parts = g_new0 (MaqFollowPart, n_parts);
  self->best = g_new0 (MaqFollowBest, n_parts);
  self->kept = g_new0 (MaqFollowPart, n_sections);
  self->roles = g_new0 (MaqRole, self->n_layers + 1);
  self->muted = g_new0 (gboolean, self->n_layers + 1);
  self->n_played = g_new0 (guint, self->n_layers + 1);
  self->n_plays = g_new0 (guint, self->n_layers + 1);
  self->heard = g_new0 (gboolean, most_bars);
  for (guint i = 0; i < self->n_layers; i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (self->arrangement, i);

      self->roles[i] = maq_layer_get_role (layer);
      self->muted[i] = maq_layer_get_fields (layer)->muted;
    }
}

gboolean
maq_follow_search_init (MaqFollowSearch *self,
                        MaqProject      *root,
                        const MaqId     *sections,
                        guint            n_sections)
{
  g_autoptr (MaqCurve) curve = NULL;

  *self = (MaqFollowSearch) { .root = maq_project_ref (root) };
  self->arrangement = maq_arrangement_ref (maq_project_get_arrangement (root));
  self->form = maq_form_new (maq_project_get_current (root), self->arrangement);
  self->n_sections = maq_form_get_n_sections (self->form);
  self->n_layers = maq_arrangement_get_n_layers (self->arrangement);
  allocate (self);
  curve = maq_arc_dup_curve_of (self->arrangement, MAQ_ARC_ENERGY, self->form);
  if (curve == NULL)
    return FALSE;
  choose (self, sections, n_sections);
  for (guint i = 0; i < self->n_sections; i++)
    fill_section (self, curve, i);
  list_followers (self);
  bind_layers (self);
  maq_follow_steps_init (self);
  return TRUE;
}

void
maq_follow_search_clear (MaqFollowSearch *self)
{
  g_clear_pointer (&self->form, maq_form_unref);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->meant, g_free);
  g_clear_pointer (&self->slopes, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->followed, g_free);
  g_clear_pointer (&self->fixed, g_free);
  g_clear_pointer (&self->taken_over, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->parts, g_free);
  g_clear_pointer (&self->n_before, g_free);
  g_clear_pointer (&self->followers, g_free);
  g_clear_pointer (&self->energies, g_free);
  g_clear_pointer (&self->errors, g_free);
  g_clear_pointer (&self->leaves, g_free);
  g_clear_pointer (&self->tried, g_free);
  g_clear_pointer (&self->serials, g_free);
  g_clear_pointer (&self->stays, g_free);
  g_clear_pointer (&self->bound, g_free);
  maq_follow_steps_clear (self);
  g_clear_pointer (&self->best, g_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->roles, g_free);
  g_clear_pointer (&self->muted, g_free);
  g_clear_pointer (&self->n_played, g_free);
  g_clear_pointer (&self->n_plays, g_free);
  g_clear_pointer (&self->heard, g_free);
}

gboolean
maq_follow_part_equal (MaqFollowPart a,
                       MaqFollowPart b)
{
  return a.level == b.level
         && (a.level == 0 || (a.entry_bar == b.entry_bar && a.exit_bar == b.exit_bar));
}

gboolean
maq_follow_search_goes_along (MaqFollowSearch *self,
                              guint            section,
                              guint            layer)
{
  return self->taken_over[at (self, section, layer)]
         && maq_follow_part_equal (self->parts[at (self, section, layer)],
                                   self->parts[at (self, (guint) self->followed[section],
                                                   layer)]);
}

/* What was best there has to be found anew. */
static void
forget_section (MaqFollowSearch *self,
                guint            section)
{
  for (guint i = 0; i < self->n_layers; i++)
    self->best[at (self, section, i)].is_known = FALSE;
}

/* What is best in a section depends on those that follow it and on the one that it follows. */
static void
forget_around (MaqFollowSearch *self,
               guint            section)
{
  forget_section (self, section);
  if (self->followed[section] >= 0)
    forget_section (self, (guint) self->followed[section]);
  for (guint i = self->n_before[section]; i < self->n_before[section + 1]; i++)
    forget_section (self, self->followers[i]);
  /* and on how large the steps to it are */
  for (guint i = self->n_touched[section]; i < self->n_touched[section + 1]; i++)
    {
      const MaqFollowStep *step = &self->steps[self->touched[i]];
      guint other = step->from == section ? step->to : step->from;

      forget_section (self, other);
      if (self->followed[other] >= 0)
        forget_section (self, (guint) self->followed[other]);
    }
}

static void
put_part (MaqFollowSearch *self,
          guint            section,
          guint            layer,
          MaqFollowPart    part)
{
  MaqFollowPart *own = &self->parts[at (self, section, layer)];

  if ((own->level > 0) != (part.level > 0))
    {
      self->n_plays[layer] += part.level > 0 ? 1 : -1;
      /* whether its player may leave elsewhere */
      for (guint i = 0; i < self->n_sections; i++)
        self->best[at (self, i, layer)].is_known = FALSE;
    }
  *own = part;
  maq_follow_try_look_at (self, section);
  forget_around (self, section);
}

static void
carry_out (MaqFollowSearch       *self,
           const MaqFollowChange *change)
{
  guint section = change->section;

  /* before the part that they go along with is another one */
  for (guint i = self->n_before[section]; i < self->n_before[section + 1]; i++)
    if (maq_follow_try_reaches (self, change, self->followers[i]))
      put_part (self, self->followers[i], change->layer, change->part);
  put_part (self, section, change->layer, change->part);
}

/* Finds what is best for the parts of a section, as far as it is not known. */
static void
look_at_section (MaqFollowSearch *self,
                 guint            section)
{
  for (guint i = 0; i < self->n_layers; i++)
    {
      MaqFollowBest *best = &self->best[at (self, section, i)];

      if (!best->is_known)
        *best = maq_follow_try_part (self, section, i);
    }
}

static gboolean
step (MaqFollowSearch *self,
      GCancellable    *cancellable)
{
  gsize n_parts = (gsize) self->n_sections * self->n_layers;
  gsize best = 0;
  MaqFollowChange change;

  for (guint i = 0; i < self->n_sections; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      look_at_section (self, i);
    }
  for (gsize i = 1; i < n_parts; i++)
    if (self->best[i].worth > self->best[best].worth)
      best = i;
  if (n_parts == 0 || self->best[best].worth <= MAQ_FOLLOW_WORTH)
    return FALSE;
  change = (MaqFollowChange) { (guint) (best / self->n_layers), (guint) (best % self->n_layers),
                               self->best[best].is_family, self->best[best].part };
  carry_out (self, &change);
  return TRUE;
}

gboolean
maq_follow_search_is_own_change (MaqFollowSearch *self,
                                 guint            section,
                                 guint            layer)
{
  guint index = at (self, section, layer);

  return !maq_follow_part_equal (self->before[index], self->parts[index])
         && !maq_follow_search_goes_along (self, section, layer);
}

/* What brings too little, now that the rest is done, is taken back. */
static void
take_back (MaqFollowSearch *self,
           GCancellable    *cancellable)
{
  for (guint section = 0; section < self->n_sections; section++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return;
      for (guint layer = 0; layer < self->n_layers; layer++)
        {
          MaqFollowPart before = self->before[at (self, section, layer)];
          MaqFollowPart now = self->parts[at (self, section, layer)];
          MaqFollowChange change = { section, layer, TRUE, before };

          if (!maq_follow_search_is_own_change (self, section, layer))
            continue;
          if (maq_follow_try_change (self, &change)
              >= -MAQ_FOLLOW_WORTH * maq_follow_try_cost (before, now))
            carry_out (self, &change);
        }
    }
}

/* The part of a section and of those that follow it, to be put back by restore(). */
static void
keep (MaqFollowSearch *self,
      guint            section,
      guint            layer)
{
  guint n = 0;

  self->kept[n++] = self->parts[at (self, section, layer)];
  for (guint i = self->n_before[section]; i < self->n_before[section + 1]; i++)
    self->kept[n++] = self->parts[at (self, self->followers[i], layer)];
}

static void
restore (MaqFollowSearch *self,
         guint            section,
         guint            layer)
{
  guint n = 0;

  put_part (self, section, layer, self->kept[n++]);
  for (guint i = self->n_before[section]; i < self->n_before[section + 1]; i++)
    put_part (self, self->followers[i], layer, self->kept[n++]);
}

/* Another change of the same section in its place, if that comes nearer or costs less. */
static void
swap (MaqFollowSearch *self,
      guint            section,
      guint            layer)
{
  guint index = at (self, section, layer);
  MaqFollowChange back = { section, layer, TRUE, self->before[index] };
  double cost = maq_follow_try_cost (self->before[index], self->parts[index]);
  double gain = maq_follow_try_change (self, &back) + MAQ_FOLLOW_WORTH * cost;
  guint best = layer;

  keep (self, section, layer);
  carry_out (self, &back);
  look_at_section (self, section);
  for (guint i = 0; i < self->n_layers; i++)
    if (self->best[at (self, section, i)].gain > self->best[at (self, section, best)].gain)
      best = i;
  back = (MaqFollowChange) { section, best, self->best[at (self, section, best)].is_family,
                             self->best[at (self, section, best)].part };
  if (gain + self->best[at (self, section, best)].gain > LEAST_GAIN)
    carry_out (self, &back);
  else
    restore (self, section, layer);
}

static void
swap_all (MaqFollowSearch *self,
          GCancellable    *cancellable)
{
  for (guint section = 0; section < self->n_sections; section++)
    for (guint layer = 0; layer < self->n_layers; layer++)
      {
        if (g_cancellable_is_cancelled (cancellable))
          return;
        if (maq_follow_search_is_own_change (self, section, layer))
          swap (self, section, layer);
      }
}

static void
start (MaqFollowSearch *self)
{
  for (guint i = 0; i < self->n_layers; i++)
    self->n_plays[i] = 0;
  for (guint i = 0; i < self->n_sections; i++)
    {
      self->leaves[i] = MAQ_FOLLOW_LEAVE_NOBODY;
      if (self->chosen[i])
        maq_follow_try_look_at (self, i);
      forget_section (self, i);
      for (guint k = 0; k < self->n_layers; k++)
        self->n_plays[k] += self->parts[at (self, i, k)].level > 0;
    }
}

/* Where lowering does not reach, layers may leave. */
static gboolean
let_leave (MaqFollowSearch *self,
           MaqFollowLeave   who)
{
  double most = who == MAQ_FOLLOW_LEAVE_SPARE ? SPARE_ABOVE : ANYBODY_ABOVE;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_sections; i++)
    {
      if (!self->chosen[i] || self->energies[i] - self->meant[i] <= most)
        continue;
      self->leaves[i] = (guint8) who;
      forget_section (self, i);
      if (self->followed[i] >= 0)
        forget_section (self, (guint) self->followed[i]);
      any = TRUE;
    }
  return any;
}

void
maq_follow_search_look_ahead (MaqFollowSearch *self)
{
  start (self);
  for (int who = MAQ_FOLLOW_LEAVE_SPARE; who <= MAQ_FOLLOW_LEAVE_ANYBODY; who++)
    let_leave (self, (MaqFollowLeave) who);
}

void
maq_follow_search_run (MaqFollowSearch *self,
                       GCancellable    *cancellable)
{
  guint most_steps = MAX (LEAST_STEPS, self->n_sections * STEPS_PER_SECTION);

  start (self);
  for (int who = MAQ_FOLLOW_LEAVE_NOBODY; who <= MAQ_FOLLOW_LEAVE_ANYBODY; who++)
    if (who == MAQ_FOLLOW_LEAVE_NOBODY || let_leave (self, (MaqFollowLeave) who))
      for (guint i = 0; i < most_steps && step (self, cancellable); i++)
        ;
  take_back (self, cancellable);
  swap_all (self, cancellable);
  take_back (self, cancellable);
}

double
maq_follow_search_distance (const MaqFollowSearch *self,
                            const double          *energies)
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
