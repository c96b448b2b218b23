/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-tables-private.h"

#include <glib/gi18n-lib.h>

#include "maq-session-lists-private.h"

void
maq_session_table_clear (MaqSessionTable *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

static gboolean
is_used (GPtrArray *cells,
         guint      n_columns,
         guint      column)
{
  for (guint i = n_columns + column; i < cells->len; i += n_columns)
    if (((const char *) cells->pdata[i])[0] != '\0')
      return TRUE;
  return FALSE;
}

/* Takes the columns out that are empty below their heads. */
static void
leave_out_empty (MaqSessionTable *self,
                 guint            n_columns)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->cells);
  g_autofree gboolean *used = g_new (gboolean, n_columns);

  for (guint column = 0; column < n_columns; column++)
    {
      used[column] = is_used (all, n_columns, column);
      self->n_columns += used[column];
    }
  self->cells = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (used[i % n_columns])
      g_ptr_array_add (self->cells, all->pdata[i]);
}

static void
add (MaqSessionTable *self,
     const char      *text)
{
  g_ptr_array_add (self->cells, g_string_chunk_insert (self->texts, text != NULL ? text : ""));
}

static MaqSessionTable
start (const char *const *heads,
       guint              n_columns)
{
  MaqSessionTable self = { g_string_chunk_new (512), g_ptr_array_new (), 0 };

  for (guint i = 0; i < n_columns; i++)
    add (&self, heads[i]);
  return self;
}

static char *
dup_switches (const MaqInputEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    if (entry->switches[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              maq_input_switch_get_label (i));
  return g_string_free (text, FALSE);
}

MaqSessionTable
maq_session_table_inputs (MaqHandoff *handoff)
{
  const char *const heads[] = { _("Ch."), _("Source"), _("Player"), _("Microphone or DI"),
                                _("Stand"), _("Preamp"), _("Gain"), _("Switches"), _("Notes") };
  MaqSessionTable self = { 0 };
  g_autoptr (GArray) entries = NULL;

  if (maq_session_get_n_rows (maq_session_of_handoff (handoff), MAQ_SESSION_INPUTS) == 0)
    return self;
  self = start (heads, G_N_ELEMENTS (heads));
  entries = maq_session_list_inputs (handoff);
  for (guint i = 0; i < entries->len; i++)
    {
      const MaqInputEntry *entry = &g_array_index (entries, MaqInputEntry, i);
      g_autofree char *channel = entry->channel > 0 ? g_strdup_printf ("%d", entry->channel) : NULL;
      g_autofree char *switches = dup_switches (entry);

      add (&self, channel);
      add (&self, entry->texts[MAQ_INPUT_SOURCE]);
      add (&self, entry->player);
      add (&self, entry->texts[MAQ_INPUT_MICROPHONE]);
      add (&self, entry->texts[MAQ_INPUT_STAND]);
      add (&self, entry->texts[MAQ_INPUT_PREAMP]);
      add (&self, entry->texts[MAQ_INPUT_GAIN]);
      add (&self, switches);
      add (&self, entry->texts[MAQ_INPUT_NOTE]);
    }
  leave_out_empty (&self, G_N_ELEMENTS (heads));
  return self;
}

MaqSessionTable
maq_session_table_contacts (MaqHandoff *handoff)
{
  const char *const heads[] = { _("Name"), _("Role or instrument"), _("Plays"), _("Telephone"),
                                _("E-mail"), _("Notes") };
  MaqSessionTable self = { 0 };
  g_autoptr (GArray) entries = NULL;

  if (maq_session_get_n_rows (maq_session_of_handoff (handoff), MAQ_SESSION_CONTACTS) == 0)
    return self;
  self = start (heads, G_N_ELEMENTS (heads));
  entries = maq_session_list_contacts (handoff);
  for (guint i = 0; i < entries->len; i++)
    {
      const MaqContactEntry *entry = &g_array_index (entries, MaqContactEntry, i);

      add (&self, entry->texts[MAQ_CONTACT_NAME]);
      add (&self, entry->texts[MAQ_CONTACT_ROLE]);
      add (&self, entry->layers);
      add (&self, entry->texts[MAQ_CONTACT_PHONE]);
      add (&self, entry->texts[MAQ_CONTACT_EMAIL]);
      add (&self, entry->texts[MAQ_CONTACT_NOTE]);
    }
  leave_out_empty (&self, G_N_ELEMENTS (heads));
  return self;
}
