/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of the tracking session. */

#include "maq-move-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "maq-edit.h"
#include "maq-input-usual.h"
#include "maq-limits.h"

/* `layer` tells which text or switch it is, so that only likes merge. */

static MaqSession *
get_session (MaqProject *root)
{
  return maq_project_get_fields (root)->session;
}

static void
begin_session (MaqProject       *root,
               MaqSessionFields *fields)
{
  static const MaqSessionFields nothing = { 0 };
  MaqSession *session = get_session (root);

  *fields = session != NULL ? *maq_session_get_fields (session) : nothing;
}

static MaqProject *
end_session (MaqProject             *root,
             const MaqSessionFields *fields)
{
  MaqProjectFields project = *maq_project_get_fields (root);
  g_autoptr(MaqSession) session = NULL;

  session = project.session != NULL ? maq_session_with_fields (project.session, fields)
                                    : maq_session_new (fields);
  project.session = session;
  return maq_project_with_fields (root, &project);
}

static MaqProject *
end_list (MaqProject     *root,
          MaqSessionList  list,
          MaqVec         *rows)
{
  MaqSessionFields fields;

  begin_session (root, &fields);
  fields.lists[list] = rows;
  return end_session (root, &fields);
}

static MaqVec *
dup_rows (MaqProject     *root,
          MaqSessionList  list)
{
  MaqSessionFields fields;

  begin_session (root, &fields);
  return maq_move_vec (fields.lists[list], &maq_session_row_vec_class);
}

/* It is about no section and no layer, whatever the fields hold. */
static MaqPath
find_nothing (MaqMove    *self,
              MaqProject *before,
              MaqProject *after)
{
  return (MaqPath) { .song = maq_song_get_id (maq_project_get_current (after)),
                     .arrangement = maq_arrangement_get_id (
                       maq_project_get_arrangement (after)) };
}

/* ---- the session as a whole ---- */

static MaqProject *
apply_text (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqSessionFields fields;

  if (!maq_move_require_text (self->text, maq_session_text_get_max_bytes (self->layer), error))
    return NULL;

  begin_session (root, &fields);
  fields.texts[self->layer] = self->text;
  return end_session (root, &fields);
}

static char *
dup_text_label (MaqMove    *self,
                MaqProject *root)
{
  return g_strdup_printf (_("Session: %s"), maq_session_text_get_label (self->layer));
}

MaqMove *
maq_move_session_text (MaqSessionText  which,
                       const char     *text)
{
  static const MaqMoveClass move_class = { apply_text, dup_text_label, TRUE, find_nothing };

  g_return_val_if_fail ((int) which >= 0 && which < MAQ_N_SESSION_TEXTS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .layer = which,
                                    .text = maq_move_some (text) });
}

/* ---- rows ---- */

static int
require_row (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  int index = maq_session_find_row (get_session (root), self->number2, self->other);

  if (index < 0)
    maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_THERE,
                     _("That row is no longer there. Choose another one."));
  return index;
}

/* "Input Kick in" */
static char *
dup_row_name (MaqMove    *self,
              MaqProject *root)
{
  const char *label = maq_session_list_get_item_label (self->number2);
  int index = maq_session_find_row (get_session (root), self->number2, self->other);
  const char *name = "";

  if (index >= 0)
    name = maq_session_row_get_name (maq_session_get_row (get_session (root), self->number2,
                                                          index));
  return *name != '\0' ? g_strdup_printf ("%s %s", label, name) : g_strdup (label);
}

static gboolean
require_room (guint    n_rows,
              GError **error)
{
  if (n_rows <= MAQ_LIMIT_SESSION_ROWS)
    return TRUE;

  return maq_move_refuse (error, MAQ_MOVE_ERROR_NOT_APPLICABLE,
                          _("There can be no more than %d rows. Delete some first."),
                          MAQ_LIMIT_SESSION_ROWS);
}

