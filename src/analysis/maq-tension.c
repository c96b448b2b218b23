/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-tension.h"

#include <stdlib.h>

#include "maq-limits.h"

#define MOST_EXPECTATION 4.0
#define PRE_CHORUS_EXPECTATION 2.0
#define GROUND_SHARE 1.5
#define DISTANCE_SHARE 1.5
#define UNREST_SHARE 0.5
#define MORE_ONSETS 2.0

#define FURTHEST_FIFTHS 6

struct _MaqTension
{
  GArray *marks;
  guint   n_sections;
  guint  *firsts;      /* the index of each section's first bar, and the end */
  double *bars;
};

/* What the bars of a section are looked at with. */
typedef struct
{
  MaqForm              *form;
  MaqArrangement       *arrangement;
  MaqMeasure           *measure;
  const MaqFormSection *place;
  guint                 section;
} Scene;

/* From 0 where an anticipation begins evenly to all of it at the end of the section. */
static double
ramp (int bar,
      int first,
      int bars,
      double most)
{
  return bar < first ? 0.0 : most * (bar - first + 1) / (bars - first);
}

static double
get_expectation (const Scene  *scene,
                 const GArray *marks,
                 int           bar)
{
  double most = 0.0;

  if (maq_section_get_kind (scene->place->section) == MAQ_SECTION_PRE_CHORUS)
    most = ramp (bar, 0, scene->place->bars, PRE_CHORUS_EXPECTATION);
  for (guint i = 0; i < marks->len; i++)
    {
      const MaqTurnMark *mark = &g_array_index (marks, MaqTurnMark, i);

      if (mark->section == scene->section && mark->turn == MAQ_TURN_ANTICIPATION)
        most = MAX (most, ramp (bar, mark->bar, scene->place->bars, MOST_EXPECTATION));
    }
  return most;
}

/* The level of the loudest layer of a role in a bar; @bar below 0: anywhere in the section. */
static int
find_level (const Scene *scene,
            guint        section,
            MaqRole      role,
            int          bar)
{
  MaqSection *resolved = maq_form_get_section (scene->form, section)->section;
  int level = 0;

  for (guint i = 0; i < maq_arrangement_get_n_layers (scene->arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (scene->arrangement, i);
      const MaqPartFields *fields;
      MaqPart *part;

      if (maq_layer_get_role (layer) != role)
        continue;
      part = maq_section_find_part (resolved, maq_layer_get_id (layer));
      if (part == NULL)
        continue;
      fields = maq_part_get_fields (part);
      if (bar < 0 || (bar >= fields->entry_bar && (fields->exit_bar == 0
                                                   || bar < fields->exit_bar)))
        level = MAX (level, fields->level);
    }
  return level;
}

static double
get_ground (const Scene *scene,
            int          bar)
{
  static const MaqRole roles[] = { MAQ_ROLE_BASS, MAQ_ROLE_DRUMS };
  double ground = 0.0;

  if (scene->section + 1 >= maq_form_get_n_sections (scene->form))
    return 0.0;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      int missing = find_level (scene, scene->section + 1, roles[i], -1)
                    - find_level (scene, scene->section, roles[i], bar);

      ground += GROUND_SHARE * MAX (missing, 0) / MAQ_LEVEL_MAX;
    }
  return ground;
}

/* Steps between two pitch classes on the circle of fifths. */
static int
count_fifths (int semitones)
{
  int fifths = ((semitones * 7) % 12 + 12) % 12;

  return MIN (fifths, 12 - fifths);
}

static double
get_chord_tension (MaqChord *chord,
                   MaqKey    key)
{
  int third = maq_chord_get_third (chord);
  double tension = 0.0;
  int semitones;

  if (maq_chord_is_none (chord))
    return 0.0;
  semitones = maq_note_name_pitch_class (maq_chord_get_root (chord))
              - maq_note_name_pitch_class (key.tonic);
  if (maq_key_is_set (key))
    tension = DISTANCE_SHARE * count_fifths (semitones) / FURTHEST_FIFTHS;
  if (third == 2 || third == 5 || maq_chord_get_fifth (chord) == 6
      || (third == 4 && maq_chord_get_seventh (chord) == 10))
    tension += UNREST_SHARE;
  return tension;
}

