/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chart-draw-private.h"

#define ABOVE_PT 9.0
#define BAR_PT 26.0
#define CHORDS_PT 18.0
#define INSET_PT 5.0
#define REPEAT_PT 8.0
#define SLASH_PT 5.0
#define LEAST_CHORD_PT 12.0
#define DOT_PT 2.2

static const MaqType chord_type = { .size_pt = 14.0, .least_pt = 6.0, .is_bold = TRUE,
                                    .is_middle = TRUE, .ink = 1.0 };
static const MaqType above_type = { .size_pt = 7.5, .least_pt = 5.0, .ink = 1.0 };

const char *
maq_chart_draw_get_sign (MaqChordMark mark)
{
  static const char *const signs[MAQ_N_CHORD_MARKS] = {
    [MAQ_CHORD_MARK_NONE] = "",
    [MAQ_CHORD_MARK_PUSH] = "‹",
    [MAQ_CHORD_MARK_HOLD] = "◇",
    [MAQ_CHORD_MARK_STAB] = "^",
  };

  return signs[mark];
}

/* A thin line, a thick one and two dots; @side is 1.0 where the repeat begins, else -1.0 */
static void
add_repeat (MaqSheet *sheet,
            double    x,
            double    y,
            double    side)
{
  const double dots_x = x + side * 5.6 - 0.5 * DOT_PT;

  maq_sheet_add_line (sheet, x, y, x, y + BAR_PT, 2.2, 1.0);
  maq_sheet_add_line (sheet, x + side * 2.4, y, x + side * 2.4, y + BAR_PT, 0.6, 1.0);
  maq_sheet_add_box (sheet, dots_x, y + 0.36 * BAR_PT, DOT_PT, DOT_PT, 0.0, 1.0);
  maq_sheet_add_box (sheet, dots_x, y + 0.58 * BAR_PT, DOT_PT, DOT_PT, 0.0, 1.0);
}

/* Slashes on the beats, as players count them. */
static void
add_beats (MaqSheet          *sheet,
           const MaqChartBar *bar,
           double             x,
           double             y,
           double             width)
{
  const guint n_beats = maq_meter_n_beats (bar->meter);

  for (guint i = 0; i < n_beats; i++)
    {
      const double left = x + width * i / n_beats + 1.0;

      maq_sheet_add_line (sheet, left, y + SLASH_PT, left + 3.0, y, 0.7, 0.45);
    }
}

/* Chords stand over their beats, or at equal distances where that leaves some no room. */
static gboolean
are_crowded (const MaqChartBar *bar,
             double             width)
{
  for (guint i = 0; i < bar->chords->len; i++)
    {
      const MaqChartChord *chord = &g_array_index (bar->chords, MaqChartChord, i);
      const double end = i + 1 < bar->chords->len ? chord[1].place : 1.0;

      if ((end - chord->place) * width < LEAST_CHORD_PT)
        return TRUE;
    }
  return FALSE;
}

static guint
add_chords (MaqSheet          *sheet,
            const MaqChartBar *bar,
            double             x,
            double             y,
            double             width)
{
  const gboolean is_crowded = are_crowded (bar, width);
  const guint most = (guint) (width / LEAST_CHORD_PT);
  const guint n = MIN (bar->chords->len, most);
  guint marks = 0;

  for (guint i = 0; i < n; i++)
    {
      const MaqChartChord *chord = &g_array_index (bar->chords, MaqChartChord, i);
      const double next = i + 1 < n ? chord[1].place : 1.0;
      const double from = is_crowded ? (double) i / n : chord->place;
      const double to = is_crowded ? (double) (i + 1) / n : next;
      const char *sign = maq_chart_draw_get_sign (chord->mark);
      const gboolean is_short = i + 1 == most && n < bar->chords->len;
      g_autofree char *text = g_strconcat (sign, chord->text, is_short ? "…" : "", NULL);

      maq_sheet_add_text (sheet, x + from * width, y, (to - from) * width - 1.0, CHORDS_PT,
                          &chord_type, text);
      marks |= 1u << chord->mark;
    }
  return marks;
}

/* "1." in a bracket, the number of the bar, an odd meter, how often it is played. */
static void
add_above (MaqSheet            *sheet,
           const MaqChartBar   *bar,
           const MaqChartFrame *frame,
           double               x,
           double               y,
           double               width)
{
  char text[MAQ_METER_TEXT_MAX + 16];
  char meter[MAQ_METER_TEXT_MAX];
  MaqType right = above_type;

  right.align = MAQ_ALIGN_RIGHT;
  if (frame->ending > 0)
    maq_sheet_add_line (sheet, x, y + 0.5, x + width - 2.0, y + 0.5, 0.7, 1.0);
  if (frame->begins_ending)
    {
      g_snprintf (text, sizeof text, "%d.", frame->ending);
      maq_sheet_add_line (sheet, x, y + 0.5, x, y + ABOVE_PT, 0.7, 1.0);
      maq_sheet_add_text (sheet, x + 0.3 * width, y + 1.0, 0.15 * width, ABOVE_PT, &above_type,
                          text);
    }
  if (frame->number > 0)
    {
      g_snprintf (text, sizeof text, "%d", frame->number);
      maq_sheet_add_text (sheet, x + 2.0, y + 1.0, 0.26 * width, ABOVE_PT, &above_type, text);
    }
  if (frame->shows_meter)
    maq_sheet_add_text (sheet, x + 0.46 * width, y + 1.0, 0.2 * width, ABOVE_PT, &above_type,
                        maq_meter_format (bar->meter, meter));
  if (frame->ends_repeat && frame->times > 2)
    {
      g_snprintf (text, sizeof text, "×%d", frame->times);
      maq_sheet_add_text (sheet, x + 0.68 * width, y + 1.0, 0.3 * width, ABOVE_PT, &right, text);
    }
}

guint
maq_chart_draw_bar (MaqSheet            *sheet,
                    const MaqChartBar   *bar,
                    const MaqChartFrame *frame,
                    double               x,
                    double               y,
                    double               width)
{
  const double top = y + ABOVE_PT;
  const double left = x + INSET_PT + (frame->begins_repeat ? REPEAT_PT : 0.0);
  const double room = x + width - left - (frame->ends_repeat ? REPEAT_PT : 0.0);

  if (frame->begins_repeat)
    add_repeat (sheet, x, top, 1.0);
  else
    maq_sheet_add_line (sheet, x, top, x, top + BAR_PT, 0.8, 1.0);
  if (frame->ends_repeat)
    add_repeat (sheet, x + width, top, -1.0);
  add_above (sheet, bar, frame, x, y, width);
  add_beats (sheet, bar, left, top + CHORDS_PT + 1.5, room);
  return add_chords (sheet, bar, left, top, room);
}

void
maq_chart_draw_end (MaqSheet *sheet,
                    double    x,
                    double    y)
{
  maq_sheet_add_line (sheet, x, y + ABOVE_PT, x, y + ABOVE_PT + BAR_PT, 0.8, 1.0);
}
