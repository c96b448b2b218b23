/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-scene-private.h"

#include <string.h>

#include "maq-hash.h"
#include "maq-lyric.h"

static guint
rotate (guint mask,
        int   semitones)
{
  guint shift = (guint) ((semitones % 12 + 12) % 12);

  return ((mask << shift) | (mask >> (12 - shift))) & 0xfff;
}

MaqSceneChord
maq_scene_chord_named (MaqChord     *chord,
                       MaqChordMark  mark)
{
  MaqSceneChord self = { .mark = mark, .third = -1, .fifth = -1, .seventh = -1 };

  self.is_none = maq_chord_is_none (chord);
  if (self.is_none)
    return self;
  self.root = (gint8) maq_note_name_pitch_class (maq_chord_get_root (chord));
  self.bass = (gint8) maq_note_name_pitch_class (maq_chord_get_bass (chord));
  self.tones = (guint16) rotate (maq_chord_get_tones (chord), self.root);
  self.third = (gint8) maq_chord_get_third (chord);
  self.fifth = (gint8) maq_chord_get_fifth (chord);
  if (!(maq_chord_get_tones (chord) >> self.fifth & 1))
    self.fifth = -1;
  self.seventh = (gint8) maq_chord_get_seventh (chord);
  return self;
}

MaqSceneChord
maq_scene_tonic (MaqKey key)
{
  int root = maq_note_name_pitch_class (key.tonic);
  int third = maq_key_scale (key) >> 4 & 1 ? 4 : 3;

  return (MaqSceneChord) { .tones = (guint16) rotate (1u | 1u << third | 1u << 7, root),
                           .root = (gint8) root, .bass = (gint8) root, .third = (gint8) third,
                           .fifth = 7, .seventh = -1 };
}

gboolean
maq_scene_same_harmony (const MaqSceneChord *a,
                        const MaqSceneChord *b)
{
  return a->is_none == b->is_none && a->tones == b->tones && a->root == b->root
         && a->bass == b->bass && a->mark == b->mark;
}

/* The whole band is early; the chord before gives way. */
static void
push_chord (MaqScene      *self,
            MaqSceneChord *chord)
{
  if (chord > self->chords)
    {
      if (chord[-1].length_ticks <= MAQ_SCENE_PUSH_TICKS)
        {
          chord->mark = MAQ_CHORD_MARK_NONE;
          return;
        }
      chord[-1].length_ticks -= MAQ_SCENE_PUSH_TICKS;
    }
  else if (self->came_by == MAQ_TRANSITION_UNSET)
    {
      chord->mark = MAQ_CHORD_MARK_NONE;
      return;
    }
  chord->start_ticks -= MAQ_SCENE_PUSH_TICKS;
  chord->length_ticks += MAQ_SCENE_PUSH_TICKS;
}

/* A chord that is written again where it already sounds is no change, unless it is marked. */
static void
take_chords (MaqScene *self,
             MaqForm  *form,
             guint     section)
{
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, section, &n_spans);

  self->chords = g_new0 (MaqSceneChord, MAX (n_spans, 1));
  for (guint i = 0; i < n_spans; i++)
    {
      MaqSceneChord *chord = &self->chords[self->n_chords];

      *chord = maq_scene_chord_named (spans[i].chord, spans[i].mark);
      chord->start_ticks = chord->written_ticks = spans[i].start_ticks;
      chord->length_ticks = spans[i].length_ticks;
      if (self->n_chords > 0 && chord->mark == MAQ_CHORD_MARK_NONE
          && maq_scene_same_harmony (chord - 1, chord))
        chord[-1].length_ticks += chord->length_ticks;
      else
        self->n_chords++;
    }
  for (guint i = 0; i < self->n_chords; i++)
    if (self->chords[i].mark == MAQ_CHORD_MARK_PUSH)
      push_chord (self, &self->chords[i]);
  if (self->next.mark == MAQ_CHORD_MARK_PUSH && self->n_chords > 0
      && self->chords[self->n_chords - 1].length_ticks > MAQ_SCENE_PUSH_TICKS)
    self->chords[self->n_chords - 1].length_ticks -= MAQ_SCENE_PUSH_TICKS;
}

/* A rough count: groups of vowels. It decides how many notes a line gets. */
static guint8
count_syllables (const char *text)
{
  guint n = 0;
  gboolean in_vowel = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (text));
      gboolean is_vowel = letter < 128 ? strchr ("aeiouy", (int) letter) != NULL
                                       : g_unichar_isalpha (letter);

      n += is_vowel && !in_vowel;
      in_vowel = is_vowel;
    }
  return (guint8) MIN (n, 255);
}

