/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where on the keyboard a layer plays, by the notes that the band makes of its parts. */

#include "maq-review-private.h"

#include "maq-compiler.h"

#define N_KEYS 128
/* A few notes far away do not make a register. */
#define OUTLIERS 0.1

/* Within @low and @high lies what is played but for the outliers on either side. */
typedef struct
{
  int low;
  int high;
} Register;

static guint
count_keys (MaqLane *lane,
            guint    n_sections,
            guint   *counts)
{
  guint n_all = 0;

  for (guint i = 0; i < n_sections; i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      guint n_notes = 0;
      const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes; j++)
        counts[notes[j].key]++;
      n_all += n_notes;
    }

  return n_all;
}

/* the key at or below which lies a share of the notes */
static int
find_key (const guint *counts,
          guint        n_all,
          double       share)
{
  guint n = 0;

  for (int key = 0; key < N_KEYS; key++)
    {
      n += counts[key];
      if (n > share * n_all)
        return key;
    }

  return N_KEYS - 1;
}

/* Played once for a whole review: what is tried does not move anybody elsewhere. */
GHashTable *
maq_review_new_registers (const MaqReview *self)
{
  GHashTable *registers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  MaqCompiler *compiler = maq_compiler_new (NULL);
  g_autoptr(MaqPerformance) performance
    = maq_compiler_compile (compiler, maq_project_get_current (self->root));

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);
      guint counts[N_KEYS] = { 0 };
      guint n_all = count_keys (lane, self->n_sections, counts);
      gint64 id = (gint64) maq_lane_get_id (lane);
      const Register found = { find_key (counts, n_all, OUTLIERS),
                               find_key (counts, n_all, 1 - OUTLIERS) };

      if (n_all > 0)
        g_hash_table_insert (registers, g_memdup2 (&id, sizeof id),
                             g_memdup2 (&found, sizeof found));
    }
  maq_compiler_free (compiler);

  return registers;
}

gboolean
maq_review_shares_register (const MaqReview *self,
                            guint            layer,
                            guint            other)
{
  const MaqId ids[] = { maq_review_get_layer_id (self, layer),
                        maq_review_get_layer_id (self, other) };
  const Register *a = g_hash_table_lookup (self->registers, &ids[0]);
  const Register *b = g_hash_table_lookup (self->registers, &ids[1]);

  if (a == NULL || b == NULL)
    return FALSE;

  return 2 * (MIN (a->high, b->high) - MAX (a->low, b->low) + 1)
         >= MIN (a->high - a->low, b->high - b->low) + 1;
}
