/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqRange:
 * @first_section: index of the first section that is selected
 * @n_sections: how many; 0 if no section is named
 * @first_layer: index of the first layer that is selected
 * @n_layers: how many; 0 if no layer is named
 *
 * What is selected as indices: with sections and layers a block of parts, with
 * sections alone whole sections, with layers alone whole layers, with neither the
 * song. It holds for the arrangement that is shown, until that changes.
 */
typedef struct
{
  guint first_section;
  guint n_sections;
  guint first_layer;
  guint n_layers;
} MaqRange;

static inline gboolean
maq_range_has_section (const MaqRange *self,
                       guint           section)
{
  return section >= self->first_section && section - self->first_section < self->n_sections;
}

static inline gboolean
maq_range_has_layer (const MaqRange *self,
                     guint           layer)
{
  return layer >= self->first_layer && layer - self->first_layer < self->n_layers;
}

/** maq_range_has_part: whether what the layer plays in the section is selected */
static inline gboolean
maq_range_has_part (const MaqRange *self,
                    guint           section,
                    guint           layer)
{
  return maq_range_has_section (self, section) && maq_range_has_layer (self, layer);
}

/** maq_range_is_several: whether more than one part, section or layer is selected */
static inline gboolean
maq_range_is_several (const MaqRange *self)
{
  return self->n_sections > 1 || self->n_layers > 1;
}

static inline gboolean
maq_range_equal (const MaqRange *self,
                 const MaqRange *other)
{
  return self->first_section == other->first_section &&
         self->n_sections == other->n_sections && self->first_layer == other->first_layer &&
         self->n_layers == other->n_layers;
}

G_END_DECLS
