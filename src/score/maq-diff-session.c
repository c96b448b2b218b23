/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-diff-private.h"

#include <glib/gi18n-lib.h>

#include "maq-session.h"
#include "maq-vec-private.h"

static MaqId
row_id (gpointer row)
{
  return maq_session_row_get_id (row);
}

/* "Input Kick in", "Contact" */
static char *
dup_row_name (MaqSessionRow *row)
{
  const char *label = maq_session_list_get_item_label (maq_session_row_get_fields (row)->list);
  const char *name = maq_session_row_get_name (row);

  return *name != '\0' ? g_strdup_printf ("%s %s", label, name) : g_strdup (label);
}

static void
compare_row (MaqDiffWriter *self,
             gpointer       before,
             gpointer       after)
{
  const MaqSessionRowFields *a = maq_session_row_get_fields (before);
  const MaqSessionRowFields *b = maq_session_row_get_fields (after);
  g_autofree char *name = dup_row_name (after);

  for (guint i = 0; i < maq_session_list_get_n_texts (b->list); i++)
    maq_diff_compare_text (self, self->path, name, maq_session_list_get_text_label (b->list, i),
                           a->texts[i], b->texts[i]);
  maq_diff_compare_number (self, self->path, name, _("channel"), a->channel, b->channel);
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    if (a->switches[i] != b->switches[i])
      maq_diff_say (self, self->path, MAQ_CHANGE_CHANGED,
                    b->switches[i] ? _("%s: %s on") : _("%s: %s off"), name,
                    maq_input_switch_get_label (i));
  maq_diff_compare_text (self, self->path, name, _("content of other programs"), a->foreign,
                         b->foreign);
}

static void
report_row (MaqDiffWriter *self,
            gpointer       row,
            MaqChangeKind  kind)
{
  g_autofree char *name = dup_row_name (row);

  if (kind == MAQ_CHANGE_ADDED)
    maq_diff_say (self, self->path, kind, _("%s added"), name);
  else if (kind == MAQ_CHANGE_REMOVED)
    maq_diff_say (self, self->path, kind, _("%s deleted"), name);
  else
    maq_diff_say (self, self->path, kind, _("%s moved"), name);
}

void
maq_diff_compare_sessions (MaqDiffWriter *self,
                           MaqSession    *before,
                           MaqSession    *after)
{
  static const MaqDiffListClass row_class = { row_id, compare_row, report_row };
  static const MaqSessionFields nothing = { 0 };
  const MaqSessionFields *a = before != NULL ? maq_session_get_fields (before) : &nothing;
  const MaqSessionFields *b = after != NULL ? maq_session_get_fields (after) : &nothing;

  if (before == after)
    return;

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    maq_diff_compare_text (self, self->path, _("Session"), maq_session_text_get_label (i),
                           a->texts[i], b->texts[i]);
  maq_diff_compare_text (self, self->path, _("Session"), _("content of other programs"),
                         a->foreign, b->foreign);
  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    maq_diff_compare_lists (self, a->lists[i], b->lists[i], &row_class);
}

/* ---- takes ---- */

static guint
hash_place (gconstpointer take)
{
  const MaqTakeFields *fields = maq_take_get_fields ((MaqTake *) take);

  return (guint) (fields->section * 31 + fields->layer);
}

static gboolean
has_same_place (gconstpointer a,
                gconstpointer b)
{
  const MaqTakeFields *left = maq_take_get_fields ((MaqTake *) a);
  const MaqTakeFields *right = maq_take_get_fields ((MaqTake *) b);

  return left->section == right->section && left->layer == right->layer;
}

static GHashTable *
index_takes (MaqVec *takes)
{
  GHashTable *places = g_hash_table_new (hash_place, has_same_place);

  for (guint i = 0; i < maq_vec_get_length0 (takes); i++)
    g_hash_table_add (places, maq_vec_get (takes, i));

  return places;
}

/* "Take of Bass in Verse 1" */
static char *
dup_take_name (MaqArrangement      *arrangement,
               const MaqTakeFields *fields)
{
  int layer = maq_arrangement_find_layer (arrangement, fields->layer);
  int section = maq_arrangement_find_section (arrangement, fields->section);

  return g_strdup_printf (
    _("Take of %s in %s"),
    layer < 0 ? _("layer") : maq_layer_get_name (maq_arrangement_get_layer (arrangement, layer)),
    section < 0 ? _("section")
                : maq_section_get_name (maq_arrangement_get_section (arrangement, section)));
}

static void
say_take (MaqDiffWriter  *self,
          MaqArrangement *arrangement,
          MaqTake        *take,
          MaqChangeKind   kind)
{
  const MaqTakeFields *fields = maq_take_get_fields (take);
  g_autofree char *name = dup_take_name (arrangement, fields);
  g_autofree char *words = maq_take_dup_words (fields);
  MaqPath path = self->path;

  path.section = fields->section;
  path.layer = fields->layer;
  if (kind == MAQ_CHANGE_REMOVED)
    maq_diff_say (self, path, kind, _("%s deleted"), name);
  else
    maq_diff_say (self, path, kind, _("%s: %s"), name, words);
}

/* a take that went with its section or its layer is told with that */
static gboolean
has_part (MaqArrangement *arrangement,
          MaqTake        *take)
{
  const MaqTakeFields *fields = maq_take_get_fields (take);

  return maq_arrangement_find_section (arrangement, fields->section) >= 0 &&
         maq_arrangement_find_layer (arrangement, fields->layer) >= 0;
}

void
maq_diff_compare_takes (MaqDiffWriter *self,
                        MaqVec        *before,
                        MaqVec        *after)
{
  g_autoptr(GHashTable) known = NULL;
  g_autoptr(GHashTable) kept = NULL;
  gboolean has_said = FALSE;

  if (maq_vec_equal_items (before, after))
    return;

  known = index_takes (before);
  kept = index_takes (after);
  for (guint i = 0; i < maq_vec_get_length0 (after); i++)
    {
      MaqTake *take = maq_vec_get (after, i);
      MaqTake *was = g_hash_table_lookup (known, take);

      if (was != NULL && maq_take_equal (was, take))
        continue;
      say_take (self, self->after, take, was != NULL ? MAQ_CHANGE_CHANGED : MAQ_CHANGE_ADDED);
      has_said = TRUE;
    }
  for (guint i = 0; i < maq_vec_get_length0 (before); i++)
    if (!g_hash_table_contains (kept, maq_vec_get (before, i)))
      {
        if (has_part (self->after, maq_vec_get (before, i)))
          say_take (self, self->before, maq_vec_get (before, i), MAQ_CHANGE_REMOVED);
        has_said = TRUE;
      }

  if (!has_said)
    maq_diff_say (self, self->path, MAQ_CHANGE_CHANGED, _("Takes in another order"));
}
