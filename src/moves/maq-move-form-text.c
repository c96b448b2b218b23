/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-move-private.h"

#include <glib/gi18n-lib.h>

#include "maq-form-text.h"
#include "maq-limits.h"
#include "maq-section-usual.h"

/* A form is brought about by the moves that people would make: sections are
 * moved, added, lengthened and, last of all, deleted. */

static gboolean
is_taken (GArray *chosen,
          MaqId   id)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_array_index (chosen, MaqId, i) == id)
      return TRUE;

  return FALSE;
}

/* the first section that is called that and still free; MAQ_ID_NONE if there is none */
static MaqId
find_called (MaqArrangement *arrangement,
             GArray         *chosen,
             const char     *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);
      g_autofree char *called = g_utf8_casefold (maq_section_get_name (section), -1);

      if (g_str_equal (called, wanted) && !is_taken (chosen, maq_section_get_id (section)))
        return maq_section_get_id (section);
    }

  return MAQ_ID_NONE;
}

/* the first that is still free, or the one of that number if it is */
static MaqId
find_of_kind (MaqArrangement    *arrangement,
              GArray            *chosen,
              const MaqFormItem *item)
{
  int number = 0;

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    {
      MaqSection *section = maq_arrangement_get_section (arrangement, i);
      MaqId id = maq_section_get_id (section);

      if (maq_section_get_kind (section) != item->kind)
        continue;

      number++;
      if ((item->number == 0 || item->number == number) && !is_taken (chosen, id))
        return id;
    }

  return MAQ_ID_NONE;
}

/* Which section each item means: those called by name come first, so that "C"
 * doesn't take away what "Chorus 1" asks for; MAQ_ID_NONE for new ones. */
static GArray *
choose (MaqArrangement *arrangement,
        GArray         *items)
{
  GArray *chosen = g_array_sized_new (FALSE, TRUE, sizeof (MaqId), items->len);

  g_array_set_size (chosen, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      const char *name = g_array_index (items, MaqFormItem, i).name;

      if (name != NULL)
        g_array_index (chosen, MaqId, i) = find_called (arrangement, chosen, name);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const MaqFormItem *item = &g_array_index (items, MaqFormItem, i);

      if (g_array_index (chosen, MaqId, i) == MAQ_ID_NONE &&
          (item->name == NULL || item->number > 0))
        g_array_index (chosen, MaqId, i) = find_of_kind (arrangement, chosen, item);
    }

  return chosen;
}

/* does @move, which it takes over, to @root */
static gboolean
step (MaqProject **root,
      MaqMove     *move,
      GError     **error)
{
  g_autoptr(MaqMove) taken = move;
  g_autoptr(MaqProject) before = g_steal_pointer (root);

  *root = maq_move_apply (taken, before, error);
  return *root != NULL;
}

static MaqId
get_id_at (MaqProject *root,
           int         index)
{
  return index < 0 ? MAQ_ID_NONE
                   : maq_section_get_id (
                       maq_arrangement_get_section (maq_project_get_arrangement (root), index));
}

/* A further section of a kind follows the first of it, or the one it is named after. */
static gboolean
add (MaqProject        **root,
     const MaqFormItem  *item,
     int                 place,
     MaqId              *made,
     GError            **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (*root);
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (MaqId));
  MaqId model = item->name != NULL ? find_called (arrangement, none, item->name) : MAQ_ID_NONE;
  gboolean is_named_anew = item->name != NULL && model == MAQ_ID_NONE;
  g_autoptr(MaqProject) before = maq_project_ref (*root);
  g_autoptr(MaqMove) move = NULL;

  if (model == MAQ_ID_NONE && item->kind != MAQ_SECTION_OTHER)
    model = find_of_kind (arrangement, none, &(MaqFormItem) { .kind = item->kind });
  move = model != MAQ_ID_NONE
           ? maq_move_repeat_section (model)
           : maq_move_add_section (get_id_at (*root, place - 1), item->kind, item->name,
                                   item->bars > 0 ? item->bars
                                                  : maq_section_kind_get_usual_bars (item->kind));
  if (!step (root, maq_move_ref (move), error))
    return FALSE;

  *made = maq_move_find_target (move, before, *root).section;
  return !is_named_anew || model == MAQ_ID_NONE ||
         step (root, maq_move_rename_section (*made, item->name), error);
}

static gboolean
place_item (MaqProject        **root,
            const MaqFormItem  *item,
            MaqId               id,
            int                 place,
            GError            **error)
{
  MaqArrangement *arrangement;
  int index;

  if (id == MAQ_ID_NONE && !add (root, item, place, &id, error))
    return FALSE;
  if (!step (root, maq_move_move_section (id, place), error))
    return FALSE;

  arrangement = maq_project_get_arrangement (*root);
  index = maq_arrangement_find_section (arrangement, id);
  if (item->bars == 0 ||
      maq_section_get_fields (maq_arrangement_get_resolved (arrangement, index))->bars ==
        item->bars)
    return TRUE;

  return step (root, maq_move_resize_section (id, item->bars), error);
}

static MaqProject *
apply_form (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqArrangement *before = maq_project_get_arrangement (root);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MaqProject) result = maq_project_ref (root);
  g_autoptr(GArray) items = NULL;
  g_autoptr(GArray) chosen = NULL;

  if (!maq_move_require_text (self->text, MAQ_LIMIT_TEXT_BYTES, error))
    return NULL;
  items = maq_form_text_parse (self->text != NULL ? self->text : "", before, &local_error);
  if (items == NULL)
    {
      maq_move_refuse (error, MAQ_MOVE_ERROR_BAD_VALUE, "%s", local_error->message);
      return NULL;
    }

  chosen = choose (before, items);
  for (guint i = 0; i < items->len; i++)
    if (!place_item (&result, &g_array_index (items, MaqFormItem, i),
                     g_array_index (chosen, MaqId, i), i, error))
      return NULL;

  while (maq_arrangement_get_n_sections (maq_project_get_arrangement (result)) > items->len)
    if (!step (&result, maq_move_delete_section (get_id_at (result, items->len)), error))
      return NULL;

  return maq_project_equal (root, result) ? maq_project_ref (root) : g_steal_pointer (&result);
}

static char *
dup_form_label (MaqMove    *self,
                MaqProject *root)
{
  g_autoptr(GArray) items = NULL;

  items = maq_form_text_parse (self->text != NULL ? self->text : "",
                               maq_project_get_arrangement (root), NULL);
  if (items == NULL)
    return g_strdup (_("Form"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Form of %u section",
                                       "Form of %u sections", items->len), items->len);
}

static MaqPath
find_first_section (MaqMove    *self,
                    MaqProject *before,
                    MaqProject *after)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (after);

  return (MaqPath) {
    .song = maq_song_get_id (maq_project_get_current (after)),
    .arrangement = maq_arrangement_get_id (arrangement),
    .section = maq_arrangement_get_n_sections (arrangement) > 0 ? get_id_at (after, 0)
                                                                : MAQ_ID_NONE,
  };
}

MaqMove *
maq_move_form (const char *text)
{
  static const MaqMoveClass move_class = { apply_form, dup_form_label, FALSE,
                                           find_first_section };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .text = maq_move_some (text) });
}
