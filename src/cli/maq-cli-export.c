/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-choose.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "maq-cli-export-options.h"
#include "maq-cli-export-sound.h"
#include "maq-cli-mix.h"
#include "maq-export-job.h"

/* One file to be written. */
typedef struct
{
  const MaqExportKind *kind;
  const char          *path;
} Target;

typedef struct
{
  char              *output;
  char             **paths; /* of each kind, or NULL */
  char              *arrangement;
  char              *sections;
  MaqCliExportWishes wishes;
  gboolean           replaces;
  gboolean           is_quiet;
} Options;

static void
clear_options (Options *options)
{
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    g_free (options->paths[i]);
  g_free (options->paths);
  g_free (options->output);
  g_free (options->arrangement);
  g_free (options->sections);
  maq_cli_export_wishes_clear (&options->wishes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* MIDI goes to standard output. */
static const MaqExportKind *
find_kind (const char *path)
{
  return strcmp (path, "-") == 0 ? maq_export_find_kind ("midi") : maq_export_find_kind_of (path);
}

static char *
dup_suffixes (void)
{
  g_autoptr(GPtrArray) suffixes = g_ptr_array_new ();

  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    if (maq_export_get_kind (i)->is_usual)
      g_ptr_array_add (suffixes, (char *) maq_export_get_kind (i)->suffixes[0]);
  g_ptr_array_add (suffixes, NULL);
  return g_strjoinv (", ", (char **) suffixes->pdata);
}

/* Whether each has a name of its own that does not promise another kind of file. */
static gboolean
are_well_named (GArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = &g_array_index (targets, Target, i);

      if (maq_export_is_other (target->kind, target->path))
        {
          g_autofree char *suffixes = g_strjoinv (", ", (char **) target->kind->suffixes);

          maq_cli_usage_error ("export", _("“%s” must end in one of these: %s."), target->path,
                               suffixes);
          return FALSE;
        }
      for (guint j = 0; j < i; j++)
        if (strcmp (target->path, g_array_index (targets, Target, j).path) == 0)
          {
            maq_cli_usage_error ("export", _("“%s” can't be two files; name each its own."),
                                 target->path);
            return FALSE;
          }
    }
  return TRUE;
}

/* All that the command line asks for; NULL after complaining. */
static GArray *
list_targets (const Options *options)
{
  g_autoptr(GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));

  if (options->output != NULL && !maq_cli_export_sound_is_wanted ())
    {
      const Target target = { find_kind (options->output), options->output };

      if (target.kind == NULL)
        {
          g_autofree char *suffixes = dup_suffixes ();

          maq_cli_usage_error ("export", _("“%s” must end in one of these: %s."), options->output,
                               suffixes);
          return NULL;
        }
      g_array_append_val (targets, target);
    }
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const Target target = { maq_export_get_kind (i), options->paths[i] };

      if (target.path != NULL)
        g_array_append_val (targets, target);
    }
  if (!are_well_named (targets))
    return NULL;
  if (targets->len == 0 && !maq_cli_export_sound_is_wanted ())
    {
      maq_cli_usage_error ("export", _("Say where to write, with --output or with an option for "
                                       "each kind of file."));
      return NULL;
    }
  return g_steal_pointer (&targets);
}

/* Nothing is written before it is clear that all may be. */
static gboolean
may_write_all (GArray   *targets,
               gboolean  replaces)
{
  gboolean may = TRUE;

  for (guint i = 0; i < targets->len; i++)
    {
      const char *path = g_array_index (targets, Target, i).path;

      if (strcmp (path, "-") != 0)
        may = maq_cli_may_write (path, replaces) && may;
    }
  return may;
}

static gboolean
needs_performance (GArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_array_index (targets, Target, i).kind->plays)
      return TRUE;
  return FALSE;
}

static gboolean
write_to_output (const MaqExportKind    *kind,
                 const MaqExportSource  *source,
                 const MaqExportOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = maq_export_make (kind, source, options, NULL, kind->suffixes[0],
                                             &error);

  if (bytes != NULL)
    return maq_cli_save_bytes (bytes, "-", FALSE);
  maq_cli_complain ("-", error->message);
  return FALSE;
}

