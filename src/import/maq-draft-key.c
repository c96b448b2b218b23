/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-draft-private.h"

/* How long each chord of a stretch sounds. */
typedef struct
{
  MaqChord *chord;
  double    ticks;
} Weight;

static MaqTick
section_ticks (MaqDraftSection *section,
               int              n_bars)
{
  MaqTick ticks = 0;

  for (int i = 0; i < n_bars; i++)
    ticks += maq_meter_bar_ticks (g_array_index (section->bars, MaqMeter, i));
  return ticks;
}

static void
add_weights (MaqDraftSection *section,
             GArray          *weights)
{
  MaqTick end = section_ticks (section, maq_draft_section_get_n_bars (section));

  for (guint i = section->chords->len; i-- > 0;)
    {
      MaqChordChange *change = g_ptr_array_index (section->chords, i);
      MaqTick start = section_ticks (section, maq_chord_change_get_bar (change)) +
                      maq_chord_change_get_offset_ticks (change);
      Weight weight = { maq_chord_change_get_chord (change), (double) (end - start) };

      if (!maq_chord_is_none (weight.chord))
        g_array_append_val (weights, weight);
      end = start;
    }
}

static guint
rotate (guint mask,
        int   semitones)
{
  semitones = ((semitones % 12) + 12) % 12;
  return ((mask << semitones) | (mask >> (12 - semitones))) & 0xfff;
}

static double
share_inside (guint tones,
              guint scale)
{
  return (double) __builtin_popcount (tones & scale) / MAX (1, __builtin_popcount (tones));
}

/* Chords of the scale speak for a key, its own tonic chord most of all. */
static double
score_key (MaqKey  key,
           GArray *weights)
{
  int tonic = maq_note_name_pitch_class (key.tonic);
  guint scale = rotate (maq_key_scale (key), tonic);
  int own_third = key.mode == MAQ_MODE_MINOR ? 3 : 4;
  double score = 0.0;

  /* in minor the leading note belongs to the dominant as much as the seventh does */
  if (key.mode == MAQ_MODE_MINOR)
    scale |= rotate (1u << 11, tonic);

  for (guint i = 0; i < weights->len; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);
      int root = maq_note_name_pitch_class (maq_chord_get_root (weight->chord));
      guint tones = rotate (maq_chord_get_tones (weight->chord), root);

      score += weight->ticks * share_inside (tones, scale);
      if (root == tonic)
        {
          int third = maq_chord_get_third (weight->chord);

          score += weight->ticks * (third == own_third ? 0.5 : third == 3 || third == 4 ? 0 : 0.25);
          /* songs begin and above all end at home; weights run backwards */
          if (i == 0)
            score += weight->ticks * 0.5;
          if (i == weights->len - 1)
            score += weight->ticks * 0.25;
        }
      else if (((root - tonic + 12) % 12) == 7)
        score += weight->ticks * 0.1;
    }
  return score;
}

MaqKey
maq_draft_guess_key (MaqDraft          *self,
                     const MaqNoteName *tonic,
                     guint              first_section,
                     guint              n_sections)
{
  static const MaqMode modes[] = { MAQ_MODE_MAJOR, MAQ_MODE_MINOR };
  g_autoptr(GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  MaqKey best = { { 0, 0 }, MAQ_MODE_MAJOR };
  double best_score = 0.0;

  if (tonic != NULL)
    best.tonic = *tonic;
  for (guint i = first_section + n_sections; i-- > first_section;)
    add_weights (maq_draft_get_section (self, i), weights);

  for (int pitch_class = 0; pitch_class < 12; pitch_class++)
    {
      if (tonic != NULL && maq_note_name_pitch_class (*tonic) != pitch_class)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
        {
          MaqKey key = maq_key_transposed ((MaqKey) { { 0, 0 }, modes[i] }, pitch_class);
          double score;

          if (tonic != NULL)
            key.tonic = *tonic;
          score = score_key (key, weights);

          if (score > best_score)
            {
              best = key;
              best_score = score;
            }
        }
    }
  return best;
}
