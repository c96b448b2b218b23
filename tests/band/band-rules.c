/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "band-rules.h"

#include <math.h>
#include <stdlib.h>

#include "maq-instrument.h"

/* A change between the beats swings with them. */
#define MAX_SWING_TICKS 240

static guint
chord_index_at (const RuleContext *context,
                MaqTick            ticks)
{
  guint index = 0;

  while (index + 1 < context->n_chords && context->chords[index + 1].start_ticks <= ticks)
    index++;
  return index;
}

static gboolean
in_chord (MaqChord *chord,
          int       key)
{
  int root = maq_note_name_pitch_class (maq_chord_get_root (chord));

  return key % 12 == maq_note_name_pitch_class (maq_chord_get_bass (chord))
         || (maq_chord_get_tones (chord) >> (guint) ((key - root + 120) % 12) & 1);
}

static gboolean
in_key (const RuleContext *context,
        int                key)
{
  MaqKey song_key = maq_form_get_section (context->form, context->section)->key;
  int tonic = maq_note_name_pitch_class (song_key.tonic);

  return maq_key_scale (song_key) >> (guint) ((key - tonic + 120) % 12) & 1;
}

/* The bass note that follows the chord at @index, in this section or the next; -1 for none. */
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
      next = maq_form_dup_chords (context->form, context->section + 1, &n);
      chord = next[0].chord;
    }
  if (chord == NULL || maq_chord_is_none (chord))
    return -1;
  return maq_note_name_pitch_class (maq_chord_get_bass (chord));
}

/* The bass may lead by a step or half a step into the root that comes within a beat. */
static gboolean
is_approach (const RuleContext *context,
             const MaqNote     *note,
             guint              index)
{
  const MaqChordSpan *chord = &context->chords[index];
  MaqTick left = chord->start_ticks + chord->length_ticks - note->start_ticks;
  int target = next_bass (context, index);
  int distance;

  if (target < 0 || left > 3 * MAQ_TICKS_PER_QUARTER / 2)
    return FALSE;
  distance = (note->key - target + 120) % 12;
  return distance <= 2 || distance >= 10;
}

gboolean
rules_allow_note (const RuleContext *context,
                  const MaqNote     *note,
                  const MaqNote     *before)
{
  guint index = chord_index_at (context, note->start_ticks);
  MaqChord *chord = context->chords[index].chord;

  if (maq_chord_is_none (chord))
    return context->role == MAQ_ROLE_VOCAL && in_key (context, note->key);
  if (in_chord (chord, note->key))
    return TRUE;
  if (context->role == MAQ_ROLE_BASS)
    return is_approach (context, note, index);
  if (context->role != MAQ_ROLE_VOCAL && context->role != MAQ_ROLE_LEAD)
    return FALSE;
  return in_key (context, note->key) && before != NULL && abs (note->key - before->key) <= 2
         && note->length_ticks < MAQ_TICKS_PER_QUARTER;
}

static void
complain (const RuleContext *context,
          const MaqNote     *note,
          const char        *what)
{
  MaqChord *chord = context->chords[chord_index_at (context, note->start_ticks)].chord;

  g_test_message ("%s, section %u, tick %d, length %d, key %d over %s: %s",
                  maq_role_get_nick (context->role), context->section, note->start_ticks,
                  note->length_ticks, note->key, maq_chord_get_text (chord), what);
  g_test_fail ();
}

/* What is still held when a chord comes has to belong to it. */
static void
check_held (const RuleContext *context,
            const MaqNote     *note)
{
  MaqTick end = note->start_ticks + note->length_ticks;

  for (guint i = chord_index_at (context, note->start_ticks) + 1; i < context->n_chords; i++)
    if (!maq_chord_equal (context->chords[i].chord, context->chords[i - 1].chord)
        && context->chords[i].start_ticks + 60 < end
        && (maq_chord_is_none (context->chords[i].chord)
              ? context->role != MAQ_ROLE_VOCAL
              : !in_chord (context->chords[i].chord, note->key)))
      complain (context, note, "is held into a chord that does not have it");
}

