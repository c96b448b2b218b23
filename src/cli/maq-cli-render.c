/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-choose.h"
#include "maq-cli-mix.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "maq-audio-file.h"
#include "maq-edit.h"
#include "maq-form.h"

/* What the command line asks for. */
typedef struct
{
  char     *output;
  char     *stems;
  char     *section;
  char     *arrangement;
  char     *soundfont;
  char    **solo;
  int       rate_hz;
  double    tail_seconds;
  gboolean  metronome;
  gboolean  replaces;
  gboolean  is_quiet;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->output);
  g_free (options->stems);
  g_free (options->section);
  g_free (options->arrangement);
  g_free (options->soundfont);
  g_strfreev (options->solo);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Solos the layers that are asked for, and only these. */
static MaqArrangement *
solo_layers (MaqArrangement  *self,
             char           **solo,
             const char      *path)
{
  g_autoptr(MaqArrangement) result = maq_arrangement_ref (self);
  guint n_layers = maq_arrangement_get_n_layers (self);

  for (guint k = 0; solo != NULL && solo[k] != NULL; k++)
    {
      g_autoptr(GPtrArray) names = g_ptr_array_new ();
      gboolean found = FALSE;

      for (guint i = 0; i < n_layers; i++)
        {
          const char *name = maq_layer_get_name (maq_arrangement_get_layer (self, i));

          found |= maq_cli_same_name (name, solo[k]);
          g_ptr_array_add (names, (gpointer) name);
        }
      if (!found)
        {
          g_autofree char *format = g_strdup_printf (_("There is no layer “%s” in it; there are:"),
                                                     solo[k]);

          maq_cli_complain_of_name (path, format, solo[k], names);
          return NULL;
        }
    }
  for (guint i = 0; solo != NULL && i < n_layers; i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (result, i);
      MaqLayerFields fields = *maq_layer_get_fields (layer);
      g_autoptr(MaqArrangement) previous = g_steal_pointer (&result);
      g_autoptr(MaqLayer) changed = NULL;

      fields.soloed = FALSE;
      for (guint k = 0; solo[k] != NULL; k++)
        fields.soloed |= maq_cli_same_name (fields.name, solo[k]);
      fields.muted = fields.muted && !fields.soloed;
      changed = maq_layer_with_fields (layer, &fields);
      result = maq_arrangement_with_layer_at (previous, i, changed);
    }
  return g_steal_pointer (&result);
}

/* A section by name, or by its number in the form. */
static gboolean
choose_section (MaqSong          *song,
                MaqArrangement   *arrangement,
                const char       *name,
                const char       *path,
                MaqRenderOptions *options)
{
  g_autoptr(MaqForm) form = maq_form_new (song, arrangement);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *format = NULL;
  guint n_found = 0;
  char *end;
  long number = strtol (name, &end, 10);

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *section = maq_form_get_section (form, i);
      const char *section_name = maq_section_get_name (section->section);

      g_ptr_array_add (names, (gpointer) section_name);
      if ((!maq_cli_same_name (section_name, name) && (*end != '\0' || number != (long) i + 1)) ||
          n_found++ > 0)
        continue;
      options->start_ticks = (double) section->start_ticks;
      options->end_ticks = (double) (section->start_ticks + section->length_ticks);
    }
  if (n_found > 1)
    {
      g_autofree char *message = g_strdup_printf (_("%u sections are called “%s”; the first is "
                                                    "taken. Choose another by its number."),
                                                  n_found, name);

      maq_cli_complain (path, message);
    }
  if (n_found > 0)
    return TRUE;
  format = g_strdup_printf (_("There is no section “%s” in it; there are:"), name);
  maq_cli_complain_of_name (path, format, name, names);
  return FALSE;
}

/* "03 Acoustic guitar.flac": in the order of the grid, fit for every file system. */
static char *
stem_path (const char *folder,
           guint       index,
           const char *name,
           const char *ending)
{
  g_autofree char *clean = g_strdelimit (g_strdup (name), "/\\:*?\"<>|", '-');
  g_autofree char *base = NULL;

  if (strlen (clean) > 100)
    *g_utf8_find_prev_char (clean, clean + 100) = '\0';
  base = g_strdup_printf ("%02u %s%s", index + 1, clean, ending);
  return g_build_filename (folder, base, NULL);
}

