/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-export-words.h"
#include "maq-sheet-frame-private.h"
#include "maq-table-private.h"

#define N_TAKES 4
#define N_NOTE_COLUMNS 4
#define NAMES_PT 108.0
#define LEAST_COLUMN_PT 58.0
#define TITLES_PT 28.0
#define LEGEND_PT 14.0
#define ROW_PT 27.0
#define BOX_PT 10.0
#define STATE_PT 11.0

/* Some sections and layers on one page. */
typedef struct
{
  MaqSheet   *sheet;
  MaqHandoff *handoff;
  guint       first_section;
  guint       n_sections;
  guint       first_layer;
  guint       n_layers;
  double      column_pt;
  double      y;
  GHashTable *said;    /* MaqTake, by its part */
} Takes;

static guint
hash_part (gconstpointer take)
{
  const MaqTakeFields *fields = maq_take_get_fields ((MaqTake *) take);

  return (guint) (fields->section * 31 + fields->layer);
}

static gboolean
is_same_part (gconstpointer a,
              gconstpointer b)
{
  const MaqTakeFields *left = maq_take_get_fields ((MaqTake *) a);
  const MaqTakeFields *right = maq_take_get_fields ((MaqTake *) b);

  return left->section == right->section && left->layer == right->layer;
}

static GHashTable *
index_takes (MaqArrangement *arrangement)
{
  MaqVec *takes = maq_arrangement_get_fields (arrangement)->takes;
  GHashTable *said = g_hash_table_new (hash_part, is_same_part);

  for (guint i = 0; takes != NULL && i < maq_vec_get_length (takes); i++)
    g_hash_table_add (said, maq_vec_get (takes, i));
  return said;
}

static MaqTake *
find_take (const Takes *takes,
           MaqId        section,
           MaqId        layer)
{
  g_autoptr (MaqTake) key = maq_take_new (&(MaqTakeFields) { .section = section, .layer = layer });

  return g_hash_table_lookup (takes->said, key);
}

static void
add_titles (const Takes *takes)
{
  static const MaqType type = { .size_pt = 9.0, .least_pt = 5.0, .align = MAQ_ALIGN_CENTRE,
                                .is_bold = TRUE, .is_middle = TRUE, .ink = 1.0 };
  MaqArrangement *arrangement = maq_handoff_get_arrangement (takes->handoff);

  for (guint i = 0; i < takes->n_layers; i++)
    maq_sheet_add_text (takes->sheet, MAQ_SHEET_MARGIN + NAMES_PT + i * takes->column_pt + 2.0,
                        takes->y, takes->column_pt - 4.0, TITLES_PT, &type,
                        maq_layer_get_name (maq_arrangement_get_layer (arrangement,
                                                                       takes->first_layer + i)));
}

/* "Keep 3" above the boxes; to do is what all others are too. */
static gboolean
add_state (const Takes *takes,
           double       x,
           double       y,
           MaqTake     *take)
{
  static const MaqType type = { .size_pt = 8.0, .least_pt = 4.0, .align = MAQ_ALIGN_CENTRE,
                                .is_bold = TRUE, .is_middle = TRUE, .ink = 1.0 };
  g_autofree char *words = NULL;

  if (take == NULL || (maq_take_get_fields (take)->state == MAQ_TAKE_TO_DO
                       && maq_take_get_fields (take)->number == 0))
    return FALSE;
  words = maq_take_dup_words (maq_take_get_fields (take));
  maq_sheet_add_text (takes->sheet, x + 2.0, y + 1.0, takes->column_pt - 4.0, STATE_PT, &type,
                      words);
  return TRUE;
}

/* Four boxes where the layer plays, grey where it does not; what is said of it in any case. */
static void
add_cell (const Takes *takes,
          double       x,
          double       y,
          gboolean     plays,
          MaqTake     *take)
{
  double top = y + 0.5 * (ROW_PT - BOX_PT);

  const double gap = (takes->column_pt - N_TAKES * BOX_PT) / (N_TAKES + 1);

  if (!plays)
    {
      maq_sheet_add_box (takes->sheet, x + 0.5, y + 0.5, takes->column_pt - 1.0, ROW_PT - 1.0, 0.0,
                         0.12);
      add_state (takes, x, y + 0.5 * (ROW_PT - STATE_PT), take);
      return;
    }
  if (add_state (takes, x, y, take))
    top = y + ROW_PT - BOX_PT - 2.0;
  for (guint i = 0; i < N_TAKES; i++)
    maq_sheet_add_box (takes->sheet, x + gap + i * (BOX_PT + gap), top, BOX_PT, BOX_PT, 0.6, 0.0);
}

