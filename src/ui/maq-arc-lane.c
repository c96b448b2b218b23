/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-lane-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-arc-handle.h"
#include "maq-raster.h"
#include "maq-timeline-child.h"

/* From afar points lie one upon the other: some stand for the others, all can be reached. */
#define MIN_APART 6.0

enum
{
  SIGNAL_REVEAL,
  SIGNAL_LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqArcLane, maq_arc_lane, GTK_TYPE_WIDGET)

static GtkWidget *
create_handle (gpointer user_data)
{
  return maq_arc_handle_new (((MaqArcLane *) user_data)->palette);
}

MaqArc *
maq_arc_lane_get_arc (MaqArcLane *self)
{
  MaqVec *arcs;

  if (self->editor == NULL)
    return NULL;
  arcs = maq_arrangement_get_fields (maq_editor_get_arrangement (self->editor))->arcs;
  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    {
      const MaqArcFields *fields = maq_arc_get_fields (maq_vec_get (arcs, i));

      if (fields->kind == self->kind
          && (self->kind != MAQ_ARC_OTHER || g_strcmp0 (fields->name, self->name) == 0))
        return maq_vec_get (arcs, i);
    }
  return NULL;
}

MaqMeasure *
maq_arc_lane_get_measure (MaqArcLane *self,
                          guint       section)
{
  MaqId id = maq_section_get_id (maq_form_get_section (maq_editor_get_form (self->editor),
                                                       section)->section);

  return g_hash_table_lookup (self->measures, &id);
}

double
maq_arc_lane_value_to_y (MaqArcLane *self,
                         double      value)
{
  double room = self->metrics->arc_height - 2 * MAQ_ARC_LANE_PAD;

  return MAQ_ARC_LANE_PAD + room * (1.0 - value / 10.0);
}

gboolean
maq_arc_lane_get_heard (MaqArcLane *self,
                        guint       section,
                        int         bar,
                        double     *value)
{
  MaqMeasure *measure = maq_arc_lane_get_measure (self, section);

  if (self->kind == MAQ_ARC_TENSION && self->tension != NULL)
    *value = maq_tension_get_bar (self->tension, section, bar);
  else if (self->kind == MAQ_ARC_ENERGY && measure != NULL
           && bar < (int) maq_measure_get_n_bars (measure))
    *value = maq_measure_get_bar (measure, (guint) bar)->energy;
  else
    return FALSE;
  return TRUE;
}

guint
maq_arc_lane_count_points (MaqArcLane *self)
{
  MaqArc *arc = maq_arc_lane_get_arc (self);
  MaqVec *points = arc == NULL ? NULL : maq_arc_get_fields (arc)->points;

  return points == NULL ? 0 : maq_vec_get_length (points);
}

/* Where a point is, in bars from the start of the song; below 0 if it is not in the song. */
static double
find_bar (MaqArcLane *self,
          guint       index)
{
  if (self->curve == NULL || index >= maq_curve_get_n_points (self->curve))
    return -1.0;
  return maq_curve_get_point (self->curve, index)->x;
}

