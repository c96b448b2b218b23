/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-balance.h"

#include <glib/gi18n-lib.h>

#include "maq-power.h"

struct _MaqBalance
{
  double          powers[MAQ_N_FREQUENCY_BANDS];
  gboolean        prominent[MAQ_N_FREQUENCY_BANDS];
  guint           n_layers;
  MaqBalanceLayer layers[];
};

/* See the header. */
static const double usual_db[MAQ_N_FREQUENCY_BANDS] = { -8.0, 0.0, -6.0, -5.0, -10.0, -19.0 };

static void
find_prominent (MaqBalance *self)
{
  double excess_db[MAQ_N_FREQUENCY_BANDS];
  double most_db = MAQ_LOUDNESS_SILENCE;

  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    {
      excess_db[band] = maq_power_to_db (self->powers[band]) - usual_db[band];
      most_db = MAX (most_db, excess_db[band]);
    }
  for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
    self->prominent[band] = self->powers[band] > 0.0
                            && excess_db[band] >= most_db - MAQ_BALANCE_PROMINENT_DB;
}

MaqBalance *
maq_balance_new (const MaqBalanceLayer *layers,
                 guint                  n_layers)
{
  MaqBalance *self = g_atomic_rc_box_alloc0 (sizeof *self + n_layers * sizeof *self->layers);

  self->n_layers = n_layers;
  for (guint i = 0; i < n_layers; i++)
    {
      self->layers[i] = layers[i];
      self->layers[i].name = g_strdup (layers[i].name);
      for (guint band = 0; band < MAQ_N_FREQUENCY_BANDS; band++)
        self->powers[band] += layers[i].powers[band];
    }
  find_prominent (self);
  return self;
}

MaqBalance *
maq_balance_ref (MaqBalance *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MaqBalance *self = data;

  for (guint i = 0; i < self->n_layers; i++)
    g_free ((char *) self->layers[i].name);
}

void
maq_balance_unref (MaqBalance *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
maq_balance_get_n_layers (MaqBalance *self)
{
  return self->n_layers;
}

const MaqBalanceLayer *
maq_balance_get_layer (MaqBalance *self,
                       guint       index)
{
  g_return_val_if_fail (index < self->n_layers, NULL);

  return &self->layers[index];
}

double
maq_balance_get_level (MaqBalance       *self,
                       MaqFrequencyBand  band)
{
  return maq_power_to_db (self->powers[band]);
}

double
maq_balance_get_share (MaqBalance       *self,
                       guint             index,
                       MaqFrequencyBand  band)
{
  g_return_val_if_fail (index < self->n_layers, 0.0);

  return self->powers[band] > 0.0 ? self->layers[index].powers[band] / self->powers[band] : 0.0;
}

double
maq_balance_get_space (MaqBalance       *self,
                       guint             index,
                       MaqFrequencyBand  band,
                       double            cut_db)
{
  double left = 0.0;

  g_return_val_if_fail (index < self->n_layers, 0.0);
  g_return_val_if_fail (cut_db >= 0.0, 0.0);

  if (self->powers[band] <= 0.0)
    return 0.0;
  for (guint i = 0; i < self->n_layers; i++)
    left += self->layers[i].powers[band] * (i == index ? pow (10.0, -cut_db / 10.0) : 1.0);
  return left > 0.0 ? maq_power_to_db (self->powers[band] / left) : (double) INFINITY;
}

gboolean
maq_balance_is_prominent (MaqBalance       *self,
                          MaqFrequencyBand  band)
{
  return self->prominent[band];
}

static gboolean
is_sharer (MaqBalance       *self,
           guint             index,
           MaqFrequencyBand  band)
{
  /* five who are as loud as each other are five who share */
  return !self->layers[index].is_drums
         && maq_balance_get_share (self, index, band) >= MAQ_BALANCE_LEAST_SHARE - 1e-9;
}

static guint
count_sharers (MaqBalance       *self,
               MaqFrequencyBand  band)
{
  guint n_sharers = 0;

  for (guint i = 0; i < self->n_layers; i++)
    n_sharers += is_sharer (self, i, band);
  return n_sharers;
}

gboolean
maq_balance_is_crowded (MaqBalance       *self,
                        MaqFrequencyBand  band)
{
  return self->prominent[band] && count_sharers (self, band) >= 2;
}

GArray *
maq_balance_list_sharers (MaqBalance       *self,
                          MaqFrequencyBand  band)
{
  GArray *sharers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_layers; i++)
    {
      guint at = 0;

      if (!is_sharer (self, i, band))
        continue;
      while (at < sharers->len
             && self->layers[g_array_index (sharers, guint, at)].powers[band]
                  >= self->layers[i].powers[band])
        at++;
      g_array_insert_val (sharers, at, i);
    }
  return sharers;
}

/* "A, B", all but the last. */
static char *
dup_others (const GStrv texts)
{
  g_autoptr (GString) others = g_string_new (texts[0]);

  for (guint i = 1; texts[i + 1] != NULL; i++)
    g_string_append_printf (others, "%s%s", _(", "), texts[i]);
  return g_string_free (g_steal_pointer (&others), FALSE);
}

char *
maq_balance_dup_sentence (MaqBalance       *self,
                          MaqFrequencyBand  band,
                          const char       *section)
{
  g_autoptr (GArray) sharers = maq_balance_list_sharers (self, band);
  guint n = sharers->len;
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_auto (GStrv) spaces = g_new0 (char *, n + 1);
  g_autofree char *other_names = NULL;
  g_autofree char *other_spaces = NULL;
  g_autofree char *all_names = NULL;
  g_autofree char *all_spaces = NULL;

  if (!maq_balance_is_crowded (self, band))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      guint index = g_array_index (sharers, guint, i);

      names[i] = g_strdup (self->layers[index].name);
      spaces[i] = g_strdup_printf ("%.1f", maq_balance_get_space (self, index, band,
                                                                  (double) INFINITY));
    }
  other_names = dup_others (names);
  other_spaces = dup_others (spaces);
  all_names = g_strdup_printf (_("%s and %s"), other_names, names[n - 1]);
  all_spaces = g_strdup_printf (_("%s or %s"), other_spaces, spaces[n - 1]);
  /* Translators: “Low mid is crowded in Chorus 1: Guitar and Keys share it; without one of
     them it would be 4.1 or 2.2 dB softer.” */
  return g_strdup_printf (_("%s is crowded in %s: %s share it; without one of them it would be "
                            "%s dB softer."),
                          maq_frequency_band_get_label (band), section, all_names, all_spaces);
}
