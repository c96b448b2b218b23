/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-part-body.h"

#include <math.h>

#define INSET_X 1.5f
#define INSET_Y 3.0f
#define RADIUS 7.0f
#define CREST_HEIGHT 2.5f

/* A cell that is narrower touches its neighbours. */
#define INSET_MIN_WIDTH 8

static GskRoundedRect
round_box (float x,
           float y,
           float width,
           float height)
{
  GskRoundedRect box;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, MAX (width, 0), MAX (height, 0));

  gsk_rounded_rect_init_from_rect (&box, &bounds, MIN (RADIUS, MIN (width, height) / 2));
  return box;
}

GskRoundedRect
maq_part_body_get_cell (int width,
                        int height)
{
  float inset = width > INSET_MIN_WIDTH ? INSET_X : 0;

  return round_box (inset, INSET_Y, width - 2 * inset, height - 2 * INSET_Y);
}

static float
get_x (const MaqPartBody *self,
       double             fraction)
{
  return INSET_X + roundf ((float) ((self->width - 2 * INSET_X) * fraction));
}

static gboolean
plays_throughout (const MaqPartBody *self)
{
  return self->from <= 0 && self->to >= 1;
}

GskRoundedRect
maq_part_body_get_box (const MaqPartBody *self)
{
  float x = get_x (self, self->from);

  if (self->level == 0 || plays_throughout (self))
    return maq_part_body_get_cell (self->width, self->height);
  return round_box (x, INSET_Y, get_x (self, self->to) - x, self->height - 2 * INSET_Y);
}

static void
snapshot_out (const MaqPartBody *self,
              GtkSnapshot       *snapshot)
{
  GskRoundedRect box = maq_part_body_get_cell (self->width, self->height);
  GdkRGBA edge = maq_palette_fade (&self->palette->foreground,
                                   self->palette->high_contrast ? 0.5
                                                                : self->is_hovered ? 0.3 : 0.075);

  maq_palette_append_edge (snapshot, &box, &edge, 1);
}

/* The fill of the level: a tinted box, filled from below, with a crisp line where it ends. */
static void
snapshot_level (const MaqPartBody *self,
                GtkSnapshot       *snapshot)
{
  const GdkRGBA *kind = &self->palette->kinds[self->kind];
  GskRoundedRect box = maq_part_body_get_box (self);
  double strength = self->is_quiet ? MAQ_SHADE_QUIET : self->is_own ? 1.0 : MAQ_SHADE_INHERITED;
  GdkRGBA tint = maq_palette_fade (kind, MAQ_SHADE_TINT * strength);
  GdkRGBA fill = maq_palette_fade (kind, MAQ_SHADE_PART * strength);
  GdkRGBA crest = maq_palette_fade (kind, strength);
  graphene_rect_t bounds = box.bounds;
  float height = roundf (bounds.size.height * self->level / MAQ_LEVEL_MAX);
  float radius = box.corner[GSK_CORNER_BOTTOM_LEFT].width;
  float inset = MAX (radius - (bounds.size.height - height), 0);
  GskRoundedRect filled = box;

  maq_palette_append_round (snapshot, &box, &tint);
  filled.bounds.origin.y += bounds.size.height - height;
  filled.bounds.size.height = height;
  graphene_size_init (&filled.corner[GSK_CORNER_TOP_LEFT], inset, inset);
  graphene_size_init (&filled.corner[GSK_CORNER_TOP_RIGHT], inset, inset);
  gsk_rounded_rect_normalize (&filled);
  maq_palette_append_round (snapshot, &filled, &fill);
  gtk_snapshot_append_color (snapshot, &crest,
                             &GRAPHENE_RECT_INIT (bounds.origin.x + inset,
                                                  filled.bounds.origin.y,
                                                  MAX (bounds.size.width - 2 * inset, 0),
                                                  CREST_HEIGHT));
  if (self->palette->high_contrast)
    maq_palette_append_edge (snapshot, &box, &self->palette->foreground, 1);
}

static void
snapshot_cb (GtkSnapshot *snapshot,
             gpointer     user_data)
{
  const MaqPartBody *self = user_data;

  if (self->level == 0 || !plays_throughout (self))
    snapshot_out (self, snapshot);
  if (self->level > 0)
    snapshot_level (self, snapshot);
}

/* Whether it is own does not show where it is quiet, nor the kind where it is out. */
static guint
number_look (const MaqPartBody *self)
{
  guint strength = self->is_quiet ? 0 : self->is_own ? 1 : 2;
  guint shown = self->level == 0 ? 0 : (guint) self->kind << 8 | strength << 16;

  return shown | (guint) self->level | (guint) !!self->is_hovered << 20;
}

void
maq_part_body_append (const MaqPartBody *self,
                      GtkSnapshot       *snapshot,
                      GtkWidget         *widget)
{
  const MaqStamp stamp = {
    .look = MAQ_STAMP_PART | number_look (self),
    .width = self->width,
    .height = self->height,
    .start = self->level == 0 ? 0 : (int) get_x (self, self->from),
    .end = self->level == 0 ? 0 : (int) get_x (self, self->to),
  };

  maq_stamps_append (self->palette->stamps, &stamp, snapshot, widget, snapshot_cb,
                     (gpointer) self);
}
