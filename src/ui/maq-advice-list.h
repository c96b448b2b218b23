/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-advice.h"
#include "maq-editor.h"

G_BEGIN_DECLS

#define MAQ_TYPE_ADVICE_LIST (maq_advice_list_get_type ())

/**
 * MaqAdviceList:
 *
 * What a second pair of ears says of the song, each with the moves that would mend it. A move
 * is shown on the timeline while the pointer or the keyboard is on it, and done by a click.
 *
 * Signals:
 *
 * - `pointed (MaqAdvice *)`: the place of this is to be seen
 * - `done (const char *)`: a move was done; what it did
 */
G_DECLARE_FINAL_TYPE (MaqAdviceList, maq_advice_list, MAQ, ADVICE_LIST, GtkBox)

GtkWidget *maq_advice_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_advice_list_set_editor: (nullable) @editor: what the moves are done to */
void       maq_advice_list_set_editor (MaqAdviceList *self,
                                       MaqEditor     *editor);
/** maq_advice_list_show: (element-type MaqAdvice): also what is dismissed, which folds away */
void       maq_advice_list_show       (MaqAdviceList *self,
                                       GPtrArray     *advice);
/**
 * maq_advice_list_set_state:
 * @is_listening: whether there may be more in a moment
 * @detail: (nullable): how far that is, or by what it goes
 */
void       maq_advice_list_set_state  (MaqAdviceList *self,
                                       gboolean       is_listening,
                                       const char    *detail);
/** maq_advice_list_rest: ends what is previewed */
void       maq_advice_list_rest       (MaqAdviceList *self);

G_END_DECLS
