/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-import-billboard.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "maq-billboard-reader-private.h"
#include "maq-import-heading-private.h"
#include "maq-import-text-private.h"
#include "maq-import.h"
#include "maq-limits.h"

#define MAX_TIMES 500

/* A time stamp and white space; what comes after them, or NULL. */
static const char *
skip_time (const char *line,
           double     *seconds)
{
  char *end;

  if (!g_ascii_isdigit (*line) || line[1] == 'x')
    return NULL;
  *seconds = g_ascii_strtod (line, &end);
  if (end == line || !isfinite (*seconds) || *seconds > 1e6 || (*end != '\t' && *end != ' '))
    return NULL;
  return end + strspn (end, " \t");
}

gboolean
maq_import_is_billboard (const char *text)
{
  gboolean has_header = FALSE;

  for (int i = 0; i < 40 && text != NULL; i++)
    {
      const char *rest;
      double seconds;

      text += strspn (text, " \t\n");
      has_header |= g_str_has_prefix (text, "# metre:") || g_str_has_prefix (text, "# tonic:");
      rest = skip_time (text, &seconds);
      if (rest != NULL)
        return has_header || g_str_has_prefix (rest, "silence") || *rest == '|' ||
               (g_ascii_isupper (*rest) && strcspn (rest, ",'\n") == 1);
      text = strchr (text, '\n');
    }
  return FALSE;
}

static void
read_header (BillboardReader *self,
             const char      *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (colon == NULL)
    return;
  name = g_strstrip (g_strndup (line + 1, (gsize) (colon - line - 1)));
  value = g_strstrip (g_strdup (colon + 1));
  if (strcmp (name, "title") == 0 && self->draft->title == NULL)
    self->draft->title = g_steal_pointer (&value);
  else if (strcmp (name, "artist") == 0 && self->draft->artist == NULL)
    self->draft->artist = g_steal_pointer (&value);
  else if (strcmp (name, "metre") == 0 || strcmp (name, "meter") == 0)
    {
      if (!maq_meter_parse (value, &self->meter) || !maq_meter_is_valid (self->meter))
        {
          maq_import_report_add (self->report, self->line,
                                 _("“%s” is no meter; write it like 3/4. Read as 4/4."), value);
          self->meter = (MaqMeter) { 4, 4 };
        }
      if (self->draft->sections->len == 0)
        self->draft->meter = self->meter;
    }
  else if (strcmp (name, "tonic") == 0)
    {
      if (maq_note_name_parse (value, &self->tonic) == 0)
        maq_import_report_add (self->report, self->line, _("“%s” is no tonic; write it like Eb."),
                               value);
    }
}

static gboolean
is_letter (const char *field)
{
  return g_ascii_isupper (field[0]) && field[1 + strspn (field + 1, "'")] == '\0';
}

static gboolean
is_fade (const char *field)
{
  return g_ascii_strncasecmp (field, "fade", 4) == 0;
}

/*
 * What a line says before its bars.
 * @is_silent: silence, or the end
 */
typedef struct
{
  char     *letter;
  char     *name;
  char     *aside;
  gboolean  is_silent;
} Prefix;

static void
clear_prefix (Prefix *prefix)
{
  g_free (prefix->letter);
  g_free (prefix->name);
  g_free (prefix->aside);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Prefix, clear_prefix)

static void
take_text (char       **where,
           const char  *text)
{
  if (*where == NULL)
    *where = g_strdup (text);
}

static void
read_prefix (const char *text,
             Prefix     *prefix)
{
  g_auto(GStrv) fields = g_strsplit (text, ",", 32);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *field = g_strstrip (fields[i]);

      if (*field == '\0' || strchr (field, '(') != NULL || strchr (field, ')') != NULL)
        continue;
      if (strcmp (field, "Z") == 0 || strcmp (field, "silence") == 0 ||
          strcmp (field, "end") == 0)
        prefix->is_silent = TRUE;
      else if (is_letter (field) && prefix->letter == NULL)
        prefix->letter = g_strdup (field);
      else if (prefix->name == NULL)
        prefix->name = g_strdup (field);
      else
        take_text (&prefix->aside, field);
    }
}

/* The name that an earlier section of the letter has. */
static const char *
name_of_letter (BillboardReader *self,
                const char      *letter)
{
  for (guint i = 0; i < self->draft->sections->len; i++)
    {
      MaqDraftSection *section = maq_draft_get_section (self->draft, i);

      if (g_strcmp0 (section->letter, letter) == 0)
        return section->name;
    }
  return NULL;
}

