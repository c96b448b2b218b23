/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-meter.h"

G_BEGIN_DECLS

/**
 * MaqOddBar:
 *
 * One bar of a section that is longer or shorter than its neighbours: a bar of
 * 2/4 before the chorus, a pickup, a beat held back. Immutable.
 */
typedef struct _MaqOddBar MaqOddBar;

/** maq_odd_bar_new: @bar counts from the start of the section, from 0 */
MaqOddBar *maq_odd_bar_new       (int        bar,
                                  MaqMeter   meter) G_GNUC_WARN_UNUSED_RESULT;
MaqOddBar *maq_odd_bar_ref       (MaqOddBar *self);
void       maq_odd_bar_unref     (MaqOddBar *self);
int        maq_odd_bar_get_bar   (MaqOddBar *self);
MaqMeter   maq_odd_bar_get_meter (MaqOddBar *self);
gboolean   maq_odd_bar_equal     (MaqOddBar *self,
                                  MaqOddBar *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqOddBar, maq_odd_bar_unref)

G_END_DECLS
