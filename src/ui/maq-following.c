/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-following.h"

#include "maq-follow-band.h"

#define PROGRESS_MSEC 100

/* What outlives a search: what was measured is not measured again. */
typedef struct
{
  GMutex        mutex;      /* one search at a time; the one that was stopped may still end */
  MaqSoundfont *font;
  MaqCompiler  *compiler;
  MaqMeasurer  *measurer;
} Tools;

/* What was measured elsewhere; a value. */
typedef struct
{
  MaqSoundfont   *font;
  MaqPerformance *performance;
  GPtrArray      *measures;
} Lesson;

/* One search, which the worker and the main loop share. */
typedef struct
{
  Tools        *tools;
  Lesson       *lesson;     /* or NULL */
  MaqSoundfont *font;
  MaqProject   *root;
  MaqId        *sections;
  guint         n_sections;
  MaqFollow    *follow;     /* that is measured in parts; NULL to look for one */
  gboolean     *wanted;
  int           step;       /* these are written by the worker, and read outside */
  int           round;
  int           permille;
} Search;

struct _MaqFollowing
{
  GObject       parent_instance;

  Tools        *tools;
  Lesson       *lesson;
  MaqSoundfont *font;         /* of the latest search */
  Search       *search;       /* NULL while there is none */
  GCancellable *cancellable;
  guint         progress_id;
};

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MaqFollowing, maq_following, G_TYPE_OBJECT)

static void
tools_clear (gpointer data)
{
  Tools *self = data;

  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->compiler, maq_compiler_free);
  g_clear_pointer (&self->measurer, maq_measurer_free);
  g_clear_pointer (&self->font, maq_soundfont_unref);
}

static void
lesson_clear (gpointer data)
{
  Lesson *self = data;

  maq_soundfont_unref (self->font);
  maq_performance_unref (self->performance);
  g_ptr_array_unref (self->measures);
}

static void
lesson_unref (gpointer lesson)
{
  g_atomic_rc_box_release_full (lesson, lesson_clear);
}

static void
search_clear (gpointer data)
{
  Search *self = data;

  g_atomic_rc_box_release_full (self->tools, tools_clear);
  g_clear_pointer (&self->lesson, lesson_unref);
  maq_soundfont_unref (self->font);
  g_clear_pointer (&self->root, maq_project_unref);
  g_clear_pointer (&self->follow, maq_follow_unref);
  g_free (self->sections);
  g_free (self->wanted);
}

static void
search_unref (gpointer search)
{
  g_atomic_rc_box_release_full (search, search_clear);
}

static void
progress_in_thread (guint       done,
                    guint       total,
                    guint       index,
                    MaqMeasure *measure,
                    gpointer    user_data)
{
  Search *search = user_data;

  g_atomic_int_set (&search->permille, (int) (done * 1000 / MAX (total, 1)));
}

/* A search in its thread */
typedef struct
{
  Search        *search;
  MaqFollowBand  band;
} Work;

static gboolean
measure_in_thread (MaqProject    *root,
                   MaqFigures    *figures,
                   gpointer       user_data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Work *work = user_data;
  gboolean measured;

  g_atomic_int_set (&work->search->step, MAQ_FOLLOWING_STEP_MEASURING);
  measured = maq_follow_band_measure (root, figures, &work->band, cancellable, error);
  g_atomic_int_set (&work->search->step, MAQ_FOLLOWING_STEP_SEARCHING);
  g_atomic_int_set (&work->search->permille, 0);
  g_atomic_int_inc (&work->search->round);
  return measured;
}

static void
prepare (Tools  *self,
         Search *search)
{
  const Lesson *lesson = search->lesson;

  if (self->compiler == NULL)
    self->compiler = maq_compiler_new (NULL);
  if (self->font != search->font)
    {
      g_clear_pointer (&self->measurer, maq_measurer_free);
      g_clear_pointer (&self->font, maq_soundfont_unref);
      self->font = maq_soundfont_ref (search->font);
      self->measurer = maq_measurer_new (search->font);
    }
  if (lesson != NULL && lesson->font == search->font)
    maq_measurer_learn (self->measurer, lesson->performance, lesson->measures);
}

static MaqFollow *
find (Search        *search,
      GCancellable  *cancellable,
      GError       **error)
{
  Work work = { search, { search->tools->compiler, search->tools->measurer, progress_in_thread,
                          search } };
  MaqFollow *follow;

  if (search->follow != NULL)
    follow = maq_follow_measure_wanted (search->follow, search->wanted, measure_in_thread, &work,
                                        cancellable, error);
  else
    follow = maq_follow_new (search->root, search->sections, search->n_sections,
                             measure_in_thread, &work, cancellable, error);
  g_clear_pointer (&work.band.first, maq_performance_unref);
  return follow;
}

