/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-import-heading-private.h"

#include <stdlib.h>
#include <string.h>

#include "maq-import-text-private.h"

#define MAX_HEADING_BYTES 120
#define MAX_TIMES 32

/* Words that hardly begin a line that is sung. */
static const char *const plain_words[] = {
  "intro", "introduction", "verse", "chorus", "refrain", "bridge", "prechorus", "postchorus",
  "interlude", "instrumental", "solo", "outro", "ending", "coda", "turnaround", "breakdown",
  "strophe", "couplet", NULL,
};

/* Words that name a section where it is clear that one is named. */
static const char *const marked_words[] = {
  "break", "build", "buildup", "drop", "tag", "hook", "vamp", "riff", "link", "end", "fade",
  "fadeout", "opening", "transition", "trans", "v", "c", "ch", "chor", "br", "pc", "inst", "pre",
  "middle", "channel", "preverse", "riser", NULL,
};

/* Words that go with those. */
static const char *const other_words[] = {
  "pre", "post", "eight", "guitar", "piano", "sax", "saxophone", "organ", "harmonica", "drum",
  "drums", "bass", "vocal", "lead", "acoustic", "electric", "final", "last", "first", "second",
  "third", "fourth", "double", "half", "short", "long", "main", "and", "the", "out", "up", "down",
  "rap", "spoken", "part", "theme", "keyboard", "synth", "string", "strings", "violin", "fiddle",
  "reprise", "st", "nd", "rd", "th", "a", "b", "i", "ii", "iii", "iv", "one",
  "two", "three", "four", "five", "six", NULL,
};

void
import_heading_clear (ImportHeading *heading)
{
  g_clear_pointer (&heading->name, g_free);
  g_clear_pointer (&heading->mood, g_free);
}

static gboolean
is_listed (const char        *word,
           const char *const *words)
{
  return g_strv_contains (words, word);
}

int
import_parse_times (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char *p = g_strstrip (copy);
  char *end;
  gsize length = strlen (p);
  gboolean has_cross = FALSE;
  long times;

  if (length > 2 && p[0] == '(' && p[length - 1] == ')')
    {
      p[length - 1] = '\0';
      p = g_strstrip (p + 1);
    }
  for (; *p == 'x' || *p == 'X' || g_str_has_prefix (p, "×"); p = g_utf8_next_char (p))
    has_cross = TRUE;
  p = g_strchug (p);
  times = strtol (p, &end, 10);
  if (end == p || times < 1)
    return 0;
  end = g_strchug (end);
  if (!has_cross && (*end == 'x' || *end == 'X' || g_str_has_prefix (end, "×")))
    {
      has_cross = TRUE;
      end = g_utf8_next_char (end);
    }
  return has_cross && *g_strchug (end) == '\0' ? (int) MIN (times, MAX_TIMES) : 0;
}

/* Cuts what stands in parentheses, after a dash or a colon, and "x2" at the end. */
static void
cut_asides (char          *text,
            ImportHeading *heading)
{
  char *open = strchr (text, '(');
  char *close = open != NULL ? strchr (open, ')') : NULL;
  char *space, *dash;

  heading->n_times = 1;
  if (close != NULL)
    {
      g_autofree char *aside = g_strndup (open + 1, (gsize) (close - open - 1));
      int times = import_parse_times (aside);

      if (times > 0)
        heading->n_times = times;
      else
        heading->mood = g_steal_pointer (&aside);
      memmove (open, close + 1, strlen (close + 1) + 1);
    }
  dash = strstr (text, " - ");
  if (dash == NULL)
    dash = strstr (text, " – ");
  if (dash == NULL)
    dash = strchr (text, ':');
  if (dash != NULL)
    {
      const char *rest = dash + strspn (dash, " -:\xe2\x80\x93");

      if (heading->mood == NULL && *rest != '\0')
        heading->mood = g_strdup (rest);
      *dash = '\0';
    }
  g_strstrip (text);
  space = strrchr (text, ' ');
  if (space != NULL && import_parse_times (space) > 0)
    {
      heading->n_times = import_parse_times (space);
      *space = '\0';
    }
  g_strstrip (text);
}

/* "V1" and "1st" are a word and a number too. */
static char **
split_words (const char *text)
{
  g_autoptr(GString) lower = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean turns = p > text && !!g_ascii_isdigit (p[-1]) != !!g_ascii_isdigit (*p);

      if (turns)
        g_string_append_c (lower, ' ');
      g_string_append_c (lower, strchr ("-/,.#'", *p) != NULL ? ' ' : g_ascii_tolower (*p));
    }
  return g_strsplit (lower->str, " ", -1);
}

static gboolean
words_name_section (const char         *text,
                    ImportHeadingPlace  place)
{
  g_auto(GStrv) words = split_words (text);
  gboolean names = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (*word == '\0' || g_ascii_isdigit (*word))
        continue;
      if (is_listed (word, plain_words) ||
          (place == IMPORT_HEADING_MARKED && is_listed (word, marked_words)))
        names = TRUE;
      else if (!is_listed (word, other_words))
        return FALSE;
    }
  return names;
}

char *
import_heading_tidy_name (const char *name)
{
  g_autofree char *upper = g_utf8_strup (name, -1);
  gboolean is_shouted = strcmp (upper, name) == 0 && strlen (name) > 3;
  char *tidy = is_shouted ? g_utf8_strdown (name, -1) : g_strdup (name);
  static const char *const pre_chorus[] = { "prechorus", "pre chorus", "pre-chorus" };

  for (guint i = 0; i < G_N_ELEMENTS (pre_chorus); i++)
    {
      gsize length = strlen (pre_chorus[i]);

      if (g_ascii_strncasecmp (tidy, pre_chorus[i], length) == 0)
        {
          g_autofree char *old = tidy;

          tidy = g_strconcat ("Pre-Chorus", old + length, NULL);
        }
    }
  tidy[0] = g_ascii_toupper (tidy[0]);
  for (char *p = tidy; *p != '\0'; p++)
    {
      if (is_shouted && (*p == ' ' || *p == '-'))
        p[1] = g_ascii_toupper (p[1]);
    }
  return tidy;
}

gboolean
import_heading_parse (const char         *text,
                      ImportHeadingPlace  place,
                      ImportHeading      *heading)
{
  g_autofree char *copy = import_text_clean (text, MAX_HEADING_BYTES + 4, FALSE);
  gsize length = strlen (copy);

  *heading = (ImportHeading) { 0 };
  if (length == 0 || length > MAX_HEADING_BYTES)
    return FALSE;
  if (copy[length - 1] == ':')
    {
      copy[length - 1] = '\0';
      place = IMPORT_HEADING_MARKED;
    }
  cut_asides (copy, heading);
  if (g_ascii_strncasecmp (copy, "repeat ", 7) == 0 && place == IMPORT_HEADING_MARKED)
    memmove (copy, copy + 7, strlen (copy + 7) + 1);
  if (!words_name_section (copy, place))
    {
      import_heading_clear (heading);
      return FALSE;
    }
  heading->kind = maq_section_kind_guess (copy);
  heading->name = import_heading_tidy_name (copy);
  return TRUE;
}
