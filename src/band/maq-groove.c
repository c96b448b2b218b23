/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-groove-private.h"

#include <string.h>

#include "maq-dice-private.h"

/*
 * A style is written in one meter and has to play in all. What is carried over
 * is the beat: a bar of any meter is split into beats, each takes over what
 * one of the style's beats does, and beats of another length are cut, drawn
 * out by repeating their second half, or squeezed.
 */

static const MaqRole stand_ins[MAQ_N_ROLES] = {
  [MAQ_ROLE_DRUMS] = MAQ_ROLE_DRUMS,
  [MAQ_ROLE_PERCUSSION] = MAQ_ROLE_PERCUSSION,
  [MAQ_ROLE_BASS] = MAQ_ROLE_BASS,
  [MAQ_ROLE_ACOUSTIC_GUITAR] = MAQ_ROLE_ELECTRIC_GUITAR,
  [MAQ_ROLE_ELECTRIC_GUITAR] = MAQ_ROLE_ACOUSTIC_GUITAR,
  [MAQ_ROLE_KEYS] = MAQ_ROLE_ORGAN,
  [MAQ_ROLE_ORGAN] = MAQ_ROLE_KEYS,
  [MAQ_ROLE_PAD] = MAQ_ROLE_STRINGS,
  [MAQ_ROLE_STRINGS] = MAQ_ROLE_PAD,
  [MAQ_ROLE_BRASS] = MAQ_ROLE_STRINGS,
  [MAQ_ROLE_LEAD] = MAQ_ROLE_VOCAL,
  [MAQ_ROLE_VOCAL] = MAQ_ROLE_LEAD,
  [MAQ_ROLE_TEXTURE] = MAQ_ROLE_LEAD,
};

MaqRole
maq_groove_role (MaqStyle *style,
                 MaqRole   role)
{
  if (maq_style_get_n_patterns (style, role, MAQ_PATTERN_GROOVE) == 0
      && maq_style_get_n_patterns (style, stand_ins[role], MAQ_PATTERN_GROOVE) > 0)
    return stand_ins[role];
  return role;
}

/* Twos and threes, as such bars are usually counted. */
static guint
count_threes (guint beats)
{
  if (beats % 3 == 0)
    return beats / 3;
  return beats == 8 ? 2 : beats % 2;
}

static guint
split_small_units (MaqMeter  meter,
                   MaqTick  *starts)
{
  MaqTick unit = MAQ_TICKS_PER_WHOLE / meter.unit;
  guint threes = count_threes (meter.beats);
  guint twos = (meter.beats - 3 * threes) / 2;
  guint n = threes + twos;
  gboolean threes_first = meter.beats == 5 || meter.beats == 8;

  if (n == 0 || meter.beats == 1)
    {
      starts[0] = 0;
      starts[1] = meter.beats * unit;
      return 1;
    }
  starts[0] = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean is_three = threes_first ? i < threes : i >= twos;

      starts[i + 1] = starts[i] + (is_three ? 3 : 2) * unit;
    }
  return n;
}

guint
maq_groove_split (MaqMeter  meter,
                  MaqTick  *starts)
{
  guint n;

  if (meter.unit >= 8)
    return split_small_units (meter, starts);
  n = MIN (meter.beats * 4u / meter.unit, MAQ_GROOVE_MAX_BEATS);
  for (guint i = 0; i <= n; i++)
    starts[i] = (MaqTick) i * MAQ_TICKS_PER_QUARTER;
  return n;
}

MaqTick
maq_groove_beat_before (const MaqScene *scene,
                        guint           bar,
                        guint           n)
{
  MaqTick starts[MAQ_GROOVE_MAX_BEATS + 1];
  guint n_beats = maq_groove_split (scene->meters[bar], starts);

  return scene->bar_starts[bar] + starts[n_beats > n ? n_beats - n : 0];
}

/* Which of the style's beats the beat at @index of @n stands for. */
static guint
source_beat (guint index,
             guint n,
             guint n_source)
{
  static const guint8 of_three[] = { 0, 1, 3 };
  guint left;

  if (n == n_source)
    return index;
  if (n_source != 4)
    return index + 1 == n && n > 1 ? n_source - 1 : index % n_source;
  left = n - index / 4 * 4;
  if (n % 4 == 0 || left >= 4)
    {
      /* 5 is 3 and 2, 6 is 3 and 3 */
      if (n == 5 || n == 6)
        return index < 3 ? of_three[index] : of_three[index - 3] == 0 ? 2 : of_three[index - 3];
      return index % 4;
    }
  if (n == 5 || n == 6)
    return index % 3 == 0 ? 2 : index % 3 == 1 ? 3 : 1;
  return left == 3 ? of_three[index % 4] : index % 4;
}

