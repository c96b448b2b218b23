/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-check-private.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-vec-private.h"

static const struct
{
  MaqMistakeList  list;
  const char     *number;
  const char     *text;
} lists[MAQ_N_SESSION_LISTS] = {
  [MAQ_SESSION_INPUTS] = { MAQ_MISTAKE_INPUTS, N_("the number of inputs"),
                           N_("a text of an input") },
  [MAQ_SESSION_RECALL] = { MAQ_MISTAKE_RECALL, N_("the number of recall notes"),
                           N_("a text of a recall note") },
  [MAQ_SESSION_CONTACTS] = { MAQ_MISTAKE_CONTACTS, N_("the number of contacts"),
                             N_("a text of a contact") },
};

static gboolean
check_row (const MaqCheckPlace *place,
           GHashTable          *ids,
           MaqSessionList       list,
           MaqSessionRow       *row)
{
  const MaqSessionRowFields *fields = maq_session_row_get_fields (row);

  if (fields->list != list)
    return maq_check_fail (place, _("a row of the session stands in the wrong list."));
  if (fields->id == MAQ_ID_NONE)
    return maq_check_fail (place, _("a row of the session has no id."));
  if (!g_hash_table_add (ids, (gpointer) &fields->id))
    return maq_check_fail (place, _("two rows of the session have the id %" PRIx64 "."),
                           fields->id);

  for (guint i = 0; i < maq_session_list_get_n_texts (list); i++)
    if (!maq_check_text (place, lists[list].text, fields->texts[i],
                         maq_session_list_get_max_bytes (list, i)))
      return FALSE;

  return maq_check_number (place, N_("the channel of an input"), fields->channel, 0,
                           MAQ_LIMIT_CHANNELS) &&
         maq_check_foreign (place, fields->foreign);
}

static gboolean
check_list (const MaqCheckPlace *outer,
            MaqSessionList       list,
            MaqVec              *rows)
{
  MaqCheckPlace place = maq_check_item (outer, lists[list].list, -1);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean holds = TRUE;

  if (!maq_check_number (&place, lists[list].number, maq_vec_get_length0 (rows), 0,
                         MAQ_LIMIT_SESSION_ROWS))
    return FALSE;

  for (guint i = 0; i < maq_vec_get_length0 (rows); i++)
    {
      MaqCheckPlace inner = maq_check_item (outer, lists[list].list, (int) i);

      if (!check_row (&inner, ids, list, maq_vec_get (rows, i)) &&
          !maq_check_goes_on (&place, &holds))
        return FALSE;
    }

  return holds;
}

gboolean
maq_check_session (const MaqCheckPlace *place,
                   MaqSession          *session)
{
  const MaqSessionFields *fields = maq_session_get_fields (session);
  gboolean holds = TRUE;

  for (guint i = 0; i < MAQ_N_SESSION_TEXTS; i++)
    if (!maq_check_text (place, N_("a text of the session"), fields->texts[i],
                         maq_session_text_get_max_bytes (i)))
      return FALSE;
  if (!maq_check_foreign (place, fields->foreign))
    return FALSE;

  for (guint i = 0; i < MAQ_N_SESSION_LISTS; i++)
    if (!check_list (place, i, fields->lists[i]) && !maq_check_goes_on (place, &holds))
      return FALSE;

  return holds;
}
