/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The sign in a cell under the pointer: one click on it lets the part in or takes it
 * out. It stands in the upper right corner, left of the dot that marks an override and
 * clear of the end that the pointer takes hold of, so that in all layers of a section it
 * is at the same place. A cell has none that is so narrow that it would lie in its middle, where
 * one clicks to look at a part.
 */

#include "maq-part-sign.h"

#define SIZE 16
#define FROM_RIGHT 14
#define FROM_TOP 6
#define REACH 3
#define STROKE 2
#define LENGTH 8
#define MIN_WIDTH 76
#define MIN_HEIGHT 26

static gboolean
find_box (double           width,
          double           height,
          graphene_rect_t *box)
{
  if (width < MIN_WIDTH || height < MIN_HEIGHT)
    return FALSE;
  *box = GRAPHENE_RECT_INIT ((float) width - FROM_RIGHT - SIZE, FROM_TOP, SIZE, SIZE);
  return TRUE;
}

gboolean
maq_part_sign_has (double width,
                   double height,
                   double x,
                   double y)
{
  graphene_rect_t box;

  if (!find_box (width, height, &box))
    return FALSE;
  graphene_rect_inset (&box, -REACH, -REACH);
  return graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* What stands out on the ink. */
static GdkRGBA
get_ground (const GdkRGBA *ink)
{
  float shade = 0.3f * ink->red + 0.6f * ink->green + 0.1f * ink->blue < 0.5f ? 1 : 0;

  return (GdkRGBA) { shade, shade, shade, 1 };
}

void
maq_part_sign_snapshot (GtkSnapshot      *snapshot,
                        const MaqPalette *palette,
                        double            width,
                        double            height,
                        gboolean          plays)
{
  GdkRGBA ink = palette->foreground;
  GdkRGBA ground = get_ground (&ink);
  graphene_rect_t box;
  graphene_rect_t line;
  GskRoundedRect round;

  if (!find_box (width, height, &box))
    return;
  /* what is drawn in the cell must not shine through */
  ink.alpha = 1;
  gsk_rounded_rect_init_from_rect (&round, &box, SIZE / 2);
  maq_palette_append_round (snapshot, &round, &ink);
  line = GRAPHENE_RECT_INIT (box.origin.x + (SIZE - LENGTH) / 2,
                             box.origin.y + (SIZE - STROKE) / 2, LENGTH, STROKE);
  gtk_snapshot_append_color (snapshot, &ground, &line);
  line = GRAPHENE_RECT_INIT (box.origin.x + (SIZE - STROKE) / 2,
                             box.origin.y + (SIZE - LENGTH) / 2, STROKE, LENGTH);
  if (!plays)
    gtk_snapshot_append_color (snapshot, &ground, &line);
}
