/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-phrase.h"

static const MaqNote tune[] = {
  { 0, 960, 0, 60, 100 },
  { 0, 960, 0, 64, 90 },
  { 960, 480, -1500, 67, 80 },
  { -240, 240, 300, 59, 70 },
};

static void
test_sorted (void)
{
  g_autoptr (MaqPhrase) phrase = maq_phrase_new (tune, G_N_ELEMENTS (tune), -1, 24);
  const MaqNote *notes;
  guint n_notes;

  notes = maq_phrase_get_notes (phrase, &n_notes);
  g_assert_cmpuint (n_notes, ==, 4);
  g_assert_cmpint (notes[0].start_ticks, ==, -240);
  g_assert_cmpint (notes[1].key, ==, 60);
  g_assert_cmpint (notes[2].key, ==, 64);
  g_assert_cmpint (notes[3].lag_us, ==, -1500);
  g_assert_cmpint (maq_phrase_get_bank (phrase), ==, -1);
  g_assert_cmpint (maq_phrase_get_program (phrase), ==, 24);
}

static void
test_order_is_no_matter (void)
{
  MaqNote reversed[G_N_ELEMENTS (tune)];
  g_autoptr (MaqPhrase) one = NULL;
  g_autoptr (MaqPhrase) other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tune); i++)
    reversed[i] = tune[G_N_ELEMENTS (tune) - 1 - i];
  one = maq_phrase_new (tune, G_N_ELEMENTS (tune), -1, -1);
  other = maq_phrase_new (reversed, G_N_ELEMENTS (tune), -1, -1);
  g_assert_true (maq_phrase_equal (one, other));
  g_assert_cmpuint (maq_phrase_hash (one), ==, maq_phrase_hash (other));
}

static void
test_any_difference_counts (void)
{
  g_autoptr (MaqPhrase) one = maq_phrase_new (tune, G_N_ELEMENTS (tune), -1, -1);
  g_autoptr (MaqPhrase) empty = maq_phrase_new (NULL, 0, -1, -1);
  g_autoptr (MaqPhrase) sound = maq_phrase_new (tune, G_N_ELEMENTS (tune), -1, 3);

  for (guint field = 0; field < 5; field++)
    {
      MaqNote changed[G_N_ELEMENTS (tune)];
      g_autoptr (MaqPhrase) other = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (tune); i++)
        changed[i] = tune[i];
      changed[2].start_ticks += field == 0;
      changed[2].length_ticks += field == 1;
      changed[2].lag_us += field == 2;
      changed[2].key += field == 3;
      changed[2].velocity += field == 4;
      other = maq_phrase_new (changed, G_N_ELEMENTS (tune), -1, -1);
      g_assert_false (maq_phrase_equal (one, other));
      g_assert_cmpuint (maq_phrase_hash (one), !=, maq_phrase_hash (other));
    }
  g_assert_false (maq_phrase_equal (one, sound));
  g_assert_false (maq_phrase_equal (one, empty));
}

static void
test_tuning (void)
{
  static const gint8 plain[12] = { 0 };
  static const gint8 rast[12] = { [4] = -50, [11] = -50 };
  g_autoptr (MaqPhrase) one = maq_phrase_new (tune, G_N_ELEMENTS (tune), -1, 24);
  g_autoptr (MaqPhrase) same = maq_phrase_with_tuning (one, plain);
  g_autoptr (MaqPhrase) tuned = maq_phrase_with_tuning (one, rast);
  g_autoptr (MaqPhrase) twice = maq_phrase_with_tuning (tuned, rast);
  g_autoptr (MaqPhrase) back = maq_phrase_with_tuning (tuned, NULL);

  g_assert_true (same == one);
  g_assert_true (twice == tuned);
  g_assert_null (maq_phrase_get_tuning (one));
  g_assert_cmpmem (maq_phrase_get_tuning (tuned), 12, rast, 12);
  g_assert_false (maq_phrase_equal (one, tuned));
  g_assert_cmpuint (maq_phrase_hash (one), !=, maq_phrase_hash (tuned));
  g_assert_true (maq_phrase_equal (one, back));
  g_assert_cmpuint (maq_phrase_hash (one), ==, maq_phrase_hash (back));
  g_assert_cmpint (maq_phrase_get_program (tuned), ==, 24);
}

static void
test_hash_is_fixed (void)
{
  g_autoptr (MaqPhrase) phrase = maq_phrase_new (tune, G_N_ELEMENTS (tune), -1, 24);

  g_assert_cmphex (maq_phrase_hash (phrase), ==, G_GUINT64_CONSTANT (0x8f761566a24413cf));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/performance/phrase/sorted", test_sorted);
  g_test_add_func ("/performance/phrase/order-is-no-matter", test_order_is_no_matter);
  g_test_add_func ("/performance/phrase/any-difference-counts", test_any_difference_counts);
  g_test_add_func ("/performance/phrase/tuning", test_tuning);
  g_test_add_func ("/performance/phrase/hash-is-fixed", test_hash_is_fixed);
  return g_test_run ();
}
