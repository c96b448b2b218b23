/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "export-test.h"
#include "maq-export-musicxml.h"
#include "maq-musicxml-private.h"

#define N_SONGS 25

/* a note may be written this far from where it is played: half a sixteenth, or a swung eighth */
#define REACH 300

typedef struct
{
  MaqTick start;
  MaqTick end;
  int     key;
} Read;

static xmlDoc *
write_and_parse (MaqHandoff     *handoff,
                 MaqPerformance *performance,
                 gboolean        with_parts)
{
  g_autoptr(GBytes) bytes = maq_export_musicxml (handoff, performance, with_parts);
  xmlDoc *doc = export_test_parse (bytes);

  export_test_validate (doc, "musicxml/musicxml.xsd");
  return doc;
}

static int
read_name (xmlNode    *parent,
           const char *step_element,
           const char *alter_element)
{
  static const gint8 semitones[7] = { 9, 11, 0, 2, 4, 5, 7 };
  g_autofree char *step = export_test_text (parent, step_element);

  return (semitones[step[0] - 'A'] + (int) export_test_number (parent, alter_element) + 12) % 12;
}

/* From the tables of the MusicXML 4.0 documentation, on its own. */
static guint
read_kind (const char *kind)
{
  static const struct { const char *name, *tones; } kinds[] = {
    { "major", "047" }, { "minor", "037" }, { "augmented", "048" }, { "diminished", "036" },
    { "dominant", "047a" }, { "major-seventh", "047b" }, { "minor-seventh", "037a" },
    { "diminished-seventh", "0369" }, { "augmented-seventh", "048a" },
    { "half-diminished", "036a" }, { "major-minor", "037b" }, { "major-sixth", "0479" },
    { "minor-sixth", "0379" }, { "dominant-ninth", "047a2" }, { "major-ninth", "047b2" },
    { "minor-ninth", "037a2" }, { "dominant-11th", "047a25" }, { "major-11th", "047b25" },
    { "minor-11th", "037a25" }, { "dominant-13th", "047a259" }, { "major-13th", "047b259" },
    { "minor-13th", "037a259" }, { "suspended-second", "027" }, { "suspended-fourth", "057" },
    { "power", "07" },
  };
  guint mask = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, kind) == 0)
      for (const char *p = kinds[i].tones; *p != '\0'; p++)
        mask |= 1u << g_ascii_xdigit_value (*p);
  g_assert_cmpuint (mask, !=, 0);
  return mask;
}

static guint
read_degrees (xmlNode *harmony,
              guint    mask)
{
  static const gint8 major[14] = { 0, 0, 2, 4, 5, 7, 9, 10, 0, 2, 4, 5, 7, 9 };

  for (xmlNode *node = export_test_find (harmony, "degree"); node != NULL;
       node = export_test_next (node, "degree"))
    {
      g_autofree char *type = export_test_text (node, "degree-type");
      int value = (int) export_test_number (node, "degree-value");
      int alter = (int) export_test_number (node, "degree-alter");
      int near = major[value];

      if (strcmp (type, "add") == 0)
        {
          mask |= 1u << ((major[value] + alter + 12) % 12);
          continue;
        }
      /* the tone of the kind that is this degree */
      for (int tone = major[value] + 1; tone >= major[value] - 1; tone--)
        if (mask & 1u << tone)
          near = tone;
      g_assert_true (mask & 1u << near);
      mask &= ~(1u << near);
      if (strcmp (type, "alter") == 0)
        mask |= 1u << (near + alter);
    }
  return mask;
}

