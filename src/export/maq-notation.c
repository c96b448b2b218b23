/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-notation.h"

#include <string.h>

#define SIXTEENTH (MAQ_TICKS_PER_QUARTER / 4)
#define THIRTY_SECOND (MAQ_TICKS_PER_QUARTER / 8)
#define TRIPLET (MAQ_TICKS_PER_QUARTER / 3)

/* how much nearer triplets must come before they are written */
#define TRIPLET_GAIN 2.0

/* A beat, or a quarter of a longer one: what has one grid. */
typedef struct
{
  MaqTick  start;
  MaqTick  length;
  MaqTick  step;
  gboolean is_swung; /* its second eighth is late */
} Cell;

typedef struct
{
  MaqTick start;
  MaqTick end;
  guint8  key;
} Struck;

struct _MaqNotation
{
  GArray         *bars;
  GArray         *cells;
  GArray         *notes;
  MaqNotationHow  how;
  MaqTick         length;
};

static void
list_bar_cells (MaqNotation          *self,
                const MaqNotationBar *bar)
{
  MaqTick beat = maq_meter_beat_ticks (bar->meter);

  if (beat > MAQ_TICKS_PER_QUARTER && !maq_meter_is_compound (bar->meter))
    beat = MAQ_TICKS_PER_QUARTER;
  for (MaqTick at = 0; at < bar->length_ticks; at += beat)
    {
      Cell cell = { bar->start_ticks + at, MIN (beat, bar->length_ticks - at), SIXTEENTH, FALSE };

      if (cell.length % SIXTEENTH != 0)
        cell.step = THIRTY_SECOND;
      g_array_append_val (self->cells, cell);
    }
}

static void
list_bars (MaqNotation *self,
           MaqForm     *form)
{
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);

      for (int j = 0; j < place->bars; j++)
        {
          MaqTick start = maq_form_get_bar_start (form, i, j);
          const MaqNotationBar bar = { place->start_ticks + start,
                                       maq_form_get_bar_start (form, i, j + 1) - start, i, j,
                                       maq_form_get_bar_meter (form, i, j) };

          g_array_append_val (self->bars, bar);
          list_bar_cells (self, &bar);
        }
    }
}

static const Cell *
find_cell (MaqNotation *self,
           MaqTick      ticks)
{
  guint low = 0, high = self->cells->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (g_array_index (self->cells, Cell, middle).start <= ticks)
        low = middle;
      else
        high = middle - 1;
    }
  return &g_array_index (self->cells, Cell, low);
}

static MaqTick
snap (MaqNotation *self,
      MaqTick      ticks)
{
  const Cell *cell = find_cell (self, ticks);
  MaqTick offset = ticks - cell->start;
  MaqTick step = cell->is_swung ? cell->length / 2 : cell->step;

  if (cell->is_swung)
    offset = offset < TRIPLET ? 0 : offset < cell->length - TRIPLET / 2 ? step : cell->length;
  else
    offset = (offset + step / 2) / step * step;
  return cell->start + MIN (offset, cell->length);
}

static int
compare_struck (gconstpointer a,
                gconstpointer b)
{
  const Struck *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return (int) x->key - (int) y->key;
}

static GArray *
list_struck (MaqNotation    *self,
             MaqPerformance *performance,
             MaqLane        *lane)
{
  GArray *struck = g_array_new (FALSE, FALSE, sizeof (Struck));

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      MaqTick start = maq_performance_get_span (performance, i)->start_ticks;
      guint n_notes = 0;
      const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes; j++)
        {
          const Struck one = { start + notes[j].start_ticks,
                               start + notes[j].start_ticks + notes[j].length_ticks,
                               notes[j].key };

          if (one.start >= 0 && one.start < self->length)
            g_array_append_val (struck, one);
        }
    }
  g_array_sort (struck, compare_struck);
  return struck;
}

static double
square_distance (MaqTick offset,
                 MaqTick step)
{
  double distance = (double) (offset - (offset + step / 2) / step * step);

  return distance * distance;
}

