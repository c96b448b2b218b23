/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sheet-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "maq-export-words.h"

#define POINTS_PER_INCH 72.0
#define MAX_PIXELS 32000.0

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_bookmark (cairo_surface_t *surface,
              const char      *bookmark,
              guint            page)
{
  g_autofree char *link = g_strdup_printf ("page=%u", page + 1);
  g_autofree char *line = maq_export_dup_line (bookmark);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, line, link, 0);
}

/* On one line, as readers show it in the title of their window and in lists. */
static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  what,
              const char           *text)
{
  g_autofree char *line = maq_export_dup_line (text);

  cairo_pdf_surface_set_metadata (surface, what, line);
}

GBytes *
maq_sheet_write_pdf (MaqSheet *self)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width_pt,
                                                                  self->height_pt);
  cairo_t *cr = cairo_create (surface);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->author != NULL)
    set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Maquette");
  /* No date, which Cairo would make the present one: the same plan is the same bytes. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  for (guint page = 0; page < self->pages->len; page++)
    {
      const MaqSheetPage *here = g_ptr_array_index (self->pages, page);

      if (here->bookmark != NULL)
        add_bookmark (surface, here->bookmark, page);
      maq_sheet_paint (self, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* All pages, one below the other. */
static void
paint_all (MaqSheet *self,
           cairo_t  *cr)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      maq_sheet_paint (self, page, cr);
      cairo_translate (cr, 0.0, self->height_pt);
    }
}

GBytes *
maq_sheet_write_svg (MaqSheet *self)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
    = cairo_svg_surface_create_for_stream (append_cb, bytes, self->width_pt,
                                           self->height_pt * self->pages->len);
  cairo_t *cr = cairo_create (surface);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  paint_all (self, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* An image can't be higher than MAX_PIXELS, so that many pages are smaller ones. */
GBytes *
maq_sheet_write_png (MaqSheet *self,
                     double    dpi)
{
  const double height_pt = self->height_pt * self->pages->len;
  const double scale = MIN (CLAMP (dpi, MAQ_SHEET_MIN_DPI, MAQ_SHEET_MAX_DPI) / POINTS_PER_INCH,
                            MAX_PIXELS / height_pt);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (self->width_pt * scale + 0.5),
                                  (int) (height_pt * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  paint_all (self, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