static void
assert_chord (xmlNode  *harmony,
              MaqChord *chord)
{
  g_autofree char *kind = export_test_text (harmony, "kind");
  xmlNode *root = export_test_find (harmony, "root");
  xmlNode *bass = export_test_find (harmony, "bass");

  if (maq_chord_is_none (chord))
    {
      g_assert_cmpstr (kind, ==, "none");
      return;
    }
  g_assert_cmpint (read_name (root, "root-step", "root-alter"), ==,
                   maq_note_name_pitch_class (maq_chord_get_root (chord)));
  g_assert_cmpint (bass != NULL ? read_name (bass, "bass-step", "bass-alter")
                                : read_name (root, "root-step", "root-alter"), ==,
                   maq_note_name_pitch_class (maq_chord_get_bass (chord)));
  g_assert_cmphex (read_degrees (harmony, read_kind (kind)), ==, maq_chord_get_tones (chord));
}

/* All chords of the section that begin in the bar, where they begin. */
static void
assert_measure_chords (xmlNode              *measure,
                       MaqForm              *form,
                       const MaqNotationBar *bar)
{
  guint n_spans, at = 0;
  g_autofree MaqChordSpan *spans = maq_form_dup_chords (form, bar->section, &n_spans);
  MaqTick start = maq_form_get_bar_start (form, bar->section, bar->bar);
  MaqTick now = 0;

  while (at < n_spans && spans[at].start_ticks < start)
    at++;
  for (xmlNode *node = measure->children; node != NULL; node = node->next)
    if (strcmp ((const char *) node->name, "note") == 0)
      {
        now += (MaqTick) export_test_number (node, "duration");
      }
    else if (strcmp ((const char *) node->name, "harmony") == 0)
      {
        g_assert_cmpuint (at, <, n_spans);
        g_assert_cmpint (now + (MaqTick) export_test_number (node, "offset"), ==,
                         spans[at].start_ticks - start);
        assert_chord (node, spans[at++].chord);
      }
  g_assert_true (at == n_spans || spans[at].start_ticks >= start + bar->length_ticks);
}

static void
assert_measures (xmlNode *part,
                 MaqForm *form,
                 gboolean is_lead)
{
  g_autoptr(MaqNotation) silence = maq_notation_new (form, NULL, NULL, MAQ_NOTATION_TUNE);
  guint n_bars;
  const MaqNotationBar *bars = maq_notation_get_bars (silence, &n_bars);
  xmlNode *measure = export_test_find (part, "measure");
  MaqMeter meter = MAQ_METER_UNSET;

  g_assert_cmpint (n_bars, ==, maq_form_get_bars (form));
  g_assert_cmpuint (export_test_count (part, "measure"), ==, n_bars);
  for (guint i = 0; i < n_bars; i++, measure = export_test_next (measure, "measure"))
    {
      xmlNode *time = export_test_find (export_test_find (measure, "attributes"), "time");
      MaqTick sum = 0;

      if (time != NULL)
        meter = (MaqMeter) { (guint8) export_test_number (time, "beats"),
                             (guint8) export_test_number (time, "beat-type") };
      g_assert_true (maq_meter_equal (meter, bars[i].meter));
      for (xmlNode *note = export_test_find (measure, "note"); note != NULL;
           note = export_test_next (note, "note"))
        if (export_test_find (note, "chord") == NULL)
          sum += (MaqTick) export_test_number (note, "duration");
      g_assert_cmpint (sum, ==, bars[i].length_ticks);
      if (is_lead)
        assert_measure_chords (measure, form, &bars[i]);
    }
}

/* Types, dots and triplets must say the same as the duration. */
static void
assert_value (xmlNode *note)
{
  static const char *const names[] = { "breve", "whole", "half", "quarter", "eighth", "16th",
                                       "32nd" };
  g_autofree char *type = export_test_text (note, "type");
  double ticks = 8 * MAQ_TICKS_PER_QUARTER;

  if (type[0] == '\0')
    return;
  for (guint i = 0; strcmp (names[i], type) != 0; i++)
    ticks /= 2;
  if (export_test_find (note, "dot") != NULL)
    ticks *= 1.5;
  if (export_test_find (note, "time-modification") != NULL)
    ticks *= 2.0 / 3.0;
  g_assert_cmpfloat (ticks, ==, export_test_number (note, "duration"));
}