/* the channel after the highest that is taken; 0 where there is none left */
static int
next_channel (MaqVec *inputs)
{
  int highest = 0;

  for (guint i = 0; i < maq_vec_get_length (inputs); i++)
    highest = MAX (highest, maq_session_row_get_fields (maq_vec_get (inputs, i))->channel);

  return highest < MAQ_LIMIT_CHANNELS ? highest + 1 : 0;
}

static MaqProject *
apply_add (MaqMove     *self,
           MaqProject  *root,
           GError     **error)
{
  g_autoptr(MaqVec) rows = dup_rows (root, self->number2);
  g_autoptr(MaqVec) longer = NULL;
  g_autoptr(MaqSessionRow) row = NULL;
  MaqSessionRowFields fields = { .list = self->number2, .texts = { self->text } };
  guint n_rows = maq_vec_get_length (rows);

  if (!maq_move_require_text (self->text, MAQ_LIMIT_NAME_BYTES, error) ||
      !require_room (n_rows + 1, error))
    return NULL;

  fields.id = maq_session_fresh_id (get_session (root), self->number2);
  fields.channel = next_channel (rows);
  row = maq_session_row_new (&fields);
  longer = maq_vec_with_inserted (rows, n_rows, row);
  return end_list (root, self->number2, longer);
}

static char *
dup_add_label (MaqMove    *self,
               MaqProject *root)
{
  static const char *const labels[MAQ_N_SESSION_LISTS] = {
    N_("Add an input"), N_("Add a recall note"), N_("Add a contact"),
  };

  return g_strdup (_(labels[self->number2]));
}

MaqMove *
maq_move_add_session_row (MaqSessionList  list,
                          const char     *name)
{
  static const MaqMoveClass move_class = { apply_add, dup_add_label, FALSE, find_nothing };

  g_return_val_if_fail ((int) list >= 0 && list < MAQ_N_SESSION_LISTS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number2 = list,
                                    .text = maq_move_some (name) });
}

static MaqProject *
apply_delete (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  int index = require_row (self, root, error);
  g_autoptr(MaqVec) rows = NULL;
  g_autoptr(MaqVec) shorter = NULL;

  if (index < 0)
    return NULL;

  rows = dup_rows (root, self->number2);
  shorter = maq_vec_without (rows, index);
  return end_list (root, self->number2, shorter);
}

static char *
dup_delete_label (MaqMove    *self,
                  MaqProject *root)
{
  g_autofree char *name = dup_row_name (self, root);

  return g_strdup_printf (_("Delete %s"), name);
}

MaqMove *
maq_move_delete_session_row (MaqSessionList list,
                             MaqId          row)
{
  static const MaqMoveClass move_class = { apply_delete, dup_delete_label, FALSE, find_nothing };

  g_return_val_if_fail ((int) list >= 0 && list < MAQ_N_SESSION_LISTS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number2 = list, .other = row });
}

static MaqProject *
apply_place (MaqMove     *self,
             MaqProject  *root,
             GError     **error)
{
  int index = require_row (self, root, error);
  g_autoptr(MaqVec) rows = NULL;
  g_autoptr(MaqVec) moved = NULL;

  if (index < 0)
    return NULL;

  rows = dup_rows (root, self->number2);
  if (!maq_move_require_number (self->number, 0, maq_vec_get_length (rows) - 1.0,
                                _("The place"), error))
    return NULL;

  moved = maq_vec_with_moved (rows, index, self->number);
  return end_list (root, self->number2, moved);
}

static char *
dup_place_label (MaqMove    *self,
                 MaqProject *root)
{
  g_autofree char *name = dup_row_name (self, root);

  return g_strdup_printf (_("Move %s"), name);
}

MaqMove *
maq_move_place_session_row (MaqSessionList list,
                            MaqId          row,
                            int            index)
{
  static const MaqMoveClass move_class = { apply_place, dup_place_label, FALSE, find_nothing };

  g_return_val_if_fail ((int) list >= 0 && list < MAQ_N_SESSION_LISTS, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number2 = list, .other = row,
                                    .number = index });
}

