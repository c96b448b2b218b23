/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark.h"

#include "maq-text-private.h"

struct _MaqRemark
{
  MaqRemarkFields fields;
};

MaqRemark *
maq_remark_new (const MaqRemarkFields *fields)
{
  MaqRemark *self = g_atomic_rc_box_new0 (MaqRemark);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields = *fields;
  self->fields.author = maq_text_intern (fields->author);
  self->fields.text = maq_text_intern (fields->text);
  self->fields.foreign = maq_text_intern (fields->foreign);

  return self;
}

MaqRemark *
maq_remark_ref (MaqRemark *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqRemark *self)
{
  maq_text_release (self->fields.author);
  maq_text_release (self->fields.text);
  maq_text_release (self->fields.foreign);
}

void
maq_remark_unref (MaqRemark *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqRemarkFields *
maq_remark_get_fields (MaqRemark *self)
{
  return &self->fields;
}

static gboolean
says (MaqRemark             *self,
      const MaqRemarkFields *b)
{
  const MaqRemarkFields *a = &self->fields;

  return a->id == b->id &&
         a->kind == b->kind &&
         a->state == b->state &&
         a->section == b->section &&
         a->layer == b->layer &&
         a->bar == b->bar &&
         maq_text_same (a->author, b->author) &&
         maq_text_same (a->text, b->text) &&
         maq_text_same (a->foreign, b->foreign);
}

gboolean
maq_remark_equal (MaqRemark *self,
                  MaqRemark *other)
{
  return self == other || says (self, &other->fields);
}

MaqRemark *
maq_remark_with_fields (MaqRemark *self,
                        const MaqRemarkFields *fields)
{
  return says (self, fields) ? maq_remark_ref (self) : maq_remark_new (fields);
}

static const char *kinds[MAQ_N_REMARK_KINDS] = { "note", "question", "direction", "decision" };
static const char *states[MAQ_N_REMARK_STATES] = { "open", "agreed", "parked", "dropped" };

static int
find_nick (const char *const *nicks,
           guint              n_nicks,
           const char        *nick)
{
  for (guint i = 0; i < n_nicks; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      return i;

  return -1;
}

const char *
maq_remark_kind_get_nick (MaqRemarkKind self)
{
  return kinds[self];
}

gboolean
maq_remark_kind_from_nick (const char    *nick,
                           MaqRemarkKind *kind)
{
  int found = find_nick (kinds, MAQ_N_REMARK_KINDS, nick);

  if (found >= 0)
    *kind = found;
  return found >= 0;
}

const char *
maq_remark_state_get_nick (MaqRemarkState self)
{
  return states[self];
}

gboolean
maq_remark_state_from_nick (const char     *nick,
                            MaqRemarkState *state)
{
  int found = find_nick (states, MAQ_N_REMARK_STATES, nick);

  if (found >= 0)
    *state = found;
  return found >= 0;
}
