/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-list-private.h"

#include <glib/gi18n-lib.h>

#include "maq-export-words.h"
#include "maq-sheet-frame-private.h"

#define NUMBER_PT 26.0
#define GAP_PT 3.0

/* The order in which they are met in the song; what is about all of it comes first. */
static int
compare (const void *a,
         const void *b,
         void       *arrangement)
{
  const MaqRemarkFields *fields[2];
  int places[2];

  for (guint i = 0; i < 2; i++)
    {
      const guint index = *(const guint *) (i == 0 ? a : b);

      fields[i] = maq_remark_get_fields (maq_arrangement_get_remark (arrangement, index));
      places[i] = maq_arrangement_find_section (arrangement, fields[i]->section);
    }
  if (places[0] != places[1])
    return places[0] < places[1] ? -1 : 1;
  if (fields[0]->bar != fields[1]->bar)
    return fields[0]->bar < fields[1]->bar ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

GArray *
maq_remark_list_sort (MaqArrangement *arrangement)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare, arrangement);
  return order;
}

char *
maq_remark_list_dup_numbers (MaqArrangement *arrangement,
                             GArray         *order,
                             MaqId           section)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    {
      MaqRemark *remark = maq_arrangement_get_remark (arrangement,
                                                      g_array_index (order, guint, i));

      if (maq_remark_get_fields (remark)->section == section)
        g_string_append_printf (text, "%s[%u]", text->len > 0 ? " " : "", i + 1);
    }
  return g_string_free (text, text->len == 0);
}

static const char *
kind_label (MaqRemarkKind kind)
{
  const char *const labels[MAQ_N_REMARK_KINDS] = {
    [MAQ_REMARK_NOTE] = _("Note"),
    [MAQ_REMARK_QUESTION] = _("Question"),
    [MAQ_REMARK_DIRECTION] = _("Direction"),
    [MAQ_REMARK_DECISION] = _("Decision"),
  };

  return labels[kind];
}

static const char *
state_label (MaqRemarkState state)
{
  const char *const labels[MAQ_N_REMARK_STATES] = {
    [MAQ_REMARK_OPEN] = _("open"),
    [MAQ_REMARK_AGREED] = _("agreed"),
    [MAQ_REMARK_PARKED] = _("parked"),
    [MAQ_REMARK_DROPPED] = _("dropped"),
  };

  return labels[state];
}

/* "Question (open): Chorus 1, bar 3, Strings: does it need a second line?" */
static char *
dup_text (MaqHandoff            *handoff,
          const MaqRemarkFields *remark)
{
  g_autofree char *text = maq_export_dup_remark (handoff, remark);

  return g_strdup_printf ("%s (%s): %s", kind_label (remark->kind), state_label (remark->state),
                          text);
}

static double
get_width (MaqSheet *sheet)
{
  return maq_sheet_get_width (sheet) - 2.0 * MAQ_SHEET_MARGIN - NUMBER_PT;
}

double
maq_remark_list_measure (MaqSheet      *sheet,
                         MaqHandoff    *handoff,
                         GArray        *order,
                         const MaqType *type)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  double height = 0.0;

  for (guint i = 0; i < order->len; i++)
    {
      MaqRemark *remark = maq_arrangement_get_remark (arrangement,
                                                      g_array_index (order, guint, i));
      g_autofree char *text = dup_text (handoff, maq_remark_get_fields (remark));

      height += GAP_PT + maq_sheet_measure_text (sheet, get_width (sheet), type, text);
    }
  return height;
}

guint
maq_remark_list_add (MaqSheet   *sheet,
                     MaqHandoff *handoff,
                     GArray     *order,
                     guint       first,
                     double      y,
                     double      end)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  /* as large as lets all of them stand in the room there is, if any size does */
  const MaqType *type
    = maq_remark_list_measure (sheet, handoff, order, &maq_type_text) <= end - y
        ? &maq_type_text : &maq_type_small;
  const double width = get_width (sheet);
  const double top = y;

  for (guint i = first; i < order->len; i++)
    {
      MaqRemark *remark = maq_arrangement_get_remark (arrangement,
                                                      g_array_index (order, guint, i));
      g_autofree char *text = dup_text (handoff, maq_remark_get_fields (remark));
      g_autofree char *number = g_strdup_printf ("[%u]", i + 1);
      const double height = maq_sheet_measure_text (sheet, width, type, text);
      const gboolean is_alone = y == top && end - y > 200.0;

      /* What is longer than a page is set as small as it must be. */
      if (y + height > end && !is_alone)
        return i;
      maq_sheet_add_text (sheet, MAQ_SHEET_MARGIN, y, NUMBER_PT - 2.0, 13.0, type, number);
      y += GAP_PT + maq_sheet_add_text (sheet, MAQ_SHEET_MARGIN + NUMBER_PT, y, width, end - y,
                                        type, text);
    }
  return order->len;
}
