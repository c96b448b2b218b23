/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * MaqTimeline: places the grid, the head row and column, the corner and the
 * playhead as the metrics say. Scrolling moves the grid as a whole; the heads
 * are moved in one direction only; the playhead moves alone.
 *
 * CSS node: timeline. Accessible role: GROUP, its label says how large the
 * song is. Its keys are in maq-timeline-input.c, what is dragged in
 * maq-timeline-drag.c.
 */

#include "maq-timeline-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "maq-bar-map.h"
#include "maq-arc-lane.h"
#include "maq-chord-lane.h"
#include "maq-grid.h"
#include "maq-head-column.h"
#include "maq-head-row.h"
#include "maq-layer-groups.h"
#include "maq-playhead.h"
#include "maq-summary.h"
#include "maq-timeline-child.h"

#define ROW_MIN 42
#define ROW_MAX 76

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_HEAD_WIDTH,
};

enum
{
  SIGNAL_SEEK,
  SIGNAL_LOOP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (MaqTimeline, maq_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

int
maq_timeline_get_view_width (MaqTimeline *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->metrics.head_width, 0);
}

int
maq_timeline_get_view_height (MaqTimeline *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) -
              maq_timeline_metrics_get_top (&self->metrics), 0);
}

/* Rows share the height that there is, within bounds. */
static void
fit_metrics (MaqTimeline *self,
             int          view_width,
             int          view_height)
{
  MaqTimelineMetrics *metrics = &self->metrics;

  metrics->head_width = maq_timeline_get_wanted_head_width (self);
  maq_timeline_metrics_fit_rows (metrics, view_height - MAQ_ADD_SIZE, ROW_MIN, ROW_MAX);
  if (self->is_fitted && view_width > MAQ_ADD_SIZE)
    metrics->px_per_bar = maq_timeline_metrics_fit (maq_timeline_metrics_get_bars (metrics),
                                                    view_width - MAQ_ADD_SIZE);
}

static int
configure (MaqTimeline    *self,
           GtkOrientation  orientation,
           int             value,
           int             content,
           int             page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return CLAMP (value, 0, MAX (content - page, 0));
  self->is_scrolling = TRUE;
  gtk_adjustment_configure (adjustment, value, 0, MAX (content, page), page * 0.1, page * 0.9,
                            page);
  self->is_scrolling = FALSE;
  return (int) round (gtk_adjustment_get_value (adjustment));
}

