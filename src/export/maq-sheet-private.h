/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "maq-sheet.h"

typedef struct
{
  char   *bookmark;
  GArray *marks;     /* MaqMark */
} MaqSheetPage;

struct _MaqSheet
{
  double        width_pt;
  double        height_pt;
  char         *title;
  char         *author;
  GPtrArray    *pages;    /* MaqSheetPage */
  MaqSheetPage *current;  /* where marks go */
  PangoContext *context;
};
