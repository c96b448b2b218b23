/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-lane-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "maq-chord-bar.h"
#include "maq-chord-entry.h"
#include "maq-chord-text.h"
#include "maq-compat.h"
#include "maq-grid-texture.h"
#include "maq-timeline-child.h"
#include "maq-touch.h"

/* Narrower bars have no widgets, except the one with the keyboard. */
#define BAR_MIN_PX 6.0
#define ENTRY_MIN_PX 112

enum
{
  SIGNAL_REVEAL,
  SIGNAL_LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqChordLane, maq_chord_lane, GTK_TYPE_WIDGET)

static GtkWidget *
create_strip (gpointer user_data)
{
  return maq_chord_strip_new (((MaqChordLane *) user_data)->palette);
}

static GtkWidget *
create_bar (gpointer user_data)
{
  return maq_chord_bar_new ();
}

static int
find_section (MaqChordLane *self,
              MaqId         id)
{
  if (self->editor == NULL || id == MAQ_ID_NONE)
    return -1;
  return maq_arrangement_find_section (maq_editor_get_arrangement (self->editor), id);
}

int
maq_chord_lane_find_section (MaqChordLane *self)
{
  return find_section (self, self->section);
}

MaqChordStrip *
maq_chord_lane_find_strip (MaqChordLane *self)
{
  GtkWidget *strip = maq_widget_pool_find (self->strips, self->section, MAQ_ID_NONE);

  return strip == NULL ? NULL : MAQ_CHORD_STRIP (strip);
}

static const MaqFormSection *
get_place (MaqChordLane *self,
           guint         index)
{
  return maq_form_get_section (maq_editor_get_form (self->editor), index);
}

/* @changed: (out): whether it says something else now */
static MaqChordStrip *
bind_strip (MaqChordLane *self,
            guint         index,
            gboolean     *changed)
{
  MaqSection *own = maq_arrangement_get_section (maq_editor_get_arrangement (self->editor), index);
  const MaqSectionFields *fields = maq_section_get_fields (own);
  MaqChordStrip *strip = MAQ_CHORD_STRIP (maq_widget_pool_take (self->strips, fields->id,
                                                                MAQ_ID_NONE));

  *changed = maq_chord_strip_bind (strip, maq_editor_get_form (self->editor), index,
                                   fields->follows != MAQ_ID_NONE && fields->chords == NULL,
                                   maq_editor_get_chord_notation (self->editor));
  return strip;
}

static void
bind_bar (MaqChordLane  *self,
          MaqChordStrip *strip,
          int            bar,
          gboolean       changed)
{
  MaqId section = maq_chord_strip_get_section (strip);
  MaqChordBar *view = MAQ_CHORD_BAR (maq_widget_pool_take (self->bars, section, (MaqId) bar + 1));

  if (changed || maq_chord_bar_get_section (view) != section || maq_chord_bar_get_bar (view) != bar)
    maq_chord_bar_bind (view, section, bar, maq_chord_strip_dup_bar_label (strip, bar));
}

/* The bars of a section that show. */
static void
find_bars (MaqChordLane *self,
           guint         index,
           int          *first,
           int          *end)
{
  const MaqFormSection *place = get_place (self, index);
  const MaqTimelineMetrics *metrics = self->metrics;
  double start_bar = maq_timeline_metrics_x_to_bar (metrics, metrics->scroll_x);
  double end_bar = maq_timeline_metrics_x_to_bar (metrics, metrics->scroll_x + self->view_width);

  *first = MAX ((int) floor (start_bar) - place->first_bar, 0);
  *end = MIN ((int) ceil (end_bar) - place->first_bar, place->bars);
  if (metrics->px_per_bar < BAR_MIN_PX)
    *end = *first;
}

static void
bind_section (MaqChordLane *self,
              guint         index)
{
  gboolean changed;
  MaqChordStrip *strip = bind_strip (self, index, &changed);
  int bar;
  int end;

  for (find_bars (self, index, &bar, &end); bar < end; bar++)
    bind_bar (self, strip, bar, changed);
}

