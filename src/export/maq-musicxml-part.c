/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-musicxml-private.h"


#define THIRTY_SECOND (MAQ_TICKS_PER_QUARTER / 8)

/* where on the staff the sounds of a drum kit are written */
typedef struct
{
  guint8      key;
  const char *step;
  int         octave;
  const char *head; /* NULL for the usual one */
} DrumPlace;

static const DrumPlace drum_places[] = {
  { 35, "F", 4, NULL }, { 36, "F", 4, NULL },
  { 37, "C", 5, "x" }, { 38, "C", 5, NULL }, { 40, "C", 5, NULL },
  { 39, "C", 5, "slash" },
  { 41, "G", 4, NULL }, { 43, "A", 4, NULL }, { 45, "B", 4, NULL },
  { 47, "D", 5, NULL }, { 48, "D", 5, NULL }, { 50, "E", 5, NULL },
  { 42, "G", 5, "x" }, { 44, "D", 4, "x" }, { 46, "G", 5, "circle-x" },
  { 51, "F", 5, "x" }, { 53, "F", 5, "diamond" }, { 59, "F", 5, "x" },
  { 49, "A", 5, "x" }, { 57, "B", 5, "x" }, { 52, "B", 5, "x" }, { 55, "A", 5, "x" },
};

const char *
maq_musicxml_get_value_name (int value)
{
  switch (value)
    {
    case 0: return "breve";
    case 1: return "whole";
    case 2: return "half";
    case 4: return "quarter";
    case 8: return "eighth";
    case 16: return "16th";
    default: return "32nd";
    }
}

char *
maq_musicxml_dup_drum_id (guint  part,
                          guint8 key)
{
  return g_strdup_printf ("P%u-I%u", part, key);
}

static void
write_key (MaqXmlOut *out,
           MaqKey     key)
{
  static const char *const modes[] = {
    [MAQ_MODE_UNSET] = "none", [MAQ_MODE_MAJOR] = "major", [MAQ_MODE_MINOR] = "minor",
    [MAQ_MODE_DORIAN] = "dorian", [MAQ_MODE_PHRYGIAN] = "phrygian", [MAQ_MODE_LYDIAN] = "lydian",
    [MAQ_MODE_MIXOLYDIAN] = "mixolydian", [MAQ_MODE_LOCRIAN] = "locrian",
  };
  int fifths = maq_key_get_signature (key);

  /* what has more than seven accidentals, by its other name */
  fifths -= fifths > 7 ? 12 : fifths < -7 ? -12 : 0;
  maq_xml_out_open (out, "key");
  maq_xml_out_put_number (out, "fifths", fifths);
  maq_xml_out_put (out, "mode", modes[key.mode]);
  maq_xml_out_close (out);
}

static void
write_clef (MaqXmlOut       *out,
            MaqMusicXmlClef  clef)
{
  gboolean is_bass = clef == MAQ_MUSICXML_CLEF_BASS || clef == MAQ_MUSICXML_CLEF_BASS_8;

  maq_xml_out_open (out, "clef");
  maq_xml_out_put (out, "sign", clef == MAQ_MUSICXML_CLEF_DRUMS ? "percussion"
                                                                : is_bass ? "F" : "G");
  if (clef != MAQ_MUSICXML_CLEF_DRUMS)
    maq_xml_out_put_number (out, "line", is_bass ? 4 : 2);
  if (clef == MAQ_MUSICXML_CLEF_TREBLE_8 || clef == MAQ_MUSICXML_CLEF_BASS_8)
    maq_xml_out_put_number (out, "clef-octave-change", -1);
  maq_xml_out_close (out);
}

static void
write_attributes (const MaqMusicXmlPart *part,
                  const MaqNotationBar  *bar,
                  const MaqNotationBar  *before)
{
  MaqForm *form = maq_handoff_get_form (part->handoff);
  MaqKey key = maq_form_get_section (form, bar->section)->key;
  gboolean has_key = before == NULL ||
                     !maq_key_equal (key, maq_form_get_section (form, before->section)->key);
  gboolean has_time = before == NULL || !maq_meter_equal (bar->meter, before->meter);

  if (!has_key && !has_time)
    return;
  maq_xml_out_open (part->out, "attributes");
  if (before == NULL)
    maq_xml_out_put_number (part->out, "divisions", MAQ_TICKS_PER_QUARTER);
  if (has_key)
    write_key (part->out, key);
  if (has_time)
    {
      maq_xml_out_open (part->out, "time");
      maq_xml_out_put_number (part->out, "beats", bar->meter.beats);
      maq_xml_out_put_number (part->out, "beat-type", bar->meter.unit);
      maq_xml_out_close (part->out);
    }
  if (before == NULL)
    write_clef (part->out, part->clef);
  maq_xml_out_close (part->out);
}

