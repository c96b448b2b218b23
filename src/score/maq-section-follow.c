/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-section.h"

#include "maq-vec-private.h"

/* both sorted by layer; where both have one, that of @self stands */
static MaqVec *
merge_parts (MaqSection *self,
             MaqSection *followed)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  guint n_own = maq_section_get_n_parts (self);
  guint n_taken = maq_section_get_n_parts (followed);
  guint own = 0, taken = 0;

  while (own < n_own || taken < n_taken)
    {
      MaqPart *a = own < n_own ? maq_section_get_part (self, own) : NULL;
      MaqPart *b = taken < n_taken ? maq_section_get_part (followed, taken) : NULL;
      gboolean take_own = b == NULL ||
                          (a != NULL && maq_part_get_layer (a) <= maq_part_get_layer (b));

      g_ptr_array_add (parts, take_own ? a : b);
      if (b != NULL && (!take_own || maq_part_get_layer (a) == maq_part_get_layer (b)))
        taken++;
      if (take_own)
        own++;
    }

  return maq_vec_new (&maq_part_vec_class, parts->pdata, parts->len);
}

/* a part taken from a longer section may enter or leave after the end of this one;
 * it then simply does not */
MaqSection *
maq_section_resolve (MaqSection *self,
                     MaqSection *followed)
{
  MaqSectionFields fields = *maq_section_get_fields (self);
  const MaqSectionFields *taken = maq_section_get_fields (followed);
  g_autoptr(MaqVec) parts = merge_parts (self, followed);

  if (fields.bars == 0)
    fields.bars = taken->bars;
  if (!maq_meter_is_set (fields.meter))
    fields.meter = taken->meter;
  if (fields.tempo_qpm == 0)
    fields.tempo_qpm = taken->tempo_qpm;
  if (!maq_key_is_set (fields.key))
    fields.key = taken->key;
  if (fields.style == NULL)
    fields.style = taken->style;
  if (fields.mood == NULL)
    fields.mood = taken->mood;
  if (fields.space == MAQ_SPACE_UNSET)
    fields.space = taken->space;
  if (fields.dynamics == MAQ_DYNAMICS_UNSET)
    fields.dynamics = taken->dynamics;
  if (fields.feel == MAQ_FEEL_UNSET)
    {
      fields.feel = taken->feel;
      fields.feel_bars = taken->feel_bars;
    }
  /* the length belongs to the way out that it was stated with */
  if (fields.transition == MAQ_TRANSITION_UNSET)
    {
      fields.transition = taken->transition;
      if (fields.transition_beats == 0)
        fields.transition_beats = taken->transition_beats;
    }
  if (fields.odd_bars == NULL)
    fields.odd_bars = taken->odd_bars;
  if (fields.chords == NULL)
    {
      fields.chords = taken->chords;
      fields.chord_bars = taken->chord_bars;
    }
  if (fields.lyrics == NULL)
    fields.lyrics = taken->lyrics;
  fields.parts = parts;
  fields.follows = MAQ_ID_NONE;

  return maq_section_new (&fields);
}

/* what @self must state of a layer so that it sounds as before */
static MaqPart *
dup_part_kept (MaqSection *before,
               MaqSection *after,
               MaqId       layer)
{
  MaqPart *was = maq_section_find_part (before, layer);
  MaqPart *is = maq_section_find_part (after, layer);

  if (was == is || (was != NULL && is != NULL && maq_part_equal (was, is)))
    return NULL;
  if (was != NULL)
    return maq_part_ref (was);

  return maq_part_new (&(MaqPartFields) { .layer = layer });
}

static MaqSection *
keep_parts (MaqSection *self,
            MaqSection *before,
            MaqSection *after)
{
  g_autoptr(MaqVec) layers = merge_parts (before, after);
  MaqSection *result = maq_section_ref (self);

  for (guint i = 0; i < maq_vec_get_length (layers); i++)
    {
      MaqId layer = maq_part_get_layer (maq_vec_get (layers, i));
      g_autoptr(MaqSection) previous = NULL;
      g_autoptr(MaqPart) kept = NULL;

      if (maq_section_find_part (self, layer) != NULL)
        continue;

      kept = dup_part_kept (before, after, layer);
      if (kept == NULL)
        continue;

      previous = result;
      result = maq_section_with_part (previous, kept);
    }

  return result;
}

static void
keep_way_out (MaqSectionFields       *fields,
              const MaqSectionFields *was,
              const MaqSectionFields *is)
{
  if (was->transition == is->transition && was->transition_beats == is->transition_beats)
    return;

  fields->transition = was->transition;
  if (fields->transition_beats == 0)
    fields->transition_beats = was->transition_beats;
}

MaqSection *
maq_section_refollowed (MaqSection *self,
                        MaqSection *before,
                        MaqSection *after)
{
  MaqSectionFields fields = *maq_section_get_fields (self);
  const MaqSectionFields *was = maq_section_get_fields (before);
  const MaqSectionFields *is = maq_section_get_fields (after);
  g_autoptr(MaqSection) moved = NULL;

  fields.follows = is->id;
  if (fields.bars == 0 && was->bars != is->bars)
    fields.bars = was->bars;
  if (!maq_meter_is_set (fields.meter) && !maq_meter_equal (was->meter, is->meter))
    fields.meter = was->meter;
  if (fields.tempo_qpm == 0 && was->tempo_qpm != is->tempo_qpm)
    fields.tempo_qpm = was->tempo_qpm;
  if (!maq_key_is_set (fields.key) && !maq_key_equal (was->key, is->key))
    fields.key = was->key;
  if (fields.style == NULL && was->style != is->style)
    fields.style = was->style;
  if (fields.mood == NULL && was->mood != is->mood)
    fields.mood = was->mood;
  if (fields.space == MAQ_SPACE_UNSET && was->space != is->space)
    fields.space = was->space;
  if (fields.dynamics == MAQ_DYNAMICS_UNSET && was->dynamics != is->dynamics)
    fields.dynamics = was->dynamics;
  if (fields.feel == MAQ_FEEL_UNSET &&
      (was->feel != is->feel || was->feel_bars != is->feel_bars))
    {
      fields.feel = was->feel;
      fields.feel_bars = was->feel_bars;
    }
  if (fields.transition == MAQ_TRANSITION_UNSET)
    keep_way_out (&fields, was, is);
  if (fields.odd_bars == NULL && !maq_vec_equal0 (was->odd_bars, is->odd_bars))
    fields.odd_bars = was->odd_bars;
  if (fields.chords == NULL &&
      (was->chord_bars != is->chord_bars || !maq_vec_equal0 (was->chords, is->chords)))
    {
      fields.chords = was->chords;
      fields.chord_bars = was->chord_bars;
    }
  if (fields.lyrics == NULL && !maq_vec_equal0 (was->lyrics, is->lyrics))
    fields.lyrics = was->lyrics;

  moved = maq_section_with_fields (self, &fields);
  return keep_parts (moved, before, after);
}
