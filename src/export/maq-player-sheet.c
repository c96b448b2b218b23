/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-player-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-cues-private.h"
#include "maq-export-words.h"
#include "maq-length.h"
#include "maq-player-lines-private.h"
#include "maq-session-lists-private.h"
#include "maq-sheet-frame-private.h"

#define LEFT_PT 150.0
#define GAP_PT 8.0
#define LINE_GAP_PT 3.0
#define ROW_GAP_PT 6.0
#define LEAST_ROW_PT 40.0
#define GLANCE_PT 24.0
#define GLANCE_NAMES_PT 20.0
#define MAX_GLANCE 14
#define MAX_LEVEL 10.0

typedef struct
{
  MaqSheet              *sheet;
  MaqHandoff            *handoff;
  MaqForm               *form;
  MaqArrangement        *arrangement;
  const MaqChartOptions *options;
  const char            *player;
  GPtrArray             *layers;   /* MaqLayer, borrowed */
  GArray                *entries;
  double                 width;
  double                 y;
} Player;

static const char *
who_plays (MaqLayer *layer)
{
  const MaqLayerFields *fields = maq_layer_get_fields (layer);

  return fields->performer != NULL ? fields->performer : fields->name;
}

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

char **
maq_player_sheet_list_players (MaqHandoff *handoff)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *players = g_ptr_array_new ();

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const char *player = who_plays (maq_arrangement_get_layer (arrangement, i));

      if (g_hash_table_add (seen, g_utf8_casefold (player, -1)))
        g_ptr_array_add (players, g_strdup (player));
    }
  g_ptr_array_add (players, NULL);
  return (char **) g_ptr_array_free (players, FALSE);
}

static GPtrArray *
find_layers (MaqArrangement *arrangement,
             const char     *player)
{
  GPtrArray *layers = g_ptr_array_new ();

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);

      if (is_same_name (who_plays (layer), player))
        g_ptr_array_add (layers, layer);
    }
  return layers;
}

static void
make_room (Player *self,
           double  height)
{
  if (self->y + height > maq_sheet_frame_get_end (self->sheet))
    self->y = maq_sheet_frame_add_page (self->sheet, self->handoff, NULL, self->player);
}

/* A text below what is there, on the next page if it does not fit on this one. */
static void
add_line (Player        *self,
          double         x,
          double         width,
          const MaqType *type,
          const char    *text)
{
  make_room (self, MIN (maq_sheet_measure_text (self->sheet, width, type, text),
                        0.5 * maq_sheet_get_height (self->sheet)));
  self->y += LINE_GAP_PT + maq_sheet_add_text (self->sheet, x, self->y, width,
                                               maq_sheet_frame_get_end (self->sheet) - self->y,
                                               type, text);
}

/* What is theirs */

static void
add_layer (Player   *self,
           MaqLayer *layer)
{
  const MaqLayerFields *fields = maq_layer_get_fields (layer);
  const char *meaning = maq_layer_get_meaning (layer);
  MaqType bold = maq_type_text;

  bold.is_bold = TRUE;
  add_line (self, MAQ_SHEET_MARGIN, self->width, &bold, fields->name);
  if (fields->direction != NULL)
    add_line (self, MAQ_SHEET_MARGIN + GAP_PT, self->width - GAP_PT, &maq_type_text,
              fields->direction);
  if (meaning != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("It stands for: %s"), meaning);

      add_line (self, MAQ_SHEET_MARGIN + GAP_PT, self->width - GAP_PT, &maq_type_text, text);
    }
}

/* "Bass · 12 May, 10:00 · Harbour": their part in the session, as far as it is said */
static void
add_session (Player *self)
{
  MaqSession *session = maq_session_of_handoff (self->handoff);
  MaqSessionRow *contact = maq_session_find_contact (session, self->player);
  const char *const texts[] = {
    contact != NULL ? maq_session_row_get_fields (contact)->texts[MAQ_CONTACT_ROLE] : NULL,
    maq_session_get_text (session, MAQ_SESSION_DATE),
    maq_session_get_text (session, MAQ_SESSION_TIMES),
    maq_session_get_text (session, MAQ_SESSION_PLACE),
  };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", texts[i]);
  if (line->len > 0)
    add_line (self, MAQ_SHEET_MARGIN, self->width, &maq_type_text, line->str);
}

static void
add_about (Player *self)
{
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (self->handoff));
  const int semitones = self->options->semitones;

  add_session (self);
  for (guint i = 0; i < self->layers->len; i++)
    add_layer (self, g_ptr_array_index (self->layers, i));
  if (song->capo > 0)
    {
      g_autofree char *capo = g_strdup_printf (_("Capo in fret %d"), song->capo);

      add_line (self, MAQ_SHEET_MARGIN, self->width, &maq_type_text, capo);
    }
  if (semitones != 0)
    {
      char key[MAQ_KEY_TEXT_MAX];
      g_autofree char *text
        = g_strdup_printf (_("Chords are written in %s"),
                           maq_key_format (maq_key_transposed (song->key, semitones), key));

      add_line (self, MAQ_SHEET_MARGIN, self->width, &maq_type_text, text);
    }
  self->y += ROW_GAP_PT;
}