/* What a drum's key looks like; what is unknown stands in the middle. */
static const DrumPlace *
find_drum_place (guint8 key)
{
  static const DrumPlace other = { 0, "B", 4, "triangle" };

  for (guint i = 0; i < G_N_ELEMENTS (drum_places); i++)
    if (drum_places[i].key == key)
      return &drum_places[i];
  return &other;
}

static void
write_pitch (const MaqMusicXmlPart *part,
             MaqKey                 key,
             guint8                 midi_key)
{
  MaqNoteName name = maq_note_name_from_pitch_class (midi_key % 12, maq_key_prefers_flats (key));
  const char step[] = { "CDEFGAB"[name.step], '\0' };

  if (part->clef == MAQ_MUSICXML_CLEF_DRUMS)
    {
      const DrumPlace *place = find_drum_place (midi_key);

      maq_xml_out_open (part->out, "unpitched");
      maq_xml_out_put (part->out, "display-step", place->step);
      maq_xml_out_put_number (part->out, "display-octave", place->octave);
      maq_xml_out_close (part->out);
      return;
    }
  maq_xml_out_open (part->out, "pitch");
  maq_xml_out_put (part->out, "step", step);
  if (name.alter != 0)
    maq_xml_out_put_number (part->out, "alter", name.alter);
  maq_xml_out_put_number (part->out, "octave", midi_key / 12 - 1);
  maq_xml_out_close (part->out);
}

static void
write_tie (MaqXmlOut  *out,
           const char *element,
           const char *type)
{
  maq_xml_out_open (out, element);
  maq_xml_out_attribute (out, "type", type);
  maq_xml_out_close (out);
}

static void
write_value (MaqXmlOut              *out,
             const MaqNotationPiece *piece)
{
  MaqTick length = piece->is_triplet ? piece->length_ticks * 3 / 2 : piece->length_ticks;
  int n_dots;
  int value = maq_notation_find_value (length, &n_dots);

  maq_xml_out_put (out, "type", maq_musicxml_get_value_name (value));
  if (n_dots > 0)
    maq_xml_out_put (out, "dot", NULL);
  if (piece->is_triplet)
    {
      maq_xml_out_open (out, "time-modification");
      maq_xml_out_put (out, "actual-notes", "3");
      maq_xml_out_put (out, "normal-notes", "2");
      if (value != 8)
        maq_xml_out_put (out, "normal-type", "eighth");
      maq_xml_out_close (out);
    }
}

static void
write_notations (MaqXmlOut              *out,
                 const MaqNotationPiece *piece,
                 gboolean                is_first)
{
  gboolean has_tuplet = is_first && (piece->opens || piece->closes);

  if (!piece->is_tied && !piece->ties && !has_tuplet)
    return;
  maq_xml_out_open (out, "notations");
  if (piece->is_tied)
    write_tie (out, "tied", "stop");
  if (piece->ties)
    write_tie (out, "tied", "start");
  if (has_tuplet && piece->opens)
    write_tie (out, "tuplet", "start");
  if (has_tuplet && piece->closes)
    write_tie (out, "tuplet", "stop");
  maq_xml_out_close (out);
}

typedef struct
{
  const MaqMusicXmlPart    *part;
  const MaqMusicXmlMeasure *measure;
  const MaqNotationBar     *bar;
  GArray                   *chords;
  GArray                   *words;    /* MaqSungText; NULL in parts that are not the lead sheet */
  guint                     n_verses; /* 1 where the same is sung each time */
  guint                     verse;    /* the first of them, from 1 */
  GArray                   *pieces;
  gboolean                  has_slashes;
} Measure;

/* How many beams a piece has if it stands with others; 0 for what has none. */
static int
count_beams (const MaqNotationPiece *piece)
{
  MaqTick length = piece->is_triplet ? piece->length_ticks * 3 / 2 : piece->length_ticks;
  int n_dots;
  int value = maq_notation_find_value (length, &n_dots);

  if (piece->note < 0 || value < 8)
    return 0;
  return value == 8 ? 1 : value == 16 ? 2 : 3;
}

