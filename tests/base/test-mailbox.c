/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-mailbox.h"

#define N_LETTERS 200000

typedef struct
{
  guint64 number;
  guint64 copy;
} Letter;

static guint n_freed;

static void
letter_free (gpointer data)
{
  n_freed++;
  g_free (data);
}

static Letter *
letter_new (guint64 number)
{
  Letter *letter = g_new (Letter, 1);

  *letter = (Letter) { number, ~number };
  return letter;
}

static void
test_newest_wins (void)
{
  g_autoptr(MaqMailbox) box = maq_mailbox_new (NULL);
  int first, second;

  g_assert_true (maq_mailbox_is_empty (box));
  g_assert_null (maq_mailbox_take (box));
  g_assert_null (maq_mailbox_post (box, &first));
  g_assert_false (maq_mailbox_is_empty (box));
  g_assert_true (maq_mailbox_post (box, &second) == &first);
  g_assert_true (maq_mailbox_take (box) == &second);
  g_assert_null (maq_mailbox_take (box));
  g_assert_null (maq_mailbox_post (box, &first));
  g_assert_true (maq_mailbox_post (box, NULL) == &first);
  g_assert_true (maq_mailbox_is_empty (box));
}

static void
test_free (void)
{
  MaqMailbox *box = maq_mailbox_new (letter_free);

  n_freed = 0;
  g_assert_null (maq_mailbox_post (box, letter_new (1)));
  maq_mailbox_free (box);
  g_assert_cmpuint (n_freed, ==, 1);

  maq_mailbox_free (maq_mailbox_new (letter_free));
  g_assert_cmpuint (n_freed, ==, 1);
}

/* Posts every letter, frees those that come back and counts them. */
static gpointer
post_all (gpointer data)
{
  MaqMailbox *box = data;
  gsize n_back = 0;

  for (guint64 i = 1; i <= N_LETTERS; i++)
    {
      Letter *back = maq_mailbox_post (box, letter_new (i));

      n_back += back != NULL;
      g_free (back);
    }
  return GSIZE_TO_POINTER (n_back);
}

static void
test_threads (void)
{
  g_autoptr(MaqMailbox) box = maq_mailbox_new (g_free);
  GThread *poster = g_thread_new ("poster", post_all, box);
  guint64 last = 0;
  gsize n_taken = 0;
  gsize n_back;

  while (last < N_LETTERS)
    {
      g_autofree Letter *letter = maq_mailbox_take (box);

      if (letter == NULL)
        {
          g_thread_yield ();
          continue;
        }
      g_assert_cmpuint (letter->number, >, last);
      g_assert_cmpuint (letter->copy, ==, ~letter->number);
      last = letter->number;
      n_taken++;
    }
  n_back = GPOINTER_TO_SIZE (g_thread_join (poster));
  g_assert_cmpuint (n_taken + n_back, ==, N_LETTERS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/mailbox/newest-wins", test_newest_wins);
  g_test_add_func ("/base/mailbox/free", test_free);
  g_test_add_func ("/base/mailbox/threads", test_threads);
  return g_test_run ();
}
