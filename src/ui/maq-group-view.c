/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqGroupView: what a group of layers that is folded plays in one section: a
 * line for each layer, as strong as its level, and how many of them play.
 *
 * CSS node: part, with the class .group. Accessible role: GRID_CELL; its label
 * names the layers that are hidden, with their levels.
 */

#include "maq-group-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-layer-groups.h"
#include "maq-timeline-child.h"

#define INSET_X 1.5f
#define INSET_Y 3.0f
#define RADIUS 7.0f
#define TEXT_MIN_WIDTH 24
#define LINES_TOP 20

struct _MaqGroupView
{
  GtkWidget         parent_instance;

  const MaqPalette *palette;
  MaqSectionKind    kind;
  GArray           *levels;  /* of guint8 */
  guint             n_playing;
  guint             column;
  guint             row;
  char             *label;
  PangoLayout      *count;
  gboolean          is_ghost;
  gboolean          selected;
};

G_DEFINE_FINAL_TYPE (MaqGroupView, maq_group_view, GTK_TYPE_WIDGET)

static GskRoundedRect
get_box (MaqGroupView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = gtk_widget_get_width (widget) - 2 * INSET_X;
  float height = gtk_widget_get_height (widget) - 2 * INSET_Y;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (INSET_X, INSET_Y, MAX (width, 0), MAX (height, 0));
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &bounds,
                                   MIN (RADIUS, MIN (bounds.size.width, bounds.size.height) / 2));
  return box;
}

/* Who is out leaves a gap, so that the same layer is at the same height in every section. */
static void
snapshot_lines (MaqGroupView    *self,
                GtkSnapshot     *snapshot,
                graphene_rect_t  box)
{
  float top = box.size.height > LINES_TOP + 8 ? LINES_TOP : 3;
  float step = (box.size.height - top - 3) / (float) self->levels->len;
  float thick = MAX (floorf (MIN (step - 1, 6)), 1);

  for (guint i = 0; i < self->levels->len; i++)
    {
      int level = g_array_index (self->levels, guint8, i);
      GdkRGBA color = maq_palette_fade (&self->palette->kinds[self->kind],
                                        0.3 + 0.7 * level / MAQ_LEVEL_MAX);
      float y = roundf (box.origin.y + top + step * (float) i);

      if (level > 0)
        gtk_snapshot_append_color (snapshot, &color,
                                   &GRAPHENE_RECT_INIT (box.origin.x + 5, y,
                                                        MAX (box.size.width - 10, 1), thick));
    }
}

static void
snapshot_count (MaqGroupView    *self,
                GtkSnapshot     *snapshot,
                graphene_rect_t  box)
{
  if (box.size.width < TEXT_MIN_WIDTH)
    return;
  if (self->count == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%u/%u", self->n_playing, self->levels->len);

      self->count = maq_palette_create_layout (GTK_WIDGET (self), 0.9, PANGO_WEIGHT_BOLD);
      pango_layout_set_text (self->count, text, -1);
    }
  maq_palette_append_layout (snapshot, self->count, box.origin.x + 5, box.origin.y + 1,
                             &self->palette->foreground);
}

static void
maq_group_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MaqGroupView *self = MAQ_GROUP_VIEW (widget);
  GskRoundedRect box = get_box (self);
  GdkRGBA tint = maq_palette_fade (&self->palette->kinds[self->kind], 0.2);
  GdkRGBA edge = maq_palette_fade (&self->palette->foreground,
                                   self->palette->high_contrast ? 0.5 : 0.075);

  if (box.bounds.size.width <= 0 || box.bounds.size.height <= 0)
    return;
  if (self->n_playing > 0)
    {
      maq_palette_append_round (snapshot, &box, &tint);
      snapshot_lines (self, snapshot, box.bounds);
      snapshot_count (self, snapshot, box.bounds);
    }
  else
    maq_palette_append_edge (snapshot, &box, &edge, 1);
  if (self->palette->high_contrast && self->n_playing > 0)
    maq_palette_append_edge (snapshot, &box, &self->palette->foreground, 1);
  if (self->is_ghost)
    {
      GdkRGBA ghost = maq_palette_fade (&self->palette->accent, 0.75);

      maq_palette_append_edge (snapshot, &box, &ghost, 1.5f);
    }
  if (self->selected)
    maq_palette_append_edge (snapshot, &box, &self->palette->accent, 2);
}