/* Whose sheet of @kind it is; what can't be is said by the job. */
static const char *
find_player (const Options       *wanted,
             const MaqExportKind *kind,
             MaqHandoff          *handoff,
             gboolean            *is_found)
{
  *is_found = kind->list == NULL || wanted->wishes.player != NULL;
  if (!*is_found)
    {
      g_auto(GStrv) players = kind->list (handoff);
      g_autofree char *names = g_strjoinv (", ", players);
      g_autofree char *message
        = g_strdup_printf (_("Say whose sheet it is with --for; there are: %s."), names);

      maq_cli_complain (NULL, message);
    }
  return kind->list != NULL ? wanted->wishes.player : NULL;
}

static void
show_sizes (MaqExportJob *job)
{
  double gain_db = maq_export_job_get_stem_gain (job);

  for (guint i = 0; i < maq_export_job_get_n_files (job); i++)
    {
      const char *path = maq_export_job_get_path (job, i);
      GStatBuf status;

      if (g_stat (path, &status) == 0)
        {
          g_autofree char *size = g_format_size ((guint64) status.st_size);

          g_print ("%s: %s\n", path, size);
        }
    }
  if (gain_db < 0.0)
    g_print (_("Stems are turned down by %.0f dB, all alike, so that none is cut off.\n"),
             -gain_db);
}

/* Sound that has no folder goes into the files that can hold it. */
static MaqCliExit
read_options (const Options    *wanted,
              GArray           *targets,
              MaqExportOptions *options)
{
  MaqExportHolds holds = 0;

  if (!maq_cli_export_wishes_read (&wanted->wishes, options))
    return MAQ_CLI_PROBLEM;
  if (wanted->output != NULL || !maq_cli_export_sound_is_wanted ())
    return MAQ_CLI_OK;
  for (guint i = 0; i < targets->len; i++)
    holds |= g_array_index (targets, Target, i).kind->holds;
  return maq_cli_export_sound_put_inside (holds, options);
}

static gboolean
add_all (MaqExportJob           *job,
         GArray                 *targets,
         const MaqExportSource  *source,
         const Options          *wanted,
         const MaqExportOptions *options)
{
  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = &g_array_index (targets, Target, i);
      gboolean is_found;
      const char *which = find_player (wanted, target->kind, source->handoff, &is_found);

      if (!is_found)
        return FALSE;
      if (strcmp (target->path, "-") != 0)
        maq_export_job_add (job, target->kind, options, which, target->path);
      else if (!write_to_output (target->kind, source, options))
        return FALSE;
    }
  return TRUE;
}

static MaqCliExit
write_all (GArray                *targets,
           const MaqExportSource *source,
           const Options         *wanted,
           const char            *path)
{
  g_autoptr(MaqExportJob) job = maq_export_job_new (source);
  g_autoptr(GError) error = NULL;
  MaqExportOptions options;
  MaqCliExit exit_code = read_options (wanted, targets, &options);
  gboolean well;

  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  if (!add_all (job, targets, source, wanted, &options))
    return MAQ_CLI_PROBLEM;
  if (wanted->output != NULL && maq_cli_export_sound_is_wanted ())
    exit_code = maq_cli_export_sound_add (job, path, wanted->output, wanted->replaces);
  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  well = maq_export_job_run (job, maq_cli_get_cancellable (), maq_cli_progress_cb, NULL, &error);
  maq_cli_progress_done ();
  if (!well)
    {
      maq_cli_export_sound_undo ();
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return maq_cli_report_failure (path, error);
      maq_cli_complain_whole (error->message);
      return MAQ_CLI_PROBLEM;
    }
  if (!wanted->is_quiet)
    show_sizes (job);
  return MAQ_CLI_OK;
}

static MaqCliExit
export_project (const Options *wanted,
                GArray        *targets,
                const char    *path)
{
  g_autoptr(MaqProject) project = maq_cli_load (path, FALSE);
  g_autoptr(MaqPerformance) performance = NULL;
  g_autoptr(MaqSoundfont) font = NULL;
  g_autoptr(MaqHandoff) handoff = NULL;
  MaqArrangement *arrangement;
  MaqSong *song;
  guint first, n_sections;

  if (project == NULL)
    return MAQ_CLI_PROBLEM;
  song = maq_project_get_current (project);
  arrangement = maq_cli_choose_arrangement (song, wanted->arrangement, path);
  if (arrangement == NULL)
    return MAQ_CLI_PROBLEM;
  n_sections = maq_cli_choose_sections (arrangement, wanted->sections, path, &first);
  if ((wanted->sections != NULL && n_sections == 0) || !may_write_all (targets, wanted->replaces))
    return MAQ_CLI_PROBLEM;
  handoff = maq_handoff_new_range (project, song, arrangement, first, n_sections);
  if (needs_performance (targets) || maq_cli_export_sound_is_wanted ())
    {
      performance = maq_cli_perform (song, arrangement, path);
      if (performance == NULL)
        return MAQ_CLI_PROBLEM;
    }

  if (maq_cli_export_sound_is_wanted ())
    {
      font = maq_cli_export_sound_load (project, path);
      if (font == NULL)
        return MAQ_CLI_PROBLEM;
    }
  if (performance != NULL)
    {
      g_autoptr(MaqPerformance) whole = g_steal_pointer (&performance);

      performance = maq_handoff_crop (handoff, whole);
    }
  return write_all (targets, &(MaqExportSource) { handoff, performance, font }, wanted, path);
}

