/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The texts of a value are interned: copying a value copies no text, and two
 * texts that say the same are the same pointer. An empty text is no text.
 */

static inline const char *
maq_text_intern (const char *text)
{
  return text != NULL && text[0] != '\0' ? g_ref_string_new_intern (text) : NULL;
}

static inline void
maq_text_release (const char *text)
{
  if (text != NULL)
    g_ref_string_release ((char *) text);
}

/* whether @text, from anywhere, says what the interned one does */
static inline gboolean
maq_text_same (const char *interned,
               const char *text)
{
  return interned == text ||
         g_strcmp0 (interned != NULL ? interned : "", text != NULL ? text : "") == 0;
}

G_END_DECLS
