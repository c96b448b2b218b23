/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All files grow together, block by block: the band is played once, layer by layer if there are
 * stems, and each file takes from it what is its own.
 */

#include "maq-export-sound-private.h"

#include <math.h>
#include <string.h>

#include "maq-export-words.h"
#include "maq-limiter.h"

#define PROGRESS_USEC (G_USEC_PER_SEC / 10)
#define HIGHEST_STEM_DB -1.5 /* of a sample; between samples there may be more */

/* A file that is being written. */
typedef struct
{
  MaqSoundFile   *file;
  MaqAudioWriter *writer;
  MaqLoudness    *meter;                      /* or NULL */
  MaqLimiter     *limiter;                    /* or NULL, with what waits for it */
  float           waiting[2 * MAQ_QUANTUM];
  guint           n_waiting;
  guint           n_skipped;                  /* frames of its delay still to be dropped */
  MaqFrame        n_left;                     /* to be written */
} Output;

typedef struct
{
  MaqExportSound *sound;
  MaqPerformance *performance;
  MaqSoundPlan   *plan;
  int             rate_hz;
  MaqFrame        lead;
  MaqFrame        n_frames;
  MaqBite        *clicks[2][MAQ_N_CLICK_STRENGTHS];
  MaqCueBook     *book;
  GArray         *placed_clicks;
  GArray         *placed_cues;
  GArray         *markers;
  MaqRender      *render;                     /* or NULL, if nothing of the band is wanted */
  guint           n_stems;                    /* 0 for the mix */
  float         **music;                      /* of each stem, or of the mix */
  GArray         *outputs;
  float           stem_gain;
  gboolean        measures;                   /* first, how loud stems get */
  MaqAudioProgress progress;
  gpointer        user_data;
  GCancellable   *cancellable;
  gint64          told_usec;
} Run;

static void
clear_output (Output *output)
{
  g_clear_pointer (&output->writer, maq_audio_writer_free);
  g_clear_pointer (&output->meter, maq_loudness_free);
  g_clear_pointer (&output->limiter, maq_limiter_free);
}

static void
clear_marker (MaqAudioMarker *marker)
{
  g_free ((char *) marker->label);
}

static void
stop_render (Run *self)
{
  for (guint i = 0; self->music != NULL && i < MAX (self->n_stems, 1); i++)
    g_free (self->music[i]);
  g_clear_pointer (&self->music, g_free);
  g_clear_pointer (&self->render, maq_render_free);
}

