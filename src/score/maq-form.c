/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-form.h"

#include "maq-chord-change.h"
#include "maq-odd-bar.h"
#include "maq-tempo.h"
#include "maq-vec-private.h"

struct _MaqForm
{
  MaqArrangement *arrangement;
  MaqSong        *song;
  guint           n_sections;
  MaqFormSection *sections;
  MaqChord      **tonics;   /* where a section states no chord */
  double          next_qpm; /* after the last section; 0 if nothing comes */
};

static int
first_odd_bar (MaqVec *odd_bars,
               int     bar)
{
  guint low = 0, high = maq_vec_get_length0 (odd_bars);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (maq_odd_bar_get_bar (maq_vec_get (odd_bars, middle)) < bar)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* ticks of the bars before @bar: all alike, then what the odd ones differ by */
static MaqTick
bars_ticks (const MaqFormSection *self,
            int                   bar)
{
  MaqVec *odd_bars = maq_section_get_fields (self->section)->odd_bars;
  MaqTick bar_ticks = maq_meter_bar_ticks (self->meter);
  MaqTick ticks = bar_ticks * bar;

  for (guint i = 0; i < maq_vec_get_length0 (odd_bars); i++)
    {
      MaqOddBar *odd = maq_vec_get (odd_bars, i);

      if (maq_odd_bar_get_bar (odd) >= bar)
        break;
      ticks += maq_meter_bar_ticks (maq_odd_bar_get_meter (odd)) - bar_ticks;
    }

  return ticks;
}

static MaqChord *
tonic_chord (MaqKey key)
{
  char text[MAQ_NOTE_NAME_TEXT_MAX + 1];
  gboolean is_minor = (maq_key_scale (key) & (1 << 4)) == 0;

  maq_note_name_format (key.tonic, text);
  g_strlcat (text, is_minor ? "m" : "", sizeof text);

  return maq_chord_parse (text, NULL);
}

static double
section_tempo (MaqForm *self,
               guint    index)
{
  MaqSection *section = maq_arrangement_get_resolved (self->arrangement, index);
  double tempo_qpm = maq_section_get_fields (section)->tempo_qpm;

  return tempo_qpm > 0 ? tempo_qpm : maq_song_get_fields (self->song)->tempo_qpm;
}

/* the last beat for a stop, the last bar for what takes longer */
static MaqTick
transition_ticks (const MaqFormSection *place)
{
  const MaqSectionFields *fields = maq_section_get_fields (place->section);
  MaqVec *odd_bars = fields->odd_bars;
  MaqMeter meter = place->meter;

  for (guint i = 0; i < maq_vec_get_length0 (odd_bars); i++)
    if (maq_odd_bar_get_bar (maq_vec_get (odd_bars, i)) == place->bars - 1)
      meter = maq_odd_bar_get_meter (maq_vec_get (odd_bars, i));
  switch (fields->transition)
    {
    case MAQ_TRANSITION_STOP:
    case MAQ_TRANSITION_RISER:
    case MAQ_TRANSITION_FADE:
    case MAQ_TRANSITION_RITARDANDO:
    case MAQ_TRANSITION_ACCELERANDO:
      break;
    default:
      return 0;
    }
  if (fields->transition_beats > 0)
    return MIN ((MaqTick) fields->transition_beats * MAQ_TICKS_PER_QUARTER, place->length_ticks);
  return fields->transition == MAQ_TRANSITION_STOP ? maq_meter_beat_ticks (meter)
                                                   : maq_meter_bar_ticks (meter);
}

/* How far a band slows down or hurries on, unless the next tempo clearly lies that way. */
#define RITARDANDO_TO  0.7
#define ACCELERANDO_TO 1.25
#define CLEARLY        0.04

static void
place_ramp (MaqForm        *self,
            guint           index,
            MaqFormSection *place)
{
  MaqTransition transition = maq_section_get_fields (place->section)->transition;
  double next_qpm = self->next_qpm > 0.0 ? self->next_qpm : place->tempo_qpm;

  if (index + 1 < self->n_sections)
    next_qpm = section_tempo (self, index + 1);
  place->transition_ticks = transition_ticks (place);
  place->end_tempo_qpm = place->tempo_qpm;
  if (transition == MAQ_TRANSITION_RITARDANDO)
    place->end_tempo_qpm = next_qpm < place->tempo_qpm * (1.0 - CLEARLY)
                             ? next_qpm : place->tempo_qpm * RITARDANDO_TO;
  else if (transition == MAQ_TRANSITION_ACCELERANDO)
    place->end_tempo_qpm = next_qpm > place->tempo_qpm * (1.0 + CLEARLY)
                             ? next_qpm : place->tempo_qpm * ACCELERANDO_TO;
  else
    return;
  place->ramp_ticks = place->transition_ticks;
}

static MaqTempo
tempo_of (const MaqFormSection *place)
{
  return (MaqTempo) { place->length_ticks, place->tempo_qpm, place->ramp_ticks,
                      place->end_tempo_qpm };
}

static void
place_section (MaqForm *self,
               guint    index)
{
  MaqFormSection *place = &self->sections[index];
  const MaqFormSection *before = index > 0 ? place - 1 : NULL;
  const MaqSongFields *song = maq_song_get_fields (self->song);
  const MaqSectionFields *section;

  place->section = maq_arrangement_get_resolved (self->arrangement, index);
  section = maq_section_get_fields (place->section);
  place->bars = MAX (section->bars, 1);
  place->meter = maq_meter_is_set (section->meter) ? section->meter : song->meter;
  place->key = maq_key_is_set (section->key) ? section->key : song->key;
  place->tempo_qpm = section_tempo (self, index);
  place->style = section->style != NULL ? section->style : song->style;
  place->space = section->space != MAQ_SPACE_UNSET ? section->space : song->space;
  if (place->space == MAQ_SPACE_UNSET)
    place->space = MAQ_SPACE_LIVE_ROOM;
  place->length_ticks = bars_ticks (place, place->bars);
  place_ramp (self, index, place);
  place->seconds = maq_tempo_ticks_to_seconds (tempo_of (place), place->length_ticks);
  self->tonics[index] = before != NULL && maq_key_equal (before->key, place->key)
                          ? maq_chord_ref (self->tonics[index - 1])
                          : tonic_chord (place->key);

  if (before != NULL)
    {
      place->first_bar = before->first_bar + before->bars;
      place->start_ticks = before->start_ticks + before->length_ticks;
      place->start_seconds = before->start_seconds + before->seconds;
    }
}

MaqForm *
maq_form_new_before (MaqSong        *song,
                     MaqArrangement *arrangement,
                     double          next_qpm)
{
  MaqForm *self = g_atomic_rc_box_new0 (MaqForm);

  self->song = maq_song_ref (song);
  self->arrangement = maq_arrangement_ref (arrangement);
  self->next_qpm = next_qpm;
  self->n_sections = maq_arrangement_get_n_sections (arrangement);
  self->sections = g_new0 (MaqFormSection, self->n_sections);
  self->tonics = g_new0 (MaqChord *, self->n_sections);

  for (guint i = 0; i < self->n_sections; i++)
    place_section (self, i);

  return self;
}

MaqForm *
maq_form_new (MaqSong        *song,
              MaqArrangement *arrangement)
{
  return maq_form_new_before (song, arrangement, 0.0);
}

MaqForm *
maq_form_ref (MaqForm *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqForm *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    g_clear_pointer (&self->tonics[i], maq_chord_unref);
  g_free (self->tonics);
  g_free (self->sections);
  maq_arrangement_unref (self->arrangement);
  maq_song_unref (self->song);
}

void
maq_form_unref (MaqForm *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

guint
maq_form_get_n_sections (MaqForm *self)
{
  return self->n_sections;
}

const MaqFormSection *
maq_form_get_section (MaqForm *self,
                      guint    index)
{
  g_return_val_if_fail (index < self->n_sections, NULL);

  return &self->sections[index];
}

static const MaqFormSection *
last_section (MaqForm *self)
{
  return self->n_sections > 0 ? &self->sections[self->n_sections - 1] : NULL;
}

int
maq_form_get_bars (MaqForm *self)
{
  const MaqFormSection *last = last_section (self);

  return last != NULL ? last->first_bar + last->bars : 0;
}

MaqTick
maq_form_get_length_ticks (MaqForm *self)
{
  const MaqFormSection *last = last_section (self);

  return last != NULL ? last->start_ticks + last->length_ticks : 0;
}

double
maq_form_get_seconds (MaqForm *self)
{
  const MaqFormSection *last = last_section (self);

  return last != NULL ? last->start_seconds + last->seconds : 0.0;
}

MaqMeter
maq_form_get_bar_meter (MaqForm *self,
                        guint    section,
                        int      bar)
{
  const MaqFormSection *place = maq_form_get_section (self, section);
  MaqVec *odd_bars = maq_section_get_fields (place->section)->odd_bars;
  guint odd = first_odd_bar (odd_bars, bar);

  if (odd < maq_vec_get_length0 (odd_bars) &&
      maq_odd_bar_get_bar (maq_vec_get (odd_bars, odd)) == bar)
    return maq_odd_bar_get_meter (maq_vec_get (odd_bars, odd));

  return place->meter;
}

MaqTick
maq_form_get_bar_start (MaqForm *self,
                        guint    section,
                        int      bar)
{
  const MaqFormSection *place = maq_form_get_section (self, section);

  return bars_ticks (place, CLAMP (bar, 0, place->bars));
}

/* the last section whose @start is not above @value */
static guint
find_section (MaqForm *self,
              double   value,
              double (*start) (const MaqFormSection *section))
{
  guint low = 0, high = self->n_sections;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (start (&self->sections[middle]) <= value)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static double
section_first_bar (const MaqFormSection *section)
{
  return section->first_bar;
}

static double
section_start_ticks (const MaqFormSection *section)
{
  return section->start_ticks;
}

static double
section_start_seconds (const MaqFormSection *section)
{
  return section->start_seconds;
}

MaqPosition
maq_form_find_bar (MaqForm *self,
                   int      bar)
{
  MaqPosition position = { 0 };

  if (self->n_sections == 0)
    return position;

  bar = CLAMP (bar, 0, maq_form_get_bars (self) - 1);
  position.section = find_section (self, bar, section_first_bar);
  position.bar = bar - self->sections[position.section].first_bar;

  return position;
}

/* the bar of a section that holds @ticks, counted from the section's start */
static int
find_bar_at (const MaqFormSection *section,
             MaqTick               ticks)
{
  int low = 0, high = section->bars;

  while (low + 1 < high)
    {
      int middle = low + (high - low) / 2;

      if (bars_ticks (section, middle) <= ticks)
        low = middle;
      else
        high = middle;
    }

  return low;
}

MaqPosition
maq_form_find_ticks (MaqForm *self,
                     MaqTick  ticks)
{
  MaqPosition position = { 0 };
  const MaqFormSection *section;
  MaqTick beat_ticks;

  if (self->n_sections == 0)
    return position;

  ticks = CLAMP (ticks, 0, maq_form_get_length_ticks (self));
  position.section = find_section (self, ticks, section_start_ticks);
  section = &self->sections[position.section];
  ticks -= section->start_ticks;

  position.bar = find_bar_at (section, ticks);
  ticks -= bars_ticks (section, position.bar);

  beat_ticks = maq_meter_beat_ticks (maq_form_get_bar_meter (self, position.section, position.bar));
  position.beat = ticks / beat_ticks;
  position.ticks = ticks % beat_ticks;

  return position;
}

MaqTick
maq_form_position_ticks (MaqForm     *self,
                         MaqPosition  position)
{
  const MaqFormSection *section = maq_form_get_section (self, position.section);
  MaqMeter meter = maq_form_get_bar_meter (self, position.section, position.bar);

  return section->start_ticks + bars_ticks (section, position.bar) +
         position.beat * maq_meter_beat_ticks (meter) + position.ticks;
}

double
maq_form_ticks_to_seconds (MaqForm *self,
                           MaqTick  ticks)
{
  const MaqFormSection *section;

  if (self->n_sections == 0)
    return 0.0;

  section = &self->sections[find_section (self, ticks, section_start_ticks)];
  return section->start_seconds +
         maq_tempo_ticks_to_seconds (tempo_of (section), ticks - section->start_ticks);
}

MaqTick
maq_form_seconds_to_ticks (MaqForm *self,
                           double   seconds)
{
  const MaqFormSection *section;
  double offset;

  if (self->n_sections == 0)
    return 0;

  section = &self->sections[find_section (self, seconds, section_start_seconds)];
  offset = maq_tempo_seconds_to_ticks (tempo_of (section), seconds - section->start_seconds);

  return section->start_ticks + (MaqTick) (offset + 0.5);
}

static void
add_span (GArray         *spans,
          MaqTick         start_ticks,
          MaqTick         end_ticks,
          MaqChordChange *change)
{
  MaqChordSpan span = { start_ticks, end_ticks - start_ticks,
                        maq_chord_change_get_chord (change), maq_chord_change_get_mark (change) };
  MaqChordSpan *last = spans->len > 0 ? &g_array_index (spans, MaqChordSpan, spans->len - 1) : NULL;

  /* the chord of an earlier start gives way */
  if (last != NULL)
    last->length_ticks = MIN (last->length_ticks, start_ticks - last->start_ticks);
  if (last != NULL && last->length_ticks <= 0)
    g_array_set_size (spans, spans->len - 1);
  if (span.length_ticks > 0)
    g_array_append_val (spans, span);
}

/* plays the section's chords once, from @first_bar on */
static void
add_chords_once (MaqForm *self,
                 guint    index,
                 int      first_bar,
                 GArray  *spans)
{
  const MaqFormSection *place = &self->sections[index];
  MaqVec *chords = maq_section_get_fields (place->section)->chords;

  for (guint i = 0; i < maq_vec_get_length (chords); i++)
    {
      MaqChordChange *change = maq_vec_get (chords, i);
      int bar = first_bar + maq_chord_change_get_bar (change);
      MaqTick bar_ticks;
      MaqTick start_ticks;

      if (bar >= place->bars)
        break;

      /* in a bar cut short, what would begin after its end is left out */
      bar_ticks = maq_meter_bar_ticks (maq_form_get_bar_meter (self, index, bar));
      if (maq_chord_change_get_offset_ticks (change) >= bar_ticks)
        continue;

      start_ticks = bars_ticks (place, bar) + maq_chord_change_get_offset_ticks (change);
      add_span (spans, start_ticks, place->length_ticks, change);
    }
}

MaqChordSpan *
maq_form_dup_chords (MaqForm *self,
                     guint    section,
                     guint   *n_spans)
{
  const MaqFormSection *place = maq_form_get_section (self, section);
  const MaqSectionFields *fields = maq_section_get_fields (place->section);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (MaqChordSpan));

  if (maq_vec_get_length0 (fields->chords) > 0)
    for (int bar = 0; bar < place->bars; bar += MAX (fields->chord_bars, 1))
      add_chords_once (self, section, bar, spans);

  if (spans->len == 0)
    {
      MaqChordSpan tonic = { 0, place->length_ticks, self->tonics[section], MAQ_CHORD_MARK_NONE };

      g_array_append_val (spans, tonic);
    }
  else
    {
      MaqChordSpan *first = &g_array_index (spans, MaqChordSpan, 0);

      first->length_ticks += first->start_ticks;
      first->start_ticks = 0;
    }

  *n_spans = spans->len;
  return (MaqChordSpan *) (gpointer) g_array_free (g_steal_pointer (&spans), FALSE);
}