/* The form at a glance */

static int
highest_level (const Player *self,
               guint         section)
{
  int level = 0;

  for (guint i = 0; i < self->layers->len; i++)
    {
      const MaqId layer = maq_layer_get_id (g_ptr_array_index (self->layers, i));

      level = MAX (level, maq_arrangement_get_level (self->arrangement, section, layer));
    }
  return level;
}

static void
add_glance_row (Player *self,
                guint   first,
                guint   n)
{
  static const MaqType name_type = { .size_pt = 8.5, .least_pt = 4.5, .align = MAQ_ALIGN_CENTRE,
                                     .is_middle = TRUE, .ink = 1.0 };
  MaqType number = name_type;
  double bars = 0.0;
  double x = MAQ_SHEET_MARGIN;

  number.is_bold = TRUE;
  make_room (self, GLANCE_PT + GLANCE_NAMES_PT);
  for (guint i = first; i < first + n; i++)
    bars += 4.0 + maq_form_get_section (self->form, i)->bars;
  for (guint i = first; i < first + n; i++)
    {
      const MaqFormSection *section = maq_form_get_section (self->form, i);
      const double width = self->width * (4.0 + section->bars) / bars;
      const int level = highest_level (self, i);
      const double ink = level > 0 ? 0.08 + 0.72 * level / MAX_LEVEL : 0.0;
      char text[8];

      g_snprintf (text, sizeof text, "%d", level);
      number.ink = ink > 0.45 ? 0.0 : 1.0;
      maq_sheet_add_text (self->sheet, x + 1.0, self->y, width - 2.0, GLANCE_NAMES_PT, &name_type,
                          maq_export_get_name (section->section));
      maq_sheet_add_box (self->sheet, x, self->y + GLANCE_NAMES_PT, width, GLANCE_PT, 0.6, ink);
      if (level > 0)
        maq_sheet_add_text (self->sheet, x, self->y + GLANCE_NAMES_PT, width, GLANCE_PT, &number,
                            text);
      x += width;
    }
  self->y += GLANCE_PT + GLANCE_NAMES_PT + ROW_GAP_PT;
}

static void
add_glance (Player *self)
{
  const guint n = maq_form_get_n_sections (self->form);
  const guint n_rows = (n + MAX_GLANCE - 1) / MAX_GLANCE;

  for (guint row = 0; row < n_rows; row++)
    add_glance_row (self, n * row / n_rows, n * (row + 1) / n_rows - n * row / n_rows);
}

/* Section by section */

static void
begin_row (Player     *self,
           const char *name,
           int         first_bar,
           int         n_bars,
           double      seconds)
{
  g_autofree char *start = maq_length_dup_text (seconds);
  g_autofree char *place = g_strdup_printf (_("bars %d–%d · %s"), first_bar + 1,
                                            first_bar + n_bars, start);

  make_room (self, LEAST_ROW_PT);
  maq_sheet_add_line (self->sheet, MAQ_SHEET_MARGIN, self->y, MAQ_SHEET_MARGIN + self->width,
                      self->y, 0.4, 0.6);
  self->y += LINE_GAP_PT;
  maq_sheet_add_text (self->sheet, MAQ_SHEET_MARGIN, self->y, LEFT_PT, 16.0, &maq_type_heading,
                      name);
  maq_sheet_add_text (self->sheet, MAQ_SHEET_MARGIN, self->y + 17.0, LEFT_PT, 12.0, &maq_type_small,
                      place);
}

/* One line of a row, until it is known whether the row fits. */
typedef struct
{
  MaqType  type;
  char    *text;
} Line;

static void
clear_line (Line *line)
{
  g_free (line->text);
}

static GArray *
lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, (GDestroyNotify) clear_line);
  return lines;
}

/* Takes over @text, which may be %NULL. */
static void
take_line (GArray        *lines,
           const MaqType *type,
           char          *text)
{
  const Line line = { *type, text };

  if (text != NULL)
    g_array_append_val (lines, line);
}

static double
row_width (const Player *self)
{
  return self->width - LEFT_PT - GAP_PT;
}

/* Keeps the lines of a row on one page with their heading, if a page has room for them. */
static void
make_room_for_lines (Player *self,
                     GArray *lines)
{
  const double page = maq_sheet_frame_get_end (self->sheet) - MAQ_SHEET_MARGIN - MAQ_SHEET_HEAD_PT;
  double height = LINE_GAP_PT;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      height += LINE_GAP_PT + maq_sheet_measure_text (self->sheet, row_width (self), &line->type,
                                                      line->text);
    }
  if (height <= page)
    make_room (self, MAX (height, LEAST_ROW_PT));
}

static void
add_lines (Player *self,
           GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      add_line (self, MAQ_SHEET_MARGIN + LEFT_PT + GAP_PT, row_width (self), &line->type,
                line->text);
    }
}

