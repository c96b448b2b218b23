/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-info-private.h"
#include "maq-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "maq-form.h"
#include "maq-length.h"

#define MAX_NAME_COLUMNS 20

static void
print_size (MaqArrangement *arrangement,
            MaqForm        *form)
{
  guint n_bars = (guint) maq_form_get_bars (form);
  guint n_sections = maq_form_get_n_sections (form);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);
  guint n_remarks = maq_arrangement_get_n_remarks (arrangement);
  double target = maq_arrangement_get_fields (arrangement)->target_seconds;
  g_autofree char *time = maq_cli_dup_time (maq_form_get_seconds (form));
  g_autofree char *meant = maq_length_dup_words (maq_form_get_seconds (form), target);

  g_print (g_dngettext (GETTEXT_PACKAGE, "%u bar, ", "%u bars, ", n_bars), n_bars);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u section, ", "%u sections, ", n_sections), n_sections);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u layer, ", "%u layers, ", n_layers), n_layers);
  g_print (g_dngettext (GETTEXT_PACKAGE, "%u remark, ", "%u remarks, ", n_remarks), n_remarks);
  g_print ("%s\n", target > 0 ? meant : time);
}

static void
print_head (MaqSong        *song,
            MaqArrangement *arrangement,
            MaqForm        *form)
{
  const MaqSongFields *fields = maq_song_get_fields (song);
  char key[MAQ_KEY_TEXT_MAX], meter[MAQ_METER_TEXT_MAX];
  guint n_arrangements = maq_song_get_n_arrangements (song);
  const char *note = maq_arrangement_get_fields (arrangement)->note;
  double beats = fields->tempo_qpm * MAQ_TICKS_PER_QUARTER /
                 (double) maq_meter_beat_ticks (fields->meter);

  g_print ("%s", fields->title);
  if (fields->artist != NULL)
    g_print (" · %s", fields->artist);
  if (fields->composer != NULL && g_strcmp0 (fields->composer, fields->artist) != 0)
    g_print (" · %s", fields->composer);
  g_print ("\n");
  g_print (_("Key %s, %g beats a minute, %s, style %s"), maq_key_format (fields->key, key), beats,
           maq_meter_format (fields->meter, meter),
           fields->style != NULL ? fields->style : _("as the meter suggests"));
  if (fields->capo > 0)
    g_print (_(", capo %d"), fields->capo);
  g_print ("\n");
  print_size (arrangement, form);
  g_print (_("Arrangement “%s”"), maq_arrangement_get_name (arrangement));
  if (n_arrangements > 1)
    g_print (_(" of %u"), n_arrangements);
  g_print ("\n");
  if (note != NULL)
    g_print ("%s\n", note);
}

/* What holds in a section and not in the song. */
static char *
dup_own (MaqSong              *song,
         const MaqFormSection *section)
{
  const MaqSongFields *fields = maq_song_get_fields (song);
  GString *text = g_string_new (NULL);
  char key[MAQ_KEY_TEXT_MAX], meter[MAQ_METER_TEXT_MAX];

  if (!maq_key_equal (section->key, fields->key))
    g_string_append_printf (text, ", %s", maq_key_format (section->key, key));
  if (!maq_meter_equal (section->meter, fields->meter))
    g_string_append_printf (text, ", %s", maq_meter_format (section->meter, meter));
  if (section->tempo_qpm != fields->tempo_qpm)
    g_string_append_printf (text, _(", %g beats a minute"),
                            section->tempo_qpm * MAQ_TICKS_PER_QUARTER /
                            (double) maq_meter_beat_ticks (section->meter));
  if (maq_section_get_fields (section->section)->feel > MAQ_FEEL_PLAIN)
    g_string_append_printf (text, ", %s", maq_feel_get_label (
                              maq_section_get_fields (section->section)->feel));
  if (maq_section_get_fields (section->section)->odd_bars != NULL)
    g_string_append (text, _(", odd bars"));
  return g_string_free (text, FALSE);
}

