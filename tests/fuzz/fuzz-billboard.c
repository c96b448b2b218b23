/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-import.h"
#include "fuzz.h"
#include "maq-import-billboard.h"

/* Past the guess of the format, so that every input is read as an annotation. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) project = maq_import_billboard (valid, "annotation", report, &error);

  fuzz_import_check (project, report, error);
  return 0;
}
