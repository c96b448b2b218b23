/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-groove-private.h"

#include "maq-bar-private.h"
#include "maq-dice-private.h"

/* Which patterns of a style are played in which bars. */

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

gboolean
maq_groove_line_sounds (const MaqGroove     *self,
                        const MaqStyleLine  *line,
                        const MaqStyleEvent *event,
                        gboolean             has_risen)
{
  if (line->from > self->step + has_risen)
    return FALSE;
  return line->from < self->step + has_risen || self->soft_too || self->step == 1
         || (event->sign != 'o' && event->sign != 'd' && event->sign != 'u');
}

/* Fills are told from the end of the bar, endings from its start, without repeating a beat. */
static guint
pattern_beat (const MaqStylePattern *pattern,
              guint                  beat,
              const MaqBar          *bar)
{
  if (pattern->kind == MAQ_PATTERN_ENDING)
    return beat;
  if (pattern->kind <= MAQ_PATTERN_DROP)
    return maq_bar_source_beat (beat, bar->bar, &bar->beats, bar->source);
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
  MaqBar place;

  maq_bar_open (&place, self, bar);
  if (place.beats.n + beat < source->n)
    return self->scene->bar_starts[bar];
  return maq_bar_place (&place, place.beats.n + beat - source->n, beat,
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
  MaqBar place;

  maq_bar_open (&place, self, bar);
  for (guint beat = 0; beat < place.beats.n; beat++)
    sources[beat] = pattern_beat (pattern, beat, &place);
  for (guint i = 0; i < pattern->lines->len; i++)
    {
      const MaqStyleLine *line = &g_array_index (pattern->lines, MaqStyleLine, i);

      for (guint j = 0; j < line->n_events && line->from <= self->step + has_risen; j++)
        {
          const MaqStyleEvent *event = &line->events[j];

          if (event->bar != pattern_bar || !maq_groove_line_sounds (self, line, event, has_risen))
            continue;
          for (guint beat = 0; beat < place.beats.n; beat++)
            if (sources[beat] == event->beat)
              maq_bar_lay_event (&place, beat, line, event, event->offset_ticks, 0, hits);
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
        || maq_groove_feel (self, bar) != MAQ_FEEL_PLAIN)
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
take_bar (Reel *self,
          guint bar)
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
      MaqFeel feel = maq_groove_feel (self, bar);
      guint felt_bar = (bar - self->scene->feel_bar) % 2;

      if (feel != MAQ_FEEL_HALF || felt_bar == 0)
        pattern_bar = take_bar (&reel, bar);
      if (bar >= first && feel == MAQ_FEEL_PLAIN)
        maq_groove_lay_pattern (self, reel.pattern, pattern_bar, bar, hits);
      else if (bar >= first)
        maq_groove_lay_felt (self, reel.pattern, pattern_bar, bar,
                             feel == MAQ_FEEL_HALF ? felt_bar : 0, hits);
      if (feel != MAQ_FEEL_DOUBLE)
        continue;
      pattern_bar = take_bar (&reel, bar);
      if (bar >= first)
        maq_groove_lay_felt (self, reel.pattern, pattern_bar, bar, 1, hits);
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
  MaqBar bar;

  /* what is early in the section before swings like what is early in this one */
  if (ticks < 0)
    written += MAQ_TICKS_PER_QUARTER;
  maq_bar_open (&bar, self, maq_scene_bar_at (self->scene, written));
  return maq_bar_swung (&bar, written) - written + ticks;
}
