/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* accidentals that a number may have in front of it: more come to no note */
#define MAX_SIGNS 6

#define MAX_ALTER 2

/* what an error shows of a symbol that may be anything */
#define SHOWN_BYTES 24

static const char *const nicks[MAQ_N_CHORD_NOTATIONS] = { "names", "roman", "nashville" };

static const char *const numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII" };
static const char *const small_numerals[] = { "i", "ii", "iii", "iv", "v", "vi", "vii" };

const char *
maq_chord_notation_get_nick (MaqChordNotation self)
{
  g_return_val_if_fail ((int) self >= 0 && self < MAQ_N_CHORD_NOTATIONS, NULL);

  return nicks[self];
}

gboolean
maq_chord_notation_from_nick (const char       *nick,
                              MaqChordNotation *notation)
{
  for (guint i = 0; i < MAQ_N_CHORD_NOTATIONS; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *notation = (MaqChordNotation) i;
        return TRUE;
      }

  return FALSE;
}

/* semitones from the tonic to a degree, from 0, of a scale */
static int
degree_semitones (guint scale,
                  int   degree)
{
  int semitones = 0;

  for (int found = 0; semitones < 12; semitones++)
    if ((scale & 1u << semitones) != 0 && found++ == degree)
      break;

  return semitones;
}

/* how much higher a degree of the key is than that of the major scale: -1, 0 or 1 */
static int
lean (MaqKey key,
      int    degree)
{
  MaqKey major = { key.tonic, MAQ_MODE_MAJOR };

  return degree_semitones (maq_key_scale (key), degree) -
         degree_semitones (maq_key_scale (major), degree);
}

/* the accidental of a degree of the key's scale */
static int
degree_alter (MaqKey key,
              int    degree)
{
  MaqNoteName plain = { (gint8) ((key.tonic.step + degree) % 7), 0 };
  int above = (maq_note_name_pitch_class (plain) - maq_note_name_pitch_class (key.tonic) + 12) % 12;
  int wanted = degree_semitones (maq_key_scale (key), degree);

  /* the shortest way round: letters are never further off than a few semitones */
  return (wanted - above + 18) % 12 - 6;
}

static void
append_degree (GString          *text,
               MaqNoteName       note,
               MaqKey            key,
               const char *const figures[7],
               gboolean          is_roman)
{
  int degree = (note.step - key.tonic.step + 7) % 7;
  int signs = note.alter - degree_alter (key, degree);

  /* one flat alone would be read as the low degree that the scale has */
  if (!is_roman || signs * lean (key, degree) > 0)
    signs += lean (key, degree);
  for (int i = 0; i < ABS (signs); i++)
    g_string_append_c (text, signs < 0 ? 'b' : '#');
  g_string_append (text, figures[degree]);
}