/* With its group and its colour, if it has them. */
static void
print_layer_end (const MaqLayerFields *fields)
{
  if (fields->muted)
    g_print (_("  muted"));
  if (fields->soloed)
    g_print (_("  solo"));
  if (fields->group != NULL)
    g_print (_("  in %s"), fields->group);
  if (fields->colour != MAQ_COLOUR_NONE)
    g_print ("  %s", maq_colour_get_label (fields->colour));
  g_print ("\n");
}

static void
print_form (MaqSong        *song,
            MaqArrangement *arrangement,
            MaqForm        *form)
{
  g_autofree char *head = maq_cli_dup_fit (_("Section"), MAX_NAME_COLUMNS);

  g_print (_("\n   #  %-20s  Bars  From  Starts   Lasts\n"), head);
  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *section = maq_form_get_section (form, i);
      MaqSection *stated = maq_arrangement_get_section (arrangement, i);
      MaqId follows = maq_section_get_fields (stated)->follows;
      int followed = maq_arrangement_find_section (arrangement, follows);
      g_autofree char *name = maq_cli_dup_fit (maq_section_get_name (stated), MAX_NAME_COLUMNS);
      g_autofree char *starts = maq_cli_dup_time (section->start_seconds);
      g_autofree char *lasts = maq_cli_dup_time (section->seconds);
      g_autofree char *own = dup_own (song, section);
      g_autoptr(GString) rest = g_string_new (NULL);

      if (followed >= 0)
        g_string_append_printf (rest, _(", follows %s"),
                                maq_section_get_name (
                                  maq_arrangement_get_section (arrangement, (guint) followed)));
      g_string_append (rest, own);
      g_print ("%4u  %s  %4d  %4d  %6s  %6s", i + 1, name, section->bars, section->first_bar + 1,
               starts, lasts);
      g_print (rest->len > 0 ? "  %s\n" : "%s\n", rest->len > 2 ? rest->str + 2 : "");
    }
}

static void
print_levels (MaqArrangement *arrangement)
{
  g_autofree char *head = maq_cli_dup_fit (_("Levels"), MAX_NAME_COLUMNS);
  guint n_sections = maq_arrangement_get_n_sections (arrangement);

  if (maq_arrangement_get_n_layers (arrangement) == 0)
    return;
  g_print ("\n%s", head);
  for (guint i = 0; i < n_sections; i++)
    g_print ("%4u", i + 1);
  g_print ("\n");
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      const MaqLayerFields *fields = maq_layer_get_fields (layer);
      g_autofree char *name = maq_cli_dup_fit (fields->name, MAX_NAME_COLUMNS);

      g_print ("%s", name);
      for (guint j = 0; j < n_sections; j++)
        {
          int level = maq_arrangement_get_level (arrangement, j, fields->id);

          if (level > 0)
            g_print ("%4d", level);
          else
            g_print ("   ·");
        }
      print_layer_end (fields);
    }
}

/* A line under a title that comes with the first of them; nothing for nothing. */
static void
print_words (gboolean   *titled,
             const char *title,
             const char *name,
             const char *words)
{
  g_autofree char *line = NULL;

  if (words == NULL)
    return;
  if (!*titled)
    g_print ("\n%s\n", title);
  *titled = TRUE;
  line = g_strdelimit (g_strdup (words), "\n", ' ');
  g_print ("  %s: %s\n", name, line);
}

/* What sections should feel like, and what layers stand for in the story. */
static void
print_story (MaqArrangement *arrangement,
             MaqForm        *form)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqSectionFields *fields =
        maq_section_get_fields (maq_form_get_section (form, i)->section);

      print_words (&titled, _("Moods"), fields->name, fields->mood);
    }
  titled = FALSE;
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);

      print_words (&titled, _("What the layers stand for"), maq_layer_get_name (layer),
                   maq_layer_get_meaning (layer));
    }
}

/* "Question", "Decision, agreed": what it is, and where people are with it unless it is open */
static char *
dup_remark_kind (const MaqRemarkFields *fields)
{
  const char *const kinds[MAQ_N_REMARK_KINDS] = {
    [MAQ_REMARK_NOTE] = _("Note"),
    [MAQ_REMARK_QUESTION] = _("Question"),
    [MAQ_REMARK_DIRECTION] = _("Direction"),
    [MAQ_REMARK_DECISION] = _("Decision"),
  };
  const char *const states[MAQ_N_REMARK_STATES] = {
    [MAQ_REMARK_OPEN] = "",
    [MAQ_REMARK_AGREED] = _(", agreed"),
    [MAQ_REMARK_PARKED] = _(", parked"),
    [MAQ_REMARK_DROPPED] = _(", dropped"),
  };

  return g_strconcat (kinds[fields->kind], states[fields->state], NULL);
}

