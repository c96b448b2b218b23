/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include "maq-chord-change.h"
#include "maq-edit.h"
#include "maq-odd-bar.h"

/* What holds in a section for the things that hang on its bars. */
typedef struct
{
  int       bars;
  MaqMeter  meter;
  MaqVec   *odd_bars;
} Frame;

static MaqSection *
find_followed (MaqArrangement *arrangement,
               MaqSection     *section)
{
  MaqId id = maq_section_get_fields (section)->follows;
  int index = id != MAQ_ID_NONE ? maq_arrangement_find_section (arrangement, id) : -1;

  return index >= 0 ? maq_arrangement_get_section (arrangement, index) : NULL;
}

static Frame
make_frame (MaqSection *section,
            MaqSection *followed,
            MaqMeter    song_meter)
{
  const MaqSectionFields *own = maq_section_get_fields (section);
  const MaqSectionFields *taken = followed != NULL ? maq_section_get_fields (followed) : NULL;
  Frame frame = { own->bars, own->meter, own->odd_bars };

  if (frame.bars == 0 && taken != NULL)
    frame.bars = taken->bars;
  if (!maq_meter_is_set (frame.meter) && taken != NULL)
    frame.meter = taken->meter;
  if (!maq_meter_is_set (frame.meter))
    frame.meter = song_meter;
  if (frame.odd_bars == NULL && taken != NULL)
    frame.odd_bars = taken->odd_bars;

  return frame;
}

static MaqTick
bar_ticks (const Frame *frame,
           int          bar)
{
  guint n_odd = frame->odd_bars != NULL ? maq_vec_get_length (frame->odd_bars) : 0;

  for (guint i = 0; i < n_odd; i++)
    {
      MaqOddBar *odd = maq_vec_get (frame->odd_bars, i);

      if (maq_odd_bar_get_bar (odd) == bar)
        return maq_meter_bar_ticks (maq_odd_bar_get_meter (odd));
    }

  return maq_meter_bar_ticks (frame->meter);
}

/* Odd bars beyond the end would hold for nothing. */
static MaqVec *
fit_odd_bars (MaqVec      *odd_bars,
              const Frame *frame)
{
  MaqVec *result = odd_bars != NULL ? maq_vec_ref (odd_bars) : NULL;

  while (result != NULL && maq_vec_get_length (result) > 0)
    {
      guint last = maq_vec_get_length (result) - 1;
      g_autoptr(MaqVec) longer = NULL;

      if (maq_odd_bar_get_bar (maq_vec_get (result, last)) < frame->bars)
        break;

      longer = g_steal_pointer (&result);
      result = maq_vec_without (longer, last);
    }

  return result;
}

/* A chord on the third quarter of four stands in the middle of any other bar. */
static MaqVec *
fit_chords (MaqVec      *chords,
            const Frame *before,
            const Frame *after)
{
  g_autoptr(GPtrArray) fitted = NULL;
  g_autoptr(MaqVec) result = NULL;
  int last_bar = -1;
  MaqTick last_offset = 0;

  if (chords == NULL || maq_vec_get_length (chords) == 0)
    return chords != NULL ? maq_vec_ref (chords) : NULL;

  fitted = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  for (guint i = 0; i < maq_vec_get_length (chords); i++)
    {
      MaqChordChange *change = maq_vec_get (chords, i);
      int bar = maq_chord_change_get_bar (change);
      MaqTick offset = maq_chord_change_get_offset_ticks (change);
      MaqTick was = bar_ticks (before, bar);
      MaqTick is = bar_ticks (after, bar);
      MaqTick moved = was == is ? offset : offset * is / was;

      if (moved >= is || (bar == last_bar && moved <= last_offset))
        continue;

      last_bar = bar;
      last_offset = moved;
      g_ptr_array_add (fitted, maq_chord_change_with_place (change, bar, moved));
    }

  result = maq_vec_new (&maq_chord_change_vec_class, fitted->pdata, fitted->len);
  return maq_vec_equal (result, chords) ? maq_vec_ref (chords) : g_steal_pointer (&result);
}

void
maq_move_fit_part_fields (MaqPartFields *fields,
                          int            bars)
{
  if (fields->exit_bar > bars)
    fields->exit_bar = 0;
  if (fields->entry_bar >= bars)
    fields->entry_bar = bars - 1;
  if (fields->exit_bar != 0 && fields->exit_bar <= fields->entry_bar)
    fields->exit_bar = 0;
}

static MaqPart *
fit_part (MaqPart *part,
          int      bars)
{
  MaqPartFields fields = *maq_part_get_fields (part);

  maq_move_fit_part_fields (&fields, bars);
  return maq_part_with_fields (part, &fields);
}

static MaqVec *
fit_parts (MaqVec      *parts,
           const Frame *frame)
{
  MaqVec *result = parts != NULL ? maq_vec_ref (parts) : NULL;

  for (guint i = 0; parts != NULL && i < maq_vec_get_length (parts); i++)
    {
      g_autoptr(MaqPart) part = fit_part (maq_vec_get (parts, i), frame->bars);
      g_autoptr(MaqVec) before = g_steal_pointer (&result);

      result = maq_vec_with_item (before, i, part);
    }

  return result;
}

