/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-id.h"

#include <string.h>

#include "maq-hash.h"

MaqId
maq_id_derive (guint64 seed,
               guint64 salt)
{
  guint64 bits = maq_hash_mix (maq_hash_mix (seed) ^ salt);
  MaqId id = bits >> 32;

  if (id == MAQ_ID_NONE)
    id = bits & G_MAXUINT32;
  return id == MAQ_ID_NONE ? 1 : id;
}

const char *
maq_id_format (MaqId  id,
               char  *text)
{
  static const char digits[] = "0123456789abcdef";
  guint n_digits = 1;

  while (n_digits < 16 && id >> (4 * n_digits) != 0)
    n_digits++;
  for (guint i = 0; i < n_digits; i++)
    text[i] = digits[(id >> (4 * (n_digits - 1 - i))) & 0xf];
  text[n_digits] = '\0';
  return text;
}

gboolean
maq_id_parse (const char *text,
              MaqId      *id)
{
  MaqId bits = 0;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strnlen (text, MAQ_ID_TEXT_MAX);
  if (length == 0 || length >= MAQ_ID_TEXT_MAX || text[0] == '0')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return FALSE;
      bits = bits << 4 | (guint64) g_ascii_xdigit_value (text[i]);
    }

  if (id != NULL)
    *id = bits;
  return TRUE;
}
