/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-timeline-private.h"

#include <glib/gi18n-lib.h>

MaqId
maq_timeline_get_section_id (MaqTimeline *self,
                             int          index)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  if (index < 0 || index >= (int) maq_arrangement_get_n_sections (arrangement))
    return MAQ_ID_NONE;
  return maq_section_get_id (maq_arrangement_get_section (arrangement, (guint) index));
}

MaqId
maq_timeline_get_layer_id (MaqTimeline *self,
                           int          index)
{
  MaqArrangement *arrangement = maq_editor_get_arrangement (self->editor);

  if (index < 0 || index >= (int) maq_arrangement_get_n_layers (arrangement))
    return MAQ_ID_NONE;
  return maq_layer_get_id (maq_arrangement_get_layer (arrangement, (guint) index));
}

double
maq_timeline_get_content_x (MaqTimeline *self,
                            double       view_x)
{
  return view_x - self->metrics.head_width + self->metrics.scroll_x;
}

double
maq_timeline_get_content_y (MaqTimeline *self,
                            double       view_y)
{
  return view_y - maq_timeline_metrics_get_top (&self->metrics) + self->metrics.scroll_y;
}

double
maq_timeline_get_metrics_x (MaqTimeline *self,
                            double       widget_x)
{
  if (maq_timeline_get_grid_x (self) > 0)
    return widget_x;
  return maq_timeline_metrics_unmirror (&self->metrics, gtk_widget_get_width (GTK_WIDGET (self)),
                                        widget_x);
}

MaqHit
maq_timeline_hit_at (MaqTimeline *self,
                     double       widget_x,
                     double       widget_y)
{
  return maq_timeline_metrics_hit (&self->metrics, maq_timeline_get_metrics_x (self, widget_x),
                                   widget_y);
}

gboolean
maq_timeline_is_on_button (MaqTimeline *self,
                           double       widget_x,
                           double       widget_y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), widget_x, widget_y, GTK_PICK_DEFAULT);

  for (; picked != NULL && picked != GTK_WIDGET (self); picked = gtk_widget_get_parent (picked))
    if (GTK_IS_BUTTON (picked) || GTK_IS_MENU_BUTTON (picked) || GTK_IS_POPOVER (picked) ||
        picked == self->head_edge)
      return TRUE;
  return FALSE;
}

gboolean
maq_timeline_is_in_range (MaqTimeline *self,
                          MaqHit       hit)
{
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  switch (hit.zone)
    {
    case MAQ_ZONE_SECTION:
    case MAQ_ZONE_CHORDS:
      return range.n_layers == 0 && maq_range_has_section (&range, (guint) hit.section);
    case MAQ_ZONE_LAYER:
    case MAQ_ZONE_GROUP:
      return range.n_sections == 0 && maq_range_has_layer (&range, (guint) hit.layer);
    case MAQ_ZONE_CELL:
      return maq_editor_has_part (self->editor, (guint) hit.section, (guint) hit.layer);
    case MAQ_ZONE_NONE:
    case MAQ_ZONE_CORNER:
    case MAQ_ZONE_RULER:
    case MAQ_ZONE_ARC:
    case MAQ_ZONE_SECTION_EDGE:
    default:
      return FALSE;
    }
}

/* A group is selected as all its layers. */
static void
select_group (MaqTimeline *self,
              int          layer)
{
  const MaqRowGroup *group = maq_timeline_metrics_find_group (&self->metrics, (guint) layer);

  maq_editor_select (self->editor, MAQ_ID_NONE, maq_timeline_get_layer_id (self, layer));
  if (group != NULL)
    maq_editor_extend (self->editor, MAQ_ID_NONE,
                       maq_timeline_get_layer_id (self, (int) group->end - 1));
}

void
maq_timeline_select_hit (MaqTimeline *self,
                         MaqHit       hit,
                         gboolean     extends)
{
  switch (hit.zone)
    {
    case MAQ_ZONE_SECTION:
    case MAQ_ZONE_CHORDS:
      maq_timeline_select_rows (self, hit.section, -1, extends);
      break;
    case MAQ_ZONE_SECTION_EDGE:
      maq_timeline_select_rows (self, hit.section, -1, FALSE);
      break;
    case MAQ_ZONE_LAYER:
      maq_timeline_select_rows (self, -1, hit.layer, extends);
      break;
    case MAQ_ZONE_GROUP:
      select_group (self, hit.layer);
      break;
    case MAQ_ZONE_CELL:
      maq_timeline_select_rows (self, hit.section, hit.layer, extends);
      break;
    case MAQ_ZONE_NONE:
    case MAQ_ZONE_CORNER:
      maq_editor_select (self->editor, MAQ_ID_NONE, MAQ_ID_NONE);
      break;
    case MAQ_ZONE_RULER:
    case MAQ_ZONE_ARC:
    default:
      break;
    }
}

void
maq_timeline_toggle_cell (MaqTimeline *self,
                          guint        section,
                          guint        layer)
{
  const MaqRowGroup *fold = maq_timeline_metrics_find_fold (&self->metrics, layer);
  MaqRange range = { section, 1, layer, 1 };

  if (fold != NULL)
    range = (MaqRange) { section, 1, fold->first, fold->end - fold->first };
  maq_editor_toggle (self->editor, &range);
}

static char *
dup_count (const MaqRange *range,
           guint           n)
{
  if (!maq_range_is_several (range))
    return NULL;
  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part selected",
                                         "%u parts selected", n), n);
  if (range->n_sections > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u section selected",
                                         "%u sections selected", range->n_sections),
                            range->n_sections);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u layer selected",
                                       "%u layers selected", range->n_layers), range->n_layers);
}

void
maq_timeline_describe_selection (MaqTimeline *self,
                                 GtkWidget   *cursor)
{
  g_autofree char *count = NULL;
  MaqRange range;

  maq_editor_get_range (self->editor, &range);
  count = dup_count (&range, maq_editor_count_parts (self->editor));
  if (self->described != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->described),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_set_weak_pointer (&self->described, count == NULL ? NULL : cursor);
  if (self->described != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    count, -1);
}
