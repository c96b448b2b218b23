/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-entries.h"

#include <glib/gi18n-lib.h>

const char *
maq_entry_kind_get_label (MaqEntryKind self)
{
  switch (self)
    {
    case MAQ_ENTRY_IN:
      return _("In");
    case MAQ_ENTRY_OUT:
      return _("Out");
    case MAQ_ENTRY_UP:
      return _("Up");
    case MAQ_ENTRY_DOWN:
      return _("Down");
    case MAQ_N_ENTRY_KINDS:
      break;
    }
  g_return_val_if_reached (NULL);
}

static MaqEntryKind
kind_of (int from_level,
         int to_level)
{
  if (from_level == 0)
    return MAQ_ENTRY_IN;
  if (to_level == 0)
    return MAQ_ENTRY_OUT;
  return to_level > from_level ? MAQ_ENTRY_UP : MAQ_ENTRY_DOWN;
}

/* Of one layer, the levels at the bar lines of a section where it may change. */
static void
list_part (GArray     *entries,
           MaqHandoff *handoff,
           guint       section,
           guint       layer,
           int        *level)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  const MaqFormSection *place = maq_form_get_section (maq_handoff_get_form (handoff), section);
  MaqId id = maq_layer_get_id (maq_arrangement_get_layer (arrangement, layer));
  MaqPart *part = maq_section_find_part (place->section, id);
  const MaqPartFields *fields = part != NULL ? maq_part_get_fields (part) : NULL;
  int entry = fields != NULL ? MIN (fields->entry_bar, place->bars) : 0;
  int exit = fields != NULL && fields->exit_bar > 0 ? MIN (fields->exit_bar, place->bars)
                                                    : place->bars;
  const int bars[] = { 0, entry, exit };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      gboolean plays = fields != NULL && bars[i] >= entry && bars[i] < exit;
      int to = plays ? fields->level : 0;
      const MaqEntry change = { section, bars[i], layer, kind_of (*level, to), *level, to };

      if (to == *level || bars[i] == place->bars)
        continue;
      g_array_append_val (entries, change);
      *level = to;
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MaqEntry *x = a, *y = b;

  if (x->section != y->section)
    return x->section < y->section ? -1 : 1;
  if (x->bar != y->bar)
    return x->bar < y->bar ? -1 : 1;
  return x->layer < y->layer ? -1 : x->layer > y->layer;
}

GArray *
maq_entries_list (MaqHandoff *handoff)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (MaqEntry));

  for (guint layer = 0; layer < maq_arrangement_get_n_layers (arrangement); layer++)
    {
      int level = 0;

      for (guint i = 0; i < maq_arrangement_get_n_sections (arrangement); i++)
        list_part (entries, handoff, i, layer, &level);
    }
  g_array_sort (entries, compare);
  return entries;
}

int
maq_entry_get_bar (const MaqEntry *self,
                   MaqHandoff     *handoff)
{
  MaqForm *form = maq_handoff_get_form (handoff);

  return maq_form_get_section (form, self->section)->first_bar + self->bar;
}

double
maq_entry_get_seconds (const MaqEntry *self,
                       MaqHandoff     *handoff)
{
  MaqForm *form = maq_handoff_get_form (handoff);

  return maq_form_ticks_to_seconds (form, maq_form_get_section (form, self->section)->start_ticks +
                                    maq_form_get_bar_start (form, self->section, self->bar));
}

guint
maq_entries_get_next (GArray *entries,
                      guint   first)
{
  const MaqEntry *entry = &g_array_index (entries, MaqEntry, first);
  guint next = first;

  while (next < entries->len &&
         g_array_index (entries, MaqEntry, next).section == entry->section &&
         g_array_index (entries, MaqEntry, next).bar == entry->bar)
    next++;
  return next;
}

char *
maq_entries_dup_names (MaqHandoff   *handoff,
                       GArray       *entries,
                       guint         first,
                       MaqEntryKind  kind)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = first; i < maq_entries_get_next (entries, first); i++)
    {
      const MaqEntry *entry = &g_array_index (entries, MaqEntry, i);

      if (entry->kind != kind)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, maq_layer_get_name (
                         maq_arrangement_get_layer (arrangement, entry->layer)));
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}