/* What is written in a part, ties put together. */
static GArray *
read_notes (xmlNode *part)
{
  static const gint8 semitones[7] = { 9, 11, 0, 2, 4, 5, 7 };
  GArray *reads = g_array_new (FALSE, FALSE, sizeof (Read));
  MaqTick now = 0, last = 0;

  for (xmlNode *measure = export_test_find (part, "measure"); measure != NULL;
       measure = export_test_next (measure, "measure"))
    for (xmlNode *note = export_test_find (measure, "note"); note != NULL;
         note = export_test_next (note, "note"))
      {
        xmlNode *pitch = export_test_find (note, "pitch");
        g_autofree char *head = export_test_text (note, "notehead");
        g_autofree char *step = export_test_text (pitch, "step");
        MaqTick length = (MaqTick) export_test_number (note, "duration");
        Read read = { export_test_find (note, "chord") != NULL ? last : now, 0, 0 };

        assert_value (note);
        last = read.start;
        now = read.start + length;
        if (pitch == NULL || strcmp (head, "slash") == 0)
          continue;
        read.end = now;
        read.key = semitones[step[0] - 'A'] + (int) export_test_number (pitch, "alter") +
                   12 * (int) export_test_number (pitch, "octave") + 12;
        for (xmlNode *tie = export_test_find (note, "tie"); tie != NULL;
             tie = export_test_next (tie, "tie"))
          {
            g_autofree char *type = export_test_attribute (tie, "type");

            for (guint i = reads->len; strcmp (type, "stop") == 0 && i-- > 0;)
              if (g_array_index (reads, Read, i).key == read.key &&
                  g_array_index (reads, Read, i).end == read.start)
                {
                  g_array_index (reads, Read, i).end = read.end;
                  read.key = -1;
                  break;
                }
          }
        if (read.key >= 0)
          g_array_append_val (reads, read);
      }
  return reads;
}

static gboolean
is_written (GArray  *reads,
            MaqTick  start,
            int      key)
{
  for (guint i = 0; i < reads->len; i++)
    if (g_array_index (reads, Read, i).key == key &&
        ABS (g_array_index (reads, Read, i).start - start) <= REACH)
      return TRUE;
  return FALSE;
}

/* Each note of the lane is on paper, and nothing else is. */
static void
assert_lane (xmlNode        *part,
             MaqPerformance *performance,
             MaqLane        *lane,
             gboolean        is_lead)
{
  g_autoptr(GArray) reads = read_notes (part);
  g_autoptr(GArray) played = g_array_new (FALSE, FALSE, sizeof (Read));
  MaqTick end = maq_performance_get_length (performance);

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      MaqTick start = maq_performance_get_span (performance, i)->start_ticks;
      guint n_notes = 0;
      const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes; j++)
        {
          Read one = { start + notes[j].start_ticks, 0, notes[j].key };

          if (one.start < 0 || one.start >= end)
            continue;
          g_array_append_val (played, one);
          if (!is_lead && one.start < end - REACH)
            g_assert_true (is_written (reads, one.start, one.key));
        }
    }
  for (guint i = 0; i < reads->len; i++)
    g_assert_true (is_written (played, g_array_index (reads, Read, i).start,
                               g_array_index (reads, Read, i).key));
}

