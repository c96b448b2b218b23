/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "maq-adapted.h"

void
maq_cli_print_adapted (MaqSong        *song,
                       MaqArrangement *arrangement,
                       const char     *before)
{
  g_autoptr (MaqStyleLibrary) styles = maq_style_library_new ();
  g_auto (GStrv) notes = maq_adapted_dup_notes (styles, song, arrangement);

  for (guint i = 0; notes[i] != NULL; i++)
    g_print ("%s%s\n", i == 0 ? before : "", notes[i]);
}

/* What is right may still be worth knowing. */
static void
print_notes (const char *path)
{
  g_autoptr (MaqProject) project = NULL;

  /* standard input has been read to its end */
  if (strcmp (path, "-") != 0)
    project = maq_cli_load (path, FALSE);
  for (guint i = 0; project != NULL && i < maq_project_get_n_songs (project); i++)
    {
      MaqSong *song = maq_project_get_song (project, i);

      maq_cli_print_adapted (song, maq_song_get_current (song), "");
    }
}

MaqCliExit
maq_cli_check (int    argc,
               char **argv)
{
  gboolean is_quiet = FALSE;
  MaqCliExit exit_code = MAQ_CLI_OK;
  const GOptionEntry entries[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &is_quiet, N_("Say nothing where all is well"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE…"),
    N_("Reads project files and says what is wrong with them, as file:line: what and why.\n"
       "Charts are checked for what could not be understood."),
    "  maquette-cli check *.maquette\n"
    "  maquette-cli check --quiet song.maquette && echo fine\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2)
    return maq_cli_usage_error ("check", _("Name a file to check."));
  for (int i = 1; i < argc; i++)
    {
      if (!maq_cli_check_file (argv[i]))
        exit_code = MAQ_CLI_PROBLEM;
      else if (!is_quiet)
        {
          g_print (_("%s: all is well.\n"), argv[i]);
          print_notes (argv[i]);
        }
    }
  return exit_code;
}