/* Of the onsets in a quarter: do triplets come nearer, and is it but a swung eighth? */
static void
choose_grid (Cell         *cell,
             const Struck *struck,
             guint         n_struck)
{
  double even = 0.0, triplet = 0.0;
  gboolean has_second = FALSE, has_third = FALSE;

  if (cell->length != MAQ_TICKS_PER_QUARTER)
    return;
  for (guint i = 0; i < n_struck; i++)
    {
      MaqTick offset = struck[i].start - cell->start;

      even += square_distance (offset, SIXTEENTH);
      triplet += square_distance (offset, TRIPLET);
      has_second |= (offset + TRIPLET / 2) / TRIPLET == 1;
      has_third |= (offset + TRIPLET / 2) / TRIPLET == 2;
    }
  if ((!has_second && !has_third) || triplet * TRIPLET_GAIN >= even)
    return;
  cell->is_swung = !has_second;
  if (has_second)
    cell->step = TRIPLET;
}

static void
choose_grids (MaqNotation *self,
              GArray      *struck)
{
  guint at = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);
      guint first = at;

      while (at < struck->len &&
             g_array_index (struck, Struck, at).start < cell->start + cell->length)
        at++;
      choose_grid (cell, &((const Struck *) (gpointer) struck->data)[first], at - first);
    }
}

static void
add_key (MaqNotationNote *note,
         guint8           key,
         MaqNotationHow   how)
{
  guint at = 0;

  if (how == MAQ_NOTATION_TUNE)
    {
      note->keys[0] = note->n_keys == 0 ? key : MAX (note->keys[0], key);
      note->n_keys = 1;
      return;
    }
  while (at < note->n_keys && note->keys[at] < key)
    at++;
  if (note->n_keys == MAQ_NOTATION_MAX_KEYS || (at < note->n_keys && note->keys[at] == key))
    return;
  memmove (note->keys + at + 1, note->keys + at, note->n_keys - at);
  note->keys[at] = key;
  note->n_keys++;
}

/* What falls on the same place of the grid is struck together. */
static void
gather (MaqNotation *self,
        GArray      *struck)
{
  for (guint i = 0; i < struck->len; i++)
    {
      const Struck *one = &g_array_index (struck, Struck, i);
      MaqTick start = snap (self, one->start);
      MaqTick end = one->end >= self->length ? self->length : snap (self, one->end);
      MaqNotationNote *last = self->notes->len > 0
                              ? &g_array_index (self->notes, MaqNotationNote, self->notes->len - 1)
                              : NULL;

      if (start >= self->length)
        continue;
      if (last == NULL || last->start_ticks != start)
        {
          const MaqNotationNote note = { .start_ticks = start };

          g_array_append_val (self->notes, note);
          last = &g_array_index (self->notes, MaqNotationNote, self->notes->len - 1);
        }
      last->length_ticks = MAX (last->length_ticks, end - start);
      add_key (last, one->key, self->how);
    }
}

/* Up to the next onset at most; a breath before it is no rest. */
static void
fit_lengths (MaqNotation *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      MaqNotationNote *note = &g_array_index (self->notes, MaqNotationNote, i);
      const Cell *cell = find_cell (self, note->start_ticks);
      MaqTick next = i + 1 < self->notes->len
                     ? g_array_index (self->notes, MaqNotationNote, i + 1).start_ticks
                     : self->length;
      MaqTick end = note->start_ticks + MAX (note->length_ticks, cell->step);

      if (end > next || next - end <= SIXTEENTH)
        end = next;
      if (self->how == MAQ_NOTATION_DRUMS)
        end = MIN (next, cell->start + cell->length);
      note->length_ticks = end - note->start_ticks;
    }
}

MaqNotation *
maq_notation_new (MaqForm        *form,
                  MaqPerformance *performance,
                  MaqLane        *lane,
                  MaqNotationHow  how)
{
  MaqNotation *self = g_new0 (MaqNotation, 1);

  self->bars = g_array_new (FALSE, FALSE, sizeof (MaqNotationBar));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->notes = g_array_new (FALSE, FALSE, sizeof (MaqNotationNote));
  self->how = how;
  self->length = maq_form_get_length_ticks (form);
  list_bars (self, form);
  if (lane != NULL && self->cells->len > 0)
    {
      g_autoptr(GArray) struck = list_struck (self, performance, lane);

      choose_grids (self, struck);
      gather (self, struck);
      fit_lengths (self);
    }
  return self;
}

void
maq_notation_free (MaqNotation *self)
{
  g_array_unref (self->bars);
  g_array_unref (self->cells);
  g_array_unref (self->notes);
  g_free (self);
}

