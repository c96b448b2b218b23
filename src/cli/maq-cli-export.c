/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-choose.h"

#include <glib/gi18n.h>

#include "maq-export-midi.h"

typedef struct
{
  char     *output;
  char     *arrangement;
  gboolean  replaces;
  gboolean  is_quiet;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->output);
  g_free (options->arrangement);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
is_midi (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_equal (path, "-") || g_str_has_suffix (lower, ".mid") ||
         g_str_has_suffix (lower, ".midi");
}

static MaqCliExit
export_project (const Options *wanted,
                const char    *path)
{
  g_autoptr(MaqProject) project = maq_cli_load (path, FALSE);
  g_autoptr(MaqPerformance) performance = NULL;
  g_autoptr(MaqForm) form = NULL;
  g_autoptr(GBytes) bytes = NULL;
  MaqArrangement *arrangement;
  MaqSong *song;

  if (project == NULL)
    return MAQ_CLI_PROBLEM;
  song = maq_project_get_current (project);
  arrangement = maq_cli_choose_arrangement (song, wanted->arrangement, path);
  if (arrangement == NULL)
    return MAQ_CLI_PROBLEM;
  performance = maq_cli_perform (song, arrangement, path);
  if (performance == NULL)
    return MAQ_CLI_PROBLEM;

  form = maq_form_new (song, arrangement);
  bytes = maq_export_midi (performance, form);
  if (!maq_cli_save_bytes (bytes, wanted->output, wanted->replaces))
    return MAQ_CLI_PROBLEM;
  if (!wanted->is_quiet && !g_str_equal (wanted->output, "-"))
    {
      guint n_lanes = maq_performance_get_n_lanes (performance);

      g_print (g_dngettext (GETTEXT_PACKAGE, "%s: %u layer\n", "%s: %u layers\n", n_lanes),
               wanted->output, n_lanes);
    }
  return MAQ_CLI_OK;
}

MaqCliExit
maq_cli_export (int    argc,
                char **argv)
{
  g_auto(Options) options = { 0 };
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("File to write; .mid, or - for standard output"), N_("OUT") },
    { "arrangement", 'a', 0, G_OPTION_ARG_STRING, &options.arrangement,
      N_("Arrangement to write [the current one]"), N_("NAME") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.replaces,
      N_("Replace what is there"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options.is_quiet,
      N_("Say nothing where all goes well"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("Writes what the band plays in a project, or in a chart as it would be imported, as a\n"
       "Standard MIDI File: a track for each layer, with tempi, meters, keys and a marker for\n"
       "each section. Rooms, dynamics and fades are not in it."),
    "  maquette-cli export song.maquette -o song.mid\n"
    "  maquette-cli export song.maquette -o demo.mid --arrangement \"As demoed\"\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2)
    return maq_cli_usage_error ("export", _("Name one file to export."));
  if (options.output == NULL)
    return maq_cli_usage_error ("export", _("Say where to write, with --output."));
  if (!is_midi (options.output))
    return maq_cli_usage_error ("export", _("“%s” must end in .mid."), options.output);

  return export_project (&options, argv[1]);
}