static void
clear_run (Run *self)
{
  stop_render (self);
  maq_sound_plan_free (self->plan);
  for (guint i = 0; i < 2 * MAQ_N_CLICK_STRENGTHS; i++)
    maq_bite_free (self->clicks[i / MAQ_N_CLICK_STRENGTHS][i % MAQ_N_CLICK_STRENGTHS]);
  maq_cue_book_free (self->book);
  g_clear_pointer (&self->placed_clicks, g_array_unref);
  g_clear_pointer (&self->placed_cues, g_array_unref);
  g_clear_pointer (&self->markers, g_array_unref);
  g_clear_pointer (&self->outputs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

static gboolean
wants (Run *self,
       gboolean (*has) (const MaqSoundFile *file))
{
  GArray *files = self->sound->files;

  for (guint i = 0; i < files->len; i++)
    if (has (&g_array_index (files, MaqSoundFile, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_cues (const MaqSoundFile *file)
{
  return file->has_cues;
}

static gboolean
has_mix (const MaqSoundFile *file)
{
  return file->has_mix;
}

static gboolean
is_stem (const MaqSoundFile *file)
{
  return file->layers != NULL;
}

/* Where clicks, cues and markers are */

static void
place_clicks (Run *self)
{
  guint n_clicks;
  const MaqPlannedClick *clicks = maq_sound_plan_get_clicks (self->plan, &n_clicks);

  for (guint count = 0; count < 2; count++)
    for (guint i = 0; i < MAQ_N_CLICK_STRENGTHS; i++)
      self->clicks[count][i] = maq_bite_new_click (self->rate_hz, (MaqClickStrength) i, count == 1);
  self->placed_clicks = g_array_new (FALSE, FALSE, sizeof (MaqPlacedBite));
  for (guint i = 0; i < n_clicks; i++)
    {
      const MaqPlacedBite placed = {
        clicks[i].frame, self->clicks[clicks[i].is_count ? 1 : 0][clicks[i].strength] };

      g_array_append_val (self->placed_clicks, placed);
    }
}

static MaqSection *
get_section (Run   *self,
             guint  index)
{
  return maq_form_get_section (maq_handoff_get_form (self->sound->handoff), index)->section;
}

static gboolean
place_cues (Run     *self,
            GError **error)
{
  guint n_sections;
  const MaqPlannedSection *sections = maq_sound_plan_get_sections (self->plan, &n_sections);

  self->placed_cues = g_array_new (FALSE, FALSE, sizeof (MaqPlacedBite));
  if (!wants (self, has_cues))
    return TRUE;
  self->book = maq_cue_book_new (self->rate_hz, self->sound->wish.speaks);
  for (guint i = 0; i < n_sections; i++)
    {
      MaqPlacedBite placed = { sections[i].cue_frame, NULL };

      if (placed.frame < 0)
        continue;
      placed.bite = maq_cue_book_find (self->book, get_section (self, sections[i].section),
                                       self->cancellable, error);
      if (placed.bite == NULL)
        return FALSE;
      g_array_append_val (self->placed_cues, placed);
    }
  return TRUE;
}

static void
place_markers (Run *self)
{
  guint n_sections;
  const MaqPlannedSection *sections = maq_sound_plan_get_sections (self->plan, &n_sections);

  self->markers = g_array_new (FALSE, FALSE, sizeof (MaqAudioMarker));
  g_array_set_clear_func (self->markers, (GDestroyNotify) clear_marker);
  for (guint i = 0; i < n_sections; i++)
    {
      MaqSection *section = get_section (self, sections[i].section);
      const MaqAudioMarker marker = { sections[i].frame,
                                      maq_export_dup_line (maq_export_get_name (section)) };

      g_array_append_val (self->markers, marker);
    }
}

/* What is played and written */

static gboolean
start_render (Run           *self,
              MaqSoundfont  *font,
              GError       **error)
{
  MaqRenderOptions options = {
    .rate_hz = self->rate_hz,
    .start_ticks = (double) maq_sound_plan_get_start (self->plan),
    .end_ticks = (double) maq_sound_plan_get_end (self->plan),
    .tail_seconds = self->sound->wish.plan.tail_seconds,
    .unlimited = TRUE,
    .stems = wants (self, is_stem),
  };

  if (!options.stems && !wants (self, has_mix))
    return TRUE;
  self->render = maq_render_new (font, self->performance, &options, error);
  if (self->render == NULL)
    return FALSE;
  if (options.stems)
    self->n_stems = maq_render_get_n_stems (self->render);
  self->music = g_new0 (float *, MAX (self->n_stems, 1));
  for (guint i = 0; i < MAX (self->n_stems, 1); i++)
    self->music[i] = g_new0 (float, 2 * MAQ_RENDER_BLOCK);
  return TRUE;
}

static gboolean
open_outputs (Run                *self,
              const char *const  *paths,
              GError            **error)
{
  static const struct { const char *ending; MaqSampleFormat samples; } kinds[] = {
    [MAQ_SOUND_WAV_24] = { ".wav", MAQ_SAMPLES_24 },
    [MAQ_SOUND_WAV_16] = { ".wav", MAQ_SAMPLES_16 },
    [MAQ_SOUND_WAV_FLOAT] = { ".wav", MAQ_SAMPLES_FLOAT },
    [MAQ_SOUND_FLAC_24] = { ".flac", MAQ_SAMPLES_24 },
    [MAQ_SOUND_FLAC_16] = { ".flac", MAQ_SAMPLES_16 },
    [MAQ_SOUND_OPUS] = { ".opus", MAQ_SAMPLES_24 },
    [MAQ_SOUND_MP3] = { ".mp3", MAQ_SAMPLES_24 },
  };
  const MaqAudioOptions options = {
    .ending = kinds[self->sound->wish.format].ending,
    .samples = kinds[self->sound->wish.format].samples,
    .markers = (const MaqAudioMarker *) (gpointer) self->markers->data,
    .n_markers = self->markers->len,
    .n_frames = self->n_frames,
  };

  self->outputs = g_array_new (FALSE, TRUE, sizeof (Output));
  g_array_set_clear_func (self->outputs, (GDestroyNotify) clear_output);
  for (guint i = 0; i < self->sound->files->len; i++)
    {
      Output output = { .file = &g_array_index (self->sound->files, MaqSoundFile, i),
                        .n_left = self->n_frames };

      output.writer = maq_audio_writer_new_with (paths[i], self->rate_hz, &options, error);
      if (output.writer == NULL)
        return FALSE;
      if (self->sound->wish.has_report)
        output.meter = maq_loudness_new ((guint) self->rate_hz, 2, MAQ_LOUDNESS_DEFAULT);
      if (output.file->has_mix)
        output.limiter = maq_limiter_new (self->rate_hz);
      if (output.limiter != NULL)
        output.n_skipped = maq_limiter_get_latency (output.limiter);
      g_array_append_val (self->outputs, output);
    }
  return TRUE;
}

static gboolean
put (Output       *self,
     const float  *interleaved,
     guint         n_frames,
     GError      **error)
{
  n_frames = (guint) MIN ((MaqFrame) n_frames, self->n_left);
  if (self->meter != NULL && n_frames > 0)
    maq_loudness_add (self->meter, interleaved, n_frames);
  self->n_left -= n_frames;
  return maq_audio_writer_write (self->writer, interleaved, n_frames, error);
}

/* The limiter works on whole quanta and gives them later than it gets them. */
static gboolean
put_quantum (Output  *self,
             GError **error)
{
  float sides[2][MAQ_QUANTUM];
  guint n_dropped = MIN (self->n_skipped, MAQ_QUANTUM);

  for (guint n = 0; n < 2 * MAQ_QUANTUM; n++)
    sides[n % 2][n / 2] = self->waiting[n];
  maq_limiter_run (self->limiter, sides[0], sides[1]);
  for (guint n = 0; n < 2 * MAQ_QUANTUM; n++)
    self->waiting[n] = sides[n % 2][n / 2];
  self->n_waiting = 0;
  self->n_skipped -= n_dropped;
  return put (self, self->waiting + 2 * n_dropped, MAQ_QUANTUM - n_dropped, error);
}

static gboolean
put_limited (Output       *self,
             const float  *interleaved,
             guint         n_frames,
             GError      **error)
{
  for (guint done = 0; done < n_frames;)
    {
      guint n = MIN (MAQ_QUANTUM - self->n_waiting, n_frames - done);

      memcpy (self->waiting + 2 * self->n_waiting, interleaved + 2 * done, 2 * n * sizeof (float));
      self->n_waiting += n;
      done += n;
      if (self->n_waiting == MAQ_QUANTUM && !put_quantum (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish_output (Output  *self,
               GError **error)
{
  while (self->limiter != NULL && self->n_left > 0)
    {
      memset (self->waiting + 2 * self->n_waiting, 0,
              2 * (MAQ_QUANTUM - self->n_waiting) * sizeof (float));
      if (!put_quantum (self, error))
        return FALSE;
    }
  if (self->meter != NULL)
    self->file->figures = maq_loudness_get_figures (self->meter);
  return maq_audio_writer_finish (self->writer, error);
}

/* Block by block */

static void
add_music (const float *music,
           float        gain,
           guint        n_frames,
           float       *interleaved)
{
  for (guint i = 0; i < 2 * n_frames; i++)
    interleaved[i] += gain * music[i];
}

static void
add_layers (Run    *self,
            GArray *layers,
            guint   n_frames,
            float  *interleaved)
{
  for (guint i = 0; i < layers->len; i++)
    {
      int lane = maq_performance_find_lane_id (self->performance, g_array_index (layers, MaqId, i));

      if (lane >= 0 && (guint) lane < self->n_stems)
        add_music (self->music[lane], self->stem_gain, n_frames, interleaved);
    }
}

static void
add_placed (Run      *self,
            GArray   *placed,
            MaqFrame  start,
            guint     n_frames,
            float    *interleaved)
{
  maq_bites_add ((const MaqPlacedBite *) (gpointer) placed->data, placed->len, self->rate_hz,
                 self->n_frames, start, n_frames, interleaved);
}

static gboolean
write_block (Run       *self,
             Output    *output,
             MaqFrame   start,
             guint      n_frames,
             gboolean   has_music,
             GError   **error)
{
  const MaqSoundFile *file = output->file;
  g_autofree float *block = g_new0 (float, 2 * n_frames);

  for (guint i = 0; has_music && file->has_mix && i < MAX (self->n_stems, 1); i++)
    add_music (self->music[i], 1.0f, n_frames, block);
  if (has_music && is_stem (file))
    add_layers (self, file->layers, n_frames, block);
  if (file->has_click)
    add_placed (self, self->placed_clicks, start, n_frames, block);
  if (file->has_cues)
    add_placed (self, self->placed_cues, start, n_frames, block);
  return output->limiter != NULL ? put_limited (output, block, n_frames, error)
                                 : put (output, block, n_frames, error);
}

/* Reads music for so many frames; what it does not give is silence. */
static void
read_music (Run   *self,
            guint  n_frames)
{
  guint n_read = self->n_stems > 0
                 ? maq_render_read_stems (self->render, self->music, n_frames)
                 : maq_render_read (self->render, self->music[0], n_frames);

  for (guint i = 0; i < MAX (self->n_stems, 1); i++)
    memset (self->music[i] + 2 * n_read, 0, 2 * (n_frames - n_read) * sizeof (float));
}

static gboolean
go_on (Run       *self,
       MaqFrame   done,
       GError   **error)
{
  gint64 now = g_get_monotonic_time ();

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->progress != NULL && (now - self->told_usec >= PROGRESS_USEC || done == self->n_frames))
    {
      double fraction = (double) done / (double) self->n_frames;

      self->told_usec = now;
      if (self->measures)
        fraction = 0.5 * fraction + (self->outputs != NULL ? 0.5 : 0.0);
      self->progress (fraction, self->user_data);
    }
  return TRUE;
}

static float
find_peak (Run   *self,
           guint  n_frames,
           float *block)
{
  float peak = 0.0f;

  for (guint i = 0; i < self->sound->files->len; i++)
    {
      const MaqSoundFile *file = &g_array_index (self->sound->files, MaqSoundFile, i);

      if (!is_stem (file))
        continue;
      memset (block, 0, 2 * n_frames * sizeof *block);
      add_layers (self, file->layers, n_frames, block);
      for (guint n = 0; n < 2 * n_frames; n++)
        peak = MAX (peak, fabsf (block[n]));
    }
  return peak;
}

/* All of it once without writing: how much the stems have to be turned down. */
static gboolean
measure_stems (Run           *self,
               MaqSoundfont  *font,
               GError       **error)
{
  g_autofree float *block = g_new (float, 2 * MAQ_RENDER_BLOCK);
  float peak = 0.0f;
  guint n_frames;

  if (!start_render (self, font, error))
    return FALSE;
  for (MaqFrame start = self->lead; start < self->n_frames; start += n_frames)
    {
      n_frames = (guint) MIN ((MaqFrame) MAQ_RENDER_BLOCK, self->n_frames - start);
      read_music (self, n_frames);
      peak = MAX (peak, find_peak (self, n_frames, block));
      if (!go_on (self, start + n_frames, error))
        return FALSE;
    }
  stop_render (self);
  if (peak > 0.0f)
    self->sound->stem_gain_db = MIN (0.0, floor (HIGHEST_STEM_DB - 20.0 * log10 (peak)));
  self->stem_gain = (float) pow (10.0, self->sound->stem_gain_db / 20.0);
  return TRUE;
}

static gboolean
write_blocks (Run     *self,
              GError **error)
{
  guint n_frames;

  for (MaqFrame start = 0; start < self->n_frames; start += n_frames)
    {
      gboolean has_music = self->render != NULL && start >= self->lead;
      MaqFrame end = start < self->lead ? self->lead : self->n_frames;

      n_frames = (guint) MIN ((MaqFrame) MAQ_RENDER_BLOCK, end - start);
      if (has_music)
        read_music (self, n_frames);
      for (guint i = 0; i < self->outputs->len; i++)
        if (!write_block (self, &g_array_index (self->outputs, Output, i), start, n_frames,
                          has_music, error))
          return FALSE;
      if (!go_on (self, start + n_frames, error))
        return FALSE;
    }
  for (guint i = 0; i < self->outputs->len; i++)
    if (!finish_output (&g_array_index (self->outputs, Output, i), error))
      return FALSE;
  return TRUE;
}

gboolean
maq_sound_run (MaqExportSound     *sound,
               MaqPerformance     *performance,
               const char *const  *paths,
               MaqSoundfont       *font,
               MaqAudioProgress    progress,
               gpointer            user_data,
               GCancellable       *cancellable,
               GError            **error)
{
  g_auto(Run) self = {
    .sound = sound,
    .performance = performance,
    .plan = maq_sound_plan_new (sound->handoff, performance, &sound->wish.plan),
    .rate_hz = sound->wish.plan.rate_hz,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
    .stem_gain = 1.0f,
  };

  self.lead = maq_sound_plan_get_lead (self.plan);
  self.n_frames = maq_sound_plan_get_n_frames (self.plan);
  /* floats hold whatever there is */
  self.measures = wants (&self, is_stem) && sound->wish.format != MAQ_SOUND_WAV_FLOAT;
  sound->stem_gain_db = 0.0;
  place_clicks (&self);
  place_markers (&self);
  return place_cues (&self, error)
         && (!self.measures || measure_stems (&self, font, error))
         && start_render (&self, font, error)
         && open_outputs (&self, paths, error)
         && write_blocks (&self, error);
}
