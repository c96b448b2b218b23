/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "maq-hand-private.h"
#include "maq-order-private.h"
#include "maq-voicing-private.h"

/*
 * Guitars, keys, organ, pads, strings and brass. Each chord of the section gets
 * a voicing near the one before; lines of the style then play it as a strum, as
 * a whole, or note by note. What is held over a change of chord moves with it.
 */

static const MaqVoicingRange ranges[MAQ_N_ROLES] = {
  [MAQ_ROLE_KEYS] = { 53, 79, 64, FALSE },
  [MAQ_ROLE_ORGAN] = { 52, 79, 63, FALSE },
  [MAQ_ROLE_PAD] = { 48, 78, 62, TRUE },
  [MAQ_ROLE_STRINGS] = { 50, 84, 66, TRUE },
  [MAQ_ROLE_BRASS] = { 52, 77, 64, FALSE },
};

/* Where the root lies from which a role counts degrees: an octave up from here. */
static const guint8 degree_bases[MAQ_N_ROLES] = {
  [MAQ_ROLE_ACOUSTIC_GUITAR] = 43,
  [MAQ_ROLE_ELECTRIC_GUITAR] = 43,
  [MAQ_ROLE_KEYS] = 55,
  [MAQ_ROLE_ORGAN] = 55,
  [MAQ_ROLE_PAD] = 55,
  [MAQ_ROLE_STRINGS] = 60,
  [MAQ_ROLE_BRASS] = 55,
};

/* Time from one string to the next, in microseconds: strong strums are quick. */
#define STRING_US_STRONG 3800
#define STRING_US_SOFT   5200
/* That is at this tempo; the hand moves with the music. */
#define STRING_TEMPO_QPM 100.0

#define MUTED_SECONDS 0.055

static gboolean
is_guitar (MaqRole role)
{
  return role == MAQ_ROLE_ACOUSTIC_GUITAR || role == MAQ_ROLE_ELECTRIC_GUITAR;
}

static MaqVoicing
voice_chord (const MaqHand       *self,
             const MaqSceneChord *chord,
             const MaqVoicing    *before)
{
  if (is_guitar (self->part->role))
    return maq_voicing_finger (chord, before);
  return maq_voicing_fit (chord, &ranges[self->part->role], before);
}

/* Whether the first chord of the next section may be played already. */
static gboolean
plays_ahead (const MaqHand *self)
{
  for (guint i = self->hits->len; i-- > 0;)
    if (g_array_index (self->hits, MaqHit, i).line->ahead_halves > 0)
      return TRUE;
  return FALSE;
}

/* Each near the one before, the first near where the section before has ended. */
static MaqVoicing *
voice_chords (const MaqHand *self)
{
  const MaqScene *scene = self->scene;
  MaqVoicing *voicings = g_new0 (MaqVoicing, scene->n_chords + 1);
  MaqVoicing none = { 0 };
  MaqVoicing first = none;
  const MaqVoicing *before = &first;

  if (!scene->before.is_none)
    first = voice_chord (self, &scene->before, &none);
  for (guint i = 0; i < scene->n_chords + plays_ahead (self); i++)
    {
      const MaqSceneChord *chord = maq_scene_chord (scene, i);

      if (chord->is_none)
        continue;
      voicings[i] = voice_chord (self, chord, before);
      before = &voicings[i];
    }
  return voicings;
}

typedef struct
{
  const MaqHit        *hit;
  const MaqSceneChord *chord;
  const MaqVoicing    *voicing;
  MaqTick              start_ticks;
  MaqTick              end_ticks;
  int                  velocity;
} Stroke;

