/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-midi-private.h"

#include <stdlib.h>

#include "maq-export-words.h"
#include "maq-lyric.h"
#include "maq-played.h"

static void
write_chords (MaqSmfWriter *writer,
              guint         track,
              MaqForm      *form,
              guint         section)
{
  const MaqFormSection *place = maq_form_get_section (form, section);
  guint n_spans;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, section, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    maq_smf_writer_add_text (writer, track, place->start_ticks + spans[i].start_ticks,
                             MAQ_SMF_META_TEXT, maq_chord_get_text (spans[i].chord));
}

/* The lines that are on no notes. */
static void
write_lines (MaqSmfWriter *writer,
             guint         track,
             MaqForm      *form,
             MaqNotation  *notation,
             guint         section)
{
  const MaqFormSection *place = maq_form_get_section (form, section);
  MaqVec *lyrics = maq_section_get_fields (place->section)->lyrics;

  for (guint i = 0; lyrics != NULL && i < maq_vec_get_length (lyrics); i++)
    {
      MaqLyric *lyric = maq_vec_get (lyrics, i);
      g_autofree char *line = maq_export_dup_line (maq_lyric_get_text (lyric));

      if (maq_lyric_get_bar (lyric) < place->bars &&
          maq_sung_words_count_notes (form, notation, section, i) == 0)
        maq_smf_writer_add_text (writer, track, place->start_ticks +
                                 maq_form_get_bar_start (form, section, maq_lyric_get_bar (lyric)),
                                 MAQ_SMF_META_LYRIC, line);
    }
}

void
maq_export_midi_write_words (MaqSmfWriter   *writer,
                             MaqHandoff     *handoff,
                             MaqPerformance *performance)
{
  MaqForm *form = maq_handoff_get_form (handoff);
  MaqLane *lane = maq_sung_words_find_lane (handoff, performance);
  g_autoptr(MaqNotation) notation =
    lane != NULL ? maq_notation_new (form, performance, lane, MAQ_NOTATION_TUNE) : NULL;
  g_autofree char *version = maq_export_dup_version (handoff);
  guint track;

  maq_smf_writer_add_text (writer, 0, 0, MAQ_SMF_META_TEXT, version);
  track = maq_smf_writer_add_track (writer, "Chords");
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      write_chords (writer, track, form, i);
      write_lines (writer, track, form, notation, i);
    }
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const MaqTick *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static GArray *
list_starts (MaqPerformance *performance,
             MaqLane        *lane)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (MaqTick));

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      guint n_notes = 0;
      const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes; j++)
        {
          MaqTick start = maq_played_start (maq_performance_get_span (performance, i), &notes[j]);

          g_array_append_val (starts, start);
        }
    }
  g_array_sort (starts, compare_ticks);
  return starts;
}

/* A hyphen says that the word goes on. */
static void
write_sung (MaqSmfWriter      *writer,
            guint              track,
            MaqTick            ticks,
            const MaqSungText *sung)
{
  g_autofree char *text = NULL;

  if (sung->text == NULL)
    return;
  text = g_strconcat (sung->text, sung->goes_on ? "-" : "", NULL);
  maq_smf_writer_add_text (writer, track, ticks, MAQ_SMF_META_LYRIC, text);
}

/* Words are spread over notes as they are written; each goes to what is played nearest. */
void
maq_export_midi_write_sung (MaqSmfWriter   *writer,
                            guint           track,
                            MaqHandoff     *handoff,
                            MaqPerformance *performance,
                            MaqLane        *lane)
{
  g_autoptr(MaqNotation) notation =
    maq_notation_new (maq_handoff_get_form (handoff), performance, lane, MAQ_NOTATION_TUNE);
  g_autoptr(GArray) words = maq_sung_words_list (handoff, notation);
  g_autoptr(GArray) starts = list_starts (performance, lane);
  guint n_notes, at = 0;
  const MaqNotationNote *notes = maq_notation_get_notes (notation, &n_notes);

  for (guint i = 0; i < n_notes && starts->len > 0; i++)
    {
      while (at + 1 < starts->len &&
             ABS (g_array_index (starts, MaqTick, at + 1) - notes[i].start_ticks) <=
             ABS (g_array_index (starts, MaqTick, at) - notes[i].start_ticks))
        at++;
      write_sung (writer, track, MAX (g_array_index (starts, MaqTick, at), 0),
                  &g_array_index (words, MaqSungText, i));
    }
}
