/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-grid.h"

#include <glib/gi18n-lib.h>

#include "maq-grid-texture.h"
#include "maq-group-view.h"
#include "maq-part-view.h"
#include "maq-timeline-child.h"
#include "maq-widget-pool.h"

struct _MaqGrid
{
  GtkWidget                 parent_instance;

  const MaqPalette         *palette;
  const MaqTimelineMetrics *metrics;
  MaqArrangement           *arrangement;
  MaqArrangement           *settled;    /* NULL unless what is shown is a preview */
  MaqForm                  *form;
  MaqPerformance           *performance;  /* NULL until the band has played */
  MaqNotePictures          *pictures;
  MaqWidgetPool            *cells;
  MaqWidgetPool            *folds;        /* cells of groups that are folded */
  MaqGridTexture           *texture;
  char                     *label;
  int                       view_width;
  int                       view_height;
  MaqRange                  selected;
  MaqPicks                 *picks;        /* some of that, or NULL for all */
  gboolean                  any_soloed;
};

G_DEFINE_FINAL_TYPE (MaqGrid, maq_grid, GTK_TYPE_WIDGET)

static GtkWidget *
create_cell (gpointer user_data)
{
  MaqGrid *self = user_data;

  return maq_part_view_new (self->palette, self->pictures);
}

static gboolean
is_quiet (MaqGrid  *self,
          MaqLayer *layer)
{
  const MaqLayerFields *fields = maq_layer_get_fields (layer);

  return fields->muted || (self->any_soloed && !fields->soloed);
}

/* A preview marks what it would change. */
static gboolean
is_ghost (MaqGrid *self,
          MaqId    section,
          MaqId    layer,
          MaqPart *part)
{
  MaqPart *before;
  int index;

  if (self->settled == NULL)
    return FALSE;

  index = maq_arrangement_find_section (self->settled, section);
  if (index < 0)
    return part != NULL && maq_part_get_level (part) > 0;

  before = maq_section_find_part (maq_arrangement_get_resolved (self->settled, (guint) index),
                                  layer);
  if (before == part || before == NULL || part == NULL)
    return before != part && maq_part_get_level (before != NULL ? before : part) > 0;

  return !maq_part_equal (before, part);
}

/* What is played is in the order of what is shown, unless that was edited just now. */
static int
find_span (MaqGrid *self,
           guint    index,
           MaqId    section)
{
  if (index < maq_performance_get_n_spans (self->performance) &&
      maq_performance_get_span (self->performance, index)->id == section)
    return (int) index;
  return maq_performance_find_span_id (self->performance, section);
}

static int
find_lane (MaqGrid *self,
           guint    index,
           MaqId    layer)
{
  if (index < maq_performance_get_n_lanes (self->performance) &&
      maq_lane_get_id (maq_performance_get_lane (self->performance, index)) == layer)
    return (int) index;
  return maq_performance_find_lane_id (self->performance, layer);
}

static void
add_phrase (MaqGrid *self,
            MaqCell *cell)
{
  int span;
  int lane;

  if (self->performance == NULL || cell->part == NULL)
    return;
  span = find_span (self, cell->column, maq_section_get_id (cell->section));
  lane = find_lane (self, cell->row, maq_layer_get_id (cell->layer));
  if (span < 0 || lane < 0)
    return;
  cell->phrase = maq_lane_get_phrase (maq_performance_get_lane (self->performance, (guint) lane),
                                      (guint) span);
  cell->length_ticks = maq_performance_get_span (self->performance, (guint) span)->length_ticks;
}

/* Bars that are not all of one length are drawn as wide as each other; so are their notes. */
static GBytes *
create_bar_ticks (MaqGrid *self,
                  guint    section)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  g_autofree gint64 *ticks = NULL;

  if (maq_section_get_fields (place->section)->odd_bars == NULL)
    return NULL;
  ticks = g_new (gint64, place->bars + 1);
  for (int i = 0; i <= place->bars; i++)
    ticks[i] = maq_form_get_bar_start (self->form, section, i);
  return g_bytes_new (ticks, (gsize) (place->bars + 1) * sizeof *ticks);
}

static gboolean
is_selected (MaqGrid *self,
             guint    section,
             guint    layer)
{
  return maq_range_has_part (&self->selected, section, layer) &&
         (self->picks == NULL ||
          maq_picks_has (self->picks,
                         maq_section_get_id (maq_arrangement_get_section (self->arrangement,
                                                                          section)),
                         maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, layer))));
}

