/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-length.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int         seconds;  /* -1: no length */
  } rows[] = {
    { "3:40", 220 },    { " 3:40 ", 220 },   { "0:07", 7 },      { "4", 240 },
    { "1:02:30", 3750 }, { "", 0 },          { "  ", 0 },        { "0", 0 },
    { "600", 36000 },   { "10:00:00", 36000 }, { "75:30", 4530 },
    { "601", -1 },      { "10:00:01", -1 },  { "3:60", -1 },     { "3:", -1 },
    { ":40", -1 },      { "-1", -1 },        { "3:-4", -1 },     { "3.5", -1 },
    { "three", -1 },    { "1:2:3:4", -1 },   { "3 : 40", -1 },   { "99999999999999999999", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int seconds = -1;

      g_test_message ("“%s”", rows[i].text);
      g_assert_true (maq_length_parse (rows[i].text, &seconds) == (rows[i].seconds >= 0));
      g_assert_cmpint (seconds, ==, rows[i].seconds);
    }
}

static void
assert_difference (double      seconds,
                   int         target_seconds,
                   const char *expected)
{
  g_autofree char *words = maq_length_dup_words (seconds, target_seconds);

  g_assert_cmpstr (words, ==, expected);
}

/* The difference is that of the lengths as they are shown. */
static void
test_difference (void)
{
  assert_difference (231.6, 0, "3:52");
  assert_difference (231.6, 220, "3:52, 12 s over");
  assert_difference (220.4, 220, "3:40, on target");
  assert_difference (219.4, 220, "3:39, 1 s short");
  assert_difference (160.5, 220, "2:41, 59 s short");
  assert_difference (160, 220, "2:40, 1:00 short");
  assert_difference (300, 220, "5:00, 1:20 over");
}

static MaqForm *
create_form (const MaqSectionKind *kinds,
             guint                 n_kinds)
{
  g_autoptr (MaqVec) sections = maq_vec_new (&maq_section_vec_class, NULL, 0);
  g_autoptr (MaqArrangement) arrangement = NULL;
  g_autoptr (MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1, .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 120, .meter = { 4, 4 } });

  for (guint i = 0; i < n_kinds; i++)
    {
      const MaqSectionFields fields = { .id = i + 1, .kind = kinds[i], .name = "Any", .bars = 8 };
      g_autoptr (MaqSection) section = maq_section_new (&fields);
      MaqVec *longer = maq_vec_with_inserted (sections, i, section);

      maq_vec_unref (sections);
      sections = longer;
    }
  arrangement = maq_arrangement_new (&(MaqArrangementFields) { .id = 1, .sections = sections });
  return maq_form_new (song, arrangement);
}

static void
test_first_chorus (void)
{
  static const MaqSectionKind kinds[] = {
    MAQ_SECTION_INTRO, MAQ_SECTION_PRE_CHORUS, MAQ_SECTION_CHORUS, MAQ_SECTION_CHORUS,
  };
  g_autoptr (MaqForm) without = create_form (kinds, 2);
  g_autoptr (MaqForm) with = create_form (kinds, 4);
  double seconds = -1;

  g_assert_false (maq_length_find_first_chorus (without, &seconds));
  g_assert_true (maq_length_find_first_chorus (with, &seconds));
  g_assert_cmpfloat_with_epsilon (seconds, 32, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/length/parse", test_parse);
  g_test_add_func ("/length/difference", test_difference);
  g_test_add_func ("/length/first-chorus", test_first_chorus);
  return g_test_run ();
}
