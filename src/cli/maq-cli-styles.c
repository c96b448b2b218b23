/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "maq-audio-file.h"
#include "maq-cli-choose.h"
#include "maq-cli-mix.h"
#include "maq-compiler.h"
#include "maq-data.h"
#include "maq-limits.h"
#include "maq-style-demo.h"

#define NAME_COLUMNS 18
#define LABEL_COLUMNS 26
#define METERS_COLUMNS 16
#define WRAP_COLUMNS 78

/* What the command line asks for. */
typedef struct
{
  char     *audition;
  char     *describe;
  char     *check;
  char     *output;
  char     *role;
  char     *soundfont;
  int       level;
  gboolean  replaces;
  gboolean  is_quiet;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->audition);
  g_free (options->describe);
  g_free (options->check);
  g_free (options->output);
  g_free (options->role);
  g_free (options->soundfont);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static MaqCliExit
complain_of_problems (MaqStyleLibrary *styles)
{
  guint n_problems = maq_style_library_get_n_problems (styles);

  for (guint i = 0; i < n_problems; i++)
    g_printerr ("%s\n", maq_style_library_get_problem (styles, i));
  return n_problems > 0 ? MAQ_CLI_PROBLEM : MAQ_CLI_OK;
}

/* "4/4, 2/4" */
static char *
dup_meters (MaqStyle *style)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < maq_style_get_n_meters (style); i++)
    {
      char meter[MAQ_METER_TEXT_MAX];

      maq_meter_format (maq_style_get_meter_at (style, i), meter);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", meter);
    }
  return g_string_free (text, FALSE);
}

/* Beats a minute, as people count them. */
static int
beats_per_minute (MaqStyle *style)
{
  double beat_ticks = (double) maq_meter_beat_ticks (maq_style_get_meter (style));

  return (int) lround (maq_style_get_tempo_qpm (style) * MAQ_TICKS_PER_QUARTER / beat_ticks);
}

/* The program for its own styles, the file for those of the user. */
static const char *
origin (const char *path)
{
  const char *own = maq_data_get_folder ();

  return g_str_has_prefix (path, own) && path[strlen (own)] == G_DIR_SEPARATOR ? "Maquette" : path;
}

static void
print_row (const char *name,
           const char *label,
           const char *meters,
           const char *tempo,
           const char *from)
{
  g_autofree char *fit_name = maq_cli_dup_fit (name, NAME_COLUMNS);
  g_autofree char *fit_label = maq_cli_dup_fit (label, LABEL_COLUMNS);
  g_autofree char *fit_meters = maq_cli_dup_fit (meters, METERS_COLUMNS);
  g_autofree char *fit_tempo = maq_cli_dup_fit (tempo, 6);

  g_print ("%s  %s  %s  %s  %s\n", fit_name, fit_label, fit_meters, fit_tempo, from);
}

static MaqCliExit
list_styles (MaqStyleLibrary *styles)
{
  guint n_styles = maq_style_library_get_n_styles (styles);

  if (n_styles > 0)
    print_row (_("Name"), _("Style"), _("Meters"), _("Tempo"), _("From"));
  for (guint i = 0; i < n_styles; i++)
    {
      MaqStyle *style = maq_style_library_get_style (styles, i);
      g_autofree char *meters = dup_meters (style);
      g_autofree char *tempo = g_strdup_printf ("%5d", beats_per_minute (style));

      print_row (maq_style_get_name (style), maq_style_get_label (style), meters, tempo,
                 origin (maq_style_library_get_path (styles, i)));
    }
  return complain_of_problems (styles);
}

/* A style by name, or after complaining NULL. */
static MaqStyle *
find_style (MaqStyleLibrary *styles,
            const char      *name)
{
  MaqStyle *style = maq_cli_choose_style (styles, name, "styles");

  if (style == NULL)
    complain_of_problems (styles);
  return style;
}

/* Lines of so many columns at most, broken between words. */
static void
print_wrapped (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n", -1);
  glong column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (length == 0)
        continue;
      if (column > 0 && column + 1 + length > WRAP_COLUMNS)
        column = 0, g_print ("\n");
      g_print ("%s%s", column > 0 ? " " : "", words[i]);
      column += length + (column > 0);
    }
  if (column > 0)
    g_print ("\n");
}

static MaqCliExit
describe_style (MaqStyle *style)
{
  g_autofree char *meters = dup_meters (style);

  g_print (_("%s (%s): %s, %d beats a minute\n"), maq_style_get_label (style),
           maq_style_get_name (style), meters, beats_per_minute (style));
  print_wrapped (maq_style_get_about (style));
  return MAQ_CLI_OK;
}

static MaqCliExit
check_file (const Options *wanted)
{
  g_autoptr(GBytes) bytes = maq_cli_read (wanted->check);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqStyle) style = NULL;

  if (bytes == NULL)
    return MAQ_CLI_PROBLEM;
  if (g_bytes_get_size (bytes) == 0)
    {
      maq_cli_complain (wanted->check, _("The file is empty; choose one with a style in it."));
      return MAQ_CLI_PROBLEM;
    }
  style = maq_style_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                           wanted->check, &error);
  if (style == NULL)
    g_printerr ("%s\n", error->message);
  else if (!wanted->is_quiet)
    g_print (_("%s: all is well.\n"), wanted->check);
  return style != NULL ? MAQ_CLI_OK : MAQ_CLI_PROBLEM;
}

