/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-inspector.h"

#include "maq-compat.h"
#include "maq-layer-page.h"
#include "maq-measured.h"
#include "maq-part-page.h"
#include "maq-path-bar.h"
#include "maq-remark-list.h"
#include "maq-section-page.h"
#include "maq-song-page.h"

struct _MaqInspector
{
  GtkWidget       parent_instance;

  MaqEditor      *editor;
  GtkWidget      *box;
  GtkWidget      *stack;
  MaqPathBar     *path_bar;
  MaqRemarkList  *remarks;
  MaqSongPage    *song_page;
  MaqSectionPage *section_page;
  MaqLayerPage   *layer_page;
  MaqPartPage    *part_page;
  MaqMeasured    *measured;
  MaqBalance     *balance;      /* NULL while that is not known */
  MaqId           balanced;     /* its section */
  gboolean        measures;
  gboolean        measures_now;
};

G_DEFINE_FINAL_TYPE (MaqInspector, maq_inspector, GTK_TYPE_WIDGET)

/* Another kind of page begins with its name; the next layer shows the same rows as the last. */
static void
scroll_to_top (MaqInspector *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}

/* Of one section at a time. */
static void
show_balance (MaqInspector *self)
{
  guint index = (guint) maq_editor_get_section_index (self->editor);
  MaqSection *section = maq_arrangement_get_section (maq_editor_get_arrangement (self->editor),
                                                     index);

  maq_balance_rows_show (maq_section_page_get_balance (self->section_page), self->editor, index,
                         maq_section_get_id (section) == self->balanced ? self->balance : NULL);
}

static void
update (MaqInspector *self)
{
  int section = maq_editor_get_section_index (self->editor);
  int layer = maq_editor_get_layer_index (self->editor);
  GtkWidget *page;

  maq_measured_set_arrangement (
    self->measured, maq_arrangement_get_id (maq_editor_get_arrangement (self->editor)));
  if (section >= 0 && layer >= 0)
    {
      page = GTK_WIDGET (self->part_page);
      maq_part_page_update (self->part_page, self->editor);
    }
  else if (section >= 0)
    {
      page = GTK_WIDGET (self->section_page);
      maq_section_page_update (self->section_page, self->editor);
      maq_figure_rows_show (maq_section_page_get_figures (self->section_page), self->editor,
                            self->measured);
      show_balance (self);
    }
  else if (layer >= 0)
    {
      page = GTK_WIDGET (self->layer_page);
      maq_layer_page_update (self->layer_page, self->editor);
    }
  else
    {
      page = GTK_WIDGET (self->song_page);
      maq_song_page_update (self->song_page, self->editor);
    }
  if (page != gtk_stack_get_visible_child (GTK_STACK (self->stack)))
    scroll_to_top (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), page);
  maq_path_bar_update (self->path_bar, self->editor);
  maq_remark_list_update (self->remarks, self->editor);
}

/* What stands beside the song is no wider for a long sentence, which wraps. */
static void
maq_inspector_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (MAQ_INSPECTOR (widget)->box, orientation, for_size, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

/* Sentences that wrap need more lines where it is narrow. */
static GtkSizeRequestMode
maq_inspector_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
maq_inspector_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  gtk_widget_allocate (MAQ_INSPECTOR (widget)->box, width, height, baseline, NULL);
}

static void
maq_inspector_dispose (GObject *object)
{
  MaqInspector *self = MAQ_INSPECTOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_inspector_parent_class)->dispose (object);
}

static void
maq_inspector_finalize (GObject *object)
{
  maq_measured_free (MAQ_INSPECTOR (object)->measured);
  g_clear_pointer (&MAQ_INSPECTOR (object)->balance, maq_balance_unref);
  G_OBJECT_CLASS (maq_inspector_parent_class)->finalize (object);
}

static void
maq_inspector_class_init (MaqInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = maq_inspector_finalize;
  widget_class->get_request_mode = maq_inspector_get_request_mode;
  widget_class->measure = maq_inspector_measure;
  widget_class->size_allocate = maq_inspector_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
maq_inspector_init (MaqInspector *self)
{
  self->measured = maq_measured_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_add_css_class (self->box, "inspector");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* The pages are made with the first song: a window that only welcomes opens sooner. */
static void
create_pages (MaqInspector *self)
{
  self->path_bar = MAQ_PATH_BAR (maq_path_bar_new ());
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  self->remarks = MAQ_REMARK_LIST (maq_remark_list_new ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->path_bar));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->remarks));
  self->song_page = MAQ_SONG_PAGE (maq_song_page_new ());
  self->section_page = MAQ_SECTION_PAGE (maq_section_page_new ());
  self->layer_page = MAQ_LAYER_PAGE (maq_layer_page_new ());
  self->part_page = MAQ_PART_PAGE (maq_part_page_new ());
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->song_page));
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->section_page));
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->layer_page));
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->part_page));
  maq_compat_name_buttons (self->stack);
  maq_inspector_set_measuring (self, self->measures, self->measures_now);
}

void
maq_inspector_set_editor (MaqInspector *self,
                          MaqEditor    *editor)
{
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_func (self->editor, update, self);
  if (!g_set_object (&self->editor, editor) || editor == NULL)
    return;
  if (self->song_page == NULL)
    create_pages (self);
  g_signal_connect_object (editor, "shown", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
maq_inspector_focus_target (MaqInspector *self)
{
  maq_song_page_focus_target (self->song_page);
}

/* The figures of the section that shows, if one does. */
static void
update_figures (MaqInspector *self)
{
  if (self->section_page != NULL && self->editor != NULL &&
      gtk_stack_get_visible_child (GTK_STACK (self->stack)) == GTK_WIDGET (self->section_page))
    {
      maq_figure_rows_show (maq_section_page_get_figures (self->section_page), self->editor,
                            self->measured);
      show_balance (self);
    }
}

void
maq_inspector_take_measures (MaqInspector   *self,
                             MaqPerformance *performance,
                             GPtrArray      *measures)
{
  maq_measured_take (self->measured, performance, measures);
  update_figures (self);
}

void
maq_inspector_take_balance (MaqInspector *self,
                            MaqId         section,
                            MaqBalance   *balance)
{
  g_clear_pointer (&self->balance, maq_balance_unref);
  self->balance = balance != NULL ? maq_balance_ref (balance) : NULL;
  self->balanced = section;
  update_figures (self);
}

void
maq_inspector_set_measuring (MaqInspector *self,
                             gboolean      measures,
                             gboolean      now)
{
  gboolean was_measuring = self->measures;

  self->measures = measures;
  self->measures_now = now;
  if (self->section_page == NULL)
    return;
  maq_figure_rows_set_measuring (maq_section_page_get_figures (self->section_page), measures, now);
  maq_balance_rows_set_measures (maq_section_page_get_balance (self->section_page), measures);
  if (!was_measuring)
    update_figures (self);
}
