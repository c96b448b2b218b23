/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-bar-private.h"

#include <string.h>

/*
 * A style is written in one meter and has to play in all. What is carried over
 * is the beat: a bar of any meter is split into beats, each takes over what
 * one of the style's beats does, and beats of another length are cut, drawn
 * out by repeating their second half, or squeezed.
 */

/* Which of a style's four beats the beat at @index of @n stands for. */
static guint
beat_of_four (guint index,
              guint n)
{
  static const guint8 of_three[] = { 0, 1, 3 };
  guint left = n - index / 4 * 4;

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

/* Which of the style's beats the beat at @index of a bar stands for. */
guint
maq_bar_source_beat (guint           index,
                     guint           bar,
                     const MaqBeats *beats,
                     const MaqBeats *source)
{
  if (beats->n == source->n)
    return index;
  /* the long beat of a style such as 2 + 2 + 3 is the last one */
  if (source->is_uneven)
    return beats->is_uneven && maq_beats_length (beats, index) > maq_beats_length (beats, 0)
             ? source->n - 1 : index % (source->n - 1);
  if (source->n == 4)
    return beat_of_four (index, beats->n);
  /* two beats of three: what is left out is not always the same */
  if (source->n == 3 && beats->n == 2)
    return index == 0 ? 0 : 2 - bar % 2;
  return index + 1 == beats->n && beats->n > 1 ? source->n - 1 : index % source->n;
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

/* The swung place of an offset in a beat, or half a beat, that divides in two. What goes
 * twice as fast swings in notes of half the length; in half-time the hands still go on in
 * those of the song, and a shuffle stays one. */
static MaqTick
swing_offset (const MaqGroove *self,
              MaqFeel          feel,
              MaqTick          offset_ticks,
              MaqTick          length_ticks)
{
  MaqTick done_ticks = 0;
  double half, middle, offset;

  if (self->swing <= 0.5 || length_ticks != MAQ_TICKS_PER_QUARTER)
    return offset_ticks;
  if (self->style->swing_of == 16)
    length_ticks /= 2;
  if (feel == MAQ_FEEL_DOUBLE)
    length_ticks /= 2;
  done_ticks = offset_ticks / length_ticks * length_ticks;
  half = (double) length_ticks / 2.0;
  middle = self->swing * (double) length_ticks;
  offset = (double) (offset_ticks - done_ticks);
  if (offset <= half)
    return done_ticks + (MaqTick) (offset / half * middle + 0.5);
  return done_ticks
         + (MaqTick) (middle + (offset - half) / half * ((double) length_ticks - middle) + 0.5);
}

void
maq_bar_open (MaqBar          *self,
              const MaqGroove *groove,
              guint            bar)
{
  self->groove = groove;
  self->source = &groove->style->beats;
  self->bar = bar;
  maq_beats_split (groove->scene->meters[bar], self->source->is_uneven, &self->beats);
  self->is_as_written = self->beats.n == self->source->n
                        && memcmp (self->beats.starts, self->source->starts,
                                   (self->beats.n + 1) * sizeof *self->beats.starts) == 0;
}

/* How the beat at @beat takes over the style's beat at @source. */
static BeatMap
beat_map (const MaqBar *self,
          guint         beat,
          guint         source)
{
  MaqTick length = maq_beats_length (&self->beats, beat);

  return (BeatMap) { maq_beats_length (self->source, source), length,
                     self->beats.is_uneven || self->source->is_uneven
                       || length < MAQ_TICKS_PER_QUARTER / 2 };
}

/* The place in the section of a swung offset into a beat of the bar. */
MaqTick
maq_bar_swung (const MaqBar *self,
               MaqTick       ticks)
{
  MaqTick bar_start = self->groove->scene->bar_starts[self->bar];
  MaqTick offset = ticks - bar_start;
  guint beat;

  if (offset < 0 || offset >= self->beats.starts[self->beats.n])
    return ticks;
  beat = maq_beats_find (&self->beats, offset);
  return bar_start + self->beats.starts[beat]
         + swing_offset (self->groove, maq_groove_feel (self->groove, self->bar),
                         offset - self->beats.starts[beat],
                         maq_beats_length (&self->beats, beat));
}

/* The place of an offset into a beat that takes over @source, or where that beat ends. */
MaqTick
maq_bar_place (const MaqBar *self,
               guint         beat,
               guint         source,
               MaqTick       offset_ticks)
{
  MaqTick bar_start = self->groove->scene->bar_starts[self->bar];
  BeatMap map;
  MaqTick offset;

  if (beat >= self->beats.n)
    return bar_start + self->beats.starts[self->beats.n];
  map = beat_map (self, beat, source);
  offset = map_offset (&map, offset_ticks);
  return bar_start + (offset < 0 ? self->beats.starts[beat + 1]
                                 : self->beats.starts[beat] + offset);
}

/* Where an event ends that goes on into a bar after this one. */
static MaqTick
find_end_in_bar (const MaqBar *self,
                 guint         bar,
                 MaqTick       in_bar)
{
  const MaqScene *scene = self->groove->scene;
  guint source = maq_beats_find (self->source, in_bar);
  MaqBar other;

  if (bar >= scene->n_bars)
    return maq_scene_length (scene);
  if (in_bar == 0)
    return scene->bar_starts[bar];
  maq_bar_open (&other, self->groove, bar);
  for (guint i = 0; i < other.beats.n; i++)
    if (maq_bar_source_beat (i, bar, &other.beats, self->source) == source)
      return maq_bar_place (&other, i, source, in_bar - self->source->starts[source]);
  return scene->bar_starts[bar + 1];
}

/* Where the end of an event falls that begins in the beat at @beat of this bar. */
static MaqTick
find_end (const MaqBar        *self,
          guint                beat,
          const MaqStyleEvent *event,
          MaqTick              start_ticks)
{
  const MaqBeats *source = self->source;
  MaqTick source_bar = source->starts[source->n];
  MaqTick in_beat = event->offset_ticks + event->length_ticks;
  MaqTick in_bar = source->starts[event->beat] + in_beat;
  BeatMap map;
  guint end;

  if (in_bar > source_bar)
    return find_end_in_bar (self, self->bar + (guint) (in_bar / source_bar), in_bar % source_bar);
  if (self->is_as_written)
    return self->groove->scene->bar_starts[self->bar] + in_bar;
  map = beat_map (self, beat, event->beat);
  if (in_beat < map.source && map.length > map.source && map.source == MAQ_TICKS_PER_QUARTER)
    return MIN (start_ticks + event->length_ticks, maq_bar_place (self, beat + 1, event->beat, 0));
  end = in_bar < source_bar ? maq_beats_find (source, in_bar) : source->n;
  return maq_bar_place (self, beat + end - event->beat, MIN (end, source->n - 1),
                        in_bar - source->starts[end]);
}

static guint8
strength_of (const MaqBar *self,
             guint         beat,
             MaqTick       offset_ticks)
{
  if (offset_ticks != 0)
    return 0;
  if (beat == 0)
    return 3;
  return self->beats.n % 2 == 0 && beat == self->beats.n / 2 ? 2 : 1;
}

/* The same where a sign lasts longer or shorter than the style has it. */
static MaqTick
find_felt_end (const MaqBar        *self,
               guint                beat,
               const MaqStyleEvent *event,
               MaqTick              start_ticks,
               MaqTick              length_ticks)
{
  BeatMap map = beat_map (self, beat, event->beat);
  gboolean squeezes = map.source != MAQ_TICKS_PER_QUARTER && !map.cuts;
  double ratio = squeezes ? (double) map.length / (double) map.source : 1.0;
  MaqTick end = start_ticks + (MaqTick) ((double) length_ticks * ratio + 0.5);

  return MIN (end, maq_scene_length (self->groove->scene));
}

/* @length_ticks: how long the sign lasts; 0 as the style has it */
static void
add_hit (const MaqBar        *self,
         guint                beat,
         MaqTick              offset_ticks,
         const MaqStyleLine  *line,
         const MaqStyleEvent *event,
         MaqTick              length_ticks,
         GArray              *hits)
{
  MaqHit hit = { .line = line, .sign = event->sign };
  MaqTick end;
  MaqBar end_bar;

  hit.start_ticks = (gint32) (self->groove->scene->bar_starts[self->bar]
                              + self->beats.starts[beat] + offset_ticks);
  end = length_ticks == 0 ? find_end (self, beat, event, hit.start_ticks)
                          : find_felt_end (self, beat, event, hit.start_ticks, length_ticks);
  hit.end_ticks = (gint32) MAX (end, hit.start_ticks + 1);
  hit.strength = strength_of (self, beat, offset_ticks);
  hit.sound_ticks = hit.start_ticks;
  hit.sound_end_ticks = hit.end_ticks;
  if (self->groove->swing > 0.5)
    {
      hit.sound_ticks = (gint32) maq_bar_swung (self, hit.start_ticks);
      /* a sign stays with its chord: it does not swing across a change */
      if (maq_scene_chord_at (self->groove->scene, hit.sound_ticks)
          != maq_scene_chord_at (self->groove->scene, hit.start_ticks))
        hit.sound_ticks = hit.start_ticks;
      maq_bar_open (&end_bar, self->groove, maq_scene_bar_at (self->groove->scene, hit.end_ticks));
      hit.sound_end_ticks = (gint32) maq_bar_swung (&end_bar, hit.end_ticks);
    }
  g_array_append_val (hits, hit);
}

/* A beat of three eighths plays the second half of a beat of two twice. */
void
maq_bar_lay_event (const MaqBar        *self,
                   guint                beat,
                   const MaqStyleLine  *line,
                   const MaqStyleEvent *event,
                   MaqTick              source_ticks,
                   MaqTick              length_ticks,
                   GArray              *hits)
{
  BeatMap map = beat_map (self, beat, event->beat);
  MaqTick offset = map_offset (&map, source_ticks);
  MaqTick half = map.source / 2;

  if (offset < 0)
    return;
  add_hit (self, beat, offset, line, event, length_ticks, hits);
  if (map.source == MAQ_TICKS_PER_QUARTER && map.length > map.source && offset >= half
      && offset + half < map.length)
    add_hit (self, beat, offset + half, line, event, length_ticks, hits);
}
