/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

gboolean
maq_cli_parse (const MaqCliUsage   *usage,
               int                 *argc,
               char              ***argv,
               MaqCliExit          *exit_code)
{
  /* what gettext says of "" is not for people */
  g_autoptr(GOptionContext) context =
    g_option_context_new (*usage->parameters != '\0' ? _(usage->parameters) : NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *examples = g_strdup_printf ("%s\n%s", _("Examples:"), usage->examples);
  g_autofree char *name = g_strdup_printf ("maquette-cli %s", (*argv)[0]);
  gboolean wants_help = FALSE;
  const GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_("Show this help"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_set_prgname (name);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(usage->summary));
  g_option_context_set_description (context, examples);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, usage->entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *exit_code = maq_cli_usage_error ((*argv)[0], "%s", error->message);
      return FALSE;
    }
  if (wants_help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      *exit_code = MAQ_CLI_OK;
      return FALSE;
    }
  return TRUE;
}

MaqCliExit
maq_cli_usage_error (const char *command,
                     const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  maq_cli_complain (NULL, message);
  if (command != NULL)
    g_printerr (_("Try “maquette-cli %s --help”.\n"), command);
  else
    g_printerr (_("Try “maquette-cli --help”.\n"));
  return MAQ_CLI_USAGE;
}

/* Whether a message begins with the number of a line: "12: …". */
static gboolean
has_line (const char *message)
{
  const char *p = message;

  while (g_ascii_isdigit (*p))
    p++;
  return p > message && *p == ':';
}

/* The stop at the end of a sentence; those of other libraries come without. */
static const char *
get_stop (const char *message)
{
  gsize length = strlen (message);

  return length == 0 || strchr (".!?\n", message[length - 1]) != NULL ? "" : ".";
}

void
maq_cli_complain (const char *path,
                  const char *message)
{
  const char *stop = get_stop (message);

  if (path == NULL)
    g_printerr ("maquette-cli: %s%s\n", message, stop);
  else
    g_printerr ("%s:%s%s%s\n", *path != '\0' ? path : "“”", has_line (message) ? "" : " ", message,
                stop);
}

void
maq_cli_complain_whole (const char *message)
{
  g_printerr ("%s%s\n", message, get_stop (message));
}

char *
maq_cli_dup_time (double seconds)
{
  long whole = lround (MAX (0.0, seconds));

  return g_strdup_printf ("%ld:%02ld", whole / 60, whole % 60);
}

char *
maq_cli_dup_fit (const char *name,
                 int         n_columns)
{
  GString *text = g_string_new (NULL);
  int width = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int cells = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;

      if (width + cells > n_columns)
        break;
      g_string_append_unichar (text, c);
      width += cells;
    }
  for (; width < n_columns; width++)
    g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}

void
maq_cli_print_json_text (const char *text)
{
  g_print ("\"");
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_print ("\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_print ("\\u%04x", (guint) (guchar) *text);
    else
      g_print ("%c", *text);
  g_print ("\"");
}
