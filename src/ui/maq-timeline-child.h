/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** maq_timeline_child_place: allocates @child, larger where it needs more than that */
void     maq_timeline_child_place        (GtkWidget   *child,
                                          int          x,
                                          int          y,
                                          int          width,
                                          int          height);
/**
 * maq_timeline_child_take_label:
 * @label: (inout): what it said until now, owned by the widget
 * @text: (transfer full): what it says from now on
 *
 * Returns: whether that is something else
 */
gboolean maq_timeline_child_take_label   (GtkWidget   *child,
                                          char       **label,
                                          char        *text);
/** maq_timeline_child_is_dragging: whether the pointer holds something: who drags looks at that */
gboolean maq_timeline_child_is_dragging  (void);
/** maq_timeline_child_show_tooltip: the label and what hands can do; %FALSE without a label */
gboolean maq_timeline_child_show_tooltip (GtkTooltip  *tooltip,
                                          const char  *label,
                                          const char  *hint);
/** maq_timeline_child_quiet: lets @widget show no tooltip of its own over a drag or a menu */
void     maq_timeline_child_quiet        (GtkWidget   *widget);

G_END_DECLS
