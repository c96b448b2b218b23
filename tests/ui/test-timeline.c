/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline in a window of its own: what it says, what it paints, how it keeps the focus. */

#include <adwaita.h>

#include "maq-grid.h"
#include "maq-group-head.h"
#include "maq-layer-head.h"
#include "maq-move-button.h"
#include "maq-move-list.h"
#include "maq-new-song.h"
#include "maq-overview.h"
#include "maq-part-view.h"
#include "maq-timeline-private.h"

typedef struct
{
  MaqDocument *document;
  MaqEditor   *editor;
  GtkWidget   *window;
  MaqTimeline *timeline;
  gboolean     has_painted;
} Fixture;

static void
after_paint_cb (GdkFrameClock *clock,
                Fixture       *self)
{
  self->has_painted = TRUE;
}

/* Lets the window do what it has to do, and paint. */
static void
settle (Fixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  for (int i = 0; i < 3; i++)
    {
      self->has_painted = FALSE;
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      while (!self->has_painted)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (MaqProject) root = maq_new_song_create ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->document = maq_document_new (root);
  self->editor = maq_editor_new (self->document);
  self->timeline = MAQ_TIMELINE (maq_timeline_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->timeline));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
  maq_timeline_set_editor (self->timeline, self->editor);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gtk_widget_get_frame_clock (self->window), "after-paint",
                    G_CALLBACK (after_paint_cb), self);
  settle (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  maq_document_close (self->document);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->editor);
  g_assert_finalize_object (self->document);
}

static MaqPartView *
find_cell (Fixture *self,
           guint    section,
           guint    layer)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);
  MaqId section_id = maq_section_get_id (maq_arrangement_get_section (arrangement, section));
  MaqId layer_id = maq_layer_get_id (maq_arrangement_get_layer (arrangement, layer));
  GtkWidget *widget = maq_timeline_find_widget (self->timeline, section_id, layer_id);

  g_assert_nonnull (widget);
  return MAQ_PART_VIEW (widget);
}

static void
set_level (Fixture *self,
           guint    section,
           guint    layer,
           int      level)
{
  MaqPartView *view = find_cell (self, section, layer);

  g_assert_true (maq_editor_apply (self->editor,
                                   maq_move_part_level (maq_part_view_get_section (view),
                                                        maq_part_view_get_layer (view), level)));
}

static void
test_says_what_it_is (Fixture       *self,
                      gconstpointer  data)
{
  MaqPartView *view = find_cell (self, 1, 1);

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  set_level (self, 1, 1, 7);
  g_assert_cmpstr (maq_part_view_get_label (view), ==,
                   "Bass, Verse 1, bars 5 to 12, level 7 of 10");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       maq_part_view_get_label (view));
  set_level (self, 1, 1, 0);
  g_assert_cmpstr (maq_part_view_get_label (view), ==, "Bass, Verse 1, bars 5 to 12, out");
  g_assert_true (maq_editor_apply (self->editor,
                                   maq_move_part_level (maq_part_view_get_section (view),
                                                        maq_part_view_get_layer (view), 3)));
  g_assert_true (maq_editor_apply (self->editor,
                                   maq_move_part_entry (maq_part_view_get_section (view),
                                                        maq_part_view_get_layer (view), 4, 6)));
  g_assert_cmpstr (maq_part_view_get_label (view), ==,
                   "Bass, Verse 1, bars 5 to 12, level 3 of 10, enters in bar 9, "
                   "leaves in bar 11");
}

