/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-table-private.h"

#include <string.h>

#include "maq-sheet-frame-private.h"

#define TITLES_PT 26.0
#define LEAST_ROW_PT 20.0
#define MOST_ROW_PT 120.0
#define BALLOT_PT 9.0
#define TICK_PT 1.2

const MaqType maq_table_title = { .size_pt = 8.5, .least_pt = 5.0, .is_bold = TRUE,
                                    .is_middle = TRUE, .ink = 1.0 };
const MaqType maq_table_cell = { .size_pt = 9.5, .least_pt = 6.0, .is_middle = TRUE, .ink = 1.0 };

static double
full_width (MaqSheet *sheet)
{
  return maq_sheet_get_width (sheet) - 2.0 * MAQ_SHEET_MARGIN;
}

/* Room for text in a cell. */
static double
cell_width (MaqSheet             *sheet,
            const MaqTableColumn *column)
{
  return column->share * full_width (sheet) - 2.0 * MAQ_INSET_PT;
}

static double
add_titles (MaqSheet             *sheet,
            double                y,
            const MaqTableColumn *columns,
            guint                 n_columns)
{
  double x = MAQ_SHEET_MARGIN;

  for (guint i = 0; i < n_columns; i++)
    {
      const double width = columns[i].share * full_width (sheet);

      maq_sheet_add_text (sheet, x + MAQ_INSET_PT, y, width - 2.0 * MAQ_INSET_PT, TITLES_PT,
                          &maq_table_title, columns[i].title);
      x += width;
    }
  maq_sheet_add_line (sheet, MAQ_SHEET_MARGIN, y + TITLES_PT, x, y + TITLES_PT, 1.0, 1.0);
  return y + TITLES_PT;
}

static double
find_row_height (MaqSheet             *sheet,
                 const MaqTableColumn *columns,
                 guint                 n_columns,
                 char                **row)
{
  double height = LEAST_ROW_PT;

  for (guint i = 0; i < n_columns; i++)
    height = MAX (height, 2.0 * MAQ_INSET_PT
                          + maq_sheet_measure_text (sheet, cell_width (sheet, &columns[i]),
                                                    &maq_table_cell, row[i]));
  return MIN (height, MOST_ROW_PT);
}

static void
add_ballot (MaqSheet *sheet,
            double    x,
            double    y,
            gboolean  is_ticked)
{
  maq_sheet_add_box (sheet, x, y, BALLOT_PT, BALLOT_PT, 0.7, 0.0);
  if (!is_ticked)
    return;
  maq_sheet_add_line (sheet, x, y, x + BALLOT_PT, y + BALLOT_PT, TICK_PT, 1.0);
  maq_sheet_add_line (sheet, x, y + BALLOT_PT, x + BALLOT_PT, y, TICK_PT, 1.0);
}

/* Where to cut a text so that about @share of it is left: after a word, if there is one. */
static char *
find_cut (char   *text,
          double  share)
{
  const glong n_chars = MAX (1, (glong) (share * g_utf8_strlen (text, -1)));
  char *end = g_utf8_offset_to_pointer (text, n_chars);
  char *space = g_strrstr_len (text, end - text, " ");

  return space != NULL && space - text > (end - text) / 2 ? space + 1 : end;
}

/* What of a cell has no room in one row, cut off it; NULL where all has. */
static char *
cut_cell (MaqSheet *sheet,
          double    width,
          char     *cell)
{
  const double room = MOST_ROW_PT - 2.0 * MAQ_INSET_PT;
  const gsize length = strlen (cell);
  g_autofree char *all = g_strdup (cell);

  for (double height = maq_sheet_measure_text (sheet, width, &maq_table_cell, cell); height > room;
       height = maq_sheet_measure_text (sheet, width, &maq_table_cell, cell))
    {
      char *cut = find_cut (cell, 0.9 * room / height);

      if (*cut == '\0')
        break;
      *cut = '\0';
    }

  return strlen (cell) < length ? g_strdup (all + strlen (cell)) : NULL;
}

/* A row with what has no room in @row, cut off it; NULL where all has. */
static char **
cut_row (MaqSheet             *sheet,
         const MaqTableColumn *columns,
         guint                 n_columns,
         char                **row)
{
  char **rest = g_new0 (char *, n_columns + 1);
  gboolean is_cut = FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      if (!columns[i].is_ballot)
        rest[i] = cut_cell (sheet, cell_width (sheet, &columns[i]), row[i]);
      is_cut |= rest[i] != NULL;
      if (rest[i] == NULL)
        rest[i] = g_strdup ("");
    }
  if (!is_cut)
    g_clear_pointer (&rest, g_strfreev);
  return rest;
}

static void
add_row (MaqSheet             *sheet,
         double                y,
         double                height,
         const MaqTableColumn *columns,
         guint                 n_columns,
         char                **row,
         gboolean              is_first)
{
  double x = MAQ_SHEET_MARGIN;

  for (guint i = 0; i < n_columns; i++)
    {
      const double width = columns[i].share * full_width (sheet);

      if (!columns[i].is_ballot)
        maq_sheet_add_text (sheet, x + MAQ_INSET_PT, y + MAQ_INSET_PT, width - 2.0 * MAQ_INSET_PT,
                            height - 2.0 * MAQ_INSET_PT, &maq_table_cell, row[i]);
      else if (is_first)
        add_ballot (sheet, x + 0.5 * (width - BALLOT_PT), y + 0.5 * (height - BALLOT_PT),
                    row[i][0] != '\0');
      maq_sheet_add_line (sheet, x, y, x, y + height, 0.3, 0.6);
      x += width;
    }
  maq_sheet_add_line (sheet, x, y, x, y + height, 0.3, 0.6);
  maq_sheet_add_line (sheet, MAQ_SHEET_MARGIN, y + height, x, y + height, 0.3, 0.6);
}

/* A row in as many pieces as it takes; takes the texts of @row away. */
static double
add_whole_row (MaqSheet             *sheet,
               MaqHandoff           *handoff,
               const char           *kind,
               double                y,
               const MaqTableColumn *columns,
               guint                 n_columns,
               char               ***row)
{
  gboolean is_first = TRUE;

  while (*row != NULL)
    {
      char **rest = cut_row (sheet, columns, n_columns, *row);
      const double height = find_row_height (sheet, columns, n_columns, *row);

      if (y + height > maq_sheet_frame_get_end (sheet))
        {
          y = maq_sheet_frame_add_page (sheet, handoff, NULL, kind);
          y = add_titles (sheet, y, columns, n_columns);
        }
      add_row (sheet, y, height, columns, n_columns, *row, is_first);
      y += height;
      is_first = FALSE;
      g_strfreev (*row);
      *row = rest;
    }
  return y;
}

double
maq_table_add (MaqSheet             *sheet,
               MaqHandoff           *handoff,
               const char           *kind,
               double                y,
               const MaqTableColumn *columns,
               guint                 n_columns,
               GPtrArray            *rows)
{
  g_autofree MaqTableColumn *fitted = g_memdup2 (columns, n_columns * sizeof *columns);

  maq_table_fit (sheet, full_width (sheet), fitted, n_columns, rows);
  y = add_titles (sheet, y, fitted, n_columns);
  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) rest = g_strdupv (g_ptr_array_index (rows, i));

      y = add_whole_row (sheet, handoff, kind, y, fitted, n_columns, &rest);
    }
  return y;
}
