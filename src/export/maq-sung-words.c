/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sung-words.h"

#include <string.h>

#include "maq-export-words.h"
#include "maq-lyric.h"

/* About how many syllables: groups of vowels; a word of a script without them counts as one. */
static guint
count_syllables (const char *word)
{
  gboolean in_vowels = FALSE;
  guint n_groups = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      gunichar base = c;

      g_unichar_fully_decompose (c, FALSE, &base, 1);
      if (base < 0x80 && strchr ("aeiouy", (char) base) != NULL)
        n_groups += !in_vowels;
      in_vowels = base < 0x80 && strchr ("aeiouy", (char) base) != NULL;
    }
  return MAX (n_groups, 1);
}

/* Whether a hyphen stands between the syllables of a word, and not for a dash or an end. */
static gboolean
parts_syllables (const char *word,
                 const char *hyphen)
{
  return hyphen > word &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen))) &&
         g_unichar_isalpha (g_utf8_get_char (hyphen + 1));
}

/* (transfer full): "hal", "le", "lu", "jah"; the word alone if it has no such hyphens. */
static GPtrArray *
list_syllables (const char *word)
{
  GPtrArray *syllables = g_ptr_array_new_with_free_func (g_free);
  const char *start = word;

  for (const char *p = strchr (word, '-'); p != NULL; p = strchr (p + 1, '-'))
    if (parts_syllables (word, p))
      {
        g_ptr_array_add (syllables, g_strndup (start, (gsize) (p - start)));
        start = p + 1;
      }
  g_ptr_array_add (syllables, g_strdup (start));
  return syllables;
}

static void
add_syllable (MaqSungText *note,
              const char  *syllable,
              gboolean     is_first,
              gboolean     is_last)
{
  char *before = note->text;

  if (before == NULL)
    note->goes_on_from = !is_first;
  note->text = before != NULL ? g_strconcat (before, is_first ? " " : "-", syllable, NULL)
                              : g_strdup (syllable);
  note->goes_on = !is_last;
  g_free (before);
}

static guint
count_line (char **list)
{
  guint n_syllables = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) syllables = list_syllables (list[i]);

      for (guint j = 0; j < syllables->len; j++)
        n_syllables += count_syllables (syllables->pdata[j]);
    }
  return n_syllables;
}

/* Each word on the note that its first syllable falls on; several where notes are few. */
static void
spread_line (GArray     *words,
             guint       first,
             guint       end,
             const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);
  g_auto(GStrv) list = g_strsplit (line, " ", -1);
  guint n_notes = end - first;
  guint n_syllables = count_line (list), at = 0;

  for (guint i = 0; list[i] != NULL && n_notes > 0; i++)
    {
      g_autoptr(GPtrArray) syllables = list_syllables (list[i]);

      for (guint j = 0; j < syllables->len; j++)
        {
          guint note = n_syllables <= n_notes ? at : at * n_notes / n_syllables;

          if (list[i][0] != '\0')
            add_syllable (&g_array_index (words, MaqSungText, first + note), syllables->pdata[j],
                          j == 0, j + 1 == syllables->len);
          at += count_syllables (syllables->pdata[j]);
        }
    }
}

static guint
find_first_note (const MaqNotationNote *notes,
                 guint                  n_notes,
                 MaqTick                ticks)
{
  guint at = 0;

  while (at < n_notes && notes[at].start_ticks < ticks)
    at++;
  return at;
}

/* The notes of a line, from @first on; it lasts until the next one begins, or the section ends.
 * Returns their end. */
static guint
find_notes (MaqForm     *form,
            MaqNotation *notation,
            guint        section,
            guint        line,
            guint       *first)
{
  const MaqFormSection *place = maq_form_get_section (form, section);
  MaqVec *lyrics = maq_section_get_fields (place->section)->lyrics;
  int bar = maq_lyric_get_bar (maq_vec_get (lyrics, line));
  int end = line + 1 < maq_vec_get_length (lyrics)
              ? maq_lyric_get_bar (maq_vec_get (lyrics, line + 1)) : place->bars;
  guint n_notes;
  const MaqNotationNote *notes = maq_notation_get_notes (notation, &n_notes);

  if (bar >= place->bars)
    return *first = n_notes;
  end = CLAMP (end, bar + 1, place->bars);
  *first = find_first_note (notes, n_notes, place->start_ticks +
                            maq_form_get_bar_start (form, section, bar));
  return find_first_note (notes, n_notes, place->start_ticks +
                          maq_form_get_bar_start (form, section, end));
}

guint
maq_sung_words_count_notes (MaqForm     *form,
                            MaqNotation *notation,
                            guint        section,
                            guint        line)
{
  guint first = 0;

  return notation == NULL ? 0 : find_notes (form, notation, section, line, &first) - first;
}

static void
spread_section (GArray      *words,
                MaqForm     *form,
                guint        section,
                MaqNotation *notation)
{
  MaqVec *lyrics =
    maq_section_get_fields (maq_form_get_section (form, section)->section)->lyrics;

  for (guint i = 0; lyrics != NULL && i < maq_vec_get_length (lyrics); i++)
    {
      guint first;
      guint end = find_notes (form, notation, section, i, &first);

      spread_line (words, first, end, maq_lyric_get_text (maq_vec_get (lyrics, i)));
    }
}

static void
clear_text (MaqSungText *note)
{
  g_free (note->text);
}

GArray *
maq_sung_words_list (MaqHandoff  *handoff,
                     MaqNotation *notation)
{
  MaqForm *form = maq_handoff_get_form (handoff);
  GArray *words = g_array_new (FALSE, TRUE, sizeof (MaqSungText));
  guint n_notes;

  maq_notation_get_notes (notation, &n_notes);
  g_array_set_clear_func (words, (GDestroyNotify) clear_text);
  g_array_set_size (words, n_notes);
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    spread_section (words, form, i, notation);
  return words;
}

MaqLane *
maq_sung_words_find_lane (MaqHandoff     *handoff,
                          MaqPerformance *performance)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);

  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);
      int index = maq_arrangement_find_layer (arrangement, maq_lane_get_id (lane));

      if (index >= 0 && maq_layer_get_role (maq_arrangement_get_layer (
                          arrangement, (guint) index)) == MAQ_ROLE_VOCAL)
        return lane;
    }
  return NULL;
}
