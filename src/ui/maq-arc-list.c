/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-arc-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "maq-arc-shape.h"
#include "maq-spin.h"

#define LIST_HEIGHT 320
#define COLUMN_SPACING 8

/* "1000.25", "10.0" */
#define PLACE_CHARS 7
#define VALUE_CHARS 5

/* Points keep their order: one comes no nearer to the next than this, in bars. */
#define LEAST_BARS 0.25

enum
{
  COLUMN_SECTION,
  COLUMN_BAR,
  COLUMN_VALUE,
  COLUMN_SMOOTH,
  COLUMN_REMOVE,
};

/* Those that have a heading of their own. */
#define N_HEADINGS COLUMN_SMOOTH

struct _MaqArcList
{
  GtkPopover    parent_instance;

  MaqEditor    *editor;
  MaqArcKind    kind;
  char         *name;
  GtkWidget    *headings;
  GtkSizeGroup *widths[N_HEADINGS];   /* of a column and its heading, which does not scroll away */
  GtkWidget    *scroller;
  GtkWidget    *grid;
  GtkWidget    *add;
  guint         n_rows;
  gboolean      is_showing;
};

G_DEFINE_FINAL_TYPE (MaqArcList, maq_arc_list, GTK_TYPE_POPOVER)

static MaqArc *
find_arc (MaqArcList *self)
{
  MaqVec *arcs = maq_arrangement_get_fields (maq_editor_get_arrangement (self->editor))->arcs;

  for (guint i = 0; arcs != NULL && i < maq_vec_get_length (arcs); i++)
    {
      const MaqArcFields *fields = maq_arc_get_fields (maq_vec_get (arcs, i));

      if (fields->kind == self->kind &&
          (self->kind != MAQ_ARC_OTHER || g_strcmp0 (fields->name, self->name) == 0))
        return maq_vec_get (arcs, i);
    }
  return NULL;
}

static MaqArcPoint *
get_point (MaqArcList *self,
           guint       index)
{
  MaqArc *arc = find_arc (self);
  MaqVec *points = arc == NULL ? NULL : maq_arc_get_fields (arc)->points;

  return points == NULL || index >= maq_vec_get_length (points) ? NULL
                                                                : maq_vec_get (points, index);
}

/* The section and the bar in it of a place in bars from the start of the song. */
static MaqId
find_place (MaqArcList *self,
            double      bar,
            double     *in_section)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqPosition position = maq_form_find_bar (form, (int) MIN (bar, maq_form_get_bars (form) - 1));
  const MaqFormSection *place =
    maq_form_get_section (form, MIN (position.section, maq_form_get_n_sections (form) - 1));

  *in_section = CLAMP (bar - place->first_bar, 0.0, (double) place->bars);
  return maq_section_get_id (place->section);
}

/* In bars from the start of the song. */
static double
find_bar (MaqArcList  *self,
          MaqArcPoint *point)
{
  int index = maq_arrangement_find_section (maq_editor_get_arrangement (self->editor),
                                            maq_arc_point_get_section (point));
  const MaqFormSection *place = maq_form_get_section (maq_editor_get_form (self->editor),
                                                      (guint) MAX (index, 0));

  return place->first_bar + MIN (maq_arc_point_get_bar (point), place->bars);
}

static guint
get_index (GtkWidget *child)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "index"));
}

static void
place_changed_cb (MaqArcList    *self,
                  GtkSpinButton *spin)
{
  guint index = get_index (GTK_WIDGET (spin));
  MaqArcPoint *point = get_point (self, index);
  g_autofree char *gesture = g_strdup_printf ("arc-place/%d/%u", (int) self->kind, index);
  double in_section;
  MaqId section;

  if (self->is_showing || point == NULL || maq_spin_reads (spin, find_bar (self, point) + 1.0))
    return;
  section = find_place (self, gtk_spin_button_get_value (spin) - 1.0, &in_section);
  maq_editor_apply_gesture (self->editor,
                            maq_move_shift_arc_point (self->kind, self->name,
                                                      maq_arc_point_get_section (point),
                                                      maq_arc_point_get_bar (point), section,
                                                      in_section, maq_arc_point_get_value (point)),
                            gesture);
}

static void
value_changed_cb (MaqArcList    *self,
                  GtkSpinButton *spin)
{
  guint index = get_index (GTK_WIDGET (spin));
  MaqArcPoint *point = get_point (self, index);
  g_autofree char *gesture = g_strdup_printf ("arc-value/%d/%u", (int) self->kind, index);

  if (self->is_showing || point == NULL || maq_spin_reads (spin, maq_arc_point_get_value (point)))
    return;
  maq_editor_apply_gesture (self->editor,
                            maq_move_shift_arc_point (self->kind, self->name,
                                                      maq_arc_point_get_section (point),
                                                      maq_arc_point_get_bar (point),
                                                      maq_arc_point_get_section (point),
                                                      maq_arc_point_get_bar (point),
                                                      gtk_spin_button_get_value (spin)), gesture);
}

