/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-export-words.h"
#include "maq-length.h"
#include "maq-player-sheet.h"
#include "maq-session-lists-private.h"
#include "maq-sheet-frame-private.h"

#define LABEL_PT 110.0
#define LINE_GAP_PT 4.0
#define BLOCK_GAP_PT 14.0
#define NUMBER_PT 16.0
#define KIND(kind) (1u << (kind))

typedef struct
{
  MaqSheet   *sheet;
  MaqHandoff *handoff;
  const char *kind;
  double      width;
  double      y;
} Cover;

static void
add_text (Cover         *cover,
          double         x,
          const MaqType *type,
          const char    *text)
{
  const double width = MAQ_SHEET_MARGIN + cover->width - x;
  const double height = maq_sheet_measure_text (cover->sheet, width, type, text);

  if (cover->y + MIN (height, 0.5 * maq_sheet_get_height (cover->sheet))
      > maq_sheet_frame_get_end (cover->sheet))
    cover->y = maq_sheet_frame_add_page (cover->sheet, cover->handoff, NULL, cover->kind);
  cover->y += LINE_GAP_PT
              + maq_sheet_add_text (cover->sheet, x, cover->y, width,
                                    maq_sheet_frame_get_end (cover->sheet) - cover->y, type, text);
}

/* "Key   G"; nothing where there is nothing to say */
static void
add_fact (Cover      *cover,
          const char *label,
          const char *text)
{
  MaqType grey = maq_type_text;
  MaqType large = maq_type_text;

  if (text == NULL || *text == '\0')
    return;
  grey.ink = 0.65;
  large.size_pt = 12.0;
  if (cover->y + 40.0 > maq_sheet_frame_get_end (cover->sheet))
    cover->y = maq_sheet_frame_add_page (cover->sheet, cover->handoff, NULL, cover->kind);
  maq_sheet_add_text (cover->sheet, MAQ_SHEET_MARGIN, cover->y + 1.5, LABEL_PT - 6.0, 14.0, &grey,
                      label);
  add_text (cover, MAQ_SHEET_MARGIN + LABEL_PT, &large, text);
}

static void
add_facts (Cover *cover)
{
  MaqSong *song = maq_handoff_get_song (cover->handoff);
  const MaqSongFields *fields = maq_song_get_fields (song);
  const MaqArrangementFields *arrangement
    = maq_arrangement_get_fields (maq_handoff_get_arrangement (cover->handoff));
  const double seconds = maq_form_get_seconds (maq_handoff_get_form (cover->handoff));
  g_autofree char *tempo = g_strdup_printf (_("%.4g beats a minute"),
                                            maq_export_get_beats (fields->tempo_qpm,
                                                                  fields->meter));
  g_autofree char *length = maq_length_dup_words (seconds, arrangement->target_seconds);
  g_auto (GStrv) players = maq_player_sheet_list_players (cover->handoff);
  g_autofree char *names = g_strjoinv (", ", players);
  char key[MAQ_KEY_TEXT_MAX];
  char meter[MAQ_METER_TEXT_MAX];

  add_fact (cover, _("Artist"), fields->artist);
  add_fact (cover, _("Written by"), fields->composer);
  add_fact (cover, _("Arrangement"), arrangement->name);
  add_fact (cover, _("Version"), maq_handoff_get_version (cover->handoff));
  add_fact (cover, _("Key"), maq_key_format (fields->key, key));
  add_fact (cover, _("Tempo"), tempo);
  add_fact (cover, _("Meter"), maq_meter_format (fields->meter, meter));
  add_fact (cover, _("Length"), length);
  for (guint i = MAQ_SESSION_DATE; i <= MAQ_SESSION_PLACE; i++)
    add_fact (cover, maq_session_text_get_label (i),
              maq_session_get_text (maq_session_of_handoff (cover->handoff), i));
  add_fact (cover, _("Players"), names);
  add_fact (cover, _("About it"), arrangement->note);
}

/* Remarks of some kinds, a bit each, under a heading; nothing if there are none. */
static void
add_remarks (Cover          *cover,
             const char     *heading,
             guint           kinds,
             MaqRemarkState  state)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (cover->handoff);
  gboolean is_first = TRUE;

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      const MaqRemarkFields *remark
        = maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (!(kinds & KIND (remark->kind)) || remark->state != state)
        continue;
      if (is_first)
        {
          cover->y += BLOCK_GAP_PT;
          add_text (cover, MAQ_SHEET_MARGIN, &maq_type_heading, heading);
        }
      is_first = FALSE;
      text = maq_export_dup_remark (cover->handoff, remark);
      line = g_strdup_printf ("• %s", text);
      add_text (cover, MAQ_SHEET_MARGIN + NUMBER_PT, &maq_type_text, line);
    }
}

MaqSheet *
maq_cover_sheet_new (MaqHandoff *handoff,
                     MaqPaper    paper)
{
  Cover cover = { .handoff = handoff, .kind = _("Session Plan") };

  cover.sheet = maq_sheet_frame_new (handoff, paper, FALSE, cover.kind);
  cover.width = maq_sheet_get_width (cover.sheet) - 2.0 * MAQ_SHEET_MARGIN;
  cover.y = maq_sheet_frame_add_page (cover.sheet, handoff, cover.kind, cover.kind) + BLOCK_GAP_PT;
  add_facts (&cover);
  add_remarks (&cover, _("Agreed"), ~0u, MAQ_REMARK_AGREED);
  add_remarks (&cover, _("Directions"), KIND (MAQ_REMARK_DIRECTION), MAQ_REMARK_OPEN);
  add_remarks (&cover, _("Still open"), KIND (MAQ_REMARK_DECISION) | KIND (MAQ_REMARK_QUESTION),
               MAQ_REMARK_OPEN);
  maq_sheet_frame_add_feet (cover.sheet, handoff);
  return cover.sheet;
}
