/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "maq-import-heading-private.h"
#include "maq-limits.h"
#include "maq-lyric.h"

#define MAX_LINE_BARS 16
#define MAX_LINE_CHORDS 16
#define FASTEST_SYLLABLES_HZ 5.0

/*
 * What is usual in the song.
 * @line_bars: how long a line lasts
 * @n_chords: how many chords it has
 * @n_syllables: how many syllables; 0 in a song without words
 */
typedef struct
{
  int    line_bars;
  guint  n_chords;
  double n_syllables;
} Usual;

static int
compare_counts (const void *a,
                const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/* The count of chords that most lines have; the larger of two as frequent. */
static guint
find_usual_chords (GPtrArray *sections)
{
  guint counts[MAX_LINE_CHORDS + 1] = { 0 };
  guint best = 1;

  for (guint i = 0; i < sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->items->len; j++)
        {
          ChordproItem *item = g_ptr_array_index (section->items, j);

          if (item->kind == CHORDPRO_LINE && item->cells->len > 0)
            counts[MIN (item->cells->len, MAX_LINE_CHORDS)]++;
        }
    }
  for (guint n = 2; n <= MAX_LINE_CHORDS; n++)
    {
      if (counts[n] > 0 && counts[n] >= counts[best])
        best = n;
    }
  return best;
}

static double
find_usual_syllables (GPtrArray *sections)
{
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->items->len; j++)
        {
          ChordproItem *item = g_ptr_array_index (section->items, j);
          int count = (int) item->n_syllables;

          if (item->kind == CHORDPRO_LINE)
            g_array_append_val (counts, count);
        }
    }
  if (counts->len == 0)
    return 0.0;
  g_array_sort (counts, compare_counts);
  return g_array_index (counts, int, counts->len / 2);
}

static Usual
find_usual (GPtrArray *sections,
            MaqMeter   meter,
            double     tempo_qpm)
{
  Usual usual = { .n_chords = find_usual_chords (sections),
                  .n_syllables = find_usual_syllables (sections) };
  double bar_seconds = maq_ticks_to_seconds ((double) maq_meter_bar_ticks (meter),
                                             tempo_qpm);

  usual.line_bars = usual.n_chords <= 2 ? 2 : usual.n_chords <= 8 ? 4 : 8;
  while (usual.n_syllables > FASTEST_SYLLABLES_HZ * usual.line_bars * bar_seconds &&
         usual.line_bars < MAX_LINE_BARS)
    usual.line_bars *= 2;
  return usual;
}

static int
find_line_bars (const Usual  *usual,
                ChordproItem *item,
                guint         n_beats)
{
  int n_bars = usual->line_bars;
  guint n_chords = item->cells->len;
  gboolean is_dense = usual->n_chords > (guint) usual->line_bars;

  if (item->n_syllables > 1.7 * usual->n_syllables && n_chords > usual->n_chords)
    n_bars *= 2;
  else if (item->n_syllables < 0.5 * usual->n_syllables && n_chords <= (usual->n_chords + 1) / 2)
    n_bars = MAX (1, n_bars / 2);
  while (n_bars < 4 * MAX_LINE_BARS && n_chords > (guint) n_bars * (is_dense ? n_beats : 2))
    n_bars *= 2;
  return n_bars;
}

static void
add_bars (MaqDraftSection *draft,
          int              n_bars,
          MaqMeter         meter)
{
  for (int i = 0; i < n_bars; i++)
    maq_draft_section_add_bar (draft, meter);
}

/* Decides how long the lines of a section last. A line with twice the usual
 * chords may be as long as the others or twice as long; what makes the section
 * the more usual length is taken. */
static void
measure_lines (const Usual     *usual,
               ChordproSection *section)
{
  ChordproItem *crowded = NULL;
  int n_bars = 0;

  for (guint i = 0; i < section->items->len; i++)
    {
      ChordproItem *item = g_ptr_array_index (section->items, i);

      if (item->kind != CHORDPRO_LINE)
        continue;
      item->n_bars = find_line_bars (usual, item, maq_meter_n_beats (section->meter));
      n_bars += item->n_bars;
      if (item->cells->len >= 2 * usual->n_chords && item->cells->len > (guint) item->n_bars)
        crowded = item;
    }
  if (crowded != NULL && n_bars % 4 == crowded->n_bars % 4 && n_bars % 4 != 0)
    crowded->n_bars *= 2;
}

static void
layout_line (MaqDraftSection *draft,
             ChordproItem    *item,
             MaqMeter         meter)
{
  int first_bar = maq_draft_section_get_n_bars (draft);

  add_bars (draft, item->n_bars, meter);
  chordpro_place_chords (draft, item->cells, first_bar, item->n_bars, meter);
  maq_draft_section_add_lyric (draft, first_bar, item->text);
}

