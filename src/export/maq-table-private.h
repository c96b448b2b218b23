/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"
#include "maq-sheet.h"

G_BEGIN_DECLS

#define MAQ_INSET_PT 3.0

/* The types of a table: its titles, and what stands in its cells. */
extern const MaqType maq_table_title;
extern const MaqType maq_table_cell;

/* A column: @share of the width as long as nothing is written, all together 1.0. A ballot has
 * a box in each row, ticked where its text is not empty. */
typedef struct
{
  const char *title;
  double      share;
  gboolean    is_ballot;
} MaqTableColumn;

/* Gives each column a share of @width, in points, for what stands in it: one line for each text
 * where that goes, and at least the width of its title and half of the share that it has. */
void   maq_table_fit (MaqSheet       *sheet,
                      double          width,
                      MaqTableColumn *columns,
                      guint           n_columns,
                      GPtrArray      *rows);

/* Adds a table from height @y of the last page on, with the titles again on each further page,
 * which is headed by @kind; @rows: (element-type GStrv): a text for each column, empty where
 * people write by hand. Tells where the table ends. */
double maq_table_add (MaqSheet             *sheet,
                      MaqHandoff           *handoff,
                      const char           *kind,
                      double                y,
                      const MaqTableColumn *columns,
                      guint                 n_columns,
                      GPtrArray            *rows);

G_END_DECLS
