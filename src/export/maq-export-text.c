/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-entries.h"
#include "maq-export-words.h"
#include "maq-length.h"
#include "maq-session-lists-private.h"
#include "maq-session-tables-private.h"

#define BARS_PER_LINE 4

typedef struct
{
  MaqHandoff *handoff;
  GString    *out;
  gboolean    is_markdown;
} Text;

/* What would be a heading, list or quotation at the start of a line (CommonMark 0.30). */
static gboolean
opens_block (const char *p,
             const char *line)
{
  if (p == line)
    return strchr ("+-#>=", *p) != NULL;
  if (*p != '.' && *p != ')')
    return FALSE;
  for (const char *q = line; q < p; q++)
    if (!g_ascii_isdigit (*q))
      return FALSE;
  return TRUE;
}

static void
put (Text       *self,
     const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);

  if (!self->is_markdown)
    {
      g_string_append (self->out, line);
      return;
    }
  for (const char *p = line; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<|~&", *p) != NULL || opens_block (p, line))
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *p);
    }
}

static guint
count_columns (const char *text)
{
  guint n_columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return n_columns;
}

static void
put_heading (Text       *self,
             int         depth,
             const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);

  if (self->out->len > 0)
    g_string_append_c (self->out, '\n');
  if (self->is_markdown)
    g_string_append (self->out, depth == 1 ? "# " : "## ");
  put (self, line);
  g_string_append_c (self->out, '\n');
  if (!self->is_markdown)
    {
      for (guint i = count_columns (line); i > 0; i--)
        g_string_append_c (self->out, depth == 1 ? '=' : '-');
      g_string_append_c (self->out, '\n');
    }
  else
    g_string_append_c (self->out, '\n');
}

static void
put_fact (Text       *self,
          const char *what,
          const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append (self->out, self->is_markdown ? "- **" : "");
  put (self, what);
  g_string_append (self->out, self->is_markdown ? ":** " : ": ");
  put (self, text);
  g_string_append_c (self->out, '\n');
}

/* Columns are as wide as their widest cell. */
static void
put_table (Text      *self,
           GPtrArray *cells,
           guint      n_columns)
{
  g_autofree guint *widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < cells->len; i++)
    {
      cells->pdata[i] = maq_export_dup_line (cells->pdata[i]);
      widths[i % n_columns] = MAX (widths[i % n_columns], count_columns (cells->pdata[i]));
    }
  for (guint i = 0; i < cells->len; i++)
    {
      guint column = i % n_columns;
      g_autofree char *cell = cells->pdata[i];

      if (self->is_markdown)
        g_string_append (self->out, column == 0 ? "| " : " | ");
      else if (column > 0)
        g_string_append (self->out, "  ");
      put (self, cell);
      if (!self->is_markdown && column + 1 < n_columns)
        g_string_append_printf (self->out, "%*s",
                                (int) (widths[column] - count_columns (cell)), "");
      if (column + 1 < n_columns)
        continue;
      while (!self->is_markdown && self->out->str[self->out->len - 1] == ' ')
        g_string_truncate (self->out, self->out->len - 1);
      g_string_append (self->out, self->is_markdown ? " |\n" : "\n");
      if (self->is_markdown && i < n_columns)
        for (guint j = 0; j < n_columns; j++)
          g_string_append (self->out, j + 1 < n_columns ? "|---" : "|---|\n");
    }
}

static void
put_head (Text *self)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (self->handoff));
  MaqProject *project = maq_handoff_get_project (self->handoff);
  const MaqProjectFields *record = maq_project_get_fields (project);
  const MaqArrangementFields *fields = maq_arrangement_get_fields (arrangement);
  MaqForm *form = maq_handoff_get_form (self->handoff);
  char key[MAQ_KEY_TEXT_MAX], meter[MAQ_METER_TEXT_MAX];
  g_autofree char *tempo = g_strdup_printf (_("%.4g beats a minute"),
                                            maq_export_get_beats (song->tempo_qpm, song->meter));
  g_autofree char *length = maq_length_dup_words (maq_form_get_seconds (form),
                                                  fields->target_seconds);
  g_autofree char *bars = g_strdup_printf ("%d", maq_form_get_bars (form));
  g_autofree char *capo = song->capo > 0 ? g_strdup_printf ("%d", song->capo) : NULL;
  g_autofree char *version = maq_export_dup_version (self->handoff);

  put_heading (self, 1, maq_export_get_title (self->handoff));
  put_fact (self, _("Artist"), song->artist != NULL ? song->artist : record->artist);
  put_fact (self, _("Composer"), song->composer);
  put_fact (self, _("Record"), record->title);
  put_fact (self, _("Key"), maq_key_format (song->key, key));
  put_fact (self, _("Tempo"), tempo);
  put_fact (self, _("Meter"), maq_meter_format (song->meter, meter));
  put_fact (self, _("Capo"), capo);
  put_fact (self, _("Length"), length);
  put_fact (self, _("Bars"), bars);
  put_fact (self, _("Arrangement"), version);
  put_fact (self, _("Note"), fields->note);
}