static void
bind_cell (MaqGrid *self,
           guint    section_index,
           guint    layer_index)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section_index);
  MaqLayer *layer = maq_arrangement_get_layer (self->arrangement, layer_index);
  MaqId section_id = maq_section_get_id (place->section);
  MaqId layer_id = maq_layer_get_id (layer);
  MaqSection *own = maq_arrangement_get_section (self->arrangement, section_index);
  GtkWidget *view = maq_widget_pool_take (self->cells, section_id, layer_id);
  g_autoptr (GBytes) bar_ticks = NULL;
  MaqCell cell = {
    .layer = layer,
    .section = place->section,
    .part = maq_section_find_part (place->section, layer_id),
    .is_own = maq_section_find_part (own, layer_id) != NULL,
    .overrides = maq_section_get_fields (own)->follows != MAQ_ID_NONE &&
                 maq_section_find_part (own, layer_id) != NULL,
    .is_quiet = is_quiet (self, layer),
    .is_ghost = is_ghost (self, section_id, layer_id,
                          maq_section_find_part (place->section, layer_id)),
    .column = section_index,
    .row = layer_index,
    .first_bar = place->first_bar,
    .bars = place->bars,
  };

  add_phrase (self, &cell);
  bar_ticks = cell.phrase == NULL ? NULL : create_bar_ticks (self, section_index);
  cell.bar_ticks = bar_ticks;
  maq_part_view_bind (MAQ_PART_VIEW (view), &cell);
  maq_part_view_set_selected (MAQ_PART_VIEW (view),
                              is_selected (self, section_index, layer_index));
}

static GtkWidget *
create_fold (gpointer user_data)
{
  return maq_group_view_new (((MaqGrid *) user_data)->palette);
}

static void
bind_fold (MaqGrid           *self,
           guint              section,
           const MaqRowGroup *group)
{
  const MaqFormSection *place = maq_form_get_section (self->form, section);
  MaqId id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, group->first));
  GtkWidget *view = maq_widget_pool_take (self->folds, maq_section_get_id (place->section), id);
  gboolean any_ghost = FALSE;

  for (guint i = group->first; i < group->end && !any_ghost; i++)
    {
      MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, i));

      any_ghost = is_ghost (self, maq_section_get_id (place->section), layer,
                            maq_section_find_part (place->section, layer));
    }
  maq_group_view_bind (MAQ_GROUP_VIEW (view), self->arrangement, place, section, group,
                       any_ghost);
  maq_group_view_set_selected (MAQ_GROUP_VIEW (view),
                               is_selected (self, section, group->first));
}

/* One cell stands for all layers of a group that is folded. */
static void
bind_column (MaqGrid *self,
             guint    section,
             guint    first,
             guint    end)
{
  for (guint layer = first; layer < end; layer++)
    {
      const MaqRowGroup *fold = maq_timeline_metrics_find_fold (self->metrics, layer);

      if (fold == NULL)
        bind_cell (self, section, layer);
      else if (fold->first == layer)
        bind_fold (self, section, fold);
    }
}

/* What shows already and goes on doing so; all other widgets can be used for what is new. */
static void
keep_cells (MaqGrid *self,
            guint    section,
            guint    section_end,
            guint    first,
            guint    end)
{
  for (; section < section_end; section++)
    {
      MaqId id = maq_section_get_id (maq_arrangement_get_section (self->arrangement, section));

      for (guint layer = first; layer < end; layer++)
        {
          const MaqRowGroup *fold = maq_timeline_metrics_find_fold (self->metrics, layer);
          MaqId layer_id = maq_layer_get_id (maq_arrangement_get_layer (self->arrangement, layer));

          if (fold == NULL)
            maq_widget_pool_keep (self->cells, id, layer_id);
          else if (fold->first == layer)
            maq_widget_pool_keep (self->folds, id, layer_id);
        }
    }
  maq_widget_pool_release (self->cells);
  maq_widget_pool_release (self->folds);
}

/* The focused cell stays a widget wherever the view goes, so that its keys go on working. */
static void
bind_focus (MaqGrid *self)
{
  MaqId section;
  MaqId layer;
  int section_index;
  int layer_index;

  if (!maq_grid_find_focus (self, &section, &layer))
    return;
  section_index = maq_arrangement_find_section (self->arrangement, section);
  layer_index = maq_arrangement_find_layer (self->arrangement, layer);
  if (section_index >= 0 && layer_index >= 0)
    bind_column (self, (guint) section_index, (guint) layer_index, (guint) layer_index + 1);
}

static void
bind_cells (MaqGrid *self)
{
  guint section;
  guint section_end;
  guint layer_first;
  guint layer_end;

  maq_widget_pool_begin (self->cells);
  maq_widget_pool_begin (self->folds);
  if (self->arrangement != NULL && !maq_grid_texture_is_wanted (self->metrics))
    {
      maq_timeline_metrics_visible_sections (self->metrics, self->view_width, &section,
                                             &section_end);
      maq_timeline_metrics_visible_layers (self->metrics, self->view_height, &layer_first,
                                           &layer_end);
      keep_cells (self, section, section_end, layer_first, layer_end);
      for (; section < section_end; section++)
        bind_column (self, section, layer_first, layer_end);
      bind_focus (self);
    }
  maq_widget_pool_end (self->cells);
  maq_widget_pool_end (self->folds);
}

