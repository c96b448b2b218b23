/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-text-private.h"
#include "maq-vec-private.h"

struct _MaqSession
{
  MaqSessionFields fields;
};

static const char *const labels[MAQ_N_SESSION_TEXTS] = {
  [MAQ_SESSION_DATE] = N_("Date"),
  [MAQ_SESSION_TIMES] = N_("Times"),
  [MAQ_SESSION_PLACE] = N_("Place"),
  [MAQ_SESSION_ROOM] = N_("Room and set-up"),
  [MAQ_SESSION_MOOD] = N_("Mood"),
  [MAQ_SESSION_LIGHT] = N_("Light"),
  [MAQ_SESSION_SIGHTLINES] = N_("Sightlines"),
  [MAQ_SESSION_POSITIONS] = N_("Who stands where"),
  [MAQ_SESSION_HEADPHONES] = N_("Headphone mixes"),
};

const MaqVecClass maq_session_row_vec_class = {
  (gpointer (*) (gpointer)) maq_session_row_ref,
  (void (*) (gpointer)) maq_session_row_unref,
  (gboolean (*) (gpointer, gpointer)) maq_session_row_equal,
};

MaqSession *
maq_session_new (const MaqSessionFields *fields)
{
  MaqSession *self = g_atomic_rc_box_new0 (MaqSession);

  g_return_val_if_fail (fields != NULL, NULL);

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    self->fields.texts[i] = maq_text_intern (fields->texts[i]);
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    self->fields.lists[i] = maq_vec_ref_items (fields->lists[i]);
  self->fields.foreign = maq_text_intern (fields->foreign);

  return self;
}

MaqSession *
maq_session_ref (MaqSession *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqSession *self)
{
  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    maq_text_release (self->fields.texts[i]);
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    maq_vec_unref0 (self->fields.lists[i]);
  maq_text_release (self->fields.foreign);
}

void
maq_session_unref (MaqSession *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqSessionFields *
maq_session_get_fields (MaqSession *self)
{
  return &self->fields;
}

static gboolean
says (MaqSession             *self,
      const MaqSessionFields *b)
{
  const MaqSessionFields *a = &self->fields;

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    if (!maq_text_same (a->texts[i], b->texts[i]))
      return FALSE;
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    if (!maq_vec_equal_items (a->lists[i], b->lists[i]))
      return FALSE;

  return maq_text_same (a->foreign, b->foreign);
}

gboolean
maq_session_equal (MaqSession *self,
                   MaqSession *other)
{
  return self == other || says (self, &other->fields);
}

gboolean
maq_session_is_empty (MaqSession *self)
{
  static const MaqSessionFields nothing = { 0 };

  return says (self, &nothing);
}

MaqSession *
maq_session_with_fields (MaqSession             *self,
                         const MaqSessionFields *fields)
{
  return says (self, fields) ? maq_session_ref (self) : maq_session_new (fields);
}

guint
maq_session_get_n_rows (MaqSession     *self,
                        MaqSessionList  list)
{
  return self != NULL ? maq_vec_get_length0 (self->fields.lists[list]) : 0;
}

MaqSessionRow *
maq_session_get_row (MaqSession     *self,
                     MaqSessionList  list,
                     guint           index)
{
  return maq_vec_get (self->fields.lists[list], index);
}

int
maq_session_find_row (MaqSession     *self,
                      MaqSessionList  list,
                      MaqId           id)
{
  for (guint i = 0; i < maq_session_get_n_rows (self, list); i++)
    if (maq_session_row_get_id (maq_session_get_row (self, list, i)) == id)
      return (int) i;

  return -1;
}

MaqSessionRow *
maq_session_find_contact (MaqSession *self,
                          const char *name)
{
  for (guint i = 0; i < maq_session_get_n_rows (self, MAQ_SESSION_CONTACTS); i++)
    {
      MaqSessionRow *row = maq_session_get_row (self, MAQ_SESSION_CONTACTS, i);

      if (g_strcmp0 (maq_session_row_get_fields (row)->texts[MAQ_CONTACT_NAME], name) == 0)
        return row;
    }

  return NULL;
}

MaqId
maq_session_fresh_id (MaqSession     *self,
                      MaqSessionList  list)
{
  guint64 mixed = 0;
  MaqId id;

  for (guint i = 0; i < maq_session_get_n_rows (self, list); i++)
    mixed += maq_session_row_get_id (maq_session_get_row (self, list, i));

  do
    id = maq_id_derive (mixed++, list);
  while (maq_session_find_row (self, list, id) >= 0);

  return id;
}

const char *
maq_session_get_text (MaqSession     *self,
                      MaqSessionText  text)
{
  return self != NULL ? self->fields.texts[text] : NULL;
}

const char *
maq_session_text_get_label (MaqSessionText self)
{
  return _(labels[self]);
}

gsize
maq_session_text_get_max_bytes (MaqSessionText self)
{
  return self < MAQ_SESSION_ROOM ? MAQ_LIMIT_NAME_BYTES : MAQ_LIMIT_TEXT_BYTES;
}
