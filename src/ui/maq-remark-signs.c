/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-remark-signs.h"

#include <glib/gi18n-lib.h>

#include "maq-remark-words.h"
#include "maq-timeline-child.h"
#include "maq-widget-pool.h"

#define ABOVE_HEADS 11   /* pixels that a sign on a section looks out above its head */
#define FROM_BOTTOM 4    /* pixels below a sign in a cell */

struct _MaqRemarkSigns
{
  GtkWidget                 parent_instance;

  const MaqTimelineMetrics *metrics;
  MaqArrangement           *arrangement;
  GArray                   *places;   /* of MaqRemarkPlace */
  GArray                   *signs;    /* of MaqRemarkSignPlace */
  MaqWidgetPool            *pool;     /* of buttons, by the first remark of a sign */
  guint                     generation;  /* of arrangements that were shown */
};

/* What a button shows now: while the view moves, most go on showing it. */
typedef struct
{
  guint    generation;
  guint    first;
  guint    n;
  gboolean is_open;
} Shown;

static const char shown_key[] = "maq-shown";
static const char words_key[] = "maq-words";

G_DEFINE_FINAL_TYPE (MaqRemarkSigns, maq_remark_signs, GTK_TYPE_WIDGET)

static const MaqRemarkPlace *
get_place (MaqRemarkSigns *self,
           guint           index)
{
  return &g_array_index (self->places, MaqRemarkPlace, index);
}

static const MaqRemarkSignPlace *
get_sign (MaqRemarkSigns *self,
          guint           index)
{
  return &g_array_index (self->signs, MaqRemarkSignPlace, index);
}

/* Top of a sign in the view. */
static int
get_y (MaqRemarkSigns           *self,
       const MaqRemarkSignPlace *sign)
{
  const MaqTimelineMetrics *metrics = self->metrics;

  if (sign->layer < 0)
    return metrics->ruler_height - ABOVE_HEADS;
  return maq_timeline_metrics_get_top (metrics) - metrics->scroll_y +
         maq_timeline_metrics_layer_y (metrics, (guint) sign->layer + 1) -
         MAQ_REMARK_SIGN_SIZE - FROM_BOTTOM;
}

static gboolean
is_in_view (MaqRemarkSigns           *self,
            const MaqRemarkSignPlace *sign,
            int                       view_width,
            int                       view_height)
{
  const MaqTimelineMetrics *metrics = self->metrics;
  int x = sign->x - metrics->scroll_x;

  if (x < -MAQ_REMARK_SIGN_SIZE || x > view_width)
    return FALSE;
  if (sign->layer < 0)
    return TRUE;
  return get_y (self, sign) >= maq_timeline_metrics_get_top (metrics) &&
         get_y (self, sign) < view_height &&
         maq_timeline_metrics_layer_y (metrics, (guint) sign->layer) <
         maq_timeline_metrics_layer_y (metrics, (guint) sign->layer + 1);
}

/* To set a tooltip asks the window system where the pointer is, for each sign that comes by. */
static gboolean
tooltip_cb (GtkWidget  *button,
            int         x,
            int         y,
            gboolean    keyboard,
            GtkTooltip *tooltip)
{
  const char *words = g_object_get_data (G_OBJECT (button), words_key);
  g_autofree char *text = g_strconcat (words != NULL ? words : "", "\n", _("Click to open it"),
                                       NULL);

  gtk_tooltip_set_text (tooltip, text);
  return words != NULL;
}

static GtkWidget *
create_sign (gpointer user_data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "remark-sign");
  gtk_widget_set_has_tooltip (button, TRUE);
  maq_timeline_child_quiet (button);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  return button;
}

static void
say_words (GtkWidget  *button,
           const char *words)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (button), words_key), words) == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), words_key, g_strdup (words), g_free);
}

/* Only what is different: whatever is told, a widget lays itself out again. */
static void
show_content (GtkWidget  *button,
              const char *icon,
              guint       n)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *count = gtk_widget_get_next_sibling (image);
  g_autofree char *number = n > 1 ? g_strdup_printf ("%u", n) : g_strdup ("");

  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), icon) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  if (!g_str_equal (gtk_label_get_label (GTK_LABEL (count)), number))
    gtk_label_set_label (GTK_LABEL (count), number);
}

static gboolean
shows_already (GtkWidget   *button,
               const Shown *wanted)
{
  Shown *shown = g_object_get_data (G_OBJECT (button), shown_key);

  if (shown != NULL && shown->generation == wanted->generation &&
      shown->first == wanted->first && shown->n == wanted->n && shown->is_open == wanted->is_open)
    return TRUE;
  g_object_set_data_full (G_OBJECT (button), shown_key, g_memdup2 (wanted, sizeof *wanted), g_free);
  return FALSE;
}

static void
bind_sign (MaqRemarkSigns           *self,
           const MaqRemarkSignPlace *sign,
           GtkWidget                *button)
{
  const MaqRemarkPlace *place = get_place (self, sign->first);
  const MaqRemarkFields *fields =
    maq_remark_get_fields (maq_arrangement_get_remark (self->arrangement, place->index));
  g_autofree char *words = maq_remark_words_dup_sign (self->arrangement, fields, sign->n);
  char id[MAQ_ID_TEXT_MAX];

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    maq_id_format (place->id, id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "score.open-remark");
  show_content (button, maq_remark_words_get_icon (fields->kind), sign->n);
  if (sign->is_open)
    gtk_widget_remove_css_class (button, "settled");
  else
    gtk_widget_add_css_class (button, "settled");
  say_words (button, words);
}

