/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-map-sheet.h"

#include <glib/gi18n-lib.h>

#include "maq-arc-shape.h"
#include "maq-export-words.h"
#include "maq-length.h"
#include "maq-remark-list-private.h"
#include "maq-sheet-frame-private.h"

#define NAMES_PT 112.0
#define LEAST_COLUMN_PT 36.0
#define SECTION_HEAD_PT 58.0
#define LEAST_ROW_PT 15.0
#define MOST_ROW_PT 30.0
/* Rows give room to remarks of full size, so far as they are still seen from two metres. */
#define GOOD_ROW_PT 20.0
#define REMARKS_GAP_PT 8.0
#define ARC_PT 52.0
#define ARC_STEPS_PER_BAR 4
#define MAX_LEVEL 10.0
#define MAX_VALUE 10.0
#define PAD_PT 2.0

/* Some sections and layers on one page. */
typedef struct
{
  MaqSheet       *sheet;
  MaqHandoff     *handoff;
  MaqForm        *form;
  MaqArrangement *arrangement;
  guint           first_section;
  guint           n_sections;
  guint           first_layer;
  guint           n_layers;
  GArray         *remarks;      /* in the order of their numbers */
  double         *xs;           /* where the sections begin, and where the last one ends */
  double          top;
  double          row_pt;
} Map;

/* Columns are as wide as sections are long, but all wide enough for a word. */
static double *
place_columns (MaqForm *form,
               guint    first,
               guint    n,
               double   x,
               double   width)
{
  double *xs = g_new (double, n + 1);
  double bars = 0.0;

  for (guint i = 0; i < n; i++)
    bars += maq_form_get_section (form, first + i)->bars;
  xs[0] = x;
  for (guint i = 0; i < n; i++)
    xs[i + 1] = xs[i] + LEAST_COLUMN_PT
                + (width - n * LEAST_COLUMN_PT) * maq_form_get_section (form, first + i)->bars
                  / bars;
  return xs;
}

/* Section heads */

/* What is new here in tempo and meter, or NULL. */
static char *
dup_change (MaqForm *form,
            guint    index)
{
  const MaqFormSection *here = maq_form_get_section (form, index);
  const MaqFormSection *before = index > 0 ? maq_form_get_section (form, index - 1) : NULL;
  GString *text = g_string_new (NULL);
  char meter[MAQ_METER_TEXT_MAX];

  if (before == NULL || !maq_meter_equal (here->meter, before->meter))
    g_string_append (text, maq_meter_format (here->meter, meter));
  if (before == NULL || here->tempo_qpm != before->tempo_qpm)
    {
      const gboolean is_compound = maq_meter_is_compound (here->meter);

      g_string_append_printf (text, "%s%s %.4g", text->len > 0 ? " " : "",
                              is_compound ? "♩." : "♩",
                              maq_export_get_beats (here->tempo_qpm, here->meter));
    }
  return g_string_free (text, text->len == 0);
}

static void
add_section_head (const Map *map,
                  guint      i)
{
  static const MaqType name_type = { .size_pt = 12.0, .least_pt = 5.5, .is_bold = TRUE,
                                     .ink = 1.0 };
  const guint index = map->first_section + i;
  const MaqFormSection *section = maq_form_get_section (map->form, index);
  const double x = map->xs[i] + PAD_PT;
  const double width = map->xs[i + 1] - map->xs[i] - 2.0 * PAD_PT;
  const double y = map->top - SECTION_HEAD_PT;
  g_autofree char *start = maq_length_dup_text (section->start_seconds);
  g_autofree char *bars = g_strdup_printf ("%d · %s", section->bars, start);
  g_autofree char *change = dup_change (map->form, index);
  g_autofree char *remarks = maq_remark_list_dup_numbers (map->arrangement, map->remarks,
                                                          maq_section_get_id (section->section));

  if (change != NULL)
    maq_sheet_add_text (map->sheet, x, y, width, 10.0, &maq_type_small, change);
  maq_sheet_add_text (map->sheet, x, y + 11.0, width, 24.0, &name_type,
                      maq_export_get_name (section->section));
  maq_sheet_add_text (map->sheet, x, y + 36.0, width, 10.0, &maq_type_small, bars);
  if (remarks != NULL)
    maq_sheet_add_text (map->sheet, x, y + 47.0, width, 10.0, &maq_type_small, remarks);
}

/* The grid */

/* Where in its section a part plays, as shares of its length; whether it does at all. */
static gboolean
find_stay (const MaqFormSection *section,
           MaqPart              *part,
           double               *from,
           double               *to)
{
  const MaqPartFields *fields = maq_part_get_fields (part);
  const int exit_bar = fields->exit_bar > 0 ? MIN (fields->exit_bar, section->bars) : section->bars;

  *from = (double) fields->entry_bar / section->bars;
  *to = (double) exit_bar / section->bars;
  return fields->level > 0 && fields->entry_bar < exit_bar;
}

