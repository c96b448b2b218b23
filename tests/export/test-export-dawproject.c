/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "export-test.h"
#include "maq-export-dawproject.h"

#define N_SONGS 25
#define BEAT ((double) MAQ_TICKS_PER_QUARTER)

/* One note, in whole ticks, so that two can be compared. */
typedef struct
{
  gint64 start;
  gint64 length;
  int    key;
  int    velocity;
} Note;

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const Note *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->key != y->key)
    return x->key - y->key;
  if (x->velocity != y->velocity)
    return x->velocity - y->velocity;
  return x->length < y->length ? -1 : x->length > y->length;
}

static double
number (xmlNode    *node,
        const char *name)
{
  g_autofree char *text = export_test_attribute (node, name);

  g_assert_cmpstr (text, !=, "");
  return g_ascii_strtod (text, NULL);
}

static xmlDoc *
open_document (GHashTable *files,
               const char *name,
               const char *schema)
{
  xmlDoc *doc = export_test_parse (g_hash_table_lookup (files, name));

  export_test_validate (doc, schema);
  return doc;
}

/* The lane of a track within the arrangement. */
static xmlNode *
find_clips (xmlNode    *arrangement,
            const char *track)
{
  xmlNode *lanes = export_test_find (export_test_find (arrangement, "Lanes"), "Lanes");

  for (; lanes != NULL; lanes = export_test_next (lanes, "Lanes"))
    {
      g_autofree char *id = export_test_attribute (lanes, "track");

      if (g_str_equal (id, track))
        return export_test_find (lanes, "Clips");
    }
  g_assert_not_reached ();
}

/* Each clip is a section, and each note begins within its clip, but for the last one's laggards. */
static GArray *
read_notes (xmlNode *clips,
            MaqForm *form)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Note));

  for (xmlNode *clip = export_test_find (clips, "Clip"); clip != NULL;
       clip = export_test_next (clip, "Clip"))
    {
      double time = number (clip, "time");
      MaqPosition place = maq_form_find_ticks (form, (MaqTick) lrint (time * BEAT));
      const MaqFormSection *section = maq_form_get_section (form, place.section);

      g_assert_cmpint (lrint (time * BEAT), ==, section->start_ticks);
      g_assert_cmpint (lrint (number (clip, "duration") * BEAT), ==, section->length_ticks);
      for (xmlNode *note = export_test_find (export_test_find (clip, "Notes"), "Note");
           note != NULL; note = export_test_next (note, "Note"))
        {
          const Note one = { lrint ((time + number (note, "time")) * BEAT),
                             lrint (number (note, "duration") * BEAT), (int) number (note, "key"),
                             (int) lrint (number (note, "vel") * 127.0) };

          g_assert_cmpfloat (number (note, "time"), >=, 0.0);
          if (place.section + 1 < maq_form_get_n_sections (form))
            g_assert_cmpfloat (number (note, "time"), <, number (clip, "duration"));
          g_array_append_val (notes, one);
        }
    }
  g_array_sort (notes, compare_notes);
  return notes;
}

/* From the performance alone, as the engine plays it. */
static GArray *
list_notes (MaqPerformance *performance,
            MaqLane        *lane)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Note));

  for (guint i = 0; i < maq_lane_get_n_phrases (lane); i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);
      const MaqSpan *span = maq_performance_get_span (performance, i);
      guint n_notes = 0;
      const MaqNote *played = phrase != NULL ? maq_phrase_get_notes (phrase, &n_notes) : NULL;

      for (guint j = 0; j < n_notes; j++)
        {
          double tempo = maq_span_get_tempo (span, played[j].start_ticks, NULL);
          gint64 lag = lrint (played[j].lag_us / 1e6 * tempo / 60.0 * BEAT);
          const Note one = { MAX (span->start_ticks + played[j].start_ticks + lag, 0),
                             played[j].length_ticks, played[j].key, played[j].velocity };

          g_array_append_val (notes, one);
        }
    }
  g_array_sort (notes, compare_notes);
  return notes;
}

static void
assert_lanes (xmlNode        *arrangement,
              MaqForm        *form,
              MaqPerformance *performance)
{
  for (guint i = 0; i < maq_performance_get_n_lanes (performance); i++)
    {
      g_autofree char *track = g_strdup_printf ("track%u", i + 1);
      g_autoptr(GArray) read = read_notes (find_clips (arrangement, track), form);
      g_autoptr(GArray) played = list_notes (performance,
                                             maq_performance_get_lane (performance, i));

      g_assert_cmpmem (read->data, read->len * sizeof (Note),
                       played->data, played->len * sizeof (Note));
    }
}

