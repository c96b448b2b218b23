/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>

#include "maq-dice-private.h"
#include "maq-hand-private.h"
#include "maq-order-private.h"

/*
 * Guides for what a singer or a soloist will do, and textures that return. A
 * section is sung in phrases of the form A A B A; a phrase takes its rhythm
 * from the style and its outline from the seed of its letter, so what comes
 * back is recognised, and each note is fitted to the chord below it. A motif
 * has the seed of its name: it is the same figure wherever it returns.
 */

typedef struct
{
  guint first_bar;
  guint end_bar;
  guint letter;        /* 0: A, 1: B */
  guint n_wanted;      /* syllables; 0 if nobody knows */
  gboolean closes;     /* the last of its group */
} TunePhrase;

typedef struct
{
  guint8 centre_key;
  guint8 phrase_bars;
} TuneRole;

static const TuneRole tune_roles[MAQ_N_ROLES] = {
  [MAQ_ROLE_ACOUSTIC_GUITAR] = { 69, 2 },
  [MAQ_ROLE_ELECTRIC_GUITAR] = { 70, 2 },
  [MAQ_ROLE_KEYS] = { 74, 2 },
  [MAQ_ROLE_ORGAN] = { 72, 2 },
  [MAQ_ROLE_PAD] = { 72, 2 },
  [MAQ_ROLE_STRINGS] = { 76, 2 },
  [MAQ_ROLE_BRASS] = { 66, 2 },
  [MAQ_ROLE_LEAD] = { 72, 2 },
  [MAQ_ROLE_VOCAL] = { 65, 2 },
  [MAQ_ROLE_TEXTURE] = { 64, 2 },
};

#define MAX_PHRASE_BARS 4

/* A texture rings and dies: it never becomes a held tone. */
#define TEXTURE_SECONDS 1.1

static gboolean
is_motif (const MaqHand *self)
{
  return self->part->motif != NULL && *self->part->motif != '\0';
}

static gboolean
is_texture (const MaqHand *self)
{
  return is_motif (self) || self->part->role == MAQ_ROLE_TEXTURE;
}

/* Verses share their tune with verses, choruses with choruses. */
static guint64
tune_seed (const MaqHand *self)
{
  guint64 seed = self->scene->song_seed;

  if (is_motif (self))
    return maq_dice_text (maq_dice_mix (seed, 31), self->part->motif);
  return maq_dice_mix (maq_dice_mix (seed, 37 + self->scene->kind), self->part->layer);
}

static void
add_phrase (GArray *phrases,
            guint   first_bar,
            guint   end_bar,
            guint   n_wanted)
{
  guint index = phrases->len % 4;
  TunePhrase phrase = { first_bar, end_bar, index == 2, n_wanted, index == 3 };

  if (end_bar > first_bar)
    g_array_append_val (phrases, phrase);
}

static GArray *
plan_phrases (const MaqHand *self)
{
  const MaqScene *scene = self->scene;
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (TunePhrase));
  guint bars = tune_roles[self->part->role].phrase_bars;

  if (self->part->role == MAQ_ROLE_VOCAL && scene->n_lyrics > 0 && !is_motif (self))
    {
      for (guint i = 0; i < scene->n_lyrics; i++)
        {
          guint first = (guint) scene->lyric_bars[i];
          guint end = i + 1 < scene->n_lyrics ? (guint) scene->lyric_bars[i + 1] : scene->n_bars;

          add_phrase (phrases, first, MIN (end, first + MAX_PHRASE_BARS), scene->lyric_notes[i]);
        }
      return phrases;
    }
  for (guint bar = 0; bar < scene->n_bars; bar += bars)
    add_phrase (phrases, bar, MIN (bar + bars, scene->n_bars), 0);
  return phrases;
}

