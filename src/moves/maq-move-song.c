/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

static MaqProject *
apply_title (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));
  g_autofree char *title = maq_move_dup_name (self->text, error);

  if (title == NULL)
    return NULL;

  fields.title = title;
  return maq_move_end_song (root, &fields);
}

static char *
dup_title_label (MaqMove    *self,
                 MaqProject *root)
{
  return g_strdup_printf (_("Title %s"), self->text != NULL ? self->text : "");
}

MaqMove *
maq_move_song_title (const char *title)
{
  static const MaqMoveClass move_class = { apply_title, dup_title_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .text = maq_move_some (title) });
}

static MaqProject *
apply_artist (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  if (!maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return NULL;

  fields.artist = self->text;
  return maq_move_end_song (root, &fields);
}

static char *
dup_artist_label (MaqMove    *self,
                  MaqProject *root)
{
  if (self->text == NULL)
    return g_strdup (_("No artist"));

  return g_strdup_printf (_("Artist %s"), self->text);
}

MaqMove *
maq_move_song_artist (const char *artist)
{
  static const MaqMoveClass move_class = { apply_artist, dup_artist_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .text = maq_move_some (artist) });
}

static MaqProject *
apply_tempo (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  if (!maq_move_require_number (self->value, MAQ_TEMPO_MIN_QPM, MAQ_TEMPO_MAX_QPM,
                                _("The tempo"), error))
    return NULL;

  fields.tempo_qpm = self->value;
  return maq_move_end_song (root, &fields);
}

static char *
dup_tempo_label (MaqMove    *self,
                 MaqProject *root)
{
  return g_strdup_printf (_("Tempo %g"), self->value);
}

MaqMove *
maq_move_song_tempo (double tempo_qpm)
{
  static const MaqMoveClass move_class = { apply_tempo, dup_tempo_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .value = tempo_qpm });
}

static MaqProject *
apply_meter (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));
  MaqVec *arrangements = NULL;
  g_autoptr(GPtrArray) fitted = NULL;
  g_autoptr(MaqVec) after = NULL;

  if (!maq_move_require_meter (self->meter, error))
    return NULL;
  if (maq_meter_equal (fields.meter, self->meter))
    return maq_project_ref (root);

  arrangements = fields.arrangements;
  fitted = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arrangement_unref);
  for (guint i = 0; i < maq_vec_get_length (arrangements); i++)
    {
      MaqArrangement *arrangement = maq_vec_get (arrangements, i);

      g_ptr_array_add (fitted, maq_move_fit (arrangement, fields.meter, arrangement, self->meter));
    }

  after = maq_vec_new (&maq_arrangement_vec_class, fitted->pdata, fitted->len);
  fields.arrangements = after;
  fields.meter = self->meter;
  return maq_move_end_song (root, &fields);
}

static char *
dup_meter_label (MaqMove    *self,
                 MaqProject *root)
{
  char text[MAQ_METER_TEXT_MAX];

  return g_strdup_printf (_("Meter %s"), maq_meter_format (self->meter, text));
}

MaqMove *
maq_move_song_meter (MaqMeter meter)
{
  static const MaqMoveClass move_class = { apply_meter, dup_meter_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .meter = meter });
}

static MaqProject *
apply_key (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  if (!maq_key_is_set (self->key))
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE, _("A song needs a key. Choose one."));
      return NULL;
    }

  fields.key = self->key;
  return maq_move_end_song (root, &fields);
}

static char *
dup_key_label (MaqMove    *self,
               MaqProject *root)
{
  char text[MAQ_KEY_TEXT_MAX];

  return g_strdup_printf (_("Key %s"), maq_key_format (self->key, text));
}

MaqMove *
maq_move_song_key (MaqKey key)
{
  static const MaqMoveClass move_class = { apply_key, dup_key_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .key = key });
}

static MaqProject *
apply_style (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));

  if (!maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return NULL;

  fields.style = self->text;
  return maq_move_end_song (root, &fields);
}

static char *
dup_style_label (MaqMove    *self,
                 MaqProject *root)
{
  if (self->text == NULL)
    return g_strdup (_("Style that suits the meter"));

  return g_strdup_printf (_("Style %s"), self->text);
}

MaqMove *
maq_move_song_style (const char *style)
{
  static const MaqMoveClass move_class = { apply_style, dup_style_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .text = maq_move_some (style) });
}

static MaqProject *
apply_soundfont (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqProjectFields fields = *maq_project_get_fields (root);

  if (!maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error))
    return NULL;
  if (self->text != NULL && !maq_project_is_file_name (self->text))
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE,
                       _("“%s” is no name of a file. Leave the folder out."), self->text);
      return NULL;
    }

  fields.soundfont = self->text;
  return maq_project_with_fields (root, &fields);
}

static char *
dup_soundfont_label (MaqMove    *self,
                     MaqProject *root)
{
  if (self->text == NULL)
    return g_strdup (_("Usual SoundFont"));

  return g_strdup_printf (_("SoundFont %s"), self->text);
}

MaqMove *
maq_move_project_soundfont (const char *soundfont)
{
  static const MaqMoveClass move_class = { apply_soundfont, dup_soundfont_label, TRUE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class,
                                    .text = maq_move_some (soundfont) });
}
