/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chord-text.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-chord-change.h"
#include "maq-limits.h"
#include "maq-odd-bar.h"
#include "maq-section.h"
#include "maq-vec-private.h"

/* the finest even division of a bar that is written without @ */
#define MAX_SLOTS 16

static MaqMeter
bar_meter (MaqMeter  meter,
           MaqVec   *odd_bars,
           int       bar)
{
  for (guint i = 0; i < maq_vec_get_length0 (odd_bars); i++)
    if (maq_odd_bar_get_bar (maq_vec_get (odd_bars, i)) == bar)
      return maq_odd_bar_get_meter (maq_vec_get (odd_bars, i));

  return meter;
}

static MaqTick
bar_ticks (MaqMeter  meter,
           MaqVec   *odd_bars,
           int       bar)
{
  return maq_meter_bar_ticks (bar_meter (meter, odd_bars, bar));
}

/* At most one entry a beat, or as many on each: anything else is a bar line forgotten. */
static gboolean
is_even_division (guint    n_slots,
                  MaqMeter meter)
{
  return n_slots <= meter.beats || n_slots % meter.beats == 0;
}

static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) pieces = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (pieces[i][0] != '\0')
      g_ptr_array_add (words, g_strdup (pieces[i]));

  return words;
}

/* What comes between repeat signs, again. @n_times: in all */
static void
repeat_bars (GPtrArray *bars,
             guint      from,
             guint64    n_times)
{
  guint end = bars->len;

  for (; end > from && n_times > 1 && bars->len <= MAQ_LIMIT_BARS; n_times--)
    for (guint i = from; i < end; i++)
      g_ptr_array_add (bars, g_strdup (g_ptr_array_index (bars, i)));
}

/* "x3" after a repeat sign; cuts it off. @n_times stays as it is where nothing is said. */
static void
take_times (char    **bar,
            guint64  *n_times)
{
  guint64 read;
  char *end;

  if ((*bar)[0] != 'x' || !g_ascii_isdigit ((*bar)[1]))
    return;

  read = g_ascii_strtoull (*bar + 1, &end, 10);
  if (*end != '\0' && *end != ' ')
    return;

  *n_times = read;
  *bar = g_strstrip (end);
}

typedef struct
{
  GPtrArray *bars;
  guint      from;       /* the bar that the next repeat goes back to */
  gboolean   is_pending; /* a repeat sign came, and perhaps its number comes */
} Splitter;

/* Repeats what the sign before @bar asks for; the number that says how often is cut off. */
static void
settle_repeat (Splitter  *self,
               char     **bar)
{
  guint64 n_times = 2;

  if (!self->is_pending)
    return;

  if (bar != NULL)
    take_times (bar, &n_times);
  repeat_bars (self->bars, self->from, n_times);
  self->from = self->bars->len;
  self->is_pending = FALSE;
}

static void
add_bar (Splitter *self,
         char     *bar,
         gboolean  is_last)
{
  gboolean was_pending = self->is_pending;
  gsize length;

  g_strstrip (bar);
  settle_repeat (self, &bar);
  if (bar[0] == ':')
    {
      self->from = self->bars->len;
      bar = g_strstrip (bar + 1);
    }
  length = strlen (bar);
  if (length > 0 && bar[length - 1] == ':')
    {
      self->is_pending = TRUE;
      bar[length - 1] = '\0';
      g_strstrip (bar);
    }
  /* nothing after the last line, after a sign, or after its number is no bar */
  if (bar[0] != '\0' || (!is_last && !was_pending && !self->is_pending))
    g_ptr_array_add (self->bars, g_strdup (bar));
}

static void
add_line (Splitter *self,
          char     *line)
{
  g_auto(GStrv) pieces = NULL;
  guint n_pieces, first;

  while (strstr (line, "||") != NULL)
    memmove (strstr (line, "||"), strstr (line, "||") + 1, strlen (strstr (line, "||")));
  if (g_strstrip (line)[0] == '\0')
    return;

  pieces = g_strsplit (line, "|", -1);
  n_pieces = g_strv_length (pieces);
  first = n_pieces > 1 && g_strstrip (pieces[0])[0] == '\0' ? 1 : 0;
  for (guint i = first; i < n_pieces; i++)
    add_bar (self, pieces[i], i + 1 == n_pieces && i > first);
}

/* Bars by `|`, `||` or line end; a bar line at the start or the end of a line
 * opens or closes, and parts nothing. */
static GPtrArray *
split_lines (const char *text)
{
  g_autoptr(GPtrArray) bars = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  Splitter splitter = { .bars = bars };

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (&splitter, lines[i]);
  settle_repeat (&splitter, NULL);

  return g_steal_pointer (&bars);
}