/* What shows already and goes on doing so; all other widgets can be used for what is new. */
static void
keep_sections (MaqChordLane *self,
               guint         index,
               guint         section_end)
{
  for (; index < section_end; index++)
    {
      MaqId id = maq_section_get_id (get_place (self, index)->section);
      int bar;
      int end;

      maq_widget_pool_keep (self->strips, id, MAQ_ID_NONE);
      for (find_bars (self, index, &bar, &end); bar < end; bar++)
        maq_widget_pool_keep (self->bars, id, (MaqId) bar + 1);
    }
  maq_widget_pool_release (self->strips);
  maq_widget_pool_release (self->bars);
}

/* The bar with the keyboard is there wherever it is. */
static void
bind_cursor (MaqChordLane *self)
{
  int index = maq_chord_lane_find_section (self);
  gboolean changed;
  MaqChordStrip *strip;

  if (index < 0)
    return;
  self->bar = CLAMP (self->bar, 0, get_place (self, (guint) index)->bars - 1);
  strip = bind_strip (self, (guint) index, &changed);
  bind_bar (self, strip, self->bar, TRUE);
}

static void
bind_all (MaqChordLane *self)
{
  guint index;
  guint end;

  maq_widget_pool_begin (self->strips);
  maq_widget_pool_begin (self->bars);
  if (self->editor != NULL && !maq_grid_texture_is_wanted (self->metrics))
    {
      maq_timeline_metrics_visible_sections (self->metrics, self->view_width, &index, &end);
      keep_sections (self, index, end);
      for (; index < end; index++)
        bind_section (self, index);
    }
  bind_cursor (self);
  maq_widget_pool_end (self->strips);
  maq_widget_pool_end (self->bars);
}

/* From the left of the view. */
static int
get_bar_x (MaqChordLane *self,
           guint         index,
           int           bar)
{
  return maq_timeline_metrics_bar_to_x (self->metrics, get_place (self, index)->first_bar + bar) -
         self->metrics->scroll_x;
}

static void
place_bars (MaqChordLane *self,
            int           height)
{
  GPtrArray *bars = maq_widget_pool_get_children (self->bars);

  for (guint i = 0; i < bars->len; i++)
    {
      MaqChordBar *view = g_ptr_array_index (bars, i);
      int index = find_section (self, maq_chord_bar_get_section (view));
      int x = get_bar_x (self, (guint) index, maq_chord_bar_get_bar (view));
      int end = get_bar_x (self, (guint) index, maq_chord_bar_get_bar (view) + 1);

      maq_timeline_child_place (GTK_WIDGET (view), x, 0, end - x, height);
    }
}

/* Over its bar, and as far beyond it as it takes to type. */
static void
place_entry (MaqChordLane *self,
             int           width,
             int           height)
{
  int index = maq_chord_lane_find_section (self);
  int x = index >= 0 ? get_bar_x (self, (guint) index, self->bar) : 0;
  int wanted = index >= 0 ? get_bar_x (self, (guint) index, self->bar + 1) - x : 0;

  wanted = MAX (wanted, ENTRY_MIN_PX);
  maq_timeline_child_place (self->entry, CLAMP (x, 0, MAX (width - wanted, 0)), 0, wanted, height);
}

