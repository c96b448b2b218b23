/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-rebar-private.h"

#include "maq-chord-change.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"

static MaqMeter
get_meter (MaqSection *section,
           MaqMeter    song_meter)
{
  const MaqSectionFields *fields = maq_section_get_fields (section);

  return maq_meter_is_set (fields->meter) ? fields->meter : song_meter;
}

static MaqMeter
get_bar_meter (MaqSection *section,
               MaqMeter    song_meter,
               int         bar)
{
  MaqVec *odd_bars = maq_section_get_fields (section)->odd_bars;

  for (guint i = 0; odd_bars != NULL && i < maq_vec_get_length (odd_bars); i++)
    {
      MaqOddBar *odd = maq_vec_get (odd_bars, i);

      if (maq_odd_bar_get_bar (odd) == bar)
        return maq_odd_bar_get_meter (odd);
    }

  return get_meter (section, song_meter);
}

static MaqVec *
make_odd_bars (MaqSection       *model,
               MaqMeter          song_meter,
               const MaqMoveBar *bars,
               guint             n_bars)
{
  MaqMeter usual = get_meter (model, song_meter);
  g_autoptr(GPtrArray) odd = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_odd_bar_unref);

  for (guint i = 0; i < n_bars; i++)
    {
      MaqMeter meter = bars[i].source != NULL
                         ? get_bar_meter (bars[i].source, song_meter, bars[i].bar) : usual;

      if (!maq_meter_equal (meter, usual))
        g_ptr_array_add (odd, maq_odd_bar_new (i, meter));
    }

  if (odd->len == 0 && maq_section_get_fields (model)->odd_bars == NULL)
    return NULL;
  return maq_vec_new (&maq_odd_bar_vec_class, odd->pdata, odd->len);
}

/* where in the chords, which begin again, a bar of the section is */
static int
fold (const MaqSectionFields *fields,
      int                     bar)
{
  return fields->chord_bars > 0 ? bar % fields->chord_bars : bar;
}

/* what sounds as a bar begins; NULL where nothing is stated */
static MaqChordChange *
find_sounding (const MaqSectionFields *fields,
               int                     bar)
{
  MaqChordChange *found = NULL;
  int folded = fold (fields, bar);

  for (guint i = 0; fields->chords != NULL && i < maq_vec_get_length (fields->chords); i++)
    {
      MaqChordChange *change = maq_vec_get (fields->chords, i);
      int at = maq_chord_change_get_bar (change);

      if (found != NULL &&
          (at > folded || (at == folded && maq_chord_change_get_offset_ticks (change) > 0)))
        break;
      found = change;
    }

  return found;
}

/* Where chords begin again in a bar that is shorter, some of them never sound. */
static void
add_chords (MaqSection *source,
            MaqMeter    song_meter,
            int         bar,
            int         place,
            GPtrArray  *chords)
{
  MaqTick end = maq_meter_bar_ticks (get_bar_meter (source, song_meter, bar));
  const MaqSectionFields *fields = maq_section_get_fields (source);
  MaqChordChange *before = chords->len > 0 ? g_ptr_array_index (chords, chords->len - 1) : NULL;
  MaqChordChange *sounding = find_sounding (fields, bar);
  int folded = fold (fields, bar);

  if (sounding == NULL)
    return;

  if ((maq_chord_change_get_bar (sounding) != folded ||
       maq_chord_change_get_offset_ticks (sounding) > 0) &&
      (before == NULL || !maq_chord_equal (maq_chord_change_get_chord (before),
                                           maq_chord_change_get_chord (sounding))))
    {
      g_autoptr(MaqChordChange) placed = maq_chord_change_with_place (sounding, place, 0);

      g_ptr_array_add (chords, maq_chord_change_with_mark (placed, MAQ_CHORD_MARK_NONE));
    }

  for (guint i = 0; i < maq_vec_get_length (fields->chords); i++)
    {
      MaqChordChange *change = maq_vec_get (fields->chords, i);
      MaqTick offset = maq_chord_change_get_offset_ticks (change);

      if (maq_chord_change_get_bar (change) == folded && offset < end &&
          (offset > 0 || chords->len == 0 ||
           maq_chord_change_get_bar (g_ptr_array_index (chords, chords->len - 1)) != place))
        g_ptr_array_add (chords, maq_chord_change_with_place (change, place, offset));
    }
}

