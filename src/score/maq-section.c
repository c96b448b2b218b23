/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-section.h"

#include "maq-text-private.h"
#include "maq-chord-change.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"
#include "maq-vec-private.h"

struct _MaqSection
{
  MaqSectionFields fields;
};

MaqSection *
maq_section_new (const MaqSectionFields *fields)
{
  MaqSection *self = g_atomic_rc_box_new0 (MaqSection);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.name = maq_text_intern (fields->name);
  self->fields.style = maq_text_intern (fields->style);
  self->fields.mood = maq_text_intern (fields->mood);
  self->fields.foreign = maq_text_intern (fields->foreign);
  self->fields.odd_bars = maq_vec_ref0 (fields->odd_bars);
  self->fields.chords = maq_vec_ref0 (fields->chords);
  self->fields.lyrics = maq_vec_ref0 (fields->lyrics);
  self->fields.parts = maq_vec_ref_items (fields->parts);

  return self;
}

MaqSection *
maq_section_ref (MaqSection *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqSection *self)
{
  maq_text_release (self->fields.name);
  maq_text_release (self->fields.style);
  maq_text_release (self->fields.mood);
  maq_text_release (self->fields.foreign);
  maq_vec_unref0 (self->fields.odd_bars);
  maq_vec_unref0 (self->fields.chords);
  maq_vec_unref0 (self->fields.lyrics);
  maq_vec_unref0 (self->fields.parts);
}

void
maq_section_unref (MaqSection *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqSectionFields *
maq_section_get_fields (MaqSection *self)
{
  return &self->fields;
}

static gboolean
says (MaqSection             *self,
      const MaqSectionFields *b)
{
  const MaqSectionFields *a = &self->fields;

  return a->id == b->id &&
         a->kind == b->kind &&
         a->bars == b->bars &&
         a->follows == b->follows &&
         a->tempo_qpm == b->tempo_qpm &&
         a->space == b->space &&
         a->dynamics == b->dynamics &&
         a->feel == b->feel &&
         a->feel_bars == b->feel_bars &&
         a->transition == b->transition &&
         a->transition_beats == b->transition_beats &&
         a->chord_bars == b->chord_bars &&
         maq_meter_equal (a->meter, b->meter) &&
         maq_key_equal (a->key, b->key) &&
         maq_text_same (a->name, b->name) &&
         maq_text_same (a->style, b->style) &&
         maq_text_same (a->mood, b->mood) &&
         maq_text_same (a->foreign, b->foreign) &&
         maq_vec_equal0 (a->odd_bars, b->odd_bars) &&
         maq_vec_equal0 (a->chords, b->chords) &&
         maq_vec_equal0 (a->lyrics, b->lyrics) &&
         maq_vec_equal_items (a->parts, b->parts);
}

gboolean
maq_section_equal (MaqSection *self,
                   MaqSection *other)
{
  return self == other || says (self, &other->fields);
}

MaqSection *
maq_section_with_fields (MaqSection *self,
                         const MaqSectionFields *fields)
{
  return says (self, fields) ? maq_section_ref (self) : maq_section_new (fields);
}

MaqId
maq_section_get_id (MaqSection *self)
{
  return self->fields.id;
}

const char *
maq_section_get_name (MaqSection *self)
{
  return self->fields.name != NULL ? self->fields.name : "";
}

MaqSectionKind
maq_section_get_kind (MaqSection *self)
{
  return self->fields.kind;
}

MaqSection *
maq_section_with_name (MaqSection *self,
                       const char *name)
{
  MaqSectionFields fields = self->fields;

  fields.name = name;
  return maq_section_with_fields (self, &fields);
}

MaqSection *
maq_section_with_bars (MaqSection *self,
                       int bars)
{
  MaqSectionFields fields = self->fields;

  fields.bars = bars;
  return maq_section_with_fields (self, &fields);
}

const MaqVecClass maq_odd_bar_vec_class = {
  (gpointer (*) (gpointer)) maq_odd_bar_ref,
  (void (*) (gpointer)) maq_odd_bar_unref,
  (gboolean (*) (gpointer, gpointer)) maq_odd_bar_equal,
};

const MaqVecClass maq_chord_change_vec_class = {
  (gpointer (*) (gpointer)) maq_chord_change_ref,
  (void (*) (gpointer)) maq_chord_change_unref,
  (gboolean (*) (gpointer, gpointer)) maq_chord_change_equal,
};

const MaqVecClass maq_lyric_vec_class = {
  (gpointer (*) (gpointer)) maq_lyric_ref,
  (void (*) (gpointer)) maq_lyric_unref,
  (gboolean (*) (gpointer, gpointer)) maq_lyric_equal,
};

const MaqVecClass maq_part_vec_class = {
  (gpointer (*) (gpointer)) maq_part_ref,
  (void (*) (gpointer)) maq_part_unref,
  (gboolean (*) (gpointer, gpointer)) maq_part_equal,
};

guint
maq_section_get_n_parts (MaqSection *self)
{
  return maq_vec_get_length0 (self->fields.parts);
}

MaqPart *
maq_section_get_part (MaqSection *self,
                      guint       index)
{
  return maq_vec_get (self->fields.parts, index);
}

/* where the part of @layer is, or belongs */
static guint
part_place (MaqSection *self,
            MaqId       layer)
{
  guint low = 0, high = maq_section_get_n_parts (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (maq_part_get_layer (maq_section_get_part (self, middle)) < layer)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
has_part_at (MaqSection *self,
             guint       place,
             MaqId       layer)
{
  return place < maq_section_get_n_parts (self) &&
         maq_part_get_layer (maq_section_get_part (self, place)) == layer;
}

MaqPart *
maq_section_find_part (MaqSection *self,
                       MaqId       layer)
{
  guint place = part_place (self, layer);

  return has_part_at (self, place, layer) ? maq_section_get_part (self, place) : NULL;
}

static MaqSection *
with_parts (MaqSection *self,
            MaqVec     *parts)
{
  MaqSectionFields fields = self->fields;

  if (parts == fields.parts)
    return maq_section_ref (self);

  fields.parts = parts;
  return maq_section_new (&fields);
}

MaqSection *
maq_section_with_part (MaqSection *self,
                       MaqPart    *part)
{
  guint place = part_place (self, maq_part_get_layer (part));
  g_autoptr(MaqVec) before = NULL;
  g_autoptr(MaqVec) after = NULL;

  before = self->fields.parts != NULL ? maq_vec_ref (self->fields.parts)
                                      : maq_vec_new_empty (&maq_part_vec_class);
  after = has_part_at (self, place, maq_part_get_layer (part))
            ? maq_vec_with_item (before, place, part)
            : maq_vec_with_inserted (before, place, part);

  return with_parts (self, after);
}

MaqSection *
maq_section_without_part (MaqSection *self,
                          MaqId       layer)
{
  guint place = part_place (self, layer);
  g_autoptr(MaqVec) parts = NULL;

  if (!has_part_at (self, place, layer))
    return maq_section_ref (self);

  parts = maq_vec_without (self->fields.parts, place);
  return with_parts (self, parts);
}
