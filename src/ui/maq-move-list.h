/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "maq-editor.h"

G_BEGIN_DECLS

/** MaqMoveParameter: what the number of a move stands for */
typedef enum
{
  MAQ_MOVE_NUMBER,
  MAQ_MOVE_LAST_BARS,   /* so many of the last bars; 0 for all */
  MAQ_MOVE_LAYER,       /* the layer at this index; its bounds are those of the song */
} MaqMoveParameter;

/**
 * MaqMoveChoice:
 * @title: what its button says; translated when it is shown
 * @tooltip: what it does, and what its number means; likewise
 * @low: the smallest number; @high below it: the move has none
 * @high: the greatest number
 * @usual: the number to begin with
 * @needs_section: whether it is about the selected section
 * @parameter: what its number stands for
 *
 * A move that the bar offers.
 */
typedef struct
{
  const char *title;
  const char *tooltip;
  int         low;
  int         high;
  int         usual;
  gboolean    needs_section;
  MaqMoveParameter parameter;
} MaqMoveChoice;

/** maq_move_list_get_length: how many moves there are to choose from */
guint                maq_move_list_get_length (void);
const MaqMoveChoice *maq_move_list_get        (guint      index);
/** maq_move_list_dup_words: (nullable) @editor: what a button says of its @number */
char                *maq_move_list_dup_words  (guint      index,
                                               MaqEditor *editor,
                                               int        number) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_move_list_make:
 * @number: of the move
 * @error: a %MAQ_MOVE_ERROR with a sentence for the user
 *
 * Returns: (transfer full) (nullable): the move for what is selected, all sections of it; %NULL
 *   if it makes no sense there
 */
MaqMove             *maq_move_list_make       (guint      index,
                                               MaqEditor *editor,
                                               int        number,
                                               GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