static void
allocate_cell (MaqGrid     *self,
               MaqPartView *view)
{
  guint column;
  guint row;
  MaqBox box;

  maq_part_view_get_place (view, &column, &row);
  box = maq_timeline_metrics_cell_box (self->metrics, column, row);
  maq_timeline_child_place (GTK_WIDGET (view), box.x, box.y, box.width, box.height);
}

static void
allocate_fold (MaqGrid      *self,
               MaqGroupView *view)
{
  guint column;
  guint row;
  MaqBox box;

  maq_group_view_get_place (view, &column, &row);
  box = maq_timeline_metrics_cell_box (self->metrics, column, row);
  maq_timeline_child_place (GTK_WIDGET (view), box.x, box.y, box.width, box.height);
}

static void
maq_grid_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  MaqGrid *self = MAQ_GRID (widget);
  GPtrArray *views = maq_widget_pool_get_children (self->cells);

  for (guint i = 0; i < views->len; i++)
    allocate_cell (self, g_ptr_array_index (views, i));
  views = maq_widget_pool_get_children (self->folds);
  for (guint i = 0; i < views->len; i++)
    allocate_fold (self, g_ptr_array_index (views, i));
}

static void
snapshot_range (MaqGrid        *self,
                GtkSnapshot    *snapshot,
                const MaqRange *range)
{
  graphene_rect_t bounds;
  GskRoundedRect edge;
  MaqBox first;
  MaqBox last;

  if (range->n_sections == 0 || range->n_layers == 0)
    return;
  first = maq_timeline_metrics_cell_box (self->metrics, range->first_section,
                                         range->first_layer);
  last = maq_timeline_metrics_cell_box (self->metrics,
                                        range->first_section + range->n_sections - 1,
                                        range->first_layer + range->n_layers - 1);
  bounds = GRAPHENE_RECT_INIT (first.x - 1, first.y, last.x + last.width - first.x + 2,
                               last.y + last.height - first.y);
  gsk_rounded_rect_init_from_rect (&edge, &bounds, 2);
  maq_palette_append_edge (snapshot, &edge, &self->palette->accent, 2);
}

/* What is selected, where cells are too small to say so themselves. */
static void
snapshot_selected (MaqGrid     *self,
                   GtkSnapshot *snapshot)
{
  const MaqRange *all = &self->selected;

  if (self->picks == NULL)
    {
      snapshot_range (self, snapshot, all);
      return;
    }
  for (guint i = all->first_section; i < all->first_section + all->n_sections; i++)
    for (guint j = all->first_layer; j < all->first_layer + all->n_layers; j++)
      if (is_selected (self, i, j))
        snapshot_range (self, snapshot, &(MaqRange) { i, 1, j, 1 });
}

static void
snapshot_texture (MaqGrid     *self,
                  GtkSnapshot *snapshot)
{
  if (self->view_width <= 0 || self->view_height <= 0)
    return;
  maq_grid_texture_append (self->texture, snapshot, GTK_WIDGET (self), self->metrics,
                           self->palette, self->arrangement, self->view_width,
                           self->view_height);
  snapshot_selected (self, snapshot);
}

static void
maq_grid_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  MaqGrid *self = MAQ_GRID (widget);

  if (self->arrangement != NULL && maq_grid_texture_is_wanted (self->metrics))
    snapshot_texture (self, snapshot);
  else
    GTK_WIDGET_CLASS (maq_grid_parent_class)->snapshot (widget, snapshot);
}

static void
maq_grid_dispose (GObject *object)
{
  MaqGrid *self = MAQ_GRID (object);

  g_clear_pointer (&self->cells, maq_widget_pool_free);
  g_clear_pointer (&self->folds, maq_widget_pool_free);
  g_clear_pointer (&self->pictures, maq_note_pictures_free);
  g_clear_pointer (&self->performance, maq_performance_unref);
  g_clear_pointer (&self->settled, maq_arrangement_unref);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  g_clear_pointer (&self->form, maq_form_unref);
  g_clear_pointer (&self->texture, maq_grid_texture_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->picks, maq_picks_unref);
  G_OBJECT_CLASS (maq_grid_parent_class)->dispose (object);
}