/* The section whose end is also the end of what is made of it, or NULL: what it
 * keeps beyond its end, for when it grows again, then stays there. */
static const MaqSectionFields *
find_last (const MaqMoveBar *bars,
           guint             n_bars)
{
  const MaqSectionFields *fields = NULL;
  guint end = n_bars;

  while (end > 0 && bars[end - 1].source == NULL)
    end--;
  if (end == 0)
    return NULL;

  fields = maq_section_get_fields (bars[end - 1].source);
  return bars[end - 1].bar == fields->bars - 1 ? fields : NULL;
}

static MaqVec *
make_chords (MaqSection       *model,
             MaqMeter          song_meter,
             const MaqMoveBar *bars,
             guint             n_bars,
             int              *chord_bars)
{
  MaqTick usual_ticks = maq_meter_bar_ticks (get_meter (model, song_meter));
  const MaqSectionFields *last = find_last (bars, n_bars);
  g_autoptr(GPtrArray) chords = NULL;

  chords = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  *chord_bars = n_bars;
  for (guint i = 0; i < n_bars; i++)
    if (bars[i].source != NULL)
      add_chords (bars[i].source, song_meter, bars[i].bar, i, chords);
  for (guint i = 0; last != NULL && last->chords != NULL && i < maq_vec_get_length (last->chords);
       i++)
    {
      MaqChordChange *change = maq_vec_get (last->chords, i);
      MaqTick offset = maq_chord_change_get_offset_ticks (change);
      int bar = maq_chord_change_get_bar (change) - last->bars + (int) n_bars;

      if (maq_chord_change_get_bar (change) >= last->bars && offset < usual_ticks)
        g_ptr_array_add (chords, maq_chord_change_with_place (change, bar, offset));
    }
  if (last != NULL && last->chord_bars > last->bars)
    *chord_bars += last->chord_bars - last->bars;
  if (chords->len == 0)
    *chord_bars = 0;

  return chords->len > 0 ? maq_vec_new (&maq_chord_change_vec_class, chords->pdata, chords->len)
                         : NULL;
}

/* Bars that follow each other from a place where the chords begin again keep these as they are. */
static gboolean
keeps_chords (MaqSection       *model,
              const MaqMoveBar *bars,
              guint             n_bars)
{
  const MaqSectionFields *fields = maq_section_get_fields (model);

  if (fields->chords == NULL || n_bars < (guint) fields->chord_bars)
    return FALSE;

  for (guint i = 0; i < n_bars; i++)
    if (bars[i].source == NULL || bars[i].bar != bars[0].bar + (int) i ||
        maq_section_get_fields (bars[i].source)->chords != fields->chords)
      return FALSE;

  return fold (fields, bars[0].bar) == 0;
}

/* One that had words of its own and has none left does not take those of another. */
static MaqVec *
make_lyrics (MaqSection       *model,
             const MaqMoveBar *bars,
             guint             n_bars)
{
  const MaqSectionFields *last = find_last (bars, n_bars);
  g_autoptr(GPtrArray) lyrics = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lyric_unref);

  for (guint i = 0; i < n_bars; i++)
    {
      MaqVec *all = bars[i].source != NULL ? maq_section_get_fields (bars[i].source)->lyrics
                                           : NULL;

      for (guint j = 0; all != NULL && j < maq_vec_get_length (all); j++)
        {
          MaqLyric *lyric = maq_vec_get (all, j);

          if (maq_lyric_get_bar (lyric) == bars[i].bar)
            g_ptr_array_add (lyrics, maq_lyric_new (i, maq_lyric_get_text (lyric)));
        }
    }

  for (guint i = 0; last != NULL && last->lyrics != NULL && i < maq_vec_get_length (last->lyrics);
       i++)
    {
      MaqLyric *lyric = maq_vec_get (last->lyrics, i);

      if (maq_lyric_get_bar (lyric) >= last->bars)
        g_ptr_array_add (lyrics, maq_lyric_new (maq_lyric_get_bar (lyric) - last->bars + n_bars,
                                                maq_lyric_get_text (lyric)));
    }

  if (lyrics->len == 0 && maq_section_get_fields (model)->lyrics == NULL)
    return NULL;
  return maq_vec_new (&maq_lyric_vec_class, lyrics->pdata, lyrics->len);
}

