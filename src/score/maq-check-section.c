/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-check-private.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-chord-change.h"
#include "maq-limits.h"
#include "maq-lyric.h"
#include "maq-odd-bar.h"
#include "maq-vec-private.h"

static gboolean
check_fields (const MaqCheckPlace    *place,
              const MaqSectionFields *fields)
{
  if (!maq_check_text (place, N_("the name"), fields->name, MAQ_LIMIT_NAME_BYTES) ||
      !maq_check_text (place, N_("the style"), fields->style, MAQ_LIMIT_NAME_BYTES) ||
      !maq_check_text (place, N_("the mood"), fields->mood, MAQ_LIMIT_TEXT_BYTES) ||
      !maq_check_foreign (place, fields->foreign) ||
      !maq_check_number (place, N_("the kind"), fields->kind, 0, MAQ_N_SECTION_KINDS - 1) ||
      !maq_check_number (place, N_("the space"), fields->space, 0, MAQ_N_SPACES - 1) ||
      !maq_check_number (place, N_("the dynamics"), fields->dynamics, 0, MAQ_N_DYNAMICS - 1) ||
      !maq_check_number (place, N_("the feel"), fields->feel, 0, MAQ_N_FEELS - 1) ||
      !maq_check_number (place, N_("the number of bars of the feel"), fields->feel_bars, 0,
                         MAQ_LIMIT_BARS) ||
      !maq_check_number (place, N_("the transition"), fields->transition, 0,
                         MAQ_N_TRANSITIONS - 1) ||
      !maq_check_number (place, N_("the length of the transition in beats"),
                         fields->transition_beats, 0, MAQ_LIMIT_TRANSITION_BEATS) ||
      !maq_check_number (place, N_("the length in bars"), fields->bars,
                         fields->follows != MAQ_ID_NONE ? 0 : 1, MAQ_LIMIT_BARS))
    return FALSE;

  if (maq_meter_is_set (fields->meter) && !maq_check_meter (place, fields->meter))
    return FALSE;
  if (maq_key_is_set (fields->key) && !maq_check_key (place, fields->key))
    return FALSE;

  return fields->tempo_qpm == 0 ||
         maq_check_number (place, N_("the tempo"), fields->tempo_qpm, MAQ_TEMPO_MIN_QPM,
                           MAQ_TEMPO_MAX_QPM);
}

static gboolean
check_odd_bars (const MaqCheckPlace *place,
                MaqVec              *odd_bars)
{
  gboolean holds = TRUE;
  int last = -1;

  for (guint i = 0; i < maq_vec_get_length0 (odd_bars); i++)
    {
      MaqOddBar *odd = maq_vec_get (odd_bars, i);
      MaqCheckPlace inner = maq_check_item (place, MAQ_MISTAKE_ODD_BARS, (int) i);
      gboolean is_good = maq_check_meter (&inner, maq_odd_bar_get_meter (odd));

      if (is_good && maq_odd_bar_get_bar (odd) <= last)
        is_good = maq_check_fail (&inner, _("odd bar %d does not come after the one before it."),
                                  maq_odd_bar_get_bar (odd) + 1);
      if (!is_good && !maq_check_goes_on (place, &holds))
        return FALSE;
      last = maq_odd_bar_get_bar (odd);
    }

  return holds;
}

static gboolean
check_change_order (const MaqCheckPlace *place,
                    MaqChordChange      *last,
                    MaqChordChange      *change)
{
  int bar = maq_chord_change_get_bar (change);

  if (last == NULL || bar > maq_chord_change_get_bar (last) ||
      (bar == maq_chord_change_get_bar (last) && maq_chord_change_get_offset_ticks (change) >
                                                 maq_chord_change_get_offset_ticks (last)))
    return TRUE;

  return maq_check_fail (place, _("a chord in bar %d does not come after the one before it."),
                         bar + 1);
}

static gboolean
check_chord (const MaqCheckPlace *place,
             MaqChordChange      *last,
             MaqChordChange      *change,
             int                  chord_bars)
{
  const char *text = maq_chord_get_text (maq_chord_change_get_chord (change));

  return maq_check_text (place, N_("a chord"), text, MAQ_LIMIT_CHORD_BYTES) &&
         maq_check_number (place, N_("the bar of a chord, from 0,"),
                           maq_chord_change_get_bar (change), 0, chord_bars - 1) &&
         maq_check_number (place, N_("the mark of a chord"),
                           maq_chord_change_get_mark (change), 0, MAQ_N_CHORD_MARKS - 1) &&
         check_change_order (place, last, change);
}

