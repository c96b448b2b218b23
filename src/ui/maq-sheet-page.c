/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sheet-page.h"

#include <glib/gi18n-lib.h>

struct _MaqSheetPage
{
  GtkWidget   parent_instance;

  GPtrArray  *sheets;
  MaqSheet   *sheet;   /* one of them */
  guint       page;
  gboolean    is_near;
  GdkTexture *picture; /* as large as the page, or NULL */
};

G_DEFINE_FINAL_TYPE (MaqSheetPage, maq_sheet_page, GTK_TYPE_WIDGET)

static GdkTexture *
paint (MaqSheetPage *self,
       int           width,
       int           height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *picture;
  int stride;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / maq_sheet_get_width (self->sheet),
               height / maq_sheet_get_height (self->sheet));
  maq_sheet_paint (self->sheet, self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  picture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  return picture;
}

static void
maq_sheet_page_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  MaqSheetPage *self = MAQ_SHEET_PAGE (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const int scale = gtk_widget_get_scale_factor (widget);

  if (!self->is_near || width <= 0 || height <= 0)
    return;
  if (self->picture != NULL && gdk_texture_get_width (self->picture) != width * scale)
    g_clear_object (&self->picture);
  if (self->picture == NULL)
    self->picture = paint (self, width * scale, height * scale);
  gtk_snapshot_append_texture (snapshot, self->picture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
maq_sheet_page_dispose (GObject *object)
{
  MaqSheetPage *self = MAQ_SHEET_PAGE (object);

  g_clear_object (&self->picture);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  G_OBJECT_CLASS (maq_sheet_page_parent_class)->dispose (object);
}

static void
maq_sheet_page_class_init (MaqSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = maq_sheet_page_dispose;
  widget_class->snapshot = maq_sheet_page_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheetpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
maq_sheet_page_init (MaqSheetPage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static char *
dup_text (MaqSheetPage *self)
{
  GString *text = g_string_new (NULL);
  guint n_marks;
  const MaqMark *marks = maq_sheet_get_marks (self->sheet, self->page, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == MAQ_MARK_TEXT)
      g_string_append_printf (text, "%s\n", marks[i].text);
  return g_string_free (text, FALSE);
}

GtkWidget *
maq_sheet_page_new (GPtrArray *sheets,
                    MaqSheet  *sheet,
                    guint      page,
                    guint      number,
                    guint      n_pages)
{
  MaqSheetPage *self = g_object_new (MAQ_TYPE_SHEET_PAGE, NULL);
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), number, n_pages);
  g_autofree char *text = NULL;

  self->sheets = g_ptr_array_ref (sheets);
  self->sheet = sheet;
  self->page = page;
  text = dup_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

double
maq_sheet_page_get_width_pt (MaqSheetPage *self)
{
  return maq_sheet_get_width (self->sheet);
}

double
maq_sheet_page_get_height_pt (MaqSheetPage *self)
{
  return maq_sheet_get_height (self->sheet);
}

void
maq_sheet_page_set_near (MaqSheetPage *self,
                         gboolean      is_near)
{
  if (self->is_near == is_near)
    return;
  self->is_near = is_near;
  if (!is_near)
    g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
