/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-layers.h"

#include "maq-xml-reader.h"

MaqProject *
load_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MAQ_DATADIR"), "examples",
                                            "lanterns.maquette", NULL);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MaqProject *project;

  file = g_mapped_file_new (path, FALSE, &error);
  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  project = maq_xml_read (bytes, &error);
  g_assert_no_error (error);
  return project;
}

/* The same notes in other keys, so that those on a shared MIDI channel are told apart. */
static MaqPhrase *
transpose (MaqPhrase *phrase,
           guint      steps)
{
  guint n_notes;
  const MaqNote *notes = maq_phrase_get_notes (phrase, &n_notes);
  g_autofree MaqNote *copy = g_memdup2 (notes, n_notes * sizeof *notes);

  for (guint i = 0; i < n_notes; i++)
    copy[i].key = (guint8) MIN (copy[i].key + steps, 127);
  return maq_phrase_new (copy, n_notes, -1, -1);
}

static MaqLane *
copy_lane (MaqLane *lane,
           guint    number,
           guint    round)
{
  guint n_phrases = maq_lane_get_n_phrases (lane);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_full (n_phrases, NULL);
  gboolean is_drums = maq_lane_is_drums (lane);
  int program = maq_lane_get_program (lane);
  MaqLane *copy;

  if (round == 0)
    return maq_lane_ref (lane);
  for (guint i = 0; i < n_phrases; i++)
    {
      MaqPhrase *phrase = maq_lane_get_phrase (lane, i);

      g_ptr_array_add (phrases, phrase != NULL ? transpose (phrase, is_drums ? 0 : 3 * round)
                                               : NULL);
    }
  copy = maq_lane_new (number, maq_lane_get_name (lane), is_drums, 0,
                       is_drums ? program : (program + 8 * (int) round) % 96,
                       maq_lane_get_strip (lane), (MaqPhrase *const *) phrases->pdata, n_phrases);
  for (guint i = 0; i < n_phrases; i++)
    if (phrases->pdata[i] != NULL)
      maq_phrase_unref (phrases->pdata[i]);
  return copy;
}

MaqPerformance *
with_layers (MaqPerformance *performance,
             guint           n_layers)
{
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lane_unref);
  guint n_own = maq_performance_get_n_lanes (performance);

  for (guint i = 0; i < n_layers; i++)
    g_ptr_array_add (lanes, copy_lane (maq_performance_get_lane (performance, i % n_own),
                                       i + 1000, i / n_own));
  return maq_performance_new (maq_performance_get_span (performance, 0),
                              maq_performance_get_n_spans (performance),
                              (MaqLane *const *) lanes->pdata, lanes->len, NULL, NULL);
}
