/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-musicxml-private.h"

#include <string.h>

#include "maq-export-words.h"
#include "maq-lyric.h"
#include "maq-musicxml-chord.h"

static void
put_note_name (MaqXmlOut   *out,
               const char  *step_element,
               const char  *alter_element,
               MaqNoteName  name)
{
  const char step[] = { "CDEFGAB"[name.step], '\0' };

  maq_xml_out_put (out, step_element, step);
  if (name.alter != 0)
    maq_xml_out_put_number (out, alter_element, name.alter);
}

/* What is written after the root and before the bass: "m7". */
static char *
dup_suffix (MaqChord *chord)
{
  const char *text = maq_chord_get_text (chord);
  MaqNoteName root, bass;
  gsize length = maq_note_name_parse (text, &root);
  const char *slash = strrchr (text, '/');

  /* 6/9 has a slash too */
  if (slash != NULL && maq_note_name_parse (slash + 1, &bass) > 0)
    return g_strndup (text + length, (gsize) (slash - text) - length);
  return g_strdup (text + length);
}

static void
write_kind (MaqXmlOut *out,
            MaqChord  *chord)
{
  static const char *const types[] = { "add", "alter", "subtract" };
  MaqMusicXmlDegree degrees[MAQ_MUSICXML_MAX_DEGREES];
  guint n_degrees;
  const char *kind = maq_musicxml_find_kind (chord, degrees, &n_degrees);
  g_autofree char *suffix = dup_suffix (chord);
  MaqNoteName bass = maq_chord_get_bass (chord);

  maq_xml_out_open (out, "kind");
  maq_xml_out_attribute (out, "text", suffix);
  maq_xml_out_text (out, kind);
  maq_xml_out_close (out);
  if (!maq_note_name_equal (bass, maq_chord_get_root (chord)))
    {
      maq_xml_out_open (out, "bass");
      put_note_name (out, "bass-step", "bass-alter", bass);
      maq_xml_out_close (out);
    }
  for (guint i = 0; i < n_degrees; i++)
    {
      maq_xml_out_open (out, "degree");
      /* the text of the kind says it all */
      maq_xml_out_attribute (out, "print-object", "no");
      maq_xml_out_put_number (out, "degree-value", degrees[i].value);
      maq_xml_out_put_number (out, "degree-alter", degrees[i].alter);
      maq_xml_out_put (out, "degree-type", types[degrees[i].type]);
      maq_xml_out_close (out);
    }
}

/* One of three must stand before the kind, and means nothing: of a root musicxml2ly complains,
 * and MuseScore keeps it; an empty function says as little as there is to say. */
static void
write_no_chord (MaqXmlOut *out)
{
  maq_xml_out_put (out, "function", NULL);
  maq_xml_out_open (out, "kind");
  maq_xml_out_attribute (out, "text", "N.C.");
  maq_xml_out_text (out, "none");
  maq_xml_out_close (out);
}

static void
write_words (MaqXmlOut  *out,
             const char *words,
             MaqTick     offset_ticks)
{
  maq_xml_out_open (out, "direction");
  maq_xml_out_attribute (out, "placement", "above");
  maq_xml_out_open (out, "direction-type");
  maq_xml_out_put (out, "words", words);
  maq_xml_out_close (out);
  if (offset_ticks != 0)
    maq_xml_out_put_number (out, "offset", (double) offset_ticks);
  maq_xml_out_close (out);
}

void
maq_musicxml_write_chord (MaqXmlOut          *out,
                          const MaqChordSpan *span,
                          MaqTick             offset_ticks)
{
  maq_xml_out_open (out, "harmony");
  if (maq_chord_is_none (span->chord))
    {
      write_no_chord (out);
    }
  else
    {
      maq_xml_out_open (out, "root");
      put_note_name (out, "root-step", "root-alter", maq_chord_get_root (span->chord));
      maq_xml_out_close (out);
      write_kind (out, span->chord);
    }
  if (offset_ticks != 0)
    maq_xml_out_put_number (out, "offset", (double) offset_ticks);
  maq_xml_out_close (out);
  if (span->mark != MAQ_CHORD_MARK_NONE)
    write_words (out, maq_chord_mark_get_label (span->mark), offset_ticks);
}

static void
write_rehearsal (MaqXmlOut  *out,
                 MaqSection *section)
{
  maq_xml_out_open (out, "direction");
  maq_xml_out_attribute (out, "placement", "above");
  maq_xml_out_open (out, "direction-type");
  maq_xml_out_put (out, "rehearsal", maq_export_get_name (section));
  maq_xml_out_close (out);
  maq_xml_out_close (out);
}

