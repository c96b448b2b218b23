/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-band-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "maq-dice-private.h"
#include "maq-hand-private.h"
#include "maq-order-private.h"

#define SALT_PICKUP 7002

/* Standard deviation of a player's looseness, in microseconds. */
static const guint16 looseness_us[MAQ_N_ROLES] = {
  [MAQ_ROLE_DRUMS] = 1500,
  [MAQ_ROLE_PERCUSSION] = 2200,
  [MAQ_ROLE_BASS] = 2000,
  [MAQ_ROLE_ACOUSTIC_GUITAR] = 3000,
  [MAQ_ROLE_ELECTRIC_GUITAR] = 2500,
  [MAQ_ROLE_KEYS] = 2500,
  [MAQ_ROLE_ORGAN] = 2500,
  [MAQ_ROLE_PAD] = 3500,
  [MAQ_ROLE_STRINGS] = 3500,
  [MAQ_ROLE_BRASS] = 3000,
  [MAQ_ROLE_LEAD] = 3500,
  [MAQ_ROLE_VOCAL] = 4000,
  [MAQ_ROLE_TEXTURE] = 4000,
};

/* One key sounds once at a time, with time for it to come up before it is struck again; what
 * comes sooner is held on. */
static void
part_equal_keys (MaqHand *self)
{
  gint32 gap = (gint32) maq_seconds_to_ticks (0.012, self->scene->tempo_qpm);
  MaqNote *notes;
  guint last[128] = { 0 };      /* the latest note of each key, counted from 1 */
  guint kept = 0;

  maq_order_sort_notes (self->notes, 0);
  notes = (MaqNote *) (gpointer) self->notes->data;
  for (guint i = 0; i < self->notes->len; i++)
    {
      MaqNote note = notes[i];
      MaqNote *before = last[note.key] > 0 ? &notes[last[note.key] - 1] : NULL;

      if (before != NULL)
        {
          if (note.start_ticks - before->start_ticks < MAX (gap, 20))
            {
              before->length_ticks = MAX (before->length_ticks, note.start_ticks
                                          + note.length_ticks - before->start_ticks);
              continue;
            }
          before->length_ticks = MIN (before->length_ticks,
                                      MAX (note.start_ticks - gap - before->start_ticks, 1));
        }
      notes[kept++] = note;
      last[note.key] = kept;
    }
  g_array_set_size (self->notes, kept);
}

/*
 * A layer may lie further from the beat than a note's lag can say: what is left goes to the
 * ticks of the whole phrase. Where only the style says so, the section begins on the grid.
 */
static void
add_lag (MaqHand *self)
{
  gboolean is_stated = self->part->lag_ms.is_set;
  int lag_us = (int) lrint (maq_stated_or (self->part->lag_ms, self->groove.style->push_ms)
                            * 1000.0);
  int near_us = CLAMP (lag_us, -MAQ_BAND_MAX_LAG_US, MAQ_BAND_MAX_LAG_US);
  gint32 shift = (gint32) lrint (maq_seconds_to_ticks ((lag_us - near_us) / 1e6,
                                                       self->scene->tempo_qpm));

  for (guint i = 0; lag_us != 0 && i < self->notes->len; i++)
    {
      MaqNote *note = &g_array_index (self->notes, MaqNote, i);
      gint32 end = MIN (note->start_ticks + note->length_ticks + shift, (gint32) self->to_ticks);

      if (note->start_ticks == 0 && !is_stated)
        continue;
      note->start_ticks = CLAMP (note->start_ticks + shift, (gint32) MIN (self->from_ticks, 0),
                                 (gint32) self->to_ticks - 1);
      note->length_ticks = MAX (end - note->start_ticks, 1);
      note->lag_us = (gint16) CLAMP (note->lag_us + near_us, -32000, 32000);
    }
}

static guint64
hand_seed (const MaqScene    *scene,
           const MaqBandPart *part)
{
  return maq_dice_mix (maq_dice_mix (scene->song_seed, scene->seed_id), part->layer);
}

static guint
step_of_level (int       level,
               gboolean *soft_too)
{
  static const guint8 steps[] = { 0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4 };

  level = CLAMP (level, 0, 10);
  *soft_too = level > 0 && steps[level - 1] == steps[level];
  return steps[level];
}

