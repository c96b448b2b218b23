/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-follow-private.h"

#include <glib/gi18n-lib.h>

static MaqFollowPart
get_part (const MaqFollowSearch *self,
          const MaqFollowPart   *parts,
          guint                  section,
          guint                  layer)
{
  return parts[section * self->n_layers + layer];
}

guint
maq_follow_words_count (MaqFollowSearch *self,
                        guint            section)
{
  guint n = 0;

  for (guint i = 0; i < self->n_layers; i++)
    n += maq_follow_search_is_own_change (self, section, i);
  return n;
}

static char *
dup_change (MaqFollowSearch *self,
            guint            section,
            guint            layer)
{
  const char *name = maq_layer_get_name (maq_arrangement_get_layer (self->arrangement, layer));
  int first_bar = maq_form_get_section (self->form, section)->first_bar;
  MaqFollowPart before = get_part (self, self->before, section, layer);
  MaqFollowPart after = get_part (self, self->parts, section, layer);

  if (after.level == 0)
    /* Translators: a layer, which may be one or many ("Drums"): it no longer plays there */
    return g_strdup_printf (_("%s out"), name);
  if (before.level == 0 && after.entry_bar > 0)
    /* Translators: a layer, the level that it comes in with, and the bar of the song */
    return g_strdup_printf (_("%s in at %d from bar %d"), name, after.level,
                            first_bar + after.entry_bar + 1);
  if (before.level == 0)
    /* Translators: a layer, and the level that it comes in with */
    return g_strdup_printf (_("%s in at %d"), name, after.level);
  if (before.entry_bar != after.entry_bar)
    /* Translators: a layer, and the bar of the song in which it enters */
    return g_strdup_printf (_("%s only from bar %d"), name,
                            first_bar + after.entry_bar + 1);
  if (before.exit_bar != after.exit_bar)
    /* Translators: a layer, and the last bar of the song in which it plays */
    return g_strdup_printf (_("%s only to bar %d"), name, first_bar + after.exit_bar);
  /* Translators: a layer and its levels, before and after; the arrow points from the first to the
   * second, so to the left where one reads from right to left */
  return g_strdup_printf (_("%s %d → %d"), name, before.level, after.level);
}

/* "Chorus 2, Chorus 3": those whose parts go along */
static char *
dup_others (MaqFollowSearch *self,
            guint            section,
            guint            layer)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->n_sections; i++)
    if (self->followed[i] == (int) section && maq_follow_search_goes_along (self, i, layer))
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "",
                              maq_section_get_name (maq_form_get_section (self->form,
                                                                          i)->section));
  return g_string_free (names, names->len == 0);
}

char *
maq_follow_words_dup (MaqFollowSearch *self,
                      guint            section)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_layers; i++)
    {
      g_autofree char *change = NULL;
      g_autofree char *others = NULL;

      if (!maq_follow_search_is_own_change (self, section, i))
        continue;
      change = dup_change (self, section, i);
      others = dup_others (self, section, i);
      g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", change);
      if (others != NULL)
        /* Translators: after a change: sections that follow this one and change with it */
        g_string_append_printf (text, _(" (also in %s)"), others);
    }
  return g_string_free (text, text->len == 0);
}
