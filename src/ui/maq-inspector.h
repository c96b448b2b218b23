/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-balance.h"
#include "maq-editor.h"
#include "maq-performance.h"

G_BEGIN_DECLS

#define MAQ_TYPE_INSPECTOR (maq_inspector_get_type ())

/** MaqInspector: all that is said about what is selected: a part, a section, a layer or the song */
G_DECLARE_FINAL_TYPE (MaqInspector, maq_inspector, MAQ, INSPECTOR, GtkWidget)

/** maq_inspector_set_editor: (nullable) @editor */
void maq_inspector_set_editor    (MaqInspector *self,
                                  MaqEditor    *editor);
/** maq_inspector_focus_target: gives the focus to how long the song should last */
void maq_inspector_focus_target  (MaqInspector *self);

/** maq_inspector_take_measures: (element-type MaqMeasure): see maq_measured_take() */
void       maq_inspector_take_measures (MaqInspector   *self,
                                        MaqPerformance *performance,
                                        GPtrArray      *measures);
/** maq_inspector_take_balance: (nullable) @balance: of that section; %NULL: no longer as it was */
void       maq_inspector_take_balance  (MaqInspector   *self,
                                        MaqId           section,
                                        MaqBalance     *balance);
/** maq_inspector_set_measuring: whether anything is measured, and whether just now */
void       maq_inspector_set_measuring (MaqInspector   *self,
                                        gboolean        measures,
                                        gboolean        now);

G_END_DECLS
