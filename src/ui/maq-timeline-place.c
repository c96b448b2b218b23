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
  switch (hit.zone)
    {
    case MAQ_ZONE_SECTION:
    case MAQ_ZONE_CHORDS:
      return maq_editor_tell_section (self->editor, (guint) hit.section) == MAQ_SELECTED_WHOLE;
    case MAQ_ZONE_LAYER:
    case MAQ_ZONE_GROUP:
      return maq_editor_tell_layer (self->editor, (guint) hit.layer) == MAQ_SELECTED_WHOLE;
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
maq_timeline_toggle (MaqTimeline *self,
                     int          section,
                     int          layer)
{
  const MaqRowGroup *fold = layer < 0 ? NULL
                                      : maq_timeline_metrics_find_fold (&self->metrics,
                                                                        (guint) layer);
  MaqRange range = { 0 };

  if (section >= 0)
    range = (MaqRange) { .first_section = (guint) section, .n_sections = 1 };
  if (layer >= 0)
    {
      range.first_layer = fold != NULL ? fold->first : (guint) layer;
      range.n_layers = fold != NULL ? fold->end - fold->first : 1;
    }
  maq_editor_toggle (self->editor, &range);
}

void
maq_timeline_toggle_hit (MaqTimeline *self,
                         MaqHit       hit)
{
  const MaqRowGroup *group = hit.zone != MAQ_ZONE_GROUP
                               ? NULL
                               : maq_timeline_metrics_find_group (&self->metrics,
                                                                  (guint) hit.layer);

  if (group != NULL)
    maq_editor_toggle (self->editor, &(MaqRange) { .first_layer = group->first,
                                                   .n_layers = group->end - group->first });
  else
    maq_timeline_toggle (self, hit.section, hit.layer);
}

static char *
dup_count (MaqEditor *editor)
{
  g_autoptr (GArray) sections = maq_editor_list_sections (editor);
  g_autoptr (GArray) layers = maq_editor_list_layers (editor);
  guint n = maq_editor_count_parts (editor);

  if (sections->len < 2 && layers->len < 2)
    return NULL;
  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part selected",
                                         "%u parts selected", n), n);
  if (sections->len > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u section selected",
                                         "%u sections selected", sections->len), sections->len);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u layer selected",
                                       "%u layers selected", layers->len), layers->len);
}

void
maq_timeline_describe_selection (MaqTimeline *self,
                                 GtkWidget   *cursor)
{
  g_autofree char *count = dup_count (self->editor);

  if (self->described != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->described),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_set_weak_pointer (&self->described, count == NULL ? NULL : cursor);
  if (self->described != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    count, -1);
}