/* What a section of this kind plays instead of the patterns, if the style has it. */
static MaqPatternKind
pattern_kind (MaqStyle       *style,
              MaqRole         role,
              MaqSectionKind  section)
{
  MaqPatternKind kind = MAQ_PATTERN_GROOVE;

  if (section == MAQ_SECTION_BREAKDOWN)
    kind = MAQ_PATTERN_BREAK;
  else if (section == MAQ_SECTION_BUILD)
    kind = MAQ_PATTERN_BUILD;
  else if (section == MAQ_SECTION_DROP)
    kind = MAQ_PATTERN_DROP;
  return maq_style_get_n_patterns (style, role, kind) > 0 ? kind : MAQ_PATTERN_GROOVE;
}

static void
open_groove (MaqHand *self)
{
  const MaqBandPart *part = self->part;
  const MaqScene *scene = self->scene;
  double swing = part->swing > 0.0 ? part->swing : part->style->swing;

  self->groove.scene = scene;
  self->groove.style = part->style;
  self->groove.role = maq_groove_role (part->style, part->role);
  self->groove.kind = pattern_kind (part->style, self->groove.role, scene->kind);
  self->groove.phase = part->phase;
  self->groove.pattern = part->pattern;
  self->groove.seed = self->seed;
  self->groove.step = step_of_level (part->level, &self->groove.soft_too);
  self->groove.swing = CLAMP (swing / 100.0, 0.5, 0.75);
  self->groove.rise_ticks = maq_scene_length (scene);
  if (scene->kind == MAQ_SECTION_BUILD && scene->n_bars > 1)
    self->groove.rise_ticks = scene->bar_starts[scene->n_bars / 2];
  else if (scene->transition == MAQ_TRANSITION_RISER)
    self->groove.rise_ticks = maq_scene_length (scene) - scene->transition_ticks;
}

/* Bars that a part has to have before its last one is left to ring. */
#define MIN_BARS_TO_RING 3

/* How the part leaves: with the section, or before it. */
static void
plan_exit (MaqHand *self)
{
  const MaqScene *scene = self->scene;
  guint n_bars = self->end_bar - self->first_bar;
  MaqTransition transition = scene->transition;

  self->to_ticks = maq_scene_limit (scene, scene->bar_starts[self->end_bar]);
  self->ring_bar = -1;
  if (transition == MAQ_TRANSITION_STOP)
    self->to_ticks = MIN (self->to_ticks, maq_scene_length (scene) - scene->transition_ticks);
  if (self->end_bar < scene->n_bars)
    {
      if (n_bars >= MIN_BARS_TO_RING)
        self->ring_bar = (int) self->end_bar - 1;
    }
  else if (transition == MAQ_TRANSITION_RING_OUT
           || (scene->is_last && transition == MAQ_TRANSITION_FILL && n_bars > 1))
    self->ring_bar = (int) self->end_bar - 1;
}

/* Where the part begins and ends. */
static gboolean
open_window (MaqHand *self)
{
  const MaqScene *scene = self->scene;
  int exit_bar = self->part->exit_bar;

  if (exit_bar <= 0 || exit_bar > (int) scene->n_bars)
    exit_bar = (int) scene->n_bars;
  if (self->part->entry_bar >= exit_bar)
    return FALSE;
  self->first_bar = (guint) MAX (self->part->entry_bar, 0);
  self->end_bar = (guint) exit_bar;
  self->entry_ticks = maq_scene_limit (scene, scene->bar_starts[self->first_bar]);
  self->from_ticks = self->entry_ticks;
  self->line_key = -1;
  plan_exit (self);
  return self->to_ticks > self->from_ticks;
}

/* The beats before an entry inside the section, so that it is heard to be meant. */
static void
lay_pickup (MaqHand *self)
{
  MaqStyle *style = self->groove.style;
  guint n = maq_style_get_n_patterns (style, self->groove.role, MAQ_PATTERN_PICKUP);
  const MaqStylePattern *pickup;
  guint bar = self->first_bar - 1;
  guint kept = 0;

  if (n == 0)
    return;
  pickup = maq_style_get_pattern (style, self->groove.role, MAQ_PATTERN_PICKUP,
                                  maq_dice_below (self->seed, SALT_PICKUP, n));
  maq_groove_lay_pattern (&self->groove, pickup, 0, bar, self->hits);
  self->from_ticks = MIN (maq_groove_tail_start (&self->groove, pickup, bar), self->entry_ticks);
  for (guint i = 0; i < self->hits->len; i++)
    {
      MaqHit hit = g_array_index (self->hits, MaqHit, i);

      if (hit.start_ticks >= self->from_ticks && hit.start_ticks < self->entry_ticks)
        g_array_index (self->hits, MaqHit, kept++) = hit;
    }
  g_array_set_size (self->hits, kept);
}

