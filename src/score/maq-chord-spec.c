/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-spec-private.h"

#define FIFTHS (MAQ_CHORD_FLAT_5 | MAQ_CHORD_SHARP_5)
#define NINTHS (MAQ_CHORD_FLAT_9 | MAQ_CHORD_SHARP_9)

/* What "alt" stands for. */
#define ALTERED (FIFTHS | NINTHS)

static const char *const change_texts[] = {
  "b5", "#5", "b9", "#9", "#11", "b13", "add9", "add11", "add13", "no5",
};

static gboolean
has_seventh (const MaqChordSpec *self)
{
  return self->seventh >= MAQ_CHORD_SEVENTH_DIMINISHED;
}

static gboolean
is_sus4 (const MaqChordSpec *self)
{
  return self->third == MAQ_CHORD_THIRD_SUS4 || self->third == MAQ_CHORD_THIRD_SUS24;
}

/* A degree without sign: its place in the stack, or an added tone. */
static gboolean
add_natural (MaqChordSpec *self,
             guint         degree)
{
  switch (degree)
    {
    case 1:
    case 8:
      return TRUE;
    case 2:
    case 9:
      self->changes |= MAQ_CHORD_ADD_9;
      return TRUE;
    case 3:
    case 10:
      self->third = MAQ_CHORD_THIRD_MAJOR;
      return TRUE;
    case 4:
    case 11:
      self->changes |= MAQ_CHORD_ADD_11;
      return TRUE;
    case 5:
    case 12:
      self->changes &= ~(guint) MAQ_CHORD_NO_5;
      return TRUE;
    case 6:
    case 13:
      if (degree == 6 && !has_seventh (self))
        self->seventh = MAQ_CHORD_SEVENTH_SIXTH;
      else
        self->changes |= MAQ_CHORD_ADD_13;
      return TRUE;
    case 7:
      if (self->seventh == MAQ_CHORD_SEVENTH_SIXTH)
        self->changes |= MAQ_CHORD_ADD_13;
      self->seventh = MAQ_CHORD_SEVENTH_MAJOR;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
add_flat (MaqChordSpec *self,
          guint         degree)
{
  switch (degree)
    {
    case 2:
    case 9:
      self->changes |= MAQ_CHORD_FLAT_9;
      return TRUE;
    case 3:
    case 10:
      if (self->third == MAQ_CHORD_THIRD_MAJOR)
        self->changes |= MAQ_CHORD_SHARP_9;
      else
        self->third = MAQ_CHORD_THIRD_MINOR;
      return TRUE;
    case 5:
    case 12:
      self->changes |= MAQ_CHORD_FLAT_5;
      return TRUE;
    case 6:
    case 13:
      self->changes |= MAQ_CHORD_FLAT_13;
      return TRUE;
    case 7:
      if (self->seventh == MAQ_CHORD_SEVENTH_SIXTH)
        self->changes |= MAQ_CHORD_ADD_13;
      self->seventh = MAQ_CHORD_SEVENTH_MINOR;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
add_sharp (MaqChordSpec *self,
           guint         degree)
{
  switch (degree)
    {
    case 2:
    case 9:
      self->changes |= MAQ_CHORD_SHARP_9;
      return TRUE;
    case 4:
    case 11:
      self->changes |= MAQ_CHORD_SHARP_11;
      return TRUE;
    case 5:
    case 12:
      self->changes |= MAQ_CHORD_SHARP_5;
      return TRUE;
    case 6:
    case 13:
      return add_flat (self, 7);
    case 7:
      return add_natural (self, 7);
    default:
      return FALSE;
    }
}

gboolean
maq_chord_spec_add_degree (MaqChordSpec *self,
                           guint         degree,
                           int           alter)
{
  if (alter == 0)
    return add_natural (self, degree);
  if (alter == -1)
    return add_flat (self, degree);
  if (alter == 1)
    return add_sharp (self, degree);
  if (alter == -2 && degree == 7)
    {
      self->seventh = MAQ_CHORD_SEVENTH_DIMINISHED;
      return TRUE;
    }
  return FALSE;
}

/* The sixth of a diminished chord is its seventh, and only there is there a
 * diminished one; C6 has an added thirteenth already. */
static void
normalize_seventh (MaqChordSpec *self)
{
  gboolean diminished = self->third == MAQ_CHORD_THIRD_MINOR
                        && (self->changes & FIFTHS) == MAQ_CHORD_FLAT_5;

  if (diminished && self->seventh == MAQ_CHORD_SEVENTH_SIXTH)
    self->seventh = MAQ_CHORD_SEVENTH_DIMINISHED;
  if (!diminished && self->seventh == MAQ_CHORD_SEVENTH_DIMINISHED)
    self->seventh = MAQ_CHORD_SEVENTH_SIXTH;
  if (self->seventh == MAQ_CHORD_SEVENTH_SIXTH || self->seventh == MAQ_CHORD_SEVENTH_DIMINISHED)
    self->changes &= ~(guint) MAQ_CHORD_ADD_13;
}

/* An altered degree takes the place of the plain one in the stack. */
static void
lower_extension (MaqChordSpec *self)
{
  if (!has_seventh (self))
    self->extension = 0;
  if (self->extension == 13 && (self->changes & MAQ_CHORD_FLAT_13) != 0)
    self->extension = 9;
  if (self->extension == 11 && (is_sus4 (self) || (self->changes & MAQ_CHORD_SHARP_11) != 0))
    self->extension = 9;
  if (self->extension == 9 && (self->changes & NINTHS) != 0)
    self->extension = 0;
}

/* Added degrees that stand right on top of the stack belong to it. */
static void
raise_extension (MaqChordSpec *self)
{
  guint add = self->changes;

  if (!has_seventh (self))
    return;

  if (self->extension == 0 && (add & MAQ_CHORD_ADD_9) != 0 && (add & NINTHS) == 0)
    self->extension = 9;
  if (self->extension == 9 && (add & MAQ_CHORD_ADD_11) != 0
      && self->third == MAQ_CHORD_THIRD_MINOR && (add & MAQ_CHORD_SHARP_11) == 0)
    self->extension = 11;
  if (self->extension == 9 && (add & MAQ_CHORD_ADD_13) != 0
      && self->seventh != MAQ_CHORD_SEVENTH_DIMINISHED && (add & MAQ_CHORD_FLAT_13) == 0)
    self->extension = 13;

  if (self->extension >= 9 && (add & NINTHS) == 0)
    self->changes &= ~(guint) MAQ_CHORD_ADD_9;
  if (self->extension == 11)
    self->changes &= ~(guint) MAQ_CHORD_ADD_11;
  if (self->extension == 13)
    self->changes &= ~(guint) MAQ_CHORD_ADD_13;
}

void
maq_chord_spec_normalize (MaqChordSpec *self)
{
  if (self->third == MAQ_CHORD_THIRD_SUS2 && (self->changes & MAQ_CHORD_ADD_11) != 0)
    self->third = MAQ_CHORD_THIRD_SUS24;
  if (self->third == MAQ_CHORD_THIRD_SUS2 || self->third == MAQ_CHORD_THIRD_SUS24)
    self->changes &= ~(guint) MAQ_CHORD_ADD_9;
  if (is_sus4 (self))
    self->changes &= ~(guint) MAQ_CHORD_ADD_11;
  if ((self->changes & FIFTHS) != 0)
    self->changes &= ~(guint) MAQ_CHORD_NO_5;

  normalize_seventh (self);
  lower_extension (self);
  raise_extension (self);
}

static guint
third_tones (const MaqChordSpec *self)
{
  switch (self->third)
    {
    case MAQ_CHORD_THIRD_MINOR:
      return 1 << 3;
    case MAQ_CHORD_THIRD_SUS2:
      return 1 << 2;
    case MAQ_CHORD_THIRD_SUS4:
      return 1 << 5;
    case MAQ_CHORD_THIRD_SUS24:
      return 1 << 2 | 1 << 5;
    case MAQ_CHORD_THIRD_NONE:
      return 0;
    case MAQ_CHORD_THIRD_MAJOR:
    default:
      /* In C11 the eleventh takes the place of the third it would rub against. */
      return self->extension == 11 ? 1 << 5 : 1 << 4;
    }
}

guint
maq_chord_spec_get_tones (const MaqChordSpec *self)
{
  static const guint sevenths[] = { 0, 1 << 9, 1 << 9, 1 << 10, 1 << 11 };
  static const int change_semitones[] = { 6, 8, 1, 3, 6, 8, 2, 5, 9 };
  guint tones = 1 | third_tones (self) | sevenths[self->seventh];

  if ((self->changes & (FIFTHS | MAQ_CHORD_NO_5)) == 0)
    tones |= 1 << 7;
  for (gsize i = 0; i < G_N_ELEMENTS (change_semitones); i++)
    {
      if ((self->changes & 1u << i) != 0)
        tones |= 1u << change_semitones[i];
    }
  if (self->extension >= 9 && (self->changes & NINTHS) == 0)
    tones |= 1 << 2;
  if (self->extension == 11)
    tones |= 1 << 5;
  if (self->extension == 13)
    tones |= 1 << 9;
  return tones;
}

/* Writes root, triad and seventh; takes what it says out of @changes. */
static void
append_stem (GString            *text,
             const MaqChordSpec *self,
             guint              *changes)
{
  guint number = self->extension != 0 ? self->extension : 7;
  gboolean minor = self->third == MAQ_CHORD_THIRD_MINOR;
  gboolean diminished = minor && (*changes & FIFTHS) == MAQ_CHORD_FLAT_5
                        && self->seventh != MAQ_CHORD_SEVENTH_MINOR;

  if (diminished)
    *changes &= ~(guint) MAQ_CHORD_FLAT_5;
  g_string_append (text, diminished ? "dim" : minor ? "m" : "");

  if (self->third == MAQ_CHORD_THIRD_MAJOR && self->seventh == MAQ_CHORD_SEVENTH_NONE
      && (*changes & FIFTHS) == MAQ_CHORD_SHARP_5)
    {
      *changes &= ~(guint) MAQ_CHORD_SHARP_5;
      g_string_append (text, "aug");
    }

  switch (self->seventh)
    {
    case MAQ_CHORD_SEVENTH_SIXTH:
      g_string_append (text, (*changes & MAQ_CHORD_ADD_9) != 0 ? "6/9" : "6");
      *changes &= ~(guint) MAQ_CHORD_ADD_9;
      break;
    case MAQ_CHORD_SEVENTH_DIMINISHED:
    case MAQ_CHORD_SEVENTH_MINOR:
      g_string_append_printf (text, "%u", number);
      break;
    case MAQ_CHORD_SEVENTH_MAJOR:
      g_string_append_printf (text, minor ? "(maj%u)" : "maj%u", number);
      break;
    case MAQ_CHORD_SEVENTH_NONE:
    default:
      break;
    }
}

static void
append_sus (GString       *text,
            MaqChordThird  third)
{
  if (third == MAQ_CHORD_THIRD_SUS2)
    g_string_append (text, "sus2");
  else if (third == MAQ_CHORD_THIRD_SUS4)
    g_string_append (text, "sus4");
  else if (third == MAQ_CHORD_THIRD_SUS24)
    g_string_append (text, "sus24");
}

/* A lone change of the fifth follows a seventh as it is: "m7b5"; a lone added
 * tone the root: "Cadd9"; everything else stands in parentheses. */
static void
append_changes (GString  *text,
                guint     changes,
                gboolean  no_third,
                gsize     n_root)
{
  gboolean after_number = text->len > n_root && g_ascii_isdigit (text->str[text->len - 1]);
  gboolean single = !no_third && (changes & (changes - 1)) == 0;
  gboolean bare = single
                  && ((after_number && (changes & FIFTHS) != 0)
                      || (text->len == n_root && changes >= MAQ_CHORD_ADD_9
                          && changes <= MAQ_CHORD_ADD_13));
  gboolean first = TRUE;

  if (changes == 0 && !no_third)
    return;

  if (!bare)
    g_string_append_c (text, '(');
  for (guint i = 0; i < G_N_ELEMENTS (change_texts); i++)
    {
      if ((changes & 1u << i) == 0)
        continue;
      g_string_append (text, first ? "" : ",");
      g_string_append (text, change_texts[i]);
      first = FALSE;
    }
  if (no_third)
    g_string_append (text, first ? "no3" : ",no3");
  if (!bare)
    g_string_append_c (text, ')');
}

static void
append_quality (GString            *text,
                const MaqChordSpec *self)
{
  gsize n_root = text->len;
  guint changes = self->changes;
  gboolean no_third = self->third == MAQ_CHORD_THIRD_NONE;
  gboolean plain = self->seventh == MAQ_CHORD_SEVENTH_NONE;

  if (no_third && plain && changes == 0)
    g_string_append (text, "5");
  else if (no_third && plain && changes == MAQ_CHORD_NO_5)
    g_string_append (text, "1");
  else if (self->third == MAQ_CHORD_THIRD_MAJOR && self->seventh == MAQ_CHORD_SEVENTH_MINOR
           && self->extension == 0 && changes == ALTERED)
    g_string_append (text, "7alt");
  else
    {
      append_stem (text, self, &changes);
      append_sus (text, self->third);
      if (self->third == MAQ_CHORD_THIRD_SUS2 || is_sus4 (self))
        n_root = 0;
      append_changes (text, changes, no_third, n_root);
    }
}

char *
maq_chord_spec_to_text (const MaqChordSpec *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  char name[MAQ_NOTE_NAME_TEXT_MAX];

  g_string_append (text, maq_note_name_format (self->root, name));
  append_quality (text, self);
  if (!maq_note_name_equal (self->bass, self->root))
    {
      g_string_append_c (text, '/');
      g_string_append (text, maq_note_name_format (self->bass, name));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
