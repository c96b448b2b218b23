/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-head-column.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "maq-compat.h"
#include "maq-group-head.h"
#include "maq-layer-groups.h"
#include "maq-layer-head.h"
#include "maq-timeline-child.h"
#include "maq-widget-pool.h"

#define COMPACT_BELOW 220

struct _MaqHeadColumn
{
  GtkWidget                 parent_instance;

  const MaqTimelineMetrics *metrics;
  MaqArrangement           *arrangement;
  GtkWidget                *add;
  MaqWidgetPool            *heads;
  MaqWidgetPool            *groups;  /* by their first layers */
  int                       view_height;
  MaqRange                  selected;
  MaqPicks                 *picks;
};

enum
{
  SIGNAL_MUTE,
  SIGNAL_SOLO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqHeadColumn, maq_head_column, GTK_TYPE_WIDGET)

static void
mute_cb (MaqHeadColumn *self,
         gboolean       muted,
         MaqLayerHead  *head)
{
  g_signal_emit (self, signals[SIGNAL_MUTE], 0, maq_layer_head_get_layer (head), muted);
}

static void
solo_cb (MaqHeadColumn *self,
         gboolean       soloed,
         MaqLayerHead  *head)
{
  g_signal_emit (self, signals[SIGNAL_SOLO], 0, maq_layer_head_get_layer (head), soloed);
}

static GtkWidget *
create_head (gpointer user_data)
{
  GtkWidget *head = maq_layer_head_new ();

  g_signal_connect_object (head, "mute", G_CALLBACK (mute_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "solo", G_CALLBACK (solo_cb), user_data, G_CONNECT_SWAPPED);
  return head;
}

static void
mute_group_cb (MaqHeadColumn *self,
               gboolean       muted,
               MaqGroupHead  *head)
{
  g_signal_emit (self, signals[SIGNAL_MUTE], 0, maq_group_head_get_layer (head), muted);
}

static void
solo_group_cb (MaqHeadColumn *self,
               gboolean       soloed,
               MaqGroupHead  *head)
{
  g_signal_emit (self, signals[SIGNAL_SOLO], 0, maq_group_head_get_layer (head), soloed);
}

static GtkWidget *
create_group_head (gpointer user_data)
{
  GtkWidget *head = maq_group_head_new ();

  g_signal_connect_object (head, "mute", G_CALLBACK (mute_group_cb), user_data,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (head, "solo", G_CALLBACK (solo_group_cb), user_data,
                           G_CONNECT_SWAPPED);
  return head;
}

static void
bind_head (MaqHeadColumn *self,
           guint          index)
{
  MaqLayer *layer = maq_arrangement_get_layer (self->arrangement, index);
  MaqId id = maq_layer_get_id (layer);
  MaqLayerHead *head = MAQ_LAYER_HEAD (maq_widget_pool_take (self->heads, id, MAQ_ID_NONE));

  maq_layer_head_bind (head, layer);
  maq_layer_head_set_compact (head, self->metrics->head_width < COMPACT_BELOW);
  maq_layer_head_set_selected (head, maq_picks_tell_layer (self->picks, &self->selected, index,
                                                           id));
}

static char *
dup_members (MaqHeadColumn     *self,
             const MaqRowGroup *group)
{
  GString *names = g_string_new (NULL);

  for (guint i = group->first; i < group->end; i++)
    g_string_append_printf (names, "%s%s", i > group->first ? _(", ") : "",
                            maq_layer_get_name (maq_arrangement_get_layer (self->arrangement, i)));
  return g_string_free (names, FALSE);
}

/* A group is selected with all its layers. */
static gboolean
is_group_selected (MaqHeadColumn     *self,
                   const MaqRowGroup *group)
{
  for (guint i = group->first; i < group->end; i++)
    if (maq_picks_tell_layer (self->picks, &self->selected, i,
                              maq_layer_get_id (maq_arrangement_get_layer (self->arrangement,
                                                                           i))) !=
        MAQ_SELECTED_WHOLE)
      return FALSE;
  return TRUE;
}

static void
bind_group (MaqHeadColumn     *self,
            const MaqRowGroup *group)
{
  MaqId id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, group->first));
  MaqGroupHead *head = MAQ_GROUP_HEAD (maq_widget_pool_take (self->groups, id, MAQ_ID_NONE));
  g_autofree char *members = dup_members (self, group);
  MaqGroupFields fields = {
    .layer = id,
    .name = maq_layer_groups_get_name (self->arrangement, group->first),
    .members = members,
    .n_layers = group->end - group->first,
    .is_folded = group->is_folded,
  };

  for (guint i = group->first; i < group->end; i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (self->arrangement, i);

      fields.n_muted += maq_layer_get_fields (layer)->muted;
      fields.n_soloed += maq_layer_get_fields (layer)->soloed;
    }
  maq_group_head_bind (head, &fields);
  maq_group_head_set_selected (head, is_group_selected (self, group));
}