static gboolean
is_playing (MaqPart *part,
            int      bar)
{
  const MaqPartFields *fields = maq_part_get_fields (part);

  return fields->level > 0 && bar >= fields->entry_bar &&
         (fields->exit_bar == 0 || bar < fields->exit_bar);
}

/* From the first bar in which it plays to the last: a part has no holes. */
static MaqPart *
make_part (MaqId             layer,
           const MaqMoveBar *bars,
           guint             n_bars)
{
  MaqPart *first = NULL, *any = NULL;
  int entry = 0, end = 0;
  MaqPartFields fields;

  for (guint i = 0; i < n_bars; i++)
    {
      MaqPart *part = bars[i].source != NULL ? maq_section_find_part (bars[i].source, layer)
                                             : NULL;

      if (part == NULL)
        continue;

      any = any == NULL ? part : any;
      if (!is_playing (part, bars[i].bar))
        continue;

      if (first == NULL)
        {
          first = part;
          entry = i;
        }
      end = i + 1;
    }

  if (any == NULL)
    return NULL;

  fields = *maq_part_get_fields (first != NULL ? first : any);
  fields.level = first != NULL ? fields.level : 0;
  fields.entry_bar = entry;
  /* new bars at the end are played by who plays before them */
  while (end > 0 && end < (int) n_bars && bars[end].source == NULL)
    end++;
  fields.exit_bar = end == (int) n_bars ? 0 : end;
  return maq_part_new (&fields);
}

static void
add_layers (MaqSection *section,
            GArray     *layers)
{
  for (guint i = 0; i < maq_section_get_n_parts (section); i++)
    {
      MaqId layer = maq_part_get_layer (maq_section_get_part (section, i));
      gboolean is_there = FALSE;

      for (guint j = 0; j < layers->len; j++)
        is_there = is_there || g_array_index (layers, MaqId, j) == layer;
      if (!is_there)
        g_array_append_val (layers, layer);
    }
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  MaqId left = maq_part_get_layer (*(MaqPart **) a), right = maq_part_get_layer (*(MaqPart **) b);

  return left < right ? -1 : left > right;
}

static MaqVec *
make_parts (const MaqMoveBar *bars,
            guint             n_bars)
{
  g_autoptr(GArray) layers = g_array_new (FALSE, FALSE, sizeof (MaqId));
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);

  for (guint i = 0; i < n_bars; i++)
    if (bars[i].source != NULL && (i == 0 || bars[i].source != bars[i - 1].source))
      add_layers (bars[i].source, layers);
  for (guint i = 0; i < layers->len; i++)
    {
      MaqPart *part = make_part (g_array_index (layers, MaqId, i), bars, n_bars);

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }

  g_ptr_array_sort (parts, compare_parts);
  return parts->len > 0 ? maq_vec_new (&maq_part_vec_class, parts->pdata, parts->len) : NULL;
}

static MaqFeel
get_bar_feel (const MaqMoveBar *bar)
{
  const MaqSectionFields *fields = maq_section_get_fields (bar->source);

  if (fields->feel == MAQ_FEEL_UNSET ||
      (fields->feel_bars > 0 && bar->bar < fields->bars - fields->feel_bars))
    return MAQ_FEEL_PLAIN;

  return fields->feel;
}

/* New bars feel like those before them, at the beginning like those after them. */
static void
make_feel (MaqSectionFields *fields,
           const MaqMoveBar *bars,
           guint             n_bars)
{
  MaqFeel last = MAQ_FEEL_UNSET;
  int n_last = 0;

  for (guint i = 0; i < n_bars; i++)
    {
      MaqFeel feel = bars[i].source != NULL ? get_bar_feel (&bars[i]) : last;

      n_last = feel == last || last == MAQ_FEEL_UNSET ? n_last + 1 : 1;
      last = feel;
    }

  if (last > MAQ_FEEL_PLAIN)
    {
      fields->feel = last;
      fields->feel_bars = n_last == (int) n_bars ? 0 : n_last;
    }
  else if (fields->feel > MAQ_FEEL_PLAIN)
    {
      fields->feel = MAQ_FEEL_PLAIN;
      fields->feel_bars = 0;
    }
}

static void
clear_vec (MaqVec **vec)
{
  g_clear_pointer (vec, maq_vec_unref);
}