static void
follow_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Search *search = task_data;
  GError *error = NULL;
  MaqFollow *follow;

  g_mutex_lock (&search->tools->mutex);
  prepare (search->tools, search);
  follow = find (search, cancellable, &error);
  g_mutex_unlock (&search->tools->mutex);
  if (follow != NULL)
    g_task_return_pointer (task, follow, (GDestroyNotify) maq_follow_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
progress_cb (gpointer data)
{
  MaqFollowing *self = data;

  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0,
                 (guint) g_atomic_int_get (&self->search->step),
                 (guint) g_atomic_int_get (&self->search->round),
                 g_atomic_int_get (&self->search->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  MaqFollowing *self = MAQ_FOLLOWING (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqFollow) follow = NULL;

  /* what was stopped says nothing any more */
  if (self->search != g_task_get_task_data (G_TASK (result)))
    return;
  follow = g_task_propagate_pointer (G_TASK (result), &error);
  maq_following_stop (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, follow, error != NULL ? error->message : NULL);
}

static void
maq_following_dispose (GObject *object)
{
  MaqFollowing *self = MAQ_FOLLOWING (object);

  maq_following_stop (self);
  g_clear_pointer (&self->lesson, lesson_unref);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  if (self->tools != NULL)
    g_atomic_rc_box_release_full (g_steal_pointer (&self->tools), tools_clear);
  G_OBJECT_CLASS (maq_following_parent_class)->dispose (object);
}

static void
maq_following_class_init (MaqFollowingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_following_dispose;
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", MAQ_TYPE_FOLLOWING, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT,
                                           G_TYPE_UINT, G_TYPE_DOUBLE);
  signals[SIGNAL_DONE] = g_signal_new ("done", MAQ_TYPE_FOLLOWING, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
maq_following_init (MaqFollowing *self)
{
  self->tools = g_atomic_rc_box_new0 (Tools);
  g_mutex_init (&self->tools->mutex);
}

MaqFollowing *
maq_following_new (void)
{
  return g_object_new (MAQ_TYPE_FOLLOWING, NULL);
}

static Search *
search_new (MaqFollowing *self)
{
  Search *search = g_atomic_rc_box_new0 (Search);

  search->tools = g_atomic_rc_box_acquire (self->tools);
  search->lesson = self->lesson == NULL ? NULL : g_atomic_rc_box_acquire (self->lesson);
  search->font = maq_soundfont_ref (self->font);
  return search;
}

static void
start (MaqFollowing *self,
       Search       *search)
{
  g_autoptr (GTask) task = NULL;

  self->search = search;
  self->cancellable = g_cancellable_new ();
  self->progress_id = g_timeout_add (PROGRESS_MSEC, progress_cb, self);
  task = g_task_new (self, self->cancellable, done_cb, NULL);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->search), search_unref);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, follow_in_thread);
}

void
maq_following_start (MaqFollowing *self,
                     MaqSoundfont *font,
                     MaqProject   *root,
                     const MaqId  *sections,
                     guint         n_sections)
{
  Search *search;

  maq_following_stop (self);
  g_clear_pointer (&self->font, maq_soundfont_unref);
  self->font = maq_soundfont_ref (font);
  search = search_new (self);
  search->root = maq_project_ref (root);
  search->sections = g_memdup2 (sections, n_sections * sizeof *sections);
  search->n_sections = n_sections;
  start (self, search);
}

void
maq_following_measure_wanted (MaqFollowing   *self,
                              MaqFollow      *follow,
                              const gboolean *wanted)
{
  Search *search;

  g_return_if_fail (self->font != NULL);

  maq_following_stop (self);
  search = search_new (self);
  search->follow = maq_follow_ref (follow);
  search->wanted = g_memdup2 (wanted, maq_follow_get_n_sections (follow) * sizeof *wanted);
  start (self, search);
}

void
maq_following_learn (MaqFollowing   *self,
                     MaqSoundfont   *font,
                     MaqPerformance *performance,
                     GPtrArray      *measures)
{
  g_clear_pointer (&self->lesson, lesson_unref);
  self->lesson = g_atomic_rc_box_new0 (Lesson);
  self->lesson->font = maq_soundfont_ref (font);
  self->lesson->performance = maq_performance_ref (performance);
  self->lesson->measures = g_ptr_array_ref (measures);
}

void
maq_following_stop (MaqFollowing *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->search, search_unref);
}
