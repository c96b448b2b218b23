/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-list-private.h"

#include <glib/gi18n-lib.h>

#include "maq-export-words.h"
#include "maq-sheet-frame-private.h"

#define NUMBER_PT 26.0
#define GAP_PT 3.0

char *
maq_remark_list_dup_numbers (MaqArrangement *arrangement,
                             MaqId           section)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    if (maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i))->section == section)
      g_string_append_printf (text, "%s[%u]", text->len > 0 ? " " : "", i + 1);
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

guint
maq_remark_list_add (MaqSheet   *sheet,
                     MaqHandoff *handoff,
                     guint       first,
                     double      y,
                     double      end)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  const double width = maq_sheet_get_width (sheet) - 2.0 * MAQ_SHEET_MARGIN - NUMBER_PT;
  const guint n = maq_arrangement_get_n_remarks (arrangement);
  const double top = y;

  for (guint i = first; i < n; i++)
    {
      const MaqRemarkFields *remark
        = maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));
      g_autofree char *text = dup_text (handoff, remark);
      g_autofree char *number = g_strdup_printf ("[%u]", i + 1);
      const double height = maq_sheet_measure_text (sheet, width, &maq_type_text, text);
      const gboolean is_alone = y == top && end - y > 200.0;

      /* What is longer than a page is set as small as it must be. */
      if (y + height > end && !is_alone)
        return i;
      maq_sheet_add_text (sheet, MAQ_SHEET_MARGIN, y, NUMBER_PT - 2.0, 13.0, &maq_type_text,
                          number);
      y += GAP_PT + maq_sheet_add_text (sheet, MAQ_SHEET_MARGIN + NUMBER_PT, y, width, end - y,
                                        &maq_type_text, text);
    }
  return n;
}