static void
bind_groups (MaqHeadColumn *self)
{
  maq_widget_pool_begin (self->groups);
  for (guint i = 0; self->arrangement != NULL && i < self->metrics->n_groups; i++)
    {
      const MaqRowGroup *group = &self->metrics->groups[i];
      int height;
      int y = maq_timeline_metrics_group_y (self->metrics, group, &height) -
              self->metrics->scroll_y;

      if (y < self->view_height && y + height > 0)
        bind_group (self, group);
    }
  maq_widget_pool_end (self->groups);
}

static void
bind_heads (MaqHeadColumn *self)
{
  MaqId focused;
  MaqId unused;
  guint index;
  guint end;

  maq_widget_pool_begin (self->heads);
  bind_groups (self);
  if (self->arrangement != NULL)
    {
      maq_timeline_metrics_visible_layers (self->metrics, self->view_height, &index, &end);
      for (; index < end; index++)
        if (maq_timeline_metrics_find_fold (self->metrics, index) == NULL)
          bind_head (self, index);
      if (maq_widget_pool_find_focus (self->heads, &focused, &unused))
        {
          int at = maq_arrangement_find_layer (self->arrangement, focused);

          if (at >= 0 && maq_timeline_metrics_find_fold (self->metrics, (guint) at) == NULL)
            bind_head (self, (guint) at);
        }
    }
  maq_widget_pool_end (self->heads);
}

static void
allocate_group (MaqHeadColumn *self,
                MaqGroupHead  *head,
                int            width)
{
  int index = maq_arrangement_find_layer (self->arrangement, maq_group_head_get_layer (head));
  const MaqRowGroup *group = index < 0 ? NULL
                                       : maq_timeline_metrics_find_group (self->metrics,
                                                                          (guint) index);
  int height = 0;
  int y = group == NULL ? 0 : maq_timeline_metrics_group_y (self->metrics, group, &height);

  maq_timeline_child_place (GTK_WIDGET (head), 0, y - self->metrics->scroll_y, width, height);
}

static void
maq_head_column_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MaqHeadColumn *self = MAQ_HEAD_COLUMN (widget);
  GPtrArray *heads = maq_widget_pool_get_children (self->heads);
  int end = maq_timeline_metrics_get_height (self->metrics) - self->metrics->scroll_y;

  maq_timeline_child_place (self->add, 0, end + 8, width, 34);
  for (guint i = 0; i < heads->len; i++)
    {
      MaqLayerHead *head = g_ptr_array_index (heads, i);
      int index = maq_arrangement_find_layer (self->arrangement, maq_layer_head_get_layer (head));
      int y = maq_timeline_metrics_layer_y (self->metrics, (guint) MAX (index, 0));

      maq_timeline_child_place (GTK_WIDGET (head), 0, y - self->metrics->scroll_y, width,
                                self->metrics->row_height);
    }
  heads = maq_widget_pool_get_children (self->groups);
  for (guint i = 0; i < heads->len; i++)
    allocate_group (self, g_ptr_array_index (heads, i), width);
}

static void
maq_head_column_dispose (GObject *object)
{
  MaqHeadColumn *self = MAQ_HEAD_COLUMN (object);

  g_clear_pointer (&self->heads, maq_widget_pool_free);
  g_clear_pointer (&self->groups, maq_widget_pool_free);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  g_clear_pointer (&self->picks, maq_picks_unref);
  G_OBJECT_CLASS (maq_head_column_parent_class)->dispose (object);
}

static void
maq_head_column_class_init (MaqHeadColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_head_column_dispose;
  signals[SIGNAL_MUTE] = g_signal_new ("mute", MAQ_TYPE_HEAD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_BOOLEAN);
  signals[SIGNAL_SOLO] = g_signal_new ("solo", MAQ_TYPE_HEAD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_BOOLEAN);
  widget_class->size_allocate = maq_head_column_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "headcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GMenuModel *
create_role_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint role = 0; role < MAQ_N_ROLES; role++)
    {
      g_autofree char *action = g_strdup_printf ("score.add-layer::%s", maq_role_get_nick (role));

      g_menu_append (menu, maq_role_get_label (role), action);
    }
  return G_MENU_MODEL (menu);
}

