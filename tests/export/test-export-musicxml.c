/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "export-test.h"
#include "maq-export-musicxml.h"
#include "maq-musicxml-private.h"
#include "maq-sung-words.h"

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
      g_assert_null (root);
      return;
    }
  g_assert_cmpint (read_name (root, "root-step", "root-alter"), ==,
                   maq_note_name_pitch_class (maq_chord_get_root (chord)));
  g_assert_cmpint (bass != NULL ? read_name (bass, "bass-step", "bass-alter")
                                : read_name (root, "root-step", "root-alter"), ==,
                   maq_note_name_pitch_class (maq_chord_get_bass (chord)));
  g_assert_cmphex (read_degrees (harmony, read_kind (kind)), ==, maq_chord_get_tones (chord));
}

static gboolean
has_barline (xmlNode    *measure,
             const char *location,
             const char *element,
             const char *attribute,
             const char *value)
{
  for (xmlNode *line = export_test_find (measure, "barline"); line != NULL;
       line = export_test_next (line, "barline"))
    {
      g_autofree char *where = export_test_attribute (line, "location");
      xmlNode *node = export_test_find (line, element);
      g_autofree char *is = node != NULL ? export_test_attribute (node, attribute) : NULL;

      if (strcmp (where, location) == 0 && g_strcmp0 (is, value) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
read_times (xmlNode *measure)
{
  for (xmlNode *line = export_test_find (measure, "barline"); line != NULL;
       line = export_test_next (line, "barline"))
    if (export_test_find (line, "repeat") != NULL)
      {
        g_autofree char *times = export_test_attribute (export_test_find (line, "repeat"),
                                                        "times");

        return times[0] != '\0' ? (guint) atoi (times) : 2;
      }
  g_assert_not_reached ();
}

/* The measures in the order in which they are played, as any reader of MusicXML plays them, and
 * (nullable) @times: at which time of a repeat that is. */
static GPtrArray *
list_played (xmlNode *part,
             GArray  *times)
{
  g_autoptr(GPtrArray) written = g_ptr_array_new ();
  GPtrArray *played = g_ptr_array_new ();
  guint start = 0, time = 1;
  guint ending = 0;

  for (xmlNode *measure = export_test_find (part, "measure"); measure != NULL;
       measure = export_test_next (measure, "measure"))
    g_ptr_array_add (written, measure);
  for (guint i = 0; i < written->len; i++)
    {
      xmlNode *measure = written->pdata[i];

      if (has_barline (measure, "left", "repeat", "direction", "forward") && start != i)
        {
          start = i;
          time = 1;
        }
      for (guint j = 1; j <= 2; j++)
        {
          const char number[2] = { (char) ('0' + j), '\0' };

          if (has_barline (measure, "left", "ending", "number", number))
            ending = j;
        }
      if (ending == 0 || ending == time)
        {
          g_ptr_array_add (played, measure);
          if (times != NULL)
            g_array_append_val (times, time);
        }
      if (has_barline (measure, "right", "repeat", "direction", "backward") &&
          time < read_times (measure) && (ending == 0 || ending == time))
        {
          i = start - 1;
          time++;
          ending = 0;
          continue;
        }
      if (has_barline (measure, "right", "ending", "type", "stop") ||
          has_barline (measure, "right", "ending", "type", "discontinue"))
        ending = 0;
    }
  return played;
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
  g_autoptr(GPtrArray) played = list_played (part, NULL);
  MaqMeter meter = MAQ_METER_UNSET;

  g_assert_cmpint (n_bars, ==, maq_form_get_bars (form));
  g_assert_cmpuint (played->len, ==, n_bars);
  for (guint i = 0; i < n_bars; i++)
    {
      xmlNode *measure = played->pdata[i];
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
  g_autoptr(GPtrArray) played = list_played (part, NULL);
  MaqTick now = 0, last = 0;

  for (guint i = 0; i < played->len; i++)
    for (xmlNode *note = export_test_find (played->pdata[i], "note"); note != NULL;
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

            for (guint j = reads->len; strcmp (type, "stop") == 0 && j-- > 0;)
              if (g_array_index (reads, Read, j).key == read.key &&
                  g_array_index (reads, Read, j).end == read.start)
                {
                  g_array_index (reads, Read, j).end = read.end;
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

/* Each part has an instrument; where somebody plays it, with that sound. */
static void
assert_instruments (xmlDoc         *doc,
                    MaqHandoff     *handoff,
                    MaqPerformance *performance)
{
  xmlNode *list = export_test_find (xmlDocGetRootElement (doc), "part-list");
  guint i = 0;

  for (xmlNode *part = export_test_find (list, "score-part"); part != NULL;
       part = export_test_next (part, "score-part"), i++)
    {
      MaqLane *lane = i > 0 ? maq_performance_get_lane (performance, i - 1)
                            : maq_sung_words_find_lane (handoff, performance);
      xmlNode *midi = export_test_find (part, "midi-instrument");

      g_assert_nonnull (export_test_find (part, "score-instrument"));
      g_assert_true ((midi != NULL) == (lane != NULL));
      if (midi != NULL)
        g_assert_cmpint ((int) export_test_number (midi, "midi-program"), ==,
                         maq_lane_get_program (lane) + 1);
    }
}

static void
assert_document (xmlDoc         *doc,
                 MaqHandoff     *handoff,
                 MaqPerformance *performance)
{
  xmlNode *part = export_test_find (xmlDocGetRootElement (doc), "part");
  MaqForm *form = maq_handoff_get_form (handoff);

  assert_instruments (doc, handoff, performance);
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

static guint
count_barlines (xmlNode    *part,
                const char *location,
                const char *element,
                const char *attribute,
                const char *value)
{
  guint n = 0;

  for (xmlNode *measure = export_test_find (part, "measure"); measure != NULL;
       measure = export_test_next (measure, "measure"))
    n += has_barline (measure, location, element, attribute, value);
  return n;
}

/* What is the same is written once; played, it is all there. */
static void
test_repeats (void)
{
  static const struct
  {
    const char *chords;
    int         n_bars;
    guint       n_written;
    guint       n_repeats;
    guint       n_endings;
  } songs[] = {
    { "C | F | G | C", 8, 4, 1, 0 },
    { "C | F | G | C", 16, 4, 1, 0 },
    { "C | F | G | Am", 10, 6, 1, 0 },
    { "C | F | G | C", 6, 6, 0, 0 },
    { "C | Am | F | G | C | Am | F | C", 8, 8, 0, 0 },
    { "C | Am | F | G | Dm | Em | F | G | C | Am | F | G | Dm | Em | F | C", 16, 9, 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (songs); i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_plain (3, 1, songs[i].n_bars, songs[i].chords,
                                                         NULL);
      g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
      g_autoptr(xmlDoc) doc = write_and_parse (handoff, performance, FALSE);
      xmlNode *part = export_test_find (xmlDocGetRootElement (doc), "part");

      assert_measures (part, maq_handoff_get_form (handoff), TRUE);
      g_assert_cmpuint (export_test_count (part, "measure"), ==, 3 * songs[i].n_written);
      g_assert_cmpuint (count_barlines (part, "right", "repeat", "direction", "backward"), ==,
                        3 * songs[i].n_repeats);
      g_assert_cmpuint (count_barlines (part, "left", "ending", "type", "start"), ==,
                        3 * songs[i].n_endings);
      g_assert_cmpuint (count_barlines (part, "right", "repeat", "times", "4"), ==,
                        songs[i].n_bars == 16 && songs[i].n_endings == 0 ? 3 : 0);
    }
}

/* "1begin hal" for each lyric of a part, in the order of the document. */
static char *
list_lyrics (xmlNode *part)
{
  GString *text = g_string_new (NULL);

  for (xmlNode *measure = export_test_find (part, "measure"); measure != NULL;
       measure = export_test_next (measure, "measure"))
    for (xmlNode *note = export_test_find (measure, "note"); note != NULL;
         note = export_test_next (note, "note"))
      for (xmlNode *lyric = export_test_find (note, "lyric"); lyric != NULL;
           lyric = export_test_next (lyric, "lyric"))
        {
          g_autofree char *number = export_test_attribute (lyric, "number");
          g_autofree char *syllabic = export_test_text (lyric, "syllabic");
          g_autofree char *word = export_test_text (lyric, "text");

          g_string_append_printf (text, "%s%s %s;", number, syllabic, word);
        }
  return g_string_free (text, FALSE);
}

/* A word is sung syllable by syllable where its hyphens are typed. */
static void
test_syllables (void)
{
  static const char *const lines[] = { "hal-le-lu-jah it-", NULL };
  g_autoptr(MaqHandoff) handoff = export_test_plain (1, 1, 8, "C | F | G | C | Am | Dm | G | E",
                                                     lines);
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(xmlDoc) doc = write_and_parse (handoff, performance, FALSE);
  g_autofree char *lyrics = list_lyrics (export_test_find (xmlDocGetRootElement (doc), "part"));

  g_assert_cmpstr (lyrics, ==, "1begin hal;1middle le;1middle lu;1end jah;"
                               "1single it-;");
}

static guint
count_words (xmlNode    *part,
             const char *words)
{
  guint n = 0;

  for (xmlNode *measure = export_test_find (part, "measure"); measure != NULL;
       measure = export_test_next (measure, "measure"))
    for (xmlNode *direction = export_test_find (measure, "direction"); direction != NULL;
         direction = export_test_next (direction, "direction"))
      {
        xmlNode *type = export_test_find (direction, "direction-type");
        g_autofree char *text = export_test_text (type, "words");

        n += strcmp (text, words) == 0;
      }
  return n;
}

/* The words of a part as they are sung: at the time of a repeat the verse of that number, or the
 * first if there is no other. */
static GPtrArray *
list_sung (xmlNode *part,
           guint   *n_second)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) played = list_played (part, times);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < played->len; i++)
    for (xmlNode *note = export_test_find (played->pdata[i], "note"); note != NULL;
         note = export_test_next (note, "note"))
      {
        char *word = NULL;

        for (xmlNode *lyric = export_test_find (note, "lyric"); lyric != NULL;
             lyric = export_test_next (lyric, "lyric"))
          {
            g_autofree char *number = export_test_attribute (lyric, "number");
            guint verse = (guint) atoi (number);

            *n_second += verse == 2;
            if (verse == 1 || verse == g_array_index (times, guint, i))
              {
                g_free (word);
                word = export_test_text (lyric, "text");
              }
          }
        if (word != NULL)
          g_ptr_array_add (words, word);
      }
  return words;
}

/* Every word of a song in which none comes twice is sung once, in its order. */
static void
test_verses (void)
{
  static const char *const chords[] = { "C", "C | F | G | C", "C | Am | F | G" };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;
  guint n_second = 0;

  for (int i = 0; i < 8; i++)
    {
      g_autofree char *line = g_strdup_printf ("%da %db %dc %dd", i, i, i, i);

      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (chords); i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_plain (9, 1, i % 2 == 0 ? 16 : 32, chords[i / 2],
                                                         (const char *const *) lines);
      g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
      g_autoptr(xmlDoc) doc = write_and_parse (handoff, performance, FALSE);
      xmlNode *part = export_test_find (xmlDocGetRootElement (doc), "part");
      g_autoptr(GPtrArray) words = list_sung (part, &n_second);
      g_autoptr(GString) sung = g_string_new (NULL);

      assert_measures (part, maq_handoff_get_form (handoff), TRUE);
      for (guint j = 0; j < words->len; j++)
        g_string_append_printf (sung, "%s ", (char *) words->pdata[j]);
      /* five sections in which there is singing */
      for (guint j = 0, at = 0; j < 5 * (i % 2 == 0 ? 4u : 8u); j++)
        {
          g_autofree char *line = g_strconcat (lines[j % (i % 2 == 0 ? 4 : 8)], " ", NULL);
          const char *found = strstr (sung->str + at, line);

          g_assert_true (found == sung->str + at);
          at += (guint) strlen (line);
        }
    }
  g_assert_cmpuint (n_second, >, 0);
}

/* Words to which nobody sings stand above their bar, each time. */
static void
test_unsung (void)
{
  static const char *const lines[] = { "one", "two", "three", "four", "ten", "two", "three",
                                       "four", NULL };
  g_autoptr(MaqHandoff) handoff = export_test_plain (2, 1, 32, "C | F | G | C", lines);
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(xmlDoc) doc = write_and_parse (handoff, performance, FALSE);
  xmlNode *part = export_test_find (xmlDocGetRootElement (doc), "part");

  /* the second section is silent */
  g_assert_cmpuint (count_words (part, "1. one"), ==, 1);
  g_assert_cmpuint (count_words (part, "5. ten"), ==, 1);
  g_assert_cmpuint (count_words (part, "8. four"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/musicxml/chords", test_every_chord);
  g_test_add_func ("/export/musicxml/any-song", test_any_song);
  g_test_add_func ("/export/musicxml/hostile", test_hostile_names);
  g_test_add_func ("/export/musicxml/repeats", test_repeats);
  g_test_add_func ("/export/musicxml/syllables", test_syllables);
  g_test_add_func ("/export/musicxml/verses", test_verses);
  g_test_add_func ("/export/musicxml/unsung", test_unsung);
  return g_test_run ();
}
