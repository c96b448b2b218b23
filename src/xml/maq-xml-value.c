/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-value-private.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* ---- numbers, the same in every locale ---- */

static gboolean
read_integer (const char *text,
              double      minimum,
              double      maximum,
              int        *value)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, (gint64) minimum, (gint64) maximum, &number, NULL))
    return FALSE;

  *value = (int) number;
  return TRUE;
}

/* plain decimal numbers: no "nan", no "inf", no hexadecimal, no blanks */
static gboolean
read_number (const char *text,
             double      minimum,
             double      maximum,
             double     *value)
{
  char *end;
  double number;

  if (*text == '\0' || strspn (text, "0123456789+-.eE") != strlen (text))
    return FALSE;

  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || !isfinite (number) || number < minimum || number > maximum)
    return FALSE;

  *value = number == 0.0 ? 0.0 : number;
  return TRUE;
}

/* the shortest text that is read as the same number again */
static void
append_number (GString *out,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *formats[] = { "%.15g", "%.16g", "%.17g" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (text, sizeof text, formats[i], number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }

  g_string_append (out, text);
}

/* Four decimals tell any two ticks of a beat apart. */
static void
append_beat (GString *out,
             MaqTick  ticks)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (text, sizeof text, "%.4f", 1.0 + (double) ticks / MAQ_TICKS_PER_QUARTER);
  end = text + strlen (text);
  while (end[-1] == '0')
    end--;
  if (end[-1] == '.')
    end--;

  g_string_append_len (out, text, end - text);
}

static gboolean
read_beat (const char            *text,
           const MaqXmlAttribute *attribute,
           MaqTick               *ticks)
{
  double beat;

  if (!read_number (text, attribute->minimum, attribute->maximum, &beat))
    return FALSE;

  *ticks = llround ((beat - 1.0) * MAQ_TICKS_PER_QUARTER);
  return TRUE;
}

/* ---- reading ---- */

static gboolean
read_yes (const char *text,
          gboolean   *value)
{
  *value = g_str_equal (text, "yes");
  return *value || g_str_equal (text, "no");
}

static gboolean
read_key (const char *text,
          MaqKey     *key)
{
  return maq_key_parse (text, key) && maq_key_is_set (*key);
}

static gboolean
read_meter (const char *text,
            MaqMeter   *meter)
{
  return maq_meter_parse (text, meter) && maq_meter_is_set (*meter);
}

#define FIELD(Type) (&MAQ_XML_FIELD (Type, fields, attribute->offset))

static gboolean
read_value (const MaqXmlAttribute *attribute,
            gpointer               fields,
            const char            *text)
{
  switch (attribute->type)
    {
    case MAQ_XML_TYPE_ID:
      return maq_id_parse (text, FIELD (MaqId));

    case MAQ_XML_TYPE_NAME:
      *FIELD (const char *) = text;
      return strlen (text) <= (gsize) attribute->maximum;

    case MAQ_XML_TYPE_FILE:
      *FIELD (const char *) = text;
      return strlen (text) <= (gsize) attribute->maximum && maq_project_is_file_name (text);

    case MAQ_XML_TYPE_INTEGER:
      return read_integer (text, attribute->minimum, attribute->maximum, FIELD (int));

    case MAQ_XML_TYPE_ORDINAL:
      if (!read_integer (text, attribute->minimum, attribute->maximum, FIELD (int)))
        return FALSE;
      *FIELD (int) -= 1;
      return TRUE;

    case MAQ_XML_TYPE_NUMBER:
      return read_number (text, attribute->minimum, attribute->maximum, FIELD (double));

    case MAQ_XML_TYPE_STATED:
      FIELD (MaqStated)->is_set = TRUE;
      return read_number (text, attribute->minimum, attribute->maximum,
                          &FIELD (MaqStated)->value);

    case MAQ_XML_TYPE_SEED:
      return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, FIELD (guint64), NULL);

    case MAQ_XML_TYPE_BEAT:
      return read_beat (text, attribute, FIELD (MaqTick));

    case MAQ_XML_TYPE_YES:
      return read_yes (text, FIELD (gboolean));

    case MAQ_XML_TYPE_WORD:
      return attribute->words->from_nick (text, FIELD (int));

    case MAQ_XML_TYPE_METER:
      return read_meter (text, FIELD (MaqMeter));

    case MAQ_XML_TYPE_KEY:
      return read_key (text, FIELD (MaqKey));

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* "energy, tension, intimacy, other" */
static char *
list_words (const MaqXmlWords *words)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < words->n_values; i++)
    {
      const char *nick = words->get_nick (i);

      if (nick == NULL || *nick == '\0')
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      g_string_append (list, nick);
    }

  return g_string_free (list, FALSE);
}

