/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-turn.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-limits.h"

/* So much more in the last bars is a rise, */
#define RISE 0.7
#define RISE_BARS 2
/* and so much more or less in the next section is a change that wants preparation. */
#define CHANGE 2.0

/* What has come so often is expected. */
#define HABIT 2
#define SHORTER_BARS 2

/* All levels that are possible come to this energy, where nothing is measured. */
#define ALL_LEVELS 6.0

#define FIFTH 7

/* What has been the same so far, or not. */
typedef struct
{
  int      usual;
  int      n_before;
  gboolean is_broken;
} Habit;

typedef struct
{
  MaqForm   *form;
  GPtrArray *measures;
  GArray    *marks;
  guint      n_sections;
  double    *energies;
  gboolean  *promises;                      /* whether the end of a section promises anything */
  Habit      successors[MAQ_N_SECTION_KINDS];  /* kinds, by the kind before */
  Habit      lengths[MAQ_N_SECTION_KINDS];     /* bars, by kind */
} Finder;

static MaqMeasure *
get_measure (GPtrArray *measures,
             guint      section)
{
  return measures == NULL || section >= measures->len ? NULL
                                                      : g_ptr_array_index (measures, section);
}

/* Measured, or where nothing is measured what the levels make likely. */
static double
find_energy (Finder *self,
             guint   section,
             guint   n_layers)
{
  MaqMeasure *measure = get_measure (self->measures, section);
  MaqSection *resolved = maq_form_get_section (self->form, section)->section;
  guint n_parts = maq_section_get_n_parts (resolved);
  int sum = 0;

  if (measure != NULL)
    return maq_measure_get_whole (measure)->energy;
  for (guint i = 0; i < n_parts; i++)
    sum += maq_part_get_level (maq_section_get_part (resolved, i));
  return n_layers == 0 ? 0.0 : ALL_LEVELS * sum / (double) (MAQ_LEVEL_MAX * n_layers);
}

static double
get_energy (Finder *self,
            guint   section)
{
  return self->energies[section];
}

static const MaqSectionFields *
get_fields (Finder *self,
            guint   section)
{
  return maq_section_get_fields (maq_form_get_section (self->form, section)->section);
}

static void
add (Finder       *self,
     MaqTurn       turn,
     MaqTurnCause  cause,
     guint         section,
     int           bar)
{
  const MaqTurnMark mark = { turn, cause, section, MAX (bar, 0) };

  g_array_append_val (self->marks, mark);
  if (turn == MAQ_TURN_ANTICIPATION)
    self->promises[section] = TRUE;
}

static MaqChord *
get_chord (MaqForm  *form,
           guint     section,
           gboolean  is_last,
           MaqTick  *start,
           MaqTick  *length,
           gboolean *is_held)
{
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, section, &n_spans);
  const MaqChordSpan *span = n_spans == 0 ? NULL : &spans[is_last ? n_spans - 1 : 0];

  if (span == NULL || maq_chord_is_none (span->chord))
    return NULL;
  *start = span->start_ticks;
  *length = span->length_ticks;
  *is_held = span->mark == MAQ_CHORD_MARK_HOLD;
  return span->chord;
}

static gboolean
begins_on_tonic (Finder *self,
                 guint   section)
{
  MaqKey key = maq_form_get_section (self->form, section)->key;
  MaqTick start, length;
  gboolean is_held;
  MaqChord *chord = get_chord (self->form, section, FALSE, &start, &length, &is_held);

  return chord != NULL && maq_key_is_set (key)
         && maq_note_name_pitch_class (maq_chord_get_root (chord))
              == maq_note_name_pitch_class (key.tonic);
}

/* The bar in which a dominant begins that the next first chord resolves; below 0: none. */
static int
find_dominant (Finder *self,
               guint   section)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqKey key = maq_form_get_section (self->form, section + 1)->key;
  MaqTick start = 0, length = 0;
  gboolean is_held = FALSE;
  MaqChord *chord = get_chord (self->form, section, TRUE, &start, &length, &is_held);
  int root;

  if (chord == NULL || !begins_on_tonic (self, section + 1) || maq_chord_get_third (chord) == 3)
    return -1;
  root = maq_note_name_pitch_class (maq_chord_get_root (chord));
  if ((root - maq_note_name_pitch_class (key.tonic) + 24) % 12 != FIFTH
      || (!is_held && length < place->length_ticks / MAX (place->bars, 1)))
    return -1;
  return maq_form_find_ticks (self->form, place->start_ticks + start).bar;
}

/* Whether the last bars have more than those before them. */
static gboolean
rises (Finder *self,
       guint   section)
{
  MaqMeasure *measure = get_measure (self->measures, section);
  int n_bars = measure == NULL ? 0 : (int) maq_measure_get_n_bars (measure);
  double before = 0.0;
  double last = 0.0;

  if (n_bars < 2 * RISE_BARS)
    return FALSE;
  for (int i = 0; i < n_bars; i++)
    {
      double energy = maq_measure_get_bar (measure, (guint) i)->energy;

      if (i < n_bars - RISE_BARS)
        before += energy / (n_bars - RISE_BARS);
      else
        last += energy / RISE_BARS;
    }
  return last - before >= RISE && get_energy (self, section + 1) >= last;
}

static gboolean
is_stop (const MaqSectionFields *fields)
{
  return fields->transition == MAQ_TRANSITION_STOP || fields->dynamics == MAQ_DYNAMICS_DROP_OUT;
}