/* The beams of the piece beside @index, if both are in the same beat. */
static int
count_beams_beside (const Measure *self,
                    guint          index,
                    int            step)
{
  const MaqNotationPiece *pieces = (const MaqNotationPiece *) (gpointer) self->pieces->data;
  MaqTick beat = maq_meter_beat_ticks (self->bar->meter);
  MaqTick bar_start = self->bar->start_ticks;
  guint beside = index + (guint) step;

  if (beat > MAQ_TICKS_PER_QUARTER && !maq_meter_is_compound (self->bar->meter))
    beat = MAQ_TICKS_PER_QUARTER;
  if (beside >= self->pieces->len || (pieces[index].start_ticks - bar_start) / beat !=
                                     (pieces[beside].start_ticks - bar_start) / beat)
    return 0;
  return count_beams (&pieces[beside]);
}

static void
write_beams (const Measure          *self,
             const MaqNotationPiece *piece)
{
  const MaqNotationPiece *pieces = (const MaqNotationPiece *) (gpointer) self->pieces->data;
  guint index = (guint) (piece - pieces);
  int before = count_beams_beside (self, index, -1);
  int after = count_beams_beside (self, index, 1);

  for (int i = 1; i <= count_beams (piece) && (before > 0 || after > 0); i++)
    {
      char number[] = { (char) ('0' + i), '\0' };

      maq_xml_out_open (self->part->out, "beam");
      maq_xml_out_attribute (self->part->out, "number", number);
      maq_xml_out_text (self->part->out, before >= i ? after >= i ? "continue" : "end"
                                         : after >= i ? "begin"
                                         : before > 0 ? "backward hook" : "forward hook");
      maq_xml_out_close (self->part->out);
    }
}

/* What is sung on a piece, each time that it is played. */
static void
write_lyrics (const Measure          *self,
              const MaqNotationPiece *piece)
{
  guint at = (guint) (piece - (const MaqNotationPiece *) (gpointer) self->pieces->data);

  for (guint i = 0; self->words != NULL && i < self->n_verses; i++)
    {
      guint bar = self->measure->index + i * self->measure->distance;
      g_autoptr(GArray) pieces = maq_notation_list_pieces (self->part->notation, bar);
      int note = g_array_index (pieces, MaqNotationPiece, at).note;

      maq_musicxml_write_verse (self->part->out, &g_array_index (self->words, MaqSungText, note),
                                self->verse + i);
    }
}

static void
write_rest (MaqXmlOut              *out,
            const MaqNotationPiece *piece)
{
  maq_xml_out_open (out, "note");
  maq_xml_out_open (out, "rest");
  if (piece->fills_bar)
    maq_xml_out_attribute (out, "measure", "yes");
  maq_xml_out_close (out);
  maq_xml_out_put_number (out, "duration", (double) piece->length_ticks);
  maq_xml_out_put (out, "voice", "1");
  if (!piece->fills_bar)
    {
      write_value (out, piece);
      write_notations (out, piece, TRUE);
    }
  maq_xml_out_close (out);
}

static void
write_key_of_note (const Measure          *self,
                   MaqKey                  key,
                   const MaqNotationPiece *piece,
                   const MaqNotationNote  *note,
                   guint                   index)
{
  const MaqMusicXmlPart *part = self->part;
  MaqXmlOut *out = part->out;

  maq_xml_out_open (out, "note");
  if (index > 0)
    maq_xml_out_put (out, "chord", NULL);
  write_pitch (part, key, note->keys[index]);
  maq_xml_out_put_number (out, "duration", (double) piece->length_ticks);
  if (piece->is_tied)
    write_tie (out, "tie", "stop");
  if (piece->ties)
    write_tie (out, "tie", "start");
  if (part->clef == MAQ_MUSICXML_CLEF_DRUMS)
    {
      g_autofree char *id = maq_musicxml_dup_drum_id (part->number, note->keys[index]);

      maq_xml_out_open (out, "instrument");
      maq_xml_out_attribute (out, "id", id);
      maq_xml_out_close (out);
    }
  maq_xml_out_put (out, "voice", "1");
  write_value (out, piece);
  if (part->clef == MAQ_MUSICXML_CLEF_DRUMS && find_drum_place (note->keys[index])->head != NULL)
    maq_xml_out_put (out, "notehead", find_drum_place (note->keys[index])->head);
  if (index == 0)
    write_beams (self, piece);
  write_notations (out, piece, index == 0);
  if (index == 0 && !piece->is_tied)
    write_lyrics (self, piece);
  maq_xml_out_close (out);
}

