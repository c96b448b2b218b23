/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"
#include "maq-following.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MAQ_TYPE_FOLLOW_POPOVER (maq_follow_popover_get_type ())

/**
 * MaqFollowPopover:
 *
 * Looks for the changes that bring the song nearer to the arc that is meant, and offers
 * them, a line to each section. The timeline shows those that are wanted; Ctrl+Enter does
 * them, Esc leaves all as it was.
 *
 * Signals:
 *
 * - `proposed (MaqFollow *)`: what it shows now, %NULL for nothing any more
 */
G_DECLARE_FINAL_TYPE (MaqFollowPopover, maq_follow_popover, MAQ, FOLLOW_POPOVER, GtkPopover)

/** maq_follow_popover_new: @following is to look for them */
GtkWidget *maq_follow_popover_new   (MaqFollowing     *following) G_GNUC_WARN_UNUSED_RESULT;
/** maq_follow_popover_start: (nullable) @font: %NULL if there is none to hear the song with */
void       maq_follow_popover_start (MaqFollowPopover *self,
                                     MaqEditor        *editor,
                                     MaqSoundfont     *font,
                                     const MaqId      *sections,
                                     guint             n_sections);

G_END_DECLS
