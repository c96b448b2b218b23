/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-ring.h"

#define N_ITEMS 200000

/* Large enough to be torn if a slot were handed over too early. */
typedef struct
{
  guint64 number;
  guint64 copies[6];
} Item;

static void
test_order (void)
{
  g_autoptr(MaqRing) ring = maq_ring_new (sizeof (int), 5);
  int out = -1;

  g_assert_cmpuint (maq_ring_get_capacity (ring), ==, 8);
  for (int round = 0; round < 100; round++)
    {
      for (int i = 0; i < 8; i++)
        {
          g_assert_cmpuint (maq_ring_get_space (ring), ==, 8 - i);
          g_assert_true (maq_ring_push (ring, &i));
        }
      g_assert_false (maq_ring_push (ring, &round));
      for (int i = 0; i < 8; i++)
        {
          g_assert_cmpuint (maq_ring_get_length (ring), ==, 8 - i);
          g_assert_true (maq_ring_peek (ring, &out));
          g_assert_cmpint (out, ==, i);
          g_assert_true (maq_ring_pop (ring, &out));
          g_assert_cmpint (out, ==, i);
        }
      out = 77;
      g_assert_false (maq_ring_pop (ring, &out));
      g_assert_false (maq_ring_peek (ring, &out));
      g_assert_cmpint (out, ==, 77);
    }
}

static void
test_odd_sizes (void)
{
  g_autoptr(MaqRing) ring = maq_ring_new (3, 1);
  char out[4] = "...";

  g_assert_cmpuint (maq_ring_get_capacity (ring), ==, 1);
  g_assert_true (maq_ring_push (ring, "abc"));
  g_assert_false (maq_ring_push (ring, "xyz"));
  g_assert_true (maq_ring_pop (ring, out));
  g_assert_cmpstr (out, ==, "abc");
}

static gpointer
write_all (gpointer data)
{
  MaqRing *ring = data;

  for (guint64 i = 0; i < N_ITEMS; i++)
    {
      Item item = { i, { i, i, i, i, i, i } };

      while (!maq_ring_push (ring, &item))
        g_thread_yield ();
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr(MaqRing) ring = maq_ring_new (sizeof (Item), 64);
  GThread *writer = g_thread_new ("writer", write_all, ring);
  guint64 n_wrong = 0;

  for (guint64 i = 0; i < N_ITEMS; i++)
    {
      Item item;

      while (!maq_ring_pop (ring, &item))
        g_thread_yield ();
      n_wrong += item.number != i;
      for (guint c = 0; c < G_N_ELEMENTS (item.copies); c++)
        n_wrong += item.copies[c] != i;
    }
  g_thread_join (writer);
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (maq_ring_get_length (ring), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/ring/order", test_order);
  g_test_add_func ("/base/ring/odd-sizes", test_odd_sizes);
  g_test_add_func ("/base/ring/threads", test_threads);
  return g_test_run ();
}
