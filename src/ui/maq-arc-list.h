/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-arc.h"
#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_ARC_LIST (maq_arc_list_get_type ())

/**
 * MaqArcList:
 *
 * The points of an arc as a list, for exact work: section, bar, height, and whether the way
 * to the next one is curved; each of them typed.
 */
G_DECLARE_FINAL_TYPE (MaqArcList, maq_arc_list, MAQ, ARC_LIST, GtkPopover)

/** maq_arc_list_new: (nullable) @name: of an arc of the kind %MAQ_ARC_OTHER */
GtkWidget *maq_arc_list_new (MaqEditor  *editor,
                             MaqArcKind  kind,
                             const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
