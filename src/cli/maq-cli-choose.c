/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-choose.h"

#include <glib/gi18n.h>
#include <string.h>

#include "maq-compiler.h"
#include "maq-export-words.h"

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

MaqStyle *
maq_cli_choose_style (MaqStyleLibrary *styles,
                      const char      *name,
                      const char      *command)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  MaqStyle *style = maq_style_library_find (styles, name);
  g_autofree char *list = NULL;

  for (guint i = 0; style == NULL && i < maq_style_library_get_n_styles (styles); i++)
    {
      MaqStyle *other = maq_style_library_get_style (styles, i);

      if (maq_cli_same_name (maq_style_get_name (other), name) ||
          maq_cli_same_name (maq_style_get_label (other), name))
        style = other;
      g_ptr_array_add (names, (gpointer) maq_style_get_name (other));
    }
  if (style != NULL)
    return style;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  maq_cli_usage_error (command, _("There is no style “%s”; there are: %s"), name, list);
  return NULL;
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

/* A section by name, else by its number, from @first on; if there is none, how many there are. */
static guint
find_section (MaqArrangement *arrangement,
              const char     *text,
              guint           first)
{
  const guint n_sections = maq_arrangement_get_n_sections (arrangement);
  g_autofree char *name = g_strstrip (g_strdup (text));
  guint64 number;

  for (guint i = first; i < n_sections; i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);

      if (maq_cli_same_name (maq_export_get_name (section), name))
        return i;
    }
  if (g_ascii_string_to_unsigned (name, 10, first + 1, n_sections, &number, NULL))
    return (guint) number - 1;
  return n_sections;
}

static void
complain_of_section (MaqArrangement *arrangement,
                     const char     *text,
                     const char     *path)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *format = g_strdup_printf (_("There is no section “%s” in it; there are:"), text);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    g_ptr_array_add (names, (gpointer) maq_export_get_name (
                              maq_arrangement_get_section (arrangement, i)));
  maq_cli_complain_of_name (path, format, text, names);
}

/* @from and @to may be empty; how many sections, 0 after complaining */
static guint
find_range (MaqArrangement *arrangement,
            const char     *from,
            const char     *to,
            const char     *path,
            guint          *first)
{
  const guint n_sections = maq_arrangement_get_n_sections (arrangement);
  guint last = n_sections - 1;

  *first = *from != '\0' ? find_section (arrangement, from, 0) : 0;
  if (*first >= n_sections)
    {
      complain_of_section (arrangement, from, path);
      return 0;
    }
  if (*to != '\0')
    last = find_section (arrangement, to, *first);
  if (last < n_sections)
    return last - *first + 1;
  if (find_section (arrangement, to, 0) < n_sections)
    {
      g_autofree char *message =
        g_strdup_printf (_("“%s” stands before “%s”; name first what comes first."), to, from);

      maq_cli_complain (path, message);
    }
  else
    complain_of_section (arrangement, to, path);
  return 0;
}

guint
maq_cli_choose_sections (MaqArrangement *arrangement,
                         const char     *wanted,
                         const char     *path,
                         guint          *first)
{
  const guint n_sections = maq_arrangement_get_n_sections (arrangement);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *dots;

  *first = 0;
  if (wanted == NULL || n_sections == 0)
    return n_sections;
  *first = find_section (arrangement, wanted, 0);
  if (*first < n_sections)
    return 1;
  dots = strstr (wanted, "..");
  if (dots == NULL)
    {
      complain_of_section (arrangement, wanted, path);
      return 0;
    }
  from = g_strstrip (g_strndup (wanted, (gsize) (dots - wanted)));
  to = g_strstrip (g_strdup (dots + 2));
  return find_range (arrangement, from, to, path, first);
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
