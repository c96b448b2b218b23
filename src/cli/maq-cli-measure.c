/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-measure.h"

#include <glib/gi18n.h>

#include "maq-arc-shape.h"
#include "maq-balancer.h"
#include "maq-cli-choose.h"
#include "maq-cli-mix.h"

typedef struct
{
  char     *arrangement;
  char     *format;
  char     *soundfont;
  gboolean  bars;
  gboolean  contrast;
  gboolean  loudness;
  gboolean  turns;
  gboolean  balance;
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
print (const Options  *options,
       MaqForm        *form,
       MaqArrangement *arrangement,
       GPtrArray      *measures)
{
  g_autoptr (MaqTension) tension = maq_tension_new (form, arrangement, measures);
  g_autoptr (MaqCurve) meant = maq_arc_dup_curve_of (arrangement, MAQ_ARC_ENERGY, form);
  const MaqCliMeasured measured = { form, arrangement, measures, tension, meant };

  if (g_strcmp0 (options->format, "csv") == 0)
    maq_cli_print_measures_csv (&measured, options->bars);
  else if (g_strcmp0 (options->format, "json") == 0)
    maq_cli_print_measures_json (&measured, options->bars);
  else
    maq_cli_print_measures_text (&measured);
  if (options->loudness)
    maq_cli_print_loudness (&measured);
  if (options->contrast)
    maq_cli_print_contrast (&measured);
  if (options->turns)
    maq_cli_print_turns (&measured);
}

static void
print_balances (const Options *options,
                MaqForm       *form,
                GPtrArray     *balances)
{
  if (g_strcmp0 (options->format, "csv") == 0)
    maq_cli_print_balances_csv (form, balances);
  else if (g_strcmp0 (options->format, "json") == 0)
    maq_cli_print_balances_json (form, balances);
  else
    maq_cli_print_balances_text (form, balances);
}

static void
balance_progress_cb (guint    done,
                     guint    total,
                     gpointer user_data)
{
  maq_cli_progress_cb ((double) done / total, user_data);
}

/* Says what is wrong by itself. */
static MaqCliExit
measure_performance (const Options  *options,
                     const char     *path,
                     MaqForm        *form,
                     MaqArrangement *arrangement,
                     MaqPerformance *performance,
                     MaqSoundfont   *font)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (options->balance)
    {
      g_autoptr (MaqBalancer) balancer = maq_balancer_new (font);

      found = maq_balancer_measure (balancer, performance, balance_progress_cb, NULL,
                                    maq_cli_get_cancellable (), &error);
    }
  else
    {
      g_autoptr (MaqMeasurer) measurer = maq_measurer_new (font);

      found = maq_measurer_measure (measurer, performance, maq_cli_measure_progress_cb, NULL,
                                    maq_cli_get_cancellable (), &error);
    }
  maq_cli_progress_done ();
  if (found == NULL)
    return maq_cli_report_failure (path, error);
  if (options->balance)
    print_balances (options, form, found);
  else
    print (options, form, arrangement, found);
  return MAQ_CLI_OK;
}

static MaqCliExit
measure_project (const Options *options,
                 const char    *path)
{
  g_autoptr (MaqProject) project = maq_cli_load (path, FALSE);
  g_autoptr (MaqPerformance) performance = NULL;
  g_autoptr (MaqSoundfont) font = NULL;
  g_autoptr (MaqForm) form = NULL;
  MaqArrangement *arrangement;
  MaqSong *song;

  if (project == NULL)
    return MAQ_CLI_PROBLEM;
  song = maq_project_get_current (project);
  arrangement = maq_cli_choose_arrangement (song, options->arrangement, path);
  if (arrangement == NULL)
    return MAQ_CLI_PROBLEM;
  performance = maq_cli_perform (song, arrangement, path);
  if (performance == NULL)
    return MAQ_CLI_PROBLEM;
  font = maq_cli_load_song_soundfont (options->soundfont, project, path);
  if (font == NULL)
    return MAQ_CLI_PROBLEM;
  form = maq_form_new (song, arrangement);
  return measure_performance (options, path, form, arrangement, performance, font);
}