/* The first point that is not left of a place; points stand in the order of time. */
static guint
find_first_point (MaqArcLane *self,
                  double      bar)
{
  guint low = 0;
  guint high = self->curve == NULL ? 0 : maq_curve_get_n_points (self->curve);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (find_bar (self, middle) < bar)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
bind_handle (MaqArcLane *self,
             guint       index)
{
  GtkWidget *handle = maq_widget_pool_take (self->handles, index + 1, MAQ_ID_NONE);

  if (!maq_arc_handle_is_bound (MAQ_ARC_HANDLE (handle), index, self->generation))
    maq_arc_handle_bind (MAQ_ARC_HANDLE (handle), index, self->generation,
                         maq_arc_lane_dup_point_label (self, index));
}

/* The next point in view from @index on that hides none before it; the number of points if there
 * is none. */
static guint
find_apart (MaqArcLane *self,
            guint       index,
            double      free_bar)
{
  double end = (self->metrics->scroll_x + self->view_width + MAQ_ARC_HANDLE_SIZE) /
               self->metrics->px_per_bar;
  guint n_points = maq_arc_lane_count_points (self);

  while (index < n_points && find_bar (self, index) < free_bar)
    index++;
  return index < n_points && find_bar (self, index) <= end ? index : n_points;
}

/* Those in view that do not hide each other, and the one with the keyboard wherever it is. */
static void
bind_handles (MaqArcLane *self)
{
  double apart = MIN_APART / self->metrics->px_per_bar;
  guint first = find_first_point (self, (self->metrics->scroll_x - MAQ_ARC_HANDLE_SIZE) /
                                        self->metrics->px_per_bar);
  guint n_points = maq_arc_lane_count_points (self);
  MaqId focused = MAQ_ID_NONE;
  MaqId unused;

  maq_widget_pool_find_focus (self->handles, &focused, &unused);
  maq_widget_pool_begin (self->handles);
  /* what goes on showing stays; all other widgets can be used for what is new */
  for (guint i = find_apart (self, first, 0.0); i < n_points;
       i = find_apart (self, i + 1, find_bar (self, i) + apart))
    maq_widget_pool_keep (self->handles, i + 1, MAQ_ID_NONE);
  maq_widget_pool_release (self->handles);
  for (guint i = find_apart (self, first, 0.0); i < n_points;
       i = find_apart (self, i + 1, find_bar (self, i) + apart))
    bind_handle (self, i);
  if (focused != MAQ_ID_NONE && focused <= n_points && find_bar (self, (guint) focused - 1) >= 0.0)
    bind_handle (self, (guint) focused - 1);
  maq_widget_pool_end (self->handles);
}

static void
maq_arc_lane_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MaqArcLane *self = MAQ_ARC_LANE (widget);
  GPtrArray *handles = maq_widget_pool_get_children (self->handles);
  MaqArc *arc = maq_arc_lane_get_arc (self);

  for (guint i = 0; i < handles->len && arc != NULL; i++)
    {
      MaqArcHandle *handle = g_ptr_array_index (handles, i);
      MaqArcPoint *point = maq_vec_get (maq_arc_get_fields (arc)->points,
                                        maq_arc_handle_get_index (handle));
      int x = maq_timeline_metrics_bar_to_x (
                self->metrics, find_bar (self, maq_arc_handle_get_index (handle))) -
              self->metrics->scroll_x;
      int y = (int) lround (maq_arc_lane_value_to_y (self, maq_arc_point_get_value (point)));

      maq_timeline_child_place (GTK_WIDGET (handle), x - MAQ_ARC_HANDLE_SIZE / 2,
                                y - MAQ_ARC_HANDLE_SIZE / 2, MAQ_ARC_HANDLE_SIZE,
                                MAQ_ARC_HANDLE_SIZE);
    }
  maq_arc_lane_place_turns (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
maq_arc_lane_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  maq_arc_lane_draw (MAQ_ARC_LANE (widget), snapshot);
  GTK_WIDGET_CLASS (maq_arc_lane_parent_class)->snapshot (widget, snapshot);
}

static gboolean
maq_arc_lane_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  MaqArcLane *self = MAQ_ARC_LANE (widget);
  int section = maq_timeline_metrics_section_at (self->metrics, x + self->metrics->scroll_x);
  g_autofree char *text = NULL;
  int bar = -1;

  if (self->editor == NULL || section < 0)
    return FALSE;
  if (!keyboard)
    bar = (int) floor (maq_timeline_metrics_x_to_bar (self->metrics, x + self->metrics->scroll_x))
          - maq_form_get_section (maq_editor_get_form (self->editor), (guint) section)->first_bar;
  text = maq_arc_lane_dup_section_text (self, (guint) section, bar);
  return maq_timeline_child_show_tooltip (tooltip, text, _("Double-click sets a point"));
}

static void
maq_arc_lane_dispose (GObject *object)
{
  MaqArcLane *self = MAQ_ARC_LANE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->handles, maq_widget_pool_free);
  g_clear_pointer (&self->signs, maq_widget_pool_free);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_arc_lane_parent_class)->dispose (object);
}

static void
maq_arc_lane_finalize (GObject *object)
{
  MaqArcLane *self = MAQ_ARC_LANE (object);

  g_hash_table_unref (self->measures);
  g_hash_table_unref (self->tiles);
  g_clear_pointer (&self->tension, maq_tension_unref);
  g_clear_pointer (&self->proposed, maq_follow_unref);
  g_clear_pointer (&self->curve, maq_curve_unref);
  g_clear_pointer (&self->held, maq_arc_point_unref);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->move, maq_move_unref);
  g_free (self->name);
  g_free (self->turns);
  G_OBJECT_CLASS (maq_arc_lane_parent_class)->finalize (object);
}

static void
maq_arc_lane_class_init (MaqArcLaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maq_arc_lane_dispose;
  object_class->finalize = maq_arc_lane_finalize;
  widget_class->size_allocate = maq_arc_lane_size_allocate;
  widget_class->snapshot = maq_arc_lane_snapshot;
  widget_class->query_tooltip = maq_arc_lane_query_tooltip;
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", MAQ_TYPE_ARC_LANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", MAQ_TYPE_ARC_LANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "arclane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
maq_arc_lane_init (MaqArcLane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_focusable (widget, TRUE);
  self->measures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify) maq_measure_unref);
  self->tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) maq_raster_unref);
  self->handles = maq_widget_pool_new (widget, create_handle, self);
  maq_arc_lane_turns_init (self);
  maq_arc_lane_hands_init (self);
}

GtkWidget *
maq_arc_lane_new (const MaqPalette         *palette,
                  const MaqTimelineMetrics *metrics)
{
  MaqArcLane *self = g_object_new (MAQ_TYPE_ARC_LANE, NULL);

  self->palette = palette;
  self->metrics = metrics;
  return GTK_WIDGET (self);
}