/* The build takes the place of what else would be played before a riser ends. */
static void
lay_riser (MaqHand *self)
{
  if (self->scene->transition != MAQ_TRANSITION_RISER || self->end_bar < self->scene->n_bars
      || self->groove.kind == MAQ_PATTERN_BUILD
      || maq_style_get_n_patterns (self->groove.style, self->groove.role, MAQ_PATTERN_BUILD) == 0)
    return;
  maq_hand_cut (self->hits, self->groove.rise_ticks);
  maq_groove_lay_rise (&self->groove, MAX (self->groove.rise_ticks, self->entry_ticks),
                       self->hits);
}

static void
lay_ring (MaqHand *self)
{
  const MaqStylePattern *ending
    = maq_style_get_pattern (self->groove.style, self->groove.role, MAQ_PATTERN_ENDING, 0);
  MaqTick ring_ticks = self->scene->bar_starts[self->ring_bar];

  maq_hand_cut (self->hits, ring_ticks + (maq_role_is_drums (self->part->role) ? 1 : 0));
  if (ending != NULL)
    maq_groove_lay_pattern (&self->groove, ending, 0, (guint) self->ring_bar, self->hits);
}

static void
lay_hits (MaqHand *self)
{
  if (self->first_bar > 0)
    lay_pickup (self);
  maq_groove_lay (&self->groove, self->first_bar, self->end_bar, self->hits);
  lay_riser (self);
  if (self->ring_bar >= 0)
    lay_ring (self);
  maq_order_sort_hits (self->hits);
  if (maq_marks_obey (self, self->first_bar, self->end_bar, self->hits))
    maq_order_sort_hits (self->hits);
  maq_hand_cut (self->hits, self->to_ticks);
}

static void
play_role (MaqHand *self)
{
  switch (self->part->role)
    {
    case MAQ_ROLE_DRUMS:
    case MAQ_ROLE_PERCUSSION:
      maq_play_drums (self);
      break;
    case MAQ_ROLE_BASS:
      maq_play_bass (self);
      break;
    case MAQ_ROLE_LEAD:
    case MAQ_ROLE_VOCAL:
    case MAQ_ROLE_TEXTURE:
      maq_play_tune (self);
      break;
    default:
      if (self->part->motif != NULL)
        maq_play_tune (self);
      else
        maq_play_chords (self);
      break;
    }
}

/* The style's own pitches, for keys with the third that they are meant for. */
static MaqPhrase *
tune_phrase (const MaqHand *self,
             MaqPhrase     *phrase)
{
  const MaqStyle *style = self->groove.style;
  MaqKey key = self->scene->key;
  guint tuning = maq_key_scale (key) >> 4 & 1 ? MAQ_STYLE_TUNING_MAJOR : MAQ_STYLE_TUNING_MINOR;
  guint tonic = (guint) maq_note_name_pitch_class (key.tonic);
  gint8 cents[12];
  MaqPhrase *tuned;

  if (!style->has_tuning[tuning] || maq_role_is_drums (self->part->role))
    return phrase;
  for (guint i = 0; i < 12; i++)
    cents[(tonic + i) % 12] = style->tunings[tuning][i];
  tuned = maq_phrase_with_tuning (phrase, cents);
  maq_phrase_unref (phrase);
  return tuned;
}

MaqPhrase *
maq_band_play (const MaqScene    *scene,
               const MaqBandPart *part)
{
  g_autoptr (GArray) hits = g_array_sized_new (FALSE, FALSE, sizeof (MaqHit), 512);
  g_autoptr (GArray) notes = g_array_sized_new (FALSE, FALSE, sizeof (MaqNote), 1024);
  MaqHand self = { .scene = scene, .part = part, .hits = hits, .notes = notes };

  self.instrument = maq_instrument_of_role (part->role);
  self.seed = hand_seed (scene, part);
  self.looseness_us = maq_stated_or (part->looseness, part->style->looseness)
                      / MAQ_STYLE_LOOSENESS * looseness_us[part->role];
  if (part->level <= 0 || !open_window (&self))
    return NULL;
  open_groove (&self);
  lay_hits (&self);
  play_role (&self);
  add_lag (&self);
  part_equal_keys (&self);
  if (notes->len == 0)
    return NULL;
  return tune_phrase (&self, maq_phrase_new ((const MaqNote *) (gpointer) notes->data, notes->len,
                                             part->bank, part->program));
}
