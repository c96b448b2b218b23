/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli-export-bundle.h"

#include <string.h>

#include "maq-bundle.h"
#include "maq-cli-export-pages.h"
#include "maq-player-sheet.h"
#include "maq-xml-writer.h"

/* What is in it, in this order: an option of `export`, and the name of its file. */
static const struct
{
  const char *option;
  const char *name;
  const char *suffix;
} documents[] = {
  { "cover", "cover", ".pdf" },
  { "map", "map", ".pdf" },
  { "charts", "charts", ".pdf" },
  { "player", NULL, ".pdf" },
  { "input-list", "input list", ".pdf" },
  { "take-sheet", "take sheet", ".pdf" },
  { "html", "plan", ".html" },
  { "text", "plan", ".txt" },
  { "csv", "levels", ".csv" },
  { "schedule", "entries", ".csv" },
  { "chordpro", "chart", ".cho" },
  { "musicxml", "lead sheet", ".musicxml" },
  { "midi", "band", ".mid" },
  { "dawproject", "session", ".dawproject" },
};

static gboolean
add_players (MaqBundle              *bundle,
             const MaqCliExporting  *exporting,
             GError                **error)
{
  g_auto(GStrv) players = maq_player_sheet_list_players (exporting->handoff);

  for (guint i = 0; players[i] != NULL; i++)
    {
      g_autoptr(GBytes) bytes = maq_cli_export_player_of (exporting, players[i], error);

      if (bytes == NULL)
        return FALSE;
      maq_bundle_add (bundle, players[i], ".pdf", bytes);
    }
  return TRUE;
}

static const MaqCliExportKind *
find_kind (const char *option)
{
  for (guint i = 0; i < maq_cli_n_export_kinds; i++)
    if (strcmp (maq_cli_export_kinds[i].option, option) == 0)
      return &maq_cli_export_kinds[i];
  g_assert_not_reached ();
}

GBytes *
maq_cli_export_bundle (const MaqCliExporting  *exporting,
                       GError                **error)
{
  g_autoptr(MaqBundle) bundle = maq_bundle_new (exporting->handoff);
  g_autoptr(GBytes) project = maq_xml_write (maq_handoff_get_project (exporting->handoff));
  MaqCliExporting one = *exporting;

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(GBytes) bytes = NULL;

      one.path = documents[i].suffix;
      if (documents[i].name == NULL)
        {
          if (!add_players (bundle, &one, error))
            return NULL;
          continue;
        }
      bytes = find_kind (documents[i].option)->write (&one, error);
      if (bytes == NULL)
        return NULL;
      maq_bundle_add (bundle, documents[i].name, documents[i].suffix, bytes);
    }
  maq_bundle_add (bundle, "project", ".maquette", project);
  return maq_bundle_finish (bundle, error);
}
