/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-kinds.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-export-bundle-private.h"
#include "maq-export-chordpro.h"
#include "maq-export-csv.h"
#include "maq-export-dawproject.h"
#include "maq-export-html.h"
#include "maq-export-midi.h"
#include "maq-export-musicxml.h"
#include "maq-export-text.h"
#include "maq-inner-sound.h"
#include "maq-map-sheet.h"
#include "maq-player-sheet.h"
#include "maq-session-sheet.h"

#define DPI 150.0 /* of images of pages */

static MaqSheet *
lay_out_cover (MaqHandoff             *handoff,
               const MaqExportOptions *options,
               const char             *which G_GNUC_UNUSED)
{
  return maq_cover_sheet_new (handoff, options->chart.paper);
}

static MaqSheet *
lay_out_map (MaqHandoff             *handoff,
             const MaqExportOptions *options,
             const char             *which G_GNUC_UNUSED)
{
  return maq_map_sheet_new (handoff, options->chart.paper);
}

static MaqSheet *
lay_out_charts (MaqHandoff             *handoff,
                const MaqExportOptions *options,
                const char             *which G_GNUC_UNUSED)
{
  return maq_chart_sheet_new (handoff, &options->chart);
}

static MaqSheet *
lay_out_player (MaqHandoff             *handoff,
                const MaqExportOptions *options,
                const char             *which)
{
  return maq_player_sheet_new (handoff, which, &options->chart);
}

static MaqSheet *
lay_out_inputs (MaqHandoff             *handoff,
                const MaqExportOptions *options,
                const char             *which G_GNUC_UNUSED)
{
  return maq_input_sheet_new (handoff, options->chart.paper);
}

static MaqSheet *
lay_out_takes (MaqHandoff             *handoff,
               const MaqExportOptions *options,
               const char             *which G_GNUC_UNUSED)
{
  return maq_take_sheet_new (handoff, options->chart.paper);
}

static MaqSheet *
lay_out_setup (MaqHandoff             *handoff,
               const MaqExportOptions *options,
               const char             *which G_GNUC_UNUSED)
{
  return maq_setup_sheet_new (handoff, options->chart.paper);
}

static MaqSheet *
lay_out_recall (MaqHandoff             *handoff,
                const MaqExportOptions *options,
                const char             *which G_GNUC_UNUSED)
{
  return maq_recall_sheet_new (handoff, options->chart.paper);
}

static MaqSheet *
lay_out_contacts (MaqHandoff             *handoff,
                  const MaqExportOptions *options,
                  const char             *which G_GNUC_UNUSED)
{
  return maq_contact_sheet_new (handoff, options->chart.paper);
}

static GBytes *
write_html (const MaqExportSource   *source,
            const MaqExportOptions  *options,
            GError                 **error)
{
  MaqSoundWish wish = maq_inner_sound_get_wish (options, MAQ_EXPORT_HOLDS_GUIDE);
  g_autoptr(MaqInnerSound) sound = NULL;

  if (!wish.has_guide)
    return maq_export_html (source->handoff, NULL);
  wish.has_report = FALSE;
  wish.format = MAQ_SOUND_MP3;
  if (!wish.guide_has_click)
    wish.plan.count_in_bars = 0;
  sound = maq_inner_sound_make (source, &wish, error);
  return sound != NULL ? maq_export_html (source->handoff,
                                          g_array_index (sound->files, MaqInnerFile, 0).bytes)
                       : NULL;
}

static GBytes *
write_text (const MaqExportSource   *source,
            const MaqExportOptions  *options G_GNUC_UNUSED,
            GError                 **error G_GNUC_UNUSED)
{
  return maq_export_text (source->handoff, MAQ_TEXT_MARKUP_PLAIN);
}

static GBytes *
write_markdown (const MaqExportSource   *source,
                const MaqExportOptions  *options G_GNUC_UNUSED,
                GError                 **error G_GNUC_UNUSED)
{
  return maq_export_text (source->handoff, MAQ_TEXT_MARKUP_MARKDOWN);
}

