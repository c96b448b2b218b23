/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-export-sound.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "maq-cli-mix.h"
#include "maq-cue-book.h"

#define MAX_TAIL_SECONDS 60.0

static struct
{
  gboolean guide;
  gboolean click;
  gboolean cues;
  gboolean stems;
  gboolean groups;
  gboolean joins_click;
  gboolean guide_click;
  gboolean speaks;
  gboolean counts_sections;
  gboolean report;
  int      count_in;
  int      rate_hz;
  double   tail_seconds;
  char    *format;
  char    *names;
  char    *soundfont;
  char    *made;           /* the folder, if it was not there */
} wanted = { .count_in = 1, .rate_hz = 48000, .tail_seconds = 3.0 };

const GOptionEntry maq_cli_export_sound_entries[] = {
  { "guide", 0, 0, G_OPTION_ARG_NONE, &wanted.guide,
    N_("Sound in the folder OUT: the mix, as it is heard"), NULL },
  { "stems", 0, 0, G_OPTION_ARG_NONE, &wanted.stems,
    N_("Sound: a file for each layer, which added up are the mix"), NULL },
  { "group-stems", 0, 0, G_OPTION_ARG_NONE, &wanted.groups,
    N_("Sound: stems, one for all layers of a group"), NULL },
  { "click-track", 0, 0, G_OPTION_ARG_NONE, &wanted.click,
    N_("Sound: a click on each beat, with the accents of the meter"), NULL },
  { "cues", 0, 0, G_OPTION_ARG_NONE, &wanted.cues,
    N_("Sound: what announces each section a bar before it"), NULL },
  { "spoken-cues", 0, 0, G_OPTION_ARG_NONE, &wanted.speaks,
    N_("Sound: cues that say the names of the sections (with espeak-ng)"), NULL },
  { "join-click", 0, 0, G_OPTION_ARG_NONE, &wanted.joins_click,
    N_("Click and cues in one file"), NULL },
  { "guide-click", 0, 0, G_OPTION_ARG_NONE, &wanted.guide_click,
    N_("Click, and cues if there are any, in the guide mix too"), NULL },
  { "count-in", 0, 0, G_OPTION_ARG_INT, &wanted.count_in,
    N_("Bars that are counted before the music in all sound files, 0 to 4 [1]"), N_("BARS") },
  { "count-sections", 0, 0, G_OPTION_ARG_NONE, &wanted.counts_sections,
    N_("Also count the bar before each section"), NULL },
  { "sound-format", 0, 0, G_OPTION_ARG_STRING, &wanted.format,
    N_("wav24, wav16, wav32f, flac24, flac16 or opus [wav24]"), N_("FORMAT") },
  { "sound-rate", 0, 0, G_OPTION_ARG_INT, &wanted.rate_hz,
    N_("Frames per second: 44100, 48000 or 96000 [48000]"), N_("HZ") },
  { "sound-tail", 0, 0, G_OPTION_ARG_DOUBLE, &wanted.tail_seconds,
    N_("How long the room rings out after the end [3]"), N_("SECONDS") },
  { "sound-names", 0, 0, G_OPTION_ARG_STRING, &wanted.names,
    N_("Names of sound files [{number} {title} {layer}]; also {arrangement}, {version}, {tempo}"),
    N_("PATTERN") },
  { "loudness", 0, 0, G_OPTION_ARG_NONE, &wanted.report,
    N_("Write loudness and peaks of the sound files beside them, as text and CSV"), NULL },
  { "soundfont", 0, 0, G_OPTION_ARG_FILENAME, &wanted.soundfont,
    N_("SoundFont to play with [the song's, else the system's]"), N_("FILE") },
};

const guint maq_cli_n_export_sound_entries = G_N_ELEMENTS (maq_cli_export_sound_entries);

gboolean
maq_cli_export_sound_is_wanted (void)
{
  return wanted.guide || wanted.click || wanted.cues || wanted.stems || wanted.groups
         || wanted.speaks;
}

