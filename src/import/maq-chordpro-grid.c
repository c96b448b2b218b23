/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-grid-private.h"

#include <stdlib.h>
#include <string.h>

#include "maq-import-heading-private.h"
#include "maq-limits.h"

#define MAX_CELLS 64

/*
 * @n_times: how often what ends with this bar is played; 0: no repeat ends here
 * @ending: of a repeat: 1 for the first; 0 for what is before the endings
 */
typedef struct
{
  GArray   *cells;
  gboolean  starts_repeat;
  int       n_times;
  int       ending;
} GridBar;

struct _ChordproGrid
{
  GArray   *bars;
  gboolean  has_margin;
  /* of the bar that comes next */
  gboolean  starts_repeat;
  int       ending;
  gboolean  is_second_of_two;
  /* of the row that is read */
  guint     first_bar;
  GPtrArray *tokens;
};

static void
clear_cell_cb (gpointer data)
{
  ChordproCell *cell = data;

  maq_chord_unref (cell->chord);
}

GArray *
chordpro_cells_new (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ChordproCell));

  g_array_set_clear_func (cells, clear_cell_cb);
  return cells;
}

void
chordpro_cells_add (GArray       *cells,
                    double        at,
                    MaqChord     *chord,
                    MaqChordMark  mark)
{
  ChordproCell cell = { at, maq_chord_ref (chord), mark };

  g_array_append_val (cells, cell);
}

static void
clear_bar_cb (gpointer data)
{
  GridBar *bar = data;

  g_array_unref (bar->cells);
}

ChordproGrid *
chordpro_grid_new (const char *shape)
{
  ChordproGrid *self = g_new0 (ChordproGrid, 1);

  self->bars = g_array_new (FALSE, FALSE, sizeof (GridBar));
  g_array_set_clear_func (self->bars, clear_bar_cb);
  self->tokens = g_ptr_array_new_with_free_func (g_free);
  if (shape != NULL)
    {
      const char *plus = strchr (shape, '+');

      self->has_margin = plus != NULL && strchr (plus, 'x') != NULL && atoi (shape) > 0;
    }
  return self;
}

void
chordpro_grid_free (ChordproGrid *self)
{
  g_array_unref (self->bars);
  g_ptr_array_unref (self->tokens);
  g_free (self);
}

static GridBar *
get_bar (ChordproGrid *self,
         guint         index)
{
  return &g_array_index (self->bars, GridBar, index);
}

static void
add_symbols (GArray            *cells,
             guint              line,
             const char        *token,
             double             at,
             double             width,
             ChordproChordFunc  chord_func,
             gpointer           user_data)
{
  g_auto(GStrv) symbols = g_strsplit (token, "~", 16);
  guint n_symbols = g_strv_length (symbols);

  for (guint i = 0; i < n_symbols; i++)
    {
      g_autoptr(MaqChord) chord = NULL;
      MaqChordMark mark;

      if (*symbols[i] == '\0' || strcmp (symbols[i], ".") == 0 || strcmp (symbols[i], "/") == 0 ||
          strcmp (symbols[i], "-") == 0)
        continue;
      chord = chord_func (user_data, line, symbols[i], &mark);
      if (chord != NULL)
        chordpro_cells_add (cells, at + width * i / n_symbols, chord, mark);
    }
}

/* The bar @back bars before the next one, or none. */
static GArray *
ref_earlier_cells (ChordproGrid *self,
                   guint         back)
{
  if (self->bars->len < back)
    return chordpro_cells_new ();
  return g_array_ref (get_bar (self, self->bars->len - back)->cells);
}

static GArray *
make_cells (ChordproGrid      *self,
            guint              line,
            ChordproChordFunc  chord_func,
            gpointer           user_data)
{
  guint n_tokens = MIN (self->tokens->len, MAX_CELLS);
  GArray *cells;
  gboolean was_two = self->is_second_of_two;

  self->is_second_of_two = FALSE;
  for (guint i = 0; i < n_tokens; i++)
    {
      const char *token = g_ptr_array_index (self->tokens, i);

      if (strcmp (token, "%") == 0)
        return ref_earlier_cells (self, 1);
      if (strcmp (token, "%%") == 0)
        {
          self->is_second_of_two = TRUE;
          return ref_earlier_cells (self, 2);
        }
    }
  cells = chordpro_cells_new ();
  for (guint i = 0; i < n_tokens; i++)
    add_symbols (cells, line, g_ptr_array_index (self->tokens, i), (double) i / n_tokens,
                 1.0 / n_tokens, chord_func, user_data);
  if (was_two && cells->len == 0)
    {
      g_array_unref (cells);
      return ref_earlier_cells (self, 2);
    }
  return cells;
}

