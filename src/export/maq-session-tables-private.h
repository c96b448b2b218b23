/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-handoff.h"

G_BEGIN_DECLS

/*
 * A list of the session for running text: a head and a row for each line, without the columns
 * in which nobody wrote anything.
 *
 * cells: borrowed from texts, row by row; NULL if the list is empty
 */
typedef struct
{
  GStringChunk *texts;
  GPtrArray    *cells;
  guint         n_columns;
} MaqSessionTable;

void            maq_session_table_clear  (MaqSessionTable *self);
MaqSessionTable maq_session_table_inputs (MaqHandoff      *handoff);
/* the contacts, then performers who are none of them */
MaqSessionTable maq_session_table_contacts (MaqHandoff    *handoff);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MaqSessionTable, maq_session_table_clear)

G_END_DECLS
