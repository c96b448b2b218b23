/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-dawproject.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-export-words.h"
#include "maq-limits.h"
#include "maq-played.h"
#include "maq-xml-out.h"
#include "maq-zip.h"

#define DRUM_CHANNEL 9

typedef struct
{
  MaqHandoff     *handoff;
  MaqPerformance *performance;
  MaqInnerSound  *stems; /* or NULL */
  MaqXmlOut      *out;
} Writer;

static const char *const colours[MAQ_N_COLOURS] = {
  [MAQ_COLOUR_BLUE] = "#3584e4", [MAQ_COLOUR_TEAL] = "#2190a4", [MAQ_COLOUR_GREEN] = "#3a944a",
  [MAQ_COLOUR_YELLOW] = "#c88800", [MAQ_COLOUR_ORANGE] = "#ed5b00", [MAQ_COLOUR_RED] = "#e62d42",
  [MAQ_COLOUR_PURPLE] = "#9141ac", [MAQ_COLOUR_BROWN] = "#865e3c",
};

static double
to_beats (double ticks)
{
  return ticks / MAQ_TICKS_PER_QUARTER;
}

static void
put_id (Writer     *self,
        const char *prefix,
        guint       number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", prefix, number);

  maq_xml_out_attribute (self->out, "id", id);
}

static void
open_with_id (Writer     *self,
              const char *element,
              const char *id)
{
  maq_xml_out_open (self->out, element);
  maq_xml_out_attribute (self->out, "id", id);
}

static void
write_transport (Writer *self)
{
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (self->handoff));
  MaqForm *form = maq_handoff_get_form (self->handoff);
  const MaqFormSection *first = maq_form_get_n_sections (form) > 0
                                ? maq_form_get_section (form, 0) : NULL;
  MaqMeter meter = first != NULL ? maq_form_get_bar_meter (form, 0, 0) : song->meter;

  maq_xml_out_open (self->out, "Transport");
  open_with_id (self, "Tempo", "tempo");
  maq_xml_out_attribute (self->out, "unit", "bpm");
  maq_xml_out_attribute_number (self->out, "value",
                                first != NULL ? first->tempo_qpm : song->tempo_qpm);
  maq_xml_out_close (self->out);
  open_with_id (self, "TimeSignature", "meter");
  maq_xml_out_attribute_number (self->out, "numerator", meter.beats);
  maq_xml_out_attribute_number (self->out, "denominator", meter.unit);
  maq_xml_out_close (self->out);
  maq_xml_out_close (self->out);
}

static void
open_track (Writer     *self,
            guint       number,
            const char *name,
            const char *colour,
            const char *comment,
            const char *content)
{
  maq_xml_out_open (self->out, "Track");
  put_id (self, "track", number);
  maq_xml_out_attribute (self->out, "name", name);
  maq_xml_out_attribute (self->out, "color", colour);
  maq_xml_out_attribute (self->out, "comment", comment);
  maq_xml_out_attribute (self->out, "contentType", content);
  maq_xml_out_attribute (self->out, "loaded", "true");
}

static void
write_parameter (Writer     *self,
                 const char *element,
                 const char *prefix,
                 guint       number,
                 const char *unit,
                 double      max,
                 double      value)
{
  maq_xml_out_open (self->out, element);
  put_id (self, prefix, number);
  maq_xml_out_attribute (self->out, "unit", unit);
  maq_xml_out_attribute (self->out, "min", "0");
  maq_xml_out_attribute_number (self->out, "max", max);
  maq_xml_out_attribute_number (self->out, "value", value);
  maq_xml_out_close (self->out);
}

