/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-rows.h"
#include "maq-style.h"

G_BEGIN_DECLS

/** MaqGroove: what a song or a layer states of its groove, as in their fields */
typedef struct
{
  double    swing;
  MaqStated lag_ms;
  MaqStated looseness;
} MaqGroove;

/** MaqGrooveRows: the rows for it; where nothing is stated they show what is played, and whose it is */
typedef struct
{
  GtkWidget *swing;
  GtkWidget *lag;
  GtkWidget *looseness;
} MaqGrooveRows;

void maq_groove_rows_add  (MaqGrooveRows       *self,
                           AdwPreferencesGroup *group,
                           GtkWidget           *owner,
                           MaqRowFunc           func);
/**
 * maq_groove_rows_show:
 * @own: what is stated
 * @song: (nullable): what the song states, for a layer
 * @style: (nullable): what holds where nobody states anything
 */
void maq_groove_rows_show (const MaqGrooveRows *self,
                           MaqGroove            own,
                           const MaqGroove     *song,
                           MaqStyle            *style);

G_END_DECLS