/* Players read it as: play the chord. It makes no sound of its own. */
static void
write_slash (const MaqMusicXmlPart  *part,
             const MaqNotationPiece *piece)
{
  gboolean is_low = part->clef == MAQ_MUSICXML_CLEF_TREBLE_8;

  maq_xml_out_open (part->out, "note");
  maq_xml_out_attribute (part->out, "dynamics", "0");
  maq_xml_out_open (part->out, "pitch");
  maq_xml_out_put (part->out, "step", "B");
  maq_xml_out_put_number (part->out, "octave", is_low ? 3 : 4);
  maq_xml_out_close (part->out);
  maq_xml_out_put_number (part->out, "duration", (double) piece->length_ticks);
  maq_xml_out_put (part->out, "voice", "1");
  write_value (part->out, piece);
  maq_xml_out_put (part->out, "stem", "none");
  maq_xml_out_put (part->out, "notehead", "slash");
  maq_xml_out_close (part->out);
}

/* The chords that begin within a bar, with their ticks from its start. */
static GArray *
list_bar_chords (const MaqMusicXmlPart *part,
                 const MaqNotationBar  *bar,
                 const MaqChordSpan    *spans,
                 guint                  n_spans)
{
  MaqForm *form = maq_handoff_get_form (part->handoff);
  MaqTick start = maq_form_get_bar_start (form, bar->section, bar->bar);
  GArray *chords = g_array_new (FALSE, FALSE, sizeof (MaqChordSpan));

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].start_ticks >= start && spans[i].start_ticks < start + bar->length_ticks)
      {
        MaqChordSpan span = spans[i];

        span.start_ticks -= start;
        g_array_append_val (chords, span);
      }
  return chords;
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const MaqTick *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* A slash for each beat, and where a chord changes between beats. */
static GArray *
list_slashes (const MaqNotationBar *bar,
              GArray               *chords)
{
  MaqTick beat = maq_meter_beat_ticks (bar->meter);
  g_autoptr(GArray) cuts = g_array_new (FALSE, FALSE, sizeof (MaqTick));
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (MaqNotationPiece));

  for (MaqTick at = 0; at <= bar->length_ticks; at += beat)
    g_array_append_val (cuts, at);
  for (guint i = 0; i < chords->len; i++)
    {
      MaqTick at = g_array_index (chords, MaqChordSpan, i).start_ticks / THIRTY_SECOND
                   * THIRTY_SECOND;

      g_array_append_val (cuts, at);
    }
  g_array_append_val (cuts, bar->length_ticks);
  g_array_sort (cuts, compare_ticks);
  for (guint i = 0; i + 1 < cuts->len; i++)
    for (MaqTick at = g_array_index (cuts, MaqTick, i); at < g_array_index (cuts, MaqTick, i + 1);)
      {
        int n_dots;
        int value = maq_notation_find_value (g_array_index (cuts, MaqTick, i + 1) - at, &n_dots);
        const MaqNotationPiece piece = { .start_ticks = bar->start_ticks + at,
                                         .length_ticks = maq_notation_value_ticks (value, n_dots) };

        g_array_append_val (pieces, piece);
        at += piece.length_ticks;
      }
  return pieces;
}

static void
write_piece (const Measure          *self,
             const MaqNotationPiece *piece)
{
  const MaqMusicXmlPart *part = self->part;
  MaqKey key = maq_form_get_section (maq_handoff_get_form (part->handoff),
                                     self->bar->section)->key;
  guint n_notes;
  const MaqNotationNote *notes = maq_notation_get_notes (part->notation, &n_notes);

  if (self->has_slashes)
    {
      write_slash (part, piece);
      return;
    }
  if (piece->note < 0)
    {
      write_rest (part->out, piece);
      return;
    }
  for (guint i = 0; i < notes[piece->note].n_keys; i++)
    write_key_of_note (self, key, piece, &notes[piece->note], i);
}

static gboolean
is_silent (GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, MaqNotationPiece, i).note >= 0)
      return FALSE;
  return TRUE;
}

