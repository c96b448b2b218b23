/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-sheet.h"
#include "maq-sheet-private.h"

#include <pango/pangocairo.h>

#define MAX_LINE_PT 10000.0
#define FONT_FAMILY "Sans"
#define SHRINK 0.92
#define EPSILON_PT 0.01

/* Less than any line is high: what fitted once fits again. */
#define ROUNDING_PT 1.0

static void
clear_mark (MaqMark *mark)
{
  g_free (mark->text);
}

static void
free_page (MaqSheetPage *page)
{
  g_array_unref (page->marks);
  g_free (page->bookmark);
  g_free (page);
}

/* Metrics are those of the paper, not of some screen. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

MaqSheet *
maq_sheet_new (MaqPaper    paper,
               gboolean    is_landscape,
               const char *title,
               const char *author)
{
  static const double sizes_pt[MAQ_N_PAPERS][2] = { { 595.28, 841.89 }, { 612.0, 792.0 } };
  MaqSheet *self = g_new0 (MaqSheet, 1);

  self->width_pt = sizes_pt[paper][is_landscape ? 1 : 0];
  self->height_pt = sizes_pt[paper][is_landscape ? 0 : 1];
  self->title = g_strdup (title);
  self->author = g_strdup (author);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_page);
  self->context = make_context ();
  return self;
}

void
maq_sheet_free (MaqSheet *self)
{
  g_free (self->title);
  g_free (self->author);
  g_ptr_array_unref (self->pages);
  g_object_unref (self->context);
  g_free (self);
}

void
maq_sheet_add_page (MaqSheet   *self,
                    const char *bookmark)
{
  MaqSheetPage *page = g_new0 (MaqSheetPage, 1);

  page->bookmark = g_strdup (bookmark);
  page->marks = g_array_new (FALSE, TRUE, sizeof (MaqMark));
  g_array_set_clear_func (page->marks, (GDestroyNotify) clear_mark);
  g_ptr_array_add (self->pages, page);
  self->current = page;
}

void
maq_sheet_go_to_page (MaqSheet *self,
                      guint     page)
{
  self->current = g_ptr_array_index (self->pages, page);
}

/* Texts */

/* Left is left also for a text that reads from the right. */
static PangoAlignment
find_alignment (PangoLayout *layout,
                MaqAlign     align)
{
  const gboolean is_rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;

  if (align == MAQ_ALIGN_CENTRE)
    return PANGO_ALIGN_CENTER;
  return (align == MAQ_ALIGN_RIGHT) != is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

static PangoLayout *
lay_out (PangoContext  *context,
         const MaqType *type,
         double         wrap_pt,
         const char    *text)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FONT_FAMILY);
  pango_font_description_set_size (font, (int) (type->size_pt * PANGO_SCALE));
  pango_font_description_set_weight (font, type->is_bold ? PANGO_WEIGHT_BOLD
                                                         : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, type->is_italic ? PANGO_STYLE_ITALIC
                                                          : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (wrap_pt * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, find_alignment (layout, type->align));
  return layout;
}

/* Without what no font shows. */
static char *
dup_shown (const char *text)
{
  GString *shown = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (shown, ' ');
      else if (c == '\n' || !g_unichar_iscntrl (c))
        g_string_append_unichar (shown, c);
    }
  return g_string_free (shown, FALSE);
}

