/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-palette.h"

#include <adwaita.h>

static GdkRGBA
look_up (GtkWidget  *widget,
         const char *name)
{
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1.0f };

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    g_debug ("no colour is called %s", name);
  return color;
}

static GdkRGBA
look_up_kind (GtkWidget      *widget,
              MaqSectionKind  kind)
{
  g_autofree char *name = g_strconcat ("maq_", maq_section_kind_get_nick (kind), NULL);

  return look_up (widget, g_strdelimit (name, "-", '_'));
}

PangoLayout *
maq_palette_create_layout (GtkWidget   *widget,
                           double       scale,
                           PangoWeight  weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
lay_out_levels (MaqPalette *self,
                GtkWidget  *widget)
{
  for (int level = 0; level <= MAQ_LEVEL_MAX; level++)
    {
      g_autofree char *text = g_strdup_printf ("%d", level);

      g_clear_object (&self->levels[level]);
      self->levels[level] = maq_palette_create_layout (widget, 0.95, PANGO_WEIGHT_BOLD);
      pango_layout_set_text (self->levels[level], text, -1);
    }
}

void
maq_palette_update (MaqPalette *self,
                    GtkWidget  *widget)
{
  for (guint kind = 0; kind < MAQ_N_SECTION_KINDS; kind++)
    self->kinds[kind] = look_up_kind (widget, (MaqSectionKind) kind);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &self->foreground);
  self->ground = look_up (widget, "view_bg_color");
  self->accent = look_up (widget, "maq_accent");
  self->line = look_up (widget, "maq_line");
  self->high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  lay_out_levels (self, widget);
  g_clear_pointer (&self->stamps, maq_stamps_free);
  self->stamps = maq_stamps_new ();
}

void
maq_palette_clear (MaqPalette *self)
{
  for (int level = 0; level <= MAQ_LEVEL_MAX; level++)
    g_clear_object (&self->levels[level]);
  g_clear_pointer (&self->stamps, maq_stamps_free);
}

GdkRGBA
maq_palette_fade (const GdkRGBA *color,
                  double         alpha)
{
  GdkRGBA faded = *color;

  faded.alpha = (float) (faded.alpha * alpha);
  return faded;
}

void
maq_palette_append_round (GtkSnapshot          *snapshot,
                          const GskRoundedRect *box,
                          const GdkRGBA        *color)
{
  const float half_width = box->bounds.size.width / 2;
  const float half_height = box->bounds.size.height / 2;
  const float widths[4] = { half_height, half_width, half_height, half_width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  if (half_width > 0 && half_height > 0)
    gtk_snapshot_append_border (snapshot, box, widths, colors);
}

void
maq_palette_append_edge (GtkSnapshot          *snapshot,
                         const GskRoundedRect *box,
                         const GdkRGBA        *color,
                         float                 thickness)
{
  const float widths[4] = { thickness, thickness, thickness, thickness };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_append_border (snapshot, box, widths, colors);
}

void
maq_palette_append_layout (GtkSnapshot   *snapshot,
                           PangoLayout   *layout,
                           float          x,
                           float          y,
                           const GdkRGBA *ink)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}