GPtrArray *
maq_chord_text_split (const char *text)
{
  GPtrArray *bars = split_lines (text);

  if (bars->len == 0)
    g_ptr_array_add (bars, g_strdup (""));

  return bars;
}

typedef struct
{
  GPtrArray *changes;   /* MaqChordChange */
  guint      last_from; /* where those of the bar before begin in changes */
  guint      from;      /* where those of this bar begin */
  MaqKey     key;
  MaqMeter   meter;
  MaqVec    *odd_bars;
} Reader;

static gboolean
fail (GError     **error,
      int          bar,
      const char  *sentence)
{
  g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
               /* translators: where, and what is wrong with the chords there */
               _("Bar %d: %s"), bar + 1, sentence);
  return FALSE;
}

static gboolean
repeat_bar (Reader  *reader,
            int      bar,
            GError **error)
{
  if (bar == 0)
    return fail (error, bar, _("there is no bar before it to repeat; write its chords"));

  for (guint i = reader->last_from; i < reader->from; i++)
    {
      MaqChordChange *change = g_ptr_array_index (reader->changes, i);
      MaqTick offset = maq_chord_change_get_offset_ticks (change);

      if (offset < bar_ticks (reader->meter, reader->odd_bars, bar))
        g_ptr_array_add (reader->changes, maq_chord_change_with_place (change, bar, offset));
    }

  return TRUE;
}

/* @token may end in @480; cuts that off */
static gboolean
take_offset (char     *token,
             int       bar,
             MaqTick   length,
             MaqTick  *offset,
             GError  **error)
{
  char *at = strrchr (token, '@');
  guint64 ticks = 0;

  if (at == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (at + 1, 10, 0, length - 1, &ticks, NULL))
    {
      g_autofree char *sentence = g_strdup_printf (_("“%s” is no place in it; write a number "
                                                     "below %" PRId64), at, length);

      return fail (error, bar, sentence);
    }

  *at = '\0';
  *offset = ticks;
  return TRUE;
}

MaqChordMark
maq_chord_text_take_mark (char **token)
{
  gsize length = strlen (*token);

  if (**token == '<' && length > 2 && (*token)[length - 1] == '>')
    {
      (*token)[length - 1] = '\0';
      *token += 1;
      return MAQ_CHORD_MARK_HOLD;
    }

  if ((**token == '>' || **token == '^') && length > 1)
    {
      *token += 1;
      return (*token)[-1] == '>' ? MAQ_CHORD_MARK_PUSH : MAQ_CHORD_MARK_STAB;
    }

  return MAQ_CHORD_MARK_NONE;
}

static gboolean
is_rest_of_before (const char *token)
{
  return strcmp (token, ".") == 0 || strcmp (token, "/") == 0;
}

static gboolean
read_token (Reader   *reader,
            char     *token,
            int       bar,
            MaqTick   offset,
            GError  **error)
{
  MaqTick length = bar_ticks (reader->meter, reader->odd_bars, bar);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MaqChordChange) plain = NULL;
  g_autoptr(MaqChord) chord = NULL;
  MaqChordMark mark;

  if (is_rest_of_before (token))
    return TRUE;
  if (!take_offset (token, bar, length, &offset, error))
    return FALSE;

  mark = maq_chord_text_take_mark (&token);
  chord = maq_chord_read (token, reader->key, &local_error);
  if (chord == NULL)
    return fail (error, bar, local_error->message);

  if (reader->changes->len > reader->from)
    {
      MaqChordChange *last = g_ptr_array_index (reader->changes, reader->changes->len - 1);

      if (maq_chord_change_get_offset_ticks (last) >= offset)
        return fail (error, bar, _("two chords begin at one place; part them"));
    }

  plain = maq_chord_change_new (bar, offset, chord);
  g_ptr_array_add (reader->changes, maq_chord_change_with_mark (plain, mark));
  return TRUE;
}

static gboolean
require_even_division (Reader     *reader,
                       GPtrArray  *tokens,
                       int         bar,
                       GError    **error)
{
  MaqMeter meter = bar_meter (reader->meter, reader->odd_bars, bar);
  g_autofree char *sentence = NULL;
  guint n_placed = 0;

  for (guint i = 0; i < tokens->len; i++)
    n_placed += strchr (g_ptr_array_index (tokens, i), '@') != NULL ? 1 : 0;
  if (is_even_division (tokens->len, meter) || n_placed == tokens->len)
    return TRUE;

  sentence = g_strdup_printf (_("%u chords and dots do not divide its %d beats; "
                                "part the bars with |"), tokens->len, meter.beats);
  return fail (error, bar, sentence);
}

