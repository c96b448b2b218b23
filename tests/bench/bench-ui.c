/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The timeline against a frame of a 60 Hz screen, for a song of twelve by ten
 * and one of 1,000 sections × 200 layers; and the program's start against that
 * of an empty window. Each time is the work of a frame, from the change to the
 * end of painting, at 1600 × 900. The processor time of the main thread decides,
 * as other programs do not count in it; what the clock says stands beside it,
 * and a frame without any change says how much either is worth just now.
 */

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "maq-arc-handle.h"
#include "maq-arc-lane.h"
#include "maq-level-meter.h"
#include "maq-part-view.h"
#include "maq-section-head.h"
#include "maq-timeline.h"
#include "ui-songs.h"

#define AIM_MS (1000.0 / 60.0)
#define N_STEPS 60
#define N_STARTS 5
#define START_AIM 1.5

/* What is held by its end: so far within it. */
#define INSIDE_PX 1.0

/* What does not depend on the size of the song; the rest is what else is in view. */
#define SIZE_AIM 2.0

typedef struct
{
  double cpu;   /* of this thread, in ms */
  double wall;
} Times;

typedef struct
{
  GtkWidget          *window;
  GtkWidget          *timeline;
  GtkAdjustment      *across;
  GtkAdjustment      *down;
  GtkEventController *drag;
  MaqEditor          *editor;
  Times               opened;
  Times               paint_start;
  Times               paint;
  gboolean            is_painted;
  gboolean            has_missed;
} Bench;

typedef void (*BenchStep) (Bench *self,
                           int    step);

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What the process holds of the memory, in megabytes. */
static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;
  unsigned long size;
  unsigned long resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%lu %lu", &size, &resident) != 2)
    return 0;
  return (double) resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static Times
now (void)
{
  return (Times) { (double) get_cpu_us () / 1000, (double) g_get_monotonic_time () / 1000 };
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->paint_start = now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  const Times end = now ();

  self->paint.cpu = end.cpu - self->paint_start.cpu;
  self->paint.wall = end.wall - self->paint_start.wall;
  self->is_painted = TRUE;
}

static void
wait_for_frame (Bench *self)
{
  self->is_painted = FALSE;
  while (!self->is_painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_frame (Bench *self)
{
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (self->window),
                                 GDK_FRAME_CLOCK_PHASE_LAYOUT | GDK_FRAME_CLOCK_PHASE_PAINT);
  wait_for_frame (self);
}

static gboolean
settle_cb (gpointer is_settled)
{
  *(gboolean *) is_settled = TRUE;
  return G_SOURCE_REMOVE;
}

/* The window system may take its time, and workers paint notes. */
static void
settle (Bench *self)
{
  gboolean is_settled = FALSE;

  g_timeout_add (300, settle_cb, &is_settled);
  while (!is_settled)
    g_main_context_iteration (NULL, TRUE);
  for (int i = 0; i < 4; i++)
    run_frame (self);
}

/* What buttons of the timeline do, or they would be drawn as those that can do nothing. */
static void
add_actions (GtkWidget *window)
{
  static const struct { const char *group; const char *name; const char *type; } actions[] = {
    { "score", "open-remark", "s" },  { "score", "add-layer", "s" },
    { "score", "add-section", "s" },  { "view", "room", "t" },
    { "view", "instrument", "t" },    { "section", "independent", "t" },
    { "section", "reset", "t" },
  };
  GSimpleActionGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GVariantType) type = g_variant_type_new (actions[i].type);
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, type);

      if (i == 0 || !g_str_equal (actions[i].group, actions[i - 1].group))
        {
          group = g_simple_action_group_new ();
          gtk_widget_insert_action_group (window, actions[i].group, G_ACTION_GROUP (group));
          g_object_unref (group);
        }
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
}

static void
create_window (Bench *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *overview = g_object_new (MAQ_TYPE_OVERVIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->timeline = maq_timeline_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->timeline);
  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  self->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  self->window = gtk_window_new ();
  add_actions (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1600, 900);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), overview);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  maq_timeline_set_overview (MAQ_TIMELINE (self->timeline), MAQ_OVERVIEW (overview));
  maq_timeline_set_arcs_shown (MAQ_TIMELINE (self->timeline), TRUE);
}

