/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-diff-private.h"

#include <glib/gi18n-lib.h>

#include "maq-vec-private.h"

const char *
maq_diff_layer_name (MaqDiffWriter *self,
                     MaqId          layer)
{
  int index = maq_arrangement_find_layer (self->after, layer);

  if (index >= 0)
    return maq_layer_get_name (maq_arrangement_get_layer (self->after, index));

  index = maq_arrangement_find_layer (self->before, layer);
  return index >= 0 ? maq_layer_get_name (maq_arrangement_get_layer (self->before, index)) : "";
}

static const char *
arc_name (MaqArc *arc)
{
  const MaqArcFields *fields = maq_arc_get_fields (arc);

  if (fields->kind == MAQ_ARC_OTHER && fields->name != NULL)
    return fields->name;

  return maq_arc_kind_get_label (fields->kind);
}

/* Arcs have no ids: they are known by where they stand. */
static void
compare_arcs (MaqDiffWriter *self,
              MaqVec        *before,
              MaqVec        *after)
{
  guint n_before = maq_vec_get_length0 (before), n_after = maq_vec_get_length0 (after);

  if (before == after)
    return;

  for (guint i = 0; i < MAX (n_before, n_after); i++)
    {
      MaqArc *a = i < n_before ? maq_vec_get (before, i) : NULL;
      MaqArc *b = i < n_after ? maq_vec_get (after, i) : NULL;

      if (a == NULL)
        maq_diff_say (self, self->path, MAQ_CHANGE_ADDED, _("Arc %s added"), arc_name (b));
      else if (b == NULL)
        maq_diff_say (self, self->path, MAQ_CHANGE_REMOVED, _("Arc %s deleted"), arc_name (a));
      else if (a != b && !maq_arc_equal (a, b))
        maq_diff_say (self, self->path, MAQ_CHANGE_CHANGED, _("Arc %s changed"), arc_name (b));
    }
}

static MaqId
remark_id (gpointer remark)
{
  return maq_remark_get_fields (remark)->id;
}

static MaqPath
remark_path (MaqDiffWriter *self,
             MaqRemark     *remark)
{
  MaqPath path = self->path;

  path.section = maq_remark_get_fields (remark)->section;
  path.layer = maq_remark_get_fields (remark)->layer;
  return path;
}

/* the first line of what was said, and not too much of it */
static char *
dup_short (MaqRemark *remark)
{
  const char *text = maq_remark_get_fields (remark)->text;
  const char *end = NULL;
  glong length = 0;

  if (text == NULL)
    return g_strdup ("");

  for (end = text; *end != '\0' && *end != '\n' && length < 40; length++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%.*s%s", (int) (end - text), text, *end != '\0' ? "…" : "");
}

static void
compare_remark (MaqDiffWriter *self,
                gpointer       before,
                gpointer       after)
{
  g_autofree char *text = NULL;

  if (maq_remark_equal (before, after))
    return;

  text = dup_short (after);
  maq_diff_say (self, remark_path (self, after), MAQ_CHANGE_CHANGED, _("Remark “%s” changed"),
                text);
}

static void
report_remark (MaqDiffWriter *self,
               gpointer       remark,
               MaqChangeKind  kind)
{
  g_autofree char *text = dup_short (remark);
  MaqPath path = remark_path (self, remark);

  if (kind == MAQ_CHANGE_ADDED)
    maq_diff_say (self, path, kind, _("Remark “%s” added"), text);
  else if (kind == MAQ_CHANGE_REMOVED)
    maq_diff_say (self, path, kind, _("Remark “%s” deleted"), text);
  else
    maq_diff_say (self, path, kind, _("Remark “%s” moved"), text);
}

static gboolean
has_dismissal (MaqVec       *dismissals,
               MaqDismissal *dismissal)
{
  for (guint i = 0; i < maq_vec_get_length0 (dismissals); i++)
    if (maq_dismissal_equal (maq_vec_get (dismissals, i), dismissal))
      return TRUE;

  return FALSE;
}

/* says of each that only @dismissals have; returns whether there is one */
static gboolean
report_dismissals (MaqDiffWriter *self,
                   MaqVec        *dismissals,
                   MaqVec        *others,
                   MaqChangeKind  kind)
{
  gboolean has_said = FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (dismissals); i++)
    {
      const MaqDismissalFields *fields = maq_dismissal_get_fields (maq_vec_get (dismissals, i));

      if (has_dismissal (others, maq_vec_get (dismissals, i)))
        continue;
      maq_diff_say (self, self->path, kind, kind == MAQ_CHANGE_ADDED ? _("Advice “%s” dismissed")
                                                              : _("Advice “%s” brought back"),
                    fields->check);
      has_said = TRUE;
    }

  return has_said;
}

static void
compare_dismissals (MaqDiffWriter *self,
                    MaqVec        *before,
                    MaqVec        *after)
{
  gboolean has_said;

  if (maq_vec_equal_items (before, after))
    return;

  has_said = report_dismissals (self, after, before, MAQ_CHANGE_ADDED);
  has_said |= report_dismissals (self, before, after, MAQ_CHANGE_REMOVED);
  if (!has_said)
    maq_diff_say (self, self->path, MAQ_CHANGE_CHANGED, _("Dismissed advice in another order"));
}

void
maq_diff_compare_arrangements (MaqDiffWriter  *self,
                               MaqArrangement *before,
                               MaqArrangement *after)
{
  static const MaqDiffListClass remark_class = { remark_id, compare_remark, report_remark };
  const MaqArrangementFields *a = maq_arrangement_get_fields (before);
  const MaqArrangementFields *b = maq_arrangement_get_fields (after);
  MaqDiffWriter inner = *self;

  inner.before = before;
  inner.after = after;
  maq_diff_compare_text (&inner, self->path, NULL, _("Content of other programs"), a->foreign,
                         b->foreign);
  maq_diff_compare_lists (&inner, a->layers, b->layers, &maq_diff_layer_class);
  maq_diff_compare_lists (&inner, a->sections, b->sections, &maq_diff_section_class);
  compare_arcs (&inner, a->arcs, b->arcs);
  maq_diff_compare_lists (&inner, a->remarks, b->remarks, &remark_class);
  compare_dismissals (&inner, a->dismissals, b->dismissals);
  maq_diff_compare_takes (&inner, a->takes, b->takes);
}