static void
assert_form (xmlNode *arrangement,
             MaqForm *form)
{
  xmlNode *marker = export_test_find (export_test_find (arrangement, "Markers"), "Marker");
  xmlNode *clip = export_test_find (find_clips (arrangement, "track0"), "Clip");

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);

      g_assert_cmpint (lrint (number (marker, "time") * BEAT), ==, place->start_ticks);
      g_assert_cmpint (lrint (number (clip, "time") * BEAT), ==, place->start_ticks);
      g_assert_cmpint (lrint (number (clip, "duration") * BEAT), ==, place->length_ticks);
      marker = export_test_next (marker, "Marker");
      clip = export_test_next (clip, "Clip");
    }
  g_assert_null (clip);
  g_assert_cmpint (lrint (number (marker, "time") * BEAT), ==, maq_form_get_length_ticks (form));
}

/* At the middle of every beat, the tempo is the performance's. */
static void
assert_tempi (xmlNode        *arrangement,
              MaqPerformance *performance)
{
  xmlNode *point = export_test_find (export_test_find (arrangement, "TempoAutomation"),
                                     "RealPoint");
  MaqTick end = MIN (maq_performance_get_length (performance), 400 * MAQ_TICKS_PER_QUARTER);

  for (MaqTick at = 7; at < end; at += 61)
    {
      const MaqSpan *span =
        maq_performance_get_span (performance, maq_performance_find_span (performance, at));
      xmlNode *next = export_test_next (point, "RealPoint");

      while (next != NULL && number (next, "time") * BEAT <= (double) at)
        {
          point = next;
          next = export_test_next (point, "RealPoint");
        }
      g_assert_cmpfloat (number (point, "value"), ==,
                         maq_span_get_tempo (span, (double) (at - span->start_ticks), NULL));
    }
}

static void
assert_meters (xmlNode *arrangement,
               MaqForm *form)
{
  xmlNode *point = export_test_find (export_test_find (arrangement, "TimeSignatureAutomation"),
                                     "TimeSignaturePoint");

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    for (int bar = 0; bar < maq_form_get_section (form, i)->bars; bar++)
      {
        MaqMeter meter = maq_form_get_bar_meter (form, i, bar);
        MaqTick start = maq_form_get_section (form, i)->start_ticks +
                        maq_form_get_bar_start (form, i, bar);
        xmlNode *next = export_test_next (point, "TimeSignaturePoint");

        if (next != NULL && lrint (number (next, "time") * BEAT) <= start)
          point = next;
        g_assert_cmpint ((int) number (point, "numerator"), ==, meter.beats);
        g_assert_cmpint ((int) number (point, "denominator"), ==, meter.unit);
      }
}

static void
assert_archive (MaqHandoff *handoff)
{
  g_autoptr(MaqPerformance) performance = export_test_perform (handoff);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = maq_export_dawproject (handoff, performance, NULL, &error);
  g_autoptr(GHashTable) files = NULL;
  g_autoptr(xmlDoc) project = NULL;
  g_autoptr(xmlDoc) metadata = NULL;
  g_autofree char *comment = NULL;
  xmlNode *arrangement;
  MaqForm *form = maq_handoff_get_form (handoff);

  g_assert_no_error (error);
  files = export_test_unzip (bytes);
  g_assert_cmpuint (g_hash_table_size (files), ==, 2);
  project = open_document (files, "project.xml", "dawproject/Project.xsd");
  metadata = open_document (files, "metadata.xml", "dawproject/MetaData.xsd");
  comment = export_test_text (xmlDocGetRootElement (metadata), "Comment");
  g_assert_nonnull (strstr (comment, maq_handoff_get_version (handoff)));
  arrangement = export_test_find (xmlDocGetRootElement (project), "Arrangement");
  assert_form (arrangement, form);
  if (maq_form_get_n_sections (form) == 0)
    return;
  assert_lanes (arrangement, form, performance);
  assert_tempi (arrangement, performance);
  assert_meters (arrangement, form);
}

static void
test_any_song (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);

      assert_archive (handoff);
    }
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);

      assert_archive (handoff);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/dawproject/any-song", test_any_song);
  g_test_add_func ("/export/dawproject/hostile", test_hostile_names);
  return g_test_run ();
}