static void
bench_open (Bench *self,
            guint  n_sections,
            guint  n_layers)
{
  g_autoptr (MaqProject) root = ui_songs_create_project (n_sections, n_layers);
  g_autoptr (MaqPerformance) performance = ui_songs_create_performance (n_sections, n_layers);
  g_autoptr (MaqDocument) document = maq_document_new (root);
  GdkFrameClock *clock;
  Times start;

  create_window (self);
  gtk_widget_realize (self->window);
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  start = now ();
  self->editor = maq_editor_new (document);
  maq_timeline_set_editor (MAQ_TIMELINE (self->timeline), self->editor);
  maq_timeline_set_performance (MAQ_TIMELINE (self->timeline), performance);
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_width (self->timeline) == 0)
    wait_for_frame (self);
  self->opened.cpu = now ().cpu - start.cpu;
  self->opened.wall = now ().wall - start.wall;
  settle (self);
}

static void
bench_close (Bench *self)
{
  maq_document_close (maq_editor_get_document (self->editor));
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->editor);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
report (const char *what,
        double     *cpu,
        double     *wall)
{
  qsort (cpu, N_STEPS, sizeof cpu[0], compare_numbers);
  qsort (wall, N_STEPS, sizeof wall[0], compare_numbers);
  g_print ("  %-36s %6.2f %6.2f  %6.2f %6.2f  %5.0f MB%s\n", what, cpu[N_STEPS / 2],
           cpu[N_STEPS - 1], wall[N_STEPS / 2], wall[N_STEPS - 1], get_memory_mb (),
           cpu[N_STEPS - 1] > AIM_MS ? "  MISSED" : "");
}

/* Returns the median of a step and its frame, in milliseconds of the processor. */
static double
measure (Bench      *self,
         const char *what,
         BenchStep   step)
{
  double cpu[N_STEPS];
  double wall[N_STEPS];

  for (int i = 0; i < N_STEPS; i++)
    {
      const Times start = now ();
      Times end;

      if (step != NULL)
        step (self, i);
      end = now ();
      run_frame (self);
      cpu[i] = end.cpu - start.cpu + self->paint.cpu;
      wall[i] = end.wall - start.wall + self->paint.wall;
    }
  report (what, cpu, wall);
  self->has_missed |= cpu[N_STEPS - 1] > AIM_MS;
  return cpu[N_STEPS / 2];
}

static double
get_room (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* At the end of the song it begins again: where nothing moves, nothing is measured. */
static void
scroll_step (Bench *self,
             int    step)
{
  gtk_adjustment_set_value (self->across,
                            fmod (200 + step * 37, MAX (get_room (self->across), 1.0)));
}

/* To what was not in view at all, as a click in the overview goes. */
static void
jump_step (Bench *self,
           int    step)
{
  gtk_adjustment_set_value (self->across, (step * 2 % 7) / 6.0 * get_room (self->across));
}

/* From where it begins on: the way there is no step. */
static void
measure_scroll (Bench      *self,
                const char *what)
{
  scroll_step (self, 0);
  settle (self);
  measure (self, what, scroll_step);
}

static void
scroll_down_step (Bench *self,
                  int    step)
{
  gtk_adjustment_set_value (self->down, step * 23);
}

static void
zoom_step (Bench *self,
           int    step)
{
  maq_timeline_zoom_by (MAQ_TIMELINE (self->timeline), step % 2 == 0 ? 1.12 : 1 / 1.12);
}

static void
playhead_step (Bench *self,
               int    step)
{
  maq_timeline_set_position (MAQ_TIMELINE (self->timeline), 2000 + step * 480, FALSE);
}

/* What hits hard and dies away, on all meters in view. */
static void
push_meters (GtkWidget *widget,
             int       *number,
             int        step)
{
  float peak = (*number + step) % 30 == 0 ? 0.8f : 0.0f;

  if (MAQ_IS_LEVEL_METER (widget))
    {
      ++*number;
      maq_level_meter_push (MAQ_LEVEL_METER (widget), peak, peak);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    push_meters (child, number, step);
}

/* The view turns its pages, too. */
static void
play_step (Bench *self,
           int    step)
{
  int number = 0;

  maq_timeline_set_position (MAQ_TIMELINE (self->timeline), 2000 + step * 3000, TRUE);
  push_meters (self->timeline, &number, step);
}

static void
edit_step (Bench *self,
           int    step)
{
  maq_editor_apply (self->editor, maq_move_part_level (2, 2, 1 + step % 9));
}

static GtkEventController *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* The first widget of a type that is well in view, and where it is on the timeline; or NULL. */
static GtkWidget *
find_box (GtkWidget       *timeline,
          GtkWidget       *widget,
          GType            type,
          graphene_rect_t *box)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) &&
      gtk_widget_compute_bounds (widget, timeline, box) && box->origin.x > 400 &&
      box->origin.y > 20 && box->origin.x + box->size.width < 1500)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_box (timeline, child, type, box);
  return found;
}

static void
drag_level_step (Bench *self,
                 int    step)
{
  g_signal_emit_by_name (self->drag, "drag-update", 0.0, step % 2 == 0 ? -14.0 : 21.0);
}