/* A right-to-left language has the heads at the right; time runs to the right in all of them. */
static gboolean
is_mirrored (MaqTimeline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

int
maq_timeline_get_grid_x (MaqTimeline *self)
{
  return is_mirrored (self) ? 0 : self->metrics.head_width;
}

double
maq_timeline_get_position_bar (MaqTimeline *self)
{
  if (self->editor == NULL)
    return 0;
  return maq_bar_map_from_ticks (maq_editor_get_form (self->editor), self->position_ticks);
}

void
maq_timeline_place_playhead (MaqTimeline *self)
{
  MaqTimelineMetrics *metrics = &self->metrics;
  double bar = maq_timeline_get_position_bar (self);
  int x = maq_timeline_metrics_bar_to_x (metrics, bar) - metrics->scroll_x;

  gtk_widget_set_child_visible (self->playhead,
                                x >= 0 && x <= maq_timeline_get_view_width (self));
  maq_timeline_child_place (self->playhead,
                            maq_timeline_get_grid_x (self) + x - MAQ_PLAYHEAD_WIDTH / 2,
                            metrics->ruler_height - 12, MAQ_PLAYHEAD_WIDTH,
                            gtk_widget_get_height (GTK_WIDGET (self)) - metrics->ruler_height + 12);
  if (self->overview != NULL)
    maq_overview_set_position (self->overview, bar);
}

static MaqTimelineView
get_view (MaqTimeline *self)
{
  const MaqTimelineMetrics *metrics = &self->metrics;

  return (MaqTimelineView) { metrics->scroll_x, metrics->scroll_y, metrics->px_per_bar,
                             maq_timeline_get_view_width (self),
                             maq_timeline_get_view_height (self) };
}

static gboolean
has_view (MaqTimeline *self)
{
  const MaqTimelineView view = get_view (self);

  return self->has_children && memcmp (&view, &self->view, sizeof view) == 0;
}

void
maq_timeline_update_children (MaqTimeline *self)
{
  int width = maq_timeline_get_view_width (self);
  int height = maq_timeline_get_view_height (self);

  if (has_view (self))
    return;
  self->view = get_view (self);
  self->has_children = TRUE;
  maq_grid_update (MAQ_GRID (self->grid), width, height);
  maq_head_row_update (MAQ_HEAD_ROW (self->head_row), width);
  maq_chord_lane_update (MAQ_CHORD_LANE (self->chord_lane), width);
  maq_timeline_update_arc (self);
  maq_head_column_update (MAQ_HEAD_COLUMN (self->head_column), height);
  maq_timeline_update_remarks (self);
}

void
maq_timeline_queue_view (MaqTimeline *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    maq_timeline_update_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
update_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  MAQ_TIMELINE (widget)->update_id = 0;
  maq_timeline_queue_view (MAQ_TIMELINE (widget));
  return G_SOURCE_REMOVE;
}

/* What is shown or hidden while all are given their places would be without one, and what
 * holds it not drawn: the next frame begins with it. */
static void
update_soon (MaqTimeline *self)
{
  if (!self->has_children)
    maq_timeline_update_children (self);
  else if (!has_view (self) && self->update_id == 0)
    self->update_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
place_children (MaqTimeline *self,
                int          view_width,
                int          view_height)
{
  MaqTimelineMetrics *metrics = &self->metrics;
  int top = maq_timeline_metrics_get_top (metrics);
  int grid_x = maq_timeline_get_grid_x (self);
  int head_x = is_mirrored (self) ? view_width + MAQ_HEAD_GAP : 0;
  int head_width = metrics->head_width - MAQ_HEAD_GAP;

  maq_timeline_child_place (self->grid, grid_x - metrics->scroll_x, top - metrics->scroll_y,
                            maq_timeline_metrics_get_width (metrics),
                            maq_timeline_metrics_get_height (metrics));
  maq_timeline_child_place (self->head_row, grid_x, 0, view_width,
                            metrics->ruler_height + metrics->section_height);
  maq_timeline_child_place (self->chord_lane, grid_x,
                            metrics->ruler_height + metrics->section_height, view_width,
                            metrics->chord_height);
  maq_timeline_place_arc (self, head_x, head_width);
  maq_timeline_place_remarks (self);
  maq_timeline_place_playhead (self);
  maq_timeline_child_place (self->head_column, head_x, top, head_width, view_height);
  maq_timeline_child_place (self->corner, head_x, 0, head_width, top - metrics->arc_height);
  maq_timeline_place_head_edge (self, view_width, view_height);
}

static void
maq_timeline_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MaqTimeline *self = MAQ_TIMELINE (widget);
  MaqTimelineMetrics *metrics = &self->metrics;
  int view_width = maq_timeline_get_view_width (self);
  int view_height;

  maq_timeline_fit_arc (self);
  view_height = maq_timeline_get_view_height (self);
  fit_metrics (self, view_width, view_height);
  view_width = maq_timeline_get_view_width (self);
  metrics->scroll_x = configure (self, GTK_ORIENTATION_HORIZONTAL, metrics->scroll_x,
                                 maq_timeline_metrics_get_width (metrics) + MAQ_ADD_SIZE,
                                 view_width);
  metrics->scroll_y = configure (self, GTK_ORIENTATION_VERTICAL, metrics->scroll_y,
                                 maq_timeline_metrics_get_height (metrics) + MAQ_ADD_SIZE,
                                 view_height);
  update_soon (self);
  place_children (self, view_width, view_height);
  maq_timeline_place_drag_line (self);
  maq_timeline_place_drag_label (self);
  maq_timeline_show_view (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
maq_timeline_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  MaqTimelineMetrics *metrics = &MAQ_TIMELINE (widget)->metrics;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 172 + 80;
  else
    *minimum = maq_timeline_metrics_get_top (metrics) + ROW_MIN;
  *natural = MAX (*minimum, 480);
}

static void
value_changed_cb (MaqTimeline   *self,
                  GtkAdjustment *adjustment)
{
  int value = (int) round (gtk_adjustment_get_value (adjustment));

  if (self->is_scrolling)
    return;
  if (adjustment == self->adjustments[GTK_ORIENTATION_HORIZONTAL])
    {
      self->metrics.scroll_x = value;
      maq_timeline_let_go (self);
    }
  else
    self->metrics.scroll_y = value;
  maq_timeline_queue_view (self);
}

static void
set_adjustment (MaqTimeline    *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
maq_timeline_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MaqTimeline *self = MAQ_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HEAD_WIDTH:
      g_value_set_int (value, self->wanted_head_px);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
maq_timeline_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  MaqTimeline *self = MAQ_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    case PROP_HEAD_WIDTH:
      maq_timeline_set_head_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
restyle (MaqTimeline *self)
{
  maq_palette_update (&self->palette, GTK_WIDGET (self));
  maq_grid_restyle (MAQ_GRID (self->grid));
  maq_head_row_restyle (MAQ_HEAD_ROW (self->head_row));
  maq_chord_lane_restyle (MAQ_CHORD_LANE (self->chord_lane));
  maq_arc_lane_restyle (MAQ_ARC_LANE (self->arc_lane));
  if (self->overview != NULL)
    maq_overview_restyle (self->overview);
}

static void
maq_timeline_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (maq_timeline_parent_class)->css_changed (widget, change);
  restyle (MAQ_TIMELINE (widget));
}

static void
maq_timeline_dispose (GObject *object)
{
  MaqTimeline *self = MAQ_TIMELINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->popover = self->drag_label = self->drag_line = NULL;
  g_clear_weak_pointer (&self->described);
  maq_timeline_set_overview (self, NULL);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_timeline_parent_class)->dispose (object);
}

static void
maq_timeline_finalize (GObject *object)
{
  MaqTimeline *self = MAQ_TIMELINE (object);

  maq_palette_clear (&self->palette);
  maq_timeline_metrics_clear (&self->metrics);
  maq_timeline_metrics_clear (&self->drag.start);
  g_hash_table_unref (self->folded);
  g_clear_pointer (&self->drag.said, g_free);
  g_clear_pointer (&self->drag.held, g_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->drag.root, maq_project_unref);
  g_clear_pointer (&self->drag.move, maq_move_unref);
  G_OBJECT_CLASS (maq_timeline_parent_class)->finalize (object);
}

static void
maq_timeline_class_init (MaqTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maq_timeline_dispose;
  object_class->finalize = maq_timeline_finalize;
  object_class->get_property = maq_timeline_get_property;
  object_class->set_property = maq_timeline_set_property;
  widget_class->size_allocate = maq_timeline_size_allocate;
  widget_class->measure = maq_timeline_measure;
  widget_class->css_changed = maq_timeline_css_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  g_object_class_install_property (object_class, PROP_HEAD_WIDTH,
                                   g_param_spec_int ("head-width", NULL, NULL, 0,
                                                     MAQ_HEAD_WIDTH_MAX, 0,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_SEEK] = g_signal_new ("seek", MAQ_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  signals[SIGNAL_LOOP] = g_signal_new ("loop", MAQ_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  maq_timeline_input_class_init (widget_class);
  maq_timeline_view_class_init (widget_class);
  maq_timeline_heads_class_init (widget_class);
}

static GtkWidget *
create_corner (MaqTimeline *self)
{
  GtkWidget *corner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->summary = maq_summary_new ();
  gtk_widget_set_valign (self->summary, GTK_ALIGN_END);
  gtk_widget_set_vexpand (self->summary, TRUE);
  gtk_widget_add_css_class (corner, "corner");
  gtk_box_append (GTK_BOX (corner), self->summary);
  return corner;
}

/* the group that stands for a layer, if there is one: it has no head of its own then */
static const MaqRowGroup *
find_fold (MaqTimeline *self,
           guint64      layer)
{
  int index = maq_arrangement_find_layer (maq_editor_get_arrangement (self->editor), layer);

  return index < 0 ? NULL : maq_timeline_metrics_find_fold (&self->metrics, (guint) index);
}

static void
mute_cb (MaqTimeline *self,
         guint64      layer,
         gboolean     muted)
{
  const MaqRowGroup *fold = find_fold (self, layer);

  maq_editor_apply (self->editor, fold == NULL
                      ? maq_move_layer_muted (layer, muted)
                      : maq_layer_groups_mute (maq_editor_get_arrangement (self->editor), fold,
                                               muted));
}

static void
solo_cb (MaqTimeline *self,
         guint64      layer,
         gboolean     soloed)
{
  const MaqRowGroup *fold = find_fold (self, layer);

  maq_editor_apply (self->editor, fold == NULL
                      ? maq_move_layer_soloed (layer, soloed)
                      : maq_layer_groups_solo (maq_editor_get_arrangement (self->editor), fold,
                                               soloed));
}

static void
maq_timeline_init (MaqTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *styles = adw_style_manager_get_default ();

  maq_timeline_metrics_init (&self->metrics);
  maq_timeline_metrics_init (&self->drag.start);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_fitted = self->follows = TRUE;
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  self->grid = maq_grid_new (&self->palette, &self->metrics);
  self->head_row = maq_head_row_new (&self->palette, &self->metrics);
  self->chord_lane = maq_chord_lane_new (&self->palette, &self->metrics);
  self->playhead = maq_playhead_new ();
  self->head_column = maq_head_column_new (&self->metrics);
  self->corner = create_corner (self);
  gtk_widget_set_parent (self->grid, widget);
  gtk_widget_set_parent (self->head_row, widget);
  gtk_widget_set_parent (self->chord_lane, widget);
  maq_timeline_arc_init (self);
  maq_timeline_remarks_init (self);
  gtk_widget_set_parent (self->playhead, widget);
  gtk_widget_set_parent (self->head_column, widget);
  gtk_widget_set_parent (self->corner, widget);
  maq_timeline_heads_init (self);
  g_signal_connect_object (self->head_column, "mute", G_CALLBACK (mute_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->head_column, "solo", G_CALLBACK (solo_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::high-contrast", G_CALLBACK (restyle), self,
                           G_CONNECT_SWAPPED);
  maq_timeline_input_init (self);
  maq_timeline_view_init (self);
}

GtkWidget *
maq_timeline_new (void)
{
  return g_object_new (MAQ_TYPE_TIMELINE, NULL);
}

static void
update_loop (MaqTimeline *self)
{
  MaqForm *form = maq_editor_get_form (self->editor);

  maq_head_row_set_loop (MAQ_HEAD_ROW (self->head_row),
                         maq_bar_map_from_ticks (form, self->loop_start_ticks),
                         maq_bar_map_from_ticks (form, self->loop_end_ticks));
}

static void
show_selection (MaqTimeline *self)
{
  MaqPicks *picks;
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  picks = maq_editor_get_picks (self->editor);
  maq_grid_select (MAQ_GRID (self->grid), &range, picks);
  maq_head_row_select (MAQ_HEAD_ROW (self->head_row), &range, picks);
  maq_head_column_select (MAQ_HEAD_COLUMN (self->head_column), &range, picks);
}

/* "Timeline, 11 sections, 10 layers" */
static void
say_size (MaqTimeline    *self,
          MaqArrangement *arrangement)
{
  guint n_sections = maq_arrangement_get_n_sections (arrangement);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);
  g_autofree char *sections = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u section",
                                                            "%u sections", n_sections),
                                               n_sections);
  g_autofree char *layers = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u layer",
                                                          "%u layers", n_layers), n_layers);

  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label,
                                 /* Translators: how large a song is: "11 sections, 10 layers" */
                                 g_strdup_printf (_("Timeline, %s, %s"), sections, layers));
}

