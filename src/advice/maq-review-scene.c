/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-review-private.h"

#include <math.h>

#include "maq-limits.h"

#define DB_PER_LEVEL 1.5
#define SILENCE_DB (-200.0)

static void
take_parts (MaqReview *self)
{
  g_autoptr(GHashTable) indices = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->n_layers; i++)
    {
      const MaqLayerFields *layer = maq_layer_get_fields (maq_review_get_layer (self, i));

      g_hash_table_insert (indices, (gpointer) &layer->id, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < self->n_sections; i++)
    {
      MaqSection *section = maq_arrangement_get_resolved (self->arrangement, i);

      for (guint j = 0; j < maq_section_get_n_parts (section); j++)
        {
          const MaqPartFields *part = maq_part_get_fields (maq_section_get_part (section, j));
          gpointer layer = NULL;

          if (part->level > 0 &&
              g_hash_table_lookup_extended (indices, &part->layer, NULL, &layer))
            self->parts[i * self->n_layers + GPOINTER_TO_UINT (layer)] = part;
        }
    }
}

static void
count_heard (MaqReview *self)
{
  for (guint i = 0; i < self->n_layers; i++)
    for (guint j = 0; j < self->n_sections; j++)
      if (maq_review_get_part (self, j, i) != NULL)
        {
          self->n_heard++;
          break;
        }
}

static double
measure_size (const MaqReview *self,
              guint            section)
{
  int bars = maq_review_get_bars (self, section);
  double power = 0;

  for (guint i = 0; i < self->n_layers; i++)
    {
      const MaqPartFields *part = maq_review_get_part (self, section, i);
      double gain = maq_layer_get_fields (maq_review_get_layer (self, i))->gain_db;
      int end;

      if (part == NULL)
        continue;
      end = part->exit_bar > 0 ? MIN (part->exit_bar, bars) : bars;
      power += pow (10, (part->level * DB_PER_LEVEL + gain) / 10) * (end - part->entry_bar) / bars;
    }

  return power > 0 ? 10 * log10 (power) : SILENCE_DB;
}

void
maq_review_init (MaqReview              *self,
                 MaqProject             *root,
                 const MaqReviewOptions *options)
{
  *self = (MaqReview) { .root = root, .options = *options };
  self->arrangement = maq_project_get_arrangement (root);
  self->form = maq_form_new (maq_project_get_current (root), self->arrangement);
  self->n_sections = maq_arrangement_get_n_sections (self->arrangement);
  self->n_layers = maq_arrangement_get_n_layers (self->arrangement);
  self->parts = g_new0 (const MaqPartFields *, (gsize) self->n_sections * self->n_layers + 1);
  self->sizes = g_new (double, self->n_sections + 1);
  self->loudness = g_new (double, self->n_sections + 1);
  take_parts (self);
  count_heard (self);
  for (guint i = 0; i < self->n_sections; i++)
    {
      gboolean is_measured = i < options->n_figures && options->figures[i].seconds > 0 &&
                             !maq_loudness_is_silence (options->figures[i].loudness_lufs);

      self->sizes[i] = measure_size (self, i);
      self->loudness[i] = is_measured ? options->figures[i].loudness_lufs : NAN;
    }
}

void
maq_review_clear (MaqReview *self)
{
  g_clear_pointer (&self->form, maq_form_unref);
  g_clear_pointer (&self->parts, g_free);
  g_clear_pointer (&self->sizes, g_free);
  g_clear_pointer (&self->loudness, g_free);
  g_clear_pointer (&self->registers, g_hash_table_unref);
}

void
maq_review_take_loudness (MaqReview       *self,
                          const MaqReview *before)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      int was = maq_arrangement_find_section (before->arrangement, maq_review_get_id (self, i));

      self->loudness[i] = was < 0 ? NAN
                                  : before->loudness[was] + self->sizes[i] - before->sizes[was];
    }
}

const MaqPartFields *
maq_review_get_part (const MaqReview *self,
                     guint            section,
                     guint            layer)
{
  return self->parts[section * self->n_layers + layer];
}

gboolean
maq_review_sounds (const MaqReview *self,
                   guint            section,
                   guint            layer,
                   int              bar)
{
  const MaqPartFields *part = maq_review_get_part (self, section, layer);

  return part != NULL && bar >= part->entry_bar && (part->exit_bar == 0 || bar < part->exit_bar);
}

guint
maq_review_count (const MaqReview *self,
                  guint            section,
                  int              bar)
{
  guint n = 0;

  for (guint i = 0; i < self->n_layers; i++)
    n += maq_review_sounds (self, section, i, bar);

  return n;
}

double
maq_review_get_size (const MaqReview *self,
                     guint            section)
{
  return self->sizes[section];
}

MaqSection *
maq_review_get_section (const MaqReview *self,
                        guint            section)
{
  return maq_arrangement_get_resolved (self->arrangement, section);
}

MaqId
maq_review_get_id (const MaqReview *self,
                   guint            section)
{
  return maq_section_get_id (maq_arrangement_get_section (self->arrangement, section));
}

const char *
maq_review_get_name (const MaqReview *self,
                     guint            section)
{
  return maq_section_get_name (maq_arrangement_get_section (self->arrangement, section));
}

MaqSectionKind
maq_review_get_kind (const MaqReview *self,
                     guint            section)
{
  return maq_section_get_kind (maq_arrangement_get_section (self->arrangement, section));
}

int
maq_review_get_bars (const MaqReview *self,
                     guint            section)
{
  return maq_form_get_section (self->form, section)->bars;
}

MaqLayer *
maq_review_get_layer (const MaqReview *self,
                      guint            layer)
{
  return maq_arrangement_get_layer (self->arrangement, layer);
}

MaqId
maq_review_get_layer_id (const MaqReview *self,
                         guint            layer)
{
  return maq_layer_get_id (maq_review_get_layer (self, layer));
}

int
maq_review_find_kind (const MaqReview *self,
                      MaqSectionKind   kind,
                      guint            from)
{
  for (guint i = from; i < self->n_sections; i++)
    if (maq_review_get_kind (self, i) == kind)
      return (int) i;

  return -1;
}

int
maq_review_find_last (const MaqReview *self,
                      MaqSectionKind   kind)
{
  for (guint i = self->n_sections; i-- > 0;)
    if (maq_review_get_kind (self, i) == kind)
      return (int) i;

  return -1;
}

MaqAdviceFields
maq_review_at (const MaqReview *self,
               guint            section)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqId id = maq_review_get_id (self, section);

  return (MaqAdviceFields) { .section = id, .section_end = id, .first_bar = place->first_bar,
                             .bars = place->bars };
}

GPtrArray *
maq_review_moves (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) maq_move_unref);
}

MaqMove *
maq_review_step (const MaqReview *self,
                 guint            section,
                 int              by)
{
  g_autofree MaqId *layers = g_new (MaqId, self->n_layers + 1);
  MaqId id = maq_review_get_id (self, section);

  for (guint i = 0; i < self->n_layers; i++)
    layers[i] = maq_review_get_layer_id (self, i);

  return maq_move_cells_step (&(MaqCells) { &id, 1, layers, self->n_layers }, by, by);
}

MaqMove *
maq_review_named (MaqMove *move,
                  char    *label)
{
  MaqMove *named = maq_move_sequence (&move, 1, label);

  maq_move_unref (move);
  g_free (label);

  return named;
}