static void
drag_edge_step (Bench *self,
                int    step)
{
  g_signal_emit_by_name (self->drag, "drag-update", step % 2 == 0 ? 70.0 : 140.0, 0.0);
}

static void
drag_part_end_step (Bench *self,
                    int    step)
{
  g_signal_emit_by_name (self->drag, "drag-update", step % 2 == 0 ? -30.0 : -60.0, 0.0);
}

static void
drag_ruler_step (Bench *self,
                 int    step)
{
  g_signal_emit_by_name (self->drag, "drag-update", 20.0 + step * 11.0, 0.0);
}

static void
drag_point_step (Bench *self,
                 int    step)
{
  g_signal_emit_by_name (self->drag, "drag-update", step % 3 * 20.0, step % 2 == 0 ? 8.0 : 14.0);
}

static void
measure_held (Bench      *self,
              const char *what,
              GtkWidget  *widget,
              double      x,
              double      y,
              BenchStep   step)
{
  self->drag = find_drag (widget);
  g_signal_emit_by_name (self->drag, "drag-begin", x, y);
  measure (self, what, step);
}

static void
measure_drag (Bench      *self,
              const char *what,
              GType       type,
              double      along,
              BenchStep   step)
{
  GtkWidget *holder = self->timeline;
  graphene_rect_t box;
  double x;
  double y;

  if (find_box (self->timeline, self->timeline, type, &box) == NULL)
    {
      g_print ("  %-36s nothing to drag\n", what);
      self->has_missed = TRUE;
      return;
    }
  if (type == MAQ_TYPE_ARC_HANDLE)
    holder = gtk_widget_get_ancestor (find_box (self->timeline, self->timeline, type, &box),
                                      MAQ_TYPE_ARC_LANE);
  gtk_widget_translate_coordinates (self->timeline, holder,
                                    box.origin.x + box.size.width * along - INSIDE_PX,
                                    box.origin.y + box.size.height / 2.0, &x, &y);
  measure_held (self, what, holder, x, y, step);
  if (!maq_editor_is_previewing (self->editor))
    {
      g_print ("  %-36s nothing was dragged\n", "");
      self->has_missed = TRUE;
    }
  g_signal_emit_by_name (self->drag, "cancel", NULL);
}

static void
seek_cb (MaqTimeline *timeline,
         double       ticks,
         int         *n_steps)
{
  ++*n_steps;
  maq_timeline_set_position (timeline, ticks, FALSE);
}

static void
loop_cb (MaqTimeline *timeline,
         double       start_bar,
         double       end_bar,
         int         *n_steps)
{
  ++*n_steps;
  maq_timeline_set_loop (timeline, start_bar * UI_SONGS_BAR_TICKS, end_bar * UI_SONGS_BAR_TICKS);
}

/* The playhead, and the end of what is repeated: the program hears of each step. */
static void
measure_ruler_drags (Bench *self)
{
  graphene_rect_t box = { 0 };
  GtkWidget *head = find_box (self->timeline, self->timeline, MAQ_TYPE_SECTION_HEAD, &box);
  double end_ticks;
  int n_seeks = 0;
  int n_loops = 0;

  g_assert_nonnull (head);
  end_ticks = (double) maq_section_head_get_section (MAQ_SECTION_HEAD (head)) *
              UI_SONGS_SECTION_TICKS;
  g_signal_connect (self->timeline, "seek", G_CALLBACK (seek_cb), &n_seeks);
  g_signal_connect (self->timeline, "loop", G_CALLBACK (loop_cb), &n_loops);
  measure_held (self, "drag of the playhead", self->timeline,
                box.origin.x + box.size.width / 2.0, 8.0, drag_ruler_step);
  g_signal_emit_by_name (self->drag, "cancel", NULL);
  maq_timeline_set_loop (MAQ_TIMELINE (self->timeline), end_ticks - UI_SONGS_SECTION_TICKS,
                         end_ticks);
  measure_held (self, "drag of what is repeated", self->timeline,
                box.origin.x + box.size.width, 8.0, drag_ruler_step);
  g_signal_emit_by_name (self->drag, "cancel", NULL);
  maq_timeline_set_loop (MAQ_TIMELINE (self->timeline), 0, 0);
  g_signal_handlers_disconnect_by_data (self->timeline, &n_seeks);
  g_signal_handlers_disconnect_by_data (self->timeline, &n_loops);
  self->has_missed |= n_seeks < N_STEPS || n_loops < N_STEPS;
}

