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

/* What makes the ground. */
#define N_GROUNDS 2
static const MaqRole grounds[N_GROUNDS] = { MAQ_ROLE_BASS, MAQ_ROLE_DRUMS };

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
  MaqMeasure           *measure;
  const MaqFormSection *place;
  guint                 section;
  const MaqTurnMark    *marks;       /* of this section */
  guint                 n_marks;
  GPtrArray            *parts[N_GROUNDS];
  GPtrArray            *next_parts[N_GROUNDS];
  int                   next_levels[N_GROUNDS];
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
get_expectation (const Scene *scene,
                 int          bar)
{
  double most = 0.0;

  if (maq_section_get_kind (scene->place->section) == MAQ_SECTION_PRE_CHORUS)
    most = ramp (bar, 0, scene->place->bars, PRE_CHORUS_EXPECTATION);
  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].turn == MAQ_TURN_ANTICIPATION)
      most = MAX (most, ramp (bar, scene->marks[i].bar, scene->place->bars, MOST_EXPECTATION));
  return most;
}

/* The ids of the layers of a role. */
static GArray *
find_layers (MaqArrangement *arrangement,
             MaqRole         role)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (MaqId));

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      MaqId id = maq_layer_get_id (layer);

      if (maq_layer_get_role (layer) == role)
        g_array_append_val (ids, id);
    }
  return ids;
}

/* What layers do in a section, as far as they have parts there. */
static void
find_parts (MaqSection   *resolved,
            const GArray *layers,
            GPtrArray    *parts)
{
  g_ptr_array_set_size (parts, 0);
  for (guint i = 0; i < layers->len; i++)
    {
      MaqPart *part = maq_section_find_part (resolved, g_array_index (layers, MaqId, i));

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
}

/* The level of the loudest part in a bar; @bar below 0: anywhere in the section. */
static int
find_level (const GPtrArray *parts,
            int              bar)
{
  int level = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const MaqPartFields *fields = maq_part_get_fields (g_ptr_array_index (parts, i));

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
  double ground = 0.0;

  for (guint i = 0; i < N_GROUNDS; i++)
    {
      int missing = scene->next_levels[i] == 0
                      ? 0 : scene->next_levels[i] - find_level (scene->parts[i], bar);

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
      = get_expectation (scene, bar) + get_ground (scene, bar)
        + get_harmony (scene, spans, n_spans, bar) + get_density (scene, bar);
}

/* From the section before it on to the next; at the end nothing comes after it. */
static void
go_on (Scene      *scene,
       MaqTension *self,
       GArray    **layers,
       guint       section)
{
  const MaqTurnMark *end = (const MaqTurnMark *) (gpointer) self->marks->data + self->marks->len;

  scene->section = section;
  scene->place = maq_form_get_section (scene->form, section);
  scene->marks += scene->n_marks;
  scene->n_marks = 0;
  while (scene->marks + scene->n_marks < end && scene->marks[scene->n_marks].section == section)
    scene->n_marks++;
  for (guint i = 0; i < N_GROUNDS; i++)
    {
      GPtrArray *parts = scene->parts[i];

      scene->parts[i] = scene->next_parts[i];
      scene->next_parts[i] = parts;
      g_ptr_array_set_size (parts, 0);
      if (section == 0)
        find_parts (scene->place->section, layers[i], scene->parts[i]);
      if (section + 1 < self->n_sections)
        find_parts (maq_form_get_section (scene->form, section + 1)->section, layers[i], parts);
      scene->next_levels[i] = find_level (parts, -1);
    }
}

static void
fill (MaqTension     *self,
      MaqForm        *form,
      MaqArrangement *arrangement,
      GPtrArray      *measures)
{
  Scene scene = { .form = form, .marks = (const MaqTurnMark *) (gpointer) self->marks->data };
  GArray *layers[N_GROUNDS];

  for (guint i = 0; i < N_GROUNDS; i++)
    {
      layers[i] = find_layers (arrangement, grounds[i]);
      scene.parts[i] = g_ptr_array_new ();
      scene.next_parts[i] = g_ptr_array_new ();
    }
  for (guint i = 0; i < self->n_sections; i++)
    {
      go_on (&scene, self, layers, i);
      scene.measure = measures != NULL && i < measures->len ? g_ptr_array_index (measures, i)
                                                            : NULL;
      fill_section (self, &scene);
    }
  for (guint i = 0; i < N_GROUNDS; i++)
    {
      g_array_unref (layers[i]);
      g_ptr_array_unref (scene.parts[i]);
      g_ptr_array_unref (scene.next_parts[i]);
    }
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
  fill (self, form, arrangement, measures);
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

guint
maq_tension_get_n_sections (MaqTension *self)
{
  return self->n_sections;
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