static void
add_cell (const Map *map,
          guint      i,
          MaqId      layer,
          double     y)
{
  const MaqFormSection *section = maq_form_get_section (map->form, map->first_section + i);
  MaqPart *part = maq_section_find_part (section->section, layer);
  const double width = map->xs[i + 1] - map->xs[i];
  MaqType number = { .size_pt = 9.0, .least_pt = 5.0, .align = MAQ_ALIGN_CENTRE, .is_bold = TRUE,
                     .is_middle = TRUE };
  char text[8];
  double from;
  double to;
  double height;
  double ink;
  int level;

  if (part == NULL || !find_stay (section, part, &from, &to))
    return;
  level = maq_part_get_level (part);
  height = (map->row_pt - 2.0) * (0.35 + 0.65 * level / MAX_LEVEL);
  ink = 0.08 + 0.72 * level / MAX_LEVEL;
  number.ink = ink > 0.45 ? 0.0 : 1.0;
  g_snprintf (text, sizeof text, "%d", level);
  maq_sheet_add_box (map->sheet, map->xs[i] + from * width + 0.5, y + map->row_pt - 1.0 - height,
                     (to - from) * width - 1.0, height, 0.4, ink);
  maq_sheet_add_text (map->sheet, map->xs[i] + from * width + 0.5,
                      y + map->row_pt - 1.0 - height, (to - from) * width - 1.0, height, &number,
                      text);
}

static void
add_row (const Map *map,
         guint      row)
{
  static const MaqType name_type = { .size_pt = 11.0, .least_pt = 5.5, .is_middle = TRUE,
                                     .ink = 1.0 };
  MaqLayer *layer = maq_arrangement_get_layer (map->arrangement, map->first_layer + row);
  const MaqLayerFields *fields = maq_layer_get_fields (layer);
  const double y = map->top + row * map->row_pt;
  g_autofree char *name = fields->muted ? g_strdup_printf (_("%s (muted)"), fields->name)
                                        : g_strdup (fields->name);

  maq_sheet_add_text (map->sheet, MAQ_SHEET_MARGIN, y, NAMES_PT - 4.0, map->row_pt, &name_type,
                      name);
  maq_sheet_add_line (map->sheet, MAQ_SHEET_MARGIN, y, map->xs[map->n_sections], y, 0.3, 0.5);
  for (guint i = 0; i < map->n_sections; i++)
    add_cell (map, i, fields->id, y);
}

static void
add_grid (const Map *map)
{
  const double bottom = map->top + map->n_layers * map->row_pt;

  for (guint row = 0; row < map->n_layers; row++)
    add_row (map, row);
  maq_sheet_add_line (map->sheet, MAQ_SHEET_MARGIN, bottom, map->xs[map->n_sections], bottom, 0.8,
                      1.0);
  for (guint i = 0; i <= map->n_sections; i++)
    maq_sheet_add_line (map->sheet, map->xs[i], map->top - SECTION_HEAD_PT, map->xs[i], bottom,
                        i == 0 || i == map->n_sections ? 0.8 : 0.4, 1.0);
}

/* The arc */

static MaqArc *
find_arc (MaqArrangement *arrangement)
{
  MaqVec *arcs = maq_arrangement_get_fields (arrangement)->arcs;

  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    {
      MaqArc *arc = maq_vec_get (arcs, i);

      if (maq_arc_get_fields (arc)->points != NULL)
        return arc;
    }
  return NULL;
}

static const char *
arc_name (MaqArc *arc)
{
  const MaqArcFields *fields = maq_arc_get_fields (arc);

  return fields->name != NULL ? fields->name : maq_arc_kind_get_label (fields->kind);
}

static void
add_arc (const Map *map,
         MaqArc    *arc)
{
  static const MaqType name_type = { .size_pt = 9.0, .least_pt = 5.5, .is_italic = TRUE,
                                     .is_middle = TRUE, .ink = 1.0 };
  const double top = map->top + map->n_layers * map->row_pt + 6.0;
  const double height = ARC_PT - 10.0;
  g_autoptr (MaqCurve) curve = maq_arc_dup_curve (arc, map->form);
  double last_x = 0.0;
  double last_y = 0.0;

  if (curve == NULL)
    return;
  maq_sheet_add_text (map->sheet, MAQ_SHEET_MARGIN, top, NAMES_PT - 4.0, height, &name_type,
                      arc_name (arc));
  maq_sheet_add_line (map->sheet, map->xs[0], top + height, map->xs[map->n_sections], top + height,
                      0.3, 0.5);
  for (guint i = 0; i < map->n_sections; i++)
    {
      const MaqFormSection *section = maq_form_get_section (map->form, map->first_section + i);
      const int n_steps = MIN (section->bars * ARC_STEPS_PER_BAR, 64);

      for (int step = 0; step <= n_steps; step++)
        {
          const double share = (double) step / n_steps;
          const double value = maq_curve_evaluate (curve, section->first_bar
                                                          + share * section->bars);
          const double x = map->xs[i] + share * (map->xs[i + 1] - map->xs[i]);
          const double y = top + height * (1.0 - value / MAX_VALUE);

          if (i > 0 || step > 0)
            maq_sheet_add_line (map->sheet, last_x, last_y, x, y, 1.6, 1.0);
          last_x = x;
          last_y = y;
        }
    }
}

