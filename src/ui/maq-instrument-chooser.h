/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_INSTRUMENT_CHOOSER (maq_instrument_chooser_get_type ())

/**
 * MaqInstrumentChooser:
 *
 * The sounds that a layer can have, to be searched, and heard on what the
 * layer plays in the song before one is chosen.
 */
G_DECLARE_FINAL_TYPE (MaqInstrumentChooser, maq_instrument_chooser, MAQ, INSTRUMENT_CHOOSER,
                      GtkPopover)

/** maq_instrument_chooser_new: for the layer that is selected in @editor */
GtkWidget *maq_instrument_chooser_new (MaqEditor *editor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