static gboolean
check_chords (const MaqCheckPlace    *place,
              const MaqSectionFields *fields)
{
  MaqCheckPlace all = maq_check_item (place, MAQ_MISTAKE_CHORDS, -1);
  guint n_chords = maq_vec_get_length0 (fields->chords);
  MaqChordChange *last = NULL;
  gboolean holds = TRUE;

  if (!maq_check_number (&all, N_("the number of chords"), n_chords, 0, MAQ_LIMIT_CHORDS) ||
      !maq_check_number (&all, N_("the length of the chords in bars"), fields->chord_bars,
                         n_chords > 0 ? 1 : 0, n_chords > 0 ? MAQ_LIMIT_BARS : 0))
    return FALSE;

  for (guint i = 0; i < n_chords; i++)
    {
      MaqChordChange *change = maq_vec_get (fields->chords, i);
      MaqCheckPlace inner = maq_check_item (place, MAQ_MISTAKE_CHORDS, (int) i);

      if (!check_chord (&inner, last, change, fields->chord_bars) &&
          !maq_check_goes_on (place, &holds))
        return FALSE;
      last = change;
    }

  return holds;
}

static gboolean
check_lyric (const MaqCheckPlace *place,
             MaqLyric            *lyric,
             int                  last)
{
  if (!maq_check_text (place, N_("a line of lyrics"), maq_lyric_get_text (lyric),
                       MAQ_LIMIT_TEXT_BYTES) ||
      !maq_check_number (place, N_("the bar of a line of lyrics, from 0,"),
                         maq_lyric_get_bar (lyric), 0, MAQ_LIMIT_BARS - 1))
    return FALSE;
  if (maq_lyric_get_bar (lyric) < last)
    return maq_check_fail (place, _("the lyrics in bar %d stand after those of a later bar."),
                           maq_lyric_get_bar (lyric) + 1);

  return TRUE;
}

