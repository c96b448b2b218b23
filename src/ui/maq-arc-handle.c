/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-handle.h"

#include <glib/gi18n-lib.h>

#include "maq-timeline-child.h"

#define DOT 10.0f

struct _MaqArcHandle
{
  GtkWidget         parent_instance;

  const MaqPalette *palette;
  guint             index;
  guint             generation;   /* 0: never bound */
  char             *label;
};

G_DEFINE_FINAL_TYPE (MaqArcHandle, maq_arc_handle, GTK_TYPE_WIDGET)

static void
append_disc (GtkSnapshot   *snapshot,
             float          centre,
             float          size,
             const GdkRGBA *color)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (centre - size / 2, centre - size / 2,
                                                               size, size), size / 2);
  maq_palette_append_round (snapshot, &disc, color);
}

static gboolean
is_held (MaqArcHandle *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) &
          (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)) != 0;
}

static void
draw_cb (GtkSnapshot *snapshot,
         gpointer     user_data)
{
  MaqArcHandle *self = user_data;
  float centre = MAQ_ARC_HANDLE_SIZE / 2.0f;
  GdkRGBA halo = maq_palette_fade (&self->palette->accent, 0.3);

  if (is_held (self))
    append_disc (snapshot, centre, MAQ_ARC_HANDLE_SIZE, &halo);
  append_disc (snapshot, centre, DOT, &self->palette->accent);
}

static void
maq_arc_handle_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MaqArcHandle *self = MAQ_ARC_HANDLE (widget);
  const MaqStamp stamp = {
    .look = MAQ_STAMP_ARC_HANDLE | (guint) is_held (self),
    .width = MAQ_ARC_HANDLE_SIZE,
    .height = MAQ_ARC_HANDLE_SIZE,
  };

  maq_stamps_append (self->palette->stamps, &stamp, snapshot, widget, draw_cb, self);
}

static void
maq_arc_handle_state_flags_changed (GtkWidget     *widget,
                                    GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (maq_arc_handle_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static gboolean
maq_arc_handle_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  return maq_timeline_child_show_tooltip (tooltip, MAQ_ARC_HANDLE (widget)->label,
                                          _("Drag, or Up and Down for its height, Alt+Left and "
                                            "Alt+Right for its bar; Enter types it"));
}

static void
maq_arc_handle_finalize (GObject *object)
{
  g_free (MAQ_ARC_HANDLE (object)->label);
  G_OBJECT_CLASS (maq_arc_handle_parent_class)->finalize (object);
}

static void
maq_arc_handle_class_init (MaqArcHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_arc_handle_finalize;
  widget_class->snapshot = maq_arc_handle_snapshot;
  widget_class->state_flags_changed = maq_arc_handle_state_flags_changed;
  widget_class->query_tooltip = maq_arc_handle_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "archandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
maq_arc_handle_init (MaqArcHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

GtkWidget *
maq_arc_handle_new (const MaqPalette *palette)
{
  MaqArcHandle *self = g_object_new (MAQ_TYPE_ARC_HANDLE, NULL);

  self->palette = palette;
  return GTK_WIDGET (self);
}

void
maq_arc_handle_bind (MaqArcHandle *self,
                     guint         index,
                     guint         generation,
                     char         *label)
{
  self->index = index;
  self->generation = generation;
  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label, label);
}

gboolean
maq_arc_handle_is_bound (MaqArcHandle *self,
                         guint         index,
                         guint         generation)
{
  return self->index == index && self->generation == generation;
}

guint
maq_arc_handle_get_index (MaqArcHandle *self)
{
  return self->index;
}
