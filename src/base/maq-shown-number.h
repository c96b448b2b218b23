/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers as people read them: in the language's own way, and with a true minus, which is as
 * wide as a plus and is not taken for a dash.
 */

/** maq_shown_number: (transfer full): "−18.2"; never "−0.0" */
char *maq_shown_number (double value,
                        int    decimals) G_GNUC_WARN_UNUSED_RESULT;
/** maq_shown_change: (transfer full): the same with a plus where it grows: "+3.4" */
char *maq_shown_change (double value,
                        int    decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
