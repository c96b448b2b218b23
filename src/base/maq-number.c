/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-number.h"

#include <math.h>
#include <string.h>

/* Seventeen significant digits tell any two doubles apart. */
#define MAX_DIGITS 17

/* Longer texts than these are no numbers that anybody means. */
#define MAX_TEXT 400

static gsize
count_digits (const char *text)
{
  gsize n_digits = 0;

  while (g_ascii_isdigit (text[n_digits]))
    n_digits++;
  return n_digits;
}

gboolean
maq_number_parse_int (const char *text,
                      gint64      min,
                      gint64      max,
                      gint64     *value)
{
  gboolean negative;
  const char *digits;
  gsize n_digits;
  gint64 number = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  negative = text[0] == '-';
  digits = text + (negative ? 1 : 0);
  n_digits = count_digits (digits);
  if (n_digits == 0 || digits[n_digits] != '\0')
    return FALSE;

  /* Counted downwards, because the negative numbers reach one further. */
  for (gsize i = 0; i < n_digits; i++)
    {
      int digit = g_ascii_digit_value (digits[i]);

      if (number < (G_MININT64 + digit) / 10)
        return FALSE;
      number = 10 * number - digit;
    }
  if (!negative)
    {
      if (number == G_MININT64)
        return FALSE;
      number = -number;
    }

  if (number < min || number > max)
    return FALSE;
  if (value != NULL)
    *value = number;
  return TRUE;
}

/* Whether @text is "-12.5e3" or a part of it, up to its end. */
static gboolean
is_decimal (const char *text)
{
  gsize n_digits;

  if (*text == '-')
    text++;
  n_digits = count_digits (text);
  if (n_digits == 0)
    return FALSE;
  text += n_digits;

  if (*text == '.')
    {
      n_digits = count_digits (++text);
      if (n_digits == 0)
        return FALSE;
      text += n_digits;
    }

  if (*text == 'e' || *text == 'E')
    {
      text++;
      if (*text == '-' || *text == '+')
        text++;
      n_digits = count_digits (text);
      if (n_digits == 0)
        return FALSE;
      text += n_digits;
    }
  return *text == '\0';
}

gboolean
maq_number_parse_double (const char *text,
                         double      min,
                         double      max,
                         double     *value)
{
  double number;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strnlen (text, MAX_TEXT + 1) > MAX_TEXT || !is_decimal (text))
    return FALSE;
  number = g_ascii_strtod (text, NULL);
  if (!isfinite (number) || number < min || number > max)
    return FALSE;

  if (value != NULL)
    *value = number;
  return TRUE;
}

const char *
maq_number_format (double  value,
                   char   *text)
{
  char scientific[G_ASCII_DTOSTR_BUF_SIZE];
  char format[16];
  int n_digits = 1;
  int exponent;

  g_return_val_if_fail (isfinite (value), NULL);

  if (value == 0.0)
    return strcpy (text, "0");

  do
    {
      g_snprintf (format, sizeof format, "%%.%de", n_digits - 1);
      g_ascii_formatd (scientific, sizeof scientific, format, value);
    }
  while (n_digits++ < MAX_DIGITS && g_ascii_strtod (scientific, NULL) != value);

  /* As many places behind the point as those digits need; a number of more
   * digits before it is written out whole. */
  exponent = atoi (strchr (scientific, 'e') + 1);
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (n_digits - 2 - exponent, 0, 340));
  return g_ascii_formatd (text, MAQ_NUMBER_TEXT_MAX, format, value);
}
