/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "maq-id.h"

G_BEGIN_DECLS

/**
 * MaqWidgetPool:
 *
 * The children of a widget that stand for things with ids, as many as are
 * visible. A child keeps its thing as long as it shows, so that it keeps the
 * focus and what it has painted; what goes out of view is used again.
 */
typedef struct _MaqWidgetPool MaqWidgetPool;

/** MaqWidgetPoolCreate: (transfer floating): makes one more child */
typedef GtkWidget *(*MaqWidgetPoolCreate) (gpointer user_data);

MaqWidgetPool *maq_widget_pool_new       (GtkWidget           *parent,
                                          MaqWidgetPoolCreate  create,
                                          gpointer             user_data) G_GNUC_WARN_UNUSED_RESULT;
/** maq_widget_pool_free: unparents all children */
void           maq_widget_pool_free      (MaqWidgetPool       *self);

/** maq_widget_pool_begin: begins a round of taking */
void           maq_widget_pool_begin     (MaqWidgetPool       *self);
/** maq_widget_pool_keep: the child of these ids, if there is one, is to be taken in this round */
void           maq_widget_pool_keep      (MaqWidgetPool       *self,
                                          MaqId                first,
                                          MaqId                second);
/**
 * maq_widget_pool_release:
 *
 * All children that are not kept may stand for others from now on, without
 * being hidden first: to hide and show them again, the whole window would be
 * laid out. The one with the focus stays as it is until the round ends.
 */
void           maq_widget_pool_release   (MaqWidgetPool       *self);
/** maq_widget_pool_take: (transfer none): the child for the thing with these ids */
GtkWidget     *maq_widget_pool_take      (MaqWidgetPool       *self,
                                          MaqId                first,
                                          MaqId                second);
/** maq_widget_pool_end: hides what was not taken since the round began */
void           maq_widget_pool_end       (MaqWidgetPool       *self);

/** maq_widget_pool_find: (transfer none) (nullable): the child that stands for these ids now */
GtkWidget     *maq_widget_pool_find      (MaqWidgetPool       *self,
                                          MaqId                first,
                                          MaqId                second);
/** maq_widget_pool_find_focus: the ids of the child that holds the focus; %FALSE if none does */
gboolean       maq_widget_pool_find_focus (MaqWidgetPool      *self,
                                          MaqId               *first,
                                          MaqId               *second);
/** maq_widget_pool_get_children: (transfer none) (element-type GtkWidget): those that show */
GPtrArray     *maq_widget_pool_get_children (MaqWidgetPool    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqWidgetPool, maq_widget_pool_free)

G_END_DECLS
