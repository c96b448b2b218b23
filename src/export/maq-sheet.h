/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Lengths on paper are in points, 1/72 inch, from the upper left corner of the page. */
#define MAQ_SHEET_MARGIN 36.0

#define MAQ_SHEET_MIN_DPI 36.0
#define MAQ_SHEET_MAX_DPI 600.0

typedef enum
{
  MAQ_PAPER_A4,
  MAQ_PAPER_LETTER,
  MAQ_N_PAPERS
} MaqPaper;

typedef enum
{
  MAQ_ALIGN_LEFT,
  MAQ_ALIGN_CENTRE,
  MAQ_ALIGN_RIGHT,
} MaqAlign;

/**
 * MaqType:
 * @size_pt: how large the letters are meant to be
 * @least_pt: how small they may become so that the text fits its box
 * @align: where lines stand between the sides of the box
 * @is_bold: whether it is set bold
 * @is_italic: whether it is set slanted
 * @is_middle: whether it stands in the middle of the box's height, not at its top
 * @ink: 0.0 white to 1.0 black
 *
 * How a text is set.
 */
typedef struct
{
  double   size_pt;
  double   least_pt;
  MaqAlign align;
  gboolean is_bold;
  gboolean is_italic;
  gboolean is_middle;
  double   ink;
} MaqType;

typedef enum
{
  MAQ_MARK_TEXT,
  MAQ_MARK_LINE,
  MAQ_MARK_BOX,
} MaqMarkKind;

/**
 * MaqMark:
 * @kind: what it is
 * @x: left edge of a box or of what a text covers; where a line begins
 * @y: likewise from the top
 * @width: of a box or of what a text covers; how far to the right a line goes, maybe below 0
 * @height: likewise downwards
 * @line_pt: how thick a line or the edge of a box is; 0 for a box without one
 * @ink: of a line, of the inside of a box, of a text: 0.0 white to 1.0 black
 * @text: (nullable): what a text says
 * @type: how it is set, with the size that it got
 * @wrap_pt: the width at which its lines break
 * @is_cut: whether even the least size left no room for all of it
 *
 * One thing on a page.
 */
typedef struct
{
  MaqMarkKind kind;
  double      x;
  double      y;
  double      width;
  double      height;
  double      line_pt;
  double      ink;
  char       *text;
  MaqType     type;
  double      wrap_pt;
  gboolean    is_cut;
} MaqMark;

/**
 * MaqSheet:
 *
 * A document laid out on pages, each a list of marks in the order in which they are
 * painted. Whoever lays it out adds marks to its last page. Belongs to one thread at a
 * time.
 */
typedef struct _MaqSheet MaqSheet;

/**
 * maq_sheet_new:
 * @is_landscape: whether the long edge lies
 * @title: the document's, for programs that show its name
 * @author: (nullable): whose song it is
 *
 * Returns: (transfer full): a document without pages
 */
MaqSheet      *maq_sheet_new            (MaqPaper        paper,
                                         gboolean        is_landscape,
                                         const char     *title,
                                         const char     *author) G_GNUC_WARN_UNUSED_RESULT;
void           maq_sheet_free           (MaqSheet       *self);

/**
 * maq_sheet_add_page:
 * @bookmark: (nullable): what a reader's list of contents calls the page; %NULL: it goes
 *   on from the one before
 */
void           maq_sheet_add_page       (MaqSheet       *self,
                                         const char     *bookmark);
/**
 * maq_sheet_add_text:
 * @height: room for it, in points; 0 for as much as it takes
 *
 * Sets @text into a box on the last page, breaking lines at its width.
 *
 * Returns: how high what it covers is, in points
 */
double         maq_sheet_add_text       (MaqSheet       *self,
                                         double          x,
                                         double          y,
                                         double          width,
                                         double          height,
                                         const MaqType  *type,
                                         const char     *text);
void           maq_sheet_add_line       (MaqSheet       *self,
                                         double          x1,
                                         double          y1,
                                         double          x2,
                                         double          y2,
                                         double          line_pt,
                                         double          ink);
/** maq_sheet_add_box: @ink fills it; its edge is black and @line_pt thick */
void           maq_sheet_add_box        (MaqSheet       *self,
                                         double          x,
                                         double          y,
                                         double          width,
                                         double          height,
                                         double          line_pt,
                                         double          ink);
/** maq_sheet_go_to_page: lets marks be added to a page that is full, as its foot */
void           maq_sheet_go_to_page     (MaqSheet       *self,
                                         guint           page);

/** maq_sheet_measure_text: how high @text would be at @width, in points, at its full size */
double         maq_sheet_measure_text   (MaqSheet       *self,
                                         double          width,
                                         const MaqType  *type,
                                         const char     *text);
/** maq_sheet_measure_line: how wide @text would be in one line, in points, at its full size */
double         maq_sheet_measure_line   (MaqSheet       *self,
                                         const MaqType  *type,
                                         const char     *text);

double         maq_sheet_get_width      (MaqSheet       *self);
double         maq_sheet_get_height     (MaqSheet       *self);
guint          maq_sheet_get_n_pages    (MaqSheet       *self);
/** maq_sheet_get_marks: (transfer none) (array length=n_marks): what is on a page */
const MaqMark *maq_sheet_get_marks      (MaqSheet       *self,
                                         guint           page,
                                         guint          *n_marks);
/** maq_sheet_paint: paints a page; one unit of @cr is a point */
void           maq_sheet_paint          (MaqSheet       *self,
                                         guint           page,
                                         cairo_t        *cr);

/**
 * maq_sheet_write_pdf:
 *
 * The pages as PDF, with title, author and bookmarks; its texts can be searched and copied.
 * It bears no date: the same pages are the same bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes        *maq_sheet_write_pdf      (MaqSheet       *self) G_GNUC_WARN_UNUSED_RESULT;
/** maq_sheet_write_svg: (transfer full): the pages as SVG, one below the other */
GBytes        *maq_sheet_write_svg      (MaqSheet       *self) G_GNUC_WARN_UNUSED_RESULT;
/**
 * maq_sheet_write_png:
 * @dpi: pixels to an inch, %MAQ_SHEET_MIN_DPI to %MAQ_SHEET_MAX_DPI; fewer if the image
 *   would be higher than any program reads
 *
 * Returns: (transfer full): the pages as PNG, one below the other
 */
GBytes        *maq_sheet_write_png      (MaqSheet       *self,
                                         double          dpi) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSheet, maq_sheet_free)

G_END_DECLS
