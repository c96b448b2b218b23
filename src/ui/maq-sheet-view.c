/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sheet-view.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "maq-sheet-page.h"

#define MARGIN 24
#define MIN_WIDTH 200
#define NATURAL_WIDTH 620
#define MAX_FITTING 1.5  /* screen pixels to a point: larger letters are no easier to read */
#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0
#define ZOOM_STEP 1.25
#define STEP_PX 48.0

/* What is scrolled: it lays the pages out. */
#define MAQ_TYPE_SHEET_COLUMN (maq_sheet_column_get_type ())
G_DECLARE_FINAL_TYPE (MaqSheetColumn, maq_sheet_column, MAQ, SHEET_COLUMN, GtkWidget)

struct _MaqSheetColumn
{
  GtkWidget parent_instance;

  double    zoom; /* pixels to a point; 0 for as wide as there is room */
};

G_DEFINE_FINAL_TYPE (MaqSheetColumn, maq_sheet_column, GTK_TYPE_WIDGET)

struct _MaqSheetView
{
  GtkWidget          parent_instance;

  GtkScrolledWindow *scroller;
  MaqSheetColumn    *column;
  guint              page;
  guint              tick_id;
  int                n_frames_to_wait;
};

enum
{
  TURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqSheetView, maq_sheet_view, GTK_TYPE_WIDGET)

static double
find_widest (MaqSheetColumn *self)
{
  double widest = 1;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    widest = MAX (widest, maq_sheet_page_get_width_pt (MAQ_SHEET_PAGE (page)));
  return widest;
}

static double
find_scale (MaqSheetColumn *self,
            int             width)
{
  if (self->zoom > 0)
    return self->zoom;
  return CLAMP ((width - 2 * MARGIN) / find_widest (self), MIN_ZOOM / 2, MAX_FITTING);
}

static void
maq_sheet_column_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  MaqSheetColumn *self = MAQ_SHEET_COLUMN (widget);
  double scale = find_scale (self, for_size < 0 ? NATURAL_WIDTH : for_size);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? (int) (self->zoom * find_widest (self)) + 2 * MARGIN : MIN_WIDTH;
      *natural = MAX (*minimum, NATURAL_WIDTH);
      return;
    }
  *minimum = MARGIN;
  for (GtkWidget *page = gtk_widget_get_first_child (widget); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    *minimum += (int) lround (maq_sheet_page_get_height_pt (MAQ_SHEET_PAGE (page)) * scale)
                + MARGIN;
  *natural = *minimum;
}

static void
maq_sheet_column_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MaqSheetColumn *self = MAQ_SHEET_COLUMN (widget);
  double scale = find_scale (self, width);
  int y = MARGIN;

  for (GtkWidget *page = gtk_widget_get_first_child (widget); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      GtkAllocation place = { 0 };
      int least;

      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      place.width = (int) lround (maq_sheet_page_get_width_pt (MAQ_SHEET_PAGE (page)) * scale);
      place.height = (int) lround (maq_sheet_page_get_height_pt (MAQ_SHEET_PAGE (page)) * scale);
      place.x = (width - place.width) / 2;
      place.y = y;
      y += place.height + MARGIN;
      gtk_widget_size_allocate (page, &place, -1);
    }
}

static GtkSizeRequestMode
maq_sheet_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
remove_pages (GtkWidget *column)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (column)) != NULL)
    gtk_widget_unparent (page);
}

static void
maq_sheet_column_dispose (GObject *object)
{
  remove_pages (GTK_WIDGET (object));
  G_OBJECT_CLASS (maq_sheet_column_parent_class)->dispose (object);
}

static void
maq_sheet_column_class_init (MaqSheetColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_sheet_column_dispose;
  widget_class->measure = maq_sheet_column_measure;
  widget_class->size_allocate = maq_sheet_column_size_allocate;
  widget_class->get_request_mode = maq_sheet_column_get_request_mode;
}

static void
maq_sheet_column_init (MaqSheetColumn *self)
{
}

/* The view */

static GtkWidget *
get_page_widget (MaqSheetView *self,
                 guint         page)
{
  GtkWidget *widget = gtk_widget_get_first_child (GTK_WIDGET (self->column));

  while (page-- > 0 && widget != NULL)
    widget = gtk_widget_get_next_sibling (widget);
  return widget;
}

