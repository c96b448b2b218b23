/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-harte.h"

#include "maq-chord-spec-private.h"
#include "maq-limits.h"

#include <string.h>

static const struct
{
  const char      *word;
  MaqChordThird    third;
  MaqChordSeventh  seventh;
  guint            extension;
  guint            changes;
} qualities[] = {
  { "maj", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_NONE, 0, 0 },
  { "min", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_NONE, 0, 0 },
  { "dim", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_NONE, 0, MAQ_CHORD_FLAT_5 },
  { "aug", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_NONE, 0, MAQ_CHORD_SHARP_5 },
  { "maj6", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_SIXTH, 0, 0 },
  { "6", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_SIXTH, 0, 0 },
  { "min6", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_SIXTH, 0, 0 },
  { "7", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MINOR, 0, 0 },
  { "maj7", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MAJOR, 0, 0 },
  { "min7", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MINOR, 0, 0 },
  { "minmaj7", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MAJOR, 0, 0 },
  { "dim7", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_DIMINISHED, 0, MAQ_CHORD_FLAT_5 },
  { "hdim7", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MINOR, 0, MAQ_CHORD_FLAT_5 },
  { "hdim", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MINOR, 0, MAQ_CHORD_FLAT_5 },
  { "aug7", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MINOR, 0, MAQ_CHORD_SHARP_5 },
  { "9", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MINOR, 9, 0 },
  { "maj9", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MAJOR, 9, 0 },
  { "min9", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MINOR, 9, 0 },
  { "minmaj9", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MAJOR, 9, 0 },
  { "11", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MINOR, 11, 0 },
  { "maj11", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MAJOR, 11, 0 },
  { "min11", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MINOR, 11, 0 },
  { "13", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MINOR, 13, 0 },
  { "maj13", MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SEVENTH_MAJOR, 13, 0 },
  { "min13", MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_SEVENTH_MINOR, 13, 0 },
  { "sus2", MAQ_CHORD_THIRD_SUS2, MAQ_CHORD_SEVENTH_NONE, 0, 0 },
  { "sus4", MAQ_CHORD_THIRD_SUS4, MAQ_CHORD_SEVENTH_NONE, 0, 0 },
  { "5", MAQ_CHORD_THIRD_NONE, MAQ_CHORD_SEVENTH_NONE, 0, 0 },
  { "1", MAQ_CHORD_THIRD_NONE, MAQ_CHORD_SEVENTH_NONE, 0, MAQ_CHORD_NO_5 },
};

/* Reads "b9", "#11", "bb7"; moves @at behind it. */
static gboolean
read_degree (const char **at,
             guint       *degree,
             int         *alter)
{
  const char *c = *at;

  *alter = 0;
  for (; (*c == 'b' || *c == '#') && ABS (*alter) < 2; c++)
    *alter += *c == '#' ? 1 : -1;
  if (*c < '1' || *c > '9')
    return FALSE;
  *degree = (guint) g_ascii_digit_value (*c++);
  if (*degree == 1 && *c >= '0' && *c <= '3')
    *degree = 10 + (guint) g_ascii_digit_value (*c++);
  *at = c;
  return !g_ascii_isdigit (*c);
}

static gboolean
read_quality (const char   **at,
              MaqChordSpec  *spec)
{
  gsize length = strcspn (*at, "(/");

  for (gsize i = 0; i < G_N_ELEMENTS (qualities); i++)
    {
      if (strlen (qualities[i].word) == length && strncmp (*at, qualities[i].word, length) == 0)
        {
          spec->third = qualities[i].third;
          spec->seventh = qualities[i].seventh;
          spec->extension = qualities[i].extension;
          spec->changes = qualities[i].changes;
          *at += length;
          return TRUE;
        }
    }

  /* A list of degrees alone starts from nothing but the root. */
  spec->third = MAQ_CHORD_THIRD_NONE;
  spec->changes = MAQ_CHORD_NO_5;
  return length == 0 && **at == '(';
}