static char *
advise (const MaqXmlAttribute *attribute)
{
  g_autofree char *words = NULL;

  switch (attribute->type)
    {
    case MAQ_XML_TYPE_ID:
      return g_strdup (_("write an id: hexadecimal digits in lower case"));

    case MAQ_XML_TYPE_NAME:
      return g_strdup_printf (_("write at most %d bytes"), (int) attribute->maximum);

    case MAQ_XML_TYPE_FILE:
      return g_strdup (_("write the name of a file, without folders"));

    case MAQ_XML_TYPE_INTEGER:
    case MAQ_XML_TYPE_ORDINAL:
      return g_strdup_printf (_("write a whole number from %d to %d"),
                              (int) attribute->minimum, (int) attribute->maximum);

    case MAQ_XML_TYPE_NUMBER:
    case MAQ_XML_TYPE_STATED:
    case MAQ_XML_TYPE_BEAT:
      return g_strdup_printf (_("write a number from %g to %g"),
                              attribute->minimum, attribute->maximum);

    case MAQ_XML_TYPE_SEED:
      return g_strdup (_("write a whole number of 0 or more"));

    case MAQ_XML_TYPE_YES:
      return g_strdup (_("write “yes” or “no”"));

    case MAQ_XML_TYPE_WORD:
      words = list_words (attribute->words);
      return g_strdup_printf (_("write one of these: %s"), words);

    case MAQ_XML_TYPE_METER:
      return g_strdup (_("write a meter, such as “4/4”"));

    case MAQ_XML_TYPE_KEY:
      return g_strdup (_("write a key, such as “F#m” or “D dorian”"));

    default:
      g_return_val_if_reached (NULL);
    }
}

char *
maq_xml_value_read (const MaqXmlAttribute *attribute,
                    gpointer               fields,
                    const char            *text)
{
  return read_value (attribute, fields, text) ? NULL : advise (attribute);
}

#undef FIELD

/* ---- writing ---- */

#define FIELD(Type) (*(const Type *) (const void *) ((const char *) fields + attribute->offset))

gboolean
maq_xml_value_is_stated (const MaqXmlAttribute *attribute,
                         gconstpointer          fields)
{
  const char *text;

  switch (attribute->type)
    {
    case MAQ_XML_TYPE_NAME:
    case MAQ_XML_TYPE_FILE:
      text = *(const char *const *) (const void *) ((const char *) fields + attribute->offset);
      return text != NULL && *text != '\0';

    case MAQ_XML_TYPE_ID:
    case MAQ_XML_TYPE_SEED:
      return FIELD (guint64) != 0;

    case MAQ_XML_TYPE_BEAT:
      return FIELD (MaqTick) != 0;

    case MAQ_XML_TYPE_INTEGER:
    case MAQ_XML_TYPE_ORDINAL:
    case MAQ_XML_TYPE_YES:
    case MAQ_XML_TYPE_WORD:
      return FIELD (int) != 0;

    case MAQ_XML_TYPE_NUMBER:
      return FIELD (double) != 0.0;

    case MAQ_XML_TYPE_STATED:
      return FIELD (MaqStated).is_set;

    case MAQ_XML_TYPE_METER:
      return maq_meter_is_set (FIELD (MaqMeter));

    case MAQ_XML_TYPE_KEY:
      return maq_key_is_set (FIELD (MaqKey));

    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
append_key_or_meter (const MaqXmlAttribute *attribute,
                     gconstpointer          fields,
                     GString               *out)
{
  char text[MAX (MAQ_KEY_TEXT_MAX, MAQ_METER_TEXT_MAX)];

  if (attribute->type == MAQ_XML_TYPE_KEY)
    g_string_append (out, maq_key_format (FIELD (MaqKey), text));
  else
    g_string_append (out, maq_meter_format (FIELD (MaqMeter), text));
}

void
maq_xml_value_append (const MaqXmlAttribute *attribute,
                      gconstpointer          fields,
                      GString               *out)
{
  char id[MAQ_ID_TEXT_MAX];
  const char *text;

  switch (attribute->type)
    {
    case MAQ_XML_TYPE_ID:
      g_string_append (out, maq_id_format (FIELD (MaqId), id));
      break;

    case MAQ_XML_TYPE_NAME:
    case MAQ_XML_TYPE_FILE:
      text = *(const char *const *) (const void *) ((const char *) fields + attribute->offset);
      maq_xml_append_quoted (out, text != NULL ? text : "", -1);
      break;

    case MAQ_XML_TYPE_INTEGER:
      g_string_append_printf (out, "%d", FIELD (int));
      break;

    case MAQ_XML_TYPE_ORDINAL:
      g_string_append_printf (out, "%d", FIELD (int) + 1);
      break;

    case MAQ_XML_TYPE_NUMBER:
      append_number (out, FIELD (double));
      break;

    case MAQ_XML_TYPE_STATED:
      append_number (out, FIELD (MaqStated).value);
      break;

    case MAQ_XML_TYPE_SEED:
      g_string_append_printf (out, "%" G_GUINT64_FORMAT, FIELD (guint64));
      break;

    case MAQ_XML_TYPE_BEAT:
      append_beat (out, FIELD (MaqTick));
      break;

    case MAQ_XML_TYPE_YES:
      g_string_append (out, FIELD (gboolean) ? "yes" : "no");
      break;

    case MAQ_XML_TYPE_WORD:
      g_string_append (out, attribute->words->get_nick (FIELD (int)));
      break;

    case MAQ_XML_TYPE_METER:
    case MAQ_XML_TYPE_KEY:
      append_key_or_meter (attribute, fields, out);
      break;

    default:
      g_return_if_reached ();
    }
}
