/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-groove-rows.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

void
maq_groove_rows_add (MaqGrooveRows       *self,
                     AdwPreferencesGroup *group,
                     GtkWidget           *owner,
                     MaqRowFunc           func)
{
  self->swing = maq_rows_add_stated (group, owner, _("Swing"),
                                     _("Where the second eighth falls: 50 % is straight, "
                                       "67 % triplets"), MAQ_SWING_MIN, MAQ_SWING_MAX, func);
  self->lag = maq_rows_add_stated (group, owner, _("Behind the beat"),
                                   _("Milliseconds; below 0 it pushes"), -MAQ_LAG_MAX_MS,
                                   MAQ_LAG_MAX_MS, func);
  self->looseness = maq_rows_add_stated (group, owner, _("Looseness"),
                                         /* xgettext:no-c-format */
                                         _("How freely it keeps time: 0 % is a machine"), 0,
                                         MAQ_LOOSENESS_MAX, func);
}

static void
show (GtkWidget *row,
      MaqStated  own,
      MaqStated  song,
      double     style)
{
  maq_rows_show_stated (row, own, maq_stated_or (song, style),
                        song.is_set ? _("As the song has it") : _("As the style has it"));
}

static MaqStated
state_swing (double swing)
{
  return swing > 0 ? maq_stated (swing) : MAQ_UNSTATED;
}

void
maq_groove_rows_show (const MaqGrooveRows *self,
                      MaqGroove            own,
                      const MaqGroove     *song,
                      MaqStyle            *style)
{
  const MaqGroove above = song != NULL ? *song : (MaqGroove) { 0 };

  show (self->swing, state_swing (own.swing), state_swing (above.swing),
        style != NULL ? maq_style_get_swing (style) : MAQ_SWING_MIN);
  show (self->lag, own.lag_ms, above.lag_ms, style != NULL ? maq_style_get_push_ms (style) : 0);
  show (self->looseness, own.looseness, above.looseness,
        style != NULL ? maq_style_get_looseness (style) : 0);
}
