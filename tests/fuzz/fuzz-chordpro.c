/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-import.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) project = maq_import_bytes (bytes, "chart.cho", report, &error);

  fuzz_import_check (project, report, error);
  return 0;
}