/* ---- what a row says ---- */

/* Begins to change a row: what it says now, or FALSE when it is gone. */
static gboolean
begin_row (MaqMove              *self,
           MaqProject           *root,
           MaqSessionRowFields  *fields,
           GError              **error)
{
  int index = require_row (self, root, error);

  if (index >= 0)
    *fields = *maq_session_row_get_fields (maq_session_get_row (get_session (root),
                                                                self->number2, index));
  return index >= 0;
}

static MaqProject *
end_row (MaqProject                *root,
         const MaqSessionRowFields *fields)
{
  g_autoptr(MaqVec) rows = dup_rows (root, fields->list);
  int index = maq_session_find_row (get_session (root), fields->list, fields->id);
  g_autoptr(MaqSessionRow) row = maq_session_row_with_fields (maq_vec_get (rows, index), fields);
  g_autoptr(MaqVec) changed = maq_vec_with_item (rows, index, row);

  return end_list (root, fields->list, changed);
}

/* An arrangement in which layers that name @before as performer name @after. */
static MaqArrangement *
rename_performer (MaqArrangement *arrangement,
                  const char     *before,
                  const char     *after)
{
  MaqArrangement *result = maq_arrangement_ref (arrangement);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      MaqLayerFields fields = *maq_layer_get_fields (layer);
      g_autoptr(MaqArrangement) shorter = NULL;
      g_autoptr(MaqLayer) renamed = NULL;

      if (g_strcmp0 (fields.performer, before) != 0)
        continue;

      fields.performer = after;
      renamed = maq_layer_with_fields (layer, &fields);
      shorter = g_steal_pointer (&result);
      result = maq_arrangement_with_layer_at (shorter, i, renamed);
    }

  return result;
}

/* What somebody plays stays theirs when they are called something else. */
static MaqProject *
rename_performers (MaqProject *root,
                   const char *before,
                   const char *after)
{
  MaqProject *result = maq_project_ref (root);

  for (guint i = 0; i < maq_project_get_n_songs (root); i++)
    {
      g_autoptr(MaqSong) song = maq_song_ref (maq_project_get_song (root, i));
      g_autoptr(MaqProject) last = NULL;

      for (guint j = 0; j < maq_song_get_n_arrangements (song); j++)
        {
          g_autoptr(MaqArrangement) arrangement = NULL;
          g_autoptr(MaqSong) was = g_steal_pointer (&song);

          arrangement = rename_performer (maq_song_get_arrangement (was, j), before, after);
          song = maq_song_with_arrangement (was, arrangement);
        }
      last = g_steal_pointer (&result);
      result = maq_edit_replace_song (last, song);
    }

  return result;
}

static guint
count_contacts (MaqProject *root,
                const char *name)
{
  guint n_contacts = 0;

  for (guint i = 0; i < maq_session_get_n_rows (get_session (root), MAQ_SESSION_CONTACTS); i++)
    {
      MaqSessionRow *row = maq_session_get_row (get_session (root), MAQ_SESSION_CONTACTS, i);

      n_contacts += g_strcmp0 (maq_session_row_get_name (row), name) == 0;
    }

  return n_contacts;
}

static MaqProject *
apply_row_text (MaqMove     *self,
                MaqProject  *root,
                GError     **error)
{
  MaqSessionRowFields fields;
  const char *before = NULL;
  g_autoptr(MaqProject) renamed = NULL;

  if (!begin_row (self, root, &fields, error) ||
      !maq_move_require_text (self->text, maq_session_list_get_max_bytes (self->number2,
                                                                          self->layer), error))
    return NULL;

  before = fields.texts[self->layer];
  fields.texts[self->layer] = self->text;
  if (self->number2 != MAQ_SESSION_CONTACTS || self->layer != MAQ_CONTACT_NAME ||
      before == NULL || self->text == NULL || count_contacts (root, before) > 1)
    return end_row (root, &fields);

  renamed = rename_performers (root, before, self->text);
  return end_row (renamed, &fields);
}

