/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "maq-chord-harte.h"
#include "maq-chord-number.h"
#include "maq-limits.h"

#include <string.h>

/* Whatever was taken for a chord says the same in its own text. */
static void
check_text (MaqChord *chord)
{
  g_autoptr(MaqChord) again = maq_chord_parse (maq_chord_get_text (chord), NULL);

  g_assert_nonnull (again);
  g_assert_true (maq_chord_equal (again, chord));
  g_assert_cmphex (maq_chord_get_tones (again), ==, maq_chord_get_tones (chord));
  g_assert_cmpint (maq_chord_get_third (again), ==, maq_chord_get_third (chord));
  g_assert_cmpint (maq_chord_get_fifth (again), ==, maq_chord_get_fifth (chord));
  g_assert_cmpint (maq_chord_get_seventh (again), ==, maq_chord_get_seventh (chord));
  g_assert_cmpuint (strlen (maq_chord_get_text (chord)), <=, MAQ_LIMIT_CHORD_BYTES);
}

static void
check (MaqChord     *chord,
       const GError *error)
{
  g_assert_true ((chord == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (chord == NULL)
    return;

  check_text (chord);
  for (int semitones = 1; semitones < 12; semitones++)
    {
      g_autoptr(MaqChord) moved = maq_chord_transposed (chord, semitones, MAQ_KEY_UNSET);

      check_text (moved);
      g_assert_cmphex (maq_chord_get_tones (moved), ==, maq_chord_get_tones (chord));
    }
}

/* What is read as a number, too, says the same in all notations. */
static void
check_numbers (const char *text)
{
  MaqKey key = { { 5, 0 }, MAQ_MODE_MINOR };
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqChord) chord = maq_chord_read (text, key, &error);

  check (chord, error);
  for (guint notation = 0; chord != NULL && notation < MAQ_N_CHORD_NOTATIONS; notation++)
    {
      g_autofree char *written = maq_chord_dup_text (chord, key, notation);
      g_autoptr(MaqChord) again = maq_chord_read (written, key, NULL);

      g_assert_nonnull (again);
      g_assert_true (maq_chord_equal (again, chord));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) harte_error = NULL;
  g_autoptr(MaqChord) chord = maq_chord_parse (text, &error);
  g_autoptr(MaqChord) harte = maq_chord_parse_harte (text, &harte_error);

  check (chord, error);
  check_numbers (text);
  check (harte, harte_error);
  return 0;
}