/* As the layer asks for: what the band adds is for its own instruments. */
static void
write_channel (Writer               *self,
               guint                 number,
               const MaqLayerFields *layer)
{
  gboolean is_soloed = layer != NULL && layer->soloed;
  gboolean is_muted = layer != NULL && layer->muted;
  double pan = layer != NULL ? layer->pan : 0.0;
  double gain_db = layer != NULL ? layer->gain_db : 0.0;

  maq_xml_out_open (self->out, "Channel");
  put_id (self, "channel", number);
  maq_xml_out_attribute (self->out, "role", "regular");
  maq_xml_out_attribute (self->out, "audioChannels", "2");
  maq_xml_out_attribute (self->out, "destination", "master");
  maq_xml_out_attribute (self->out, "solo", is_soloed ? "true" : "false");
  maq_xml_out_open (self->out, "Mute");
  put_id (self, "mute", number);
  maq_xml_out_attribute (self->out, "value", is_muted ? "true" : "false");
  maq_xml_out_close (self->out);
  write_parameter (self, "Pan", "pan", number, "normalized", 1.0, (pan + 1.0) / 2.0);
  write_parameter (self, "Volume", "volume", number, "linear", 2.0,
                   MIN (pow (10.0, gain_db / 20.0), 2.0));
  maq_xml_out_close (self->out);
}

/* "Electric guitar. Jonah. Half-open hats": role, who plays, and what they are told */
static char *
dup_comment (const MaqLayerFields *layer)
{
  const char *words[] = { maq_role_get_label (layer->role), layer->performer, layer->direction };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      g_string_append_printf (text, "%s%s", i > 0 ? ". " : "", words[i]);
  return g_string_free (text, FALSE);
}

static const MaqLayerFields *
find_layer (Writer *self,
            MaqId   id)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);
  int index = maq_arrangement_find_layer (arrangement, id);

  return index >= 0 ? maq_layer_get_fields (maq_arrangement_get_layer (arrangement, (guint) index))
                    : NULL;
}

static guint
get_n_stems (Writer *self)
{
  return self->stems != NULL ? self->stems->files->len : 0;
}

/* They come after those of notes. */
static guint
get_stem_number (Writer *self,
                 guint   i)
{
  return maq_performance_get_n_lanes (self->performance) + 1 + i;
}

static void
write_stem_tracks (Writer *self)
{
  for (guint i = 0; i < get_n_stems (self); i++)
    {
      const MaqInnerFile *stem = &g_array_index (self->stems->files, MaqInnerFile, i);
      const MaqLayerFields *layer = find_layer (self, stem->layer);

      open_track (self, get_stem_number (self, i), stem->what,
                  layer != NULL ? colours[layer->colour] : NULL, NULL, "audio");
      write_channel (self, get_stem_number (self, i), NULL);
      maq_xml_out_close (self->out);
    }
}

static void
write_structure (Writer *self)
{

  maq_xml_out_open (self->out, "Structure");
  open_track (self, 0, _("Form"), NULL, NULL, "notes");
  write_channel (self, 0, NULL);
  maq_xml_out_close (self->out);
  for (guint i = 0; i < maq_performance_get_n_lanes (self->performance); i++)
    {
      MaqLane *lane = maq_performance_get_lane (self->performance, i);
      const MaqLayerFields *layer = find_layer (self, maq_lane_get_id (lane));
      g_autofree char *comment = layer != NULL ? dup_comment (layer) : NULL;

      open_track (self, i + 1, maq_lane_get_name (lane),
                  layer != NULL ? colours[layer->colour] : NULL, comment, "notes");
      write_channel (self, i + 1, layer);
      maq_xml_out_close (self->out);
    }
  write_stem_tracks (self);
  open_with_id (self, "Track", "track-master");
  maq_xml_out_attribute (self->out, "name", _("Master"));
  maq_xml_out_attribute (self->out, "contentType", "audio notes");
  maq_xml_out_attribute (self->out, "loaded", "true");
  open_with_id (self, "Channel", "master");
  maq_xml_out_attribute (self->out, "role", "master");
  maq_xml_out_attribute (self->out, "audioChannels", "2");
  maq_xml_out_close (self->out);
  maq_xml_out_close (self->out);
  maq_xml_out_close (self->out);
}

static void
open_clip (Writer *self,
           guint   section)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  const MaqFormSection *place = maq_form_get_section (form, section);

  maq_xml_out_open (self->out, "Clip");
  maq_xml_out_attribute (self->out, "name", maq_export_get_name (place->section));
  maq_xml_out_attribute_number (self->out, "time", to_beats ((double) place->start_ticks));
  maq_xml_out_attribute_number (self->out, "duration", to_beats ((double) place->length_ticks));
  maq_xml_out_attribute (self->out, "contentTimeUnit", "beats");
  maq_xml_out_attribute (self->out, "playStart", "0");
}