MaqSection *
maq_move_rebar (MaqSection       *model,
                MaqMeter          song_meter,
                const MaqMoveBar *bars,
                guint             n_bars)
{
  MaqSectionFields fields = *maq_section_get_fields (model);
  MaqVec *odd_bars = make_odd_bars (model, song_meter, bars, n_bars);
  MaqVec *lyrics = make_lyrics (model, bars, n_bars);
  MaqVec *parts = make_parts (bars, n_bars);
  MaqVec *chords = NULL;
  MaqSection *result;

  if (!keeps_chords (model, bars, n_bars))
    {
      chords = make_chords (model, song_meter, bars, n_bars, &fields.chord_bars);
      fields.chords = chords;
    }
  make_feel (&fields, bars, n_bars);
  fields.bars = n_bars;
  fields.odd_bars = odd_bars;
  fields.lyrics = lyrics;
  fields.parts = parts;
  result = maq_section_new (&fields);

  clear_vec (&odd_bars);
  clear_vec (&lyrics);
  clear_vec (&parts);
  clear_vec (&chords);
  return result;
}

/* what stands in bars that are taken out goes to where they were */
static double
shift_bar (double   bar,
           int      from,
           int      by,
           gboolean is_within)
{
  if (bar >= from)
    return MAX (bar + by, 0);

  return is_within && bar > from + by ? from + by : bar;
}

static MaqRemark *
shift_remark (MaqRemark *remark,
              MaqId      section,
              int        from,
              int        by,
              MaqId      to)
{
  MaqRemarkFields fields = *maq_remark_get_fields (remark);

  if (fields.section != section)
    return maq_remark_ref (remark);

  fields.section = fields.bar >= from ? to : section;
  fields.bar = (int) shift_bar (fields.bar, from, by, to == section);
  return maq_remark_with_fields (remark, &fields);
}

static MaqArc *
shift_arc (MaqArc *arc,
           MaqId   section,
           int     from,
           int     by,
           MaqId   to)
{
  MaqArcFields fields = *maq_arc_get_fields (arc);
  g_autoptr(GPtrArray) points = NULL;
  g_autoptr(MaqVec) shifted = NULL;

  if (fields.points == NULL)
    return maq_arc_ref (arc);

  points = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_point_unref);
  for (guint i = 0; i < maq_vec_get_length (fields.points); i++)
    {
      MaqArcPoint *point = maq_vec_get (fields.points, i);
      double bar = maq_arc_point_get_bar (point);

      if (maq_arc_point_get_section (point) != section)
        g_ptr_array_add (points, maq_arc_point_ref (point));
      else
        g_ptr_array_add (points, maq_arc_point_new (bar >= from ? to : section,
                                                    shift_bar (bar, from, by, to == section),
                                                    maq_arc_point_get_value (point),
                                                    maq_arc_point_is_smooth (point)));
    }

  shifted = maq_vec_new (&maq_arc_point_vec_class, points->pdata, points->len);
  fields.points = shifted;
  return maq_arc_with_fields (arc, &fields);
}

MaqArrangement *
maq_move_shift_anchors (MaqArrangement *arrangement,
                        MaqId           section,
                        int             from,
                        int             by,
                        MaqId           to)
{
  MaqArrangementFields fields = *maq_arrangement_get_fields (arrangement);
  g_autoptr(GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_remark_unref);
  g_autoptr(GPtrArray) arcs = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_unref);
  g_autoptr(MaqVec) shifted_remarks = NULL;
  g_autoptr(MaqVec) shifted_arcs = NULL;
  g_autoptr(MaqArrangement) shifted = NULL;

  for (guint i = 0; fields.remarks != NULL && i < maq_vec_get_length (fields.remarks); i++)
    g_ptr_array_add (remarks, shift_remark (maq_vec_get (fields.remarks, i), section, from, by,
                                            to));
  for (guint i = 0; fields.arcs != NULL && i < maq_vec_get_length (fields.arcs); i++)
    g_ptr_array_add (arcs, shift_arc (maq_vec_get (fields.arcs, i), section, from, by, to));

  shifted_remarks = maq_vec_new (&maq_remark_vec_class, remarks->pdata, remarks->len);
  shifted_arcs = maq_vec_new (&maq_arc_vec_class, arcs->pdata, arcs->len);
  if (fields.remarks != NULL)
    fields.remarks = shifted_remarks;
  if (fields.arcs != NULL)
    fields.arcs = shifted_arcs;
  shifted = maq_arrangement_with_fields (arrangement, &fields);
  return maq_move_sort_arcs (shifted);
}

