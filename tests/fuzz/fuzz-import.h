/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "maq-check.h"
#include "maq-import.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"

/* What comes out of any bytes at all is checked, and survives a file. */
static inline void
fuzz_import_check (MaqProject      *project,
                   MaqImportReport *report,
                   const GError    *error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(MaqProject) again = NULL;

  g_assert_true ((project == NULL) == (error != NULL));
  for (guint i = 0; i < maq_import_report_get_n_notes (report); i++)
    g_assert_true (g_utf8_validate (maq_import_report_get_text (report, i), -1, NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (project == NULL)
    return;
  maq_check (project, &failure);
  g_assert_no_error (failure);
  bytes = maq_xml_write (project);
  again = maq_xml_read (bytes, &failure);
  g_assert_no_error (failure);
  g_assert_true (maq_project_equal (project, again));
}