/* Chords stand before the last note that begins no later than they do. */
static void
write_pieces (Measure *self,
              guint    index)
{
  g_autoptr(GArray) pieces = maq_notation_list_pieces (self->part->notation, index);
  guint at = 0;

  self->has_slashes = self->part->is_lead && is_silent (pieces);
  if (self->has_slashes)
    {
      g_array_unref (pieces);
      pieces = list_slashes (self->bar, self->chords);
    }
  self->pieces = pieces;
  for (guint i = 0; i < pieces->len; i++)
    {
      const MaqNotationPiece *piece = &g_array_index (pieces, MaqNotationPiece, i);
      MaqTick start = piece->start_ticks - self->bar->start_ticks;

      for (; at < self->chords->len; at++)
        {
          const MaqChordSpan *span = &g_array_index (self->chords, MaqChordSpan, at);

          if (span->start_ticks >= start + piece->length_ticks)
            break;
          maq_musicxml_write_chord (self->part->out, span, span->start_ticks - start);
        }
      write_piece (self, piece);
    }
}

/* Whether other words are sung at one time than at another, from the measure that opens a repeat
 * to the one that closes it. */
static gboolean
has_verses (const MaqMusicXmlPart    *part,
            GArray                   *words,
            const MaqMusicXmlMeasure *measure)
{
  for (;; measure++)
    {
      g_autoptr(GArray) pieces = maq_notation_list_pieces (part->notation, measure->index);

      for (guint i = 1; i < measure->n_times; i++)
        {
          g_autoptr(GArray) others = maq_notation_list_pieces (
            part->notation, measure->index + i * measure->distance);

          for (guint j = 0; j < pieces->len; j++)
            {
              int one = g_array_index (pieces, MaqNotationPiece, j).note;
              int other = g_array_index (others, MaqNotationPiece, j).note;

              if (one >= 0 && g_strcmp0 (g_array_index (words, MaqSungText, one).text,
                                         g_array_index (words, MaqSungText, other).text) != 0)
                return TRUE;
            }
        }
      if (measure->closes > 0)
        return FALSE;
    }
}

static void
write_measure (Measure *self,
               guint    number)
{
  const MaqMusicXmlPart *part = self->part;
  guint index = self->measure->index;
  guint last = index + (self->measure->n_times - 1) * self->measure->distance;
  guint n_bars;
  const MaqNotationBar *bars = maq_notation_get_bars (part->notation, &n_bars);

  self->bar = &bars[index];
  maq_xml_out_open (part->out, "measure");
  maq_xml_out_attribute_number (part->out, "number", number);
  if (part->number == 1 && index > 0 && bars[index].bar == 0)
    {
      maq_xml_out_open (part->out, "print");
      maq_xml_out_attribute (part->out, "new-system", "yes");
      maq_xml_out_close (part->out);
    }
  maq_musicxml_write_left (part->out, self->measure);
  write_attributes (part, &bars[index], index > 0 ? &bars[index - 1] : NULL);
  if (part->number == 1)
    maq_musicxml_write_marks (part, self->measure);
  write_pieces (self, index);
  maq_musicxml_write_right (part->out, self->measure,
                            last + 1 == n_bars ? "light-heavy"
                            : bars[last + 1].bar == 0 ? "light-light" : NULL);
  maq_xml_out_close (part->out);
}

void
maq_musicxml_write_part (const MaqMusicXmlPart *part,
                         GArray                *measures)
{
  MaqForm *form = maq_handoff_get_form (part->handoff);
  g_autoptr(GArray) words = part->is_lead
                            ? maq_sung_words_list (part->handoff, part->notation) : NULL;
  g_autofree MaqChordSpan *spans = NULL;
  guint n_bars, n_spans = 0;
  const MaqNotationBar *bars = maq_notation_get_bars (part->notation, &n_bars);
  gboolean differ = FALSE;

  for (guint i = 0; i < measures->len; i++)
    {
      const MaqMusicXmlMeasure *measure = &g_array_index (measures, MaqMusicXmlMeasure, i);
      const MaqNotationBar *bar = &bars[measure->index];
      g_autoptr(GArray) chords = NULL;
      Measure written = { .part = part, .measure = measure, .words = words };

      if (part->is_lead && bar->bar == 0)
        {
          g_free (spans);
          spans = maq_form_dup_chords (form, bar->section, &n_spans);
        }
      if (part->is_lead && measure->opens)
        differ = has_verses (part, words, measure);
      chords = list_bar_chords (part, bar, spans, n_spans);
      written.chords = chords;
      written.n_verses = differ ? measure->n_times : 1;
      written.verse = differ && measure->ending > 0 ? measure->ending : 1;
      write_measure (&written, i + 1);
    }
}