/* One voice: of signs at one time the first line's stays, and a note ends where the next begins. */
static void
make_single (GArray *hits)
{
  guint kept = 0;

  maq_order_sort_hits (hits);
  for (guint i = 0; i < hits->len; i++)
    {
      MaqHit hit = g_array_index (hits, MaqHit, i);
      MaqHit *before = kept > 0 ? &g_array_index (hits, MaqHit, kept - 1) : NULL;

      if (before != NULL && before->start_ticks == hit.start_ticks)
        continue;
      if (before != NULL)
        {
          before->end_ticks = MIN (before->end_ticks, hit.start_ticks);
          before->sound_end_ticks = MIN (before->sound_end_ticks, hit.sound_ticks);
        }
      g_array_index (hits, MaqHit, kept++) = hit;
    }
  g_array_set_size (hits, kept);
}

/* Leaves out the weakest places first until there is a note for each syllable. */
static void
drop_to (GArray *hits,
         guint   n_wanted)
{
  while (n_wanted > 0 && hits->len > n_wanted)
    {
      guint weakest = hits->len - 1;

      for (guint i = hits->len; i-- > 1;)
        if (g_array_index (hits, MaqHit, i).strength
            < g_array_index (hits, MaqHit, weakest).strength)
          weakest = i;
      if (weakest > 0)
        {
          MaqHit *before = &g_array_index (hits, MaqHit, weakest - 1);
          const MaqHit *gone = &g_array_index (hits, MaqHit, weakest);

          before->end_ticks = gone->end_ticks;
          before->sound_end_ticks = gone->sound_end_ticks;
        }
      g_array_remove_index (hits, weakest);
    }
}

/* In a bar that is struck once the first note is held and no other begins. */
static void
hold_last_bar (const MaqHand *self,
               GArray        *hits)
{
  MaqTick ring_ticks;

  if (self->ring_bar < 0)
    return;
  ring_ticks = self->scene->bar_starts[self->ring_bar];
  for (guint i = 0; i < hits->len; i++)
    {
      MaqHit *hit = &g_array_index (hits, MaqHit, i);

      if (hit->start_ticks < ring_ticks)
        continue;
      hit->end_ticks = hit->sound_end_ticks = (gint32) self->to_ticks;
      g_array_set_size (hits, i + 1);
    }
}

static void
lay_phrase (MaqHand          *self,
            const TunePhrase *phrase,
            guint64           seed,
            GArray           *hits)
{
  MaqStyle *style = self->groove.style;
  MaqGroove groove = self->groove;
  const MaqStylePattern *pattern = NULL;
  guint n;
  MaqTick breath;

  if (is_motif (self))
    {
      groove.role = maq_groove_role (style, MAQ_ROLE_TEXTURE);
      groove.kind = MAQ_PATTERN_GROOVE;
    }
  n = maq_style_get_n_patterns (style, groove.role, groove.kind);
  if (self->part->pattern != NULL)
    pattern = maq_style_find_pattern (style, groove.role, self->part->pattern);
  if (pattern == NULL && n > 0)
    pattern = maq_style_get_pattern (style, groove.role, groove.kind,
                                     (maq_dice_below (seed, 1, n)
                                      + (is_motif (self) ? 0 : phrase->letter)) % n);
  if (pattern == NULL)
    return;
  for (guint bar = phrase->first_bar; bar < phrase->end_bar; bar++)
    maq_groove_lay_pattern (&groove, pattern, (bar - phrase->first_bar) % pattern->bars, bar, hits);
  make_single (hits);
  breath = maq_groove_beat_before (self->scene, phrase->end_bar - 1, 1);
  if (breath > self->scene->bar_starts[phrase->first_bar])
    maq_hand_cut (hits, breath);
  drop_to (hits, phrase->n_wanted);
  if (maq_marks_obey (self, phrase->first_bar, phrase->end_bar, hits))
    maq_order_sort_hits (hits);
  hold_last_bar (self, hits);
}

/* A wave of one round from 0 to 1: parabolas, which are the same on every machine. */
static double
wave (double along)
{
  along -= floor (along);
  return along < 0.5 ? 16.0 * along * (0.5 - along) : -16.0 * (along - 0.5) * (1.0 - along);
}

