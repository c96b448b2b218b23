/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-review.h"

#include <glib/gi18n.h>

#include "maq-cli-choose.h"
#include "maq-cli-mix.h"
#include "maq-measure.h"

typedef struct
{
  char     *arrangement;
  char     *format;
  char     *soundfont;
  int       chorus_seconds;
  gboolean  measures;
  gboolean  all;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->arrangement);
  g_free (options->format);
  g_free (options->soundfont);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
print_text (MaqProject *project,
            GPtrArray  *advice)
{
  if (advice->len == 0)
    g_print ("%s\n", _("Nothing to say."));
  for (guint i = 0; i < advice->len; i++)
    {
      const MaqAdviceFields *fields = maq_advice_get_fields (g_ptr_array_index (advice, i));

      g_print ("%s%s\n    ", fields->sentence, fields->is_dismissed ? _(" (dismissed)") : "");
      if (fields->bars == 1)
        g_print (_("bar %d: "), fields->first_bar + 1);
      else
        g_print (_("bars %d to %d: "), fields->first_bar + 1, fields->first_bar + fields->bars);
      g_print ("%s\n    %s\n", fields->check, fields->reason);
      for (guint j = 0; j < fields->n_moves; j++)
        {
          g_autofree char *label = maq_move_dup_label (fields->moves[j], project);

          g_print ("    → %s\n", label);
        }
    }
}

static void
print_json_pair (const char *name,
                 const char *text)
{
  g_print ("\"%s\": ", name);
  maq_cli_print_json_text (text);
}

static void
print_json_advice (MaqProject *project,
                   MaqAdvice  *advice)
{
  const MaqAdviceFields *fields = maq_advice_get_fields (advice);

  g_print ("    {");
  print_json_pair ("check", fields->check);
  g_print (", \"first_bar\": %d, \"bars\": %d, ", fields->first_bar + 1, fields->bars);
  g_print ("\"dismissed\": %s,\n     ", fields->is_dismissed ? "true" : "false");
  print_json_pair ("sentence", fields->sentence);
  g_print (",\n     ");
  print_json_pair ("reason", fields->reason);
  g_print (",\n     \"moves\": [");
  for (guint i = 0; i < fields->n_moves; i++)
    {
      g_autofree char *label = maq_move_dup_label (fields->moves[i], project);

      g_print ("%s", i > 0 ? ", " : "");
      maq_cli_print_json_text (label);
    }
  g_print ("]}");
}

static void
print_json (MaqProject *project,
            GPtrArray  *advice)
{
  g_print ("{\n  \"advice\": [\n");
  for (guint i = 0; i < advice->len; i++)
    {
      print_json_advice (project, g_ptr_array_index (advice, i));
      g_print ("%s\n", i + 1 < advice->len ? "," : "");
    }
  g_print ("  ]\n}\n");
}

static void
drop_dismissed (GPtrArray *advice)
{
  for (guint i = advice->len; i-- > 0;)
    if (maq_advice_get_fields (g_ptr_array_index (advice, i))->is_dismissed)
      g_ptr_array_remove_index (advice, i);
}

/* The arrangement to be heard through becomes the current one. */
static MaqProject *
choose (const Options *options,
        MaqProject    *project,
        const char    *path)
{
  MaqArrangement *arrangement =
    maq_cli_choose_arrangement (maq_project_get_current (project), options->arrangement, path);
  g_autoptr (MaqMove) select = NULL;

  if (arrangement == NULL)
    return NULL;
  select = maq_move_select_arrangement (maq_arrangement_get_id (arrangement));
  return maq_move_apply (select, project, NULL);
}