/* The files of the layers that are heard; %NULL for the others. */
static GPtrArray *
list_stems (const Options  *wanted,
            MaqArrangement *arrangement)
{
  const char *dot = wanted->output != NULL ? strrchr (wanted->output, '.') : NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      const MaqLayerFields *fields = maq_layer_get_fields (layer);
      gboolean is_heard = wanted->solo != NULL ? fields->soloed : !fields->muted;

      g_ptr_array_add (paths, is_heard ? stem_path (wanted->stems, i, fields->name,
                                                    dot != NULL ? dot : ".flac") : NULL);
    }
  return paths;
}

static gboolean
may_write_stems (GPtrArray *paths,
                 gboolean   replaces)
{
  for (guint i = 0; i < paths->len; i++)
    if (paths->pdata[i] != NULL && !maq_cli_may_write (paths->pdata[i], replaces))
      return FALSE;
  return TRUE;
}

static MaqCliExit
write_stems (const Options           *wanted,
             GPtrArray               *paths,
             MaqSoundfont            *font,
             MaqPerformance          *performance,
             const MaqRenderOptions  *options)
{
  g_autoptr(GError) error = NULL;
  guint n_written = 0;

  if (g_mkdir_with_parents (wanted->stems, 0777) != 0)
    {
      g_autofree char *message = g_strdup_printf (_("The folder can't be made: %s."),
                                                  g_strerror (errno));

      maq_cli_complain (wanted->stems, message);
      return MAQ_CLI_PROBLEM;
    }
  if (!maq_audio_file_write_stems ((const char *const *) paths->pdata, paths->len, font,
                                   performance, options, maq_cli_progress_cb, NULL,
                                   maq_cli_get_cancellable (), &error))
    return maq_cli_report_failure (wanted->stems, error);
  maq_cli_progress_done ();
  for (guint i = 0; i < paths->len; i++)
    n_written += paths->pdata[i] != NULL;
  if (!wanted->is_quiet)
    g_print (g_dngettext (GETTEXT_PACKAGE, "%s: %u stem\n", "%s: %u stems\n", n_written),
             wanted->stems, n_written);
  return MAQ_CLI_OK;
}

/* The one of the command line, else the one that the song asks for, else the system's. */
static void
tell_missing_sounds (MaqSoundfont   *font,
                     MaqPerformance *performance,
                     const char     *path)
{
  g_autofree char *message = maq_soundfont_describe_missing (font, performance);

  if (message != NULL)
    maq_cli_complain (path, message);
}

static MaqCliExit
write_files (const Options          *wanted,
             MaqSoundfont           *font,
             MaqArrangement         *arrangement,
             MaqPerformance         *performance,
             const MaqRenderOptions *options)
{
  g_autoptr(GPtrArray) stems = wanted->stems == NULL ? NULL : list_stems (wanted, arrangement);
  MaqCliExit exit_code = MAQ_CLI_OK;

  if (stems != NULL && !may_write_stems (stems, wanted->replaces))
    return MAQ_CLI_PROBLEM;
  if (wanted->output != NULL)
    exit_code = maq_cli_write_mix (wanted->output, font, performance, options, wanted->replaces,
                                   wanted->is_quiet);
  if (exit_code == MAQ_CLI_OK && stems != NULL)
    exit_code = write_stems (wanted, stems, font, performance, options);
  return exit_code;
}

