/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "band-rules.h"

/* A change between the beats swings with them. */
#define MAX_SWING_TICKS 240
/* What is let go just after a change is not heard as held. */
#define RELEASE_TICKS 60
/* Two layers that rub for less are on their way. */
#define RUB_TICKS 480
/* A chord that is over before a key has come up again is not heard. */
#define HEARD_SECONDS 0.012

guint
rules_chord_at (const RuleContext *context,
                MaqTick            ticks)
{
  guint index = 0;

  while (index + 1 < context->n_chords && context->chords[index + 1].start_ticks <= ticks)
    index++;
  return index;
}

/* All tones of a chord with its bass, as a mask of pitch classes from C. */
static guint
tones_of (MaqChord *chord)
{
  guint root = (guint) maq_note_name_pitch_class (maq_chord_get_root (chord));
  guint tones = maq_chord_get_tones (chord);

  return ((tones << root | tones >> (12 - root)) & 0xfff)
         | 1u << maq_note_name_pitch_class (maq_chord_get_bass (chord));
}

static gboolean
in_key (const RuleContext *context,
        int                key)
{
  MaqKey song_key = maq_form_get_section (context->form, context->section)->key;
  int tonic = maq_note_name_pitch_class (song_key.tonic);

  return maq_key_scale (song_key) >> (guint) ((key - tonic + 120) % 12) & 1;
}

/* A second or sixth of the key that no tone of the chord rubs against. */
static gboolean
is_added_tone (const RuleContext *context,
               MaqChord          *chord,
               int                key)
{
  int over_root = (key - maq_note_name_pitch_class (maq_chord_get_root (chord)) + 120) % 12;
  guint tones = tones_of (chord);

  return (over_root == 2 || over_root == 9) && in_key (context, key)
         && !(tones >> (key + 1) % 12 & 1) && !(tones >> (key + 11) % 12 & 1);
}

gboolean
rules_chord_takes (const RuleContext *context,
                   MaqChord          *chord,
                   int                key)
{
  if (maq_chord_is_none (chord))
    return context->role == MAQ_ROLE_VOCAL && in_key (context, key);
  return (tones_of (chord) >> key % 12 & 1) || is_added_tone (context, chord, key);
}

/* The bass note of the chord after @index, in this section or the next; -1 for none. */
static int
next_bass (const RuleContext *context,
           guint              index)
{
  g_autofree MaqChordSpan *next = NULL;
  MaqChord *chord = NULL;
  guint n;

  if (index + 1 < context->n_chords)
    chord = context->chords[index + 1].chord;
  else if (context->section + 1 < maq_form_get_n_sections (context->form))
    {
      next = rules_dup_chords (context->form, context->section + 1, &n);
      chord = next[0].chord;
    }
  return chord == NULL || maq_chord_is_none (chord)
           ? -1 : maq_note_name_pitch_class (maq_chord_get_bass (chord));
}

/* The note that a line goes on with, or NULL. */
static const MaqNote *
next_note (const RuleContext *context,
           guint              index)
{
  for (guint i = index + 1; i < context->n_notes; i++)
    if (context->notes[i].start_ticks > context->notes[index].start_ticks)
      return &context->notes[i];
  return NULL;
}

/* A bass note on its way: no longer than a beat, not where a chord begins, a step from its aim. */
static gboolean
is_approach (const RuleContext *context,
             guint              index)
{
  const MaqNote *note = &context->notes[index];
  const MaqNote *next = next_note (context, index);
  MaqTick beat = rules_beat_ticks (context, note->start_ticks);
  guint chord = rules_chord_at (context, note->start_ticks);
  /* a part that ends there leaves the aim to who goes on */
  int target = next != NULL ? next->key : next_bass (context, chord);
  int distance = (note->key - target + 120) % 12;

  if (target < 0 || note->length_ticks > beat
      || context->chords[chord].start_ticks == note->start_ticks)
    return FALSE;
  if (next != NULL && next->start_ticks > note->start_ticks + note->length_ticks + beat)
    return FALSE;
  return distance <= 2 || distance >= 10;
}

