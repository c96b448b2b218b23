/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-check-private.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-vec-private.h"

G_DEFINE_QUARK (maq-check-error-quark, maq_check_error)

/* "Strings" in quotes, or a number where there is no name */
static void
append_thing (GString    *sentence,
              const char *what,
              const char *name,
              guint       number)
{
  if (sentence->len > 0)
    g_string_append (sentence, ", ");
  if (name[0] != '\0' && g_utf8_validate (name, -1, NULL))
    g_string_append_printf (sentence, "%s “%s”", what, name);
  else if (number > 0)
    g_string_append_printf (sentence, "%s %u", what, number);
  else
    g_string_append (sentence, what);
}

/* takes @sentence over */
static void
add_mistake (const MaqCheckPlace *place,
             char                *sentence)
{
  MaqMistake mistake = { .list = place->list, .index = place->index, .point = place->point,
                         .sentence = sentence };

  if (place->song != NULL)
    mistake.path.song = maq_song_get_id (place->song);
  if (place->arrangement != NULL)
    mistake.path.arrangement = maq_arrangement_get_id (place->arrangement);
  if (place->section != NULL)
    mistake.path.section = maq_section_get_id (place->section);
  if (place->layer != NULL)
    mistake.path.layer = maq_layer_get_id (place->layer);

  g_array_append_val (place->report->mistakes, mistake);
}

gboolean
maq_check_fail (const MaqCheckPlace *place,
                const char          *format,
                ...)
{
  g_autoptr(GString) sentence = g_string_new (NULL);
  va_list args;

  if (place->song != NULL)
    append_thing (sentence, _("Song"), maq_song_get_title (place->song), 0);
  if (place->arrangement != NULL)
    append_thing (sentence, _("arrangement"), maq_arrangement_get_name (place->arrangement), 0);
  if (place->section != NULL)
    append_thing (sentence, _("section"), maq_section_get_name (place->section),
                  place->section_number);
  if (place->layer != NULL)
    append_thing (sentence, _("layer"), maq_layer_get_name (place->layer), place->layer_number);
  if (sentence->len == 0)
    g_string_append (sentence, _("Project"));

  g_string_append (sentence, ": ");
  va_start (args, format);
  g_string_append_vprintf (sentence, format, args);
  va_end (args);

  if (place->report->mistakes != NULL)
    add_mistake (place, g_string_free (g_steal_pointer (&sentence), FALSE));
  else
    g_set_error_literal (place->report->error, MAQ_CHECK_ERROR, MAQ_CHECK_ERROR_INVALID,
                         sentence->str);
  return FALSE;
}

gboolean
maq_check_goes_on (const MaqCheckPlace *place,
                   gboolean            *holds)
{
  *holds = FALSE;
  return place->report->mistakes != NULL &&
         place->report->mistakes->len < place->report->max_mistakes;
}

MaqCheckPlace
maq_check_item (const MaqCheckPlace *place,
                MaqMistakeList       list,
                int                  index)
{
  MaqCheckPlace inner = *place;

  inner.list = list;
  inner.index = index;
  inner.point = -1;
  return inner;
}

/* XML has no way to write the others. */
static gboolean
is_writable (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || c == 0xfffe || c == 0xffff)
        return FALSE;
    }

  return TRUE;
}

gboolean
maq_check_text (const MaqCheckPlace *place,
                const char          *what,
                const char          *text,
                gsize                max_bytes)
{
  if (text == NULL)
    return TRUE;
  if (strlen (text) > max_bytes)
    return maq_check_fail (place, _("%s is longer than %zu bytes."), _(what),
                           max_bytes);
  if (!g_utf8_validate (text, -1, NULL))
    return maq_check_fail (place, _("%s is no UTF-8 text."), _(what));
  if (!is_writable (text))
    return maq_check_fail (place, _("%s holds a control character."), _(what));

  return TRUE;
}

gboolean
maq_check_foreign (const MaqCheckPlace *place,
                   const char          *foreign)
{
  if (foreign == NULL)
    return TRUE;
  if (strlen (foreign) > MAQ_LIMIT_FOREIGN_BYTES)
    return maq_check_fail (place, _("content of other namespaces is longer than %d bytes."),
                           MAQ_LIMIT_FOREIGN_BYTES);
  if (!g_utf8_validate (foreign, -1, NULL))
    return maq_check_fail (place, _("content of other namespaces is no UTF-8 text."));

  return TRUE;
}

gboolean
maq_check_number (const MaqCheckPlace *place,
                  const char          *what,
                  double               value,
                  double               low,
                  double               high)
{
  if (isfinite (value) && value >= low && value <= high)
    return TRUE;

  return maq_check_fail (place, _("%s is %g, but must be from %g to %g."), _(what), value, low,
                         high);
}

