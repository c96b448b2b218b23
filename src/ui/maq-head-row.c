/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-head-row.h"

#include <glib/gi18n-lib.h>

#include "maq-bar-map.h"
#include "maq-compat.h"
#include "maq-grid-texture.h"
#include "maq-move.h"
#include "maq-ruler.h"
#include "maq-section-head.h"
#include "maq-section-usual.h"
#include "maq-timeline-child.h"
#include "maq-widget-pool.h"

#define NAME_MIN_PX 36  /* that stay with a name, however far its section is scrolled out */

struct _MaqHeadRow
{
  GtkWidget                 parent_instance;

  const MaqPalette         *palette;
  const MaqTimelineMetrics *metrics;
  MaqArrangement           *arrangement;
  MaqForm                  *form;
  GtkWidget                *ruler;
  GtkWidget                *add;
  GMenu                    *kinds;      /* to add, as they were offered last */
  MaqWidgetPool            *heads;
  int                       view_width;
  MaqRange                  selected;
  MaqPicks                 *picks;
};

G_DEFINE_FINAL_TYPE (MaqHeadRow, maq_head_row, GTK_TYPE_WIDGET)

static GtkWidget *
create_head (gpointer user_data)
{
  return maq_section_head_new (((MaqHeadRow *) user_data)->palette);
}

static void
bind_head (MaqHeadRow *self,
           guint       index)
{
  MaqSection *section = maq_arrangement_get_section (self->arrangement, index);
  MaqId id = maq_section_get_id (section);
  MaqSectionHead *head = MAQ_SECTION_HEAD (maq_widget_pool_take (self->heads, id, MAQ_ID_NONE));

  maq_section_head_bind (head, self->form, self->arrangement, index,
                         self->metrics->section_height);
  maq_section_head_set_selected (head, maq_picks_tell_section (self->picks, &self->selected, index,
                                                               id));
}

static void
keep_heads (MaqHeadRow *self,
            guint       index,
            guint       end)
{
  for (; index < end; index++)
    maq_widget_pool_keep (self->heads, maq_section_get_id (maq_arrangement_get_section (
                                         self->arrangement, index)), MAQ_ID_NONE);
  maq_widget_pool_release (self->heads);
}

static void
bind_heads (MaqHeadRow *self)
{
  MaqId focused;
  MaqId unused;
  guint index;
  guint end;

  maq_widget_pool_begin (self->heads);
  if (self->arrangement != NULL && !maq_grid_texture_is_wanted (self->metrics))
    {
      maq_timeline_metrics_visible_sections (self->metrics, self->view_width, &index, &end);
      keep_heads (self, index, end);
      for (; index < end; index++)
        bind_head (self, index);
      if (maq_widget_pool_find_focus (self->heads, &focused, &unused))
        {
          int at = maq_arrangement_find_section (self->arrangement, focused);

          if (at >= 0)
            bind_head (self, (guint) at);
        }
    }
  maq_widget_pool_end (self->heads);
}

static void
maq_head_row_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MaqHeadRow *self = MAQ_HEAD_ROW (widget);
  GPtrArray *heads = maq_widget_pool_get_children (self->heads);
  int end = maq_timeline_metrics_get_width (self->metrics) - self->metrics->scroll_x;

  maq_timeline_child_place (self->ruler, 0, 0, width, self->metrics->ruler_height);
  maq_timeline_child_place (self->add, end + 6, self->metrics->ruler_height + 4, MAQ_ADD_SIZE - 12,
                            self->metrics->section_height - 6);
  for (guint i = 0; i < heads->len; i++)
    {
      MaqSectionHead *head = g_ptr_array_index (heads, i);
      int index = maq_arrangement_find_section (self->arrangement,
                                                maq_section_head_get_section (head));
      MaqBox box = maq_timeline_metrics_section_box (self->metrics, (guint) index);
      int x = box.x - self->metrics->scroll_x;

      maq_section_head_set_hidden (head, CLAMP (-x, 0, MAX (box.width - NAME_MIN_PX, 0)));
      maq_timeline_child_place (GTK_WIDGET (head), x,
                                self->metrics->ruler_height, box.width,
                                height - self->metrics->ruler_height);
    }
}

static void
snapshot_texture (MaqHeadRow  *self,
                  GtkSnapshot *snapshot,
                  int          width)
{
  g_autoptr (MaqRaster) raster = NULL;

  if (width <= 0)
    return;
  raster = maq_grid_texture_new_row (self->metrics, self->palette, self->arrangement, width);
  maq_raster_append (raster, snapshot, GTK_WIDGET (self),
                     &GRAPHENE_RECT_INIT (0, self->metrics->ruler_height + 3, width,
                                          self->metrics->section_height - 6));
}

static void
maq_head_row_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  MaqHeadRow *self = MAQ_HEAD_ROW (widget);

  if (self->arrangement != NULL && maq_grid_texture_is_wanted (self->metrics))
    snapshot_texture (self, snapshot, gtk_widget_get_width (widget));
  GTK_WIDGET_CLASS (maq_head_row_parent_class)->snapshot (widget, snapshot);
}

/* From so far away that sections are mere colours, their names are still to be had. */
static gboolean
maq_head_row_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  MaqHeadRow *self = MAQ_HEAD_ROW (widget);
  int section = -1;

  if (self->arrangement != NULL && maq_grid_texture_is_wanted (self->metrics) &&
      y >= self->metrics->ruler_height && !keyboard)
    section = maq_timeline_metrics_section_at (self->metrics, x + self->metrics->scroll_x);
  if (section < 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, maq_section_get_name (maq_arrangement_get_section (
                                   self->arrangement, (guint) section)));
  return TRUE;
}