void
maq_timeline_show (MaqTimeline *self)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  guint n_sections = maq_form_get_n_sections (form);
  g_autofree int *bars = g_new (int, n_sections + 1);

  maq_timeline_check_drag (self);
  for (guint i = 0; i < n_sections; i++)
    bars[i] = maq_form_get_section (form, i)->bars;
  maq_timeline_metrics_lay_out (&self->metrics, bars, n_sections,
                                maq_arrangement_get_n_layers (arrangement));
  maq_timeline_lay_out_groups (self);
  maq_grid_show (MAQ_GRID (self->grid), maq_editor_get_song (self->editor), form,
                 maq_editor_is_previewing (self->editor)
                   ? maq_project_get_arrangement (maq_document_get_root (
                       maq_editor_get_document (self->editor))) : NULL);
  maq_head_row_show (MAQ_HEAD_ROW (self->head_row), arrangement, form);
  maq_chord_lane_show (MAQ_CHORD_LANE (self->chord_lane), self->editor);
  maq_timeline_show_arc (self);
  maq_head_column_show (MAQ_HEAD_COLUMN (self->head_column), arrangement);
  show_selection (self);
  maq_summary_show (MAQ_SUMMARY (self->summary), form,
                    maq_arrangement_get_fields (arrangement)->target_seconds);
  say_size (self, arrangement);
  update_loop (self);
  maq_timeline_show_remarks (self);
  maq_timeline_show_overview (self);
  self->has_children = FALSE;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      maq_timeline_fit_arc (self);
      fit_metrics (self, maq_timeline_get_view_width (self), maq_timeline_get_view_height (self));
    }
  maq_timeline_queue_view (self);
}

