/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-printing.h"

/* Which sheet a page is of, and which of its pages it is. */
static MaqSheet *
find_page (GPtrArray *sheets,
           guint     *page)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      MaqSheet *sheet = g_ptr_array_index (sheets, i);

      if (*page < maq_sheet_get_n_pages (sheet))
        return sheet;
      *page -= maq_sheet_get_n_pages (sheet);
    }
  return NULL;
}

static void
set_paper (GtkPageSetup *setup,
           MaqSheet     *sheet)
{
  double width = maq_sheet_get_width (sheet);
  double height = maq_sheet_get_height (sheet);
  gboolean is_landscape = width > height;
  /* letter is wider and less high than A4 */
  const char *name = MIN (width, height) > 600 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4;
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (name);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                      : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                number,
                       GtkPageSetup      *setup,
                       gpointer           user_data)
{
  guint page = (guint) number;
  MaqSheet *sheet = find_page (user_data, &page);

  set_paper (setup, sheet);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              gpointer           user_data)
{
  guint page = (guint) number;
  MaqSheet *sheet = find_page (user_data, &page);

  maq_sheet_paint (sheet, page, gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
maq_printing_create (GPtrArray  *sheets,
                     const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  int n_pages = 0;

  for (guint i = 0; i < sheets->len; i++)
    n_pages += (int) maq_sheet_get_n_pages (g_ptr_array_index (sheets, i));
  if (sheets->len > 0)
    set_paper (setup, g_ptr_array_index (sheets, 0));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, n_pages);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "maq-sheets", g_ptr_array_ref (sheets),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), sheets);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), sheets);
  return operation;
}