static void
maq_head_row_dispose (GObject *object)
{
  MaqHeadRow *self = MAQ_HEAD_ROW (object);

  g_clear_pointer (&self->heads, maq_widget_pool_free);
  g_clear_pointer (&self->ruler, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_object (&self->kinds);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  g_clear_pointer (&self->form, maq_form_unref);
  g_clear_pointer (&self->picks, maq_picks_unref);
  G_OBJECT_CLASS (maq_head_row_parent_class)->dispose (object);
}

static void
maq_head_row_class_init (MaqHeadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_head_row_dispose;
  widget_class->size_allocate = maq_head_row_size_allocate;
  widget_class->snapshot = maq_head_row_snapshot;
  widget_class->query_tooltip = maq_head_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "headrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

/* "Chorus · 8 bars" */
static void
append_kind (MaqHeadRow     *self,
             GMenu          *menu,
             MaqSectionKind  kind)
{
  g_autofree char *action = g_strdup_printf ("score.append-section::%s",
                                             maq_section_kind_get_nick (kind));
  int n_bars = self->arrangement == NULL ? maq_section_kind_get_usual_bars (kind)
                                         : maq_move_find_added_bars (self->arrangement, kind);
  g_autofree char *bars = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d bar", "%d bars",
                                                        (gulong) n_bars), n_bars);
  g_autofree char *label = g_strdup_printf ("%s · %s", maq_section_kind_get_label (kind), bars);

  g_menu_append (menu, label, action);
}

/* what likely comes at the end of the song as it is */
static gboolean
find_likely (MaqHeadRow     *self,
             guint           rank,
             MaqSectionKind *kind)
{
  guint n = self->arrangement == NULL ? 0 : maq_arrangement_get_n_sections (self->arrangement);

  if (n == 0)
    return maq_section_kind_get_usual_first (rank, kind);

  return maq_section_kind_get_usual_next (
           maq_section_get_kind (maq_arrangement_get_section (self->arrangement, n - 1)), rank,
           kind);
}

/* The likely ones come first, the likeliest at the top, and then all others. */
static void
fill_kinds_cb (GtkMenuButton *button,
               gpointer       user_data)
{
  MaqHeadRow *self = user_data;
  g_autoptr (GMenu) likely = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  gboolean is_likely[MAQ_N_SECTION_KINDS] = { FALSE };
  MaqSectionKind kind;

  for (guint rank = 0; find_likely (self, rank, &kind); rank++)
    {
      append_kind (self, likely, kind);
      is_likely[kind] = TRUE;
    }
  for (guint i = 0; i < MAQ_N_SECTION_KINDS; i++)
    if (!is_likely[i])
      append_kind (self, others, (MaqSectionKind) i);
  g_menu_remove_all (self->kinds);
  g_menu_append_section (self->kinds, NULL, G_MENU_MODEL (likely));
  g_menu_append_section (self->kinds, NULL, G_MENU_MODEL (others));
}

static void
maq_head_row_init (MaqHeadRow *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->heads = maq_widget_pool_new (GTK_WIDGET (self), create_head, self);
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  /* beside it the menu slides up as far as it must; below it, it would leave a small display */
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->add), GTK_ARROW_LEFT);
  self->kinds = g_menu_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (self->kinds));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), fill_kinds_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->add, _("Add a section at the end"));
  maq_compat_hush_tooltip (GTK_MENU_BUTTON (self->add));
  gtk_widget_add_css_class (self->add, "add");
  gtk_widget_add_css_class (self->add, "flat");
}

GtkWidget *
maq_head_row_new (const MaqPalette         *palette,
                  const MaqTimelineMetrics *metrics)
{
  MaqHeadRow *self = g_object_new (MAQ_TYPE_HEAD_ROW, NULL);

  self->palette = palette;
  self->metrics = metrics;
  self->ruler = maq_ruler_new (palette, metrics);
  gtk_widget_set_parent (self->ruler, GTK_WIDGET (self));
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
maq_head_row_show (MaqHeadRow     *self,
                   MaqArrangement *arrangement,
                   MaqForm        *form)
{
  maq_arrangement_ref (arrangement);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  self->arrangement = arrangement;
  maq_form_ref (form);
  g_clear_pointer (&self->form, maq_form_unref);
  self->form = form;
  maq_ruler_show (MAQ_RULER (self->ruler), form,
                  maq_bar_map_find_target (form, maq_arrangement_get_fields (
                                                   arrangement)->target_seconds));
  maq_head_row_update (self, self->view_width);
}

void
maq_head_row_update (MaqHeadRow *self,
                     int         view_width)
{
  self->view_width = view_width;
  bind_heads (self);
  gtk_widget_queue_draw (self->ruler);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
maq_head_row_select (MaqHeadRow     *self,
                     const MaqRange *range,
                     MaqPicks       *picks)
{
  self->selected = *range;
  g_clear_pointer (&self->picks, maq_picks_unref);
  self->picks = picks == NULL ? NULL : maq_picks_ref (picks);
  bind_heads (self);
}

GtkWidget *
maq_head_row_find (MaqHeadRow *self,
                   MaqId       section)
{
  return maq_widget_pool_find (self->heads, section, MAQ_ID_NONE);
}

void
maq_head_row_set_loop (MaqHeadRow *self,
                       double      start_bar,
                       double      end_bar)
{
  maq_ruler_set_loop (MAQ_RULER (self->ruler), start_bar, end_bar);
}

void
maq_head_row_restyle (MaqHeadRow *self)
{
  GPtrArray *heads = maq_widget_pool_get_children (self->heads);

  for (guint i = 0; i < heads->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (heads, i));
  gtk_widget_queue_draw (self->ruler);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
