/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The timeline against a frame of a 60 Hz screen, for a song of ten by ten and
 * one of 1,000 sections × 200 layers; and the program's start against that of
 * an empty window. Each time is the work of a frame, from the change to the
 * end of painting, at 1600 × 900. All are processor times, so that other
 * programs do not count.
 */

#include <adwaita.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "maq-chord-text.h"
#include "maq-limits.h"
#include "maq-timeline.h"

#define FRAME_MS (1000.0 / 60.0)
#define N_STEPS 40
#define N_STARTS 5
#define START_AIM 1.5

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *timeline;
  GtkAdjustment *across;
  MaqEditor     *editor;
  gint64         paint_start_us;
  gint64         paint_us;
  MaqId          visible;  /* a section that is in view */
} Bench;

typedef void (*BenchStep) (Bench *self,
                           int    step);

static MaqVec *
create_parts (guint section,
              guint n_layers)
{
  g_autofree MaqPart **parts = g_new (MaqPart *, n_layers);
  MaqVec *vec;

  for (guint i = 0; i < n_layers; i++)
    {
      const MaqPartFields fields = {
        .layer = i + 1,
        .level = (int) ((section * 7 + i * 3) % (MAQ_LEVEL_MAX + 1)),
      };

      parts[i] = maq_part_new (&fields);
    }
  vec = maq_vec_new (&maq_part_vec_class, (const gpointer *) parts, n_layers);
  for (guint i = 0; i < n_layers; i++)
    maq_part_unref (parts[i]);
  return vec;
}

static MaqVec *
create_sections (guint n_sections,
                 guint n_layers)
{
  g_autofree MaqSection **sections = g_new (MaqSection *, n_sections);
  int chord_bars = 0;
  g_autoptr (MaqVec) chords = maq_chord_text_parse ("| C | G/B Am7 | % | >F . G7sus4 G |",
                                                    (MaqMeter) { 4, 4 }, NULL, &chord_bars, NULL);
  MaqVec *vec;

  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (MaqVec) parts = create_parts (i, n_layers);
      g_autofree char *name = g_strdup_printf ("Section %u", i + 1);
      const MaqSectionFields fields = {
        .id = i + 1,
        .kind = (MaqSectionKind) (i % MAQ_N_SECTION_KINDS),
        .name = name,
        .bars = 8,
        .chords = chords,
        .chord_bars = chord_bars,
        .parts = parts,
      };

      sections[i] = maq_section_new (&fields);
    }
  vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections, n_sections);
  for (guint i = 0; i < n_sections; i++)
    maq_section_unref (sections[i]);
  return vec;
}

static MaqVec *
create_layers (guint n_layers)
{
  g_autofree MaqLayer **layers = g_new (MaqLayer *, n_layers);
  MaqVec *vec;

  for (guint i = 0; i < n_layers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Layer %u", i + 1);
      const MaqLayerFields fields = {
        .id = i + 1,
        .name = name,
        .role = (MaqRole) (i % MAQ_N_ROLES),
      };

      layers[i] = maq_layer_new (&fields);
    }
  vec = maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers, n_layers);
  for (guint i = 0; i < n_layers; i++)
    maq_layer_unref (layers[i]);
  return vec;
}

static MaqProject *
create_project (guint n_sections,
                guint n_layers)
{
  g_autoptr (MaqVec) layers = create_layers (n_layers);
  g_autoptr (MaqVec) sections = create_sections (n_sections, n_layers);
  const MaqArrangementFields arrangement_fields = {
    .id = 1, .name = "Large", .layers = layers, .sections = sections,
  };
  g_autoptr (MaqArrangement) arrangement = maq_arrangement_new (&arrangement_fields);
  g_autoptr (MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class,
                                                 (const gpointer *) &arrangement, 1);
  const MaqSongFields song_fields = {
    .id = 1, .title = "Large", .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .tempo_qpm = 100,
    .meter = { 4, 4 }, .current = 1, .arrangements = arrangements,
  };
  g_autoptr (MaqSong) song = maq_song_new (&song_fields);
  g_autoptr (MaqVec) songs = maq_vec_new (&maq_song_vec_class, (const gpointer *) &song, 1);
  const MaqProjectFields fields = { .current = 1, .songs = songs };

  return maq_project_new (&fields);
}