static void
take_lyrics (MaqScene *self,
             MaqVec   *lyrics)
{
  guint n = lyrics != NULL ? maq_vec_get_length (lyrics) : 0;

  self->lyric_bars = g_new0 (gint32, n + 1);
  self->lyric_notes = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      MaqLyric *lyric = maq_vec_get (lyrics, i);
      int bar = maq_lyric_get_bar (lyric);
      guint8 notes = count_syllables (maq_lyric_get_text (lyric));

      if (bar < 0 || bar >= (int) self->n_bars || notes == 0)
        continue;
      if (self->n_lyrics > 0 && self->lyric_bars[self->n_lyrics - 1] == bar)
        {
          guint8 *line = &self->lyric_notes[self->n_lyrics - 1];

          *line = (guint8) MIN (*line + notes, 255);
          continue;
        }
      self->lyric_bars[self->n_lyrics] = bar;
      self->lyric_notes[self->n_lyrics++] = notes;
    }
}

static guint64
hash_scene (const MaqScene *self)
{
  guint64 hash = MAQ_HASH_START;
  guint32 small[] = { self->kind, self->transition, self->came_by, self->is_last,
                      self->before.tones, self->next.tones, (guint32) self->next.mark,
                      self->feel, self->feel_bar, self->fill, self->n_bars, self->n_chords,
                      (guint32) self->transition_ticks,
                      (guint32) maq_note_name_pitch_class (self->key.tonic), self->key.mode };

  hash = maq_hash_bytes (hash, &self->song_seed, sizeof self->song_seed);
  hash = maq_hash_bytes (hash, &self->seed_id, sizeof self->seed_id);
  hash = maq_hash_bytes (hash, &self->tempo_qpm, sizeof self->tempo_qpm);
  hash = maq_hash_bytes (hash, small, sizeof small);
  hash = maq_hash_bytes (hash, self->bar_starts, (self->n_bars + 1) * sizeof *self->bar_starts);
  for (guint i = 0; i < self->n_chords; i++)
    {
      hash = maq_hash_bytes (hash, &self->chords[i].start_ticks, sizeof (MaqTick));
      hash = maq_hash_bytes (hash, &self->chords[i].tones, sizeof self->chords[i].tones);
      hash = maq_hash_bytes (hash, &self->chords[i].mark, sizeof self->chords[i].mark);
    }
  return hash;
}

static void
take_feel (MaqScene               *self,
           const MaqSectionFields *fields)
{
  self->feel = fields->feel == MAQ_FEEL_UNSET ? MAQ_FEEL_PLAIN : fields->feel;
  if (fields->feel_bars > 0 && fields->feel_bars < (int) self->n_bars)
    self->feel_bar = self->n_bars - (guint) fields->feel_bars;
}

MaqScene *
maq_scene_new (MaqForm             *form,
               guint                section,
               const MaqSceneFacts *facts)
{
  const MaqFormSection *place = maq_form_get_section (form, section);
  const MaqSectionFields *fields = maq_section_get_fields (place->section);
  MaqScene *self = g_atomic_rc_box_new0 (MaqScene);

  self->song_seed = facts->song_seed;
  self->seed_id = facts->seed_id;
  self->came_by = facts->came_by;
  self->is_last = facts->is_last;
  self->before = facts->before;
  self->next = facts->next;
  self->fill = facts->fill;
  self->kind = fields->kind;
  self->transition = fields->transition != MAQ_TRANSITION_UNSET ? fields->transition
                                                                : MAQ_TRANSITION_FILL;
  self->transition_ticks = place->transition_ticks;
  self->tempo_qpm = place->tempo_qpm;
  self->key = place->key;
  self->n_bars = (guint) place->bars;
  take_feel (self, fields);
  self->bar_starts = g_new0 (MaqTick, self->n_bars + 1);
  self->meters = g_new0 (MaqMeter, self->n_bars);
  for (guint i = 0; i <= self->n_bars; i++)
    self->bar_starts[i] = maq_form_get_bar_start (form, section, (int) i);
  for (guint i = 0; i < self->n_bars; i++)
    self->meters[i] = maq_form_get_bar_meter (form, section, (int) i);
  take_chords (self, form, section);
  take_lyrics (self, fields->lyrics);
  self->hash = hash_scene (self);
  return self;
}

