/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "maq-application.h"
#include "maq-data.h"

/* Started from the build folder, the settings are described there. */
static void
find_uninstalled_schema (void)
{
  const char *build = maq_data_get_build_folder ();
  g_autofree char *folder = NULL;

  if (build == NULL)
    return;

  folder = g_build_filename (build, "data", NULL);
  g_setenv ("GSETTINGS_SCHEMA_DIR", folder, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  const char *localedir = g_getenv ("MAQ_LOCALEDIR");
  g_autoptr (MaqApplication) application = NULL;

  setlocale (LC_ALL, "");
  find_uninstalled_schema ();
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : MAQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = maq_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