static MaqCliExit
fill_wish (MaqSoundWish *wish)
{
  *wish = (MaqSoundWish) {
    .has_guide = wanted.guide,
    .guide_has_click = wanted.guide_click,
    .guide_has_cues = wanted.guide_click && (wanted.cues || wanted.speaks),
    .has_click = wanted.click,
    .has_cues = wanted.cues || wanted.speaks,
    .joins_click = wanted.joins_click,
    .has_stems = wanted.stems || wanted.groups,
    .groups_stems = wanted.groups,
    .has_report = wanted.report,
    .speaks = wanted.speaks,
    .pattern = wanted.names,
    .plan = { .rate_hz = wanted.rate_hz, .counts_sections = wanted.counts_sections,
              .tail_seconds = wanted.tail_seconds },
  };
  if (wanted.format != NULL && !maq_sound_format_from_nick (wanted.format, &wish->format))
    return maq_cli_usage_error ("export", _("There is no format “%s”; say wav24, wav16, wav32f, "
                                            "flac24, flac16 or opus."), wanted.format);
  if (wanted.count_in < 0 || wanted.count_in > MAQ_SOUND_PLAN_MAX_COUNT_IN)
    return maq_cli_usage_error ("export", _("The count-in must lie between 0 and %d bars."),
                                MAQ_SOUND_PLAN_MAX_COUNT_IN);
  if (!(wanted.tail_seconds >= 0.0 && wanted.tail_seconds <= MAX_TAIL_SECONDS))
    return maq_cli_usage_error ("export", _("The tail must lie between 0 and 60 seconds."));
  wish->plan.count_in_bars = (guint) wanted.count_in;
  return MAQ_CLI_OK;
}

static gboolean
make_folder (const char *folder)
{
  g_autofree char *message = NULL;
  gboolean was_there = g_file_test (folder, G_FILE_TEST_EXISTS);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    {
      wanted.made = was_there ? NULL : g_strdup (folder);
      return TRUE;
    }
  message = g_strdup_printf (_("The folder can't be made: %s."), g_strerror (errno));
  maq_cli_complain (folder, message);
  return FALSE;
}

void
maq_cli_export_sound_undo (void)
{
  if (wanted.made != NULL)
    g_rmdir (wanted.made);
}

static gboolean
may_speak (const MaqSoundWish *wish)
{
  if (!wish->speaks || maq_cue_book_can_speak ())
    return TRUE;
  maq_cli_complain (NULL, _("Names can't be spoken because espeak-ng is missing. Install the "
                            "package “espeak-ng”, or take --cues."));
  return FALSE;
}

static gboolean
set_sound (MaqExportJob       *job,
           const MaqSoundWish *wish,
           const char         *path,
           const char         *folder)
{
  g_autoptr(GError) error = NULL;

  if (!may_speak (wish))
    return FALSE;
  if (maq_export_job_set_sound (job, wish, folder, &error))
    return TRUE;
  maq_cli_complain (path, error->message);
  return FALSE;
}

/* Other files have been looked at before. */
static gboolean
may_write (MaqExportJob *job,
           guint         first,
           gboolean      replaces)
{
  for (guint i = first; i < maq_export_job_get_n_files (job); i++)
    if (!maq_cli_may_write (maq_export_job_get_path (job, i), replaces))
      return FALSE;
  return TRUE;
}

MaqCliExit
maq_cli_export_sound_add (MaqExportJob          *job,
                          const char            *path,
                          const char            *folder,
                          gboolean               replaces)
{
  guint first = maq_export_job_get_n_files (job);
  MaqSoundWish wish;
  MaqCliExit exit_code = fill_wish (&wish);

  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  if (folder == NULL)
    return maq_cli_usage_error ("export", _("Say with --output into which folder the sound goes."));
  if (!set_sound (job, &wish, path, folder) || !may_write (job, first, replaces)
      || !make_folder (folder))
    return MAQ_CLI_PROBLEM;
  return MAQ_CLI_OK;
}

MaqCliExit
maq_cli_export_sound_put_inside (MaqExportHolds    holds,
                                 MaqExportOptions *options)
{
  MaqSoundWish *wish = &options->inside;
  MaqCliExit exit_code = fill_wish (wish);

  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  if ((wish->has_guide && (holds & MAQ_EXPORT_HOLDS_GUIDE) == 0)
      || (wish->has_click && (holds & MAQ_EXPORT_HOLDS_CLICK) == 0)
      || (wish->has_cues && (holds & MAQ_EXPORT_HOLDS_CUES) == 0)
      || (wish->has_stems && (holds & MAQ_EXPORT_HOLDS_STEMS) == 0))
    return maq_cli_usage_error ("export", _("Say with --output into which folder the sound goes, "
                                            "or write a file that holds it: --dawproject for "
                                            "stems, --html for the guide mix, --bundle for all "
                                            "of it."));
  return may_speak (wish) ? MAQ_CLI_OK : MAQ_CLI_PROBLEM;
}

MaqSoundfont *
maq_cli_export_sound_load (MaqProject *project,
                           const char *path)
{
  /* before any thread starts, so that all of them leave Ctrl+C alone */
  maq_cli_get_cancellable ();
  return maq_cli_load_song_soundfont (wanted.soundfont, project, path);
}
