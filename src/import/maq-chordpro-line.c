/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-line-private.h"

#include <string.h>

void
chordpro_directive_clear (ChordproDirective *directive)
{
  g_clear_pointer (&directive->name, g_free);
  g_clear_pointer (&directive->value, g_free);
  g_clear_pointer (&directive->rest, g_free);
}

/* Nobody plays a certain instrument here, so "-piano" is not meant and
 * "-piano!", all but the piano, is. */
static void
cut_selector (ChordproDirective *directive)
{
  char *dash = strchr (directive->name, '-');
  gsize length = strlen (directive->name);

  directive->is_meant = TRUE;
  if (dash == NULL)
    return;
  directive->is_meant = directive->name[length - 1] == '!';
  *dash = '\0';
}

gboolean
chordpro_directive_parse (const char        *line,
                          ChordproDirective *directive)
{
  const char *start = line + strspn (line, " \t");
  const char *end, *name_end, *value;
  g_autofree char *body = NULL;

  *directive = (ChordproDirective) { 0 };
  if (*start != '{')
    return FALSE;
  end = strrchr (start, '}');
  directive->is_closed = end != NULL;
  body = end != NULL ? g_strndup (start + 1, (gsize) (end - start - 1)) : g_strdup (start + 1);
  if (end != NULL && end[1 + strspn (end + 1, " \t")] != '\0')
    directive->rest = g_strdup (end + 1);

  g_strstrip (body);
  name_end = body + strcspn (body, ": \t=");
  value = name_end + strspn (name_end, " \t");
  if (*value == ':')
    value++;
  directive->name = g_ascii_strdown (body, name_end - body);
  directive->value = g_strstrip (g_strdup (value));
  cut_selector (directive);
  return TRUE;
}

char *
chordpro_dup_label (const char *value)
{
  const char *label = strstr (value, "label");
  const char *p, *end;

  if (label != NULL && (label == value || g_ascii_isspace (label[-1])))
    {
      p = label + 5 + strspn (label + 5, " \t");
      if (*p == '=')
        {
          p += 1 + strspn (p + 1, " \t");
          if (*p == '"' || *p == '\'')
            {
              end = strchr (p + 1, *p);
              return end != NULL ? g_strndup (p + 1, (gsize) (end - p - 1)) : g_strdup (p + 1);
            }
          return g_strndup (p, strcspn (p, " \t"));
        }
    }
  /* another attribute, as in shape="4x4", is no label */
  end = strchr (value, '=');
  if (*value == '\0' || (end != NULL && end[1] == '"'))
    return NULL;
  return g_strdup (value);
}

static void
clear_mark_cb (gpointer data)
{
  ChordproMark *mark = data;

  g_free (mark->symbol);
}

void
chordpro_text_clear (ChordproText *text)
{
  g_clear_pointer (&text->text, g_free);
  g_clear_pointer (&text->marks, g_array_unref);
}

void
chordpro_text_parse (const char   *line,
                     ChordproText *text)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  text->marks = g_array_new (FALSE, FALSE, sizeof (ChordproMark));
  g_array_set_clear_func (text->marks, clear_mark_cb);
  text->is_balanced = TRUE;
  while (*line != '\0')
    {
      const char *close = *line == '[' ? strpbrk (line + 1, "[]") : NULL;

      if (close != NULL && *close == ']')
        {
          ChordproMark mark = { plain->len, NULL };

          mark.symbol = g_strstrip (g_strndup (line + 1, (gsize) (close - line - 1)));
          g_array_append_val (text->marks, mark);
          line = close + 1;
          continue;
        }
      if (*line == '[' || *line == ']')
        text->is_balanced = FALSE;
      g_string_append_c (plain, *line++);
    }
  text->text = g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Vowels of the alphabets of Western, Slavic and Greek lyrics, accents apart. */
static gboolean
is_vowel (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 0)
    c = parts[0];
  c = g_unichar_tolower (c);
  return c != 0 && g_utf8_strchr ("aeiouyæœøаеиоуыэюяієαεηιουω", -1, c) != NULL;
}

static gboolean
is_whole_syllable (gunichar c)
{
  return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7a3);
}

guint
chordpro_count_syllables (const char *text,
                          gsize       n_bytes)
{
  const char *end = text + n_bytes;
  gboolean in_vowels = FALSE, in_word = FALSE;
  guint n_syllables = 0, n_in_word = 0;
  gunichar last = 0, before = 0;

  for (const char *p = text; p <= end; p = g_utf8_next_char (p))
    {
      gunichar c = p < end ? g_utf8_get_char (p) : ' ';
      gboolean is_letter = g_unichar_isalpha (c);

      if (in_word && !is_letter && c != '\'' && c != 0x2019)
        {
          /* the e of "time" is silent, that of "the" and "little" is not */
          if (last == 'e' && n_in_word > 1 && before != 'l' && !is_vowel (before))
            n_in_word--;
          n_syllables += MAX (1, n_in_word);
          n_in_word = 0;
        }
      if (is_whole_syllable (c))
        n_in_word++;
      else if (is_vowel (c) && !in_vowels)
        n_in_word++;
      in_vowels = is_vowel (c);
      in_word = is_letter || (in_word && (c == '\'' || c == 0x2019));
      before = last;
      last = c;
      if (p >= end)
        break;
    }
  return n_syllables;
}

void
chordpro_strip_markup (char *text)
{
  char *to = text;
  const char *from = text;

  while (*from != '\0')
    {
      const char *close = *from == '<' ? strchr (from, '>') : NULL;

      /* tags have small letters; "<G>" is a chord that is held */
      if (close != NULL && (from[1] == '/' || g_ascii_islower (from[1])))
        from = close + 1;
      else
        *to++ = *from++;
    }
  *to = '\0';
}
