/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-lists-private.h"

MaqSession *
maq_session_of_handoff (MaqHandoff *handoff)
{
  return maq_project_get_fields (maq_handoff_get_project (handoff))->session;
}

/* ---- inputs ---- */

static MaqLayer *
find_layer (MaqArrangement *arrangement,
            const char     *name)
{
  for (guint i = 0; name != NULL && i < maq_arrangement_get_n_layers (arrangement); i++)
    if (g_str_equal (maq_layer_get_name (maq_arrangement_get_layer (arrangement, i)), name))
      return maq_arrangement_get_layer (arrangement, i);

  return NULL;
}

static const char *
find_player (MaqArrangement *arrangement,
             const char     *name)
{
  MaqLayer *layer = find_layer (arrangement, name);
  const char *performer = layer != NULL ? maq_layer_get_fields (layer)->performer : NULL;

  return performer != NULL ? performer : name;
}

static gboolean
is_recorded (MaqSession *session,
             const char *layer)
{
  for (guint i = 0; i < maq_session_get_n_rows (session, MAQ_SESSION_INPUTS); i++)
    {
      const MaqSessionRowFields *fields
        = maq_session_row_get_fields (maq_session_get_row (session, MAQ_SESSION_INPUTS, i));

      if (g_strcmp0 (fields->texts[MAQ_INPUT_LAYER], layer) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_row (GArray         *entries,
         MaqArrangement *arrangement,
         MaqSessionRow  *row)
{
  const MaqSessionRowFields *fields = maq_session_row_get_fields (row);
  MaqInputEntry entry = { .channel = fields->channel };

  for (guint i = 0; i < MAQ_N_INPUT_TEXTS; i++)
    entry.texts[i] = fields->texts[i];
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    entry.switches[i] = fields->switches[i];
  entry.player = find_player (arrangement, fields->texts[MAQ_INPUT_LAYER]);
  g_array_append_val (entries, entry);
}

GArray *
maq_session_list_inputs (MaqHandoff *handoff)
{
  MaqSession *session = maq_session_of_handoff (handoff);
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  const guint n_rows = maq_session_get_n_rows (session, MAQ_SESSION_INPUTS);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (MaqInputEntry));

  for (guint i = 0; i < n_rows; i++)
    add_row (entries, arrangement, maq_session_get_row (session, MAQ_SESSION_INPUTS, i));
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *fields
        = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));
      MaqInputEntry entry = { .channel = n_rows == 0 ? (int) i + 1 : 0 };

      if (is_recorded (session, maq_layer_get_name (maq_arrangement_get_layer (arrangement, i))))
        continue;
      entry.texts[MAQ_INPUT_SOURCE] = fields->name;
      entry.player = fields->performer;
      g_array_append_val (entries, entry);
    }
  return entries;
}

/* ---- contacts ---- */

static void
clear_contact (gpointer entry)
{
  g_free (((MaqContactEntry *) entry)->layers);
}

static char *
dup_layers (MaqArrangement *arrangement,
            const char     *performer)
{
  GString *layers = g_string_new (NULL);

  for (guint i = 0; performer != NULL && i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      MaqLayer *layer = maq_arrangement_get_layer (arrangement, i);

      if (g_strcmp0 (maq_layer_get_fields (layer)->performer, performer) == 0)
        g_string_append_printf (layers, "%s%s", layers->len > 0 ? ", " : "",
                                maq_layer_get_name (layer));
    }
  return g_string_free (layers, FALSE);
}

static gboolean
is_listed (GArray     *entries,
           const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (g_array_index (entries, MaqContactEntry, i).texts[MAQ_CONTACT_NAME],
                   name) == 0)
      return TRUE;

  return FALSE;
}

GArray *
maq_session_list_contacts (MaqHandoff *handoff)
{
  MaqSession *session = maq_session_of_handoff (handoff);
  MaqArrangement *arrangement = maq_handoff_get_arrangement (handoff);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (MaqContactEntry));

  g_array_set_clear_func (entries, clear_contact);
  for (guint i = 0; i < maq_session_get_n_rows (session, MAQ_SESSION_CONTACTS); i++)
    {
      const MaqSessionRowFields *fields
        = maq_session_row_get_fields (maq_session_get_row (session, MAQ_SESSION_CONTACTS, i));
      MaqContactEntry entry = { .layers = dup_layers (arrangement,
                                                      fields->texts[MAQ_CONTACT_NAME]) };

      for (guint j = 0; j < MAQ_N_CONTACT_TEXTS; j++)
        entry.texts[j] = fields->texts[j];
      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < maq_arrangement_get_n_layers (arrangement); i++)
    {
      const MaqLayerFields *fields
        = maq_layer_get_fields (maq_arrangement_get_layer (arrangement, i));
      MaqContactEntry entry = { .texts = { fields->performer } };

      if (fields->performer == NULL || is_listed (entries, fields->performer))
        continue;
      entry.layers = dup_layers (arrangement, fields->performer);
      g_array_append_val (entries, entry);
    }
  return entries;
}