static void
print_remarks (MaqArrangement *arrangement)
{
  guint n_remarks = maq_arrangement_get_n_remarks (arrangement);

  for (guint i = 0; i < n_remarks; i++)
    {
      const MaqRemarkFields *fields =
        maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i));
      int section = maq_arrangement_find_section (arrangement, fields->section);
      g_autofree char *text = g_strdelimit (g_strdup (fields->text), "\n", ' ');
      g_autofree char *kind = dup_remark_kind (fields);

      if (i == 0)
        g_print ("\n%s\n", _("Remarks"));
      if (section >= 0)
        g_print ("  %s · %s, %d: %s\n", kind,
                 maq_section_get_name (maq_arrangement_get_section (arrangement, (guint) section)),
                 fields->bar + 1, text);
      else
        g_print ("  %s · %s\n", kind, text);
    }
}

static MaqArrangement *
find_arrangement (MaqSong    *song,
                  const char *name)
{
  if (name == NULL)
    return maq_song_get_current (song);
  for (guint i = 0; i < maq_song_get_n_arrangements (song); i++)
    {
      MaqArrangement *arrangement = maq_song_get_arrangement (song, i);

      if (strcmp (maq_arrangement_get_name (arrangement), name) == 0)
        return arrangement;
    }
  return NULL;
}

static MaqCliExit
print_project (const char *path,
               const char *arrangement_name)
{
  g_autoptr(MaqProject) project = maq_cli_load (path, FALSE);
  gboolean found = FALSE;

  if (project == NULL)
    return MAQ_CLI_PROBLEM;
  for (guint i = 0; i < maq_project_get_n_songs (project); i++)
    {
      MaqSong *song = maq_project_get_song (project, i);
      MaqArrangement *arrangement = find_arrangement (song, arrangement_name);
      g_autoptr(MaqForm) form = NULL;

      if (arrangement == NULL)
        continue;
      if (found)
        g_print ("\n");
      found = TRUE;
      form = maq_form_new (song, arrangement);
      print_head (song, arrangement, form);
      print_form (song, arrangement, form);
      print_levels (arrangement);
      print_story (arrangement, form);
      maq_cli_print_adapted (song, arrangement, "\n");
      print_remarks (arrangement);
      maq_cli_print_takes (arrangement);
    }
  if (!found)
    {
      g_autofree char *message = g_strdup_printf (_("There is no arrangement “%s” in it."),
                                                  arrangement_name);

      maq_cli_complain (path, message);
      return MAQ_CLI_PROBLEM;
    }
  maq_cli_print_session (maq_project_get_fields (project)->session);
  return MAQ_CLI_OK;
}

MaqCliExit
maq_cli_info (int    argc,
              char **argv)
{
  g_autofree char *arrangement = NULL;
  MaqCliExit exit_code = MAQ_CLI_OK;
  const GOptionEntry entries[] = {
    { "arrangement", 'a', 0, G_OPTION_ARG_STRING, &arrangement,
      N_("Arrangement to show [the current one]"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  const MaqCliUsage usage = {
    N_("FILE…"),
    N_("Shows what is planned: title, key, tempo and meter, the form with bars and times, and\n"
       "a table of who plays how much where, from 1 to 10 (· is out). Reads charts too."),
    "  maquette-cli info song.maquette\n"
    "  maquette-cli info --arrangement \"As demoed\" song.maquette\n"
    "  maquette-cli info song.cho\n",
    entries
  };

  if (!maq_cli_parse (&usage, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2)
    return maq_cli_usage_error ("info", _("Name a file to show."));
  for (int i = 1; i < argc; i++)
    {
      if (i > 1)
        g_print ("\n");
      if (print_project (argv[i], arrangement) != MAQ_CLI_OK)
        exit_code = MAQ_CLI_PROBLEM;
    }
  return exit_code;
}