static void
maq_head_column_init (MaqHeadColumn *self)
{
  g_autoptr (GMenuModel) roles = create_role_menu ();
  GtkWidget *content = adw_button_content_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->heads = maq_widget_pool_new (GTK_WIDGET (self), create_head, self);
  self->groups = maq_widget_pool_new (GTK_WIDGET (self), create_group_head, self);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Add Layer"));
  gtk_widget_set_halign (content, GTK_ALIGN_START);
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->add), content);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), roles);
  gtk_widget_set_tooltip_text (self->add, _("Add an instrument to the band"));
  maq_compat_hush_tooltip (GTK_MENU_BUTTON (self->add));
  gtk_widget_add_css_class (self->add, "add");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

GtkWidget *
maq_head_column_new (const MaqTimelineMetrics *metrics)
{
  MaqHeadColumn *self = g_object_new (MAQ_TYPE_HEAD_COLUMN, NULL);

  self->metrics = metrics;
  return GTK_WIDGET (self);
}

void
maq_head_column_show (MaqHeadColumn  *self,
                      MaqArrangement *arrangement)
{
  maq_arrangement_ref (arrangement);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  self->arrangement = arrangement;
  maq_head_column_update (self, self->view_height);
}

void
maq_head_column_update (MaqHeadColumn *self,
                        int            view_height)
{
  self->view_height = view_height;
  bind_heads (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
maq_head_column_select (MaqHeadColumn  *self,
                        const MaqRange *range,
                        MaqPicks       *picks)
{
  self->selected = *range;
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->picks = picks == NULL ? NULL : maq_picks_ref (picks);
  bind_heads (self);
}

GtkWidget *
maq_head_column_find (MaqHeadColumn *self,
                      MaqId          layer)
{
  GtkWidget *head = maq_widget_pool_find (self->heads, layer, MAQ_ID_NONE);

  return head != NULL ? head : maq_widget_pool_find (self->groups, layer, MAQ_ID_NONE);
}

/* A group that is folded is as loud as the loudest of its layers. */
static gboolean
update_group_meter (MaqHeadColumn *self,
                    MaqListener   *listener,
                    MaqGroupHead  *head)
{
  int index = maq_arrangement_find_layer (self->arrangement, maq_group_head_get_layer (head));
  const MaqRowGroup *fold = index < 0 ? NULL
                                      : maq_timeline_metrics_find_fold (self->metrics,
                                                                        (guint) index);
  float peak = 0;

  if (fold == NULL)
    return FALSE;
  for (guint i = fold->first; i < fold->end; i++)
    {
      MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, i));

      peak = MAX (peak, maq_listener_take_layer_peak (listener, layer));
    }
  return maq_group_head_push_peak (head, peak);
}

int
maq_head_column_get_natural_width (MaqHeadColumn *self)
{
  GPtrArray *heads = maq_widget_pool_get_children (self->heads);
  int widest = 0;

  for (guint i = 0; i < heads->len; i++)
    {
      MaqLayerHead *head = g_ptr_array_index (heads, i);
      int width;

      /* with all that it has where there is room */
      maq_layer_head_set_compact (head, FALSE);
      gtk_widget_measure (GTK_WIDGET (head), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                          NULL);
      maq_layer_head_set_compact (head, self->metrics->head_width < COMPACT_BELOW);
      widest = MAX (widest, width);
    }
  return widest;
}

gboolean
maq_head_column_update_meters (MaqHeadColumn *self,
                               MaqListener   *listener)
{
  GPtrArray *heads = maq_widget_pool_get_children (self->heads);
  GPtrArray *groups = maq_widget_pool_get_children (self->groups);
  gboolean is_moving = FALSE;

  for (guint i = 0; i < heads->len; i++)
    {
      MaqLayerHead *head = g_ptr_array_index (heads, i);
      float peak = maq_listener_take_layer_peak (listener, maq_layer_head_get_layer (head));

      is_moving |= maq_layer_head_push_peak (head, peak);
    }
  for (guint i = 0; i < groups->len; i++)
    is_moving |= update_group_meter (self, listener, g_ptr_array_index (groups, i));
  return is_moving;
}
