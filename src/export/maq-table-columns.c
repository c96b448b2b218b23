/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How wide the columns of a table are. Nobody knows beforehand whether the notes are long or
 * the names are: what is written decides.
 */

#include "maq-table-private.h"

/* A column keeps so much of its share for what is written by hand. */
#define LEAST_SHARE 0.5
/* A text that is longer than this much of the table takes several lines in any case. */
#define LONG_SHARE 0.3

/* What a column needs, in points: for one line of each text, and at the least. */
typedef struct
{
  double least;
  double wanted;
} Need;

static Need
find_need (MaqSheet             *sheet,
           double                width,
           const MaqTableColumn *column,
           guint                 index,
           GPtrArray            *rows)
{
  const double insets = 2.0 * MAQ_INSET_PT + 1.0;
  const double share = column->share * width;
  Need need = { share, share };

  if (column->is_ballot)
    return need;
  need.least = MAX (LEAST_SHARE * share,
                    MIN (share, insets + maq_sheet_measure_line (sheet, &maq_table_title,
                                                                 column->title)));
  need.wanted = need.least;
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      need.wanted = MAX (need.wanted, insets + maq_sheet_measure_line (
                                                 sheet, &maq_table_cell, row[index]));
    }
  need.wanted = MIN (need.wanted, MAX (need.least, LONG_SHARE * width));
  return need;
}

/* Gives @spare points to those that want more, each the same until it has enough: what is short
 * stays in one line, and what is long takes what is left. Returns what nobody wants. */
static double
share_out (Need   *needs,
           guint   n_columns,
           double  spare)
{
  guint n_waiting = 1;

  while (n_waiting > 0 && spare > 0.01)
    {
      double each;

      n_waiting = 0;
      for (guint i = 0; i < n_columns; i++)
        n_waiting += needs[i].wanted > needs[i].least;
      each = n_waiting > 0 ? spare / n_waiting : 0.0;
      for (guint i = 0; i < n_columns; i++)
        {
          const double more = MIN (each, needs[i].wanted - needs[i].least);

          needs[i].least += more;
          spare -= more;
        }
    }
  return MAX (spare, 0.0);
}

void
maq_table_fit (MaqSheet       *sheet,
               double          width,
               MaqTableColumn *columns,
               guint           n_columns,
               GPtrArray      *rows)
{
  g_autofree Need *needs = g_new (Need, n_columns);
  double spare = width;
  double open = 0.0;    /* share of the columns that may be wider still */

  for (guint i = 0; i < n_columns; i++)
    {
      needs[i] = find_need (sheet, width, &columns[i], i, rows);
      spare -= needs[i].least;
      open += columns[i].is_ballot ? 0.0 : columns[i].share;
    }
  spare = share_out (needs, n_columns, spare);
  for (guint i = 0; i < n_columns; i++)
    {
      const double more = columns[i].is_ballot ? 0.0 : spare * columns[i].share / open;

      columns[i].share = (needs[i].least + more) / width;
    }
}
