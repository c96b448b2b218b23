/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-spec-private.h"

#include <string.h>

typedef enum
{
  TOKEN_SPACE,
  TOKEN_MAJOR,
  TOKEN_TRIANGLE,
  TOKEN_MINOR,
  TOKEN_DIMINISHED,
  TOKEN_HALF_DIMINISHED,
  TOKEN_AUGMENTED,
  TOKEN_SUSPENDED,
  TOKEN_ALTERED,
  TOKEN_ADD,
  TOKEN_NO,
  TOKEN_SIX_NINE,
  TOKEN_NUMBER,
  TOKEN_FLAT,
  TOKEN_SHARP,
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_SLASH,
} TokenKind;

typedef struct
{
  const char *text;
  TokenKind   kind;
  guint       value;
} Token;

/* The longest that fits is taken, so the order does not matter. */
static const Token tokens[] = {
  { " ", TOKEN_SPACE, 0 },
  { ",", TOKEN_SPACE, 0 },
  { "dom", TOKEN_SPACE, 0 },
  { "maj", TOKEN_MAJOR, 0 },
  { "Maj", TOKEN_MAJOR, 0 },
  { "MAJ", TOKEN_MAJOR, 0 },
  { "major", TOKEN_MAJOR, 0 },
  { "ma", TOKEN_MAJOR, 0 },
  { "Ma", TOKEN_MAJOR, 0 },
  { "MA", TOKEN_MAJOR, 0 },
  { "M", TOKEN_MAJOR, 0 },
  { "^", TOKEN_TRIANGLE, 0 },
  { "\xe2\x96\xb3", TOKEN_TRIANGLE, 0 }, /* △ */
  { "\xe2\x88\x86", TOKEN_TRIANGLE, 0 }, /* ∆, an increment */
  { "\xce\x94", TOKEN_TRIANGLE, 0 },     /* Δ, a Greek letter */
  { "m", TOKEN_MINOR, 0 },
  { "mi", TOKEN_MINOR, 0 },
  { "min", TOKEN_MINOR, 0 },
  { "Min", TOKEN_MINOR, 0 },
  { "MIN", TOKEN_MINOR, 0 },
  { "minor", TOKEN_MINOR, 0 },
  { "dim", TOKEN_DIMINISHED, 0 },
  { "Dim", TOKEN_DIMINISHED, 0 },
  { "DIM", TOKEN_DIMINISHED, 0 },
  { "o", TOKEN_DIMINISHED, 0 },
  { "\xc2\xb0", TOKEN_DIMINISHED, 0 },      /* °, a degree sign */
  { "\xc2\xba", TOKEN_DIMINISHED, 0 },      /* º, an ordinal */
  { "\xc3\xb8", TOKEN_HALF_DIMINISHED, 0 }, /* ø */
  { "\xc3\x98", TOKEN_HALF_DIMINISHED, 0 }, /* Ø */
  { "\xe2\x88\x85", TOKEN_HALF_DIMINISHED, 0 }, /* ∅, an empty set */
  { "hdim", TOKEN_HALF_DIMINISHED, 0 },
  { "h", TOKEN_HALF_DIMINISHED, 0 },
  { "aug", TOKEN_AUGMENTED, 0 },
  { "Aug", TOKEN_AUGMENTED, 0 },
  { "AUG", TOKEN_AUGMENTED, 0 },
  { "sus", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS4 },
  { "Sus", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS4 },
  { "SUS", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS4 },
  { "sus4", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS4 },
  { "Sus4", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS4 },
  { "SUS4", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS4 },
  { "sus2", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS2 },
  { "Sus2", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS2 },
  { "SUS2", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS2 },
  { "sus24", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS24 },
  { "sus42", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS24 },
  { "sus2sus4", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS24 },
  { "sus4sus2", TOKEN_SUSPENDED, MAQ_CHORD_THIRD_SUS24 },
  { "alt", TOKEN_ALTERED, 0 },
  { "add", TOKEN_ADD, 0 },
  { "Add", TOKEN_ADD, 0 },
  { "ADD", TOKEN_ADD, 0 },
  { "no", TOKEN_NO, 0 },
  { "omit", TOKEN_NO, 0 },
  { "69", TOKEN_SIX_NINE, 0 },
  { "6/9", TOKEN_SIX_NINE, 0 },
  { "1", TOKEN_NUMBER, 1 },
  { "2", TOKEN_NUMBER, 2 },
  { "4", TOKEN_NUMBER, 4 },
  { "5", TOKEN_NUMBER, 5 },
  { "6", TOKEN_NUMBER, 6 },
  { "7", TOKEN_NUMBER, 7 },
  { "9", TOKEN_NUMBER, 9 },
  { "11", TOKEN_NUMBER, 11 },
  { "13", TOKEN_NUMBER, 13 },
  { "b", TOKEN_FLAT, 0 },
  { "-", TOKEN_FLAT, 1 },
  { "\xe2\x88\x92", TOKEN_FLAT, 1 }, /* −, a minus */
  { "\xe2\x80\x93", TOKEN_FLAT, 1 }, /* –, a dash */
  { "\xe2\x99\xad", TOKEN_FLAT, 0 }, /* ♭ */
  { "#", TOKEN_SHARP, 0 },
  { "+", TOKEN_SHARP, 1 },
  { "\xe2\x99\xaf", TOKEN_SHARP, 0 }, /* ♯ */
  { "(", TOKEN_OPEN, 0 },
  { ")", TOKEN_CLOSE, 0 },
  { "/", TOKEN_SLASH, 0 },
};