static void
take_sign (MaqRemarkSigns           *self,
           const MaqRemarkSignPlace *sign)
{
  const Shown wanted = { self->generation, sign->first, sign->n, sign->is_open };
  GtkWidget *button = maq_widget_pool_take (self->pool, get_place (self, sign->first)->id,
                                            MAQ_ID_NONE);

  if (!shows_already (button, &wanted))
    bind_sign (self, sign, button);
}

static void
maq_remark_signs_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MaqRemarkSigns *self = MAQ_REMARK_SIGNS (widget);

  for (guint i = 0; self->signs != NULL && i < self->signs->len; i++)
    {
      const MaqRemarkSignPlace *sign = get_sign (self, i);
      GtkWidget *button = maq_widget_pool_find (self->pool, get_place (self, sign->first)->id,
                                                MAQ_ID_NONE);

      if (button != NULL)
        maq_timeline_child_place (button, sign->x - self->metrics->scroll_x, get_y (self, sign),
                                  MAQ_REMARK_SIGN_SIZE, MAQ_REMARK_SIGN_SIZE);
    }
}

static void
maq_remark_signs_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = 0;
}

/* What lies between the signs is for those below. */
static gboolean
maq_remark_signs_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  return FALSE;
}

static void
maq_remark_signs_dispose (GObject *object)
{
  MaqRemarkSigns *self = MAQ_REMARK_SIGNS (object);

  g_clear_pointer (&self->pool, maq_widget_pool_free);
  g_clear_pointer (&self->signs, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  G_OBJECT_CLASS (maq_remark_signs_parent_class)->dispose (object);
}

static void
maq_remark_signs_class_init (MaqRemarkSignsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_remark_signs_dispose;
  widget_class->size_allocate = maq_remark_signs_size_allocate;
  widget_class->measure = maq_remark_signs_measure;
  widget_class->contains = maq_remark_signs_contains;
  gtk_widget_class_set_css_name (widget_class, "remarksigns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
maq_remark_signs_init (MaqRemarkSigns *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remarks"), -1);
  self->pool = maq_widget_pool_new (GTK_WIDGET (self), create_sign, self);
}

GtkWidget *
maq_remark_signs_new (const MaqTimelineMetrics *metrics)
{
  MaqRemarkSigns *self = g_object_new (MAQ_TYPE_REMARK_SIGNS, NULL);

  self->metrics = metrics;
  return GTK_WIDGET (self);
}

void
maq_remark_signs_show (MaqRemarkSigns *self,
                       MaqArrangement *arrangement,
                       MaqForm        *form)
{
  maq_arrangement_ref (arrangement);
  g_clear_pointer (&self->arrangement, maq_arrangement_unref);
  self->arrangement = arrangement;
  self->generation++;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = maq_remark_places_new (arrangement, form);
  g_clear_pointer (&self->signs, g_array_unref);
}

void
maq_remark_signs_update (MaqRemarkSigns *self,
                         int             view_width,
                         int             view_height)
{
  guint n = 0;

  if (self->places == NULL)
    return;
  g_clear_pointer (&self->signs, g_array_unref);
  self->signs = maq_remark_places_fold (self->places, self->metrics);
  for (guint i = 0; i < self->signs->len; i++)
    if (is_in_view (self, get_sign (self, i), view_width, view_height))
      g_array_index (self->signs, MaqRemarkSignPlace, n++) = *get_sign (self, i);
  g_array_set_size (self->signs, n);
  maq_widget_pool_begin (self->pool);
  /* what goes on showing stays; all other widgets can be used for what is new */
  for (guint i = 0; i < self->signs->len; i++)
    maq_widget_pool_keep (self->pool, get_place (self, get_sign (self, i)->first)->id,
                          MAQ_ID_NONE);
  maq_widget_pool_release (self->pool);
  for (guint i = 0; i < self->signs->len; i++)
    take_sign (self, get_sign (self, i));
  maq_widget_pool_end (self->pool);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

const MaqRemarkPlace *
maq_remark_signs_find_place (MaqRemarkSigns *self,
                             MaqId           remark)
{
  int index = self->places == NULL ? -1 : maq_remark_places_find (self->places, remark);

  return index < 0 ? NULL : get_place (self, (guint) index);
}

gboolean
maq_remark_signs_locate (MaqRemarkSigns *self,
                         MaqId           remark,
                         GdkRectangle   *at)
{
  const MaqRemarkPlace *place = maq_remark_signs_find_place (self, remark);
  MaqRemarkSignPlace sign;

  if (place == NULL)
    return FALSE;
  sign = (MaqRemarkSignPlace) { .layer = place->layer };
  at->x = maq_timeline_metrics_bar_to_x (self->metrics, place->bar) - self->metrics->scroll_x;
  at->y = get_y (self, &sign);
  at->width = at->height = MAQ_REMARK_SIGN_SIZE;
  return TRUE;
}