static void
begin_section (BillboardReader *self,
               Prefix          *prefix)
{
  g_autofree char *name = NULL;
  const char *known = NULL;
  MaqSectionKind kind;

  if (prefix->name == NULL && prefix->letter != NULL)
    known = name_of_letter (self, prefix->letter);
  if (known != NULL)
    name = g_strdup (known);
  else if (prefix->name == NULL)
    name = g_strdup_printf ("Section %s", prefix->letter != NULL ? prefix->letter : "1");
  else if (is_fade (prefix->name) && strstr (prefix->name, "in") == NULL)
    name = g_strdup ("Fade-out");
  else if (strcmp (prefix->name, "trans") == 0)
    name = g_strdup ("Transition");
  else
    name = import_heading_tidy_name (prefix->name);

  kind = maq_section_kind_guess (name);
  if (g_str_has_prefix (name, "Section "))
    kind = MAQ_SECTION_OTHER;
  self->section = maq_draft_add_section (self->draft, name, kind, self->line);
  self->section->letter = g_strdup (prefix->letter);
  g_array_append_val (self->tonics, self->tonic);
}

/* Whether what comes before the bars begins a section: a fade-out does not
 * where the song is on its way out already. */
static gboolean
begins_section (BillboardReader *self,
                Prefix          *prefix)
{
  if (self->section == NULL)
    return TRUE;
  if (prefix->letter == NULL && prefix->name != NULL && is_fade (prefix->name))
    return self->section->kind != MAQ_SECTION_OUTRO;
  return prefix->letter != NULL || prefix->name != NULL;
}

static void
read_asides (BillboardReader *self,
             char           **fields,
             int              first_bar)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *field = g_strstrip (fields[i]);

      if (*field == '\0' || strpbrk (field, "()") != NULL || strcmp (field, "->") == 0 ||
          import_parse_times (field) > 0)
        continue;
      maq_draft_section_add_remark (self->section, MAQ_REMARK_DIRECTION, first_bar, field);
    }
}

/* "x7" after the bars: the line is played so often. */
static int
read_times (const char *suffix)
{
  const char *x = suffix + strspn (suffix, " \t");
  int n_times = 0;

  if (*x != 'x')
    return 1;
  for (x++; g_ascii_isdigit (*x) && n_times < MAX_TIMES; x++)
    n_times = n_times * 10 + (*x - '0');
  return CLAMP (n_times, 1, MAX_TIMES);
}

static void
repeat_bars (BillboardReader *self,
             const char      *bars,
             int              n_times)
{
  for (int i = 1; i < n_times; i++)
    billboard_read_bars (self, bars);
}

static double
count_quarters (MaqDraftSection *section,
                int              first_bar)
{
  double ticks = 0.0;

  for (guint i = (guint) first_bar; i < section->bars->len; i++)
    ticks += (double) maq_meter_bar_ticks (g_array_index (section->bars, MaqMeter, i));
  return ticks / MAQ_TICKS_PER_QUARTER;
}

static void
read_music (BillboardReader *self,
            Prefix          *prefix,
            const char      *first,
            const char      *last,
            double           seconds)
{
  g_autofree char *bars = g_strndup (first, (gsize) (last - first));
  g_auto(GStrv) fields = g_strsplit (last + 1, ",", 32);
  BillboardLine line = { .seconds = seconds };
  int first_bar;

  if (begins_section (self, prefix))
    begin_section (self, prefix);
  else
    take_text (&prefix->aside, prefix->name);
  first_bar = maq_draft_section_get_n_bars (self->section);
  line.is_steady = billboard_read_bars (self, bars);
  repeat_bars (self, bars, read_times (last + 1));
  if (prefix->aside != NULL)
    maq_draft_section_add_remark (self->section, MAQ_REMARK_DIRECTION, first_bar, prefix->aside);
  if (fields[0] != NULL && import_parse_times (fields[0]) == 0)
    read_asides (self, fields, first_bar);
  else if (fields[0] != NULL)
    read_asides (self, fields + 1, first_bar);

  line.section = (int) self->draft->sections->len - 1;
  line.first_bar = first_bar;
  line.end_bar = maq_draft_section_get_n_bars (self->section);
  line.quarters = count_quarters (self->section, first_bar);
  g_array_append_val (self->lines, line);
  billboard_open_notes (self, fields);
  billboard_close_notes (self, fields);
}

static void
read_timed_line (BillboardReader *self,
                 const char      *rest,
                 double           seconds)
{
  const char *first = strchr (rest, '|');
  const char *last = strrchr (rest, '|');
  g_autofree char *head = first != NULL ? g_strndup (rest, (gsize) (first - rest))
                                        : g_strdup (rest);
  g_auto(Prefix) prefix = { 0 };

  read_prefix (head, &prefix);
  if (first != NULL && last > first)
    read_music (self, &prefix, first, last, seconds);
  else
    {
      BillboardLine line = { .seconds = seconds, .section = -1 };

      if (!prefix.is_silent)
        maq_import_report_add (self->report, self->line,
                               _("The line has no bars; put them between two |. It is left out."));
      g_array_append_val (self->lines, line);
    }
}