#define SECTION_TICKS (8 * 4 * MAQ_TICKS_PER_QUARTER)
#define N_PHRASES 499
#define NOTES_PER_PHRASE 96

static MaqPhrase *
create_phrase (guint number)
{
  MaqNote notes[NOTES_PER_PHRASE];

  for (guint i = 0; i < NOTES_PER_PHRASE; i++)
    notes[i] = (MaqNote) {
      .start_ticks = (gint32) (SECTION_TICKS / NOTES_PER_PHRASE * i),
      .length_ticks = 240,
      .key = (guint8) (40 + (i * 7 + number) % 30),
      .velocity = 90,
    };
  return maq_phrase_new (notes, NOTES_PER_PHRASE, -1, -1);
}

/* As many notes as a band plays; some phrases serve many cells, or they would fill the memory. */
static MaqPerformance *
create_performance (guint n_sections,
                    guint n_layers)
{
  g_autofree MaqSpan *spans = g_new0 (MaqSpan, n_sections);
  g_autoptr (GPtrArray) phrases =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_phrase_unref);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);
  g_autofree MaqPhrase **row = g_new (MaqPhrase *, n_sections);
  const MaqStrip strip = { 0 };

  for (guint i = 0; i < N_PHRASES; i++)
    g_ptr_array_add (phrases, create_phrase (i));
  for (guint i = 0; i < n_sections; i++)
    spans[i] = (MaqSpan) {
      .id = i + 1, .start_ticks = (MaqTick) i * SECTION_TICKS, .length_ticks = SECTION_TICKS,
      .tempo_qpm = 100, .beats = 4, .unit = 4, .beat_ticks = MAQ_TICKS_PER_QUARTER,
      .first_bar = i * 8, .n_bars = 8,
    };
  for (guint lane = 0; lane < n_layers; lane++)
    {
      for (guint i = 0; i < n_sections; i++)
        row[i] = g_ptr_array_index (phrases, (lane * 31 + i) % N_PHRASES);
      g_ptr_array_add (lanes, maq_lane_new (lane + 1, "", FALSE, 0, 0, &strip, row, n_sections));
    }
  return maq_performance_new (spans, n_sections, (MaqLane *const *) lanes->pdata, n_layers, NULL,
                              NULL);
}

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->paint_start_us = get_cpu_us ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  self->paint_us = get_cpu_us () - self->paint_start_us;
}

static void
run_frame (Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  self->paint_us = -1;
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT |
                                          GDK_FRAME_CLOCK_PHASE_PAINT);
  while (self->paint_us < 0)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
settle_cb (gpointer is_settled)
{
  *(gboolean *) is_settled = TRUE;
  return G_SOURCE_REMOVE;
}

static void
bench_open (Bench *self,
            guint  n_sections,
            guint  n_layers)
{
  g_autoptr (MaqProject) root = create_project (n_sections, n_layers);
  g_autoptr (MaqDocument) document = maq_document_new (root);
  g_autoptr (MaqPerformance) performance = create_performance (n_sections, n_layers);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *overview = g_object_new (MAQ_TYPE_OVERVIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GdkFrameClock *clock;
  gboolean is_settled = FALSE;

  self->editor = maq_editor_new (document);
  self->timeline = maq_timeline_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->timeline);
  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1600, 900);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), overview);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  maq_timeline_set_overview (MAQ_TIMELINE (self->timeline), MAQ_OVERVIEW (overview));
  maq_timeline_set_editor (MAQ_TIMELINE (self->timeline), self->editor);
  maq_timeline_set_performance (MAQ_TIMELINE (self->timeline), performance);
  gtk_window_present (GTK_WINDOW (self->window));
  /* the window system may take its time to say how large the window is, and say it twice */
  while (gtk_widget_get_width (self->timeline) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_timeout_add (500, settle_cb, &is_settled);
  while (!is_settled)
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  for (int i = 0; i < 8; i++)
    run_frame (self);
}

