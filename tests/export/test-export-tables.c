/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

#include "export-test.h"
#include "maq-entries.h"
#include "maq-export-csv.h"
#include "maq-export-html.h"

#define N_SONGS 30

/* RFC 4180, on its own: rows of cells; (element-type GPtrArray (element-type utf8)) */
static GPtrArray *
read_csv (GBytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gsize size;
  const char *p = g_bytes_get_data (bytes, &size);
  const char *end = p + size;

  for (; p < end; p++)
    if (*p == '"')
      {
        for (p++; *p != '"' || p[1] == '"'; p++)
          {
            g_string_append_c (cell, *p);
            p += *p == '"';
          }
      }
    else if (*p == ',')
      {
        g_ptr_array_add (row, g_string_free (cell, FALSE));
        cell = g_string_new (NULL);
      }
    else if (*p == '\r')
      {
        g_assert_cmpint (*++p, ==, '\n');
        g_ptr_array_add (row, g_string_free (cell, FALSE));
        g_ptr_array_add (rows, row);
        row = g_ptr_array_new_with_free_func (g_free);
        cell = g_string_new (NULL);
      }
    else
      {
        g_assert_true (g_ascii_isdigit (*p));
        g_string_append_c (cell, *p);
      }
  g_assert_cmpuint (row->len + cell->len, ==, 0);
  g_ptr_array_unref (row);
  g_string_free (cell, TRUE);
  return rows;
}

static const char *
get_cell (GPtrArray *rows,
          guint      row,
          guint      column)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), column);
}

/* As many cells in each row, and none that a spreadsheet would compute. */
static void
assert_table (GPtrArray *rows,
              guint      n_columns)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      g_assert_cmpuint (row->len, ==, n_columns);
      for (guint j = 0; j < row->len; j++)
        {
          const char *cell = get_cell (rows, i, j);

          g_assert_true (cell[0] == '\0' || strchr ("=+-@\t\r\n", cell[0]) == NULL);
          g_assert_true (g_utf8_validate (cell, -1, NULL));
        }
    }
}

static void
assert_matrix (MaqHandoff *handoff)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  g_autoptr(GBytes) bytes = maq_export_csv_matrix (handoff);
  g_autoptr(GPtrArray) rows = read_csv (bytes);
  guint n_sections = maq_arrangement_get_n_sections (arrangement);
  guint n_layers = maq_arrangement_get_n_layers (arrangement);

  assert_table (rows, 1 + n_sections);
  g_assert_cmpuint (rows->len, ==, 4 + n_layers);
  g_assert_nonnull (strstr (get_cell (rows, 0, 0), maq_handoff_get_version (handoff)));
  for (guint i = 0; i < n_layers; i++)
    for (guint j = 0; j < n_sections; j++)
      g_assert_cmpint (atoi (get_cell (rows, 4 + i, 1 + j)), ==,
                       maq_arrangement_get_level (arrangement, j, maq_layer_get_id (
                                                    maq_arrangement_get_layer (arrangement, i))));
}

static void
assert_schedule (MaqHandoff *handoff)
{
  g_autoptr(GBytes) bytes = maq_export_csv_schedule (handoff);
  g_autoptr(GPtrArray) rows = read_csv (bytes);
  g_autoptr(GArray) entries = maq_entries_list (handoff);

  assert_table (rows, 10);
  g_assert_cmpuint (rows->len, ==, 1 + entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const MaqEntry *entry = &g_array_index (entries, MaqEntry, i);

      g_assert_cmpint (atoi (get_cell (rows, 1 + i, 0)), ==,
                       maq_entry_get_bar (entry, handoff) + 1);
      g_assert_cmpint (atoi (get_cell (rows, 1 + i, 8)), ==, entry->to_level);
    }
}

/* a row for each input, and for each layer without one; nothing of it is a formula */
static void
assert_inputs (MaqHandoff *handoff)
{
  g_autoptr(GBytes) bytes = maq_export_csv_inputs (handoff);
  g_autoptr(GPtrArray) rows = read_csv (bytes);
  MaqSession *session = maq_project_get_fields (maq_handoff_get_project (handoff))->session;
  const guint n_inputs = maq_session_get_n_rows (session, MAQ_SESSION_INPUTS);

  assert_table (rows, 14);
  g_assert_cmpuint (rows->len, >, n_inputs);
  for (guint i = 0; i < n_inputs; i++)
    {
      const MaqSessionRowFields *fields
        = maq_session_row_get_fields (maq_session_get_row (session, MAQ_SESSION_INPUTS, i));

      g_assert_cmpint (atoi (get_cell (rows, 1 + i, 0)), ==, fields->channel);
      g_assert_cmpint (atoi (get_cell (rows, 1 + i, 8)), ==, fields->switches[0]);
    }
}

static guint
count_elements (xmlNode    *node,
                const char *name)
{
  guint n_found = 0;

  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      n_found += (strcmp ((const char *) node->name, name) == 0) +
                 count_elements (node->children, name);
  return n_found;
}

/* The first of them, in the order of the page. */
static xmlNode *
find_element (xmlNode    *node,
              const char *name)
{
  for (; node != NULL; node = node->next)
    {
      xmlNode *below;

      if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0)
        return node;
      below = find_element (node->children, name);
      if (below != NULL)
        return below;
    }
  return NULL;
}

/* Nothing but what we mean to write is an element, and nothing is fetched. */
static void
assert_page (MaqHandoff *handoff)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  g_autoptr(GBytes) bytes = maq_export_html (handoff, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(xmlDoc) doc = htmlReadMemory (data, (int) size, NULL, "UTF-8", HTML_PARSE_NONET |
                                          HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  xmlNode *root = xmlDocGetRootElement (doc);

  g_assert_cmpuint (count_elements (root, "script"), ==, 0);
  g_assert_cmpuint (count_elements (root, "img") + count_elements (root, "link"), ==, 0);
  g_assert_cmpuint (count_elements (root, "h1"), ==, 1);
  g_assert_cmpuint (count_elements (root, "h3"), ==, maq_arrangement_get_n_sections (arrangement));
  /* the map comes first, then lists of the session */
  g_assert_cmpuint (count_elements (find_element (root, "table")->children, "td"), ==,
                    maq_arrangement_get_n_sections (arrangement)
                    * maq_arrangement_get_n_layers (arrangement));
  g_assert_nonnull (g_strstr_len (data, (gssize) size, maq_handoff_get_version (handoff)));
  g_assert_null (g_strstr_len (data, (gssize) size, "http"));
}

static void
assert_all (MaqHandoff *handoff)
{
  assert_matrix (handoff);
  assert_schedule (handoff);
      assert_inputs (handoff);
}

static void
test_any_song (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);

      assert_all (handoff);
      assert_page (handoff);
    }
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);

      assert_all (handoff);
      /* the one that names a page is text, too */
      if (strstr (export_test_names[i], "http") == NULL)
        assert_page (handoff);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/tables/any-song", test_any_song);
  g_test_add_func ("/export/tables/hostile", test_hostile_names);
  return g_test_run ();
}
