/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "maq-arc-shape.h"
#include "maq-cli-choose.h"
#include "maq-cli-mix.h"
#include "maq-follow-band.h"

#define NAME_COLUMNS 16

typedef struct
{
  char     *output;
  char     *shape;
  char     *soundfont;
  char    **sections;
  gboolean  replaces;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->output);
  g_free (options->shape);
  g_free (options->soundfont);
  g_strfreev (options->sections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const char *const shapes[] = { "climb", "two-peaks", "late-bloom", "arch", "drop", NULL };

/* Lays the shape that was asked for over the form, in the place of the arc that is there. */
static MaqProject *
lay_shape (MaqProject *project,
           const char *name)
{
  MaqArcShape shape = MAQ_ARC_SHAPE_CLIMB;
  g_autoptr (MaqMove) move = NULL;

  if (name == NULL)
    return maq_project_ref (project);
  while (!g_str_equal (shapes[shape], name))
    shape++;
  move = maq_move_shape_arc (MAQ_ARC_ENERGY, NULL, shape);
  return maq_move_apply (move, project, NULL);
}

/* The ids of the sections that were asked for; NULL after complaining. */
static GArray *
find_sections (MaqArrangement *arrangement,
               char          **wanted,
               const char     *path)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (MaqId));

  for (guint k = 0; wanted != NULL && wanted[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      guint n_before = ids->len;

      for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
        {
          MaqSection *section = maq_arrangement_get_section (arrangement, i);
          MaqId id = maq_section_get_id (section);

          g_ptr_array_add (names, (char *) maq_section_get_name (section));
          if (maq_cli_same_name (wanted[k], maq_section_get_name (section)))
            g_array_append_val (ids, id);
        }
      if (ids->len > n_before)
        continue;
      maq_cli_complain_of_name (path, _("There is no section “%s” in it; there are:"), wanted[k],
                                names);
      return NULL;
    }
  return g_steal_pointer (&ids);
}

static void
print (MaqFollow      *follow,
       MaqArrangement *arrangement)
{
  g_autofree char *summary = maq_follow_dup_summary (follow);

  g_print ("%s\n", _("Section           Meant  Before   After"));
  for (guint i = 0; i < maq_follow_get_n_sections (follow); i++)
    {
      const MaqFollowSection *section = maq_follow_get_section (follow, i);
      g_autofree char *name
        = maq_cli_dup_fit (maq_section_get_name (maq_arrangement_get_section (arrangement, i)),
                           NAME_COLUMNS);
      g_autofree char *sentence = maq_follow_dup_sentence (follow, i);

      g_print ("%s  %5.1f  %6.1f  %6.1f  %s\n", name, section->meant, section->before,
               section->after, sentence);
    }
  g_print ("\n%s\n%s\n", summary,
           _("Energy goes by what is heard, from 0 to 10, before the whole song is brought near "
             "the loudness of others."));
}

static MaqCliExit
write_project (const Options *options,
               MaqProject    *project,
               MaqFollow     *follow,
               const char    *path)
{
  g_autoptr (MaqMove) move = maq_follow_create_move (follow, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MaqProject) after = move == NULL ? maq_project_ref (project)
                                              : maq_move_apply (move, project, &error);

  if (after == NULL)
    {
      maq_cli_complain (path, error->message);
      return MAQ_CLI_PROBLEM;
    }
  return maq_cli_save (after, options->output, options->replaces) ? MAQ_CLI_OK : MAQ_CLI_PROBLEM;
}

static MaqCliExit
follow_project (const Options *options,
                const char    *path)
{
  g_autoptr (MaqProject) loaded = maq_cli_load (path, FALSE);
  g_autoptr (MaqProject) project = NULL;
  g_autoptr (MaqSoundfont) font = NULL;
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (MaqCompiler) compiler = NULL;
  g_autoptr (MaqFollow) follow = NULL;
  g_autoptr (GArray) sections = NULL;
  g_autoptr (GError) error = NULL;
  MaqFollowBand band = { .progress = maq_cli_measure_progress_cb };

  if (loaded == NULL)
    return MAQ_CLI_PROBLEM;
  project = lay_shape (loaded, options->shape);
  sections = find_sections (maq_project_get_arrangement (project), options->sections, path);
  if (sections == NULL)
    return MAQ_CLI_PROBLEM;
  font = maq_cli_load_song_soundfont (options->soundfont, project, path);
  if (font == NULL)
    return MAQ_CLI_PROBLEM;
  measurer = maq_measurer_new (font);
  compiler = maq_compiler_new (NULL);
  band.measurer = measurer;
  band.compiler = compiler;
  follow = maq_follow_new (project, (const MaqId *) (gpointer) sections->data, sections->len,
                           maq_follow_band_measure, &band, maq_cli_get_cancellable (), &error);
  g_clear_pointer (&band.first, maq_performance_unref);
  maq_cli_progress_done ();
  if (follow == NULL)
    return maq_cli_report_failure (path, error);
  print (follow, maq_project_get_arrangement (project));
  return options->output == NULL ? MAQ_CLI_OK : write_project (options, project, follow, path);
}

static MaqCliExit
check_options (const Options *options,
               int            argc)
{
  if (argc != 2)
    return maq_cli_usage_error ("follow", _("Name one project."));
  if (options->shape != NULL && !g_strv_contains (shapes, options->shape))
    return maq_cli_usage_error ("follow", _("The shape is climb, two-peaks, late-bloom, arch or "
                                            "drop, not “%s”."), options->shape);
  if (options->output != NULL && !maq_cli_may_write (options->output, options->replaces))
    return MAQ_CLI_PROBLEM;
  return MAQ_CLI_OK;
}

MaqCliExit
maq_cli_follow (int    argc,
                char **argv)
{
  g_auto (Options) options = { 0 };
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Do it, and write the project to this file"), N_("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.replaces,
      N_("Replace the file if it is there"), NULL },
    { "section", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.sections,
      N_("Only this section, may be given several times [all]"), N_("NAME") },
    { "shape", 0, 0, G_OPTION_ARG_STRING, &options.shape,
      N_("Lay climb, two-peaks, late-bloom, arch or drop over the song first"), N_("SHAPE") },
    { "soundfont", 0, 0, G_OPTION_ARG_FILENAME, &options.soundfont,
      N_("SoundFont to play with [the song's, else the system's]"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("Looks for the fewest changes of levels, entries and layers that bring what is heard to\n"
       "the energy that is meant, measures them, and says what they are, section by section.\n"
       "Parts that are pinned stay as they are. Of all arcs energy is the one that levels and\n"
       "entries are measured against: intimacy and arcs of your own are not measured, and\n"
       "tension goes by harmony and form, too."),
    "  maquette-cli follow song.maquette\n"
    "  maquette-cli follow song.maquette --shape late-bloom -o bloom.maquette\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  exit_code = check_options (&options, argc);
  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  /* before any thread starts, so that all of them leave Ctrl+C alone */
  maq_cli_get_cancellable ();
  return follow_project (&options, argv[1]);
}
