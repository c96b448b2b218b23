/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-export-pages.h"

#include <glib/gi18n.h>

#include "maq-map-sheet.h"
#include "maq-player-sheet.h"
#include "maq-session-sheet.h"

#define DPI 150.0
#define MAX_SEMITONES 11

static struct
{
  char    *player;
  char    *paper;
  char    *notation;
  int      semitones;
  gboolean has_lyrics;
} wanted;

const GOptionEntry maq_cli_export_page_entries[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &wanted.player,
    N_("Whose sheet --player writes: a performer, or a layer that has none"), N_("NAME") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &wanted.paper,
    N_("Paper of all pages: a4 or letter [a4]"), N_("PAPER") },
  { "notation", 0, 0, G_OPTION_ARG_STRING, &wanted.notation,
    N_("Chords as names, roman or nashville [names]"), N_("NOTATION") },
  { "transpose", 0, 0, G_OPTION_ARG_INT, &wanted.semitones,
    N_("Write chords N semitones higher: 2 for B flat instruments, 9 for E flat, -3 for a capo in "
       "the third fret"), N_("N") },
  { "lyrics", 0, 0, G_OPTION_ARG_NONE, &wanted.has_lyrics,
    N_("Write words under the bars of charts"), NULL },
};

const guint maq_cli_n_export_page_entries = G_N_ELEMENTS (maq_cli_export_page_entries);

static gboolean
find_paper (MaqPaper  *paper,
            GError   **error)
{
  *paper = MAQ_PAPER_A4;
  if (wanted.paper == NULL || g_ascii_strcasecmp (wanted.paper, "a4") == 0)
    return TRUE;
  *paper = MAQ_PAPER_LETTER;
  if (g_ascii_strcasecmp (wanted.paper, "letter") == 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("There is no paper “%s”; say a4 or letter."), wanted.paper);
  return FALSE;
}

static gboolean
find_options (MaqChartOptions  *options,
              GError          **error)
{
  *options = (MaqChartOptions) { .semitones = wanted.semitones, .has_lyrics = wanted.has_lyrics };
  if (!find_paper (&options->paper, error))
    return FALSE;
  if (ABS (wanted.semitones) > MAX_SEMITONES)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("Chords can be written -%d to %d semitones higher."), MAX_SEMITONES,
                   MAX_SEMITONES);
      return FALSE;
    }
  if (wanted.notation != NULL
      && !maq_chord_notation_from_nick (wanted.notation, &options->notation))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("There is no notation “%s”; say names, roman or nashville."),
                   wanted.notation);
      return FALSE;
    }
  return TRUE;
}

static GBytes *
write_sheet (MaqSheet   *sheet,
             const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".svg"))
    return maq_sheet_write_svg (sheet);
  if (g_str_has_suffix (lower, ".png"))
    return maq_sheet_write_png (sheet, DPI);
  return maq_sheet_write_pdf (sheet);
}

/* Those that need no more than paper. */
static GBytes *
write_plain (const MaqCliExporting  *exporting,
             MaqSheet             *(*make) (MaqHandoff *handoff, MaqPaper paper),
             GError                **error)
{
  MaqPaper paper;
  g_autoptr(MaqSheet) sheet = NULL;

  if (!find_paper (&paper, error))
    return NULL;
  sheet = make (exporting->handoff, paper);
  return write_sheet (sheet, exporting->path);
}

GBytes *
maq_cli_export_cover (const MaqCliExporting  *exporting,
                      GError                **error)
{
  return write_plain (exporting, maq_cover_sheet_new, error);
}

GBytes *
maq_cli_export_map (const MaqCliExporting  *exporting,
                    GError                **error)
{
  return write_plain (exporting, maq_map_sheet_new, error);
}

GBytes *
maq_cli_export_inputs (const MaqCliExporting  *exporting,
                       GError                **error)
{
  return write_plain (exporting, maq_input_sheet_new, error);
}

GBytes *
maq_cli_export_takes (const MaqCliExporting  *exporting,
                      GError                **error)
{
  return write_plain (exporting, maq_take_sheet_new, error);
}

GBytes *
maq_cli_export_charts (const MaqCliExporting  *exporting,
                       GError                **error)
{
  MaqChartOptions options;
  g_autoptr(MaqSheet) sheet = NULL;

  if (!find_options (&options, error))
    return NULL;
  sheet = maq_chart_sheet_new (exporting->handoff, &options);
  return write_sheet (sheet, exporting->path);
}

GBytes *
maq_cli_export_player_of (const MaqCliExporting  *exporting,
                          const char             *player,
                          GError                **error)
{
  g_auto(GStrv) players = maq_player_sheet_list_players (exporting->handoff);
  g_autofree char *names = g_strjoinv (", ", players);
  MaqChartOptions options;
  g_autoptr(MaqSheet) sheet = NULL;

  if (!find_options (&options, error))
    return NULL;
  if (player == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("Say whose sheet it is with --for; there are: %s."), names);
      return NULL;
    }
  sheet = maq_player_sheet_new (exporting->handoff, player, &options);
  if (sheet == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("Nobody is called “%s”; there are: %s."), player, names);
      return NULL;
    }
  return write_sheet (sheet, exporting->path);
}

GBytes *
maq_cli_export_player (const MaqCliExporting  *exporting,
                       GError                **error)
{
  return maq_cli_export_player_of (exporting, wanted.player, error);
}
