/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-list.h"

#include <glib/gi18n-lib.h>

#define NO_NUMBER 1, 0, 0

typedef MaqMove *(*Maker) (MaqId section,
                           int   number);

static MaqMove *
make_last_chorus (MaqId section,
                  int   number)
{
  return maq_move_bigger_last_chorus (number);
}

static MaqMove *
make_repeat (MaqId section,
             int   number)
{
  return maq_move_repeat_section (section);
}

static MaqMove *
make_join (MaqId section,
           int   number)
{
  return maq_move_join_sections (section);
}

static const struct
{
  MaqMoveChoice choice;
  Maker         make;
} moves[] = {
  { { N_("Strip Back"), N_("Only So Many Layers Stay In"), 0, 12, 2, TRUE },
    maq_move_strip_back },
  { { N_("Build Up"), N_("Layers Enter One After the Other Over So Many Bars"), 2, 64, 8, TRUE },
    maq_move_build_up },
  { { N_("Lift"), N_("All Levels Higher, and One More Layer"), 1, 5, 2, TRUE },
    maq_move_lift },
  { { N_("Thin Out"), N_("Only So Many Layers Stay in Each Register"), 1, 4, 1, TRUE },
    maq_move_thin_out },
  { { N_("Stop Before"), N_("So Many Beats of Silence Before the Section"), 1, 8, 1, TRUE },
    maq_move_stop_before },
  { { N_("Drop"), N_("Drums and Bass Out for So Many Bars Before, Everybody in at Once"), 1, 16, 2,
      TRUE },
    maq_move_drop },
  { { N_("Breakdown"), N_("So Many Soft Bars Before the Section"), 1, 32, 4, TRUE },
    maq_move_breakdown },
  { { N_("Last Chorus"), N_("The Last Chorus Bigger, Everybody In"), 1, 5, 1, FALSE },
    make_last_chorus },
  { { N_("Once More"), N_("The Section Once More After It"), NO_NUMBER, TRUE },
    make_repeat },
  { { N_("Split"), N_("Two Sections, the First With So Many Bars"), 1, 64, 4, TRUE },
    maq_move_split_section },
  { { N_("Join"), N_("One Section Out of It and the Next"), NO_NUMBER, TRUE },
    make_join },
};

guint
maq_move_list_get_length (void)
{
  return G_N_ELEMENTS (moves);
}

const MaqMoveChoice *
maq_move_list_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (moves), NULL);

  return &moves[index].choice;
}

MaqMove *
maq_move_list_make (guint      index,
                    MaqEditor *editor,
                    int        number)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (moves), NULL);

  return moves[index].make (maq_editor_get_selection (editor).section, number);
}
