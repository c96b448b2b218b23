/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sheet-frame-private.h"

#include <glib/gi18n-lib.h>

#include "maq-export-words.h"
#include "maq-length.h"

#define TITLE_SHARE 0.62
#define GAP_PT 12.0

const MaqType maq_type_title = { .size_pt = 22.0, .least_pt = 11.0, .is_bold = TRUE, .ink = 1.0 };
const MaqType maq_type_heading = { .size_pt = 13.0, .least_pt = 7.0, .is_bold = TRUE, .ink = 1.0 };
const MaqType maq_type_text = { .size_pt = 10.0, .least_pt = 6.0, .ink = 1.0 };
const MaqType maq_type_small = { .size_pt = 8.0, .least_pt = 5.0, .ink = 0.75 };

MaqSheet *
maq_sheet_frame_new (MaqHandoff *handoff,
                     MaqPaper    paper,
                     gboolean    is_landscape,
                     const char *kind)
{
  MaqSong *song = maq_handoff_get_song (handoff);
  g_autofree char *title = g_strdup_printf ("%s — %s", maq_song_get_title (song), kind);

  return maq_sheet_new (paper, is_landscape, title, maq_song_get_fields (song)->artist);
}

/* "G · 4/4 · ♩ = 96 · 3:52" */
static char *
describe (MaqHandoff *handoff)
{
  const MaqSongFields *song = maq_song_get_fields (maq_handoff_get_song (handoff));
  const gboolean is_compound = maq_meter_is_compound (song->meter);
  const double seconds = maq_form_get_seconds (maq_handoff_get_form (handoff));
  g_autofree char *length = maq_length_dup_text (seconds);
  char key[MAQ_KEY_TEXT_MAX];
  char meter[MAQ_METER_TEXT_MAX];

  return g_strdup_printf ("%s · %s · %s = %.4g · %s", maq_key_format (song->key, key),
                          maq_meter_format (song->meter, meter), is_compound ? "♩." : "♩",
                          maq_export_get_beats (song->tempo_qpm, song->meter), length);
}

double
maq_sheet_frame_add_page (MaqSheet   *sheet,
                          MaqHandoff *handoff,
                          const char *bookmark,
                          const char *kind)
{
  const double width = maq_sheet_get_width (sheet) - 2.0 * MAQ_SHEET_MARGIN;
  const double title_width = width * TITLE_SHARE;
  const double side_x = MAQ_SHEET_MARGIN + title_width + GAP_PT;
  const double side_width = width - title_width - GAP_PT;
  const char *artist = maq_song_get_fields (maq_handoff_get_song (handoff))->artist;
  g_autofree char *about = describe (handoff);
  g_autofree char *line = artist != NULL ? g_strdup_printf ("%s · %s", artist, about)
                                         : g_strdup (about);
  MaqType side = maq_type_heading;
  MaqType side_small = maq_type_text;
  double y = MAQ_SHEET_MARGIN;

  side.align = MAQ_ALIGN_RIGHT;
  side_small.align = MAQ_ALIGN_RIGHT;
  maq_sheet_add_page (sheet, bookmark);
  maq_sheet_add_text (sheet, MAQ_SHEET_MARGIN, y, title_width, 30.0, &maq_type_title,
                      maq_song_get_title (maq_handoff_get_song (handoff)));
  maq_sheet_add_text (sheet, side_x, y + 6.0, side_width, 20.0, &side, kind);
  y += 30.0;
  maq_sheet_add_text (sheet, MAQ_SHEET_MARGIN, y, title_width, 14.0, &maq_type_text, line);
  maq_sheet_add_text (sheet, side_x, y, side_width, 14.0, &side_small,
                      maq_arrangement_get_name (maq_handoff_get_arrangement (handoff)));
  y += 17.0;
  maq_sheet_add_line (sheet, MAQ_SHEET_MARGIN, y, MAQ_SHEET_MARGIN + width, y, 0.8, 1.0);
  return MAQ_SHEET_MARGIN + MAQ_SHEET_HEAD_PT;
}

guint
maq_sheet_frame_count_pages (guint  n,
                             double room_pt,
                             double least_pt)
{
  const guint n_each = MAX (1, (guint) (room_pt / least_pt));

  return MAX (1, (n + n_each - 1) / n_each);
}

double
maq_sheet_frame_get_end (MaqSheet *sheet)
{
  return maq_sheet_get_height (sheet) - MAQ_SHEET_MARGIN - MAQ_SHEET_FOOT_PT;
}

void
maq_sheet_frame_add_feet (MaqSheet   *sheet,
                          MaqHandoff *handoff)
{
  const guint n_pages = maq_sheet_get_n_pages (sheet);
  const double width = maq_sheet_get_width (sheet) - 2.0 * MAQ_SHEET_MARGIN;
  const double height = MAQ_SHEET_FOOT_PT - 2.0;
  const double x = MAQ_SHEET_MARGIN;
  const double y = maq_sheet_get_height (sheet) - MAQ_SHEET_MARGIN - height;
  g_autofree char *version = maq_export_dup_version (handoff);
  g_autofree char *plan = g_strdup_printf ("%s · %s",
                                           maq_song_get_title (maq_handoff_get_song (handoff)),
                                           version);
  MaqType small = maq_type_small;
  MaqType number;

  small.is_middle = TRUE;
  number = small;
  number.align = MAQ_ALIGN_RIGHT;
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *text = g_strdup_printf (_("%u of %u"), page + 1, n_pages);

      maq_sheet_go_to_page (sheet, page);
      maq_sheet_add_text (sheet, x, y, 0.85 * width, height, &small, plan);
      maq_sheet_add_text (sheet, x + 0.86 * width, y, 0.14 * width, height, &number, text);
    }
}
