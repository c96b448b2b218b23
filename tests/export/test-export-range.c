/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is handed on of some sections is what the whole has there, bar by bar and note by note. */

#include <string.h>

#include "maq-arc-shape.h"
#include "maq-export-kinds.h"
#include "maq-export-text.h"
#include "sound-test.h"

#define N_SONGS 60

typedef struct
{
  MaqHandoff *whole;
  MaqHandoff *range;
  guint       first;
  guint       n_sections;
} Fixture;

static void
clear (Fixture *self)
{
  maq_handoff_unref (self->whole);
  maq_handoff_unref (self->range);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static Fixture
make (GRand *rand)
{
  g_autoptr(MaqHandoff) any = export_test_any (rand);
  MaqArrangement *arrangement = maq_handoff_get_arrangement (any);
  gint32 n_sections = (gint32) maq_arrangement_get_n_sections (arrangement);
  Fixture self = { maq_handoff_ref (any) };

  if (n_sections > 0)
    {
      self.first = (guint) g_rand_int_range (rand, 0, n_sections);
      self.n_sections = (guint) g_rand_int_range (rand, 1, n_sections - (gint32) self.first + 1);
    }
  self.range = maq_handoff_new_range (maq_handoff_get_project (any), maq_handoff_get_song (any),
                                      arrangement, self.first, self.n_sections);
  return self;
}

static void
assert_chords (const Fixture *self,
               guint          i)
{
  guint n_there, n_here;
  g_autofree MaqChordSpan *there
    = maq_form_dup_chords (maq_handoff_get_form (self->whole), self->first + i, &n_there);
  g_autofree MaqChordSpan *here
    = maq_form_dup_chords (maq_handoff_get_form (self->range), i, &n_here);

  g_assert_cmpuint (n_here, ==, n_there);
  for (guint k = 0; k < n_here; k++)
    {
      g_assert_cmpint (here[k].start_ticks, ==, there[k].start_ticks);
      g_assert_cmpint (here[k].length_ticks, ==, there[k].length_ticks);
      g_assert_cmpint (here[k].mark, ==, there[k].mark);
      g_assert_true (here[k].chord == there[k].chord
                     || maq_chord_equal (here[k].chord, there[k].chord));
    }
}

static void
assert_section (const Fixture *self,
                guint          i)
{
  MaqForm *form = maq_handoff_get_form (self->whole);
  const MaqFormSection *there = maq_form_get_section (form, self->first + i);
  const MaqFormSection *start = maq_form_get_section (form, self->first);
  const MaqFormSection *here = maq_form_get_section (maq_handoff_get_form (self->range), i);
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->whole);

  g_assert_cmpint (here->first_bar, ==, there->first_bar - start->first_bar);
  g_assert_cmpint (here->bars, ==, there->bars);
  g_assert_cmpint (here->start_ticks, ==, there->start_ticks - start->start_ticks);
  g_assert_cmpint (here->length_ticks, ==, there->length_ticks);
  g_assert_cmpfloat (here->tempo_qpm, ==, there->tempo_qpm);
  g_assert_cmpfloat (here->end_tempo_qpm, ==, there->end_tempo_qpm);
  g_assert_cmpint (here->ramp_ticks, ==, there->ramp_ticks);
  g_assert_true (maq_meter_equal (here->meter, there->meter));
  g_assert_true (maq_key_equal (here->key, there->key));
  g_assert_cmpfloat_with_epsilon (here->seconds, there->seconds, 1e-6);
  for (guint k = 0; k < maq_arrangement_get_n_layers (arrangement); k++)
    {
      MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement, k));

      g_assert_cmpint (maq_arrangement_get_level (maq_handoff_get_arrangement (self->range), i,
                                                  layer),
                       ==, maq_arrangement_get_level (arrangement, self->first + i, layer));
    }
  assert_chords (self, i);
}

/* A curve that is smooth is cut where it is, but may bend otherwise between. */
static void
assert_arcs (const Fixture *self)
{
  MaqVec *there = maq_arrangement_get_fields (maq_handoff_get_arrangement (self->whole))->arcs;
  MaqVec *here = maq_arrangement_get_fields (maq_handoff_get_arrangement (self->range))->arcs;
  MaqForm *form = maq_handoff_get_form (self->range);
  const double offset
    = maq_form_get_section (maq_handoff_get_form (self->whole), self->first)->first_bar;

  for (guint i = 0; there != NULL && i < maq_vec_get_length (there); i++)
    {
      g_autoptr(MaqCurve) whole = maq_arc_dup_curve (maq_vec_get (there, i),
                                                     maq_handoff_get_form (self->whole));
      g_autoptr(MaqCurve) part = maq_arc_dup_curve (maq_vec_get (here, i), form);
      gboolean is_smooth = FALSE;

      if (whole == NULL)
        continue;
      for (guint k = 0; k < maq_curve_get_n_points (whole); k++)
        is_smooth |= maq_curve_get_point (whole, k)->is_smooth;
      for (int bar = 0; bar <= maq_form_get_bars (form); bar++)
        if (!is_smooth || bar == 0)
          g_assert_cmpfloat_with_epsilon (maq_curve_evaluate (part, bar),
                                          maq_curve_evaluate (whole, offset + bar), 1e-6);
    }
}

