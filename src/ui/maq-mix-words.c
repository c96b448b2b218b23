/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-mix-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static int
to_percent (double value)
{
  return (int) lround (value * 100);
}

char *
maq_mix_words_dup_pan (double pan)
{
  int percent = to_percent (pan);

  if (percent == 0)
    return g_strdup (_("Centre"));
  return g_strdup_printf (percent < 0 ? _("%d %% left") : _("%d %% right"), ABS (percent));
}

char *
maq_mix_words_dup_distance (double distance)
{
  static const char *const words[] = {
    N_("At your ear"), N_("Close"), N_("Some steps away"), N_("Across the room"),
    N_("At the back"), N_("Far end of the hall"),
  };

  return g_strdup (_(words[(int) lround (CLAMP (distance, 0, 1) * (G_N_ELEMENTS (words) - 1))]));
}

char *
maq_mix_words_dup_tone (double tone)
{
  int percent = to_percent (tone);

  if (percent == 0)
    return g_strdup (_("As it is"));
  return g_strdup_printf (percent < 0 ? _("%d %% darker") : _("%d %% brighter"), ABS (percent));
}

char *
maq_mix_words_dup_width (double width)
{
  int percent = to_percent (width);

  if (percent == 0)
    return g_strdup (_("Mono"));
  if (percent == 100)
    return g_strdup (_("As it is"));
  /* Translators: width of a sound, 100 being as it is recorded */
  return g_strdup_printf (_("%d %%"), percent);
}