static void
test_selection_shows (Fixture       *self,
                      gconstpointer  data)
{
  MaqPartView *view = find_cell (self, 2, 0);

  maq_editor_select (self->editor, maq_part_view_get_section (view),
                     maq_part_view_get_layer (view));
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

/* What a screen reader says with the cell to which the selection has grown. */
static void
test_says_how_much_is_selected (Fixture       *self,
                                gconstpointer  data)
{
  const MaqRange range = { 0, 2, 0, 3 };
  MaqPartView *view = find_cell (self, 0, 0);

  maq_editor_select_range (self->editor, &range);
  maq_timeline_focus_selection (self->timeline);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "6 parts selected");
  gtk_test_accessible_assert_state (find_cell (self, 1, 2), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  maq_editor_select (self->editor, maq_part_view_get_section (view),
                     maq_part_view_get_layer (view));
  maq_timeline_focus_selection (self->timeline);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static guint
count_playhead_snapshots (Fixture *self)
{
  guint before = maq_part_view_get_n_snapshots ();

  for (int i = 0; i < 20; i++)
    {
      maq_timeline_set_position (self->timeline, i * 480.0, TRUE);
      settle (self);
    }
  return maq_part_view_get_n_snapshots () - before;
}

static void
test_playhead_paints_no_cell (Fixture       *self,
                              gconstpointer  data)
{
  guint n = G_MAXUINT;

  /* a new window may come to the front meanwhile, which paints all of it once */
  for (int round = 0; round < 3 && n > 0; round++)
    n = count_playhead_snapshots (self);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_edit_paints_one_cell (Fixture       *self,
                           gconstpointer  data)
{
  guint n = G_MAXUINT;

  /* as above; Verse 2 follows Verse 1 and may take the part over */
  for (int round = 0; round < 3 && n > 2; round++)
    {
      guint before;

      set_level (self, 1, 2, 2 + round);
      settle (self);
      before = maq_part_view_get_n_snapshots ();
      set_level (self, 1, 2, 9);
      settle (self);
      n = maq_part_view_get_n_snapshots () - before;
    }
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <=, 2);
}

static void
test_focus_is_by_id (Fixture       *self,
                     gconstpointer  data)
{
  MaqPartView *view = find_cell (self, 1, 1);
  MaqId section = maq_part_view_get_section (view);
  MaqId layer = maq_part_view_get_layer (view);
  MaqId focused_section;
  MaqId focused_layer;

  maq_editor_select (self->editor, section, layer);
  maq_timeline_focus_selection (self->timeline);
  g_assert_true (maq_editor_apply (self->editor, maq_move_move_section (section, 4)));
  settle (self);
  g_assert_true (maq_grid_find_focus (MAQ_GRID (self->timeline->grid), &focused_section,
                                      &focused_layer));
  g_assert_cmpuint (focused_section, ==, section);
  g_assert_cmpuint (focused_layer, ==, layer);
  g_assert_cmpint (maq_editor_get_section_index (self->editor), ==, 4);
}

static void
test_fold_keeps_focus (Fixture       *self,
                       gconstpointer  data)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->timeline));
  MaqPartView *view = find_cell (self, 0, 1);
  MaqId section = maq_part_view_get_section (view);
  MaqId layer = maq_part_view_get_layer (view);
  MaqId focused_section;
  MaqId focused_layer;

  g_assert_true (maq_editor_apply (self->editor, maq_move_layer_group (layer, "Low")));
  maq_timeline_toggle_fold (self->timeline, layer);
  maq_editor_select (self->editor, section, layer);
  maq_timeline_focus_selection (self->timeline);
  maq_timeline_zoom_about (self->timeline, 40, 0);
  settle (self);
  gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across));
  settle (self);
  g_assert_true (maq_grid_find_focus (MAQ_GRID (self->timeline->grid), &focused_section,
                                      &focused_layer));
  g_assert_cmpuint (focused_section, ==, section);
  g_assert_cmpuint (focused_layer, ==, layer);
}

static void
know_places_cb (Fixture *self)
{
  g_assert_cmpuint (self->timeline->metrics.n_sections, ==,
                    maq_arrangement_get_n_sections (maq_editor_get_arrangement (self->editor)));
}

/* One step may take the layer away and put sections before the one that is selected, as when a
 * file is loaded again: the selection changes when the places are known. */
static void
test_lost_selection (Fixture       *self,
                     gconstpointer  data)
{
  MaqPartView *view = find_cell (self, 7, 1);
  MaqId section = maq_part_view_get_section (view);
  MaqId layer = maq_part_view_get_layer (view);
  const MaqPath nowhere = { 0 };
  g_autoptr (MaqProject) root = maq_project_ref (maq_editor_get_root (self->editor));

  for (int i = 0; i < 40; i++)
    {
      g_autoptr (MaqMove) move = i == 0 ? maq_move_delete_layer (layer)
                                        : maq_move_add_section (MAQ_ID_NONE, MAQ_SECTION_VERSE,
                                                                NULL, 8);
      g_autoptr (MaqProject) before = g_steal_pointer (&root);

      root = maq_move_apply (move, before, NULL);
      g_assert_nonnull (root);
    }
  maq_editor_select (self->editor, section, layer);
  maq_timeline_focus_selection (self->timeline);
  g_signal_connect_swapped (self->editor, "selection-changed", G_CALLBACK (know_places_cb), self);
  maq_document_apply (self->document, root, "Reload", nowhere);
  g_assert_cmpuint (maq_editor_get_selection (self->editor).section, ==, section);
  g_assert_cmpuint (maq_editor_get_selection (self->editor).layer, ==, MAQ_ID_NONE);
}

