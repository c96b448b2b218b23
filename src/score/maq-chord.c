/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-spec-private.h"

#include "maq-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MaqChord
{
  MaqChordSpec  spec;
  gboolean      is_none;
  guint         tones;
  char         *text;
};

#define NONE_TEXT "N.C."

/* What an error shows of a symbol that may be anything. */
#define SHOWN_BYTES 24

static char *
shown (const char *text)
{
  g_autofree char *start = g_strndup (text, SHOWN_BYTES);
  const char *valid_end;
  gboolean cut = strnlen (text, SHOWN_BYTES + 1) > SHOWN_BYTES;

  /* Don't show half a character where the text was cut. */
  if (cut && !g_utf8_validate (start, -1, &valid_end) && valid_end >= start + SHOWN_BYTES - 3)
    start[valid_end - start] = '\0';
  if (cut)
    {
      g_autofree char *valid = g_utf8_make_valid (start, -1);

      return g_strconcat (valid, "…", NULL);
    }
  return g_utf8_make_valid (start, -1);
}

void
maq_chord_refuse (GError     **error,
                  const char  *text,
                  const char  *part)
{
  g_autofree char *shown_text = shown (text);
  g_autofree char *shown_part = shown (part);

  if (text[0] == '\0')
    g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                         _("There is no chord here; write one, such as Am7, or N.C. for none"));
  else if (strcmp (text, part) == 0)
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 _("“%s” is not understood; "
                   "chords are written like Am7, F#m7b5, Bb13(b9), Dsus4 or G/B"), shown_text);
  else
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 /* Translators: first a part of a chord symbol, then the whole symbol */
                 _("“%s” in the chord “%s” is not understood; "
                   "chords are written like Am7, F#m7b5, Bb13(b9), Dsus4 or G/B"),
                 shown_part, shown_text);
}

static void
chord_clear (gpointer data)
{
  MaqChord *self = data;

  g_free (self->text);
}

MaqChord *
maq_chord_new_from_spec (const MaqChordSpec *spec)
{
  MaqChord *self = g_atomic_rc_box_new0 (MaqChord);

  self->spec = *spec;
  maq_chord_spec_normalize (&self->spec);
  self->tones = maq_chord_spec_get_tones (&self->spec);
  self->text = maq_chord_spec_to_text (&self->spec);
  return self;
}

MaqChord *
maq_chord_new_none (void)
{
  MaqChord *self = g_atomic_rc_box_new0 (MaqChord);

  self->is_none = TRUE;
  self->text = g_strdup (NONE_TEXT);
  return self;
}

MaqChord *
maq_chord_ref (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
maq_chord_unref (MaqChord *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, chord_clear);
}

