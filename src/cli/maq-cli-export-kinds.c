/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-export-kinds.h"

#include <glib/gi18n.h>

#include "maq-cli-export-pages.h"
#include "maq-cli-export-bundle.h"
#include "maq-export-chordpro.h"
#include "maq-export-csv.h"
#include "maq-export-dawproject.h"
#include "maq-export-html.h"
#include "maq-export-midi.h"
#include "maq-export-musicxml.h"
#include "maq-export-text.h"

static GBytes *
write_midi (const MaqCliExporting  *exporting,
            GError                **error G_GNUC_UNUSED)
{
  return maq_export_midi (exporting->performance, exporting->handoff, exporting->has_click);
}

static GBytes *
write_musicxml (const MaqCliExporting  *exporting,
                GError                **error G_GNUC_UNUSED)
{
  return maq_export_musicxml (exporting->handoff, exporting->performance, exporting->has_parts);
}

static GBytes *
write_dawproject (const MaqCliExporting  *exporting,
                  GError                **error)
{
  return maq_export_dawproject (exporting->handoff, exporting->performance, error);
}

static GBytes *
write_text (const MaqCliExporting  *exporting,
            GError                **error G_GNUC_UNUSED)
{
  return maq_export_text (exporting->handoff, MAQ_TEXT_MARKUP_PLAIN);
}

static GBytes *
write_markdown (const MaqCliExporting  *exporting,
                GError                **error G_GNUC_UNUSED)
{
  return maq_export_text (exporting->handoff, MAQ_TEXT_MARKUP_MARKDOWN);
}

static GBytes *
write_chordpro (const MaqCliExporting  *exporting,
                GError                **error G_GNUC_UNUSED)
{
  return maq_export_chordpro (exporting->handoff, !exporting->has_grids);
}

static GBytes *
write_html (const MaqCliExporting  *exporting,
            GError                **error G_GNUC_UNUSED)
{
  return maq_export_html (exporting->handoff);
}

static GBytes *
write_matrix (const MaqCliExporting  *exporting,
              GError                **error G_GNUC_UNUSED)
{
  return maq_export_csv_matrix (exporting->handoff);
}

static GBytes *
write_schedule (const MaqCliExporting  *exporting,
                GError                **error G_GNUC_UNUSED)
{
  return maq_export_csv_schedule (exporting->handoff);
}

const MaqCliExportKind maq_cli_export_kinds[] = {
  { "midi", { ".mid", ".midi" }, TRUE, N_("Standard MIDI File"), write_midi },
  { "dawproject", { ".dawproject" }, TRUE, N_("DAWproject, for Bitwig, Studio One and others"),
    write_dawproject },
  { "musicxml", { ".musicxml" }, TRUE, N_("MusicXML, for notation programs"), write_musicxml },
  { "text", { ".txt" }, FALSE, N_("The plan as text, for an e-mail"), write_text },
  { "markdown", { ".md" }, FALSE, N_("The plan as Markdown"), write_markdown },
  { "cover", { NULL }, FALSE, N_("What the song is, what is agreed and what is open: PDF, or .svg "
                                 "or .png"), maq_cli_export_cover },
  { "chordpro", { ".cho", ".chordpro" }, FALSE, N_("Words and chords as ChordPro"),
    write_chordpro },
  { "html", { ".html" }, FALSE, N_("The plan as one web page"), write_html },
  { "csv", { ".csv" }, FALSE, N_("Levels of layers in sections, for spreadsheets"), write_matrix },
  { "schedule", { NULL }, FALSE, N_("Who enters and leaves where, for spreadsheets"),
    write_schedule },
  { "bundle", { ".zip" }, TRUE, N_("All of these in one archive, with a manifest"),
    maq_cli_export_bundle },
  { "map", { NULL }, FALSE, N_("Sections and layers on one page: PDF, or .svg or .png"),
    maq_cli_export_map },
  { "charts", { ".pdf" }, FALSE, N_("Chords by section: PDF, or .svg or .png"),
    maq_cli_export_charts },
  { "player", { NULL }, FALSE, N_("What one player needs: PDF, or .svg or .png"),
    maq_cli_export_player },
  { "input-list", { NULL }, FALSE, N_("The input list, to be filled in: PDF, or .svg or .png"),
    maq_cli_export_inputs },
  { "take-sheet", { NULL }, FALSE, N_("Boxes for takes by section and layer: PDF, or .svg or "
                                      ".png"), maq_cli_export_takes },
};

const guint maq_cli_n_export_kinds = G_N_ELEMENTS (maq_cli_export_kinds);
