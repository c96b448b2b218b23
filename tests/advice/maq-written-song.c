/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-written-song.h"

#include <stdlib.h>

#include "maq-check.h"
#include "maq-form-text.h"

static void
add_layers (const char *const *lines,
            GPtrArray         *layers)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], " ", -1);
      MaqLayerFields fields = { .id = i + 1, .name = words[0] };

      g_assert_true (maq_role_from_nick (words[0], &fields.role));
      g_ptr_array_add (layers, maq_layer_new (&fields));
    }
}

static MaqVec *
new_parts (const char *const *lines,
           guint              section)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_part_unref);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], " ", -1);
      MaqPartFields fields = { .layer = i + 1 };

      fields.level = section + 1 < g_strv_length (words) ? atoi (words[section + 1]) : 0;
      if (fields.level > 0)
        g_ptr_array_add (parts, maq_part_new (&fields));
    }

  return maq_vec_new (&maq_part_vec_class, (const gpointer *) parts->pdata, parts->len);
}

static void
add_sections (const char        *form,
              const char *const *lines,
              GPtrArray         *sections)
{
  g_autoptr(GArray) items = maq_form_text_parse (form, NULL, NULL);
  int n_of_kind[MAQ_N_SECTION_KINDS] = { 0 };

  g_assert_nonnull (items);
  for (guint i = 0; i < items->len; i++)
    {
      const MaqFormItem *item = &g_array_index (items, MaqFormItem, i);
      g_autoptr(MaqVec) parts = new_parts (lines, i);
      g_autofree char *name = g_strdup_printf ("%s %d", maq_section_kind_get_nick (item->kind),
                                               ++n_of_kind[item->kind]);

      g_ptr_array_add (sections, maq_section_new (&(MaqSectionFields) {
        .id = i + 1, .kind = item->kind, .name = name, .bars = item->bars, .parts = parts }));
    }
}

MaqProject *
written_song (const char        *form,
              const char *const *lines)
{
  g_autoptr(GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_layer_unref);
  g_autoptr(GPtrArray) sections = NULL;
  g_autoptr(MaqVec) layer_vec = NULL;
  g_autoptr(MaqVec) section_vec = NULL;
  g_autoptr(MaqArrangement) arrangement = NULL;
  g_autoptr(MaqVec) arrangements = NULL;
  g_autoptr(MaqSong) song = NULL;
  g_autoptr(MaqVec) songs = NULL;
  MaqProject *root;

  sections = g_ptr_array_new_with_free_func ((GDestroyNotify) maq_section_unref);
  add_layers (lines, layers);
  add_sections (form, lines, sections);
  layer_vec = maq_vec_new (&maq_layer_vec_class, (const gpointer *) layers->pdata, layers->len);
  section_vec = maq_vec_new (&maq_section_vec_class, (const gpointer *) sections->pdata,
                             sections->len);
  arrangement = maq_arrangement_new (&(MaqArrangementFields) {
    .id = 1, .name = "Written", .layers = layer_vec, .sections = section_vec });
  arrangements = maq_vec_new (&maq_arrangement_vec_class, (gpointer[]) { arrangement }, 1);
  song = maq_song_new (&(MaqSongFields) {
    .id = 1, .title = "Written", .tempo_qpm = 120, .current = 1, .arrangements = arrangements,
    .meter = { 4, 4 },
    .key = { .mode = MAQ_MODE_MAJOR } });
  songs = maq_vec_new (&maq_song_vec_class, (gpointer[]) { song }, 1);
  root = maq_project_new (&(MaqProjectFields) { .current = 1, .songs = songs });
  g_assert_true (maq_check (root, NULL));

  return root;
}