static void
open_clips (Writer *self,
            guint   track)
{
  g_autofree char *id = g_strdup_printf ("track%u", track);

  maq_xml_out_open (self->out, "Lanes");
  put_id (self, "lanes", track);
  maq_xml_out_attribute (self->out, "track", id);
  maq_xml_out_open (self->out, "Clips");
  put_id (self, "clips", track);
}

typedef struct
{
  MaqTick start;
  MaqTick length;
  guint8  key;
  guint8  velocity;
} Played;

/* An early note at the very start has nothing before it to be early in. */
static GArray *
list_played (Writer  *self,
             MaqLane *lane)
{
  GArray *played = g_array_new (FALSE, FALSE, sizeof (Played));

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      const MaqSpan *span = maq_performance_get_span (self->performance, i);
      guint n_notes = 0;
      const MaqNote *notes = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes; j++)
        {
          const Played one = { MAX (maq_played_start (span, &notes[j]), 0), notes[j].length_ticks,
                               notes[j].key, notes[j].velocity };

          g_array_append_val (played, one);
        }
    }
  return played;
}

static int
compare_played (gconstpointer a,
                gconstpointer b)
{
  const Played *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start ? 1 : (int) x->key - (int) y->key;
}

static void
write_note (Writer       *self,
            const Played *note,
            MaqTick       clip_start,
            gboolean      is_drums)
{
  maq_xml_out_open (self->out, "Note");
  maq_xml_out_attribute_number (self->out, "time", to_beats ((double) (note->start - clip_start)));
  maq_xml_out_attribute_number (self->out, "duration", to_beats ((double) note->length));
  maq_xml_out_attribute_number (self->out, "channel", is_drums ? DRUM_CHANNEL : 0);
  maq_xml_out_attribute_number (self->out, "key", note->key);
  maq_xml_out_attribute_number (self->out, "vel", note->velocity / 127.0);
  maq_xml_out_close (self->out);
}

/* What lags behind the end of the song stays in its last clip. */
static void
write_lane (Writer  *self,
            MaqLane *lane,
            guint    number)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  g_autoptr(GArray) played = list_played (self, lane);
  guint n_sections = maq_form_get_n_sections (form), at = 0, n_clips = 0;

  g_array_sort (played, compare_played);
  open_clips (self, number);
  for (guint i = 0; i < n_sections; i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);
      guint first = at;

      while (at < played->len && (i + 1 == n_sections || g_array_index (played, Played, at).start <
                                  place->start_ticks + place->length_ticks))
        at++;
      if (at == first)
        continue;
      open_clip (self, i);
      maq_xml_out_open (self->out, "Notes");
      put_id (self, "notes", number * MAQ_LIMIT_SECTIONS + n_clips++);
      for (guint j = first; j < at; j++)
        write_note (self, &g_array_index (played, Played, j), place->start_ticks,
                    maq_lane_is_drums (lane));
      maq_xml_out_close (self->out);
      maq_xml_out_close (self->out);
    }
  maq_xml_out_close (self->out);
  maq_xml_out_close (self->out);
}

static char *
dup_stem_path (const MaqInnerFile *stem)
{
  return g_strconcat ("audio/", stem->name, NULL);
}

/* What rings out after the end lasts as long as the last tempo makes it. */
static double
get_stem_beats (Writer *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  const MaqSpan *last =
    maq_performance_get_span (self->performance,
                              maq_performance_get_n_spans (self->performance) - 1);
  double end_qpm = maq_span_get_tempo (last, (double) last->length_ticks, NULL);
  double seconds = (double) self->stems->n_frames / self->stems->rate_hz;
  double tail_seconds = seconds - maq_form_get_seconds (form);

  return to_beats ((double) maq_form_get_length_ticks (form)) + tail_seconds * end_qpm / 60.0;
}

