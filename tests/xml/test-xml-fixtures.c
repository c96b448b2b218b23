/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-xml-reader.h"
#include "maq-xml-schema.h"
#include "maq-xml-writer.h"

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "xml", "fixtures", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, size);
}

static void
assert_valid (GBytes *bytes)
{
  g_autofree char *schema = g_build_filename (g_getenv ("MAQ_DATADIR"), MAQ_XML_SCHEMA_NAME, NULL);
  g_autoptr(GError) error = NULL;
  gboolean valid = maq_xml_validate (bytes, schema, &error);

  g_assert_no_error (error);
  g_assert_true (valid);
}

/* Everything that the format can say, other people's things among it. */
static void
test_everything (void)
{
  g_autoptr(GBytes) bytes = load ("everything.maquette");
  g_autoptr(GError) error = NULL;
  g_autoptr(MaqProject) first = NULL;
  g_autoptr(MaqProject) second = NULL;
  g_autoptr(GBytes) once = NULL;
  g_autoptr(GBytes) twice = NULL;

  assert_valid (bytes);
  first = maq_xml_read (bytes, &error);
  g_assert_no_error (error);

  once = maq_xml_write (first);
  assert_valid (once);
  second = maq_xml_read (once, &error);
  g_assert_no_error (error);
  twice = maq_xml_write (second);

  g_assert_true (maq_project_equal (first, second));
  g_assert_true (g_bytes_equal (once, twice));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/fixtures/everything", test_everything);

  return g_test_run ();
}
