/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli.h"

#include <glib/gi18n.h>

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
        g_print (_("%s: all is well.\n"), argv[i]);
    }
  return exit_code;
}