static MaqCliExit
render_project (const Options *wanted,
                const char    *path)
{
  g_autoptr(MaqProject) project = maq_cli_load (path, FALSE);
  g_autoptr(MaqArrangement) arrangement = NULL;
  g_autoptr(MaqPerformance) performance = NULL;
  g_autoptr(MaqSoundfont) font = NULL;
  MaqRenderOptions options = MAQ_RENDER_OPTIONS_INIT;
  MaqArrangement *chosen;
  MaqSong *song;

  if (project == NULL)
    return MAQ_CLI_PROBLEM;
  song = maq_project_get_current (project);
  chosen = maq_cli_choose_arrangement (song, wanted->arrangement, path);
  if (chosen == NULL)
    return MAQ_CLI_PROBLEM;
  arrangement = solo_layers (chosen, wanted->solo, path);
  if (arrangement == NULL)
    return MAQ_CLI_PROBLEM;
  if (wanted->section != NULL &&
      !choose_section (song, arrangement, wanted->section, path, &options))
    return MAQ_CLI_PROBLEM;
  options.rate_hz = wanted->rate_hz;
  options.tail_seconds = wanted->tail_seconds;
  options.metronome = wanted->metronome;
  performance = maq_cli_perform (song, arrangement, path);
  if (performance == NULL)
    return MAQ_CLI_PROBLEM;
  font = maq_cli_load_song_soundfont (wanted->soundfont, project, path);
  if (font == NULL)
    return MAQ_CLI_PROBLEM;
  tell_missing_sounds (font, performance, path);
  return write_files (wanted, font, arrangement, performance, &options);
}

static MaqCliExit
check_options (Options  *options,
               int       argc)
{
  if (argc != 2)
    return maq_cli_usage_error ("render", _("Name one file to render."));
  if (options->output == NULL && options->stems == NULL)
    return maq_cli_usage_error ("render", _("Say where to write, with --output or --stems."));
  if (options->output != NULL && !maq_audio_file_can_write (options->output))
    return maq_cli_usage_error ("render", _("“%s” must end in .flac, .wav or .opus."),
                                options->output);
  if (options->rate_hz < 8000 || options->rate_hz > 96000)
    return maq_cli_usage_error ("render", _("The rate must lie between 8000 and 96000."));
  if (!(options->tail_seconds >= 0.0 && options->tail_seconds <= 60.0))
    return maq_cli_usage_error ("render", _("The tail must lie between 0 and 60 seconds."));
  if (options->output != NULL && g_str_has_suffix (options->output, ".opus"))
    options->rate_hz = 48000;
  return MAQ_CLI_OK;
}

MaqCliExit
maq_cli_render (int    argc,
                char **argv)
{
  g_auto(Options) options = { .rate_hz = 48000, .tail_seconds = 3.0 };
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("File to write; .flac, .wav or .opus"), N_("OUT") },
    { "section", 's', 0, G_OPTION_ARG_STRING, &options.section,
      N_("Only this section, by name or number"), N_("NAME") },
    { "solo", 'l', 0, G_OPTION_ARG_STRING_ARRAY, &options.solo,
      N_("Only this layer; may be given several times"), N_("LAYER") },
    { "stems", 0, 0, G_OPTION_ARG_FILENAME, &options.stems,
      N_("Write each layer to a file in this folder too"), N_("DIR") },
    { "arrangement", 'a', 0, G_OPTION_ARG_STRING, &options.arrangement,
      N_("Arrangement to play [the current one]"), N_("NAME") },
    { "rate", 'r', 0, G_OPTION_ARG_INT, &options.rate_hz,
      N_("Frames per second [48000]"), N_("HZ") },
    { "tail", 0, 0, G_OPTION_ARG_DOUBLE, &options.tail_seconds,
      N_("How long the room rings out after the end [3]"), N_("SECONDS") },
    { "metronome", 'm', 0, G_OPTION_ARG_NONE, &options.metronome,
      N_("With a click on every beat"), NULL },
    { "soundfont", 0, 0, G_OPTION_ARG_FILENAME, &options.soundfont,
      N_("SoundFont to play with [the song's, else the system's]"), N_("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.replaces,
      N_("Replace what is there"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options.is_quiet,
      N_("Say nothing where all goes well"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("Lets the band play a project, or a chart as it would be imported, into a file, and\n"
       "says how long it lasts, how loud it is (EBU R 128) and how high its true peak is."),
    "  maquette-cli render song.maquette -o song.flac\n"
    "  maquette-cli render song.maquette -o chorus.wav --section \"Chorus 1\"\n"
    "  maquette-cli render song.maquette -o rhythm.opus --solo Drums --solo Bass\n"
    "  maquette-cli render song.maquette --stems stems/\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  exit_code = check_options (&options, argc);
  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  /* before any thread starts, so that all of them leave Ctrl+C alone */
  maq_cli_get_cancellable ();
  return render_project (&options, argv[1]);
}