static void
bench_close (Bench *self)
{
  maq_document_close (maq_editor_get_document (self->editor));
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->editor);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* Median and worst of the steps in milliseconds. */
static double
measure (Bench      *self,
         BenchStep   step,
         double     *worst_ms)
{
  double times[N_STEPS];

  for (int i = 0; i < N_STEPS; i++)
    {
      gint64 start_us = get_cpu_us ();

      step (self, i);
      times[i] = (double) (get_cpu_us () - start_us) / 1000.0;
      run_frame (self);
      times[i] += (double) self->paint_us / 1000.0;
    }
  qsort (times, N_STEPS, sizeof times[0], compare_times);
  *worst_ms = times[N_STEPS - 1];
  return times[N_STEPS / 2];
}

static void
scroll_step (Bench *self,
             int    step)
{
  gtk_adjustment_set_value (self->across, 200 + step * 37);
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

static void
edit_step (Bench *self,
           int    step)
{
  maq_editor_apply (self->editor, maq_move_part_level (self->visible, 2, step % MAQ_LEVEL_MAX));
}

static gboolean
report (const char *what,
        double      median_ms,
        double      worst_ms)
{
  g_print ("%-34s %6.2f ms, worst %6.2f ms: %.2f of a frame\n", what, median_ms, worst_ms,
           median_ms / FRAME_MS);
  return median_ms <= FRAME_MS;
}

static gboolean
bench_song (guint   n_sections,
            guint   n_layers,
            double *playhead_ms)
{
  Bench self = { 0 };
  gboolean good = TRUE;
  double worst_ms;
  double median_ms;

  bench_open (&self, n_sections, n_layers);
  g_print ("%u sections × %u layers\n", n_sections, n_layers);
  maq_timeline_zoom_by (MAQ_TIMELINE (self.timeline), 2);
  for (int i = 0; i < 4; i++)
    run_frame (&self);
  median_ms = measure (&self, scroll_step, &worst_ms);
  good &= report ("  scroll, half the song in view", median_ms, worst_ms);
  median_ms = measure (&self, zoom_step, &worst_ms);
  good &= report ("  zoom, half the song in view", median_ms, worst_ms);
  maq_timeline_zoom_by (MAQ_TIMELINE (self.timeline), n_sections / 20.0);
  for (int i = 0; i < 4; i++)
    run_frame (&self);
  median_ms = measure (&self, scroll_step, &worst_ms);
  good &= report ("  scroll, a dozen sections in view", median_ms, worst_ms);
  median_ms = measure (&self, zoom_step, &worst_ms);
  good &= report ("  zoom, a dozen sections in view", median_ms, worst_ms);
  *playhead_ms = measure (&self, playhead_step, &worst_ms);
  good &= report ("  playhead step", *playhead_ms, worst_ms);
  gtk_adjustment_set_value (self.across, 0);
  self.visible = 2;
  run_frame (&self);
  median_ms = measure (&self, edit_step, &worst_ms);
  good &= report ("  edit of one part", median_ms, worst_ms);
  bench_close (&self);
  return good;
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

int
main (int   argc,
      char *argv[])
{
  double small_ms;
  double large_ms;
  gboolean good;

  if (!gtk_init_check ())
    return 77;
  adw_init ();
  good = bench_song (10, 10, &small_ms);
  good &= bench_song (1000, 200, &large_ms);
  g_print ("playhead step, large against small: %.2f\n", large_ms / MAX (small_ms, 0.01));
  if (argc == 3)
    good &= bench_start (argv[1], argv[2]);
  return good ? 0 : 1;
}
