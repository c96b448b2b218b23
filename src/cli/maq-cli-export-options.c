/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-export-options.h"

#include <glib/gi18n.h>

#include "maq-cli.h"

#define MAX_SEMITONES 11

void
maq_cli_export_wishes_clear (MaqCliExportWishes *wishes)
{
  g_free (wishes->player);
  g_free (wishes->paper);
  g_free (wishes->notation);
}

void
maq_cli_export_wishes_add (MaqCliExportWishes *wishes,
                           GArray             *entries)
{
  const GOptionEntry own[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &wishes->player,
      N_("Whose sheet --player writes: a performer, or a layer that has none"), N_("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &wishes->paper,
      N_("Paper of all pages: a4 or letter [a4]"), N_("PAPER") },
    { "notation", 0, 0, G_OPTION_ARG_STRING, &wishes->notation,
      N_("Chords as names, roman or nashville [names]"), N_("NOTATION") },
    { "transpose", 0, 0, G_OPTION_ARG_INT, &wishes->semitones,
      N_("Write chords N semitones higher: 2 for B flat instruments, 9 for E flat, -3 for a capo "
         "in the third fret"), N_("N") },
    { "lyrics", 0, 0, G_OPTION_ARG_NONE, &wishes->has_lyrics,
      N_("Write words under the bars of charts"), NULL },
    { "parts", 0, 0, G_OPTION_ARG_NONE, &wishes->has_parts,
      N_("In MusicXML also a part for each layer"), NULL },
    { "click", 0, 0, G_OPTION_ARG_NONE, &wishes->has_click,
      N_("In MIDI also a track with the metronome"), NULL },
    { "grids", 0, 0, G_OPTION_ARG_NONE, &wishes->has_grids,
      N_("In ChordPro bars of chords instead of chords over words"), NULL },
  };

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
}

static gboolean
find_paper (const char *name,
            MaqPaper   *paper)
{
  *paper = MAQ_PAPER_A4;
  if (name == NULL || g_ascii_strcasecmp (name, "a4") == 0)
    return TRUE;
  *paper = MAQ_PAPER_LETTER;
  return g_ascii_strcasecmp (name, "letter") == 0;
}

gboolean
maq_cli_export_wishes_read (const MaqCliExportWishes *wishes,
                            MaqExportOptions         *options)
{
  g_autofree char *complaint = NULL;

  *options = (MaqExportOptions) { { .semitones = wishes->semitones,
                                    .has_lyrics = wishes->has_lyrics },
                                  wishes->has_parts, wishes->has_click, wishes->has_grids };
  if (!find_paper (wishes->paper, &options->chart.paper))
    complaint = g_strdup_printf (_("There is no paper “%s”; say a4 or letter."), wishes->paper);
  else if (ABS (wishes->semitones) > MAX_SEMITONES)
    complaint = g_strdup_printf (_("Chords can be written -%d to %d semitones higher."),
                                 MAX_SEMITONES, MAX_SEMITONES);
  else if (wishes->notation != NULL
           && !maq_chord_notation_from_nick (wishes->notation, &options->chart.notation))
    complaint = g_strdup_printf (_("There is no notation “%s”; say names, roman or nashville."),
                                 wishes->notation);
  if (complaint != NULL)
    maq_cli_complain (NULL, complaint);
  return complaint == NULL;
}
