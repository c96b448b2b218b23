/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chart-bars-private.h"

#define MAX_ENDING_BARS 2

/* A repeat that saves less is harder to read than the bars themselves. */
#define LEAST_SAVED_BARS 4
#define LEAST_SAVED_BY_ENDINGS 6

static void
clear_chord (MaqChartChord *chord)
{
  g_free (chord->text);
}

static void
free_bar (MaqChartBar *bar)
{
  g_array_unref (bar->chords);
  g_free (bar->signature);
  g_free (bar);
}

static MaqChartBar *
bar_new (MaqMeter meter)
{
  MaqChartBar *bar = g_new0 (MaqChartBar, 1);

  bar->meter = meter;
  bar->chords = g_array_new (FALSE, FALSE, sizeof (MaqChartChord));
  g_array_set_clear_func (bar->chords, (GDestroyNotify) clear_chord);
  return bar;
}

static char *
dup_signature (const MaqChartBar *bar)
{
  char meter[MAQ_METER_TEXT_MAX];
  GString *text = g_string_new (maq_meter_format (bar->meter, meter));

  for (guint i = 0; i < bar->chords->len; i++)
    {
      const MaqChartChord *chord = &g_array_index (bar->chords, MaqChartChord, i);

      g_string_append_printf (text, " %.4f %d %s", chord->place, (int) chord->mark, chord->text);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_chord_text (MaqChord         *chord,
                MaqKey            key,
                MaqChordNotation  notation,
                int               semitones)
{
  const MaqKey there = maq_key_transposed (key, semitones);
  g_autoptr (MaqChord) written = semitones == 0 ? maq_chord_ref (chord)
                                                : maq_chord_transposed (chord, semitones, there);

  return maq_chord_dup_text (written, there, notation);
}

/* What nobody has written a chord for has none on the chart either. */
static void
fill_chords (MaqForm          *form,
             guint             index,
             MaqChordNotation  notation,
             int               semitones,
             GPtrArray        *bars)
{
  const MaqFormSection *section = maq_form_get_section (form, index);
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, index, &n_spans);
  guint next = 0;

  if (maq_section_get_fields (section->section)->chords == NULL)
    return;
  for (guint i = 0; i < bars->len; i++)
    {
      MaqChartBar *bar = g_ptr_array_index (bars, i);
      const MaqTick start = maq_form_get_bar_start (form, index, (int) i);
      const MaqTick length = maq_meter_bar_ticks (bar->meter);

      for (; next < n_spans && spans[next].start_ticks < start + length; next++)
        {
          const MaqChartChord chord = {
            .place = (double) (spans[next].start_ticks - start) / (double) length,
            .text = dup_chord_text (spans[next].chord, section->key, notation, semitones),
            .mark = spans[next].mark,
          };

          g_array_append_val (bar->chords, chord);
        }
    }
}

GPtrArray *
maq_chart_bars_new (MaqForm          *form,
                    guint             section,
                    MaqChordNotation  notation,
                    int               semitones)
{
  const int n_bars = maq_form_get_section (form, section)->bars;
  GPtrArray *bars = g_ptr_array_new_with_free_func ((GDestroyNotify) free_bar);

  for (int i = 0; i < n_bars; i++)
    g_ptr_array_add (bars, bar_new (maq_form_get_bar_meter (form, section, i)));
  fill_chords (form, section, notation, semitones, bars);
  for (guint i = 0; i < bars->len; i++)
    {
      MaqChartBar *bar = g_ptr_array_index (bars, i);

      bar->signature = dup_signature (bar);
    }
  return bars;
}

/* Repeats */

static int
count_alike (GPtrArray *bars,
             guint      a,
             guint      b,
             guint      most)
{
  guint n = 0;

  while (n < most && b + n < bars->len
         && g_str_equal (((MaqChartBar *) g_ptr_array_index (bars, a + n))->signature,
                         ((MaqChartBar *) g_ptr_array_index (bars, b + n))->signature))
    n++;
  return (int) n;
}

/* How often the @n_bars from @first on are played after each other. */
static int
count_times (GPtrArray *bars,
             int        first,
             int        n_bars)
{
  int times = 1;

  while (count_alike (bars, (guint) first, (guint) (first + times * n_bars), (guint) n_bars)
         == n_bars)
    times++;
  return times;
}

static int
saved_bars (const MaqChartRun *run)
{
  return (run->times - 1) * (run->n_bars - run->n_ending_bars);
}

/* Where the last chord still sounds, each time would begin with another one; and a repeat of
 * nothing but such bars could not be read. */
static gboolean
may_open (const MaqChartBar *bar)
{
  return bar->chords->len > 0 && g_array_index (bar->chords, MaqChartChord, 0).place <= 0.0;
}

/* The repeat from a bar on that saves most, the shortest of those; or the bar alone. */
static MaqChartRun
find_run (GPtrArray *bars,
          int        first)
{
  const int left = (int) bars->len - first;
  MaqChartRun best = { .first_bar = first, .n_bars = 1, .times = 1 };

  if (!may_open (g_ptr_array_index (bars, (guint) first)))
    return best;
  for (int n_bars = 2; 2 * n_bars <= left; n_bars++)
    {
      MaqChartRun run = { .first_bar = first, .n_bars = n_bars };
      const int n_alike = count_alike (bars, (guint) first, (guint) (first + n_bars),
                                       (guint) n_bars);

      run.times = count_times (bars, first, n_bars);
      if (saved_bars (&run) < LEAST_SAVED_BARS && n_alike >= n_bars - MAX_ENDING_BARS
          && n_alike >= LEAST_SAVED_BY_ENDINGS)
        {
          run.times = 2;
          run.n_ending_bars = n_bars - n_alike;
        }
      if (saved_bars (&run) >= LEAST_SAVED_BARS && saved_bars (&run) > saved_bars (&best))
        best = run;
    }
  return best;
}

GArray *
maq_chart_bars_fold (GPtrArray *bars)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (MaqChartRun));
  int bar = 0;

  while (bar < (int) bars->len)
    {
      const MaqChartRun run = find_run (bars, bar);
      MaqChartRun *last = runs->len > 0 ? &g_array_index (runs, MaqChartRun, runs->len - 1) : NULL;

      if (run.times == 1 && last != NULL && last->times == 1)
        last->n_bars++;
      else
        g_array_append_val (runs, run);
      bar += run.n_bars * run.times;
    }
  return runs;
}
