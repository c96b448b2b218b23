/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-import-report.h"

typedef struct
{
  guint line;
  char *text;
} Note;

struct _MaqImportReport
{
  GArray *notes;
  guint   n_more;
};

static void
clear_note_cb (gpointer data)
{
  Note *note = data;

  g_free (note->text);
}

MaqImportReport *
maq_import_report_new (void)
{
  MaqImportReport *self = g_new0 (MaqImportReport, 1);

  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  g_array_set_clear_func (self->notes, clear_note_cb);
  return self;
}

void
maq_import_report_free (MaqImportReport *self)
{
  g_array_unref (self->notes);
  g_free (self);
}

void
maq_import_report_add (MaqImportReport *self,
                       guint            line,
                       const char      *format,
                       ...)
{
  Note note = { .line = line };
  va_list arguments;

  if (self == NULL)
    return;
  if (self->notes->len >= MAQ_IMPORT_REPORT_MAX)
    {
      self->n_more++;
      return;
    }

  va_start (arguments, format);
  note.text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (self->notes, note);
}

guint
maq_import_report_get_n_notes (MaqImportReport *self)
{
  return self->notes->len;
}

guint
maq_import_report_get_n_more (MaqImportReport *self)
{
  return self->n_more;
}

guint
maq_import_report_get_line (MaqImportReport *self,
                            guint            index)
{
  g_return_val_if_fail (index < self->notes->len, 0);

  return g_array_index (self->notes, Note, index).line;
}

const char *
maq_import_report_get_text (MaqImportReport *self,
                            guint            index)
{
  g_return_val_if_fail (index < self->notes->len, NULL);

  return g_array_index (self->notes, Note, index).text;
}
