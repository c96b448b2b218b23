/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-reader-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "maq-import-text-private.h"
#include "maq-limits.h"

typedef void (*DirectiveFunc) (ChordproReader *self,
                               const char     *value);

static void
keep (ChordproReader *self,
      const char     *name,
      const char     *value)
{
  g_autofree char *text = g_strdup_printf (_("line %u: {%s: %s}"), self->line, name, value);

  chordpro_reader_add_remark (self, MAQ_REMARK_NOTE, text);
}

static void
append_to (char       **where,
           const char  *value)
{
  if (*value == '\0')
    return;
  if (*where != NULL && strlen (*where) + strlen (value) < MAQ_LIMIT_NAME_BYTES)
    {
      g_autofree char *old = *where;

      *where = g_strconcat (old, ", ", value, NULL);
    }
  else if (*where == NULL)
    *where = g_strdup (value);
}

static void
read_title (ChordproReader *self,
            const char     *value)
{
  append_to (&self->draft->title, value);
}

static void
read_subtitle (ChordproReader *self,
               const char     *value)
{
  append_to (&self->subtitle, value);
}

static void
read_artist (ChordproReader *self,
             const char     *value)
{
  append_to (&self->draft->artist, value);
}

static void
read_composer (ChordproReader *self,
               const char     *value)
{
  append_to (&self->draft->composer, value);
}

static void
read_key (ChordproReader *self,
          const char     *value)
{
  MaqKey key;

  if (maq_key_parse (value, &key))
    self->key = key;
  else if (*value != '\0')
    {
      maq_import_report_add (self->report, self->line,
                             _("“%s” is no key that is known; write it like Eb or F#m."), value);
      keep (self, "key", value);
    }
}

static void
read_tempo (ChordproReader *self,
            const char     *value)
{
  double tempo = import_text_parse_number (value);

  if (*value == '\0')
    return;
  if (!(tempo >= MAQ_TEMPO_MIN_QPM && tempo <= MAQ_TEMPO_MAX_QPM))
    {
      maq_import_report_add (self->report, self->line,
                             _("“%s” is no tempo; write beats per minute, like {tempo: 96}."),
                             value);
      keep (self, "tempo", value);
      return;
    }
  if (self->first_beats_per_minute == 0)
    self->first_beats_per_minute = tempo;
  self->beats_per_minute = tempo;
}

static void
read_time (ChordproReader *self,
           const char     *value)
{
  MaqMeter meter;

  if (*value == '\0')
    return;
  if (!maq_meter_parse (value, &meter) || !maq_meter_is_valid (meter))
    {
      maq_import_report_add (self->report, self->line,
                             _("“%s” is no meter; write it like {time: 3/4}."), value);
      keep (self, "time", value);
      return;
    }
  self->meter = meter;
  if (self->sections->len == 0)
    self->draft->meter = meter;
  else if (self->section != NULL)
    {
      chordpro_reader_end_grid (self);
      chordpro_section_add_item (self->section, CHORDPRO_METER)->meter = meter;
    }
}

static void
read_capo (ChordproReader *self,
           const char     *value)
{
  double fret = import_text_parse_number (value);

  if (*value == '\0')
    return;
  if (fret >= 0 && fret <= 11)
    {
      self->draft->capo = (int) fret;
      if (self->draft->capo > 0)
        maq_import_report_add (self->report, self->line,
                               _("The capo is on fret %d; the chords are written here as they "
                                 "sound, that many semitones higher."), self->draft->capo);
    }
  else
    {
      maq_import_report_add (self->report, self->line,
                             _("“%s” is no fret for a capo; write a number from 0 to 11."), value);
      keep (self, "capo", value);
    }
}

static void
read_duration (ChordproReader *self,
               const char     *value)
{
  int first = 0, second = 0, third = 0;
  int n = sscanf (value, "%5d:%2d:%2d", &first, &second, &third);

  if (n == 1)
    self->draft->seconds = first;
  else if (n == 2)
    self->draft->seconds = first * 60 + second;
  else if (n == 3)
    self->draft->seconds = first * 3600 + second * 60 + third;
}

/* A comment at the start of an environment without a label is its label. */
static gboolean
labels_environment (ChordproReader *self,
                    ImportHeading  *heading)
{
  if (!self->in_environment || self->is_labelled || chordpro_section_has_music (self->section) ||
      self->section->kind != heading->kind)
    return FALSE;
  chordpro_reader_name_section (self, heading);
  return TRUE;
}

static void
read_comment (ChordproReader *self,
              const char     *words)
{
  g_autofree char *value = chordpro_reader_expand (self, words);
  g_auto(ImportHeading) heading = { 0 };
  gboolean is_heading = import_heading_parse (value, IMPORT_HEADING_MARKED, &heading);

  if (*value == '\0' || (is_heading && labels_environment (self, &heading)))
    return;
  if (is_heading && !self->in_environment)
    chordpro_reader_begin_heading (self, &heading);
  else
    chordpro_reader_add_remark (self, MAQ_REMARK_DIRECTION, value);
}