static GBytes *
write_matrix (const MaqExportSource   *source,
              const MaqExportOptions  *options G_GNUC_UNUSED,
              GError                 **error G_GNUC_UNUSED)
{
  return maq_export_csv_matrix (source->handoff);
}

static GBytes *
write_schedule (const MaqExportSource   *source,
                const MaqExportOptions  *options G_GNUC_UNUSED,
                GError                 **error G_GNUC_UNUSED)
{
  return maq_export_csv_schedule (source->handoff);
}

static GBytes *
write_inputs (const MaqExportSource   *source,
              const MaqExportOptions  *options G_GNUC_UNUSED,
              GError                 **error G_GNUC_UNUSED)
{
  return maq_export_csv_inputs (source->handoff);
}

static GBytes *
write_chordpro (const MaqExportSource   *source,
                const MaqExportOptions  *options,
                GError                 **error G_GNUC_UNUSED)
{
  return maq_export_chordpro (source->handoff, !options->has_grids);
}

static GBytes *
write_musicxml (const MaqExportSource   *source,
                const MaqExportOptions  *options,
                GError                 **error G_GNUC_UNUSED)
{
  return maq_export_musicxml (source->handoff, source->performance, options->has_parts);
}

static GBytes *
write_midi (const MaqExportSource   *source,
            const MaqExportOptions  *options,
            GError                 **error G_GNUC_UNUSED)
{
  return maq_export_midi (source->performance, source->handoff, options->has_click);
}

static GBytes *
write_dawproject (const MaqExportSource   *source,
                  const MaqExportOptions  *options,
                  GError                 **error)
{
  MaqSoundWish wish = maq_inner_sound_get_wish (options, MAQ_EXPORT_HOLDS_STEMS);
  g_autoptr(MaqInnerSound) stems = NULL;

  if (!wish.has_stems)
    return maq_export_dawproject (source->handoff, source->performance, NULL, error);
  wish.has_report = FALSE;
  wish.pattern = NULL;
  wish.plan.count_in_bars = 0;
  stems = maq_inner_sound_make (source, &wish, error);
  return stems != NULL ? maq_export_dawproject (source->handoff, source->performance, stems, error)
                       : NULL;
}

static void
wish_guide (const MaqExportOptions *options,
            MaqSoundWish           *wish)
{
  wish->has_guide = TRUE;
  wish->guide_has_click = options->sound.guide_has_click;
}

static void
wish_click (const MaqExportOptions *options,
            MaqSoundWish           *wish)
{
  wish->has_click = TRUE;
  wish->plan.counts_sections = options->sound.counts_sections;
}

static void
wish_cues (const MaqExportOptions *options,
           MaqSoundWish           *wish)
{
  wish->has_cues = TRUE;
  wish->speaks = options->sound.speaks;
  wish->joins_click = options->sound.joins_click;
}

static void
wish_stems (const MaqExportOptions *options,
            MaqSoundWish           *wish)
{
  wish->has_stems = TRUE;
  wish->groups_stems = options->sound.groups_stems;
}

#define SOUNDS { ".wav", ".flac", ".opus" }
#define PAGES { ".pdf", ".svg", ".png" }

