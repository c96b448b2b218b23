/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "maq-form.h"

static void
summarise (MaqProject *project,
           const char *path)
{
  for (guint i = 0; i < maq_project_get_n_songs (project); i++)
    {
      MaqSong *song = maq_project_get_song (project, i);
      MaqArrangement *arrangement = maq_song_get_current (song);
      g_autoptr(MaqForm) form = maq_form_new (song, arrangement);
      g_autofree char *time = maq_cli_dup_time (maq_form_get_seconds (form));
      guint n_sections = maq_arrangement_get_n_sections (arrangement);

      g_print (g_dngettext (GETTEXT_PACKAGE,
                            "%s: “%s”, %u section, %d bars, %u layers, %s\n",
                            "%s: “%s”, %u sections, %d bars, %u layers, %s\n", n_sections),
               path, maq_song_get_title (song), n_sections, maq_form_get_bars (form),
               maq_arrangement_get_n_layers (arrangement), time);
    }
}

static char *
default_output (const char *path)
{
  const char *dot = strrchr (path, '.');
  const char *slash = strrchr (path, '/');
  gsize length = dot != NULL && (slash == NULL || dot > slash + 1) && dot > path
                 ? (gsize) (dot - path) : strlen (path);

  return g_strdup_printf ("%.*s.maquette", (int) length, path);
}

MaqCliExit
maq_cli_import (int    argc,
                char **argv)
{
  g_autofree char *output = NULL;
  gboolean is_quiet = FALSE;
  gboolean replaces = FALSE;
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Project to write; “-” for standard output [FILE.maquette]"), N_("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &replaces, N_("Replace OUT if it is there"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &is_quiet,
      N_("Do not tell what had to be guessed or left out"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("Makes a project of a ChordPro chart (.cho, .chopro, .chordpro, .crd, .pro) or of an\n"
       "annotation of the McGill Billboard project: finds sections, bars, chords and words,\n"
       "and puts a band on it. FILE may be “-” for standard input."),
    "  maquette-cli import song.cho\n"
    "  maquette-cli import salami_chords.txt -o song.maquette\n",
    entries
  };
  g_autoptr(MaqProject) project = NULL;

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2)
    return maq_cli_usage_error ("import", _("Name one file to import."));
  if (output == NULL && g_str_has_suffix (argv[1], ".maquette"))
    return maq_cli_usage_error ("import", _("“%s” is a project already; open it as it is."),
                                argv[1]);
  if (output == NULL)
    output = strcmp (argv[1], "-") == 0 ? g_strdup ("-") : default_output (argv[1]);
  if (*output == '\0')
    return maq_cli_usage_error ("import", _("Say which file to write, after --output."));
  if (strcmp (output, argv[1]) == 0 && strcmp (output, "-") != 0)
    return maq_cli_usage_error ("import", _("OUT is the file that is read; choose another name."));

  if (strcmp (output, "-") != 0 && !maq_cli_may_write (output, replaces))
    return MAQ_CLI_PROBLEM;
  project = maq_cli_load (argv[1], !is_quiet);
  if (project == NULL || !maq_cli_save (project, output, replaces))
    return MAQ_CLI_PROBLEM;
  if (!is_quiet && strcmp (output, "-") != 0)
    summarise (project, output);
  return MAQ_CLI_OK;
}