/* A short note between the beats that is come to or left by a step of the scale. */
static gboolean
is_passing (const RuleContext *context,
            guint              index)
{
  const MaqNote *note = &context->notes[index];
  const MaqNote *next = next_note (context, index);
  const MaqNote *before = index > 0 ? note - 1 : NULL;
  guint chord = rules_chord_at (context, note->start_ticks);

  if (!in_key (context, note->key) || note->length_ticks >= MAQ_TICKS_PER_QUARTER
      || context->chords[chord].start_ticks == note->start_ticks)
    return FALSE;
  return (before != NULL && abs (note->key - before->key) <= 2)
         || (next != NULL && abs (next->key - note->key) <= 2);
}

/*
 * How many chords a note is ahead of: half a beat before a change, or a beat if it is held
 * over it, the coming chord may be played.
 */
static guint
chord_ahead (const RuleContext *context,
             const MaqNote     *note)
{
  guint index = rules_chord_at (context, note->start_ticks);
  MaqTick beat = rules_beat_ticks (context, note->start_ticks);
  const MaqChordSpan *here = &context->chords[index];
  MaqTick left = here->start_ticks + here->length_ticks - note->start_ticks;
  g_autofree MaqChordSpan *others = NULL;
  const MaqChordSpan *next = here + 1;
  guint n_others;

  if (index + 1 >= context->n_chords)
    {
      if (context->section + 1 >= maq_form_get_n_sections (context->form))
        return 0;
      next = others = rules_dup_chords (context->form, context->section + 1, &n_others);
    }
  /* at the end of the section nothing can be held over */
  if (left > beat || (left > beat / 2 && others == NULL && note->length_ticks <= left))
    return 0;
  return rules_chord_takes (context, next->chord, note->key);
}

static gboolean
is_heard (const RuleContext  *context,
          const MaqChordSpan *chord)
{
  double tempo_qpm = maq_form_get_section (context->form, context->section)->tempo_qpm;

  return maq_ticks_to_seconds ((double) chord->length_ticks, tempo_qpm) >= HEARD_SECONDS;
}

/* What is still held when a chord comes has to belong to it. */
static void
check_held (const RuleContext *context,
            const MaqNote     *note,
            guint              index)
{
  MaqTick end = note->start_ticks + note->length_ticks;

  for (guint i = index + 1; i < context->n_chords; i++)
    if (!maq_chord_equal (context->chords[i].chord, context->chords[i - 1].chord)
        && context->chords[i].start_ticks + RELEASE_TICKS < end
        && is_heard (context, &context->chords[i])
        && !rules_chord_takes (context, context->chords[i].chord, note->key)
        && (context->role != MAQ_ROLE_VOCAL || !maq_chord_is_none (context->chords[i].chord)))
      rules_report (context, RULE_HELD, note->start_ticks, "key %d is held into %s", note->key,
                    maq_chord_get_text (context->chords[i].chord));
}

void
rules_check_harmony (const RuleContext *context,
                     guint              index)
{
  const MaqNote *note = &context->notes[index];
  guint chord = rules_chord_at (context, note->start_ticks);
  guint ahead = 0;

  if (!rules_chord_takes (context, context->chords[chord].chord, note->key))
    {
      ahead = chord_ahead (context, note);
      if (ahead == 0
          && !(context->role == MAQ_ROLE_BASS && is_approach (context, index))
          && !((context->role == MAQ_ROLE_VOCAL || context->role == MAQ_ROLE_LEAD)
               && is_passing (context, index)))
        rules_report (context, RULE_NOTES, note->start_ticks,
                      "key %d of %d ticks is neither in the chord nor on the way", note->key,
                      note->length_ticks);
    }
  check_held (context, note, chord + ahead);
}

/* Whether the bass has a chord's lowest note at its start, struck there or ahead and held. */
static gboolean
states_root (const RuleContext  *context,
             const MaqChordSpan *span)
{
  int bass = maq_note_name_pitch_class (maq_chord_get_bass (span->chord));
  MaqTick beat = rules_beat_ticks (context, span->start_ticks);

  for (guint i = 0; i < context->n_notes; i++)
    {
      const MaqNote *note = &context->notes[i];

      if (note->key % 12 == bass && note->start_ticks >= span->start_ticks - beat
          && note->start_ticks <= span->start_ticks + MAX_SWING_TICKS
          && note->start_ticks + note->length_ticks > span->start_ticks)
        return TRUE;
    }
  return FALSE;
}