static void
add_kinds (GArray  *entries,
           Options *options)
{
  for (guint i = 0; i < maq_export_get_n_kinds (); i++)
    {
      const MaqExportKind *kind = maq_export_get_kind (i);
      /* those of sound have options of their own */
      const GOptionEntry entry = { kind->id, 0, 0, G_OPTION_ARG_FILENAME, &options->paths[i],
                                   kind->help, N_("OUT") };

      if (kind->wish == NULL)
        g_array_append_val (entries, entry);
    }
}

/* Those of each kind of file stand between --output and the others. */
static GArray *
list_entries (Options *options)
{
  const GOptionEntry first = { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
                               N_("File of the kind that its name says, or the folder for sound; - "
                                  "for MIDI to standard output"), N_("OUT") };
  const GOptionEntry others[] = {
    { "arrangement", 'a', 0, G_OPTION_ARG_STRING, &options->arrangement,
      N_("Arrangement to write [the current one]"), N_("NAME") },
    { "sections", 's', 0, G_OPTION_ARG_STRING, &options->sections,
      N_("Only sections FROM..TO, by name or number, either may be left out [all]"),
      N_("FROM..TO") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options->replaces,
      N_("Replace what is there"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->is_quiet,
      N_("Say nothing where all goes well"), NULL },
    G_OPTION_ENTRY_NULL
  };
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));

  g_array_append_val (entries, first);
  add_kinds (entries, options);
  maq_cli_export_wishes_add (&options->wishes, entries);
  g_array_append_vals (entries, maq_cli_export_sound_entries, maq_cli_n_export_sound_entries);
  g_array_append_vals (entries, others, G_N_ELEMENTS (others));
  return entries;
}

MaqCliExit
maq_cli_export (int    argc,
                char **argv)
{
  g_auto(Options) options = { .paths = g_new0 (char *, maq_export_get_n_kinds ()) };
  g_autoptr(GArray) entries = list_entries (&options);
  g_autoptr(GArray) targets = NULL;
  MaqCliExit exit_code;
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("Hands on what is planned in a project, or in a chart as it would be imported: what the\n"
       "band plays for other programs, and the plan for people. Several files can be written at\n"
       "once; none is if one of them must not be. Pages are PDF, or SVG or PNG where the name\n"
       "ends so. Sound goes into the folder OUT; without one, into the files that hold it: stems\n"
       "into a DAWproject, the guide mix into a web page, all of it into a bundle."),
    "  maquette-cli export song.maquette -o song.mid\n"
    "  maquette-cli export song.maquette --midi song.mid --text plan.txt\n"
    "  maquette-cli export song.maquette --map map.pdf --charts charts.pdf --lyrics\n"
    "  maquette-cli export song.maquette --player ana.pdf --for Ana --transpose -2\n"
    "  maquette-cli export song.maquette -o demo.mid --arrangement \"As demoed\"\n"
    "  maquette-cli export song.maquette --charts part.pdf --sections \"Verse 1..Chorus 2\"\n"
    "  maquette-cli export song.maquette --stems --guide --click-track --cues -o stems/\n"
    "  maquette-cli export song.maquette --dawproject song.dawproject --stems\n"
    "  maquette-cli export song.maquette --html plan.html --guide\n",
    (const GOptionEntry *) (gpointer) entries->data
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2)
    return maq_cli_usage_error ("export", _("Name one file to export."));
  targets = list_targets (&options);
  if (targets == NULL)
    return MAQ_CLI_USAGE;

  return export_project (&options, targets, argv[1]);
}
