/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-audio-file.h"

#define PROGRESS_USEC (G_USEC_PER_SEC / 10)

typedef struct
{
  MaqAudioProgress  progress;
  gpointer          user_data;
  GCancellable     *cancellable;
  gint64            told_usec;
} Watch;

static gboolean
go_on (Watch      *watch,
       MaqRender  *render,
       GError    **error)
{
  gint64 now = g_get_monotonic_time ();

  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  if (watch->progress == NULL || now - watch->told_usec < PROGRESS_USEC)
    return TRUE;
  watch->told_usec = now;
  watch->progress ((double) maq_render_get_done (render)
                   / (double) MAX (maq_render_get_n_frames (render), 1), watch->user_data);
  return TRUE;
}

static void
tell_done (Watch *watch)
{
  if (watch->progress != NULL)
    watch->progress (1.0, watch->user_data);
}

static MaqAudioWriter *
open_writer (const char  *path,
             MaqRender   *render,
             GError     **error)
{
  const MaqAudioOptions options = { .n_frames = maq_render_get_n_frames (render) };

  return maq_audio_writer_new_with (path, maq_render_get_rate (render), &options, error);
}

gboolean
maq_audio_file_write (const char              *path,
                      MaqSoundfont            *font,
                      MaqPerformance          *performance,
                      const MaqRenderOptions  *options,
                      MaqAudioProgress         progress,
                      gpointer                 user_data,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  MaqRenderOptions mine = MAQ_RENDER_OPTIONS_INIT;
  Watch watch = { progress, user_data, cancellable, 0 };
  g_autoptr (MaqRender) render = NULL;
  g_autoptr (MaqAudioWriter) writer = NULL;
  g_autofree float *block = g_new (float, 2 * MAQ_RENDER_BLOCK);
  guint n;

  if (options != NULL)
    mine = *options;
  mine.stems = FALSE;
  render = maq_render_new (font, performance, &mine, error);
  if (render == NULL)
    return FALSE;
  writer = open_writer (path, render, error);
  if (writer == NULL)
    return FALSE;
  while ((n = maq_render_read (render, block, MAQ_RENDER_BLOCK)) > 0)
    if (!maq_audio_writer_write (writer, block, n, error) || !go_on (&watch, render, error))
      return FALSE;
  if (!maq_audio_writer_finish (writer, error))
    return FALSE;
  tell_done (&watch);
  return TRUE;
}

static gboolean
open_writers (GPtrArray          *writers,
              const char *const  *paths,
              guint               n_paths,
              MaqRender          *render,
              GError            **error)
{
  for (guint i = 0; i < n_paths; i++)
    {
      MaqAudioWriter *writer = NULL;

      if (paths[i] != NULL && (writer = open_writer (paths[i], render, error)) == NULL)
        return FALSE;
      g_ptr_array_add (writers, writer);
    }
  return TRUE;
}

static gboolean
write_blocks (MaqRender     *render,
              GPtrArray     *writers,
              float *const  *blocks,
              Watch         *watch,
              GError       **error)
{
  guint n;

  while ((n = maq_render_read_stems (render, blocks, MAQ_RENDER_BLOCK)) > 0)
    {
      for (guint i = 0; i < writers->len; i++)
        if (writers->pdata[i] != NULL
            && !maq_audio_writer_write (writers->pdata[i], blocks[i], n, error))
          return FALSE;
      if (!go_on (watch, render, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
maq_audio_file_write_stems (const char *const       *paths,
                            guint                    n_paths,
                            MaqSoundfont            *font,
                            MaqPerformance          *performance,
                            const MaqRenderOptions  *options,
                            MaqAudioProgress         progress,
                            gpointer                 user_data,
                            GCancellable            *cancellable,
                            GError                 **error)
{
  MaqRenderOptions mine = MAQ_RENDER_OPTIONS_INIT;
  Watch watch = { progress, user_data, cancellable, 0 };
  g_autoptr (MaqRender) render = NULL;
  g_autoptr (GPtrArray) writers = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (n_paths == maq_performance_get_n_lanes (performance), FALSE);

  if (options != NULL)
    mine = *options;
  mine.stems = TRUE;
  render = maq_render_new (font, performance, &mine, error);
  if (render == NULL)
    return FALSE;
  writers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_audio_writer_free);
  n_paths = MIN (n_paths, maq_render_get_n_stems (render));
  for (guint i = 0; i < n_paths; i++)
    g_ptr_array_add (blocks, g_new (float, 2 * MAQ_RENDER_BLOCK));
  if (!open_writers (writers, paths, n_paths, render, error)
      || !write_blocks (render, writers, (float *const *) blocks->pdata, &watch, error))
    return FALSE;
  for (guint i = 0; i < n_paths; i++)
    if (writers->pdata[i] != NULL && !maq_audio_writer_finish (writers->pdata[i], error))
      return FALSE;
  tell_done (&watch);
  return TRUE;
}
