/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-lyric.h"

struct _MaqLyric
{
  int   bar;
  char *text;
};

MaqLyric *
maq_lyric_new (int         bar,
               const char *text)
{
  MaqLyric *self = g_atomic_rc_box_new (MaqLyric);

  self->bar = bar;
  self->text = g_ref_string_new_intern (text != NULL ? text : "");

  return self;
}

MaqLyric *
maq_lyric_ref (MaqLyric *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqLyric *self)
{
  g_ref_string_release (self->text);
}

void
maq_lyric_unref (MaqLyric *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

int
maq_lyric_get_bar (MaqLyric *self)
{
  return self->bar;
}

const char *
maq_lyric_get_text (MaqLyric *self)
{
  return self->text;
}

gboolean
maq_lyric_equal (MaqLyric *self,
                 MaqLyric *other)
{
  return self->bar == other->bar && g_str_equal (self->text, other->text);
}
