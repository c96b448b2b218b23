/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-import-chordpro.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-chordpro-reader-private.h"
#include "maq-import-text-private.h"
#include "maq-import.h"
#include "maq-limits.h"

static void
read_ignored_line (ChordproReader *self,
                   const char     *line)
{
  g_auto(ChordproDirective) directive = { 0 };

  if (chordpro_directive_parse (line, &directive) &&
      chordpro_reader_ends_ignored (self, &directive))
    {
      g_clear_pointer (&self->ignored, g_free);
      if (self->ignored_text == NULL)
        return;
      if (self->ignored_text->len > 0)
        chordpro_reader_add_remark_behind (self, MAQ_REMARK_NOTE, self->ignored_text->str);
      g_string_free (g_steal_pointer (&self->ignored_text), TRUE);
    }
  else if (self->ignored_text != NULL && self->ignored_text->len < MAQ_LIMIT_TEXT_BYTES)
    g_string_append_printf (self->ignored_text, "%s\n", line);
}

/* Whether a line is words that the chords on the line above belong to. */
static gboolean
is_words (const char *line)
{
  g_auto(ImportHeading) heading = { 0 };

  return line != NULL && line[strspn (line, " \t")] != '\0' && line[0] != '#' &&
         line[strspn (line, " \t")] != '{' && strchr (line, '|') == NULL &&
         !chordpro_is_chord_row (line) &&
         !import_heading_parse (line, IMPORT_HEADING_PLAIN, &heading);
}

/* Chords without brackets, above their words or alone. */
static void
read_chord_row (ChordproReader *self,
                const char     *line)
{
  const char *below = self->lines[self->line];
  g_autofree char *bracketed = NULL;

  self->skips_line = is_words (below);
  bracketed = chordpro_bracket_row (line, self->skips_line ? below : "");
  chordpro_reader_body_line (self, bracketed);
}

/* "Verse 1", "Chorus:", "[Bridge]" */
static gboolean
is_heading (const char *line)
{
  g_auto(ImportHeading) heading = { 0 };
  g_autofree char *copy = g_strstrip (g_strdup (line));
  gsize length = strlen (copy);
  gboolean is_bracketed = length > 2 && copy[0] == '[' && copy[length - 1] == ']';

  if (is_bracketed)
    copy[length - 1] = '\0';
  return import_heading_parse (copy + is_bracketed, is_bracketed ? IMPORT_HEADING_MARKED
                                                                 : IMPORT_HEADING_PLAIN, &heading);
}

/* Whether nothing of a paragraph or section goes on at a line. */
static gboolean
is_apart (const char *line)
{
  return line == NULL || line[strspn (line, " \t")] == '\0' || line[0] == '#' ||
         line[strspn (line, " \t")] == '{' || is_heading (line);
}

/* Where nobody says what the song is called, words that stand alone above the
 * first section do; a second line of them says who it is by. */
static gboolean
take_title (ChordproReader *self,
            const char     *line)
{
  const char *below = self->lines[self->line];
  gboolean is_pair = !is_apart (below);

  if (self->has_title || self->draft->title != NULL || self->section != NULL ||
      self->sections->len > 0 || !is_words (line) || strchr (line, '[') != NULL)
    return FALSE;
  if (is_pair && (!(self->marks_verses || self->marks_choruses) || !is_words (below) ||
                  strchr (below, '[') != NULL || !is_apart (self->lines[self->line + 1])))
    return FALSE;
  self->draft->title = import_text_clean (line, MAQ_LIMIT_NAME_BYTES, FALSE);
  if (is_pair && self->draft->artist == NULL)
    {
      self->skips_line = TRUE;
      self->draft->artist = import_text_clean (g_ascii_strncasecmp (below, "by ", 3) == 0
                                               ? below + 3 : below, MAQ_LIMIT_NAME_BYTES, FALSE);
    }
  maq_import_report_add (self->report, self->line,
                         _("“%s” stands alone at the top, so it is the title of the song."),
                         self->draft->title);
  return TRUE;
}

static void
read_line (ChordproReader *self,
           const char     *line)
{
  g_auto(ChordproDirective) directive = { 0 };

  if (self->skips_line)
    {
      self->skips_line = FALSE;
      return;
    }

  if (self->ignored != NULL)
    {
      read_ignored_line (self, line);
      return;
    }
  if (line[strspn (line, " \t\f\v")] == '\0')
    {
      self->after_blank = TRUE;
      return;
    }
  if (line[0] == '#')
    return;
  if (!chordpro_directive_parse (line, &directive))
    {
      if (take_title (self, line))
        return;
      if (!self->has_brackets && self->grid == NULL && chordpro_is_chord_row (line))
        read_chord_row (self, line);
      else
        chordpro_reader_body_line (self, line);
      return;
    }
  if (!directive.is_closed)
    maq_import_report_add (self->report, self->line,
                           _("The directive is not closed; put a } at the end of the line."));
  chordpro_reader_directive (self, &directive, line);
  if (directive.rest != NULL && self->ignored == NULL)
    chordpro_reader_body_line (self, directive.rest);
}