static MaqSection *
fit_section (MaqSection  *section,
             const Frame *before,
             const Frame *after)
{
  MaqSectionFields fields = *maq_section_get_fields (section);
  Frame cut = *after;
  g_autoptr(MaqVec) odd_bars = fit_odd_bars (fields.odd_bars, after);
  g_autoptr(MaqVec) parts = fit_parts (fields.parts, after);
  g_autoptr(MaqVec) chords = NULL;

  if (fields.odd_bars != NULL)
    cut.odd_bars = odd_bars;
  chords = fit_chords (fields.chords, before, &cut);

  fields.odd_bars = odd_bars;
  fields.parts = parts;
  fields.chords = chords;
  if (chords != NULL && maq_vec_get_length (chords) == 0)
    fields.chord_bars = 0;
  return maq_section_with_fields (section, &fields);
}

static gboolean
is_framed_alike (const Frame *a,
                 const Frame *b)
{
  return a->bars == b->bars && maq_meter_equal (a->meter, b->meter) &&
         (a->odd_bars == b->odd_bars ||
          (a->odd_bars != NULL && b->odd_bars != NULL && maq_vec_equal (a->odd_bars, b->odd_bars)));
}

/* the same section as it was, most often at the same place */
static MaqSection *
find_earlier (MaqArrangement *before,
              MaqSection     *section,
              guint           index)
{
  MaqId id = maq_section_get_id (section);
  int found = index;

  if (index >= maq_arrangement_get_n_sections (before) ||
      maq_section_get_id (maq_arrangement_get_section (before, index)) != id)
    found = maq_arrangement_find_section (before, id);

  return found >= 0 ? maq_arrangement_get_section (before, found) : NULL;
}

static GHashTable *
collect_changed (MaqArrangement *before,
                 MaqArrangement *after)
{
  GHashTable *changed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < maq_arrangement_get_n_sections (after); i++)
    {
      MaqSection *section = maq_arrangement_get_section (after, i);

      if (find_earlier (before, section, i) != section)
        g_hash_table_add (changed, (gpointer) &maq_section_get_fields (section)->id);
    }

  return changed;
}

static gboolean
is_touched (GHashTable *changed,
            MaqSection *section)
{
  const MaqSectionFields *fields = maq_section_get_fields (section);

  return g_hash_table_contains (changed, &fields->id) ||
         (fields->follows != MAQ_ID_NONE && g_hash_table_contains (changed, &fields->follows));
}

static MaqSection *
fit_one (MaqArrangement *before,
         MaqMeter        meter_before,
         MaqArrangement *after,
         MaqMeter        meter_after,
         guint           index)
{
  MaqSection *section = maq_arrangement_get_section (after, index);
  MaqSection *earlier = find_earlier (before, section, index);
  Frame is = make_frame (section, find_followed (after, section), meter_after);
  Frame was = is;

  if (earlier != NULL)
    was = make_frame (earlier, find_followed (before, earlier), meter_before);
  if (earlier == section && is_framed_alike (&was, &is))
    return maq_section_ref (section);

  return fit_section (section, &was, &is);
}

/* fits those that follow another section, or those that do not; takes @after over */
static MaqArrangement *
fit_some (MaqArrangement *before,
          MaqMeter        meter_before,
          MaqArrangement *after,
          MaqMeter        meter_after,
          GHashTable     *changed,
          gboolean        followers)
{
  gboolean is_all = !maq_meter_equal (meter_before, meter_after);
  MaqArrangement *result = after;

  for (guint i = 0; i < maq_arrangement_get_n_sections (result); i++)
    {
      MaqSection *section = maq_arrangement_get_section (result, i);
      g_autoptr(MaqArrangement) previous = NULL;
      g_autoptr(MaqSection) fitted = NULL;

      if ((maq_section_get_fields (section)->follows != MAQ_ID_NONE) != followers ||
          (!is_all && !is_touched (changed, section)))
        continue;

      fitted = fit_one (before, meter_before, result, meter_after, i);
      previous = result;
      result = maq_arrangement_with_section_at (previous, i, fitted);
    }

  return result;
}

/* What is followed comes first: followers take over what is left of it. */
MaqArrangement *
maq_move_fit (MaqArrangement *before,
              MaqMeter        meter_before,
              MaqArrangement *after,
              MaqMeter        meter_after)
{
  g_autoptr(GHashTable) changed = collect_changed (before, after);
  MaqArrangement *result = maq_arrangement_ref (after);

  result = fit_some (before, meter_before, result, meter_after, changed, FALSE);
  return fit_some (before, meter_before, result, meter_after, changed, TRUE);
}

MaqProject *
maq_move_replace_fitted (MaqProject     *root,
                         MaqArrangement *after)
{
  MaqMeter meter = maq_song_get_fields (maq_project_get_current (root))->meter;
  g_autoptr(MaqArrangement) fitted = NULL;

  fitted = maq_move_fit (maq_project_get_arrangement (root), meter, after, meter);
  return maq_edit_replace_arrangement (root, fitted);
}