/* What the end of a section promises of the next. */
static void
find_promises (Finder *self,
               guint   section)
{
  const MaqSectionFields *fields = get_fields (self, section);
  int bars = maq_form_get_section (self->form, section)->bars;
  gboolean is_bigger = get_energy (self, section + 1) > get_energy (self, section);
  int dominant = find_dominant (self, section);

  if (fields->kind == MAQ_SECTION_BUILD)
    add (self, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_BUILD, section, 0);
  if (fields->dynamics == MAQ_DYNAMICS_SWELL)
    add (self, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_RISER, section, 0);
  else if (fields->transition == MAQ_TRANSITION_RISER
           || fields->transition == MAQ_TRANSITION_ACCELERANDO)
    add (self, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_RISER, section, bars - 1);
  if (rises (self, section))
    add (self, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_RISE, section, bars - RISE_BARS);
  if (dominant >= 0)
    add (self, MAQ_TURN_ANTICIPATION, MAQ_TURN_CAUSE_DOMINANT, section, dominant);
  if (is_stop (fields))
    add (self, is_bigger ? MAQ_TURN_ANTICIPATION : MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_STOP,
         section, bars - 1);
}

static void
grow (Habit *habit,
      int    value)
{
  habit->is_broken |= habit->n_before > 0 && value != habit->usual;
  habit->usual = value;
  habit->n_before++;
}

static gboolean
is_grown (const Habit *habit)
{
  return habit->n_before >= HABIT && !habit->is_broken;
}

/* What comes after a kind of section has always been the same kind, and now is not. */
static gboolean
breaks_habit (Finder *self,
              guint   section)
{
  const Habit *habit = &self->successors[get_fields (self, section - 1)->kind];

  return is_grown (habit) && (int) get_fields (self, section)->kind != habit->usual;
}

/* Others of its kind before it were all of one length, and it ends earlier. */
static gboolean
ends_early (Finder *self,
            guint   section)
{
  const Habit *habit = &self->lengths[get_fields (self, section)->kind];

  return is_grown (habit) &&
         maq_form_get_section (self->form, section)->bars <= habit->usual - SHORTER_BARS;
}

/* What comes after it is used to it. */
static void
remember (Finder *self,
          guint   section)
{
  MaqSectionKind kind = get_fields (self, section)->kind;

  grow (&self->lengths[kind], maq_form_get_section (self->form, section)->bars);
  if (section > 0)
    grow (&self->successors[get_fields (self, section - 1)->kind], (int) kind);
}

/* How what was promised comes, or something else. */
static void
find_arrival (Finder *self,
              guint   section)
{
  double change = get_energy (self, section) - get_energy (self, section - 1);
  MaqSectionKind kind = get_fields (self, section)->kind;
  gboolean is_goal = kind == MAQ_SECTION_CHORUS || kind == MAQ_SECTION_DROP;

  if (self->promises[section - 1])
    {
      if (change >= 0.0 && (is_goal || begins_on_tonic (self, section)))
        add (self, MAQ_TURN_RESOLUTION, MAQ_TURN_CAUSE_ARRIVAL, section, 0);
    }
  else if (fabs (change) >= CHANGE)
    add (self, MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_CHANGE, section, 0);
  if (breaks_habit (self, section))
    add (self, MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_KIND, section, 0);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  static const int ranks[MAQ_N_TURNS] = { 2, 0, 1 };
  const MaqTurnMark *left = a;
  const MaqTurnMark *right = b;

  if (left->section != right->section)
    return left->section < right->section ? -1 : 1;
  if (left->bar != right->bar)
    return left->bar - right->bar;
  if (left->turn != right->turn)
    return ranks[left->turn] - ranks[right->turn];
  return (int) left->cause - (int) right->cause;
}

GArray *
maq_turn_find (MaqForm        *form,
               MaqArrangement *arrangement,
               GPtrArray      *measures)
{
  Finder self = { form, measures, g_array_new (FALSE, FALSE, sizeof (MaqTurnMark)),
                  maq_form_get_n_sections (form) };
  g_autofree double *energies = g_new (double, self.n_sections + 1);
  g_autofree gboolean *promises = g_new0 (gboolean, self.n_sections + 1);

  self.energies = energies;
  self.promises = promises;
  for (guint i = 0; i < self.n_sections; i++)
    energies[i] = find_energy (&self, i, maq_arrangement_get_n_layers (arrangement));
  for (guint i = 0; i + 1 < self.n_sections; i++)
    find_promises (&self, i);
  for (guint i = 0; i < self.n_sections; i++)
    {
      if (i > 0)
        find_arrival (&self, i);
      if (i > 0 && i + 1 < self.n_sections && ends_early (&self, i))
        add (&self, MAQ_TURN_SURPRISE, MAQ_TURN_CAUSE_LENGTH, i,
             maq_form_get_section (form, i)->bars - 1);
      remember (&self, i);
    }
  g_array_sort (self.marks, compare_marks);
  return self.marks;
}

static const char *
get_cause (MaqTurnCause cause)
{
  static const char *const causes[MAQ_N_TURN_CAUSES] = {
    N_("it builds up"),
    N_("it rises into what comes"),
    N_("the last bars have more energy"),
    N_("the dominant waits for its tonic"),
    N_("silence before the downbeat"),
    N_("unprepared, much more or less energy"),
    N_("another section than usual"),
    N_("it ends earlier than usual"),
    N_("what was promised arrives"),
  };

  return _(causes[cause]);
}

char *
maq_turn_mark_dup_text (const MaqTurnMark *self)
{
  switch (self->turn)
    {
    case MAQ_TURN_SURPRISE:
      return g_strdup_printf (_("Surprise: %s"), get_cause (self->cause));
    case MAQ_TURN_RESOLUTION:
      return g_strdup_printf (_("Resolution: %s"), get_cause (self->cause));
    case MAQ_TURN_ANTICIPATION:
    default:
      return g_strdup_printf (_("Anticipation: %s"), get_cause (self->cause));
    }
}
