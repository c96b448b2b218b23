/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-meter.h"

G_BEGIN_DECLS

#define MAQ_TYPE_STYLE_ROW (maq_style_row_get_type ())

/**
 * MaqStyleRow:
 *
 * A row of the inspector that chooses a style from a list that tells what each
 * feels like and lets it be heard before it is chosen.
 *
 * Signals:
 *
 * - `chosen (const char *name)`: %NULL for no style of its own
 * - `listen (const char *name)`: the user wants to hear it; %NULL to hear the
 *   song again as it is
 */
G_DECLARE_FINAL_TYPE (MaqStyleRow, maq_style_row, MAQ, STYLE_ROW, AdwActionRow)

/** maq_style_row_new: @tooltip says for what the style is */
GtkWidget *maq_style_row_new  (const char  *tooltip) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_style_row_show:
 * @name: (nullable): the style that is stated
 * @inherited: (nullable): name of the style that is played where none is stated
 * @whose: what choosing none means, as "As the song has it"
 * @meter: what it is played in
 */
void       maq_style_row_show (MaqStyleRow *self,
                               const char  *name,
                               const char  *inherited,
                               const char  *whose,
                               MaqMeter     meter);

G_END_DECLS
