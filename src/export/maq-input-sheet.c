/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-session-lists-private.h"
#include "maq-sheet-frame-private.h"
#include "maq-table-private.h"

/* the columns, in their order */
enum
{
  CHANNEL,
  SOURCE,
  PLAYER,
  MICROPHONE,
  STAND,
  PREAMP,
  GAIN,
  PHANTOM,
  PAD,
  HIGH_PASS,
  POLARITY,
  NOTE,
  N_COLUMNS
};

static void
put (char       **row,
     guint        column,
     const char  *text)
{
  g_free (row[column]);
  row[column] = g_strdup (text != NULL ? text : "");
}

static char **
new_row (GPtrArray *rows)
{
  char **row = g_new0 (char *, N_COLUMNS + 1);

  for (guint column = 0; column < N_COLUMNS; column++)
    put (row, column, NULL);
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_input (GPtrArray           *rows,
           MaqHandoff          *handoff,
           const MaqInputEntry *entry)
{
  static const guint texts[MAQ_N_INPUT_TEXTS] = {
    [MAQ_INPUT_SOURCE] = SOURCE,
    [MAQ_INPUT_LAYER] = PLAYER,
    [MAQ_INPUT_MICROPHONE] = MICROPHONE,
    [MAQ_INPUT_STAND] = STAND,
    [MAQ_INPUT_PREAMP] = PREAMP,
    [MAQ_INPUT_GAIN] = GAIN,
    [MAQ_INPUT_NOTE] = NOTE,
  };
  char **row = new_row (rows);
  g_autofree char *channel = entry->channel > 0 ? g_strdup_printf ("%d", entry->channel) : NULL;

  put (row, CHANNEL, channel);
  for (guint i = 0; i < MAQ_N_INPUT_TEXTS; i++)
    put (row, texts[i], entry->texts[i]);
  put (row, PLAYER, entry->player);
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    put (row, PHANTOM + i, entry->switches[i] ? "x" : NULL);
}

MaqSheet *
maq_input_sheet_new (MaqHandoff *handoff,
                     MaqPaper    paper)
{
  const MaqTableColumn columns[N_COLUMNS] = {
    { _("Ch."), 0.04, FALSE },
    { _("Source"), 0.15, FALSE },
    { _("Player"), 0.12, FALSE },
    { _("Microphone or DI"), 0.15, FALSE },
    { _("Stand"), 0.11, FALSE },
    { _("Preamp"), 0.09, FALSE },
    { _("Gain"), 0.06, FALSE },
    { C_("input", "48 V"), 0.04, TRUE },
    { C_("input", "Pad"), 0.04, TRUE },
    { _("HPF"), 0.04, TRUE },
    { _("Ø"), 0.04, TRUE },
    { _("Notes"), 0.12, FALSE },
  };
  const char *kind = _("Input List");
  MaqSheet *sheet = maq_sheet_frame_new (handoff, paper, TRUE, kind);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) entries = maq_session_list_inputs (handoff);
  const double y = maq_sheet_frame_add_page (sheet, handoff, kind, kind);

  for (guint i = 0; i < entries->len; i++)
    add_input (rows, handoff, &g_array_index (entries, MaqInputEntry, i));
  maq_table_add (sheet, handoff, kind, y, columns, N_COLUMNS, rows);
  maq_sheet_frame_add_feet (sheet, handoff);
  return sheet;
}
