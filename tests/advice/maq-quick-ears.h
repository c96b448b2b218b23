/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-follow.h"

G_BEGIN_DECLS

/*
 * Ears that are quick: what they hear goes by the levels alone, in another way than the model
 * that the search goes by.
 */

/** maq_quick_ears_listen: a #MaqFollowMeasure; @user_data is a guint that counts, or %NULL */
gboolean    maq_quick_ears_listen (MaqProject    *root,
                                   MaqFigures    *figures,
                                   gpointer       user_data,
                                   GCancellable  *cancellable,
                                   GError       **error);
/** maq_quick_ears_lay: the song with a shape as its arc of energy */
MaqProject *maq_quick_ears_lay    (MaqProject    *root,
                                   MaqArcShape    shape) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