static void
smooth_toggled_cb (MaqArcList     *self,
                   GtkCheckButton *check)
{
  MaqArcPoint *point = get_point (self, get_index (GTK_WIDGET (check)));

  if (self->is_showing || point == NULL)
    return;
  maq_editor_apply (self->editor,
                    maq_move_arc_point (self->kind, self->name, maq_arc_point_get_section (point),
                                        maq_arc_point_get_bar (point),
                                        maq_arc_point_get_value (point),
                                        gtk_check_button_get_active (check)));
}

static void
remove_cb (MaqArcList *self,
           GtkWidget  *button)
{
  MaqArcPoint *point = get_point (self, get_index (button));

  if (point != NULL)
    maq_editor_apply (self->editor,
                      maq_move_delete_arc_point (self->kind, self->name,
                                                 maq_arc_point_get_section (point),
                                                 maq_arc_point_get_bar (point)));
}

/* In the middle of the widest stretch without one, as high as the line is there. */
static void
add_cb (MaqArcList *self)
{
  MaqArc *arc = find_arc (self);
  MaqForm *form = maq_editor_get_form (self->editor);
  g_autoptr (MaqCurve) curve = arc == NULL || get_point (self, 0) == NULL
                                 ? NULL : maq_arc_dup_curve (arc, form);
  guint n_points = curve == NULL ? 0 : maq_curve_get_n_points (curve);
  double before = 0.0;
  double widest = 0.0;
  double bar = 0.0;
  double in_section;
  MaqId section;

  if (maq_form_get_n_sections (form) == 0)
    return;
  for (guint i = 0; i <= n_points && n_points > 0; i++)
    {
      double next = i < n_points ? maq_curve_get_point (curve, i)->x : maq_form_get_bars (form);

      if (next - before > widest)
        {
          widest = next - before;
          bar = floor ((next + before) / 2.0);
        }
      before = next;
    }
  section = find_place (self, bar, &in_section);
  maq_editor_apply (self->editor,
                    maq_move_arc_point (self->kind, self->name, section, in_section,
                                        curve == NULL ? 5.0
                                                      : round (maq_curve_evaluate (curve, bar) *
                                                               10.0) / 10.0, FALSE));
}

static GtkWidget *
attach (MaqArcList *self,
        GtkWidget  *child,
        int         column,
        guint       row)
{
  g_object_set_data (G_OBJECT (child), "index", GUINT_TO_POINTER (row));
  gtk_grid_attach (GTK_GRID (self->grid), child, column, (int) row, 1, 1);
  if (column < N_HEADINGS)
    gtk_size_group_add_widget (self->widths[column], child);
  return child;
}

