/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-choose.h"

#include <glib/gi18n.h>
#include <string.h>

#include "maq-cli-export-pages.h"

/* One file to be written. */
typedef struct
{
  const MaqCliExportKind *kind;
  const char             *path;
  GBytes                 *bytes;
} Target;

typedef struct
{
  char     *output;
  char    **paths; /* of each kind, or NULL */
  char     *arrangement;
  gboolean  has_parts;
  gboolean  has_click;
  gboolean  has_grids;
  gboolean  replaces;
  gboolean  is_quiet;
} Options;

static void
clear_options (Options *options)
{
  for (guint i = 0; i < maq_cli_n_export_kinds; i++)
    g_free (options->paths[i]);
  g_free (options->paths);
  g_free (options->output);
  g_free (options->arrangement);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
clear_target (Target *target)
{
  g_clear_pointer (&target->bytes, g_bytes_unref);
}

/* MIDI goes to standard output. */
static const MaqCliExportKind *
find_kind (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_equal (path, "-"))
    return &maq_cli_export_kinds[0];
  for (guint i = 0; i < maq_cli_n_export_kinds; i++)
    for (const char *const *suffix = maq_cli_export_kinds[i].suffixes; *suffix != NULL; suffix++)
      if (g_str_has_suffix (lower, *suffix))
        return &maq_cli_export_kinds[i];
  return NULL;
}

static char *
dup_suffixes (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < maq_cli_n_export_kinds; i++)
    if (maq_cli_export_kinds[i].suffixes[0] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              maq_cli_export_kinds[i].suffixes[0]);
  return g_string_free (text, FALSE);
}

/* All that the command line asks for; NULL after complaining. */
static GArray *
list_targets (const Options *options)
{
  g_autoptr(GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));

  g_array_set_clear_func (targets, (GDestroyNotify) clear_target);
  if (options->output != NULL)
    {
      const Target target = { find_kind (options->output), options->output, NULL };

      if (target.kind == NULL)
        {
          g_autofree char *suffixes = dup_suffixes ();

          maq_cli_usage_error ("export", _("“%s” must end in one of these: %s."), options->output,
                               suffixes);
          return NULL;
        }
      g_array_append_val (targets, target);
    }
  for (guint i = 0; i < maq_cli_n_export_kinds; i++)
    {
      const Target target = { &maq_cli_export_kinds[i], options->paths[i], NULL };

      if (target.path != NULL)
        g_array_append_val (targets, target);
    }
  for (guint i = 0; i < targets->len; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (g_array_index (targets, Target, i).path,
                  g_array_index (targets, Target, j).path) == 0)
        {
          maq_cli_usage_error ("export", _("“%s” can't be two files; name each its own."),
                               g_array_index (targets, Target, i).path);
          return NULL;
        }
  if (targets->len == 0)
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

      if (!g_str_equal (path, "-"))
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
make_all (GArray          *targets,
          MaqCliExporting *exporting)
{
  for (guint i = 0; i < targets->len; i++)
    {
      Target *target = &g_array_index (targets, Target, i);
      g_autoptr(GError) error = NULL;

      exporting->path = target->path;
      target->bytes = target->kind->write (exporting, &error);
      if (target->bytes == NULL)
        {
          maq_cli_complain (target->path, error->message);
          return FALSE;
        }
    }
  return TRUE;
}

static MaqCliExit
save_all (GArray        *targets,
          const Options *wanted)
{
  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = &g_array_index (targets, Target, i);

      if (!maq_cli_save_bytes (target->bytes, target->path, wanted->replaces))
        return MAQ_CLI_PROBLEM;
      if (!wanted->is_quiet && !g_str_equal (target->path, "-"))
        {
          g_autofree char *size = g_format_size (g_bytes_get_size (target->bytes));

          g_print ("%s: %s\n", target->path, size);
        }
    }
  return MAQ_CLI_OK;
}

