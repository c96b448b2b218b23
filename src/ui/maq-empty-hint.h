/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_EMPTY_HINT (maq_empty_hint_get_type ())

/**
 * MaqEmptyHint: says over an empty timeline what belongs there and how to begin: without
 * sections, without layers, and where nobody plays yet. Shows nothing over any other song.
 */
G_DECLARE_FINAL_TYPE (MaqEmptyHint, maq_empty_hint, MAQ, EMPTY_HINT, GtkBox)

void maq_empty_hint_set_editor (MaqEmptyHint *self,
                                MaqEditor    *editor);

G_END_DECLS
