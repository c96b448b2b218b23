/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What of a song is written once and played several times. As on the chart, a repeat is within
 * a section and saves some bars; here all parts of the file have to be alike in it, but for the
 * words.
 */

#include "maq-chart-bars-private.h"
#include "maq-musicxml-private.h"

/* What a part plays in a bar. */
static void
append_pieces (GString               *text,
               const MaqMusicXmlPart *part,
               guint                  bar)
{
  guint n_bars, n_notes;
  const MaqNotationBar *bars = maq_notation_get_bars (part->notation, &n_bars);
  const MaqNotationNote *notes = maq_notation_get_notes (part->notation, &n_notes);
  g_autoptr(GArray) pieces = maq_notation_list_pieces (part->notation, bar);

  g_string_append (text, " |");
  for (guint i = 0; i < pieces->len; i++)
    {
      const MaqNotationPiece *piece = &g_array_index (pieces, MaqNotationPiece, i);

      g_string_append_printf (text, " %" G_GINT64_FORMAT "+%" G_GINT64_FORMAT "%s%s",
                              (gint64) (piece->start_ticks - bars[bar].start_ticks),
                              (gint64) piece->length_ticks, piece->is_tied ? "<" : "",
                              piece->ties ? ">" : "");
      if (piece->is_triplet)
        g_string_append_printf (text, "t%d%d", piece->opens, piece->closes);
      for (guint j = 0; piece->note >= 0 && j < notes[piece->note].n_keys; j++)
        g_string_append_printf (text, ",%d", notes[piece->note].keys[j]);
    }
}

/* The chords of a lead sheet, which has the tonic where nobody has written any. */
static void
append_chords (GString            *text,
               const MaqChordSpan *spans,
               guint               n_spans,
               MaqTick             start,
               MaqTick             end)
{
  for (guint i = 0; i < n_spans; i++)
    if (spans[i].start_ticks >= start && spans[i].start_ticks < end)
      g_string_append_printf (text, " %s@%" G_GINT64_FORMAT, maq_chord_get_text (spans[i].chord),
                              (gint64) (spans[i].start_ticks - start));
}

/* Bars are alike if these are. */
static void
extend_signatures (GPtrArray             *chart,
                   const MaqMusicXmlPart *parts,
                   guint                  n_parts,
                   guint                  section,
                   guint                  first)
{
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (maq_handoff_get_form (parts[0].handoff),
                                                        section, &n_spans);
  MaqForm *form = maq_handoff_get_form (parts[0].handoff);
  guint n_bars;
  const MaqNotationBar *bars = maq_notation_get_bars (parts[0].notation, &n_bars);

  for (guint i = 0; i < chart->len; i++)
    {
      MaqChartBar *bar = chart->pdata[i];
      GString *text = g_string_new (bar->signature);
      MaqTick start = maq_form_get_bar_start (form, section, (int) i);
      MaqTick offset_ticks = 0;
      const char *way_out = maq_musicxml_find_way_out (form, &bars[first + i], &offset_ticks);

      append_chords (text, spans, n_spans, start, start + bars[first + i].length_ticks);
      if (way_out != NULL)
        g_string_append_printf (text, " %s %" G_GINT64_FORMAT, way_out, (gint64) offset_ticks);
      for (guint j = 0; j < n_parts; j++)
        append_pieces (text, &parts[j], first + i);
      g_free (bar->signature);
      bar->signature = g_string_free (text, FALSE);
    }
}

static void
add_measures (GArray *measures,
              guint   first,
              guint   n,
              guint   n_times,
              guint   distance,
              guint   ending)
{
  for (guint i = 0; i < n; i++)
    {
      const MaqMusicXmlMeasure measure = {
        .index = first + i, .n_times = n_times, .distance = distance, .ending = ending,
        .ending_opens = ending > 0 && i == 0, .ending_closes = ending > 0 && i + 1 == n,
      };

      g_array_append_val (measures, measure);
    }
}