const MaqNotationBar *
maq_notation_get_bars (MaqNotation *self,
                       guint       *n_bars)
{
  *n_bars = self->bars->len;
  return (const MaqNotationBar *) (gpointer) self->bars->data;
}

const MaqNotationNote *
maq_notation_get_notes (MaqNotation *self,
                        guint       *n_notes)
{
  *n_notes = self->notes->len;
  return (const MaqNotationNote *) (gpointer) self->notes->data;
}

MaqTick
maq_notation_value_ticks (int value,
                          int n_dots)
{
  MaqTick ticks = value == 0 ? 2 * MAQ_TICKS_PER_WHOLE : MAQ_TICKS_PER_WHOLE / value;

  return n_dots > 0 ? ticks + ticks / 2 : ticks;
}

int
maq_notation_find_value (MaqTick  length_ticks,
                         int     *n_dots)
{
  for (int value = 0; value < 32; value = value == 0 ? 1 : 2 * value)
    for (*n_dots = 1; *n_dots >= 0; (*n_dots)--)
      if (maq_notation_value_ticks (value, *n_dots) <= length_ticks)
        return value;
  *n_dots = 0;
  return 32;
}

/* Where triplets that a stretch fills in part begin, or the stretch ends. */
static MaqTick
find_plain_end (MaqNotation *self,
                MaqTick      start,
                MaqTick      end)
{
  for (MaqTick at = start; at < end;)
    {
      const Cell *cell = find_cell (self, at);

      if (cell->step == TRIPLET && (at > cell->start || end < cell->start + cell->length))
        return at;
      at = cell->start + cell->length;
    }
  return end;
}

/* The first piece of what goes from @start to @end in one bar. */
static MaqNotationPiece
cut_piece (MaqNotation *self,
           MaqTick      start,
           MaqTick      end)
{
  const Cell *cell = find_cell (self, start);
  MaqTick cell_end = cell->start + cell->length;
  MaqTick plain_end = find_plain_end (self, start, end);
  MaqNotationPiece piece = { .start_ticks = start };
  int value, n_dots;

  if (plain_end == start)
    {
      piece.is_triplet = TRUE;
      piece.length_ticks = MIN (end, cell_end) - start;
      piece.opens = start == cell->start;
      piece.closes = start + piece.length_ticks == cell_end;
      return piece;
    }
  if (start > cell->start)
    plain_end = MIN (plain_end, cell_end);
  value = maq_notation_find_value (plain_end - start, &n_dots);
  piece.length_ticks = maq_notation_value_ticks (value, n_dots);
  return piece;
}

/* The note that sounds at @at or the next one; their number if there is none. */
static guint
find_note (MaqNotation *self,
           MaqTick      at)
{
  guint low = 0, high = self->notes->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const MaqNotationNote *note = &g_array_index (self->notes, MaqNotationNote, middle);

      if (note->start_ticks + note->length_ticks <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
maq_notation_list_pieces (MaqNotation *self,
                          guint        bar)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (MaqNotationPiece));
  const MaqNotationBar *place = &g_array_index (self->bars, MaqNotationBar, bar);
  MaqTick bar_end = place->start_ticks + place->length_ticks;
  MaqTick at = place->start_ticks;

  while (at < bar_end)
    {
      guint i = find_note (self, at);
      const MaqNotationNote *note = i < self->notes->len
                                    ? &g_array_index (self->notes, MaqNotationNote, i) : NULL;
      gboolean sounds = note != NULL && note->start_ticks <= at;
      MaqTick note_end = note == NULL ? bar_end
                         : sounds ? note->start_ticks + note->length_ticks : note->start_ticks;
      MaqTick end = MIN (note_end, bar_end);
      MaqNotationPiece piece;

      if (!sounds && at == place->start_ticks && end == bar_end)
        piece = (MaqNotationPiece) { .start_ticks = at, .length_ticks = end - at,
                                     .fills_bar = TRUE };
      else
        piece = cut_piece (self, at, end);
      piece.note = sounds ? (int) i : -1;
      piece.is_tied = sounds && at > note->start_ticks;
      at += piece.length_ticks;
      piece.ties = sounds && at < note_end;
      g_array_append_val (pieces, piece);
    }
  return pieces;
}