static void
read_chorus (ChordproReader *self,
             const char     *value)
{
  g_autofree char *label = chordpro_dup_label (value);
  g_auto(ImportHeading) heading = { 0 };
  gboolean named = label != NULL && import_heading_parse (label, IMPORT_HEADING_MARKED, &heading);
  ChordproSection *section;

  chordpro_reader_end_section (self);
  section = chordpro_reader_begin_section (self, named ? heading.name : "Chorus",
                                           MAQ_SECTION_CHORUS);
  section->is_recall = TRUE;
  if (named)
    section->n_times = heading.n_times;
  else
    section->mood = g_steal_pointer (&label);
  self->section = NULL;
}

static void
read_transpose (ChordproReader *self,
                const char     *value)
{
  int shift = atoi (value);
  guint n = self->shifts->len;

  chordpro_reader_end_grid (self);
  if (*value == '\0')
    {
      if (n > 0)
        g_array_set_size (self->shifts, n - 1);
      return;
    }
  if (shift < -48 || shift > 48 || n > 1000)
    {
      keep (self, "transpose", value);
      return;
    }
  shift += n > 0 ? g_array_index (self->shifts, int, n - 1) : 0;
  g_array_append_val (self->shifts, shift);
}

static void
read_new_song (ChordproReader *self,
               const char     *value)
{
  chordpro_reader_end_song (self);
  chordpro_reader_begin_song (self);
}

static const struct
{
  const char    *name;
  const char    *short_name;
  DirectiveFunc  func;
} directives[] = {
  { "title", "t", read_title },
  { "subtitle", "st", read_subtitle },
  { "artist", NULL, read_artist },
  { "composer", NULL, read_composer },
  { "key", NULL, read_key },
  { "tempo", NULL, read_tempo },
  { "time", NULL, read_time },
  { "capo", NULL, read_capo },
  { "duration", NULL, read_duration },
  { "comment", "c", read_comment },
  { "comment_italic", "ci", read_comment },
  { "comment_box", "cb", read_comment },
  { "highlight", NULL, read_comment },
  { "chorus", NULL, read_chorus },
  { "transpose", NULL, read_transpose },
  { "new_song", "ns", read_new_song },
};

/* How a chart looks on paper and how chords are fingered has no place in a plan. */
static const char *const passed_over[] = {
  "define", "chord", "diagrams", "grid", "g", "no_grid", "ng", "new_page", "np",
  "new_physical_page", "npp", "columns", "col", "column_break", "colb", "titles", "pagetype",
  "image", "textfont", "tf", "textsize", "ts", "textcolour", "textcolor", "tc", "chordfont", "cf",
  "chordsize", "cs", "chordcolour", "chordcolor", "chorusfont", "chorussize", "choruscolour",
  "choruscolor", "tabfont", "tabsize", "tabcolour", "tabcolor", "titlefont", "titlesize",
  "titlecolour", "titlecolor", "tocfont", "tocsize", "toccolour", "toccolor", "gridfont",
  "gridsize", "gridcolour", "gridcolor", "labelfont", "labelsize", "labelcolour", "labelcolor",
  "footerfont", "footersize", "footercolour", "footercolor", "sorttitle",
  "sortartist", NULL,
};

/* Environments in another language than this. */
static const char *const foreign_environments[] = {
  "tab", "abc", "ly", "svg", "textblock", "strum", "musicxml", "html", NULL,
};

const char *
chordpro_environment_of (const char *name,
                         gboolean   *is_end)
{
  static const struct
  {
    const char *short_name;
    const char *environment;
  } shorts[] = {
    { "soc", "chorus" }, { "sov", "verse" }, { "sob", "bridge" }, { "sot", "tab" },
    { "sog", "grid" }, { "soi", "intro" }, { "sop", "prechorus" }, { "eoc", "chorus" },
    { "eov", "verse" }, { "eob", "bridge" }, { "eot", "tab" }, { "eog", "grid" },
    { "eoi", "intro" }, { "eop", "prechorus" },
  };

  *is_end = name[0] == 'e';
  if (g_str_has_prefix (name, "start_of_") && name[9] != '\0')
    return name + 9;
  if (g_str_has_prefix (name, "end_of_") && name[7] != '\0')
    return name + 7;
  for (guint i = 0; i < G_N_ELEMENTS (shorts); i++)
    {
      if (strcmp (name, shorts[i].short_name) == 0)
        return shorts[i].environment;
    }
  return NULL;
}

static char *
name_environment (const char *environment)
{
  g_autofree char *words = g_strdelimit (g_strdup (environment), "_", ' ');

  return import_heading_tidy_name (words);
}

static void
ignore_environment (ChordproReader *self,
                    const char     *environment,
                    gboolean        keeps_text)
{
  g_free (self->ignored);
  self->ignored = g_strdup (environment);
  if (keeps_text && self->ignored_text == NULL)
    self->ignored_text = g_string_new (NULL);
  maq_import_report_add (self->report, self->line,
                         keeps_text
                         ? _("What {start_of_%s} holds is kept as a remark; nobody plays it.")
                         : _("What {start_of_%s} holds is left out."), environment);
}