static void
test_preview_commits_once (Fixture       *self,
                           gconstpointer  data)
{
  MaqPartView *view = find_cell (self, 1, 1);
  MaqId section = maq_part_view_get_section (view);
  MaqProject *before = maq_document_get_root (self->document);

  for (int bars = 8; bars <= 16; bars++)
    maq_editor_preview (self->editor, maq_move_resize_section (section, bars), NULL);
  g_assert_true (maq_document_get_root (self->document) == before);
  g_assert_cmpint (maq_form_get_section (maq_editor_get_form (self->editor), 1)->bars, ==, 16);
  maq_editor_cancel_preview (self->editor);
  g_assert_true (maq_editor_get_root (self->editor) == before);
  maq_editor_preview (self->editor, maq_move_resize_section (section, 12), NULL);
  maq_editor_commit_preview (self->editor);
  g_assert_cmpuint (maq_document_get_n_steps (self->document), ==, 1);
  maq_editor_undo (self->editor);
  g_assert_true (maq_editor_get_root (self->editor) == before);
}

static int
get_x (Fixture   *self,
       GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->timeline), &bounds));
  return (int) bounds.origin.x;
}

static void
assert_heads_at (Fixture  *self,
                 gboolean  right)
{
  int first = get_x (self, GTK_WIDGET (find_cell (self, 0, 0)));
  int second = get_x (self, GTK_WIDGET (find_cell (self, 1, 0)));
  int heads = get_x (self, self->timeline->head_column);

  g_assert_cmpint (first, <, second);
  g_assert_cmpint (get_x (self, self->timeline->head_row), ==,
                   maq_timeline_get_grid_x (self->timeline));
  g_assert_cmpint (first, ==, maq_timeline_get_grid_x (self->timeline));
  if (right)
    g_assert_cmpint (heads, >, second);
  else
    g_assert_cmpint (heads, <, first);
}

static void
test_mirrors_heads_not_time (Fixture       *self,
                             gconstpointer  data)
{
  assert_heads_at (self, FALSE);
  gtk_widget_set_direction (GTK_WIDGET (self->timeline), GTK_TEXT_DIR_RTL);
  settle (self);
  assert_heads_at (self, TRUE);
}

/* Two fingers that spread: some place in view stays where it is. */
static void
test_pinch_zooms (Fixture       *self,
                  gconstpointer  data)
{
  MaqTimeline *timeline = self->timeline;
  double px_per_bar = timeline->metrics.px_per_bar;
  double still_x;

  g_signal_emit_by_name (timeline->pinch, "begin", NULL);
  g_signal_emit_by_name (timeline->pinch, "scale-changed", 1.5);
  g_signal_emit_by_name (timeline->pinch, "scale-changed", 3.0);
  settle (self);
  g_assert_cmpfloat_with_epsilon (timeline->metrics.px_per_bar, 3 * px_per_bar, 0.01);
  still_x = timeline->metrics.scroll_x / 2.0;
  g_assert_cmpfloat (still_x, >=, 0);
  g_assert_cmpfloat (still_x, <=, maq_timeline_get_view_width (timeline));
}

/* What is out stays out under it, where a drag from there would let in. */
static void
test_eraser_only_takes_out (Fixture       *self,
                            gconstpointer  data)
{
  MaqTimeline *timeline = self->timeline;
  MaqPartView *view = find_cell (self, 0, 0);
  MaqId section = maq_part_view_get_section (view);
  MaqId layer = maq_part_view_get_layer (view);
  MaqBox from = maq_timeline_metrics_cell_box (&timeline->metrics, 0, 0);
  MaqBox to = maq_timeline_metrics_cell_box (&timeline->metrics, 1, 0);
  MaqBox both[] = { from, to };
  double x[2];
  double y = maq_timeline_metrics_get_top (&timeline->metrics) + from.y + 5;
  g_autoptr (MaqMove) move = NULL;

  maq_editor_apply (self->editor, maq_move_part_level (section, layer, 0));
  settle (self);
  for (int i = 0; i < 2; i++)
    x[i] = maq_timeline_get_grid_x (timeline) + both[i].x + both[i].width / 2;
  timeline->drag.erases = TRUE;
  maq_timeline_take_hold (timeline, maq_timeline_hit_at (timeline, x[0], y), x[0], y, 0);
  g_assert_true (timeline->drag.drag_class == &maq_drag_part_paint);
  move = timeline->drag.drag_class->create_move (timeline, x[1], y, 0);
  maq_editor_preview (self->editor, maq_move_ref (move), NULL);
  for (int i = 0; i < 2; i++)
    g_assert_cmpint (maq_arrangement_get_level (maq_editor_get_arrangement (self->editor),
                                                (guint) i, layer), ==, 0);
  maq_timeline_cancel_drag (timeline);
}

