/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-musicxml.h"

#include <glib/gi18n-lib.h>

#include "maq-export-words.h"
#include "maq-musicxml-private.h"
#include "maq-sung-words.h"

#define PUBLIC_ID "-//Recordare//DTD MusicXML 4.0 Partwise//EN"
#define SYSTEM_ID "http://www.musicxml.org/dtds/partwise.dtd"

#define LOW_KEY 60 /* what lies below on the mean is written in a lower clef */

typedef struct
{
  MaqHandoff     *handoff;
  MaqPerformance *performance;
  MaqXmlOut      *out;
} Writer;

static void
write_credit (MaqXmlOut  *out,
              const char *type,
              const char *words)
{
  maq_xml_out_open (out, "credit");
  maq_xml_out_attribute (out, "page", "1");
  maq_xml_out_put (out, "credit-type", type);
  maq_xml_out_put (out, "credit-words", words);
  maq_xml_out_close (out);
}

static void
write_creator (MaqXmlOut  *out,
               const char *type,
               const char *name)
{
  if (name == NULL)
    return;
  maq_xml_out_open (out, "creator");
  maq_xml_out_attribute (out, "type", type);
  maq_xml_out_text (out, name);
  maq_xml_out_close (out);
}

static void
write_field (MaqXmlOut  *out,
             const char *name,
             const char *text)
{
  maq_xml_out_open (out, "miscellaneous-field");
  maq_xml_out_attribute (out, "name", name);
  maq_xml_out_text (out, text);
  maq_xml_out_close (out);
}

static void
write_head (Writer *self)
{
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (self->handoff));
  g_autofree char *version = maq_export_dup_version (self->handoff);

  maq_xml_out_open (self->out, "work");
  maq_xml_out_put (self->out, "work-title", song->title);
  maq_xml_out_close (self->out);
  maq_xml_out_open (self->out, "identification");
  write_creator (self->out, "composer", song->composer);
  write_creator (self->out, "artist", song->artist);
  maq_xml_out_open (self->out, "encoding");
  maq_xml_out_put (self->out, "software", "Maquette");
  maq_xml_out_close (self->out);
  maq_xml_out_open (self->out, "miscellaneous");
  write_field (self->out, "arrangement",
               maq_arrangement_get_name (maq_handoff_get_arrangement (self->handoff)));
  write_field (self->out, "version", maq_handoff_get_version (self->handoff));
  maq_xml_out_close (self->out);
  maq_xml_out_close (self->out);
  write_credit (self->out, "title", song->title);
  write_credit (self->out, "subtitle", version);
}

/* The sounds of a kit that are played in it; whether there are any. */
static gboolean
list_drums (MaqNotation *notation,
            gboolean    *is_used)
{
  guint n_notes;
  const MaqNotationNote *notes = maq_notation_get_notes (notation, &n_notes);

  for (guint i = 0; i < n_notes; i++)
    for (guint j = 0; j < notes[i].n_keys; j++)
      is_used[notes[i].keys[j]] = TRUE;
  return n_notes > 0;
}

/* Each sound of a kit is an instrument, any other part is one: also where nothing is played, as
 * MuseScore complains of parts that have none. */
static void
write_instruments (Writer                *self,
                   const MaqMusicXmlPart *part,
                   MaqLane               *lane,
                   const char            *part_name)
{
  gboolean is_used[128] = { FALSE };
  gboolean is_kit = part->clef == MAQ_MUSICXML_CLEF_DRUMS;
  gboolean has_drums = is_kit && list_drums (part->notation, is_used);

  for (int pass = 0; pass < (lane != NULL ? 2 : 1); pass++)
    for (guint key = 0; key < (has_drums ? G_N_ELEMENTS (is_used) : 1); key++)
      {
        g_autofree char *id = maq_musicxml_dup_drum_id (part->number, (guint8) key);
        g_autofree char *name = has_drums ? g_strdup_printf ("%u", key) : g_strdup (part_name);

        if (has_drums && !is_used[key])
          continue;
        maq_xml_out_open (self->out, pass == 0 ? "score-instrument" : "midi-instrument");
        maq_xml_out_attribute (self->out, "id", id);
        if (pass == 0)
          maq_xml_out_put (self->out, "instrument-name", name);
        else if (is_kit)
          maq_xml_out_put_number (self->out, "midi-channel", 10);
        if (pass == 1)
          maq_xml_out_put_number (self->out, "midi-program", maq_lane_get_program (lane) + 1);
        if (pass == 1 && has_drums)
          maq_xml_out_put_number (self->out, "midi-unpitched", key + 1);
        maq_xml_out_close (self->out);
      }
}

