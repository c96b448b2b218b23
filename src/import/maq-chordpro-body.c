/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-import-text-private.h"
#include "maq-limits.h"

/* more than any song has; without an end, a small file could fill the memory */
#define MAX_REPEATED 10000

static gboolean
is_chord (const char *symbol)
{
  g_autoptr(MaqChord) chord = strlen (symbol) <= MAQ_LIMIT_CHORD_BYTES
                              ? maq_chord_parse (symbol, NULL) : NULL;

  return chord != NULL;
}

/* Whether anything of a text would be sung, "x2" and strokes apart. */
static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_times = (c == 'x' || c == 'X') &&
                          (g_ascii_isdigit (p[1]) || (p > text && g_ascii_isdigit (p[-1])));

      if (g_unichar_isalpha (c) && !is_times && c != 0xd7)
        return TRUE;
    }
  return FALSE;
}

/* What stands below charts in small print. */
static gboolean
is_small_print (const char *line)
{
  static const char *const signs[] = {
    "©", "copyright", "all rights reserved", "ccli", "http://", "https://", "www.",
  };
  g_autofree char *lower = g_utf8_strdown (line, -1);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (lower, signs[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t")] == '\0';
}

/* "e|--3--0--|": fingers on strings, which say nothing of harmony. */
static gboolean
is_tablature (const char *line)
{
  guint n_dashes = 0;

  if (strchr (line, '|') == NULL)
    return FALSE;
  for (const char *p = line; *p != '\0'; p++)
    n_dashes += *p == '-';
  return n_dashes >= 6 && n_dashes * 3 > strlen (line);
}

/* "| G . . . | C / D / | x2" without brackets: every word is part of a grid. */
static gboolean
is_bare_row (const char *line)
{
  g_auto(GStrv) words = g_strsplit_set (line, " \t|:", -1);
  const char *first_line = strchr (line, '|');
  guint n_chords = 0;

  if (first_line == NULL || strchr (first_line + 1, '|') == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (*word == '\0' || strcmp (word, ".") == 0 || strcmp (word, "/") == 0 ||
          strcmp (word, "%") == 0 || strcmp (word, "%%") == 0 || strcmp (word, "-") == 0 ||
          import_parse_times (word) > 0)
        continue;
      if (!is_chord (word))
        return FALSE;
      n_chords++;
    }
  return n_chords > 0;
}

gboolean
chordpro_is_chord_row (const char *line)
{
  g_auto(GStrv) words = g_strsplit_set (line, " \t", -1);
  guint n_chords = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!is_chord (words[i]) || n_chords > 32)
        return FALSE;
      n_chords++;
    }
  return n_chords > 0;
}

/* Chords stand above the syllable where they begin, column by column. */
char *
chordpro_bracket_row (const char *row,
                      const char *words)
{
  GString *line = g_string_new (NULL);

  while (*row != '\0' || *words != '\0')
    {
      gsize length = strcspn (row, " \t");

      if (length > 0)
        g_string_append_printf (line, "[%.*s]", (int) length, row);
      length = MAX (1, length);
      for (gsize i = 0; i < length; i++)
        {
          if (*words != '\0')
            {
              g_string_append_unichar (line, g_utf8_get_char (words));
              words = g_utf8_next_char (words);
            }
          else
            g_string_append_c (line, ' ');
          if (*row != '\0')
            row = g_utf8_next_char (row);
        }
    }
  return g_string_free (line, FALSE);
}

static void
add_row (ChordproReader *self,
         const char     *row)
{
  g_autofree char *tail = chordpro_grid_add_row (self->grid, self->line, row,
                                                 chordpro_reader_chord, self);

  if (tail != NULL)
    chordpro_reader_add_remark (self, MAQ_REMARK_DIRECTION, tail);
}

static void
add_bars_of_row (ChordproReader *self,
                 const char     *row)
{
  chordpro_reader_need_section (self);
  self->grid = chordpro_grid_new (NULL);
  add_row (self, row);
  chordpro_reader_end_grid (self);
}

/* The line with its chords where the brackets were, as a row of a grid. */
static char *
make_row (ChordproText *text)
{
  GString *row = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < text->marks->len; i++)
    {
      const ChordproMark *mark = &g_array_index (text->marks, ChordproMark, i);

      g_string_append_len (row, text->text + from, (gssize) (mark->offset - from));
      if (strpbrk (mark->symbol, " |") == NULL && *mark->symbol != '*')
        g_string_append_printf (row, " %s ", mark->symbol);
      from = mark->offset;
    }
  g_string_append (row, text->text + from);
  return g_string_free (row, FALSE);
}

static void
add_annotation (ChordproReader *self,
                const char     *symbol)
{
  g_autofree char *clean = import_text_clean (symbol + 1, MAQ_LIMIT_TEXT_BYTES, FALSE);

  if (*clean != '\0')
    chordpro_reader_add_remark (self, MAQ_REMARK_DIRECTION, clean);
}

