/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_TEMPO_POPOVER (maq_tempo_popover_get_type ())

/**
 * MaqTempoPopover:
 *
 * What if the song went at another tempo: how long it and its sections would last, shown and
 * heard as a preview, and what would make it as long as it should be. Only what is used is
 * done, in one step.
 */
G_DECLARE_FINAL_TYPE (MaqTempoPopover, maq_tempo_popover, MAQ, TEMPO_POPOVER, GtkPopover)

GtkWidget *maq_tempo_popover_new (MaqEditor *editor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
