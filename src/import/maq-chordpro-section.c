/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-chordpro-layout-private.h"

static void
free_item (gpointer data)
{
  ChordproItem *item = data;

  g_free (item->text);
  g_clear_pointer (&item->cells, g_array_unref);
  g_clear_pointer (&item->bars, g_ptr_array_unref);
  g_free (item);
}

ChordproSection *
chordpro_section_new (const char     *name,
                      MaqSectionKind  kind,
                      guint           line)
{
  ChordproSection *self = g_new0 (ChordproSection, 1);

  self->name = g_strdup (name);
  self->kind = kind;
  self->line = line;
  self->n_times = 1;
  self->items = g_ptr_array_new_with_free_func (free_item);
  return self;
}

void
chordpro_section_free (ChordproSection *self)
{
  g_free (self->name);
  g_free (self->mood);
  g_ptr_array_unref (self->items);
  g_free (self);
}

ChordproItem *
chordpro_section_add_item (ChordproSection  *self,
                           ChordproItemKind  kind)
{
  ChordproItem *item = g_new0 (ChordproItem, 1);

  item->kind = kind;
  g_ptr_array_add (self->items, item);
  return item;
}

gboolean
chordpro_section_has_music (ChordproSection *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      ChordproItem *item = g_ptr_array_index (self->items, i);

      if (item->kind != CHORDPRO_REMARK && item->kind != CHORDPRO_METER)
        return TRUE;
    }
  return FALSE;
}

gboolean
chordpro_section_has_words (ChordproSection *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (((ChordproItem *) g_ptr_array_index (self->items, i))->kind == CHORDPRO_LINE)
        return TRUE;
    }
  return FALSE;
}

gboolean
chordpro_section_has_chords (ChordproSection *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      ChordproItem *item = g_ptr_array_index (self->items, i);

      if (item->bars != NULL || (item->cells != NULL && item->cells->len > 0))
        return TRUE;
    }
  return FALSE;
}
