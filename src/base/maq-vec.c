/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-vec.h"

#include <string.h>

/* Most edits replace one item of many. Counting up all the others costs more
 * than everything else about an edit, so a vector that differs from another in
 * a few places leans on it: it keeps that one alive, and by itself only what it
 * has in those places. What it leans on leans on nothing, so the others that
 * were in its places stay in memory a little longer, but never more than
 * MAX_OWN of them for each vector. */
#define MAX_OWN  8
#define MIN_LEAN 32 /* shorter ones are as quick to copy */

struct _MaqVec
{
  const MaqVecClass *vec_class;
  MaqVec            *base;         /* or NULL: it keeps all its items itself */
  guint              n_own;
  guint              own[MAX_OWN]; /* the places where it keeps its items itself */
  guint              n_items;
  gpointer           items[];
};

/* Room for @n_items items that the caller fills in. */
static MaqVec *
vec_alloc (const MaqVecClass *vec_class,
           guint              n_items)
{
  MaqVec *self = g_atomic_rc_box_alloc (sizeof (MaqVec) + n_items * sizeof (gpointer));

  self->vec_class = vec_class;
  self->base = NULL;
  self->n_own = 0;
  self->n_items = n_items;
  return self;
}

static void
vec_fill (MaqVec         *self,
          guint           index,
          const gpointer *items,
          guint           n_items)
{
  for (guint i = 0; i < n_items; i++)
    self->items[index + i] = self->vec_class->ref (items[i]);
}

static void
vec_clear (gpointer data)
{
  MaqVec *self = data;

  if (self->base == NULL)
    {
      for (guint i = 0; i < self->n_items; i++)
        self->vec_class->unref (self->items[i]);
      return;
    }

  for (guint i = 0; i < self->n_own; i++)
    self->vec_class->unref (self->items[self->own[i]]);
  maq_vec_unref (self->base);
}

/* whether @self, with @index in a place of its own, can lean on what it comes from */
static gboolean
can_lean (MaqVec *self,
          guint   index)
{
  for (guint i = 0; i < self->n_own; i++)
    if (self->own[i] == index)
      return TRUE;

  return self->n_items >= MIN_LEAN && self->n_own < MAX_OWN;
}

static MaqVec *
vec_lean (MaqVec   *self,
          guint     index,
          gpointer  item)
{
  MaqVec *copy = vec_alloc (self->vec_class, self->n_items);
  gboolean is_new = TRUE;

  copy->base = maq_vec_ref (self->base != NULL ? self->base : self);
  memcpy (copy->items, self->items, self->n_items * sizeof (gpointer));
  copy->items[index] = item;

  copy->n_own = self->n_own;
  for (guint i = 0; i < self->n_own; i++)
    {
      copy->own[i] = self->own[i];
      is_new = is_new && self->own[i] != index;
    }
  if (is_new)
    copy->own[copy->n_own++] = index;
  for (guint i = 0; i < copy->n_own; i++)
    copy->vec_class->ref (copy->items[copy->own[i]]);

  return copy;
}

MaqVec *
maq_vec_new (const MaqVecClass *vec_class,
             const gpointer    *items,
             guint              n_items)
{
  MaqVec *self;

  g_return_val_if_fail (vec_class != NULL, NULL);
  g_return_val_if_fail (n_items == 0 || items != NULL, NULL);

  self = vec_alloc (vec_class, n_items);
  vec_fill (self, 0, items, n_items);
  return self;
}

MaqVec *
maq_vec_new_empty (const MaqVecClass *vec_class)
{
  return maq_vec_new (vec_class, NULL, 0);
}

MaqVec *
maq_vec_ref (MaqVec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
maq_vec_unref (MaqVec *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, vec_clear);
}

guint
maq_vec_get_length (MaqVec *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_items;
}

gpointer
maq_vec_get (MaqVec *self,
             guint   index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_items, NULL);

  return self->items[index];
}

const gpointer *
maq_vec_get_items (MaqVec *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->items;
}

int
maq_vec_find (MaqVec   *self,
              gpointer  item)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_items; i++)
    {
      if (self->items[i] == item)
        return (int) i;
    }
  return -1;
}

gboolean
maq_vec_equal (MaqVec *self,
               MaqVec *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (self->vec_class != other->vec_class || self->n_items != other->n_items)
    return FALSE;

  for (guint i = 0; i < self->n_items; i++)
    {
      gpointer a = self->items[i];
      gpointer b = other->items[i];

      if (a == b)
        continue;
      if (a == NULL || b == NULL || self->vec_class->equal == NULL
          || !self->vec_class->equal (a, b))
        return FALSE;
    }
  return TRUE;
}

MaqVec *
maq_vec_with_item (MaqVec   *self,
                   guint     index,
                   gpointer  item)
{
  MaqVec *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_items, NULL);

  if (self->items[index] == item)
    return maq_vec_ref (self);
  if (can_lean (self, index))
    return vec_lean (self, index, item);

  copy = vec_alloc (self->vec_class, self->n_items);
  vec_fill (copy, 0, self->items, index);
  vec_fill (copy, index, &item, 1);
  vec_fill (copy, index + 1, self->items + index + 1, self->n_items - index - 1);
  return copy;
}

MaqVec *
maq_vec_with_inserted (MaqVec   *self,
                       guint     index,
                       gpointer  item)
{
  MaqVec *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index <= self->n_items, NULL);

  copy = vec_alloc (self->vec_class, self->n_items + 1);
  vec_fill (copy, 0, self->items, index);
  vec_fill (copy, index, &item, 1);
  vec_fill (copy, index + 1, self->items + index, self->n_items - index);
  return copy;
}

MaqVec *
maq_vec_without (MaqVec *self,
                 guint   index)
{
  MaqVec *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_items, NULL);

  copy = vec_alloc (self->vec_class, self->n_items - 1);
  vec_fill (copy, 0, self->items, index);
  vec_fill (copy, index, self->items + index + 1, self->n_items - index - 1);
  return copy;
}

/* Where the item that comes to stand at @index stood before the move. */
static guint
index_before_move (guint index,
                   guint from,
                   guint to)
{
  if (index == to)
    return from;
  if (from <= index && index < to)
    return index + 1;
  if (to < index && index <= from)
    return index - 1;
  return index;
}

MaqVec *
maq_vec_with_moved (MaqVec *self,
                    guint   from,
                    guint   to)
{
  MaqVec *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (from < self->n_items, NULL);
  g_return_val_if_fail (to < self->n_items, NULL);

  if (from == to)
    return maq_vec_ref (self);

  copy = vec_alloc (self->vec_class, self->n_items);
  for (guint i = 0; i < self->n_items; i++)
    vec_fill (copy, i, self->items + index_before_move (i, from, to), 1);
  return copy;
}
