/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-chart-bars-private.h"
#include "maq-sheet.h"

G_BEGIN_DECLS

/* How high a line of bars is, with what stands above it. */
#define MAQ_CHART_LINE_PT 40.0

/* What stands over and beside a bar: @ending is 0 for none; @number of the bar, 0 if unsaid */
typedef struct
{
  gboolean begins_repeat;
  gboolean ends_repeat;
  int      times;
  int      ending;
  gboolean begins_ending;
  int      number;
  gboolean shows_meter;
} MaqChartFrame;

/* Adds a bar; tells which chord marks are in it, a bit each. */
guint       maq_chart_draw_bar      (MaqSheet            *sheet,
                                     const MaqChartBar   *bar,
                                     const MaqChartFrame *frame,
                                     double               x,
                                     double               y,
                                     double               width);
/* The bar line at the end of a line. */
void        maq_chart_draw_end      (MaqSheet            *sheet,
                                     double               x,
                                     double               y);
/* What stands before a chord that is pushed, held or struck short. */
const char *maq_chart_draw_get_sign (MaqChordMark         mark);

G_END_DECLS