/* A grid without a label of its own goes on with the section that is open. */
static void
begin_grid (ChordproReader *self,
            const char     *value)
{
  g_autofree char *label = chordpro_dup_label (value);
  const char *shape = strstr (value, "shape=");
  g_auto(ImportHeading) heading = { 0 };

  chordpro_reader_end_grid (self);
  if (shape != NULL)
    shape += strcspn (shape, "0123456789");
  else if (label != NULL && g_ascii_isdigit (*label) && strpbrk (label, "x+") != NULL)
    shape = label;
  if (label != NULL && label != shape &&
      import_heading_parse (label, IMPORT_HEADING_MARKED, &heading))
    chordpro_reader_begin_heading (self, &heading);
  else if (label != NULL && label != shape && !g_ascii_isdigit (*label))
    {
      chordpro_reader_end_section (self);
      chordpro_reader_begin_section (self, label, MAQ_SECTION_OTHER);
    }
  self->grid = chordpro_grid_new (shape);
}

/* "{c: Chorus}" right before "{soc}" is that chorus's name, not another chorus. */
static gboolean
goes_on_from_heading (ChordproReader *self,
                      MaqSectionKind  kind)
{
  return self->section != NULL && !self->in_environment && self->grid == NULL &&
         !self->section->is_paragraph && self->section->kind == kind &&
         !chordpro_section_has_music (self->section);
}

static void
begin_environment (ChordproReader *self,
                   const char     *environment,
                   const char     *value)
{
  g_autofree char *label = chordpro_dup_label (value);
  g_auto(ImportHeading) heading = { 0 };
  MaqSectionKind kind = maq_section_kind_guess (environment);
  gboolean has_label = label != NULL && *label != '\0';

  if (has_label && !import_heading_parse (label, IMPORT_HEADING_MARKED, &heading))
    heading.name = import_heading_tidy_name (label);
  if (has_label && kind == MAQ_SECTION_OTHER)
    kind = maq_section_kind_guess (label);
  if (!goes_on_from_heading (self, kind))
    {
      g_autofree char *name = name_environment (environment);

      chordpro_reader_end_section (self);
      chordpro_reader_begin_section (self, name, kind);
    }
  else
    has_label = has_label || self->section->name != NULL;
  if (heading.name != NULL)
    chordpro_reader_name_section (self, &heading);
  self->in_environment = TRUE;
  self->is_labelled = has_label;
}

static void
handle_environment (ChordproReader    *self,
                    ChordproDirective *directive,
                    const char        *environment,
                    gboolean           is_end)
{
  if (is_end)
    {
      if (strcmp (environment, "grid") == 0)
        chordpro_reader_end_grid (self);
      else if (self->in_environment)
        chordpro_reader_end_section (self);
    }
  else if (!directive->is_meant)
    ignore_environment (self, environment, FALSE);
  else if (g_strv_contains (foreign_environments, environment))
    ignore_environment (self, environment, strcmp (environment, "svg") != 0);
  else if (strcmp (environment, "grid") == 0)
    begin_grid (self, directive->value);
  else
    begin_environment (self, environment, directive->value);
}

gboolean
chordpro_reader_ends_ignored (ChordproReader    *self,
                              ChordproDirective *directive)
{
  gboolean is_end;
  const char *environment = chordpro_environment_of (directive->name, &is_end);

  return environment != NULL && is_end && strcmp (environment, self->ignored) == 0;
}

static gboolean
handle_known (ChordproReader *self,
              const char     *name,
              const char     *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (directives); i++)
    {
      if (strcmp (name, directives[i].name) == 0 ||
          g_strcmp0 (name, directives[i].short_name) == 0)
        {
          directives[i].func (self, value);
          return TRUE;
        }
    }
  return g_strv_contains (passed_over, name);
}

/* "{meta: key D}" says the same as "{key: D}". */
static void
handle_meta (ChordproReader *self,
             const char     *value)
{
  g_autofree char *name = g_ascii_strdown (value, (gssize) strcspn (value, ": \t"));
  const char *rest = value + strlen (name);

  rest += strspn (rest, ": \t");
  if (strcmp (name, "new_song") == 0 || strcmp (name, "ns") == 0 ||
      !handle_known (self, name, rest))
    keep (self, name, rest);
}

void
chordpro_reader_directive (ChordproReader    *self,
                           ChordproDirective *directive,
                           const char        *line)
{
  gboolean is_end;
  const char *environment = chordpro_environment_of (directive->name, &is_end);

  self->has_directives = TRUE;
  /* settings of the program that made the chart */
  if (directive->name[0] == '+' || directive->name[0] == '\0')
    return;
  if (environment != NULL)
    handle_environment (self, directive, environment, is_end);
  else if (!directive->is_meant)
    return;
  else if (strcmp (directive->name, "meta") == 0)
    handle_meta (self, directive->value);
  else if (!handle_known (self, directive->name, directive->value))
    keep (self, directive->name, directive->value);
}
