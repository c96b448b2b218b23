/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-song.h"

#include "maq-text-private.h"
#include "maq-vec-private.h"

struct _MaqSong
{
  MaqSongFields fields;
};

MaqSong *
maq_song_new (const MaqSongFields *fields)
{
  MaqSong *self = g_atomic_rc_box_new0 (MaqSong);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.title = maq_text_intern (fields->title);
  self->fields.artist = maq_text_intern (fields->artist);
  self->fields.composer = maq_text_intern (fields->composer);
  self->fields.style = maq_text_intern (fields->style);
  self->fields.foreign = maq_text_intern (fields->foreign);
  self->fields.arrangements = maq_vec_ref0 (fields->arrangements);

  return self;
}

MaqSong *
maq_song_ref (MaqSong *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqSong *self)
{
  maq_text_release (self->fields.title);
  maq_text_release (self->fields.artist);
  maq_text_release (self->fields.composer);
  maq_text_release (self->fields.style);
  maq_text_release (self->fields.foreign);
  maq_vec_unref0 (self->fields.arrangements);
}

void
maq_song_unref (MaqSong *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqSongFields *
maq_song_get_fields (MaqSong *self)
{
  return &self->fields;
}

static gboolean
says (MaqSong             *self,
      const MaqSongFields *b)
{
  const MaqSongFields *a = &self->fields;

  return a->id == b->id &&
         a->tempo_qpm == b->tempo_qpm &&
         a->space == b->space &&
         a->swing == b->swing &&
         maq_stated_equal (a->lag_ms, b->lag_ms) &&
         maq_stated_equal (a->looseness, b->looseness) &&
         a->seed == b->seed &&
         a->capo == b->capo &&
         a->current == b->current &&
         maq_key_equal (a->key, b->key) &&
         maq_meter_equal (a->meter, b->meter) &&
         maq_text_same (a->title, b->title) &&
         maq_text_same (a->artist, b->artist) &&
         maq_text_same (a->composer, b->composer) &&
         maq_text_same (a->style, b->style) &&
         maq_text_same (a->foreign, b->foreign) &&
         maq_vec_equal0 (a->arrangements, b->arrangements);
}

gboolean
maq_song_equal (MaqSong *self,
                MaqSong *other)
{
  return self == other || says (self, &other->fields);
}

MaqSong *
maq_song_with_fields (MaqSong *self,
                      const MaqSongFields *fields)
{
  return says (self, fields) ? maq_song_ref (self) : maq_song_new (fields);
}

MaqId
maq_song_get_id (MaqSong *self)
{
  return self->fields.id;
}

const char *
maq_song_get_title (MaqSong *self)
{
  return self->fields.title != NULL ? self->fields.title : "";
}

const MaqVecClass maq_arrangement_vec_class = {
  (gpointer (*) (gpointer)) maq_arrangement_ref,
  (void (*) (gpointer)) maq_arrangement_unref,
  (gboolean (*) (gpointer, gpointer)) maq_arrangement_equal,
};

guint
maq_song_get_n_arrangements (MaqSong *self)
{
  return maq_vec_get_length0 (self->fields.arrangements);
}

MaqArrangement *
maq_song_get_arrangement (MaqSong *self,
                          guint    index)
{
  return maq_vec_get (self->fields.arrangements, index);
}

int
maq_song_find_arrangement (MaqSong *self,
                           MaqId    id)
{
  for (guint i = 0; i < maq_song_get_n_arrangements (self); i++)
    if (maq_arrangement_get_id (maq_song_get_arrangement (self, i)) == id)
      return i;

  return -1;
}

MaqArrangement *
maq_song_get_current (MaqSong *self)
{
  int index = maq_song_find_arrangement (self, self->fields.current);

  return maq_song_get_arrangement (self, MAX (index, 0));
}

MaqSong *
maq_song_with_arrangement (MaqSong        *self,
                           MaqArrangement *arrangement)
{
  int index = maq_song_find_arrangement (self, maq_arrangement_get_id (arrangement));
  MaqSongFields fields = self->fields;
  g_autoptr(MaqVec) arrangements = NULL;

  g_return_val_if_fail (index >= 0, NULL);

  arrangements = maq_vec_with_item (fields.arrangements, index, arrangement);
  if (arrangements == fields.arrangements)
    return maq_song_ref (self);

  fields.arrangements = arrangements;
  return maq_song_new (&fields);
}
