/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-chord-text.h"
#include "maq-limits.h"
#include "maq-lyric.h"

/* the meter that holds in a section, odd bars apart */
static MaqMeter
find_meter (MaqProject             *root,
            const MaqSectionFields *resolved)
{
  return maq_meter_is_set (resolved->meter)
           ? resolved->meter
           : maq_song_get_fields (maq_project_get_current (root))->meter;
}

static MaqKey
find_key (MaqProject             *root,
          const MaqSectionFields *resolved)
{
  return maq_key_is_set (resolved->key)
           ? resolved->key
           : maq_song_get_fields (maq_project_get_current (root))->key;
}

static MaqProject *
apply_chords (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  const MaqSectionFields *resolved = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MaqVec) chords = NULL;
  MaqSectionFields fields;
  int index;

  if (!maq_move_begin_section (self, root, &fields, error))
    return NULL;

  index = maq_arrangement_find_section (arrangement, self->section);
  resolved = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index));
  chords = maq_chord_text_parse_in_key (self->text != NULL ? self->text : "",
                                        find_key (root, resolved), find_meter (root, resolved),
                                        resolved->odd_bars, &fields.chord_bars, &local_error);
  if (chords == NULL)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE, "%s", local_error->message);
      return NULL;
    }

  fields.chords = chords;
  if (maq_vec_get_length (chords) == 0)
    {
      fields.chords = NULL;
      fields.chord_bars = 0;
    }
  else if (resolved->chords != NULL && resolved->chord_bars == fields.chord_bars &&
           maq_vec_equal (resolved->chords, chords))
    return maq_project_ref (root);

  return maq_move_end_section (root, &fields);
}

static char *
dup_chords_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("%s: chords"), maq_move_section_name (root, self->section));
}

MaqMove *
maq_move_section_chords (MaqId       section,
                         const char *text)
{
  static const MaqMoveClass move_class = { apply_chords, dup_chords_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .text = maq_move_some (text) });
}

/* A line for each line of @text. A line that was there keeps its bar; the others
 * share the section evenly. */
static MaqVec *
spread_lyrics (const char *text,
               int         bars,
               MaqVec     *before)
{
  g_autoptr(GPtrArray) lyrics = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_lyric_unref);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);
  guint n_before = before != NULL ? maq_vec_get_length (before) : 0;

  while (n_lines > 0 && g_strstrip (lines[n_lines - 1])[0] == '\0')
    n_lines--;

  for (guint i = 0; i < n_lines; i++)
    {
      int bar = n_before == n_lines ? maq_lyric_get_bar (maq_vec_get (before, i))
                                    : (int) ((gint64) i * bars / n_lines);

      g_strstrip (lines[i]);
      if (lines[i][0] != '\0')
        g_ptr_array_add (lyrics, maq_lyric_new (bar, lines[i]));
    }

  return maq_vec_new (&maq_lyric_vec_class, lyrics->pdata, lyrics->len);
}

static MaqProject *
apply_lyrics (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  const MaqSectionFields *resolved = NULL;
  g_autoptr(MaqVec) lyrics = NULL;
  MaqSectionFields fields;
  int index;

  if (!maq_move_begin_section (self, root, &fields, error) ||
      !maq_move_require_text (self->text, MAQ_LIMIT_FOREIGN_BYTES, error))
    return NULL;

  index = maq_arrangement_find_section (arrangement, self->section);
  resolved = maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index));
  lyrics = spread_lyrics (self->text != NULL ? self->text : "", resolved->bars, resolved->lyrics);
  if (maq_vec_get_length (lyrics) == 0)
    fields.lyrics = NULL;
  else if (resolved->lyrics != NULL && maq_vec_equal (resolved->lyrics, lyrics))
    return maq_project_ref (root);
  else
    fields.lyrics = lyrics;

  return maq_move_end_section (root, &fields);
}

static char *
dup_lyrics_label (MaqMove    *self,
                  MaqProject *root)
{
  return g_strdup_printf (_("%s: lyrics"), maq_move_section_name (root, self->section));
}

MaqMove *
maq_move_section_lyrics (MaqId       section,
                         const char *text)
{
  static const MaqMoveClass move_class = { apply_lyrics, dup_lyrics_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .text = maq_move_some (text) });
}
