/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-chordpro.h"

#include <string.h>

#include "maq-export-words.h"
#include "maq-lyric.h"

#define BARS_PER_ROW 4
#define MAX_CELLS 64 /* of a bar, more are not read */

typedef struct
{
  MaqForm      *form;
  GString      *out;
  guint         section;
  MaqChordSpan *spans; /* of the section */
  guint         n_spans;
  MaqMeter      meter; /* that was written last */
  MaqKey        key;
  double        beats;
} Chart;

/* What would be read as a directive, a chord or a bar line becomes something alike. */
static char *
dup_harmless (const char *text)
{
  char *line = maq_export_dup_line (text);

  for (char *p = line; *p != '\0'; p++)
    switch (*p)
      {
      case '{': case '[': *p = '('; break;
      case '}': case ']': *p = ')'; break;
      case '|': *p = '/'; break;
      default: break;
      }
  return line;
}

static void
put_directive (Chart      *self,
               const char *name,
               const char *text)
{
  g_autofree char *value = text != NULL ? dup_harmless (text) : NULL;

  if (value != NULL && value[0] != '\0')
    g_string_append_printf (self->out, "{%s: %s}\n", name, value);
}

static void
put_meter (Chart    *self,
           MaqMeter  meter)
{
  char text[MAQ_METER_TEXT_MAX];

  if (!maq_meter_equal (meter, self->meter))
    put_directive (self, "time", maq_meter_format (meter, text));
  self->meter = meter;
}

/* What holds from here on, where it is not what held before. */
static void
put_settings (Chart *self)
{
  const MaqFormSection *place = maq_form_get_section (self->form, self->section);
  double beats = maq_export_get_beats (place->tempo_qpm, place->meter);
  char key[MAQ_KEY_TEXT_MAX], tempo[G_ASCII_DTOSTR_BUF_SIZE];

  put_meter (self, maq_form_get_bar_meter (self->form, self->section, 0));
  if (!maq_key_equal (place->key, self->key))
    put_directive (self, "key", maq_key_format (place->key, key));
  if (beats != self->beats)
    put_directive (self, "tempo", g_ascii_formatd (tempo, sizeof tempo, "%.6g", beats));
  self->key = place->key;
  self->beats = beats;
}

static void
put_chord (GString            *out,
           const MaqChordSpan *span)
{
  static const char *const before[MAQ_N_CHORD_MARKS] = { "", ">", "<", "^" };

  g_string_append_printf (out, "%s%s%s", before[span->mark], maq_chord_get_text (span->chord),
                          span->mark == MAQ_CHORD_MARK_HOLD ? ">" : "");
}

static gboolean
fits (Chart   *self,
      MaqTick  start,
      MaqTick  length,
      guint    n_cells)
{
  for (guint i = 0; i < self->n_spans; i++)
    {
      MaqTick at = self->spans[i].start_ticks - start;

      if (at > 0 && at < length && at * n_cells % length != 0)
        return FALSE;
    }
  return TRUE;
}

/* A cell for each beat, or as many more as put each chord on one. */
static guint
count_cells (Chart    *self,
             MaqTick   start,
             MaqTick   length,
             MaqMeter  meter)
{
  guint n_beats = MIN (maq_meter_n_beats (meter), MAX_CELLS);

  for (guint n_cells = n_beats; n_cells <= MAX_CELLS; n_cells += n_beats)
    if (fits (self, start, length, n_cells))
      return n_cells;
  for (guint n_cells = 1; n_cells <= MAX_CELLS; n_cells++)
    if (fits (self, start, length, n_cells))
      return n_cells;
  return n_beats;
}

static void
put_bar (Chart *self,
         int    bar)
{
  MaqTick start = maq_form_get_bar_start (self->form, self->section, bar);
  MaqTick length = maq_form_get_bar_start (self->form, self->section, bar + 1) - start;
  guint n_cells = count_cells (self, start, length, self->meter);

  for (guint i = 0; i < n_cells; i++)
    {
      gboolean is_empty = TRUE;

      g_string_append_c (self->out, ' ');
      for (guint j = 0; j < self->n_spans; j++)
        if (self->spans[j].start_ticks >= start + length * i / n_cells &&
            self->spans[j].start_ticks < start + length * (i + 1) / n_cells)
          {
            if (!is_empty)
              g_string_append_c (self->out, '~');
            put_chord (self->out, &self->spans[j]);
            is_empty = FALSE;
          }
      if (is_empty)
        g_string_append_c (self->out, '.');
    }
  g_string_append (self->out, " |");
}