static const MaqExportKind kinds[] = {
  { "cover", N_("Cover"), N_("What the song is, what is agreed and what is open"), "cover",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .lay_out = lay_out_cover },
  { "map", N_("Arrangement Map"), N_("Sections and layers on one page"), "map",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .lay_out = lay_out_map },
  { "charts", N_("Chord Chart"), N_("Chords by section, four bars to a line"), "charts",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .is_usual = TRUE, .lay_out = lay_out_charts,
    .takes = MAQ_EXPORT_TAKES_CHORDS | MAQ_EXPORT_TAKES_LYRICS },
  { "player", N_("A Sheet for Each Player"), N_("What one player needs"), "player",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .list = maq_player_sheet_list_players,
    .lay_out = lay_out_player, .takes = MAQ_EXPORT_TAKES_CHORDS },
  { "input-list", N_("Input List"), N_("A line for each input of the desk"), "input list",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .lay_out = lay_out_inputs },
  { "take-sheet", N_("Take Sheet"), N_("Boxes for takes by section and layer"), "take sheet",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .lay_out = lay_out_takes },
  { "setup", N_("Setup and Room"), N_("When and where, the room, and who stands where"), "setup",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .lay_out = lay_out_setup },
  { "recall", N_("Recall Notes"), N_("Devices and how they were set"), "recall",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .lay_out = lay_out_recall },
  { "contacts", N_("Contacts"), N_("Who takes part, and how to reach them"), "contacts",
    MAQ_EXPORT_GROUP_PAPER, PAGES, .lay_out = lay_out_contacts },
  { "html", N_("Web Page"), N_("The plan as one web page, for a phone"), "plan",
    MAQ_EXPORT_GROUP_TEXT, { ".html" }, .is_usual = TRUE, .write = write_html,
    .holds = MAQ_EXPORT_HOLDS_GUIDE },
  { "text", N_("Text"), N_("The plan as text, for an e-mail"), "plan",
    MAQ_EXPORT_GROUP_TEXT, { ".txt" }, .is_usual = TRUE, .write = write_text },
  { "markdown", N_("Markdown"), N_("The plan as Markdown"), "plan",
    MAQ_EXPORT_GROUP_TEXT, { ".md" }, .is_usual = TRUE, .write = write_markdown },
  { "csv", N_("Table of Levels"), N_("Levels of layers in sections, for spreadsheets"), "levels",
    MAQ_EXPORT_GROUP_TEXT, { ".csv" }, .is_usual = TRUE, .write = write_matrix },
  { "schedule", N_("Table of Entries"), N_("Who enters and leaves where, for spreadsheets"),
    "entries", MAQ_EXPORT_GROUP_TEXT, { ".csv" }, .write = write_schedule },
  { "inputs", N_("Table of Inputs"), N_("The input list, for spreadsheets"), "inputs",
    MAQ_EXPORT_GROUP_TEXT, { ".csv" }, .write = write_inputs },
  { "chordpro", N_("ChordPro"), N_("Words and chords as ChordPro"), "chart",
    MAQ_EXPORT_GROUP_TEXT, { ".cho", ".chordpro" }, .is_usual = TRUE, .write = write_chordpro,
    .takes = MAQ_EXPORT_TAKES_GRIDS },
  { "musicxml", N_("MusicXML"), N_("A lead sheet for notation programs"), "lead sheet",
    MAQ_EXPORT_GROUP_MUSIC, { ".musicxml" }, .is_usual = TRUE, .plays = TRUE,
    .write = write_musicxml, .takes = MAQ_EXPORT_TAKES_PARTS },
  { "midi", N_("Standard MIDI File"), N_("What the band plays, for any DAW"), "band",
    MAQ_EXPORT_GROUP_MUSIC, { ".mid", ".midi" }, .is_usual = TRUE, .plays = TRUE,
    .write = write_midi, .takes = MAQ_EXPORT_TAKES_CLICK },
  { "dawproject", N_("DAWproject"), N_("Tracks, tempi and markers for Bitwig, Studio One and "
    "others"), "session", MAQ_EXPORT_GROUP_MUSIC, { ".dawproject" }, .is_usual = TRUE,
    .plays = TRUE, .write = write_dawproject, .holds = MAQ_EXPORT_HOLDS_STEMS },
  { "guide", N_("Guide Mix"), N_("The mix, as it is heard"), "guide", MAQ_EXPORT_GROUP_SOUND,
    SOUNDS, .plays = TRUE, .wish = wish_guide,
    .takes = MAQ_EXPORT_TAKES_SOUND | MAQ_EXPORT_TAKES_GUIDE },
  { "click-track", N_("Click Track"), N_("A click on each beat, with the accents of the meter"),
    "click", MAQ_EXPORT_GROUP_SOUND, SOUNDS, .plays = TRUE, .wish = wish_click,
    .takes = MAQ_EXPORT_TAKES_SOUND | MAQ_EXPORT_TAKES_COUNTS },
  { "cues", N_("Cues"), N_("What announces each section a bar before it"), "cues",
    MAQ_EXPORT_GROUP_SOUND, SOUNDS, .plays = TRUE, .wish = wish_cues,
    .takes = MAQ_EXPORT_TAKES_SOUND | MAQ_EXPORT_TAKES_CUES },
  { "stems", N_("Stems"), N_("A file for each layer, which added up are the mix"), "stems",
    MAQ_EXPORT_GROUP_SOUND, SOUNDS, .plays = TRUE, .wish = wish_stems,
    .takes = MAQ_EXPORT_TAKES_SOUND | MAQ_EXPORT_TAKES_GROUPS },
  { "bundle", N_("Everything in One Archive"), N_("All of these, with a manifest"), "plan",
    MAQ_EXPORT_GROUP_ALL, { ".zip" }, .is_usual = TRUE, .plays = TRUE,
    .write = maq_export_bundle,
    .holds = MAQ_EXPORT_HOLDS_GUIDE | MAQ_EXPORT_HOLDS_CLICK | MAQ_EXPORT_HOLDS_CUES
             | MAQ_EXPORT_HOLDS_STEMS,
    .takes = MAQ_EXPORT_TAKES_CHORDS | MAQ_EXPORT_TAKES_LYRICS | MAQ_EXPORT_TAKES_PARTS
             | MAQ_EXPORT_TAKES_CLICK | MAQ_EXPORT_TAKES_GRIDS },
};

