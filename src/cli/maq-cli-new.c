/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "maq-check.h"
#include "maq-chord-text.h"
#include "maq-cli-choose.h"
#include "maq-default-band.h"
#include "maq-limits.h"
#include "maq-section-usual.h"
#include "maq-style-library.h"

#define USUAL_FORM "intro verse chorus verse chorus bridge chorus outro"
#define TEMPO_UNSTATED -1e300
#define FIRST_SECTION_ID 4096

/* What the command line asks for. */
typedef struct
{
  char *title;
  char *artist;
  char *form;
  char *style;
  char *key;
  char *meter;
  char *chords;
  char *output;
  double tempo;
  gboolean replaces;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->title);
  g_free (options->artist);
  g_free (options->form);
  g_free (options->style);
  g_free (options->key);
  g_free (options->meter);
  g_free (options->chords);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What a new song starts from, worked out of the options. */
typedef struct
{
  MaqKey      key;
  MaqMeter    meter;
  double      tempo_qpm;
  const char *style;
  MaqVec     *chords;
  int         chord_bars;
} Plan;

static MaqSection *
make_section (GPtrArray      *before,
              MaqSectionKind  kind,
              const char     *name,
              int             bars,
              const Plan     *plan)
{
  MaqSectionFields fields = { .id = FIRST_SECTION_ID + before->len, .kind = kind };
  g_autofree char *numbered = NULL;
  guint number = 1;

  for (guint i = 0; i < before->len; i++)
    {
      const MaqSectionFields *other = maq_section_get_fields (g_ptr_array_index (before, i));

      if (other->kind != kind)
        continue;
      number++;
      if (other->follows == MAQ_ID_NONE && fields.follows == MAQ_ID_NONE)
        {
          fields.follows = other->id;
          fields.bars = other->bars == bars ? 0 : bars;
        }
    }
  if (fields.follows == MAQ_ID_NONE)
    {
      fields.bars = bars;
      fields.chords = plan->chords;
      fields.chord_bars = plan->chord_bars;
    }
  numbered = g_strdup_printf ("%s %u", name, number);
  fields.name = number > 1 || kind == MAQ_SECTION_VERSE || kind == MAQ_SECTION_CHORUS ? numbered
                                                                                      : name;
  return maq_section_new (&fields);
}

/* Sections from "intro verse:16 chorus"; NULL after complaining. */
static MaqVec *
make_sections (const char *form,
               const Plan *plan)
{
  g_autoptr(GPtrArray) sections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  g_auto(GStrv) words = g_strsplit_set (form, " ,\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *colon = strchr (words[i], ':');
      char *end;
      MaqSectionKind kind;
      long bars;

      if (*words[i] == '\0')
        continue;
      if (colon != NULL)
        *colon = '\0';
      kind = maq_section_kind_guess (words[i]);
      bars = colon != NULL ? strtol (colon + 1, &end, 10)
                           : maq_section_kind_get_usual_bars (kind);
      if ((colon != NULL && *end != '\0') || bars < 1 || bars > MAQ_LIMIT_BARS)
        {
          maq_cli_usage_error ("new", _("“%s” is no number of bars; write it like verse:16."),
                               colon + 1);
          return NULL;
        }
      if (kind == MAQ_SECTION_OTHER)
        {
          maq_cli_usage_error ("new", _("“%s” is no section; write intro, verse, pre-chorus, "
                                        "chorus, bridge, solo, outro and the like."), words[i]);
          return NULL;
        }
      g_ptr_array_add (sections, make_section (sections, kind, maq_section_kind_get_label (kind),
                                               (int) bars, plan));
    }
  if (sections->len == 0 || sections->len > MAQ_LIMIT_SECTIONS)
    {
      maq_cli_usage_error ("new", _("A form has 1 to %d sections."), MAQ_LIMIT_SECTIONS);
      return NULL;
    }
  return maq_vec_new (&maq_section_vec_class, sections->pdata, sections->len);
}

