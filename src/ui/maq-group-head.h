/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-id.h"

G_BEGIN_DECLS

#define MAQ_TYPE_GROUP_HEAD (maq_group_head_get_type ())

/** MaqGroupHead: the name of a group of layers, and the button that folds it */
G_DECLARE_FINAL_TYPE (MaqGroupHead, maq_group_head, MAQ, GROUP_HEAD, GtkWidget)

GtkWidget *maq_group_head_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_group_head_bind:
 * @layer: its first layer
 * @name: of the group
 * @members: the names of its layers, for those who cannot see them
 */
void       maq_group_head_bind         (MaqGroupHead *self,
                                        MaqId         layer,
                                        const char   *name,
                                        const char   *members,
                                        guint         n_layers,
                                        gboolean      is_folded);
void       maq_group_head_set_selected (MaqGroupHead *self,
                                        gboolean      selected);
/** maq_group_head_get_layer: the first layer of the group that it shows */
MaqId      maq_group_head_get_layer    (MaqGroupHead *self);

G_END_DECLS