typedef struct
{
  MaqTick  source;      /* length of a beat of the style */
  MaqTick  length;      /* of the beat that takes it over */
  gboolean cuts;        /* rather than squeezes */
} BeatMap;

/* Where an offset in a beat of the style falls; -1 if it is cut away. */
static MaqTick
map_offset (const BeatMap *map,
            MaqTick        offset_ticks)
{
  gboolean squeezes = map->source != MAQ_TICKS_PER_QUARTER && !map->cuts;

  if (map->length == map->source)
    return offset_ticks;
  if (squeezes)
    return offset_ticks * map->length / map->source;
  return offset_ticks < map->length ? offset_ticks : -1;
}

/* The swung place of an offset in a beat that divides in two. */
static MaqTick
swing_offset (const MaqGroove *self,
              MaqTick          offset_ticks,
              MaqTick          length_ticks)
{
  double half = (double) length_ticks / 2.0;
  double middle = self->swing * (double) length_ticks;
  double offset = (double) offset_ticks;

  if (self->swing <= 0.5 || length_ticks != MAQ_TICKS_PER_QUARTER)
    return offset_ticks;
  if (offset <= half)
    return (MaqTick) (offset / half * middle + 0.5);
  return (MaqTick) (middle + (offset - half) / half * ((double) length_ticks - middle) + 0.5);
}

typedef struct
{
  const MaqGroove *groove;
  guint            bar;
  guint            n_beats;
  guint            n_source;
  MaqTick          starts[MAQ_GROOVE_MAX_BEATS + 1];
  MaqTick          source_ticks;
  gboolean         is_uneven;     /* beats of two lengths */
} Bar;

static void
open_bar (Bar             *self,
          const MaqGroove *groove,
          guint            bar)
{
  MaqMeter own = maq_style_get_meter (groove->scene->style);

  self->groove = groove;
  self->bar = bar;
  self->n_beats = maq_groove_split (groove->scene->meters[bar], self->starts);
  self->n_source = maq_meter_n_beats (own);
  self->source_ticks = maq_meter_beat_ticks (own);
  self->is_uneven = FALSE;
  for (guint i = 1; i < self->n_beats; i++)
    if (self->starts[i + 1] - self->starts[i] != self->starts[1])
      self->is_uneven = TRUE;
}

static BeatMap
beat_map (const Bar *self,
          guint      beat)
{
  MaqTick length = self->starts[beat + 1] - self->starts[beat];

  return (BeatMap) { self->source_ticks, length,
                     self->is_uneven || length < MAQ_TICKS_PER_QUARTER / 2 };
}

/* The place in the section of a swung offset into a beat of the bar. */
static MaqTick
swung_place (const Bar *self,
             MaqTick    ticks)
{
  MaqTick bar_start = self->groove->scene->bar_starts[self->bar];
  MaqTick offset = ticks - bar_start;
  guint beat = 0;

  if (offset < 0 || offset >= self->starts[self->n_beats])
    return ticks;
  while (self->starts[beat + 1] <= offset)
    beat++;
  return bar_start + self->starts[beat]
         + swing_offset (self->groove, offset - self->starts[beat],
                         self->starts[beat + 1] - self->starts[beat]);
}

/* The place in a bar of an offset into one of its beats, or where that beat ends. */
static MaqTick
place_in_bar (const Bar *self,
              guint      beat,
              MaqTick    offset_ticks)
{
  MaqTick bar_start = self->groove->scene->bar_starts[self->bar];
  BeatMap map;
  MaqTick offset;

  if (beat >= self->n_beats)
    return bar_start + self->starts[self->n_beats];
  map = beat_map (self, beat);
  offset = map_offset (&map, offset_ticks);
  return bar_start + (offset < 0 ? self->starts[beat + 1] : self->starts[beat] + offset);
}

/* Where an event ends that goes on into a bar after this one. */
static MaqTick
find_end_in_bar (const Bar *self,
                 guint      bar,
                 MaqTick    in_bar)
{
  const MaqScene *scene = self->groove->scene;
  Bar other;

  if (bar >= scene->n_bars)
    return maq_scene_length (scene);
  if (in_bar == 0)
    return scene->bar_starts[bar];
  open_bar (&other, self->groove, bar);
  for (guint i = 0; i < other.n_beats; i++)
    if (source_beat (i, other.n_beats, other.n_source) == in_bar / self->source_ticks)
      return place_in_bar (&other, i, in_bar % self->source_ticks);
  return scene->bar_starts[bar + 1];
}

