/* SPDX-FileCopyrightText: The Maquette authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "maq-editor.h"

G_BEGIN_DECLS

/*
 * What is typed about the session, in rows. Each letter is in the song at once, so nothing is
 * lost that was typed; all that is typed while a row has the focus is one step to undo.
 */

/**
 * MaqSessionPlace:
 * @list: of a row
 * @row: a row of that list, or a remark
 * @which: which text, number or switch
 * @section: of a take
 * @layer: of a take
 *
 * What a row is about; each kind takes what it needs.
 */
typedef struct
{
  MaqSessionList list;
  MaqId          row;
  guint          which;
  MaqId          section;
  MaqId          layer;
} MaqSessionPlace;

/**
 * MaqSessionFieldClass:
 * @make: (transfer full): what to do when @text stands there
 * @dup: (transfer full) (nullable): what stands there; %NULL for nothing
 *
 * How a row is read and written. Numbers are texts, too; switches are "1" and "0".
 */
typedef struct
{
  MaqMove *(*make) (const MaqSessionPlace *place,
                    const char            *text);
  char    *(*dup)  (MaqProject            *root,
                    const MaqSessionPlace *place);
} MaqSessionFieldClass;

/** MaqSessionSuggest: (transfer full) (array zero-terminated=1): what may be meant */
typedef char **(*MaqSessionSuggest) (MaqEditor *editor);

extern const MaqSessionFieldClass maq_session_field_text;     /* of the session */
extern const MaqSessionFieldClass maq_session_field_row_text; /* of a row */
extern const MaqSessionFieldClass maq_session_field_channel;
extern const MaqSessionFieldClass maq_session_field_switch;
extern const MaqSessionFieldClass maq_session_field_take;     /* its number */
extern const MaqSessionFieldClass maq_session_field_take_note;
extern const MaqSessionFieldClass maq_session_field_remark;

/** maq_session_field_new_entry: (transfer floating): a line; (nullable) @suggest: offers a menu */
GtkWidget *maq_session_field_new_entry  (MaqEditor                  *editor,
                                         const MaqSessionFieldClass *field_class,
                                         const MaqSessionPlace      *place,
                                         const char                 *title,
                                         MaqSessionSuggest           suggest) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_field_new_text: (transfer floating): several lines */
GtkWidget *maq_session_field_new_text   (MaqEditor                  *editor,
                                         const MaqSessionFieldClass *field_class,
                                         const MaqSessionPlace      *place,
                                         const char                 *title) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_field_new_number: (transfer floating): from 0 to @highest */
GtkWidget *maq_session_field_new_number (MaqEditor                  *editor,
                                         const MaqSessionFieldClass *field_class,
                                         const MaqSessionPlace      *place,
                                         const char                 *title,
                                         int                         highest) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_field_new_switch: (transfer floating): on or off */
GtkWidget *maq_session_field_new_switch (MaqEditor                  *editor,
                                         const MaqSessionFieldClass *field_class,
                                         const MaqSessionPlace      *place,
                                         const char                 *title) G_GNUC_WARN_UNUSED_RESULT;
/** maq_session_field_show: @row shows what the song says now */
void       maq_session_field_show       (GtkWidget                  *row);

/** maq_session_field_find_take: (nullable) (transfer none): what is said of a part */
const MaqTakeFields *maq_session_field_find_take (MaqArrangement    *arrangement,
                                         MaqId                       section,
                                         MaqId                       layer);
/** maq_session_field_find_remark: (nullable) (transfer none): of the current arrangement */
const MaqRemarkFields *maq_session_field_find_remark (MaqArrangement *arrangement,
                                         MaqId                       id);
/** maq_session_field_dup_short: the beginning of a text, on one line */
char      *maq_session_field_dup_short  (const char                 *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