void
rules_check_roots (const RuleContext *context)
{
  const MaqFormSection *section = maq_form_get_section (context->form, context->section);
  MaqTick end = context->to_ticks;

  if (maq_section_get_fields (section->section)->transition == MAQ_TRANSITION_STOP)
    end = MIN (end, section->length_ticks - section->transition_ticks);
  for (guint i = 0; i < context->n_chords; i++)
    {
      const MaqChordSpan *span = &context->chords[i];

      /* a chord that says what the one before said is no change */
      if (maq_chord_is_none (span->chord) || span->start_ticks < context->from_ticks
          || span->start_ticks >= end || !is_heard (context, span)
          || (i > 0 && maq_chord_equal (span->chord, context->chords[i - 1].chord)))
        continue;
      if (!states_root (context, span))
        rules_report (context, RULE_ROOTS, span->start_ticks, "the bass does not state it");
    }
}

static gboolean
plays_chords (MaqRole role)
{
  return role >= MAQ_ROLE_ACOUSTIC_GUITAR && role <= MAQ_ROLE_BRASS;
}

typedef struct
{
  const MaqNote *note;
  MaqRole        role;
} Voice;

static GArray *
collect_voices (const RuleContext *context)
{
  GArray *voices = g_array_new (FALSE, FALSE, sizeof (Voice));

  for (guint i = 0; i < maq_performance_get_n_lanes (context->performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (context->performance, i);
      MaqPhrase *phrase = maq_lane_get_phrase (lane, context->section);
      MaqRole role = maq_layer_get_role (maq_arrangement_get_layer (context->arrangement, i));
      guint n_notes = 0;
      const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes && plays_chords (role); j++)
        if (notes[j].length_ticks >= RUB_TICKS)
          g_array_append_val (voices, ((Voice) { &notes[j], role }));
    }
  return voices;
}

static int
compare_voices_cb (gconstpointer a,
                   gconstpointer b)
{
  const Voice *left = a;
  const Voice *right = b;

  return left->note->start_ticks - right->note->start_ticks;
}

static void
check_pair (const RuleContext *context,
            const Voice       *one,
            const Voice       *other)
{
  MaqTick start = MAX (one->note->start_ticks, other->note->start_ticks);
  MaqTick end = MIN (one->note->start_ticks + one->note->length_ticks,
                     other->note->start_ticks + other->note->length_ticks);
  guint tones = 1u << one->note->key % 12 | 1u << other->note->key % 12;

  if (end - start < RUB_TICKS || abs (one->note->key - other->note->key) != 1)
    return;
  /* any chord that sounds meanwhile may ask for it */
  for (guint i = rules_chord_at (context, start); i < context->n_chords
                                                  && context->chords[i].start_ticks < end; i++)
    if (!maq_chord_is_none (context->chords[i].chord)
        && (tones_of (context->chords[i].chord) & tones) == tones)
      return;
  rules_report (context, RULE_CLASH, start, "key %d rubs against key %d of %s", one->note->key,
                other->note->key, maq_role_get_nick (other->role));
}

void
rules_check_clash (const RuleContext *context)
{
  g_autoptr (GArray) voices = NULL;

  if (context->lane > 0)
    return;
  voices = collect_voices (context);
  g_array_sort (voices, compare_voices_cb);
  for (guint i = 0; i < voices->len; i++)
    {
      const Voice *voice = &g_array_index (voices, Voice, i);
      gint32 end = voice->note->start_ticks + voice->note->length_ticks;

      for (guint j = i + 1; j < voices->len
                            && g_array_index (voices, Voice, j).note->start_ticks < end; j++)
        {
          RuleContext own = *context;

          own.role = voice->role;
          check_pair (&own, voice, &g_array_index (voices, Voice, j));
        }
    }
}