/* The kind of section that a line marks, if it marks one. */
static MaqSectionKind
marked_kind (const char        *line,
             ChordproDirective *directive,
             gboolean           is_directive)
{
  g_auto(ImportHeading) heading = { 0 };
  g_autofree char *copy = g_strstrip (g_strdup (is_directive ? directive->value : line));
  gsize length = strlen (copy);
  gboolean is_bracketed = length > 2 && copy[0] == '[' && copy[length - 1] == ']';
  gboolean is_end;
  const char *environment = is_directive ? chordpro_environment_of (directive->name, &is_end)
                                         : NULL;

  if (environment != NULL)
    return maq_section_kind_guess (environment);
  if (is_bracketed)
    copy[length - 1] = '\0';
  if (import_heading_parse (copy + is_bracketed,
                            is_directive || is_bracketed ? IMPORT_HEADING_MARKED
                                                         : IMPORT_HEADING_PLAIN, &heading))
    return heading.kind;
  return MAQ_SECTION_OTHER;
}

static gboolean
has_bracketed_chord (const char *line)
{
  g_auto(ChordproText) text = { 0 };

  if (strchr (line, '[') == NULL || line[0] == '#')
    return FALSE;
  chordpro_text_parse (line, &text);
  for (guint i = 0; i < text.marks->len; i++)
    {
      if (chordpro_is_chord_row (g_array_index (text.marks, ChordproMark, i).symbol))
        return TRUE;
    }
  return FALSE;
}

/* What the headings of a whole song are decides what its blank lines mean. */
void
chordpro_reader_look_ahead (ChordproReader *self)
{
  self->marks_verses = FALSE;
  self->marks_choruses = FALSE;
  self->has_brackets = FALSE;
  self->has_title = FALSE;
  for (guint i = self->line; self->lines[i] != NULL; i++)
    {
      g_auto(ChordproDirective) directive = { 0 };
      gboolean is_directive = chordpro_directive_parse (self->lines[i], &directive);
      MaqSectionKind kind;

      if (is_directive && (strcmp (directive.name, "ns") == 0 ||
                           strcmp (directive.name, "new_song") == 0))
        return;
      self->has_title |= is_directive && (strcmp (directive.name, "title") == 0 ||
                                           strcmp (directive.name, "t") == 0 ||
                                           g_str_has_prefix (directive.value, "title "));
      kind = marked_kind (self->lines[i], &directive, is_directive);
      self->has_brackets |= !is_directive && has_bracketed_chord (self->lines[i]);
      self->marks_verses |= kind == MAQ_SECTION_VERSE;
      self->marks_choruses |= kind == MAQ_SECTION_CHORUS;
    }
}

static gboolean
check_drafts (ChordproReader  *self,
              GError         **error)
{
  gboolean has_chords = FALSE;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      MaqDraft *draft = g_ptr_array_index (self->drafts, i);

      for (guint j = 0; j < draft->sections->len; j++)
        has_chords |= maq_draft_get_section (draft, j)->chords->len > 0;
      if (draft->sections->len == 0 || draft->sections->len > MAQ_LIMIT_SECTIONS)
        {
          g_set_error (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_INVALID,
                       _("“%s” has more than %d sections; split the chart."), draft->title,
                       MAQ_LIMIT_SECTIONS);
          return FALSE;
        }
    }
  if (self->drafts->len > MAQ_LIMIT_SONGS)
    {
      g_set_error (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_INVALID,
                   _("The chart has %u songs, and a project holds %d; split it at {new_song}."),
                   self->drafts->len, MAQ_LIMIT_SONGS);
      return FALSE;
    }
  if (self->drafts->len == 0 || (!has_chords && !self->has_directives))
    {
      g_set_error_literal (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_EMPTY,
                           _("There are no chords in it; write them in brackets before their "
                             "syllable, like [Am7]."));
      return FALSE;
    }
  if (!has_chords)
    maq_import_report_add (self->report, 0,
                           _("There are no chords in it; every section gets the key's own."));
  return TRUE;
}

static MaqProject *
make_project (ChordproReader *self)
{
  g_autoptr(GPtrArray) songs = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_song_unref);
  g_autoptr(MaqVec) vec = NULL;

  for (guint i = 0; i < self->drafts->len; i++)
    g_ptr_array_add (songs, maq_draft_to_song (g_ptr_array_index (self->drafts, i), i + 1));
  vec = maq_vec_new (&maq_song_vec_class, songs->pdata, songs->len);
  return maq_project_new (&(MaqProjectFields) { .current = 1, .songs = vec });
}

MaqProject *
maq_import_chordpro (const char       *text,
                     const char       *title,
                     MaqImportReport  *report,
                     GError          **error)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_draft_free);
  ChordproReader reader = { .report = report, .title = title, .drafts = drafts, .lines = lines };

  chordpro_reader_begin_song (&reader);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      reader.line = i + 1;
      read_line (&reader, lines[i]);
    }
  if (reader.ignored != NULL)
    maq_import_report_add (report, 0, _("{start_of_%s} is never closed; put {end_of_%s} after it."),
                           reader.ignored, reader.ignored);
  chordpro_reader_end_song (&reader);
  if (!check_drafts (&reader, error))
    return NULL;
  return make_project (&reader);
}