static MaqCliExit
save_demo (const Options *wanted,
           MaqSong       *song)
{
  gpointer item = song;
  g_autoptr(MaqVec) songs = maq_vec_new (&maq_song_vec_class, &item, 1);
  g_autoptr(MaqProject) project = maq_project_new (&(MaqProjectFields) {
    .current = maq_song_get_id (song), .songs = songs });

  return maq_cli_save (project, wanted->output, wanted->replaces) ? MAQ_CLI_OK : MAQ_CLI_PROBLEM;
}

static MaqCliExit
audition (const Options   *wanted,
          MaqStyleLibrary *styles,
          MaqStyle        *style)
{
  MaqRole role = MAQ_N_ROLES;
  MaqRenderOptions options = MAQ_RENDER_OPTIONS_INIT;
  g_autoptr(MaqSong) song = NULL;
  g_autoptr(MaqCompiler) compiler = NULL;
  g_autoptr(MaqPerformance) performance = NULL;
  g_autoptr(MaqSoundfont) font = NULL;

  if (wanted->role != NULL && !maq_role_from_nick (wanted->role, &role))
    return maq_cli_usage_error ("styles", _("There is no role “%s”; write it like "
                                            "acoustic-guitar."), wanted->role);
  song = role < MAQ_N_ROLES ? maq_style_demo_new_role (style, role, wanted->level)
                            : maq_style_demo_new (style, wanted->level);
  if (g_str_has_suffix (wanted->output, ".maquette"))
    return save_demo (wanted, song);
  font = maq_cli_load_soundfont (wanted->soundfont);
  if (font == NULL)
    return MAQ_CLI_PROBLEM;
  compiler = maq_compiler_new (styles);
  performance = maq_compiler_compile (compiler, song);
  return maq_cli_write_mix (wanted->output, font, performance, &options, wanted->replaces,
                            wanted->is_quiet);
}

static MaqCliExit
check_options (const Options *options,
               int            argc)
{
  int n_tasks = (options->audition != NULL) + (options->describe != NULL)
                + (options->check != NULL);

  if (argc > 1)
    return maq_cli_usage_error ("styles", _("Name the style after --audition or --describe."));
  if (n_tasks > 1)
    return maq_cli_usage_error ("styles", _("Choose one of --audition, --describe and --check."));
  if (options->audition == NULL && (options->output != NULL || options->role != NULL
                                    || options->level != 0))
    return maq_cli_usage_error ("styles", _("Name the style to be heard, with --audition."));
  if (options->audition != NULL && options->output == NULL)
    return maq_cli_usage_error ("styles", _("Say where to write, with --output."));
  if (options->output != NULL && !maq_audio_file_can_write (options->output)
      && !g_str_has_suffix (options->output, ".maquette"))
    return maq_cli_usage_error ("styles", _("“%s” must end in .flac, .wav, .opus or .maquette."),
                                options->output);
  if (options->level < 0 || options->level > MAQ_LEVEL_MAX)
    return maq_cli_usage_error ("styles", _("The level must lie between 1 and %d."),
                                MAQ_LEVEL_MAX);
  return MAQ_CLI_OK;
}

static MaqCliExit
run (const Options *options)
{
  g_autoptr(MaqStyleLibrary) styles = NULL;
  const char *name = options->audition != NULL ? options->audition : options->describe;
  MaqStyle *style;

  if (options->check != NULL)
    return check_file (options);
  styles = maq_style_library_new ();
  if (name == NULL)
    return list_styles (styles);
  style = find_style (styles, name);
  if (style == NULL)
    return MAQ_CLI_USAGE;
  return options->audition != NULL ? audition (options, styles, style) : describe_style (style);
}

MaqCliExit
maq_cli_styles (int    argc,
                char **argv)
{
  g_auto(Options) options = { 0 };
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "audition", 'a', 0, G_OPTION_ARG_STRING, &options.audition,
      N_("Play a short song that shows all of a style"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("File to write; .flac, .wav or .opus, or .maquette for the song"), N_("OUT") },
    { "role", 'r', 0, G_OPTION_ARG_STRING, &options.role,
      N_("Only this role of the band, everywhere"), N_("ROLE") },
    { "level", 'l', 0, G_OPTION_ARG_INT, &options.level,
      N_("Everybody at this level, 1 to 10 [as the form asks]"), N_("N") },
    { "describe", 'd', 0, G_OPTION_ARG_STRING, &options.describe,
      N_("Say what a style feels like"), N_("NAME") },
    { "check", 'c', 0, G_OPTION_ARG_FILENAME, &options.check,
      N_("Look for mistakes in a style file"), N_("FILE") },
    { "soundfont", 0, 0, G_OPTION_ARG_FILENAME, &options.soundfont,
      N_("SoundFont to play with [the system's]"), N_("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.replaces,
      N_("Replace OUT if it is there"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options.is_quiet,
      N_("Say nothing where all goes well"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    "",
    N_("Lists the styles that the band can play, those of the program and your own, and says\n"
       "what is wrong with styles of your own that cannot be read."),
    "  maquette-cli styles\n"
    "  maquette-cli styles --audition indie-folk -o indie-folk.flac\n"
    "  maquette-cli styles --audition indie-folk --role bass --level 10 -o bass.wav\n"
    "  maquette-cli styles --check my-style.xml\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  exit_code = check_options (&options, argc);
  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  /* before any thread starts, so that all of them leave Ctrl+C alone */
  maq_cli_get_cancellable ();
  return run (&options);
}