static char *
dup_row_text_label (MaqMove    *self,
                    MaqProject *root)
{
  g_autofree char *name = dup_row_name (self, root);

  return g_strdup_printf (_("%s: %s"), name,
                          maq_session_list_get_text_label (self->number2, self->layer));
}

MaqMove *
maq_move_session_row_text (MaqSessionList  list,
                           MaqId           row,
                           guint           which,
                           const char     *text)
{
  static const MaqMoveClass move_class = { apply_row_text, dup_row_text_label, TRUE,
                                           find_nothing };

  g_return_val_if_fail ((int) list >= 0 && list < MAQ_N_SESSION_LISTS, NULL);
  g_return_val_if_fail (which < maq_session_list_get_n_texts (list), NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number2 = list, .other = row,
                                    .layer = which, .text = maq_move_some (text) });
}

static MaqProject *
apply_channel (MaqMove     *self,
               MaqProject  *root,
               GError     **error)
{
  MaqSessionRowFields fields;

  if (!begin_row (self, root, &fields, error) ||
      !maq_move_require_number (self->number, 0, MAQ_LIMIT_CHANNELS, _("The channel"), error))
    return NULL;

  fields.channel = self->number;
  return end_row (root, &fields);
}

static char *
dup_channel_label (MaqMove    *self,
                   MaqProject *root)
{
  g_autofree char *name = dup_row_name (self, root);

  return g_strdup_printf (_("%s: channel %d"), name, self->number);
}

MaqMove *
maq_move_input_channel (MaqId row,
                        int   channel)
{
  static const MaqMoveClass move_class = { apply_channel, dup_channel_label, TRUE, find_nothing };

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number2 = MAQ_SESSION_INPUTS,
                                    .other = row, .number = channel });
}

static MaqProject *
apply_switch (MaqMove     *self,
              MaqProject  *root,
              GError     **error)
{
  MaqSessionRowFields fields;

  if (!begin_row (self, root, &fields, error))
    return NULL;

  fields.switches[self->layer] = self->number;
  return end_row (root, &fields);
}

static char *
dup_switch_label (MaqMove    *self,
                  MaqProject *root)
{
  g_autofree char *name = dup_row_name (self, root);

  return g_strdup_printf (self->number ? _("%s: %s on") : _("%s: %s off"), name,
                          maq_input_switch_get_label (self->layer));
}

MaqMove *
maq_move_input_switch (MaqId          row,
                       MaqInputSwitch which,
                       gboolean       is_on)
{
  static const MaqMoveClass move_class = { apply_switch, dup_switch_label, TRUE, find_nothing };

  g_return_val_if_fail ((int) which >= 0 && which < MAQ_N_INPUT_SWITCHES, NULL);

  return maq_move_new (&(MaqMove) { .move_class = &move_class, .number2 = MAQ_SESSION_INPUTS,
                                    .other = row, .layer = which, .number = is_on ? 1 : 0 });
}

/* ---- filling the input list ---- */

static gboolean
has_input (MaqVec     *inputs,
           const char *layer)
{
  for (guint i = 0; i < maq_vec_get_length (inputs); i++)
    if (g_strcmp0 (maq_session_row_get_fields (maq_vec_get (inputs, i))->texts[MAQ_INPUT_LAYER],
                   layer) == 0)
      return TRUE;

  return FALSE;
}

