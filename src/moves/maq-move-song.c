/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-chord-change.h"
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

static MaqVec *
transpose_chords (MaqVec *chords,
                  int     semitones,
                  MaqKey  key)
{
  g_autoptr(GPtrArray) moved = NULL;

  if (chords == NULL)
    return NULL;

  moved = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  for (guint i = 0; i < maq_vec_get_length (chords); i++)
    {
      MaqChordChange *change = maq_vec_get (chords, i);
      g_autoptr(MaqChord) chord = NULL;

      chord = maq_chord_transposed (maq_chord_change_get_chord (change), semitones, key);
      g_ptr_array_add (moved, maq_chord_change_with_chord (change, chord));
    }

  return maq_vec_new (&maq_chord_change_vec_class, moved->pdata, moved->len);
}

/* @key: that of the song, transposed already */
static MaqSection *
transpose_section (MaqSection *section,
                   int         semitones,
                   MaqKey      key)
{
  MaqSectionFields fields = *maq_section_get_fields (section);
  g_autoptr(MaqVec) chords = NULL;

  if (maq_key_is_set (fields.key))
    key = fields.key = maq_key_transposed (fields.key, semitones);
  chords = transpose_chords (fields.chords, semitones, key);
  fields.chords = chords;
  return maq_section_with_fields (section, &fields);
}

static MaqArrangement *
transpose_arrangement (MaqArrangement *arrangement,
                       int             semitones,
                       MaqKey          key)
{
  MaqArrangementFields fields = *maq_arrangement_get_fields (arrangement);
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr(MaqVec) sections = NULL;

  if (maq_arrangement_get_n_sections (arrangement) == 0)
    return maq_arrangement_ref (arrangement);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    g_ptr_array_add (moved, transpose_section (maq_arrangement_get_section (arrangement, i),
                                               semitones, key));

  sections = maq_vec_new (&maq_section_vec_class, moved->pdata, moved->len);
  fields.sections = sections;
  return maq_arrangement_with_fields (arrangement, &fields);
}

static MaqProject *
apply_transpose (MaqMove     *self,
                 MaqProject  *root,
                 GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));
  g_autoptr(GPtrArray) moved = NULL;
  g_autoptr(MaqVec) arrangements = NULL;

  if (!maq_move_require_number (self->number, -11, 11, _("The semitones"), error))
    return NULL;
  if (self->number == 0)
    return maq_project_ref (root);

  fields.key = maq_key_transposed (fields.key, self->number);
  moved = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arrangement_unref);
  for (guint i = 0; i < maq_vec_get_length (fields.arrangements); i++)
    g_ptr_array_add (moved, transpose_arrangement (maq_vec_get (fields.arrangements, i),
                                                   self->number, fields.key));

  arrangements = maq_vec_new (&maq_arrangement_vec_class, moved->pdata, moved->len);
  fields.arrangements = arrangements;
  return maq_move_end_song (root, &fields);
}

static char *
dup_transpose_label (MaqMove    *self,
                     MaqProject *root)
{
  int semitones = ABS (self->number);

  if (self->number < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Transpose down %d semitone",
                                         "Transpose down %d semitones", semitones), semitones);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Transpose up %d semitone",
                                       "Transpose up %d semitones", semitones), semitones);
}

MaqMove *
maq_move_song_transpose (int semitones)
{
  static const MaqMoveClass move_class = { apply_transpose, dup_transpose_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = semitones });
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
