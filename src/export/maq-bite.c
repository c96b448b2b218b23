/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-bite-private.h"

#include <math.h>

#define FADE_SECONDS 0.005

#define CLICK_SECONDS 0.1
#define CLICK_ATTACK_SECONDS 0.0004
#define CLICK_DECAY_SECONDS 0.014
#define COUNT_RATIO 1.5

#define CUE_SECONDS 1.0
#define CUE_ATTACK_SECONDS 0.002
#define CUE_DECAY_SECONDS 0.22
#define CUE_OVERTONE_DECAY_SECONDS 0.05
#define CUE_STROKE_SECONDS 0.16
#define CUE_LEVEL 0.26f

static const struct
{
  double hz;
  double level;
} clicks[MAQ_N_CLICK_STRENGTHS] = {
  [MAQ_CLICK_BEAT] = { 1174.7, 0.22 },
  [MAQ_CLICK_GROUP] = { 1480.0, 0.31 },
  [MAQ_CLICK_BAR] = { 1760.0, 0.42 },
};

/* In C major, the higher the more is usually going on: MIDI keys; README.md has them as names. */
static const guint8 keys[MAQ_N_SECTION_KINDS] = {
  [MAQ_SECTION_OUTRO] = 60, [MAQ_SECTION_BREAKDOWN] = 62, [MAQ_SECTION_TAG] = 64,
  [MAQ_SECTION_INTRO] = 65, [MAQ_SECTION_INTERLUDE] = 67, [MAQ_SECTION_VERSE] = 69,
  [MAQ_SECTION_OTHER] = 71, [MAQ_SECTION_BRIDGE] = 72, [MAQ_SECTION_PRE_CHORUS] = 74,
  [MAQ_SECTION_SOLO] = 76, [MAQ_SECTION_BUILD] = 77, [MAQ_SECTION_CHORUS] = 79,
  [MAQ_SECTION_POST_CHORUS] = 81, [MAQ_SECTION_DROP] = 84,
};

static MaqBite *
new_silence (guint n_frames)
{
  MaqBite *self = g_new0 (MaqBite, 1);

  self->n_frames = n_frames;
  self->samples = g_new0 (float, 2 * n_frames);
  return self;
}

static void
add_sample (MaqBite *self,
            guint    frame,
            double   sample)
{
  self->samples[2 * frame] += (float) sample;
  self->samples[2 * frame + 1] += (float) sample;
}

/* Down to nothing at the end, however much is left of it. */
static double
fade (guint  left_frames,
      double fade_frames)
{
  return MIN (left_frames / fade_frames, 1.0);
}

MaqBite *
maq_bite_new_click (int              rate_hz,
                    MaqClickStrength strength,
                    gboolean         is_count)
{
  MaqBite *self = new_silence ((guint) (CLICK_SECONDS * rate_hz));
  double hz = clicks[strength].hz * (is_count ? COUNT_RATIO : 1.0);

  /* half a frame on, so that the first frame is not silent: it is the beat */
  for (guint n = 0; n < self->n_frames; n++)
    {
      double seconds = (n + 0.5) / rate_hz;
      double rise = MIN (seconds / CLICK_ATTACK_SECONDS, 1.0);

      add_sample (self, n, clicks[strength].level * rise * exp (-seconds / CLICK_DECAY_SECONDS)
                           * sin (2.0 * G_PI * hz * seconds)
                           * fade (self->n_frames - n, FADE_SECONDS * rate_hz));
    }
  return self;
}

static void
add_stroke (MaqBite *self,
            int      rate_hz,
            double   hz,
            guint    from)
{
  for (guint n = from; n < self->n_frames; n++)
    {
      double seconds = (n - from + 0.5) / rate_hz;
      double rise = MIN (seconds / CUE_ATTACK_SECONDS, 1.0);
      double tone = 0.8 * exp (-seconds / CUE_DECAY_SECONDS) * sin (2.0 * G_PI * hz * seconds)
                    + 0.2 * exp (-seconds / CUE_OVERTONE_DECAY_SECONDS)
                      * sin (2.0 * G_PI * 4.0 * hz * seconds);

      add_sample (self, n, CUE_LEVEL * rise * tone
                           * fade (self->n_frames - n, FADE_SECONDS * rate_hz));
    }
}

MaqBite *
maq_bite_new_cue (int            rate_hz,
                  MaqSectionKind kind)
{
  MaqBite *self = new_silence ((guint) (CUE_SECONDS * rate_hz));
  double hz = 440.0 * pow (2.0, (keys[kind] - 69) / 12.0);

  add_stroke (self, rate_hz, hz, 0);
  add_stroke (self, rate_hz, hz, (guint) (CUE_STROKE_SECONDS * rate_hz));
  return self;
}

MaqBite *
maq_bite_new_take (float    *samples,
                   guint     n_frames,
                   gboolean  raises)
{
  MaqBite *self = g_new0 (MaqBite, 1);
  float peak = 0.0f;

  self->samples = samples;
  self->n_frames = n_frames;
  for (guint i = 0; i < 2 * n_frames; i++)
    {
      /* files of floats may hold what is no number */
      if (!isfinite (samples[i]))
        samples[i] = 0.0f;
      peak = MAX (peak, fabsf (samples[i]));
    }
  if (peak > MAQ_BITE_PEAK || (raises && peak > 0.0f))
    for (guint i = 0; i < 2 * n_frames; i++)
      samples[i] *= MAQ_BITE_PEAK / peak;
  return self;
}

void
maq_bite_free (MaqBite *self)
{
  if (self == NULL)
    return;
  g_free (self->samples);
  g_free (self);
}

static void
add_bite (const MaqPlacedBite *placed,
          MaqFrame             cut,
          double               fade_frames,
          MaqFrame             start,
          guint                n_frames,
          float               *interleaved)
{
  MaqFrame end = MIN (placed->frame + placed->bite->n_frames, cut);
  MaqFrame from = MAX (placed->frame, start);
  MaqFrame to = MIN (end, start + n_frames);

  for (MaqFrame frame = from; frame < to; frame++)
    {
      float gain = (float) fade ((guint) (cut - frame), fade_frames);
      const float *in = placed->bite->samples + 2 * (frame - placed->frame);
      float *out = interleaved + 2 * (frame - start);

      out[0] += gain * in[0];
      out[1] += gain * in[1];
    }
}

void
maq_bites_add (const MaqPlacedBite *bites,
               guint                n_bites,
               int                  rate_hz,
               MaqFrame             end,
               MaqFrame             start,
               guint                n_frames,
               float               *interleaved)
{
  for (guint i = 0; i < n_bites && bites[i].frame < start + n_frames; i++)
    {
      MaqFrame cut = i + 1 < n_bites ? bites[i + 1].frame : end;

      if (bites[i].bite != NULL && cut > start)
        add_bite (&bites[i], cut, FADE_SECONDS * rate_hz, start, n_frames, interleaved);
    }
}