/* The chords of a line, each where its syllable stands between 0 and 1. */
static GArray *
read_cells (ChordproReader *self,
            ChordproText   *text,
            guint           n_syllables)
{
  GArray *cells = chordpro_cells_new ();

  for (guint i = 0; i < text->marks->len; i++)
    {
      const ChordproMark *mark = &g_array_index (text->marks, ChordproMark, i);
      g_autoptr(MaqChord) chord = NULL;
      double before = chordpro_count_syllables (text->text, mark->offset);
      MaqChordMark played;

      if (*mark->symbol == '\0' || strcmp (mark->symbol, "|") == 0)
        continue;
      if (*mark->symbol == '*')
        {
          add_annotation (self, mark->symbol);
          continue;
        }
      chord = chordpro_reader_chord (self, self->line, mark->symbol, &played);
      if (chord != NULL && cells->len < 64)
        chordpro_cells_add (cells, MIN (1.0, before / MAX (1, n_syllables)), chord, played);
    }
  return cells;
}

static GArray *
copy_cells (const GArray *cells)
{
  GArray *copy = chordpro_cells_new ();

  for (guint i = 0; i < cells->len; i++)
    {
      const ChordproCell *cell = &g_array_index (cells, ChordproCell, i);

      chordpro_cells_add (copy, cell->at, cell->chord, cell->mark);
    }
  return copy;
}

static void
add_line (ChordproReader *self,
          ChordproText   *text,
          int             n_times)
{
  ChordproSection *section = chordpro_reader_need_section (self);
  guint n_syllables = chordpro_count_syllables (text->text, strlen (text->text));
  g_autoptr(GArray) cells = read_cells (self, text, n_syllables);

  for (int i = 0; i < n_times; i++)
    {
      ChordproItem *item = chordpro_section_add_item (section, CHORDPRO_LINE);

      item->text = import_text_clean (text->text, MAQ_LIMIT_TEXT_BYTES, FALSE);
      item->n_syllables = n_syllables;
      item->cells = copy_cells (cells);
    }
}

static void
add_chords (ChordproReader *self,
            ChordproText   *text,
            int             n_times)
{
  ChordproSection *section = chordpro_reader_need_section (self);
  g_autoptr(GArray) cells = read_cells (self, text, 0);

  for (int i = 0; i < n_times && cells->len > 0; i++)
    chordpro_section_add_item (section, CHORDPRO_CHORDS)->cells = copy_cells (cells);
}

/* "[G] / / / [D] / [A] /" as a row of bars; none if that does not fill its last bar. */
static char *
make_row_of_strokes (ChordproReader *self,
                     ChordproText   *text,
                     int             n_times)
{
  g_autoptr(GString) row = g_string_new ("|");
  g_autofree char *plain = make_row (text);
  g_auto(GStrv) beats = g_strsplit_set (plain, " \t", -1);
  guint n_in_bar = maq_meter_n_beats (self->meter);
  guint n = 0;

  if (strchr (text->text, '/') == NULL || strspn (text->text, "/ \t") < strlen (text->text))
    return NULL;
  for (guint i = 0; beats[i] != NULL; i++)
    {
      if (*beats[i] == '\0')
        continue;
      g_string_append_printf (row, " %s%s", beats[i], ++n % n_in_bar == 0 ? " |" : "");
    }
  if (n % n_in_bar != 0)
    return NULL;
  if (n_times > 1)
    g_string_append_printf (row, " x%d", n_times);
  if (chordpro_reader_tells (self, CHORDPRO_TOLD_STROKES))
    maq_import_report_add (self->report, self->line,
                           _("Each stroke is one more beat of the chord before it."));
  return g_string_free (g_steal_pointer (&row), FALSE);
}

/* "[Chorus]", "[Intro] [G] [D]": the first bracket names a section. */
static void
take_bracketed_heading (ChordproReader *self,
                        ChordproText   *text)
{
  g_auto(ImportHeading) heading = { 0 };
  const ChordproMark *mark;

  if (text->marks->len == 0 || self->in_environment)
    return;
  mark = &g_array_index (text->marks, ChordproMark, 0);
  if (strspn (text->text, " \t") < mark->offset || is_chord (mark->symbol) ||
      !import_heading_parse (mark->symbol, IMPORT_HEADING_MARKED, &heading))
    return;
  chordpro_reader_begin_heading (self, &heading);
  g_array_remove_index (text->marks, 0);
}

/* "Chorus:", "Verse 1", "Intro: [G] [D]": what stands before the first chord does. */
static void
take_plain_heading (ChordproReader *self,
                    ChordproText   *text)
{
  g_auto(ImportHeading) heading = { 0 };
  gsize end = text->marks->len > 0 ? g_array_index (text->marks, ChordproMark, 0).offset
                                   : strlen (text->text);
  g_autofree char *head = NULL;
  char *colon;

  if (self->in_environment)
    return;
  head = g_strndup (text->text, end);
  colon = strchr (head, ':');
  if (colon != NULL && colon - head < 40)
    {
      end = (gsize) (colon + 1 - head);
      colon[1] = '\0';
    }
  else if (text->marks->len > 0)
    return;
  if (!import_heading_parse (head, IMPORT_HEADING_PLAIN, &heading))
    return;
  if (chordpro_reader_tells (self, CHORDPRO_TOLD_HEADINGS))
    maq_import_report_add (self->report, self->line,
                           _("Lines like “%s” are taken for the headings of sections."),
                           g_strstrip (head));
  chordpro_reader_begin_heading (self, &heading);
  memset (text->text, ' ', end);
}

