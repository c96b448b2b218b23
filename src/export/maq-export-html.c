/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-entries.h"
#include "maq-export-words.h"
#include "maq-length.h"
#include "maq-session-lists-private.h"
#include "maq-session-tables-private.h"
#include "maq-lyric.h"

typedef struct
{
  MaqHandoff *handoff;
  GString    *out;
} Page;

static const char style[] =
  ":root{color-scheme:light dark;--ink:#1d1d20;--paper:#fff;--line:#c6c6cc;--tint:53 132 228}\n"
  "@media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#1d1d20;--line:#55555c;"
  "--tint:120 174 237}}\n"
  "body{font:16px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);"
  "margin:0 auto;padding:1rem;max-width:70rem}\n"
  "h1{margin:0 0 .5rem}h2{margin:2rem 0 .5rem}h3{margin:1.2rem 0 .3rem;font-size:1rem}\n"
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0}"
  "dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}\n"
  "figure{margin:0}audio{width:100%;max-width:32rem}\n"
  ".wide{overflow-x:auto}\n"
  "table{border-collapse:collapse}\n"
  "th,td{border:1px solid var(--line);padding:.2rem .45rem;text-align:center}\n"
  "th:first-child{text-align:start;position:sticky;inset-inline-start:0;background:var(--paper);"
  "max-width:12rem;overflow-wrap:break-word}\n"
  "thead th{min-width:3.2rem;max-width:12rem;overflow-wrap:break-word}\n"
  "td{background:rgb(var(--tint)/calc(var(--level)*7%))}\n"
  ".bars{display:grid;grid-template-columns:repeat(4,1fr);max-width:44rem}\n"
  ".bars span{border-inline-start:2px solid var(--ink);padding:.15rem .45rem;font-weight:600}\n"
  ".list th,.list td{text-align:start;vertical-align:top;padding:.2rem .6rem .2rem 0;"
  "max-width:16rem;min-width:2rem;overflow-wrap:break-word}\n"
  ".words{white-space:pre-line}p.words{margin:.4rem 0 0}\n"
  "li,p{overflow-wrap:anywhere}footer{margin-top:2rem;border-top:1px solid var(--line)}\n"
  "@media print{.wide{overflow:visible}h3,.bars{break-inside:avoid}}\n";

static void
put (Page       *self,
     const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  g_string_append (self->out, escaped);
}

/* "<h2>…</h2>", with attributes after the name where it has them */
static void
put_element (Page       *self,
             const char *name,
             const char *attributes,
             const char *text)
{
  g_string_append_printf (self->out, "<%s%s>", name, attributes);
  put (self, text);
  g_string_append_printf (self->out, "</%s>\n", name);
}

static void
put_fact (Page       *self,
          const char *what,
          const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  put_element (self, "dt", "", what);
  put_element (self, "dd", " dir=\"auto\"", text);
}

static void
put_head (Page *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);
  const MaqArrangementFields *arrangement =
    maq_arrangement_get_fields (maq_handoff_get_arrangement (self->handoff));
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (self->handoff));
  char key[MAQ_KEY_TEXT_MAX], meter[MAQ_METER_TEXT_MAX];
  g_autofree char *tempo = g_strdup_printf (_("%.4g beats a minute"),
                                            maq_export_get_beats (song->tempo_qpm, song->meter));
  g_autofree char *length = maq_length_dup_words (maq_form_get_seconds (form),
                                                  arrangement->target_seconds);
  g_autofree char *bars = g_strdup_printf ("%d", maq_form_get_bars (form));
  g_autofree char *version = maq_export_dup_version (self->handoff);

  put_element (self, "h1", " dir=\"auto\"", maq_export_get_title (self->handoff));
  g_string_append (self->out, "<dl>\n");
  put_fact (self, _("Artist"), song->artist);
  put_fact (self, _("Composer"), song->composer);
  put_fact (self, _("Key"), maq_key_format (song->key, key));
  put_fact (self, _("Tempo"), tempo);
  put_fact (self, _("Meter"), maq_meter_format (song->meter, meter));
  put_fact (self, _("Length"), length);
  put_fact (self, _("Bars"), bars);
  put_fact (self, _("Arrangement"), version);
  put_fact (self, _("Note"), arrangement->note);
  g_string_append (self->out, "</dl>\n");
}