static MaqCliExit
export_project (const Options *wanted,
                GArray        *targets,
                const char    *path)
{
  g_autoptr(MaqProject) project = maq_cli_load (path, FALSE);
  g_autoptr(MaqPerformance) performance = NULL;
  g_autoptr(MaqHandoff) handoff = NULL;
  MaqArrangement *arrangement;
  MaqSong *song;

  if (project == NULL)
    return MAQ_CLI_PROBLEM;
  song = maq_project_get_current (project);
  arrangement = maq_cli_choose_arrangement (song, wanted->arrangement, path);
  if (arrangement == NULL || !may_write_all (targets, wanted->replaces))
    return MAQ_CLI_PROBLEM;
  if (needs_performance (targets))
    {
      performance = maq_cli_perform (song, arrangement, path);
      if (performance == NULL)
        return MAQ_CLI_PROBLEM;
    }

  handoff = maq_handoff_new (project, song, arrangement);
  if (!make_all (targets, &(MaqCliExporting) { handoff, performance, NULL, wanted->has_parts,
                                              wanted->has_click, wanted->has_grids }))
    return MAQ_CLI_PROBLEM;
  return save_all (targets, wanted);
}

static void
add_kinds (GArray  *entries,
           Options *options)
{
  for (guint i = 0; i < maq_cli_n_export_kinds; i++)
    {
      const GOptionEntry entry = { maq_cli_export_kinds[i].option, 0, 0, G_OPTION_ARG_FILENAME,
                                   &options->paths[i], maq_cli_export_kinds[i].help, N_("OUT") };

      g_array_append_val (entries, entry);
    }
}

/* Those of each kind of file stand between --output and the others. */
static GArray *
list_entries (Options *options)
{
  const GOptionEntry first = { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
                               N_("File of the kind that its name says; - for MIDI to standard "
                                  "output"), N_("OUT") };
  const GOptionEntry others[] = {
    { "arrangement", 'a', 0, G_OPTION_ARG_STRING, &options->arrangement,
      N_("Arrangement to write [the current one]"), N_("NAME") },
    { "parts", 0, 0, G_OPTION_ARG_NONE, &options->has_parts,
      N_("In MusicXML also a part for each layer"), NULL },
    { "click", 0, 0, G_OPTION_ARG_NONE, &options->has_click,
      N_("In MIDI also a track with the metronome"), NULL },
    { "grids", 0, 0, G_OPTION_ARG_NONE, &options->has_grids,
      N_("In ChordPro bars of chords instead of chords over words"), NULL },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options->replaces,
      N_("Replace what is there"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->is_quiet,
      N_("Say nothing where all goes well"), NULL },
    G_OPTION_ENTRY_NULL
  };
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));

  g_array_append_val (entries, first);
  add_kinds (entries, options);
  g_array_append_vals (entries, maq_cli_export_page_entries, maq_cli_n_export_page_entries);
  g_array_append_vals (entries, others, G_N_ELEMENTS (others));
  return entries;
}

MaqCliExit
maq_cli_export (int    argc,
                char **argv)
{
  g_auto(Options) options = { .paths = g_new0 (char *, maq_cli_n_export_kinds) };
  g_autoptr(GArray) entries = list_entries (&options);
  g_autoptr(GArray) targets = NULL;
  MaqCliExit exit_code;
  const MaqCliUsage usage = {
    N_("FILE"),
    N_("Hands on what is planned in a project, or in a chart as it would be imported: what the\n"
       "band plays for other programs, and the plan for people. Several files can be written at\n"
       "once; none is if one of them must not be."),
    "  maquette-cli export song.maquette -o song.mid\n"
    "  maquette-cli export song.maquette --midi song.mid --text plan.txt\n"
    "  maquette-cli export song.maquette --map map.pdf --charts charts.pdf --lyrics\n"
    "  maquette-cli export song.maquette --player ana.pdf --for Ana --transpose -2\n"
    "  maquette-cli export song.maquette -o demo.mid --arrangement \"As demoed\"\n",
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