static gboolean
read_bar (Reader      *reader,
          const char  *text,
          int          bar,
          GError     **error)
{
  g_autoptr(GPtrArray) tokens = split_words (text);
  MaqTick length = bar_ticks (reader->meter, reader->odd_bars, bar);

  if (tokens->len == 1 && strcmp (g_ptr_array_index (tokens, 0), "%") == 0)
    return repeat_bar (reader, bar, error);
  if (!require_even_division (reader, tokens, bar, error))
    return FALSE;

  for (guint i = 0; i < tokens->len; i++)
    if (!read_token (reader, g_ptr_array_index (tokens, i), bar, length * i / tokens->len, error))
      return FALSE;

  return TRUE;
}

MaqVec *
maq_chord_text_parse (const char  *text,
                      MaqMeter     meter,
                      MaqVec      *odd_bars,
                      int         *n_bars,
                      GError     **error)
{
  return maq_chord_text_parse_in_key (text, MAQ_KEY_UNSET, meter, odd_bars, n_bars, error);
}

MaqVec *
maq_chord_text_parse_in_key (const char  *text,
                             MaqKey       key,
                             MaqMeter     meter,
                             MaqVec      *odd_bars,
                             int         *n_bars,
                             GError     **error)
{
  g_autoptr(GPtrArray) bars = strchr (text, '|') == NULL ? split_words (text)
                                                         : split_lines (text);
  g_autoptr(GPtrArray) changes = NULL;
  Reader reader = { .key = key, .meter = meter, .odd_bars = odd_bars };

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  reader.changes = changes;
  if (bars->len > MAQ_LIMIT_BARS)
    {
      fail (error, MAQ_LIMIT_BARS, _("there are too many bars; shorten the section"));
      return NULL;
    }

  for (guint i = 0; i < bars->len; i++)
    {
      reader.last_from = reader.from;
      reader.from = changes->len;
      if (!read_bar (&reader, g_ptr_array_index (bars, i), i, error))
        return NULL;
    }

  *n_bars = bars->len;
  return maq_vec_new (&maq_chord_change_vec_class, changes->pdata, changes->len);
}

/* where the changes of @bar end that begin at @from */
static guint
find_end (MaqVec *chords,
          guint   from,
          int     bar)
{
  while (from < maq_vec_get_length0 (chords) &&
         maq_chord_change_get_bar (maq_vec_get (chords, from)) == bar)
    from++;

  return from;
}