static void
write_score_part (Writer                *self,
                  const MaqMusicXmlPart *part,
                  MaqLane               *lane,
                  const char            *name)
{
  g_autofree char *id = g_strdup_printf ("P%u", part->number);

  maq_xml_out_open (self->out, "score-part");
  maq_xml_out_attribute (self->out, "id", id);
  maq_xml_out_put (self->out, "part-name", name);
  write_instruments (self, part, lane, name);
  maq_xml_out_close (self->out);
}

static double
get_mean_key (MaqNotation *notation)
{
  guint n_notes, n_keys = 0;
  const MaqNotationNote *notes = maq_notation_get_notes (notation, &n_notes);
  double sum = 0.0;

  for (guint i = 0; i < n_notes; i++)
    for (guint j = 0; j < notes[i].n_keys; j++, n_keys++)
      sum += notes[i].keys[j];
  return n_keys > 0 ? sum / n_keys : LOW_KEY + 7;
}

static MaqMusicXmlClef
choose_clef (MaqNotation *notation,
             MaqLane     *lane,
             MaqRole      role)
{
  gboolean is_low = get_mean_key (notation) < LOW_KEY;

  if (lane != NULL && maq_lane_is_drums (lane))
    return MAQ_MUSICXML_CLEF_DRUMS;
  if (role == MAQ_ROLE_BASS)
    return MAQ_MUSICXML_CLEF_BASS_8;
  if (role == MAQ_ROLE_ACOUSTIC_GUITAR || role == MAQ_ROLE_ELECTRIC_GUITAR)
    return MAQ_MUSICXML_CLEF_TREBLE_8;
  if (role == MAQ_ROLE_VOCAL && is_low)
    return MAQ_MUSICXML_CLEF_TREBLE_8;
  return is_low ? MAQ_MUSICXML_CLEF_BASS : MAQ_MUSICXML_CLEF_TREBLE;
}

/* Nothing is known of what plays, when the arrangement has been changed under the performance. */
static MaqRole
find_role (Writer  *self,
           MaqLane *lane)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);
  int index = maq_arrangement_find_layer (arrangement, maq_lane_get_id (lane));

  return index < 0 ? MAQ_ROLE_KEYS
                   : maq_layer_get_role (maq_arrangement_get_layer (arrangement, (guint) index));
}

static void
clear_part (MaqMusicXmlPart *part)
{
  g_clear_pointer (&part->notation, maq_notation_free);
}

static void
add_part (Writer   *self,
          GArray   *parts,
          MaqLane  *lane,
          gboolean  is_lead)
{
  gboolean is_drums = lane != NULL && maq_lane_is_drums (lane);
  MaqNotationHow how = is_lead ? MAQ_NOTATION_TUNE
                       : is_drums ? MAQ_NOTATION_DRUMS : MAQ_NOTATION_CHORDS;
  MaqMusicXmlPart part = {
    self->out, self->handoff,
    maq_notation_new (maq_handoff_get_form (self->handoff), self->performance, lane, how),
    parts->len + 1, MAQ_MUSICXML_CLEF_TREBLE, is_lead,
  };

  part.clef = choose_clef (part.notation, lane,
                           is_lead ? MAQ_ROLE_VOCAL : find_role (self, lane));
  g_array_append_val (parts, part);
}

GBytes *
maq_export_musicxml (MaqHandoff     *handoff,
                     MaqPerformance *performance,
                     gboolean        with_parts)
{
  g_autoptr(MaqXmlOut) out = maq_xml_out_new ("score-partwise", PUBLIC_ID, SYSTEM_ID);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (MaqMusicXmlPart));
  g_autoptr(GArray) measures = NULL;
  Writer self = { handoff, performance, out };
  MaqLane *sung = maq_sung_words_find_lane (handoff, performance);
  guint n_lanes = with_parts ? maq_performance_get_n_lanes (performance) : 0;

  g_array_set_clear_func (parts, (GDestroyNotify) clear_part);
  maq_xml_out_attribute (out, "version", "4.0");
  write_head (&self);
  add_part (&self, parts, sung, TRUE);
  for (guint i = 0; i < n_lanes; i++)
    add_part (&self, parts, maq_performance_get_lane (performance, i), FALSE);

  maq_xml_out_open (out, "part-list");
  for (guint i = 0; i < parts->len; i++)
    {
      MaqLane *lane = i > 0 ? maq_performance_get_lane (performance, i - 1) : sung;

      write_score_part (&self, &g_array_index (parts, MaqMusicXmlPart, i), lane,
                        i > 0 ? maq_lane_get_name (lane) : _("Lead sheet"));
    }
  maq_xml_out_close (out);
  measures = maq_musicxml_list_measures ((const MaqMusicXmlPart *) (gpointer) parts->data,
                                         parts->len);
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%u", i + 1);

      maq_xml_out_open (out, "part");
      maq_xml_out_attribute (out, "id", id);
      maq_musicxml_write_part (&g_array_index (parts, MaqMusicXmlPart, i), measures);
      maq_xml_out_close (out);
    }
  return maq_xml_out_finish (out);
}