/* Chords without words go by at the pace of those with words. */
static void
layout_chords (const Usual     *usual,
               MaqDraftSection *draft,
               ChordproItem    *item,
               MaqMeter         meter)
{
  int first_bar = maq_draft_section_get_n_bars (draft);
  int n_chords = (int) item->cells->len;
  int n_bars = n_chords;
  gboolean is_dense = usual->n_syllables > 0 && usual->n_chords > (guint) usual->line_bars;

  if (is_dense)
    n_bars = (n_chords * usual->line_bars + (int) usual->n_chords - 1) / (int) usual->n_chords;
  n_bars = MAX (n_bars, 1);
  if (n_bars % 2 == 1)
    n_bars++;
  add_bars (draft, n_bars, meter);
  for (int i = 0; i < n_chords; i++)
    g_array_index (item->cells, ChordproCell, i).at = (double) i / MAX (n_chords, n_bars);
  chordpro_place_chords (draft, item->cells, first_bar, n_bars, meter);
}

static void
layout_bars (MaqDraftSection *draft,
             GPtrArray       *bars,
             MaqMeter         meter)
{
  MaqTick bar_ticks = maq_meter_bar_ticks (meter);

  for (guint i = 0; i < bars->len; i++)
    {
      GArray *cells = g_ptr_array_index (bars, i);
      int bar = maq_draft_section_get_n_bars (draft);

      maq_draft_section_add_bar (draft, meter);
      for (guint j = 0; j < cells->len; j++)
        {
          const ChordproCell *cell = &g_array_index (cells, ChordproCell, j);
          MaqTick offset = (MaqTick) floor (cell->at * (double) bar_ticks + 0.5);

          maq_draft_section_add_chord (draft, bar, MIN (offset, bar_ticks - 1), cell->chord,
                                       cell->mark);
        }
    }
}

static void
layout_section (const Usual     *usual,
                ChordproSection *section)
{
  MaqDraftSection *draft = section->draft;
  MaqMeter meter = section->meter;
  gboolean has_bars = FALSE;
  int n_bars;

  measure_lines (usual, section);
  for (guint i = 0; i < section->items->len; i++)
    {
      ChordproItem *item = g_ptr_array_index (section->items, i);

      switch (item->kind)
        {
        case CHORDPRO_LINE:
          layout_line (draft, item, meter);
          break;
        case CHORDPRO_CHORDS:
          layout_chords (usual, draft, item, meter);
          break;
        case CHORDPRO_BARS:
          layout_bars (draft, item->bars, meter);
          has_bars = TRUE;
          break;
        case CHORDPRO_REMARK:
          maq_draft_section_add_remark (draft, item->remark_kind,
                                        maq_draft_section_get_n_bars (draft), item->text);
          break;
        case CHORDPRO_METER:
          meter = item->meter;
          break;
        }
    }
  n_bars = maq_draft_section_get_n_bars (draft);
  if (!has_bars && n_bars > 1 && n_bars % 2 == 1)
    maq_draft_section_add_bar (draft, meter);
}

/* The words of a section over bars that come from another. */
static void
spread_words (ChordproSection *section)
{
  int n_bars = maq_draft_section_get_n_bars (section->draft);
  int n_lines = 0, line = 0;

  for (guint i = 0; i < section->items->len; i++)
    n_lines += ((ChordproItem *) g_ptr_array_index (section->items, i))->kind == CHORDPRO_LINE;
  for (guint i = 0; i < section->items->len; i++)
    {
      ChordproItem *item = g_ptr_array_index (section->items, i);

      if (item->kind == CHORDPRO_LINE)
        maq_draft_section_add_lyric (section->draft, n_bars * line++ / n_lines, item->text);
      else if (item->kind == CHORDPRO_REMARK)
        maq_draft_section_add_remark (section->draft, item->remark_kind,
                                      n_lines > 0 ? MIN (n_bars - 1, n_bars * line / n_lines) : 0,
                                      item->text);
    }
}