/* @first: the bar of the song that the section begins with */
static void
add_run (GArray            *measures,
         const MaqChartRun *run,
         guint              first)
{
  const guint start = first + (guint) run->first_bar;
  const guint n_bars = (guint) run->n_bars;
  const guint body = n_bars - (guint) run->n_ending_bars;
  const guint at = measures->len;

  if (run->times == 1)
    {
      add_measures (measures, start, n_bars, 1, 0, 0);
      return;
    }
  add_measures (measures, start, body, (guint) run->times, n_bars, 0);
  add_measures (measures, start + body, n_bars - body, 1, 0, 1);
  g_array_index (measures, MaqMusicXmlMeasure, at).opens = TRUE;
  g_array_index (measures, MaqMusicXmlMeasure, measures->len - 1).closes = (guint) run->times;
  add_measures (measures, start + n_bars + body, n_bars - body, 1, 0, 2);
}

GArray *
maq_musicxml_list_measures (const MaqMusicXmlPart *parts,
                            guint                  n_parts)
{
  MaqForm *form = maq_handoff_get_form (parts[0].handoff);
  GArray *measures = g_array_new (FALSE, FALSE, sizeof (MaqMusicXmlMeasure));
  guint first = 0;

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      g_autoptr(GPtrArray) chart = maq_chart_bars_new (form, i, MAQ_CHORD_NOTATION_NAMES, 0);
      g_autoptr(GArray) runs = NULL;

      extend_signatures (chart, parts, n_parts, i, first);
      runs = maq_chart_bars_fold (chart);
      for (guint j = 0; j < runs->len; j++)
        add_run (measures, &g_array_index (runs, MaqChartRun, j), first);
      first += chart->len;
    }
  return measures;
}

/* ---- bar lines ---- */

static void
open_barline (MaqXmlOut  *out,
              const char *location,
              const char *style)
{
  maq_xml_out_open (out, "barline");
  maq_xml_out_attribute (out, "location", location);
  if (style != NULL)
    maq_xml_out_put (out, "bar-style", style);
}

static void
write_ending (MaqXmlOut  *out,
              guint       ending,
              const char *type)
{
  maq_xml_out_open (out, "ending");
  maq_xml_out_attribute_number (out, "number", ending);
  maq_xml_out_attribute (out, "type", type);
  maq_xml_out_close (out);
}

void
maq_musicxml_write_left (MaqXmlOut                *out,
                         const MaqMusicXmlMeasure *measure)
{
  if (!measure->opens && !measure->ending_opens)
    return;
  open_barline (out, "left", measure->opens ? "heavy-light" : NULL);
  if (measure->ending_opens)
    write_ending (out, measure->ending, "start");
  if (measure->opens)
    {
      maq_xml_out_open (out, "repeat");
      maq_xml_out_attribute (out, "direction", "forward");
      maq_xml_out_close (out);
    }
  maq_xml_out_close (out);
}

void
maq_musicxml_write_right (MaqXmlOut                *out,
                          const MaqMusicXmlMeasure *measure,
                          const char               *style)
{
  if (measure->closes == 0 && !measure->ending_closes && style == NULL)
    return;
  open_barline (out, "right", measure->closes > 0 ? "light-heavy" : style);
  if (measure->ending_closes)
    write_ending (out, measure->ending, measure->closes > 0 ? "stop" : "discontinue");
  if (measure->closes > 0)
    {
      maq_xml_out_open (out, "repeat");
      maq_xml_out_attribute (out, "direction", "backward");
      if (measure->closes > 2)
        maq_xml_out_attribute_number (out, "times", measure->closes);
      maq_xml_out_close (out);
    }
  maq_xml_out_close (out);
}

void
maq_musicxml_write_verse (MaqXmlOut         *out,
                          const MaqSungText *sung,
                          guint              number)
{
  if (sung->text == NULL)
    return;
  maq_xml_out_open (out, "lyric");
  maq_xml_out_attribute_number (out, "number", number);
  maq_xml_out_put (out, "syllabic", sung->goes_on_from ? sung->goes_on ? "middle" : "end"
                                    : sung->goes_on ? "begin" : "single");
  maq_xml_out_put (out, "text", sung->text);
  maq_xml_out_close (out);
}