static void
maq_chord_lane_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  MaqChordLane *self = MAQ_CHORD_LANE (widget);
  GPtrArray *strips = maq_widget_pool_get_children (self->strips);

  for (guint i = 0; i < strips->len; i++)
    {
      MaqChordStrip *strip = g_ptr_array_index (strips, i);
      int index = find_section (self, maq_chord_strip_get_section (strip));
      MaqBox box = maq_timeline_metrics_section_box (self->metrics, (guint) index);

      maq_timeline_child_place (GTK_WIDGET (strip), box.x - self->metrics->scroll_x, 0, box.width,
                                height);
    }
  place_bars (self, height);
  if (self->is_editing)
    place_entry (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

void
maq_chord_lane_focus (MaqChordLane *self)
{
  int index = maq_chord_lane_find_section (self);
  GtkWidget *view;

  if (index < 0)
    return;
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0,
                 get_place (self, (guint) index)->first_bar + self->bar);
  bind_all (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  view = maq_widget_pool_find (self->bars, self->section, (MaqId) self->bar + 1);
  if (view != NULL)
    gtk_widget_grab_focus (view);
}

/* Another section is selected with its bar; meanwhile nobody else takes the focus. */
static void
go_to (MaqChordLane *self,
       MaqId         section,
       int           bar)
{
  gboolean was_busy = self->is_busy;

  self->is_busy = TRUE;
  self->section = section;
  self->bar = bar;
  self->inside = 0;
  maq_editor_select (self->editor, section, MAQ_ID_NONE);
  self->is_busy = was_busy;
}

/* The bar so many bars on; %FALSE at the ends of the song, where it stays. */
static gboolean
step_by (MaqChordLane *self,
         int           n_bars)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  int index = maq_chord_lane_find_section (self);
  int bar;
  MaqPosition position;

  if (index < 0)
    return FALSE;
  bar = get_place (self, (guint) index)->first_bar + self->bar + n_bars;
  if (bar < 0 || bar >= maq_form_get_bars (form))
    return FALSE;
  position = maq_form_find_bar (form, bar);
  go_to (self, maq_section_get_id (get_place (self, position.section)->section), position.bar);
  return TRUE;
}

static void
close_entry (MaqChordLane *self)
{
  self->is_editing = FALSE;
  gtk_widget_set_visible (self->entry, FALSE);
}

void
maq_chord_lane_type (MaqChordLane *self,
                     const char   *typed)
{
  MaqChordStrip *strip;
  g_autofree char *label = NULL;
  const char *text;

  self->is_busy = TRUE;
  maq_chord_lane_focus (self);
  strip = maq_chord_lane_find_strip (self);
  if (strip != NULL)
    {
      text = maq_chord_strip_get_bar_text (strip, self->bar);
      label = maq_chord_strip_dup_bar_label (strip, self->bar);
      self->is_editing = TRUE;
      /* bars that came later would be in the way of the pointer */
      gtk_widget_insert_before (self->entry, GTK_WIDGET (self), NULL);
      maq_chord_entry_open (MAQ_CHORD_ENTRY (self->entry), strcmp (text, ".") == 0 ? "" : text,
                            typed, label);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  self->is_busy = FALSE;
}

gboolean
maq_chord_lane_put (MaqChordLane *self,
                    const char   *text)
{
  gboolean done;

  self->is_busy = TRUE;
  done = maq_editor_apply (self->editor,
                           maq_move_section_bar_chords (self->section, self->bar, text));
  self->is_busy = FALSE;
  return done;
}

/* What was typed when the hands went on to something else stays, and so does what they chose. */
static void
settle (MaqChordLane *self)
{
  MaqPath selection;

  if (!self->is_editing)
    return;
  close_entry (self);
  if (!maq_chord_entry_is_changed (MAQ_CHORD_ENTRY (self->entry)))
    return;
  selection = maq_editor_get_selection (self->editor);
  maq_chord_lane_put (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->is_busy = TRUE;
  maq_editor_select (self->editor, selection.section, selection.layer);
  self->is_busy = FALSE;
}

static int
count_bars (const char *text)
{
  g_autoptr (GPtrArray) bars = maq_chord_text_split (text);

  return (int) bars->len;
}

static void
finish_bar (MaqChordLane *self,
            MaqChordStep  step)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean is_changed = maq_chord_entry_is_changed (MAQ_CHORD_ENTRY (self->entry));
  gboolean goes_on;

  if (step != MAQ_CHORD_STEP_CANCEL && is_changed && !maq_chord_lane_put (self, text))
    {
      maq_chord_entry_show_error (MAQ_CHORD_ENTRY (self->entry));
      return;
    }
  goes_on = (step == MAQ_CHORD_STEP_NEXT && step_by (self, count_bars (text))) ||
            (step == MAQ_CHORD_STEP_PREVIOUS && step_by (self, -1));
  self->is_busy = TRUE;
  if (!goes_on)
    {
      close_entry (self);
      maq_chord_lane_focus (self);
    }
  self->is_busy = FALSE;
  if (goes_on)
    maq_chord_lane_type (self, NULL);
}

static void
entry_done_cb (MaqChordLane *self,
               int           step)
{
  if (!self->is_editing || self->is_busy)
    return;
  if (step == MAQ_CHORD_STEP_AWAY)
    settle (self);
  else
    finish_bar (self, (MaqChordStep) step);
}

/* What begins a chord, or stands in the place of one, is typed without opening the bar before. */
static gboolean
type_key (MaqChordLane *self,
          guint         key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gboolean has_names =
    maq_editor_get_chord_notation (self->editor) == MAQ_CHORD_NOTATION_NAMES;
  char typed[] = { 0, 0 };

  /* these are levels of parts elsewhere */
  if (letter == '0' || letter == '8' || letter == '9')
    return GDK_EVENT_STOP;
  if (letter == 0 || letter > 127 ||
      strchr ("ABCDEFGabcdefgNIViv1234567%.<>^#|:", (int) letter) == NULL)
    return GDK_EVENT_PROPAGATE;
  typed[0] = (char) letter;
  /* a small b is a flat before a number */
  if (letter >= 'a' && letter <= 'g' && (letter != 'b' || has_names))
    typed[0] = g_ascii_toupper (typed[0]);
  maq_chord_lane_type (self, typed);
  return GDK_EVENT_STOP;
}

static gboolean
step_key (MaqChordLane *self,
          int           n_bars)
{
  self->is_busy = TRUE;
  step_by (self, n_bars);
  maq_chord_lane_focus (self);
  self->is_busy = FALSE;
  return GDK_EVENT_STOP;
}

static gboolean
leave_key (MaqChordLane *self,
           int           direction)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0, direction);
  return GDK_EVENT_STOP;
}

