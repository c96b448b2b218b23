/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "maq-cli.h"

static const struct
{
  const char *name;
  MaqCliFunc  func;
  const char *summary;
} commands[] = {
  { "new", maq_cli_new, N_("Start a song: title, form, style, with a band on it") },
  { "import", maq_cli_import, N_("Make a project of a ChordPro chart or a Billboard annotation") },
  { "info", maq_cli_info, N_("Show a song: key, tempo, form, who plays how much") },
  { "check", maq_cli_check, N_("Look for mistakes in project files") },
  { "render", maq_cli_render, N_("Let the band play a song into a FLAC, WAV or Opus file") },
  { "export", maq_cli_export, N_("Write what the band plays as a MIDI file") },
  { "measure", maq_cli_measure, N_("Say how loud, dense, bright and wide each section is") },
  { "follow", maq_cli_follow, N_("Bring what is heard nearer to the energy that is meant") },
  { "review", maq_cli_review, N_("Say what a second pair of ears would say of a song") },
  { "styles", maq_cli_styles, N_("List the ways the band can play, and let them be heard") },
};

static void
print_help (void)
{
  g_print (_("Usage:\n  maquette-cli COMMAND [OPTION…] [FILE…]\n\n"
             "Plans a record: which instrument plays when, and how much. Makes it heard.\n\n"
             "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s  %s\n", commands[i].name, _(commands[i].summary));
  g_print (_("\nOptions:\n"
             "  -h, --help  Show this help; after a command, how to use that\n"
             "  --version   Show the version\n\n"
             "A typical way:\n"
             "  maquette-cli import song.cho -o song.maquette\n"
             "  maquette-cli info song.maquette\n"
             "  maquette-cli render song.maquette -o song.flac\n\n"
             "Exit codes: 0 all is well, 1 something is wrong with a file, 2 with the command.\n"));
}

static MaqCliFunc
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i].name, name) == 0)
        return commands[i].func;
    }
  return NULL;
}

static MaqCliExit
run_help (int    argc,
          char **argv)
{
  MaqCliFunc func = argc > 2 ? find_command (argv[2]) : NULL;
  char help_option[] = "--help";
  char *arguments[] = { argc > 2 ? argv[2] : NULL, help_option, NULL };

  if (argc > 2 && func == NULL)
    return maq_cli_usage_error (NULL, _("There is no command “%s”."), argv[2]);
  if (func != NULL)
    return func (2, arguments);
  print_help ();
  return MAQ_CLI_OK;
}

int
main (int    argc,
      char **argv)
{
  const char *localedir = g_getenv ("MAQ_LOCALEDIR");
  MaqCliFunc func;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : MAQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    return maq_cli_usage_error (NULL, _("Say what to do: "
                                       "new, import, info, check, render, export, measure, "
                                       "follow, review or styles."));
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("maquette-cli %s\n", MAQ_VERSION);
      return MAQ_CLI_OK;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    return run_help (argc, argv);
  func = find_command (argv[1]);
  if (func == NULL)
    return maq_cli_usage_error (NULL, _("There is no command “%s”."), argv[1]);
  return func (argc - 1, argv + 1);
}