typedef struct
{
  MaqChordSpec *spec;
  const char   *at;
  const char   *open;       /* the parenthesis that is open */
  gboolean      started;    /* something stands after the root */
  gboolean      triad;      /* minor, diminished or augmented was said */
  gboolean      diminished;
  gboolean      major;      /* the next number is a major seventh */
  gboolean      stacked;    /* a sixth or seventh was said in figures */
} Reader;

static const Token *
find_token (const char *at)
{
  const Token *best = NULL;
  gsize best_length = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      gsize length = strlen (tokens[i].text);

      /* "madd9" is minor with a ninth. */
      if (length > best_length && strncmp (at, tokens[i].text, length) == 0
          && !(length == 2 && g_str_has_prefix (at, "madd")))
        {
          best = &tokens[i];
          best_length = length;
        }
    }
  return best;
}

/* Reads a degree of one digit, or two from 10 to 13. */
static gboolean
read_degree (Reader *reader,
             guint  *degree)
{
  const char *at = reader->at;

  if (!g_ascii_isdigit (*at) || *at == '0')
    return FALSE;
  *degree = (guint) g_ascii_digit_value (*at++);
  if (*degree == 1 && *at >= '0' && *at <= '3')
    *degree = 10 + (guint) g_ascii_digit_value (*at++);
  reader->at = at;
  return TRUE;
}

/* Reads what follows "add" or a slash: "9", "b13", "#11". */
static gboolean
read_added (Reader *reader)
{
  const Token *token;
  int alter = 0;
  guint degree;

  while (*reader->at == ' ')
    reader->at++;
  token = find_token (reader->at);
  if (token != NULL && (token->kind == TOKEN_FLAT || token->kind == TOKEN_SHARP))
    {
      alter = token->kind == TOKEN_FLAT ? -1 : 1;
      reader->at += strlen (token->text);
    }
  return read_degree (reader, &degree)
         && maq_chord_spec_add_degree (reader->spec, degree, alter);
}

static gboolean
read_omitted (Reader *reader)
{
  guint degree;

  while (*reader->at == ' ')
    reader->at++;
  if (!read_degree (reader, &degree))
    return FALSE;
  if (g_str_has_prefix (reader->at, degree == 3 ? "rd" : "th"))
    reader->at += 2;

  if (degree == 3)
    reader->spec->third = MAQ_CHORD_THIRD_NONE;
  else if (degree == 5)
    reader->spec->changes |= MAQ_CHORD_NO_5;
  return degree == 3 || degree == 5;
}

static gboolean
read_triad (Reader        *reader,
            MaqChordThird  third,
            guint          changes)
{
  if (reader->triad || reader->spec->third != MAQ_CHORD_THIRD_MAJOR)
    return FALSE;
  reader->triad = TRUE;
  reader->spec->third = third;
  reader->spec->changes |= changes;
  return TRUE;
}

static gboolean
read_major (Reader   *reader,
            gboolean  triangle)
{
  if (reader->major)
    return FALSE;
  reader->major = TRUE;
  /* "C7M" is how Brazil writes it. */
  if (triangle || reader->spec->seventh == MAQ_CHORD_SEVENTH_MINOR)
    reader->spec->seventh = MAQ_CHORD_SEVENTH_MAJOR;
  return TRUE;
}