static void
put_form (Text *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  g_autoptr(GStringChunk) texts = g_string_chunk_new (256);
  const char *const heads[] = { "#", _("Section"), _("Bars"), _("From bar"), _("Starts"),
                                _("Lasts"), _("Besides") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (cells, (gpointer) heads[i]);
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);
      g_autofree char *starts = maq_length_dup_text (place->start_seconds);
      g_autofree char *lasts = maq_length_dup_text (place->seconds);
      g_autofree char *own = maq_export_dup_own (self->handoff, i, TRUE);
      char number[16], bars[16], from[16];

      g_snprintf (number, sizeof number, "%u", i + 1);
      g_snprintf (bars, sizeof bars, "%d", place->bars);
      g_snprintf (from, sizeof from, "%d", place->first_bar + 1);
      g_ptr_array_add (cells, g_string_chunk_insert (texts, number));
      g_ptr_array_add (cells, (gpointer) maq_export_get_name (place->section));
      g_ptr_array_add (cells, g_string_chunk_insert (texts, bars));
      g_ptr_array_add (cells, g_string_chunk_insert (texts, from));
      g_ptr_array_add (cells, g_string_chunk_insert (texts, starts));
      g_ptr_array_add (cells, g_string_chunk_insert (texts, lasts));
      g_ptr_array_add (cells, g_string_chunk_insert (texts, own));
    }
  put_heading (self, 2, _("Form"));
  put_table (self, cells, G_N_ELEMENTS (heads));
}

/* "Verse 1, bar 9 (bar 13, 0:31)": bars of the section, then of the song */
static void
put_place (Text           *self,
           const MaqEntry *entry)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  g_autofree char *time = maq_length_dup_text (maq_entry_get_seconds (entry, self->handoff));

  g_string_append (self->out, self->is_markdown ? "- **" : "");
  put (self, maq_export_get_name (maq_form_get_section (form, entry->section)->section));
  g_string_append (self->out, self->is_markdown ? "**" : "");
  if (entry->bar > 0)
    g_string_append_printf (self->out, _(", bar %d"), entry->bar + 1);
  g_string_append (self->out, " (");
  g_string_append_printf (self->out, _("bar %d, %s"), maq_entry_get_bar (entry, self->handoff) + 1,
                          time);
  g_string_append (self->out, ")\n");
}

static void
put_moment (Text   *self,
            GArray *entries,
            guint   first)
{
  put_place (self, &g_array_index (entries, MaqEntry, first));
  for (MaqEntryKind kind = 0; kind < MAQ_N_ENTRY_KINDS; kind++)
    {
      g_autofree char *names = maq_entries_dup_names (self->handoff, entries, first, kind);

      if (names == NULL)
        continue;
      g_string_append (self->out, self->is_markdown ? "  - " : "  ");
      put (self, maq_entry_kind_get_label (kind));
      g_string_append (self->out, ": ");
      put (self, names);
      g_string_append_c (self->out, '\n');
    }
}

static void
put_entries (Text *self)
{
  g_autoptr(GArray) entries = maq_entries_list (self->handoff);

  if (entries->len > 0)
    put_heading (self, 2, _("Who comes and goes"));
  for (guint i = 0; i < entries->len; i = maq_entries_get_next (entries, i))
    put_moment (self, entries, i);
}