static void
test_zooms_to_selection (Fixture       *self,
                         gconstpointer  data)
{
  MaqTimeline *timeline = self->timeline;
  MaqPartView *view = find_cell (self, 2, 1);
  MaqBox box;

  maq_editor_select (self->editor, maq_part_view_get_section (view), MAQ_ID_NONE);
  maq_timeline_zoom_selection (timeline);
  settle (self);
  box = maq_timeline_metrics_section_box (&timeline->metrics, 2);
  g_assert_cmpint (box.x, >=, timeline->metrics.scroll_x);
  g_assert_cmpint (box.x + box.width, <=,
                   timeline->metrics.scroll_x + maq_timeline_get_view_width (timeline));
  g_assert_cmpint (box.width * 10, >, maq_timeline_get_view_width (timeline) * 9);
  maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
  maq_timeline_zoom_selection (timeline);
  settle (self);
  g_assert_cmpint (timeline->metrics.scroll_x, ==, 0);
}

static void
play_to (Fixture *self,
         double   bar)
{
  maq_timeline_set_position (self->timeline, bar * 4 * 960, TRUE);
  settle (self);
}

/* The view goes along until the user looks elsewhere, and again when it plays anew. */
static void
test_follow_lets_go (Fixture       *self,
                     gconstpointer  data)
{
  MaqTimeline *timeline = self->timeline;
  int scroll_x;

  maq_timeline_zoom_about (timeline, 100, 0);
  settle (self);
  play_to (self, 20);
  scroll_x = timeline->metrics.scroll_x;
  g_assert_cmpint (scroll_x, >, 100);
  gtk_adjustment_set_value (timeline->adjustments[GTK_ORIENTATION_HORIZONTAL], 50);
  settle (self);
  play_to (self, 30);
  g_assert_cmpint (timeline->metrics.scroll_x, ==, 50);
  maq_timeline_follow_again (timeline);
  play_to (self, 31);
  g_assert_cmpint (timeline->metrics.scroll_x, >, scroll_x);
}

