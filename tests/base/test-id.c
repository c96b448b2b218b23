/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-id.h"

static void
test_derive (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  /* Pinned: files of one machine are opened on another. */
  g_assert_cmphex (maq_id_derive (0, 0), ==, 0xa706dd2f);

  for (guint64 seed = 0; seed < 40; seed++)
    {
      for (guint64 salt = 0; salt < 40; salt++)
        {
          MaqId id = maq_id_derive (seed, salt);

          g_assert_cmphex (id, !=, MAQ_ID_NONE);
          g_assert_cmphex (id, <=, G_MAXUINT32);
          g_assert_cmphex (maq_id_derive (seed, salt), ==, id);
          g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 1600);
}

static void
test_text (void)
{
  static const struct
  {
    MaqId       id;
    const char *text;
  } rows[] = {
    { 1, "1" },
    { 0xa, "a" },
    { 0x10, "10" },
    { 0xdeadbeef, "deadbeef" },
    { G_MAXUINT64, "ffffffffffffffff" },
  };
  char text[MAQ_ID_TEXT_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MaqId id = MAQ_ID_NONE;

      g_assert_cmpstr (maq_id_format (rows[i].id, text), ==, rows[i].text);
      g_assert_true (maq_id_parse (rows[i].text, &id));
      g_assert_cmphex (id, ==, rows[i].id);
      g_assert_true (maq_id_parse (rows[i].text, NULL));
    }
  g_assert_cmpstr (maq_id_format (MAQ_ID_NONE, text), ==, "0");
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "0", "01", "A", "g", "-1", "+1", " 1", "1 ", "0x1", "1.0", "10000000000000000", "\377",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MaqId id = 77;

      g_assert_false (maq_id_parse (texts[i], &id));
      g_assert_cmphex (id, ==, 77);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/derive", test_derive);
  g_test_add_func ("/base/id/text", test_text);
  g_test_add_func ("/base/id/refused", test_refused);
  return g_test_run ();
}