/* In Markdown as code, which keeps its blanks. */
static void
put_bars (Text *self,
          guint section)
{
  g_auto(GStrv) bars = maq_export_dup_bars (self->handoff, section);

  if (self->is_markdown)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; bars[i] != NULL; i++)
    {
      if (i % BARS_PER_LINE == 0)
        g_string_append (self->out, self->is_markdown ? "      | " : "  | ");
      g_string_append_printf (self->out, "%s |", bars[i]);
      g_string_append_c (self->out, (i + 1) % BARS_PER_LINE == 0 || bars[i + 1] == NULL ? '\n'
                                                                                        : ' ');
    }
  if (self->is_markdown)
    g_string_append_c (self->out, '\n');
}

static void
put_chords (Text *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  gboolean is_first = TRUE;

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      MaqSection *section = maq_form_get_section (form, i)->section;
      guint alike;

      if (maq_section_get_fields (section)->chords == NULL)
        continue;
      if (is_first)
        put_heading (self, 2, _("Chords"));
      is_first = FALSE;
      alike = maq_export_find_alike (self->handoff, i);
      g_string_append (self->out, self->is_markdown ? "- **" : "");
      put (self, maq_export_get_name (section));
      g_string_append (self->out, self->is_markdown ? ":**" : ":");
      if (alike < i)
        {
          g_autofree char *words =
            /* Translators: the chords of a section are those of another: "as Verse 1" */
            g_strdup_printf (_("as %s"),
                             maq_export_get_name (maq_form_get_section (form, alike)->section));

          g_string_append_c (self->out, ' ');
          put (self, words);
        }
      g_string_append_c (self->out, '\n');
      if (alike == i)
        put_bars (self, i);
    }
}

typedef gboolean (*RemarkFilter) (const MaqRemarkFields *fields);

static gboolean
is_decision (const MaqRemarkFields *fields)
{
  return fields->state == MAQ_REMARK_AGREED ||
         (fields->kind == MAQ_REMARK_DECISION && fields->state == MAQ_REMARK_OPEN);
}

static gboolean
is_open_question (const MaqRemarkFields *fields)
{
  return fields->kind == MAQ_REMARK_QUESTION && fields->state == MAQ_REMARK_OPEN;
}

static gboolean
is_direction (const MaqRemarkFields *fields)
{
  return fields->state == MAQ_REMARK_OPEN &&
         (fields->kind == MAQ_REMARK_DIRECTION || fields->kind == MAQ_REMARK_NOTE);
}

static void
put_remarks (Text         *self,
             const char   *heading,
             RemarkFilter  is_wanted)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);
  gboolean is_first = TRUE;

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *fields =
        maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));
      g_autofree char *line = NULL;

      if (!is_wanted (fields))
        continue;
      if (is_first)
        put_heading (self, 2, heading);
      is_first = FALSE;
      line = maq_export_dup_remark (self->handoff, fields);
      g_string_append (self->out, "- ");
      put (self, line);
      g_string_append_c (self->out, '\n');
    }
}

static void
put_session_table (Text                  *self,
                   const char            *heading,
                   const MaqSessionTable *table)
{
  if (table->cells == NULL)
    return;
  put_heading (self, 2, heading);
  put_table (self, table->cells, table->n_columns);
}

static void
put_session (Text *self)
{
  MaqSession *session = maq_session_of_handoff (self->handoff);
  g_auto (MaqSessionTable) inputs = maq_session_table_inputs (self->handoff);
  g_auto (MaqSessionTable) contacts = maq_session_table_contacts (self->handoff);
  gboolean is_first = TRUE;

  for (MaqSessionText text = 0; text < MAQ_N_SESSION_TEXTS; text++)
    {
      const char *said = maq_session_get_text (session, text);

      if (said == NULL)
        continue;
      if (is_first)
        put_heading (self, 2, _("Session"));
      is_first = FALSE;
      put_fact (self, maq_session_text_get_label (text), said);
    }
  put_session_table (self, _("Input List"), &inputs);
  put_session_table (self, _("Contacts"), &contacts);
}

GBytes *
maq_export_text (MaqHandoff    *handoff,
                 MaqTextMarkup  markup)
{
  Text self = { handoff, g_string_new (NULL), markup == MAQ_TEXT_MARKUP_MARKDOWN };

  put_head (&self);
  put_form (&self);
  put_entries (&self);
  put_chords (&self);
  put_remarks (&self, _("Decisions"), is_decision);
  put_remarks (&self, _("Open questions"), is_open_question);
  put_remarks (&self, _("Directions and notes"), is_direction);
  put_session (&self);
  return g_string_free_to_bytes (self.out);
}