/* "[G] [D] (let ring)": words in parentheses after chords are not sung. */
static void
take_aside (ChordproReader *self,
            ChordproText   *text)
{
  char *open = strchr (text->text, '(');
  char *close = strrchr (text->text, ')');
  g_autofree char *before = NULL;
  g_autofree char *aside = NULL;

  if (text->marks->len == 0 || open == NULL || close == NULL || close < open ||
      !is_blank (close + 1))
    return;
  before = g_strndup (text->text, (gsize) (open - text->text));
  aside = g_strndup (open + 1, (gsize) (close - open - 1));
  if (has_words (before) || !has_words (aside))
    return;
  chordpro_reader_need_section (self);
  chordpro_reader_add_remark (self, MAQ_REMARK_DIRECTION, aside);
  memset (open, ' ', (gsize) (close - open + 1));
}

/* "(x2)" at the end of a line says how often it is played, and is not sung; 0 without it. */
static int
take_times (ChordproText *text)
{
  g_autofree char *copy = g_strchomp (g_strdup (text->text));
  gsize length = strlen (copy);
  char *from;
  int n_times;

  if (length > 0 && copy[length - 1] == ')')
    from = strrchr (copy, '(');
  else
    {
      from = copy + length;
      while (from > copy && !g_ascii_isspace (from[-1]))
        from--;
    }
  n_times = from != NULL ? import_parse_times (from) : 0;
  if (n_times > 0)
    memset (text->text + (from - copy), ' ', strlen (from));
  return n_times;
}

/* "x2" on a line of its own: behind a heading it is the section that comes twice. */
static void
take_lone_times (ChordproReader *self,
                 int             n_times,
                 gboolean        is_heading)
{
  g_autofree char *text = g_strdup_printf ("x%d", n_times);

  if (is_heading)
    {
      self->section->n_times = n_times;
      return;
    }
  chordpro_reader_add_remark (self, MAQ_REMARK_DIRECTION, text);
  maq_import_report_add (self->report, self->line,
                         _("“%s” stands alone, and what it repeats is not clear; it is kept as "
                           "a remark. Write it at the end of a line or heading."), text);
}

/* What is left of a line when headings and asides are taken off. */
static void
add_text (ChordproReader *self,
          ChordproText   *text,
          gboolean        is_heading)
{
  gboolean has_bar_lines = !has_words (text->text) && strchr (text->text, '|') != NULL;
  int n_found = has_bar_lines ? 0 : take_times (text);
  int n_times = MAX (1, n_found);
  g_autofree char *row = NULL;

  if (text->marks->len == 0 && is_blank (text->text))
    {
      if (n_found > 0)
        take_lone_times (self, n_found, is_heading);
      return;
    }
  if (n_times > 1 && self->n_repeated > MAX_REPEATED)
    n_times = 1;
  if (n_times > 1)
    maq_import_report_add (self->report, self->line,
                           _("The line is played %d times, and written out."), n_times);
  self->n_repeated += (guint) n_times - 1;
  if (has_words (text->text))
    {
      add_line (self, text, n_times);
      return;
    }
  if (text->marks->len == 0)
    return;
  row = has_bar_lines ? make_row (text) : make_row_of_strokes (self, text, n_times);
  if (row != NULL)
    add_bars_of_row (self, row);
  else
    add_chords (self, text, n_times);
}

void
chordpro_reader_body_line (ChordproReader *self,
                           const char     *line)
{
  guint n_sections = self->sections->len;
  g_autofree char *plain = g_strdup (line);
  g_auto(ChordproText) text = { 0 };

  if (self->grid != NULL)
    {
      add_row (self, line);
      return;
    }
  chordpro_strip_markup (plain);
  chordpro_text_parse (plain, &text);
  if (!text.is_balanced)
    maq_import_report_add (self->report, self->line,
                           _("A bracket is not closed; close it with ] if it holds a chord."));
  if (text.marks->len == 0 && is_tablature (text.text))
    {
      if (chordpro_reader_tells (self, CHORDPRO_TOLD_TABLATURE))
        maq_import_report_add (self->report, self->line, _("Lines of tablature are left out."));
      return;
    }
  if (text.marks->len == 0 && is_small_print (text.text))
    {
      chordpro_reader_add_remark (self, MAQ_REMARK_NOTE, text.text);
      return;
    }
  if (text.marks->len == 0 && is_bare_row (text.text))
    {
      add_bars_of_row (self, text.text);
      return;
    }
  take_bracketed_heading (self, &text);
  take_plain_heading (self, &text);
  take_aside (self, &text);
  add_text (self, &text, self->section != NULL && self->sections->len > n_sections);
}