static void
read_line (BillboardReader *self,
           const char      *line)
{
  const char *start = line + strspn (line, " \t");
  const BillboardLine *before = NULL;
  const char *rest;
  double seconds;

  if (*start == '\0')
    return;
  if (*start == '#')
    {
      read_header (self, start);
      return;
    }
  rest = skip_time (start, &seconds);
  if (self->lines->len > 0)
    before = &g_array_index (self->lines, BillboardLine, self->lines->len - 1);
  if (rest == NULL)
    {
      maq_import_report_add (self->report, self->line,
                             _("The line has no time stamp in seconds at its start; it is left "
                               "out."));
      return;
    }
  if (before != NULL && seconds < before->seconds)
    {
      maq_import_report_add (self->report, self->line,
                             _("The time stamp lies before that of the line above; it is read as "
                               "%.2f."), before->seconds);
      seconds = before->seconds;
    }
  read_timed_line (self, rest, seconds);
}

/* Every stretch of one tonic has a mode of its own. */
static void
settle_keys (BillboardReader *self)
{
  guint n_sections = self->draft->sections->len;

  for (guint first = 0; first < n_sections;)
    {
      MaqNoteName tonic = g_array_index (self->tonics, MaqNoteName, first);
      guint end = first + 1;
      MaqKey key;

      while (end < n_sections &&
             maq_note_name_equal (g_array_index (self->tonics, MaqNoteName, end), tonic))
        end++;
      key = maq_draft_guess_key (self->draft, &tonic, first, end - first);
      if (first == 0)
        self->draft->key = key;
      for (guint i = first; i < end; i++)
        {
          if (!maq_key_equal (key, self->draft->key))
            maq_draft_get_section (self->draft, i)->key = key;
        }
      first = end;
    }
}

/* Sections whose bars were all empty are none. */
static gboolean
check_draft (BillboardReader  *self,
             GError          **error)
{
  for (guint i = 0; i < self->draft->sections->len; i++)
    {
      MaqDraftSection *section = maq_draft_get_section (self->draft, i);

      if (section->bars->len == 0)
        {
          g_set_error (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_INVALID,
                       _("%u: “%s” has no chords in its bars; write them like | C:maj | G:7 |."),
                       section->line, section->name);
          return FALSE;
        }
    }
  if (self->draft->sections->len == 0)
    {
      g_set_error_literal (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_EMPTY,
                           _("There are no bars in it; a line is a time stamp and bars, like "
                             "“7.2 A, verse, | C:maj | G:maj |”."));
      return FALSE;
    }
  if (self->draft->sections->len > MAQ_LIMIT_SECTIONS)
    {
      g_set_error (error, MAQ_IMPORT_ERROR, MAQ_IMPORT_ERROR_INVALID,
                   _("The song has more than %d sections; split the file."), MAQ_LIMIT_SECTIONS);
      return FALSE;
    }
  return TRUE;
}

static void
note_letters (BillboardReader *self)
{
  g_autoptr(GString) note = g_string_new (_("Letters:"));
  gsize length = note->len;

  for (guint i = 0; i < self->draft->sections->len; i++)
    {
      MaqDraftSection *section = maq_draft_get_section (self->draft, i);

      if (section->letter != NULL)
        g_string_append_printf (note, " %s", section->letter);
    }
  if (note->len > length)
    self->draft->note = g_strdup (note->str);
}

MaqProject *
maq_import_billboard (const char       *text,
                      const char       *title,
                      MaqImportReport  *report,
                      GError          **error)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(MaqDraft) draft = maq_draft_new ();
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (BillboardLine));
  g_autoptr(GArray) tonics = g_array_new (FALSE, FALSE, sizeof (MaqNoteName));
  g_autoptr(GArray) playing = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) single_lines = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr(MaqSong) song = NULL;
  g_autoptr(MaqVec) songs = NULL;
  BillboardReader reader = { .report = report, .draft = draft, .lines = times, .tonics = tonics,
                             .playing = playing, .single_lines = single_lines,
                             .meter = draft->meter };
  gpointer items[1];

  for (guint i = 0; lines[i] != NULL; i++)
    {
      reader.line = i + 1;
      read_line (&reader, lines[i]);
    }
  if (!check_draft (&reader, error))
    return NULL;
  if (draft->title == NULL || *draft->title == '\0')
    {
      g_free (draft->title);
      draft->title = g_strdup (title);
    }
  note_letters (&reader);
  billboard_set_tempi (&reader);
  settle_keys (&reader);
  song = maq_draft_to_song (draft, 1);
  items[0] = song;
  songs = maq_vec_new (&maq_song_vec_class, items, 1);
  return maq_project_new (&(MaqProjectFields) { .current = 1, .songs = songs });
}