/* Near enough for names and notes: a dozen sections in view. */
static void
measure_near (Bench  *self,
              double *playhead_ms,
              double *edit_ms)
{
  measure_scroll (self, "scroll, a dozen sections");
  measure (self, "jump, a dozen sections", jump_step);
  measure (self, "scroll down, a dozen sections", scroll_down_step);
  measure (self, "zoom, a dozen sections", zoom_step);
  gtk_adjustment_set_value (self->across, 0);
  gtk_adjustment_set_value (self->down, 0);
  settle (self);
  *playhead_ms = measure (self, "playhead step", playhead_step);
  measure (self, "playing, with meters", play_step);
  gtk_adjustment_set_value (self->across, 0);
  settle (self);
  *edit_ms = measure (self, "edit of one part", edit_step);
  measure_drag (self, "drag of a level", MAQ_TYPE_PART_VIEW, 0.5, drag_level_step);
  measure_drag (self, "drag of a part's end", MAQ_TYPE_PART_VIEW, 1.0, drag_part_end_step);
  measure_drag (self, "drag of a section's end", MAQ_TYPE_SECTION_HEAD, 1.0, drag_edge_step);
  measure_drag (self, "drag of a point of an arc", MAQ_TYPE_ARC_HANDLE, 0.5, drag_point_step);
  measure_ruler_drags (self);
}

static gboolean
bench_song (guint   n_sections,
            guint   n_layers,
            double *playhead_ms,
            double *edit_ms)
{
  Bench self = { 0 };

  bench_open (&self, n_sections, n_layers);
  g_print ("\n%u sections × %u layers: from the song to its first frame %.0f ms (by the clock "
           "%.0f)\n", n_sections, n_layers, self.opened.cpu, self.opened.wall);
  g_print ("  %-36s %13s  %13s\n  %-36s %6s %6s  %6s %6s\n", "ms from a change to its picture",
           "processor", "clock", "", "median", "worst", "median", "worst");
  measure (&self, "nothing: a frame without a change", NULL);
  if (n_sections > 100)
    {
      maq_timeline_zoom_by (MAQ_TIMELINE (self.timeline), 2);
      settle (&self);
      measure_scroll (&self, "scroll, half the song");
      measure (&self, "jump, half the song", jump_step);
      measure (&self, "zoom, half the song", zoom_step);
      maq_timeline_zoom_by (MAQ_TIMELINE (self.timeline), n_sections / 20.0);
      settle (&self);
    }
  measure_near (&self, playhead_ms, edit_ms);
  bench_close (&self);
  return !self.has_missed;
}

static double
get_children_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

/* Processor time of a whole run in milliseconds, the shortest of some; below 0 if it fails. */
static double
time_start (const char *program,
            const char *argument)
{
  const char *const argv[] = { program, argument, NULL };
  double best_ms = G_MAXDOUBLE;

  for (int i = 0; i < N_STARTS; i++)
    {
      double start_ms = get_children_ms ();
      int status = 1;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                         &status, NULL) || status != 0)
        return -1;
      best_ms = MIN (best_ms, get_children_ms () - start_ms);
    }
  return best_ms;
}

/* The program until its first frame against an empty window that needs libadwaita alone. */
static gboolean
bench_start (const char *program,
             const char *empty)
{
  double empty_ms = time_start (empty, NULL);
  double start_ms = time_start (program, "--exit-after-startup");

  g_print ("start to first frame: %.0f ms, an empty window %.0f ms: %.2f, aim %.1f\n", start_ms,
           empty_ms, start_ms / empty_ms, START_AIM);
  return start_ms > 0 && start_ms <= START_AIM * empty_ms;
}

/* As the program looks: shadows and round corners are a good part of the work. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/maquette/Maquette/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
compare_sizes (const char *what,
               double      small_ms,
               double      large_ms)
{
  double ratio = large_ms / MAX (small_ms, 0.01);

  g_print ("%s, large song against small: %.2f, aim %.1f\n", what, ratio, SIZE_AIM);
  return ratio <= SIZE_AIM;
}

int
main (int   argc,
      char *argv[])
{
  double playhead_ms[2];
  double edit_ms[2];
  gboolean good;

  if (!gtk_init_check ())
    return 77;
  adw_init ();
  load_style ();
  g_print ("No frame is to take more than %.1f ms of the processor.\n", AIM_MS);
  good = bench_song (12, 10, &playhead_ms[0], &edit_ms[0]);
  good &= bench_song (1000, 200, &playhead_ms[1], &edit_ms[1]);
  g_print ("\n");
  good &= compare_sizes ("playhead step", playhead_ms[0], playhead_ms[1]);
  good &= compare_sizes ("edit of one part", edit_ms[0], edit_ms[1]);
  if (argc == 3)
    good &= bench_start (argv[1], argv[2]);
  return good ? 0 : 1;
}