static void
check_note (const RuleContext *context,
            const MaqNote     *note,
            const MaqNote     *before)
{
  const MaqInstrument *instrument = maq_instrument_of_role (context->role);
  MaqTick length = maq_form_get_section (context->form, context->section)->length_ticks;

  if (note->key < instrument->low_key || note->key > instrument->high_key)
    complain (context, note, "is outside the instrument's range");
  if (note->start_ticks < 0 || note->start_ticks >= length)
    complain (context, note, "begins outside the section");
  if (note->start_ticks + note->length_ticks > length)
    complain (context, note, "is longer than the part");
  if (note->length_ticks <= 0)
    complain (context, note, "has no length");
  if (note->start_ticks == 0 && context->lag_ms == 0.0
      && context->role != MAQ_ROLE_ACOUSTIC_GUITAR && context->role != MAQ_ROLE_ELECTRIC_GUITAR
      && abs (note->lag_us) > 3000)
    complain (context, note, "is off the grid at the start of the section");
  /* a layer that lies far from the beat keeps the chords of the beat */
  if (maq_role_is_drums (context->role) || fabs (context->lag_ms) > 15.0)
    return;
  if (!rules_allow_note (context, note, before))
    complain (context, note, "is neither in the chord nor on the way");
  check_held (context, note);
}

static void
check_roots (const RuleContext *context,
             MaqPhrase         *phrase)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);

  for (guint i = 0; i < context->n_chords; i++)
    {
      const MaqChordSpan *span = &context->chords[i];
      int bass = maq_note_name_pitch_class (maq_chord_get_bass (span->chord));
      gboolean found = maq_chord_is_none (span->chord);
      MaqNote wanted = { (gint32) span->start_ticks, 1, 0, 0, 0 };

      /* a chord that says what the one before said is no change */
      if (i > 0 && maq_chord_equal (span->chord, context->chords[i - 1].chord))
        continue;
      for (guint j = 0; j < n_notes && !found; j++)
        found = notes[j].start_ticks >= span->start_ticks
                && notes[j].start_ticks <= span->start_ticks + MAX_SWING_TICKS
                && notes[j].key % 12 == bass;
      if (!found)
        complain (context, &wanted, "the bass does not state the chord");
    }
}

/* One key sounds once at a time. */
static void
check_overlaps (const RuleContext *context,
                const MaqNote     *notes,
                guint              n_notes)
{
  gint32 ends[128] = { 0 };

  for (guint i = 0; i < n_notes; i++)
    {
      if (notes[i].start_ticks < ends[notes[i].key])
        complain (context, &notes[i], "sounds while the same key is still down");
      ends[notes[i].key] = notes[i].start_ticks + notes[i].length_ticks;
    }
}

static void
check_phrase (const RuleContext *context,
              MaqPhrase         *phrase,
              gboolean           is_free)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);

  for (guint i = 0; i < n_notes; i++)
    check_note (context, &notes[i], i > 0 ? &notes[i - 1] : NULL);
  check_overlaps (context, notes, n_notes);
  if (context->role == MAQ_ROLE_BASS && is_free && fabs (context->lag_ms) <= 15.0)
    check_roots (context, phrase);
}

void
rules_check (MaqSong        *song,
             MaqPerformance *performance)
{
  MaqArrangement *arrangement = maq_song_get_current (song);
  g_autoptr (MaqForm) form = maq_form_new (song, arrangement);
  RuleContext context = { .form = form, .performance = performance };

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      MaqSection *section = maq_form_get_section (form, i)->section;
      MaqTransition transition = maq_section_get_fields (section)->transition;
      g_autofree MaqChordSpan *chords = maq_form_dup_chords (form, i, &context.n_chords);

      context.section = i;
      context.chords = chords;
      for (guint j = 0; j < maq_performance_get_n_lanes (performance); j++)
        {
          MaqPhrase *phrase = maq_lane_get_phrase (maq_performance_get_lane (performance, j), i);
          MaqLayer *layer = maq_arrangement_get_layer (arrangement, j);
          MaqPart *part = maq_section_find_part (section, maq_layer_get_id (layer));

          context.role = maq_layer_get_role (layer);
          context.lag_ms
            = maq_stated_or (maq_layer_get_fields (layer)->lag_ms,
                             maq_stated_or (maq_song_get_fields (song)->lag_ms, 0.0));
          if (phrase != NULL)
            check_phrase (&context, phrase,
                          transition != MAQ_TRANSITION_STOP
                            && maq_part_get_fields (part)->entry_bar == 0
                            && maq_part_get_fields (part)->exit_bar == 0);
        }
    }
}