static void
write_stem (Writer *self,
            guint   i)
{
  const MaqInnerFile *stem = &g_array_index (self->stems->files, MaqInnerFile, i);
  g_autofree char *path = dup_stem_path (stem);

  open_clips (self, get_stem_number (self, i));
  maq_xml_out_open (self->out, "Clip");
  maq_xml_out_attribute (self->out, "name", stem->what);
  maq_xml_out_attribute_number (self->out, "time", 0.0);
  maq_xml_out_attribute_number (self->out, "duration", get_stem_beats (self));
  maq_xml_out_attribute (self->out, "contentTimeUnit", "seconds");
  maq_xml_out_attribute (self->out, "playStart", "0");
  maq_xml_out_open (self->out, "Audio");
  put_id (self, "audio", i);
  maq_xml_out_attribute (self->out, "algorithm", "raw");
  maq_xml_out_attribute (self->out, "channels", "2");
  maq_xml_out_attribute_number (self->out, "sampleRate", self->stems->rate_hz);
  maq_xml_out_attribute_number (self->out, "duration",
                                (double) self->stems->n_frames / self->stems->rate_hz);
  maq_xml_out_open (self->out, "File");
  maq_xml_out_attribute (self->out, "path", path);
  maq_xml_out_attribute (self->out, "external", "false");
  for (guint n_open = 5; n_open > 0; n_open--)
    maq_xml_out_close (self->out);
}

static void
write_form_track (Writer *self)
{
  open_clips (self, 0);
  for (guint i = 0; i < maq_form_get_n_sections (maq_handoff_get_form (self->handoff)); i++)
    {
      open_clip (self, i);
      maq_xml_out_open (self->out, "Notes");
      put_id (self, "form", i);
      maq_xml_out_close (self->out);
      maq_xml_out_close (self->out);
    }
  maq_xml_out_close (self->out);
  maq_xml_out_close (self->out);
}

static void
write_marker (Writer     *self,
              MaqTick     ticks,
              const char *name,
              const char *comment)
{
  maq_xml_out_open (self->out, "Marker");
  maq_xml_out_attribute_number (self->out, "time", to_beats ((double) ticks));
  maq_xml_out_attribute (self->out, "name", name);
  maq_xml_out_attribute (self->out, "comment", comment);
  maq_xml_out_close (self->out);
}

static void
write_markers (Writer *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);

  open_with_id (self, "Markers", "markers");
  maq_xml_out_attribute (self->out, "timeUnit", "beats");
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);

      write_marker (self, place->start_ticks, maq_export_get_name (place->section),
                    maq_section_get_fields (place->section)->mood);
    }
  write_marker (self, maq_form_get_length_ticks (form), _("End"), NULL);
  maq_xml_out_close (self->out);
}

static void
write_tempo_point (Writer *self,
                   double  ticks,
                   double  tempo_qpm)
{
  maq_xml_out_open (self->out, "RealPoint");
  maq_xml_out_attribute_number (self->out, "time", to_beats (ticks));
  maq_xml_out_attribute_number (self->out, "value", tempo_qpm);
  maq_xml_out_attribute (self->out, "interpolation", "hold");
  maq_xml_out_close (self->out);
}

static void
write_tempi (Writer *self)
{
  double before_qpm = 0.0;

  open_with_id (self, "TempoAutomation", "tempi");
  maq_xml_out_attribute (self->out, "timeUnit", "beats");
  maq_xml_out_attribute (self->out, "unit", "bpm");
  maq_xml_out_open (self->out, "Target");
  maq_xml_out_attribute (self->out, "parameter", "tempo");
  maq_xml_out_close (self->out);
  for (guint i = 0; i < maq_performance_get_n_spans (self->performance); i++)
    {
      const MaqSpan *span = maq_performance_get_span (self->performance, i);

      for (double at = 0.0, until = 0.0; at < (double) span->length_ticks; at = until)
        {
          double tempo_qpm = maq_span_get_tempo (span, at, &until);

          if (tempo_qpm != before_qpm)
            write_tempo_point (self, (double) span->start_ticks + at, tempo_qpm);
          before_qpm = tempo_qpm;
        }
    }
  maq_xml_out_close (self->out);
}

