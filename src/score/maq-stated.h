/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MaqStated:
 * @is_set: whether a number is stated at all
 * @value: the number, 0.0 if none is stated
 *
 * A number that need not be stated, where 0 is as good as any other. Passed by
 * value; all bits 0 state nothing.
 */
typedef struct
{
  gboolean is_set;
  double   value;
} MaqStated;

/** MAQ_UNSTATED: no number */
#define MAQ_UNSTATED ((MaqStated) { FALSE, 0.0 })

/** maq_stated: states @value */
static inline MaqStated
maq_stated (double value)
{
  return (MaqStated) { TRUE, value };
}

/** maq_stated_or: the number, or @fallback where none is stated */
static inline double
maq_stated_or (MaqStated self,
               double    fallback)
{
  return self.is_set ? self.value : fallback;
}

static inline gboolean
maq_stated_equal (MaqStated a,
                  MaqStated b)
{
  return a.is_set == b.is_set && (!a.is_set || a.value == b.value);
}

G_END_DECLS
