/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-key.h"

#include <string.h>

/* How far a mode's signature lies from that of the major key on the same
 * tonic, in steps of the circle of fifths; and its name in a symbol. */
static const struct
{
  guint       scale;
  int         fifths;
  const char *suffix;
} modes[] = {
  [MAQ_MODE_UNSET] = { 0, 0, "" },
  [MAQ_MODE_MAJOR] = { 0xab5, 0, "" },
  [MAQ_MODE_MINOR] = { 0x5ad, -3, "m" },
  [MAQ_MODE_DORIAN] = { 0x6ad, -2, " dorian" },
  [MAQ_MODE_PHRYGIAN] = { 0x5ab, -4, " phrygian" },
  [MAQ_MODE_LYDIAN] = { 0xad5, 1, " lydian" },
  [MAQ_MODE_MIXOLYDIAN] = { 0x6b5, -1, " mixolydian" },
  [MAQ_MODE_LOCRIAN] = { 0x56b, -5, " locrian" },
};

static const struct
{
  const char *word;
  MaqMode     mode;
} mode_words[] = {
  { "maj", MAQ_MODE_MAJOR },
  { "major", MAQ_MODE_MAJOR },
  { "ionian", MAQ_MODE_MAJOR },
  { "min", MAQ_MODE_MINOR },
  { "minor", MAQ_MODE_MINOR },
  { "aeolian", MAQ_MODE_MINOR },
  { "dor", MAQ_MODE_DORIAN },
  { "dorian", MAQ_MODE_DORIAN },
  { "phr", MAQ_MODE_PHRYGIAN },
  { "phrygian", MAQ_MODE_PHRYGIAN },
  { "lyd", MAQ_MODE_LYDIAN },
  { "lydian", MAQ_MODE_LYDIAN },
  { "mix", MAQ_MODE_MIXOLYDIAN },
  { "mixolydian", MAQ_MODE_MIXOLYDIAN },
  { "loc", MAQ_MODE_LOCRIAN },
  { "locrian", MAQ_MODE_LOCRIAN },
};

gboolean
maq_key_is_set (MaqKey self)
{
  return self.mode != MAQ_MODE_UNSET;
}

gboolean
maq_key_equal (MaqKey self,
               MaqKey other)
{
  return self.mode == other.mode && maq_note_name_equal (self.tonic, other.tonic);
}

guint
maq_key_scale (MaqKey self)
{
  g_return_val_if_fail (self.mode < G_N_ELEMENTS (modes), 0);

  return modes[self.mode].scale;
}

/* Sharps in the key's signature; below 0, flats. */
int
maq_key_get_signature (MaqKey self)
{
  static const int step_fifths[7] = { 0, 2, 4, -1, 1, 3, 5 };

  g_return_val_if_fail (self.mode < G_N_ELEMENTS (modes), 0);

  return step_fifths[self.tonic.step] + 7 * self.tonic.alter + modes[self.mode].fifths;
}

gboolean
maq_key_prefers_flats (MaqKey self)
{
  g_return_val_if_fail (self.mode < G_N_ELEMENTS (modes), FALSE);

  return maq_key_get_signature (self) < 0;
}

MaqKey
maq_key_transposed (MaqKey self,
                    int    semitones)
{
  int pitch_class;
  MaqKey with_sharps, with_flats;
  int n_sharps, n_flats;

  g_return_val_if_fail (self.mode < G_N_ELEMENTS (modes), self);

  if (!maq_key_is_set (self) || semitones % 12 == 0)
    return self;

  pitch_class = maq_note_name_pitch_class (self.tonic) + semitones % 12;
  with_sharps = self;
  with_sharps.tonic = maq_note_name_from_pitch_class (pitch_class, FALSE);
  with_flats = self;
  with_flats.tonic = maq_note_name_from_pitch_class (pitch_class, TRUE);

  n_sharps = ABS (maq_key_get_signature (with_sharps));
  n_flats = ABS (maq_key_get_signature (with_flats));
  if (n_sharps == n_flats)
    return maq_key_prefers_flats (self) ? with_flats : with_sharps;
  return n_sharps < n_flats ? with_sharps : with_flats;
}

const char *
maq_key_format (MaqKey  self,
                char   *text)
{
  char tonic[MAQ_NOTE_NAME_TEXT_MAX];

  g_return_val_if_fail (self.mode < G_N_ELEMENTS (modes), NULL);

  if (!maq_key_is_set (self))
    text[0] = '\0';
  else
    g_snprintf (text, MAQ_KEY_TEXT_MAX, "%s%s",
                maq_note_name_format (self.tonic, tonic), modes[self.mode].suffix);
  return text;
}

static gboolean
parse_mode (const char *text,
            MaqMode    *mode)
{
  if (text[0] == '\0' || strcmp (text, "M") == 0)
    {
      *mode = MAQ_MODE_MAJOR;
      return TRUE;
    }
  if (strcmp (text, "m") == 0 || strcmp (text, "-") == 0)
    {
      *mode = MAQ_MODE_MINOR;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (mode_words); i++)
    {
      if (g_ascii_strcasecmp (text, mode_words[i].word) == 0)
        {
          *mode = mode_words[i].mode;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
maq_key_parse (const char *text,
               MaqKey     *key)
{
  g_autofree char *tidy = NULL;
  gsize n_read;
  gboolean small_letter;
  MaqKey read;

  g_return_val_if_fail (text != NULL, FALSE);

  tidy = g_strstrip (g_strndup (text, 2 * MAQ_KEY_TEXT_MAX));
  small_letter = tidy[0] >= 'a' && tidy[0] <= 'g';
  tidy[0] = g_ascii_toupper (tidy[0]);
  n_read = maq_note_name_parse (tidy, &read.tonic);
  if (n_read == 0)
    return FALSE;

  while (tidy[n_read] == ' ' || tidy[n_read] == ':' || tidy[n_read] == '\t')
    n_read++;
  if (!parse_mode (tidy + n_read, &read.mode))
    return FALSE;
  /* A small letter alone is minor to some and haste to others. */
  if (small_letter && tidy[n_read] == '\0')
    return FALSE;

  if (key != NULL)
    *key = read;
  return TRUE;
}
