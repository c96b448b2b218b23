/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-meter.h"

#include <string.h>

#define MAX_BEATS 32
#define MAX_UNIT  32

gboolean
maq_meter_is_set (MaqMeter self)
{
  return self.beats != 0;
}

gboolean
maq_meter_is_valid (MaqMeter self)
{
  return self.beats >= 1 && self.beats <= MAX_BEATS
         && self.unit >= 1 && self.unit <= MAX_UNIT
         && (self.unit & (self.unit - 1)) == 0;
}

gboolean
maq_meter_equal (MaqMeter self,
                 MaqMeter other)
{
  return self.beats == other.beats && self.unit == other.unit;
}

MaqTick
maq_meter_bar_ticks (MaqMeter self)
{
  g_return_val_if_fail (maq_meter_is_valid (self), MAQ_TICKS_PER_WHOLE);

  return (MaqTick) self.beats * (MAQ_TICKS_PER_WHOLE / self.unit);
}

MaqTick
maq_meter_beat_ticks (MaqMeter self)
{
  MaqTick written;

  g_return_val_if_fail (maq_meter_is_valid (self), MAQ_TICKS_PER_QUARTER);

  written = MAQ_TICKS_PER_WHOLE / self.unit;
  return maq_meter_is_compound (self) ? 3 * written : written;
}

guint
maq_meter_n_beats (MaqMeter self)
{
  return maq_meter_is_compound (self) ? self.beats / 3u : self.beats;
}

/* 3/8 is felt in one or in three; a click on each eighth serves both. */
gboolean
maq_meter_is_compound (MaqMeter self)
{
  return self.unit >= 8 && self.beats > 3 && self.beats % 3 == 0;
}

const char *
maq_meter_format (MaqMeter  self,
                  char     *text)
{
  g_snprintf (text, MAQ_METER_TEXT_MAX, "%u/%u", self.beats, self.unit);
  return text;
}

/* Reads one or two digits; returns how many, 0 if there is no number. */
static gsize
parse_number (const char *text,
              guint8     *number)
{
  gsize n_digits = 0;
  guint value = 0;

  while (n_digits < 3 && g_ascii_isdigit (text[n_digits]))
    value = 10 * value + (guint) g_ascii_digit_value (text[n_digits++]);
  if (n_digits > 2)
    return 0;
  *number = (guint8) value;
  return n_digits;
}

gboolean
maq_meter_parse (const char *text,
                 MaqMeter   *meter)
{
  MaqMeter read = MAQ_METER_UNSET;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strcmp (text, "C") == 0)
    read = (MaqMeter) { 4, 4 };
  else if (strcmp (text, "C|") == 0)
    read = (MaqMeter) { 2, 2 };
  else
    {
      gsize n_beats = parse_number (text, &read.beats);
      gsize n_unit;

      if (n_beats == 0 || text[n_beats] != '/')
        return FALSE;
      n_unit = parse_number (text + n_beats + 1, &read.unit);
      if (n_unit == 0 || text[n_beats + 1 + n_unit] != '\0')
        return FALSE;
    }

  if (!maq_meter_is_valid (read))
    return FALSE;
  if (meter != NULL)
    *meter = read;
  return TRUE;
}