static gboolean
check_lyrics (const MaqCheckPlace *place,
              MaqVec              *lyrics)
{
  MaqCheckPlace all = maq_check_item (place, MAQ_MISTAKE_LYRICS, -1);
  gboolean holds = TRUE;
  int last = 0;

  if (!maq_check_number (&all, N_("the number of lines of lyrics"), maq_vec_get_length0 (lyrics),
                         0, MAQ_LIMIT_LYRICS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (lyrics); i++)
    {
      MaqLyric *lyric = maq_vec_get (lyrics, i);
      MaqCheckPlace inner = maq_check_item (place, MAQ_MISTAKE_LYRICS, (int) i);

      if (!check_lyric (&inner, lyric, last) && !maq_check_goes_on (place, &holds))
        return FALSE;
      last = maq_lyric_get_bar (lyric);
    }

  return holds;
}

static int
find_layer (const MaqCheckPlace *place,
            MaqId                id)
{
  if (place->layer_indices == NULL)
    return maq_arrangement_find_layer (place->arrangement, id);

  return GPOINTER_TO_INT (g_hash_table_lookup (place->layer_indices, &id)) - 1;
}

static gboolean
check_part (const MaqCheckPlace *place,
            MaqPart             *part)
{
  const MaqPartFields *fields = maq_part_get_fields (part);
  MaqCheckPlace inner = *place;
  int index = find_layer (place, fields->layer);

  if (index < 0)
    return maq_check_fail (place, _("there is a part for a layer %" PRIx64
                                    " that is not there."), fields->layer);

  inner.layer = maq_arrangement_get_layer (place->arrangement, index);
  inner.layer_number = index + 1;
  return maq_check_number (&inner, N_("the level"), fields->level, 0, MAQ_LEVEL_MAX) &&
         maq_check_number (&inner, N_("the bar of the entry, from 0,"), fields->entry_bar, 0,
                           MAQ_LIMIT_BARS) &&
         maq_check_number (&inner, N_("the bar of the exit"), fields->exit_bar,
                           fields->exit_bar == 0 ? 0 : fields->entry_bar + 1, MAQ_LIMIT_BARS) &&
         maq_check_text (&inner, N_("the pattern"), fields->pattern, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (&inner, N_("the style"), fields->style, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (&inner, N_("the motif"), fields->motif, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (&inner, N_("the direction"), fields->direction, MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_foreign (&inner, fields->foreign) &&
         maq_check_sound (&inner, fields->sound);
}

static gboolean
check_parts (const MaqCheckPlace *place,
             MaqSection          *section,
             MaqSection          *before)
{
  guint n_before = before != NULL ? maq_section_get_n_parts (before) : 0;
  guint known = 0;
  MaqId last = MAQ_ID_NONE;
  gboolean holds = TRUE;

  for (guint i = 0; i < maq_section_get_n_parts (section); i++)
    {
      MaqPart *part = maq_section_get_part (section, i);
      MaqId layer = maq_part_get_layer (part);

      if (layer <= last)
        return maq_check_fail (place, _("the parts do not stand in the order of the layers’ ids, "
                                        "or one is there twice."));
      last = layer;

      /* those of before are in the same order; what was there already holds */
      while (known < n_before && maq_part_get_layer (maq_section_get_part (before, known)) < layer)
        known++;
      if (!(known < n_before && maq_section_get_part (before, known) == part) &&
          !check_part (place, part) && !maq_check_goes_on (place, &holds))
        return FALSE;
    }

  return holds;
}

gboolean
maq_check_section (const MaqCheckPlace *place,
                   MaqSection          *before)
{
  const MaqSectionFields *fields = maq_section_get_fields (place->section);
  gboolean holds = TRUE;

  if ((!check_fields (place, fields) && !maq_check_goes_on (place, &holds)) ||
      (!check_odd_bars (place, fields->odd_bars) && !maq_check_goes_on (place, &holds)) ||
      (!check_chords (place, fields) && !maq_check_goes_on (place, &holds)) ||
      (!check_lyrics (place, fields->lyrics) && !maq_check_goes_on (place, &holds)))
    return FALSE;

  return check_parts (place, place->section, before) && holds;
}

static MaqMeter
find_bar_meter (MaqVec   *odd_bars,
                MaqMeter  meter,
                int       bar)
{
  for (guint i = 0; i < maq_vec_get_length0 (odd_bars); i++)
    if (maq_odd_bar_get_bar (maq_vec_get (odd_bars, i)) == bar)
      return maq_odd_bar_get_meter (maq_vec_get (odd_bars, i));

  return meter;
}

static gboolean
check_offset (const MaqCheckPlace *place,
              MaqChordChange      *change,
              MaqVec              *odd_bars,
              MaqMeter             meter)
{
  int bar = maq_chord_change_get_bar (change);
  MaqMeter own = find_bar_meter (odd_bars, meter, bar);
  MaqTick offset = maq_chord_change_get_offset_ticks (change);

  if (offset >= 0 && offset < maq_meter_bar_ticks (own))
    return TRUE;

  return maq_check_fail (place, _("a chord stands outside of bar %d; let it begin before that "
                                  "bar’s end, or take it out."), bar + 1);
}

static gboolean
check_offsets (const MaqCheckPlace *place,
               MaqVec              *chords,
               MaqVec              *odd_bars,
               MaqMeter             meter)
{
  gboolean holds = TRUE;

  for (guint i = 0; i < maq_vec_get_length0 (chords); i++)
    {
      MaqCheckPlace inner = maq_check_item (place, MAQ_MISTAKE_CHORDS, (int) i);

      if (!check_offset (&inner, maq_vec_get (chords, i), odd_bars, meter) &&
          !maq_check_goes_on (place, &holds))
        return FALSE;
    }

  return holds;
}

static gboolean
check_entry (const MaqCheckPlace *place,
             const MaqPartFields *fields,
             int                  bars)
{
  MaqCheckPlace inner = *place;
  int index;

  if (fields->entry_bar < bars && fields->exit_bar <= bars)
    return TRUE;

  index = find_layer (place, fields->layer);
  if (index < 0)
    return TRUE; /* which was said already */

  inner.layer = maq_arrangement_get_layer (place->arrangement, index);
  inner.layer_number = index + 1;
  return maq_check_fail (&inner, _("it enters or leaves after the section’s %d bars; "
                                   "choose bars from 1 to %d."), bars, bars);
}

static gboolean
check_entries (const MaqCheckPlace *place,
               int                  bars)
{
  gboolean holds = TRUE;

  for (guint i = 0; i < maq_section_get_n_parts (place->section); i++)
    {
      MaqPart *part = maq_section_get_part (place->section, i);

      if (!check_entry (place, maq_part_get_fields (part), bars) &&
          !maq_check_goes_on (place, &holds))
        return FALSE;
    }

  return holds;
}

/* sorted, so the first and the last tell */
static gboolean
check_odd_places (const MaqCheckPlace *place,
                  MaqVec              *odd_bars,
                  int                  bars)
{
  int last = (int) maq_vec_get_length0 (odd_bars) - 1;
  MaqCheckPlace inner = maq_check_item (place, MAQ_MISTAKE_ODD_BARS, last);

  if (last < 0 || (maq_odd_bar_get_bar (maq_vec_get (odd_bars, 0)) >= 0 &&
                   maq_odd_bar_get_bar (maq_vec_get (odd_bars, (guint) last)) < bars))
    return TRUE;

  return maq_check_fail (&inner, _("an odd bar stands outside of its %d bars; take it out, or "
                                   "make the section longer."), bars);
}

gboolean
maq_check_bars (const MaqCheckPlace *place,
                MaqSection          *followed,
                MaqMeter             song_meter)
{
  const MaqSectionFields *own = maq_section_get_fields (place->section);
  const MaqSectionFields *taken = followed != NULL ? maq_section_get_fields (followed) : own;
  int bars = own->bars != 0 ? own->bars : taken->bars;
  MaqMeter meter = maq_meter_is_set (own->meter) ? own->meter : taken->meter;
  MaqVec *odd_bars = own->odd_bars != NULL ? own->odd_bars : taken->odd_bars;
  gboolean holds = TRUE;

  if (!maq_meter_is_set (meter))
    meter = song_meter;

  if (!check_odd_places (place, own->odd_bars, bars) && !maq_check_goes_on (place, &holds))
    return FALSE;
  if (!check_offsets (place, own->chords, odd_bars, meter) && !maq_check_goes_on (place, &holds))
    return FALSE;

  return check_entries (place, bars) && holds;
}
