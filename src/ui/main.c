/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "maq-application.h"

int
main (int   argc,
      char *argv[])
{
  const char *localedir = g_getenv ("MAQ_LOCALEDIR");
  g_autoptr (MaqApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : MAQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = maq_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
