/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-form-words.h"

#include <string.h>

#define MAX_LETTERS 24

/* What is written for a kind, long words first: they are what is proposed. */
static const struct
{
  const char     *word;
  MaqSectionKind  kind;
} words[] = {
  { "Intro", MAQ_SECTION_INTRO },
  { "Introduction", MAQ_SECTION_INTRO },
  { "Verse", MAQ_SECTION_VERSE },
  { "Pre-Chorus", MAQ_SECTION_PRE_CHORUS },
  { "Prechorus", MAQ_SECTION_PRE_CHORUS },
  { "Pre", MAQ_SECTION_PRE_CHORUS },
  { "Chorus", MAQ_SECTION_CHORUS },
  { "Refrain", MAQ_SECTION_CHORUS },
  { "Hook", MAQ_SECTION_CHORUS },
  { "Head", MAQ_SECTION_CHORUS },
  { "Post-Chorus", MAQ_SECTION_POST_CHORUS },
  { "Postchorus", MAQ_SECTION_POST_CHORUS },
  { "Post", MAQ_SECTION_POST_CHORUS },
  { "Bridge", MAQ_SECTION_BRIDGE },
  { "Middle 8", MAQ_SECTION_BRIDGE },
  { "Middle Eight", MAQ_SECTION_BRIDGE },
  { "Middle", MAQ_SECTION_BRIDGE },
  { "Breakdown", MAQ_SECTION_BREAKDOWN },
  { "Break", MAQ_SECTION_BREAKDOWN },
  { "Build", MAQ_SECTION_BUILD },
  { "Build-Up", MAQ_SECTION_BUILD },
  { "Buildup", MAQ_SECTION_BUILD },
  { "Rise", MAQ_SECTION_BUILD },
  { "Drop", MAQ_SECTION_DROP },
  { "Solo", MAQ_SECTION_SOLO },
  { "Interlude", MAQ_SECTION_INTERLUDE },
  { "Instrumental", MAQ_SECTION_INTERLUDE },
  { "Instr", MAQ_SECTION_INTERLUDE },
  { "Inst", MAQ_SECTION_INTERLUDE },
  { "Vamp", MAQ_SECTION_INTERLUDE },
  { "Turnaround", MAQ_SECTION_INTERLUDE },
  { "Tag", MAQ_SECTION_TAG },
  { "Outro", MAQ_SECTION_OUTRO },
  { "Coda", MAQ_SECTION_OUTRO },
  { "Ending", MAQ_SECTION_OUTRO },
  { "End", MAQ_SECTION_OUTRO },
  { "Out", MAQ_SECTION_OUTRO },
  /* German */
  { "Einleitung", MAQ_SECTION_INTRO },
  { "Vorspiel", MAQ_SECTION_INTRO },
  { "Strophe", MAQ_SECTION_VERSE },
  { "Vorrefrain", MAQ_SECTION_PRE_CHORUS },
  { "Vor-Refrain", MAQ_SECTION_PRE_CHORUS },
  { "Nachrefrain", MAQ_SECTION_POST_CHORUS },
  { "Nach-Refrain", MAQ_SECTION_POST_CHORUS },
  { "Kehrreim", MAQ_SECTION_CHORUS },
  { "Brücke", MAQ_SECTION_BRIDGE },
  { "Bruecke", MAQ_SECTION_BRIDGE },
  { "Mittelteil", MAQ_SECTION_BRIDGE },
  { "Aufbau", MAQ_SECTION_BUILD },
  { "Steigerung", MAQ_SECTION_BUILD },
  { "Zwischenspiel", MAQ_SECTION_INTERLUDE },
  { "Zwischenteil", MAQ_SECTION_INTERLUDE },
  { "Nachspiel", MAQ_SECTION_OUTRO },
  { "Schluss", MAQ_SECTION_OUTRO },
  { "Schluß", MAQ_SECTION_OUTRO },
  { "Ende", MAQ_SECTION_OUTRO },
  /* what stands alone before a length */
  { "i", MAQ_SECTION_INTRO },        { "int", MAQ_SECTION_INTRO },
  { "einl", MAQ_SECTION_INTRO },     { "v", MAQ_SECTION_VERSE },
  { "vs", MAQ_SECTION_VERSE },       { "str", MAQ_SECTION_VERSE },
  { "pc", MAQ_SECTION_PRE_CHORUS },  { "vr", MAQ_SECTION_PRE_CHORUS },
  { "c", MAQ_SECTION_CHORUS },       { "ch", MAQ_SECTION_CHORUS },
  { "chor", MAQ_SECTION_CHORUS },    { "ref", MAQ_SECTION_CHORUS },
  { "rf", MAQ_SECTION_CHORUS },      { "po", MAQ_SECTION_POST_CHORUS },
  { "b", MAQ_SECTION_BRIDGE },       { "br", MAQ_SECTION_BRIDGE },
  { "m8", MAQ_SECTION_BRIDGE },      { "bd", MAQ_SECTION_BREAKDOWN },
  { "bu", MAQ_SECTION_BUILD },       { "d", MAQ_SECTION_DROP },
  { "s", MAQ_SECTION_SOLO },         { "il", MAQ_SECTION_INTERLUDE },
  { "zw", MAQ_SECTION_INTERLUDE },   { "zwi", MAQ_SECTION_INTERLUDE },
  { "ta", MAQ_SECTION_INTERLUDE },   { "t", MAQ_SECTION_TAG },
  { "o", MAQ_SECTION_OUTRO },
};