/* The mean of the chords in a bar, by how long they sound there. */
static double
get_harmony (const Scene        *scene,
             const MaqChordSpan *spans,
             guint               n_spans,
             int                 bar)
{
  MaqTick start = maq_form_get_bar_start (scene->form, scene->section, bar);
  MaqTick end = maq_form_get_bar_start (scene->form, scene->section, bar + 1);
  double sum = 0.0;

  for (guint i = 0; i < n_spans && end > start; i++)
    {
      MaqTick from = MAX (spans[i].start_ticks, start);
      MaqTick to = MIN (spans[i].start_ticks + spans[i].length_ticks, end);

      if (to > from)
        sum += get_chord_tension (spans[i].chord, scene->place->key) * (double) (to - from);
    }
  return end > start ? sum / (double) (end - start) : 0.0;
}

static double
get_density (const Scene *scene,
             int          bar)
{
  double more;

  if (scene->measure == NULL || bar >= (int) maq_measure_get_n_bars (scene->measure))
    return 0.0;
  more = maq_measure_get_bar (scene->measure, (guint) bar)->onsets_per_second
         - maq_measure_get_bar (scene->measure, 0)->onsets_per_second;
  return CLAMP (more / MORE_ONSETS, 0.0, 1.0);
}

static void
fill_section (MaqTension  *self,
              const Scene *scene)
{
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (scene->form, scene->section, &n_spans);

  for (int bar = 0; bar < scene->place->bars; bar++)
    self->bars[self->firsts[scene->section] + (guint) bar]
      = get_expectation (scene, self->marks, bar) + get_ground (scene, bar)
        + get_harmony (scene, spans, n_spans, bar) + get_density (scene, bar);
}

MaqTension *
maq_tension_new (MaqForm        *form,
                 MaqArrangement *arrangement,
                 GPtrArray      *measures)
{
  MaqTension *self = g_atomic_rc_box_new0 (MaqTension);
  guint n_bars = 0;

  self->n_sections = maq_form_get_n_sections (form);
  self->marks = maq_turn_find (form, arrangement, measures);
  self->firsts = g_new0 (guint, self->n_sections + 1);
  for (guint i = 0; i < self->n_sections; i++)
    {
      n_bars += (guint) maq_form_get_section (form, i)->bars;
      self->firsts[i + 1] = n_bars;
    }
  self->bars = g_new0 (double, n_bars);
  for (guint i = 0; i < self->n_sections; i++)
    {
      const Scene scene = { form, arrangement,
                            measures != NULL && i < measures->len ? g_ptr_array_index (measures, i)
                                                                  : NULL,
                            maq_form_get_section (form, i), i };

      fill_section (self, &scene);
    }
  return self;
}

MaqTension *
maq_tension_ref (MaqTension *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MaqTension *self = data;

  g_array_unref (self->marks);
  g_free (self->firsts);
  g_free (self->bars);
}

void
maq_tension_unref (MaqTension *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

double
maq_tension_get_bar (MaqTension *self,
                     guint       section,
                     int         bar)
{
  if (section >= self->n_sections || bar < 0
      || (guint) bar >= self->firsts[section + 1] - self->firsts[section])
    return 0.0;
  return self->bars[self->firsts[section] + (guint) bar];
}

double
maq_tension_get_section (MaqTension *self,
                         guint       section)
{
  double sum = 0.0;
  guint n_bars;

  g_return_val_if_fail (section < self->n_sections, 0.0);

  n_bars = self->firsts[section + 1] - self->firsts[section];
  for (guint i = 0; i < n_bars; i++)
    sum += self->bars[self->firsts[section] + i];
  return n_bars == 0 ? 0.0 : sum / n_bars;
}

guint
maq_tension_get_n_marks (MaqTension *self)
{
  return self->marks->len;
}

const MaqTurnMark *
maq_tension_get_mark (MaqTension *self,
                      guint       index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, MaqTurnMark, index);
}
