/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "maq-session-row.h"

#include <glib/gi18n-lib.h>

#include "maq-limits.h"
#include "maq-text-private.h"

struct _MaqSessionRow
{
  MaqSessionRowFields fields;
};

/* The texts of each list, up to one without a label; the last is the note, which may be long. */
static const struct
{
  const char *label;
  const char *texts[MAQ_SESSION_ROW_TEXTS];
} lists[MAQ_N_SESSION_LISTS] = {
  [MAQ_SESSION_INPUTS] = {
    N_("Input"),
    { N_("Source"), N_("Layer"), N_("Microphone or DI"), N_("Stand and position"), N_("Preamp"),
      N_("Gain"), N_("Notes") },
  },
  [MAQ_SESSION_RECALL] = {
    N_("Recall note"),
    { N_("Device"), N_("Setting"), N_("Notes") },
  },
  [MAQ_SESSION_CONTACTS] = {
    N_("Contact"),
    { N_("Name"), N_("Role or instrument"), N_("Telephone"), N_("E-mail"), N_("Notes") },
  },
};

static const char *const switches[MAQ_N_INPUT_SWITCHES] = {
  [MAQ_INPUT_PHANTOM] = NC_("input", "48 V"),
  [MAQ_INPUT_PAD] = NC_("input", "Pad"),
  [MAQ_INPUT_HIGH_PASS] = NC_("input", "High-pass"),
  [MAQ_INPUT_POLARITY] = NC_("input", "Polarity"),
};

guint
maq_session_list_get_n_texts (MaqSessionList list)
{
  guint n_texts = 0;

  while (n_texts < MAQ_SESSION_ROW_TEXTS && lists[list].texts[n_texts] != NULL)
    n_texts++;

  return n_texts;
}

const char *
maq_session_list_get_text_label (MaqSessionList list,
                                 guint          text)
{
  g_return_val_if_fail (text < maq_session_list_get_n_texts (list), NULL);

  return _(lists[list].texts[text]);
}

gsize
maq_session_list_get_max_bytes (MaqSessionList list,
                                guint          text)
{
  return text + 1 == maq_session_list_get_n_texts (list) ? MAQ_LIMIT_TEXT_BYTES
                                                         : MAQ_LIMIT_NAME_BYTES;
}

const char *
maq_session_list_get_item_label (MaqSessionList list)
{
  return _(lists[list].label);
}

const char *
maq_input_switch_get_label (MaqInputSwitch self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "input", switches[self]);
}

/* what is kept of a text, of those that the list has */
static const char *
get_kept (const MaqSessionRowFields *fields,
          guint                      text)
{
  return text < maq_session_list_get_n_texts (fields->list) ? fields->texts[text] : NULL;
}

MaqSessionRow *
maq_session_row_new (const MaqSessionRowFields *fields)
{
  MaqSessionRow *self = g_atomic_rc_box_new0 (MaqSessionRow);

  g_return_val_if_fail (fields != NULL, NULL);

  self->fields.list = fields->list;
  self->fields.id = fields->id;
  for (guint i = 0; i < MAQ_SESSION_ROW_TEXTS; i++)
    self->fields.texts[i] = maq_text_intern (get_kept (fields, i));
  self->fields.foreign = maq_text_intern (fields->foreign);
  if (fields->list != MAQ_SESSION_INPUTS)
    return self;

  self->fields.channel = fields->channel;
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    self->fields.switches[i] = fields->switches[i] ? TRUE : FALSE;
  return self;
}

MaqSessionRow *
maq_session_row_ref (MaqSessionRow *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (MaqSessionRow *self)
{
  for (guint i = 0; i < MAQ_SESSION_ROW_TEXTS; i++)
    maq_text_release (self->fields.texts[i]);
  maq_text_release (self->fields.foreign);
}

void
maq_session_row_unref (MaqSessionRow *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

const MaqSessionRowFields *
maq_session_row_get_fields (MaqSessionRow *self)
{
  return &self->fields;
}

MaqId
maq_session_row_get_id (MaqSessionRow *self)
{
  return self->fields.id;
}

const char *
maq_session_row_get_name (MaqSessionRow *self)
{
  return self->fields.texts[0] != NULL ? self->fields.texts[0] : "";
}

static gboolean
says_for_input (const MaqSessionRowFields *a,
                const MaqSessionRowFields *b)
{
  for (guint i = 0; i < MAQ_N_INPUT_SWITCHES; i++)
    if (!a->switches[i] != !b->switches[i])
      return FALSE;

  return a->channel == b->channel;
}

static gboolean
says (MaqSessionRow             *self,
      const MaqSessionRowFields *b)
{
  const MaqSessionRowFields *a = &self->fields;

  for (guint i = 0; i < MAQ_SESSION_ROW_TEXTS; i++)
    if (!maq_text_same (a->texts[i], get_kept (b, i)))
      return FALSE;

  return a->list == b->list && a->id == b->id && maq_text_same (a->foreign, b->foreign) &&
         (a->list != MAQ_SESSION_INPUTS || says_for_input (a, b));
}

gboolean
maq_session_row_equal (MaqSessionRow *self,
                       MaqSessionRow *other)
{
  return self == other || says (self, &other->fields);
}

MaqSessionRow *
maq_session_row_with_fields (MaqSessionRow             *self,
                             const MaqSessionRowFields *fields)
{
  return says (self, fields) ? maq_session_row_ref (self) : maq_session_row_new (fields);
}