/* The outline of a phrase: semitones above its centre at @along, 0 to 1. */
static double
outline (guint64 seed,
         double  along,
         double  reach)
{
  double lean = maq_dice_unit (seed, 12) - 0.5;

  switch (maq_dice_below (seed, 11, 5))
    {
    case 0:
      return reach * (4.0 * along * (1.0 - along) - 0.4);
    case 1:
      return reach * (0.6 - 1.1 * along);
    case 2:
      return reach * (0.9 * along - 0.5);
    case 3:
      return reach * 0.6 * wave (along + lean);
    default:
      return reach * (along < 0.55 ? 0.15 : 0.5 - 1.2 * (along - 0.55));
    }
}

typedef struct
{
  guint    tones;       /* pitch classes that may be sung, */
  guint    passing;     /* and those that may be stepped on */
  double   wanted_key;
  int      before;      /* the note before, or -1 */
  int      earlier;     /* the one before that, or -1 */
  int      repeats;     /* how often that has been sung in a row */
  int      leap;        /* widest interval */
  double   nearness;    /* how much each semitone from the note before costs, */
  double   repeat_cost; /* and how much the same note again */
} Choice;

static int
choose_key (const MaqHand *self,
            const Choice  *choice)
{
  double least = G_MAXDOUBLE;
  int best = -1;

  for (int key = self->instrument->low_key; key <= self->instrument->high_key; key++)
    {
      double cost = fabs (key - choice->wanted_key);
      int interval = choice->before >= 0 ? abs (key - choice->before) : 0;

      if (!(choice->tones >> key % 12 & 1)
          && (!(choice->passing >> key % 12 & 1) || choice->before < 0 || interval > 2))
        continue;
      cost += interval * choice->nearness + (interval > choice->leap ? 6.0 + interval : 0.0);
      if (interval == 0 && choice->before >= 0)
        cost += choice->repeat_cost * (0.35 + choice->repeats);
      /* to and fro is a trill, not a tune */
      if (interval > 0 && key == choice->earlier)
        cost += 1.6;
      if (interval == 6 || interval == 11 || interval == 10)
        cost += 2.0;
      if (cost < least)
        {
          least = cost;
          best = key;
        }
    }
  return best;
}

/* Weak, short notes may pass through the scale; all others belong to the chord. */
static void
find_tones (const MaqHand *self,
            const MaqHit  *hit,
            gboolean       is_last,
            Choice        *choice)
{
  const MaqSceneChord *chord
    = &self->scene->chords[maq_scene_chord_at (self->scene, hit->start_ticks)];
  guint scale = maq_scene_scale (self->scene, chord);

  choice->tones = chord->tones;
  choice->passing = 0;
  if (chord->is_none)
    choice->tones = self->part->role == MAQ_ROLE_VOCAL ? scale : 0;
  else if (!is_last && hit->strength == 0 && hit->start_ticks != chord->start_ticks
           && !is_texture (self)
           && hit->end_ticks - hit->start_ticks < MAQ_TICKS_PER_QUARTER)
    choice->passing = scale;
}

/*
 * What is sung higher sounds thinner on many instruments, and quick notes are short; soft ones
 * belong to the line and are less soft than those of a drum.
 */
static int
tune_velocity (const MaqHand *self,
               const MaqHit  *hit)
{
  if (is_texture (self))
    return maq_hand_velocity (self, hit);
  return maq_hand_velocity (self, hit) + 5 * ((int) self->groove.step - 2)
         + (hit->sign == 'o' ? 14 : 0);
}

/* A chorus is sung higher than a verse, and what is sung with more force too. */
static double
centre_key (const MaqHand *self)
{
  static const guint8 lift[] = { 0, 0, 0, 1, 2 };
  double centre = tune_roles[self->part->role].centre_key;

  if (is_texture (self))
    return centre;
  if (self->scene->kind == MAQ_SECTION_CHORUS || self->scene->kind == MAQ_SECTION_POST_CHORUS
      || self->scene->kind == MAQ_SECTION_DROP)
    centre += 3.0;
  else if (self->scene->kind == MAQ_SECTION_PRE_CHORUS || self->scene->kind == MAQ_SECTION_BRIDGE)
    centre += 1.5;
  return centre + lift[self->groove.step];
}

