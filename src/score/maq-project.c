/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-project.h"

#include <string.h>

#include "maq-text-private.h"
#include "maq-vec-private.h"

struct _MaqProject
{
  MaqProjectFields fields;
};

/* a session of which nothing is said is none */
static MaqSession *
get_said (const MaqProjectFields *fields)
{
  return fields->session != NULL && !maq_session_is_empty (fields->session) ? fields->session
                                                                            : NULL;
}

MaqProject *
maq_project_new (const MaqProjectFields *fields)
{
  MaqProject *self = g_atomic_rc_box_new0 (MaqProject);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.title = maq_text_intern (fields->title);
  self->fields.artist = maq_text_intern (fields->artist);
  self->fields.soundfont = maq_text_intern (fields->soundfont);
  self->fields.foreign = maq_text_intern (fields->foreign);
  self->fields.songs = maq_vec_ref0 (fields->songs);
  self->fields.session = get_said (fields);
  if (self->fields.session != NULL)
    maq_session_ref (self->fields.session);

  return self;
}

MaqProject *
maq_project_ref (MaqProject *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqProject *self)
{
  maq_text_release (self->fields.title);
  maq_text_release (self->fields.artist);
  maq_text_release (self->fields.soundfont);
  maq_text_release (self->fields.foreign);
  maq_vec_unref0 (self->fields.songs);
  g_clear_pointer (&self->fields.session, maq_session_unref);
}

void
maq_project_unref (MaqProject *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqProjectFields *
maq_project_get_fields (MaqProject *self)
{
  return &self->fields;
}

static gboolean
says (MaqProject             *self,
      const MaqProjectFields *b)
{
  const MaqProjectFields *a = &self->fields;
  MaqSession *session = get_said (b);

  return (a->session == session ||
          (a->session != NULL && session != NULL && maq_session_equal (a->session, session))) &&
         a->current == b->current &&
         maq_text_same (a->title, b->title) &&
         maq_text_same (a->artist, b->artist) &&
         maq_text_same (a->soundfont, b->soundfont) &&
         maq_text_same (a->foreign, b->foreign) &&
         maq_vec_equal0 (a->songs, b->songs);
}

gboolean
maq_project_equal (MaqProject *self,
                   MaqProject *other)
{
  return self == other || says (self, &other->fields);
}

MaqProject *
maq_project_with_fields (MaqProject *self,
                         const MaqProjectFields *fields)
{
  return says (self, fields) ? maq_project_ref (self) : maq_project_new (fields);
}

const MaqVecClass maq_song_vec_class = {
  (gpointer (*) (gpointer)) maq_song_ref,
  (void (*) (gpointer)) maq_song_unref,
  (gboolean (*) (gpointer, gpointer)) maq_song_equal,
};

guint
maq_project_get_n_songs (MaqProject *self)
{
  return maq_vec_get_length0 (self->fields.songs);
}

MaqSong *
maq_project_get_song (MaqProject *self,
                      guint       index)
{
  return maq_vec_get (self->fields.songs, index);
}

int
maq_project_find_song (MaqProject *self,
                       MaqId       id)
{
  for (guint i = 0; i < maq_project_get_n_songs (self); i++)
    if (maq_song_get_id (maq_project_get_song (self, i)) == id)
      return i;

  return -1;
}

MaqSong *
maq_project_get_current (MaqProject *self)
{
  int index = maq_project_find_song (self, self->fields.current);

  return maq_project_get_song (self, MAX (index, 0));
}

gboolean
maq_project_is_file_name (const char *text)
{
  return text[0] != '\0' && strpbrk (text, "/\\") == NULL &&
         strcmp (text, ".") != 0 && strcmp (text, "..") != 0;
}

MaqArrangement *
maq_project_get_arrangement (MaqProject *self)
{
  return maq_song_get_current (maq_project_get_current (self));
}
