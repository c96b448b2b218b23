/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-drums-private.h"
#include "maq-hand-private.h"

/*
 * What charts write above a chord. A pushed chord comes an eighth early and
 * the whole band with it; a held one is struck once and rings; a stab is struck
 * short. Voices sing on: they are guides for someone who knows the song.
 */

#define STAB_SECONDS 0.17

/* What ends because everybody strikes ends a little before. */
#define BREATH_TICKS 30

static const MaqStyleLine strum_line = { .play = MAQ_PLAY_STRUM, .from = 1, .gate = 100 };
static const MaqStyleLine power_line = { .play = MAQ_PLAY_POWER, .from = 1, .gate = 100 };
static const MaqStyleLine chord_line = { .play = MAQ_PLAY_CHORD, .from = 1, .gate = 100 };
static const MaqStyleLine root_line = { .play = MAQ_PLAY_DEGREES, .from = 1, .gate = 100 };
static const MaqStyleLine tune_line = { .play = MAQ_PLAY_MELODY, .from = 1, .gate = 100 };
static const MaqStyleLine kick_line = { .play = MAQ_PLAY_HITS, .from = 1, .drum = MAQ_DRUM_KICK };
static const MaqStyleLine snare_line = { .play = MAQ_PLAY_HITS, .from = 1, .drum = MAQ_DRUM_SNARE };
static const MaqStyleLine crash_line = { .play = MAQ_PLAY_HITS, .from = 1, .drum = MAQ_DRUM_CRASH,
                                         .loud = -6 };

static gboolean
is_guitar (MaqRole role)
{
  return role == MAQ_ROLE_ACOUSTIC_GUITAR || role == MAQ_ROLE_ELECTRIC_GUITAR;
}

static MaqHit
make_hit (const MaqHand      *self,
          const MaqStyleLine *line,
          MaqTick             start_ticks,
          MaqTick             end_ticks)
{
  MaqTick sound_ticks = maq_groove_swung (&self->groove, start_ticks);
  char sign = line->play == MAQ_PLAY_STRUM ? 'D' : line->play == MAQ_PLAY_DEGREES ? '1' : 'X';

  return (MaqHit) { (gint32) start_ticks, (gint32) end_ticks, (gint32) sound_ticks,
                    (gint32) MAX (end_ticks, sound_ticks + 1), line, 3, sign };
}

static const MaqStyleLine *
line_of_role (MaqRole  role,
              gboolean has_power)
{
  if (role == MAQ_ROLE_BASS)
    return &root_line;
  if (role == MAQ_ROLE_LEAD || role == MAQ_ROLE_VOCAL || role == MAQ_ROLE_TEXTURE)
    return &tune_line;
  if (is_guitar (role))
    return has_power ? &power_line : &strum_line;
  return &chord_line;
}

static void
add_accent (const MaqHand      *self,
            const MaqStyleLine *line,
            MaqTick             start_ticks,
            MaqTick             end_ticks,
            GArray             *hits)
{
  MaqHit hit = make_hit (self, line, start_ticks, end_ticks);

  g_array_append_val (hits, hit);
}

/* A kick below what everybody strikes, and a cymbal above what rings. */
static void
add_drum_accent (const MaqHand       *self,
                 const MaqSceneChord *chord,
                 MaqTick              end_ticks,
                 gboolean             has_kick,
                 GArray              *hits)
{
  if (self->part->role != MAQ_ROLE_DRUMS || self->groove.step < 2)
    return;
  if (!has_kick)
    add_accent (self, &kick_line, chord->start_ticks, end_ticks, hits);
  if (chord->mark == MAQ_CHORD_MARK_STAB)
    add_accent (self, &snare_line, chord->start_ticks, end_ticks, hits);
  else if (self->groove.step >= 3)
    add_accent (self, &crash_line, chord->start_ticks, end_ticks, hits);
}

/* What is left of a hit beside everybody's stroke: what comes before it, and drums just there. */
static gboolean
survives (const MaqHand *self,
          MaqHit        *hit,
          MaqTick        start_ticks,
          MaqTick        end_ticks)
{
  if (hit->start_ticks >= end_ticks)
    return TRUE;
  if (hit->start_ticks >= start_ticks)
    return self->part->role == MAQ_ROLE_DRUMS && self->groove.step < 2
           && hit->start_ticks == start_ticks;
  hit->end_ticks = (gint32) MIN (hit->end_ticks, start_ticks - BREATH_TICKS);
  hit->sound_end_ticks = (gint32) MIN (hit->sound_end_ticks, start_ticks - BREATH_TICKS);
  return TRUE;
}