/* Paints what is seen and what comes next, and finds which page is read: the last one that
 * begins above the middle. */
static void
look (MaqSheetView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);
  GtkWidget *column = GTK_WIDGET (self->column);
  guint i = 0;
  guint now = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (column); page != NULL;
       page = gtk_widget_get_next_sibling (page), i++)
    {
      graphene_rect_t place;

      if (!gtk_widget_compute_bounds (page, column, &place))
        continue;
      maq_sheet_page_set_near (MAQ_SHEET_PAGE (page),
                               place.origin.y < top + 2 * height
                               && place.origin.y + place.size.height > top - height);
      if (place.origin.y < top + height / 2)
        now = i;
    }
  if (now != self->page)
    {
      self->page = now;
      g_signal_emit (self, signals[TURNED], 0);
    }
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  MaqSheetView *self = MAQ_SHEET_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  int by;

  g_variant_get (args, "(i)", &by);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by * STEP_PX);
  return TRUE;
}

static gboolean
scroll_cb (MaqSheetView             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  maq_sheet_view_zoom (self, dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  return TRUE;
}

/* One stop of the Tab key: the page that is looked at. */
static gboolean
maq_sheet_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  MaqSheetView *self = MAQ_SHEET_VIEW (widget);
  GtkWidget *page = get_page_widget (self, self->page);

  if (page == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (page);
}

static void
maq_sheet_view_dispose (GObject *object)
{
  MaqSheetView *self = MAQ_SHEET_VIEW (object);

  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  G_OBJECT_CLASS (maq_sheet_view_parent_class)->dispose (object);
}

static void
maq_sheet_view_class_init (MaqSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_sheet_view_dispose;
  widget_class->focus = maq_sheet_view_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sheetview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, step_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, step_cb, "(i)", 1);
}

static void
maq_sheet_view_init (MaqSheetView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkAdjustment *adjustment;

  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  self->column = g_object_new (MAQ_TYPE_SHEET_COLUMN, NULL);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->column));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Preview"), -1);
}

GtkWidget *
maq_sheet_view_new (void)
{
  return g_object_new (MAQ_TYPE_SHEET_VIEW, NULL);
}

/* New pages have no place before the frame after the next begins. */
static gboolean
look_soon_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  MaqSheetView *self = MAQ_SHEET_VIEW (widget);

  if (self->n_frames_to_wait-- > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

void
maq_sheet_view_set_sheets (MaqSheetView *self,
                           GPtrArray    *sheets,
                           gboolean      is_other)
{
  guint n_pages = 0;
  guint number = 0;

  remove_pages (GTK_WIDGET (self->column));
  for (guint i = 0; i < sheets->len; i++)
    n_pages += maq_sheet_get_n_pages (g_ptr_array_index (sheets, i));
  for (guint i = 0; i < sheets->len; i++)
    {
      MaqSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint j = 0; j < maq_sheet_get_n_pages (sheet); j++)
        gtk_widget_set_parent (maq_sheet_page_new (sheets, sheet, j, ++number, n_pages),
                               GTK_WIDGET (self->column));
    }
  if (is_other)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      self->page = 0;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self->column));
  self->n_frames_to_wait = 1;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), look_soon_cb, NULL, NULL);
  g_signal_emit (self, signals[TURNED], 0);
}

guint
maq_sheet_view_get_n_pages (MaqSheetView *self)
{
  guint n_pages = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->column)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    n_pages++;
  return n_pages;
}

guint
maq_sheet_view_get_page (MaqSheetView *self)
{
  return self->page;
}

void
maq_sheet_view_turn (MaqSheetView *self,
                     int           by)
{
  int n_pages = (int) maq_sheet_view_get_n_pages (self);
  int page = CLAMP ((int) self->page + by, 0, MAX (n_pages - 1, 0));
  GtkWidget *widget = get_page_widget (self, (guint) page);
  graphene_rect_t place;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self->column), &place))
    return;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (widget);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            place.origin.y - MARGIN / 2.0);
}

void
maq_sheet_view_zoom (MaqSheetView *self,
                     double        factor)
{
  double now = find_scale (self->column, gtk_widget_get_width (GTK_WIDGET (self->column)));

  self->column->zoom = factor > 0 ? CLAMP (now * factor, MIN_ZOOM, MAX_ZOOM) : 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->column));
}