/* What stands after the root of a name, as it stands after a number. */
static void
append_quality (GString    *text,
                const char *quality,
                gboolean    is_roman)
{
  static const struct { const char *name, *roman, *nashville; } forms[] = {
    { "dim", "°", "°" },
    { "m7b5", "ø7", "ø7" },
    { "aug", "+", "+" },
    { "maj", "maj", "maj" },
    { "m", "", "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_prefix (quality, forms[i].name))
      {
        g_string_append (text, is_roman ? forms[i].roman : forms[i].nashville);
        quality += strlen (forms[i].name);
        break;
      }
  g_string_append (text, quality);
}

char *
maq_chord_dup_text (MaqChord         *self,
                    MaqKey            key,
                    MaqChordNotation  notation)
{
  static const char *const figures[] = { "1", "2", "3", "4", "5", "6", "7" };
  gboolean is_roman = notation == MAQ_CHORD_NOTATION_ROMAN;
  gboolean is_small = maq_chord_get_third (self) == 3;
  MaqNoteName root = maq_chord_get_root (self);
  MaqNoteName bass = maq_chord_get_bass (self);
  g_autofree char *quality = NULL;
  GString *text;
  char name[MAQ_NOTE_NAME_TEXT_MAX];

  if (notation == MAQ_CHORD_NOTATION_NAMES || maq_chord_is_none (self) || !maq_key_is_set (key))
    return g_strdup (maq_chord_get_text (self));

  quality = g_strdup (maq_chord_get_text (self) + strlen (maq_note_name_format (root, name)));
  if (!maq_note_name_equal (root, bass))
    *strrchr (quality, '/') = '\0';

  text = g_string_new (NULL);
  append_degree (text, root, key,
                 !is_roman ? figures : is_small ? small_numerals : numerals, is_roman);
  append_quality (text, quality, is_roman);
  if (!maq_note_name_equal (root, bass))
    {
      g_string_append_c (text, '/');
      append_degree (text, bass, key, figures, is_roman);
    }

  return g_string_free (text, FALSE);
}

/* One accidental in front of a number; 0 for none. */
static int
read_sign (const char **at)
{
  static const struct { const char *text; int alter; } signs[] = {
    { "b", -1 }, { "#", 1 }, { "♭", -1 }, { "♯", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*at, signs[i].text))
      {
        *at += strlen (signs[i].text);
        return signs[i].alter;
      }

  return 0;
}

static int
read_signs (const char **at)
{
  int alter = 0;

  for (int i = 0, sign = 1; i < MAX_SIGNS && sign != 0; i++)
    {
      sign = read_sign (at);
      alter += sign;
    }

  return alter;
}

/* The longest numeral that is there; returns its degree, -1 for none. */
static int
read_numeral (const char        **at,
              const char *const   figures[7])
{
  int degree = -1;

  for (int i = 0; i < 7; i++)
    if (g_str_has_prefix (*at, figures[i]) &&
        (degree < 0 || strlen (figures[i]) > strlen (figures[degree])))
      degree = i;
  if (degree >= 0)
    *at += strlen (figures[degree]);

  return degree;
}

typedef struct
{
  MaqKey   key;
  gboolean is_roman;
  gboolean is_small;
} Reader;

static gboolean
find_note (const Reader *reader,
           int           degree,
           int           signs,
           MaqNoteName  *note)
{
  int leaning = lean (reader->key, degree);
  int alter;

  if (!reader->is_roman || signs * leaning > 0)
    signs -= leaning;
  alter = degree_alter (reader->key, degree) + signs;
  note->step = (gint8) ((reader->key.tonic.step + degree) % 7);
  note->alter = (gint8) alter;
  return ABS (alter) <= MAX_ALTER;
}

/* Small numerals are minor already, unless they say what else they are. */
static gboolean
lacks_minor (const char *quality)
{
  static const char *const others[] = { "°", "º", "o", "dim", "ø", "Ø", "∅", "h", "-", "−" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (quality, others[i]))
      return FALSE;

  return quality[0] != 'm' || quality[1] == 'a';
}

/* "5/7": a bass that is counted; cuts it off. Sixths and ninths are no bass: "16/9". */
static gboolean
take_bass (const Reader *reader,
           char         *quality,
           MaqNoteName  *bass,
           gboolean     *has_bass)
{
  char *slash = strrchr (quality, '/');
  const char *at = slash != NULL ? slash + 1 : "";
  int signs = read_signs (&at);

  *has_bass = at[0] >= '1' && at[0] <= '7' && at[1] == '\0';
  if (!*has_bass)
    return TRUE;

  *slash = '\0';
  return find_note (reader, at[0] - '1', signs, bass);
}

/* "V/V" is a dominant's dominant to some, and a bass to others. */
static gboolean
is_applied (const char *quality)
{
  const char *slash = strrchr (quality, '/');
  const char *at = slash != NULL ? slash + 1 : "";

  read_signs (&at);
  return at[0] != '\0' && strchr ("IViv", at[0]) != NULL;
}

static MaqChord *
parse_number (Reader *reader,
              char   *quality,
              int     degree,
              int     signs)
{
  char root_text[MAQ_NOTE_NAME_TEXT_MAX], bass_text[MAQ_NOTE_NAME_TEXT_MAX] = "";
  g_autofree char *symbol = NULL;
  MaqNoteName root, bass;
  gboolean has_bass;

  if (!find_note (reader, degree, signs, &root) || !take_bass (reader, quality, &bass, &has_bass))
    return NULL;

  maq_note_name_format (root, root_text);
  if (has_bass)
    maq_note_name_format (bass, bass_text);
  /* a blank, as what follows the number "1b5" is no part of the root */
  symbol = g_strconcat (root_text, " ", reader->is_small && lacks_minor (quality) ? "m" : "",
                        quality, has_bass ? "/" : "", bass_text, NULL);
  return maq_chord_parse (symbol, NULL);
}

static MaqChord *
read_number (Reader      *reader,
             const char  *text,
             const char  *at,
             int          degree,
             int          signs,
             GError     **error)
{
  g_autofree char *quality = g_strdup (at);
  g_autofree char *shown = g_utf8_make_valid (text, (gssize) strnlen (text, SHOWN_BYTES));
  MaqChord *chord = NULL;

  if (!maq_key_is_set (reader->key))
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 /* Translators: a Roman numeral or a number that stands for a chord */
                 _("“%s” counts from a key, and there is none; write a name such as F, "
                   "or set the key"), shown);
  else if (reader->is_roman && is_applied (quality))
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 _("“%s” may mean a bass or a dominant; write the bass as in V/5, "
                   "or a name such as D"), shown);
  else
    {
      chord = parse_number (reader, quality, degree, signs);
      if (chord == NULL)
        g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                     _("“%s” is not understood; numbers are written like IV, vi7, bVII and V/7, "
                       "or 4, 6-7, b7 and 5/7"), shown);
    }

  return chord;
}

MaqChord *
maq_chord_read (const char  *text,
                MaqKey       key,
                GError     **error)
{
  static const char *const figures[] = { "1", "2", "3", "4", "5", "6", "7" };
  const char *at = text;
  int signs = read_signs (&at);
  Reader reader = { .key = key, .is_roman = TRUE };
  int degree = read_numeral (&at, numerals);

  if (degree < 0)
    {
      degree = read_numeral (&at, small_numerals);
      reader.is_small = degree >= 0;
    }
  if (degree < 0)
    {
      degree = read_numeral (&at, figures);
      reader.is_roman = FALSE;
    }
  if (degree < 0)
    return maq_chord_parse (text, error);

  return read_number (&reader, text, at, degree, signs, error);
}