/* Pages */

static void
add_map_page (Map    *map,
              double  y,
              double  width,
              double  room_pt,
              MaqArc *arc)
{
  map->xs = place_columns (map->form, map->first_section, map->n_sections,
                           MAQ_SHEET_MARGIN + NAMES_PT, width - NAMES_PT);
  map->top = y + SECTION_HEAD_PT;
  map->row_pt = CLAMP (room_pt / MAX (map->n_layers, 1), LEAST_ROW_PT, MOST_ROW_PT);
  for (guint i = 0; i < map->n_sections; i++)
    add_section_head (map, i);
  add_grid (map);
  if (arc != NULL)
    add_arc (map, arc);
  g_free (map->xs);
}

/* Remarks follow below the last map if there is room. */
static void
add_remarks (const Map *map,
             double     y,
             const char *kind)
{
  const double end = maq_sheet_frame_get_end (map->sheet);
  guint done = 0;

  while (done < map->remarks->len)
    {
      done = maq_remark_list_add (map->sheet, map->handoff, map->remarks, done, y, end);
      if (done < map->remarks->len)
        y = maq_sheet_frame_add_page (map->sheet, map->handoff, NULL, kind);
    }
}

/* The room for rows that leaves room for all remarks below them; all of it where that is too
 * little, and the remarks go on to another page. */
static double
leave_room (const Map *map,
            guint      n_layers,
            double     room_pt)
{
  const double texts_pt = room_pt - maq_remark_list_measure (map->sheet, map->handoff,
                                                             map->remarks, &maq_type_text);
  const double small_pt = room_pt - maq_remark_list_measure (map->sheet, map->handoff,
                                                             map->remarks, &maq_type_small);

  if (texts_pt >= n_layers * GOOD_ROW_PT)
    return texts_pt;
  return small_pt >= n_layers * LEAST_ROW_PT ? small_pt : room_pt;
}

MaqSheet *
maq_map_sheet_new (MaqHandoff *handoff,
                   MaqPaper    paper)
{
  const char *kind = _("Arrangement Map");
  MaqSheet *sheet = maq_sheet_frame_new (handoff, paper, TRUE, kind);
  Map map = { .sheet = sheet, .handoff = handoff, .form = maq_handoff_get_form (handoff),
              .arrangement = maq_handoff_get_arrangement (handoff),
              .remarks = maq_remark_list_sort (maq_handoff_get_arrangement (handoff)) };
  const guint n_sections = maq_form_get_n_sections (map.form);
  const guint n_layers = maq_arrangement_get_n_layers (map.arrangement);
  const double width = maq_sheet_get_width (sheet) - 2.0 * MAQ_SHEET_MARGIN;
  MaqArc *arc = find_arc (map.arrangement);
  double room_pt = maq_sheet_frame_get_end (sheet) - MAQ_SHEET_MARGIN - MAQ_SHEET_HEAD_PT
                   - SECTION_HEAD_PT - (arc != NULL ? ARC_PT : 0.0) - REMARKS_GAP_PT;
  const guint n_across = maq_sheet_frame_count_pages (n_sections, width - NAMES_PT,
                                                      LEAST_COLUMN_PT);
  const guint n_down = maq_sheet_frame_count_pages (n_layers, room_pt, LEAST_ROW_PT);
  double y = 0.0;

  if (n_across == 1 && n_down == 1)
    room_pt = leave_room (&map, n_layers, room_pt);
  for (guint down = 0; down < n_down; down++)
    for (guint across = 0; across < n_across; across++)
      {
        y = maq_sheet_frame_add_page (sheet, handoff, down + across == 0 ? kind : NULL, kind);
        map.first_section = n_sections * across / n_across;
        map.n_sections = n_sections * (across + 1) / n_across - map.first_section;
        map.first_layer = n_layers * down / n_down;
        map.n_layers = n_layers * (down + 1) / n_down - map.first_layer;
        add_map_page (&map, y, width, room_pt, down == n_down - 1 ? arc : NULL);
      }
  y = map.top + map.n_layers * map.row_pt + (arc != NULL ? ARC_PT : 0.0) + REMARKS_GAP_PT;
  add_remarks (&map, y, kind);
  maq_sheet_frame_add_feet (sheet, handoff);
  g_array_unref (map.remarks);
  return sheet;
}