static void
write_tempo (MaqXmlOut            *out,
             const MaqFormSection *place)
{
  MaqTick beat = maq_meter_beat_ticks (place->meter);
  int n_dots;
  int value = maq_notation_find_value (beat, &n_dots);
  double beats = maq_export_get_beats (place->tempo_qpm, place->meter);

  maq_xml_out_open (out, "direction");
  maq_xml_out_attribute (out, "placement", "above");
  maq_xml_out_open (out, "direction-type");
  maq_xml_out_open (out, "metronome");
  maq_xml_out_put (out, "beat-unit", maq_musicxml_get_value_name (value));
  if (n_dots > 0)
    maq_xml_out_put (out, "beat-unit-dot", NULL);
  maq_xml_out_put_number (out, "per-minute", (int) (beats * 100.0 + 0.5) / 100.0);
  maq_xml_out_close (out);
  maq_xml_out_close (out);
  maq_xml_out_open (out, "sound");
  maq_xml_out_attribute_number (out, "tempo", place->tempo_qpm);
  maq_xml_out_close (out);
  maq_xml_out_close (out);
}

/* Whether the section does not go on at the tempo that the one before ends with. */
static gboolean
changes_tempo (MaqForm *form,
               guint    section)
{
  const MaqFormSection *place = maq_form_get_section (form, section);
  const MaqFormSection *before;

  if (section == 0)
    return TRUE;
  before = maq_form_get_section (form, section - 1);
  return before->ramp_ticks > 0 || before->tempo_qpm != place->tempo_qpm ||
         maq_meter_beat_ticks (before->meter) != maq_meter_beat_ticks (place->meter);
}

const char *
maq_musicxml_find_way_out (MaqForm              *form,
                           const MaqNotationBar *bar,
                           MaqTick              *offset_ticks)
{
  const MaqFormSection *place = maq_form_get_section (form, bar->section);
  MaqTransition transition = maq_section_get_fields (place->section)->transition;
  MaqTick at = place->start_ticks + place->length_ticks -
               MIN (place->transition_ticks, place->length_ticks);

  if (transition <= MAQ_TRANSITION_FILL || at < bar->start_ticks ||
      at >= bar->start_ticks + bar->length_ticks)
    return NULL;
  *offset_ticks = at - bar->start_ticks;
  return maq_transition_get_label (transition);
}

/* Where nothing is sung, words stand above the bar that they begin in; @time: from 1, or 0 where
 * it is played once. */
static void
write_unsung (const MaqMusicXmlPart *part,
              const MaqNotationBar  *bar,
              guint                  time)
{
  MaqForm *form = maq_handoff_get_form (part->handoff);
  MaqVec *lyrics =
    maq_section_get_fields (maq_form_get_section (form, bar->section)->section)->lyrics;

  for (guint i = 0; lyrics != NULL && i < maq_vec_get_length (lyrics); i++)
    {
      MaqLyric *lyric = maq_vec_get (lyrics, i);
      g_autofree char *text = time == 0
                                ? g_strdup (maq_lyric_get_text (lyric))
                                : g_strdup_printf ("%u. %s", time, maq_lyric_get_text (lyric));

      if (maq_lyric_get_bar (lyric) == bar->bar &&
          maq_sung_words_count_notes (form, part->notation, bar->section, i) == 0)
        write_words (part->out, text, 0);
    }
}

void
maq_musicxml_write_marks (const MaqMusicXmlPart    *part,
                          const MaqMusicXmlMeasure *measure)
{
  MaqForm *form = maq_handoff_get_form (part->handoff);
  guint n_bars;
  const MaqNotationBar *bars = maq_notation_get_bars (part->notation, &n_bars);
  const MaqNotationBar *bar = &bars[measure->index];
  const MaqFormSection *place = maq_form_get_section (form, bar->section);
  MaqTick offset_ticks = 0;
  const char *way_out = maq_musicxml_find_way_out (form, bar, &offset_ticks);

  if (bar->bar == 0)
    {
      write_rehearsal (part->out, place->section);
      if (changes_tempo (form, bar->section))
        write_tempo (part->out, place);
    }
  if (measure->opens && measure->n_times > 2)
    {
      g_autofree char *times = g_strdup_printf ("%u×", measure->n_times);

      write_words (part->out, times, 0);
    }
  if (way_out != NULL)
    write_words (part->out, way_out, offset_ticks);
  for (guint i = 0; part->is_lead && i < measure->n_times; i++)
    write_unsung (part, &bars[measure->index + i * measure->distance],
                  measure->n_times > 1 ? i + 1 : 0);
}