/* Another meter stands between two grids. */
static void
put_grid (Chart *self,
          int    first,
          int    end)
{
  gboolean is_open = FALSE;

  for (int bar = first, in_row = 0; bar < end; bar++)
    {
      MaqMeter meter = maq_form_get_bar_meter (self->form, self->section, bar);

      if (is_open && !maq_meter_equal (meter, self->meter))
        {
          g_string_append (self->out, "\n{end_of_grid}\n");
          is_open = FALSE;
        }
      put_meter (self, meter);
      if (!is_open)
        g_string_append (self->out, "{start_of_grid}\n|");
      else if (in_row == BARS_PER_ROW)
        g_string_append (self->out, "\n|");
      in_row = !is_open || in_row == BARS_PER_ROW ? 1 : in_row + 1;
      is_open = TRUE;
      put_bar (self, bar);
    }
  if (is_open)
    g_string_append (self->out, "\n{end_of_grid}\n");
}

/* Chords stand before the word that is sung about when they begin. */
static void
put_line (Chart      *self,
          const char *text,
          int         first,
          int         end)
{
  g_autofree char *words = dup_harmless (text);
  glong n_letters = g_utf8_strlen (words, -1);
  MaqTick start = maq_form_get_bar_start (self->form, self->section, first);
  MaqTick length = maq_form_get_bar_start (self->form, self->section, end) - start;
  glong at_letter = 0;
  guint at = 0;

  while (at < self->n_spans && self->spans[at].start_ticks < start)
    at++;
  for (const char *p = words;; p = g_utf8_next_char (p), at_letter++)
    {
      gboolean is_word = p == words || p[-1] == ' ' || *p == '\0';

      while (is_word && at < self->n_spans && self->spans[at].start_ticks < start + length &&
             ((self->spans[at].start_ticks - start) * n_letters <= length * at_letter ||
              *p == '\0'))
        {
          g_string_append_c (self->out, '[');
          put_chord (self->out, &self->spans[at++]);
          g_string_append_c (self->out, ']');
        }
      if (*p == '\0')
        break;
      if (p == words && *p == '#')
        g_string_append_c (self->out, ' ');
      g_string_append_len (self->out, p, g_utf8_next_char (p) - p);
    }
  g_string_append_c (self->out, '\n');
}

static void
put_lines (Chart  *self,
           MaqVec *lyrics,
           int     n_bars)
{
  guint n_lines = maq_vec_get_length (lyrics);

  put_grid (self, 0, MIN (maq_lyric_get_bar (maq_vec_get (lyrics, 0)), n_bars));
  for (guint i = 0; i < n_lines; i++)
    {
      MaqLyric *lyric = maq_vec_get (lyrics, i);
      int end = i + 1 < n_lines ? maq_lyric_get_bar (maq_vec_get (lyrics, i + 1)) : n_bars;

      put_line (self, maq_lyric_get_text (lyric), MIN (maq_lyric_get_bar (lyric), n_bars),
                MIN (end, n_bars));
    }
}

static void
put_section (Chart    *self,
             gboolean  with_words)
{
  const MaqFormSection *place = maq_form_get_section (self->form, self->section);
  MaqVec *lyrics = maq_section_get_fields (place->section)->lyrics;
  g_autofree char *environment =
    g_strdup (maq_section_kind_get_nick (maq_section_get_kind (place->section)));
  g_autofree char *start = NULL;
  g_autofree char *name = NULL;

  g_strdelimit (environment, "-", '_');
  start = g_strconcat ("start_of_", environment, NULL);
  g_string_append_c (self->out, '\n');
  put_settings (self);
  name = dup_harmless (maq_export_get_name (place->section));
  g_string_append_printf (self->out, "{%s%s%s}\n", start, name[0] != '\0' ? ": " : "", name);
  if (with_words && lyrics != NULL && maq_vec_get_length (lyrics) > 0)
    put_lines (self, lyrics, place->bars);
  else
    put_grid (self, 0, place->bars);
  g_string_append_printf (self->out, "{end_of_%s}\n", environment);
}

GBytes *
maq_export_chordpro (MaqHandoff *handoff,
                     gboolean    with_words)
{
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (handoff));
  g_autofree char *version = maq_export_dup_version (handoff);
  Chart self = { .form = maq_handoff_get_form (handoff), .out = g_string_new (NULL),
                 .meter = MAQ_METER_UNSET, .key = MAQ_KEY_UNSET };

  g_string_append_printf (self.out, "# %s\n", version);
  put_directive (&self, "title", song->title);
  put_directive (&self, "artist", song->artist);
  put_directive (&self, "composer", song->composer);
  for (self.section = 0; self.section < maq_form_get_n_sections (self.form); self.section++)
    {
      self.spans = maq_form_dup_chords (self.form, self.section, &self.n_spans);
      put_section (&self, with_words);
      g_free (self.spans);
    }
  return g_string_free_to_bytes (self.out);
}
