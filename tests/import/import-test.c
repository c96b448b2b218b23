/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-test.h"

#include <string.h>

#include "maq-check.h"
#include "maq-chord-text.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"

/* What is imported satisfies the checks and comes back from a file unchanged. */
static void
assert_keeps (MaqProject *project)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autoptr(MaqProject) read = NULL;

  maq_check (project, &error);
  g_assert_no_error (error);
  bytes = maq_xml_write (project);
  read = maq_xml_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (maq_project_equal (project, read));
  again = maq_xml_write (read);
  g_assert_true (g_bytes_equal (bytes, again));
}

static MaqProject *
import_bytes (GBytes          *bytes,
              const char      *filename,
              MaqImportReport *report)
{
  g_autoptr(GError) error = NULL;
  MaqProject *project = maq_import_bytes (bytes, filename, report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (project);
  assert_keeps (project);
  return project;
}

MaqProject *
import_text (const char      *text,
             const char      *filename,
             MaqImportReport *report)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return import_bytes (bytes, filename, report);
}

static MaqProject *
import_path (const char      *path,
             MaqImportReport *report)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *text;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, size);
  return import_bytes (bytes, path, report);
}

MaqProject *
import_chart (const char      *name,
              MaqImportReport *report)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "import", "charts", name, NULL);

  return import_path (path, report);
}

char *
dup_shared (const char *folder,
            const char *name)
{
  const char *shared = g_getenv ("MAQ_SHARED_DATA");
  g_autofree char *path = NULL;

  if (shared != NULL)
    path = g_build_filename (shared, folder, name, NULL);
  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no outside material here");
      return NULL;
    }
  return g_steal_pointer (&path);
}

MaqProject *
import_shared (const char *path)
{
  return import_path (path, NULL);
}

void
assert_form (MaqArrangement *arrangement,
             const char     *form)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      const MaqSectionFields *own =
        maq_section_get_fields (maq_arrangement_get_section (arrangement, i));
      MaqSection *resolved = maq_arrangement_get_resolved (arrangement, i);

      g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "", own->name,
                              maq_section_get_fields (resolved)->bars);
      if (own->follows != MAQ_ID_NONE)
        g_string_append_printf (text, "<%d", maq_arrangement_find_section (arrangement,
                                                                           own->follows) + 1);
    }
  g_assert_cmpstr (text->str, ==, form);
}

void
assert_chords (MaqProject *project,
               guint       section,
               const char *chords)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (project);
  MaqSong *song = maq_project_get_current (project);
  g_autoptr(MaqForm) form = maq_form_new (song, arrangement);
  const MaqSectionFields *fields =
    maq_section_get_fields (maq_arrangement_get_resolved (arrangement, section));
  g_autofree char *text = maq_chord_text_format (fields->chords, fields->bars,
                                                 maq_form_get_section (form, section)->meter,
                                                 fields->odd_bars);
  g_autofree char *expected = g_strdup_printf ("| %s |", chords);

  g_assert_cmpstr (text, ==, expected);
}

void
assert_key (MaqKey      key,
            const char *text)
{
  char written[MAQ_KEY_TEXT_MAX];

  g_assert_cmpstr (maq_key_format (key, written), ==, text);
}

void
assert_meter (MaqMeter    meter,
              const char *text)
{
  char written[MAQ_METER_TEXT_MAX];

  g_assert_cmpstr (maq_meter_format (meter, written), ==, text);
}

void
assert_remark (MaqArrangement *arrangement,
               const char     *text)
{
  for (guint i = 0; i < maq_arrangement_get_n_remarks (arrangement); i++)
    {
      if (strcmp (maq_remark_get_fields (maq_arrangement_get_remark (arrangement, i))->text,
                  text) == 0)
        return;
    }
  g_test_fail_printf ("no remark says “%s”", text);
}

guint
find_layer_named (MaqArrangement *arrangement,
                  const char     *name)
{
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      if (strcmp (maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)), name) == 0)
        return i;
    }
  g_error ("there is no layer “%s”", name);
}
