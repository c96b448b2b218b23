/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-form.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SUMMARY (maq_summary_get_type ())

/**
 * MaqSummary:
 *
 * How long the song lasts, by how much that misses what is meant, and when its
 * first chorus comes. A click asks how long it is meant to last.
 *
 * CSS node: button with style class .summary; .over and .short while the length
 * misses the target. Accessible role: BUTTON, its label says all of it in words.
 */
G_DECLARE_FINAL_TYPE (MaqSummary, maq_summary, MAQ, SUMMARY, GtkButton)

GtkWidget *maq_summary_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_summary_show: @target_seconds: how long it is meant to last; 0 if nothing is said */
void       maq_summary_show (MaqSummary *self,
                             MaqForm    *form,
                             int         target_seconds);

G_END_DECLS