static MaqChordSeventh
seventh_meant (const Reader *reader)
{
  if (reader->spec->seventh > MAQ_CHORD_SEVENTH_SIXTH)
    return reader->spec->seventh;
  if (reader->major)
    return MAQ_CHORD_SEVENTH_MAJOR;
  if (reader->diminished)
    return MAQ_CHORD_SEVENTH_DIMINISHED;
  return MAQ_CHORD_SEVENTH_MINOR;
}

static gboolean
read_stack (Reader *reader,
            guint   number)
{
  MaqChordSpec *spec = reader->spec;
  gboolean inside = reader->open != NULL && !reader->major;

  if (number == 6)
    {
      reader->stacked = TRUE;
      return maq_chord_spec_add_degree (spec, 6, 0);
    }
  if (number > 7 && (reader->stacked || inside))
    return maq_chord_spec_add_degree (spec, number, 0);
  if (number == 7 && reader->stacked && spec->seventh != MAQ_CHORD_SEVENTH_SIXTH)
    return FALSE;

  if (spec->seventh == MAQ_CHORD_SEVENTH_SIXTH)
    spec->changes |= MAQ_CHORD_ADD_13;
  spec->seventh = seventh_meant (reader);
  spec->extension = number > 7 ? number : 0;
  reader->stacked = TRUE;
  return TRUE;
}

static gboolean
read_number (Reader *reader,
             guint   number)
{
  MaqChordSpec *spec = reader->spec;

  if (number >= 6)
    return read_stack (reader, number);
  if (spec->third == MAQ_CHORD_THIRD_NONE)
    return FALSE;
  if (number == 2)
    return maq_chord_spec_add_degree (spec, 2, 0);
  if (number == 4)
    {
      if (spec->third != MAQ_CHORD_THIRD_MAJOR)
        return maq_chord_spec_add_degree (spec, 4, 0);
      spec->third = MAQ_CHORD_THIRD_SUS4;
      return TRUE;
    }

  /* C5 and C1: the fifth alone, the root alone. */
  if (reader->started)
    return FALSE;
  spec->third = MAQ_CHORD_THIRD_NONE;
  if (number == 1)
    spec->changes |= MAQ_CHORD_NO_5;
  return TRUE;
}

/* "-" and "+" name the triad first, and later the sign of a degree. */
static gboolean
read_sign (Reader      *reader,
           const Token *token)
{
  gboolean flat = token->kind == TOKEN_FLAT;
  guint degree;

  if (token->value == 1 && !reader->started)
    {
      if (flat && *reader->at != '5')
        return read_triad (reader, MAQ_CHORD_THIRD_MINOR, 0);
      if (!flat && !g_str_has_prefix (reader->at, "11"))
        return read_triad (reader, MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SHARP_5);
    }
  if (token->value == 1 && !flat && !g_ascii_isdigit (*reader->at))
    return maq_chord_spec_add_degree (reader->spec, 5, 1);
  return read_degree (reader, &degree)
         && maq_chord_spec_add_degree (reader->spec, degree, flat ? -1 : 1);
}

/* Reads the root. Beside "Bb" there is "Bes", beside "F#" "Fis", and "Es" and
 * "As" where what follows is not "sus". */
static gsize
read_root (const char  *text,
           MaqNoteName *root)
{
  gsize n_read = maq_note_name_parse (text, root);
  const char *rest = text + n_read;

  if (n_read != 1)
    return n_read;

  if (g_str_has_prefix (rest, "es") || g_str_has_prefix (rest, "is"))
    {
      root->alter = rest[0] == 'e' ? -1 : 1;
      return 3;
    }
  if ((text[0] == 'A' || text[0] == 'E') && rest[0] == 's' && rest[1] != 'u')
    {
      root->alter = -1;
      return 2;
    }
  return n_read;
}

/* After a slash: the bass, which ends the symbol, or one more degree. */
static gboolean
read_slash (Reader *reader)
{
  const Token *token = find_token (reader->at);
  char *bass;
  gsize n_read;
  gboolean whole;

  if (token != NULL && (token->kind == TOKEN_FLAT || token->kind == TOKEN_SHARP
                        || g_ascii_isdigit (*reader->at))
      && (g_ascii_isdigit (*reader->at) || g_ascii_isdigit (reader->at[strlen (token->text)])))
    return read_added (reader);
  if (reader->open != NULL)
    return FALSE;

  bass = g_strdup (reader->at);
  bass[0] = g_ascii_toupper (bass[0]);
  n_read = read_root (bass, &reader->spec->bass);
  whole = n_read > 0 && bass[n_read] == '\0';
  g_free (bass);
  if (whole)
    reader->at += n_read;
  return whole;
}

