/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "maq-id.h"

G_BEGIN_DECLS

/** MaqSessionList: which list of a session */
typedef enum
{
  MAQ_SESSION_INPUTS,
  MAQ_SESSION_RECALL,
  MAQ_SESSION_CONTACTS,
  MAQ_N_SESSION_LISTS
} MaqSessionList;

/** MaqInputText: what is said of a channel of the input list */
typedef enum
{
  MAQ_INPUT_SOURCE,     /* "Kick in" */
  MAQ_INPUT_LAYER,      /* the name of the layer that it records */
  MAQ_INPUT_MICROPHONE, /* or DI, by model or by kind */
  MAQ_INPUT_STAND,      /* and where it stands */
  MAQ_INPUT_PREAMP,
  MAQ_INPUT_GAIN,
  MAQ_INPUT_NOTE,
  MAQ_N_INPUT_TEXTS
} MaqInputText;

/** MaqRecallText: what is said of a device whose setting is to be found again */
typedef enum
{
  MAQ_RECALL_DEVICE,
  MAQ_RECALL_SETTING,
  MAQ_RECALL_NOTE,
  MAQ_N_RECALL_TEXTS
} MaqRecallText;

/** MaqContactText: what is said of somebody who takes part */
typedef enum
{
  MAQ_CONTACT_NAME,     /* the layers that they play name them as performer */
  MAQ_CONTACT_ROLE,     /* or instrument */
  MAQ_CONTACT_PHONE,
  MAQ_CONTACT_EMAIL,
  MAQ_CONTACT_NOTE,
  MAQ_N_CONTACT_TEXTS
} MaqContactText;

/** MaqInputSwitch: what can be on or off on a channel */
typedef enum
{
  MAQ_INPUT_PHANTOM,    /* 48 V */
  MAQ_INPUT_PAD,
  MAQ_INPUT_HIGH_PASS,
  MAQ_INPUT_POLARITY,   /* turned round */
  MAQ_N_INPUT_SWITCHES
} MaqInputSwitch;

/** MAQ_SESSION_ROW_TEXTS: the most texts that a row of any list has */
#define MAQ_SESSION_ROW_TEXTS MAQ_N_INPUT_TEXTS

/** MaqSessionRow: one line of the input list, the recall notes or the contacts, immutable */
typedef struct _MaqSessionRow MaqSessionRow;

/**
 * MaqSessionRowFields:
 * @list: which list it is for
 * @id: unique in its list
 * @channel: of inputs: 1 to %MAQ_LIMIT_CHANNELS; 0 where none is said
 * @switches: of inputs
 * @texts: (nullable): see %MaqInputText, %MaqRecallText, %MaqContactText
 * @foreign: (nullable): other people's attributes and elements
 *
 * What the list has no use for is not kept.
 */
typedef struct
{
  MaqSessionList  list;
  MaqId           id;
  int             channel;
  gboolean        switches[MAQ_N_INPUT_SWITCHES];
  const char     *texts[MAQ_SESSION_ROW_TEXTS];
  const char     *foreign;
} MaqSessionRowFields;

MaqSessionRow             *maq_session_row_new        (const MaqSessionRowFields *fields) G_GNUC_WARN_UNUSED_RESULT;
MaqSessionRow             *maq_session_row_ref        (MaqSessionRow             *self);
void                       maq_session_row_unref      (MaqSessionRow             *self);
const MaqSessionRowFields *maq_session_row_get_fields (MaqSessionRow             *self);
MaqId                      maq_session_row_get_id     (MaqSessionRow             *self);
/** maq_session_row_get_name: (transfer none): source, device or name; never %NULL */
const char                *maq_session_row_get_name   (MaqSessionRow             *self);
gboolean                   maq_session_row_equal      (MaqSessionRow             *self,
                                                       MaqSessionRow             *other);
MaqSessionRow             *maq_session_row_with_fields (MaqSessionRow            *self,
                                                       const MaqSessionRowFields *fields) G_GNUC_WARN_UNUSED_RESULT;

/** maq_session_list_get_n_texts: how many texts its rows have */
guint                      maq_session_list_get_n_texts (MaqSessionList           list);
/** maq_session_list_get_text_label: "Microphone or DI", translated */
const char                *maq_session_list_get_text_label (MaqSessionList        list,
                                                       guint                      text);
/** maq_session_list_get_max_bytes: how long a text may be */
gsize                      maq_session_list_get_max_bytes (MaqSessionList         list,
                                                       guint                      text);
/** maq_session_list_get_item_label: "Input", "Recall note", "Contact", translated */
const char                *maq_session_list_get_item_label (MaqSessionList        list);
/** maq_input_switch_get_label: "48 V", translated */
const char                *maq_input_switch_get_label (MaqInputSwitch             self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MaqSessionRow, maq_session_row_unref)

G_END_DECLS
