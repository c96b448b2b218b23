/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-form.h"
#include "maq-palette.h"
#include "maq-picks.h"

G_BEGIN_DECLS

#define MAQ_TYPE_SECTION_HEAD (maq_section_head_get_type ())

G_DECLARE_FINAL_TYPE (MaqSectionHead, maq_section_head, MAQ, SECTION_HEAD, GtkWidget)

GtkWidget *maq_section_head_new          (const MaqPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_section_head_bind:
 * @index: of the section in @form
 * @arrangement: the arrangement that @form was made of
 * @name_height: pixels of the head
 */
void       maq_section_head_bind         (MaqSectionHead   *self,
                                          MaqForm          *form,
                                          MaqArrangement   *arrangement,
                                          guint             index,
                                          int               name_height);
void       maq_section_head_set_selected (MaqSectionHead   *self,
                                          MaqSelected       selected);
/** maq_section_head_set_hidden: how much of its beginning is out of view; the name stands after it */
void       maq_section_head_set_hidden   (MaqSectionHead   *self,
                                          int               hidden_px);
MaqId      maq_section_head_get_section  (MaqSectionHead   *self);

G_END_DECLS
