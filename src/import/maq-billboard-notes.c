/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-billboard-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-import-text-private.h"
#include "maq-limits.h"

#define MAX_INSTRUMENTS 64

/* Closing notes shorten or change names: "(synth … synthesizer)". */
static int
find_playing (BillboardReader *self,
              const char      *name)
{
  int best = -1;

  for (guint i = 0; i < self->playing->len; i++)
    {
      const char *other = g_ptr_array_index (self->draft->instruments,
                                             g_array_index (self->playing, guint, i));

      if (strcmp (other, name) == 0)
        return (int) i;
      if (strstr (other, name) != NULL || strstr (name, other) != NULL)
        best = (int) i;
    }
  return best;
}

static void
play_bars (MaqDraftSection *section,
           guint            instrument,
           int              first_bar,
           int              end_bar)
{
  MaqDraftSpan span = { instrument, first_bar, end_bar };

  if (end_bar <= first_bar)
    return;
  for (guint i = 0; i < section->spans->len; i++)
    {
      MaqDraftSpan *other = &g_array_index (section->spans, MaqDraftSpan, i);

      if (other->instrument == instrument)
        {
          other->entry_bar = MIN (other->entry_bar, first_bar);
          other->exit_bar = MAX (other->exit_bar, end_bar);
          return;
        }
    }
  g_array_append_val (section->spans, span);
}

static void
open_note (BillboardReader *self,
           const char      *name)
{
  guint instrument;

  if (self->draft->instruments->len >= MAX_INSTRUMENTS || strlen (name) > MAQ_LIMIT_NAME_BYTES / 2)
    return;
  instrument = maq_draft_get_instrument (self->draft, name);
  for (guint i = 0; i < self->playing->len; i++)
    {
      if (g_array_index (self->playing, guint, i) == instrument)
        return;
    }
  g_array_append_val (self->playing, instrument);
}

/* A note that closes what is not open: the one before, which opened and closed
 * at once, was meant to open only; or else it plays from the section's start. */
static void
play_unopened (BillboardReader *self,
               const char      *name)
{
  guint instrument = maq_draft_get_instrument (self->draft, name);
  guint single_line = instrument < self->single_lines->len
                      ? g_array_index (self->single_lines, guint, instrument) : 0;
  int section = (int) self->draft->sections->len - 1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const BillboardLine *line = &g_array_index (self->lines, BillboardLine, i);

      if (line->section >= 0 && (single_line > 0 ? i + 1 >= single_line
                                                 : line->section == section))
        play_bars (maq_draft_get_section (self->draft, (guint) line->section), instrument,
                   line->first_bar, line->end_bar);
    }
  maq_import_report_add (self->report, self->line,
                         single_line > 0
                         ? _("“%s)” closes what is not open; it is taken to play from its note "
                             "before this one.")
                         : _("“%s)” closes what is not open; it is taken to play from the start "
                             "of the section."), name);
}

static void
close_note (BillboardReader *self,
            const char      *name,
            gboolean         is_single)
{
  int index = find_playing (self, name);
  guint instrument;

  if (index < 0)
    {
      if (!is_single && self->draft->instruments->len < MAX_INSTRUMENTS)
        play_unopened (self, name);
      return;
    }
  instrument = g_array_index (self->playing, guint, index);
  g_array_remove_index (self->playing, (guint) index);
  if (instrument >= self->single_lines->len)
    g_array_set_size (self->single_lines, instrument + 1);
  g_array_index (self->single_lines, guint, instrument) = is_single ? self->lines->len : 0;
}

/* The name in "(voice", "voice)" or "(guitar)". */
static char *
note_name (const char *field)
{
  static const struct
  {
    const char *name;
    const char *usual;
  } aliases[] = {
    { "vocal", "voice" }, { "vocals", "voice" }, { "voices", "voice" }, { "synth", "synthesizer" },
    { "sax", "saxophone" }, { "keyboards", "keyboard" }, { "string", "strings" },
  };
  g_autofree char *plain = g_strdup (field);
  g_autofree char *name = NULL;

  g_strdelimit (plain, "()", ' ');
  name = import_text_clean (plain, MAQ_LIMIT_NAME_BYTES / 2, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      if (strcmp (name, aliases[i].name) == 0)
        return g_strdup (aliases[i].usual);
    }
  return g_steal_pointer (&name);
}

void
billboard_open_notes (BillboardReader  *self,
                      char            **fields)
{
  const BillboardLine *line = &g_array_index (self->lines, BillboardLine, self->lines->len - 1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *name = note_name (fields[i]);

      if (*name != '\0' && strchr (fields[i], '(') != NULL)
        open_note (self, name);
    }
  for (guint i = 0; i < self->playing->len; i++)
    play_bars (self->section, g_array_index (self->playing, guint, i), line->first_bar,
               line->end_bar);
}

void
billboard_close_notes (BillboardReader  *self,
                       char            **fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *name = note_name (fields[i]);

      if (*name != '\0' && strchr (fields[i], ')') != NULL)
        close_note (self, name, strchr (fields[i], '(') != NULL);
    }
}