static void
maq_grid_class_init (MaqGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_grid_dispose;
  widget_class->size_allocate = maq_grid_size_allocate;
  widget_class->snapshot = maq_grid_snapshot;
  gtk_widget_class_set_css_name (widget_class, "grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
pictures_cb (gpointer user_data)
{
  GPtrArray *views = maq_widget_pool_get_children (((MaqGrid *) user_data)->cells);

  for (guint i = 0; i < views->len; i++)
    maq_part_view_show_notes (g_ptr_array_index (views, i));
}

static void
maq_grid_init (MaqGrid *self)
{
  self->texture = maq_grid_texture_new ();
  self->pictures = maq_note_pictures_new (pictures_cb, self);
  self->cells = maq_widget_pool_new (GTK_WIDGET (self), create_cell, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  self->folds = maq_widget_pool_new (GTK_WIDGET (self), create_fold, self);
}

GtkWidget *
maq_grid_new (const MaqPalette         *palette,
              const MaqTimelineMetrics *metrics)
{
  MaqGrid *self = g_object_new (MAQ_TYPE_GRID, NULL);

  self->palette = palette;
  self->metrics = metrics;
  return GTK_WIDGET (self);
}

static void
update_label (MaqGrid *self,
              MaqSong *song)
{
  /* Translators: title of the song, name of the arrangement, how many sections and layers */
  char *label = g_strdup_printf (_("Arrangement, %s, %s, %u sections, %u layers"),
                                 maq_song_get_title (song),
                                 maq_arrangement_get_name (self->arrangement),
                                 maq_arrangement_get_n_sections (self->arrangement),
                                 maq_arrangement_get_n_layers (self->arrangement));

  maq_timeline_child_take_label (GTK_WIDGET (self), &self->label, label);
}

void
maq_grid_show (MaqGrid        *self,
               MaqSong        *song,
               MaqForm        *form,
               MaqArrangement *settled)
{
  MaqArrangement *arrangement = maq_song_get_current (song);

  maq_arrangement_ref (arrangement);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  self->arrangement = arrangement;
  maq_grid_texture_forget (self->texture);
  g_clear_pointer (&self->settled, maq_arrangement_unref);
  self->settled = settled == NULL ? NULL : maq_arrangement_ref (settled);
  maq_form_ref (form);
  g_clear_pointer (&self->form, maq_form_unref);
  self->form = form;
  self->any_soloed = FALSE;
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    self->any_soloed |= maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i))->soloed;
  update_label (self, song);
  bind_cells (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (maq_grid_texture_is_wanted (self->metrics))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_grid_set_performance (MaqGrid        *self,
                          MaqPerformance *performance)
{
  if (self->performance == performance)
    return;
  g_clear_pointer (&self->performance, maq_performance_unref);
  self->performance = performance == NULL ? NULL : maq_performance_ref (performance);
  bind_cells (self);
}

void
maq_grid_update (MaqGrid *self,
                 int      view_width,
                 int      view_height)
{
  self->view_width = view_width;
  self->view_height = view_height;
  bind_cells (self);
  if (maq_grid_texture_is_wanted (self->metrics))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
maq_grid_select (MaqGrid        *self,
                 const MaqRange *range,
                 MaqPicks       *picks)
{
  GPtrArray *views = maq_widget_pool_get_children (self->cells);
  guint column;
  guint row;

  self->selected = *range;
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->picks = picks == NULL ? NULL : maq_picks_ref (picks);
  if (maq_grid_texture_is_wanted (self->metrics))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  for (guint i = 0; i < views->len; i++)
    {
      maq_part_view_get_place (g_ptr_array_index (views, i), &column, &row);
      maq_part_view_set_selected (g_ptr_array_index (views, i),
                                  is_selected (self, column, row));
    }
  views = maq_widget_pool_get_children (self->folds);
  for (guint i = 0; i < views->len; i++)
    {
      maq_group_view_get_place (g_ptr_array_index (views, i), &column, &row);
      maq_group_view_set_selected (g_ptr_array_index (views, i),
                                   is_selected (self, column, row));
    }
}

GtkWidget *
maq_grid_find_cell (MaqGrid *self,
                    MaqId    section,
                    MaqId    layer)
{
  GtkWidget *cell = maq_widget_pool_find (self->cells, section, layer);

  return cell != NULL ? cell : maq_widget_pool_find (self->folds, section, layer);
}

gboolean
maq_grid_find_focus (MaqGrid *self,
                     MaqId   *section,
                     MaqId   *layer)
{
  return maq_widget_pool_find_focus (self->cells, section, layer) ||
         maq_widget_pool_find_focus (self->folds, section, layer);
}

void
maq_grid_restyle (MaqGrid *self)
{
  GPtrArray *views = maq_widget_pool_get_children (self->cells);

  maq_grid_texture_forget (self->texture);
  for (guint i = 0; i < views->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (views, i));
  views = maq_widget_pool_get_children (self->folds);
  for (guint i = 0; i < views->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (views, i));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