gboolean
maq_check_stated (const MaqCheckPlace *place,
                  const char          *what,
                  MaqStated            value,
                  double               low,
                  double               high)
{
  return !value.is_set || maq_check_number (place, what, value.value, low, high);
}

gboolean
maq_check_groove (const MaqCheckPlace *place,
                  double               swing,
                  MaqStated            lag_ms,
                  MaqStated            looseness)
{
  return (swing == 0 ||
          maq_check_number (place, N_("the swing"), swing, MAQ_SWING_MIN, MAQ_SWING_MAX)) &&
         maq_check_stated (place, N_("the lag"), lag_ms, -MAQ_LAG_MAX_MS, MAQ_LAG_MAX_MS) &&
         maq_check_stated (place, N_("the looseness"), looseness, 0.0, MAQ_LOOSENESS_MAX);
}

gboolean
maq_check_sound (const MaqCheckPlace *place,
                 MaqSound            *sound)
{
  const MaqSoundFields *fields = NULL;

  if (sound == NULL)
    return TRUE;

  fields = maq_sound_get_fields (sound);
  return maq_check_text (place, N_("the name of the sound"), fields->name, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (place, N_("the meaning of the sound"), fields->meaning,
                         MAQ_LIMIT_TEXT_BYTES) &&
         maq_check_foreign (place, fields->foreign) &&
         maq_check_number (place, N_("the bank"), fields->bank, 0, 16383) &&
         maq_check_number (place, N_("the program"), fields->program, 0, 127);
}

gboolean
maq_check_meter (const MaqCheckPlace *place,
                 MaqMeter             meter)
{
  if (maq_meter_is_valid (meter))
    return TRUE;

  return maq_check_fail (place, _("%d/%d is no meter."), meter.beats, meter.unit);
}

gboolean
maq_check_key (const MaqCheckPlace *place,
               MaqKey               key)
{
  if (key.tonic.step >= 0 && key.tonic.step <= 6 &&
      key.tonic.alter >= -2 && key.tonic.alter <= 2 &&
      (int) key.mode >= MAQ_MODE_MAJOR && key.mode <= MAQ_MODE_LOCRIAN)
    return TRUE;

  return maq_check_fail (place, _("the key is none that there is."));
}

static gboolean
check_song_texts (const MaqCheckPlace *place,
                  const MaqSongFields *fields)
{
  return maq_check_text (place, N_("the title"), fields->title, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (place, N_("the artist"), fields->artist, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (place, N_("the composer"), fields->composer, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_text (place, N_("the style"), fields->style, MAQ_LIMIT_NAME_BYTES) &&
         maq_check_foreign (place, fields->foreign);
}

static gboolean
check_arrangement_ids (const MaqCheckPlace *place,
                       MaqSong             *song)
{
  const MaqSongFields *fields = maq_song_get_fields (song);

  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    {
      MaqId id = maq_arrangement_get_id (maq_song_get_arrangement (song, i));

      if (id == MAQ_ID_NONE)
        return maq_check_fail (place, _("arrangement %u has no id."), i + 1);
      if (maq_song_find_arrangement (song, id) != (int) i)
        return maq_check_fail (place, _("two arrangements have the id %" PRIx64 "."),
                               id);
    }

  if (maq_song_find_arrangement (song, fields->current) < 0)
    return maq_check_fail (place, _("the current arrangement is not there."));

  return TRUE;
}

static gboolean
check_song_fields (const MaqCheckPlace *place,
                   const MaqSongFields *fields)
{
  return check_song_texts (place, fields) &&
         maq_check_key (place, fields->key) &&
         maq_check_meter (place, fields->meter) &&
         maq_check_number (place, N_("the tempo"), fields->tempo_qpm, MAQ_TEMPO_MIN_QPM,
                           MAQ_TEMPO_MAX_QPM) &&
         maq_check_number (place, N_("the space"), fields->space, 0, MAQ_N_SPACES - 1) &&
         maq_check_groove (place, fields->swing, fields->lag_ms, fields->looseness) &&
         maq_check_number (place, N_("the capo"), fields->capo, 0, 11) &&
         maq_check_number (place, N_("the number of arrangements"),
                           maq_vec_get_length0 (fields->arrangements), 1, MAQ_LIMIT_ARRANGEMENTS) &&
         check_arrangement_ids (place, place->song);
}

static gboolean
check_song (MaqSong        *song,
            MaqSong        *before,
            MaqCheckReport *report)
{
  MaqCheckPlace place = { .song = song, .report = report };
  const MaqSongFields *fields = maq_song_get_fields (song);
  gboolean is_meter_same = FALSE;
  gboolean holds = TRUE;

  if (song == before)
    return TRUE;
  if (before != NULL)
    is_meter_same = maq_meter_equal (fields->meter, maq_song_get_fields (before)->meter);
  if (!check_song_fields (&place, fields))
    return FALSE;

  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    {
      MaqArrangement *arrangement = maq_song_get_arrangement (song, i);
      MaqCheckPlace inner = { .song = song, .arrangement = arrangement, .report = report };
      int index = before != NULL ? maq_song_find_arrangement (before,
                                                              maq_arrangement_get_id (arrangement))
                                 : -1;

      if (!maq_check_arrangement (&inner,
                                  index >= 0 ? maq_song_get_arrangement (before, index) : NULL,
                                  is_meter_same) &&
          !maq_check_goes_on (&place, &holds))
        return FALSE;
    }

  return holds;
}

static gboolean
check_song_ids (const MaqCheckPlace *place,
                MaqProject          *root)
{
  for (guint i = 0; i < maq_project_get_n_songs (root); i++)
    {
      MaqId id = maq_song_get_id (maq_project_get_song (root, i));

      if (id == MAQ_ID_NONE)
        return maq_check_fail (place, _("song %u has no id."), i + 1);
      if (maq_project_find_song (root, id) != (int) i)
        return maq_check_fail (place, _("two songs have the id %" PRIx64 "."), id);
    }

  if (maq_project_find_song (root, maq_project_get_fields (root)->current) < 0)
    return maq_check_fail (place, _("the current song is not there."));

  return TRUE;
}

/* no path: a project that a stranger sent names nothing on this machine */
static gboolean
check_soundfont (const MaqCheckPlace *place,
                 const char          *soundfont)
{
  if (!maq_check_text (place, N_("the SoundFont"), soundfont, MAQ_LIMIT_NAME_BYTES))
    return FALSE;
  if (soundfont != NULL && !maq_project_is_file_name (soundfont))
    return maq_check_fail (place, _("the SoundFont “%s” is no file name without folders."),
                           soundfont);

  return TRUE;
}

static gboolean
check_project (MaqProject     *before,
               MaqProject     *root,
               MaqCheckReport *report)
{
  MaqCheckPlace place = { .report = report, .index = -1, .point = -1 };
  const MaqProjectFields *fields = maq_project_get_fields (root);
  MaqSession *known = before != NULL ? maq_project_get_fields (before)->session : NULL;
  gboolean holds = TRUE;

  if (root == before)
    return TRUE;

  if (!maq_check_text (&place, N_("the title"), fields->title, MAQ_LIMIT_NAME_BYTES) ||
      !maq_check_text (&place, N_("the artist"), fields->artist, MAQ_LIMIT_NAME_BYTES) ||
      !check_soundfont (&place, fields->soundfont) ||
      !maq_check_foreign (&place, fields->foreign) ||
      !maq_check_number (&place, N_("the number of songs"), maq_vec_get_length0 (fields->songs), 1,
                         MAQ_LIMIT_SONGS) ||
      !check_song_ids (&place, root))
    return FALSE;
  if (fields->session != NULL && fields->session != known &&
      !maq_check_session (&place, fields->session) && !maq_check_goes_on (&place, &holds))
    return FALSE;

  for (guint i = 0; i < maq_project_get_n_songs (root); i++)
    {
      MaqSong *song = maq_project_get_song (root, i);
      int index = before != NULL ? maq_project_find_song (before, maq_song_get_id (song)) : -1;

      if (!check_song (song, index >= 0 ? maq_project_get_song (before, index) : NULL, report) &&
          !maq_check_goes_on (&place, &holds))
        return FALSE;
    }

  return holds;
}

gboolean
maq_check_change (MaqProject  *before,
                  MaqProject  *root,
                  GError     **error)
{
  return check_project (before, root, &(MaqCheckReport) { .error = error });
}

gboolean
maq_check (MaqProject  *root,
           GError     **error)
{
  return maq_check_change (NULL, root, error);
}

static void
clear_mistake (gpointer mistake)
{
  g_free (((MaqMistake *) mistake)->sentence);
}

GArray *
maq_check_find_mistakes (MaqProject *root,
                         guint       max_mistakes)
{
  MaqCheckReport report = { .max_mistakes = max_mistakes };

  report.mistakes = g_array_new (FALSE, FALSE, sizeof (MaqMistake));
  g_array_set_clear_func (report.mistakes, clear_mistake);
  check_project (NULL, root, &report);
  return report.mistakes;
}
