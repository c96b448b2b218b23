/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * maq_spin_reads:
 *
 * Whether a spin button reads as it would with @value. It takes its text for its value when the
 * focus leaves it, which rounds to its digits: nobody has typed that.
 */
gboolean maq_spin_reads (GtkSpinButton *spin,
                         double         value);

G_END_DECLS
