/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-groove-private.h"

#include <string.h>

#include "maq-dice-private.h"
#include "maq-drums-private.h"

/*
 * A style is written in one meter and has to play in all. What is carried over
 * is the beat: a bar of any meter is split into beats, each takes over what
 * one of the style's beats does, and beats of another length are cut, drawn
 * out by repeating their second half, or squeezed.
 */

/* Nobody strikes more quickly than that for long. */
#define MIN_DOUBLED_SECONDS 0.095

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

MaqTick
maq_groove_beat_before (const MaqScene *scene,
                        guint           bar,
                        guint           n)
{
  MaqBeats beats;

  maq_beats_split (scene->meters[bar], FALSE, &beats);
  return scene->bar_starts[bar] + beats.starts[beats.n > n ? beats.n - n : 0];
}

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
static guint
source_beat (guint           index,
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

/* How the band goes against the beat of the song in a bar. */
static MaqFeel
feel_of_bar (const MaqGroove *self,
             guint            bar)
{
  return bar >= self->scene->feel_bar ? self->scene->feel : MAQ_FEEL_PLAIN;
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

typedef struct
{
  const MaqGroove *groove;
  const MaqBeats  *source;     /* of the style */
  guint            bar;
  MaqBeats         beats;
  gboolean         is_as_written;  /* has the very beats of the style */
} Bar;

static void
open_bar (Bar             *self,
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
beat_map (const Bar *self,
          guint      beat,
          guint      source)
{
  MaqTick length = maq_beats_length (&self->beats, beat);

  return (BeatMap) { maq_beats_length (self->source, source), length,
                     self->beats.is_uneven || self->source->is_uneven
                       || length < MAQ_TICKS_PER_QUARTER / 2 };
}

/* The place in the section of a swung offset into a beat of the bar. */
static MaqTick
swung_place (const Bar *self,
             MaqTick    ticks)
{
  MaqTick bar_start = self->groove->scene->bar_starts[self->bar];
  MaqTick offset = ticks - bar_start;
  guint beat;

  if (offset < 0 || offset >= self->beats.starts[self->beats.n])
    return ticks;
  beat = maq_beats_find (&self->beats, offset);
  return bar_start + self->beats.starts[beat]
         + swing_offset (self->groove, feel_of_bar (self->groove, self->bar),
                         offset - self->beats.starts[beat],
                         maq_beats_length (&self->beats, beat));
}

/* The place of an offset into a beat that takes over @source, or where that beat ends. */
static MaqTick
place_in_bar (const Bar *self,
              guint      beat,
              guint      source,
              MaqTick    offset_ticks)
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
find_end_in_bar (const Bar *self,
                 guint      bar,
                 MaqTick    in_bar)
{
  const MaqScene *scene = self->groove->scene;
  guint source = maq_beats_find (self->source, in_bar);
  Bar other;

  if (bar >= scene->n_bars)
    return maq_scene_length (scene);
  if (in_bar == 0)
    return scene->bar_starts[bar];
  open_bar (&other, self->groove, bar);
  for (guint i = 0; i < other.beats.n; i++)
    if (source_beat (i, bar, &other.beats, self->source) == source)
      return place_in_bar (&other, i, source, in_bar - self->source->starts[source]);
  return scene->bar_starts[bar + 1];
}

/* Where the end of an event falls that begins in the beat at @beat of this bar. */
static MaqTick
find_end (const Bar           *self,
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
    return MIN (start_ticks + event->length_ticks, place_in_bar (self, beat + 1, event->beat, 0));
  end = in_bar < source_bar ? maq_beats_find (source, in_bar) : source->n;
  return place_in_bar (self, beat + end - event->beat, MIN (end, source->n - 1),
                       in_bar - source->starts[end]);
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
  return self->beats.n % 2 == 0 && beat == self->beats.n / 2 ? 2 : 1;
}

/* The same where a sign lasts longer or shorter than the style has it. */
static MaqTick
find_felt_end (const Bar           *self,
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
add_hit (const Bar           *self,
         guint                beat,
         MaqTick              offset_ticks,
         const MaqStyleLine  *line,
         const MaqStyleEvent *event,
         MaqTick              length_ticks,
         GArray              *hits)
{
  MaqHit hit = { .line = line, .sign = event->sign };
  MaqTick end;
  Bar end_bar;

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
      hit.sound_ticks = (gint32) swung_place (self, hit.start_ticks);
      /* a sign stays with its chord: it does not swing across a change */
      if (maq_scene_chord_at (self->groove->scene, hit.sound_ticks)
          != maq_scene_chord_at (self->groove->scene, hit.start_ticks))
        hit.sound_ticks = hit.start_ticks;
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

static gboolean
line_sounds (const MaqGroove     *self,
             const MaqStyleLine  *line,
             const MaqStyleEvent *event,
             gboolean             has_risen)
{
  if (line->from > self->step + has_risen)
    return FALSE;
  return line->from < self->step + has_risen || self->soft_too || self->step == 1
         || (event->sign != 'o' && event->sign != 'd' && event->sign != 'u');
}

/* as the style has it, beat for beat */
static void
lay_kept (const Bar           *self,
          const MaqStyleLine  *line,
          const MaqStyleEvent *event,
          GArray              *hits)
{
  for (guint beat = 0; beat < self->beats.n; beat++)
    if (source_beat (beat, self->bar, &self->beats, self->source) == event->beat)
      lay_event (self, beat, line, event, event->offset_ticks, 0, hits);
}

/* Fills are told from the end of the bar, endings from its start, without repeating a beat. */
static guint
pattern_beat (const MaqStylePattern *pattern,
              guint                  beat,
              const Bar             *bar)
{
  if (pattern->kind == MAQ_PATTERN_ENDING)
    return beat;
  if (pattern->kind <= MAQ_PATTERN_DROP)
    return source_beat (beat, bar->bar, &bar->beats, bar->source);
  return bar->source->n + beat >= bar->beats.n ? bar->source->n + beat - bar->beats.n : G_MAXUINT;
}

MaqTick
maq_groove_tail_start (const MaqGroove       *self,
                       const MaqStylePattern *pattern,
                       guint                  bar)
{
  const MaqBeats *source = &self->style->beats;
  MaqTick start = source->starts[source->n] - pattern->tail_ticks;
  guint beat = maq_beats_find (source, start);
  Bar place;

  open_bar (&place, self, bar);
  if (place.beats.n + beat < source->n)
    return self->scene->bar_starts[bar];
  return place_in_bar (&place, place.beats.n + beat - source->n, beat,
                       start - source->starts[beat]);
}

void
maq_groove_lay_pattern (const MaqGroove       *self,
                        const MaqStylePattern *pattern,
                        guint                  pattern_bar,
                        guint                  bar,
                        GArray                *hits)
{
  gboolean has_risen = self->scene->bar_starts[bar] >= self->rise_ticks;
  guint sources[MAQ_BEATS_MAX];
  Bar place;

  open_bar (&place, self, bar);
  for (guint beat = 0; beat < place.beats.n; beat++)
    sources[beat] = pattern_beat (pattern, beat, &place);
  for (guint i = 0; i < pattern->lines->len; i++)
    {
      const MaqStyleLine *line = &g_array_index (pattern->lines, MaqStyleLine, i);

      for (guint j = 0; j < line->n_events && line->from <= self->step + has_risen; j++)
        {
          const MaqStyleEvent *event = &line->events[j];

          if (event->bar != pattern_bar || !line_sounds (self, line, event, has_risen))
            continue;
          for (guint beat = 0; beat < place.beats.n; beat++)
            if (sources[beat] == event->beat)
              lay_event (&place, beat, line, event, event->offset_ticks, 0, hits);
        }
    }
}

/* Hats, rides and shakers mark the time that the song has, and voices sing in it. */
static gboolean
keeps_time (const MaqStyleLine *line,
            MaqFeel             feel)
{
  if (line->play == MAQ_PLAY_MELODY)
    return TRUE;
  if (line->play != MAQ_PLAY_HITS || feel != MAQ_FEEL_HALF)
    return FALSE;

  return line->drum == MAQ_DRUM_CLOSED_HAT || line->drum == MAQ_DRUM_OPEN_HAT ||
         line->drum == MAQ_DRUM_RIDE || line->drum == MAQ_DRUM_RIDE_BELL ||
         line->drum == MAQ_DRUM_SECOND_RIDE || line->drum == MAQ_DRUM_CABASA ||
         line->drum == MAQ_DRUM_SHAKER;
}

/* What nobody can play as fast as that is left out. */
static gboolean
can_be_doubled (const MaqGroove     *self,
                const MaqStyleEvent *event,
                MaqTick              beat_ticks)
{
  MaqTick unit = beat_ticks, rest = event->offset_ticks;

  while (rest != 0)
    {
      MaqTick next = unit % rest;

      unit = rest;
      rest = next;
    }
  return unit == beat_ticks
         || maq_ticks_to_seconds ((double) unit / 2.0, self->scene->tempo_qpm)
              >= MIN_DOUBLED_SECONDS;
}

/* A bar of the section that is felt otherwise: which bars of a pattern it takes over, and which
 * of the felt beats are its own. */
typedef struct
{
  Bar      place;
  MaqFeel  feel;
  MaqBeats felt;          /* the beats of a felt bar */
  guint    first_beat;    /* half-time: beats of the song before it in the felt bar */
} FeltBar;

static void
open_felt_bar (FeltBar         *self,
               const MaqGroove *groove,
               guint            bar,
               guint            pair_bar)
{
  MaqBeats other;
  guint n_beats;

  open_bar (&self->place, groove, bar);
  self->feel = groove->scene->feel;
  self->first_beat = 0;
  n_beats = self->place.beats.n;
  if (self->feel == MAQ_FEEL_HALF)
    {
      guint other_bar = bar > pair_bar ? pair_bar : MIN (bar + 1, groove->scene->n_bars - 1);

      maq_beats_split (groove->scene->meters[other_bar], self->place.source->is_uneven, &other);
      self->first_beat = bar > pair_bar ? other.n : 0;
      n_beats = MIN ((n_beats + other.n + 1) / 2, MAQ_BEATS_MAX);
    }
  self->felt = (MaqBeats) { .n = n_beats, .is_uneven = self->place.beats.is_uneven };
  for (guint i = 0; i <= n_beats; i++)
    self->felt.starts[i] = (MaqTick) i * MAQ_TICKS_PER_QUARTER;
}

/* Notes of a bass that only lead on must not be dwelt on. */
static gboolean
is_on_the_way (const MaqGroove     *self,
               const MaqStyleLine  *line,
               const MaqStyleEvent *event)
{
  return self->role == MAQ_ROLE_BASS && line->play == MAQ_PLAY_DEGREES
         && strchr ("a269", event->sign) != NULL;
}

/* Each beat of the song is half a felt beat. */
static void
lay_half (const FeltBar       *self,
          const MaqStyleLine  *line,
          const MaqStyleEvent *event,
          GArray              *hits)
{
  const MaqBeats *source = self->place.source;
  gboolean is_step = is_on_the_way (self->place.groove, line, event);
  MaqTick lasts = is_step ? event->length_ticks : event->length_ticks * 2;
  MaqTick in_bar = source->starts[event->beat] + event->offset_ticks
                   + (is_step ? event->length_ticks / 2 : 0);
  guint from = maq_beats_find (source, MIN (in_bar, source->starts[source->n] - 1));
  MaqTick length = maq_beats_length (source, from);

  for (guint beat = 0; beat < self->place.beats.n; beat++)
    {
      guint felt = (self->first_beat + beat) / 2;
      MaqTick offset = (in_bar - source->starts[from]) * 2
                       - ((self->first_beat + beat) % 2 == 1 ? length : 0);

      if (felt < self->felt.n && offset >= 0 && offset < length
          && source_beat (felt, self->place.bar, &self->felt, source) == from)
        lay_event (&self->place, beat, line, event, offset, lasts, hits);
    }
}

/* Each beat of the song is two felt beats; @felt_bar is the first or the second bar in it. */
static void
lay_double (const FeltBar       *self,
            guint                felt_bar,
            const MaqStyleLine  *line,
            const MaqStyleEvent *event,
            GArray              *hits)
{
  MaqTick length = maq_beats_length (self->place.source, event->beat);

  if (!can_be_doubled (self->place.groove, event, length))
    return;
  for (guint i = 0; i < self->felt.n; i++)
    {
      guint felt = felt_bar * self->felt.n + i;

      if (source_beat (i, self->place.bar, &self->felt, self->place.source) == event->beat)
        lay_event (&self->place, felt / 2, line, event,
                   event->offset_ticks / 2 + (felt % 2 == 1 ? length / 2 : 0),
                   MAX (event->length_ticks / 2, 1), hits);
    }
}

/* @felt_bar: 1 for the second bar of a pattern in a bar of the song, or of the song in one of
 * a pattern; what keeps the time then plays on. */
static void
lay_felt (const MaqGroove       *self,
          const MaqStylePattern *pattern,
          guint                  pattern_bar,
          guint                  bar,
          guint                  felt_bar,
          GArray                *hits)
{
  gboolean has_risen = self->scene->bar_starts[bar] >= self->rise_ticks;
  gboolean is_half = self->scene->feel == MAQ_FEEL_HALF;
  FeltBar felt;

  open_felt_bar (&felt, self, bar, is_half ? bar - felt_bar : bar);
  for (guint i = 0; i < pattern->lines->len; i++)
    {
      const MaqStyleLine *line = &g_array_index (pattern->lines, MaqStyleLine, i);
      gboolean keeps = keeps_time (line, self->scene->feel);
      guint played = !keeps ? pattern_bar
                     : is_half ? (2 * pattern_bar + felt_bar) % pattern->bars : bar % pattern->bars;

      for (guint j = 0; j < line->n_events && line->from <= self->step + has_risen; j++)
        {
          const MaqStyleEvent *event = &line->events[j];

          if (event->bar != played || !line_sounds (self, line, event, has_risen))
            continue;
          if (keeps && (is_half || felt_bar == 0))
            lay_kept (&felt.place, line, event, hits);
          else if (!keeps && is_half)
            lay_half (&felt, line, event, hits);
          else if (!keeps)
            lay_double (&felt, felt_bar, line, event, hits);
        }
    }
}

static guint
weight_of (const MaqGroove *self,
           MaqPatternKind   kind,
           guint            index,
           guint            avoid)
{
  if (index == avoid)
    return 0;
  return maq_style_get_pattern (self->style, self->role, kind, index)->weight;
}

/* The next of several alternates, by weight, never the same at once. */
static guint
choose_pattern (const MaqGroove *self,
                MaqPatternKind   kind,
                guint            n,
                guint            before,
                guint            block)
{
  guint avoid = n > 1 ? before : G_MAXUINT;
  guint total = 0;
  guint roll;

  for (guint i = 0; i < n; i++)
    total += weight_of (self, kind, i, avoid);
  roll = maq_dice_below (self->seed, 1000 + block, MAX (total, 1));
  for (guint i = 0; i < n; i++)
    {
      guint weight = weight_of (self, kind, i, avoid);

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

/* Whether a bar takes a beat of the style twice, or is felt otherwise: only then can a line run
 * into itself. */
static gboolean
repeats_beats (const MaqGroove *self,
               guint            first,
               guint            end)
{
  MaqMeter own = self->style->meter;

  for (guint bar = first; bar < MIN (end, self->scene->n_bars); bar++)
    if (!maq_meter_equal (self->scene->meters[bar], own)
        || feel_of_bar (self, bar) != MAQ_FEEL_PLAIN)
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

/* Patterns one after another, bar by bar. */
typedef struct
{
  const MaqGroove       *groove;
  MaqPatternKind         kind;
  guint                  n;         /* alternates */
  guint                  chosen;
  guint                  block;
  const MaqStylePattern *pattern;   /* that is played now */
  guint                  next;      /* bar of it */
} Reel;

static gboolean
open_reel (Reel            *self,
           const MaqGroove *groove,
           MaqPatternKind   kind)
{
  *self = (Reel) { .groove = groove, .kind = kind, .chosen = G_MAXUINT };
  self->n = maq_style_get_n_patterns (groove->style, groove->role, kind);
  if (groove->pattern != NULL)
    self->pattern = maq_style_find_pattern (groove->style, groove->role, groove->pattern);
  if (self->pattern != NULL)
    self->n = 0;
  self->next = G_MAXUINT;
  return self->pattern != NULL || self->n > 0;
}

/* The bar of a pattern that comes next, at @bar of the section. */
static guint
take_bar (Reel  *self,
          guint  bar)
{
  const MaqGroove *groove = self->groove;

  if (self->pattern == NULL || self->next >= self->pattern->bars)
    {
      if (self->n > 1 || (self->n == 1 && self->block == 0))
        self->chosen = choose_pattern (groove, self->kind, self->n, self->chosen, self->block);
      if (self->n > 0)
        self->pattern = maq_style_get_pattern (groove->style, groove->role, self->kind,
                                               self->chosen);
      self->next = groove->style->counts_song ? (groove->phase + bar) % self->pattern->bars : 0;
      self->block++;
    }
  return self->next++;
}

/* Bars of patterns one after another, the first one where the song or the section begins. */
static void
lay_forwards (const MaqGroove *self,
              MaqPatternKind   kind,
              guint            first,
              guint            end,
              GArray          *hits)
{
  guint pattern_bar = 0;
  Reel reel;

  if (!open_reel (&reel, self, kind))
    return;
  for (guint bar = 0; bar < end; bar++)
    {
      MaqFeel feel = feel_of_bar (self, bar);
      guint felt_bar = (bar - self->scene->feel_bar) % 2;

      if (feel != MAQ_FEEL_HALF || felt_bar == 0)
        pattern_bar = take_bar (&reel, bar);
      if (bar >= first && feel == MAQ_FEEL_PLAIN)
        maq_groove_lay_pattern (self, reel.pattern, pattern_bar, bar, hits);
      else if (bar >= first)
        lay_felt (self, reel.pattern, pattern_bar, bar, feel == MAQ_FEEL_HALF ? felt_bar : 0,
                  hits);
      if (feel != MAQ_FEEL_DOUBLE)
        continue;
      pattern_bar = take_bar (&reel, bar);
      if (bar >= first)
        lay_felt (self, reel.pattern, pattern_bar, bar, 1, hits);
    }
}

/* Builds lead to what comes: their last bar is the section's last, however many bars that has. */
static void
lay_backwards (const MaqGroove *self,
               guint            first,
               guint            end,
               GArray          *hits)
{
  guint n = maq_style_get_n_patterns (self->style, self->role, MAQ_PATTERN_BUILD);
  guint chosen = G_MAXUINT;
  guint bar = self->scene->n_bars;

  for (guint block = 0; n > 0 && bar > first; block++)
    {
      const MaqStylePattern *pattern;

      chosen = choose_pattern (self, MAQ_PATTERN_BUILD, n, chosen, block);
      pattern = maq_style_get_pattern (self->style, self->role, MAQ_PATTERN_BUILD, chosen);
      for (guint i = pattern->bars; i > 0 && bar > first; i--, bar--)
        if (bar <= end)
          maq_groove_lay_pattern (self, pattern, i - 1, bar - 1, hits);
    }
}

void
maq_groove_lay (const MaqGroove *self,
                guint            first,
                guint            end,
                GArray          *hits)
{
  end = MIN (end, self->scene->n_bars);
  if (self->kind == MAQ_PATTERN_BUILD && self->pattern == NULL)
    lay_backwards (self, first, end, hits);
  else
    lay_forwards (self, self->kind, first, end, hits);
  if (repeats_beats (self, first, end))
    clip_lines (hits);
}

void
maq_groove_lay_rise (const MaqGroove *self,
                     MaqTick          from_ticks,
                     GArray          *hits)
{
  guint first = maq_scene_bar_at (self->scene, from_ticks);
  guint before = hits->len;
  guint kept = before;

  lay_backwards (self, first, self->scene->n_bars, hits);
  for (guint i = before; i < hits->len; i++)
    if (g_array_index (hits, MaqHit, i).start_ticks >= from_ticks)
      g_array_index (hits, MaqHit, kept++) = g_array_index (hits, MaqHit, i);
  g_array_set_size (hits, kept);
}

MaqTick
maq_groove_swung (const MaqGroove *self,
                  MaqTick          ticks)
{
  MaqTick written = ticks;
  Bar bar;

  /* what is early in the section before swings like what is early in this one */
  if (ticks < 0)
    written += MAQ_TICKS_PER_QUARTER;
  open_bar (&bar, self, maq_scene_bar_at (self->scene, written));
  return swung_place (&bar, written) - written + ticks;
}