static void
strum (MaqHand      *self,
       const Stroke *stroke)
{
  char sign = stroke->hit->sign;
  gboolean is_up = sign == 'U' || sign == 'u';
  gboolean is_soft = sign == 'u' || sign == 'd';
  MaqTick end = stroke->end_ticks;
  guint n = stroke->voicing->n;
  guint low = 0;
  double pace = CLAMP (STRING_TEMPO_QPM / self->scene->tempo_qpm, 0.6, 1.7);
  /* up goes quicker than down */
  int step_us = (int) ((is_soft ? STRING_US_SOFT : STRING_US_STRONG) * pace * (is_up ? 0.8 : 1.0));

  if (sign == 'x')
    end = MIN (end, stroke->start_ticks
                      + (MaqTick) maq_seconds_to_ticks (MUTED_SECONDS, self->scene->tempo_qpm));
  if (is_up || sign == 'x')
    low = n > 4 ? n - 4 : 0;
  if (is_soft)
    low = n > 3 ? (is_up ? n - 3 : n - 4 + (n < 4)) : 0;
  if (stroke->hit->line->voices > 0 && n - low > stroke->hit->line->voices)
    low = n - stroke->hit->line->voices;
  for (guint i = low; i < n; i++)
    {
      guint order = is_up ? n - 1 - i : i - low;
      int velocity = stroke->velocity - (int) order * 2 - (sign == 'x' ? 26 : 0);

      maq_hand_add (self, stroke->hit->line, stroke->start_ticks, end,
                    stroke->voicing->keys[i], velocity,
                    (int) order * step_us);
    }
}

/* How many notes of a chord suit what else the role plays at its step. */
static guint
usual_voices (const MaqHand *self)
{
  return self->groove.step >= 3 ? 4 : 3;
}

static void
play_whole (MaqHand      *self,
            const Stroke *stroke)
{
  const MaqStyleLine *line = stroke->hit->line;
  guint n = line->voices > 0 ? line->voices : usual_voices (self);
  MaqVoicing thinned = maq_voicing_thinned (stroke->voicing, n);
  MaqVoicing voicing = maq_voicing_moved (&thinned, line->octave, self->instrument->low_key,
                                          self->instrument->high_key);

  for (guint i = 0; i < voicing.n; i++)
    maq_hand_add (self, stroke->hit->line, stroke->start_ticks, stroke->end_ticks, voicing.keys[i],
                  stroke->velocity - (i + 1 < voicing.n ? 4 : 0), (int) i * 400);
}

static void
play_power (MaqHand      *self,
            const Stroke *stroke)
{
  const MaqSceneChord *chord = stroke->chord;
  int base = self->instrument->low_key + 12 * MAX (stroke->hit->line->octave, 0);
  int root = base + (chord->root - base % 12 + 12) % 12;
  int steps[] = { 0, chord->fifth >= 0 ? chord->fifth : 12, 12 };
  guint n = stroke->hit->line->voices > 0 ? MIN (stroke->hit->line->voices, 3) : 3;

  for (guint i = 0; i < n; i++)
    maq_hand_add (self, stroke->hit->line, stroke->start_ticks, stroke->end_ticks, root + steps[i],
                  stroke->velocity, (int) i * 1500);
}

static void
play_voice (MaqHand      *self,
            const Stroke *stroke)
{
  guint n = stroke->voicing->n;
  guint index = MIN ((guint) (stroke->hit->sign - '1'), n - 1);
  int key = stroke->voicing->keys[index] + 12 * stroke->hit->line->octave;

  if (n == 0)
    return;
  /* a chord of one note may be stacked higher than the instrument goes */
  while (key > self->instrument->high_key)
    key -= 12;
  while (key < self->instrument->low_key)
    key += 12;
  maq_hand_add (self, stroke->hit->line, stroke->start_ticks, stroke->end_ticks, key,
                stroke->velocity, 0);
}

/* Sections that sustain sing a line: the octave that is nearest to where the line has come to. */
static int
lead_on (MaqHand *self,
         int      key,
         int      base)
{
  int before = self->line_key >= 0 ? self->line_key : base + 9;

  while (key - before > 6 && key - 12 >= base)
    key -= 12;
  while (before - key > 6 && key + 12 <= base + 19)
    key += 12;
  self->line_key = key;
  return key;
}

static gboolean
sustains (MaqRole role)
{
  return role == MAQ_ROLE_STRINGS || role == MAQ_ROLE_PAD || role == MAQ_ROLE_ORGAN;
}

