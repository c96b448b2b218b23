/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-part-clip.h"

struct _MaqPartClip
{
  MaqPart **parts;   /* for each layer of the first section, then of the next; NULL is out */
  guint8   *picked;  /* in the same order: 0 for who lies between; NULL for none of that */
  MaqId    *layers;
  guint     n_sections;
  guint     n_layers;
  char     *text;
};

G_DEFINE_BOXED_TYPE (MaqPartClip, maq_part_clip, maq_part_clip_ref, maq_part_clip_unref)

static MaqPart *
get_part (MaqPartClip *self,
          guint        section,
          guint        layer)
{
  return self->parts[(section % self->n_sections) * self->n_layers + layer % self->n_layers];
}

static gboolean
is_picked (MaqPartClip *self,
           guint        section,
           guint        layer)
{
  return self->picked == NULL ||
         self->picked[(section % self->n_sections) * self->n_layers + layer % self->n_layers];
}

/* A line for each layer, so that it can be pasted into a table. */
static char *
dup_text (MaqPartClip    *self,
          MaqArrangement *arrangement,
          const MaqRange *range)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_sections; i++)
    g_string_append_printf (text, "\t%s", maq_section_get_name (
      maq_arrangement_get_section (arrangement, range->first_section + i)));
  for (guint j = 0; j < self->n_layers; j++)
    {
      g_string_append_printf (text, "\n%s", maq_layer_get_name (
        maq_arrangement_get_layer (arrangement, range->first_layer + j)));
      for (guint i = 0; i < self->n_sections; i++)
        {
          MaqPart *part = get_part (self, i, j);

          if (!is_picked (self, i, j))
            g_string_append_c (text, '\t');
          else
            g_string_append_printf (text, "\t%d", part == NULL ? 0 : maq_part_get_level (part));
        }
    }
  return g_string_free (text, FALSE);
}

MaqPartClip *
maq_part_clip_new (MaqArrangement *arrangement,
                   const MaqRange *range,
                   const guint8   *picked)
{
  MaqPartClip *self = g_atomic_rc_box_new0 (MaqPartClip);

  self->n_sections = range->n_sections;
  self->n_layers = range->n_layers;
  self->picked = g_memdup2 (picked, picked == NULL ? 0 : range->n_sections * range->n_layers);
  self->layers = g_new (MaqId, self->n_layers);
  self->parts = g_new0 (MaqPart *, self->n_sections * self->n_layers);
  for (guint j = 0; j < self->n_layers; j++)
    self->layers[j] = maq_layer_get_id (maq_arrangement_get_layer (arrangement,
                                                                   range->first_layer + j));
  for (guint i = 0; i < self->n_sections; i++)
    for (guint j = 0; j < self->n_layers; j++)
      {
        MaqPart *part = maq_section_find_part (
          maq_arrangement_get_resolved (arrangement, range->first_section + i), self->layers[j]);

        if (part != NULL)
          self->parts[i * self->n_layers + j] = maq_part_ref (part);
      }
  self->text = dup_text (self, arrangement, range);
  return self;
}

MaqPartClip *
maq_part_clip_ref (MaqPartClip *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqPartClip *self)
{
  for (guint i = 0; i < self->n_sections * self->n_layers; i++)
    g_clear_pointer (&self->parts[i], maq_part_unref);
  g_free (self->parts);
  g_free (self->layers);
  g_free (self->picked);
  g_free (self->text);
}

void
maq_part_clip_unref (MaqPartClip *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/* Which of its rows goes to a layer: by the name of the layer where whole sections are
 * selected, else by its place. */
static int
find_row (MaqPartClip *self,
          MaqId        layer,
          guint        index,
          gboolean     by_id)
{
  if (!by_id)
    return (int) (index % self->n_layers);
  for (guint j = 0; j < self->n_layers; j++)
    if (self->layers[j] == layer)
      return (int) j;
  return -1;
}

MaqMove *
maq_part_clip_create_move (MaqPartClip    *self,
                           MaqArrangement *arrangement,
                           const MaqRange *range,
                           MaqRange       *target)
{
  guint n_sections = maq_arrangement_get_n_sections (arrangement) - range->first_section;
  guint n_layers = maq_arrangement_get_n_layers (arrangement) - range->first_layer;
  gboolean by_id = range->n_layers == 0;
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (MaqId));
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (MaqId));
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GByteArray) picked = g_byte_array_new ();
  MaqCells cells;

  *target = *range;
  target->n_sections = MIN (MAX (range->n_sections, self->n_sections), n_sections);
  if (!by_id)
    n_layers = target->n_layers = MIN (MAX (range->n_layers, self->n_layers), n_layers);
  for (guint i = 0; i < target->n_sections; i++)
    {
      MaqId id = maq_section_get_id (maq_arrangement_get_section (arrangement,
                                                                  range->first_section + i));

      g_array_append_val (sections, id);
      for (guint j = 0; j < n_layers; j++)
        {
          MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement,
                                                                     range->first_layer + j));
          int row = find_row (self, layer, j, by_id);

          if (row < 0)
            continue;
          if (i == 0)
            g_array_append_val (layers, layer);
          g_ptr_array_add (parts, get_part (self, i, (guint) row));
          g_byte_array_append (picked, &(guint8) { is_picked (self, i, (guint) row) != FALSE }, 1);
        }
    }
  if (layers->len == 0 || sections->len == 0)
    return NULL;
  cells = (MaqCells) { (MaqId *) sections->data, sections->len, (MaqId *) layers->data,
                       layers->len, self->picked == NULL ? NULL : picked->data };
  return maq_move_cells_put (&cells, (MaqPart *const *) parts->pdata);
}

const char *
maq_part_clip_get_text (MaqPartClip *self)
{
  return self->text;
}