static MaqProject *
make_project (const Options *options,
              const Plan    *plan,
              MaqVec        *sections)
{
  g_autoptr(MaqArrangement) bare = maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .name = _("First idea"), .sections = sections });
  g_autoptr(MaqArrangement) arrangement = maq_default_band_arrange (bare);
  gpointer arrangement_item[] = { arrangement };
  g_autoptr(MaqVec) arrangements = maq_vec_new (&maq_arrangement_vec_class, arrangement_item, 1);
  g_autoptr(MaqSong) song = maq_song_new (&(MaqSongFields) {
    .id = 1,
    .title = options->title,
    .artist = options->artist,
    .key = plan->key,
    .tempo_qpm = plan->tempo_qpm,
    .meter = plan->meter,
    .style = plan->style,
    .seed = g_str_hash (options->title),
    .current = 1,
    .arrangements = arrangements,
  });
  gpointer song_item[] = { song };
  g_autoptr(MaqVec) songs = maq_vec_new (&maq_song_vec_class, song_item, 1);

  return maq_project_new (&(MaqProjectFields) { .current = 1, .songs = songs });
}

static MaqCliExit
plan_style (const Options   *options,
            MaqStyleLibrary *styles,
            Plan            *plan)
{
  MaqStyle *style = NULL;

  if (options->style != NULL)
    {
      style = maq_cli_choose_style (styles, options->style, "new");
      if (style == NULL)
        return MAQ_CLI_USAGE;
      plan->style = maq_style_get_name (style);
      plan->meter = maq_style_get_meter (style);
    }
  if (options->meter != NULL &&
      (!maq_meter_parse (options->meter, &plan->meter) || !maq_meter_is_valid (plan->meter)))
    return maq_cli_usage_error ("new", _("“%s” is no meter; write it like 3/4."), options->meter);
  if (style == NULL)
    style = maq_style_library_choose (styles, NULL, plan->meter);
  if (options->tempo != TEMPO_UNSTATED)
    plan->tempo_qpm = options->tempo * (double) maq_meter_beat_ticks (plan->meter) /
                      MAQ_TICKS_PER_QUARTER;
  else if (style != NULL)
    plan->tempo_qpm = maq_style_get_tempo_qpm (style);
  if (!(plan->tempo_qpm >= MAQ_TEMPO_MIN_QPM && plan->tempo_qpm <= MAQ_TEMPO_MAX_QPM))
    return maq_cli_usage_error ("new", _("The tempo must be 10 to 999 quarter notes a minute."));
  return MAQ_CLI_OK;
}

static MaqCliExit
plan_song (const Options   *options,
           MaqStyleLibrary *styles,
           Plan            *plan)
{
  g_autoptr(GError) error = NULL;
  MaqCliExit exit_code = plan_style (options, styles, plan);

  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  if (options->key != NULL && !maq_key_parse (options->key, &plan->key))
    return maq_cli_usage_error ("new", _("“%s” is no key; write it like Eb or F#m."), options->key);
  if (options->chords != NULL)
    {
      plan->chords = maq_chord_text_parse_in_key (options->chords, plan->key, plan->meter, NULL,
                                                  &plan->chord_bars, &error);
      if (plan->chords == NULL)
        return maq_cli_usage_error ("new", "%s", error->message);
      if (maq_vec_get_length (plan->chords) == 0)
        return maq_cli_usage_error ("new", _("There are no chords in “%s”; write them like "
                                             "\"C | G | Am F\"."), options->chords);
    }
  return MAQ_CLI_OK;
}