static void
put_map_heads (Page *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);

  g_string_append (self->out, "<thead>\n<tr>\n");
  put_element (self, "th", " scope=\"col\"", _("Section"));
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    put_element (self, "th", " scope=\"col\" dir=\"auto\"",
                 maq_export_get_name (maq_form_get_section (form, i)->section));
  g_string_append (self->out, "</tr>\n<tr>\n");
  put_element (self, "th", " scope=\"row\"", _("Bars"));
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    g_string_append_printf (self->out, "<th>%d</th>\n", maq_form_get_section (form, i)->bars);
  g_string_append (self->out, "</tr>\n<tr>\n");
  put_element (self, "th", " scope=\"row\"", _("Starts"));
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      g_autofree char *time = maq_length_dup_text (maq_form_get_section (form, i)->start_seconds);

      put_element (self, "th", "", time);
    }
  g_string_append (self->out, "</tr>\n</thead>\n");
}

static void
put_map (Page *self)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);

  put_element (self, "h2", "", _("Map"));
  g_string_append (self->out, "<div class=\"wide\" tabindex=\"0\">\n<table>\n");
  put_map_heads (self);
  g_string_append (self->out, "<tbody>\n");
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);

      g_string_append (self->out, "<tr>\n");
      put_element (self, "th", " scope=\"row\" dir=\"auto\"", maq_layer_get_name (layer));
      for (guint j = 0; j < maq_arrangement_get_n_sections (arrangement); j++)
        {
          int level = maq_arrangement_get_level (arrangement, j, maq_layer_get_id (layer));

          if (level > 0)
            g_string_append_printf (self->out, "<td style=\"--level:%d\">%d</td>\n", level, level);
          else
            g_string_append (self->out, "<td style=\"--level:0\">·</td>\n");
        }
      g_string_append (self->out, "</tr>\n");
    }
  g_string_append (self->out, "</tbody>\n</table>\n</div>\n");
}

static void
put_moment (Page   *self,
            GArray *entries,
            guint   first)
{
  const MaqEntry *entry = &g_array_index (entries, MaqEntry, first);
  MaqSection *section =
    maq_form_get_section (maq_handoff_get_form (self->handoff), entry->section)->section;
  g_autofree char *time = maq_length_dup_text (maq_entry_get_seconds (entry, self->handoff));
  g_autofree char *place = g_strdup_printf (_("bar %d, %s"),
                                            maq_entry_get_bar (entry, self->handoff) + 1, time);

  g_string_append (self->out, "<li dir=\"auto\"><b>");
  put (self, maq_export_get_name (section));
  g_string_append (self->out, "</b> (");
  put (self, place);
  g_string_append (self->out, ")");
  for (MaqEntryKind kind = 0; kind < MAQ_N_ENTRY_KINDS; kind++)
    {
      g_autofree char *names = maq_entries_dup_names (self->handoff, entries, first, kind);

      if (names == NULL)
        continue;
      g_string_append (self->out, "<br>");
      put (self, maq_entry_kind_get_label (kind));
      g_string_append (self->out, ": ");
      put (self, names);
    }
  g_string_append (self->out, "</li>\n");
}

static void
put_entries (Page *self)
{
  g_autoptr(GArray) entries = maq_entries_list (self->handoff);

  if (entries->len == 0)
    return;
  put_element (self, "h2", "", _("Who comes and goes"));
  g_string_append (self->out, "<ul>\n");
  for (guint i = 0; i < entries->len; i = maq_entries_get_next (entries, i))
    put_moment (self, entries, i);
  g_string_append (self->out, "</ul>\n");
}

static void
put_words (Page   *self,
           MaqVec *lyrics)
{
  g_string_append (self->out, "<p class=\"words\" dir=\"auto\">");
  for (guint i = 0; i < maq_vec_get_length (lyrics); i++)
    {
      if (i > 0)
        g_string_append_c (self->out, '\n');
      put (self, maq_lyric_get_text (maq_vec_get (lyrics, i)));
    }
  g_string_append (self->out, "</p>\n");
}

static void
put_chart (Page *self)
{
  MaqForm *form = maq_handoff_get_form (self->handoff);

  put_element (self, "h2", "", _("Chords"));
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      MaqSection *section = maq_form_get_section (form, i)->section;
      const MaqSectionFields *fields = maq_section_get_fields (section);
      g_auto(GStrv) bars = fields->chords != NULL ? maq_export_dup_bars (self->handoff, i) : NULL;
      g_autofree char *own = maq_export_dup_own (self->handoff, i, TRUE);

      put_element (self, "h3", " dir=\"auto\"", maq_export_get_name (section));
      if (own[0] != '\0')
        put_element (self, "p", "", own);
      if (bars != NULL)
        g_string_append (self->out, "<div class=\"bars\" dir=\"ltr\">\n");
      for (guint j = 0; bars != NULL && bars[j] != NULL; j++)
        put_element (self, "span", "", bars[j]);
      if (bars != NULL)
        g_string_append (self->out, "</div>\n");
      if (fields->lyrics != NULL)
        put_words (self, fields->lyrics);
    }
}