MaqScene *
maq_scene_ref (MaqScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_scene (gpointer data)
{
  MaqScene *self = data;

  g_free (self->bar_starts);
  g_free (self->meters);
  g_free (self->chords);
  g_free (self->lyric_bars);
  g_free (self->lyric_notes);
}

void
maq_scene_unref (MaqScene *self)
{
  g_atomic_rc_box_release_full (self, clear_scene);
}

static gboolean
same_chord (const MaqSceneChord *a,
            const MaqSceneChord *b)
{
  return a->start_ticks == b->start_ticks && a->length_ticks == b->length_ticks
         && a->third == b->third && a->fifth == b->fifth && a->seventh == b->seventh
         && maq_scene_same_harmony (a, b);
}

static gboolean
same_chords (const MaqScene *a,
             const MaqScene *b)
{
  if (a->n_chords != b->n_chords)
    return FALSE;
  for (guint i = 0; i < a->n_chords; i++)
    if (!same_chord (&a->chords[i], &b->chords[i]))
      return FALSE;
  return TRUE;
}

gboolean
maq_scene_equal (MaqScene *self,
                 MaqScene *other)
{
  if (self == other)
    return TRUE;
  return self->hash == other->hash && self->song_seed == other->song_seed
         && self->seed_id == other->seed_id
         && self->kind == other->kind && self->transition == other->transition
         && self->came_by == other->came_by && self->is_last == other->is_last
         && same_chord (&self->before, &other->before) && same_chord (&self->next, &other->next)
         && self->fill == other->fill && self->feel == other->feel
         && self->feel_bar == other->feel_bar
         && self->transition_ticks == other->transition_ticks
         && self->tempo_qpm == other->tempo_qpm && maq_key_equal (self->key, other->key)
         && self->n_bars == other->n_bars && self->n_lyrics == other->n_lyrics
         && memcmp (self->bar_starts, other->bar_starts,
                    (self->n_bars + 1) * sizeof *self->bar_starts) == 0
         && memcmp (self->meters, other->meters, self->n_bars * sizeof *self->meters) == 0
         && memcmp (self->lyric_bars, other->lyric_bars,
                    self->n_lyrics * sizeof *self->lyric_bars) == 0
         && memcmp (self->lyric_notes, other->lyric_notes, self->n_lyrics) == 0
         && same_chords (self, other);
}

guint
maq_scene_chord_at (const MaqScene *self,
                    MaqTick         ticks)
{
  guint low = 0;
  guint high = self->n_chords;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->chords[middle].start_ticks <= ticks)
        low = middle;
      else
        high = middle;
    }
  return low;
}

MaqTick
maq_scene_limit (const MaqScene *self,
                 MaqTick         ticks)
{
  guint index = maq_scene_chord_at (self, ticks);

  if (ticks >= maq_scene_length (self))
    return ticks - (self->next.mark == MAQ_CHORD_MARK_PUSH ? MAQ_SCENE_PUSH_TICKS : 0);
  /* what is pushed as well may sound by then */
  while (index > 0 && self->chords[index].written_ticks > ticks)
    index--;
  return self->chords[index].written_ticks == ticks ? self->chords[index].start_ticks : ticks;
}

const MaqSceneChord *
maq_scene_chord (const MaqScene *self,
                 guint           index)
{
  return index < self->n_chords ? &self->chords[index] : &self->next;
}

guint
maq_scene_chord_ahead (const MaqScene *self,
                       MaqTick         ticks,
                       MaqTick         reach)
{
  guint index = maq_scene_chord_at (self, ticks);
  const MaqSceneChord *chord = &self->chords[index];

  /* what falls on a change states it, however soon the next one comes */
  if (reach == 0 || ticks == chord->start_ticks
      || chord->start_ticks + chord->length_ticks - ticks > reach
      || maq_scene_chord (self, index + 1)->is_none)
    return index;
  return index + 1;
}

guint
maq_scene_bar_at (const MaqScene *self,
                  MaqTick         ticks)
{
  guint low = 0;
  guint high = self->n_bars;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->bar_starts[middle] <= ticks)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The key's notes, without those a semitone beside a chord tone that the key lacks. */
guint
maq_scene_scale (const MaqScene      *self,
                 const MaqSceneChord *chord)
{
  guint scale = rotate (maq_key_scale (self->key), maq_note_name_pitch_class (self->key.tonic));
  guint foreign = chord->tones & ~scale & 0xfff;

  return (scale & ~(rotate (foreign, 1) | rotate (foreign, 11))) | chord->tones;
}
