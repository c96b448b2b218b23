/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#define MAX_SEMITONES 11

static MaqVec *
carry_chords (MaqVec *chords,
              MaqKey  from,
              MaqKey  to)
{
  g_autoptr(GPtrArray) moved = NULL;

  if (chords == NULL)
    return NULL;

  moved = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  for (guint i = 0; i < maq_vec_get_length (chords); i++)
    {
      MaqChordChange *change = maq_vec_get (chords, i);
      g_autoptr(MaqChord) chord = NULL;

      chord = maq_chord_carried (maq_chord_change_get_chord (change), from, to);
      g_ptr_array_add (moved, maq_chord_change_with_chord (change, chord));
    }

  return maq_vec_new (&maq_chord_change_vec_class, moved->pdata, moved->len);
}

/* the key that holds in a section: its own, that of the one it follows, or @song */
static MaqKey
find_key (MaqSection *resolved,
          MaqKey      song)
{
  MaqKey key = maq_section_get_fields (resolved)->key;

  return maq_key_is_set (key) ? key : song;
}

/* Everything that a section states itself. @song: the key of the song before */
static MaqSection *
transpose_section (MaqArrangement *arrangement,
                   guint           index,
                   int             semitones,
                   MaqKey          song)
{
  MaqSection *section = maq_arrangement_get_section (arrangement, index);
  MaqSectionFields fields = *maq_section_get_fields (section);
  MaqKey from = find_key (maq_arrangement_get_resolved (arrangement, index), song);
  g_autoptr(MaqVec) chords = carry_chords (fields.chords, from,
                                           maq_key_transposed (from, semitones));

  if (maq_key_is_set (fields.key))
    fields.key = maq_key_transposed (fields.key, semitones);
  fields.chords = chords;
  return maq_section_with_fields (section, &fields);
}

static MaqArrangement *
transpose_arrangement (MaqArrangement *arrangement,
                       int             semitones,
                       MaqKey          song)
{
  MaqArrangementFields fields = *maq_arrangement_get_fields (arrangement);
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_autoptr(MaqVec) sections = NULL;

  if (maq_arrangement_get_n_sections (arrangement) == 0)
    return maq_arrangement_ref (arrangement);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    g_ptr_array_add (moved, transpose_section (arrangement, i, semitones, song));

  sections = maq_vec_new (&maq_section_vec_class, moved->pdata, moved->len);
  fields.sections = sections;
  return maq_arrangement_with_fields (arrangement, &fields);
}

static gboolean
require_semitones (MaqMove  *self,
                   GError  **error)
{
  return maq_move_require_number (self->number, -MAX_SEMITONES, MAX_SEMITONES,
                                  _("The semitones"), error);
}

static MaqProject *
apply_song (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqSongFields fields = *maq_song_get_fields (maq_project_get_current (root));
  g_autoptr(GPtrArray) moved = NULL;
  g_autoptr(MaqVec) arrangements = NULL;

  if (!require_semitones (self, error))
    return NULL;
  if (self->number == 0)
    return maq_project_ref (root);

  moved = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_arrangement_unref);
  for (guint i = 0; i < maq_vec_get_length (fields.arrangements); i++)
    g_ptr_array_add (moved, transpose_arrangement (maq_vec_get (fields.arrangements, i),
                                                   self->number, fields.key));

  arrangements = maq_vec_new (&maq_arrangement_vec_class, moved->pdata, moved->len);
  fields.arrangements = arrangements;
  fields.key = maq_key_transposed (fields.key, self->number);
  return maq_move_end_song (root, &fields);
}

static char *
dup_song_label (MaqMove    *self,
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
  static const MaqMoveClass move_class = { apply_song, dup_song_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number = semitones });
}

static gboolean
sounds_alike (MaqKey a,
              MaqKey b)
{
  return a.mode == b.mode &&
         maq_note_name_pitch_class (a.tonic) == maq_note_name_pitch_class (b.tonic);
}

/* What a section does not state itself: (nullable) the one it follows, and the song. */
static MaqSection *
find_followed (MaqArrangement         *arrangement,
               const MaqSectionFields *fields)
{
  int index = fields->follows != MAQ_ID_NONE
                ? maq_arrangement_find_section (arrangement, fields->follows) : -1;

  return index >= 0 ? maq_arrangement_get_section (arrangement, (guint) index) : NULL;
}

/* What comes to the same as what is taken over anyway is not stated. */
static void
leave_inherited (MaqSectionFields *fields,
                 MaqSection       *followed,
                 MaqKey            song)
{
  const MaqSectionFields *taken = followed != NULL ? maq_section_get_fields (followed) : NULL;

  if (sounds_alike (fields->key, followed != NULL ? find_key (followed, song) : song))
    fields->key = MAQ_KEY_UNSET;
  if (taken != NULL && taken->chords != NULL && fields->chords != NULL &&
      taken->chord_bars == fields->chord_bars && maq_vec_equal (taken->chords, fields->chords))
    {
      fields->chords = NULL;
      fields->chord_bars = 0;
    }
}

static MaqProject *
apply_section (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqKey song = maq_song_get_fields (maq_project_get_current (root))->key;
  MaqSectionFields fields;
  g_autoptr(MaqVec) chords = NULL;
  MaqSection *followed, *resolved;
  MaqKey from;
  int index;

  if (!maq_move_begin_section (self, root, &fields, error) || !require_semitones (self, error))
    return NULL;
  if (self->number == 0)
    return maq_project_ref (root);

  index = maq_arrangement_find_section (arrangement, self->section);
  resolved = maq_arrangement_get_resolved (arrangement, index);
  followed = find_followed (arrangement, &fields);
  from = find_key (resolved, song);
  fields.key = maq_key_transposed (from, self->number);
  /* the key that it would have anyway has its own spelling */
  if (sounds_alike (fields.key, followed != NULL ? find_key (followed, song) : song))
    fields.key = followed != NULL ? find_key (followed, song) : song;
  chords = carry_chords (maq_section_get_fields (resolved)->chords, from, fields.key);
  fields.chords = chords;
  fields.chord_bars = maq_section_get_fields (resolved)->chord_bars;
  leave_inherited (&fields, followed, song);
  return maq_move_end_section (root, &fields);
}

static char *
dup_section_label (MaqMove    *self,
                   MaqProject *root)
{
  const char *name = maq_move_section_name (root, self->section);
  int semitones = ABS (self->number);

  if (self->number < 0)
    /* translators: a section and by how much it is transposed: "Chorus 3: down 2 semitones" */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: down %d semitone",
                                         "%s: down %d semitones", semitones), name, semitones);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: up %d semitone",
                                       "%s: up %d semitones", semitones), name, semitones);
}

MaqMove *
maq_move_section_transpose (MaqId section,
                            int   semitones)
{
  static const MaqMoveClass move_class = { apply_section, dup_section_label, FALSE, NULL };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .section = section,
                                    .number = semitones });
}