static void
write_meters (Writer *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  MaqMeter before = MAQ_METER_UNSET;

  open_with_id (self, "TimeSignatureAutomation", "meters");
  maq_xml_out_attribute (self->out, "timeUnit", "beats");
  maq_xml_out_open (self->out, "Target");
  maq_xml_out_attribute (self->out, "parameter", "meter");
  maq_xml_out_close (self->out);
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    for (int bar = 0; bar < maq_form_get_section (form, i)->bars; bar++)
      {
        MaqMeter meter = maq_form_get_bar_meter (form, i, bar);
        MaqTick start = maq_form_get_section (form, i)->start_ticks +
                        maq_form_get_bar_start (form, i, bar);

        if (maq_meter_equal (meter, before))
          continue;
        maq_xml_out_open (self->out, "TimeSignaturePoint");
        maq_xml_out_attribute_number (self->out, "time", to_beats ((double) start));
        maq_xml_out_attribute_number (self->out, "numerator", meter.beats);
        maq_xml_out_attribute_number (self->out, "denominator", meter.unit);
        maq_xml_out_close (self->out);
        before = meter;
      }
  maq_xml_out_close (self->out);
}

static GBytes *
write_project (Writer *self)
{
  self->out = maq_xml_out_new ("Project", NULL, NULL);
  maq_xml_out_attribute (self->out, "version", "1.0");
  maq_xml_out_open (self->out, "Application");
  maq_xml_out_attribute (self->out, "name", "Maquette");
  maq_xml_out_attribute (self->out, "version", MAQ_VERSION);
  maq_xml_out_close (self->out);
  write_transport (self);
  write_structure (self);
  open_with_id (self, "Arrangement", "arrangement");
  open_with_id (self, "Lanes", "lanes-all");
  maq_xml_out_attribute (self->out, "timeUnit", "beats");
  write_form_track (self);
  for (guint i = 0; i < maq_performance_get_n_lanes (self->performance); i++)
    write_lane (self, maq_performance_get_lane (self->performance, i), i + 1);
  for (guint i = 0; i < get_n_stems (self); i++)
    write_stem (self, i);
  maq_xml_out_close (self->out);
  write_markers (self);
  write_tempi (self);
  write_meters (self);
  maq_xml_out_close (self->out);
  maq_xml_out_put (self->out, "Scenes", NULL);
  return maq_xml_out_finish (self->out);
}

static GBytes *
write_metadata (MaqHandoff *handoff)
{
  g_autoptr(MaqXmlOut) out = maq_xml_out_new ("MetaData", NULL, NULL);
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (handoff));
  const char *album = maq_project_get_fields (maq_handoff_get_project (handoff))->title;
  g_autofree char *version = maq_export_dup_version (handoff);

  maq_xml_out_put (out, "Title", song->title);
  if (song->artist != NULL)
    maq_xml_out_put (out, "Artist", song->artist);
  if (album != NULL)
    maq_xml_out_put (out, "Album", album);
  if (song->composer != NULL)
    maq_xml_out_put (out, "Composer", song->composer);
  maq_xml_out_put (out, "Comment", version);
  return maq_xml_out_finish (out);
}

GBytes *
maq_export_dawproject (MaqHandoff      *handoff,
                       MaqPerformance  *performance,
                       MaqInnerSound   *stems,
                       GError         **error)
{
  Writer self = { handoff, performance, stems, NULL };
  g_autoptr(MaqZip) zip = maq_zip_new ();
  g_autoptr(GBytes) project = write_project (&self);
  g_autoptr(GBytes) metadata = write_metadata (handoff);

  maq_xml_out_free (self.out);
  maq_zip_add (zip, "project.xml", project);
  maq_zip_add (zip, "metadata.xml", metadata);
  for (guint i = 0; i < get_n_stems (&self); i++)
    {
      const MaqInnerFile *stem = &g_array_index (stems->files, MaqInnerFile, i);
      g_autofree char *path = dup_stem_path (stem);

      maq_zip_add_packed (zip, path, stem->bytes);
    }
  return maq_zip_finish (zip, error);
}
