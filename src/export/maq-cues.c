/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-cues-private.h"

#include <glib/gi18n-lib.h>

/* Those in a section that are not about @except. */
static GArray *
pick_entries (MaqArrangement *arrangement,
              GArray         *entries,
              guint           section,
              GPtrArray      *except)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (MaqEntry));

  for (guint i = 0; i < entries->len; i++)
    {
      const MaqEntry *entry = &g_array_index (entries, MaqEntry, i);
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, entry->layer);

      if (entry->section == section
          && (except == NULL || !g_ptr_array_find (except, layer, NULL)))
        g_array_append_val (picked, *entry);
    }
  return picked;
}

static void
append_moment (GString    *text,
               MaqHandoff *handoff,
               GArray     *entries,
               guint       first)
{
  static const MaqEntryKind kinds[] = { MAQ_ENTRY_IN, MAQ_ENTRY_OUT };
  const int bar = g_array_index (entries, MaqEntry, first).bar;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *names = maq_entries_dup_names (handoff, entries, first, kinds[i]);

      if (names == NULL)
        continue;
      g_string_append (text, text->len > 0 ? " · " : "");
      if (bar > 0)
        {
          g_string_append_printf (text, _("bar %d"), bar + 1);
          g_string_append (text, ": ");
        }
      g_string_append_printf (text, "%s: %s", maq_entry_kind_get_label (kinds[i]), names);
    }
}

char *
maq_cues_dup_text (MaqHandoff *handoff,
                   GArray     *entries,
                   guint       section,
                   GPtrArray  *except)
{
  g_autoptr (GArray) picked = pick_entries (maq_handoff_get_arrangement (handoff), entries, section,
                                            except);
  MaqSection *here = maq_form_get_section (maq_handoff_get_form (handoff), section)->section;
  const MaqTransition transition = maq_section_get_fields (here)->transition;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < picked->len; i = maq_entries_get_next (picked, i))
    append_moment (text, handoff, picked, i);
  if (transition > MAQ_TRANSITION_NONE)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", _("Ends with"),
                            maq_transition_get_label (transition));
  return g_string_free (text, text->len == 0);
}