guint
maq_export_get_n_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

const MaqExportKind *
maq_export_get_kind (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (kinds), NULL);
  return &kinds[i];
}

const MaqExportKind *
maq_export_find_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].id, id) == 0)
      return &kinds[i];
  return NULL;
}

static gboolean
has_suffix_of (const MaqExportKind *kind,
               const char          *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (const char *const *suffix = kind->suffixes; *suffix != NULL; suffix++)
    if (g_str_has_suffix (lower, *suffix))
      return TRUE;
  return FALSE;
}

const MaqExportKind *
maq_export_find_kind_of (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].is_usual && has_suffix_of (&kinds[i], path))
      return &kinds[i];
  return NULL;
}

gboolean
maq_export_is_other (const MaqExportKind *kind,
                     const char          *path)
{
  if (has_suffix_of (kind, path))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (has_suffix_of (&kinds[i], path))
      return TRUE;
  return FALSE;
}

gboolean
maq_export_has_inside (const MaqExportKind    *kind,
                       const MaqExportOptions *options)
{
  const MaqSoundWish wish = maq_inner_sound_get_wish (options, kind->holds);

  return wish.has_guide || wish.has_click || wish.has_cues || wish.has_stems;
}

static GBytes *
write_sheet (MaqSheet   *sheet,
             const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (suffix, -1);

  if (g_str_has_suffix (lower, ".svg"))
    return maq_sheet_write_svg (sheet);
  if (g_str_has_suffix (lower, ".png"))
    return maq_sheet_write_png (sheet, DPI);
  return maq_sheet_write_pdf (sheet);
}

GBytes *
maq_export_make (const MaqExportKind     *kind,
                 const MaqExportSource   *source,
                 const MaqExportOptions  *options,
                 const char              *which,
                 const char              *suffix,
                 GError                 **error)
{
  g_autoptr(MaqSheet) sheet = NULL;

  g_return_val_if_fail (kind->wish == NULL, NULL);

  if (kind->lay_out == NULL)
    return kind->write (source, options, error);
  sheet = kind->lay_out (source->handoff, options, which);
  if (sheet == NULL)
    {
      g_auto(GStrv) all = kind->list (source->handoff);
      g_autofree char *names = g_strjoinv (", ", all);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("Nobody is called “%s”; there are: %s."), which, names);
      return NULL;
    }
  return write_sheet (sheet, suffix);
}
