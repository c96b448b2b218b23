/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-turn-sign.h"

#include <glib/gi18n-lib.h>

#include "maq-timeline-child.h"

#define RADIUS 4.0f

struct _MaqTurnSign
{
  GtkWidget         parent_instance;

  const MaqPalette *palette;
  guint             index;
  guint             generation;   /* 0: never bound */
  MaqTurn           turn;
  int               shift;
  char             *label;
};

G_DEFINE_FINAL_TYPE (MaqTurnSign, maq_turn_sign, GTK_TYPE_WIDGET)

/* What is looked at by pointer or keyboard lies on a ground, with an edge for the keyboard. */
static void
draw_ground (MaqTurnSign *self,
             GtkSnapshot *snapshot,
             float        width,
             float        height)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  const GdkRGBA *accent = &self->palette->accent;
  GdkRGBA ground = maq_palette_fade (accent, 0.3);
  GskRoundedRect edge;

  gsk_rounded_rect_init_from_rect (&edge, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  if ((flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)) != 0)
    maq_palette_append_round (snapshot, &edge, &ground);
  if ((flags & GTK_STATE_FLAG_FOCUSED) != 0)
    gtk_snapshot_append_border (snapshot, &edge, (float[4]) { 2, 2, 2, 2 },
                                (GdkRGBA[4]) { *accent, *accent, *accent, *accent });
}

static void
maq_turn_sign_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  static const char *const signs[MAQ_N_TURNS] = { "◢", "◆", "●" };
  MaqTurnSign *self = MAQ_TURN_SIGN (widget);
  g_autoptr (PangoLayout) layout = maq_palette_create_layout (widget, 0.75, PANGO_WEIGHT_NORMAL);
  GdkRGBA ink = maq_palette_fade (&self->palette->foreground, MAQ_INK_FULL);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  int text_width;
  int text_height;

  draw_ground (self, snapshot, width, height);
  pango_layout_set_text (layout, signs[self->turn], -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  maq_palette_append_layout (snapshot, layout, (width - (float) text_width) / 2,
                             (height - (float) text_height) / 2, &ink);
}

static void
maq_turn_sign_state_flags_changed (GtkWidget     *widget,
                                   GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (maq_turn_sign_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static gboolean
maq_turn_sign_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  return maq_timeline_child_show_tooltip (tooltip, MAQ_TURN_SIGN (widget)->label,
                                          _("Click, or Enter, looks at its section; Left and Right "
                                            "go to other turns"));
}

static void
maq_turn_sign_finalize (GObject *object)
{
  g_free (MAQ_TURN_SIGN (object)->label);
  G_OBJECT_CLASS (maq_turn_sign_parent_class)->finalize (object);
}

static void
maq_turn_sign_class_init (MaqTurnSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_turn_sign_finalize;
  widget_class->snapshot = maq_turn_sign_snapshot;
  widget_class->state_flags_changed = maq_turn_sign_state_flags_changed;
  widget_class->query_tooltip = maq_turn_sign_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "turnsign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
maq_turn_sign_init (MaqTurnSign *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
maq_turn_sign_new (const MaqPalette *palette)
{
  MaqTurnSign *self = g_object_new (MAQ_TYPE_TURN_SIGN, NULL);

  self->palette = palette;
  return GTK_WIDGET (self);
}

void
maq_turn_sign_bind (MaqTurnSign *self,
                    guint        index,
                    guint        generation,
                    MaqTurn      turn,
                    char        *label)
{
  self->index = index;
  self->generation = generation;
  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label, label);
  if (self->turn != turn)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->turn = turn;
}

gboolean
maq_turn_sign_is_bound (MaqTurnSign *self,
                        guint        index,
                        guint        generation)
{
  return self->index == index && self->generation == generation;
}

guint
maq_turn_sign_get_index (MaqTurnSign *self)
{
  return self->index;
}

void
maq_turn_sign_set_shift (MaqTurnSign *self,
                         int          shift)
{
  self->shift = shift;
}

int
maq_turn_sign_get_shift (MaqTurnSign *self)
{
  return self->shift;
}