static void
play_degree (MaqHand      *self,
             const Stroke *stroke)
{
  int base = degree_bases[self->part->role] - 5 + 12 * stroke->hit->line->octave;
  char sign = stroke->hit->sign;
  int tonic = sign == '1' || sign == '8' ? stroke->chord->bass : stroke->chord->root;
  int root = base + (tonic - base % 12 + 12) % 12;
  int key = root + maq_hand_degree (self, stroke->chord, sign);

  if (sustains (self->part->role) && stroke->hit->line->octave > 0)
    key = lead_on (self, key, base);
  while (key > self->instrument->high_key)
    key -= 12;
  while (key < self->instrument->low_key)
    key += 12;
  maq_hand_add (self, stroke->hit->line, stroke->start_ticks, stroke->end_ticks, key,
                stroke->velocity, 0);
}

static void
play_stroke (MaqHand      *self,
             const Stroke *stroke)
{
  switch (stroke->hit->line->play)
    {
    case MAQ_PLAY_STRUM:
      strum (self, stroke);
      break;
    case MAQ_PLAY_POWER:
      play_power (self, stroke);
      break;
    case MAQ_PLAY_VOICES:
      play_voice (self, stroke);
      break;
    case MAQ_PLAY_DEGREES:
      play_degree (self, stroke);
      break;
    default:
      play_whole (self, stroke);
      break;
    }
}

/* A single string or key that rings stops where the harmony leaves it; what is held moves on. */
static gboolean
moves_with_changes (const MaqHit *hit)
{
  if (hit->line->play == MAQ_PLAY_STRUM)
    return hit->sign != 'x';
  return hit->line->play != MAQ_PLAY_VOICES && !hit->line->rings;
}

static void
play_hit (MaqHand          *self,
          const MaqHit     *hit,
          const MaqVoicing *voicings)
{
  MaqTick from = hit->sound_ticks;
  MaqTick end = maq_hand_gated (hit, from, hit->sound_end_ticks);
  guint first = maq_hand_chord (self, hit);

  for (guint i = first; i <= self->scene->n_chords; i++)
    {
      const MaqSceneChord *chord = maq_scene_chord (self->scene, i);
      gboolean is_next = i == self->scene->n_chords;
      MaqTick chord_end = is_next ? self->to_ticks : chord->start_ticks + chord->length_ticks;
      Stroke stroke = { hit, chord, &voicings[i], i == first ? from : chord->start_ticks,
                        MIN (end, chord_end), maq_hand_velocity (self, hit) };

      if (stroke.start_ticks >= end || (is_next && i != first))
        break;
      if (i != first)
        stroke.velocity -= 6;
      if (!chord->is_none
          && (i == first || stroke.end_ticks - stroke.start_ticks >= MAQ_TICKS_PER_QUARTER / 4))
        play_stroke (self, &stroke);
      if (!moves_with_changes (hit))
        break;
    }
}

/* Notes that one chord hands on to the next are one note. */
static void
tie_notes (MaqHand *self,
           guint    first)
{
  guint last[128] = { 0 };      /* the latest note of each key, counted from 1 */
  guint kept = first;

  maq_order_sort_notes (self->notes, first);
  for (guint i = first; i < self->notes->len; i++)
    {
      MaqNote note = g_array_index (self->notes, MaqNote, i);
      MaqNote *before = last[note.key] > 0
                          ? &g_array_index (self->notes, MaqNote, last[note.key] - 1) : NULL;

      if (before != NULL && before->start_ticks + before->length_ticks >= note.start_ticks
          && before->length_ticks < 8 * MAQ_TICKS_PER_QUARTER)
        {
          before->length_ticks = MAX (before->length_ticks,
                                      note.start_ticks + note.length_ticks - before->start_ticks);
          continue;
        }
      g_array_index (self->notes, MaqNote, kept++) = note;
      last[note.key] = kept;
    }
  g_array_set_size (self->notes, kept);
}

/* A bar that is left to ring: the chord once, and again where it changes. */
static void
play_ring (MaqHand          *self,
           const MaqVoicing *voicings)
{
  static const MaqStyleLine of_guitar = { .play = MAQ_PLAY_STRUM, .gate = 100, .rings = TRUE };
  static const MaqStyleLine of_others = { .play = MAQ_PLAY_CHORD, .gate = 100 };
  gint32 start = (gint32) self->scene->bar_starts[self->ring_bar];
  gint32 end = (gint32) self->to_ticks;
  MaqHit hit = { start, end, start, end, &of_others, 3, 'x' };

  if (is_guitar (self->part->role))
    {
      hit.line = &of_guitar;
      hit.sign = 'D';
    }
  play_hit (self, &hit, voicings);
}