static MaqSessionRow *
new_usual_row (MaqSession          *session,
               MaqVec              *inputs,
               MaqLayer            *layer,
               const MaqUsualInput *usual)
{
  const char *name = maq_layer_get_name (layer);
  g_autofree char *source = maq_input_usual_dup_source (usual, maq_layer_get_role (layer), name);
  MaqSessionRowFields fields = { .list = MAQ_SESSION_INPUTS };

  /* a name that is nearly too long has no room for more */
  fields.texts[MAQ_INPUT_SOURCE] = strlen (source) <= MAQ_LIMIT_NAME_BYTES ? source : name;
  fields.id = maq_session_fresh_id (session, MAQ_SESSION_INPUTS);
  fields.channel = next_channel (inputs);
  fields.switches[MAQ_INPUT_PHANTOM] = usual->phantom;
  fields.texts[MAQ_INPUT_LAYER] = name;
  fields.texts[MAQ_INPUT_MICROPHONE] = _(usual->microphone);
  return maq_session_row_new (&fields);
}

/* the project with one more input; takes @root over */
static MaqProject *
add_usual (MaqProject          *root,
           MaqLayer            *layer,
           const MaqUsualInput *usual)
{
  g_autoptr(MaqProject) before = root;
  g_autoptr(MaqVec) inputs = dup_rows (before, MAQ_SESSION_INPUTS);
  g_autoptr(MaqSessionRow) row = new_usual_row (get_session (before), inputs, layer, usual);
  g_autoptr(MaqVec) longer = maq_vec_with_inserted (inputs, maq_vec_get_length (inputs), row);

  return end_list (before, MAQ_SESSION_INPUTS, longer);
}

static MaqProject *
apply_fill (MaqMove     *self,
            MaqProject  *root,
            GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autoptr(MaqVec) before = dup_rows (root, MAQ_SESSION_INPUTS);
  g_autoptr(MaqProject) result = maq_project_ref (root);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      guint n_usual = 0;
      const MaqUsualInput *usual = maq_input_usual_get (maq_layer_get_role (layer), &n_usual);

      if (maq_layer_get_name (layer)[0] == '\0' || has_input (before, maq_layer_get_name (layer)))
        continue;
      if (!require_room (maq_session_get_n_rows (get_session (result), MAQ_SESSION_INPUTS) +
                         n_usual, error))
        return NULL;
      for (guint j = 0; j < n_usual; j++)
        result = add_usual (g_steal_pointer (&result), layer, &usual[j]);
    }

  return g_steal_pointer (&result);
}

static char *
dup_fill_label (MaqMove    *self,
                MaqProject *root)
{
  return g_strdup (_("Fill the input list from the layers"));
}

MaqMove *
maq_move_fill_inputs (void)
{
  static const MaqMoveClass move_class = { apply_fill, dup_fill_label, FALSE, find_nothing };

  return maq_move_new (&(MaqMove) { .move_class = &move_class });
}

/* ---- filling the contacts ---- */

static MaqProject *
apply_fill_contacts (MaqMove     *self,
                     MaqProject  *root,
                     GError     **error)
{
  MaqArrangement *arrangement = maq_project_get_arrangement (root);
  g_autoptr(MaqProject) result = maq_project_ref (root);

  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);
      const char *performer = maq_layer_get_fields (layer)->performer;
      g_autoptr(MaqMove) add = NULL;
      g_autoptr(MaqProject) before = NULL;

      if (performer == NULL || maq_session_find_contact (get_session (result), performer) != NULL)
        continue;
      add = maq_move_add_session_row (MAQ_SESSION_CONTACTS, performer);
      before = g_steal_pointer (&result);
      result = apply_add (add, before, error);
      if (result == NULL)
        return NULL;
    }

  return g_steal_pointer (&result);
}

static char *
dup_fill_contacts_label (MaqMove    *self,
                         MaqProject *root)
{
  return g_strdup (_("Fill the contacts from the layers"));
}

MaqMove *
maq_move_fill_contacts (void)
{
  static const MaqMoveClass move_class = { apply_fill_contacts, dup_fill_contacts_label, FALSE,
                                           find_nothing };

  return maq_move_new (&(MaqMove) { .move_class = &move_class });
}
