/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-vec.h"

/* Items are counted integers; the sum of all counts shows what leaks. */
typedef struct
{
  int value;
  int n_refs;
} Item;

static int n_refs_all;

static gpointer
item_ref (gpointer data)
{
  Item *item = data;

  item->n_refs++;
  n_refs_all++;
  return item;
}

static void
item_unref (gpointer data)
{
  Item *item = data;

  g_assert_cmpint (item->n_refs, >, 0);
  item->n_refs--;
  n_refs_all--;
}

static gboolean
item_equal (gpointer a,
            gpointer b)
{
  return ((Item *) a)->value == ((Item *) b)->value;
}

static const MaqVecClass by_value = { item_ref, item_unref, item_equal };
static const MaqVecClass by_pointer = { item_ref, item_unref, NULL };

static Item items[5] = { { 0 }, { 1 }, { 2 }, { 3 }, { 4 } };
static gpointer pointers[5] = { &items[0], &items[1], &items[2], &items[3], &items[4] };

static void
assert_values (MaqVec     *vec,
               const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < maq_vec_get_length (vec); i++)
    g_string_append_printf (text, "%d", ((Item *) maq_vec_get (vec, i))->value);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_edits (void)
{
  {
    g_autoptr(MaqVec) vec = maq_vec_new (&by_value, pointers, 4);
    g_autoptr(MaqVec) empty = maq_vec_new_empty (&by_value);
    g_autoptr(MaqVec) replaced = maq_vec_with_item (vec, 1, &items[4]);
    g_autoptr(MaqVec) first = maq_vec_with_inserted (vec, 0, &items[4]);
    g_autoptr(MaqVec) last = maq_vec_with_inserted (vec, 4, &items[4]);
    g_autoptr(MaqVec) only = maq_vec_with_inserted (empty, 0, &items[4]);
    g_autoptr(MaqVec) without = maq_vec_without (vec, 2);
    g_autoptr(MaqVec) none = maq_vec_without (only, 0);

    assert_values (vec, "0123");
    assert_values (empty, "");
    assert_values (replaced, "0423");
    assert_values (first, "40123");
    assert_values (last, "01234");
    assert_values (only, "4");
    assert_values (without, "013");
    assert_values (none, "");
    g_assert_cmpint (maq_vec_find (replaced, &items[4]), ==, 1);
    g_assert_cmpint (maq_vec_find (replaced, &items[1]), ==, -1);
  }
  g_assert_cmpint (n_refs_all, ==, 0);
}

static void
test_moved (void)
{
  static const struct
  {
    guint       from;
    guint       to;
    const char *expected;
  } rows[] = {
    { 0, 4, "12340" }, { 4, 0, "40123" }, { 1, 3, "02314" }, { 3, 1, "03124" }, { 2, 2, "01234" },
    { 0, 1, "10234" }, { 4, 3, "01243" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MaqVec) vec = maq_vec_new (&by_value, pointers, 5);
      g_autoptr(MaqVec) moved = maq_vec_with_moved (vec, rows[i].from, rows[i].to);
      g_autoptr(MaqVec) back = maq_vec_with_moved (moved, rows[i].to, rows[i].from);

      assert_values (moved, rows[i].expected);
      g_assert_true (maq_vec_equal (back, vec));
      g_assert_cmpint (moved == vec, ==, rows[i].from == rows[i].to);
    }
  g_assert_cmpint (n_refs_all, ==, 0);
}

static void
test_same (void)
{
  {
    g_autoptr(MaqVec) vec = maq_vec_new (&by_value, pointers, 3);
    g_autoptr(MaqVec) same = maq_vec_with_item (vec, 2, &items[2]);

    g_assert_true (same == vec);
    g_assert_cmpint (items[2].n_refs, ==, 1);
  }
  g_assert_cmpint (n_refs_all, ==, 0);
}