static gboolean
omit_degree (MaqChordSpec *spec,
             guint         degree)
{
  if (degree == 3)
    spec->third = MAQ_CHORD_THIRD_NONE;
  else if (degree == 5)
    spec->changes |= MAQ_CHORD_NO_5;
  else if (degree == 7)
    spec->seventh = MAQ_CHORD_SEVENTH_NONE;
  return degree == 3 || degree == 5 || degree == 7;
}

/* Reads "(b7,9)"; on failure @at stands at what isn't understood. */
static gboolean
read_degrees (const char   **at,
              MaqChordSpec  *spec)
{
  const char *c = *at + 1;

  while (TRUE)
    {
      gboolean omitted = *c == '*';
      guint degree;
      int alter;

      *at = c;
      c += omitted ? 1 : 0;
      if (!read_degree (&c, &degree, &alter))
        return FALSE;
      if (omitted ? !omit_degree (spec, degree)
                  : !maq_chord_spec_add_degree (spec, degree, alter))
        return FALSE;

      *at = c;
      if (*c != ',' && *c != ')')
        return FALSE;
      if (*c++ == ')')
        break;
    }

  /* A fourth where no third is takes its place. */
  if (spec->third == MAQ_CHORD_THIRD_NONE && (spec->changes & MAQ_CHORD_ADD_11) != 0)
    spec->third = MAQ_CHORD_THIRD_SUS4;
  *at = c;
  return TRUE;
}

/* Reads "/b7": a degree that the root and its letter make a note. */
static gboolean
read_bass (const char   **at,
           MaqChordSpec  *spec)
{
  static const int semitones[7] = { 0, 2, 4, 5, 7, 9, 11 };
  const char *c = *at + 1;
  MaqNoteName bass;
  guint degree;
  int alter;
  int pitch_class;

  if (!read_degree (&c, &degree, &alter) || *c != '\0')
    return FALSE;

  pitch_class = (maq_note_name_pitch_class (spec->root) + semitones[(degree - 1) % 7]
                 + alter + 12) % 12;
  bass = (MaqNoteName) { (gint8) ((spec->root.step + (int) degree - 1) % 7), 0 };
  alter = (pitch_class - maq_note_name_pitch_class (bass) + 18) % 12 - 6;
  if (ABS (alter) > 2)
    bass = maq_note_name_from_pitch_class (pitch_class, alter < 0);
  else
    bass.alter = (gint8) alter;

  spec->bass = bass;
  *at = c;
  return TRUE;
}

static gboolean
read_chord (const char   **at,
            MaqChordSpec  *spec)
{
  gsize n_root = maq_note_name_parse (*at, &spec->root);

  if (n_root == 0)
    return FALSE;
  *at += n_root;
  spec->bass = spec->root;

  if (**at == ':')
    {
      *at += 1;
      if (!read_quality (at, spec))
        return FALSE;
      if (**at == '(' && !read_degrees (at, spec))
        return FALSE;
    }
  if (**at == '/' && !read_bass (at, spec))
    return FALSE;
  return **at == '\0';
}

MaqChord *
maq_chord_parse_harte (const char  *text,
                       GError     **error)
{
  g_autofree char *symbol = NULL;
  const char *at;
  MaqChordSpec spec = { .third = MAQ_CHORD_THIRD_MAJOR };

  g_return_val_if_fail (text != NULL, NULL);

  symbol = g_strstrip (g_strndup (text, MAQ_LIMIT_CHORD_BYTES + 1));
  if (strcmp (symbol, "N") == 0 || strcmp (symbol, "X") == 0)
    return maq_chord_new_none ();

  at = symbol;
  if (strlen (symbol) > MAQ_LIMIT_CHORD_BYTES || !read_chord (&at, &spec))
    {
      maq_chord_refuse (error, symbol, *at != '\0' ? at : symbol);
      return NULL;
    }
  return maq_chord_new_from_spec (&spec);
}