static void
strike_once (const MaqHand       *self,
             const MaqSceneChord *chord,
             GArray              *hits)
{
  MaqTick chord_end = chord->start_ticks + chord->length_ticks;
  MaqTick end = chord_end;
  gboolean has_power = FALSE;
  guint kept = 0;

  if (chord->mark == MAQ_CHORD_MARK_STAB)
    end = chord->start_ticks
          + MIN ((MaqTick) maq_seconds_to_ticks (STAB_SECONDS, self->scene->tempo_qpm),
                 chord->length_ticks / 2);
  for (guint i = 0; i < hits->len; i++)
    {
      MaqHit hit = g_array_index (hits, MaqHit, i);

      if (survives (self, &hit, chord->start_ticks, chord_end))
        g_array_index (hits, MaqHit, kept++) = hit;
      else
        has_power |= hit.line->play == MAQ_PLAY_POWER;
    }
  g_array_set_size (hits, kept);
  if (maq_role_is_drums (self->part->role))
    add_drum_accent (self, chord, end, FALSE, hits);
  else
    add_accent (self, line_of_role (self->part->role, has_power), chord->start_ticks, end, hits);
}

static gboolean
is_accent (const MaqHit *hit)
{
  return hit->line->play != MAQ_PLAY_HITS || hit->line->drum == MAQ_DRUM_KICK
         || hit->line->drum == MAQ_DRUM_CRASH || hit->line->drum == MAQ_DRUM_SECOND_CRASH;
}

static void
move_to (const MaqHand *self,
         MaqHit        *hit,
         MaqTick        ticks)
{
  hit->start_ticks = (gint32) ticks;
  hit->sound_ticks = (gint32) maq_groove_swung (&self->groove, ticks);
  hit->strength = 3;
}

/* What is written on the beat comes early, what stood in its way gives way, drums keep time. */
static void
push (const MaqHand       *self,
      const MaqSceneChord *chord,
      GArray              *hits)
{
  gboolean is_there = FALSE;
  gboolean is_early = FALSE;
  guint kept = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const MaqHit *hit = &g_array_index (hits, MaqHit, i);

      is_there |= hit->start_ticks == chord->written_ticks && is_accent (hit);
      is_early |= hit->start_ticks == chord->start_ticks && is_accent (hit);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      MaqHit hit = g_array_index (hits, MaqHit, i);

      if (is_there && is_accent (&hit) && hit.start_ticks >= chord->start_ticks
          && hit.start_ticks < chord->written_ticks)
        continue;
      if (hit.start_ticks == chord->written_ticks && is_accent (&hit))
        move_to (self, &hit, chord->start_ticks);
      g_array_index (hits, MaqHit, kept++) = hit;
    }
  g_array_set_size (hits, kept);
  if (maq_role_is_drums (self->part->role))
    add_drum_accent (self, chord, chord->written_ticks, is_there || is_early, hits);
  else if (!is_there && !is_early && line_of_role (self->part->role, FALSE) != &tune_line)
    add_accent (self, line_of_role (self->part->role, FALSE), chord->start_ticks,
                chord->written_ticks, hits);
}

gboolean
maq_marks_obey (const MaqHand *self,
                guint          first,
                guint          end,
                GArray        *hits)
{
  const MaqScene *scene = self->scene;
  gboolean is_voice = self->part->role == MAQ_ROLE_VOCAL;
  gboolean changed = FALSE;

  for (guint i = 0; i < scene->n_chords; i++)
    {
      const MaqSceneChord *chord = &scene->chords[i];

      if (chord->mark == MAQ_CHORD_MARK_NONE || chord->written_ticks < scene->bar_starts[first]
          || chord->written_ticks >= scene->bar_starts[end])
        continue;
      if (chord->mark == MAQ_CHORD_MARK_PUSH)
        push (self, chord, hits);
      else if (!is_voice)
        strike_once (self, chord, hits);
      changed = TRUE;
    }
  return changed;
}
