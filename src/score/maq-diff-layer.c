/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-diff-private.h"

#include <glib/gi18n-lib.h>

static MaqId
layer_id (gpointer layer)
{
  return maq_layer_get_id (layer);
}

static void
compare_group (MaqDiffWriter *self,
               MaqPath        path,
               const char    *name,
               const char    *before,
               const char    *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;
  if (after != NULL)
    /* translators: a layer and the group of layers that it now belongs to */
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: in the group %s"), name, after);
  else
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: no longer in the group %s"), name, before);
}

static void
compare_layer (MaqDiffWriter *self,
               gpointer       before,
               gpointer       after)
{
  const MaqLayerFields *a = maq_layer_get_fields (before);
  const MaqLayerFields *b = maq_layer_get_fields (after);
  const char *name = maq_layer_get_name (after);
  MaqPath path = self->path;

  path.layer = b->id;
  if (g_strcmp0 (a->name, b->name) != 0)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s is now called %s"),
                  maq_layer_get_name (before), name);
  if (a->role != b->role)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: %s"), name, maq_role_get_label (b->role));
  if (!maq_sound_equal0 (a->sound, b->sound))
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: another sound"), name);
  if (a->muted != b->muted)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED,
                  b->muted ? _("%s muted") : _("%s no longer muted"), name);
  if (a->soloed != b->soloed)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED,
                  b->soloed ? _("%s soloed") : _("%s no longer soloed"), name);

  if (a->colour != b->colour)
    maq_diff_say (self, path, MAQ_CHANGE_CHANGED, _("%s: colour: %s"), name,
                  maq_colour_get_label (b->colour));
  compare_group (self, path, name, a->group, b->group);
  maq_diff_compare_text (self, path, name, _("performer"), a->performer, b->performer);
  maq_diff_compare_text (self, path, name, _("direction"), a->direction, b->direction);
  maq_diff_compare_text (self, path, name, _("meaning"), a->meaning, b->meaning);
  maq_diff_compare_text (self, path, name, _("content of other programs"), a->foreign, b->foreign);
  maq_diff_compare_number (self, path, name, _("gain"), a->gain_db, b->gain_db);
  maq_diff_compare_number (self, path, name, _("pan"), a->pan, b->pan);
  maq_diff_compare_number (self, path, name, _("distance"), a->distance, b->distance);
  maq_diff_compare_number (self, path, name, _("tone"), a->tone, b->tone);
  maq_diff_compare_stated (self, path, name, _("width"), a->width, b->width);
  maq_diff_compare_stated (self, path, name, _("lag"), a->lag_ms, b->lag_ms);
  maq_diff_compare_number (self, path, name, _("swing"), a->swing, b->swing);
  maq_diff_compare_stated (self, path, name, _("looseness"), a->looseness, b->looseness);
}

char *
maq_diff_dup_places (MaqArrangement *arrangement,
                     MaqId           layer)
{
  g_autoptr(GString) places = g_string_new (NULL);

  for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
    if (maq_arrangement_get_level (arrangement, i, layer) > 0)
      g_string_append_printf (places, "%s%s", places->len > 0 ? _(", ") : "",
                              maq_section_get_name (maq_arrangement_get_section (arrangement, i)));

  return places->len > 0 ? g_string_free (g_steal_pointer (&places), FALSE) : NULL;
}

/* A layer that comes or goes takes its parts with it. */
static void
report_layer (MaqDiffWriter *self,
              gpointer       layer,
              MaqChangeKind  kind)
{
  const char *name = maq_layer_get_name (layer);
  MaqPath path = self->path;
  g_autofree char *places = NULL;

  path.layer = maq_layer_get_id (layer);
  if (kind == MAQ_CHANGE_ADDED)
    places = maq_diff_dup_places (self->after, path.layer);

  if (places != NULL)
    maq_diff_say (self, path, kind, _("%s added in %s"), name, places);
  else if (kind == MAQ_CHANGE_ADDED)
    maq_diff_say (self, path, kind, _("%s added"), name);
  else if (kind == MAQ_CHANGE_REMOVED)
    maq_diff_say (self, path, kind, _("%s deleted"), name);
  else
    maq_diff_say (self, path, kind, _("%s moved"), name);
}

const MaqDiffListClass maq_diff_layer_class = { layer_id, compare_layer, report_layer };
