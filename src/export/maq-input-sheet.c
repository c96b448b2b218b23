/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-sheet-frame-private.h"
#include "maq-table-private.h"

#define N_COLUMNS 11

static GPtrArray *
list_rows (MaqArrangement *arrangement)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *fields
        = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));
      char **row = g_new0 (char *, N_COLUMNS + 1);

      for (guint column = 0; column < N_COLUMNS; column++)
        row[column] = g_strdup ("");
      g_free (row[0]);
      row[0] = g_strdup_printf ("%u", i + 1);
      g_free (row[1]);
      row[1] = g_strdup (fields->name);
      if (fields->performer != NULL)
        {
          g_free (row[2]);
          row[2] = g_strdup (fields->performer);
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

MaqSheet *
maq_input_sheet_new (MaqHandoff *handoff,
                     MaqPaper    paper)
{
  const MaqTableColumn columns[N_COLUMNS] = {
    { _("Ch."), 0.04, FALSE },
    { _("Source"), 0.16, FALSE },
    { _("Player"), 0.14, FALSE },
    { _("Microphone or DI"), 0.17, FALSE },
    { _("Stand"), 0.07, FALSE },
    { _("Preamp"), 0.11, FALSE },
    { _("Gain"), 0.06, FALSE },
    { _("48 V"), 0.04, TRUE },
    { _("Pad"), 0.04, TRUE },
    { _("HPF"), 0.04, TRUE },
    { _("Notes"), 0.13, FALSE },
  };
  const char *kind = _("Input List");
  MaqSheet *sheet = maq_sheet_frame_new (handoff, paper, TRUE, kind);
  g_autoptr (GPtrArray) rows = list_rows (maq_handoff_get_arrangement (handoff));
  const double y = maq_sheet_frame_add_page (sheet, handoff, kind, kind);

  maq_table_add (sheet, handoff, kind, y, columns, N_COLUMNS, rows);
  maq_sheet_frame_add_feet (sheet, handoff);
  return sheet;
}