static gboolean
read_parenthesis (Reader      *reader,
                  const char  *at,
                  gboolean     opens)
{
  if (opens == (reader->open != NULL))
    return FALSE;
  reader->open = opens ? at : NULL;
  return TRUE;
}

static gboolean
read_altered (Reader *reader)
{
  if (reader->spec->third != MAQ_CHORD_THIRD_MAJOR)
    return FALSE;
  if (reader->spec->seventh == MAQ_CHORD_SEVENTH_NONE)
    reader->spec->seventh = MAQ_CHORD_SEVENTH_MINOR;
  reader->spec->changes |= MAQ_CHORD_FLAT_5 | MAQ_CHORD_SHARP_5
                           | MAQ_CHORD_FLAT_9 | MAQ_CHORD_SHARP_9;
  return TRUE;
}

static gboolean
read_suspended (Reader        *reader,
                MaqChordThird  third)
{
  if (reader->spec->third != MAQ_CHORD_THIRD_MAJOR && reader->spec->third != MAQ_CHORD_THIRD_MINOR)
    return FALSE;
  reader->spec->third = third;
  return TRUE;
}

static gboolean
read_token (Reader      *reader,
            const Token *token)
{
  const char *at = reader->at;

  reader->at += strlen (token->text);
  switch (token->kind)
    {
    case TOKEN_SPACE:
      return TRUE;
    case TOKEN_MAJOR:
    case TOKEN_TRIANGLE:
      return read_major (reader, token->kind == TOKEN_TRIANGLE);
    case TOKEN_MINOR:
      return read_triad (reader, MAQ_CHORD_THIRD_MINOR, 0);
    case TOKEN_DIMINISHED:
      reader->diminished = TRUE;
      return read_triad (reader, MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_FLAT_5);
    case TOKEN_HALF_DIMINISHED:
      reader->spec->seventh = MAQ_CHORD_SEVENTH_MINOR;
      return read_triad (reader, MAQ_CHORD_THIRD_MINOR, MAQ_CHORD_FLAT_5);
    case TOKEN_AUGMENTED:
      return read_triad (reader, MAQ_CHORD_THIRD_MAJOR, MAQ_CHORD_SHARP_5);
    case TOKEN_SUSPENDED:
      return read_suspended (reader, (MaqChordThird) token->value);
    case TOKEN_ALTERED:
      return read_altered (reader);
    case TOKEN_ADD:
      return read_added (reader);
    case TOKEN_NO:
      return read_omitted (reader);
    case TOKEN_SIX_NINE:
      return read_stack (reader, 6) && maq_chord_spec_add_degree (reader->spec, 9, 0);
    case TOKEN_NUMBER:
      return read_number (reader, token->value);
    case TOKEN_FLAT:
    case TOKEN_SHARP:
      return read_sign (reader, token);
    case TOKEN_OPEN:
    case TOKEN_CLOSE:
      return read_parenthesis (reader, at, token->kind == TOKEN_OPEN);
    case TOKEN_SLASH:
      return read_slash (reader);
    default:
      return FALSE;
    }
}

gboolean
maq_chord_spec_read (const char    *text,
                     MaqChordSpec  *spec,
                     GError       **error)
{
  Reader reader = { spec, text };
  gsize n_root;

  *spec = (MaqChordSpec) { .third = MAQ_CHORD_THIRD_MAJOR };
  n_root = read_root (text, &spec->root);
  spec->bass = spec->root;
  reader.at += n_root;

  if (n_root == 0)
    {
      maq_chord_refuse (error, text, text);
      return FALSE;
    }

  while (*reader.at != '\0')
    {
      const char *at = reader.at;
      const Token *token = find_token (at);

      if (token == NULL || !read_token (&reader, token))
        {
          maq_chord_refuse (error, text, at);
          return FALSE;
        }
      if (token->kind != TOKEN_SPACE && token->kind != TOKEN_OPEN)
        reader.started = TRUE;
    }

  if (reader.open != NULL)
    {
      maq_chord_refuse (error, text, reader.open);
      return FALSE;
    }
  /* "Cm(maj)" */
  if (reader.major && spec->third == MAQ_CHORD_THIRD_MINOR
      && spec->seventh == MAQ_CHORD_SEVENTH_NONE)
    spec->seventh = MAQ_CHORD_SEVENTH_MAJOR;
  return TRUE;
}