static void
test_form (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint song = 0; song < N_SONGS; song++)
    {
      g_auto(Fixture) self = make (rand);

      g_assert_cmpstr (maq_handoff_get_version (self.range), ==,
                       maq_handoff_get_version (self.whole));
      g_assert_true (maq_handoff_get_whole (self.range)
                     == maq_handoff_get_arrangement (self.whole));
      g_assert_cmpuint (maq_form_get_n_sections (maq_handoff_get_form (self.range)), ==,
                        self.n_sections);
      if (self.n_sections == 0)
        continue;
      for (guint i = 0; i < self.n_sections; i++)
        assert_section (&self, i);
      assert_arcs (&self);
    }
}

/* A section that was shortened has points beyond its end, at which the arc jumps. */
static void
test_jump (void)
{
  static const struct { guint section; double bar, value; } places[] = {
    { 0, 0.0, 1.0 }, { 0, 6.0, 9.0 }, { 0, 7.0, 3.0 }, { 1, 2.0, 5.0 },
  };
  g_autoptr(MaqHandoff) plain = export_test_plain (2, 1, 4, "C | F", NULL);
  MaqArrangement *before = maq_handoff_get_arrangement (plain);
  MaqArrangementFields fields = *maq_arrangement_get_fields (before);
  g_autoptr(GPtrArray) points
    = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arc_point_unref);
  g_autoptr(MaqVec) vec = NULL, arcs = NULL;
  g_autoptr(MaqArrangement) arrangement = NULL;
  g_autoptr(MaqArc) arc = NULL;
  g_autoptr(MaqCurve) curve = NULL;
  g_auto(Fixture) self = { .n_sections = 1 };
  MaqVec *cut;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_ptr_array_add (points, maq_arc_point_new (
                       maq_section_get_id (maq_arrangement_get_section (before, places[i].section)),
                       places[i].bar, places[i].value, FALSE));
  vec = maq_vec_new (&maq_arc_point_vec_class, points->pdata, points->len);
  arc = maq_arc_new (&(MaqArcFields) { .kind = MAQ_ARC_ENERGY, .points = vec });
  arcs = maq_vec_new (&maq_arc_vec_class, (gpointer *) &arc, 1);
  fields.arcs = arcs;
  arrangement = maq_arrangement_with_fields (before, &fields);
  self.whole = maq_handoff_new (maq_handoff_get_project (plain), maq_handoff_get_song (plain),
                                arrangement);
  self.range = maq_handoff_new_range (maq_handoff_get_project (plain),
                                      maq_handoff_get_song (plain), arrangement, 0, 1);

  assert_arcs (&self);
  fields = *maq_arrangement_get_fields (maq_handoff_get_arrangement (self.range));
  curve = maq_arc_dup_curve (maq_vec_get (fields.arcs, 0), maq_handoff_get_form (self.range));
  g_assert_cmpfloat (maq_curve_evaluate (curve, 2.0), ==, 5.0);
  g_assert_cmpfloat (maq_curve_evaluate (curve, 4.0), ==, 3.0);
  cut = maq_arc_get_fields (maq_vec_get (fields.arcs, 0))->points;
  for (guint i = 1; i < maq_vec_get_length (cut); i++)
    g_assert_cmpfloat (maq_arc_point_get_bar (maq_vec_get (cut, i)), >=,
                       maq_arc_point_get_bar (maq_vec_get (cut, i - 1)));
}

static void
assert_phrases_equal (MaqPhrase *here,
                      MaqPhrase *there)
{
  guint n_here, n_there;
  const MaqNote *notes, *notes_there;

  g_assert_true ((here != NULL) == (there != NULL));
  if (here == NULL)
    return;
  notes = maq_phrase_get_notes (here, &n_here);
  notes_there = maq_phrase_get_notes (there, &n_there);
  g_assert_cmpmem (notes, n_here * sizeof *notes, notes_there, n_there * sizeof *notes);
}

static void
assert_played (const Fixture  *self,
               MaqPerformance *part,
               MaqPerformance *whole)
{
  MaqTick start = maq_performance_get_span (whole, self->first)->start_ticks;
  guint first_bar = maq_performance_get_span (whole, self->first)->first_bar;

  g_assert_cmpuint (maq_performance_get_n_spans (part), ==, self->n_sections);
  g_assert_cmpuint (maq_performance_get_n_lanes (part), ==, maq_performance_get_n_lanes (whole));
  for (guint i = 0; i < self->n_sections; i++)
    {
      const MaqSpan *here = maq_performance_get_span (part, i);
      const MaqSpan *there = maq_performance_get_span (whole, self->first + i);

      g_assert_cmpuint (here->id, ==, there->id);
      g_assert_cmpint (here->start_ticks, ==, there->start_ticks - start);
      g_assert_cmpuint (here->first_bar, ==, there->first_bar - first_bar);
      assert_phrases_equal (here->click, there->click);
      for (guint k = 0; k < maq_performance_get_n_lanes (whole); k++)
        assert_phrases_equal (
          maq_lane_get_phrase (maq_performance_get_lane (part, k), i),
          maq_lane_get_phrase (maq_performance_get_lane (whole, k), self->first + i));
    }
}