static gboolean
has_focus_within (MaqTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
selection_changed_cb (MaqTimeline *self)
{
  show_selection (self);
  if (has_focus_within (self) && !maq_chord_lane_is_active (MAQ_CHORD_LANE (self->chord_lane)) &&
      !maq_arc_lane_is_active (MAQ_ARC_LANE (self->arc_lane)))
    maq_timeline_focus_selection (self);
}

void
maq_timeline_set_editor (MaqTimeline *self,
                         MaqEditor   *editor)
{
  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->editor, maq_timeline_show, self);
      g_signal_handlers_disconnect_by_func (self->editor, selection_changed_cb, self);
    }
  self->drag.drag_class = NULL;
  if (!g_set_object (&self->editor, editor) || editor == NULL)
    return;
  g_signal_connect_object (editor, "shown", G_CALLBACK (maq_timeline_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->is_fitted = TRUE;
  maq_timeline_follow_again (self);
  self->metrics.scroll_x = self->metrics.scroll_y = 0;
  self->position_ticks = self->loop_start_ticks = self->loop_end_ticks = 0;
  maq_timeline_show (self);
  selection_changed_cb (self);
}

void
maq_timeline_show_at_playhead (MaqTimeline *self,
                               GtkWidget   *popover)
{
  double bar = maq_bar_map_from_ticks (maq_editor_get_form (self->editor), self->position_ticks);
  int x = maq_timeline_metrics_bar_to_x (&self->metrics, bar) - self->metrics.scroll_x;
  int page = maq_timeline_get_view_width (self);
  GdkRectangle at = { maq_timeline_get_grid_x (self) + CLAMP (x, 0, page),
                      self->metrics.ruler_height, 1, 1 };

  maq_timeline_show_popover (self, popover, at);
}

void
maq_timeline_set_performance (MaqTimeline    *self,
                              MaqPerformance *performance)
{
  maq_grid_set_performance (MAQ_GRID (self->grid), performance);
}

gboolean
maq_timeline_update_meters (MaqTimeline *self,
                            MaqListener *listener)
{
  return maq_head_column_update_meters (MAQ_HEAD_COLUMN (self->head_column), listener);
}

void
maq_timeline_set_loop (MaqTimeline *self,
                       double       start_ticks,
                       double       end_ticks)
{
  self->loop_start_ticks = start_ticks;
  self->loop_end_ticks = end_ticks;
  if (self->editor != NULL)
    update_loop (self);
}

GtkWidget *
maq_timeline_find_widget (MaqTimeline *self,
                          MaqId        section,
                          MaqId        layer)
{
  if (layer != MAQ_ID_NONE)
    layer = maq_timeline_get_row_id (self, layer);
  if (section == MAQ_ID_NONE)
    return maq_head_column_find (MAQ_HEAD_COLUMN (self->head_column), layer);
  if (layer == MAQ_ID_NONE)
    return maq_head_row_find (MAQ_HEAD_ROW (self->head_row), section);
  return maq_grid_find_cell (MAQ_GRID (self->grid), section, layer);
}

static void
popover_closed_cb (MaqTimeline *self,
                   GtkWidget   *popover)
{
  if (self->popover == popover)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
maq_timeline_show_popover (MaqTimeline  *self,
                           GtkWidget    *popover,
                           GdkRectangle  at)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
