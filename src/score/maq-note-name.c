/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-note-name.h"

#include <string.h>

#define MAX_ALTER 2

static const gint8 step_pitch_classes[7] = { 0, 2, 4, 5, 7, 9, 11 };

int
maq_note_name_pitch_class (MaqNoteName self)
{
  g_return_val_if_fail (self.step >= 0 && self.step < 7, 0);

  return (step_pitch_classes[self.step] + self.alter + 12) % 12;
}

gboolean
maq_note_name_equal (MaqNoteName self,
                     MaqNoteName other)
{
  return self.step == other.step && self.alter == other.alter;
}

MaqNoteName
maq_note_name_from_pitch_class (int      pitch_class,
                                gboolean flats)
{
  int alter = flats ? -1 : 1;

  pitch_class = ((pitch_class % 12) + 12) % 12;
  for (int step = 0; step < 7; step++)
    {
      if (step_pitch_classes[step] == pitch_class)
        return (MaqNoteName) { (gint8) step, 0 };
    }
  for (int step = 0; step < 7; step++)
    {
      if (step_pitch_classes[step] + alter == pitch_class)
        return (MaqNoteName) { (gint8) step, (gint8) alter };
    }
  g_return_val_if_reached (((MaqNoteName) { 0, 0 }));
}

const char *
maq_note_name_format (MaqNoteName  self,
                      char        *text)
{
  char *end = text;

  *end++ = "CDEFGAB"[self.step];
  for (int i = 0; i < self.alter; i++)
    *end++ = '#';
  for (int i = 0; i > self.alter; i--)
    *end++ = 'b';
  *end = '\0';
  return text;
}

static const struct
{
  const char *text;
  int         alter;
} accidentals[] = {
  { "#", 1 },
  { "b", -1 },
  { "\xe2\x99\xaf", 1 },  /* ♯ */
  { "\xe2\x99\xad", -1 }, /* ♭ */
  { "x", 2 },
};

/* Reads one accidental; returns its bytes, 0 if there is none. */
static gsize
parse_accidental (const char *text,
                  int        *alter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accidentals); i++)
    {
      gsize length = strlen (accidentals[i].text);

      if (strncmp (text, accidentals[i].text, length) == 0)
        {
          *alter = accidentals[i].alter;
          return length;
        }
    }
  return 0;
}

gsize
maq_note_name_parse (const char  *text,
                     MaqNoteName *name)
{
  static const gint8 letter_steps[7] = { 5, 6, 0, 1, 2, 3, 4 };
  gsize n_read = 1;
  int alter = 0;

  g_return_val_if_fail (text != NULL, 0);

  if (text[0] < 'A' || text[0] > 'G')
    return 0;

  while (TRUE)
    {
      int more = 0;
      gsize length = parse_accidental (text + n_read, &more);

      /* C#b is a C sharp followed by something else. */
      if (length == 0 || ABS (alter + more) > MAX_ALTER || alter * more < 0)
        break;
      alter += more;
      n_read += length;
    }

  if (name != NULL)
    *name = (MaqNoteName) { letter_steps[text[0] - 'A'], (gint8) alter };
  return n_read;
}
