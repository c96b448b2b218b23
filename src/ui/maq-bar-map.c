/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-bar-map.h"

#include <math.h>

double
maq_bar_map_from_ticks (MaqForm *form,
                        double   ticks)
{
  MaqPosition place;
  const MaqFormSection *section;
  MaqTick start;
  MaqTick end;

  if (maq_form_get_n_sections (form) == 0)
    return 0;
  ticks = CLAMP (ticks, 0.0, (double) maq_form_get_length_ticks (form));
  place = maq_form_find_ticks (form, (MaqTick) ticks);
  section = maq_form_get_section (form, place.section);
  start = maq_form_get_bar_start (form, place.section, place.bar);
  end = maq_form_get_bar_start (form, place.section, place.bar + 1);
  return section->first_bar + place.bar +
         CLAMP ((ticks - section->start_ticks - start) / MAX (end - start, 1), 0.0, 1.0);
}

double
maq_bar_map_to_ticks (MaqForm *form,
                      double   bar)
{
  MaqPosition place;
  const MaqFormSection *section;
  MaqTick start;
  MaqTick end;
  double within;

  if (maq_form_get_n_sections (form) == 0 || bar <= 0)
    return 0;
  if (bar >= maq_form_get_bars (form))
    return (double) maq_form_get_length_ticks (form);
  place = maq_form_find_bar (form, (int) floor (bar));
  section = maq_form_get_section (form, place.section);
  start = maq_form_get_bar_start (form, place.section, place.bar);
  end = maq_form_get_bar_start (form, place.section, place.bar + 1);
  within = bar - floor (bar);
  return section->start_ticks + start + within * (end - start);
}

double
maq_bar_map_to_seconds (MaqForm *form,
                        double   bar)
{
  return maq_form_ticks_to_seconds (form, (MaqTick) lround (maq_bar_map_to_ticks (form, bar)));
}

double
maq_bar_map_find_target (MaqForm *form,
                         int      target_seconds)
{
  double seconds = maq_form_get_seconds (form);
  guint n_sections = maq_form_get_n_sections (form);
  const MaqFormSection *last;

  if (target_seconds <= 0 || n_sections == 0)
    return -1;
  if (target_seconds <= seconds)
    return maq_bar_map_from_ticks (form, (double) maq_form_seconds_to_ticks (form,
                                                                             target_seconds));
  last = maq_form_get_section (form, n_sections - 1);
  return maq_form_get_bars (form) +
         (target_seconds - seconds) * last->bars / MAX (last->seconds, 0.1);
}

char *
maq_bar_map_dup_place (MaqForm *form,
                       double   ticks)
{
  MaqPosition place;
  const MaqFormSection *section;

  if (maq_form_get_n_sections (form) == 0)
    return g_strdup ("—");
  place = maq_form_find_ticks (form, (MaqTick) ticks);
  section = maq_form_get_section (form, place.section);
  return g_strdup_printf ("%s · %d:%d", maq_section_get_name (section->section), place.bar + 1,
                          place.beat + 1);
}

char *
maq_bar_map_dup_clock (double seconds)
{
  int whole = (int) floor (seconds);

  return g_strdup_printf ("%d:%02d", whole / 60, whole % 60);
}

char *
maq_bar_map_dup_length (double seconds)
{
  return maq_bar_map_dup_clock (round (seconds));
}
