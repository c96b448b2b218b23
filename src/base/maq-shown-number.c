/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-shown-number.h"

#include <math.h>

#define MINUS "\342\210\222"

/* Whether anything is left of it. */
static gboolean
is_seen (double value,
         int    decimals)
{
  return fabs (value) >= 0.5 * pow (10.0, -decimals);
}

char *
maq_shown_number (double value,
                  int    decimals)
{
  return g_strdup_printf ("%s%.*f", value < 0.0 && is_seen (value, decimals) ? MINUS : "",
                          decimals, fabs (value));
}

char *
maq_shown_change (double value,
                  int    decimals)
{
  g_autofree char *number = maq_shown_number (value, decimals);

  return g_strdup_printf ("%s%s", value > 0.0 && is_seen (value, decimals) ? "+" : "", number);
}