/* Where the end of an event falls that begins in the beat at @beat of this bar. */
static MaqTick
find_end (const Bar           *self,
          guint                beat,
          const MaqStyleEvent *event,
          MaqTick              start_ticks)
{
  MaqTick source_bar = self->source_ticks * self->n_source;
  MaqTick in_beat = event->offset_ticks + event->length_ticks;
  MaqTick in_bar = event->beat * self->source_ticks + in_beat;
  BeatMap map = beat_map (self, beat);

  if (in_bar > source_bar)
    return find_end_in_bar (self, self->bar + (guint) (in_bar / source_bar), in_bar % source_bar);
  if (in_beat < self->source_ticks && map.length > map.source
      && map.source == MAQ_TICKS_PER_QUARTER)
    return MIN (start_ticks + event->length_ticks, place_in_bar (self, beat + 1, 0));
  return place_in_bar (self, beat + (guint) (in_beat / self->source_ticks),
                       in_beat % self->source_ticks);
}

static guint8
strength_of (const Bar *self,
             guint      beat,
             MaqTick    offset_ticks)
{
  if (offset_ticks != 0)
    return 0;
  if (beat == 0)
    return 3;
  return self->n_beats % 2 == 0 && beat == self->n_beats / 2 ? 2 : 1;
}

static void
add_hit (const Bar           *self,
         guint                beat,
         MaqTick              offset_ticks,
         const MaqStyleLine  *line,
         const MaqStyleEvent *event,
         GArray              *hits)
{
  MaqHit hit = { .line = line, .sign = event->sign };
  Bar end_bar;

  hit.start_ticks = (gint32) (self->groove->scene->bar_starts[self->bar] + self->starts[beat]
                              + offset_ticks);
  hit.end_ticks = (gint32) MAX (find_end (self, beat, event, hit.start_ticks),
                                hit.start_ticks + 1);
  hit.strength = strength_of (self, beat, offset_ticks);
  hit.sound_ticks = (gint32) swung_place (self, hit.start_ticks);
  /* a sign stays with its chord: it does not swing across a change */
  if (hit.sound_ticks != hit.start_ticks
      && maq_scene_chord_at (self->groove->scene, hit.sound_ticks)
           != maq_scene_chord_at (self->groove->scene, hit.start_ticks))
    hit.sound_ticks = hit.start_ticks;
  hit.sound_end_ticks = hit.end_ticks;
  if (self->groove->swing > 0.5)
    {
      open_bar (&end_bar, self->groove, maq_scene_bar_at (self->groove->scene, hit.end_ticks));
      hit.sound_end_ticks = (gint32) swung_place (&end_bar, hit.end_ticks);
    }
  g_array_append_val (hits, hit);
}

/* A beat of three eighths plays the second half of a beat of two twice. */
static void
lay_event (const Bar           *self,
           guint                beat,
           const MaqStyleLine  *line,
           const MaqStyleEvent *event,
           GArray              *hits)
{
  BeatMap map = beat_map (self, beat);
  MaqTick offset = map_offset (&map, event->offset_ticks);
  MaqTick half = map.source / 2;

  if (offset < 0)
    return;
  add_hit (self, beat, offset, line, event, hits);
  if (map.source == MAQ_TICKS_PER_QUARTER && map.length > map.source && offset >= half
      && offset + half < map.length)
    add_hit (self, beat, offset + half, line, event, hits);
}

static gboolean
line_sounds (const MaqGroove     *self,
             const MaqStyleLine  *line,
             const MaqStyleEvent *event)
{
  if (line->from > self->step)
    return FALSE;
  return line->from < self->step || self->soft_too || self->step == 1
         || strchr ("odu", event->sign) == NULL;
}

/* Fills are told from the end of the bar, endings from its start, without repeating a beat. */
static guint
pattern_beat (const MaqStylePattern *pattern,
              guint                  beat,
              const Bar             *bar)
{
  if (pattern->kind == MAQ_PATTERN_ENDING)
    return beat;
  if (pattern->kind == MAQ_PATTERN_GROOVE)
    return source_beat (beat, bar->n_beats, bar->n_source);
  return bar->n_source + beat >= bar->n_beats ? bar->n_source + beat - bar->n_beats
                                              : G_MAXUINT;
}