/* what is measured of each section; NULL after complaining */
static GArray *
measure (const Options *options,
         MaqProject    *project,
         const char    *path)
{
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqSoundfont) font = NULL;
  g_autoptr (MaqMeasurer) measurer = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GError) error = NULL;
  GArray *figures;

  performance = maq_cli_perform (maq_project_get_current (project),
                                 maq_project_get_arrangement (project), path);
  if (performance == NULL)
    return NULL;
  font = maq_cli_load_song_soundfont (options->soundfont, project, path);
  if (font == NULL)
    return NULL;

  measurer = maq_measurer_new (font);
  measures = maq_measurer_measure (measurer, performance, maq_cli_measure_progress_cb, NULL,
                                   maq_cli_get_cancellable (), &error);
  maq_cli_progress_done ();
  if (measures == NULL)
    {
      maq_cli_report_failure (path, error);
      return NULL;
    }
  figures = g_array_new (FALSE, TRUE, sizeof (MaqFigures));
  for (guint i = 0; i < measures->len; i++)
    g_array_append_vals (figures, maq_measure_get_whole (g_ptr_array_index (measures, i)), 1);

  return figures;
}

static MaqCliExit
review_project (const Options *options,
                const char    *path)
{
  g_autoptr (MaqProject) project = maq_cli_load (path, FALSE);
  g_autoptr (MaqProject) chosen = NULL;
  g_autoptr (GPtrArray) advice = NULL;
  g_autoptr (GArray) figures = NULL;
  MaqReviewOptions review = { .chorus_seconds = options->chorus_seconds };

  chosen = project != NULL ? choose (options, project, path) : NULL;
  if (chosen == NULL)
    return MAQ_CLI_PROBLEM;
  if (options->measures)
    {
      figures = measure (options, chosen, path);
      if (figures == NULL)
        return MAQ_CLI_PROBLEM;
      review.figures = (const MaqFigures *) (gpointer) figures->data;
      review.n_figures = figures->len;
    }

  advice = maq_review (chosen, &review, maq_cli_get_cancellable ());
  if (g_cancellable_is_cancelled (maq_cli_get_cancellable ()))
    return MAQ_CLI_PROBLEM;
  if (!options->all)
    drop_dismissed (advice);
  if (g_strcmp0 (options->format, "json") == 0)
    print_json (chosen, advice);
  else
    print_text (chosen, advice);
  return MAQ_CLI_OK;
}

static MaqCliExit
check_options (const Options *options,
               int            argc)
{
  static const char *const formats[] = { "text", "json", NULL };

  if (argc != 2)
    return maq_cli_usage_error ("review", _("Name one file to hear through."));
  if (options->format != NULL && !g_strv_contains (formats, options->format))
    return maq_cli_usage_error ("review", _("The format is text or json, not “%s”."),
                                options->format);
  if (options->chorus_seconds < 0)
    return maq_cli_usage_error ("review", _("Name a number of seconds above 0."));
  return MAQ_CLI_OK;
}

MaqCliExit
maq_cli_review (int    argc,
                char **argv)
{
  g_auto (Options) options = { 0 };
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "format", 'F', 0, G_OPTION_ARG_STRING, &options.format,
      N_("text or json [text]"), N_("FORMAT") },
    { "measure", 'm', 0, G_OPTION_ARG_NONE, &options.measures,
      N_("Let the band play first, and go by what is heard, too"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all,
      N_("Also what is dismissed in the song"), NULL },
    { "chorus", 'c', 0, G_OPTION_ARG_INT, &options.chorus_seconds,
      N_("By when the first chorus is expected [75]"), N_("SECONDS") },
    { "arrangement", 'a', 0, G_OPTION_ARG_STRING, &options.arrangement,
      N_("Arrangement to hear through [the current one]"), N_("NAME") },
    { "soundfont", 0, 0, G_OPTION_ARG_FILENAME, &options.soundfont,
      N_("SoundFont to play with [the song's, else the system's]"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("A second pair of ears: says what a colleague might about an arrangement, why it\n"
       "matters, and which moves would mend it. None of it is a mistake."),
    "  maquette-cli review song.maquette\n"
    "  maquette-cli review song.maquette --measure --format json\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  exit_code = check_options (&options, argc);
  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  /* before any thread starts, so that all of them leave Ctrl+C alone */
  maq_cli_get_cancellable ();
  return review_project (&options, argv[1]);
}
