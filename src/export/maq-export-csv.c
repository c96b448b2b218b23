/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-export-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "maq-entries.h"
#include "maq-export-words.h"
#include "maq-length.h"
#include "maq-session-lists-private.h"

static void
put_text (GString    *out,
          const char *text)
{
  g_autofree char *line = maq_export_dup_line (text);
  gboolean is_formula = line[0] != '\0' && strchr ("=+-@", line[0]) != NULL;

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  if (is_formula)
    g_string_append_c (out, '\'');
  for (const char *p = line; *p != '\0'; p++)
    g_string_append_printf (out, *p == '"' ? "\"%c" : "%c", *p);
  g_string_append_c (out, '"');
}

static void
put_number (GString *out,
            int      number)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "%d", number);
}

static void
end_row (GString *out)
{
  g_string_append (out, "\r\n");
}

static char *
dup_plan (MaqHandoff *handoff)
{
  g_autofree char *version = maq_export_dup_version (handoff);

  return g_strdup_printf ("%s, %s", maq_song_get_title (maq_handoff_get_song (handoff)), version);
}

static void
put_heads (GString *out,
           MaqForm *form)
{
  guint n_sections = maq_form_get_n_sections (form);

  for (guint i = 0; i < n_sections; i++)
    put_text (out, maq_export_get_name (maq_form_get_section (form, i)->section));
  end_row (out);
  put_text (out, _("Bars"));
  for (guint i = 0; i < n_sections; i++)
    put_number (out, maq_form_get_section (form, i)->bars);
  end_row (out);
  put_text (out, _("From bar"));
  for (guint i = 0; i < n_sections; i++)
    put_number (out, maq_form_get_section (form, i)->first_bar + 1);
  end_row (out);
  put_text (out, _("Starts"));
  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *time = maq_length_dup_text (maq_form_get_section (form, i)->start_seconds);

      put_text (out, time);
    }
  end_row (out);
}

GBytes *
maq_export_csv_matrix (MaqHandoff *handoff)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  GString *out = g_string_new (NULL);
  g_autofree char *plan = dup_plan (handoff);

  put_text (out, plan);
  put_heads (out, maq_handoff_get_form (handoff));
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);

      put_text (out, maq_layer_get_name (layer));
      for (guint j = 0; j < maq_arrangement_get_n_sections (arrangement); j++)
        put_number (out, maq_arrangement_get_level (arrangement, j, maq_layer_get_id (layer)));
      end_row (out);
    }
  return g_string_free_to_bytes (out);
}

static void
put_entry (GString        *out,
           MaqHandoff     *handoff,
           const MaqEntry *entry)
{
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  MaqLayer *layer = maq_arrangement_get_layer (arrangement, entry->layer);
  const char *performer = maq_layer_get_fields (layer)->performer;
  g_autofree char *time = maq_length_dup_text (maq_entry_get_seconds (entry, handoff));

  put_number (out, maq_entry_get_bar (entry, handoff) + 1);
  put_text (out, time);
  put_text (out, maq_export_get_name (maq_arrangement_get_section (arrangement, entry->section)));
  put_number (out, entry->bar + 1);
  put_text (out, maq_layer_get_name (layer));
  put_text (out, performer != NULL ? performer : "");
  put_text (out, maq_entry_kind_get_label (entry->kind));
  put_number (out, entry->from_level);
  put_number (out, entry->to_level);
}

GBytes *
maq_export_csv_schedule (MaqHandoff *handoff)
{
  const char *const heads[] = { _("Bar"), _("Time"), _("Section"), _("Bar of the section"),
                                _("Layer"), _("Performer"), _("What"), _("From level"),
                                _("To level"), _("Plan") };
  GString *out = g_string_new (NULL);
  g_autoptr(GArray) entries = maq_entries_list (handoff);
  g_autofree char *plan = dup_plan (handoff);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    put_text (out, heads[i]);
  end_row (out);
  for (guint i = 0; i < entries->len; i++)
    {
      put_entry (out, handoff, &g_array_index (entries, MaqEntry, i));
      put_text (out, plan);
      end_row (out);
    }
  return g_string_free_to_bytes (out);
}

static void
put_input (GString             *out,
           const MaqInputEntry *entry)
{
  put_number (out, entry->channel);
  for (guint i = 0; i < MAQ_N_INPUT_TEXTS; i++)
    put_text (out, entry->texts[i] != NULL ? entry->texts[i] : "");
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    put_number (out, entry->switches[i] ? 1 : 0);
  put_text (out, entry->player != NULL ? entry->player : "");
}

GBytes *
maq_export_csv_inputs (MaqHandoff *handoff)
{
  GString *out = g_string_new (NULL);
  g_autoptr(GArray) entries = maq_session_list_inputs (handoff);
  g_autofree char *plan = dup_plan (handoff);

  put_text (out, _("Channel"));
  for (guint i = 0; i < MAQ_N_INPUT_TEXTS; i++)
    put_text (out, maq_session_list_get_text_label (MAQ_SESSION_INPUTS, i));
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    put_text (out, maq_input_switch_get_label (i));
  put_text (out, _("Performer"));
  put_text (out, _("Plan"));
  end_row (out);
  for (guint i = 0; i < entries->len; i++)
    {
      put_input (out, &g_array_index (entries, MaqInputEntry, i));
      put_text (out, plan);
      end_row (out);
    }
  return g_string_free_to_bytes (out);
}
