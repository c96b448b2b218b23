/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * maq_touch_is_finger:
 * @gesture: one of a single point, that something has just begun, moved or ended
 *
 * Returns: whether it is a finger's, rather than a pointer's or a pen's
 */
gboolean maq_touch_is_finger (GtkGesture *gesture);

/**
 * maq_touch_keep:
 * @gesture: of a widget in a scroller
 *
 * Keeps the finger that does @gesture from taking the view along. The scroller around the
 * widget sees it first and would claim it as soon as it has moved far enough, whether @gesture
 * has done so before or not. @gesture itself claims nothing yet: a second finger may come.
 */
void     maq_touch_keep      (GtkGesture *gesture);

/**
 * maq_touch_show_tooltips:
 * @window: where fingers may come
 *
 * From now on a finger that rests on a button of @window is shown what a pointer is shown that
 * rests there, as long as it does, and the button does nothing when it is lifted. Only tooltips that are known
 * beforehand (“tooltip-text”) can be shown.
 */
void     maq_touch_show_tooltips (GtkWidget *window);

G_END_DECLS