static void
close_bar (ChordproGrid      *self,
           guint              line,
           ChordproChordFunc  chord_func,
           gpointer           user_data)
{
  GridBar bar = { 0 };

  if (self->tokens->len == 0 || self->bars->len >= MAQ_LIMIT_BARS)
    return;
  bar.cells = make_cells (self, line, chord_func, user_data);
  bar.starts_repeat = self->starts_repeat;
  bar.ending = self->ending;
  self->starts_repeat = FALSE;
  g_array_append_val (self->bars, bar);
  g_ptr_array_set_size (self->tokens, 0);
}

static gboolean
is_bar_line (const char *p)
{
  return *p == '|' || (*p == ':' && p[1] == '|');
}

/* Reads "|", "||", "|:", ":|", ":|:", "|.", "|1", "|2." and what it says of repeats. */
static const char *
read_bar_line (ChordproGrid *self,
               const char   *p)
{
  gboolean ends = *p == ':';

  if (ends)
    p++;
  p += strspn (p, "|");
  if (*p == '.' && (p[1] == '\0' || p[1] == ' '))
    p++;
  if (ends && self->bars->len > 0)
    {
      get_bar (self, self->bars->len - 1)->n_times = 2;
      self->ending = 0;
    }
  if (*p == ':' && p[1] != '|')
    {
      self->starts_repeat = TRUE;
      self->ending = 0;
      p++;
    }
  if (g_ascii_isdigit (*p) && !g_ascii_isdigit (p[1]))
    {
      self->ending = *p - '0';
      p++;
      p += strspn (p, ".>");
    }
  return p;
}

/* "x3" is about the repeat that ends here, else about the row. */
static void
repeat_row (ChordproGrid *self,
            int           n_times)
{
  guint n_bars = self->bars->len;

  if (n_bars == 0 || n_bars == self->first_bar)
    return;
  if (get_bar (self, n_bars - 1)->n_times == 0)
    get_bar (self, self->first_bar)->starts_repeat = TRUE;
  get_bar (self, n_bars - 1)->n_times = n_times;
}

/* What stands after the last bar line: "x3", words, or both. */
static char *
read_tail (ChordproGrid *self)
{
  g_autofree char *tail = NULL;
  g_autofree char *first = NULL;
  const char *rest;
  int n_times;

  g_ptr_array_add (self->tokens, NULL);
  tail = g_strjoinv (" ", (char **) self->tokens->pdata);
  g_ptr_array_set_size (self->tokens, 0);
  rest = tail;
  first = g_strndup (tail, strcspn (tail, " "));
  n_times = import_parse_times (first);
  if (n_times > 0)
    {
      repeat_row (self, n_times);
      rest = tail + strlen (first);
      rest += strspn (rest, " ");
    }
  return *rest == '\0' ? NULL : g_strdup (rest);
}

char *
chordpro_grid_add_row (ChordproGrid      *self,
                       guint              line,
                       const char        *row,
                       ChordproChordFunc  chord_func,
                       gpointer           user_data)
{
  const char *p = row + strspn (row, " \t");
  gboolean has_line = FALSE;

  self->first_bar = self->bars->len;
  while (*p != '\0')
    {
      if (is_bar_line (p))
        {
          if (!has_line && self->has_margin)
            g_ptr_array_set_size (self->tokens, 0);
          /* "|s" begins a row of strokes, which is no harmony */
          if (!has_line && (p[1] == 's' || p[1] == 'S') && (p[2] == ' ' || p[2] == '\0'))
            return NULL;
          close_bar (self, line, chord_func, user_data);
          p = read_bar_line (self, p);
          has_line = TRUE;
        }
      else
        {
          const char *start = p;

          while (*p != '\0' && *p != ' ' && *p != '\t' && !is_bar_line (p))
            p++;
          g_ptr_array_add (self->tokens, g_strndup (start, (gsize) (p - start)));
        }
      p += strspn (p, " \t");
    }
  if (has_line)
    return read_tail (self);
  close_bar (self, line, chord_func, user_data);
  return NULL;
}

/* Plays the repeat from @start to @end once more, up to its first ending. */
static void
repeat_bars (ChordproGrid *self,
             GPtrArray    *bars,
             guint         start,
             guint         end)
{
  for (guint i = start; i <= end && bars->len < MAQ_LIMIT_BARS; i++)
    {
      if (get_bar (self, i)->ending == 0)
        g_ptr_array_add (bars, g_array_ref (get_bar (self, i)->cells));
    }
}

GPtrArray *
chordpro_grid_dup_bars (ChordproGrid *self)
{
  GPtrArray *bars = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint start = 0;

  for (guint i = 0; i < self->bars->len && bars->len < MAQ_LIMIT_BARS; i++)
    {
      GridBar *bar = get_bar (self, i);

      if (bar->starts_repeat)
        start = i;
      g_ptr_array_add (bars, g_array_ref (bar->cells));
      if (bar->n_times > 0)
        {
          for (int pass = 1; pass < bar->n_times; pass++)
            repeat_bars (self, bars, start, i);
          start = i + 1;
        }
    }
  return bars;
}