/* In each measure every beam that begins ends, and on a note that has a flag. */
static void
assert_beams (xmlNode *part)
{
  for (xmlNode *measure = export_test_find (part, "measure"); measure != NULL;
       measure = export_test_next (measure, "measure"))
    {
      gboolean is_open[4] = { FALSE };

      for (xmlNode *note = export_test_find (measure, "note"); note != NULL;
           note = export_test_next (note, "note"))
        for (xmlNode *beam = export_test_find (note, "beam"); beam != NULL;
             beam = export_test_next (beam, "beam"))
          {
            g_autofree char *number = export_test_attribute (beam, "number");
            g_autofree char *type = export_test_text (note, "type");
            xmlChar *text = xmlNodeGetContent (beam);
            gboolean *open = &is_open[number[0] - '0'];
            gboolean goes_on = strcmp ((char *) text, "continue") == 0;

            g_assert_true (strstr ("eighth 16th 32nd", type) != NULL);
            if (strcmp ((char *) text, "begin") == 0 || goes_on)
              {
                g_assert_true (*open == goes_on);
                *open = TRUE;
              }
            else
              {
                g_assert_true (*open == (strcmp ((char *) text, "end") == 0));
                *open = FALSE;
              }
            xmlFree (text);
          }
      g_assert_false (is_open[1] || is_open[2] || is_open[3]);
    }
}

static void
assert_document (xmlDoc         *doc,
                 MaqHandoff     *handoff,
                 MaqPerformance *performance)
{
  xmlNode *part = export_test_find (xmlDocGetRootElement (doc), "part");
  MaqForm *form = maq_handoff_get_form (handoff);

  assert_measures (part, form, TRUE);
  assert_beams (part);
  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (performance, i);

      part = export_test_next (part, "part");
      assert_measures (part, form, FALSE);
      assert_beams (part);
      if (!maq_lane_is_drums (lane))
        assert_lane (part, performance, lane, FALSE);
    }
  g_assert_null (export_test_next (part, "part"));
}

static void
test_any_song (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);
      g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
      g_autoptr(xmlDoc) doc = NULL;

      if (maq_form_get_bars (maq_handoff_get_form (handoff)) == 0)
        continue;
      doc = write_and_parse (handoff, performance, TRUE);
      assert_document (doc, handoff, performance);
    }
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);
      g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
      g_autoptr(xmlDoc) doc = write_and_parse (handoff, performance, FALSE);
      xmlNode *part = export_test_find (xmlDocGetRootElement (doc), "part");

      assert_measures (part, maq_handoff_get_form (handoff), TRUE);
      assert_lane (part, performance, maq_performance_get_lane (performance, 0), TRUE);
    }
}

/* of all spellings that we read */
static void
test_every_chord (void)
{
  static const char *const texts[] = {
    "C", "Cm", "C7", "Cmaj7", "Cm7", "CmMaj7",
    "Cdim", "Cdim7", "Cm7b5", "Caug", "C7#5", "C6", "Cm6",
    "C6/9", "C9", "Cm9", "Cmaj9", "C11", "Cm11", "C13", "Cm13", "Cmaj13", "C5", "Csus2", "Csus4",
    "C7sus4", "Cadd9", "Cmadd9", "C7b9", "C7#9", "C7b5", "C7#11", "C13(b9)", "C7(b9,#11)",
    "Bb/D", "F#m7/E", "C9sus4", "Cmaj7#11", "C7b13", "Ebm11", "N.C.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(MaqChord) chord = maq_chord_parse (texts[i], NULL);
      g_autoptr(MaqXmlOut) out = maq_xml_out_new ("x", NULL, NULL);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(xmlDoc) doc = NULL;
      MaqChordSpan span = { 0, 960, chord, MAQ_CHORD_MARK_NONE };

      if (chord == NULL)
        g_test_message ("%s is not read", texts[i]);
      g_assert_nonnull (chord);
      maq_musicxml_write_chord (out, &span, 0);
      bytes = maq_xml_out_finish (out);
      doc = export_test_parse (bytes);
      assert_chord (export_test_find (xmlDocGetRootElement (doc), "harmony"), chord);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/musicxml/chords", test_every_chord);
  g_test_add_func ("/export/musicxml/any-song", test_any_song);
  g_test_add_func ("/export/musicxml/hostile", test_hostile_names);
  return g_test_run ();
}
