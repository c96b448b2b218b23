/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-billboard-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-limits.h"

/* A section keeps the song's tempo within these. */
#define SAME_TEMPO_RATIO 0.04
#define MAX_DRIFT_SECONDS 0.75

typedef struct
{
  double tempo_qpm;
  double quarters;
} Measure;

static int
compare_measures (const void *a,
                  const void *b)
{
  const Measure *left = a;
  const Measure *right = b;

  return (left->tempo_qpm > right->tempo_qpm) - (left->tempo_qpm < right->tempo_qpm);
}

static double
round_tempo (double tempo_qpm)
{
  return round (CLAMP (tempo_qpm, MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM) * 100.0) / 100.0;
}

/* How long a line lasts, 0 if nobody knows. */
static double
line_seconds (BillboardReader *self,
              guint            index)
{
  if (index + 1 >= self->lines->len)
    return 0.0;
  return g_array_index (self->lines, BillboardLine, index + 1).seconds -
         g_array_index (self->lines, BillboardLine, index).seconds;
}

/* Half of the music is slower, half of it is faster. */
static double
median_tempo (BillboardReader *self)
{
  g_autoptr(GArray) measures = g_array_new (FALSE, FALSE, sizeof (Measure));
  double sum = 0.0, half = 0.0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const BillboardLine *line = &g_array_index (self->lines, BillboardLine, i);
      double seconds = line_seconds (self, i);
      Measure measure = { 0.0, line->quarters };

      if (line->section < 0 || !line->is_steady || line->quarters <= 0 || seconds <= 0.05)
        continue;
      measure.tempo_qpm = line->quarters * 60.0 / seconds;
      half += line->quarters / 2.0;
      g_array_append_val (measures, measure);
    }
  g_array_sort (measures, compare_measures);
  for (guint i = 0; i < measures->len; i++)
    {
      const Measure *measure = &g_array_index (measures, Measure, i);

      sum += measure->quarters;
      if (sum >= half)
        return round_tempo (measure->tempo_qpm);
    }
  return 0.0;
}

typedef struct
{
  double start;
  double end;
  double quarters;
} Stretch;

/* The last bars of a song that fades or stops are cut off somewhere. */
static double
line_length (BillboardReader *self,
             guint            index,
             double           tempo_qpm)
{
  const BillboardLine *line = &g_array_index (self->lines, BillboardLine, index);
  double seconds = MAX (0.0, line_seconds (self, index));
  double usual = line->quarters * 60.0 / tempo_qpm;
  gboolean is_last = line->section == (int) self->draft->sections->len - 1;

  return is_last && seconds < usual * 0.9 ? usual : seconds;
}

static Stretch
measure_section (BillboardReader *self,
                 int              section,
                 double           tempo_qpm)
{
  Stretch stretch = { -1.0, 0.0, 0.0 };

  for (guint i = 0; i < self->lines->len; i++)
    {
      const BillboardLine *line = &g_array_index (self->lines, BillboardLine, i);

      if (line->section != section)
        continue;
      if (stretch.start < 0)
        stretch.start = line->seconds;
      stretch.end = line->seconds + line_length (self, i, tempo_qpm);
      stretch.quarters += line->quarters;
    }
  return stretch;
}

static void
add_silence (MaqDraftSection *section,
             int              n_bars,
             MaqMeter         meter)
{
  g_autoptr(MaqChord) none = maq_chord_new_none ();
  int first_bar = maq_draft_section_get_n_bars (section);

  if (n_bars == 0)
    return;
  for (int i = 0; i < n_bars; i++)
    maq_draft_section_add_bar (section, meter);
  maq_draft_section_add_chord (section, first_bar, 0, none, MAQ_CHORD_MARK_NONE);
  maq_draft_section_add_remark (section, MAQ_REMARK_DIRECTION, first_bar, _("silence"));
}

/* Silence between two lines of music is bars too, if nobody plays in them. */
static void
fill_silences (BillboardReader *self,
               double           tempo_qpm)
{
  int section = -1;
  int last_section = (int) self->draft->sections->len - 1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      BillboardLine *line = &g_array_index (self->lines, BillboardLine, i);
      MaqDraftSection *draft;
      MaqMeter meter;
      double bars;

      if (line->section >= 0)
        section = line->section;
      if (line->section >= 0 || section < 0 || section == last_section)
        continue;
      draft = maq_draft_get_section (self->draft, (guint) section);
      meter = g_array_index (draft->bars, MaqMeter, draft->bars->len - 1);
      bars = round (line_seconds (self, i) / maq_ticks_to_seconds (
                      (double) maq_meter_bar_ticks (meter), tempo_qpm));
      add_silence (draft, (int) MIN (bars, 64), meter);
      line->section = section;
      line->quarters = MIN (bars, 64) * (double) maq_meter_bar_ticks (meter) /
                       MAQ_TICKS_PER_QUARTER;
      line->is_steady = FALSE;
    }
}

/* Walks through the song as it will be heard, and leaves its tempo where that
 * would not do. */
void
billboard_set_tempi (BillboardReader *self)
{
  double tempo_qpm = median_tempo (self);
  double zero = -1.0, now = 0.0;

  self->draft->tempo_qpm = tempo_qpm;
  if (tempo_qpm > 0)
    fill_silences (self, tempo_qpm);
  for (guint i = 0; i < self->draft->sections->len && tempo_qpm > 0; i++)
    {
      Stretch stretch = measure_section (self, (int) i, tempo_qpm);
      double used_qpm = tempo_qpm;
      double own_qpm, left;

      if (zero < 0)
        zero = stretch.start;
      left = stretch.end - zero - now;
      if (stretch.end > stretch.start + 0.05 && stretch.quarters > 0 && left > 0.05)
        {
          own_qpm = stretch.quarters * 60.0 / (stretch.end - stretch.start);
          if (fabs (own_qpm / tempo_qpm - 1.0) > SAME_TEMPO_RATIO ||
              fabs (stretch.quarters * 60.0 / tempo_qpm - left) > MAX_DRIFT_SECONDS)
            used_qpm = round_tempo (CLAMP (stretch.quarters * 60.0 / left,
                                           own_qpm * 0.7, own_qpm * 1.4));
        }
      if (used_qpm != tempo_qpm)
        maq_draft_get_section (self->draft, i)->tempo_qpm = used_qpm;
      now += stretch.quarters * 60.0 / used_qpm;
    }
}
