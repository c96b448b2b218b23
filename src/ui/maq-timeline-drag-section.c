/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sections under the hand: their ends and their places.
 *
 * An end catches on four, two or one bar or on a beat, as the zoom allows; Ctrl
 * catches on beats, Alt on four bars. All that follows moves along; with Shift
 * it stays, and the next section gives the time or gets it.
 */

#include "maq-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"

static void
edge_begin (MaqTimeline     *self,
            GdkModifierType  state)
{
  self->is_fitted = FALSE;  /* the ruler must not stretch under the pointer */
  maq_timeline_touch_handle (self, self->metrics.first_bars[self->drag.section + 1]);
}

static MaqSnap
get_snap (const MaqTimelineMetrics *metrics,
          GdkModifierType           state)
{
  MaqSnap snap = maq_timeline_metrics_get_snap (metrics);

  if ((state & GDK_CONTROL_MASK) != 0)
    return MAQ_SNAP_BEAT;
  return (state & GDK_ALT_MASK) != 0 ? MAQ_SNAP_FOUR_BARS : snap;
}

static char *
dup_bars (int bars)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars", (gulong) bars),
                          bars);
}

/* what an end catches on, for the zoom and keys decide it */
static const char *
get_snap_words (MaqSnap snap)
{
  switch (snap)
    {
    case MAQ_SNAP_BEAT:
      return _("catches on beats");
    case MAQ_SNAP_BAR:
      return _("catches on bars");
    case MAQ_SNAP_TWO_BARS:
      return _("catches on every 2nd bar");
    default:
      return _("catches on every 4th bar");
    }
}

/* "12 bars (+4)", "8 bars and 2 beats", with Shift also what is left of the next section */
static void
say_length (MaqTimeline *self,
            int          bars,
            int          beats,
            int          before,
            int          left)
{
  g_autofree char *whole = dup_bars (bars);
  g_autofree char *odd = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d beat", "%d beats",
                                                       (gulong) beats), beats);
  g_autofree char *rest = left > 0 ? dup_bars (left) : NULL;
  g_autofree char *difference = bars != before ? g_strdup_printf (" (%+d)", bars - before)
                                               : g_strdup ("");
  g_autofree char *text = NULL;

  if (beats > 0)
    /* Translators: a length: "8 bars and 2 beats" */
    text = g_strdup_printf (_("%s and %s"), whole, odd);
  else if (left > 0)
    text = g_strconcat (whole, difference, " | ", rest, NULL);
  else
    text = g_strconcat (whole, difference, NULL);
  g_free (self->drag.said);
  self->drag.said = g_steal_pointer (&text);
}

/* With Shift, unless it is the last one, which has nobody to take from. */
static MaqMove *
create_trim (MaqTimeline *self,
             int          bars,
             int          before)
{
  MaqDrag *drag = &self->drag;
  int both = drag->start.first_bars[drag->section + 2] - drag->start.first_bars[drag->section];

  bars = CLAMP (bars, 1, both - 1);
  say_length (self, bars, 0, before, both - bars);
  return maq_move_trim_section (drag->section_id, bars);
}

static MaqMove *
edge_create_move (MaqTimeline     *self,
                  double           x,
                  double           y,
                  GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  MaqSnap snap = get_snap (&drag->start, state);
  gboolean trims = (state & GDK_SHIFT_MASK) != 0 && drag->section + 1 < drag->start.n_sections;
  int before = drag->start.first_bars[drag->section + 1] - drag->start.first_bars[drag->section];
  MaqMeter meter = maq_form_get_section (maq_editor_get_form (self->editor),
                                         drag->section)->meter;
  int length;

  if (trims && snap == MAQ_SNAP_BEAT)
    snap = MAQ_SNAP_BAR;
  drag->snap = snap;
  length = maq_timeline_metrics_edge_beats (&drag->start, drag->section,
                                            maq_timeline_get_content_x (self, x), snap,
                                            meter.beats);
  length = MIN (length, MAQ_LIMIT_BARS * meter.beats);
  if (trims)
    return create_trim (self, length / meter.beats, before);

  say_length (self, length / meter.beats, length % meter.beats, before, 0);
  return maq_move_section_length (drag->section_id, length / meter.beats, length % meter.beats);
}

static char *
edge_dup_label (MaqTimeline *self,
                MaqMove     *move)
{
  g_autofree char *said = g_steal_pointer (&self->drag.said);

  return said == NULL ? NULL : g_strconcat (said, " · ", get_snap_words (self->drag.snap), NULL);
}

const MaqDragClass maq_drag_edge = {
  .begin = edge_begin,
  .create_move = edge_create_move,
  .dup_label = edge_dup_label,
  .cursor = "col-resize",
};

/* What is held: the section under the pointer, or all that are selected with it. */
static void
section_begin (MaqTimeline     *self,
               GdkModifierType  state)
{
  maq_timeline_hold (self, FALSE);
}

/* Copies fall into the gap that is pointed at, or right behind what is copied. */
static guint
find_gap_for_copies (MaqTimeline *self,
                     guint        to,
                     double       content_x)
{
  const MaqDrag *drag = &self->drag;
  guint first = g_array_index (drag->held, guint, 0);
  guint last = g_array_index (drag->held, guint, drag->held->len - 1);

  if (last - first + 1 > drag->held->len)
    return maq_timeline_metrics_drop_sections (&drag->start, NULL, 0, content_x);
  return to >= first ? to + drag->held->len : to;
}

/* With Ctrl they are copied; those that were here and there come to stand together. */
static MaqMove *
section_create_move (MaqTimeline     *self,
                     double           x,
                     double           y,
                     GdkModifierType  state)
{
  MaqDrag *drag = &self->drag;
  guint n = drag->held->len;
  MaqArrangement *start =
    maq_project_get_arrangement (maq_document_get_root (maq_editor_get_document (self->editor)));
  g_autofree MaqId *ids = g_new (MaqId, n);
  gboolean copies = (state & GDK_CONTROL_MASK) != 0;
  double content_x = maq_timeline_get_content_x (self, x);
  const guint *held = (guint *) (gpointer) drag->held->data;
  guint to = maq_timeline_metrics_drop_sections (&drag->start, held, n, content_x);

  for (guint i = 0; i < n; i++)
    ids[i] = maq_section_get_id (maq_arrangement_get_section (start, held[i]));
  if (copies)
    to = find_gap_for_copies (self, to, content_x);
  maq_timeline_show_drag_line (self, (int) to, -1);
  drag->target = (MaqRange) { .first_section = to, .n_sections = n };
  if (n == 1)
    return copies ? maq_move_copy_section (ids[0], (int) to)
                  : maq_move_move_section (ids[0], (int) to);
  return copies ? maq_move_copy_sections (ids, n, (int) to)
                : maq_move_move_sections (ids, n, (int) to);
}

const MaqDragClass maq_drag_section = {
  .begin = section_begin,
  .create_move = section_create_move,
  .cursor = "grabbing",
  .scrolls_x = TRUE,
};
