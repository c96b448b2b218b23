/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-session-lists-private.h"
#include "maq-sheet-frame-private.h"
#include "maq-table-private.h"

/* rows to write by hand, below those that are filled in */
#define N_BLANK_ROWS 6

static void
add_row (GPtrArray         *rows,
         const char *const *texts,
         guint              n_texts)
{
  char **row = g_new0 (char *, n_texts + 1);

  for (guint i = 0; i < n_texts; i++)
    row[i] = g_strdup (texts[i] != NULL ? texts[i] : "");
  g_ptr_array_add (rows, row);
}

static void
add_blank_rows (GPtrArray *rows,
                guint      n_texts)
{
  const char *const nothing[MAQ_SESSION_ROW_TEXTS] = { NULL };

  for (guint i = 0; i < N_BLANK_ROWS; i++)
    add_row (rows, nothing, n_texts);
}

static MaqSheet *
lay_out (MaqHandoff           *handoff,
         MaqPaper              paper,
         const char           *kind,
         const MaqTableColumn *columns,
         guint                 n_columns,
         GPtrArray            *rows)
{
  MaqSheet *sheet = maq_sheet_frame_new (handoff, paper, TRUE, kind);
  const double y = maq_sheet_frame_add_page (sheet, handoff, kind, kind);

  add_blank_rows (rows, n_columns);
  maq_table_add (sheet, handoff, kind, y, columns, n_columns, rows);
  maq_sheet_frame_add_feet (sheet, handoff);
  return sheet;
}

MaqSheet *
maq_recall_sheet_new (MaqHandoff *handoff,
                      MaqPaper    paper)
{
  const MaqTableColumn columns[MAQ_N_RECALL_TEXTS] = {
    { _("Device"), 0.25, FALSE },
    { _("Setting"), 0.4, FALSE },
    { _("Notes"), 0.35, FALSE },
  };
  MaqSession *session = maq_session_of_handoff (handoff);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < maq_session_get_n_rows (session, MAQ_SESSION_RECALL); i++)
    add_row (rows, maq_session_row_get_fields (maq_session_get_row (session, MAQ_SESSION_RECALL,
                                                                    i))->texts,
             MAQ_N_RECALL_TEXTS);
  return lay_out (handoff, paper, _("Recall Notes"), columns, MAQ_N_RECALL_TEXTS, rows);
}

MaqSheet *
maq_contact_sheet_new (MaqHandoff *handoff,
                       MaqPaper    paper)
{
  const MaqTableColumn columns[] = {
    { _("Name"), 0.18, FALSE },
    { _("Role or instrument"), 0.16, FALSE },
    { _("Plays"), 0.16, FALSE },
    { _("Telephone"), 0.15, FALSE },
    { _("E-mail"), 0.17, FALSE },
    { _("Notes"), 0.18, FALSE },
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) entries = maq_session_list_contacts (handoff);

  for (guint i = 0; i < entries->len; i++)
    {
      const MaqContactEntry *entry = &g_array_index (entries, MaqContactEntry, i);
      const char *const texts[G_N_ELEMENTS (columns)] = {
        entry->texts[MAQ_CONTACT_NAME], entry->texts[MAQ_CONTACT_ROLE], entry->layers,
        entry->texts[MAQ_CONTACT_PHONE], entry->texts[MAQ_CONTACT_EMAIL],
        entry->texts[MAQ_CONTACT_NOTE],
      };

      add_row (rows, texts, G_N_ELEMENTS (columns));
    }
  return lay_out (handoff, paper, _("Contacts"), columns, G_N_ELEMENTS (columns), rows);
}
