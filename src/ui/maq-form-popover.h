/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_FORM_POPOVER (maq_form_popover_get_type ())

/**
 * MaqFormPopover:
 *
 * The form of the song as a line of text. While it is typed, the timeline
 * shows what will become of the song; Enter does it, Esc leaves all as it was.
 */
G_DECLARE_FINAL_TYPE (MaqFormPopover, maq_form_popover, MAQ, FORM_POPOVER, GtkPopover)

GtkWidget *maq_form_popover_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_form_popover_set_editor: @editor is whose form is typed, or %NULL */
void       maq_form_popover_set_editor (MaqFormPopover *self,
                                        MaqEditor      *editor);

G_END_DECLS
