/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-id.h"

G_BEGIN_DECLS

#define MAQ_TYPE_GROUP_HEAD (maq_group_head_get_type ())

/**
 * MaqGroupHead:
 *
 * The name of a group of layers, and the button that folds it; folded, also
 * mute, solo and a meter for all of its layers. Emits "mute" and "solo" with
 * what they shall be, a boolean.
 */
G_DECLARE_FINAL_TYPE (MaqGroupHead, maq_group_head, MAQ, GROUP_HEAD, GtkWidget)

/**
 * MaqGroupFields:
 * @layer: its first layer
 * @name: of the group
 * @members: the names of its layers, for those who cannot see them
 * @n_layers: how many it has
 * @n_muted: how many of them are muted
 * @n_soloed: how many of them are solo
 * @is_folded: whether it stands for them
 */
typedef struct
{
  MaqId       layer;
  const char *name;
  const char *members;
  guint       n_layers;
  guint       n_muted;
  guint       n_soloed;
  gboolean    is_folded;
} MaqGroupFields;

GtkWidget *maq_group_head_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/** maq_group_head_bind: what it shows from now on */
void       maq_group_head_bind         (MaqGroupHead         *self,
                                        const MaqGroupFields *fields);
void       maq_group_head_set_selected (MaqGroupHead         *self,
                                        gboolean              selected);
/** maq_group_head_get_layer: the first layer of the group that it shows */
MaqId      maq_group_head_get_layer    (MaqGroupHead         *self);
/** maq_group_head_push_peak: the highest sample of all its layers; whether the meter still falls */
gboolean   maq_group_head_push_peak    (MaqGroupHead         *self,
                                        float                 peak);

G_END_DECLS