/* Where clicks and sections are in sound files. */
static void
assert_planned (const Fixture  *self,
                MaqPerformance *part,
                MaqPerformance *whole)
{
  const MaqSoundPlanOptions alone = { 48000, 2, TRUE, 0, 0, 1.5 };
  const MaqSoundPlanOptions within = { 48000, 2, TRUE, self->first, self->n_sections, 1.5 };
  g_autoptr(MaqSoundPlan) here = maq_sound_plan_new (self->range, part, &alone);
  g_autoptr(MaqSoundPlan) there = maq_sound_plan_new (self->whole, whole, &within);
  guint n_here, n_there;
  const MaqPlannedClick *clicks = maq_sound_plan_get_clicks (here, &n_here);
  const MaqPlannedClick *expected = maq_sound_plan_get_clicks (there, &n_there);

  g_assert_cmpint (ABS (maq_sound_plan_get_n_frames (here) - maq_sound_plan_get_n_frames (there)),
                   <=, 1);
  g_assert_cmpint (maq_sound_plan_get_lead (here), ==, maq_sound_plan_get_lead (there));
  g_assert_cmpuint (n_here, ==, n_there);
  for (guint i = 0; i < n_here; i++)
    {
      g_assert_cmpint (ABS (clicks[i].frame - expected[i].frame), <=, 1);
      g_assert_cmpint (clicks[i].strength, ==, expected[i].strength);
      g_assert_cmpint (clicks[i].is_count, ==, expected[i].is_count);
    }
}

static void
test_notes (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint song = 0; song < N_SONGS / 3; song++)
    {
      g_auto(Fixture) self = make (rand);
      g_autoptr(MaqPerformance) whole = NULL;
      g_autoptr(MaqPerformance) part = NULL;

      if (self.n_sections == 0)
        continue;
      whole = export_test_perform (self.whole);
      part = maq_handoff_crop (self.range, whole);
      assert_played (&self, part, whole);
      assert_planned (&self, part, whole);
    }
}

/* Every kind of document can be made of any range. */
static void
test_every_kind (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint song = 0; song < 4; song++)
    {
      g_auto(Fixture) self = make (rand);
      g_autoptr(MaqPerformance) whole = export_test_perform (self.whole);
      g_autoptr(MaqPerformance) part = maq_handoff_crop (self.range, whole);
      const MaqExportSource source = { self.range, part, NULL };
      const MaqExportOptions plain = { 0 };

      for (guint i = 0; i < maq_export_get_n_kinds (); i++)
        {
          const MaqExportKind *kind = maq_export_get_kind (i);
          g_auto(GStrv) all = kind->list != NULL ? kind->list (self.range) : NULL;
          g_autoptr(GError) error = NULL;
          g_autoptr(GBytes) bytes = NULL;

          if (kind->wish != NULL || (all != NULL && all[0] == NULL))
            continue;
          bytes = maq_export_make (kind, &source, &plain, all != NULL ? all[0] : NULL,
                                   kind->suffixes[0], &error);
          g_assert_no_error (error);
          g_assert_nonnull (bytes);
        }
    }
}

/* A document says which sections it shows, however long their names are. */
static void
test_says_so (void)
{
  g_autofree char *long_name = g_strnfill (399, 'n');
  const char *names[] = { "Lanterns", long_name };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(MaqHandoff) whole = export_test_hostile (names[i]);
      MaqArrangement *arrangement = maq_handoff_get_arrangement (whole);
      guint n_sections = maq_arrangement_get_n_sections (arrangement);
      g_autoptr(MaqHandoff) range = NULL;
      g_autoptr(MaqHandoff) all = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      range = maq_handoff_new_range (maq_handoff_get_project (whole), maq_handoff_get_song (whole),
                                     arrangement, 1, 1);
      all = maq_handoff_new_range (maq_handoff_get_project (whole), maq_handoff_get_song (whole),
                                   arrangement, 0, n_sections);
      bytes = maq_export_text (range, MAQ_TEXT_MARKUP_PLAIN);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (i == 0)
        g_assert_nonnull (strstr (text, "Lanterns: Lanterns, version "));
      g_assert_cmpuint (strlen (maq_arrangement_get_name (maq_handoff_get_arrangement (range))), <=,
                        400);
      g_assert_true (maq_handoff_get_arrangement (all) == arrangement);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/range/form", test_form);
  g_test_add_func ("/export/range/jump", test_jump);
  g_test_add_func ("/export/range/notes", test_notes);
  g_test_add_func ("/export/range/every-kind", test_every_kind);
  g_test_add_func ("/export/range/says-so", test_says_so);
  return g_test_run ();
}
