/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-id.h"

G_BEGIN_DECLS

#define MAQ_TYPE_CHORD_BAR (maq_chord_bar_get_type ())

/**
 * MaqChordBar:
 *
 * One bar of the chord lane, as hands and screen readers find it. What stands
 * in it is painted by the strip of its section, as chords may be wider than
 * their bars. CSS node: chordbar. Accessible role: LIST_ITEM.
 */
G_DECLARE_FINAL_TYPE (MaqChordBar, maq_chord_bar, MAQ, CHORD_BAR, GtkWidget)

GtkWidget *maq_chord_bar_new         (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_chord_bar_bind: @label: (transfer full): what it says */
void       maq_chord_bar_bind        (MaqChordBar *self,
                                      MaqId        section,
                                      int          bar,
                                      char        *label);
MaqId      maq_chord_bar_get_section (MaqChordBar *self);
/** maq_chord_bar_get_bar: of its section, from 0 */
int        maq_chord_bar_get_bar     (MaqChordBar *self);

G_END_DECLS
