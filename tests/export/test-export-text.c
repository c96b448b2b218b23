/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "export-test.h"
#include "maq-entries.h"
#include "maq-export-html.h"
#include "maq-export-text.h"
#include "maq-move.h"

#define N_SONGS 40

static char *
dup_text (MaqHandoff    *handoff,
          MaqTextMarkup  markup)
{
  g_autoptr(GBytes) bytes = maq_export_text (handoff, markup);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
dup_page (MaqHandoff *handoff)
{
  g_autoptr(GBytes) bytes = maq_export_html (handoff, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_clean (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p != '\0'; p++)
    g_assert_true ((guchar) *p >= 0x20 || *p == '\n');
}

/* The lines of the form: as many as sections, each with the bar it begins in. */
static void
assert_has_form (const char *text,
                 MaqHandoff *handoff)
{
  MaqForm *form = maq_handoff_get_form (handoff);
  g_auto(GStrv) lines = g_strsplit (strstr (text, "## Form"), "\n", -1);

  for (guint i = 0; i < maq_form_get_n_sections (form); i++)
    {
      const MaqFormSection *place = maq_form_get_section (form, i);
      g_autofree char *start = g_strdup_printf ("| %u | ", i + 1);
      g_autofree char *bars = g_strdup_printf (" | %d | %d | ", place->bars, place->first_bar + 1);

      g_assert_true (g_str_has_prefix (lines[4 + i], start));
      g_assert_nonnull (strstr (lines[4 + i], bars));
    }
}

static void
test_any_song (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);
      g_autofree char *plain = dup_text (handoff, MAQ_TEXT_MARKUP_PLAIN);
      g_autofree char *markdown = dup_text (handoff, MAQ_TEXT_MARKUP_MARKDOWN);

      assert_clean (plain);
      assert_clean (markdown);
      g_assert_nonnull (strstr (plain, maq_handoff_get_version (handoff)));
      g_assert_nonnull (strstr (markdown, maq_handoff_get_version (handoff)));
      assert_has_form (markdown, handoff);
    }
}

/* After each of the entries, everybody is where the score says. */
static void
test_entries_lead_to_the_levels (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (maq_any_seed ());

  for (guint i = 0; i < N_SONGS; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_any (rand);
      g_autoptr(GArray) entries = maq_entries_list (handoff);
      MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
      MaqForm *form = maq_handoff_get_form (handoff);
      int levels[16] = { 0 };
      guint at = 0;

      for (guint j = 0; j < maq_form_get_n_sections (form); j++)
        for (int bar = 0; bar < maq_form_get_section (form, j)->bars; bar++)
          {
            for (; at < entries->len; at++)
              {
                const MaqEntry *entry = &g_array_index (entries, MaqEntry, at);

                if (entry->section != j || entry->bar != bar)
                  break;
                g_assert_cmpint (entry->from_level, ==, levels[entry->layer]);
                levels[entry->layer] = entry->to_level;
              }
            for (guint k = 0; k < maq_arrangement_get_n_layers (arrangement); k++)
              {
                MaqId layer = maq_layer_get_id (maq_arrangement_get_layer (arrangement, k));
                MaqPart *part = maq_section_find_part (maq_form_get_section (form, j)->section,
                                                       layer);
                const MaqPartFields *fields = part != NULL ? maq_part_get_fields (part) : NULL;
                gboolean plays = fields != NULL && bar >= fields->entry_bar &&
                                 (fields->exit_bar == 0 || bar < fields->exit_bar);

                g_assert_cmpint (levels[k], ==,
                                 plays ? maq_arrangement_get_level (arrangement, j, layer) : 0);
              }
          }
      g_assert_cmpuint (at, ==, entries->len);
    }
}

static void
test_hostile_names (void)
{
  for (guint i = 0; export_test_names[i] != NULL; i++)
    {
      g_autoptr(MaqHandoff) handoff = export_test_hostile (export_test_names[i]);
      g_autofree char *plain = dup_text (handoff, MAQ_TEXT_MARKUP_PLAIN);
      g_autofree char *markdown = dup_text (handoff, MAQ_TEXT_MARKUP_MARKDOWN);

      assert_clean (plain);
      assert_clean (markdown);
      for (const char *p = strchr (markdown, '<'); p != NULL; p = strchr (p + 1, '<'))
        g_assert_cmpint (p[-1], ==, '\\');
      assert_has_form (markdown, handoff);
    }
}

static void
test_version_tells_plans_apart (void)
{
  g_autoptr(MaqHandoff) a = export_test_hostile ("a");
  g_autoptr(MaqHandoff) again = export_test_hostile ("a");
  g_autoptr(MaqHandoff) b = export_test_hostile ("b");

  g_assert_cmpstr (maq_handoff_get_version (a), ==, maq_handoff_get_version (again));
  g_assert_cmpstr (maq_handoff_get_version (a), !=, maq_handoff_get_version (b));
  g_assert_cmpuint (strlen (maq_handoff_get_version (a)), ==, MAQ_HANDOFF_VERSION_DIGITS);
}

/* A way out that stands before the chords must not read as if the section began with it. */
static void
test_ways_out (void)
{
  g_autoptr(MaqHandoff) plain = export_test_plain (2, 1, 4, "C | F", NULL);
  g_autoptr(MaqMove) move = maq_move_section_transition (1000, MAQ_TRANSITION_STOP);
  g_autoptr(MaqProject) stops = maq_move_apply (move, maq_handoff_get_project (plain), NULL);
  g_autoptr(MaqHandoff) handoff = maq_handoff_new (stops, maq_project_get_current (stops),
                                                   maq_project_get_arrangement (stops));
  g_autofree char *text = dup_text (handoff, MAQ_TEXT_MARKUP_PLAIN);
  g_autofree char *page = dup_page (handoff);

  g_assert_nonnull (strstr (text, "Ends with: Stop\n"));
  g_assert_nonnull (strstr (page, ">Ends with: Stop<"));
}

static void
test_language_of_page (void)
{
  static const char *const languages[][2] = { { "C.UTF-8", "en" }, { "POSIX", "en" },
                                              { "pt_BR.UTF-8", "pt" }, { "ast_ES", "ast" } };
  g_autoptr(MaqHandoff) handoff = export_test_plain (1, 1, 4, "C | F", NULL);

  g_unsetenv ("LANGUAGE");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *head = g_strdup_printf ("<html lang=\"%s\">", languages[i][1]);
      g_autofree char *page = NULL;

      g_setenv ("LC_ALL", languages[i][0], TRUE);
      page = dup_page (handoff);
      g_assert_nonnull (strstr (page, head));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/text/any-song", test_any_song);
  g_test_add_func ("/export/text/entries", test_entries_lead_to_the_levels);
  g_test_add_func ("/export/text/hostile", test_hostile_names);
  g_test_add_func ("/export/text/version", test_version_tells_plans_apart);
  g_test_add_func ("/export/text/ways-out", test_ways_out);
  g_test_add_func ("/export/text/language-of-page", test_language_of_page);
  return g_test_run ();
}