static void
add_row (MaqArcList *self,
         guint       row)
{
  GtkWidget *label = attach (self, gtk_label_new (NULL), COLUMN_SECTION, row);
  GtkWidget *place = attach (self, gtk_spin_button_new_with_range (1, 1, 1), COLUMN_BAR, row);
  GtkWidget *value = attach (self, gtk_spin_button_new_with_range (0, 10, 0.1), COLUMN_VALUE, row);
  GtkWidget *smooth = attach (self, gtk_check_button_new_with_label (_("Smooth")), COLUMN_SMOOTH,
                              row);
  GtkWidget *button = attach (self, gtk_button_new_from_icon_name ("user-trash-symbolic"),
                              COLUMN_REMOVE, row);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (place), 2);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (value), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (place), PLACE_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (value), VALUE_CHARS);
  gtk_widget_set_tooltip_text (place, _("Bar of the song"));
  gtk_widget_set_tooltip_text (value, _("Height, 0 to 10"));
  gtk_widget_set_tooltip_text (smooth, _("Whether the way to the next point is curved"));
  gtk_widget_set_tooltip_text (button, _("Delete the Point"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (place, "value-changed", G_CALLBACK (place_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (value, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (smooth, "toggled", G_CALLBACK (smooth_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
get_child (MaqArcList *self,
           int         column,
           guint       row)
{
  return gtk_grid_get_child_at (GTK_GRID (self->grid), column, (int) row);
}

static void
name_child (GtkWidget  *child,
            const char *format,
            const char *section,
            guint       row)
{
  g_autofree char *label = NULL;

  /* Translators: what is typed, the number of the point, its section */
  label = g_strdup_printf (_("%s of point %u, %s"), format, row + 1, section);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_row (MaqArcList *self,
          guint       row,
          MaqCurve   *curve)
{
  MaqForm *form = maq_editor_get_form (self->editor);
  MaqArcPoint *point = get_point (self, row);
  int index = maq_arrangement_find_section (maq_editor_get_arrangement (self->editor),
                                            maq_arc_point_get_section (point));
  const char *section = maq_section_get_name (maq_form_get_section (form, (guint) MAX (index, 0))
                                                ->section);
  GtkWidget *place = get_child (self, COLUMN_BAR, row);
  double x = maq_curve_get_point (curve, row)->x;
  double low = row == 0 ? 0.0 : maq_curve_get_point (curve, row - 1)->x + LEAST_BARS;
  double high = row + 1 == maq_curve_get_n_points (curve)
                  ? maq_form_get_bars (form) : maq_curve_get_point (curve, row + 1)->x - LEAST_BARS;

  gtk_label_set_label (GTK_LABEL (get_child (self, COLUMN_SECTION, row)), section);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (place), MIN (low, x) + 1.0, MAX (high, x) + 1.0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (place), x + 1.0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_child (self, COLUMN_VALUE, row)),
                             maq_arc_point_get_value (point));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child (self, COLUMN_SMOOTH, row)),
                               maq_arc_point_is_smooth (point));
  name_child (place, _("Bar"), section, row);
  name_child (get_child (self, COLUMN_VALUE, row), _("Height"), section, row);
  name_child (get_child (self, COLUMN_REMOVE, row), _("Deletion"), section, row);
}

static void
update (MaqArcList *self)
{
  MaqArc *arc = find_arc (self);
  guint n_points = arc == NULL || maq_arc_get_fields (arc)->points == NULL
                     ? 0 : maq_vec_get_length (maq_arc_get_fields (arc)->points);
  g_autoptr (MaqCurve) curve = n_points == 0
                                 ? NULL : maq_arc_dup_curve (arc,
                                                             maq_editor_get_form (self->editor));

  if (curve == NULL || maq_curve_get_n_points (curve) != n_points)
    n_points = 0;
  self->is_showing = TRUE;
  for (; self->n_rows < n_points; self->n_rows++)
    add_row (self, self->n_rows);
  for (; self->n_rows > n_points; self->n_rows--)
    gtk_grid_remove_row (GTK_GRID (self->grid), (int) self->n_rows - 1);
  /* without rows it would only take the keyboard */
  gtk_widget_set_visible (self->scroller, n_points > 0);
  gtk_widget_set_visible (self->headings, n_points > 0);
  /* a point stands in a section */
  gtk_widget_set_sensitive (self->add,
                            maq_form_get_n_sections (maq_editor_get_form (self->editor)) > 0);
  for (guint i = 0; i < n_points; i++)
    show_row (self, i, curve);
  self->is_showing = FALSE;
}

static void
maq_arc_list_dispose (GObject *object)
{
  MaqArcList *self = MAQ_ARC_LIST (object);

  for (guint i = 0; i < N_HEADINGS; i++)
    g_clear_object (&self->widths[i]);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (maq_arc_list_parent_class)->dispose (object);
}

static void
maq_arc_list_finalize (GObject *object)
{
  g_free (MAQ_ARC_LIST (object)->name);
  G_OBJECT_CLASS (maq_arc_list_parent_class)->finalize (object);
}

static void
maq_arc_list_class_init (MaqArcListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = maq_arc_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = maq_arc_list_finalize;
}

static void
add_headings (MaqArcList *self)
{
  const char *const texts[N_HEADINGS] = { _("Section"), _("Bar"), _("Height") };

  self->headings = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->headings), COLUMN_SPACING);
  for (int i = 0; i < N_HEADINGS; i++)
    {
      GtkWidget *heading = gtk_label_new (texts[i]);

      self->widths[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (self->widths[i], heading);
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "caption-heading");
      gtk_grid_attach (GTK_GRID (self->headings), heading, i, 0, 1, 1);
    }
}

static void
maq_arc_list_init (MaqArcList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->add = gtk_button_new_with_label (_("Add Point"));
  self->scroller = scroller;
  self->grid = gtk_grid_new ();
  add_headings (self);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), COLUMN_SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->headings);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_widget_add_css_class (box, "tempo-box");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
maq_arc_list_new (MaqEditor  *editor,
                  MaqArcKind  kind,
                  const char *name)
{
  MaqArcList *self = g_object_new (MAQ_TYPE_ARC_LIST, NULL);

  g_set_object (&self->editor, editor);
  self->kind = kind;
  self->name = g_strdup (name);
  maq_editor_cancel_preview (editor);
  update (self);
  g_signal_connect_object (editor, "shown", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
