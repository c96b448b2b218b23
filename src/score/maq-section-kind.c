/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-section-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *nick;
  const char *label;
} kinds[MAQ_N_SECTION_KINDS] = {
  [MAQ_SECTION_INTRO] = { "intro", N_("Intro") },
  [MAQ_SECTION_VERSE] = { "verse", N_("Verse") },
  [MAQ_SECTION_PRE_CHORUS] = { "pre-chorus", N_("Pre-Chorus") },
  [MAQ_SECTION_CHORUS] = { "chorus", N_("Chorus") },
  [MAQ_SECTION_POST_CHORUS] = { "post-chorus", N_("Post-Chorus") },
  [MAQ_SECTION_BRIDGE] = { "bridge", N_("Bridge") },
  [MAQ_SECTION_BREAKDOWN] = { "breakdown", N_("Breakdown") },
  [MAQ_SECTION_BUILD] = { "build", N_("Build") },
  [MAQ_SECTION_DROP] = { "drop", N_("Drop") },
  [MAQ_SECTION_SOLO] = { "solo", N_("Solo") },
  [MAQ_SECTION_INTERLUDE] = { "interlude", N_("Interlude") },
  [MAQ_SECTION_TAG] = { "tag", N_("Tag") },
  [MAQ_SECTION_OUTRO] = { "outro", N_("Outro") },
  [MAQ_SECTION_OTHER] = { "other", N_("Other") },
};

/* Searched from the top in the name's letters run together. */
static const struct
{
  const char     *letters;
  MaqSectionKind  kind;
} stems[] = {
  { "prechorus", MAQ_SECTION_PRE_CHORUS },
  { "prerefrain", MAQ_SECTION_PRE_CHORUS },
  { "postchorus", MAQ_SECTION_POST_CHORUS },
  { "postrefrain", MAQ_SECTION_POST_CHORUS },
  { "chorus", MAQ_SECTION_CHORUS },
  { "refrain", MAQ_SECTION_CHORUS },
  { "preverse", MAQ_SECTION_INTERLUDE },
  { "verse", MAQ_SECTION_VERSE },
  { "strophe", MAQ_SECTION_VERSE },
  { "couplet", MAQ_SECTION_VERSE },
  { "bridge", MAQ_SECTION_BRIDGE },
  { "middleeight", MAQ_SECTION_BRIDGE },
  { "breakdown", MAQ_SECTION_BREAKDOWN },
  { "buildup", MAQ_SECTION_BUILD },
  { "interlude", MAQ_SECTION_INTERLUDE },
  { "instrumental", MAQ_SECTION_INTERLUDE },
  { "turnaround", MAQ_SECTION_INTERLUDE },
  { "intro", MAQ_SECTION_INTRO },
  { "outro", MAQ_SECTION_OUTRO },
  { "ending", MAQ_SECTION_OUTRO },
  { "fadeout", MAQ_SECTION_OUTRO },
};

/* Whole words, without the number after them; the short ones are too common
 * inside of others to be searched for. */
static const struct
{
  const char     *word;
  MaqSectionKind  kind;
} words[] = {
  { "solo", MAQ_SECTION_SOLO },
  { "drop", MAQ_SECTION_DROP },
  { "build", MAQ_SECTION_BUILD },
  { "riser", MAQ_SECTION_BUILD },
  { "tag", MAQ_SECTION_TAG },
  { "hook", MAQ_SECTION_CHORUS },
  { "middle", MAQ_SECTION_BRIDGE },
  { "break", MAQ_SECTION_BREAKDOWN },
  { "inst", MAQ_SECTION_INTERLUDE },
  { "riff", MAQ_SECTION_INTERLUDE },
  { "link", MAQ_SECTION_INTERLUDE },
  { "vamp", MAQ_SECTION_INTERLUDE },
  { "transition", MAQ_SECTION_INTERLUDE },
  { "opening", MAQ_SECTION_INTRO },
  { "coda", MAQ_SECTION_OUTRO },
  { "end", MAQ_SECTION_OUTRO },
  { "fade", MAQ_SECTION_OUTRO },
  { "v", MAQ_SECTION_VERSE },
  { "vs", MAQ_SECTION_VERSE },
  { "pc", MAQ_SECTION_PRE_CHORUS },
  { "pre", MAQ_SECTION_PRE_CHORUS },
  { "c", MAQ_SECTION_CHORUS },
  { "ch", MAQ_SECTION_CHORUS },
  { "chor", MAQ_SECTION_CHORUS },
  { "post", MAQ_SECTION_POST_CHORUS },
  { "br", MAQ_SECTION_BRIDGE },
};

/* Names are short; what lies behind these bytes doesn't name the kind. */
#define MAX_NAME_BYTES 400

const char *
maq_section_kind_get_nick (MaqSectionKind self)
{
  g_return_val_if_fail (self < MAQ_N_SECTION_KINDS, NULL);

  return kinds[self].nick;
}

const char *
maq_section_kind_get_label (MaqSectionKind self)
{
  g_return_val_if_fail (self < MAQ_N_SECTION_KINDS, NULL);

  return _(kinds[self].label);
}

gboolean
maq_section_kind_from_nick (const char     *nick,
                            MaqSectionKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < MAQ_N_SECTION_KINDS; i++)
    {
      if (strcmp (kinds[i].nick, nick) == 0)
        {
          if (kind != NULL)
            *kind = (MaqSectionKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
guess_by_stem (const char     *name,
               MaqSectionKind *kind)
{
  g_autoptr(GString) letters = g_string_new (NULL);

  for (const char *c = name; *c != '\0' && c - name < MAX_NAME_BYTES; c++)
    {
      if (g_ascii_isalpha (*c))
        g_string_append_c (letters, g_ascii_tolower (*c));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      if (strstr (letters->str, stems[i].letters) != NULL)
        {
          *kind = stems[i].kind;
          return TRUE;
        }
    }
  return FALSE;
}

/* of any language: "Brücke" does not begin with the word "br" */
static gboolean
is_letter (const char *c)
{
  return c != NULL && g_unichar_isalpha (g_utf8_get_char_validated (c, -1));
}

static gboolean
has_word (const char *name,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *c = name; *c != '\0' && c - name < MAX_NAME_BYTES; c++)
    {
      if (g_ascii_strncasecmp (c, word, length) == 0 && !is_letter (c + length)
          && !is_letter (g_utf8_find_prev_char (name, c)))
        return TRUE;
    }
  return FALSE;
}

MaqSectionKind
maq_section_kind_guess (const char *name)
{
  MaqSectionKind kind = MAQ_SECTION_OTHER;

  g_return_val_if_fail (name != NULL, MAQ_SECTION_OTHER);

  /* "Chorus solo" is a solo; "solo" is the one word that overrules the others. */
  if (has_word (name, "solo"))
    return MAQ_SECTION_SOLO;
  if (guess_by_stem (name, &kind))
    return kind;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (has_word (name, words[i].word))
        return words[i].kind;
    }
  return MAQ_SECTION_OTHER;
}
