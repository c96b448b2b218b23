/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-arrangement.h"
#include "maq-form.h"
#include "maq-palette.h"
#include "maq-timeline-metrics.h"

G_BEGIN_DECLS

#define MAQ_TYPE_GROUP_VIEW (maq_group_view_get_type ())

/** MaqGroupView: what a group of layers that is folded plays in one section */
G_DECLARE_FINAL_TYPE (MaqGroupView, maq_group_view, MAQ, GROUP_VIEW, GtkWidget)

GtkWidget *maq_group_view_new          (const MaqPalette     *palette) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_group_view_bind:
 * @is_ghost: whether something of it is only shown so, and not yet done
 *
 * Shows the layers of @group in the section at index @column.
 */
void       maq_group_view_bind         (MaqGroupView         *self,
                                        MaqArrangement       *arrangement,
                                        const MaqFormSection *place,
                                        guint                 column,
                                        const MaqRowGroup    *group,
                                        gboolean              is_ghost);
void       maq_group_view_set_selected (MaqGroupView         *self,
                                        gboolean              selected);
/** maq_group_view_get_place: indices of its section, and of the first layer of the group */
void       maq_group_view_get_place    (MaqGroupView         *self,
                                        guint                *column,
                                        guint                *row);

G_END_DECLS
