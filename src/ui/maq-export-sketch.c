/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-sketch.h"

#include <string.h>

#include "maq-compiler.h"

/* More than that nobody reads in a small window. */
#define MOST_TEXT 40000

typedef struct
{
  MaqHandoff          *handoff;
  const MaqExportKind *kind;
  MaqExportOptions     options;
  char                *player;
  MaqExportSketch     *sketch;
  GError              *error;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  maq_handoff_unref (work->handoff);
  g_free (work->player);
  g_clear_pointer (&work->sketch, maq_export_sketch_free);
  g_clear_error (&work->error);
  g_free (work);
}

void
maq_export_sketch_free (MaqExportSketch *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

static void
add_sheet (Work            *work,
           MaqExportSketch *sketch,
           const char      *which)
{
  MaqSheet *sheet = work->kind->lay_out (work->handoff, &work->options, which);

  if (sheet != NULL)
    g_ptr_array_add (sketch->sheets, sheet);
}

static void
lay_out (Work            *work,
         MaqExportSketch *sketch)
{
  g_auto (GStrv) all = NULL;

  sketch->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_sheet_free);
  if (work->kind->list == NULL || work->player != NULL)
    {
      add_sheet (work, sketch, work->kind->list != NULL ? work->player : NULL);
      return;
    }
  all = work->kind->list (work->handoff);
  for (guint i = 0; all[i] != NULL; i++)
    add_sheet (work, sketch, all[i]);
}

/* Cut between letters; what is no text is not taken for it. */
static char *
dup_beginning (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end;

  if (!g_utf8_validate (data, (gssize) MIN (size, MOST_TEXT), &end) && end + 4 < data + size
      && end - data < MOST_TEXT - 4)
    return NULL;
  return g_strndup (data, (gsize) (end - data));
}

static void
make (Work            *work,
      MaqExportSketch *sketch)
{
  MaqExportSource source = { work->handoff, NULL, NULL };
  MaqExportOptions silent = work->options;
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (work->kind->plays)
    {
      g_autoptr (MaqCompiler) compiler = maq_compiler_new (NULL);

      performance = maq_compiler_compile_arrangement (compiler,
                                                      maq_handoff_get_song (work->handoff),
                                                      maq_handoff_get_arrangement (work->handoff));
      source.performance = performance;
    }
  /* sound would take its time, and is not seen */
  silent.inside = (MaqSoundWish) { 0 };
  bytes = maq_export_make (work->kind, &source, &silent, NULL, work->kind->suffixes[0],
                           &work->error);
  if (bytes == NULL)
    return;
  sketch->bytes = g_bytes_get_size (bytes);
  if (work->kind->group == MAQ_EXPORT_GROUP_TEXT && strcmp (work->kind->id, "html") != 0)
    sketch->text = dup_beginning (bytes);
}

static gpointer
work_cb (gpointer data)
{
  Work *work = data;

  work->sketch = g_new0 (MaqExportSketch, 1);
  if (work->kind->lay_out != NULL)
    lay_out (work, work->sketch);
  else if (work->kind->write != NULL)
    make (work, work->sketch);
  return NULL;
}

/* In a thread of its own, as fonts belong to the thread that has looked for them first: this one
 * ends, and then the sheets are the window's alone. */
static void
sketch_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Work *work = task_data;

  g_thread_join (g_thread_new ("maq-sketch", work_cb, work));
  if (work->error != NULL)
    g_task_return_error (task, g_steal_pointer (&work->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&work->sketch),
                           (GDestroyNotify) maq_export_sketch_free);
}

void
maq_export_sketch_async (MaqHandoff             *handoff,
                         const MaqExportKind    *kind,
                         const MaqExportOptions *options,
                         const char             *player,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->handoff = maq_handoff_ref (handoff);
  work->kind = kind;
  work->options = *options;
  work->player = g_strdup (player);
  g_task_set_source_tag (task, maq_export_sketch_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, sketch_in_thread);
}

MaqExportSketch *
maq_export_sketch_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