static void
put_remarks (Page *self)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (self->handoff);
  gboolean is_first = TRUE;

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *fields =
        maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));
      g_autofree char *line = maq_export_dup_remark (self->handoff, fields);

      if (fields->state == MAQ_REMARK_DROPPED)
        continue;
      if (is_first)
        {
          put_element (self, "h2", "", _("Remarks"));
          g_string_append (self->out, "<ol>\n");
        }
      is_first = FALSE;
      put_element (self, "li", " dir=\"auto\"", line);
    }
  if (!is_first)
    g_string_append (self->out, "</ol>\n");
}

static void
put_session_table (Page                  *self,
                   const char            *heading,
                   const MaqSessionTable *table)
{
  if (table->cells == NULL)
    return;
  put_element (self, "h2", "", heading);
  g_string_append (self->out, "<div class=\"wide\">\n<table class=\"list\">\n");
  for (guint i = 0; i < table->cells->len; i++)
    {
      if (i % table->n_columns == 0)
        g_string_append (self->out, "<tr>");
      put_element (self, i < table->n_columns ? "th" : "td", " dir=\"auto\"",
                   table->cells->pdata[i]);
      if ((i + 1) % table->n_columns == 0)
        g_string_append (self->out, "</tr>\n");
    }
  g_string_append (self->out, "</table>\n</div>\n");
}

static void
put_session (Page *self)
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
        {
          put_element (self, "h2", "", _("Session"));
          g_string_append (self->out, "<dl>\n");
        }
      is_first = FALSE;
      put_element (self, "dt", "", maq_session_text_get_label (text));
      put_element (self, "dd", " class=\"words\" dir=\"auto\"", said);
    }
  if (!is_first)
    g_string_append (self->out, "</dl>\n");
  put_session_table (self, _("Input List"), &inputs);
  put_session_table (self, _("Contacts"), &contacts);
}

/* Nothing is loaded before somebody wants to hear it; its size stands beside. */
static void
put_guide (Page   *self,
           GBytes *guide)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (guide, &size);
  g_autofree char *encoded = g_base64_encode (data, size);
  g_autofree char *shown = g_format_size (size);
  /* Translators: the size of a sound file: "6.1 MB" */
  g_autofree char *words = g_strdup_printf (_("The band, as it is planned (%s)"), shown);

  put_element (self, "h2", "", _("Guide Mix"));
  g_string_append (self->out, "<figure>\n<audio controls preload=\"metadata\" src=\"data:audio/mpeg"
                   ";base64,");
  g_string_append (self->out, encoded);
  g_string_append (self->out, "\"></audio>\n");
  put_element (self, "figcaption", "", words);
  g_string_append (self->out, "</figure>\n");
}

/* "en" also where no language is set: "C.UTF-8" */
static char *
dup_language (void)
{
  const char *locale = g_get_language_names ()[0];
  const gsize length = strcspn (locale, "_.@");

  return length == 2 || length == 3 ? g_strndup (locale, length) : g_strdup ("en");
}

GBytes *
maq_export_html (MaqHandoff *handoff,
                 GBytes     *guide)
{
  Page self = { handoff, g_string_new ("<!DOCTYPE html>\n") };
  g_autofree char *language = dup_language ();
  g_autofree char *version = maq_export_dup_version (handoff);

  g_string_append_printf (self.out, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\">\n", language);
  put_element (&self, "title", "", maq_song_get_title (maq_handoff_get_song (handoff)));
  g_string_append_printf (self.out, "<style>\n%s</style>\n</head>\n<body>\n", style);
  put_head (&self);
  if (guide != NULL)
    put_guide (&self, guide);
  put_map (&self);
  put_entries (&self);
  put_chart (&self);
  put_remarks (&self);
  put_session (&self);
  put_element (&self, "footer", "", version);
  g_string_append (self.out, "</body>\n</html>\n");
  return g_string_free_to_bytes (self.out);
}
