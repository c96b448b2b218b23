/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-bar-map.h"
#include "maq-overview-picture.h"
#include "maq-playhead.h"
#include "maq-timeline-child.h"
#include "maq-touch.h"

#define HEIGHT 34
#define PAD 6
#define FRAME_MIN 8
#define GRIP_PX 5
#define TOUCH_GRIP_PX 22
#define STEP 0.1           /* of what is in view */
#define WHEEL_STEP 0.15

/* What the pointer has taken hold of: all that is in view, or one end of it. */
typedef enum
{
  GRIP_VIEW,
  GRIP_START,
  GRIP_END,
} Grip;

/* What a key asks for. */
typedef enum
{
  JUMP_STEP_BACK,
  JUMP_STEP_ON,
  JUMP_PAGE_BACK,
  JUMP_PAGE_ON,
  JUMP_START,
  JUMP_END,
} Jump;

struct _MaqOverview
{
  GtkWidget   parent_instance;

  MaqPalette  palette;
  MaqForm    *form;
  GtkWidget  *follow;
  GtkWidget  *picture;
  GtkWidget  *frame;
  GtkWidget  *playhead;
  char       *label;
  double      shown_bars;   /* the song, or what it should be if that is more */
  double      first_bar;
  double      n_bars;
  double      position_bar;
  double      grip_bars;    /* from where the view begins to where it is held */
  Grip        grip;
  int         start;
  int         playhead_x;
  guint       is_showing : 1;
};

enum
{
  SIGNAL_SCROLL,
  SIGNAL_ZOOM,
  SIGNAL_FOLLOW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqOverview, maq_overview, GTK_TYPE_WIDGET)

static int
get_strip_x (MaqOverview *self)
{
  return self->start >= 0 ? self->start : PAD;
}

static int
get_strip_width (MaqOverview *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - ABS (self->start) - PAD, 1);
}

static double
bar_to_x (MaqOverview *self,
          double       bar)
{
  return get_strip_x (self) + bar / self->shown_bars * get_strip_width (self);
}

static double
x_to_bar (MaqOverview *self,
          double       x)
{
  return (x - get_strip_x (self)) / get_strip_width (self) * self->shown_bars;
}

static void
place_frame (MaqOverview *self)
{
  double bars = self->form == NULL ? 0 : maq_form_get_bars (self->form);
  int x = (int) floor (bar_to_x (self, CLAMP (self->first_bar, 0, bars)));
  int end = (int) ceil (bar_to_x (self, CLAMP (self->first_bar + self->n_bars, 0, bars)));

  maq_timeline_child_place (self->frame, x, 1, MAX (end - x, FRAME_MIN), HEIGHT - 2);
}

/* Alone, and only when it comes to another pixel: it is asked for in each frame. */
static void
place_playhead (MaqOverview *self)
{
  self->playhead_x = (int) lround (bar_to_x (self, self->position_bar));
  maq_timeline_child_place (self->playhead, self->playhead_x - MAQ_PLAYHEAD_WIDTH / 2, 0,
                            MAQ_PLAYHEAD_WIDTH, HEIGHT);
}

static void
maq_overview_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MaqOverview *self = MAQ_OVERVIEW (widget);
  int head_width = ABS (self->start);
  int button_width;

  gtk_widget_measure (self->follow, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &button_width, NULL,
                      NULL);
  maq_timeline_child_place (self->follow,
                            self->start >= 0 ? head_width - button_width - 3 * PAD
                                             : width - head_width + 3 * PAD,
                            3, button_width, HEIGHT - 6);
  maq_timeline_child_place (self->picture, get_strip_x (self), 5, get_strip_width (self),
                            HEIGHT - 10);
  place_frame (self);
  place_playhead (self);
}

static void
maq_overview_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
}

static void
scroll_to (MaqOverview *self,
           double       first_bar)
{
  double last = maq_form_get_bars (self->form) - self->n_bars;

  g_signal_emit (self, signals[SIGNAL_SCROLL], 0, CLAMP (first_bar, 0, MAX (last, 0)));
}

static gboolean
jump_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  MaqOverview *self = MAQ_OVERVIEW (widget);
  double first = self->first_bar;

  if (self->form == NULL)
    return FALSE;
  switch ((Jump) g_variant_get_int32 (args))
    {
    case JUMP_STEP_BACK:
      first -= self->n_bars * STEP;
      break;
    case JUMP_STEP_ON:
      first += self->n_bars * STEP;
      break;
    case JUMP_PAGE_BACK:
      first -= self->n_bars;
      break;
    case JUMP_PAGE_ON:
      first += self->n_bars;
      break;
    case JUMP_START:
      first = 0;
      break;
    case JUMP_END:
    default:
      first = maq_form_get_bars (self->form);
    }
  scroll_to (self, first);
  return TRUE;
}

