/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-history-cost-private.h"

#include <string.h>

/* what a counted box and the allocator need beside the fields */
#define BOX_BYTES 32

/* what an item that holds no others needs: a chord change, a lyric, a part, a remark */
#define LEAF_BYTES 160

typedef gsize (*CostFunc) (gpointer before,
                           gpointer after);

static gsize
text_cost (const char *before,
           const char *after)
{
  return after != NULL && after != before ? strlen (after) + BOX_BYTES : 0;
}

static guint
length_of (MaqVec *vec)
{
  return vec != NULL ? maq_vec_get_length (vec) : 0;
}

/* Items at the beginning and at the end that both share cost nothing; those
 * between are compared one by one, as far as both have them. */
static gsize
vec_cost (MaqVec   *before,
          MaqVec   *after,
          CostFunc  cost)
{
  guint n_before = length_of (before), n_after = length_of (after);
  guint start = 0, end = 0;
  gsize bytes;

  if (before == after)
    return 0;

  bytes = BOX_BYTES + n_after * sizeof (gpointer);
  while (start < MIN (n_before, n_after) &&
         maq_vec_get (before, start) == maq_vec_get (after, start))
    start++;
  while (end < MIN (n_before, n_after) - start &&
         maq_vec_get (before, n_before - 1 - end) == maq_vec_get (after, n_after - 1 - end))
    end++;

  for (guint i = start; i < n_after - end; i++)
    bytes += cost (i < n_before - end ? maq_vec_get (before, i) : NULL, maq_vec_get (after, i));

  return bytes;
}

static gsize
leaf_cost (gpointer before,
           gpointer after)
{
  return before != after ? LEAF_BYTES : 0;
}

static gsize
remark_cost (gpointer before,
             gpointer after)
{
  const MaqRemarkFields *b = before != NULL ? maq_remark_get_fields (before) : NULL;

  if (before == after)
    return 0;

  return LEAF_BYTES + text_cost (b != NULL ? b->text : NULL, maq_remark_get_fields (after)->text);
}

static gsize
section_cost (gpointer before,
              gpointer after)
{
  static const MaqSectionFields nothing = { 0 };
  const MaqSectionFields *b = before != NULL ? maq_section_get_fields (before) : &nothing;
  const MaqSectionFields *a = maq_section_get_fields (after);

  if (before == after)
    return 0;

  return sizeof *a + BOX_BYTES +
         text_cost (b->name, a->name) +
         text_cost (b->mood, a->mood) +
         text_cost (b->foreign, a->foreign) +
         vec_cost (b->odd_bars, a->odd_bars, leaf_cost) +
         vec_cost (b->chords, a->chords, leaf_cost) +
         vec_cost (b->lyrics, a->lyrics, leaf_cost) +
         vec_cost (b->parts, a->parts, leaf_cost);
}

static gsize
arc_cost (gpointer before,
          gpointer after)
{
  MaqVec *points = before != NULL ? maq_arc_get_fields (before)->points : NULL;

  if (before == after)
    return 0;

  return LEAF_BYTES + vec_cost (points, maq_arc_get_fields (after)->points, leaf_cost);
}

static gsize
take_cost (gpointer before,
           gpointer after)
{
  const MaqTakeFields *b = before != NULL ? maq_take_get_fields (before) : NULL;

  if (before == after)
    return 0;

  return LEAF_BYTES + text_cost (b != NULL ? b->note : NULL, maq_take_get_fields (after)->note);
}

static gsize
session_row_cost (gpointer before,
                  gpointer after)
{
  static const MaqSessionRowFields nothing = { 0 };
  const MaqSessionRowFields *b = before != NULL ? maq_session_row_get_fields (before) : &nothing;
  const MaqSessionRowFields *a = maq_session_row_get_fields (after);
  gsize bytes = sizeof *a + BOX_BYTES;

  if (before == after)
    return 0;

  for (guint i = 0; i < MAQ_SESSION_ROW_TEXTS; i++)
    bytes += text_cost (b->texts[i], a->texts[i]);
  return bytes;
}

static gsize
session_cost (MaqSession *before,
              MaqSession *after)
{
  static const MaqSessionFields nothing = { 0 };
  const MaqSessionFields *b = before != NULL ? maq_session_get_fields (before) : &nothing;
  const MaqSessionFields *a = after != NULL ? maq_session_get_fields (after) : &nothing;
  gsize bytes = after != NULL ? sizeof *a + BOX_BYTES : 0;

  if (before == after)
    return 0;

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    bytes += text_cost (b->texts[i], a->texts[i]);
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    if (a->lists[i] != NULL)
      bytes += vec_cost (b->lists[i], a->lists[i], session_row_cost);
  return bytes;
}

/* What follows resolves to is kept in the arrangement: one more pointer a section. */
static gsize
arrangement_cost (gpointer before,
                  gpointer after)
{
  static const MaqArrangementFields nothing = { 0 };
  const MaqArrangementFields *b = before != NULL ? maq_arrangement_get_fields (before) : &nothing;
  const MaqArrangementFields *a = maq_arrangement_get_fields (after);

  if (before == after)
    return 0;

  return sizeof *a + BOX_BYTES +
         length_of (a->sections) * sizeof (gpointer) +
         text_cost (b->note, a->note) +
         text_cost (b->foreign, a->foreign) +
         vec_cost (b->layers, a->layers, leaf_cost) +
         vec_cost (b->sections, a->sections, section_cost) +
         vec_cost (b->arcs, a->arcs, arc_cost) +
         vec_cost (b->remarks, a->remarks, remark_cost) +
         vec_cost (b->dismissals, a->dismissals, leaf_cost) +
         vec_cost (b->takes, a->takes, take_cost);
}

static gsize
song_cost (gpointer before,
           gpointer after)
{
  MaqVec *arrangements = before != NULL ? maq_song_get_fields (before)->arrangements : NULL;

  if (before == after)
    return 0;

  return sizeof (MaqSongFields) + BOX_BYTES +
         vec_cost (arrangements, maq_song_get_fields (after)->arrangements, arrangement_cost);
}

gsize
maq_history_cost (MaqProject *before,
                  MaqProject *after)
{
  const MaqProjectFields *b = maq_project_get_fields (before);
  const MaqProjectFields *a = maq_project_get_fields (after);

  if (before == after)
    return 0;

  return sizeof *a + BOX_BYTES +
         text_cost (b->foreign, a->foreign) +
         vec_cost (b->songs, a->songs, song_cost) +
         session_cost (b->session, a->session);
}