static MaqCliExit
make_file (Options *options)
{
  g_autoptr(MaqStyleLibrary) styles = maq_style_library_new ();
  g_autoptr(MaqVec) sections = NULL;
  g_autoptr(MaqVec) chords = NULL;
  g_autoptr(MaqProject) project = NULL;
  g_autoptr(GError) error = NULL;
  Plan plan = { .key = { { 0, 0 }, MAQ_MODE_MAJOR }, .meter = { 4, 4 }, .tempo_qpm = 100.0 };
  MaqCliExit exit_code = plan_song (options, styles, &plan);

  chords = plan.chords;
  if (exit_code != MAQ_CLI_OK)
    return exit_code;
  sections = make_sections (options->form != NULL ? options->form : USUAL_FORM, &plan);
  if (sections == NULL)
    return MAQ_CLI_USAGE;
  project = make_project (options, &plan, sections);
  if (!maq_check (project, &error))
    return maq_cli_usage_error ("new", "%s", error->message);
  if (!maq_cli_save (project, options->output, options->replaces))
    return MAQ_CLI_PROBLEM;
  if (strcmp (options->output, "-") != 0)
    {
      g_autofree char *quoted = g_shell_quote (options->output);

      g_print (_("%s: “%s”, %u sections. Open it in Maquette, or hear it with\n"
                 "  maquette-cli render %s -o song.flac\n"), options->output, options->title,
               maq_vec_get_length (sections), quoted);
    }
  return MAQ_CLI_OK;
}

/* the file's name without its ending; none for standard output */
static char *
title_of_file (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  char *ending = strrchr (shown, '.');

  if (strcmp (path, "-") == 0)
    return NULL;
  if (ending != NULL && ending != shown)
    *ending = '\0';

  return g_steal_pointer (&shown);
}

MaqCliExit
maq_cli_new (int    argc,
             char **argv)
{
  g_auto(Options) options = { .tempo = TEMPO_UNSTATED };
  MaqCliExit exit_code;
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &options.title,
      N_("Title of the song [the name of OUT]"), N_("TITLE") },
    { "artist", 0, 0, G_OPTION_ARG_STRING, &options.artist, N_("Who it is by"), N_("NAME") },
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form,
      N_("Its sections, with bars where they are not the usual ones: \"intro verse:16 chorus\""),
      N_("FORM") },
    { "style", 's', 0, G_OPTION_ARG_STRING, &options.style,
      N_("How the band plays [what suits the meter]"), N_("STYLE") },
    { "key", 'k', 0, G_OPTION_ARG_STRING, &options.key, N_("Its key [C]"), N_("KEY") },
    { "meter", 'm', 0, G_OPTION_ARG_STRING, &options.meter,
      N_("Its meter [the style's, else 4/4]"), N_("METER") },
    { "tempo", 0, 0, G_OPTION_ARG_DOUBLE, &options.tempo,
      N_("Beats per minute [the style's]"), N_("BPM") },
    { "chords", 'c', 0, G_OPTION_ARG_STRING, &options.chords,
      N_("Chords of every section, by bars: \"C | G | Am F\""), N_("CHORDS") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Project to write; “-” for standard output [TITLE.maquette]"), N_("OUT") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &options.replaces,
      N_("Replace OUT if it is there"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    "",
    N_("Starts a song with a form and a band on it, ready to be heard and changed.\n"
       "The usual form is intro verse chorus verse chorus bridge chorus outro."),
    "  maquette-cli new --title Lanterns --style indie-folk --key D --chords \"D | G | Bm | A\"\n"
    "  maquette-cli new --title Tide --form \"intro verse:16 chorus verse:16 chorus:12 outro\"\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  if (argc > 1)
    return maq_cli_usage_error ("new", _("“%s” is too much; the file is named with --output."),
                                argv[1]);
  if (options.title == NULL && options.output != NULL)
    options.title = title_of_file (options.output);
  if (options.title == NULL || *options.title == '\0' ||
      strlen (options.title) > MAQ_LIMIT_NAME_BYTES)
    return maq_cli_usage_error ("new", _("Give the song a title, with --title."));
  if (options.output != NULL && *options.output == '\0')
    return maq_cli_usage_error ("new", _("Say which file to write, after --output."));
  if (options.output == NULL)
    {
      g_autofree char *name = g_strdelimit (g_strdup (options.title), "/\\", '-');

      options.output = g_strconcat (name, ".maquette", NULL);
    }
  return make_file (&options);
}
