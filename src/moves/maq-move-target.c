/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <math.h>

#include "maq-form.h"
#include "maq-limits.h"

/* A section keeps at least as much of itself, and grows no more than that. */
#define LEAST_PART 0.5
#define MOST_PART 2.0

/* Looking further takes longer than a glance. */
#define MAX_SECTIONS 64

/* Halving the range of tempi so often leaves less than a hundredth of a beat. */
#define N_HALVINGS 24

static double
measure_seconds (MaqSong        *song,
                 MaqArrangement *arrangement)
{
  g_autoptr(MaqForm) form = maq_form_new (song, arrangement);

  return maq_form_get_seconds (form);
}

static double
measure_at_tempo (MaqProject *root,
                  double      tempo_qpm)
{
  g_autoptr(MaqMove) move = maq_move_song_tempo (tempo_qpm);
  g_autoptr(MaqProject) moved = maq_move_apply (move, root, NULL);

  return moved == NULL ? INFINITY : measure_seconds (maq_project_get_current (moved),
                                                     maq_project_get_arrangement (moved));
}

double
maq_move_find_tempo (MaqProject *root,
                     double      seconds)
{
  double low = MAQ_TEMPO_MIN_QPM;
  double high = MAQ_TEMPO_MAX_QPM;

  if (measure_at_tempo (root, low) < seconds || measure_at_tempo (root, high) > seconds)
    return 0.0;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2.0;

      if (measure_at_tempo (root, middle) > seconds)
        low = middle;
      else
        high = middle;
    }
  return round (high * 10.0) / 10.0;
}

/* How many bars a section would have for the song to be as long as it should. */
static int
find_bars (const MaqFormSection *place,
           double                missing_seconds)
{
  double per_bar = place->seconds / MAX (place->bars, 1);
  int bars = place->bars + (int) lround (missing_seconds / per_bar);

  return CLAMP (bars, (int) ceil (place->bars * LEAST_PART), (int) (place->bars * MOST_PART));
}

static int
compare_offers (gconstpointer a,
                gconstpointer b)
{
  const MaqMoveOffer *first = *(MaqMoveOffer *const *) a;
  const MaqMoveOffer *second = *(MaqMoveOffer *const *) b;
  double difference = fabs (first->missed_seconds) - fabs (second->missed_seconds);

  return difference < 0.0 ? -1 : difference > 0.0;
}

static void
offer_free (gpointer data)
{
  MaqMoveOffer *offer = data;

  maq_move_unref (offer->move);
  g_free (offer);
}

/* Nothing where the song would be no nearer to what it should be. */
static void
try_section (GPtrArray            *offers,
             MaqProject           *root,
             const MaqFormSection *place,
             double                seconds,
             double                missing)
{
  int bars = find_bars (place, missing);
  g_autoptr(MaqMove) move = maq_move_resize_section (maq_section_get_id (place->section), bars);
  g_autoptr(MaqProject) moved = bars == place->bars ? NULL : maq_move_apply (move, root, NULL);
  MaqMoveOffer *offer;
  double length;

  if (moved == NULL)
    return;
  length = measure_seconds (maq_project_get_current (moved), maq_project_get_arrangement (moved));
  if (fabs (length - seconds) >= fabs (missing))
    return;

  offer = g_new0 (MaqMoveOffer, 1);
  offer->move = g_steal_pointer (&move);
  offer->seconds = length;
  offer->missed_seconds = length - seconds;
  g_ptr_array_add (offers, offer);
}

GPtrArray *
maq_move_list_to_length (MaqProject *root,
                         double      seconds,
                         guint       max_offers)
{
  g_autoptr(GPtrArray) offers = g_ptr_array_new_with_free_func (offer_free);
  g_autoptr(MaqForm) form = maq_form_new (maq_project_get_current (root),
                                          maq_project_get_arrangement (root));
  double missing = seconds - maq_form_get_seconds (form);

  for (guint i = 0; i < MIN (maq_form_get_n_sections (form), MAX_SECTIONS); i++)
    try_section (offers, root, maq_form_get_section (form, i), seconds, missing);
  g_ptr_array_sort (offers, compare_offers);
  if (offers->len > max_offers)
    g_ptr_array_set_size (offers, (int) max_offers);
  return g_steal_pointer (&offers);
}
