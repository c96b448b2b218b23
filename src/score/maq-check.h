/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-path.h"
#include "maq-project.h"

G_BEGIN_DECLS

#define MAQ_CHECK_ERROR (maq_check_error_quark ())

/** MaqCheckError: @MAQ_CHECK_ERROR_INVALID: an invariant of the score does not hold */
typedef enum
{
  MAQ_CHECK_ERROR_INVALID,
} MaqCheckError;

GQuark   maq_check_error_quark (void);

/**
 * maq_check:
 * @error: says where (song, arrangement, section, layer by name) and what is wrong
 *
 * Checks every invariant of a project.
 *
 * Returns: whether all hold
 */
gboolean maq_check             (MaqProject  *root,
                                GError     **error);

/**
 * maq_check_change:
 * @before: (nullable): a root for which all invariants hold
 *
 * As maq_check(), at the cost of what changed: values that both roots share
 * are not looked at again.
 */
gboolean maq_check_change      (MaqProject  *before,
                                MaqProject  *root,
                                GError     **error);

/** MaqMistakeList: what in the thing that a path names is wrong */
typedef enum
{
  MAQ_MISTAKE_SELF,      /* the thing itself, or a list that has no name of its own */
  MAQ_MISTAKE_ODD_BARS,  /* of a section */
  MAQ_MISTAKE_CHORDS,    /* of a section */
  MAQ_MISTAKE_LYRICS,    /* of a section */
  MAQ_MISTAKE_ARCS,      /* of an arrangement */
  MAQ_MISTAKE_REMARKS,   /* of an arrangement */
  MAQ_MISTAKE_DISMISSALS, /* likewise */
  MAQ_MISTAKE_TAKES,      /* likewise */
  MAQ_MISTAKE_INPUTS,     /* of the session, and so of the project */
  MAQ_MISTAKE_RECALL,     /* likewise */
  MAQ_MISTAKE_CONTACTS,   /* likewise */
} MaqMistakeList;

/**
 * MaqMistake:
 * @path: the smallest thing with an id that is wrong; all %MAQ_ID_NONE for the project
 * @list: where in it
 * @index: which item of that list, from 0; -1 for the list as a whole
 * @point: which point of an arc, from 0; -1 for the arc as a whole
 * @sentence: where it is, by name, and what is wrong
 */
typedef struct
{
  MaqPath         path;
  MaqMistakeList  list;
  int             index;
  int             point;
  char           *sentence;
} MaqMistake;

/**
 * maq_check_find_mistakes:
 *
 * As maq_check(), but does not stop at the first. Of each thing, such as a
 * chord or a part, it tells one mistake; a list that is too long it leaves at
 * that.
 *
 * Returns: (transfer full) (element-type MaqMistake): at most @max_mistakes;
 *   empty if all invariants hold
 */
GArray  *maq_check_find_mistakes (MaqProject  *root,
                                  guint        max_mistakes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