void
maq_groove_lay_pattern (const MaqGroove       *self,
                        const MaqStylePattern *pattern,
                        guint                  pattern_bar,
                        guint                  bar,
                        GArray                *hits)
{
  Bar place;

  open_bar (&place, self, bar);
  for (guint i = 0; i < pattern->lines->len; i++)
    {
      const MaqStyleLine *line = &g_array_index (pattern->lines, MaqStyleLine, i);

      for (guint j = 0; j < line->n_events; j++)
        {
          const MaqStyleEvent *event = &line->events[j];

          if (event->bar != pattern_bar || !line_sounds (self, line, event))
            continue;
          for (guint beat = 0; beat < place.n_beats; beat++)
            if (pattern_beat (pattern, beat, &place) == event->beat)
              lay_event (&place, beat, line, event, hits);
        }
    }
}

static guint
weight_of (const MaqGroove *self,
           guint            index,
           guint            avoid)
{
  if (index == avoid)
    return 0;
  return maq_style_get_pattern (self->scene->style, self->role, MAQ_PATTERN_GROOVE, index)->weight;
}

/* The next of several alternates, by weight, never the same at once. */
static guint
choose_pattern (const MaqGroove *self,
                guint            n,
                guint            before,
                guint            block)
{
  guint avoid = n > 1 ? before : G_MAXUINT;
  guint total = 0;
  guint roll;

  for (guint i = 0; i < n; i++)
    total += weight_of (self, i, avoid);
  roll = maq_dice_below (self->seed, 1000 + block, MAX (total, 1));
  for (guint i = 0; i < n; i++)
    {
      guint weight = weight_of (self, i, avoid);

      if (roll < weight)
        return i;
      roll -= weight;
    }
  return 0;
}

static int
compare_lines_cb (gconstpointer a,
                  gconstpointer b)
{
  const MaqHit *left = a;
  const MaqHit *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->start_ticks < right->start_ticks ? -1 : left->start_ticks > right->start_ticks;
}

/* Whether any bar takes a beat of the style twice: only then can a line run into itself. */
static gboolean
repeats_beats (const MaqGroove *self,
               guint            first,
               guint            end)
{
  MaqMeter own = maq_style_get_meter (self->scene->style);

  for (guint bar = first; bar < MIN (end, self->scene->n_bars); bar++)
    if (!maq_meter_equal (self->scene->meters[bar], own))
      return TRUE;
  return FALSE;
}

/* A sign lasts no longer than to the next of its line, however beats were repeated. */
static void
clip_lines (GArray *hits)
{
  g_array_sort (hits, compare_lines_cb);
  for (guint i = 1; i < hits->len; i++)
    {
      MaqHit *hit = &g_array_index (hits, MaqHit, i - 1);
      const MaqHit *next = &g_array_index (hits, MaqHit, i);

      if (hit->line != next->line || hit->start_ticks == next->start_ticks)
        continue;
      hit->end_ticks = MIN (hit->end_ticks, next->start_ticks);
      hit->sound_end_ticks = MIN (hit->sound_end_ticks, next->sound_ticks);
    }
}

void
maq_groove_lay (const MaqGroove *self,
                guint            first,
                guint            end,
                GArray          *hits)
{
  MaqStyle *style = self->scene->style;
  const MaqStylePattern *pattern = NULL;
  guint n = maq_style_get_n_patterns (style, self->role, MAQ_PATTERN_GROOVE);
  guint chosen = G_MAXUINT;
  guint block = 0;

  if (self->pattern != NULL)
    pattern = maq_style_find_pattern (style, self->role, self->pattern);
  if (pattern != NULL)
    n = 1;
  for (guint bar = 0; n > 0 && bar < MIN (end, self->scene->n_bars); block++)
    {
      guint bars;

      if (pattern == NULL || n > 1)
        {
          chosen = choose_pattern (self, n, chosen, block);
          pattern = maq_style_get_pattern (style, self->role, MAQ_PATTERN_GROOVE, chosen);
        }
      bars = pattern->bars;
      for (guint i = 0; i < bars && bar + i < end && bar + i < self->scene->n_bars; i++)
        if (bar + i >= first)
          maq_groove_lay_pattern (self, pattern, i, bar + i, hits);
      bar += bars;
    }
  if (repeats_beats (self, first, end))
    clip_lines (hits);
}
