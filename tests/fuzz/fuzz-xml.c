/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Project files as anybody could make them: what is read is written, comes
 * back the same, and as the same bytes; what is not read is said to be wrong. */

#include "fuzz.h"

#include "maq-check.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"

static void
require_failure (const GError *error)
{
  g_assert_true (error != NULL);
  g_assert_true (error->domain == MAQ_XML_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (*maq_xml_error_get_sentence (error) != '\0');
}

static void
require_round (MaqProject *first)
{
  g_autoptr(GBytes) once = maq_xml_write (first);
  g_autoptr(MaqProject) second = maq_xml_read (once, NULL);
  g_autoptr(GBytes) twice = NULL;

  g_assert_true (maq_check (first, NULL));
  g_assert_true (second != NULL);
  g_assert_true (maq_project_equal (first, second));
  twice = maq_xml_write (second);
  g_assert_true (g_bytes_equal (once, twice));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) root = maq_xml_read (bytes, &error);

  g_auto(GStrv) mistakes = maq_xml_find_mistakes (bytes, 20);

  g_assert_true ((root == NULL) == (mistakes[0] != NULL));
  if (root == NULL)
    require_failure (error);
  else
    require_round (root);

  return 0;
}