/* The ends of a narrow frame leave a place between them, where it is held as a whole. */
static Grip
find_grip (MaqOverview *self,
           double       x,
           double       reach_px)
{
  double start = bar_to_x (self, self->first_bar);
  double end = bar_to_x (self, MIN (self->first_bar + self->n_bars, self->shown_bars));
  double inner = MIN (reach_px, (end - start) / 4);

  if (x >= start - reach_px && x <= start + inner)
    return GRIP_START;
  return x >= end - inner && x <= end + reach_px ? GRIP_END : GRIP_VIEW;
}

/* Beside what is in view, its middle comes to the pointer; in it, it is held where it is. */
static void
drag_begin_cb (MaqOverview    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  double bar = x_to_bar (self, x);

  if (self->form == NULL || gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) !=
                              GTK_WIDGET (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->grip = find_grip (self, x, maq_touch_is_finger (GTK_GESTURE (gesture)) ? TOUCH_GRIP_PX
                                                                               : GRIP_PX);
  self->grip_bars = bar - self->first_bar;
  if (self->grip != GRIP_VIEW)
    return;
  if (self->grip_bars < 0 || self->grip_bars > self->n_bars)
    {
      self->grip_bars = self->n_bars / 2;
      scroll_to (self, bar - self->grip_bars);
    }
}

static void
drag_update_cb (MaqOverview    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  double end = self->first_bar + self->n_bars;
  double bar;
  double x;
  double y;

  if (self->form == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  bar = CLAMP (x_to_bar (self, x + dx), 0, self->shown_bars);
  if (self->grip == GRIP_START)
    g_signal_emit (self, signals[SIGNAL_ZOOM], 0, MIN (bar, end - 1), end);
  else if (self->grip == GRIP_END)
    g_signal_emit (self, signals[SIGNAL_ZOOM], 0, self->first_bar, MAX (bar, self->first_bar + 1));
  else
    scroll_to (self, x_to_bar (self, x + dx) - self->grip_bars);
}

static void
motion_cb (MaqOverview *self,
           double       x)
{
  gboolean on_end = self->form != NULL && find_grip (self, x, GRIP_PX) != GRIP_VIEW;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_end ? "col-resize" : NULL);
}

static gboolean
wheel_cb (MaqOverview *self,
          double       dx,
          double       dy)
{
  if (self->form == NULL)
    return GDK_EVENT_PROPAGATE;
  scroll_to (self, self->first_bar + (dx + dy) * self->n_bars * WHEEL_STEP);
  return GDK_EVENT_STOP;
}

static void
toggled_cb (MaqOverview *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_FOLLOW], 0,
                   gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->follow)));
}

static gboolean
maq_overview_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  MaqOverview *self = MAQ_OVERVIEW (widget);
  double bar = x_to_bar (self, x);
  const MaqFormSection *place;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;

  if (self->form == NULL || keyboard || bar < 0 || bar >= maq_form_get_bars (self->form))
    return FALSE;
  place = maq_form_get_section (self->form, maq_form_find_bar (self->form, (int) bar).section);
  clock = maq_bar_map_dup_clock (place->start_seconds);
  text = g_strdup_printf ("%s · %s", maq_section_get_name (place->section), clock);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
maq_overview_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (maq_overview_parent_class)->css_changed (widget, change);
  maq_overview_restyle (MAQ_OVERVIEW (widget));
}

static void
maq_overview_dispose (GObject *object)
{
  MaqOverview *self = MAQ_OVERVIEW (object);

  g_clear_pointer (&self->follow, gtk_widget_unparent);
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->playhead, gtk_widget_unparent);
  g_clear_pointer (&self->form, maq_form_unref);
  G_OBJECT_CLASS (maq_overview_parent_class)->dispose (object);
}

static void
maq_overview_finalize (GObject *object)
{
  MaqOverview *self = MAQ_OVERVIEW (object);

  maq_palette_clear (&self->palette);
  g_free (self->label);
  G_OBJECT_CLASS (maq_overview_parent_class)->finalize (object);
}

