/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "maq-file-set.h"
#include "maq-import.h"
#include "maq-xml-format.h"
#include "maq-xml-reader.h"
#include "maq-xml-writer.h"

#define CHUNK_BYTES 65536

/* of one file; more than can be mended before looking again */
#define MAX_MISTAKES 50

static gboolean
is_standard (const char *path)
{
  return strcmp (path, "-") == 0;
}

/* Reads no more than a project may have, whatever is at the other end. */
GBytes *
maq_cli_read (const char *path)
{
  g_autoptr(GByteArray) data = g_byte_array_new ();
  int fd = is_standard (path) ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC);
  gssize n_read = fd < 0 ? -1 : 1;

  while (n_read > 0 && data->len <= MAQ_XML_MAX_BYTES)
    {
      guint length = data->len;

      g_byte_array_set_size (data, length + CHUNK_BYTES);
      do
        n_read = read (fd, data->data + length, CHUNK_BYTES);
      while (n_read < 0 && errno == EINTR);
      g_byte_array_set_size (data, length + (guint) MAX (n_read, 0));
    }
  if (n_read < 0)
    {
      g_autofree char *message = g_strdup_printf (_("The file can't be read: %s."),
                                                  g_strerror (errno));

      maq_cli_complain (path, message);
    }
  if (fd > STDIN_FILENO)
    close (fd);
  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
is_project (GBytes     *bytes,
            const char *path)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize at = 0;

  if (g_str_has_suffix (path, ".maquette"))
    return TRUE;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  while (at < size && g_ascii_isspace (data[at]))
    at++;
  return at < size && data[at] == '<';
}

static void
show_notes (MaqImportReport *report,
            const char      *path)
{
  guint n_more = maq_import_report_get_n_more (report);

  for (guint i = 0; i < maq_import_report_get_n_notes (report); i++)
    {
      guint line = maq_import_report_get_line (report, i);
      const char *text = maq_import_report_get_text (report, i);

      if (line > 0)
        g_printerr ("%s:%u: %s\n", path, line, text);
      else
        g_printerr ("%s: %s\n", path, text);
    }
  if (n_more > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%s: %u more note like these.\n",
                             "%s: %u more notes like these.\n", n_more), path, n_more);
}

static MaqProject *
load_bytes (GBytes     *bytes,
            const char *path,
            gboolean    shows_notes)
{
  g_autoptr(MaqImportReport) report = maq_import_report_new ();
  g_autoptr(GError) error = NULL;
  MaqProject *project;

  if (is_project (bytes, path))
    project = maq_xml_read (bytes, &error);
  else
    project = maq_import_bytes (bytes, is_standard (path) ? NULL : path, report, &error);
  if (shows_notes)
    show_notes (report, path);
  if (project == NULL)
    maq_cli_complain (path, error->message);
  return project;
}

MaqProject *
maq_cli_load (const char *path,
              gboolean    shows_notes)
{
  g_autoptr(GBytes) bytes = maq_cli_read (path);

  return bytes != NULL ? load_bytes (bytes, path, shows_notes) : NULL;
}

gboolean
maq_cli_check_file (const char *path)
{
  g_autoptr(GBytes) bytes = maq_cli_read (path);
  g_autoptr(MaqProject) project = NULL;
  g_auto(GStrv) mistakes = NULL;

  if (bytes == NULL)
    return FALSE;
  if (!is_project (bytes, path))
    {
      project = load_bytes (bytes, path, TRUE);
      return project != NULL;
    }

  mistakes = maq_xml_find_mistakes (bytes, MAX_MISTAKES);
  for (guint i = 0; mistakes[i] != NULL; i++)
    maq_cli_complain (path, mistakes[i]);
  if (g_strv_length (mistakes) == MAX_MISTAKES)
    maq_cli_complain (path, _("There may be more mistakes; mend these first."));

  return mistakes[0] == NULL;
}

gboolean
maq_cli_may_write (const char *path,
                   gboolean    replaces)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    maq_cli_complain (path, _("This is no file but a folder, a pipe or a device; "
                              "choose another name."));
  else if (!replaces)
    maq_cli_complain (path, _("The file is there already; add --force to replace it."));
  else
    return TRUE;
  return FALSE;
}

gboolean
maq_cli_save_bytes (GBytes     *bytes,
                    const char *path,
                    gboolean    replaces)
{
  g_autoptr(MaqFileSet) files = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (is_standard (path))
    return fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0;
  if (!maq_cli_may_write (path, replaces))
    return FALSE;
  files = maq_file_set_new ();
  if (maq_file_set_write (files, path, bytes, &error) && maq_file_set_finish (files, &error))
    return TRUE;
  maq_cli_complain_whole (error->message);
  return FALSE;
}

gboolean
maq_cli_save (MaqProject *project,
              const char *path,
              gboolean    replaces)
{
  g_autoptr(GBytes) bytes = maq_xml_write (project);

  return maq_cli_save_bytes (bytes, path, replaces);
}
