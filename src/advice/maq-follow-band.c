/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-band.h"

gboolean
maq_follow_band_measure (MaqProject    *root,
                         MaqFigures    *figures,
                         gpointer       band,
                         GCancellable  *cancellable,
                         GError       **error)
{
  const MaqFollowBand *self = band;
  g_autoptr (MaqPerformance) performance
    = maq_compiler_compile (self->compiler, maq_project_get_current (root));
  g_autoptr (GPtrArray) measures
    = maq_measurer_measure (self->measurer, performance, self->progress, self->user_data,
                            cancellable, error);

  if (measures == NULL)
    return FALSE;
  for (guint i = 0; i < measures->len; i++)
    figures[i] = *maq_measure_get_whole (g_ptr_array_index (measures, i));
  return TRUE;
}
