/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-choose.h"

#include <glib/gi18n.h>
#include <string.h>

#include "maq-compiler.h"

gboolean
maq_cli_same_name (const char *a,
                   const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return strcmp (folded_a, folded_b) == 0;
}

void
maq_cli_complain_of_name (const char *path,
                          const char *format,
                          const char *name,
                          GPtrArray  *names)
{
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  message = g_strdup_printf ("%s %s", format, list);
  maq_cli_complain (path, message);
}

MaqArrangement *
maq_cli_choose_arrangement (MaqSong    *song,
                            const char *name,
                            const char *path)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *format = NULL;

  if (name == NULL)
    return maq_song_get_current (song);
  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    {
      MaqArrangement *arrangement = maq_song_get_arrangement (song, i);

      if (maq_cli_same_name (maq_arrangement_get_name (arrangement), name))
        return arrangement;
      g_ptr_array_add (names, (gpointer) maq_arrangement_get_name (arrangement));
    }
  format = g_strdup_printf (_("There is no arrangement “%s” in it; there are:"), name);
  maq_cli_complain_of_name (path, format, name, names);
  return NULL;
}

MaqPerformance *
maq_cli_perform (MaqSong        *song,
                 MaqArrangement *arrangement,
                 const char     *path)
{
  g_autoptr(MaqStyleLibrary) styles = NULL;
  g_autoptr(MaqCompiler) compiler = NULL;

  if (maq_arrangement_get_n_sections (arrangement) == 0)
    {
      maq_cli_complain (path, _("There are no sections in it, so there is nothing to play."));
      return NULL;
    }
  styles = maq_style_library_new ();
  if (maq_style_library_get_n_styles (styles) == 0)
    {
      maq_cli_complain (NULL, _("There are no styles, so the band cannot play. Install Maquette, "
                                "or name its data folder in MAQ_DATADIR."));
      return NULL;
    }
  compiler = maq_compiler_new (styles);
  return maq_compiler_compile_arrangement (compiler, song, arrangement);
}
