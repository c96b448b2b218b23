/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chart-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-chart-bars-private.h"
#include "maq-chart-draw-private.h"
#include "maq-cues-private.h"
#include "maq-export-words.h"
#include "maq-length.h"
#include "maq-lyric.h"
#include "maq-sheet-frame-private.h"

#define BARS_PER_LINE 4
#define HEADING_PT 17.0
#define CUES_PT 11.0      /* of a line of them */
#define MOST_CUES_PT 66.0 /* of all of a section */
#define LYRIC_PT 11.0
#define SECTION_GAP_PT 9.0

/* A chart that is being laid out. */
typedef struct
{
  MaqSheet              *sheet;
  MaqHandoff            *handoff;
  MaqForm               *form;
  const MaqChartOptions *options;
  GArray                *entries;
  char                  *kind;
  double                 y;
  guint                  marks;  /* which chord marks were drawn, a bit each */
} Chart;

static void
make_room (Chart      *chart,
           double      height,
           const char *bookmark)
{
  if (chart->y + height <= maq_sheet_frame_get_end (chart->sheet))
    return;
  chart->y = maq_sheet_frame_add_page (chart->sheet, chart->handoff, bookmark, chart->kind);
}

/* Headings */

/* How high the cues of a section will be, in points; more than one line breaks. */
static double
measure_cues (const Chart *chart,
              const char  *cues)
{
  const double width = maq_sheet_get_width (chart->sheet) - 2.0 * MAQ_SHEET_MARGIN;

  if (cues == NULL)
    return 0.0;
  return CLAMP (maq_sheet_measure_text (chart->sheet, width, &maq_type_small, cues), CUES_PT,
                MOST_CUES_PT);
}

static void
add_heading (Chart      *chart,
             guint       index,
             const char *cues)
{
  const MaqFormSection *section = maq_form_get_section (chart->form, index);
  const double width = maq_sheet_get_width (chart->sheet) - 2.0 * MAQ_SHEET_MARGIN;
  g_autofree char *start = maq_length_dup_text (section->start_seconds);
  g_autofree char *bars = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                                        (gulong) section->bars), section->bars);
  g_autofree char *own = maq_export_dup_own (chart->handoff, index, FALSE);
  g_autofree char *about = g_strdup_printf ("%s%s%s · %s", own, *own != '\0' ? " · " : "", bars,
                                            start);
  MaqType right = maq_type_text;

  right.align = MAQ_ALIGN_RIGHT;
  maq_sheet_add_text (chart->sheet, MAQ_SHEET_MARGIN, chart->y, 0.6 * width, HEADING_PT,
                      &maq_type_heading, maq_export_get_name (section->section));
  maq_sheet_add_text (chart->sheet, MAQ_SHEET_MARGIN + 0.62 * width, chart->y + 3.0, 0.38 * width,
                      HEADING_PT - 3.0, &right, about);
  chart->y += HEADING_PT + 1.0;
  if (cues != NULL)
    {
      maq_sheet_add_text (chart->sheet, MAQ_SHEET_MARGIN, chart->y, width,
                          measure_cues (chart, cues), &maq_type_small, cues);
      chart->y += measure_cues (chart, cues);
    }
  chart->y += 2.0;
}

/* Lyrics */

static gboolean
has_lyrics (const Chart *chart,
            guint        index)
{
  const MaqFormSection *section = maq_form_get_section (chart->form, index);

  return chart->options->has_lyrics
         && maq_section_get_fields (section->section)->lyrics != NULL;
}

/* Words of one line of bars; a line of words may begin in any of them. */
static void
add_lyrics (Chart  *chart,
            guint   index,
            int     first_bar,
            int     n_bars,
            double  y)
{
  MaqVec *lyrics
    = maq_section_get_fields (maq_form_get_section (chart->form, index)->section)->lyrics;
  const double bar_width = (maq_sheet_get_width (chart->sheet) - 2.0 * MAQ_SHEET_MARGIN)
                           / BARS_PER_LINE;
  double right = maq_sheet_get_width (chart->sheet) - MAQ_SHEET_MARGIN;

  for (guint i = maq_vec_get_length (lyrics); i-- > 0;)
    {
      MaqLyric *lyric = maq_vec_get (lyrics, i);
      const int bar = maq_lyric_get_bar (lyric);
      const double x = MAQ_SHEET_MARGIN + (bar - first_bar) * bar_width + 4.0;

      if (bar < first_bar || bar >= first_bar + n_bars || x + 8.0 > right)
        continue;
      maq_sheet_add_text (chart->sheet, x, y, right - x - 4.0, LYRIC_PT, &maq_type_text,
                          maq_lyric_get_text (lyric));
      right = x;
    }
}

/* Bars */

/* What stands over and beside a bar of a run. */
static MaqChartFrame
find_frame (const MaqChartRun *run,
            int                bar)
{
  const int i = bar - run->first_bar;

  return (MaqChartFrame) {
    .begins_repeat = run->times > 1 && i == 0,
    .ends_repeat = run->times > 1 && i == run->n_bars - 1,
    .times = run->times,
    .ending = run->n_ending_bars > 0 && i >= run->n_bars - run->n_ending_bars ? 1 : 0,
    .begins_ending = run->n_ending_bars > 0 && i == run->n_bars - run->n_ending_bars,
  };
}

