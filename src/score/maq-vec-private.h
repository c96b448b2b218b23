/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-vec.h"

G_BEGIN_DECLS

/* The vectors that a value holds may be absent; absent and absent are equal. */

static inline MaqVec *
maq_vec_ref0 (MaqVec *self)
{
  return self != NULL ? maq_vec_ref (self) : NULL;
}

static inline void
maq_vec_unref0 (MaqVec *self)
{
  if (self != NULL)
    maq_vec_unref (self);
}

static inline gboolean
maq_vec_equal0 (MaqVec *a,
                MaqVec *b)
{
  return a == b || (a != NULL && b != NULL && maq_vec_equal (a, b));
}

static inline guint
maq_vec_get_length0 (MaqVec *self)
{
  return self != NULL ? maq_vec_get_length (self) : 0;
}

static inline const gpointer *
maq_vec_get_items0 (MaqVec *self)
{
  return self != NULL ? maq_vec_get_items (self) : NULL;
}

/* Where an absent vector says no more than an empty one, it is kept as absent. */

static inline MaqVec *
maq_vec_ref_items (MaqVec *self)
{
  return maq_vec_get_length0 (self) > 0 ? maq_vec_ref (self) : NULL;
}

static inline gboolean
maq_vec_equal_items (MaqVec *a,
                     MaqVec *b)
{
  return (maq_vec_get_length0 (a) == 0 && maq_vec_get_length0 (b) == 0) || maq_vec_equal0 (a, b);
}

G_END_DECLS