static void
maq_overview_class_init (MaqOverviewClass *klass)
{
  static const struct
  {
    guint key;
    Jump  jump;
  } keys[] = {
    { GDK_KEY_Left, JUMP_STEP_BACK },      { GDK_KEY_KP_Left, JUMP_STEP_BACK },
    { GDK_KEY_Right, JUMP_STEP_ON },       { GDK_KEY_KP_Right, JUMP_STEP_ON },
    { GDK_KEY_Page_Up, JUMP_PAGE_BACK },   { GDK_KEY_KP_Page_Up, JUMP_PAGE_BACK },
    { GDK_KEY_Page_Down, JUMP_PAGE_ON },   { GDK_KEY_KP_Page_Down, JUMP_PAGE_ON },
    { GDK_KEY_Home, JUMP_START },          { GDK_KEY_KP_Home, JUMP_START },
    { GDK_KEY_End, JUMP_END },             { GDK_KEY_KP_End, JUMP_END },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = maq_overview_dispose;
  object_class->finalize = maq_overview_finalize;
  widget_class->size_allocate = maq_overview_size_allocate;
  widget_class->measure = maq_overview_measure;
  widget_class->query_tooltip = maq_overview_query_tooltip;
  widget_class->css_changed = maq_overview_css_changed;
  signals[SIGNAL_SCROLL] = g_signal_new ("scroll", MAQ_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_ZOOM] = g_signal_new ("zoom", MAQ_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_FOLLOW] = g_signal_new ("follow", MAQ_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, jump_cb, "i", keys[i].jump);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
}

static void
init_gestures (MaqOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

static void
maq_overview_init (MaqOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->shown_bars = 1;
  self->picture = maq_overview_picture_new (&self->palette);
  self->frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->frame, "frame");
  gtk_widget_set_can_target (self->frame, FALSE);
  self->playhead = maq_playhead_new ();
  self->follow = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->follow), "maq-follow-symbolic");
  gtk_widget_add_css_class (self->follow, "flat");
  gtk_widget_set_tooltip_text (self->follow, _("Go Along with the Music (G)"));
  g_signal_connect_object (self->follow, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->follow, widget);
  gtk_widget_set_parent (self->picture, widget);
  gtk_widget_set_parent (self->frame, widget);
  gtk_widget_set_parent (self->playhead, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  maq_timeline_child_quiet (widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ORIENTATION,
                                  GTK_ORIENTATION_HORIZONTAL, -1);
  init_gestures (self);
}

/* What is in view: the words come anew when it has come to another bar. */
static void
update_label (MaqOverview *self)
{
  int bars = self->form == NULL ? 0 : maq_form_get_bars (self->form);
  int first = (int) floor (self->first_bar + 0.01) + 1;
  int last = MIN ((int) ceil (self->first_bar + self->n_bars - 0.01), bars);

  /* Translators: the bars of the song that are in view, and how many there are */
  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label,
                                 g_strdup_printf (_("Overview, bars %d to %d of %d in view"),
                                                  first, last, bars));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, MAX (bars - self->n_bars, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->first_bar, -1);
}

void
maq_overview_show (MaqOverview *self,
                   MaqForm     *form,
                   int          target_seconds)
{
  double target_bar = maq_bar_map_find_target (form, target_seconds);
  int bars = maq_form_get_bars (form);

  maq_form_ref (form);
  g_clear_pointer (&self->form, maq_form_unref);
  self->form = form;
  /* a target that is far off must not squeeze the song to nothing */
  self->shown_bars = CLAMP (target_bar, MAX (bars, 1), MAX (bars, 1) * 1.5);
  maq_overview_picture_show (MAQ_OVERVIEW_PICTURE (self->picture), form, self->shown_bars,
                             MIN (target_bar, self->shown_bars));
  update_label (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
maq_overview_restyle (MaqOverview *self)
{
  maq_palette_update (&self->palette, GTK_WIDGET (self));
  gtk_widget_queue_draw (self->picture);
}

void
maq_overview_set_view (MaqOverview *self,
                       int          start,
                       double       first_bar,
                       double       n_bars)
{
  if (self->start == start && self->first_bar == first_bar && self->n_bars == n_bars)
    return;
  if (self->start != start)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->start = start;
  self->first_bar = first_bar;
  self->n_bars = n_bars;
  update_label (self);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    place_frame (self);
}

void
maq_overview_set_position (MaqOverview *self,
                           double       bar)
{
  self->position_bar = bar;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0 &&
      self->playhead_x != (int) lround (bar_to_x (self, bar)))
    place_playhead (self);
}

void
maq_overview_set_follow (MaqOverview *self,
                         gboolean     follow)
{
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->follow), follow);
  self->is_showing = FALSE;
}
