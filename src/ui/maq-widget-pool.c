/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-widget-pool.h"

typedef struct
{
  MaqId      first;
  MaqId      second;
  GtkWidget *widget;
  guint      round;
} Slot;

struct _MaqWidgetPool
{
  GtkWidget           *parent;
  MaqWidgetPoolCreate  create;
  gpointer             user_data;
  GHashTable          *slots;    /* of Slot, by its ids */
  GPtrArray           *spare;    /* of hidden widgets */
  GPtrArray           *released; /* children that stand for nothing in this round */
  GPtrArray           *children; /* that show */
  guint                round;
};

static guint
slot_hash (gconstpointer data)
{
  const Slot *slot = data;
  guint64 mixed = slot->first * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ slot->second;

  return (guint) (mixed ^ mixed >> 32);
}

static gboolean
slot_equal (gconstpointer a,
            gconstpointer b)
{
  const Slot *one = a;
  const Slot *other = b;

  return one->first == other->first && one->second == other->second;
}

MaqWidgetPool *
maq_widget_pool_new (GtkWidget           *parent,
                     MaqWidgetPoolCreate  create,
                     gpointer             user_data)
{
  MaqWidgetPool *self = g_new0 (MaqWidgetPool, 1);

  self->parent = parent;
  self->create = create;
  self->user_data = user_data;
  self->slots = g_hash_table_new_full (slot_hash, slot_equal, g_free, NULL);
  self->spare = g_ptr_array_new ();
  self->released = g_ptr_array_new ();
  self->children = g_ptr_array_new ();
  return self;
}

void
maq_widget_pool_free (MaqWidgetPool *self)
{
  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->children, i));
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spare, i));
  g_hash_table_unref (self->slots);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->released);
  g_ptr_array_unref (self->children);
  g_free (self);
}

void
maq_widget_pool_begin (MaqWidgetPool *self)
{
  self->round++;
}

void
maq_widget_pool_keep (MaqWidgetPool *self,
                      MaqId          first,
                      MaqId          second)
{
  const Slot key = { first, second, NULL, 0 };
  Slot *slot = g_hash_table_lookup (self->slots, &key);

  if (slot != NULL)
    slot->round = self->round;
}

void
maq_widget_pool_release (MaqWidgetPool *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->parent);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Slot *slot = key;

      if (slot->round == self->round || slot->widget == focus)
        continue;
      g_ptr_array_add (self->released, slot->widget);
      g_hash_table_iter_remove (&iter);
    }
}

static GtkWidget *
take_spare (MaqWidgetPool *self)
{
  GtkWidget *widget;

  if (self->released->len > 0)
    return g_ptr_array_steal_index_fast (self->released, self->released->len - 1);
  if (self->spare->len > 0)
    {
      widget = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_visible (widget, TRUE);
    }
  else
    {
      widget = self->create (self->user_data);
      gtk_widget_set_parent (widget, self->parent);
    }
  g_ptr_array_add (self->children, widget);
  return widget;
}

GtkWidget *
maq_widget_pool_take (MaqWidgetPool *self,
                      MaqId          first,
                      MaqId          second)
{
  const Slot key = { first, second, NULL, 0 };
  Slot *slot = g_hash_table_lookup (self->slots, &key);

  if (slot == NULL)
    {
      slot = g_memdup2 (&key, sizeof key);
      slot->widget = take_spare (self);
      g_hash_table_add (self->slots, slot);
    }
  slot->round = self->round;
  return slot->widget;
}

static void
put_away (MaqWidgetPool *self,
          GtkWidget     *widget)
{
  g_ptr_array_remove_fast (self->children, widget);
  g_ptr_array_add (self->spare, widget);
  gtk_widget_set_visible (widget, FALSE);
}

void
maq_widget_pool_end (MaqWidgetPool *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Slot *slot = key;

      if (slot->round == self->round)
        continue;
      put_away (self, slot->widget);
      g_hash_table_iter_remove (&iter);
    }
  for (guint i = 0; i < self->released->len; i++)
    put_away (self, g_ptr_array_index (self->released, i));
  g_ptr_array_set_size (self->released, 0);
}

GtkWidget *
maq_widget_pool_find (MaqWidgetPool *self,
                      MaqId          first,
                      MaqId          second)
{
  const Slot key = { first, second, NULL, 0 };
  Slot *slot = g_hash_table_lookup (self->slots, &key);

  return slot == NULL ? NULL : slot->widget;
}

gboolean
maq_widget_pool_find_focus (MaqWidgetPool *self,
                            MaqId         *first,
                            MaqId         *second)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->parent);
  GHashTableIter iter;
  gpointer key;

  if (focus == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Slot *slot = key;

      if (slot->widget != focus)
        continue;
      *first = slot->first;
      *second = slot->second;
      return TRUE;
    }
  return FALSE;
}

GPtrArray *
maq_widget_pool_get_children (MaqWidgetPool *self)
{
  return self->children;
}
