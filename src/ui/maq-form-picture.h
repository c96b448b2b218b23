/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-form-sketch.h"

G_BEGIN_DECLS

#define MAQ_TYPE_FORM_PICTURE (maq_form_picture_get_type ())

/**
 * MaqFormPicture: a song as small as a stamp: a stripe of its sections, and
 * under it how much each layer plays in them. CSS node: formpicture
 */
G_DECLARE_FINAL_TYPE (MaqFormPicture, maq_form_picture, MAQ, FORM_PICTURE, GtkWidget)

GtkWidget *maq_form_picture_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_form_picture_set_sketch: (transfer full) (nullable) @sketch: what to draw; %NULL for nothing */
void       maq_form_picture_set_sketch (MaqFormPicture *self,
                                        MaqFormSketch  *sketch);
/** maq_form_picture_get_sketch: (transfer none) (nullable) */
MaqFormSketch *maq_form_picture_get_sketch (MaqFormPicture *self);

G_END_DECLS