gboolean
maq_chord_text_is_none (const char *text)
{
  static const char *const spellings[] = { "N.C.", "N.C", "NC", "n.c.", "n.c", "nc", "N" };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (strcmp (text, spellings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Takes spaces and the parentheses of an optional chord off both ends. */
static char *
stripped (const char *text)
{
  char *copy = g_strstrip (g_strdup (text));
  gsize length = strlen (copy);

  if (length > 2 && copy[0] == '(' && strchr (copy, ')') == copy + length - 1)
    {
      copy[length - 1] = '\0';
      memmove (copy, copy + 1, length - 1);
      g_strstrip (copy);
    }
  return copy;
}

MaqChord *
maq_chord_parse (const char  *text,
                 GError     **error)
{
  g_autofree char *symbol = NULL;
  MaqChordSpec spec;

  g_return_val_if_fail (text != NULL, NULL);

  if (strnlen (text, MAQ_LIMIT_CHORD_BYTES + 1) > MAQ_LIMIT_CHORD_BYTES)
    {
      maq_chord_refuse (error, text, text);
      return NULL;
    }

  symbol = stripped (text);
  if (maq_chord_text_is_none (symbol))
    return maq_chord_new_none ();
  if (!maq_chord_spec_read (symbol, &spec, error))
    return NULL;
  return maq_chord_new_from_spec (&spec);
}

/* The text is made from the spec alone, so it says all that the chord is. */
gboolean
maq_chord_equal (MaqChord *self,
                 MaqChord *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self == other || strcmp (self->text, other->text) == 0;
}

const char *
maq_chord_get_text (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gboolean
maq_chord_is_none (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_none;
}

MaqNoteName
maq_chord_get_root (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, ((MaqNoteName) { 0, 0 }));

  return self->spec.root;
}

MaqNoteName
maq_chord_get_bass (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, ((MaqNoteName) { 0, 0 }));

  return self->spec.bass;
}

guint
maq_chord_get_tones (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tones;
}

int
maq_chord_get_third (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, -1);

  if (self->is_none)
    return -1;
  switch (self->spec.third)
    {
    case MAQ_CHORD_THIRD_MINOR:
      return 3;
    case MAQ_CHORD_THIRD_SUS2:
      return 2;
    case MAQ_CHORD_THIRD_SUS4:
    case MAQ_CHORD_THIRD_SUS24:
      return 5;
    case MAQ_CHORD_THIRD_NONE:
      return -1;
    case MAQ_CHORD_THIRD_MAJOR:
    default:
      return self->spec.extension == 11 ? 5 : 4;
    }
}

int
maq_chord_get_fifth (MaqChord *self)
{
  g_return_val_if_fail (self != NULL, 7);

  if ((self->spec.changes & MAQ_CHORD_SHARP_5) != 0)
    return 8;
  return (self->spec.changes & MAQ_CHORD_FLAT_5) != 0 ? 6 : 7;
}

int
maq_chord_get_seventh (MaqChord *self)
{
  static const int semitones[] = { -1, 9, 9, 10, 11 };

  g_return_val_if_fail (self != NULL, -1);

  return semitones[self->spec.seventh];
}

/* Spells a pitch class as it stands in a scale on the tonic; sets @name if
 * it does. */
static gboolean
spell_in_scale (int          pitch_class,
                MaqKey       key,
                MaqNoteName *name)
{
  static const gint8 naturals[7] = { 0, 2, 4, 5, 7, 9, 11 };
  int above_tonic = (pitch_class - maq_note_name_pitch_class (key.tonic) + 12) % 12;
  guint scale = maq_key_scale (key);
  int degree = 0;
  int alter;

  if ((scale & 1u << above_tonic) == 0)
    return FALSE;
  for (int i = 0; i < above_tonic; i++)
    degree += (scale >> i) & 1;

  name->step = (gint8) ((key.tonic.step + degree) % 7);
  alter = (pitch_class - naturals[name->step] + 18) % 12 - 6;
  name->alter = (gint8) alter;
  return ABS (alter) <= 1;
}

static MaqNoteName
spell (int      pitch_class,
       MaqKey   key,
       gboolean minor)
{
  MaqNoteName name;
  gboolean flats;

  if (maq_key_is_set (key) && spell_in_scale (pitch_class, key, &name))
    return name;
  if (maq_key_is_set (key))
    flats = maq_key_prefers_flats (key);
  else
    /* Db, Eb, Ab, Bb and F#; but C#m, F#m and G#m. */
    flats = pitch_class != 6 && !(minor && (pitch_class == 1 || pitch_class == 8));
  return maq_note_name_from_pitch_class (pitch_class, flats);
}

/* Keeps the bass as many letters above the root as it was, if that needs no
 * double accidental. */
static MaqNoteName
spell_bass (const MaqChordSpec *old,
            MaqNoteName         root,
            int                 pitch_class,
            MaqKey              key)
{
  int steps = (old->bass.step - old->root.step + 7) % 7;
  MaqNoteName name = { (gint8) ((root.step + steps) % 7), 0 };
  int alter = (pitch_class - maq_note_name_pitch_class (name) + 18) % 12 - 6;

  if (ABS (alter) > 1)
    return spell (pitch_class, key, FALSE);
  name.alter = (gint8) alter;
  return name;
}

MaqChord *
maq_chord_transposed (MaqChord *self,
                      int       semitones,
                      MaqKey    key)
{
  MaqChordSpec spec;
  int up;

  g_return_val_if_fail (self != NULL, NULL);

  up = (semitones % 12 + 12) % 12;
  if (self->is_none || up == 0)
    return maq_chord_ref (self);

  spec = self->spec;
  spec.root = spell ((maq_note_name_pitch_class (self->spec.root) + up) % 12, key,
                     spec.third == MAQ_CHORD_THIRD_MINOR);
  spec.bass = spell_bass (&self->spec, spec.root,
                          (maq_note_name_pitch_class (self->spec.bass) + up) % 12, key);
  return maq_chord_new_from_spec (&spec);
}

/* Moves a note as many letters and semitones as the tonic moves; %FALSE where that needs a
 * double accidental. */
static gboolean
carry_note (MaqNoteName  note,
            MaqKey       from,
            MaqKey       to,
            MaqNoteName *carried)
{
  int semitones = maq_note_name_pitch_class (to.tonic) - maq_note_name_pitch_class (from.tonic);
  int pitch_class = maq_note_name_pitch_class (note) + semitones + 12;
  int alter;

  carried->step = (gint8) ((note.step + to.tonic.step - from.tonic.step + 7) % 7);
  carried->alter = 0;
  alter = (pitch_class - maq_note_name_pitch_class (*carried) + 30) % 12 - 6;
  carried->alter = (gint8) alter;
  return ABS (alter) <= 1;
}

MaqChord *
maq_chord_carried (MaqChord *self,
                   MaqKey    from,
                   MaqKey    to)
{
  int semitones = maq_note_name_pitch_class (to.tonic) - maq_note_name_pitch_class (from.tonic);
  MaqChordSpec spec;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_none || maq_note_name_equal (from.tonic, to.tonic))
    return maq_chord_ref (self);

  spec = self->spec;
  if (!carry_note (self->spec.root, from, to, &spec.root) ||
      !carry_note (self->spec.bass, from, to, &spec.bass))
    return maq_chord_transposed (self, semitones, to);

  return maq_chord_new_from_spec (&spec);
}