static gboolean
fits (MaqVec  *chords,
      guint    from,
      guint    end,
      MaqTick  length,
      guint    n_slots)
{
  guint slot = 0;

  for (guint i = from; i < end; i++)
    {
      MaqTick offset = maq_chord_change_get_offset_ticks (maq_vec_get (chords, i));

      while (slot < n_slots && length * slot / n_slots < offset)
        slot++;
      if (slot == n_slots || length * slot / n_slots != offset)
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  MaqVec           *chords;
  MaqMeter          meter;
  MaqVec           *odd_bars;
  MaqKey            key;
  MaqChordNotation  notation;
} Writer;

static void
append_chord (GString      *text,
              const Writer *self,
              guint         index)
{
  static const struct { const char *before, *after; } signs[MAQ_N_CHORD_MARKS] = {
    [MAQ_CHORD_MARK_NONE] = { "", "" },
    [MAQ_CHORD_MARK_PUSH] = { ">", "" },
    [MAQ_CHORD_MARK_HOLD] = { "<", ">" },
    [MAQ_CHORD_MARK_STAB] = { "^", "" },
  };
  MaqChordChange *change = maq_vec_get (self->chords, index);
  MaqChordMark mark = maq_chord_change_get_mark (change);
  g_autofree char *chord = maq_chord_dup_text (maq_chord_change_get_chord (change), self->key,
                                               self->notation);

  g_string_append_printf (text, "%s%s%s", signs[mark].before, chord, signs[mark].after);
}

/* the fewest even parts of the bar that have a place for each chord */
static void
format_even (GString      *text,
             const Writer *self,
             guint         from,
             guint         end,
             MaqTick       length,
             guint         n_slots)
{
  guint next = from;

  for (guint slot = 0; slot < n_slots; slot++)
    {
      gboolean is_here = next < end && length * slot / n_slots ==
                         maq_chord_change_get_offset_ticks (maq_vec_get (self->chords, next));

      if (slot > 0)
        g_string_append_c (text, ' ');
      if (is_here)
        append_chord (text, self, next++);
      else
        g_string_append_c (text, '.');
    }
}

static void
format_exact (GString      *text,
              const Writer *self,
              guint         from,
              guint         end)
{
  for (guint i = from; i < end; i++)
    {
      if (i > from)
        g_string_append_c (text, ' ');
      append_chord (text, self, i);
      g_string_append_printf (text, "@%" G_GINT64_FORMAT,
                              maq_chord_change_get_offset_ticks (maq_vec_get (self->chords, i)));
    }
}

static gboolean
is_same_bar (MaqVec *chords,
             guint   from,
             guint   middle,
             guint   end)
{
  if (middle == from || end - middle != middle - from)
    return FALSE;

  for (guint i = 0; i < end - middle; i++)
    {
      MaqChordChange *a = maq_vec_get (chords, from + i);
      MaqChordChange *b = maq_vec_get (chords, middle + i);

      if (maq_chord_change_get_offset_ticks (a) != maq_chord_change_get_offset_ticks (b) ||
          maq_chord_change_get_mark (a) != maq_chord_change_get_mark (b) ||
          !maq_chord_equal (maq_chord_change_get_chord (a), maq_chord_change_get_chord (b)))
        return FALSE;
    }

  return TRUE;
}

static void
format_bar (GString      *text,
            const Writer *self,
            guint         from,
            guint         end,
            MaqMeter      meter)
{
  MaqTick length = maq_meter_bar_ticks (meter);

  if (from == end)
    {
      g_string_append_c (text, '.');
      return;
    }

  for (guint n_slots = 1; n_slots <= MAX_SLOTS; n_slots++)
    if (is_even_division (n_slots, meter) && fits (self->chords, from, end, length, n_slots))
      {
        format_even (text, self, from, end, length, n_slots);
        return;
      }

  format_exact (text, self, from, end);
}

static char **
format_bars (const Writer *self,
             int           n_bars)
{
  char **bars = g_new0 (char *, n_bars + 1);
  guint last_from = 0, from = 0;

  for (int bar = 0; bar < n_bars; bar++)
    {
      GString *text = g_string_new (NULL);
      guint end = find_end (self->chords, from, bar);

      if (is_same_bar (self->chords, last_from, from, end))
        g_string_append_c (text, '%');
      else
        format_bar (text, self, from, end, bar_meter (self->meter, self->odd_bars, bar));
      bars[bar] = g_string_free (text, FALSE);
      last_from = from;
      from = end;
    }

  return bars;
}

char *
maq_chord_text_format_in_key (MaqVec           *chords,
                              int               n_bars,
                              MaqMeter          meter,
                              MaqVec           *odd_bars,
                              MaqKey            key,
                              MaqChordNotation  notation)
{
  Writer writer = { chords, meter, odd_bars, key, notation };
  g_auto(GStrv) bars = format_bars (&writer, n_bars);
  g_autofree char *joined = g_strjoinv (" | ", bars);

  return n_bars > 0 ? g_strconcat ("| ", joined, " |", NULL) : g_strdup ("");
}

char *
maq_chord_text_format (MaqVec   *chords,
                       int       n_bars,
                       MaqMeter  meter,
                       MaqVec   *odd_bars)
{
  return maq_chord_text_format_in_key (chords, n_bars, meter, odd_bars, MAQ_KEY_UNSET,
                                       MAQ_CHORD_NOTATION_NAMES);
}

/* The chords as often as they are played; what begins after the end of a short bar is not. */
static MaqVec *
write_out (MaqVec   *chords,
           int       chord_bars,
           int       n_bars,
           MaqMeter  meter,
           MaqVec   *odd_bars)
{
  g_autoptr(GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_chord_change_unref);
  int step = chord_bars > 0 ? chord_bars : n_bars;

  for (int first = 0; first < n_bars; first += step)
    for (guint i = 0; i < maq_vec_get_length0 (chords); i++)
      {
        MaqChordChange *change = maq_vec_get (chords, i);
        int bar = first + maq_chord_change_get_bar (change);
        MaqTick offset = maq_chord_change_get_offset_ticks (change);

        if (bar < n_bars && offset < bar_ticks (meter, odd_bars, bar))
          g_ptr_array_add (changes, maq_chord_change_with_place (change, bar, offset));
      }

  return maq_vec_new (&maq_chord_change_vec_class, changes->pdata, changes->len);
}

char **
maq_chord_text_dup_bars (MaqVec           *chords,
                         int               chord_bars,
                         int               n_bars,
                         MaqMeter          meter,
                         MaqVec           *odd_bars,
                         MaqKey            key,
                         MaqChordNotation  notation)
{
  g_autoptr(MaqVec) written = write_out (chords, chord_bars, n_bars, meter, odd_bars);
  Writer writer = { written, meter, odd_bars, key, notation };

  return format_bars (&writer, n_bars);
}
