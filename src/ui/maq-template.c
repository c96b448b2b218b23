/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-template.h"

#include <glib/gi18n-lib.h>

#include "maq-data.h"
#include "maq-file.h"
#include "maq-move.h"

static int
compare_files_cb (gconstpointer a,
                  gconstpointer b)
{
  g_autofree char *left = g_file_get_path (*(GFile *const *) a);
  g_autofree char *right = g_file_get_path (*(GFile *const *) b);

  return g_strcmp0 (left, right);
}

static void
list_folder (GPtrArray  *files,
             const char *path)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && files->len + found->len < MAQ_TEMPLATE_MAX &&
         (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, MAQ_FILE_SUFFIX))
      g_ptr_array_add (found, g_file_new_build_filename (path, name, NULL));
  g_ptr_array_sort (found, compare_files_cb);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
}

GPtrArray *
maq_template_list (void)
{
  g_autofree char *own = g_build_filename (maq_data_get_folder (), "templates", NULL);
  g_autofree char *users = g_build_filename (g_get_user_data_dir (), "maquette", "templates", NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  list_folder (files, own);
  list_folder (files, users);
  return files;
}

const char *
maq_template_translate (const char *text)
{
  return text == NULL || *text == '\0' ? text : g_dgettext (GETTEXT_PACKAGE, text);
}

/* Does a move if it can be done: a template is begun with all the same. */
static MaqProject *
step (MaqProject *root,
      MaqMove    *move)
{
  g_autoptr (MaqMove) taken = move;
  g_autoptr (MaqProject) before = root;
  MaqProject *after = maq_move_apply (taken, before, NULL);

  return after == NULL ? g_steal_pointer (&before) : after;
}

/* "Verse 2" of a template that was written in English is "Strophe 2" in German. */
static char *
dup_name (const char *label,
          const char *name)
{
  const char *end = name + strlen (name);

  while (end > name && g_ascii_isdigit (end[-1]))
    end--;
  return *end == '\0' ? g_strdup (label) : g_strdup_printf ("%s %s", label, end);
}

static MaqProject *
name_things (MaqProject *root)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autoptr (MaqProject) kept = maq_project_ref (root);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      const MaqSectionFields *fields =
        maq_section_get_fields (maq_arrangement_get_section (arrangement, i));
      g_autofree char *name = dup_name (maq_section_kind_get_label (fields->kind), fields->name);

      root = step (root, maq_move_rename_section (fields->id, name));
    }
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *fields =
        maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));
      g_autofree char *name = dup_name (maq_role_get_label (fields->role), fields->name);

      root = step (root, maq_move_rename_layer (fields->id, name));
    }
  return root;
}

MaqProject *
maq_template_take_style (MaqProject *song,
                         MaqStyle   *style)
{
  if (style == NULL)
    return song;
  song = step (song, maq_move_song_style (maq_style_get_name (style)));
  song = step (song, maq_move_song_meter (maq_style_get_meter (style)));
  return step (song, maq_move_song_tempo (maq_style_get_tempo_qpm (style)));
}

MaqProject *
maq_template_begin (MaqProject *root,
                    MaqStyle   *style)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  MaqId id = maq_arrangement_get_id (arrangement);
  const char *note = maq_arrangement_get_fields (arrangement)->note;
  MaqProject *song = step (maq_project_ref (root), maq_move_song_title (_("New Song")));

  song = name_things (song);
  song = step (song, maq_move_rename_arrangement (id, _("First idea")));
  song = step (song, maq_move_arrangement_note (id, maq_template_translate (note)));
  return maq_template_take_style (song, style);
}