/* Sections without them, up to where they come in again; tells how many there are. */
static guint
add_rest (Player *self,
          guint   first)
{
  const guint n_sections = maq_form_get_n_sections (self->form);
  const MaqFormSection *start = maq_form_get_section (self->form, first);
  GString *names = g_string_new (NULL);
  g_autoptr (GArray) lines = lines_new ();
  int n_bars = 0;
  guint end = first;

  for (; end < n_sections && highest_level (self, end) == 0; end++)
    {
      const MaqFormSection *section = maq_form_get_section (self->form, end);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              maq_export_get_name (section->section));
      n_bars += section->bars;
    }
  if (end < n_sections)
    take_line (lines, &maq_type_text, g_strdup_printf (
      _("Rest %d: %s. In at %s"), n_bars, names->str,
      maq_export_get_name (maq_form_get_section (self->form, end)->section)));
  else
    take_line (lines, &maq_type_text,
               g_strdup_printf (_("Rest %d to the end: %s"), n_bars, names->str));
  make_room_for_lines (self, lines);
  begin_row (self, _("Rest"), start->first_bar, n_bars, start->start_seconds);
  add_lines (self, lines);
  g_string_free (names, TRUE);
  return end - first;
}

/* Whether a remark is for this player: about a layer of theirs, or told to everybody. */
static gboolean
is_for_player (const Player          *self,
               const MaqRemarkFields *remark)
{
  const int layer = maq_arrangement_find_layer (self->arrangement, remark->layer);

  if (remark->state == MAQ_REMARK_DROPPED)
    return FALSE;
  if (remark->layer == MAQ_ID_NONE)
    return remark->kind == MAQ_REMARK_DIRECTION || remark->kind == MAQ_REMARK_DECISION;
  return layer >= 0
         && g_ptr_array_find (self->layers,
                              maq_arrangement_get_layer (self->arrangement, (guint) layer), NULL);
}

static void
take_remarks (const Player *self,
              GArray       *lines,
              guint         index)
{
  const MaqId section
    = maq_section_get_id (maq_form_get_section (self->form, index)->section);

  for (guint i = 0; i < maq_arrangement_get_n_remarks (self->arrangement); i++)
    {
      const MaqRemarkFields *remark
        = maq_remark_get_fields (maq_arrangement_get_remark (self->arrangement, i));

      if (remark->section == section && is_for_player (self, remark))
        take_line (lines, &maq_type_text,
                   g_strdup_printf (_("Bar %d: %s"), remark->bar + 1, remark->text));
    }
}

static void
add_section (Player *self,
             guint   index)
{
  const MaqFormSection *section = maq_form_get_section (self->form, index);
  g_autoptr (GArray) lines = lines_new ();
  MaqType italic = maq_type_text;
  double top;

  italic.is_italic = TRUE;
  for (guint i = 0; i < self->layers->len; i++)
    take_line (lines, &maq_type_text,
               maq_player_lines_dup_part (self->form, index, g_ptr_array_index (self->layers, i),
                                          self->layers->len > 1));
  take_line (lines, &italic, g_strdup (maq_section_get_fields (section->section)->mood));
  take_line (lines, &maq_type_text,
             maq_player_lines_dup_chords (self->form, index, self->options));
  take_line (lines, &maq_type_small,
             maq_cues_dup_text (self->handoff, self->entries, index, self->layers));
  take_remarks (self, lines, index);
  make_room_for_lines (self, lines);
  begin_row (self, maq_export_get_name (section->section), section->first_bar, section->bars,
             section->start_seconds);
  top = self->y;
  add_lines (self, lines);
  if (self->y > top)
    self->y = MAX (self->y, top + 30.0);
  self->y += ROW_GAP_PT;
}

static void
add_rows (Player *self)
{
  guint i = 0;

  while (i < maq_form_get_n_sections (self->form))
    if (highest_level (self, i) == 0)
      {
        i += add_rest (self, i);
        self->y += ROW_GAP_PT + 12.0;
      }
    else
      add_section (self, i++);
}

MaqSheet *
maq_player_sheet_new (MaqHandoff            *handoff,
                      const char            *player,
                      const MaqChartOptions *options)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  g_autoptr (GPtrArray) layers = find_layers (arrangement, player);
  g_autoptr (GArray) entries = maq_entries_list (handoff);
  Player self = { .handoff = handoff, .form = maq_handoff_get_form (handoff),
                  .arrangement = arrangement, .options = options, .layers = layers,
                  .entries = entries };

  if (layers->len == 0)
    return NULL;
  self.player = who_plays (g_ptr_array_index (layers, 0));
  self.sheet = maq_sheet_frame_new (handoff, options->paper, FALSE, self.player);
  self.width = maq_sheet_get_width (self.sheet) - 2.0 * MAQ_SHEET_MARGIN;
  self.y = maq_sheet_frame_add_page (self.sheet, handoff, self.player, self.player);
  add_about (&self);
  add_glance (&self);
  add_rows (&self);
  maq_sheet_frame_add_feet (self.sheet, handoff);
  return self.sheet;
}