static void
add_line (Chart             *chart,
          guint              index,
          GPtrArray         *bars,
          const MaqChartRun *run,
          int                first_bar,
          int                n_bars,
          int                ending)
{
  const double bar_width = (maq_sheet_get_width (chart->sheet) - 2.0 * MAQ_SHEET_MARGIN)
                           / BARS_PER_LINE;
  const gboolean sings = has_lyrics (chart, index);

  make_room (chart, MAQ_CHART_LINE_PT + (sings ? LYRIC_PT : 0.0), NULL);
  for (int i = 0; i < n_bars; i++)
    {
      MaqChartFrame frame = find_frame (run, first_bar + i);

      if (ending == 2)
        frame = (MaqChartFrame) { .ending = 2, .begins_ending = i == 0 };
      frame.number = i == 0 ? maq_form_get_section (chart->form, index)->first_bar + first_bar + 1
                            : 0;
      frame.shows_meter = !maq_meter_equal (maq_form_get_section (chart->form, index)->meter,
                                            maq_form_get_bar_meter (chart->form, index,
                                                                    first_bar + i));
      chart->marks |= maq_chart_draw_bar (chart->sheet,
                                          g_ptr_array_index (bars, (guint) (first_bar + i)), &frame,
                                          MAQ_SHEET_MARGIN + i * bar_width, chart->y, bar_width);
    }
  maq_chart_draw_end (chart->sheet, MAQ_SHEET_MARGIN + n_bars * bar_width, chart->y);
  chart->y += MAQ_CHART_LINE_PT;
  if (sings)
    {
      add_lyrics (chart, index, first_bar, n_bars, chart->y - 3.0);
      chart->y += LYRIC_PT;
    }
}

static void
add_run (Chart             *chart,
         guint              index,
         GPtrArray         *bars,
         const MaqChartRun *run)
{
  for (int bar = 0; bar < run->n_bars; bar += BARS_PER_LINE)
    add_line (chart, index, bars, run, run->first_bar + bar, MIN (BARS_PER_LINE, run->n_bars - bar),
              0);
  if (run->n_ending_bars > 0)
    add_line (chart, index, bars, run, run->first_bar + 2 * run->n_bars - run->n_ending_bars,
              run->n_ending_bars, 2);
}

static void
add_section (Chart *chart,
             guint  index)
{
  const MaqFormSection *section = maq_form_get_section (chart->form, index);
  g_autoptr (GPtrArray) bars = maq_chart_bars_new (chart->form, index, chart->options->notation,
                                                   chart->options->semitones);
  g_autofree char *cues = maq_cues_dup_text (chart->handoff, chart->entries, index, NULL);
  g_autoptr (GArray) runs = NULL;

  make_room (chart, HEADING_PT + MAX (CUES_PT, measure_cues (chart, cues)) + MAQ_CHART_LINE_PT
                    + LYRIC_PT,
             maq_export_get_name (section->section));
  add_heading (chart, index, cues);
  if (has_lyrics (chart, index))
    {
      const MaqChartRun all = { .n_bars = section->bars, .times = 1 };

      add_run (chart, index, bars, &all);
    }
  else
    {
      runs = maq_chart_bars_fold (bars);
      for (guint i = 0; i < runs->len; i++)
        add_run (chart, index, bars, &g_array_index (runs, MaqChartRun, i));
    }
  chart->y += SECTION_GAP_PT;
}

/* What the document calls itself: for whom, and in which key it stands. */
static char *
dup_kind (MaqHandoff            *handoff,
          const MaqChartOptions *options)
{
  const MaqKey key = maq_song_get_fields (maq_handoff_get_song (handoff))->key;
  char text[MAQ_KEY_TEXT_MAX];

  if (options->semitones == 0)
    return g_strdup (_("Chart"));
  return g_strdup_printf (_("Chart, written in %s"),
                          maq_key_format (maq_key_transposed (key, options->semitones), text));
}

static void
add_legend (Chart *chart)
{
  GString *text = g_string_new (NULL);

  for (MaqChordMark mark = MAQ_CHORD_MARK_PUSH; mark < MAQ_N_CHORD_MARKS; mark++)
    if (chart->marks & (1u << mark))
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                              maq_chart_draw_get_sign (mark), maq_chord_mark_get_label (mark));
  if (text->len > 0)
    {
      make_room (chart, CUES_PT, NULL);
      maq_sheet_add_text (chart->sheet, MAQ_SHEET_MARGIN, chart->y,
                          maq_sheet_get_width (chart->sheet) - 2.0 * MAQ_SHEET_MARGIN, CUES_PT,
                          &maq_type_small, text->str);
    }
  g_string_free (text, TRUE);
}

MaqSheet *
maq_chart_sheet_new (MaqHandoff            *handoff,
                     const MaqChartOptions *options)
{
  Chart chart = { .handoff = handoff, .form = maq_handoff_get_form (handoff), .options = options,
                  .kind = dup_kind (handoff, options), .entries = maq_entries_list (handoff) };

  chart.sheet = maq_sheet_frame_new (handoff, options->paper, FALSE, chart.kind);
  chart.y = maq_sheet_frame_add_page (chart.sheet, handoff, chart.kind, chart.kind);
  for (guint i = 0; i < maq_form_get_n_sections (chart.form); i++)
    add_section (&chart, i);
  add_legend (&chart);
  maq_sheet_frame_add_feet (chart.sheet, handoff);
  g_array_unref (chart.entries);
  g_free (chart.kind);
  return chart.sheet;
}