/* Case and the signs between words don't matter. */
static char *
fold (const char *word)
{
  char *folded = g_utf8_casefold (word, -1);

  return g_strdelimit (folded, "-_\"\n\r", ' ');
}

static gboolean
is_same (const char *folded,
         const char *word)
{
  g_autofree char *other = fold (word);

  return strcmp (folded, other) == 0;
}

gboolean
maq_form_word_find (const char     *word,
                    MaqSectionKind *kind)
{
  g_autofree char *folded = fold (word);

  for (guint i = 0; i < MAQ_N_SECTION_KINDS; i++)
    if (is_same (folded, maq_section_kind_get_label (i)) ||
        is_same (folded, maq_section_kind_get_nick (i)))
      {
        *kind = (MaqSectionKind) i;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_same (folded, words[i].word))
      {
        *kind = words[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* How many letters one must change, add or drop to make one word of the other (Levenshtein 1966);
 * two neighbours that are swapped are one mistake (Damerau 1964). */
static int
count_wrong (const gunichar *a,
             int             n_a,
             const gunichar *b,
             int             n_b)
{
  int cost[MAX_LETTERS + 1][MAX_LETTERS + 1];

  for (int i = 0; i <= n_a; i++)
    for (int j = 0; j <= n_b; j++)
      {
        if (i == 0 || j == 0)
          {
            cost[i][j] = i + j;
            continue;
          }
        cost[i][j] = MIN (MIN (cost[i - 1][j], cost[i][j - 1]) + 1,
                          cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          cost[i][j] = MIN (cost[i][j], cost[i - 2][j - 2] + 1);
      }

  return cost[n_a][n_b];
}

static int
compare (const char *folded,
         const char *word)
{
  g_autofree char *other = fold (word);
  g_autofree gunichar *a = NULL;
  g_autofree gunichar *b = NULL;
  glong n_a;
  glong n_b;

  a = g_utf8_to_ucs4_fast (folded, -1, &n_a);
  b = g_utf8_to_ucs4_fast (other, -1, &n_b);
  if (n_a > MAX_LETTERS || n_b > MAX_LETTERS || n_b < 4)
    return MAX_LETTERS;
  return count_wrong (a, (int) n_a, b, (int) n_b);
}

const char *
maq_form_word_guess (const char *word)
{
  g_autofree char *folded = fold (word);
  glong length = g_utf8_strlen (folded, -1);
  const char *guess = NULL;
  int least = MAX ((int) length / 4, 1) + 1;

  if (length < 3)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      int wrong = compare (folded, words[i].word);

      if (wrong < least)
        {
          least = wrong;
          guess = words[i].word;
        }
    }
  for (guint i = 0; guess == NULL && i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *other = fold (words[i].word);

      if (g_str_has_prefix (other, folded))
        guess = words[i].word;
    }

  return guess;
}