/* Takes over the first @n_bars of another section, all of them if 0, at its own pitch. */
static void
copy_music (ChordproSection *section,
            ChordproSection *other,
            int              n_bars)
{
  int shift = section->shift - other->shift;
  int n_all = maq_draft_section_get_n_bars (other->draft);
  MaqKey key = maq_key_is_set (section->key) ? section->key
                                              : (MaqKey) { { 0, 0 }, MAQ_MODE_MAJOR };

  if (n_bars == 0 || n_bars > n_all)
    n_bars = n_all;
  for (int i = 0; i < n_bars; i++)
    maq_draft_section_add_bar (section->draft, g_array_index (other->draft->bars, MaqMeter, i));
  for (guint i = 0; i < other->draft->chords->len; i++)
    {
      MaqChordChange *change = g_ptr_array_index (other->draft->chords, i);
      g_autoptr(MaqChord) chord = maq_chord_ref (maq_chord_change_get_chord (change));

      if (shift != 0)
        {
          g_autoptr(MaqChord) written = g_steal_pointer (&chord);

          chord = maq_chord_transposed (written, shift, maq_key_transposed (key, section->shift));
        }
      maq_draft_section_add_chord (section->draft, maq_chord_change_get_bar (change),
                                   maq_chord_change_get_offset_ticks (change), chord,
                                   maq_chord_change_get_mark (change));
    }
}

static ChordproSection *
find_with_chords (GPtrArray      *sections,
                  MaqSectionKind  kind)
{
  for (guint i = 0; i < sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (sections, i);

      if (section->kind == kind && section->draft->chords->len > 0)
        return section;
    }
  return NULL;
}

/* A heading with nothing under it: the chart leaves to the players what they play. */
static void
layout_empty (GPtrArray       *sections,
              ChordproSection *section,
              MaqImportReport *report)
{
  ChordproSection *verse = find_with_chords (sections, MAQ_SECTION_VERSE);
  int n_bars = section->kind == MAQ_SECTION_INTRO || section->kind == MAQ_SECTION_OUTRO ||
               section->kind == MAQ_SECTION_INTERLUDE || section->kind == MAQ_SECTION_TAG ? 4 : 8;

  if (verse != NULL)
    {
      copy_music (section, verse, n_bars);
      maq_import_report_add (report, section->line,
                             _("“%s” has no chords; it gets the first %d bars of the verse."),
                             section->name, maq_draft_section_get_n_bars (section->draft));
    }
  else
    {
      add_bars (section->draft, n_bars, section->meter);
      maq_import_report_add (report, section->line,
                             _("“%s” has no chords; it gets %d bars of the key's own chord."),
                             section->name, n_bars);
    }
}

static void
layout_without_chords (GPtrArray       *sections,
                       ChordproSection *section,
                       const Usual     *usual,
                       MaqImportReport *report)
{
  ChordproSection *model = section->recalled;

  if (model == NULL)
    model = find_with_chords (sections, section->kind);
  if (model != NULL && maq_draft_section_get_n_bars (model->draft) > 0)
    {
      copy_music (section, model, 0);
      if (chordpro_section_has_words (section))
        maq_import_report_add (report, section->line,
                               _("“%s” has no chords; it gets those of “%s”."), section->name,
                               model->name);
      section->draft->is_recall = !chordpro_section_has_words (section);
      spread_words (section);
    }
  else if (chordpro_section_has_words (section))
    layout_section (usual, section);
  else
    {
      layout_empty (sections, section, report);
      spread_words (section);
    }
}

/* Says by what rule the bars came about. */
static void
tell_lengths (GPtrArray       *sections,
              const Usual     *usual,
              MaqImportReport *report)
{
  guint n_lines = 0, n_rows = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->items->len; j++)
        {
          ChordproItem *item = g_ptr_array_index (section->items, j);

          n_lines += item->kind == CHORDPRO_LINE && item->cells->len > 0;
          n_rows += item->kind == CHORDPRO_CHORDS;
        }
    }
  if (n_lines > 0)
    maq_import_report_add (report, 0,
                           _("How long lines last is guessed from their words and chords: "
                             "most have %d bars."), usual->line_bars);
  else if (n_rows > 0)
    maq_import_report_add (report, 0, _("Chords without bar lines last one bar each."));
}

void
chordpro_layout_sections (GPtrArray       *sections,
                          MaqMeter         meter,
                          double           tempo_qpm,
                          MaqDraft        *draft,
                          MaqImportReport *report)
{
  Usual usual = find_usual (sections, meter, tempo_qpm);

  tell_lengths (sections, &usual, report);
  for (guint i = 0; i < sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (sections, i);

      section->draft = maq_draft_add_section (draft, section->name, section->kind, section->line);
      section->draft->mood = g_strdup (section->mood);
    }
  for (guint i = 0; i < sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (sections, i);

      if (chordpro_section_has_chords (section))
        layout_section (&usual, section);
    }
  for (guint i = 0; i < sections->len; i++)
    {
      ChordproSection *section = g_ptr_array_index (sections, i);

      if (!chordpro_section_has_chords (section))
        layout_without_chords (sections, section, &usual, report);
    }
}
