/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The colours of the timeline as the program paints them, in the scheme that the
 * environment asks for: whether kinds of sections are told apart with each way of seeing
 * colours, and whether text stands out on all of them.
 */

#include <adwaita.h>

#include "colour-vision.h"
#include "maq-palette.h"

#define MIN_DIFFERENCE 6.0   /* CIEDE2000, between any two kinds; 1 is just to be seen */
#define MIN_TEXT_CONTRAST 4.5
#define MIN_MARK_CONTRAST 3.0

static MaqPalette palette;
static Colour ground;
static Colour bar;

static const char *const vision_names[N_VISIONS] = {
  "full", "protanopia", "deuteranopia", "tritanopia",
};

static Colour
to_colour (const GdkRGBA *rgba)
{
  return (Colour) { { rgba->red, rgba->green, rgba->blue } };
}

static Colour
paint_kind (guint  kind,
            double shade)
{
  return colour_over (to_colour (&palette.kinds[kind]), shade, ground);
}

static void
assert_kinds_differ (Vision vision,
                     double shade)
{
  for (guint i = 0; i < MAQ_N_SECTION_KINDS; i++)
    for (guint j = i + 1; j < MAQ_N_SECTION_KINDS; j++)
      {
        double difference = colour_difference (paint_kind (i, shade), paint_kind (j, shade),
                                               vision);

        if (difference < MIN_DIFFERENCE)
          g_test_message ("%s and %s are only %.2f apart with %s",
                          maq_section_kind_get_nick ((MaqSectionKind) i),
                          maq_section_kind_get_nick ((MaqSectionKind) j), difference,
                          vision_names[vision]);
        g_assert_cmpfloat (difference, >=, MIN_DIFFERENCE);
      }
}

/* Heads are always there, and as crests and in the overview kinds are not mixed at all. */
static void
test_kinds_differ (void)
{
  for (int vision = 0; vision < N_VISIONS; vision++)
    {
      assert_kinds_differ ((Vision) vision, MAQ_SHADE_HEAD);
      assert_kinds_differ ((Vision) vision, 1.0);
    }
}

static void
assert_readable (const char *where,
                 double      shade,
                 double      opacity)
{
  for (guint kind = 0; kind < MAQ_N_SECTION_KINDS; kind++)
    {
      Colour under = paint_kind (kind, shade);
      Colour written = colour_over (to_colour (&palette.foreground),
                                    palette.foreground.alpha * opacity, under);
      double contrast = colour_contrast (written, under);

      if (contrast < MIN_TEXT_CONTRAST)
        g_test_message ("%s of %s: %.2f : 1", where,
                        maq_section_kind_get_nick ((MaqSectionKind) kind), contrast);
      g_assert_cmpfloat (contrast, >=, MIN_TEXT_CONTRAST);
    }
}

/* A number may stand above the level or below it. */
static void
assert_part_readable (const char *where,
                      double      strength,
                      double      opacity)
{
  assert_readable (where, MAQ_SHADE_TINT * strength, opacity);
  assert_readable (where, MAQ_SHADE_PART * strength, opacity);
}

static void
test_text_stands_out (void)
{
  assert_readable ("name", MAQ_SHADE_HEAD, 1.0);
  assert_readable ("bars", MAQ_SHADE_HEAD, MAQ_INK_SOFT);
  assert_readable ("selected name", MAQ_SHADE_HEAD_SELECTED, 1.0);
  assert_readable ("bars of the selected", MAQ_SHADE_HEAD_SELECTED, MAQ_INK_SOFT);
  assert_part_readable ("part", 1.0, MAQ_INK_FULL);
  assert_part_readable ("part taken over", MAQ_SHADE_INHERITED, MAQ_INK_INHERITED);
  assert_part_readable ("muted part", MAQ_SHADE_QUIET, MAQ_INK_FAINT);
  assert_readable ("ruler", 0, MAQ_INK_FAINT);
}

/* What is selected, and what is in view, is told by a line around it. */
static void
test_marks_stand_out (void)
{
  Colour accent = to_colour (&palette.accent);

  g_assert_cmpfloat (colour_contrast (accent, ground), >=, MIN_MARK_CONTRAST);
}

/* Words that stand back a little must still be read, also on the bars at top and bottom. */
static void
test_dim_text_stands_out (void)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data ("/io/github/maquette/Maquette/style.css", 0, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("opacity: ([0-9.]+);", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *text = g_bytes_get_data (bytes, NULL);
  guint n_found = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      double opacity = g_ascii_strtod (number, NULL) * palette.foreground.alpha;
      Colour written = colour_over (to_colour (&palette.foreground), opacity, bar);

      g_test_message ("opacity %s", number);
      g_assert_cmpfloat (colour_contrast (written, bar), >=, MIN_TEXT_CONTRAST);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 5);
}

static void
load_style (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/maquette/Maquette/", name, NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* As AdwApplication does it. */
static void
load_styles (void)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (styles);

  load_style ("style.css");
  if (dark)
    load_style ("style-dark.css");
  if (adw_style_manager_get_high_contrast (styles))
    load_style ("style-hc.css");
  if (dark && adw_style_manager_get_high_contrast (styles))
    load_style ("style-hc-dark.css");
}

static void
look_up (GtkWidget *widget)
{
  GdkRGBA color;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                                 "view_bg_color", &color));
  ground = to_colour (&color);
  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                                 "headerbar_bg_color", &color));
  bar = to_colour (&color);
  maq_palette_update (&palette, widget);
}

int
main (int   argc,
      char *argv[])
{
  GtkWidget *window;
  GtkWidget *view;
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  load_styles ();
  window = gtk_window_new ();
  view = g_object_new (GTK_TYPE_BOX, "css-name", "timeline", NULL);
  gtk_window_set_child (GTK_WINDOW (window), view);
  look_up (view);
  g_test_add_func ("/ui/palette/kinds-differ", test_kinds_differ);
  g_test_add_func ("/ui/palette/text-stands-out", test_text_stands_out);
  g_test_add_func ("/ui/palette/dim-text-stands-out", test_dim_text_stands_out);
  g_test_add_func ("/ui/palette/marks-stand-out", test_marks_stand_out);
  result = g_test_run ();
  maq_palette_clear (&palette);
  gtk_window_destroy (GTK_WINDOW (window));
  return result;
}