/*
 * Plays the lines that begin at a step, those that tie or the others. What is tied does not
 * go by what more is played, so that a higher step has all beginnings of the one below.
 */
static void
play_step (MaqHand          *self,
           const MaqVoicing *voicings,
           guint             step,
           gboolean          ties)
{
  guint first = self->notes->len;

  for (guint i = 0; i < self->hits->len; i++)
    {
      const MaqHit *hit = &g_array_index (self->hits, MaqHit, i);

      if (hit->line->from == step && hit->line->ties == ties)
        play_hit (self, hit, voicings);
    }
  if (ties && self->notes->len > first)
    tie_notes (self, first);
}

static gboolean
ending_is_written (const MaqHand *self)
{
  return self->hits->len > 0
         && g_array_index (self->hits, MaqHit, self->hits->len - 1).start_ticks
              >= self->scene->bar_starts[self->ring_bar];
}

#define N_STRINGS 6

/* A guitar has six strings: who strikes them again damps those that have rung longest. */
static void
damp_strings (MaqHand *self)
{
  MaqNote *notes;
  guint held[N_STRINGS];
  guint n = 0;

  maq_order_sort_notes (self->notes, 0);
  notes = (MaqNote *) (gpointer) self->notes->data;
  for (guint i = 0; i < self->notes->len; i++)
    {
      guint kept = 0;

      for (guint j = 0; j < n; j++)
        if (notes[held[j]].start_ticks + notes[held[j]].length_ticks > notes[i].start_ticks)
          held[kept++] = held[j];
      n = kept;
      if (n == N_STRINGS)
        {
          MaqNote *oldest = &notes[held[0]];

          if (oldest->start_ticks < notes[i].start_ticks)
            oldest->length_ticks = notes[i].start_ticks - oldest->start_ticks;
          memmove (held, held + 1, --n * sizeof *held);
        }
      held[n++] = i;
    }
}

/* Who plays with breath or bow lets go for a moment before a new phrase, every two bars. */
#define BREATH_BARS          2
#define BREATH_SECONDS_BRASS 0.14
#define BREATH_SECONDS_BOW   0.03

static void
breathe (MaqHand *self)
{
  const MaqScene *scene = self->scene;
  gboolean is_brass = self->part->role == MAQ_ROLE_BRASS;
  MaqTick gap = (MaqTick) maq_seconds_to_ticks (is_brass ? BREATH_SECONDS_BRASS
                                                         : BREATH_SECONDS_BOW,
                                                scene->tempo_qpm);

  for (guint i = 0; i < self->notes->len; i++)
    {
      MaqNote *note = &g_array_index (self->notes, MaqNote, i);
      MaqTick end = note->start_ticks + note->length_ticks;
      guint bar = maq_scene_bar_at (scene, end - 1) + 1;

      /* what is long enough and lasts to the end of its two bars, or over it */
      bar -= bar % BREATH_BARS;
      if (note->length_ticks < MAQ_TICKS_PER_QUARTER
          || scene->bar_starts[bar] <= note->start_ticks + note->length_ticks / 2
          || scene->bar_starts[bar] - gap >= end)
        continue;
      /* in a very fast tempo the breath leaves half of the note */
      if (end <= scene->bar_starts[bar])
        note->length_ticks = (gint32) MAX (scene->bar_starts[bar] - gap - note->start_ticks,
                                           note->length_ticks / 2);
    }
}

void
maq_play_chords (MaqHand *self)
{
  g_autofree MaqVoicing *voicings = voice_chords (self);

  for (guint step = 1; step <= MAQ_STYLE_N_STEPS; step++)
    {
      play_step (self, voicings, step, TRUE);
      play_step (self, voicings, step, FALSE);
    }
  if (self->ring_bar >= 0 && !ending_is_written (self))
    play_ring (self, voicings);
  if (self->part->role == MAQ_ROLE_BRASS || self->part->role == MAQ_ROLE_STRINGS)
    breathe (self);
  if (is_guitar (self->part->role))
    damp_strings (self);
}