static gboolean
maq_group_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  return maq_timeline_child_show_tooltip (tooltip, MAQ_GROUP_VIEW (widget)->label,
                                          _("Press 0 to 9 for the level of all; F to unfold"));
}

static void
maq_group_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (maq_group_view_parent_class)->css_changed (widget, change);
  g_clear_object (&MAQ_GROUP_VIEW (widget)->count);
  gtk_widget_queue_draw (widget);
}

static void
maq_group_view_finalize (GObject *object)
{
  MaqGroupView *self = MAQ_GROUP_VIEW (object);

  g_clear_object (&self->count);
  g_array_unref (self->levels);
  g_free (self->label);
  G_OBJECT_CLASS (maq_group_view_parent_class)->finalize (object);
}

static void
maq_group_view_class_init (MaqGroupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = maq_group_view_finalize;
  widget_class->snapshot = maq_group_view_snapshot;
  widget_class->css_changed = maq_group_view_css_changed;
  widget_class->query_tooltip = maq_group_view_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "part");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
maq_group_view_init (MaqGroupView *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (guint8));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "group");
}

GtkWidget *
maq_group_view_new (const MaqPalette *palette)
{
  MaqGroupView *self = g_object_new (MAQ_TYPE_GROUP_VIEW, NULL);

  self->palette = palette;
  return GTK_WIDGET (self);
}

static char *
describe (MaqGroupView         *self,
          MaqArrangement       *arrangement,
          const MaqFormSection *place,
          const MaqRowGroup    *group)
{
  GString *members = g_string_new (NULL);
  g_autofree char *listed = NULL;

  for (guint i = group->first; i < group->end; i++)
    {
      int level = g_array_index (self->levels, guint8, i - group->first);

      g_string_append (members, i > group->first ? _(", ") : "");
      if (level > 0)
        g_string_append_printf (members, _("%s level %d"),
                                maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)),
                                level);
      else
        g_string_append_printf (members, _("%s out"),
                                maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)));
    }
  listed = g_string_free (members, FALSE);
  /* Translators: group of layers, section, bars, how many of its layers play, and which */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s, %s, bars %d to %d, %u of %u layer plays: %s",
                                       "%s, %s, bars %d to %d, %u of %u layers play: %s",
                                       self->levels->len),
                          maq_layer_groups_get_name (arrangement, group->first),
                          maq_section_get_name (place->section), place->first_bar + 1,
                          place->first_bar + place->bars, self->n_playing, self->levels->len,
                          listed);
}

void
maq_group_view_bind (MaqGroupView         *self,
                     MaqArrangement       *arrangement,
                     const MaqFormSection *place,
                     guint                 column,
                     const MaqRowGroup    *group,
                     gboolean              is_ghost)
{
  MaqSectionKind kind = maq_section_get_kind (place->section);
  gboolean is_same_look = self->kind == kind && self->is_ghost == is_ghost;

  g_array_set_size (self->levels, 0);
  self->kind = kind;
  self->is_ghost = is_ghost;
  self->column = column;
  self->row = group->first;
  self->n_playing = maq_layer_groups_count (arrangement, group, column);
  for (guint i = group->first; i < group->end; i++)
    {
      MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement, i));
      guint8 level = (guint8) maq_arrangement_get_level (arrangement, column, layer);

      g_array_append_val (self->levels, level);
    }
  if (maq_timeline_child_take_label (GTK_WIDGET (self), &self->label,
                                     describe (self, arrangement, place, group)) ||
      !is_same_look)
    {
      g_clear_object (&self->count);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

void
maq_group_view_set_selected (MaqGroupView *self,
                             gboolean      selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_group_view_get_place (MaqGroupView *self,
                          guint        *column,
                          guint        *row)
{
  *column = self->column;
  *row = self->row;
}
