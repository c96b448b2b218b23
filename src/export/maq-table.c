/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-table-private.h"

#include "maq-sheet-frame-private.h"

#define TITLES_PT 26.0
#define LEAST_ROW_PT 24.0
#define MOST_ROW_PT 120.0
#define INSET_PT 3.0
#define BALLOT_PT 9.0

static const MaqType title_type = { .size_pt = 8.5, .least_pt = 5.0, .is_bold = TRUE,
                                    .is_middle = TRUE, .ink = 1.0 };
static const MaqType cell_type = { .size_pt = 9.5, .least_pt = 6.0, .is_middle = TRUE, .ink = 1.0 };

static double
full_width (MaqSheet *sheet)
{
  return maq_sheet_get_width (sheet) - 2.0 * MAQ_SHEET_MARGIN;
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

      maq_sheet_add_text (sheet, x + INSET_PT, y, width - 2.0 * INSET_PT, TITLES_PT, &title_type,
                          columns[i].title);
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
    height = MAX (height, 2.0 * INSET_PT
                          + maq_sheet_measure_text (sheet, columns[i].share * full_width (sheet)
                                                           - 2.0 * INSET_PT, &cell_type, row[i]));
  return MIN (height, MOST_ROW_PT);
}

static void
add_row (MaqSheet             *sheet,
         double                y,
         double                height,
         const MaqTableColumn *columns,
         guint                 n_columns,
         char                **row)
{
  double x = MAQ_SHEET_MARGIN;

  for (guint i = 0; i < n_columns; i++)
    {
      const double width = columns[i].share * full_width (sheet);

      if (columns[i].is_ballot)
        maq_sheet_add_box (sheet, x + 0.5 * (width - BALLOT_PT), y + 0.5 * (height - BALLOT_PT),
                           BALLOT_PT, BALLOT_PT, 0.7, 0.0);
      else
        maq_sheet_add_text (sheet, x + INSET_PT, y + INSET_PT, width - 2.0 * INSET_PT,
                            height - 2.0 * INSET_PT, &cell_type, row[i]);
      maq_sheet_add_line (sheet, x, y, x, y + height, 0.3, 0.6);
      x += width;
    }
  maq_sheet_add_line (sheet, x, y, x, y + height, 0.3, 0.6);
  maq_sheet_add_line (sheet, MAQ_SHEET_MARGIN, y + height, x, y + height, 0.3, 0.6);
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
  y = add_titles (sheet, y, columns, n_columns);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const double height = find_row_height (sheet, columns, n_columns, row);

      if (y + height > maq_sheet_frame_get_end (sheet))
        {
          y = maq_sheet_frame_add_page (sheet, handoff, NULL, kind);
          y = add_titles (sheet, y, columns, n_columns);
        }
      add_row (sheet, y, height, columns, n_columns, row);
      y += height;
    }
  return y;
}
