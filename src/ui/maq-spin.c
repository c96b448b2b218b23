/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-spin.h"

gboolean
maq_spin_reads (GtkSpinButton *spin,
                double         value)
{
  int digits = (int) gtk_spin_button_get_digits (spin);
  g_autofree char *text = g_strdup_printf ("%.*f", digits, value);
  g_autofree char *shown = g_strdup_printf ("%.*f", digits, gtk_spin_button_get_value (spin));

  return g_str_equal (text, shown);
}