static MaqCliExit
check_options (const Options *options,
               int            argc)
{
  static const char *const formats[] = { "text", "csv", "json", NULL };

  if (argc != 2)
    return maq_cli_usage_error ("measure", _("Name one file to measure."));
  if (options->format != NULL && !g_strv_contains (formats, options->format))
    return maq_cli_usage_error ("measure", _("The format is text, csv or json, not “%s”."),
                                options->format);
  if (options->bars && (options->format == NULL || g_str_equal (options->format, "text")))
    return maq_cli_usage_error ("measure", _("Bars are listed with --format csv or json."));
  if ((options->contrast || options->loudness || options->turns) && options->format != NULL
      && !g_str_equal (options->format, "text"))
    return maq_cli_usage_error ("measure", _("CSV and JSON have contrast, loudness and turns by "
                                             "themselves: leave --contrast, --loudness and "
                                             "--turns out."));
  if ((options->contrast || options->loudness || options->turns) && options->balance)
    return maq_cli_usage_error ("measure", _("The balance is a table of its own: leave "
                                             "--contrast, --loudness and --turns out."));
  if (options->bars && options->balance)
    return maq_cli_usage_error ("measure", _("The balance is of sections: leave --bars out."));
  return MAQ_CLI_OK;
}

MaqCliExit
maq_cli_measure (int    argc,
                 char **argv)
{
  g_auto (Options) options = { 0 };
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "format", 'F', 0, G_OPTION_ARG_STRING, &options.format,
      N_("text, csv or json [text]"), N_("FORMAT") },
    { "bars", 'b', 0, G_OPTION_ARG_NONE, &options.bars,
      N_("Each bar, and not only each section; in CSV and JSON"), NULL },
    { "contrast", 'c', 0, G_OPTION_ARG_NONE, &options.contrast,
      N_("How each section differs from the one before, in words; always in CSV and JSON"), NULL },
    { "loudness", 'l', 0, G_OPTION_ARG_NONE, &options.loudness,
      N_("Integrated, loudest and range of the loudness; always in CSV and JSON"), NULL },
    { "turns", 't', 0, G_OPTION_ARG_NONE, &options.turns,
      N_("Where something is prepared, surprises or resolves; always in CSV and JSON"), NULL },
    { "balance", 'B', 0, G_OPTION_ARG_NONE, &options.balance,
      N_("Who occupies which frequency band, and what is crowded"), NULL },
    { "arrangement", 'a', 0, G_OPTION_ARG_STRING, &options.arrangement,
      N_("Arrangement to measure [the current one]"), N_("NAME") },
    { "soundfont", 0, 0, G_OPTION_ARG_FILENAME, &options.soundfont,
      N_("SoundFont to play with [the song's, else the system's]"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("Lets the band play a project, or a chart as it would be imported, and measures what is\n"
       "heard in each section: energy from 0 to 10 beside what the arc of energy means, tension\n"
       "from 0 to 10, loudness (EBU R 128) and how it differs from the section before, onsets,\n"
       "brightness, width, layers and their distance.\n"
       "\n"
       "The bands in CSV and JSON are those of the mix, after its limiter. With --balance they\n"
       "are those of each layer by itself before it, and a band's level is their sum, so it lies\n"
       "higher where the limiter works or layers take from each other."),
    "  maquette-cli measure song.maquette\n"
    "  maquette-cli measure song.maquette --balance\n"
    "  maquette-cli measure song.maquette --format csv --bars > song.csv\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  exit_code = check_options (&options, argc);
  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  /* before any thread starts, so that all of them leave Ctrl+C alone */
  maq_cli_get_cancellable ();
  return measure_project (&options, argv[1]);
}