static void
sing_phrase (MaqHand          *self,
             const TunePhrase *phrase,
             MaqTick           from_ticks,
             guint64           seed,
             GArray           *hits,
             int              *before)
{
  MaqTick start = self->scene->bar_starts[phrase->first_bar];
  double length = (double) (self->scene->bar_starts[phrase->end_bar] - start);
  double reach = (is_texture (self) ? 9.0 : 6.0) + 5.0 * maq_dice_unit (seed, 13);
  MaqTick longest = (MaqTick) maq_seconds_to_ticks (is_texture (self) ? TEXTURE_SECONDS : 1e4,
                                                    self->scene->tempo_qpm);
  int repeats = 0;
  int earlier = -1;

  for (guint i = 0; i < hits->len; i++)
    {
      const MaqHit *hit = &g_array_index (hits, MaqHit, i);
      gboolean is_last = i + 1 == hits->len;
      double along = (double) (hit->start_ticks - start) / length;
      Choice choice = { 0, 0, 0.0, *before, earlier, repeats, is_texture (self) ? 12 : 7,
                        is_texture (self) ? 0.05 : 0.3, is_texture (self) ? 8.0 : 1.4 };
      int key;

      if (hit->start_ticks < from_ticks)
        continue;
      choice.wanted_key = centre_key (self) + outline (seed, along, reach)
                          + maq_dice_unit (seed, 100 + (guint64) (along * 64.0)) - 0.5;
      if (is_last && phrase->closes)
        choice.wanted_key -= 2.0;
      find_tones (self, hit, is_last, &choice);
      key = choose_key (self, &choice);
      if (key < 0)
        continue;
      repeats = key == *before ? repeats + 1 : 0;
      earlier = *before;
      *before = key;
      maq_hand_add (self, hit->line, hit->sound_ticks,
                    MIN (maq_hand_gated (hit, hit->sound_ticks, hit->sound_end_ticks),
                         hit->sound_ticks + longest), key,
                    tune_velocity (self, hit), 0);
    }
}

/* A held note that the next chord does not have ends with its own chord. */
static void
end_with_chords (MaqHand *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      MaqNote *note = &g_array_index (self->notes, MaqNote, i);
      MaqTick end = note->start_ticks + note->length_ticks;

      for (guint j = maq_scene_chord_at (self->scene, note->start_ticks) + 1;
           j < self->scene->n_chords && self->scene->chords[j].start_ticks < end; j++)
        if (!(self->scene->chords[j].tones >> note->key % 12 & 1))
          {
            end = self->scene->chords[j].start_ticks;
            note->length_ticks = (gint32) MAX (end - note->start_ticks, 1);
          }
    }
}

/* What leads into the first phrase of a part that enters inside its section. */
static void
sing_pickup (MaqHand *self,
             guint64  seed,
             GArray  *hits,
             int     *before)
{
  TunePhrase phrase = { .first_bar = self->first_bar - 1, .end_bar = self->first_bar };

  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, MaqHit, i).start_ticks < self->entry_ticks)
      g_array_append_val (hits, g_array_index (self->hits, MaqHit, i));
  make_single (hits);
  sing_phrase (self, &phrase, self->from_ticks, seed, hits, before);
}

void
maq_play_tune (MaqHand *self)
{
  g_autoptr (GArray) phrases = plan_phrases (self);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (MaqHit));
  guint64 seed = tune_seed (self);
  int before = -1;

  if (self->from_ticks < self->entry_ticks)
    sing_pickup (self, seed, hits, &before);
  for (guint i = 0; i < phrases->len; i++)
    {
      const TunePhrase *phrase = &g_array_index (phrases, TunePhrase, i);
      guint64 letter_seed = maq_dice_mix (seed, is_motif (self) ? 0 : phrase->letter);

      g_array_set_size (hits, 0);
      lay_phrase (self, phrase, seed, hits);
      if (is_motif (self))
        before = -1;
      sing_phrase (self, phrase, self->entry_ticks, letter_seed, hits, &before);
    }
  end_with_chords (self);
}