static void
add_row (const Takes *takes,
         guint        row)
{
  static const MaqType type = { .size_pt = 10.5, .least_pt = 5.5, .is_middle = TRUE, .ink = 1.0 };
  MaqArrangement *arrangement = maq_handoff_get_arrangement (takes->handoff);
  const guint section = takes->first_section + row;
  const double y = takes->y + TITLES_PT + row * ROW_PT;
  const double right = MAQ_SHEET_MARGIN + NAMES_PT + takes->n_layers * takes->column_pt;

  maq_sheet_add_line (takes->sheet, MAQ_SHEET_MARGIN, y, right, y, 0.4, 0.6);
  maq_sheet_add_text (takes->sheet, MAQ_SHEET_MARGIN, y, NAMES_PT - 4.0, ROW_PT, &type,
                      maq_export_get_name (maq_arrangement_get_section (arrangement, section)));
  for (guint i = 0; i < takes->n_layers; i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, takes->first_layer + i);

      add_cell (takes, MAQ_SHEET_MARGIN + NAMES_PT + i * takes->column_pt, y,
                maq_arrangement_get_level (arrangement, section, maq_layer_get_id (layer)) > 0,
                find_take (takes, maq_section_get_id (maq_arrangement_get_section (arrangement,
                                                                                   section)),
                           maq_layer_get_id (layer)));
    }
  maq_sheet_add_line (takes->sheet, MAQ_SHEET_MARGIN, y + ROW_PT, right, y + ROW_PT, 0.4, 0.6);
}

static void
add_takes_page (Takes      *takes,
                const char *bookmark,
                const char *kind)
{
  const double width = maq_sheet_get_width (takes->sheet) - 2.0 * MAQ_SHEET_MARGIN;

  takes->y = maq_sheet_frame_add_page (takes->sheet, takes->handoff, bookmark, kind);
  maq_sheet_add_text (takes->sheet, MAQ_SHEET_MARGIN, takes->y, width, LEGEND_PT, &maq_type_small,
                      _("A box for each take: T taken, K keep, P punch in, X no good"));
  takes->y += LEGEND_PT;
  add_titles (takes);
  for (guint row = 0; row < takes->n_sections; row++)
    add_row (takes, row);
}

static GPtrArray *
list_notes (MaqArrangement *arrangement)
{
  MaqVec *takes = maq_arrangement_get_fields (arrangement)->takes;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; takes != NULL && i < maq_vec_get_length (takes); i++)
    {
      const MaqTakeFields *fields = maq_take_get_fields (maq_vec_get (takes, i));
      char **row = NULL;

      if (fields->note == NULL)
        continue;
      row = g_new0 (char *, N_NOTE_COLUMNS + 1);
      row[0] = g_strdup (maq_export_get_name (maq_arrangement_get_section (
        arrangement, maq_arrangement_find_section (arrangement, fields->section))));
      row[1] = g_strdup (maq_layer_get_name (maq_arrangement_get_layer (
        arrangement, maq_arrangement_find_layer (arrangement, fields->layer))));
      row[2] = maq_take_dup_words (fields);
      row[3] = g_strdup (fields->note);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* What is noted of takes, on a page of its own; nothing where nothing is. */
static void
add_notes (MaqSheet   *sheet,
           MaqHandoff *handoff,
           const char *kind)
{
  const MaqTableColumn columns[N_NOTE_COLUMNS] = {
    { _("Section"), 0.2, FALSE },
    { _("Layer"), 0.2, FALSE },
    { _("Take"), 0.12, FALSE },
    { _("Notes"), 0.48, FALSE },
  };
  g_autoptr (GPtrArray) rows = list_notes (maq_handoff_get_arrangement (handoff));

  if (rows->len > 0)
    maq_table_add (sheet, handoff, kind, maq_sheet_frame_add_page (sheet, handoff, NULL, kind),
                   columns, N_NOTE_COLUMNS, rows);
}

MaqSheet *
maq_take_sheet_new (MaqHandoff *handoff,
                    MaqPaper    paper)
{
  const char *kind = _("Take Sheet");
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  Takes takes = { .sheet = maq_sheet_frame_new (handoff, paper, TRUE, kind), .handoff = handoff };
  g_autoptr (GHashTable) said = index_takes (arrangement);
  const guint n_sections = maq_arrangement_get_n_sections (arrangement);
  const guint n_layers = maq_arrangement_get_n_layers (arrangement);
  const double width = maq_sheet_get_width (takes.sheet) - 2.0 * MAQ_SHEET_MARGIN - NAMES_PT;
  const double height = maq_sheet_frame_get_end (takes.sheet) - MAQ_SHEET_MARGIN
                        - MAQ_SHEET_HEAD_PT - TITLES_PT - LEGEND_PT;
  const guint n_across = maq_sheet_frame_count_pages (n_layers, width, LEAST_COLUMN_PT);
  const guint n_down = maq_sheet_frame_count_pages (n_sections, height, ROW_PT);

  takes.said = said;
  for (guint down = 0; down < n_down; down++)
    for (guint across = 0; across < n_across; across++)
      {
        takes.first_section = n_sections * down / n_down;
        takes.n_sections = n_sections * (down + 1) / n_down - takes.first_section;
        takes.first_layer = n_layers * across / n_across;
        takes.n_layers = n_layers * (across + 1) / n_across - takes.first_layer;
        takes.column_pt = width / MAX (takes.n_layers, 1);
        add_takes_page (&takes, down + across == 0 ? kind : NULL, kind);
      }
  add_notes (takes.sheet, handoff, kind);
  maq_sheet_frame_add_feet (takes.sheet, handoff);
  return takes.sheet;
}
