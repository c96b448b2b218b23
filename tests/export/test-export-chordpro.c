/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "export-test.h"
#include "maq-export-chordpro.h"
#include "maq-import.h"

#define N_SONGS 60

static MaqProject *
import (MaqHandoff *handoff,
        gboolean    with_words)
{
  g_autoptr(GBytes) bytes = maq_export_chordpro (handoff, with_words);
  g_autoptr(GError) error = NULL;
  MaqProject *project;

  g_assert_true (g_utf8_validate (g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), NULL));
  project = maq_import_bytes (bytes, "x.cho", NULL, &error);
  g_assert_no_error (error);
  return project;
}

static MaqChord *
find_chord (const MaqChordSpan *spans,
            guint               n_spans,
            MaqTick             ticks)
{
  guint i = 0;

  while (i + 1 < n_spans && spans[i + 1].start_ticks <= ticks)
    i++;
  return spans[i].chord;
}

/* Whatever begins anywhere, the same chord sounds in both. */
static void
assert_chords (MaqForm *a,
               MaqForm *b,
               guint    section)
{
  guint n_a, n_b;
  g_autofree MaqChordSpan *in_a = maq_form_dup_chords (a, section, &n_a);
  g_autofree MaqChordSpan *in_b = maq_form_dup_chords (b, section, &n_b);

  for (guint i = 0; i < n_a; i++)
    g_assert_true (maq_chord_equal (in_a[i].chord,
                                    find_chord (in_b, n_b, in_a[i].start_ticks)));
  for (guint i = 0; i < n_b; i++)
    g_assert_true (maq_chord_equal (in_b[i].chord,
                                    find_chord (in_a, n_a, in_b[i].start_ticks)));
}

/* Whether the bar has no chord where none of 64 cells begins. */
static gboolean
is_writable_bar (MaqForm            *form,
                 guint               section,
                 int                 bar,
                 const MaqChordSpan *spans,
                 guint               n_spans)
{
  MaqTick start = maq_form_get_bar_start (form, section, bar);
  MaqTick length = maq_form_get_bar_start (form, section, bar + 1) - start;

  for (guint n_cells = 1; n_cells <= 64; n_cells++)
    {
      gboolean fits = TRUE;

      for (guint i = 0; i < n_spans; i++)
        {
          MaqTick at = spans[i].start_ticks - start;

          fits &= at < 0 || at >= length || at * n_cells % length == 0;
        }
      if (fits)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_writable (MaqForm *form)
{
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      guint n_spans;
      g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, i, &n_spans);

      for (int bar = 0; bar < maq_form_get_section (form, i)->bars; bar++)
        if (!is_writable_bar (form, i, bar, spans, n_spans))
          return FALSE;
    }
  return TRUE;
}

static void
assert_equal (MaqForm *a,
              MaqForm *b)
{
  g_assert_cmpuint (maq_form_get_n_sections (a), ==, maq_form_get_n_sections (b));
  for (guint i = 0; i < maq_form_get_n_sections (a); i++)
    {
      const MaqFormSection *in_a = maq_form_get_section (a, i);
      const MaqFormSection *in_b = maq_form_get_section (b, i);

      g_assert_cmpint (in_a->bars, ==, in_b->bars);
      for (int bar = 0; bar < in_a->bars; bar++)
        g_assert_true (maq_meter_equal (maq_form_get_bar_meter (a, i, bar),
                                        maq_form_get_bar_meter (b, i, bar)));
      if (maq_section_get_kind (in_a->section) != MAQ_SECTION_OTHER)
        g_assert_cmpint (maq_section_get_kind (in_a->section), ==,
                         maq_section_get_kind (in_b->section));
      assert_chords (a, b, i);
    }
}

static void
assert_bars (MaqHandoff *handoff)
{
  g_autoptr(MaqProject) project = import (handoff, FALSE);
  MaqSong *song = maq_project_get_current (project);
  g_autoptr(MaqForm) form = maq_form_new (song, maq_song_get_current (song));

  assert_equal (maq_handoff_get_form (handoff), form);
}

static void
test_any_song (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);

      if (maq_form_get_n_sections (maq_handoff_get_form (handoff)) > 0 &&
          is_writable (maq_handoff_get_form (handoff)))
        assert_bars (handoff);
    }
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);
      g_autoptr(MaqProject) words = import (handoff, TRUE);

      assert_bars (handoff);
    }
}

/* The words come back, with as many sections and the chord that they had. */
static void
test_words (void)
{
  g_autoptr(MaqHandoff) handoff = export_test_hostile ("so I leave the lanterns burning");
  g_autoptr(GBytes) bytes = maq_export_chordpro (handoff, TRUE);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(MaqProject) project = import (handoff, TRUE);

  g_assert_nonnull (strstr (text, "\n[C]so I leave the lanterns burning\n"));
  g_assert_cmpuint (maq_arrangement_get_n_sections (maq_project_get_arrangement (project)), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/chordpro/any-song", test_any_song);
  g_test_add_func ("/export/chordpro/hostile", test_hostile_names);
  g_test_add_func ("/export/chordpro/words", test_words);
  return g_test_run ();
}