/* Room for one line, or for as many as fit. */
static void
bound_height (PangoLayout *layout,
              double       height)
{
  pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static gboolean
fits (PangoLayout *layout,
      double       width,
      double       height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (height <= 0.0 || logical.height <= (height + EPSILON_PT) * PANGO_SCALE) &&
         logical.width <= (width + EPSILON_PT) * PANGO_SCALE;
}

/* Whether a word had to be broken, which is worse to read than small letters. */
static gboolean
breaks_words (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (GSList *l = pango_layout_get_lines_readonly (layout)->next; l != NULL; l = l->next)
    {
      const PangoLayoutLine *next = l->data;
      const char *start = text + next->start_index;
      const gunichar before = next->start_index > 0
                              ? g_utf8_get_char (g_utf8_prev_char (start)) : ' ';

      if (g_unichar_isalnum (before) && g_unichar_isalnum (g_utf8_get_char (start)))
        return TRUE;
    }
  return FALSE;
}

double
maq_sheet_add_text (MaqSheet      *self,
                    double         x,
                    double         y,
                    double         width,
                    double         height,
                    const MaqType *type,
                    const char    *text)
{
  MaqMark mark = { .kind = MAQ_MARK_TEXT, .type = *type, .ink = type->ink, .wrap_pt = width,
                   .text = dup_shown (text) };
  PangoLayout *layout;
  PangoRectangle logical;

  g_return_val_if_fail (self->current != NULL, 0.0);

  layout = lay_out (self->context, &mark.type, width, mark.text);
  while (!(fits (layout, width, height) && !breaks_words (layout))
         && mark.type.size_pt * SHRINK >= type->least_pt)
    {
      g_object_unref (layout);
      mark.type.size_pt *= SHRINK;
      layout = lay_out (self->context, &mark.type, width, mark.text);
    }
  if (!fits (layout, width, height))
    {
      /* Each paragraph would have a line whatever the height. */
      g_strdelimit (mark.text, "\n", ' ');
      pango_layout_set_text (layout, mark.text, -1);
      bound_height (layout, height);
      mark.is_cut = TRUE;
    }
  pango_layout_get_extents (layout, NULL, &logical);
  mark.x = x + (double) logical.x / PANGO_SCALE;
  mark.y = y;
  mark.width = (double) logical.width / PANGO_SCALE;
  mark.height = (double) logical.height / PANGO_SCALE;
  if (type->is_middle && height > mark.height)
    mark.y += 0.5 * (height - mark.height);
  g_array_append_val (self->current->marks, mark);
  g_object_unref (layout);
  return mark.height;
}

static PangoRectangle
measure (MaqSheet      *self,
         double         width,
         const MaqType *type,
         const char    *text)
{
  g_autofree char *shown = dup_shown (text);
  PangoLayout *layout = lay_out (self->context, type, width, shown);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  g_object_unref (layout);
  return logical;
}

double
maq_sheet_measure_text (MaqSheet      *self,
                        double         width,
                        const MaqType *type,
                        const char    *text)
{
  return (double) measure (self, width, type, text).height / PANGO_SCALE;
}

double
maq_sheet_measure_line (MaqSheet      *self,
                        const MaqType *type,
                        const char    *text)
{
  return (double) measure (self, MAX_LINE_PT, type, text).width / PANGO_SCALE;
}

/* Lines and boxes */

void
maq_sheet_add_line (MaqSheet *self,
                    double    x1,
                    double    y1,
                    double    x2,
                    double    y2,
                    double    line_pt,
                    double    ink)
{
  const MaqMark mark = { .kind = MAQ_MARK_LINE, .x = x1, .y = y1, .width = x2 - x1,
                         .height = y2 - y1, .line_pt = line_pt, .ink = ink };

  g_return_if_fail (self->current != NULL);

  g_array_append_val (self->current->marks, mark);
}

void
maq_sheet_add_box (MaqSheet *self,
                   double    x,
                   double    y,
                   double    width,
                   double    height,
                   double    line_pt,
                   double    ink)
{
  const MaqMark mark = { .kind = MAQ_MARK_BOX, .x = x, .y = y, .width = width,
                         .height = height, .line_pt = line_pt, .ink = ink };

  g_return_if_fail (self->current != NULL);

  g_array_append_val (self->current->marks, mark);
}

double
maq_sheet_get_width (MaqSheet *self)
{
  return self->width_pt;
}

double
maq_sheet_get_height (MaqSheet *self)
{
  return self->height_pt;
}

guint
maq_sheet_get_n_pages (MaqSheet *self)
{
  return self->pages->len;
}

const MaqMark *
maq_sheet_get_marks (MaqSheet *self,
                     guint     page,
                     guint    *n_marks)
{
  const MaqSheetPage *wanted = g_ptr_array_index (self->pages, page);

  *n_marks = wanted->marks->len;
  return (const MaqMark *) wanted->marks->data;
}

/* Painting */

static void
set_ink (cairo_t *cr,
         double   ink)
{
  cairo_set_source_rgb (cr, 1.0 - ink, 1.0 - ink, 1.0 - ink);
}

static void
paint_text (const MaqSheet *self,
            const MaqMark  *mark,
            cairo_t        *cr)
{
  PangoLayout *layout = lay_out (self->context, &mark->type, mark->wrap_pt, mark->text);
  PangoRectangle logical;

  if (mark->is_cut)
    bound_height (layout, mark->height + ROUNDING_PT);
  pango_layout_get_extents (layout, NULL, &logical);
  set_ink (cr, mark->ink);
  cairo_move_to (cr, mark->x - (double) logical.x / PANGO_SCALE, mark->y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
paint_box (const MaqMark *mark,
           cairo_t       *cr)
{
  cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  set_ink (cr, mark->ink);
  cairo_fill_preserve (cr);
  if (mark->line_pt > 0.0)
    {
      set_ink (cr, 1.0);
      cairo_set_line_width (cr, mark->line_pt);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_line (const MaqMark *mark,
            cairo_t       *cr)
{
  cairo_move_to (cr, mark->x, mark->y);
  cairo_rel_line_to (cr, mark->width, mark->height);
  set_ink (cr, mark->ink);
  cairo_set_line_width (cr, mark->line_pt);
  cairo_stroke (cr);
}

void
maq_sheet_paint (MaqSheet *self,
                 guint     page,
                 cairo_t  *cr)
{
  const GArray *marks = ((MaqSheetPage *) g_ptr_array_index (self->pages, page))->marks;

  for (guint i = 0; i < marks->len; i++)
    {
      const MaqMark *mark = &g_array_index (marks, MaqMark, i);

      if (mark->kind == MAQ_MARK_TEXT)
        paint_text (self, mark, cr);
      else if (mark->kind == MAQ_MARK_BOX)
        paint_box (mark, cr);
      else
        paint_line (mark, cr);
    }
}
