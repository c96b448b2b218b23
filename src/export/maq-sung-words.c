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

static void
add_word (GPtrArray  *words,
          guint       note,
          const char *word)
{
  char *before = words->pdata[note];

  words->pdata[note] = before != NULL ? g_strconcat (before, " ", word, NULL) : g_strdup (word);
  g_free (before);
}

/* Each word on the note that its first syllable falls on; several where notes are few. */
static void
spread_line (GPtrArray  *words,
             guint       first,
             guint       end,
             const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);
  g_auto(GStrv) list = g_strsplit (line, " ", -1);
  guint n_notes = end - first;
  guint n_syllables = 0, at = 0;

  for (guint i = 0; list[i] != NULL; i++)
    n_syllables += count_syllables (list[i]);
  for (guint i = 0; list[i] != NULL && n_notes > 0; i++)
    {
      guint note = n_syllables <= n_notes ? at : at * n_notes / n_syllables;

      if (list[i][0] != '\0')
        add_word (words, first + note, list[i]);
      at += count_syllables (list[i]);
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

/* A line lasts until the next one begins, or the section ends. */
static void
spread_section (GPtrArray   *words,
                MaqForm     *form,
                guint        section,
                MaqNotation *notation)
{
  const MaqFormSection *place = maq_form_get_section (form, section);
  MaqVec *lyrics = maq_section_get_fields (place->section)->lyrics;
  guint n_lines = lyrics != NULL ? maq_vec_get_length (lyrics) : 0;
  guint n_notes;
  const MaqNotationNote *notes = maq_notation_get_notes (notation, &n_notes);

  for (guint i = 0; i < n_lines; i++)
    {
      MaqLyric *lyric = maq_vec_get (lyrics, i);
      int bar = maq_lyric_get_bar (lyric);
      int end = i + 1 < n_lines ? maq_lyric_get_bar (maq_vec_get (lyrics, i + 1)) : place->bars;

      if (bar >= place->bars)
        break;
      end = CLAMP (end, bar + 1, place->bars);
      spread_line (words,
                   find_first_note (notes, n_notes, place->start_ticks +
                                    maq_form_get_bar_start (form, section, bar)),
                   find_first_note (notes, n_notes, place->start_ticks +
                                    maq_form_get_bar_start (form, section, end)),
                   maq_lyric_get_text (lyric));
    }
}

GPtrArray *
maq_sung_words_list (MaqHandoff  *handoff,
                     MaqNotation *notation)
{
  MaqForm *form = maq_handoff_get_form (handoff);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  guint n_notes;

  maq_notation_get_notes (notation, &n_notes);
  g_ptr_array_set_size (words, (int) n_notes);
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