/* Without another to follow there are no words that could be taken over. */
static MaqSection *
compact_leader (MaqSection *section)
{
  MaqSectionFields fields = *maq_section_get_fields (section);

  if (fields.lyrics != NULL && maq_vec_get_length (fields.lyrics) == 0)
    fields.lyrics = NULL;
  return maq_section_with_fields (section, &fields);
}

/* parts that say the same as those taken over need not be said */
static MaqVec *
compact_parts (MaqVec     *parts,
               MaqSection *followed)
{
  g_autoptr(GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; parts != NULL && i < maq_vec_get_length (parts); i++)
    {
      MaqPart *part = maq_vec_get (parts, i);
      MaqPart *taken = maq_section_find_part (followed, maq_part_get_layer (part));

      if (taken == NULL || !maq_part_equal (taken, part))
        g_ptr_array_add (own, part);
    }

  return own->len > 0 ? maq_vec_new (&maq_part_vec_class, own->pdata, own->len) : NULL;
}

MaqSection *
maq_move_compact (MaqArrangement *arrangement,
                  MaqSection     *section)
{
  MaqSectionFields fields = *maq_section_get_fields (section);
  MaqSection *followed = NULL;
  const MaqSectionFields *taken = NULL;
  MaqVec *parts = NULL;
  MaqSection *result;

  if (fields.follows == MAQ_ID_NONE)
    return compact_leader (section);

  followed = maq_arrangement_get_section (
    arrangement, maq_arrangement_find_section (arrangement, fields.follows));
  taken = maq_section_get_fields (followed);
  fields.bars = fields.bars == taken->bars ? 0 : fields.bars;
  fields.meter = maq_meter_equal (fields.meter, taken->meter) ? MAQ_METER_UNSET : fields.meter;
  fields.tempo_qpm = fields.tempo_qpm == taken->tempo_qpm ? 0 : fields.tempo_qpm;
  fields.key = maq_key_equal (fields.key, taken->key) ? MAQ_KEY_UNSET : fields.key;
  fields.style = g_strcmp0 (fields.style, taken->style) == 0 ? NULL : fields.style;
  fields.mood = g_strcmp0 (fields.mood, taken->mood) == 0 ? NULL : fields.mood;
  fields.space = fields.space == taken->space ? MAQ_SPACE_UNSET : fields.space;
  fields.dynamics = fields.dynamics == taken->dynamics ? MAQ_DYNAMICS_UNSET : fields.dynamics;
  if (fields.feel == taken->feel && fields.feel_bars == taken->feel_bars)
    {
      fields.feel = MAQ_FEEL_UNSET;
      fields.feel_bars = 0;
    }
  if (fields.transition == taken->transition && fields.transition_beats == taken->transition_beats)
    {
      fields.transition = MAQ_TRANSITION_UNSET;
      fields.transition_beats = 0;
    }
  if (fields.odd_bars != NULL && taken->odd_bars != NULL &&
      maq_vec_equal (fields.odd_bars, taken->odd_bars))
    fields.odd_bars = NULL;
  if (fields.chords != NULL && taken->chords != NULL && fields.chord_bars == taken->chord_bars &&
      maq_vec_equal (fields.chords, taken->chords))
    {
      fields.chords = NULL;
      fields.chord_bars = 0;
    }
  if (fields.lyrics != NULL && taken->lyrics != NULL &&
      maq_vec_equal (fields.lyrics, taken->lyrics))
    fields.lyrics = NULL;
  parts = compact_parts (fields.parts, followed);
  fields.parts = parts;
  result = maq_section_new (&fields);
  clear_vec (&parts);
  return result;
}

MaqArrangement *
maq_move_free_followers (MaqArrangement *arrangement,
                         MaqId           section)
{
  MaqArrangement *result = maq_arrangement_ref (arrangement);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSectionFields fields =
        *maq_section_get_fields (maq_arrangement_get_section (arrangement, i));
      g_autoptr(MaqArrangement) before = NULL;
      g_autoptr(MaqSection) freed = NULL;

      if (fields.follows != section)
        continue;

      fields = *maq_section_get_fields (maq_arrangement_get_resolved (arrangement, i));
      fields.follows = MAQ_ID_NONE;
      freed = maq_section_new (&fields);
      before = g_steal_pointer (&result);
      result = maq_arrangement_with_section_at (before, i, freed);
    }

  return result;
}