/* What the lane is called: the arc, and what it is for those who do not see it. */
static void
update_label (MaqArcLane *self)
{
  g_autofree char *label = g_strdup_printf (_("Arc: %s"), self->kind == MAQ_ARC_OTHER &&
                                                          self->name != NULL
                                                            ? self->name
                                                            : maq_arc_kind_get_label (self->kind));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The turns of the song, for those who do not see their marks. */
static void
update_description (MaqArcLane *self)
{
  g_autofree char *turns = maq_arc_lane_dup_turns (self);

  if (g_strcmp0 (turns, self->turns) == 0)
    return;
  g_free (self->turns);
  self->turns = g_steal_pointer (&turns);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->turns, -1);
}

void
maq_arc_lane_show_tension (MaqArcLane *self)
{
  update_description (self);
  self->generation++;
  maq_arc_lane_update (self, self->view_width);
}

static void
refresh (MaqArcLane *self)
{
  MaqArc *arc = maq_arc_lane_get_arc (self);

  g_clear_pointer (&self->curve, maq_curve_unref);
  if (arc != NULL)
    self->curve = maq_arc_dup_curve (arc, maq_editor_get_form (self->editor));
  maq_arc_lane_find_tension (self);
  self->generation++;
  update_label (self);
  maq_arc_lane_update (self, self->view_width);
}

void
maq_arc_lane_show (MaqArcLane *self,
                   MaqEditor  *editor)
{
  /* the point that is held may have gone */
  if (self->root != maq_document_get_root (maq_editor_get_document (editor)))
    maq_arc_lane_cancel_drag (self);
  if (g_set_object (&self->editor, editor))
    {
      g_hash_table_remove_all (self->measures);
      g_clear_pointer (&self->tension, maq_tension_unref);
    }
  refresh (self);
}

void
maq_arc_lane_update (MaqArcLane *self,
                     int         view_width)
{
  self->view_width = view_width;
  bind_handles (self);
  maq_arc_lane_bind_turns (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_arc_lane_restyle (MaqArcLane *self)
{
  GPtrArray *handles = maq_widget_pool_get_children (self->handles);

  for (guint i = 0; i < handles->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (handles, i));
  maq_arc_lane_redraw_turns (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_arc_lane_set_arc (MaqArcLane *self,
                      MaqArcKind  kind,
                      const char *name)
{
  g_autofree char *before = g_steal_pointer (&self->name);

  self->kind = kind;
  self->name = g_strdup (name);
  refresh (self);
}

MaqArcKind
maq_arc_lane_get_kind (MaqArcLane *self)
{
  return self->kind;
}

const char *
maq_arc_lane_get_name (MaqArcLane *self)
{
  return self->name;
}

void
maq_arc_lane_set_measures (MaqArcLane     *self,
                           MaqPerformance *performance,
                           GPtrArray      *measures)
{
  for (guint i = 0; i < measures->len; i++)
    {
      guint64 id = maq_performance_get_span (performance, i)->id;
      MaqMeasure *measure = g_ptr_array_index (measures, i);

      if (measure != NULL)
        g_hash_table_replace (self->measures, g_memdup2 (&id, sizeof id),
                              maq_measure_ref (measure));
    }
  refresh (self);
}

void
maq_arc_lane_set_proposed (MaqArcLane *self,
                           MaqFollow  *follow)
{
  g_clear_pointer (&self->proposed, maq_follow_unref);
  self->proposed = follow == NULL ? NULL : maq_follow_ref (follow);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
maq_arc_lane_is_active (MaqArcLane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && (focus == GTK_WIDGET (self)
                           || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

void
maq_arc_lane_focus_point (MaqArcLane *self,
                          guint       index)
{
  GtkWidget *handle = NULL;

  if (index < maq_arc_lane_count_points (self))
    {
      double bar = find_bar (self, index);

      maq_arc_lane_reveal (self, (int) MAX (bar, 0.0));
      maq_arc_lane_update (self, self->view_width);
      if (bar >= 0.0)
        bind_handle (self, index);
      handle = maq_widget_pool_find (self->handles, index + 1, MAQ_ID_NONE);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  if (handle == NULL || !gtk_widget_grab_focus (handle))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
maq_arc_lane_focus (MaqArcLane *self,
                    MaqId       section)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqArc *arc = maq_arc_lane_get_arc (self);
  int wanted = maq_arrangement_find_section (arrangement, section);
  guint n_points = maq_arc_lane_count_points (self);
  guint index = 0;

  while (index + 1 < n_points
         && maq_arrangement_find_section (
              arrangement, maq_arc_point_get_section (
                             maq_vec_get (maq_arc_get_fields (arc)->points, index))) < wanted)
    index++;
  maq_arc_lane_focus_point (self, index);
}

void
maq_arc_lane_reveal (MaqArcLane *self,
                     int         bar)
{
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, bar);
}

void
maq_arc_lane_leave (MaqArcLane *self,
                    int         direction)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0, direction);
}