static gboolean
menu_key (MaqChordLane *self)
{
  GdkRectangle at = { get_bar_x (self, (guint) maq_chord_lane_find_section (self), self->bar), 0,
                      (int) self->metrics->px_per_bar, self->metrics->chord_height };

  maq_chord_lane_show_menu (self, at);
  return GDK_EVENT_STOP;
}

static gboolean
plain_key (MaqChordLane *self,
           guint         key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step_key (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step_key (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return leave_key (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return leave_key (self, 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
    case GDK_KEY_F3:
      maq_chord_lane_type (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      maq_chord_lane_put (self, "");
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      return menu_key (self);
    default:
      return type_key (self, key);
    }
}

static gboolean
key_pressed_cb (MaqChordLane    *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (self->editor == NULL || self->is_editing || maq_chord_lane_find_section (self) < 0)
    return GDK_EVENT_PROPAGATE;
  if (held == 0 && (state & GDK_SHIFT_MASK) == 0)
    return plain_key (self, key);
  if (held == 0 && key == GDK_KEY_F10)
    return menu_key (self);
  return held == 0 ? type_key (self, key) : GDK_EVENT_PROPAGATE;
}

static gboolean
is_on_entry (MaqChordLane *self,
             double        x,
             double        y)
{
  graphene_rect_t box;

  return self->is_editing && gtk_widget_compute_bounds (self->entry, GTK_WIDGET (self), &box) &&
         graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* Takes the keyboard to the bar under the pointer. The ends of sections are left to those who
 * drag them. */
static gboolean
point_at (MaqChordLane *self,
          double        x,
          double        y)
{
  double bar = maq_timeline_metrics_x_to_bar (self->metrics, x + self->metrics->scroll_x);
  MaqHit hit = maq_timeline_metrics_hit (self->metrics, x + self->metrics->head_width,
                                         self->metrics->ruler_height +
                                         self->metrics->section_height + y);
  const MaqFormSection *place;

  if (self->editor == NULL || hit.zone != MAQ_ZONE_CHORDS || is_on_entry (self, x, y))
    return FALSE;
  settle (self);
  place = get_place (self, (guint) hit.section);
  go_to (self, maq_section_get_id (place->section), (int) floor (bar) - place->first_bar);
  self->inside = bar - floor (bar);
  return TRUE;
}

/* A finger that comes down may be about to take the view along: a tap counts when it goes up. */
static void
pressed_cb (MaqChordLane    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  if ((n_press == 1 && maq_touch_is_finger (GTK_GESTURE (gesture))) || !point_at (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 2)
    maq_chord_lane_type (self, NULL);
  else if (n_press == 1)
    step_key (self, 0);
}

static void
released_cb (MaqChordLane    *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  if (n_press == 1 && maq_touch_is_finger (GTK_GESTURE (gesture)) && point_at (self, x, y))
    step_key (self, 0);
}

static void
ask_for_menu (MaqChordLane *self,
              double        x,
              double        y,
              GtkGesture   *gesture)
{
  double inside;

  if (!point_at (self, x, y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  inside = self->inside;
  step_key (self, 0);
  self->inside = inside;
  maq_chord_lane_show_menu (self, (GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
secondary_pressed_cb (MaqChordLane    *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  ask_for_menu (self, x, y, GTK_GESTURE (gesture));
}

/* What is typed lies over what comes after it. */
static void
maq_chord_lane_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MaqChordLane *self = MAQ_CHORD_LANE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != self->entry && child != self->menu)
      gtk_widget_snapshot_child (widget, child, snapshot);
  if (self->is_editing)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
}

static void
maq_chord_lane_dispose (GObject *object)
{
  MaqChordLane *self = MAQ_CHORD_LANE (object);

  self->is_editing = FALSE;
  g_clear_pointer (&self->strips, maq_widget_pool_free);
  g_clear_pointer (&self->bars, maq_widget_pool_free);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_chord_lane_parent_class)->dispose (object);
}

static void
maq_chord_lane_class_init (MaqChordLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_chord_lane_dispose;
  widget_class->size_allocate = maq_chord_lane_size_allocate;
  widget_class->snapshot = maq_chord_lane_snapshot;
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", MAQ_TYPE_CHORD_LANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", MAQ_TYPE_CHORD_LANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  maq_chord_lane_menu_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chordlane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
init_controllers (MaqChordLane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (ask_for_menu), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
}

static void
maq_chord_lane_init (MaqChordLane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->strips = maq_widget_pool_new (widget, create_strip, self);
  self->bars = maq_widget_pool_new (widget, create_bar, self);
  self->entry = g_object_ref_sink (maq_chord_entry_new ());
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_widget_set_parent (self->entry, widget);
  g_object_unref (self->entry);
  g_signal_connect_object (self->entry, "done", G_CALLBACK (entry_done_cb), self,
                           G_CONNECT_SWAPPED);
  maq_compat_keep_left_to_right (widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chords"), -1);
  init_controllers (self);
}

GtkWidget *
maq_chord_lane_new (const MaqPalette         *palette,
                    const MaqTimelineMetrics *metrics)
{
  MaqChordLane *self = g_object_new (MAQ_TYPE_CHORD_LANE, NULL);

  self->palette = palette;
  self->metrics = metrics;
  return GTK_WIDGET (self);
}

void
maq_chord_lane_show (MaqChordLane *self,
                     MaqEditor    *editor)
{
  g_set_object (&self->editor, editor);
  if (self->is_editing && maq_chord_lane_find_section (self) < 0)
    close_entry (self);
  maq_chord_lane_update (self, self->view_width);
}

void
maq_chord_lane_update (MaqChordLane *self,
                       int           view_width)
{
  self->view_width = view_width;
  bind_all (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
maq_chord_lane_restyle (MaqChordLane *self)
{
  GPtrArray *strips = maq_widget_pool_get_children (self->strips);

  for (guint i = 0; i < strips->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (strips, i));
}

gboolean
maq_chord_lane_is_active (MaqChordLane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return self->is_busy || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

void
maq_chord_lane_enter (MaqChordLane *self,
                      MaqId         section)
{
  settle (self);
  self->is_busy = TRUE;
  go_to (self, section, section == self->section ? self->bar : 0);
  maq_chord_lane_focus (self);
  self->is_busy = FALSE;
}

void
maq_chord_lane_edit (MaqChordLane *self,
                     MaqId         section)
{
  if (find_section (self, section) < 0)
    return;
  settle (self);
  go_to (self, section, section == self->section ? self->bar : 0);
  maq_chord_lane_type (self, NULL);
}
