/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-session-lists-private.h"
#include "maq-sheet-frame-private.h"

#define GAP_PT 10.0
#define LINE_GAP_PT 3.0
#define HEADING_PT 18.0
#define BLANK_LINE_PT 20.0
#define N_BLANK_LINES 2
/* characters that stand on less than half a page, whatever they are */
#define MOST_CHARS 600

typedef struct
{
  MaqSheet   *sheet;
  MaqHandoff *handoff;
  const char *kind;
  double      width;
  double      y;
} Setup;

static void
make_room (Setup  *self,
           double  height)
{
  if (self->y + height > maq_sheet_frame_get_end (self->sheet))
    self->y = maq_sheet_frame_add_page (self->sheet, self->handoff, NULL, self->kind);
}

static void
add_piece (Setup      *self,
           const char *text)
{
  make_room (self, maq_sheet_measure_text (self->sheet, self->width, &maq_type_text, text));
  self->y += LINE_GAP_PT
             + maq_sheet_add_text (self->sheet, MAQ_SHEET_MARGIN, self->y, self->width,
                                   maq_sheet_frame_get_end (self->sheet) - self->y,
                                   &maq_type_text, text);
}

/* A line of a text; one that is too long for a page goes on on the next. */
static void
add_line (Setup      *self,
          const char *line)
{
  while (g_utf8_strlen (line, -1) > MOST_CHARS)
    {
      const char *end = g_utf8_offset_to_pointer (line, MOST_CHARS);
      const char *space = g_strrstr_len (line, end - line, " ");
      g_autofree char *piece = NULL;

      if (space != NULL && space - line > (end - line) / 2)
        end = space + 1;
      piece = g_strndup (line, end - line);
      add_piece (self, piece);
      line = end;
    }
  if (*line != '\0')
    add_piece (self, line);
}

/* Lines to write on by hand, where nothing is said. */
static void
add_blank (Setup *self)
{
  for (guint i = 0; i < N_BLANK_LINES; i++)
    {
      self->y += BLANK_LINE_PT;
      maq_sheet_add_line (self->sheet, MAQ_SHEET_MARGIN, self->y, MAQ_SHEET_MARGIN + self->width,
                          self->y, 0.3, 0.5);
    }
}

static void
add_text (Setup      *self,
          const char *heading,
          const char *text)
{
  make_room (self, GAP_PT + HEADING_PT + (N_BLANK_LINES + 1) * BLANK_LINE_PT);
  self->y += GAP_PT;
  maq_sheet_add_text (self->sheet, MAQ_SHEET_MARGIN, self->y, self->width, HEADING_PT,
                      &maq_type_heading, heading);
  self->y += HEADING_PT;
  if (text == NULL)
    add_blank (self);
  else
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        add_line (self, lines[i]);
    }
}

MaqSheet *
maq_setup_sheet_new (MaqHandoff *handoff,
                     MaqPaper    paper)
{
  Setup self = { .handoff = handoff, .kind = _("Setup and Room") };

  self.sheet = maq_sheet_frame_new (handoff, paper, FALSE, self.kind);
  self.width = maq_sheet_get_width (self.sheet) - 2.0 * MAQ_SHEET_MARGIN;
  self.y = maq_sheet_frame_add_page (self.sheet, handoff, self.kind, self.kind);
  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    add_text (&self, maq_session_text_get_label (i),
              maq_session_get_text (maq_session_of_handoff (handoff), i));
  maq_sheet_frame_add_feet (self.sheet, handoff);
  return self.sheet;
}