static void
test_cells_are_recycled (Fixture       *self,
                         gconstpointer  data)
{
  guint n_children = 0;

  for (int i = 0; i < 60; i++)
    g_assert_true (maq_editor_apply (self->editor, maq_move_add_section (MAQ_ID_NONE,
                                                                         MAQ_SECTION_VERSE, NULL,
                                                                         8)));
  maq_timeline_zoom_about (self->timeline, 40, 0);
  settle (self);
  for (GtkWidget *child = gtk_widget_get_first_child (self->timeline->grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children += gtk_widget_get_visible (child);
  g_assert_cmpuint (n_children, >, 0);
  g_assert_cmpuint (n_children, <, 80);
}

static void
test_meters_fall_back_and_rest (void)
{
  GtkWidget *head = g_object_ref_sink (maq_layer_head_new ());
  guint n_frames = 0;

  g_assert_false (maq_layer_head_push_peak (MAQ_LAYER_HEAD (head), 0));
  g_assert_true (maq_layer_head_push_peak (MAQ_LAYER_HEAD (head), 0.5f));
  while (maq_layer_head_push_peak (MAQ_LAYER_HEAD (head), 0))
    g_assert_cmpuint (++n_frames, <, 600);
  g_assert_cmpuint (n_frames, >, 30);
  g_object_unref (head);
}

/* An overview that outlives its timeline does not write to where that was. */
static void
test_lets_go_of_the_overview (void)
{
  GtkWidget *timeline = g_object_ref_sink (maq_timeline_new ());
  GtkWidget *overview = g_object_ref_sink (g_object_new (MAQ_TYPE_OVERVIEW, NULL));

  maq_timeline_set_overview (MAQ_TIMELINE (timeline), MAQ_OVERVIEW (overview));
  g_object_run_dispose (G_OBJECT (timeline));
  g_assert_null (MAQ_TIMELINE (timeline)->overview);
  g_assert_finalize_object (timeline);
  g_assert_finalize_object (overview);
}

static void
notified_cb (GtkWidget  *widget,
             GParamSpec *property,
             int        *n_notified)
{
  ++*n_notified;
}

static void
bind_group_head (GtkWidget *head,
                 MaqId      layer,
                 gboolean   is_folded)
{
  maq_group_head_bind (MAQ_GROUP_HEAD (head),
                       &(MaqGroupFields) { .layer = layer, .name = "Rhythm",
                                           .members = "Drums, Bass", .n_layers = 2,
                                           .is_folded = is_folded });
}

/* It is told what it shows in each frame. */
static void
test_head_changes_only_what_changed (void)
{
  GtkWidget *head = g_object_ref_sink (maq_group_head_new ());
  int n_notified = 0;

  bind_group_head (head, 7, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (head); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_signal_connect (child, "notify", G_CALLBACK (notified_cb), &n_notified);

  bind_group_head (head, 7, FALSE);
  g_assert_cmpint (n_notified, ==, 0);
  bind_group_head (head, 8, FALSE);
  g_assert_cmpint ((int) maq_group_head_get_layer (MAQ_GROUP_HEAD (head)), ==, 8);
  bind_group_head (head, 8, TRUE);
  g_assert_true (gtk_widget_has_css_class (head, "folded"));
  g_assert_finalize_object (head);
}

static gboolean
changed_cb (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               user_data)
{
  g_set_weak_pointer ((gpointer *) user_data, g_value_get_object (&values[0]));
  return FALSE;
}

/* The number of a move about a layer is in no widget that would keep it. */
static void
test_move_takes_its_number_along (Fixture       *self,
                                  gconstpointer  data)
{
  guint signal_id = g_signal_lookup ("changed", GTK_TYPE_ADJUSTMENT);
  gpointer number = NULL;
  GtkWidget *button;
  guint index = 0;

  while (maq_move_list_get (index)->parameter != MAQ_MOVE_LAYER)
    index++;
  button = g_object_ref_sink (maq_move_button_new (index));
  g_signal_add_emission_hook (signal_id, 0, changed_cb, &number, NULL);
  maq_move_button_set_editor (MAQ_MOVE_BUTTON (button), self->editor);
  g_assert_nonnull (number);
  g_assert_finalize_object (button);
  g_assert_null (number);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  add ("/ui/timeline/says-what-it-is", test_says_what_it_is);
  add ("/ui/timeline/selection-shows", test_selection_shows);
  add ("/ui/timeline/says-how-much-is-selected", test_says_how_much_is_selected);
  add ("/ui/timeline/playhead-paints-no-cell", test_playhead_paints_no_cell);
  add ("/ui/timeline/edit-paints-one-cell", test_edit_paints_one_cell);
  add ("/ui/timeline/focus-is-by-id", test_focus_is_by_id);
  add ("/ui/timeline/fold-keeps-focus", test_fold_keeps_focus);
  add ("/ui/timeline/lost-selection", test_lost_selection);
  add ("/ui/timeline/preview-commits-once", test_preview_commits_once);
  add ("/ui/timeline/mirrors-heads-not-time", test_mirrors_heads_not_time);
  add ("/ui/timeline/cells-are-recycled", test_cells_are_recycled);
  add ("/ui/timeline/pinch-zooms", test_pinch_zooms);
  add ("/ui/timeline/eraser-only-takes-out", test_eraser_only_takes_out);
  add ("/ui/timeline/zooms-to-selection", test_zooms_to_selection);
  add ("/ui/timeline/follow-lets-go", test_follow_lets_go);
  g_test_add_func ("/ui/timeline/lets-go-of-the-overview", test_lets_go_of_the_overview);
  g_test_add_func ("/ui/group-head/changes-only-what-changed",
                   test_head_changes_only_what_changed);
  add ("/ui/move-button/takes-its-number-along", test_move_takes_its_number_along);
  g_test_add_func ("/ui/layer-head/meters-fall-back-and-rest", test_meters_fall_back_and_rest);
  return g_test_run ();
}