static void
test_equal (void)
{
  {
    Item twin = { 1 };
    gpointer twins[3] = { &items[0], &twin, &items[2] };
    g_autoptr(MaqVec) vec = maq_vec_new (&by_value, pointers, 3);
    g_autoptr(MaqVec) other = maq_vec_new (&by_value, twins, 3);
    g_autoptr(MaqVec) shorter = maq_vec_new (&by_value, pointers, 2);
    g_autoptr(MaqVec) strict = maq_vec_new (&by_pointer, pointers, 3);
    g_autoptr(MaqVec) strict_twin = maq_vec_new (&by_pointer, twins, 3);
    g_autoptr(MaqVec) strict_same = maq_vec_new (&by_pointer, pointers, 3);

    g_assert_true (maq_vec_equal (vec, vec));
    g_assert_true (maq_vec_equal (vec, other));
    g_assert_false (maq_vec_equal (vec, shorter));
    g_assert_false (maq_vec_equal (vec, strict));
    g_assert_false (maq_vec_equal (strict, strict_twin));
    g_assert_true (maq_vec_equal (strict, strict_same));
  }
  g_assert_cmpint (n_refs_all, ==, 0);
}

/* Ten thousand random edits against the same edits on an ordinary array. */
static void
test_random_edits (void)
{
  g_autoptr(GPtrArray) model = g_ptr_array_new ();
  MaqVec *vec = maq_vec_new_empty (&by_value);

  for (int i = 0; i < 10000; i++)
    {
      guint length = model->len;
      guint at = (guint) g_test_rand_int_range (0, (gint32) length + 1);
      gpointer item = pointers[g_test_rand_int_range (0, 5)];
      MaqVec *old = vec;

      if (length > 0 && at < length && g_test_rand_bit ())
        {
          guint to = (guint) g_test_rand_int_range (0, (gint32) length);
          gpointer moved = g_ptr_array_steal_index (model, at);

          g_ptr_array_insert (model, (int) to, moved);
          vec = maq_vec_with_moved (old, at, to);
        }
      else if (length > 12 || (at < length && g_test_rand_bit ()))
        {
          at %= length;
          g_ptr_array_remove_index (model, at);
          vec = maq_vec_without (old, at);
        }
      else
        {
          g_ptr_array_insert (model, (int) at, item);
          vec = maq_vec_with_inserted (old, at, item);
        }
      maq_vec_unref (old);

      g_assert_cmpuint (maq_vec_get_length (vec), ==, model->len);
      for (guint k = 0; k < model->len; k++)
        g_assert_true (maq_vec_get (vec, k) == model->pdata[k]);
      g_assert_cmpint (n_refs_all, ==, model->len);
    }
  maq_vec_unref (vec);
  g_assert_cmpint (n_refs_all, ==, 0);
}

/* Items that were replaced go, and those that are there stay, however the
 * vectors of a long history share them, and in whatever order they go. */
static void
test_long_history (void)
{
  static Item many[64];
  gpointer model[G_N_ELEMENTS (many)];
  g_autoptr(GPtrArray) history = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      many[i] = (Item) { (int) i };
      model[i] = &many[i];
    }
  g_ptr_array_add (history, maq_vec_new (&by_value, model, G_N_ELEMENTS (model)));

  for (int i = 0; i < 5000; i++)
    {
      MaqVec *before = g_ptr_array_index (history, history->len - 1);
      guint n_places = g_test_rand_bit () ? 4 : G_N_ELEMENTS (many);
      guint at = (guint) g_test_rand_int_range (0, (gint32) n_places);
      gpointer item = &many[g_test_rand_int_range (0, G_N_ELEMENTS (many))];
      MaqVec *after = maq_vec_with_item (before, at, item);

      g_assert_true ((after == before) == (item == model[at]));
      model[at] = item;
      g_ptr_array_add (history, after);
      for (guint k = 0; k < G_N_ELEMENTS (model); k++)
        {
          g_assert_true (maq_vec_get (after, k) == model[k]);
          g_assert_cmpint (((Item *) model[k])->n_refs, >, 0);
        }

      while (history->len > 20)
        maq_vec_unref (g_ptr_array_steal_index (history, (guint) g_test_rand_int_range (0, 20)));
    }

  while (history->len > 1)
    maq_vec_unref (g_ptr_array_steal_index_fast (history, 0));
  /* nothing but the last one, and at most one that it leans on */
  g_assert_cmpint (n_refs_all, <=, 2 * (int) G_N_ELEMENTS (many));
  maq_vec_unref (g_ptr_array_steal_index (history, 0));
  g_assert_cmpint (n_refs_all, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/vec/edits", test_edits);
  g_test_add_func ("/base/vec/moved", test_moved);
  g_test_add_func ("/base/vec/same", test_same);
  g_test_add_func ("/base/vec/equal", test_equal);
  g_test_add_func ("/base/vec/random-edits", test_random_edits);
  g_test_add_func ("/base/vec/long-history", test_long_history);
  return g_test_run ();
}
